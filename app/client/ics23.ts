/**
 * Verifies ICS-23 proofs: that a key has a value, or none, in the state behind an app hash. Needs
 * nothing of a node and nothing but SHA-256, so it runs in a browser as well.
 *
 * Only the two formats of Cosmos chains are known, with every check that the Go and Rust verifiers
 * make: `iavlSpec` from a key to the root of its store, `tendermintSpec` from there to the app
 * hash. A proof is bytes from a stranger: everything that is not exactly as expected is refused.
 */
import { sha256 } from "@noble/hashes/sha2.js";
import {
  type ExistenceProof,
  HashOp,
  type InnerOp,
  type LeafOp,
  LengthOp,
  type NonExistenceProof,
} from "../../proto/gen/cosmos/ics23/v1/proofs.ts";
import { checkIavlPrefix, checkTendermintPrefix } from "./ics23Prefix.ts";
import { bytesEqual, bytesOrder, joinBytes, ProofError, requireProof } from "./ics23Bytes.ts";

/** Longest path from a leaf to a root. */
const DEPTH_MAX = 128;

/** What proofs of one kind of tree look like. */
export interface ProofSpec {
  /** Bytes of a child within a parent's preimage, with its length byte if there is one. */
  readonly childBytes: number;
  /** Bytes before the first child, least and most. */
  readonly prefixBytesMin: number;
  readonly prefixBytesMax: number;
  /** Checks what stands before the children; layer 0 is the leaf. */
  readonly checkPrefix: (op: LeafOp | InnerOp, layer: number) => void;
}

/** Trees of Cosmos stores. */
export const iavlSpec: ProofSpec = {
  childBytes: 33,
  prefixBytesMin: 4,
  prefixBytesMax: 12,
  checkPrefix: checkIavlPrefix,
};

/** CometBFT's simple Merkle tree, here over the roots of stores. */
export const tendermintSpec: ProofSpec = {
  childBytes: 32,
  prefixBytesMin: 1,
  prefixBytesMax: 1,
  checkPrefix: checkTendermintPrefix,
};

/**
 * Requires `proof` to show that `key` has `value` in the tree with this root.
 * @throws ProofError
 */
export function verifyExistence(
  spec: ProofSpec,
  root: Uint8Array,
  proof: ExistenceProof,
  pair: { readonly key: Uint8Array; readonly value: Uint8Array },
): void {
  requireProof(bytesEqual(proof.key, pair.key), "the proof is of another key");
  requireProof(bytesEqual(proof.value, pair.value), "the proof is of another value");
  requireProof(bytesEqual(existenceRoot(spec, proof), root), "the proof leads to another root");
}

/**
 * Requires `proof` to show that `key` is not in the tree with this root.
 * @throws ProofError
 */
export function verifyAbsence(
  spec: ProofSpec,
  root: Uint8Array,
  proof: NonExistenceProof,
  key: Uint8Array,
): void {
  const { left, right } = proof;
  // Other verifiers do not read it. Here, two proofs that differ never say the same.
  requireProof(bytesEqual(proof.key, key), "the proof is of another absent key");
  requireProof(left !== undefined || right !== undefined, "an absence needs a neighbour");
  if (left !== undefined) {
    requireProof(bytesEqual(existenceRoot(spec, left), root), "the left neighbour is elsewhere");
    requireProof(bytesOrder(left.key, key) < 0, "the key is not right of the left neighbour");
  }
  if (right !== undefined) {
    requireProof(bytesEqual(existenceRoot(spec, right), root), "the right neighbour is elsewhere");
    requireProof(bytesOrder(key, right.key) < 0, "the key is not left of the right neighbour");
  }
  requireProof(areAdjacent(spec, left, right), "a key may stand between the neighbours");
}

/**
 * Whether no leaf stands between two, of which `left` comes first in the key order; undefined
 * stands for the tree's edge. The caller must have checked that both lead to one root.
 */
export function areAdjacent(
  spec: ProofSpec,
  left: ExistenceProof | undefined,
  right: ExistenceProof | undefined,
): boolean {
  if (left === undefined) return right !== undefined && isEdge(spec, right.path, "left");
  if (right === undefined) return isEdge(spec, left.path, "right");
  return areNeighbours(spec, left.path, right.path);
}

