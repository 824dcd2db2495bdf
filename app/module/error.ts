/**
 * Errors are data: one table per module with stable codes. Codes are hashed into blocks, so a code
 * never changes and is never reused; the text is free.
 */
import { assert } from "../lib/assert.ts";

/** A refusal that a user caused. It fails one transaction (or one item of a list), never a node. */
export class ModuleError extends Error {
  override readonly name = "ModuleError";
  readonly codespace: string;
  readonly code: number;

  constructor(codespace: string, code: number, message: string) {
    super(message);
    this.codespace = codespace;
    this.code = code;
  }
}

/** Makes one error; `detail` is appended to the table's text. */
export type ErrorMaker = ((detail?: string) => ModuleError) & {
  readonly code: number;
  readonly text: string;
};

export type ErrorTable<Names extends string = string> = Readonly<Record<Names, ErrorMaker>> & {
  readonly [codespaceOf]: string;
};

/** Symbol under which a table keeps its codespace. */
export const codespaceOf: unique symbol = Symbol("codespace");

/**
 * Declares a module's errors: name → [code ≥ 2, text]. Code 1 is reserved for internal errors.
 * @throws AssertionError when two errors share a code.
 */
export function errorTable<Names extends string>(
  codespace: string,
  entries: Readonly<Record<Names, readonly [code: number, text: string]>>,
): ErrorTable<Names> {
  const table: Record<string, ErrorMaker> = {};
  const codes = new Set<number>();
  for (const [name, [code, text]] of Object.entries<readonly [number, string]>(entries)) {
    assert(Number.isInteger(code) && code >= 2, `${codespace}.${name}: codes start at 2`);
    assert(!codes.has(code), `${codespace}: code ${code} is used twice`);
    codes.add(code);
    const make = (detail?: string): ModuleError =>
      new ModuleError(codespace, code, detail === undefined ? text : `${text}: ${detail}`);
    table[name] = Object.assign(make, { code, text });
  }
  return Object.assign(table, { [codespaceOf]: codespace }) as ErrorTable<Names>;
}
