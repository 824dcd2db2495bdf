/**
 * Nodes of all trees and versions in one typed array: 64 bytes, one cache line, per node. Node 0
 * is the empty tree. A node that a kept version can reach is never changed (copy on write); the
 * `epoch` says which working version made it and may still change it.
 */
import { assert } from "../lib/assert.ts";
import { asBuffer } from "../lib/bytes.ts";
import { StoreError } from "./errors.ts";
import { Slab } from "./slab.ts";

const NODE_BYTES = 64;
/** Integers per node is 1 << 4; eight are fields, the other 32 bytes are the hash. */
const SHIFT = 4;
const LEFT = 0;
const RIGHT = 1;
const RECORD = 2;
const SIZE = 3;
const HEIGHT = 4;
const EPOCH = 5;
const STORED_HEIGHT = 6;
const HASH_AT = 32;

const NODES_FIRST = 256;
/** 16 million pairs; the array is then 2 GiB, near what one ArrayBuffer may be. */
const NODES_MAX: number = 2 ** 25;

/** No node: the empty tree. */
export const EMPTY = 0;

/** Marks an inner node whose height is not yet in the base table under its key. */
export const NOT_STORED = -1;

export class NodeArena {
  readonly slab: Slab = new Slab();
  /** Nodes in use, for tests and metrics. */
  nodesUsed = 0;
  private ints: Int32Array = new Int32Array(NODES_FIRST << SHIFT);
  private buffer: Buffer = asBuffer(new Uint8Array(this.ints.buffer));
  private capacity = NODES_FIRST;
  private next = 1;
  /** First free node; the next one is in its `left` field. */
  private free = EMPTY;

  /** A leaf of the pair; its hash is still to be written. */
  addLeaf(key: Uint8Array, value: Uint8Array, epoch: number): number {
    const node = this.take();
    const at = node << SHIFT;
    const { ints } = this;
    ints[at + LEFT] = EMPTY;
    ints[at + RIGHT] = EMPTY;
    ints[at + RECORD] = this.slab.add(key, value);
    ints[at + SIZE] = 1;
    ints[at + HEIGHT] = 0;
    ints[at + EPOCH] = epoch;
    ints[at + STORED_HEIGHT] = NOT_STORED;
    return node;
  }

  /** An inner node; `record` is that of the smallest key on its right. Size and hash are stale. */
  addInner(left: number, right: number, record: number, height: number, epoch: number): number {
    const node = this.take();
    const at = node << SHIFT;
    const { ints } = this;
    ints[at + LEFT] = left;
    ints[at + RIGHT] = right;
    ints[at + RECORD] = record;
    ints[at + HEIGHT] = height;
    ints[at + EPOCH] = epoch;
    ints[at + STORED_HEIGHT] = NOT_STORED;
    return node;
  }

  /** A copy of an inner node that `epoch` may change; remembers the height its key had before. */
  copy(node: number, epoch: number): number {
    const made = this.take();
    const { ints } = this;
    const from = node << SHIFT;
    const to = made << SHIFT;
    ints.copyWithin(to, from, from + 8);
    ints[to + EPOCH] = epoch;
    ints[to + STORED_HEIGHT] = ints[from + HEIGHT] as number;
    return made;
  }

  /** Frees a node, and its record when it is a leaf. */
  release(node: number): void {
    assert(node !== EMPTY, "the empty tree is never freed");
    const at = node << SHIFT;
    if (this.ints[at + HEIGHT] === 0) this.slab.release(this.ints[at + RECORD] as number);
    this.ints[at + LEFT] = this.free;
    this.ints[at + EPOCH] = -1;
    this.free = node;
    this.nodesUsed -= 1;
  }

  left(node: number): number {
    return this.ints[(node << SHIFT) + LEFT] as number;
  }

  right(node: number): number {
    return this.ints[(node << SHIFT) + RIGHT] as number;
  }

  /** Record of a leaf's pair, or of the smallest key in an inner node's right subtree. */
  record(node: number): number {
    return this.ints[(node << SHIFT) + RECORD] as number;
  }

  /** Leaves below the node. */
  size(node: number): number {
    return this.ints[(node << SHIFT) + SIZE] as number;
  }

  /** 0 for a leaf. */
  height(node: number): number {
    return this.ints[(node << SHIFT) + HEIGHT] as number;
  }

  epoch(node: number): number {
    return this.ints[(node << SHIFT) + EPOCH] as number;
  }

  storedHeight(node: number): number {
    return this.ints[(node << SHIFT) + STORED_HEIGHT] as number;
  }

  setLeft(node: number, child: number): void {
    this.ints[(node << SHIFT) + LEFT] = child;
  }

  setRight(node: number, child: number): void {
    this.ints[(node << SHIFT) + RIGHT] = child;
  }

  setRecord(node: number, record: number): void {
    this.ints[(node << SHIFT) + RECORD] = record;
  }

  forgetStoredHeight(node: number): void {
    this.ints[(node << SHIFT) + STORED_HEIGHT] = NOT_STORED;
  }

  /** Sets height and size from the children. */
  measure(node: number): void {
    const { ints } = this;
    const at = node << SHIFT;
    const left = (ints[at + LEFT] as number) << SHIFT;
    const right = (ints[at + RIGHT] as number) << SHIFT;
    const leftHeight = ints[left + HEIGHT] as number;
    const rightHeight = ints[right + HEIGHT] as number;
    ints[at + HEIGHT] = Math.max(leftHeight, rightHeight) + 1;
    ints[at + SIZE] = (ints[left + SIZE] as number) + (ints[right + SIZE] as number);
  }

  /** Height of the left subtree minus that of the right. */
  balance(node: number): number {
    return this.height(this.left(node)) - this.height(this.right(node));
  }

  /** A copy of the node's hash, 32 bytes. */
  hash(node: number): Uint8Array {
    const at = node * NODE_BYTES + HASH_AT;
    return new Uint8Array(this.buffer.subarray(at, at + 32));
  }

  setHashHex(node: number, hashHex: string): void {
    this.buffer.write(hashHex, node * NODE_BYTES + HASH_AT, "hex");
  }

  copyHash(node: number, target: Buffer, at: number): void {
    const from = node * NODE_BYTES + HASH_AT;
    this.buffer.copy(target, at, from, from + 32);
  }

  private take(): number {
    this.nodesUsed += 1;
    if (this.free !== EMPTY) {
      const node = this.free;
      this.free = this.left(node);
      return node;
    }
    if (this.next === this.capacity) this.grow();
    this.next += 1;
    return this.next - 1;
  }

  private grow(): void {
    if (this.capacity >= NODES_MAX) {
      throw new StoreError("limit", "the state has outgrown 16 million keys; delete or split it");
    }
    this.capacity *= 2;
    const grown = new Int32Array(this.capacity << SHIFT);
    grown.set(this.ints);
    this.ints = grown;
    this.buffer = asBuffer(new Uint8Array(grown.buffer));
  }
}
