/**
 * How much is logged, in CometBFT's words: one level for all, "info", or one for each part,
 * "tasks:debug,rewards:error,*:info".
 */

export const LOG_LEVELS = ["debug", "info", "warn", "error", "silent"] as const;

export type LogLevel = (typeof LOG_LEVELS)[number];

/** Of parts that are not named, when no "*" is among the pairs: CometBFT's choice too. */
const DEFAULT_LEVEL: LogLevel = "info";
const TEXT_LENGTH_MAX = 1_000;

/** The level of each part of a program. */
export interface LogLevels {
  readonly of: (part: string) => LogLevel;
  /** Parts that are named. */
  readonly named: readonly string[];
}

/** Whether `text` names a level. */
export function isLogLevel(text: string): text is LogLevel {
  return (LOG_LEVELS as readonly string[]).includes(text);
}

function parseLevel(text: string): LogLevel {
  if (isLogLevel(text)) return text;
  throw new RangeError(`"${text}" is no level: take ${LOG_LEVELS.join(", ")}`);
}

/**
 * Reads levels.
 * @throws RangeError for a level that does not exist, and for a part that is named twice.
 */
export function parseLogLevels(text: string): LogLevels {
  if (text.length > TEXT_LENGTH_MAX) throw new RangeError("the log levels are too long");
  if (!text.includes(":")) {
    const level = parseLevel(text.trim());
    return { of: () => level, named: [] };
  }
  const levels = new Map<string, LogLevel>();
  for (const pair of text.split(",")) {
    const [part = "", level = "", ...more] = pair.split(":").map((word) => word.trim());
    if (part === "" || more.length > 0) {
      throw new RangeError(`"${pair.trim()}" is not part:level, as in "tasks:debug,*:info"`);
    }
    if (levels.has(part)) throw new RangeError(`${part} is named twice`);
    levels.set(part, parseLevel(level));
  }
  const others = levels.get("*") ?? DEFAULT_LEVEL;
  const named = [...levels.keys()].filter((part) => part !== "*");
  return { of: (part) => levels.get(part) ?? others, named };
}

/** The same, refusing parts that the program does not have. @throws RangeError naming them all. */
export function parseLevelsOf(text: string, parts: readonly string[]): LogLevels {
  const levels = parseLogLevels(text);
  const unknown = levels.named.find((part) => !parts.includes(part));
  if (unknown === undefined) return levels;
  throw new RangeError(`there is no part ${unknown} to log: take ${parts.join(", ")}`);
}
