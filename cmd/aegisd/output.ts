/** How results look: one JSON value, or indented text of the same facts. */
import type { Codec, Field } from "../../proto/wire/codec.ts";
import { hex } from "../../app/lib/bytes.ts";
import type { Io } from "./io.ts";

export const OUTPUT_FORMATS = ["json", "text"] as const;

export type OutputFormat = (typeof OUTPUT_FORMATS)[number];

/** Prints `value` (plain JSON data) to standard output. */
export function print(io: Io, format: OutputFormat, value: unknown): void {
  io.out(format === "json" ? `${harmless(JSON.stringify(value))}\n` : `${textOf(value)}\n`);
}

/** Prints a message: as proto JSON, or as text in which bytes are hex. */
export function printMessage<T>(io: Io, format: OutputFormat, codec: Codec<T>, value: T): void {
  print(io, format, format === "json" ? codec.toJson(value) : readable(codec, value));
}

/** The JSON of a message with bytes as hex, for people. */
export function readable<T>(codec: Codec<T>, value: T): unknown {
  const json = codec.toJson(value);
  // Timestamps, durations and Any have a JSON form that is not their fields.
  if (codec.typeUrl.startsWith("/google.protobuf.")) return json;
  const plain = json as Record<string, unknown>;
  for (const field of codec.fields) {
    const item = (value as Readonly<Record<string, unknown>>)[field.name];
    if (item !== undefined) plain[field.jsonName] = readableField(field, item, plain);
  }
  return plain;
}

function readableField(field: Field, item: unknown, json: Record<string, unknown>): unknown {
  const one = (each: unknown): unknown =>
    field.kind === "bytes" ? hex(each as Uint8Array) : readable(messageOf(field), each as never);
  if (field.kind !== "bytes" && field.kind !== "message") return json[field.jsonName];
  return field.repeated ? (item as readonly unknown[]).map(one) : one(item);
}

function messageOf(field: Field): Codec<never> {
  if (field.message === undefined) throw new TypeError(`${field.jsonName} has no message type`);
  return field.message();
}

/** Plain JSON data as indented text: `name: value` lines, `-` before items of lists. */
export function textOf(value: unknown, indent: string = ""): string {
  if (Array.isArray(value)) {
    if (value.length === 0) return `${indent}(none)`;
    return value.map((item) => listItem(item, indent)).join("\n");
  }
  if (typeof value === "object" && value !== null) {
    const entries = Object.entries(value);
    if (entries.length === 0) return `${indent}(empty)`;
    return entries.map(([name, item]) => entryText(name, item, indent)).join("\n");
  }
  return `${indent}${scalarText(value)}`;
}

function entryText(name: string, item: unknown, indent: string): string {
  if (isNested(item)) return `${indent}${name}:\n${textOf(item, `${indent}  `)}`;
  if (Array.isArray(item)) return `${indent}${name}: []`;
  return `${indent}${name}: ${scalarText(item)}`;
}

function listItem(item: unknown, indent: string): string {
  if (!isNested(item)) return `${indent}- ${scalarText(item)}`;
  return `${indent}- ${textOf(item, `${indent}  `).trimStart()}`;
}

function isNested(item: unknown): boolean {
  return typeof item === "object" && item !== null && Object.keys(item).length > 0;
}

function scalarText(value: unknown): string {
  if (value === null || value === undefined) return "-";
  if (typeof value === "object") return "{}";
  const text = String(value);
  return /[\p{Cc}]/u.test(text) || text === "" ? harmless(JSON.stringify(text)) : text;
}

/**
 * JSON without a single control character: model output is a stranger's text and must not drive the
 * terminal, and JSON itself escapes only those below 0x20.
 */
function harmless(json: string): string {
  return json.replace(/[\u007f-\u009f]/g, (char) => {
    return `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`;
  });
}
