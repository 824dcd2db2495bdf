/**
 * What is durable: one SQLite file in WAL mode. The `base` table holds all pairs of the oldest kept
 * version, the change log every later version's changes. A commit is one transaction that appends
 * to the log and moves the oldest logged changes into the base, so that base and log together are
 * always the kept versions, whenever the process dies.
 */
import Database from "better-sqlite3";
import { equalBytes } from "../lib/bytes.ts";
import { decodeLog, encodeLog, type LogEntry } from "./changes.ts";
import { StoreError } from "./errors.ts";
import { DAMAGE_ADVICE, sqliteFault } from "./sqliteFault.ts";
import { FORMAT, SCHEMA } from "./sqliteSchema.ts";
import type { BaseRow } from "./versions.ts";

/** SQLite refuses blobs of a gigabyte; a large block's log is cut into parts. */
const LOG_PART_BYTES: number = 8 * 1_024 * 1_024;
/**
 * Pages (4 KiB) in the WAL before they are moved to the main file. Each commit rewrites pages of
 * the commits before, so a longer WAL moves far fewer; at the default of 1,000 every commit of a
 * thousand keys would move all of its pages.
 */
const CHECKPOINT_PAGES = 8_000;
const CACHE_KIB = 65_536;
const LOCK_WAIT_MS = 1_000;

export interface SqliteOptions {
  readonly path: string;
  /** Sorted store names. */
  readonly storeNames: readonly string[];
  /** FULL waits for the disk at each commit; NORMAL may lose the last commits with the power. */
  readonly synchronous?: "FULL" | "NORMAL" | undefined;
  /** Refuses a commit that would make the main file larger. */
  readonly fileBytesMax?: number | undefined;
}

/** A version as the file has it. */
export interface StoredVersion {
  readonly height: bigint;
  readonly appHash: Uint8Array;
}

export class SqliteFile {
  private readonly db: Database.Database;
  private readonly path: string;
  private readonly appendLog: Database.Statement;
  private readonly appendVersion: Database.Statement;
  private readonly setPair: Database.Statement;
  private readonly deletePair: Database.Statement;
  private readonly setHeight: Database.Statement;

  /**
   * Opens or creates the file, and keeps other processes out of it until it is closed.
   * @throws StoreError as `sqliteFault` tells, and `format` for a file of another kind.
   */
  constructor(options: SqliteOptions) {
    this.path = options.path;
    this.db = this.guarded("open", () => new Database(options.path, { timeout: LOCK_WAIT_MS }));
    try {
      this.guarded("open", () => this.prepareFile(options));
    } catch (error) {
      this.db.close();
      throw error;
    }
    const prepare = (sql: string): Database.Statement => this.db.prepare(sql);
    this.appendLog = prepare("INSERT INTO change_log (height, part, data) VALUES (?, ?, ?)");
    this.appendVersion = prepare("INSERT INTO version (height, app_hash) VALUES (?, ?)");
    this.setPair = prepare(
      `INSERT INTO base (store, key, value, inner_height) VALUES (?, ?, ?, 0)
       ON CONFLICT (store, key) DO UPDATE SET value = excluded.value`,
    );
    this.deletePair = prepare("DELETE FROM base WHERE store = ? AND key = ?");
    this.setHeight = prepare("UPDATE base SET inner_height = ? WHERE store = ? AND key = ?");
  }

  /** Versions in the file, oldest (the base) first; none before the first commit. */
  versions(): StoredVersion[] {
    return this.guarded("read", () => {
      const rows = this.db.prepare("SELECT height, app_hash FROM version ORDER BY height").raw();
      return (rows.all() as [number, Uint8Array][]).map(([height, appHash]) => ({
        height: BigInt(height),
        appHash: new Uint8Array(appHash),
      }));
    });
  }

  /** All pairs of the base version, by store and key. */
  *base(): Generator<BaseRow, void> {
    const select = this.db.prepare(
      "SELECT store, key, value, inner_height FROM base ORDER BY store, key",
    );
    try {
      type Row = [number, Uint8Array, Uint8Array, number];
      for (const row of select.raw().iterate() as IterableIterator<Row>) {
        const [store, key, value, innerHeight] = row;
        yield { store, key, value, innerHeight };
      }
    } catch (error) {
      throw sqliteFault(error, "read", this.path);
    }
  }

  /** What the version at `height` changed. */
  log(height: bigint): Uint8Array {
    return this.guarded("read", () => {
      const select = this.db.prepare("SELECT data FROM change_log WHERE height = ? ORDER BY part");
      return Buffer.concat(select.pluck().all(Number(height)) as Uint8Array[]);
    });
  }

  /**
   * Makes a version durable, whole or not at all, and leaves at most `keptCount` in the file.
   * @throws StoreError; the file then still holds the version before.
   */
  commit(version: StoredVersion, entries: Iterable<LogEntry>, keptCount: number): void {
    const work = this.db.transaction(() => {
      const heights = this.versions().map((stored) => stored.height);
      this.appendVersion.run(Number(version.height), version.appHash);
      if (heights.length === 0) {
        this.fold(entries);
        return;
      }
      this.append(version.height, encodeLog(entries));
      heights.push(version.height);
      while (heights.length > keptCount) this.foldOldest(heights);
    });
    this.guarded("write", () => work.immediate());
  }

