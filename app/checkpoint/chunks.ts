/**
 * Chunks: what is kept of 256 validators in one store value, one fixed-size entry per slot. A value
 * in the store is never changed in place; `put` gives a new one.
 */
import { assert } from "../lib/assert.ts";
import { BLS_RAW_KEY_BYTES } from "../lib/bls.ts";
import { asBuffer } from "../lib/bytes.ts";

/** Slots of validators are numbers below this. */
export const SLOTS_MAX = 48_000;
export const CHUNK_SLOTS = 256;
export const CHUNKS_MAX: number = Math.ceil(SLOTS_MAX / CHUNK_SLOTS);

/** The chunk that holds `slot`. */
export function chunkOf(slot: number): number {
  return Math.trunc(slot / CHUNK_SLOTS);
}

/** Where in its chunk `slot` stands. */
export function indexOf(slot: number): number {
  return slot % CHUNK_SLOTS;
}

/** How entries of type `T` stand in a chunk. Chunks of another length are corrupt state. */
export interface ChunkKind<T> {
  readonly entryBytes: number;
  /** A new chunk of zeros: what a chunk that was never written holds. */
  empty(): Uint8Array;
  /** The entry at `index`, below `CHUNK_SLOTS`; bytes are a view into the chunk. */
  at(chunk: Uint8Array, index: number): T;
  /** A copy of `chunk` with `entry` at `index`. */
  put(chunk: Uint8Array, index: number, entry: T): Uint8Array;
  /** All entries; bytes are views into the chunk. */
  decode(chunk: Uint8Array): T[];
  /** Inverse of `decode`. */
  encode(entries: readonly T[]): Uint8Array;
}

interface EntryFormat<T> {
  readonly entryBytes: number;
  read(chunk: Buffer, at: number): T;
  write(chunk: Buffer, at: number, entry: T): void;
}

function chunkKind<T>({ entryBytes, read, write }: EntryFormat<T>): ChunkKind<T> {
  const chunkBytes = CHUNK_SLOTS * entryBytes;
  const checked = (chunk: Uint8Array): Buffer => {
    assert(chunk.length === chunkBytes, "a chunk has 256 entries");
    return asBuffer(chunk);
  };
  const offset = (index: number): number => {
    assert(Number.isInteger(index) && index >= 0 && index < CHUNK_SLOTS, "an index in a chunk");
    return index * entryBytes;
  };
  return {
    entryBytes,
    empty: () => new Uint8Array(chunkBytes),
    at: (chunk, index) => read(checked(chunk), offset(index)),
    put: (chunk, index, entry) => {
      const copy = new Uint8Array(checked(chunk));
      write(asBuffer(copy), offset(index), entry);
      return copy;
    },
    decode: (chunk) => {
      const bytes = checked(chunk);
      const entries: T[] = [];
      for (let at = 0; at < chunkBytes; at += entryBytes) entries.push(read(bytes, at));
      return entries;
    },
    encode: (entries) => {
      assert(entries.length === CHUNK_SLOTS, "a chunk has 256 entries");
      const chunk = new Uint8Array(chunkBytes);
      const bytes = asBuffer(chunk);
      for (let i = 0; i < CHUNK_SLOTS; i += 1) write(bytes, i * entryBytes, entries[i] as T);
      return chunk;
    },
  };
}

const WORD = 2 ** 32;
const UINT64_MAX = 2n ** 64n - 1n;

/** Power in whole ASI: a uint64, big-endian, below 2^53, so that a number holds it exactly. */
export const POWER_CHUNK: ChunkKind<number> = chunkKind({
  entryBytes: 8,
  read: (chunk, at) => {
    const power = chunk.readUInt32BE(at) * WORD + chunk.readUInt32BE(at + 4);
    assert(power <= Number.MAX_SAFE_INTEGER, "power is below 2^53");
    return power;
  },
  write: (chunk, at, power) => {
    assert(Number.isSafeInteger(power) && power >= 0, "power is an integer below 2^53");
    chunk.writeUInt32BE(Math.trunc(power / WORD), at);
    chunk.writeUInt32BE(power % WORD, at + 4);
  },
});

/** Raw BLS keys; zeros where there is none. */
export const KEY_CHUNK: ChunkKind<Uint8Array> = chunkKind({
  entryBytes: BLS_RAW_KEY_BYTES,
  read: (chunk, at) => chunk.subarray(at, at + BLS_RAW_KEY_BYTES),
  write: (chunk, at, key) => {
    assert(key.length === BLS_RAW_KEY_BYTES, "a raw key has 96 bytes");
    chunk.set(key, at);
  },
});

/** Standby rewards that were not fetched yet, in uasi: uint64, big-endian. */
export const REWARD_CHUNK: ChunkKind<bigint> = chunkKind({
  entryBytes: 8,
  read: (chunk, at) => chunk.readBigUInt64BE(at),
  write: (chunk, at, uasi) => {
    assert(uasi >= 0n && uasi < 1n << 64n, "rewards are a uint64");
    chunk.writeBigUInt64BE(uasi, at);
  },
});

/** A copy of a reward chunk with `amounts` added at `indexes`, all at once. */
export function addRewards(
  chunk: Uint8Array,
  indexes: readonly number[],
  amounts: readonly bigint[],
): Uint8Array {
  assert(chunk.length === CHUNK_SLOTS * REWARD_CHUNK.entryBytes, "a chunk has 256 entries");
  const copy = new Uint8Array(chunk);
  // Much cheaper for so many than the methods of Buffer, which make several integers for each.
  const view = new DataView(copy.buffer, copy.byteOffset, copy.byteLength);
  for (let at = 0; at < indexes.length; at += 1) {
    const offset = (indexes[at] as number) * REWARD_CHUNK.entryBytes;
    const sum = view.getBigUint64(offset) + (amounts[at] as bigint);
    assert(sum <= UINT64_MAX, "rewards are a uint64");
    view.setBigUint64(offset, sum);
  }
  return copy;
}

/** Final checkpoints missed in a row: uint8. */
export const MISSED_CHUNK: ChunkKind<number> = chunkKind({
  entryBytes: 1,
  read: (chunk, at) => chunk[at] as number,
  write: (chunk, at, missed) => {
    assert(Number.isInteger(missed) && missed >= 0 && missed < 256, "a count of one byte");
    chunk[at] = missed;
  },
});
