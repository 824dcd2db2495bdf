/**
 * The trees of all stores, in the versions that are kept, and at most one working version that is
 * not committed yet. Versions share every node that did not change. The nodes that a version no
 * longer has are freed when the last version that had them is pruned.
 */
import { assert, present } from "../lib/assert.ts";
import { compareBytes, equalBytes, utf8 } from "../lib/bytes.ts";
import { EMPTY, NodeArena } from "./arena.ts";
import { AvlWriter, type InnerHeight } from "./avl.ts";
import { TreeBuilder } from "./build.ts";
import { assertChanges, type Changes, type LogEntry } from "./changes.ts";
import { StoreError } from "./errors.ts";
import { EMPTY_ROOT } from "./hash.ts";
import { STORES_MAX } from "./limits.ts";
import { appHashOf } from "./merkle.ts";
import { separatedLeaves } from "./walk.ts";

/** All trees at one height. */
export interface Version {
  readonly height: bigint;
  readonly appHash: Uint8Array;
  /** Root node of each store's tree, in the order of the names. */
  readonly roots: readonly number[];
  /** Root hash of each store's tree. */
  readonly rootHashes: readonly Uint8Array[];
  /** Set when its nodes may have been freed; reading it is then refused. */
  pruned: boolean;
  /** Nodes of the version before that this one does not have. */
  orphans: Int32Array;
}

/** One row of the base table. */
export interface BaseRow {
  readonly store: number;
  readonly key: Uint8Array;
  readonly value: Uint8Array;
  /** Height of the inner node whose right subtree begins with the key. */
  readonly innerHeight: number;
}

interface Working {
  readonly version: Version;
  readonly changes: Changes;
  readonly writers: readonly { readonly store: number; readonly writer: AvlWriter }[];
  readonly heights: readonly (readonly InnerHeight[])[];
}

/**
 * `names` in byte order.
 * @throws AssertionError when a name is not made of a to z, 0 to 9 and _, or occurs twice.
 */
export function sortedStoreNames(names: readonly string[]): readonly string[] {
  assert(names.length > 0 && names.length <= STORES_MAX, "a chain has 1 to 255 stores");
  for (const name of names) assert(/^[a-z0-9_]{1,64}$/.test(name), `bad store name "${name}"`);
  assert(new Set(names).size === names.length, "store names differ");
  return [...names].sort((a, b) => compareBytes(utf8(a), utf8(b)));
}

export class VersionedTrees {
  readonly names: readonly string[];
  arena: NodeArena = new NodeArena();
  /** Kept versions, oldest first; never empty. */
  private readonly kept: Version[];
  private working: Working | undefined;
  /** Heights that somebody reads outside of blocks, with how many do. */
  private readonly pins = new Map<bigint, number>();
  private readonly numbers: ReadonlyMap<string, number>;
  private epoch = 0;

  /** Begins with empty trees at height 0. `names` must be sorted. */
  constructor(names: readonly string[]) {
    this.names = names;
    this.numbers = new Map(names.map((name, i) => [name, i]));
    this.kept = [
      this.version(
        0n,
        names.map(() => EMPTY),
        undefined,
      ),
    ];
  }

  get latest(): Version {
    return present(this.kept.at(-1), "the latest version");
  }

  get oldest(): Version {
    return present(this.kept[0], "the oldest version");
  }

  /** Position of `name` among the names. */
  storeNumber(name: string): number {
    return present(this.numbers.get(name), `a store named "${name}"`);
  }

  /** The kept version at `height`, or undefined. */
  at(height: bigint): Version | undefined {
    // Kept heights have no gaps after the oldest.
    return this.kept[Number(height - this.oldest.height)];
  }

  /**
   * Replaces the empty beginning by the version that the base table holds; `rows` come by store
   * number, then key.
   * @throws StoreError `corrupt` when they are not those of valid trees.
   */
  loadBase(height: bigint, rows: Iterable<BaseRow>): Version {
    assert(this.kept.length === 1 && this.latest.height === 0n, "the base is loaded first");
    this.epoch += 1;
    const builders = this.names.map(() => new TreeBuilder(this.arena, this.epoch));
    for (const { store, key, value, innerHeight } of rows) {
      const builder = builders[store];
      if (builder === undefined) throw new StoreError("corrupt", "a row of an unknown store");
      builder.add(key, value, innerHeight);
    }
    const roots = builders.map((builder) => builder.finish());
    this.kept[0] = this.version(height, roots, undefined);
    return this.latest;
  }

  /** Goes back to the empty beginning, as after a load that failed. */
  reset(): void {
    assert(this.working === undefined, "no working version");
    for (const version of this.kept) version.pruned = true;
    this.arena = new NodeArena();
    this.kept.length = 0;
    this.kept.push(
      this.version(
        0n,
        this.names.map(() => EMPTY),
        undefined,
      ),
    );
  }

