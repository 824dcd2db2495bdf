/** Text of the command line → proto JSON of one field. */
import { readFileSync } from "node:fs";
import type { Codec, Field } from "../../../proto/wire/codec.ts";
import { base64, fromHex } from "../../../app/lib/bytes.ts";
import { formatDec, parseDecText } from "../../../app/lib/dec.ts";
import { usageError } from "../exit.ts";

const COIN = "/cosmos.base.v1beta1.Coin";
const FILE_BYTES_MAX = 16_777_216;

/** How a value of `field` is written, for its help line. */
export function valueHint(field: Field): string {
  const list = field.repeated ? ", repeatable" : "";
  switch (field.kind) {
    case "message":
      if (isCoin(field)) return `coin such as 1000uasi${list}`;
      return `JSON or @file${list}`;
    case "bytes":
      return `hex, base64:TEXT or @file${list}`;
    case "enum":
      return `one of ${enumNames(field).join(", ")}${list}`;
    case "string":
      return `text${list}`;
    case "bool":
      return `yes or no${list}`;
    default:
      return `integer${list}`;
  }
}

/** The word that stands for a value in a help line. */
export function valueWord(field: Field): string {
  if (field.kind === "message") return isCoin(field) ? "coin" : "json";
  if (field.kind === "bytes") return "hex";
  if (field.kind === "enum") return "name";
  return field.kind === "string" ? "text" : "n";
}

/** @throws CommandError (usage) when `text` cannot be a value of `field`. */
export function valueJson(field: Field, text: string): unknown {
  switch (field.kind) {
    case "message":
      return messageJson(field, text);
    case "bytes":
      return base64(bytesOf(field, text));
    case "bool":
      return boolOf(field, text);
    case "enum":
      return enumOf(field, text);
    default:
      return text;
  }
}

/** A decimal such as 0.1, as messages carry it. @throws CommandError (usage) when it is none. */
export function decimalJson(field: Field, text: string): string {
  try {
    return formatDec(parseDecText(text));
  } catch {
    return fail(field, "expected a decimal such as 0.1");
  }
}

function fail(field: Field, reason: string): never {
  throw usageError(`${field.jsonName}: ${reason}`);
}

function isCoin(field: Field): boolean {
  return field.message?.().typeUrl === COIN;
}

function messageJson(field: Field, text: string): unknown {
  if (isCoin(field)) {
    const match = /^(\d+)([a-zA-Z][a-zA-Z0-9/:._-]{2,127})$/.exec(text);
    if (match !== null) return { amount: match[1], denom: match[2] };
  }
  const json = text.startsWith("@") ? readFile(field, text.slice(1)).toString("utf8") : text;
  try {
    return JSON.parse(json) as unknown;
  } catch {
    return fail(field, `expected ${valueHint({ ...field, repeated: false })}`);
  }
}

function bytesOf(field: Field, text: string): Uint8Array {
  if (text.startsWith("@")) return new Uint8Array(readFile(field, text.slice(1)));
  if (text.startsWith("base64:")) return Buffer.from(text.slice("base64:".length), "base64");
  try {
    return fromHex(text);
  } catch {
    return fail(field, `expected ${valueHint({ ...field, repeated: false })}`);
  }
}

function boolOf(field: Field, text: string): boolean {
  if (/^(yes|true|1)$/i.test(text)) return true;
  if (/^(no|false|0)$/i.test(text)) return false;
  return fail(field, "expected yes or no");
}

/** A full name, or its part after the enum's prefix, in either case. */
function enumOf(field: Field, text: string): string {
  const names = enumNames(field);
  const wanted = text.toUpperCase().replaceAll("-", "_");
  const found = names.find((name) => name === wanted || name.endsWith(`_${wanted}`));
  return found ?? fail(field, `expected one of ${names.join(", ")}`);
}

function enumNames(field: Field): string[] {
  return Object.keys(field.values ?? {});
}

function readFile(field: Field, path: string): Buffer {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    return fail(field, `cannot read ${path} (${(error as NodeJS.ErrnoException).code})`);
  }
  if (bytes.length > FILE_BYTES_MAX) fail(field, `${path} is larger than ${FILE_BYTES_MAX} bytes`);
  return bytes;
}

/** Whether the type is the Cosmos page request, whose fields become flags of their own. */
export function isPageRequest(field: Field): boolean {
  return field.message?.().typeUrl === "/cosmos.base.query.v1beta1.PageRequest";
}

/** A message of `codec` from its JSON. @throws CommandError (usage) naming the field. */
export function messageOf<T>(codec: Codec<T>, json: Readonly<Record<string, unknown>>): T {
  try {
    return codec.fromJson(json);
  } catch (error) {
    throw usageError(error instanceof Error ? error.message : "the fields do not fit");
  }
}
