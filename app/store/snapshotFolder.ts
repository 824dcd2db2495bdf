/**
 * Snapshots on disk: a folder each, `HEIGHT-FORMAT`, with a file per chunk and the metadata. A
 * folder gets its name when it is complete, so that half a snapshot is never seen.
 */
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { SnapshotMetadata } from "../../proto/gen/aegis/app/v1/app.ts";
import type { Snapshot } from "../../proto/gen/tendermint/abci/types.ts";
import { WireError } from "../../proto/wire/error.ts";
import { equalBytes, sha256 } from "../lib/bytes.ts";
import { StoreError } from "./errors.ts";
import { CHUNKS_MAX } from "./snapshotRows.ts";

const METADATA_FILE = "metadata";
const UNFINISHED = ".unfinished-";
const NAME = /^(\d{1,18})-(\d{1,9})$/;
const CHUNK_DIGITS = 6;
const HASH_BYTES = 32;
const HEIGHT_MAX = BigInt(Number.MAX_SAFE_INTEGER);

/** A complete snapshot. */
export interface ListedSnapshot {
  readonly snapshot: Snapshot;
  readonly metadata: SnapshotMetadata;
  /** Of all chunks. */
  readonly bytes: number;
}

function chunkFile(index: number): string {
  return `${index}`.padStart(CHUNK_DIGITS, "0");
}

/** Writes a file that is on the disk when this returns. */
function writeDurably(path: string, bytes: Uint8Array): void {
  const file = openSync(path, "w");
  try {
    writeFileSync(file, bytes);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** ABCI's form of a snapshot. */
export function snapshotOf(height: bigint, format: number, metadata: SnapshotMetadata): Snapshot {
  const bytes = SnapshotMetadata.encode(metadata);
  const chunks = metadata.chunkHashes.length;
  return { height, format, chunks, hash: sha256(bytes), metadata: bytes };
}

/** What is wrong with a snapshot from elsewhere, whatever the state in it; else its metadata. */
export function judgeSnapshot(snapshot: Snapshot): SnapshotMetadata | string {
  const { height, chunks, hash } = snapshot;
  if (!equalBytes(sha256(snapshot.metadata), hash)) return "its hash is not its metadata's";
  let metadata: SnapshotMetadata;
  try {
    metadata = SnapshotMetadata.decode(snapshot.metadata);
  } catch (error) {
    if (error instanceof WireError) return "its metadata cannot be read";
    throw error;
  }
  const { chunkHashes } = metadata;
  if (chunks !== chunkHashes.length) return "it has another number of chunks";
  if (chunks < 1) return "it has no chunks";
  if (chunks > CHUNKS_MAX) return "it has too many chunks";
  if (chunkHashes.some((one) => one.length !== HASH_BYTES)) return "a chunk's hash is malformed";
  return height < 1n || height > HEIGHT_MAX ? `no block has the height ${height}` : metadata;
}

/** A snapshot that is being written. */
export class SnapshotWriter {
  private readonly folder: string;
  private readonly target: string;

  constructor(folder: string, target: string) {
    this.folder = folder;
    this.target = target;
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  }

  writeChunk(index: number, bytes: Uint8Array): void {
    writeDurably(join(this.folder, chunkFile(index)), bytes);
  }

  /** Chunks 0 to `count` - 1 as they were written, one in memory at a time. */
  *chunks(count: number): Generator<Uint8Array, void> {
    for (let index = 0; index < count; index += 1) {
      yield new Uint8Array(readFileSync(join(this.folder, chunkFile(index))));
    }
  }

  /** Makes it one of the folder's snapshots. */
  finish(metadata: SnapshotMetadata): void {
    writeDurably(join(this.folder, METADATA_FILE), SnapshotMetadata.encode(metadata));
    rmSync(this.target, { recursive: true, force: true });
    renameSync(this.folder, this.target);
  }

  /** Throws it away. */
  abandon(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** All snapshots of a node. */
export class SnapshotFolder {
  readonly path: string;

  /** Beside a running node: what it has not finished stays. */
  static untouched(path: string): SnapshotFolder {
    return new SnapshotFolder(path, false);
  }

  /** `path` is made when it is needed. What a process that died left unfinished is deleted. */
  constructor(path: string, isOwner = true) {
    this.path = path;
    if (!isOwner || !existsSync(path)) return;
    for (const name of readdirSync(path)) {
      if (name.startsWith(UNFINISHED)) rmSync(join(path, name), { recursive: true, force: true });
    }
  }

  /** Complete snapshots, the newest first; a folder that cannot be read is left out. */
  list(): ListedSnapshot[] {
    if (!existsSync(this.path)) return [];
    const found: ListedSnapshot[] = [];
    for (const name of readdirSync(this.path)) {
      const [, height, format] = NAME.exec(name) ?? [];
      if (height === undefined || format === undefined) continue;
      const one = this.read(BigInt(height), Number(format));
      if (one !== undefined) found.push(one);
    }
    return found.sort((a, b) => (a.snapshot.height < b.snapshot.height ? 1 : -1));
  }

  /** One snapshot, or undefined when there is none or its metadata are damaged. */
  read(height: bigint, format: number): ListedSnapshot | undefined {
    const folder = this.folderOf(height, format);
    try {
      const bytes = new Uint8Array(readFileSync(join(folder, METADATA_FILE)));
      const metadata = SnapshotMetadata.decode(bytes);
      const sizes = metadata.chunkHashes.map((_, i) => statSync(join(folder, chunkFile(i))).size);
      const total = sizes.reduce((sum, size) => sum + size, 0);
      return { snapshot: snapshotOf(height, format, metadata), metadata, bytes: total };
    } catch (error) {
      if (error instanceof WireError || isMissing(error)) return undefined;
      throw error;
    }
  }

  /** The bytes of a chunk, or undefined when there is none. */
  chunk(height: bigint, format: number, index: number): Uint8Array | undefined {
    try {
      return new Uint8Array(readFileSync(join(this.folderOf(height, format), chunkFile(index))));
    } catch (error) {
      if (isMissing(error)) return undefined;
      throw error;
    }
  }

  /**
   * All chunks of a snapshot, each checked against its hash.
   * @throws StoreError `corrupt` naming the chunk.
   */
  *checkedChunks({ snapshot, metadata }: ListedSnapshot): Generator<Uint8Array, void> {
    for (const [index, hash] of metadata.chunkHashes.entries()) {
      const chunk = this.chunk(snapshot.height, snapshot.format, index);
      if (chunk === undefined || Buffer.compare(sha256(chunk), hash) !== 0) {
        const where = join(this.folderOf(snapshot.height, snapshot.format), chunkFile(index));
        throw new StoreError("corrupt", `${where} is missing or damaged: delete the snapshot`);
      }
      yield chunk;
    }
  }

  writer(height: bigint, format: number): SnapshotWriter {
    const name = `${height}-${format}`;
    return new SnapshotWriter(join(this.path, `${UNFINISHED}${name}`), join(this.path, name));
  }

  /** Deletes one; nothing happens when there is none. */
  remove(height: bigint, format: number): void {
    rmSync(this.folderOf(height, format), { recursive: true, force: true });
  }

  /** Deletes all but the newest `count`; 0 keeps all. */
  keepNewest(count: number): void {
    if (count === 0) return;
    for (const { snapshot } of this.list().slice(count)) {
      this.remove(snapshot.height, snapshot.format);
    }
  }

  private folderOf(height: bigint, format: number): string {
    return join(this.path, `${height}-${format}`);
  }
}

function isMissing(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === "ENOENT";
}
