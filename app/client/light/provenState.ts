/**
 * State of one height as its proofs show it. Readers are synchronous, proofs come from a node: what
 * is not known yet is thrown as `Wanted`, fetched, and the reader runs again. So the very code of a
 * query runs on state that nobody can lie about, entries that are left out included.
 */
import { CommitmentProof, type ExistenceProof } from "../../../proto/gen/cosmos/ics23/v1/proofs.ts";
import { concatBytes, hex } from "../../lib/bytes.ts";
import type { KeyRange, ReadState, StoreEntry } from "../../store/store.ts";
import { bytesOrder } from "../ics23Bytes.ts";
import { type ProofOp, verifyStateProof } from "../stateProof.ts";

/** The answer of a node about one key. */
export interface KeyAnswer {
  /** Undefined when it says that there is none. */
  readonly value: Uint8Array | undefined;
  readonly ops: readonly ProofOp[];
}

/** Asks a node for a key, at the height of this state. */
export type AskKey = (store: string, key: Uint8Array) => Promise<KeyAnswer>;

/** A key that a reader wants and that is not known. Never leaves `provenRead`. */
class Wanted extends Error {
  override readonly name = "Wanted";
  readonly store: string;
  readonly key: Uint8Array;

  constructor(store: string, key: Uint8Array) {
    super(`${store}/${hex(key)}`);
    this.store = store;
    this.key = key;
  }
}

/** A reader that wants more than this is no query that a light client should make. */
const KEYS_MAX = 10_000;
const ZERO = Uint8Array.of(0);
/** Behind every key that begins like it: no key of a store is as long. */
const PADDING = new Uint8Array(128).fill(255);

/** What is proven at one place of a store. */
interface Place {
  readonly value: Uint8Array | undefined;
  /** The neighbours of a key that does not exist; none at the edge of the store. */
  readonly left?: StoreEntry | undefined;
  readonly right?: StoreEntry | undefined;
}

/** State behind one app hash. */
export class ProvenState implements ReadState {
  private readonly appHash: Uint8Array;
  private readonly ask: AskKey;
  private readonly known = new Map<string, Place>();

  constructor(appHash: Uint8Array, ask: AskKey) {
    this.appHash = appHash;
    this.ask = ask;
  }

  /** How many places are proven. */
  get size(): number {
    return this.known.size;
  }

  get(store: string, key: Uint8Array): Uint8Array | undefined {
    return this.at(store, key).value;
  }

  *iterate(store: string, { start, end, reverse }: KeyRange): IterableIterator<StoreEntry> {
    const from = start === undefined || start.length === 0 ? ZERO : start;
    if (reverse !== true) {
      for (let key = from; ; ) {
        const entry = this.entryFrom(store, key);
        if (entry === undefined) return;
        if (end !== undefined && bytesOrder(entry[0], end) >= 0) return;
        yield entry;
        key = concatBytes(entry[0], ZERO);
      }
    }
    for (let key = end === undefined ? PADDING : before(end); key !== undefined; ) {
      const entry = this.entryUpTo(store, key);
      if (entry === undefined || bytesOrder(entry[0], from) < 0) return;
      yield entry;
      key = before(entry[0]);
    }
  }

  /**
   * What `read` makes of this state. It is run again for every key that was missing, so it must
   * change nothing.
   * @throws ProofError when the node lies; whatever `read` or asking throws.
   */
  async read<T>(read: (state: ReadState) => T): Promise<T> {
    for (;;) {
      try {
        return read(this);
      } catch (error) {
        if (!(error instanceof Wanted)) throw error;
        if (this.known.size >= KEYS_MAX) throw new RangeError(`more than ${KEYS_MAX} keys`);
        await this.prove(error.store, error.key);
      }
    }
  }

  private at(store: string, key: Uint8Array): Place {
    const place = this.known.get(placeName(store, key));
    if (place === undefined) throw new Wanted(store, key);
    return place;
  }

  /** The first entry whose key is not before `key`. */
  private entryFrom(store: string, key: Uint8Array): StoreEntry | undefined {
    const { value, right } = this.at(store, key);
    return value === undefined ? right : [key, value];
  }

  /** The last entry whose key is not behind `key`. */
  private entryUpTo(store: string, key: Uint8Array): StoreEntry | undefined {
    const { value, left } = this.at(store, key);
    return value === undefined ? left : [key, value];
  }

  private async prove(store: string, key: Uint8Array): Promise<void> {
    const { value, ops } = await this.ask(store, key);
    verifyStateProof({ appHash: this.appHash, store, key, value }, ops);
    // Of an empty store there is no more than its root.
    const first = ops.length === 2 ? ops[0] : undefined;
    const absence = first && CommitmentProof.decode(first.data).nonexist;
    const [left, right] = [entryOf(absence?.left), entryOf(absence?.right)];
    this.known.set(placeName(store, key), { value, left, right });
    // Neighbours are proven too; what stands beside them is not.
    for (const entry of [left, right]) {
      const name = entry && placeName(store, entry[0]);
      if (name !== undefined && !this.known.has(name)) this.known.set(name, { value: entry?.[1] });
    }
  }
}

function entryOf(proof: ExistenceProof | undefined): StoreEntry | undefined {
  return proof && [proof.key, proof.value];
}

function placeName(store: string, key: Uint8Array): string {
  return `${store}/${hex(key)}`;
}

/** The last place before `key`; undefined before the first of all. */
function before(key: Uint8Array): Uint8Array | undefined {
  const last = key[key.length - 1];
  const lead = key.slice(0, -1);
  // Nothing stands between a key and itself with a zero behind it.
  if (last === undefined || last === 0) return lead.length === 0 ? undefined : lead;
  return concatBytes(lead, Uint8Array.of(last - 1), PADDING);
}
