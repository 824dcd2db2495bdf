/** One kept version, to read. */
import { EMPTY } from "./arena.ts";
import { findLeaf } from "./avl.ts";
import { StoreError } from "./errors.ts";
import type { KeyRange, ReadState, StoreEntry } from "./store.ts";
import type { Version, VersionedTrees } from "./versions.ts";
import { iterateTree } from "./walk.ts";

/** Reads fail with StoreError `pruned` once the version is no longer kept. */
export class Snapshot implements ReadState {
  private readonly trees: VersionedTrees;
  private readonly version: Version;

  constructor(trees: VersionedTrees, version: Version) {
    this.trees = trees;
    this.version = version;
  }

  get height(): bigint {
    return this.version.height;
  }

  /** 32 bytes. */
  get appHash(): Uint8Array {
    return this.version.appHash;
  }

  get(store: string, key: Uint8Array): Uint8Array | undefined {
    this.guard();
    const { arena } = this.trees;
    const leaf = findLeaf(arena, this.root(store), key);
    return leaf === EMPTY ? undefined : arena.slab.value(arena.record(leaf));
  }

  iterate(store: string, range: KeyRange): IterableIterator<StoreEntry> {
    this.guard();
    return iterateTree(this.trees.arena, this.root(store), range, () => this.guard());
  }

  private root(store: string): number {
    return this.version.roots[this.trees.storeNumber(store)] as number;
  }

  private guard(): void {
    if (!this.version.pruned) return;
    throw new StoreError("pruned", `height ${this.version.height} is no longer kept`);
  }
}
