/**
 * The state of the application as its host sees it: versions to read and prove, a working version
 * to hash (FinalizeBlock) and to commit (Commit). `openStore` is the durable one, `memory.ts` the
 * same without a file.
 */
import { assert, present } from "../lib/assert.ts";
import { equalBytes } from "../lib/bytes.ts";
import { Branch } from "./branch.ts";
import { type Changes, changesOf, decodeLog } from "./changes.ts";
import { StoreError } from "./errors.ts";
import { KEPT_VERSIONS_DEFAULT } from "./limits.ts";
import { type StoreProof, proveKey } from "./proof.ts";
import { Snapshot } from "./snapshot.ts";
import { requireAppHash, SqliteFile, type StoredVersion } from "./sqlite.ts";
import { type BaseRow, sortedStoreNames, type Version, VersionedTrees } from "./versions.ts";

/** Pairs between two lines of progress while a large state is loaded. */
const PROGRESS_ROWS = 250_000;

/** Where progress goes; a pino logger is one. */
export interface StoreLogger {
  info(fields: object, message: string): void;
}

export interface StoreOptions {
  /** Names of all stores, in any order. They never change under one file. */
  readonly storeNames: readonly string[];
  /** Committed versions that stay answerable, at least 1. */
  readonly keptVersions?: number | undefined;
}

export interface FileStoreOptions extends StoreOptions {
  /** The SQLite file; created when it does not exist, in a folder that does. */
  readonly path: string;
  /** FULL (default) waits for the disk at each commit. */
  readonly synchronous?: "FULL" | "NORMAL" | undefined;
  /** A commit that would make the main file larger fails with `disk_full`. */
  readonly fileBytesMax?: number | undefined;
  readonly logger?: StoreLogger | undefined;
}

/** One pair of an export. */
export interface ExportEntry {
  readonly store: string;
  readonly key: Uint8Array;
  readonly value: Uint8Array;
}

/** A version that is not pruned while somebody reads it. */
export interface FrozenVersion {
  readonly height: bigint;
  readonly appHash: Uint8Array;
  /** All pairs by store and key; may be read in many steps. */
  rows(): Iterable<BaseRow>;
  release(): void;
}

/** Makes the working version durable before it becomes the latest. */
interface Durable {
  commit(version: StoredVersion, trees: VersionedTrees, keptCount: number): void;
  restore(version: StoredVersion, rows: Iterable<BaseRow>): void;
  close(): void;
}

export class Store {
  private readonly trees: VersionedTrees;
  private readonly keptVersions: number;
  private readonly durable: Durable | undefined;

  constructor(trees: VersionedTrees, keptVersions: number, durable: Durable | undefined) {
    assert(Number.isInteger(keptVersions) && keptVersions >= 1, "at least one version is kept");
    this.trees = trees;
    this.keptVersions = keptVersions;
    this.durable = durable;
  }

  /** Names of all stores, sorted. */
  get storeNames(): readonly string[] {
    return this.trees.names;
  }

  /** Height of the oldest version that is answerable. */
  get oldestHeight(): bigint {
    return this.trees.oldest.height;
  }

  /** The last committed version; height 0 before the first commit. */
  latest(): Snapshot {
    return new Snapshot(this.trees, this.trees.latest);
  }

  /** The committed version at `height`, or undefined when it is not kept. */
  at(height: bigint): Snapshot | undefined {
    const version = this.trees.at(height);
    return version === undefined ? undefined : new Snapshot(this.trees, version);
  }

  /**
   * Makes a working version at `height` from the latest and `changes`, and returns its app hash
   * (32 bytes). Nothing is durable yet. Another call drops the working version and begins again
   * from the latest: CometBFT may ask for a height more than once.
   */
  apply(changes: Changes | Branch, height: bigint): Uint8Array {
    const latest = this.trees.latest.height;
    assert(height > 0n && (latest === 0n || height === latest + 1n), "heights follow each other");
    const list = changes instanceof Branch ? changes.changes() : changes;
    return this.trees.apply(list, height).appHash;
  }

