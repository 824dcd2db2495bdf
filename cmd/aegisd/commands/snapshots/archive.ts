/**
 * A snapshot as one file: "AEGISSNP", the length of ABCI's Snapshot message as uint32 big-endian,
 * the message, then the chunks, of which all but the last have one size.
 */
import { closeSync, openSync, readSync } from "node:fs";
import { Snapshot } from "../../../../proto/gen/tendermint/abci/types.ts";
import { WireError } from "../../../../proto/wire/error.ts";
import {
  concatBytes,
  equalBytes,
  sha256,
  uint32BigEndian,
  utf8,
} from "../../../../app/lib/bytes.ts";
import {
  judgeSnapshot,
  type ListedSnapshot,
  type SnapshotFolder,
} from "../../../../app/store/snapshotFolder.ts";
import { CHUNK_BYTES, CHUNKS_MAX, SNAPSHOT_FORMAT } from "../../../../app/store/snapshotRows.ts";
import { CommandError } from "../../exit.ts";

const MAGIC = utf8("AEGISSNP");
const LENGTH_BYTES = 4;
/** A hash for each chunk, and the names of stores. */
const MESSAGE_BYTES_MAX: number = CHUNKS_MAX * 40;

/** What stands before the chunks. */
export function archiveHead({ snapshot }: ListedSnapshot): Uint8Array {
  const message = Snapshot.encode(snapshot);
  return concatBytes(MAGIC, uint32BigEndian(message.length), message);
}

/**
 * Puts the snapshot in `path` into `folder`; returns its height.
 * @throws CommandError when the file is not one, or damaged.
 */
export function loadArchive(path: string, folder: SnapshotFolder): bigint {
  let file: number;
  try {
    file = openSync(path, "r");
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new CommandError(`${path} cannot be read (${code})`);
  }
  try {
    return load(file, path, folder);
  } finally {
    closeSync(file);
  }
}

function read(file: number, bytesMax: number): Uint8Array {
  const buffer = new Uint8Array(bytesMax);
  let filled = 0;
  while (filled < bytesMax) {
    const got = readSync(file, buffer, filled, bytesMax - filled, null);
    if (got === 0) break;
    filled += got;
  }
  return buffer.subarray(0, filled);
}

function load(file: number, path: string, folder: SnapshotFolder): bigint {
  const damaged = (what: string): CommandError =>
    new CommandError(`${path} is no snapshot that can be used: ${what}`);
  const head = read(file, MAGIC.length + LENGTH_BYTES);
  if (
    head.length < MAGIC.length + LENGTH_BYTES ||
    !equalBytes(head.subarray(0, MAGIC.length), MAGIC)
  ) {
    throw damaged("it does not begin like one");
  }
  const length = new DataView(head.buffer, head.byteOffset).getUint32(MAGIC.length);
  if (length > MESSAGE_BYTES_MAX) throw damaged("its description is too long");
  let snapshot: Snapshot;
  try {
    snapshot = Snapshot.decode(read(file, length));
  } catch (error) {
    if (!(error instanceof WireError)) throw error;
    throw damaged("its description cannot be read");
  }
  if (snapshot.format !== SNAPSHOT_FORMAT) throw damaged(`its format is ${snapshot.format}`);
  const metadata = judgeSnapshot(snapshot);
  if (typeof metadata === "string") throw damaged(metadata);
  const writer = folder.writer(snapshot.height, snapshot.format);
  try {
    for (const [index, hash] of metadata.chunkHashes.entries()) {
      const chunk = read(file, CHUNK_BYTES);
      if (!equalBytes(sha256(chunk), hash)) throw damaged(`chunk ${index} is damaged or missing`);
      writer.writeChunk(index, chunk);
    }
    if (read(file, 1).length > 0) throw damaged("something stands behind its end");
    writer.finish(metadata);
  } catch (error) {
    writer.abandon();
    throw error;
  }
  return snapshot.height;
}
