/** `aegisd snapshots list`: what the home has. Works beside a running node. */
import type { Command } from "commander";
import { makeCommand } from "../../command.ts";
import type { Io } from "../../io.ts";
import { homeOption, outputOption } from "../../options.ts";
import { type OutputFormat, print } from "../../output.ts";
import { SnapshotFolder } from "../../../../app/store/snapshotFolder.ts";
import { homePaths } from "../../home/paths.ts";
import { snapshotJson } from "./shared.ts";

interface ListOptions {
  readonly home: string;
  readonly output: OutputFormat;
}

/** The command. */
export function listCommand(io: Io): Command {
  return makeCommand<ListOptions>(io, {
    name: "list",
    summary: "list the snapshots of a home, the newest first",
    options: [homeOption(), outputOption()],
    examples: ["aegisd snapshots list", "aegisd snapshots list -o json"],
    run: ({ options }) => {
      const folder = SnapshotFolder.untouched(homePaths(options.home).snapshots);
      print(io, options.output, folder.list().map(snapshotJson));
    },
  });
}
