/** What a generated message is: its two encodings, its defaults and its description. */
import { WireError } from "./error.ts";
import { fromJson, toJson } from "./json.ts";
import { Reader } from "./reader.ts";
import { Writer } from "./writer.ts";

export type ScalarKind =
  | "string"
  | "bytes"
  | "bool"
  | "int32"
  | "uint32"
  | "int64"
  | "uint64"
  | "fixed64"
  | "sfixed64";

/** One field as the .proto file declares it. */
export interface Field {
  /** Name in TypeScript, lowerCamelCase. */
  readonly name: string;
  /** Name in the .proto file and in JSON, snake_case. */
  readonly jsonName: string;
  readonly number: number;
  readonly kind: ScalarKind | "message" | "enum";
  readonly repeated: boolean;
  /** Undefined when absent: messages, `optional` and oneof members. */
  readonly optional: boolean;
  readonly message?: () => Codec<never>;
  readonly values?: EnumValues;
}

export type EnumValues = Readonly<Record<string, number>>;

/** A value with exactly one byte encoding. Generated from proto/. */
export interface Codec<T> {
  /** "/" and the full protobuf name. */
  readonly typeUrl: string;
  readonly fields: readonly Field[];
  /** The canonical bytes. @throws WireError when a number is outside its type. */
  encode(value: T): Uint8Array;
  /** Inverse of `encode`. @throws WireError for any other bytes. */
  decode(bytes: Uint8Array): T;
  /** Decodes any valid protobuf: unknown fields skipped, any order, last value wins. */
  decodeLenient(bytes: Uint8Array): T;
  /** The message with defaults for what `partial` leaves out. */
  create(partial?: Partial<T>): T;
  /** Proto JSON with the names of the .proto file and defaults shown. */
  toJson(value: T): unknown;
  /** @throws WireError when `json` is not the JSON of this message; unknown names are refused. */
  fromJson(json: unknown): T;
  write(writer: Writer, value: T): void;
  read(reader: Reader): T;
}

/** One method of a protobuf service. */
export interface Method<Q, A> {
  /** "/package.Service/Method", also the ABCI query path. */
  readonly path: string;
  readonly request: Codec<Q>;
  readonly response: Codec<A>;
}

interface Definition<T> {
  readonly typeUrl: string;
  readonly fields: readonly Field[];
  readonly defaults: () => T;
  readonly write: (writer: Writer, value: T) => void;
  readonly read: (reader: Reader) => T;
}

/** Writers that are not in use: encoding is synchronous, so one nearly always suffices. */
const idle: Writer[] = [];

function encodeWith<T>(write: (writer: Writer, value: T) => void, value: T): Uint8Array {
  const writer = idle.pop() ?? new Writer();
  try {
    write(writer, value);
    return writer.finish();
  } finally {
    writer.reset();
    idle.push(writer);
  }
}

/** Makes a codec of the parts that the generator writes. */
export function codec<T>(definition: Definition<T>): Codec<T> {
  const decodeWith = (bytes: Uint8Array, strict: boolean): T => {
    try {
      return definition.read(new Reader(bytes, strict));
    } catch (error) {
      if (!(error instanceof WireError)) throw error;
      throw new WireError(`${definition.typeUrl}: ${error.message}`);
    }
  };
  const made: Codec<T> = {
    typeUrl: definition.typeUrl,
    fields: definition.fields,
    encode: (value) => encodeWith(definition.write, value),
    decode: (bytes) => decodeWith(bytes, true),
    decodeLenient: (bytes) => decodeWith(bytes, false),
    create: (partial) => ({ ...definition.defaults(), ...partial }),
    toJson: (value) => toJson(made as Codec<never>, value),
    fromJson: (json) => fromJson(made as Codec<never>, json) as T,
    write: definition.write,
    read: definition.read,
  };
  return made;
}
