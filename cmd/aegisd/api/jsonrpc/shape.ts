/**
 * Shapes of parameters: each says as a JSON schema what it accepts, and reads exactly that. What is
 * not known is refused, never ignored: a misspelt `maxFee` would cost money.
 */
import { addressBytes } from "../../../../app/lib/address.ts";
import { fromBase64, fromHex } from "../../../../app/lib/bytes.ts";
import { badParam } from "./fault.ts";

export type JsonSchema = Readonly<Record<string, unknown>>;

/** One kind of value. */
export interface Shape<T> {
  readonly schema: JsonSchema;
  /** Whether it may be left out. */
  readonly isOptional: boolean;
  /** @throws RpcFault invalidParams naming `at`, the path of the value. */
  readonly read: (value: unknown, at: string) => T;
}

/** Named shapes: the parameters of a method. */
export type Shapes = Readonly<Record<string, Shape<unknown>>>;

/** What reading them gives. */
export type Values<S extends Shapes> = {
  readonly [K in keyof S]: S[K] extends Shape<infer T> ? T : never;
};

const UINT64_MAX = 2n ** 64n - 1n;

function shape<T>(schema: JsonSchema, read: Shape<T>["read"]): Shape<T> {
  return { schema, isOptional: false, read };
}

/** The same value, or nothing. */
export function optional<T>(inner: Shape<T>): Shape<T | undefined> {
  const read = (value: unknown, at: string): T | undefined =>
    value === undefined ? undefined : inner.read(value, at);
  return { schema: inner.schema, isOptional: true, read };
}

function asText(value: unknown, at: string): string {
  if (typeof value !== "string") throw badParam(at, "expected a string");
  // Texts become protobuf strings and keys, which cannot hold these.
  if (/[\0\p{Surrogate}]/u.test(value)) throw badParam(at, "expected plain text");
  return value;
}

/** A text of at most `most` UTF-16 units. */
export function text(description: string, most: number): Shape<string> {
  return shape({ type: "string", maxLength: most, description }, (value, at) => {
    const read = asText(value, at);
    if (read.length > most) throw badParam(at, `longer than ${most} characters`);
    return read;
  });
}

/** An account's bech32 address. */
export function address(description: string): Shape<string> {
  return shape({ type: "string", pattern: "^aegis1[0-9a-z]{38}$", description }, (value, at) => {
    const read = asText(value, at);
    try {
      addressBytes(read);
    } catch {
      throw badParam(at, "not an account address");
    }
    return read;
  });
}

/** One of some names. */
export function choice<N extends string>(description: string, names: readonly N[]): Shape<N> {
  return shape({ type: "string", enum: names, description }, (value, at) => {
    const found = names.find((name) => name === value);
    if (found === undefined) throw badParam(at, `expected one of ${names.join(", ")}`);
    return found;
  });
}

/** An integer from `least` to `most`. */
export function integer(description: string, least: number, most: number): Shape<number> {
  const schema = { type: "integer", minimum: least, maximum: most, description };
  return shape(schema, (value, at) => {
    const isWhole = typeof value === "number" && Number.isSafeInteger(value);
    if (!isWhole || value < least || value > most) {
      throw badParam(at, `expected an integer from ${least} to ${most}`);
    }
    return value;
  });
}

/** The schema of a 64-bit integer: JSON's own numbers lose digits above 2^53. */
export const UINT64_SCHEMA: JsonSchema = { type: "string", pattern: "^(0|[1-9][0-9]{0,19})$" };

/** An unsigned 64-bit integer, in decimal digits; a number where that is exact. */
export function uint64(description: string): Shape<bigint> {
  const schema = { anyOf: [UINT64_SCHEMA, { type: "integer", minimum: 0 }], description };
  return shape(schema, (value, at) => {
    const digits = Number.isSafeInteger(value) ? `${value as number}` : value;
    const isDigits = typeof digits === "string" && /^(0|[1-9]\d{0,19})$/.test(digits);
    const read = isDigits ? BigInt(digits) : -1n;
    if (read < 0n || read > UINT64_MAX) throw badParam(at, "expected an unsigned 64-bit integer");
    return read;
  });
}

