/**
 * Which pairs of the store `tasks` a receipt holds: all whose key begins with one of six prefixes
 * and the task's hash. Their leaves stand side by side in the tree, so a list of neighbouring
 * leaves that begins before the range and ends behind it shows that none was left out.
 */
import { CommitmentProof, type ExistenceProof } from "../../../proto/gen/cosmos/ics23/v1/proofs.ts";
import { WireError } from "../../../proto/wire/error.ts";
import { concatBytes, equalBytes } from "../../lib/bytes.ts";
import { areAdjacent, existenceRoot, iavlSpec } from "../ics23.ts";
import { bytesOrder, ProofError } from "../ics23Bytes.ts";
import { ReceiptError, requireReceipt } from "./fault.ts";

/** The store of tasks. */
export const TASKS_STORE = "tasks";

/** Ranges by their name in a receipt, with the first byte of their keys. */
export const RANGES = {
  task: 8,
  status: 9,
  calculations: 14,
  results: 15,
  revealed: 16,
  verifications: 18,
} as const;

/** The name of a range. */
export type RangeName = keyof typeof RANGES;
/** Names of all ranges, in the order of their keys. */
export const RANGE_NAMES: readonly RangeName[] = Object.keys(RANGES) as RangeName[];

/** A pair of the store. */
export interface Pair {
  readonly key: Uint8Array;
  readonly value: Uint8Array;
}

/** A range whose leaves lead to one root, with what each of its keys begins with. */
export interface ProvenRange {
  readonly root: Uint8Array;
  readonly pairs: readonly Pair[];
}

/** What all keys of a range begin with. */
export function rangePrefix(name: RangeName, taskHash: Uint8Array): Uint8Array {
  return concatBytes(Uint8Array.of(RANGES[name]), taskHash);
}

/** Whether `key` is in the range whose keys begin with `prefix`. */
export function isInRange(prefix: Uint8Array, key: Uint8Array): boolean {
  return equalBytes(key.subarray(0, prefix.length), prefix);
}

/**
 * The pairs of a range. `leaves` are encoded commitment proofs: the leaf before the range, those of
 * the range, the leaf behind it; at the edge of the tree there is none before or behind.
 * @throws ReceiptError when a leaf is wrong or one may be missing.
 */
export function provenRange(prefix: Uint8Array, leaves: readonly Uint8Array[]): ProvenRange {
  const proofs = leaves.map(existenceOf);
  const inside = proofs.filter(({ key }) => isInRange(prefix, key));
  const before = proofs.filter(({ key }) => bytesOrder(key, prefix) < 0);
  const behind = proofs.filter(({ key }) => {
    return bytesOrder(key, prefix) >= 0 && !isInRange(prefix, key);
  });
  requireReceipt(before.length <= 1 && behind.length <= 1, "other_task");
  // As they must stand; a missing neighbour is the edge of the tree.
  const row = [before[0], ...inside, behind[0]];
  const isListed = row
    .filter((proof) => proof !== undefined)
    .every((proof, at) => {
      return proof === proofs[at];
    });
  requireReceipt(isListed, "record_missing");
  for (let at = 1; at < row.length; at += 1) {
    requireReceipt(areAdjacent(iavlSpec, row[at - 1], row[at]), "record_missing");
  }
  return { root: oneRoot(proofs), pairs: inside };
}

function existenceOf(bytes: Uint8Array): ExistenceProof {
  try {
    const { exist, nonexist } = CommitmentProof.decode(bytes);
    if (exist !== undefined && nonexist === undefined) return exist;
  } catch (error) {
    if (!(error instanceof WireError)) throw error;
  }
  throw new ReceiptError("record_proof", "not a proof of existence");
}

/** The root that all leaves lead to. */
function oneRoot(proofs: readonly ExistenceProof[]): Uint8Array {
  let root: Uint8Array | undefined;
  for (const proof of proofs) {
    const found = rootOf(proof);
    requireReceipt(root === undefined || equalBytes(root, found), "record_proof");
    root = found;
  }
  if (root === undefined) throw new ReceiptError("record_missing");
  return root;
}

function rootOf(proof: ExistenceProof): Uint8Array {
  try {
    return existenceRoot(iavlSpec, proof);
  } catch (error) {
    if (!(error instanceof ProofError)) throw error;
    throw new ReceiptError("record_proof", error.message);
  }
}
