/**
 * Reads and writes GGUF files (version 3, little-endian), the format of model files: typed
 * metadata, then the description of every tensor, then their data. Written from the format's
 * description, for calibration and tests, which make dishonest copies of real models and small
 * ones.
 */
import { assert } from "../../../app/lib/assert.ts";
import { asBuffer, utf8, utf8Text } from "../../../app/lib/bytes.ts";

const MAGIC = 0x46554747;
const VERSION = 3;
const ALIGNMENT = 32;

/** Kinds of metadata values by their number in a file. */
const KINDS = [
  "u8",
  "i8",
  "u16",
  "i16",
  "u32",
  "i32",
  "f32",
  "bool",
  "string",
  "array",
  "u64",
  "i64",
  "f64",
] as const;

type Kind = (typeof KINDS)[number];
type ScalarKind = Exclude<Kind, "array">;
type Scalar = number | bigint | boolean | string;

/** One metadata value: 64-bit integers are bigint. */
export type GgufValue =
  | { readonly kind: ScalarKind; readonly value: Scalar }
  | { readonly kind: "array"; readonly of: ScalarKind; readonly value: readonly Scalar[] };

/** Bytes per block and weights per block of the tensor types that are known here. */
export const TENSOR_TYPES: ReadonlyMap<number, TensorType> = new Map([
  [0, { name: "F32", blockBytes: 4, blockWeights: 1 }],
  [1, { name: "F16", blockBytes: 2, blockWeights: 1 }],
  [2, { name: "Q4_0", blockBytes: 18, blockWeights: 32 }],
  [3, { name: "Q4_1", blockBytes: 20, blockWeights: 32 }],
  [8, { name: "Q8_0", blockBytes: 34, blockWeights: 32 }],
  [14, { name: "Q6_K", blockBytes: 210, blockWeights: 256 }],
]);

/** How a tensor's weights are stored. */
export interface TensorType {
  readonly name: "F32" | "F16" | "Q4_0" | "Q4_1" | "Q8_0" | "Q6_K";
  readonly blockBytes: number;
  readonly blockWeights: number;
}

/** One tensor: `dims` from the fastest-changing on, `data` as stored. */
export interface GgufTensor {
  readonly name: string;
  readonly dims: readonly number[];
  readonly type: TensorType["name"];
  readonly data: Uint8Array;
}

/** A whole file. */
export interface Gguf {
  readonly metadata: ReadonlyMap<string, GgufValue>;
  readonly tensors: readonly GgufTensor[];
}

/** Type number and layout of a tensor type. */
function typeNamed(name: TensorType["name"]): readonly [number, TensorType] {
  for (const entry of TENSOR_TYPES) if (entry[1].name === name) return entry;
  throw new RangeError(`unknown tensor type ${name}`);
}

/** Bytes that a tensor of `dims` takes when stored as `type`. */
export function tensorBytes(dims: readonly number[], type: TensorType["name"]): number {
  const [, { blockBytes, blockWeights }] = typeNamed(type);
  const weights = dims.reduce((product, dim) => product * dim, 1);
  assert(weights % blockWeights === 0, "a tensor is whole blocks");
  return (weights / blockWeights) * blockBytes;
}

/**
 * Parses a file; tensor data are views of `bytes`.
 * @throws RangeError when it is not a GGUF of version 3, or ends too early.
 */
export function readGguf(bytes: Uint8Array): Gguf {
  const reader = new Reader(bytes);
  if (reader.u32() !== MAGIC || reader.u32() !== VERSION)
    throw new RangeError("not a GGUF v3 file");
  const tensorCount = Number(reader.u64());
  const metadataCount = Number(reader.u64());
  const metadata = new Map<string, GgufValue>();
  for (let at = 0; at < metadataCount; at += 1) metadata.set(reader.string(), reader.value());
  const infos = Array.from({ length: tensorCount }, () => {
    const name = reader.string();
    const dims = Array.from({ length: reader.u32() }, () => Number(reader.u64()));
    const type = TENSOR_TYPES.get(reader.u32());
    if (type === undefined) throw new RangeError(`tensor ${name} has a type unknown here`);
    return { name, dims, type: type.name, offset: Number(reader.u64()) };
  });
  const start = align(reader.at);
  const tensors = infos.map(({ name, dims, type, offset }) => {
    const end = start + offset + tensorBytes(dims, type);
    if (end > bytes.length) throw new RangeError(`tensor ${name} ends after the file`);
    return { name, dims, type, data: bytes.subarray(start + offset, end) };
  });
  return { metadata, tensors };
}

