/**
 * Node hashes in the format of IAVL, so that ICS-23 verifiers made for Cosmos chains accept our
 * proofs. The version field is always 1: a root depends on the pairs and the shape only.
 *
 *   leaf  = SHA-256(0, 1, 1 ‖ len key ‖ key ‖ 32 ‖ SHA-256(value))
 *   inner = SHA-256(height, size, 1 ‖ 32 ‖ left ‖ 32 ‖ right)
 *
 * The first three are zigzag varints. Hashes pass through hex text because Node gives out a
 * digest as text four times faster than as a new Buffer (measured; see ADR 002).
 */
import { hash } from "node:crypto";
import { asBuffer, EMPTY_BYTES, sha256 } from "../lib/bytes.ts";
import type { NodeArena } from "./arena.ts";
import { KEY_BYTES_MAX } from "./limits.ts";

/** Root of a tree without pairs, as in IAVL. */
export const EMPTY_ROOT: Uint8Array = new Uint8Array(sha256(EMPTY_BYTES));

/** Zigzag varint of 1, the constant version. */
const VERSION_BYTE = 2;
const HASH_BYTES = 32;

/** Height 0, size 1, version 1: what every leaf's preimage begins with. */
export const LEAF_PREFIX: Uint8Array = new Uint8Array([0, 2, VERSION_BYTE]);

const leafScratch = Buffer.alloc(LEAF_PREFIX.length + 5 + KEY_BYTES_MAX + 1 + HASH_BYTES);
leafScratch.set(LEAF_PREFIX);
const innerScratch = Buffer.alloc(1 + 5 + 1 + 2 * (1 + HASH_BYTES));
/** Views of the inner scratch by length: making one costs as much as a tenth of the hash. */
const innerViews = Array.from({ length: innerScratch.length + 1 }, (_, n) =>
  innerScratch.subarray(0, n),
);

/** Writes `value` as a varint at `at` and returns the position behind it. */
function putVarint(target: Uint8Array, at: number, value: number): number {
  let rest = value;
  let to = at;
  while (rest >= 128) {
    target[to] = (rest & 127) | 128;
    rest >>>= 7;
    to += 1;
  }
  target[to] = rest;
  return to + 1;
}

/** Hashes the leaf's pair into the node. The pair is what the node's record holds. */
export function hashLeaf(arena: NodeArena, node: number, key: Uint8Array, value: Uint8Array): void {
  let at = putVarint(leafScratch, LEAF_PREFIX.length, key.length);
  leafScratch.set(key, at);
  at += key.length;
  leafScratch[at] = HASH_BYTES;
  leafScratch.write(hash("sha256", value, "hex"), at + 1, "hex");
  const preimage = leafScratch.subarray(0, at + 1 + HASH_BYTES);
  arena.setHashHex(node, hash("sha256", preimage, "hex"));
}

/** Writes height, size and version of an inner node at 0 and returns the position behind them. */
function putInnerPrefix(arena: NodeArena, node: number, target: Uint8Array): number {
  // A zigzag varint of a non-negative number is the varint of its double.
  let at = putVarint(target, 0, arena.height(node) * 2);
  at = putVarint(target, at, arena.size(node) * 2);
  target[at] = VERSION_BYTE;
  return at + 1;
}

/** Hashes an inner node whose height, size and children's hashes are final. */
export function hashInner(arena: NodeArena, node: number): void {
  let at = putInnerPrefix(arena, node, innerScratch);
  innerScratch[at] = HASH_BYTES;
  arena.copyHash(arena.left(node), innerScratch, at + 1);
  at += 1 + HASH_BYTES;
  innerScratch[at] = HASH_BYTES;
  arena.copyHash(arena.right(node), innerScratch, at + 1);
  const preimage = innerViews[at + 1 + HASH_BYTES] as Uint8Array;
  arena.setHashHex(node, hash("sha256", preimage, "hex"));
}

/** The first bytes of an inner node's preimage, for a proof. */
export function innerPrefix(arena: NodeArena, node: number): Uint8Array {
  return new Uint8Array(
    asBuffer(innerScratch).subarray(0, putInnerPrefix(arena, node, innerScratch)),
  );
}
