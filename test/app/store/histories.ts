/**
 * Runs the store against plain maps: random blocks, second tries, commits, reopenings and pruning.
 * All kept versions must read as the maps did, and be proven, key by key and gap by gap.
 */
import { join } from "node:path";
import { expect } from "chai";
import fc from "fast-check";
import { verifyStateProof } from "../../../app/client/stateProof.ts";
import { fromHex, hex } from "../../../app/lib/bytes.ts";
import { openMemoryStore } from "../../../app/store/memory.ts";
import { openStore, type Store } from "../../../app/store/multistore.ts";
import { changesFrom, pairsOf, type PlainStore, sortedPairs, temporaryFolder } from "./kit.ts";

const NAMES = ["app", "bank", "tasks"];
const KEPT = 3;

interface Step {
  /** Blocks that are applied; all but the last are second thoughts and never committed. */
  readonly tries: readonly Record<string, Record<string, string | null>>[];
  readonly reopen: boolean;
}

interface Plain {
  readonly appHash: string;
  readonly stores: ReadonlyMap<string, PlainStore>;
}

const key = fc.oneof(
  fc.integer({ min: 1, max: 40 }).map((n) => `0a${n.toString(16).padStart(2, "0")}`),
  fc.uint8Array({ minLength: 1, maxLength: 4 }).map(hex),
);
const value = fc.option(fc.uint8Array({ minLength: 1, maxLength: 40 }).map(hex), {
  freq: 3,
});
const block = fc.dictionary(
  fc.constantFrom(...NAMES),
  fc.dictionary(key, value, { maxKeys: 12, noNullPrototype: true }),
  { maxKeys: 3, noNullPrototype: true },
);
const step = fc.record({
  tries: fc.array(block, { minLength: 1, maxLength: 2 }),
  reopen: fc.boolean(),
});

function applied(
  stores: ReadonlyMap<string, PlainStore>,
  changes: Record<string, Record<string, string | null>>,
): Map<string, PlainStore> {
  const next = new Map(stores);
  for (const [name, pairs] of Object.entries(changes)) {
    const plain = new Map(next.get(name));
    for (const [at, to] of Object.entries(pairs)) {
      if (to === null) plain.delete(at);
      else plain.set(at, to);
    }
    next.set(name, plain);
  }
  return next;
}

/** Proves every key, and a key in every gap: right behind each key and before the first. */
function proveAll(store: Store, height: bigint, plain: Plain): void {
  const appHash = fromHex(plain.appHash);
  for (const name of NAMES) {
    const pairs = plain.stores.get(name) ?? new Map<string, string>();
    const asked = new Set([...pairs.keys()].flatMap((at) => [at, `${at}00`]));
    for (const at of asked.add("00")) {
      const proof = store.prove(height, name, fromHex(at));
      const expected = pairs.get(at);
      expect(proof.value === undefined ? undefined : hex(proof.value)).to.equal(expected);
      const claim = { appHash, store: name, key: fromHex(at), value: proof.value };
      verifyStateProof(claim, proof.ops);
    }
  }
}

function checkVersion(store: Store, height: bigint, plain: Plain): void {
  const snapshot = store.at(height);
  if (snapshot === undefined) throw new Error(`height ${height} is missing`);
  expect(hex(snapshot.appHash)).to.equal(plain.appHash);
  for (const name of NAMES) {
    const pairs = sortedPairs(plain.stores.get(name) ?? new Map());
    expect(pairsOf(snapshot, name)).to.deep.equal(pairs);
    expect(pairsOf(snapshot, name, true)).to.deep.equal([...pairs].reverse());
    for (const [at, to] of pairs) {
      expect(hex(snapshot.get(name, fromHex(at)) ?? new Uint8Array(0))).to.equal(to);
    }
  }
}

function run(steps: readonly Step[], path: string): void {
  const open = (): Store =>
    openStore({ path, storeNames: NAMES, keptVersions: KEPT, synchronous: "NORMAL" });
  let store = open();
  const memory = openMemoryStore({ storeNames: NAMES, keptVersions: KEPT });
  try {
    const history = new Map<bigint, Plain>();
    let stores: ReadonlyMap<string, PlainStore> = new Map();
    let height = 0n;
    for (const { tries, reopen } of steps) {
      height += 1n;
      let appHash = "";
      for (const changes of tries) appHash = hex(store.apply(changesFrom(changes), height));
      stores = applied(stores, tries.at(-1) ?? {});
      expect(hex(memory.apply(changesFrom(tries.at(-1) ?? {}), height))).to.equal(appHash);
      store.commit();
      memory.commit();
      history.set(height, { appHash, stores });
      if (reopen) {
        store.close();
        store = open();
      }
      expect(store.latest().height).to.equal(height);
      for (let at = height; at > 0n && at > height - BigInt(KEPT); at -= 1n) {
        const plain = history.get(at);
        if (plain === undefined) throw new Error("the test lost a version");
        checkVersion(store, at, plain);
        checkVersion(memory, at, plain);
      }
      expect(store.at(height - BigInt(KEPT))).to.equal(undefined);
      proveAll(store, store.oldestHeight, history.get(store.oldestHeight) as Plain);
      proveAll(store, height, history.get(height) as Plain);
    }
  } finally {
    store.close();
  }
}

/** Runs `count` random histories; the counterexample of a failure is in the error. */
export function checkHistories(count: number): void {
  let number = 0;
  const folder = temporaryFolder();
  try {
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 10 }), (steps) => {
        number += 1;
        run(steps, join(folder.path, `state-${number}.db`));
      }),
      { numRuns: count },
    );
  } finally {
    folder.remove();
  }
}
