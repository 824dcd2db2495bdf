/**
 * What cosmjs needs to know this chain's own messages: their types for its `Registry` and their
 * JSON for its `AminoTypes`. Both come from the declarations of the modules. Free of Node.
 */
import { base64 } from "@scure/base";
import type { Codec, Field } from "../../proto/wire/codec.ts";
import type { AnyModule, MessageSpec } from "../module/module.ts";
import { type AminoJson, aminoMessage } from "../tx/amino.ts";

/** One entry of cosmjs' `AminoTypes`. Values are those of the generated types. */
export interface AminoConverter {
  readonly aminoType: string;
  /** The value of the JSON; fields that are left out have their defaults. */
  readonly toAmino: (value: unknown) => unknown;
  /** Inverse of `toAmino`. @throws TypeError when this is not the JSON of the message. */
  readonly fromAmino: (value: unknown) => unknown;
}

/** One entry of cosmjs' `Registry`. */
export interface RegistryType {
  readonly encode: (value: unknown) => { readonly finish: () => Uint8Array };
  readonly decode: (bytes: Uint8Array) => unknown;
  readonly fromPartial: (value: unknown) => unknown;
}

type AnySpec = MessageSpec<unknown, unknown>;

/** Messages that only this chain has; cosmjs brings those of Cosmos. */
function ownMessages(modules: readonly AnyModule[]): readonly AnySpec[] {
  const specs = modules.flatMap(({ messages }) => messages as readonly unknown[]) as AnySpec[];
  return specs.filter(({ request }) => request.typeUrl.startsWith("/aegis."));
}

/** Converters of all own messages, by type URL: the argument of `new AminoTypes`. */
export function aegisAminoConverters(
  modules: readonly AnyModule[],
): Readonly<Record<string, AminoConverter>> {
  const entries = ownMessages(modules).flatMap((spec) => {
    const { amino, request } = spec;
    if (amino === undefined) return [];
    const converter: AminoConverter = {
      aminoType: amino.name,
      toAmino: (value) => {
        const message = { spec, value: wholeMessage(request, value) };
        return (aminoMessage(message, "sdk") as { readonly value: AminoJson }).value;
      },
      fromAmino: (value) => messageOf(request, value),
    };
    return [[request.typeUrl, converter] as const];
  });
  return Object.fromEntries(entries);
}

/** Types of all own messages: the argument of `new Registry`, after cosmjs' defaults. */
export function aegisRegistryTypes(
  modules: readonly AnyModule[],
): ReadonlyArray<[string, RegistryType]> {
  return ownMessages(modules).map(({ request }) => [
    request.typeUrl,
    {
      encode: (value) => ({ finish: () => Uint8Array.from(request.encode(value)) }),
      decode: (bytes) => request.decode(bytes),
      fromPartial: (value) => wholeMessage(request, value),
    },
  ]);
}

/** `value` with defaults for what it leaves out, at any depth. */
function wholeMessage(codec: Codec<unknown>, value: unknown): unknown {
  const given = (value ?? {}) as Readonly<Record<string, unknown>>;
  const whole = { ...(codec.create() as Record<string, unknown>) };
  for (const field of codec.fields) {
    const item = given[field.name];
    if (item === undefined || item === null) continue;
    const { message } = field;
    if (message === undefined) whole[field.name] = item;
    else whole[field.name] = each(field, item, (one) => wholeMessage(message(), one));
  }
  return whole;
}

function messageOf(codec: Codec<unknown>, json: unknown): unknown {
  if (typeof json !== "object" || json === null || Array.isArray(json)) {
    throw new TypeError(`${codec.typeUrl}: expected an object`);
  }
  const byName = new Map(codec.fields.map((field) => [field.jsonName, field]));
  const message = { ...(codec.create() as Record<string, unknown>) };
  for (const [name, item] of Object.entries(json)) {
    const field = byName.get(name);
    if (field === undefined) throw new TypeError(`${codec.typeUrl}: unknown field ${name}`);
    message[field.name] = each(field, item, (one) => itemOf(field, one));
  }
  return message;
}

function each(field: Field, item: unknown, read: (one: unknown) => unknown): unknown {
  if (!field.repeated) return read(item);
  if (!Array.isArray(item)) throw new TypeError(`${field.jsonName}: expected a list`);
  return item.map(read);
}

function itemOf(field: Field, json: unknown): unknown {
  if (field.message !== undefined) return messageOf(field.message(), json);
  const expected = typeOf(field);
  if (typeof json !== expected) throw new TypeError(`${field.jsonName}: expected a ${expected}`);
  if (field.kind === "bytes") return base64.decode(json as string);
  return field.kind.endsWith("64") ? BigInt(json as string) : json;
}

function typeOf({ kind }: Field): "string" | "boolean" | "number" {
  if (kind === "bool") return "boolean";
  return kind === "int32" || kind === "uint32" || kind === "enum" ? "number" : "string";
}
