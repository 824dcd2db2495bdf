/**
 * The logger of a program: on standard error, one line a message, as JSON or for people, through
 * pino. Names of fields that could hold a secret are blanked wherever they stand, in case one is
 * ever passed by mistake.
 */
import { pino } from "pino";
import type { LogFields, Logger } from "../../app/lib/log.ts";
import { parseLevelsOf, parseLogLevels } from "./logLevels.ts";

export const LOG_FORMATS = ["json", "text"] as const;

export type LogFormat = (typeof LOG_FORMATS)[number];

const SECRETS = ["mnemonic", "passphrase", "secret", "secretKey", "privateKey", "priv_key"];
const LEVEL_COLUMNS = 5;

export interface LogOptions {
  /** Which program speaks. */
  readonly name: string;
  /** One level, or one for each part; `info` when left out. */
  readonly level?: string;
  /** JSON when left out. */
  readonly format?: LogFormat;
  /** The parts that have a level of their own; any when left out. */
  readonly parts?: readonly string[];
  /** Where lines go; standard error when left out. */
  readonly write?: (line: string) => void;
}

/** A program's logger. */
export interface ProgramLogger extends Logger {
  /** What only somebody who looks for a fault wants to read. */
  debug(message: string, fields?: LogFields): void;
  /** Whether `debug` writes anything: facts that are dear to gather are left out otherwise. */
  readonly isDebug: boolean;
  /** The logger of a part, with the part's level. */
  part(name: string): ProgramLogger;
}

/** A word as it is, everything else so that it stays one word on one line. */
function wordOf(value: unknown): string {
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return /^[^\s"=\p{C}]+$/u.test(text) ? text : JSON.stringify(text);
}

/** A line of JSON for people: time, level, part, message, then the facts. */
function textLine(line: string): string {
  const { time, level, name, module, msg, ...facts } = JSON.parse(line) as Record<string, unknown>;
  const label = `${level}`.toUpperCase().padEnd(LEVEL_COLUMNS);
  // What a peer or a disk has said may hold line breaks and escapes of a terminal.
  const message = `${msg}`.replace(/\p{C}/gu, " ");
  const words = Object.entries(facts).map(([key, value]) => `${key}=${wordOf(value)}`);
  return `${[time, label, module ?? name, message, ...words].join(" ")}\n`;
}

/**
 * A logger that writes at once, so that the last word before an exit is never lost.
 * @throws RangeError when `level` is none, or names a part that there is not.
 */
export function createLogger(options: LogOptions): ProgramLogger {
  const { level = "info", parts } = options;
  const levels = parts === undefined ? parseLogLevels(level) : parseLevelsOf(level, parts);
  const end = pino.destination({ dest: 2, sync: true });
  const write = options.write ?? ((line: string): void => void end.write(line));
  const to = { write: (line: string) => write(options.format === "text" ? textLine(line) : line) };
  const root = pino(
    {
      base: { name: options.name },
      level: levels.of(options.name),
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      redact: { paths: SECRETS.flatMap((name) => [name, `*.${name}`]), censor: "[secret]" },
    },
    to,
  );
  const loggerOf = (log: pino.Logger): ProgramLogger => ({
    debug: (message, given = {}) => log.debug(given, message),
    info: (message, given = {}) => log.info(given, message),
    warn: (message, given = {}) => log.warn(given, message),
    error: (message, given = {}) => log.error(given, message),
    isDebug: log.isLevelEnabled("debug"),
    part: (module) => loggerOf(root.child({ module }, { level: levels.of(module) })),
  });
  return loggerOf(root);
}
