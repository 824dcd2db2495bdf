/**
 * Restores a tree from its pairs in key order and the height of the inner node that each key
 * separates: the root of any range is its separator of the greatest height, so one pass with a
 * stack gives back exactly the shape that was stored, hashed, in linear time.
 */
import { EMPTY, type NodeArena } from "./arena.ts";
import { StoreError } from "./errors.ts";
import { hashInner, hashLeaf } from "./hash.ts";

function refuse(what: string): never {
  throw new StoreError("corrupt", `the stored tree is damaged: ${what}`);
}

export class TreeBuilder {
  private readonly arena: NodeArena;
  private readonly epoch: number;
  /** Inner nodes whose right side is not complete; heights fall towards the end. */
  private readonly open: number[] = [];
  private last = EMPTY;

  constructor(arena: NodeArena, epoch: number) {
    this.arena = arena;
    this.epoch = epoch;
  }

  /**
   * Adds the next pair in key order; `height` is that of the inner node whose right subtree begins
   * with it (ignored for the first pair, which no inner node begins with).
   * @throws StoreError `corrupt` when the order or the heights cannot be those of an AVL tree.
   */
  add(key: Uint8Array, value: Uint8Array, height: number): void {
    const { arena, open } = this;
    if (key.length === 0 || value.length === 0) refuse("an empty key or value");
    const leaf = arena.addLeaf(key, value, this.epoch);
    hashLeaf(arena, leaf, key, value);
    if (this.last !== EMPTY) {
      if (arena.slab.compare(arena.record(this.last), key) >= 0) refuse("keys out of order");
      if (!Number.isInteger(height) || height < 1 || height > 127) refuse("an impossible height");
      const left = this.closeBelow(height);
      open.push(arena.addInner(left, EMPTY, arena.record(leaf), height, this.epoch));
    }
    this.last = leaf;
  }

  /** The root, EMPTY when nothing was added. */
  finish(): number {
    return this.closeBelow(Number.POSITIVE_INFINITY);
  }

  /** Completes every open node lower than `height` and returns the subtree that they make. */
  private closeBelow(height: number): number {
    const { arena, open } = this;
    let subtree = this.last;
    for (;;) {
      const node = open.at(-1);
      if (node === undefined || arena.height(node) >= height) return subtree;
      open.pop();
      arena.setRight(node, subtree);
      const expected = arena.height(node);
      arena.measure(node);
      if (arena.height(node) !== expected) refuse("a height that its children do not give");
      if (Math.abs(arena.balance(node)) > 1) refuse("a subtree out of balance");
      hashInner(arena, node);
      subtree = node;
    }
  }
}
