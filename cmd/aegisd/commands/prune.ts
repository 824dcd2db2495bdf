/** `aegisd prune`: lets old versions of a stopped node's state go at once. */
import { type Command, InvalidArgumentError, Option } from "commander";
import { SqliteFile } from "../../../app/store/sqlite.ts";
import { sortedStoreNames } from "../../../app/store/versions.ts";
import { makeCommand } from "../command.ts";
import { homePaths } from "../home/paths.ts";
import { readAppSettings } from "../home/settings/index.ts";
import { keptVersionsOf } from "../home/settings/state.ts";
import type { Io } from "../io.ts";
import { storeNames } from "../node/application.ts";
import { homeOption } from "../options.ts";

interface PruneOptions {
  readonly home: string;
  readonly keep?: number;
}

function parseCount(text: string): number {
  if (/^[1-9]\d{0,6}$/.test(text)) return Number(text);
  throw new InvalidArgumentError("expected a number of heights, at least 1");
}

/** The command. */
export function pruneCommand(io: Io): Command {
  return makeCommand<PruneOptions>(io, {
    name: "prune",
    summary: "let old versions of the state go",
    details:
      "The node must be stopped. A running one does this with every block, by `pruning` in\n" +
      "config/app.toml.",
    options: [
      new Option("--keep <heights>", "how many stay (default: as app.toml says)").argParser(
        parseCount,
      ),
      homeOption(),
    ],
    examples: ["aegisd prune", "aegisd prune --keep 2"],
    run: ({ options }) => {
      const { state, appToml } = homePaths(options.home);
      const { pruning, keptVersions } = readAppSettings(appToml);
      const keep = options.keep ?? keptVersionsOf(pruning, keptVersions);
      const file = new SqliteFile({ path: state, storeNames: sortedStoreNames(storeNames()) });
      try {
        io.err(`aegisd: ${file.prune(keep)} versions gone, at most ${keep} kept\n`);
      } finally {
        file.close();
      }
    },
  });
}
