/** A table of settings as a TOML file: written with its explanations, and read with its checks. */
import { readFileSync } from "node:fs";
import { parse, stringify } from "smol-toml";
import type { Setting, SettingsOf } from "./setting.ts";

/** What a home is made with where that differs from the default, by the name in the file. */
export type InitialSettings = Readonly<Record<string, Setting<unknown>["initial"]>>;

/** Settings by the name that the program gives them. */
export type SettingsTable = Readonly<Record<string, Setting<unknown>>>;

const ABOUT_COLUMNS = 98;

/** Section and key; settings without a section come first in the file. */
function split(name: string): readonly [section: string, key: string] {
  const dot = name.indexOf(".");
  return dot < 0 ? ["", name] : [name.slice(0, dot), name.slice(dot + 1)];
}

/** Comment lines of `text`, broken between words. */
function comment(text: string): string {
  const lines: string[] = [];
  let line = "#";
  for (const word of text.split(/\s+/)) {
    if (line.length + 1 + word.length > ABOUT_COLUMNS) {
      lines.push(line);
      line = "#";
    }
    line += ` ${word}`;
  }
  return [...lines, line].join("\n");
}

/**
 * Text of the file, each setting explained, behind `header`.
 * @throws RangeError for an unknown name in `initial`.
 */
export function tomlOf(
  table: SettingsTable,
  header: string,
  initial: InitialSettings,
  file: string,
): string {
  const all = Object.values(table);
  for (const name of Object.keys(initial)) {
    if (!all.some((setting) => setting.name === name)) {
      throw new RangeError(`${file} has no setting ${name}`);
    }
  }
  const sections = new Map<string, string[]>([["", []]]);
  for (const { name, about, initial: fallback } of all) {
    const [section, key] = split(name);
    const lines = sections.get(section) ?? [];
    const value = stringify({ [key]: initial[name] ?? fallback }).trim();
    lines.push(`${comment(about)}\n${value}\n`);
    sections.set(section, lines);
  }
  const parts = [...sections].map(([section, lines]) =>
    section === "" ? lines.join("\n") : `[${section}]\n\n${lines.join("\n")}`,
  );
  return [header, ...parts].join("\n");
}

/** The tables of a TOML file that `maker` writes. @throws RangeError saying where it is wrong. */
export function readToml(path: string, maker: string): Readonly<Record<string, unknown>> {
  try {
    return parse(readFileSync(path, "utf8"));
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === "ENOENT") throw new RangeError(`${path} is missing: run "${maker}" first`);
    throw new RangeError(`${path}: ${message.split("\n")[0]}`);
  }
}

/** @throws RangeError naming the file and the setting that is wrong, or unknown. */
export function readSettings<S extends SettingsTable>(
  settings: S,
  path: string,
  toml: Readonly<Record<string, unknown>>,
): SettingsOf<S> {
  refuseUnknown(settings, path, toml);
  const entries = Object.entries(settings).map(([field, { name, initial, read }]) => {
    const [section, key] = split(name);
    const table = section === "" ? toml : (toml[section] as Record<string, unknown> | undefined);
    try {
      return [field, read(table?.[key] ?? initial)];
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      throw new RangeError(`${path}: ${name}: ${error.message}`);
    }
  });
  return Object.fromEntries(entries) as SettingsOf<S>;
}

/** A misspelt setting would silently have its default. */
function refuseUnknown(
  settings: SettingsTable,
  path: string,
  toml: Readonly<Record<string, unknown>>,
): void {
  const names = Object.values(settings).map(({ name }) => name);
  const known = new Set(names);
  const sections = new Set(names.map((name) => split(name)[0]));
  for (const [key, value] of Object.entries(toml)) {
    const isSection = typeof value === "object" && value !== null && !Array.isArray(value);
    if (isSection && !sections.has(key)) throw new RangeError(`${path}: no section ${key}`);
    const names = isSection ? Object.keys(value).map((inner) => `${key}.${inner}`) : [key];
    for (const name of names) {
      if (!known.has(name)) throw new RangeError(`${path}: there is no setting ${name}`);
    }
  }
}