/**
 * The root that a proof of existence leads to; the caller must compare it with a trusted one.
 * @throws ProofError when the proof is not of the form that `spec` demands.
 */
export function existenceRoot(spec: ProofSpec, proof: ExistenceProof): Uint8Array {
  const { key, value, leaf, path } = proof;
  if (leaf === undefined) throw new ProofError("the leaf operation is missing");
  requireProof(key.length > 0 && value.length > 0, "an empty key or value cannot be proven");
  requireProof(path.length <= DEPTH_MAX, "the path is too long");
  checkLeaf(spec, leaf);
  let node: Uint8Array = sha256(
    joinBytes(leaf.prefix, varint(key.length), key, varint(32), sha256(value)),
  );
  for (const [i, op] of path.entries()) {
    checkInner(spec, op, i + 1);
    node = sha256(joinBytes(op.prefix, node, op.suffix));
  }
  return node;
}

function checkLeaf(spec: ProofSpec, leaf: LeafOp): void {
  requireProof(leaf.hash === HashOp.SHA256, "leaves are hashed with SHA-256");
  requireProof(leaf.prehashKey === HashOp.NO_HASH, "keys are not hashed");
  requireProof(leaf.prehashValue === HashOp.SHA256, "values are hashed with SHA-256");
  requireProof(leaf.length === LengthOp.VAR_PROTO, "lengths are varints");
  requireProof(leaf.prefix[0] === 0, "a leaf begins with 0");
  spec.checkPrefix(leaf, 0);
}

function checkInner(spec: ProofSpec, op: InnerOp, layer: number): void {
  requireProof(op.hash === HashOp.SHA256, "nodes are hashed with SHA-256");
  requireProof(op.prefix[0] !== 0, "an inner node begins like a leaf");
  spec.checkPrefix(op, layer);
  // Either child: one of the two forms must fit exactly, else bytes could pass for a child.
  requireProof(branchOf(spec, op) !== undefined, "a node has not the form of a parent");
}

/** On which side of its parent the child of this step stands; undefined when it cannot be told. */
function branchOf(spec: ProofSpec, op: InnerOp): "left" | "right" | undefined {
  if (fits(spec, op, "left")) return "left";
  return fits(spec, op, "right") ? "right" : undefined;
}

function fits(spec: ProofSpec, op: InnerOp, side: "left" | "right"): boolean {
  const before = side === "left" ? 0 : spec.childBytes;
  const behind = side === "left" ? spec.childBytes : 0;
  return (
    op.prefix.length >= before + spec.prefixBytesMin &&
    op.prefix.length <= before + spec.prefixBytesMax &&
    op.suffix.length === behind
  );
}

/** Whether every step of the path is on that side: the leaf is the first or last of its tree. */
function isEdge(spec: ProofSpec, path: readonly InnerOp[], side: "left" | "right"): boolean {
  return path.every((op) => fits(spec, op, side));
}

/** Whether no leaf stands between the leaves of two paths. */
function areNeighbours(
  spec: ProofSpec,
  left: readonly InnerOp[],
  right: readonly InnerOp[],
): boolean {
  let leftAt = left.length - 1;
  let rightAt = right.length - 1;
  // From the root down, as long as both paths are the same.
  for (; leftAt >= 0 && rightAt >= 0; leftAt -= 1, rightAt -= 1) {
    const leftOp = left[leftAt] as InnerOp;
    const rightOp = right[rightAt] as InnerOp;
    const same =
      bytesEqual(leftOp.prefix, rightOp.prefix) && bytesEqual(leftOp.suffix, rightOp.suffix);
    if (same) continue;
    return (
      branchOf(spec, leftOp) === "left" &&
      branchOf(spec, rightOp) === "right" &&
      isEdge(spec, left.slice(0, leftAt), "right") &&
      isEdge(spec, right.slice(0, rightAt), "left")
    );
  }
  return false;
}

function varint(value: number): Uint8Array {
  const bytes: number[] = [];
  let rest = value;
  for (; rest >= 128; rest = Math.floor(rest / 128)) bytes.push((rest % 128) + 128);
  bytes.push(rest);
  return Uint8Array.from(bytes);
}
