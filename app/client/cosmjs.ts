/**
 * The chain's own messages for cosmjs: types for its `Registry`, JSON for its `AminoTypes`. Cosmos'
 * messages it knows by itself. Free of Node.
 */
import { base64 } from "@scure/base";
import * as app from "../../proto/gen/aegis/app/v1/app.ts";
import * as checkpoints from "../../proto/gen/aegis/checkpoints/v1/tx.ts";
import * as rewards from "../../proto/gen/aegis/rewards/v1/tx.ts";
import * as slashing from "../../proto/gen/aegis/slashing/v1/tx.ts";
import * as staking from "../../proto/gen/aegis/staking/v1/tx.ts";
import * as tasks from "../../proto/gen/aegis/tasks/v1/tx.ts";
import type { Codec, Field } from "../../proto/wire/codec.ts";
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

/** Codecs of all messages of `aegis.*` that a transaction can carry. */
export const AEGIS_MESSAGES: ReadonlyArray<Codec<unknown>> = [
  app,
  checkpoints,
  rewards,
  slashing,
  staking,
  tasks,
].flatMap((file) => Object.values(file as Readonly<Record<string, unknown>>).filter(isMessage));

/** Whether this export of a generated file is a message, and no answer to one. */
function isMessage(value: unknown): value is Codec<unknown> {
  const typeUrl = typeof value === "object" && value !== null && "typeUrl" in value;
  return typeUrl && /\.Msg[A-Z]\w*(?<!Response)$/.test(`${value.typeUrl}`);
}

/** What `new AminoTypes` takes besides `createDefaultAminoConverters()`. */
export function aegisAminoConverters(): Readonly<Record<string, AminoConverter>> {
  const formOf = (request: Codec<unknown>, value: unknown) =>
    aminoMessage({ spec: { request }, value }, "sdk") as { type: string; value: AminoJson };
  return Object.fromEntries(
    AEGIS_MESSAGES.map((codec) => {
      const converter: AminoConverter = {
        aminoType: formOf(codec, codec.create()).type,
        toAmino: (value) => formOf(codec, wholeMessage(codec, value)).value,
        fromAmino: (value) => messageOf(codec, value),
      };
      return [codec.typeUrl, converter];
    }),
  );
}

/** Entries for `new Registry([...defaultRegistryTypes, ...aegisTypes()])`. */
export function aegisTypes(): ReadonlyArray<[typeUrl: string, type: RegistryType]> {
  return AEGIS_MESSAGES.map((codec) => [
    codec.typeUrl,
    {
      encode: (value) => ({ finish: () => Uint8Array.from(codec.encode(value)) }),
      decode: (bytes) => codec.decodeLenient(bytes),
      fromPartial: (value) => wholeMessage(codec, value),
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
