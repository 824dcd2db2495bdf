/** Collects what a receipt is made of from a node; what it gets wrong, the verifier will see. */
import { CommitmentProof, type ExistenceProof } from "../../../proto/gen/cosmos/ics23/v1/proofs.ts";
import { concatBytes } from "../../lib/bytes.ts";
import { bytesOrder } from "../ics23Bytes.ts";
import type { ProofOp } from "../stateProof.ts";
import { isInRange, RANGE_NAMES, type RangeName, rangePrefix } from "./ranges.ts";
import type { Receipt } from "./format.ts";

/** The proof operations of a key of the store `tasks` at a height. */
export type ProveTask = (key: Uint8Array, height: bigint) => Promise<readonly ProofOp[]>;

/** A node gave what no node of this chain gives. */
export class CollectError extends Error {
  override readonly name = "CollectError";
}

/** Bytes behind the key before a range: no key of the store is as long. */
const PADDING = new Uint8Array(128).fill(255);
const ZERO = new Uint8Array(1);

/** The records and the store's proof at `height`. @throws CollectError */
export async function collectRecords(
  prove: ProveTask,
  taskHash: Uint8Array,
  height: bigint,
): Promise<Pick<Receipt, "records" | "store">> {
  const records: Partial<Record<RangeName, readonly Uint8Array[]>> = {};
  let store: Uint8Array | undefined;
  for (const name of RANGE_NAMES) {
    const range = await collectRange((key) => prove(key, height), rangePrefix(name, taskHash));
    records[name] = range.leaves;
    store = range.store;
  }
  if (store === undefined) throw new CollectError("no range");
  return { records: records as Record<RangeName, readonly Uint8Array[]>, store };
}

/** From the leaf before the range to the leaf behind it. */
async function collectRange(
  prove: (key: Uint8Array) => Promise<readonly ProofOp[]>,
  prefix: Uint8Array,
): Promise<{ leaves: Uint8Array[]; store: Uint8Array }> {
  const first = await around(prove, before(prefix));
  const leaves = [first.left, first.right].filter((leaf) => leaf !== undefined);
  for (let last = leaves.at(-1); last !== undefined && isInRange(prefix, last.key); ) {
    const { right } = await around(prove, concatBytes(last.key, ZERO));
    if (right !== undefined && bytesOrder(right.key, last.key) <= 0) {
      throw new CollectError("the node's proofs go in circles");
    }
    if (right !== undefined) leaves.push(right);
    last = right;
  }
  const encoded = leaves.map((exist) => CommitmentProof.encode({ exist, nonexist: undefined }));
  return { leaves: encoded, store: first.store };
}

/** A key right before all that begin with `prefix`, which is not all zeros. */
function before(prefix: Uint8Array): Uint8Array {
  const less = prefix.slice();
  for (let at = less.length - 1; at >= 0; at -= 1) {
    const byte = less[at] as number;
    less[at] = (byte + 255) % 256;
    if (byte > 0) break;
  }
  return concatBytes(less, PADDING);
}

/** The neighbours of a key that does not exist. */
async function around(
  prove: (key: Uint8Array) => Promise<readonly ProofOp[]>,
  key: Uint8Array,
): Promise<{ left?: ExistenceProof; right?: ExistenceProof; store: Uint8Array }> {
  const [iavl, simple] = await prove(key);
  const absence = iavl && CommitmentProof.decode(iavl.data).nonexist;
  if (absence === undefined || simple === undefined) {
    throw new CollectError("the node gave no proof of absence");
  }
  const { left, right } = absence;
  return { ...(left && { left }), ...(right && { right }), store: simple.data };
}
