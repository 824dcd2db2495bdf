/**
 * Reads protobuf. Strict (everything that users send): exactly one byte string per message, as
 * ADR-027 of the Cosmos SDK asks: ascending field order, no duplicates, no explicit defaults, no
 * unknown fields, shortest varints. Lenient (what CometBFT sends): any valid protobuf.
 */
import { WireError } from "./error.ts";

const DEPTH_MAX = 32;
const TWO_32 = 4294967296;
// Browsers have no Buffer; with it, short texts are read several times as fast.
const latin1Slice = globalThis.Buffer?.prototype.latin1Slice;
const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** Groups (wire types 3 and 4) are refused in both modes. */
export const WIRE_VARINT = 0;
export const WIRE_FIXED64 = 1;
export const WIRE_BYTES = 2;
export const WIRE_FIXED32 = 5;

/** A cursor over one message's bytes. Byte fields are copied, so the input may be reused. */
export class Reader {
  /** Position of the next byte. */
  at = 0;
  readonly strict: boolean;
  private readonly buffer: Uint8Array;
  private limit: number;
  private depth = 0;

  constructor(buffer: Uint8Array, strict: boolean) {
    this.buffer = buffer;
    this.limit = buffer.length;
    this.strict = strict;
  }

  /** Where the current message ends. */
  get end(): number {
    return this.limit;
  }

  /**
   * The next tag; `last` is the tag before it in the same message (0 at first).
   * @throws WireError when strict and the order is not ascending.
   */
  tag(last: number): number {
    const tag = this.varint();
    if (tag > 0xffffffff || tag >>> 3 === 0) throw new WireError("invalid field number");
    if (this.strict && tag < last) throw new WireError(`field ${tag >>> 3} out of order`);
    return tag;
  }

  /** Refuses, when strict, a second occurrence of a singular field. */
  single(last: number, tag: number): void {
    if (this.strict && tag === last) throw new WireError(`field ${tag >>> 3} is duplicated`);
  }

  /** Refuses, when strict, a default value that should have been left out. */
  value<T extends string | number | bigint | boolean | Uint8Array>(value: T): T {
    if (this.strict && (!value || (value instanceof Uint8Array && value.length === 0))) {
      throw new WireError("explicit default value");
    }
    return value;
  }

  /** An unsigned varint as a number; above 2^53 it loses bits, so only for tags, sizes, 32 bits. */
  varint(): number {
    let value = 0;
    let scale = 1;
    for (let i = 0; i < 10; i++) {
      const byte = this.byte();
      value += (byte & 0x7f) * scale;
      if (byte < 0x80) {
        if (this.strict && byte === 0 && i > 0) throw new WireError("varint is not minimal");
        if (i === 9 && byte > 1) throw new WireError("varint overflows 64 bits");
        return value;
      }
      scale *= 128;
    }
    throw new WireError("varint longer than 10 bytes");
  }

  private byte(): number {
    if (this.at >= this.limit) throw new WireError("truncated");
    return this.buffer[this.at++] as number;
  }

  /** An unsigned varint of up to 64 bits. */
  uint64(): bigint {
    const start = this.at;
    const value = this.varint();
    if (value <= Number.MAX_SAFE_INTEGER) return BigInt(value);
    let big = 0n;
    for (let i = this.at - 1; i >= start; i--) {
      big = (big << 7n) | BigInt((this.buffer[i] as number) & 0x7f);
    }
    return big;
  }

  int64(): bigint {
    return BigInt.asIntN(64, this.uint64());
  }

  uint32(): number {
    const value = this.varint();
    if (value >= TWO_32) {
      if (this.strict) throw new WireError("uint32 out of range");
      return value % TWO_32;
    }
    return value;
  }

  int32(): number {
    const value = this.int64();
    if (this.strict && value !== BigInt.asIntN(32, value)) {
      throw new WireError("int32 out of range");
    }
    return Number(BigInt.asIntN(32, value));
  }

  bool(): boolean {
    const value = this.varint();
    if (this.strict && value > 1) throw new WireError("bool is neither 0 nor 1");
    return value !== 0;
  }

  fixed64(): bigint {
    this.need(8);
    let value = 0n;
    for (let i = 7; i >= 0; i--) value = (value << 8n) | BigInt(this.buffer[this.at + i] as number);
    this.at += 8;
    return value;
  }

  sfixed64(): bigint {
    return BigInt.asIntN(64, this.fixed64());
  }

  private need(count: number): void {
    if (count > this.limit - this.at) throw new WireError("truncated");
  }

  /** A copy of a length-delimited field. */
  bytes(): Uint8Array {
    const length = this.varint();
    this.need(length);
    const out = new Uint8Array(length);
    out.set(this.buffer.subarray(this.at, this.at + length));
    this.at += length;
    return out;
  }

  /** @throws WireError when the field is not valid UTF-8. */
  string(): string {
    const length = this.varint();
    this.need(length);
    const start = this.at;
    this.at += length;
    for (let i = start; i < this.at; i++) {
      if ((this.buffer[i] as number) >= 0x80) return this.decodeText(start);
    }
    if (latin1Slice === undefined) return this.decodeText(start);
    return latin1Slice.call(this.buffer, start, this.at);
  }

  private decodeText(start: number): string {
    try {
      return decoder.decode(this.buffer.subarray(start, this.at));
    } catch {
      throw new WireError("text is not valid UTF-8");
    }
  }

  /** Enters an embedded message. Returns the outer end, which `leave` needs. */
  enter(): number {
    const length = this.varint();
    this.need(length);
    if (++this.depth > DEPTH_MAX) throw new WireError(`nested deeper than ${DEPTH_MAX}`);
    const outer = this.limit;
    this.limit = this.at + length;
    return outer;
  }

  leave(outer: number): void {
    this.depth--;
    this.limit = outer;
  }

  /** Skips a field that the schema does not know. @throws WireError when strict. */
  unknown(tag: number): void {
    if (this.strict) throw new WireError(`unknown field ${tag >>> 3} (wire type ${tag & 7})`);
    const wire = tag & 7;
    if (wire === WIRE_VARINT) this.varint();
    else if (wire === WIRE_FIXED64) this.skip(8);
    else if (wire === WIRE_BYTES) this.skip(this.varint());
    else if (wire === WIRE_FIXED32) this.skip(4);
    else throw new WireError(`wire type ${wire} is not supported`);
  }

  private skip(count: number): void {
    this.need(count);
    this.at += count;
  }
}
