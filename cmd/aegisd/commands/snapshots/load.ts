/** `aegisd snapshots load`: takes in a file that `dump` wrote. */
import type { Command } from "commander";
import { makeCommand } from "../../command.ts";
import type { Io } from "../../io.ts";
import { homeOption } from "../../options.ts";
import { loadArchive } from "./archive.ts";
import { folderOf } from "./shared.ts";

/** The command. */
export function loadCommand(io: Io): Command {
  return makeCommand<{ readonly home: string }>(io, {
    name: "load",
    summary: "take a snapshot in from a file",
    details:
      "The file is checked against its own hashes only: whoever gave it to you could have made\n" +
      "up the state. State sync and the next block's app hash find that out.",
    args: [{ name: "file", about: "what aegisd snapshots dump has written" }],
    options: [homeOption()],
    examples: ["aegisd snapshots load snapshot-1000.aegis"],
    run: ({ args, options }) => {
      const height = loadArchive(args[0] ?? "", folderOf(options.home));
      io.err(`aegisd: the home has a snapshot of height ${height} now\n`);
    },
  });
}
