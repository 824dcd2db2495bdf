/**
 * Protocol records as this RPC shows them: names in lowerCamelCase, bytes in hex, 64-bit integers
 * as decimal text, enums by name without their prefix. Schemas follow from the same declarations.
 */
import type { Codec, Field } from "../../../../proto/wire/codec.ts";
import { hex } from "../../../../app/lib/bytes.ts";
import { badParam } from "./fault.ts";
import {
  flag,
  HEX_SCHEMA,
  hexBytes,
  integer,
  type JsonSchema,
  list,
  type Shape,
  text,
  UINT64_SCHEMA,
  uint64,
} from "./shape.ts";

/** A codec with its type closed over. */
type AnyCodec = Codec<never>;

/** What descriptions and the JSON of a record need of its codec. */
export type RecordType = Pick<AnyCodec, "typeUrl" | "fields">;

const UINT32_MAX = 2 ** 32 - 1;
const INT32_MIN = -(2 ** 31);

function inner(field: Field): AnyCodec {
  if (field.message === undefined) throw new TypeError(`${field.name} is no message`);
  return field.message();
}

/** Names of an enum without the prefix that all of them share, and their numbers. */
export function enumNames(field: Field): ReadonlyMap<string, number> {
  const entries = Object.entries(field.values ?? {});
  const [first = ""] = entries.map(([name]) => name);
  // The value 0 is PREFIX_UNSPECIFIED everywhere (proto/README.md).
  const prefix = first.slice(0, first.lastIndexOf("_") + 1);
  return new Map(entries.map(([name, value]) => [name.slice(prefix.length), value]));
}

/** Name of a record in descriptions: the last part of its type. */
export function recordName({ typeUrl }: RecordType): string {
  return typeUrl.slice(typeUrl.lastIndexOf(".") + 1);
}

/** A reference to the record's schema. */
export function recordRef(codec: RecordType): JsonSchema {
  return { $ref: `#/components/schemas/${recordName(codec)}` };
}

function oneSchema(field: Field): JsonSchema {
  switch (field.kind) {
    case "message":
      return recordRef(inner(field));
    case "enum":
      return { type: "string", enum: [...enumNames(field).keys()] };
    case "bytes":
      return HEX_SCHEMA;
    case "string":
      return { type: "string" };
    case "bool":
      return { type: "boolean" };
    case "uint32":
    case "int32":
      return { type: "integer" };
    default:
      return UINT64_SCHEMA;
  }
}

/** Schemas by name of the records and of all that they are made of. */
export function recordSchemas(codecs: readonly RecordType[]): Readonly<Record<string, JsonSchema>> {
  const schemas = new Map<string, JsonSchema>();
  const visit = (codec: RecordType): void => {
    const name = recordName(codec);
    if (schemas.has(name)) return;
    const properties = codec.fields.map((field) => {
      const one = oneSchema(field);
      return [field.name, field.repeated ? { type: "array", items: one } : one] as const;
    });
    const schema = { type: "object", properties: Object.fromEntries(properties) };
    schemas.set(name, { ...schema, additionalProperties: false });
    for (const field of codec.fields) if (field.kind === "message") visit(inner(field));
  };
  codecs.forEach(visit);
  return Object.fromEntries(schemas);
}

function oneJson(field: Field, value: unknown): unknown {
  if (typeof value === "bigint") return `${value}`;
  if (value instanceof Uint8Array) return hex(value);
  if (field.kind === "message") return recordJson(inner(field), value);
  if (field.kind !== "enum") return value;
  for (const [name, number] of enumNames(field)) if (number === value) return name;
  return `${value}`;
}

/** JSON of a record. Messages that are absent are left out. */
export function recordJson(codec: RecordType, value: unknown): unknown {
  const json: Record<string, unknown> = {};
  for (const field of codec.fields) {
    const item = (value as Readonly<Record<string, unknown>>)[field.name];
    if (field.repeated) json[field.name] = (item as unknown[]).map((one) => oneJson(field, one));
    else if (item !== undefined) json[field.name] = oneJson(field, item);
  }
  return json;
}

function oneShape(field: Field, bytesMax: number): Shape<unknown> {
  switch (field.kind) {
    case "message":
      return recordShape(inner(field), bytesMax);
    case "bytes":
      return hexBytes("", bytesMax);
    case "string":
      return text("", bytesMax);
    case "bool":
      return flag("");
    case "uint32":
      return integer("", 0, UINT32_MAX);
    case "int32":
      return integer("", INT32_MIN, UINT32_MAX >>> 1);
    case "enum":
      return enumShape(field);
    default:
      return uint64("");
  }
}

function enumShape(field: Field): Shape<number> {
  const names = enumNames(field);
  const read = (value: unknown, at: string): number => {
    const number = names.get(value as string);
    if (number === undefined) throw badParam(at, `expected one of ${[...names.keys()].join(", ")}`);
    return number;
  };
  return { schema: oneSchema(field), isOptional: false, read };
}

/** Reads a record; fields that are left out have their defaults. `bytesMax` bounds each field. */
export function recordShape<T>(codec: Codec<T>, bytesMax: number): Shape<T> {
  // Made when it is read: descriptions need only the reference.
  const shapeOf = (field: Field): Shape<unknown> => {
    const one = oneShape(field, bytesMax);
    return field.repeated ? list("", one, bytesMax) : one;
  };
  const read = (value: unknown, at: string): T => {
    if (typeof value !== "object" || value === null || Array.isArray(value)) {
      throw badParam(at, "expected an object");
    }
    const partial: Record<string, unknown> = {};
    for (const [name, item] of Object.entries(value)) {
      const field = codec.fields.find((one) => one.name === name);
      if (field === undefined) throw badParam(`${at}.${name.slice(0, 64)}`, "not known here");
      const isNone = field.repeated && Array.isArray(item) && item.length === 0;
      partial[name] = isNone ? [] : shapeOf(field).read(item, `${at}.${name}`);
    }
    return codec.create(partial as Partial<T>);
  };
  return { schema: recordRef(codec), isOptional: false, read };
}
