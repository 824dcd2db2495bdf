/** Structured logs on standard error; standard output is for what a program was asked to print. */
import { type Logger as PinoLogger, pino } from "pino";
import type { Logger } from "../../../app/lib/log.ts";
import type { StoreLogger } from "../../../app/store/multistore.ts";

/** One logger in the forms that our components take. */
export interface NodeLogger extends Logger {
  readonly store: StoreLogger;
}

const LEVELS = ["trace", "debug", "info", "warn", "error", "fatal", "silent"];

/** @throws RangeError when `level` is not one of pino's. */
export function nodeLogger(name: string, level: string): NodeLogger {
  if (!LEVELS.includes(level))
    throw new RangeError(`log-level must be one of ${LEVELS.join(", ")}`);
  const log: PinoLogger = pino({ name, level }, pino.destination({ fd: 2, sync: true }));
  return {
    info: (message, fields = {}) => log.info(fields, message),
    warn: (message, fields = {}) => log.warn(fields, message),
    error: (message, fields = {}) => log.error(fields, message),
    store: { info: (fields, message) => log.info(fields, message) },
  };
}
