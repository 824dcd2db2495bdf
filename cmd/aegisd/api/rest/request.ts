/** A URL, or a body, → the request message. */
import { fromHex } from "../../../../app/lib/bytes.ts";
import type { Codec, Field } from "../../../../proto/wire/codec.ts";
import { WireError } from "../../../../proto/wire/error.ts";
import { type ApiFault, invalid } from "../fault.ts";
import { fromGatewayJson } from "./json.ts";
import type { Template } from "./template.ts";

/** What an HTTP server has taken apart. */
export interface HttpRequest {
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string | readonly string[]>>;
  /** JSON; undefined when there is none. */
  readonly body: unknown;
}

const SHOWN_CHARACTERS = 60;

/** @throws ApiFault (INVALID_ARGUMENT) naming the parameter or field that is wrong. */
export function requestMessage<T>(codec: Codec<T>, template: Template, given: HttpRequest): T {
  if (template.verb === "POST") return fromJson(codec, given.body ?? {});
  const json: Record<string, unknown> = {};
  template.fields.forEach((name, index) => {
    const isRest = template.isOpen && index === template.fields.length - 1;
    const text = given.params[isRest ? "*" : name] ?? "";
    const field = codec.fields.find(({ jsonName }) => jsonName === name);
    if (field === undefined) return;
    const isHex = template.hasHex && field.kind === "bytes";
    json[name] = isHex ? hexValue(name, text) : value(field, name, text);
  });
  for (const [name, texts] of Object.entries(given.query)) {
    // As the gateway does it: what no field is named by is for somebody else.
    place(codec as Codec<never>, json, name, typeof texts === "string" ? [texts] : texts);
  }
  return fromJson(codec, json);
}

function fromJson<T>(codec: Codec<T>, json: unknown): T {
  try {
    return fromGatewayJson(codec, json);
  } catch (error) {
    if (error instanceof WireError) throw invalid(error.message);
    throw error;
  }
}

/** Puts a parameter such as `pagination.limit` where it belongs. */
function place(
  codec: Codec<never>,
  json: Record<string, unknown>,
  name: string,
  texts: readonly string[],
): void {
  let at = codec;
  let into = json;
  const parts = name.split(".");
  for (const [depth, part] of parts.entries()) {
    const field = at.fields.find((one) => one.jsonName === part || one.name === part);
    if (field === undefined) return;
    if (depth === parts.length - 1) {
      into[field.jsonName] = values(field, name, texts);
      return;
    }
    if (field.message === undefined || field.repeated) return;
    at = field.message();
    into[field.jsonName] ??= {};
    into = into[field.jsonName] as Record<string, unknown>;
  }
}

function values(field: Field, name: string, texts: readonly string[]): unknown {
  if (field.repeated) return texts.map((text) => value(field, name, text));
  const [text = "", ...others] = texts;
  if (others.length > 0) throw invalid(`parameter ${name} is given more than once`);
  return value(field, name, text);
}

/** One parameter as the JSON of its field. */
function value(field: Field, name: string, text: string): unknown {
  switch (field.kind) {
    case "bool":
      if (/^(true|1|t)$/i.test(text)) return true;
      if (/^(false|0|f|)$/i.test(text)) return false;
      throw mismatch(name, text, "true or false");
    case "enum":
      return enumValue(field, name, text);
    case "bytes":
      return base64Value(name, text);
    case "message":
      throw invalid(`parameter ${name} is a message: give its fields, such as ${name}.field=...`);
    case "string":
      return text;
    default:
      if (/^-?(0|[1-9]\d{0,19})$/.test(text)) return text;
      throw mismatch(name, text, "an integer");
  }
}

function mismatch(name: string, text: string, wanted: string): ApiFault {
  const shown = JSON.stringify(text.slice(0, SHOWN_CHARACTERS));
  return invalid(`type mismatch, parameter: ${name}, error: ${shown} is not ${wanted}`);
}

function enumValue(field: Field, name: string, text: string): unknown {
  const names = field.values ?? {};
  if (Object.hasOwn(names, text)) return text;
  if (/^\d{1,9}$/.test(text) && Object.values(names).includes(Number(text))) return Number(text);
  throw mismatch(name, text, `one of ${Object.keys(names).join(", ")}`);
}

/** Both alphabets, with or without padding; a + that arrives as a space was not escaped. */
function base64Value(name: string, text: string): string {
  const plain = text.replaceAll(" ", "+").replaceAll("-", "+").replaceAll("_", "/");
  const digits = plain.replace(/={1,2}$/, "");
  const encoded = Buffer.from(digits, "base64").toString("base64");
  if (encoded.replace(/=+$/, "") === digits) return encoded;
  throw mismatch(name, text, "base64");
}

function hexValue(name: string, text: string): string {
  try {
    return Buffer.from(fromHex(text.replace(/^0x/, ""))).toString("base64");
  } catch {
    throw mismatch(name, text, "hex");
  }
}
