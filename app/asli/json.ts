/**
 * Readers for the JSON files of ASLI (jobs, results, tolerances): each returns a checked value or
 * says which field is wrong and what it should be.
 */
import { fromBase64, fromHex } from "../lib/bytes.ts";
import { AsliError, type AsliErrorCode } from "./error.ts";

/** Reads the fields of one JSON object; `label` names it in messages. */
export class FieldReader {
  private readonly fields: Readonly<Record<string, unknown>>;
  private readonly label: string;
  private readonly code: AsliErrorCode;

  /** @throws AsliError with `code` when `value` is not an object. */
  constructor(value: unknown, label: string, code: AsliErrorCode) {
    if (typeof value !== "object" || value === null || Array.isArray(value)) {
      throw new AsliError(code, `${label} must be an object`);
    }
    this.fields = value as Readonly<Record<string, unknown>>;
    this.label = label;
    this.code = code;
  }

  /** An error about the field `name`. */
  error(name: string, expected: string): AsliError {
    return new AsliError(this.code, `${this.label}: ${name} must be ${expected}`);
  }

  /** Refuses fields that no `known` name covers, so that a misspelt option is not ignored. */
  only(known: readonly string[]): void {
    for (const name of Object.keys(this.fields)) {
      if (known.includes(name)) continue;
      throw new AsliError(this.code, `${this.label}: unknown field ${JSON.stringify(name)}`);
    }
  }

  has(name: string): boolean {
    return this.fields[name] !== undefined;
  }

  value(name: string): unknown {
    return this.fields[name];
  }

  text(name: string): string {
    const value = this.fields[name];
    if (typeof value !== "string") throw this.error(name, "a string");
    return value;
  }

  /** An integer from `smallest` to `largest`; a missing one is `absent`, if that is given. */
  integer(name: string, smallest: number, largest: number, absent?: number): number {
    const value = this.fields[name] ?? absent;
    if (!Number.isInteger(value) || Number(value) < smallest || Number(value) > largest) {
      throw this.error(name, `an integer from ${smallest} to ${largest}`);
    }
    return Number(value);
  }

  /** True or false; a missing one is false. */
  flag(name: string): boolean {
    const value = this.fields[name] ?? false;
    if (typeof value !== "boolean") throw this.error(name, "true or false");
    return value;
  }

  /** A list; a missing one is `absent`, if that is given. */
  list(name: string, absent?: readonly unknown[]): readonly unknown[] {
    const value = this.fields[name] ?? absent;
    if (!Array.isArray(value)) throw this.error(name, "a list");
    return value;
  }

  /** 32 bytes as 64 hex digits. */
  hash(name: string): Uint8Array {
    const value = this.fields[name];
    if (typeof value !== "string" || !/^[0-9a-fA-F]{64}$/.test(value)) {
      throw this.error(name, "64 hex digits");
    }
    return fromHex(value);
  }

  base64(name: string): Uint8Array {
    try {
      return fromBase64(this.text(name));
    } catch {
      throw this.error(name, "base64");
    }
  }

  /** One of the strings of `choices`. */
  choice<T extends string>(name: string, choices: readonly T[]): T {
    const found = choices.find((choice) => choice === this.fields[name]);
    if (found === undefined) throw this.error(name, choices.join(" or "));
    return found;
  }
}
