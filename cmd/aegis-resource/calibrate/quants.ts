/**
 * Weights between their stored forms and float32: F32, F16, Q8_0, Q4_0 and Q4_1. A block of 32
 * weights is a float16 scale (Q4_1: scale and minimum) and 32 small integers; of two weights in a
 * byte the low half is the earlier one, the high half the one 16 places later.
 */
import type { TensorType } from "./gguf.ts";

type TypeName = TensorType["name"];

/** Types that `dequantise` reads. */
export const READABLE_TYPES: ReadonlySet<TypeName> = new Set([
  "F32",
  "F16",
  "Q8_0",
  "Q4_0",
  "Q4_1",
]);

const BLOCK = 32;
const HALF_BLOCK = 16;

/**
 * The weights stored in `data`.
 * @throws RangeError for a type that is not supported.
 */
export function dequantise(data: Uint8Array, type: TypeName): Float32Array {
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  if (type === "F32") {
    return Float32Array.from({ length: data.length / 4 }, (_, at) => view.getFloat32(at * 4, true));
  }
  if (type === "F16") {
    return Float32Array.from({ length: data.length / 2 }, (_, at) => half(view, at * 2));
  }
  if (type === "Q8_0") return eachBlock(data, 34, (at, out, to) => readQ8(view, data, at, out, to));
  if (type === "Q4_0") return eachBlock(data, 18, (at, out, to) => readQ4(view, data, at, out, to));
  if (type === "Q4_1")
    return eachBlock(data, 20, (at, out, to) => readQ41(view, data, at, out, to));
  throw new RangeError(`cannot read weights of type ${type}`);
}

/**
 * `weights` stored as `type`, rounded the way the engine's own tools round.
 * @throws RangeError for a type that is not supported.
 */
export function quantise(weights: Float32Array, type: TypeName): Uint8Array {
  if (type === "F32") return new Uint8Array(Float32Array.from(weights).buffer);
  const blocks = weights.length / BLOCK;
  const bytes = { Q8_0: 34, Q4_0: 18, Q4_1: 20, F16: 0, Q6_K: 0 }[type];
  if (bytes === 0) throw new RangeError(`cannot write weights of type ${type}`);
  const data = new Uint8Array(blocks * bytes);
  const view = new DataView(data.buffer);
  const write = type === "Q8_0" ? writeQ8 : type === "Q4_0" ? writeQ4 : writeQ41;
  for (let block = 0; block < blocks; block += 1) {
    write(weights, block * BLOCK, view, block * bytes);
  }
  return data;
}

function eachBlock(
  data: Uint8Array,
  bytes: number,
  read: (at: number, out: Float32Array, to: number) => void,
): Float32Array {
  const blocks = data.length / bytes;
  const out = new Float32Array(blocks * BLOCK);
  for (let block = 0; block < blocks; block += 1) read(block * bytes, out, block * BLOCK);
  return out;
}

function readQ8(
  view: DataView,
  _data: Uint8Array,
  at: number,
  out: Float32Array,
  to: number,
): void {
  const scale = half(view, at);
  for (let i = 0; i < BLOCK; i += 1) out[to + i] = view.getInt8(at + 2 + i) * scale;
}

function readQ4(view: DataView, data: Uint8Array, at: number, out: Float32Array, to: number): void {
  const scale = half(view, at);
  for (let i = 0; i < HALF_BLOCK; i += 1) {
    const pair = data[at + 2 + i] as number;
    out[to + i] = ((pair & 15) - 8) * scale;
    out[to + HALF_BLOCK + i] = ((pair >> 4) - 8) * scale;
  }
}

function readQ41(
  view: DataView,
  data: Uint8Array,
  at: number,
  out: Float32Array,
  to: number,
): void {
  const scale = half(view, at);
  const least = half(view, at + 2);
  for (let i = 0; i < HALF_BLOCK; i += 1) {
    const pair = data[at + 4 + i] as number;
    out[to + i] = (pair & 15) * scale + least;
    out[to + HALF_BLOCK + i] = (pair >> 4) * scale + least;
  }
}

function writeQ8(weights: Float32Array, from: number, view: DataView, at: number): void {
  let largest = 0;
  for (let i = 0; i < BLOCK; i += 1) {
    largest = Math.max(largest, Math.abs(weights[from + i] as number));
  }
  const scale = largest / 127;
  view.setUint16(at, toHalf(scale), true);
  const inverse = scale === 0 ? 0 : 1 / scale;
  for (let i = 0; i < BLOCK; i += 1) {
    view.setInt8(at + 2 + i, Math.round((weights[from + i] as number) * inverse));
  }
}

function writeQ4(weights: Float32Array, from: number, view: DataView, at: number): void {
  let extreme = 0;
  for (let i = 0; i < BLOCK; i += 1) {
    const weight = weights[from + i] as number;
    if (Math.abs(weight) > Math.abs(extreme)) extreme = weight;
  }
  // The weight of the largest magnitude becomes exactly -8 steps.
  const scale = extreme / -8;
  view.setUint16(at, toHalf(scale), true);
  writePairs(weights, from, view, at + 2, scale === 0 ? 0 : 1 / scale, 8.5);
}

function writeQ41(weights: Float32Array, from: number, view: DataView, at: number): void {
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < BLOCK; i += 1) {
    least = Math.min(least, weights[from + i] as number);
    most = Math.max(most, weights[from + i] as number);
  }
  const scale = (most - least) / 15;
  view.setUint16(at, toHalf(scale), true);
  view.setUint16(at + 2, toHalf(least), true);
  const inverse = scale === 0 ? 0 : 1 / scale;
  writePairs(weights, from, view, at + 4, inverse, 0.5 - least * inverse);
}

function writePairs(
  weights: Float32Array,
  from: number,
  view: DataView,
  at: number,
  inverse: number,
  offset: number,
): void {
  for (let i = 0; i < HALF_BLOCK; i += 1) {
    const low = nibble((weights[from + i] as number) * inverse + offset);
    const high = nibble((weights[from + HALF_BLOCK + i] as number) * inverse + offset);
    view.setUint8(at + i, low | (high << 4));
  }
}

function nibble(value: number): number {
  return Math.max(0, Math.min(15, Math.trunc(value)));
}

const HALVES = Float32Array.from({ length: 1 << 16 }, (_, bits) => {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 31;
  const fraction = bits & 1023;
  if (exponent === 31) return fraction === 0 ? sign * Number.POSITIVE_INFINITY : Number.NaN;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  return sign * (1024 + fraction) * 2 ** (exponent - 25);
});

function half(view: DataView, at: number): number {
  return HALVES[view.getUint16(at, true)] as number;
}

/** The nearest float16 of a number within its range, ties to even, as 16 bits. */
export function toHalf(value: number): number {
  const sign = value < 0 || Object.is(value, -0) ? 0x8000 : 0;
  const size = Math.abs(Math.fround(value));
  if (size === 0) return sign;
  // Steps of the value's binade; below 2^-14 the step stays that of the smallest normal numbers.
  const exponent = Math.max(-14, Math.floor(Math.log2(size)));
  const steps = size / 2 ** (exponent - 10);
  const below = Math.floor(steps);
  const rest = steps - below;
  const rounded = rest > 0.5 || (rest === 0.5 && below % 2 === 1) ? below + 1 : below;
  // A carry out of the fraction runs into the exponent, which is just what rounding up means.
  const bits = rounded < 1024 ? rounded : ((exponent + 15) << 10) + (rounded - 1024);
  return sign | Math.min(bits, 0x7c00);
}
