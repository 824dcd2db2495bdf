/** All settings of app.toml: the file that `init` writes and what is read from it. */
import { readFileSync } from "node:fs";
import { parse, stringify } from "smol-toml";
import { API_SETTINGS } from "./api.ts";
import { GRPC_SETTINGS } from "./grpc.ts";
import { LOG_SETTINGS } from "./log.ts";
import { NODE_SETTINGS } from "./node.ts";
import type { Setting, SettingsOf } from "./setting.ts";
import { STATE_SETTINGS } from "./state.ts";

const SETTINGS: typeof NODE_SETTINGS &
  typeof LOG_SETTINGS &
  typeof STATE_SETTINGS &
  typeof API_SETTINGS &
  typeof GRPC_SETTINGS = {
  ...NODE_SETTINGS,
  ...LOG_SETTINGS,
  ...STATE_SETTINGS,
  ...API_SETTINGS,
  ...GRPC_SETTINGS,
};

/** The application's own settings, as the program works with them. */
export type AppSettings = SettingsOf<typeof SETTINGS>;

/** What a home is made with where that differs from the default, by the name in the file. */
export type InitialSettings = Readonly<Record<string, Setting<unknown>["initial"]>>;

const ABOUT_COLUMNS = 98;
const HEADER = "# Settings of the AegisAI application. What is left out has its default.\n";

const all = Object.entries(SETTINGS) as readonly (readonly [string, Setting<unknown>])[];

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
 * Text of app.toml, each setting explained.
 * @throws RangeError for an unknown name in `initial`.
 */
export function appToml(initial: InitialSettings): string {
  for (const name of Object.keys(initial)) {
    if (!all.some(([, setting]) => setting.name === name)) {
      throw new RangeError(`app.toml has no setting ${name}`);
    }
  }
  const sections = new Map<string, string[]>([["", []]]);
  for (const [, { name, about, initial: fallback }] of all) {
    const [section, key] = split(name);
    const lines = sections.get(section) ?? [];
    const value = stringify({ [key]: initial[name] ?? fallback }).trim();
    lines.push(`${comment(about)}\n${value}\n`);
    sections.set(section, lines);
  }
  const parts = [...sections].map(([section, lines]) =>
    section === "" ? lines.join("\n") : `[${section}]\n\n${lines.join("\n")}`,
  );
  return [HEADER, ...parts].join("\n");
}

/** The tables of a TOML file. @throws RangeError saying where it is wrong. */
export function readToml(path: string): Readonly<Record<string, unknown>> {
  try {
    return parse(readFileSync(path, "utf8"));
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === "ENOENT") throw new RangeError(`${path} is missing: run "aegisd init" first`);
    throw new RangeError(`${path}: ${message.split("\n")[0]}`);
  }
}

/** @throws RangeError naming the file and the setting that is wrong, or unknown. */
export function readAppSettings(path: string): AppSettings {
  const toml = readToml(path);
  refuseUnknown(path, toml);
  const entries = all.map(([field, { name, initial, read }]) => {
    const [section, key] = split(name);
    const table = section === "" ? toml : (toml[section] as Record<string, unknown> | undefined);
    try {
      return [field, read(table?.[key] ?? initial)];
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      throw new RangeError(`${path}: ${name}: ${error.message}`);
    }
  });
  return Object.fromEntries(entries) as AppSettings;
}

/** A misspelt setting would silently have its default. */
function refuseUnknown(path: string, toml: Readonly<Record<string, unknown>>): void {
  const known = new Set(all.map(([, { name }]) => name));
  const sections = new Set(all.map(([, { name }]) => split(name)[0]));
  for (const [key, value] of Object.entries(toml)) {
    const isSection = typeof value === "object" && value !== null && !Array.isArray(value);
    if (isSection && !sections.has(key)) throw new RangeError(`${path}: no section ${key}`);
    const names = isSection ? Object.keys(value).map((inner) => `${key}.${inner}`) : [key];
    for (const name of names) {
      if (!known.has(name)) throw new RangeError(`${path}: there is no setting ${name}`);
    }
  }
}
