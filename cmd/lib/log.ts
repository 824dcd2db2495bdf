/**
 * The logger of a program: one JSON object per line on standard error, through pino. Names of
 * fields that could hold a secret are blanked wherever they stand, in case one is ever passed by
 * mistake.
 */
import { pino } from "pino";
import type { LogFields, Logger } from "../../app/lib/log.ts";

export const LOG_LEVELS = ["debug", "info", "warn", "error", "silent"] as const;

export type LogLevel = (typeof LOG_LEVELS)[number];

const SECRETS = ["mnemonic", "passphrase", "secret", "secretKey", "privateKey", "priv_key"];

export interface LogOptions {
  /** Which program or part speaks. */
  readonly name: string;
  readonly level?: LogLevel;
  /** Where lines go; standard error when left out. */
  readonly write?: (line: string) => void;
}

/** Whether `text` names a level. */
export function isLogLevel(text: string): text is LogLevel {
  return (LOG_LEVELS as readonly string[]).includes(text);
}

/** A logger that writes at once, so that the last word before an exit is never lost. */
export function createLogger(options: LogOptions): Logger {
  const to = options.write === undefined ? pino.destination({ dest: 2, sync: true }) : undefined;
  const log = pino(
    {
      base: { name: options.name },
      level: options.level ?? "info",
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      redact: { paths: SECRETS.flatMap((name) => [name, `*.${name}`]), censor: "[secret]" },
    },
    to ?? { write: options.write as (line: string) => void },
  );
  const fields = (given: LogFields | undefined): LogFields => given ?? {};
  return {
    info: (message, given) => log.info(fields(given), message),
    warn: (message, given) => log.warn(fields(given), message),
    error: (message, given) => log.error(fields(given), message),
  };
}
