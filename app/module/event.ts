/**
 * Typed events. A module declares an event once as a proto message; this file turns it into ABCI
 * attributes and back, so that a daemon sees the same type that the module emitted.
 */
import { assert } from "../lib/assert.ts";
import { hex } from "../lib/bytes.ts";
import type { Codec, Field } from "../../proto/wire/codec.ts";

export interface EventAttribute {
  /** Never empty: clients fail to decode a transaction otherwise. */
  readonly key: string;
  readonly value: string;
  /** Whether CometBFT's indexer keeps it. Index few: events are the largest cost in bytes. */
  readonly index: boolean;
}

/** An event as ABCI carries it. */
export interface AbciEvent {
  readonly type: string;
  readonly attributes: readonly EventAttribute[];
}

/** A declared event. */
export interface EventSpec<E> {
  readonly type: string;
  readonly toAbci: (value: E) => AbciEvent;
  /** Undefined when `event` has another type. */
  readonly fromAbci: (event: AbciEvent) => E | undefined;
}

/** A declared event with its type closed over, as modules list them. */
export interface AnyEvent {
  readonly type: string;
  readonly toAbci: (value: never) => AbciEvent;
  readonly fromAbci: (event: AbciEvent) => unknown;
}

/**
 * An event whose type is the full name of its proto message. Attributes are the fields in order:
 * text as it is, integers in decimal, bytes in lower-case hex, everything else as proto JSON.
 */
export function typedEvent<E>(codec: Codec<E>, indexed: readonly string[] = []): EventSpec<E> {
  const type = codec.typeUrl.slice(1);
  const keys = new Set(indexed);
  for (const key of keys) {
    assert(
      codec.fields.some((field) => field.jsonName === key),
      `${type} has no field ${key}`,
    );
  }
  return {
    type,
    toAbci: (value) => {
      const json = codec.toJson(value) as Readonly<Record<string, unknown>>;
      const plain = value as Readonly<Record<string, unknown>>;
      return {
        type,
        attributes: codec.fields.map((field) => ({
          key: field.jsonName,
          value: attributeText(field, plain[field.name], json[field.jsonName]),
          index: keys.has(field.jsonName),
        })),
      };
    },
    fromAbci: (event) => (event.type === type ? fromAttributes(codec, event) : undefined),
  };
}

function attributeText(field: Field, value: unknown, json: unknown): string {
  if (value instanceof Uint8Array) return hex(value);
  if (field.repeated || field.kind === "message") return JSON.stringify(json ?? null);
  return `${json}`;
}

function fromAttributes<E>(codec: Codec<E>, event: AbciEvent): E {
  const json: Record<string, unknown> = {};
  const texts = new Map(event.attributes.map((attribute) => [attribute.key, attribute.value]));
  for (const field of codec.fields) {
    const text = texts.get(field.jsonName);
    if (text !== undefined) json[field.jsonName] = attributeJson(field, text);
  }
  return codec.fromJson(json);
}

function attributeJson(field: Field, text: string): unknown {
  if (field.repeated || field.kind === "message") return JSON.parse(text);
  if (field.kind === "bytes") return Buffer.from(text, "hex").toString("base64");
  return field.kind === "bool" ? text === "true" : text;
}

/** A Cosmos SDK event that wallets and explorers know by name, such as `transfer`. */
export function plainEvent<Keys extends string>(
  type: string,
  keys: readonly Keys[],
  indexed: readonly Keys[] = [],
): EventSpec<Readonly<Record<Keys, string>>> {
  return {
    type,
    toAbci: (value) => ({
      type,
      attributes: keys.map((key) => ({ key, value: value[key], index: indexed.includes(key) })),
    }),
    fromAbci: (event) => {
      if (event.type !== type) return undefined;
      const entries = event.attributes.map((attribute) => [attribute.key, attribute.value]);
      return Object.fromEntries(entries) as Readonly<Record<Keys, string>>;
    },
  };
}
