/**
 * Nodes of all trees and versions in typed arrays: 64 bytes, one cache line, per node. Node 0 is
 * the empty tree. A node that a kept version can reach is never changed (copy on write); the
 * `epoch` says which working version made it and may still change it.
 */
import { assert } from "../lib/assert.ts";
import { asBuffer } from "../lib/bytes.ts";
import { StoreError } from "./errors.ts";
import { keyHead } from "./keyHead.ts";
import { Slab } from "./slab.ts";

/** Integers per node is 1 << 4; eight are fields, the other 32 bytes are the hash. */
const SHIFT = 4;
const LEFT = 0;
const RIGHT = 1;
const RECORD = 2;
const SIZE = 3;
const HEIGHT = 4;
const EPOCH = 5;
const STORED_HEIGHT = 6;
const HEAD = 7;
const HASH_AT = 32;
const HASH_BYTES = 32;

/** Nodes per page: 1 MiB. One growing array would stop the node for a second at each doubling. */
const PAGE_SHIFT = 14;
const PAGE_NODES = 1 << PAGE_SHIFT;
const PAGE_MASK = PAGE_NODES - 1;
/** 32 million pairs and 4 GiB; node numbers are int32. */
const NODES_MAX: number = 2 ** 26;

/** No node: the empty tree. */
export const EMPTY = 0;

/** Marks an inner node whose height is not yet in the base table under its key. */
export const NOT_STORED = -1;

/** Position of a node's first integer in its page. */
function place(node: number): number {
  return (node & PAGE_MASK) << SHIFT;
}

export class NodeArena {
  readonly slab: Slab = new Slab();
  /** Nodes in use, for tests and metrics. */
  nodesUsed = 0;
  private readonly pages: Int32Array[] = [];
  private readonly buffers: Buffer[] = [];
  private next = 1;
  /** First free node; the next one is in its `left` field. */
  private free = EMPTY;

  /** A leaf of the pair; its hash is still to be written. */
  addLeaf(key: Uint8Array, value: Uint8Array, epoch: number): number {
    const node = this.take();
    const ints = this.page(node);
    const at = place(node);
    ints[at + LEFT] = EMPTY;
    ints[at + RIGHT] = EMPTY;
    ints[at + RECORD] = this.slab.add(key, value);
    ints[at + SIZE] = 1;
    ints[at + HEIGHT] = 0;
    ints[at + EPOCH] = epoch;
    ints[at + STORED_HEIGHT] = NOT_STORED;
    ints[at + HEAD] = keyHead(key, 0, key.length);
    return node;
  }

  /** An inner node; `record` is that of the smallest key on its right. Size and hash are stale. */
  addInner(left: number, right: number, record: number, height: number, epoch: number): number {
    const node = this.take();
    const ints = this.page(node);
    const at = place(node);
    ints[at + LEFT] = left;
    ints[at + RIGHT] = right;
    ints[at + RECORD] = record;
    ints[at + HEIGHT] = height;
    ints[at + EPOCH] = epoch;
    ints[at + STORED_HEIGHT] = NOT_STORED;
    ints[at + HEAD] = this.slab.head(record);
    return node;
  }

  /** A copy of an inner node that `epoch` may change; remembers the height its key had before. */
  copy(node: number, epoch: number): number {
    const made = this.take();
    const source = this.page(node);
    const target = this.page(made);
    const from = place(node);
    const to = place(made);
    for (let field = LEFT; field <= HEIGHT; field += 1) {
      target[to + field] = source[from + field] as number;
    }
    target[to + HEAD] = source[from + HEAD] as number;
    target[to + EPOCH] = epoch;
    target[to + STORED_HEIGHT] = source[from + HEIGHT] as number;
    return made;
  }

  /** Frees a node, and its record when it is a leaf. */
  release(node: number): void {
    assert(node !== EMPTY, "the empty tree is never freed");
    if (this.height(node) === 0) this.slab.release(this.record(node));
    this.setLeft(node, this.free);
    this.page(node)[place(node) + EPOCH] = -1;
    this.free = node;
    this.nodesUsed -= 1;
  }

