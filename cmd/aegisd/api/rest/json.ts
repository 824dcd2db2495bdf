/**
 * JSON as the gateway of the Cosmos SDK writes it: proto JSON in which decimals have a point and
 * empty bytes are null.
 */
import { present } from "../../../../app/lib/assert.ts";
import type { Codec, Field } from "../../../../proto/wire/codec.ts";
import { WireError } from "../../../../proto/wire/error.ts";
import { anyCodec } from "../../../../proto/wire/json.ts";
import { isDecimal, readDecimal, shownDecimal } from "./decimals.ts";

type Json = Readonly<Record<string, unknown>>;

/** What is done with one field that holds no messages. */
type Change = (typeUrl: string, field: Field, json: unknown) => unknown;

const ANY = "/google.protobuf.Any";
/** Of messages in messages: only signatures of several signers nest without end. */
const DEPTH_MAX = 32;

/** The JSON of a message for the outside. */
export function gatewayJson<T>(codec: Codec<T>, value: T): unknown {
  return changed(codec as Codec<never>, codec.toJson(value), show);
}

/** Inverse of `gatewayJson`. @throws WireError naming the field that is wrong. */
export function fromGatewayJson<T>(codec: Codec<T>, json: unknown): T {
  return codec.fromJson(changed(codec as Codec<never>, json, read));
}

function show(typeUrl: string, field: Field, json: unknown): unknown {
  const isShown = isDecimal(typeUrl, field.jsonName) && typeof json === "string";
  if (field.kind === "bytes" && isShown) {
    return shownDecimal(Buffer.from(json, "base64").toString("utf8"));
  }
  if (field.kind === "bytes" && json === "") return null;
  return isShown ? shownDecimal(json) : json;
}

function read(typeUrl: string, field: Field, json: unknown): unknown {
  if (typeof json !== "string" || !isDecimal(typeUrl, field.jsonName)) return json;
  try {
    const digits = readDecimal(json);
    return field.kind === "bytes" ? Buffer.from(digits).toString("base64") : digits;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new WireError(`${field.jsonName}: ${error.message}`);
  }
}

/** `json` of `codec` with each plain field changed. What has another form is left for the codec. */
function changed(codec: Codec<never>, json: unknown, change: Change, depth = 0): unknown {
  if (depth > DEPTH_MAX) throw new WireError("messages are nested too deeply");
  if (typeof json !== "object" || json === null || Array.isArray(json)) return json;
  if (codec.typeUrl === ANY) return changedAny(json as Json, change, depth);
  const byName = new Map<string, Field>();
  for (const field of codec.fields) byName.set(field.jsonName, field).set(field.name, field);
  const entries = Object.entries(json).map(([name, item]) => {
    const field = byName.get(name);
    if (field === undefined) return [name, item];
    const one = (each: unknown): unknown =>
      field.kind === "message"
        ? changed(present(field.message, "a message type")(), each, change, depth + 1)
        : change(codec.typeUrl, field, each);
    return [name, field.repeated && Array.isArray(item) ? item.map(one) : one(item)];
  });
  return Object.fromEntries(entries);
}

function changedAny(json: Json, change: Change, depth: number): unknown {
  const typeUrl = json["@type"];
  const codec = typeof typeUrl === "string" ? anyCodec(typeUrl) : undefined;
  return codec === undefined ? json : changed(codec, json, change, depth + 1);
}
