/**
 * Hashes of the tree over slots. A slot that holds nobody, and every node that has only such slots
 * below it, is 32 zero bytes: nothing is known that hashes to them, and small sets need few hashes.
 *
 *   leaf = SHA-256(0x00 ‖ slot ‖ key ‖ power), slot and power as uint64 big-endian
 *   node = SHA-256(0x01 ‖ left ‖ right)
 */
import { assert } from "../lib/assert.ts";
import { BLS_RAW_KEY_BYTES } from "../lib/bls.ts";
import { sha256, sha256Latin1 } from "../lib/bytes.ts";

export const HASH_BYTES = 32;
export const EMPTY_NODE: Uint8Array = new Uint8Array(HASH_BYTES);

const LEAF_TAG = 0;
const NODE_TAG = 1;
const INTEGER_BYTES = 8;
const WORD = 2 ** 32;
const KEY_AT = 1 + INTEGER_BYTES;
const POWER_AT = KEY_AT + BLS_RAW_KEY_BYTES;

const leafScratch = new Uint8Array(POWER_AT + INTEGER_BYTES);
leafScratch[0] = LEAF_TAG;
const leafView = new DataView(leafScratch.buffer);
const nodeScratch = new Uint8Array(1 + 2 * HASH_BYTES);
nodeScratch[0] = NODE_TAG;

function putInteger(at: number, value: number): void {
  leafView.setUint32(at, Math.trunc(value / WORD));
  leafView.setUint32(at + 4, value % WORD);
}

/** Who holds a slot: a raw key that is one, and a power above 0 and below 2^53. */
export interface Leaf {
  readonly slot: number;
  readonly key: Uint8Array;
  readonly power: number;
}

function putLeaf({ slot, key, power }: Leaf): void {
  assert(key.length === BLS_RAW_KEY_BYTES, "a raw key has 96 bytes");
  putInteger(1, slot);
  leafScratch.set(key, KEY_AT);
  putInteger(POWER_AT, power);
}

/** Hash of a slot that somebody holds. */
export function leafHash(leaf: Leaf): Uint8Array {
  putLeaf(leaf);
  return sha256(leafScratch);
}

/** Hash of a node that has somebody below it. */
export function nodeHash(left: Uint8Array, right: Uint8Array): Uint8Array {
  nodeScratch.set(left, 1);
  nodeScratch.set(right, 1 + HASH_BYTES);
  return sha256(nodeScratch);
}

/**
 * All nodes of a perfect binary tree in one array: node 1 is the root, node n has the children 2n
 * and 2n + 1. Node 0 is not used.
 */
export type TreeNodes = Buffer;

/** A tree of `leaves` (a power of two) empty leaves. */
export function emptyTree(leaves: number): TreeNodes {
  return Buffer.alloc(2 * leaves * HASH_BYTES);
}

/** A view of node `node`. */
export function nodeOf(nodes: TreeNodes, node: number): Uint8Array {
  return nodes.subarray(node * HASH_BYTES, (node + 1) * HASH_BYTES);
}

/** Hashes `leaf` into node `node`; undefined is nobody. */
export function hashLeafInto(nodes: TreeNodes, node: number, leaf: Leaf | undefined): void {
  const at = node * HASH_BYTES;
  if (leaf === undefined) {
    nodes.fill(0, at, at + HASH_BYTES);
    return;
  }
  putLeaf(leaf);
  nodes.write(sha256Latin1(leafScratch), at, "latin1");
}

/**
 * Hashes again every node above `changed`, which are nodes of the lowest level in ascending order.
 */
export function rehash(nodes: TreeNodes, changed: readonly number[]): void {
  let level = changed;
  while (level.length > 0 && (level[0] as number) > 1) {
    const parents: number[] = [];
    for (const node of level) {
      const parent = node >> 1;
      if (parents.at(-1) === parent) continue;
      parents.push(parent);
      hashChildrenInto(nodes, parent);
    }
    level = parents;
  }
}

function hashChildrenInto(nodes: TreeNodes, parent: number): void {
  const from = 2 * parent * HASH_BYTES;
  const at = parent * HASH_BYTES;
  nodes.copy(nodeScratch, 1, from, from + 2 * HASH_BYTES);
  if (isEmptyNode(nodes, from) && isEmptyNode(nodes, from + HASH_BYTES))
    nodes.fill(0, at, at + HASH_BYTES);
  else nodes.write(sha256Latin1(nodeScratch), at, "latin1");
}

/** Whether the hash at `at` says that nobody is below its node. */
export function isEmptyNode(hashes: Uint8Array, at: number): boolean {
  for (let i = at; i < at + HASH_BYTES; i += 1) if (hashes[i] !== 0) return false;
  return true;
}
