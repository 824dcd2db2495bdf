/**
 * The command line of a message: which of its fields are positional arguments and which are flags,
 * and back from what was typed to the message.
 */
import { Option } from "commander";
import type { Codec, Field } from "../../../proto/wire/codec.ts";
import { assert } from "../../../app/lib/assert.ts";
import type { ArgumentSpec } from "../command.ts";
import { usageError } from "../exit.ts";
import { kebab } from "./names.ts";
import {
  decimalJson,
  isPageRequest,
  messageOf,
  valueHint,
  valueJson,
  valueWord,
} from "./values.ts";

export interface FieldsOptions {
  /** Proto names of the fields that are positional, in order. */
  readonly positional: readonly string[];
  /** Fields that are filled from elsewhere, such as the signer. */
  readonly hidden: readonly string[];
  /** Proto names of messages whose fields become flags; page requests are always. */
  readonly flat?: readonly string[] | undefined;
  /** Proto names of texts that are decimals. */
  readonly decimals?: readonly string[] | undefined;
  /** Attribute names of options that the command has anyway. */
  readonly taken: ReadonlySet<string>;
}

/** One flag and where its value goes. */
interface Flag {
  readonly option: Option;
  readonly field: Field;
  /** Set when the value is a field of a message in a field: that outer field. */
  readonly inside?: Field;
}

export interface FieldsCommand<T> {
  readonly args: readonly ArgumentSpec[];
  readonly options: readonly Option[];
  /**
   * The message that was typed; `filled` has the JSON of hidden fields, `defaults` that of fields
   * that need not be typed.
   * @throws CommandError (usage) naming the field that is wrong.
   */
  readonly message: (
    args: readonly (string | undefined)[],
    options: Readonly<Record<string, unknown>>,
    filled?: Readonly<Record<string, unknown>>,
    defaults?: Readonly<Record<string, unknown>>,
  ) => T;
}

/** Derives the command line of `codec`. @throws AssertionError when metadata names no field. */
export function fieldsCommand<T>(codec: Codec<T>, given: FieldsOptions): FieldsCommand<T> {
  const byName = new Map(codec.fields.map((field) => [field.jsonName, field]));
  const positional = given.positional.map((name) => {
    const field = byName.get(name);
    assert(field !== undefined, `${codec.typeUrl} has no field ${name}`);
    return field;
  });
  const rest = codec.fields.filter(
    ({ jsonName }) => !given.positional.includes(jsonName) && !given.hidden.includes(jsonName),
  );
  const flags = rest.flatMap((field) => flagsOf(field, given));
  const decimals = new Set(given.decimals);
  const read = (field: Field, text: string): unknown =>
    decimals.has(field.jsonName) ? decimalJson(field, text) : valueJson(field, text);
  return {
    args: positional.map((field) => ({ name: kebab(field.jsonName), about: valueHint(field) })),
    options: flags.map(({ option }) => option),
    message: (args, options, filled = {}, defaults = {}) => {
      const json: Record<string, unknown> = { ...defaults };
      positional.forEach((field, i) => {
        const text = args[i] ?? "";
        json[field.jsonName] = field.repeated ? listOf(field, text) : read(field, text);
      });
      for (const flag of flags) place(json, flag, options[flag.option.attributeName()], read);
      return messageOf(codec, { ...json, ...filled });
    },
  };
}

function flagsOf(field: Field, given: FieldsOptions): Flag[] {
  const isPage = isPageRequest(field);
  if (!isPage && given.flat?.includes(field.jsonName) !== true) {
    return [{ field, option: optionOf(field, given, "") }];
  }
  const inner = field.message?.().fields ?? [];
  const prefix = isPage ? "page-" : "";
  return inner.map((one) => ({ field: one, inside: field, option: optionOf(one, given, prefix) }));
}

function optionOf(field: Field, { taken, decimals }: FieldsOptions, prefix: string): Option {
  const isDecimal = decimals?.includes(field.jsonName) === true;
  const hint = isDecimal ? "decimal such as 0.1" : valueHint(field);
  const name = `${prefix}${kebab(field.jsonName)}`;
  const make = (flag: string): Option =>
    field.kind === "bool" && !field.repeated
      ? new Option(`--${flag} [yes|no]`, "a switch").preset("yes")
      : new Option(`--${flag} <${isDecimal ? "decimal" : valueWord(field)}>`, hint);
  const plain = make(name);
  // A field such as `node` must not hide the option that says where the node is.
  const option = taken.has(plain.attributeName()) ? make(`field-${name}`) : plain;
  if (field.repeated) {
    option.argParser((text: string, before: readonly string[] | undefined) => [
      ...(before ?? []),
      text,
    ]);
  }
  return option;
}

/** A positional list: `1uasi,2uasi`, or one JSON list. */
function listOf(field: Field, text: string): unknown {
  const isJson = field.kind === "message" && /^\s*[[@]/.test(text);
  if (!isJson) return text.split(",").map((one) => valueJson(field, one));
  const json = valueJson(field, text);
  if (Array.isArray(json)) return json;
  throw usageError(`${field.jsonName}: expected a JSON list`);
}

function place(
  json: Record<string, unknown>,
  { field, inside }: Flag,
  typed: unknown,
  read: (field: Field, text: string) => unknown,
): void {
  if (typed === undefined) return;
  const value = Array.isArray(typed)
    ? typed.flatMap((one: string) => spread(read(field, one)))
    : read(field, typed as string);
  if (inside === undefined) {
    json[field.jsonName] = value;
    return;
  }
  const outer = (json[inside.jsonName] ?? {}) as Record<string, unknown>;
  json[inside.jsonName] = { ...outer, [field.jsonName]: value };
}

/** `--items '[{...},{...}]'` means the same as giving the flag once for each. */
function spread(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [value];
}
