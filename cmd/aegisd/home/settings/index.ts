/** All settings of app.toml: the file that `init` writes and what is read from it. */
import { API_SETTINGS } from "./api.ts";
import { GRPC_SETTINGS } from "./grpc.ts";
import { LOG_SETTINGS } from "./log.ts";
import { NODE_SETTINGS } from "./node.ts";
import type { SettingsOf } from "./setting.ts";
import { STATE_SETTINGS } from "./state.ts";
import { type InitialSettings, readSettings, readToml as readTables, tomlOf } from "./table.ts";

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

export type { InitialSettings } from "./table.ts";

const HEADER = "# Settings of the AegisAI application. What is left out has its default.\n";

/**
 * Text of app.toml, each setting explained.
 * @throws RangeError for an unknown name in `initial`.
 */
export function appToml(initial: InitialSettings): string {
  return tomlOf(SETTINGS, HEADER, initial, "app.toml");
}

/** The tables of a TOML file. @throws RangeError saying where it is wrong. */
export function readToml(path: string): Readonly<Record<string, unknown>> {
  return readTables(path, "aegisd init");
}

/** @throws RangeError naming the file and the setting that is wrong, or unknown. */
export function readAppSettings(path: string): AppSettings {
  return readSettings(SETTINGS, path, readToml(path));
}
