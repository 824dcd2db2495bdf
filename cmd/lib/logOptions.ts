/** The options of a log that our programs share. */
import { InvalidArgumentError, Option } from "commander";
import { LOG_FORMATS } from "./log.ts";
import { parseLogLevels } from "./logLevels.ts";

function parseLevels(text: string): string {
  try {
    parseLogLevels(text);
    return text;
  } catch (error) {
    throw new InvalidArgumentError(error instanceof Error ? error.message : "not a level");
  }
}

/** `--log-level LEVEL` and `--log-format NAME`; `prefix` is that of the environment's names. */
export function logOptions(prefix: string): readonly Option[] {
  return [
    new Option("--log-level <level>", "what is logged: info, or part:debug,*:info")
      .env(`${prefix}_LOG_LEVEL`)
      .argParser(parseLevels),
    new Option("--log-format <format>", "how it is logged")
      .env(`${prefix}_LOG_FORMAT`)
      .choices(LOG_FORMATS),
  ];
}
