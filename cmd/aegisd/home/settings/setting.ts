/** What one setting of app.toml is: its name, what it means, its default and how it is read. */

/** One setting. `T` is what the program works with, not what TOML holds. */
export interface Setting<T> {
  /** Name in the file, with its section: `minimum-gas-prices` or `api.address`. */
  readonly name: string;
  /** What an operator should know, one or more sentences. */
  readonly about: string;
  /** The value in the file when nobody has changed it. */
  readonly initial: string | number | boolean | readonly string[];
  /** @throws RangeError whose text ends the sentence "SETTING must …". */
  readonly read: (value: unknown) => T;
}

/** What a table of settings gives when it is read. */
export type SettingsOf<S> = {
  readonly [K in keyof S]: S[K] extends Setting<infer T> ? T : never;
};

/** Text as it is. */
export function readText(value: unknown): string {
  if (typeof value !== "string") throw new RangeError("must be text");
  return value;
}

export function readBoolean(value: unknown): boolean {
  if (typeof value !== "boolean") throw new RangeError("must be true or false");
  return value;
}

/** An integer between `least` and `most`, both included. */
export function readInteger(least: number, most: number): (value: unknown) => number {
  return (value) => {
    const isFit = typeof value === "number" && Number.isInteger(value);
    if (isFit && value >= least && value <= most) return value;
    throw new RangeError(`must be between ${least} and ${most}`);
  };
}

export function readTexts(value: unknown): readonly string[] {
  if (!Array.isArray(value) || value.some((each) => typeof each !== "string")) {
    throw new RangeError("must be a list of texts");
  }
  return value as string[];
}

/** One of `choices`. */
export function readChoice<C extends string>(choices: readonly C[]): (value: unknown) => C {
  return (value) => {
    const found = choices.find((choice) => choice === value);
    if (found === undefined) throw new RangeError(`must be one of ${choices.join(", ")}`);
    return found;
  };
}

/** `host:port`, or empty for none. */
export function readHostPort(value: unknown): string {
  const text = readText(value);
  const port = /^.+:(\d{1,5})$/.exec(text)?.[1];
  if (text === "" || (port !== undefined && Number(port) <= 65_535)) return text;
  throw new RangeError("must be host:port, or empty for none");
}
