/**
 * Writes the canonical protobuf encoding (ADR-027 of the Cosmos SDK): the generated codecs call it
 * field by field in ascending order and leave out defaults.
 */
import { WireError } from "./error.ts";

const INITIAL_BYTES = 4_096;
/** A buffer that grew beyond this is given back to the garbage collector. */
const KEPT_BYTES_MAX = 1_048_576;
const TWO_32 = 4294967296;
const encoder = new TextEncoder();

const LONE_SURROGATE = /\p{Surrogate}/u;

function isWellFormed(text: string): boolean {
  return !LONE_SURROGATE.test(text);
}

/** A growing byte buffer with protobuf's primitive encodings. One message per writer. */
export class Writer {
  private buffer: Uint8Array = new Uint8Array(INITIAL_BYTES);
  private view: DataView = new DataView(this.buffer.buffer);
  private at = 0;

  private reserve(count: number): void {
    if (this.at + count <= this.buffer.length) return;
    let size = this.buffer.length * 2;
    while (size < this.at + count) size *= 2;
    const grown = new Uint8Array(size);
    grown.set(this.buffer.subarray(0, this.at));
    this.buffer = grown;
    this.view = new DataView(grown.buffer);
  }

  /** A copy of the bytes written so far. */
  finish(): Uint8Array {
    return this.buffer.slice(0, this.at);
  }

  /** Makes the writer ready for another message. */
  reset(): void {
    this.at = 0;
    if (this.buffer.length <= KEPT_BYTES_MAX) return;
    this.buffer = new Uint8Array(INITIAL_BYTES);
    this.view = new DataView(this.buffer.buffer);
  }

  /** An unsigned varint below 2^53. */
  varint(value: number): this {
    this.reserve(10);
    let rest = value;
    while (rest >= 0x80) {
      this.buffer[this.at++] = (rest % 128) | 0x80;
      rest = rest < TWO_32 ? rest >>> 7 : Math.floor(rest / 128);
    }
    this.buffer[this.at++] = rest;
    return this;
  }

  /** A field's tag: number and wire type together. */
  tag(tag: number): this {
    return this.varint(tag);
  }

  bool(value: boolean): this {
    return this.varint(value ? 1 : 0);
  }

  /** @throws WireError outside [0, 2^32). */
  uint32(value: number): this {
    if (!Number.isInteger(value) || value < 0 || value >= TWO_32) {
      throw new WireError("uint32 out of range");
    }
    return this.varint(value);
  }

  /** Negative values take ten bytes, as protobuf asks. @throws WireError outside int32. */
  int32(value: number): this {
    if ((value | 0) !== value) throw new WireError("int32 out of range");
    return value >= 0 ? this.varint(value) : this.varint64(BigInt.asUintN(64, BigInt(value)));
  }

  /** @throws WireError outside [0, 2^64). */
  uint64(value: bigint): this {
    if (value < 0n || value > 0xffffffffffffffffn) throw new WireError("uint64 out of range");
    return this.varint64(value);
  }

  /** @throws WireError outside int64. */
  int64(value: bigint): this {
    if (value < -0x8000000000000000n || value > 0x7fffffffffffffffn) {
      throw new WireError("int64 out of range");
    }
    return this.varint64(BigInt.asUintN(64, value));
  }

  private varint64(value: bigint): this {
    if (value <= 9007199254740991n) return this.varint(Number(value));
    this.reserve(10);
    let rest = value;
    while (rest >= 0x80n) {
      this.buffer[this.at++] = Number(rest & 0x7fn) | 0x80;
      rest >>= 7n;
    }
    this.buffer[this.at++] = Number(rest);
    return this;
  }

  fixed64(value: bigint): this {
    this.reserve(8);
    this.view.setBigUint64(this.at, BigInt.asUintN(64, value), true);
    this.at += 8;
    return this;
  }

  sfixed64(value: bigint): this {
    return this.fixed64(value);
  }

  /** Length-delimited bytes. */
  bytes(value: Uint8Array): this {
    this.varint(value.length);
    this.reserve(value.length);
    this.buffer.set(value, this.at);
    this.at += value.length;
    return this;
  }

  /** Length-delimited UTF-8. @throws WireError when the text has a lone surrogate. */
  string(value: string): this {
    const start = this.open();
    this.reserve(value.length * 3);
    let ascii = true;
    for (let i = 0; i < value.length; i++) {
      const unit = value.charCodeAt(i);
      if (unit >= 0x80) {
        ascii = false;
        break;
      }
      this.buffer[this.at + i] = unit;
    }
    if (ascii) this.at += value.length;
    else {
      if (!isWellFormed(value)) throw new WireError("text with a lone surrogate");
      this.at += encoder.encodeInto(value, this.buffer.subarray(this.at)).written;
    }
    return this.close(start);
  }

  /** Begins a length-delimited field whose length is not known yet. Returns what `close` needs. */
  open(): number {
    this.reserve(1);
    return ++this.at;
  }

  /** Ends the field that `open` began: writes its length before it, moving it when that is long. */
  close(start: number): this {
    const length = this.at - start;
    if (length < 0x80) {
      this.buffer[start - 1] = length;
      return this;
    }
    let extra = 0;
    for (let rest = length; rest >= 0x80; rest = Math.floor(rest / 128)) extra++;
    this.reserve(extra);
    this.buffer.copyWithin(start + extra, start, this.at);
    const end = this.at + extra;
    this.at = start - 1;
    this.varint(length);
    this.at = end;
    return this;
  }
}
