/** Ordered iteration over one tree. */
import { EMPTY, type NodeArena } from "./arena.ts";
import type { KeyRange, StoreEntry } from "./store.ts";

/**
 * Pairs of the tree at `root` within `range`. Before each step `guard` is called, which throws
 * when the tree has been pruned in the meantime: its nodes would then be other nodes.
 */
export function* iterateTree(
  arena: NodeArena,
  root: number,
  range: KeyRange,
  guard: () => void,
): IterableIterator<StoreEntry> {
  const leaves =
    range.reverse === true ? descending(arena, root, range) : ascending(arena, root, range);
  for (;;) {
    guard();
    const { value: leaf, done } = leaves.next();
    if (done === true) return;
    const record = arena.record(leaf);
    yield [arena.slab.key(record), arena.slab.value(record)];
  }
}

/** A leaf's pair, and the height of the inner node whose right subtree begins with it. */
export interface SeparatedLeaf {
  readonly record: number;
  /** 0 for the first leaf, which no inner node begins with. */
  readonly innerHeight: number;
}

/** All leaves of the tree at `root` in key order, with what its shape is restored from. */
export function* separatedLeaves(arena: NodeArena, root: number): Generator<SeparatedLeaf, void> {
  const rest: number[] = [];
  const heights: number[] = [];
  let node = root;
  let innerHeight = 0;
  while (node !== EMPTY) {
    while (arena.height(node) > 0) {
      rest.push(arena.right(node));
      heights.push(arena.height(node));
      node = arena.left(node);
    }
    yield { record: arena.record(node), innerHeight };
    node = rest.pop() ?? EMPTY;
    innerHeight = heights.pop() ?? 0;
  }
}

function* ascending(
  arena: NodeArena,
  root: number,
  { start, end }: KeyRange,
): Generator<number, void> {
  const { slab } = arena;
  const rest: number[] = [];
  let node = root;
  if (start !== undefined && root !== EMPTY) {
    while (arena.height(node) > 0) {
      if (slab.compare(arena.record(node), start) <= 0) {
        node = arena.right(node);
      } else {
        rest.push(arena.right(node));
        node = arena.left(node);
      }
    }
    if (slab.compare(arena.record(node), start) < 0) node = rest.pop() ?? EMPTY;
  }
  while (node !== EMPTY) {
    while (arena.height(node) > 0) {
      rest.push(arena.right(node));
      node = arena.left(node);
    }
    if (end !== undefined && slab.compare(arena.record(node), end) >= 0) return;
    yield node;
    node = rest.pop() ?? EMPTY;
  }
}

function* descending(
  arena: NodeArena,
  root: number,
  { start, end }: KeyRange,
): Generator<number, void> {
  const { slab } = arena;
  const rest: number[] = [];
  let node = root;
  if (end !== undefined && root !== EMPTY) {
    while (arena.height(node) > 0) {
      if (slab.compare(arena.record(node), end) >= 0) {
        node = arena.left(node);
      } else {
        rest.push(arena.left(node));
        node = arena.right(node);
      }
    }
    if (slab.compare(arena.record(node), end) >= 0) node = rest.pop() ?? EMPTY;
  }
  while (node !== EMPTY) {
    while (arena.height(node) > 0) {
      rest.push(arena.left(node));
      node = arena.right(node);
    }
    if (start !== undefined && slab.compare(arena.record(node), start) < 0) return;
    yield node;
    node = rest.pop() ?? EMPTY;
  }
}
