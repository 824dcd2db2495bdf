/** The node's logger, also in the form that the store takes. */
import type { Logger } from "../../../app/lib/log.ts";
import type { StoreLogger } from "../../../app/store/multistore.ts";
import { createLogger, isLogLevel, LOG_LEVELS } from "../../lib/log.ts";

/** One logger in the forms that our components take. */
export interface NodeLogger extends Logger {
  readonly store: StoreLogger;
}

/** @throws RangeError when `level` is none. */
export function nodeLogger(name: string, level: string): NodeLogger {
  if (!isLogLevel(level)) throw new RangeError(`log-level must be one of ${LOG_LEVELS.join(", ")}`);
  const log = createLogger({ name, level });
  return { ...log, store: { info: (fields, message) => log.info(message, { ...fields }) } };
}
