/**
 * Keys and values of all leaves, outside the garbage-collected heap: with a million of them as
 * JavaScript objects, memory triples and collections stop the node for tenths of a second.
 *
 * A record is [key length u32][value length u32][key][value] in units of 16 bytes. Freed records
 * go to a free list of their size class. A record's number stays valid until it is freed.
 */
import { assert } from "../lib/assert.ts";
import { StoreError } from "./errors.ts";
import { keyHead } from "./keyHead.ts";
import { KEY_BYTES_MAX, VALUE_BYTES_MAX } from "./limits.ts";

const UNIT_BYTES = 16;
const HEADER_BYTES = 8;
/** Units per chunk: 32 MiB. A record never spans chunks. */
const CHUNK_SHIFT = 21;
const CHUNK_UNITS = 1 << CHUNK_SHIFT;
const CHUNK_MASK = CHUNK_UNITS - 1;
const CHUNK_UNITS_FIRST = 1 << 12;
/** Record numbers are int32. */
const CHUNKS_MAX = 2 ** (31 - CHUNK_SHIFT);

assert(
  HEADER_BYTES + KEY_BYTES_MAX + VALUE_BYTES_MAX <= CHUNK_UNITS * UNIT_BYTES,
  "the largest record must fit into one chunk",
);

/** Units that a record of `bytes` takes: classes are at most 12.5 % apart, so they are reused. */
function classUnits(bytes: number): number {
  const units = Math.ceil(bytes / UNIT_BYTES);
  if (units <= 16) return units;
  const step = 1 << (31 - Math.clz32(units - 1) - 3);
  return Math.ceil(units / step) * step;
}

export class Slab {
  /** Units in use, for tests and metrics. */
  unitsUsed = 0;
  private readonly chunks: { bytes: Uint8Array; ints: Int32Array }[] = [];
  /** First free record per class; the next one is in its first integer, -1 at the end. */
  private readonly free = new Map<number, number>();
  private next = 0;

  /**
   * Stores a pair and returns its record number.
   * @throws StoreError `limit` when record numbers are used up.
   */
  add(key: Uint8Array, value: Uint8Array): number {
    const length = HEADER_BYTES + key.length + value.length;
    const units = classUnits(length);
    const record = this.take(units);
    const { bytes, ints } = this.chunk(record);
    const at = (record & CHUNK_MASK) * UNIT_BYTES;
    ints[at >> 2] = key.length;
    ints[(at >> 2) + 1] = value.length;
    bytes.set(key, at + HEADER_BYTES);
    bytes.set(value, at + HEADER_BYTES + key.length);
    this.unitsUsed += units;
    return record;
  }

  /** Frees `record`; its number may be given out again at once. */
  release(record: number): void {
    const { ints } = this.chunk(record);
    const at = ((record & CHUNK_MASK) * UNIT_BYTES) >> 2;
    const length = HEADER_BYTES + (ints[at] as number) + (ints[at + 1] as number);
    const units = classUnits(length);
    ints[at] = this.free.get(units) ?? -1;
    this.free.set(units, record);
    this.unitsUsed -= units;
  }

  /** A copy of the key of `record`. */
  key(record: number): Uint8Array {
    const { bytes, ints } = this.chunk(record);
    const at = (record & CHUNK_MASK) * UNIT_BYTES;
    const start = at + HEADER_BYTES;
    return bytes.slice(start, start + (ints[at >> 2] as number));
  }

  /** A copy of the value of `record`. */
  value(record: number): Uint8Array {
    const { bytes, ints } = this.chunk(record);
    const at = (record & CHUNK_MASK) * UNIT_BYTES;
    const start = at + HEADER_BYTES + (ints[at >> 2] as number);
    return bytes.slice(start, start + (ints[(at >> 2) + 1] as number));
  }

  /** The `keyHead` of the key of `record`. */
  head(record: number): number {
    const { bytes, ints } = this.chunk(record);
    const at = (record & CHUNK_MASK) * UNIT_BYTES;
    return keyHead(bytes, at + HEADER_BYTES, ints[at >> 2] as number);
  }

  /** Byte order of the key of `record` against `key`: negative when the record's comes first. */
  compare(record: number, key: Uint8Array): number {
    const { bytes, ints } = this.chunk(record);
    const at = (record & CHUNK_MASK) * UNIT_BYTES;
    const ownLength = ints[at >> 2] as number;
    const length = Math.min(ownLength, key.length);
    const start = at + HEADER_BYTES;
    for (let i = 0; i < length; i += 1) {
      const difference = (bytes[start + i] as number) - (key[i] as number);
      if (difference !== 0) return difference;
    }
    return ownLength - key.length;
  }

  private chunk(record: number): { bytes: Uint8Array; ints: Int32Array } {
    return this.chunks[record >>> CHUNK_SHIFT] as { bytes: Uint8Array; ints: Int32Array };
  }

  private take(units: number): number {
    const freed = this.free.get(units);
    if (freed !== undefined && freed >= 0) {
      const { ints } = this.chunk(freed);
      this.free.set(units, ints[((freed & CHUNK_MASK) * UNIT_BYTES) >> 2] as number);
      return freed;
    }
    const used = this.next & CHUNK_MASK;
    // What is left at a chunk's end is given up: at most one record per 32 MiB.
    if (used !== 0 && used + units > CHUNK_UNITS) this.next += CHUNK_UNITS - used;
    this.reserve(this.next + units);
    const record = this.next;
    this.next += units;
    return record;
  }

  /** The first chunk grows by doubling, so that a small state stays small; others are whole. */
  private reserve(end: number): void {
    const index = (end - 1) >>> CHUNK_SHIFT;
    const present = this.chunks[index];
    const wanted = end - index * CHUNK_UNITS;
    if (present !== undefined && present.bytes.length >= wanted * UNIT_BYTES) return;
    if (index >= CHUNKS_MAX) {
      throw new StoreError("limit", "the state has outgrown 32 GiB, which is all a node can hold");
    }
    let units = index === 0 ? CHUNK_UNITS_FIRST : CHUNK_UNITS;
    while (units < wanted) units *= 2;
    const bytes = new Uint8Array(units * UNIT_BYTES);
    if (present !== undefined) bytes.set(present.bytes);
    this.chunks[index] = { bytes, ints: new Int32Array(bytes.buffer) };
  }
}
