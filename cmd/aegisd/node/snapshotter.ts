/**
 * Takes snapshots while blocks go on: the version is frozen and written in slices of a few
 * milliseconds between them. One at a time; a height that comes meanwhile is passed over.
 */
import { setImmediate } from "node:timers/promises";
import type { SnapshotMetadata } from "../../../proto/gen/aegis/app/v1/app.ts";
import { sha256 } from "../../../app/lib/bytes.ts";
import type { Logger } from "../../../app/lib/log.ts";
import type { FrozenVersion, Store } from "../../../app/store/multistore.ts";
import type { SnapshotFolder, SnapshotWriter } from "../../../app/store/snapshotFolder.ts";
import { ChunkCutter, encodeRow, SNAPSHOT_FORMAT } from "../../../app/store/snapshotRows.ts";

/** Longest time that a slice keeps blocks waiting, but for writing and hashing one chunk. */
const SLICE_MS = 5;
/** Pairs between two looks at the clock. */
const LOOK_ROWS = 64;

/** Writes the frozen version to a new snapshot, all at once or with pauses. */
function* writing(
  frozen: FrozenVersion,
  stores: readonly string[],
  writer: SnapshotWriter,
): Generator<void, SnapshotMetadata> {
  const chunkHashes: Uint8Array[] = [];
  const cutter = new ChunkCutter((chunk) => {
    writer.writeChunk(chunkHashes.length, chunk);
    chunkHashes.push(sha256(chunk));
  });
  let pairs = 0n;
  for (const row of frozen.rows()) {
    cutter.push(encodeRow(row));
    pairs += 1n;
    if (pairs % BigInt(LOOK_ROWS) === 0n) yield;
  }
  if (!cutter.isEmpty || chunkHashes.length === 0) cutter.flush();
  return { chunkHashes, appHash: frozen.appHash, pairs, stores: [...stores] };
}

/** Takes a snapshot of `height` at once, as a stopped node does. */
export function takeSnapshot(store: Store, folder: SnapshotFolder, height: bigint): void {
  const frozen = store.freeze(height);
  const writer = folder.writer(height, SNAPSHOT_FORMAT);
  try {
    const work = writing(frozen, store.storeNames, writer);
    for (;;) {
      const { done, value } = work.next();
      if (done === true) {
        writer.finish(value);
        return;
      }
    }
  } catch (error) {
    writer.abandon();
    throw error;
  } finally {
    frozen.release();
  }
}

export interface SnapshotterOptions {
  readonly store: Store;
  readonly folder: SnapshotFolder;
  /** Every so many heights; 0 for never. */
  readonly interval: number;
  /** How many stay; 0 for all. */
  readonly keepRecent: number;
  readonly logger: Logger;
}

export class Snapshotter {
  private readonly options: SnapshotterOptions;
  private running: Promise<void> | undefined;
  private stopped = false;
  /** Longest slice so far, in milliseconds. */
  longestSliceMs = 0;

  constructor(options: SnapshotterOptions) {
    this.options = options;
  }

  /** Begins a snapshot when `height` is due. Returns at once. */
  committed(height: bigint): void {
    const { interval, logger } = this.options;
    if (interval === 0 || height % BigInt(interval) !== 0n || this.stopped) return;
    if (this.running !== undefined) {
      logger.warn("the last snapshot is still being written", { skipped: `${height}` });
      return;
    }
    this.running = this.take(height).finally(() => {
      this.running = undefined;
    });
  }

  /** Resolves when no snapshot is being written any more; an unfinished one is given up. */
  async close(): Promise<void> {
    this.stopped = true;
    await this.running;
  }

  /** Resolves when the snapshot that is being written, if any, is there. */
  async settled(): Promise<void> {
    await this.running;
  }

  private async take(height: bigint): Promise<void> {
    const { store, folder, keepRecent, logger } = this.options;
    const frozen = store.freeze(height);
    const started = performance.now();
    try {
      const writer = folder.writer(height, SNAPSHOT_FORMAT);
      try {
        const metadata = await this.inSlices(writing(frozen, store.storeNames, writer));
        if (metadata === undefined) {
          writer.abandon();
          return;
        }
        writer.finish(metadata);
        folder.keepNewest(keepRecent);
        const seconds = (performance.now() - started) / 1_000;
        const { pairs, chunkHashes } = metadata;
        const facts = { height: `${height}`, pairs: `${pairs}`, chunks: chunkHashes.length };
        const times = {
          seconds: Number(seconds.toFixed(1)),
          longestSliceMs: Number(this.longestSliceMs.toFixed(1)),
        };
        logger.info("snapshot taken", { ...facts, ...times });
      } catch (error) {
        writer.abandon();
        throw error;
      }
    } catch (error) {
      // A disk that is full costs the snapshot, not the node.
      logger.error("the snapshot could not be taken", { height: `${height}`, reason: `${error}` });
    } finally {
      frozen.release();
    }
  }

  /** Runs `work` between blocks; undefined when the node stops meanwhile. */
  private async inSlices<T>(work: Generator<void, T>): Promise<T | undefined> {
    for (;;) {
      const begin = performance.now();
      let now = begin;
      while (now - begin < SLICE_MS) {
        const { done, value } = work.next();
        now = performance.now();
        if (done === true) return value;
      }
      this.longestSliceMs = Math.max(this.longestSliceMs, now - begin);
      await setImmediate();
      if (this.stopped) return undefined;
    }
  }
}
