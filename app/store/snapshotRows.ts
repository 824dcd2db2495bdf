/**
 * The bytes of a snapshot: all pairs of a version by store and key, each with the height of the
 * inner node that its key separates, so that whoever has them restores the very tree. The stream is
 * cut into chunks of one size wherever a pair may stand.
 */
import { concatBytes } from "../lib/bytes.ts";
import { StoreError } from "./errors.ts";
import { KEY_BYTES_MAX, VALUE_BYTES_MAX } from "./limits.ts";
import type { BaseRow } from "./versions.ts";

/** Raised when the stream changes; peers refuse formats that they do not know. */
export const SNAPSHOT_FORMAT = 1;
/** CometBFT's messages end at 16 MB. */
export const CHUNK_BYTES: number = 4 * 1_024 * 1_024;
/** 40 GiB of pairs, and 320 KiB of hashes in the metadata. */
export const CHUNKS_MAX = 10_000;

/** Store, height, two lengths of up to 4 bytes. */
const HEAD_BYTES = 10;

/** store ‖ inner height ‖ key length ‖ value length (uint32 big-endian) ‖ key ‖ value. */
export function encodeRow({ store, key, value, innerHeight }: BaseRow): Uint8Array {
  const out = new Uint8Array(HEAD_BYTES + key.length + value.length);
  const view = new DataView(out.buffer);
  out[0] = store;
  out[1] = innerHeight;
  view.setUint32(2, key.length);
  view.setUint32(6, value.length);
  out.set(key, HEAD_BYTES);
  out.set(value, HEAD_BYTES + key.length);
  return out;
}

function corrupt(what: string): StoreError {
  return new StoreError("corrupt", `the snapshot is damaged: ${what}`);
}

/**
 * The pairs in `chunks`, which may be cut anywhere.
 * @throws StoreError `corrupt` for anything that `encodeRow` does not make.
 */
export function* decodeRows(chunks: Iterable<Uint8Array>): Generator<BaseRow, void> {
  let rest: Uint8Array = new Uint8Array(0);
  let last = -1;
  for (const chunk of chunks) {
    const bytes = rest.length === 0 ? chunk : concatBytes(rest, chunk);
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    let at = 0;
    while (bytes.length - at >= HEAD_BYTES) {
      const keyLength = view.getUint32(at + 2);
      const valueLength = view.getUint32(at + 6);
      if (keyLength === 0 || keyLength > KEY_BYTES_MAX) throw corrupt("a key's length");
      if (valueLength === 0 || valueLength > VALUE_BYTES_MAX) throw corrupt("a value's length");
      const end = at + HEAD_BYTES + keyLength + valueLength;
      if (end > bytes.length) break;
      const store = bytes[at] as number;
      const innerHeight = bytes[at + 1] as number;
      if (store < last) throw corrupt("stores out of order");
      // No inner node begins with the first pair of a store, but with every other.
      if (store > last !== (innerHeight === 0)) throw corrupt("a height");
      last = store;
      const key = bytes.slice(at + HEAD_BYTES, at + HEAD_BYTES + keyLength);
      const value = bytes.slice(end - valueLength, end);
      yield { store, innerHeight, key, value };
      at = end;
    }
    rest = bytes.slice(at);
  }
  if (rest.length > 0) throw corrupt("it ends within a pair");
}

/** Cuts a stream of bytes into chunks of one size. */
export class ChunkCutter {
  private readonly buffer: Uint8Array = new Uint8Array(CHUNK_BYTES);
  private filled = 0;
  private readonly emit: (chunk: Uint8Array) => void;

  /** `emit` gets each chunk; it must be done with its bytes when it returns. */
  constructor(emit: (chunk: Uint8Array) => void) {
    this.emit = emit;
  }

  push(bytes: Uint8Array): void {
    for (let at = 0; at < bytes.length; ) {
      const take = Math.min(bytes.length - at, CHUNK_BYTES - this.filled);
      this.buffer.set(bytes.subarray(at, at + take), this.filled);
      this.filled += take;
      at += take;
      if (this.filled === CHUNK_BYTES) this.flush();
    }
  }

  /** Emits what is left; a stream of nothing has one empty chunk. */
  flush(): void {
    this.emit(this.buffer.subarray(0, this.filled));
    this.filled = 0;
  }

  get isEmpty(): boolean {
    return this.filled === 0;
  }
}