/** The bytes of a file. */
export function writeGguf({ metadata, tensors }: Gguf): Uint8Array {
  const writer = new Writer();
  writer.u32(MAGIC);
  writer.u32(VERSION);
  writer.u64(BigInt(tensors.length));
  writer.u64(BigInt(metadata.size));
  for (const [key, value] of metadata) {
    writer.string(key);
    writer.value(value);
  }
  let offset = 0;
  for (const { name, dims, type, data } of tensors) {
    assert(data.length === tensorBytes(dims, type), `tensor ${name} has the bytes of its type`);
    writer.string(name);
    writer.u32(dims.length);
    for (const dim of dims) writer.u64(BigInt(dim));
    writer.u32(typeNamed(type)[0]);
    writer.u64(BigInt(offset));
    offset = align(offset + data.length);
  }
  const start = align(writer.length);
  const file = new Uint8Array(start + offset);
  file.set(writer.bytes());
  let at = start;
  for (const { data } of tensors) {
    file.set(data, at);
    at = start + align(at - start + data.length);
  }
  return file;
}

function align(offset: number): number {
  return Math.ceil(offset / ALIGNMENT) * ALIGNMENT;
}

class Reader {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  u32(): number {
    return this.scalar("u32") as number;
  }

  u64(): bigint {
    return this.scalar("u64") as bigint;
  }

  string(): string {
    const length = Number(this.u64());
    const start = this.at;
    this.at += length;
    if (this.at > this.#bytes.length) throw new RangeError("a text ends after the file");
    return utf8Text(this.#bytes.subarray(start, this.at));
  }

  value(): GgufValue {
    const kind = this.#kind();
    if (kind !== "array") return { kind, value: this.scalar(kind) };
    const of = this.#kind();
    if (of === "array") throw new RangeError("arrays of arrays are not known here");
    const length = Number(this.u64());
    return { kind, of, value: Array.from({ length }, () => this.scalar(of)) };
  }

  #kind(): Kind {
    const kind = KINDS[this.u32()];
    if (kind === undefined) throw new RangeError("unknown kind of metadata");
    return kind;
  }

  scalar(kind: ScalarKind): Scalar {
    if (kind === "string") return this.string();
    const { bytes, read } = SCALARS[kind];
    const at = this.at;
    this.at += bytes;
    return read(this.#view, at);
  }
}

class Writer {
  readonly #parts: Uint8Array[] = [];
  length = 0;

  u32(value: number): void {
    this.scalar("u32", value);
  }

  u64(value: bigint): void {
    this.scalar("u64", value);
  }

  string(text: string): void {
    const bytes = utf8(text);
    this.u64(BigInt(bytes.length));
    this.#push(bytes);
  }

  value(value: GgufValue): void {
    this.u32(KINDS.indexOf(value.kind));
    if (value.kind !== "array") {
      this.scalar(value.kind, value.value);
      return;
    }
    this.u32(KINDS.indexOf(value.of));
    this.u64(BigInt(value.value.length));
    for (const item of value.value) this.scalar(value.of, item);
  }

  scalar(kind: ScalarKind, value: Scalar): void {
    if (kind === "string") {
      this.string(value as string);
      return;
    }
    const { bytes, write } = SCALARS[kind];
    const part = new Uint8Array(bytes);
    write(new DataView(part.buffer), value);
    this.#push(part);
  }

  bytes(): Uint8Array {
    return Buffer.concat(this.#parts.map(asBuffer));
  }

  #push(part: Uint8Array): void {
    this.#parts.push(part);
    this.length += part.length;
  }
}

interface ScalarFormat {
  readonly bytes: number;
  readonly read: (view: DataView, at: number) => Scalar;
  readonly write: (view: DataView, value: Scalar) => void;
}

const SCALARS: Record<Exclude<ScalarKind, "string">, ScalarFormat> = {
  u8: number(1, "Uint8"),
  i8: number(1, "Int8"),
  u16: number(2, "Uint16"),
  i16: number(2, "Int16"),
  u32: number(4, "Uint32"),
  i32: number(4, "Int32"),
  f32: number(4, "Float32"),
  f64: number(8, "Float64"),
  bool: {
    bytes: 1,
    read: (view, at) => view.getUint8(at) !== 0,
    write: (view, value) => view.setUint8(0, value ? 1 : 0),
  },
  u64: {
    bytes: 8,
    read: (view, at) => view.getBigUint64(at, true),
    write: (view, value) => view.setBigUint64(0, value as bigint, true),
  },
  i64: {
    bytes: 8,
    read: (view, at) => view.getBigInt64(at, true),
    write: (view, value) => view.setBigInt64(0, value as bigint, true),
  },
};

type NumberName =
  | "Uint8"
  | "Int8"
  | "Uint16"
  | "Int16"
  | "Uint32"
  | "Int32"
  | "Float32"
  | "Float64";

function number(bytes: number, name: NumberName): ScalarFormat {
  return {
    bytes,
    read: (view, at) => view[`get${name}`](at, true),
    write: (view, value) => view[`set${name}`](0, value as number, true),
  };
}
