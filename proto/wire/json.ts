/**
 * Proto JSON, driven by the field descriptions: 64-bit integers as strings, bytes as base64, enums
 * by name, well-known types in their own form. An Any needs its type registered with `registerAny`.
 */
import type { Codec, Field } from "./codec.ts";
import { WireError } from "./error.ts";

const anyTypes = new Map<string, Codec<never>>();

/** Makes `codec` known to the JSON form of google.protobuf.Any. Registering twice is harmless. */
export function registerAny(...codecs: readonly Codec<never>[]): void {
  for (const codec of codecs) anyTypes.set(codec.typeUrl, codec);
}

/** The codec of a registered type. */
export function anyCodec(typeUrl: string): Codec<never> | undefined {
  return anyTypes.get(typeUrl);
}

type Plain = Readonly<Record<string, unknown>>;

interface WellKnown {
  readonly to: (value: never) => unknown;
  readonly from: (json: unknown) => unknown;
}

const wellKnown: ReadonlyMap<string, WellKnown> = new Map([
  ["/google.protobuf.Timestamp", { to: timestampToJson, from: timestampFromJson }],
  ["/google.protobuf.Duration", { to: durationToJson, from: durationFromJson }],
  ["/google.protobuf.Any", { to: anyToJson, from: anyFromJson }],
]);

/** JSON of `value` by the description of `codec`. */
export function toJson(codec: Codec<never>, value: unknown): unknown {
  const known = wellKnown.get(codec.typeUrl);
  if (known !== undefined) return known.to(value as never);
  const out: Record<string, unknown> = {};
  for (const field of codec.fields) {
    const item = (value as Plain)[field.name];
    if (field.repeated) {
      out[field.jsonName] = (item as readonly unknown[]).map((one) => oneToJson(field, one));
    } else if (item !== undefined) out[field.jsonName] = oneToJson(field, item);
    else if (field.kind === "message") out[field.jsonName] = null;
  }
  return out;
}

function oneToJson(field: Field, value: unknown): unknown {
  if (typeof value === "bigint") return value.toString();
  if (value instanceof Uint8Array) return Buffer.from(value).toString("base64");
  if (field.kind === "message") return toJson(messageOf(field), value);
  if (field.kind === "enum") {
    const entry = Object.entries(field.values ?? {}).find(([, number]) => number === value);
    return entry?.[0] ?? value;
  }
  return value;
}

function messageOf(field: Field): Codec<never> {
  if (field.message === undefined) throw new WireError(`${field.jsonName} has no message type`);
  return field.message();
}

/** The message that `json` describes. @throws WireError naming the field that is wrong. */
export function fromJson(codec: Codec<never>, json: unknown): unknown {
  const known = wellKnown.get(codec.typeUrl);
  if (known !== undefined) return known.from(json);
  if (typeof json !== "object" || json === null || Array.isArray(json)) {
    throw new WireError(`${codec.typeUrl}: expected an object`);
  }
  const byName = new Map<string, Field>();
  for (const field of codec.fields) byName.set(field.jsonName, field).set(field.name, field);
  const partial: Record<string, unknown> = {};
  for (const [name, item] of Object.entries(json)) {
    const field = byName.get(name);
    if (field === undefined) throw new WireError(`${codec.typeUrl}: unknown field ${name}`);
    if (item === null) continue;
    partial[field.name] = fieldFromJson(codec, field, item);
  }
  return codec.create(partial as never);
}

function fieldFromJson(codec: Codec<never>, field: Field, item: unknown): unknown {
  try {
    if (!field.repeated) return oneFromJson(field, item);
    if (!Array.isArray(item)) throw new WireError("expected an array");
    return item.map((one) => oneFromJson(field, one));
  } catch (error) {
    if (!(error instanceof WireError)) throw error;
    throw new WireError(`${codec.typeUrl.split(".").at(-1)}.${field.jsonName}: ${error.message}`);
  }
}

function oneFromJson(field: Field, item: unknown): unknown {
  switch (field.kind) {
    case "message":
      return fromJson(messageOf(field), item);
    case "enum":
      return enumFromJson(field, item);
    case "string":
      return expectType(item, "string");
    case "bool":
      return expectType(item, "boolean");
    case "bytes":
      return bytesFromJson(item);
    case "int32":
      return Number(integerFromJson(item, -(2n ** 31n), 2n ** 31n - 1n));
    case "uint32":
      return Number(integerFromJson(item, 0n, 2n ** 32n - 1n));
    case "int64":
    case "sfixed64":
      return integerFromJson(item, -(2n ** 63n), 2n ** 63n - 1n);
    case "uint64":
    case "fixed64":
      return integerFromJson(item, 0n, 2n ** 64n - 1n);
  }
}

function expectType(item: unknown, type: "string" | "boolean"): unknown {
  if (typeof item !== type) throw new WireError(`expected a ${type}`);
  return item;
}