  left(node: number): number {
    return this.page(node)[place(node) + LEFT] as number;
  }

  right(node: number): number {
    return this.page(node)[place(node) + RIGHT] as number;
  }

  /** Record of a leaf's pair, or of the smallest key in an inner node's right subtree. */
  record(node: number): number {
    return this.page(node)[place(node) + RECORD] as number;
  }

  /** Leaves below the node. */
  size(node: number): number {
    return this.page(node)[place(node) + SIZE] as number;
  }

  /** 0 for a leaf. */
  height(node: number): number {
    return this.page(node)[place(node) + HEIGHT] as number;
  }

  epoch(node: number): number {
    return this.page(node)[place(node) + EPOCH] as number;
  }

  storedHeight(node: number): number {
    return this.page(node)[place(node) + STORED_HEIGHT] as number;
  }

  setLeft(node: number, child: number): void {
    this.page(node)[place(node) + LEFT] = child;
  }

  setRight(node: number, child: number): void {
    this.page(node)[place(node) + RIGHT] = child;
  }

  /** Makes the key of `record` that of an inner node. */
  setRecord(node: number, record: number): void {
    const ints = this.page(node);
    ints[place(node) + RECORD] = record;
    ints[place(node) + HEAD] = this.slab.head(record);
  }

  /** Order of the node's key against `key`, whose `keyHead` is `head`. */
  compareKey(node: number, key: Uint8Array, head: number): number {
    const ints = this.page(node);
    const at = place(node);
    const own = ints[at + HEAD] as number;
    if (own !== head) return own < head ? -1 : 1;
    return this.slab.compare(ints[at + RECORD] as number, key);
  }

  forgetStoredHeight(node: number): void {
    this.page(node)[place(node) + STORED_HEIGHT] = NOT_STORED;
  }

  /** Sets height and size from the children. */
  measure(node: number): void {
    const left = this.left(node);
    const right = this.right(node);
    const ints = this.page(node);
    const at = place(node);
    ints[at + HEIGHT] = Math.max(this.height(left), this.height(right)) + 1;
    ints[at + SIZE] = this.size(left) + this.size(right);
  }

  /** Height of the left subtree minus that of the right. */
  balance(node: number): number {
    return this.height(this.left(node)) - this.height(this.right(node));
  }

  /** A copy of the node's hash, 32 bytes. */
  hash(node: number): Uint8Array {
    const hash = new Uint8Array(HASH_BYTES);
    this.copyHash(node, hash, 0);
    return hash;
  }

  setHashHex(node: number, hashHex: string): void {
    this.pageBytes(node).write(hashHex, place(node) * 4 + HASH_AT, "hex");
  }

  copyHash(node: number, target: Uint8Array, at: number): void {
    const source = this.pageBytes(node);
    const from = place(node) * 4 + HASH_AT;
    // A loop is twice as fast as a call for so few bytes.
    for (let i = 0; i < HASH_BYTES; i += 1) target[at + i] = source[from + i] as number;
  }

  private page(node: number): Int32Array {
    return this.pages[node >>> PAGE_SHIFT] as Int32Array;
  }

  private pageBytes(node: number): Buffer {
    return this.buffers[node >>> PAGE_SHIFT] as Buffer;
  }

  private take(): number {
    this.nodesUsed += 1;
    if (this.free !== EMPTY) {
      const node = this.free;
      this.free = this.left(node);
      return node;
    }
    if (this.next >= this.pages.length * PAGE_NODES) this.addPage();
    this.next += 1;
    return this.next - 1;
  }

  private addPage(): void {
    if (this.next >= NODES_MAX) {
      throw new StoreError("limit", "the state has outgrown 32 million keys; delete or split it");
    }
    const page = new Int32Array(PAGE_NODES << SHIFT);
    this.pages.push(page);
    this.buffers.push(asBuffer(new Uint8Array(page.buffer)));
  }
}
