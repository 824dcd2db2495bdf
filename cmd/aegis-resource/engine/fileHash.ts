/** SHA-256 of model files, computed once per file and process: they are hundreds of megabytes. */
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { realpath, stat } from "node:fs/promises";
import { EngineError } from "./error.ts";

/** A file's hash with what identifies the very bytes that were hashed. */
export interface HashedFile {
  /** The file with links resolved. */
  readonly path: string;
  readonly sha256: string;
  readonly bytes: number;
  /** Changes when the file does. */
  readonly identity: string;
}

const known = new Map<string, HashedFile>();
const CHUNK_BYTES = 1 << 20;

/** Device, inode, size and modification time of a file: undefined when there is none. */
export async function fileIdentity(path: string): Promise<string | undefined> {
  const found = await stat(path, { bigint: true }).catch(() => undefined);
  if (!found?.isFile()) return undefined;
  return `${found.dev}:${found.ino}:${found.size}:${found.mtimeNs}`;
}

/**
 * Hashes the file at `path`, or remembers its hash while its size, time and place stay the same.
 * @throws EngineError `model_missing`, or `model_hash` when it changes while it is read.
 */
export async function hashFile(path: string): Promise<HashedFile> {
  const identity = await fileIdentity(path);
  if (identity === undefined) {
    throw new EngineError("model_missing", `there is no model file at ${path}`);
  }
  const file = await realpath(path);
  const before = known.get(file);
  if (before?.identity === identity) return before;
  const hash = createHash("sha256");
  let bytes = 0;
  try {
    for await (const chunk of createReadStream(file, { highWaterMark: CHUNK_BYTES })) {
      hash.update(chunk as Buffer);
      bytes += (chunk as Buffer).length;
    }
  } catch (error) {
    throw new EngineError("model_missing", `cannot read ${path} (${(error as Error).message})`);
  }
  if ((await fileIdentity(file)) !== identity) {
    throw new EngineError("model_hash", `${path} changed while it was read: try again`);
  }
  const result: HashedFile = { path: file, sha256: hash.digest("hex"), bytes, identity };
  known.set(file, result);
  return result;
}