  /**
   * Makes the working version the latest, durably and as a whole.
   * @throws StoreError when the disk refuses; the version before is then still the latest, here
   * and in the file, and the call may be repeated.
   */
  commit(): void {
    const version = present(this.trees.pending, "a working version to commit");
    this.durable?.commit(version, this.trees, this.keptVersions);
    this.trees.promote(this.keptVersions);
  }

  /**
   * Proof that `key` of `store` has its value, or none, at `height`.
   * @throws StoreError `pruned` when the version is not kept.
   */
  prove(height: bigint, store: string, key: Uint8Array): StoreProof {
    return proveKey(this.trees, this.versionAt(height), store, key);
  }

  /** All pairs at `height`, by store name, then key. The same errors as `prove`. */
  *export(height: bigint): IterableIterator<ExportEntry> {
    const snapshot = new Snapshot(this.trees, this.versionAt(height));
    for (const store of this.storeNames) {
      for (const [key, value] of snapshot.iterate(store, {})) yield { store, key, value };
    }
  }

  /** Freezes the version at `height` for reading between blocks, until it is released. */
  freeze(height: bigint): FrozenVersion {
    const { appHash } = this.versionAt(height);
    const version = this.trees.pin(height);
    return {
      height,
      appHash,
      rows: () => this.trees.rows(version),
      release: () => this.trees.unpin(height),
    };
  }

  /**
   * Fills the empty store with one version. `rows` is read twice.
   * @throws StoreError `corrupt` when the pairs do not give `appHash`, or the disk's; the store is
   * empty then.
   */
  restore(height: bigint, appHash: Uint8Array, rows: () => Iterable<BaseRow>): void {
    assert(this.latest().height === 0n, "a store is restored when it is empty");
    try {
      const version = this.trees.loadBase(height, rows());
      if (!equalBytes(version.appHash, appHash)) {
        throw new StoreError("corrupt", "the pairs of the snapshot do not give its app hash");
      }
      this.durable?.restore({ height, appHash }, rows());
    } catch (error) {
      this.trees.reset();
      throw error;
    }
  }

  /** Closes the file, if any. A working version that was not committed is given up. */
  close(): void {
    this.trees.drop();
    this.durable?.close();
  }

  private versionAt(height: bigint): Version {
    const version = this.trees.at(height);
    if (version !== undefined) return version;
    const { oldest, latest } = this.trees;
    throw new StoreError(
      "pruned",
      `height ${height} is not kept; ask between ${oldest.height} and ${latest.height}`,
    );
  }
}

/**
 * Opens the state file, or creates it, and checks every kept version against its app hash.
 * @throws StoreError
 */
export function openStore(options: FileStoreOptions): Store {
  const keptVersions = options.keptVersions ?? KEPT_VERSIONS_DEFAULT;
  const trees = new VersionedTrees(sortedStoreNames(options.storeNames));
  const file = new SqliteFile({ ...options, storeNames: trees.names });
  const durable: Durable = {
    restore: (version, rows) => file.restore(version, rows),
    commit: (version, from, keptCount) => file.commit(version, from.pendingEntries(), keptCount),
    close: () => file.close(),
  };
  try {
    load(trees, file, options);
    return new Store(trees, keptVersions, durable);
  } catch (error) {
    file.close();
    throw error;
  }
}

function load(trees: VersionedTrees, file: SqliteFile, options: FileStoreOptions): void {
  const [base, ...logged] = file.versions();
  if (base === undefined) return;
  const rows = counted(file.base(), options.logger);
  requireAppHash(base, trees.loadBase(base.height, rows).appHash, options.path);
  for (const stored of logged) {
    if (stored.height !== trees.latest.height + 1n) {
      throw new StoreError("corrupt", `${options.path} is damaged: a height is missing in its log`);
    }
    const changes = changesOf(decodeLog(file.log(stored.height)), trees.names);
    requireAppHash(stored, trees.apply(changes, stored.height).appHash, options.path);
    trees.promote(Number.POSITIVE_INFINITY);
  }
}

function* counted(
  rows: Iterable<BaseRow>,
  logger: StoreLogger | undefined,
): Generator<BaseRow, void> {
  let count = 0;
  for (const row of rows) {
    yield row;
    count += 1;
    if (count % PROGRESS_ROWS === 0) logger?.info({ pairs: count }, "loading the state");
  }
}