  /**
   * Fills an empty file with the pairs of one version, whole or not at all.
   * @throws StoreError
   */
  restore(version: StoredVersion, rows: Iterable<BaseRow>): void {
    const insert = this.db.prepare(
      "INSERT INTO base (store, key, value, inner_height) VALUES (?, ?, ?, ?)",
    );
    const work = this.db.transaction(() => {
      for (const { store, key, value, innerHeight } of rows) {
        insert.run(store, key, value, innerHeight);
      }
      this.appendVersion.run(Number(version.height), version.appHash);
    });
    this.guarded("write", () => work.immediate());
  }

  /**
   * Forgets every version after `height`, which must be one that the file has.
   * @throws StoreError `pruned` when it is not.
   */
  rollback(height: bigint): void {
    if (!this.versions().some((version) => version.height === height)) {
      throw new StoreError("pruned", `${this.path} does not have height ${height} any more`);
    }
    const work = this.db.transaction(() => {
      this.db.prepare("DELETE FROM change_log WHERE height > ?").run(Number(height));
      this.db.prepare("DELETE FROM version WHERE height > ?").run(Number(height));
    });
    this.guarded("write", () => work.immediate());
  }

  /** Moves all but the newest `keptCount` versions into the base. Returns how many went. */
  prune(keptCount: number): number {
    const heights = this.versions().map((version) => version.height);
    const before = heights.length;
    const work = this.db.transaction(() => {
      while (heights.length > keptCount) this.foldOldest(heights);
    });
    this.guarded("write", () => work.immediate());
    return before - heights.length;
  }

  /** Moves the WAL into the main file and lets others open it. */
  close(): void {
    this.guarded("close", () => this.db.close());
  }

  private append(height: bigint, log: Uint8Array): void {
    for (let at = 0, part = 0; at < log.length; at += LOG_PART_BYTES, part += 1) {
      this.appendLog.run(Number(height), part, log.subarray(at, at + LOG_PART_BYTES));
    }
  }

  private foldOldest(heights: bigint[]): void {
    const base = Number(heights.shift());
    const next = heights[0] as bigint;
    this.fold(decodeLog(this.log(next)));
    this.db.prepare("DELETE FROM change_log WHERE height = ?").run(Number(next));
    this.db.prepare("DELETE FROM version WHERE height = ?").run(base);
  }

  private fold(entries: Iterable<LogEntry>): void {
    for (const entry of entries) {
      const { store, key } = entry;
      if (entry.kind === "set") this.setPair.run(store, key, entry.value);
      else if (entry.kind === "delete") this.deletePair.run(store, key);
      else this.setHeight.run(entry.height, store, key);
    }
  }

  private prepareFile(options: SqliteOptions): void {
    const { db } = this;
    // Exclusive: a second node on the same home is refused instead of sharing the file.
    db.pragma("locking_mode = EXCLUSIVE");
    db.pragma("journal_mode = WAL");
    db.pragma(`synchronous = ${options.synchronous ?? "FULL"}`);
    db.pragma(`wal_autocheckpoint = ${CHECKPOINT_PAGES}`);
    db.pragma(`cache_size = -${CACHE_KIB}`);
    const tables = db.prepare("SELECT count(*) FROM sqlite_schema").pluck().get() as number;
    if (tables === 0) this.createTables(options.storeNames);
    this.checkMeta(options.storeNames);
    if (options.fileBytesMax !== undefined) {
      const pageBytes = db.pragma("page_size", { simple: true }) as number;
      db.pragma(`max_page_count = ${Math.max(1, Math.floor(options.fileBytesMax / pageBytes))}`);
    }
  }

  private createTables(storeNames: readonly string[]): void {
    this.db.transaction(() => {
      this.db.exec(SCHEMA);
      const insert = this.db.prepare("INSERT INTO meta (name, value) VALUES (?, ?)");
      insert.run("format", FORMAT);
      insert.run("stores", storeNames.join(" "));
    })();
  }

  private checkMeta(storeNames: readonly string[]): void {
    const found = this.db
      .prepare("SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name = 'meta'")
      .pluck();
    if (found.get() !== 1) throw this.wrongFormat("it is a database of another program");
    const meta = this.db.prepare("SELECT value FROM meta WHERE name = ?").pluck();
    const format = meta.get("format");
    if (format !== FORMAT) {
      throw this.wrongFormat(`its format is ${String(format)}, this program's is ${FORMAT}`);
    }
    const stores = meta.get("stores");
    if (stores !== storeNames.join(" ")) {
      throw this.wrongFormat(`it holds the stores "${String(stores)}"`);
    }
  }

  private wrongFormat(why: string): StoreError {
    return new StoreError(
      "format",
      `${this.path} cannot be used: ${why}; start the program that wrote it, or another home`,
    );
  }

  private guarded<T>(doing: "open" | "read" | "write" | "close", work: () => T): T {
    try {
      return work();
    } catch (error) {
      throw sqliteFault(error, doing, this.path);
    }
  }
}

/** Whether a recomputed app hash is the stored one; a difference is damage, not a fork. */
export function requireAppHash(stored: StoredVersion, computed: Uint8Array, path: string): void {
  if (equalBytes(stored.appHash, computed)) return;
  throw new StoreError(
    "corrupt",
    `${path} is damaged: its pairs at height ${stored.height} do not give the app hash that was ` +
      `committed; ${DAMAGE_ADVICE}`,
  );
}