  /** All pairs of `version` as the base table has them: the inverse of `loadBase`. */
  *rows(version: Version): Generator<BaseRow, void> {
    for (const [store, root] of version.roots.entries()) {
      for (const { record, innerHeight } of separatedLeaves(this.arena, root)) {
        assert(!version.pruned, "a version whose rows are read is pinned");
        const { slab } = this.arena;
        yield { store, key: slab.key(record), value: slab.value(record), innerHeight };
      }
    }
  }

  /** Keeps the version at `height` until it is unpinned as often, whatever is pruned. */
  pin(height: bigint): Version {
    const version = present(this.at(height), "a version to pin");
    this.pins.set(height, (this.pins.get(height) ?? 0) + 1);
    return version;
  }

  /** Gives a pinned version back; it goes with the next commit. */
  unpin(height: bigint): void {
    const count = present(this.pins.get(height), "a pinned version");
    if (count > 1) this.pins.set(height, count - 1);
    else this.pins.delete(height);
  }

  /** Makes the working version of `changes` on top of the latest; an earlier one is dropped. */
  apply(changes: Changes, height: bigint): Version {
    assertChanges(changes);
    this.drop();
    this.epoch += 1;
    const roots = [...this.latest.roots];
    const writers: { store: number; writer: AvlWriter }[] = [];
    const heights: InnerHeight[][] = [];
    const orphans: number[] = [];
    for (const store of this.changedStores(changes)) {
      const writer = new AvlWriter(this.arena, this.epoch);
      let root = roots[store] as number;
      for (const [key, value] of changes.get(this.names[store] as string) ?? []) {
        root = value === undefined ? writer.delete(root, key) : writer.set(root, key, value);
      }
      roots[store] = root;
      writers.push({ store, writer });
      heights.push(writer.hash(root));
      for (const node of writer.orphans) orphans.push(node);
    }
    const version = this.version(height, roots, this.latest);
    version.orphans = Int32Array.from(orphans);
    this.working = { version, changes, writers, heights };
    return version;
  }

  /** The working version, if there is one. */
  get pending(): Version | undefined {
    return this.working?.version;
  }

  /** What the working version changes: per store the pairs, then the heights of inner nodes. */
  *pendingEntries(): Generator<LogEntry, void> {
    const { changes, writers, heights } = present(this.working, "a working version");
    for (const [i, { store }] of writers.entries()) {
      for (const [key, value] of changes.get(this.names[store] as string) ?? []) {
        if (value === undefined) yield { kind: "delete", store, key };
        else yield { kind: "set", store, key, value };
      }
      for (const { record, height } of heights[i] ?? []) {
        yield { kind: "height", store, key: this.arena.slab.key(record), height };
      }
    }
  }

  /** Gives the working version up, and its nodes back. */
  drop(): void {
    if (this.working === undefined) return;
    const { version, writers } = this.working;
    for (const { store, writer } of writers) {
      writer.releaseOwn(version.roots[store] as number);
      writer.releaseGarbage();
    }
    version.pruned = true;
    this.working = undefined;
  }

  /**
   * Makes the working version the latest, and prunes all but the newest `keptCount` versions. The
   * empty beginning at height 0 is never kept: a chain's first height need not be 1.
   */
  promote(keptCount: number): void {
    const { version, writers } = present(this.working, "a working version");
    for (const { writer } of writers) writer.releaseGarbage();
    this.working = undefined;
    this.kept.push(version);
    while (this.kept.length > keptCount || this.oldest.height === 0n) {
      if (this.pins.has(this.oldest.height)) return;
      this.pruneOldest();
    }
  }

  private pruneOldest(): void {
    const pruned = present(this.kept.shift(), "a version to prune");
    pruned.pruned = true;
    const { oldest } = this;
    for (const node of oldest.orphans) this.arena.release(node);
    oldest.orphans = new Int32Array(0);
  }

  /** Numbers of the stores that `changes` names, ascending. */
  private changedStores(changes: Changes): number[] {
    const numbers: number[] = [];
    for (const [store, name] of this.names.entries()) if (changes.has(name)) numbers.push(store);
    assert(numbers.length === changes.size, "changes are to known stores");
    return numbers;
  }

  private version(height: bigint, roots: readonly number[], before: Version | undefined): Version {
    const rootHashes = roots.map((root, store) => {
      const same = before !== undefined && before.roots[store] === root;
      if (same) return before.rootHashes[store] as Uint8Array;
      return root === EMPTY ? EMPTY_ROOT : this.arena.hash(root);
    });
    const unchanged = before?.rootHashes.every((hash, i) =>
      equalBytes(hash, rootHashes[i] as Uint8Array),
    );
    const appHash =
      before !== undefined && unchanged === true
        ? before.appHash
        : appHashOf(this.names, rootHashes);
    return { height, appHash, roots, rootHashes, pruned: false, orphans: new Int32Array(0) };
  }
}
