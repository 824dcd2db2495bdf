/** Readers of JSON values, each refusing by the name of the parameter. */
import { invalidValue } from "./error.ts";

/** A JSON object. */
export type Json = Readonly<Record<string, unknown>>;

/** Whether `value` is an object and no list. */
export function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Text of at most `most` characters. */
export function readString(name: string, value: unknown, most: number): string {
  if (typeof value !== "string") throw invalidValue(name, `'${name}' must be a string.`);
  if (value.length > most) {
    throw invalidValue(name, `'${name}' has more than ${most} characters.`);
  }
  // Half a surrogate pair has no UTF-8 form, so it cannot be part of a task.
  if (/\p{Surrogate}/u.test(value))
    throw invalidValue(name, `'${name}' is not well-formed Unicode.`);
  return value;
}

/** A number between two, both included. */
export function readNumber(name: string, value: unknown, least: number, most: number): number {
  if (typeof value === "number" && value >= least && value <= most) return value;
  throw invalidValue(name, `'${name}' must be a number from ${least} to ${most}.`);
}

/** A whole number between two, both included. */
export function readWhole(name: string, value: unknown, least: number, most: number): number {
  const number = readNumber(name, value, least, most);
  if (Number.isInteger(number)) return number;
  throw invalidValue(name, `'${name}' must be an integer from ${least} to ${most}.`);
}

/** True or false. */
export function readFlag(name: string, value: unknown): boolean {
  if (typeof value === "boolean") return value;
  throw invalidValue(name, `'${name}' must be true or false.`);
}

/** An object. */
export function readObject(name: string, value: unknown): Json {
  if (isObject(value)) return value;
  throw invalidValue(name, `'${name}' must be an object.`);
}

/** A list of at most `most`. */
export function readList(name: string, value: unknown, most: number): readonly unknown[] {
  if (!Array.isArray(value)) throw invalidValue(name, `'${name}' must be a list.`);
  if (value.length > most) throw invalidValue(name, `'${name}' has more than ${most} items.`);
  return value;
}

/** One of some texts. */
export function readOneOf<C extends string>(
  name: string,
  value: unknown,
  choices: readonly C[],
): C {
  const found = choices.find((choice) => choice === value);
  if (found !== undefined) return found;
  const list = choices.map((choice) => `'${choice}'`).join(", ");
  throw invalidValue(name, `'${name}' must be one of ${list}.`);
}

/** A whole amount of uasi, as a decimal string or a number. */
export function readUasi(name: string, value: unknown): bigint {
  const text = typeof value === "number" && Number.isSafeInteger(value) ? `${value}` : value;
  if (typeof text === "string" && /^\d{1,18}$/.test(text)) return BigInt(text);
  throw invalidValue(name, `'${name}' must be a whole amount of uasi, such as "250000".`);
}
