/** Settings of the log. */
import { LOG_FORMATS, type LogFormat } from "../../../lib/log.ts";
import { parseLogLevels } from "../../../lib/logLevels.ts";
import { readChoice, readText, type Setting } from "./setting.ts";

function readLevels(value: unknown): string {
  const text = readText(value);
  parseLogLevels(text);
  return text;
}

/** Their table. */
export const LOG_SETTINGS: {
  readonly logLevel: Setting<string>;
  readonly logFormat: Setting<LogFormat>;
} = {
  logLevel: {
    name: "log-level",
    about:
      "debug, info, warn, error or silent; or one for each part, as CometBFT has it: " +
      '"tasks:debug,rest:error,*:info". Parts are aegisd, abci, app, store, snapshots, rest, ' +
      "jsonrpc, grpc and the chain's modules, whose events are logged at debug.",
    initial: "info",
    read: readLevels,
  },
  logFormat: {
    name: "log-format",
    about: "json, one object a line, or text, for people.",
    initial: "json",
    read: readChoice(LOG_FORMATS),
  },
};
