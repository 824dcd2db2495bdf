/**
 * Set and delete in an AVL tree whose pairs are in the leaves. Which rotation follows which change
 * is Go-IAVL's rule, so shapes and roots are the same as there (test/vectors/iavl). One `AvlWriter`
 * serves one working version: it copies what older versions can reach and changes its own nodes.
 */
import { EMPTY, type NodeArena } from "./arena.ts";
import { hashInner, hashLeaf } from "./hash.ts";
import { keyHead } from "./keyHead.ts";

/** No key moved up from a deletion. */
const NONE = -1;

/** The height of the inner node whose right subtree begins with the key of `record`. */
export interface InnerHeight {
  readonly record: number;
  readonly height: number;
}

/** The leaf holding `key`, or EMPTY. */
export function findLeaf(arena: NodeArena, root: number, key: Uint8Array): number {
  if (root === EMPTY) return EMPTY;
  const head = keyHead(key, 0, key.length);
  let node = root;
  while (arena.height(node) > 0) {
    node = arena.compareKey(node, key, head) > 0 ? arena.left(node) : arena.right(node);
  }
  return arena.compareKey(node, key, head) === 0 ? node : EMPTY;
}

export class AvlWriter {
  /** Nodes that the version before can reach and the working one cannot. */
  readonly orphans: number[] = [];
  private readonly arena: NodeArena;
  private readonly epoch: number;
  /** Own nodes that are out of use again. */
  private readonly garbage: number[] = [];
  /** Of the key that is set or deleted. */
  private head = 0;
  private changedRecord = NONE;
  private shapeChanged = false;
  private smallestRecord = NONE;

  constructor(arena: NodeArena, epoch: number) {
    this.arena = arena;
    this.epoch = epoch;
  }

  /** Puts the pair into the tree at `root` and returns the new root. */
  set(root: number, key: Uint8Array, value: Uint8Array): number {
    if (root === EMPTY) return this.leaf(key, value);
    this.shapeChanged = false;
    this.head = keyHead(key, 0, key.length);
    return this.setBelow(root, key, value);
  }

  /** Takes `key` out of the tree at `root` and returns the new root; without it, the same root. */
  delete(root: number, key: Uint8Array): number {
    if (findLeaf(this.arena, root, key) === EMPTY) return root;
    this.smallestRecord = NONE;
    this.head = keyHead(key, 0, key.length);
    return this.deleteBelow(root, key);
  }

  /**
   * Hashes every node that this writer made below `root`, children first, and returns the heights
   * that the base table does not have yet.
   */
  hash(root: number): InnerHeight[] {
    const heights: InnerHeight[] = [];
    if (root !== EMPTY) this.hashBelow(root, heights);
    return heights;
  }

  /** Frees own nodes that fell out of use. Call once, when the version is finished or dropped. */
  releaseGarbage(): void {
    for (const node of this.garbage) this.arena.release(node);
    this.garbage.length = 0;
  }

  /** Frees every node of this writer below `root`: the working version is given up. */
  releaseOwn(root: number): void {
    if (root === EMPTY || this.arena.epoch(root) !== this.epoch) return;
    if (this.arena.height(root) > 0) {
      this.releaseOwn(this.arena.left(root));
      this.releaseOwn(this.arena.right(root));
    }
    this.arena.release(root);
  }

  private setBelow(node: number, key: Uint8Array, value: Uint8Array): number {
    const { arena } = this;
    const order = arena.compareKey(node, key, this.head);
    if (arena.height(node) === 0) return this.setLeaf(node, order, key, value);
    const own = this.own(node);
    if (order > 0) {
      arena.setLeft(own, this.setBelow(arena.left(own), key, value));
    } else {
      arena.setRight(own, this.setBelow(arena.right(own), key, value));
      // The key of this node is that of the leaf that was just replaced, record and all.
      if (order === 0) arena.setRecord(own, this.changedRecord);
    }
    return this.shapeChanged ? this.rebalance(own) : own;
  }

  private setLeaf(node: number, order: number, key: Uint8Array, value: Uint8Array): number {
    const { arena } = this;
    const leaf = this.leaf(key, value);
    this.changedRecord = arena.record(leaf);
    if (order === 0) {
      this.retire(node);
      return leaf;
    }
    this.shapeChanged = true;
    const [left, right] = order > 0 ? [leaf, node] : [node, leaf];
    const inner = arena.addInner(left, right, arena.record(right), 1, this.epoch);
    arena.measure(inner);
    return inner;
  }

  /** `key` is below `node`. Returns EMPTY when nothing is left there. */
  private deleteBelow(node: number, key: Uint8Array): number {
    const { arena } = this;
    if (arena.height(node) === 0) {
      this.retire(node);
      return EMPTY;
    }
    const goLeft = arena.compareKey(node, key, this.head) > 0;
    const child = this.deleteBelow(goLeft ? arena.left(node) : arena.right(node), key);
    if (child === EMPTY) {
      // Only the other child is left; it takes this node's place.
      if (goLeft) this.smallestRecord = arena.record(node);
      const other = goLeft ? arena.right(node) : arena.left(node);
      this.retire(node);
      return other;
    }
    const own = this.own(node);
    if (goLeft) {
      arena.setLeft(own, child);
    } else {
      arena.setRight(own, child);
      if (this.smallestRecord !== NONE) {
        arena.setRecord(own, this.smallestRecord);
        arena.forgetStoredHeight(own);
        this.smallestRecord = NONE;
      }
    }
    return this.rebalance(own);
  }

  private rebalance(node: number): number {
    const { arena } = this;
    arena.measure(node);
    const balance = arena.balance(node);
    if (balance > 1) {
      const left = arena.left(node);
      if (arena.balance(left) < 0) arena.setLeft(node, this.rotateLeft(this.own(left)));
      return this.rotateRight(node);
    }
    if (balance < -1) {
      const right = arena.right(node);
      if (arena.balance(right) > 0) arena.setRight(node, this.rotateRight(this.own(right)));
      return this.rotateLeft(node);
    }
    return node;
  }

  /** `node` is own. Its right child becomes the root of the subtree. */
  private rotateLeft(node: number): number {
    const { arena } = this;
    const root = this.own(arena.right(node));
    arena.setRight(node, arena.left(root));
    arena.setLeft(root, node);
    arena.measure(node);
    arena.measure(root);
    return root;
  }

  /** `node` is own. Its left child becomes the root of the subtree. */
  private rotateRight(node: number): number {
    const { arena } = this;
    const root = this.own(arena.left(node));
    arena.setLeft(node, arena.right(root));
    arena.setRight(root, node);
    arena.measure(node);
    arena.measure(root);
    return root;
  }

  private leaf(key: Uint8Array, value: Uint8Array): number {
    const node = this.arena.addLeaf(key, value, this.epoch);
    hashLeaf(this.arena, node, key, value);
    return node;
  }

  private own(node: number): number {
    if (this.arena.epoch(node) === this.epoch) return node;
    this.orphans.push(node);
    return this.arena.copy(node, this.epoch);
  }

  private retire(node: number): void {
    (this.arena.epoch(node) === this.epoch ? this.garbage : this.orphans).push(node);
  }

  private hashBelow(node: number, heights: InnerHeight[]): void {
    const { arena } = this;
    const height = arena.height(node);
    if (height === 0 || arena.epoch(node) !== this.epoch) return;
    this.hashBelow(arena.left(node), heights);
    this.hashBelow(arena.right(node), heights);
    hashInner(arena, node);
    if (arena.storedHeight(node) !== height) heights.push({ record: arena.record(node), height });
  }
}