function integerFromJson(item: unknown, least: bigint, most: bigint): bigint {
  const digits = typeof item === "number" && Number.isSafeInteger(item) ? `${item}` : item;
  if (typeof digits !== "string" || !/^-?(0|[1-9]\d{0,19})$/.test(digits)) {
    throw new WireError("expected an integer");
  }
  const value = BigInt(digits);
  if (value < least || value > most) throw new WireError("integer out of range");
  return value;
}

function bytesFromJson(item: unknown): Uint8Array {
  const bytes = typeof item === "string" ? Buffer.from(item, "base64") : undefined;
  if (bytes === undefined || bytes.toString("base64") !== item) {
    throw new WireError("expected base64");
  }
  return new Uint8Array(bytes);
}

function enumFromJson(field: Field, item: unknown): number {
  const values = field.values ?? {};
  if (typeof item === "string" && Object.hasOwn(values, item)) return values[item] as number;
  if (typeof item === "number" && Object.values(values).includes(item)) return item;
  throw new WireError(`expected one of ${Object.keys(values).join(", ")}`);
}

interface SecondsNanos {
  readonly seconds: bigint;
  readonly nanos: number;
}

function fraction(nanos: number): string {
  return nanos === 0 ? "" : `.${`${nanos}`.padStart(9, "0").replace(/(000){1,2}$/, "")}`;
}

function nanosOf(digits: string | undefined): number {
  return digits === undefined ? 0 : Number(digits.padEnd(9, "0"));
}

/** From the year 1 to the end of 9999, which is what RFC 3339 can say. */
const TIMESTAMP_SECONDS_MIN = -62_135_596_800n;
const TIMESTAMP_SECONDS_MAX = 253_402_300_799n;
/** Ten thousand years, as protobuf bounds them. */
const DURATION_SECONDS_MAX = 315_576_000_000n;
const NANOS_MAX = 999_999_999;

function timestampToJson(value: SecondsNanos): string {
  const { seconds, nanos } = value;
  if (seconds < TIMESTAMP_SECONDS_MIN || seconds > TIMESTAMP_SECONDS_MAX) {
    throw new WireError("a time outside the years 1 to 9999 has no JSON form");
  }
  if (nanos < 0 || nanos > NANOS_MAX) throw new WireError("nanos are 0 to 999999999");
  const whole = new Date(Number(value.seconds) * 1000).toISOString().slice(0, 19);
  return `${whole}${fraction(value.nanos)}Z`;
}

function timestampFromJson(json: unknown): SecondsNanos {
  const match = typeof json === "string" ? /^(.{19})(?:\.(\d{1,9}))?Z$/.exec(json) : null;
  const millis = Date.parse(`${match?.[1] ?? ""}Z`);
  if (match === null || Number.isNaN(millis)) throw new WireError("expected an RFC 3339 UTC time");
  return { seconds: BigInt(millis / 1000), nanos: nanosOf(match[2]) };
}

function durationToJson(value: SecondsNanos): string {
  const { nanos } = value;
  const isMixed = (value.seconds > 0n && nanos < 0) || (value.seconds < 0n && nanos > 0);
  if (isMixed || Math.abs(nanos) > NANOS_MAX) {
    throw new WireError("nanos are below a second and have the sign of the seconds");
  }
  const sign = value.seconds < 0n || value.nanos < 0 ? "-" : "";
  const seconds = value.seconds < 0n ? -value.seconds : value.seconds;
  if (seconds > DURATION_SECONDS_MAX) throw new WireError("a duration has at most 10,000 years");
  return `${sign}${seconds}${fraction(Math.abs(value.nanos))}s`;
}

function durationFromJson(json: unknown): SecondsNanos {
  const match = typeof json === "string" ? /^(-?)(\d{1,12})(?:\.(\d{1,9}))?s$/.exec(json) : null;
  if (match === null) throw new WireError('expected a duration such as "1.5s"');
  const sign = match[1] === "-" ? -1 : 1;
  return { seconds: BigInt(match[2] as string) * BigInt(sign), nanos: nanosOf(match[3]) * sign };
}

interface AnyValue {
  readonly typeUrl: string;
  readonly value: Uint8Array;
}

function anyToJson(any: AnyValue): unknown {
  const codec = anyTypes.get(any.typeUrl);
  if (codec === undefined) {
    return { "@type": any.typeUrl, value: Buffer.from(any.value).toString("base64") };
  }
  return { "@type": any.typeUrl, ...(toJson(codec, codec.decodeLenient(any.value)) as object) };
}

function anyFromJson(json: unknown): AnyValue {
  const { "@type": typeUrl, ...rest } = (json ?? {}) as Record<string, unknown>;
  if (typeof typeUrl !== "string") throw new WireError('expected an object with "@type"');
  const codec = anyTypes.get(typeUrl);
  if (codec === undefined) throw new WireError(`unknown type ${typeUrl}`);
  return { typeUrl, value: codec.encode(fromJson(codec, rest) as never) };
}
