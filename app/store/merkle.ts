/**
 * The root over all stores: the simple Merkle tree of CometBFT (RFC 6962 shape) over store names
 * and roots, each leaf hashed as ICS-23's tendermintSpec wants it.
 */
import { assert } from "../lib/assert.ts";
import { concatBytes, sha256, utf8 } from "../lib/bytes.ts";

const LEAF_TAG = new Uint8Array([0]);
const INNER_TAG = new Uint8Array([1]);

/** A sibling on the way from a leaf to the root. */
export interface MerkleStep {
  readonly sibling: Uint8Array;
  /** On which side of its parent the sibling stands. */
  readonly side: "left" | "right";
}

function leafHash(name: string, root: Uint8Array): Uint8Array {
  const nameBytes = utf8(name);
  assert(nameBytes.length < 128 && root.length === 32, "one length byte for name and root");
  const lengthOfName = new Uint8Array([nameBytes.length]);
  return sha256(concatBytes(LEAF_TAG, lengthOfName, nameBytes, new Uint8Array([32]), sha256(root)));
}

function innerHash(left: Uint8Array, right: Uint8Array): Uint8Array {
  return sha256(concatBytes(INNER_TAG, left, right));
}

/** The greatest power of two below `count`: how many leaves the left side has. */
function leftCount(count: number): number {
  return 1 << (31 - Math.clz32(count - 1));
}

function rootOf(leaves: readonly Uint8Array[]): Uint8Array {
  if (leaves.length === 1) return leaves[0] as Uint8Array;
  const split = leftCount(leaves.length);
  return innerHash(rootOf(leaves.slice(0, split)), rootOf(leaves.slice(split)));
}

/** App hash of stores with these names, in byte order, and the roots of their trees. */
export function appHashOf(names: readonly string[], roots: readonly Uint8Array[]): Uint8Array {
  assert(names.length > 0 && names.length === roots.length, "one root per store");
  return new Uint8Array(rootOf(names.map((name, i) => leafHash(name, roots[i] as Uint8Array))));
}

/** Siblings from the leaf of store number `index` up to the app hash. */
export function merklePath(
  names: readonly string[],
  roots: readonly Uint8Array[],
  index: number,
): MerkleStep[] {
  const steps: MerkleStep[] = [];
  let leaves = names.map((name, i) => leafHash(name, roots[i] as Uint8Array));
  let at = index;
  while (leaves.length > 1) {
    const split = leftCount(leaves.length);
    const left = leaves.slice(0, split);
    const right = leaves.slice(split);
    if (at < split) {
      steps.push({ sibling: rootOf(right), side: "right" });
      leaves = left;
    } else {
      steps.push({ sibling: rootOf(left), side: "left" });
      leaves = right;
      at -= split;
    }
  }
  return steps.reverse();
}