/** True or false. */
export function flag(description: string): Shape<boolean> {
  return shape({ type: "boolean", description }, (value, at) => {
    if (typeof value !== "boolean") throw badParam(at, "expected true or false");
    return value;
  });
}

/** Bytes of a transaction or key, in base64. */
export function base64Bytes(description: string, least: number, most: number): Shape<Uint8Array> {
  const schema = { type: "string", contentEncoding: "base64", description };
  return shape(schema, (value, at) => {
    let read: Uint8Array;
    try {
      read = fromBase64(asText(value, at));
    } catch {
      throw badParam(at, "expected padded base64");
    }
    if (read.length >= least && read.length <= most) return read;
    const size = least === most ? `${least}` : `${least} to ${most}`;
    throw badParam(at, `expected ${size} bytes, got ${read.length}`);
  });
}

/** The schema of bytes of the protocol. */
export const HEX_SCHEMA: JsonSchema = { type: "string", pattern: "^([0-9a-f]{2})*$" };

/** Bytes of the protocol, such as hashes, in hex of either case. */
export function hexBytes(description: string, most: number, least: number = 0): Shape<Uint8Array> {
  const pattern = `^([0-9a-fA-F]{2}){${least},${most}}$`;
  return shape({ type: "string", pattern, description }, (value, at) => {
    let read: Uint8Array;
    try {
      read = fromHex(asText(value, at));
    } catch {
      throw badParam(at, "expected hex digits");
    }
    if (read.length >= least && read.length <= most) return read;
    const size = least === most ? `${least}` : `${least} to ${most}`;
    throw badParam(at, `expected ${size} bytes, got ${read.length}`);
  });
}

/** A list of 1 to `most` values. */
export function list<T>(description: string, item: Shape<T>, most: number): Shape<readonly T[]> {
  const schema = { type: "array", items: item.schema, minItems: 1, maxItems: most, description };
  return shape(schema, (value, at) => {
    if (!Array.isArray(value)) throw badParam(at, "expected a list");
    if (value.length === 0 || value.length > most) {
      throw badParam(at, `expected 1 to ${most} entries`);
    }
    return value.map((one, index) => item.read(one, `${at}[${index}]`));
  });
}

/** An object with exactly these members. */
export function object<S extends Shapes>(description: string, members: S): Shape<Values<S>> {
  return shape({ ...membersSchema(members), description }, (value, at) =>
    readMembers(members, value, at),
  );
}

/** One of two forms, told apart by `isFirst`. */
export function either<A, B>(
  description: string,
  [first, second]: readonly [Shape<A>, Shape<B>],
  isFirst: (value: unknown) => boolean,
): Shape<A | B> {
  const schema = { oneOf: [first.schema, second.schema], description };
  return shape<A | B>(schema, (value, at) =>
    isFirst(value) ? first.read(value, at) : second.read(value, at),
  );
}

/** The schema of an object with these members and no others. */
export function membersSchema(members: Shapes): JsonSchema {
  const entries = Object.entries(members);
  return {
    type: "object",
    properties: Object.fromEntries(entries.map(([name, { schema }]) => [name, schema])),
    required: entries.filter(([, { isOptional }]) => !isOptional).map(([name]) => name),
    additionalProperties: false,
  };
}

/**
 * Reads an object member by member; `at` is "" for the parameters themselves.
 * @throws RpcFault invalidParams for what is missing, unknown or malformed.
 */
export function readMembers<S extends Shapes>(members: S, value: unknown, at: string): Values<S> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw badParam(at === "" ? "params" : at, "expected an object of named members");
  }
  const path = (name: string): string => (at === "" ? name : `${at}.${name}`);
  for (const name of Object.keys(value)) {
    if (!Object.hasOwn(members, name)) throw badParam(path(name.slice(0, 64)), "not known here");
  }
  const given = value as Readonly<Record<string, unknown>>;
  const entries = Object.entries(members).map(([name, member]) => {
    const isGiven = Object.hasOwn(given, name);
    if (!isGiven && !member.isOptional) throw badParam(path(name), "missing");
    return [name, member.read(isGiven ? given[name] : undefined, path(name))] as const;
  });
  return Object.fromEntries(entries) as Values<S>;
}
