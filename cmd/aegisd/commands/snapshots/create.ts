/** `aegisd snapshots create`: a snapshot of a stopped node's state. */
import type { Command } from "commander";
import { SNAPSHOT_FORMAT } from "../../../../app/store/snapshotRows.ts";
import { present } from "../../../../app/lib/assert.ts";
import { makeCommand } from "../../command.ts";
import { CommandError } from "../../exit.ts";
import type { Io } from "../../io.ts";
import { takeSnapshot } from "../../node/snapshotter.ts";
import { heightOption, homeOption, outputOption } from "../../options.ts";
import { type OutputFormat, print } from "../../output.ts";
import { folderOf, openState, snapshotJson } from "./shared.ts";

interface CreateOptions {
  readonly home: string;
  readonly height?: number;
  readonly output: OutputFormat;
}

/** The command. */
export function createCommand(io: Io): Command {
  return makeCommand<CreateOptions>(io, {
    name: "create",
    summary: "take a snapshot of the state",
    details:
      "The node must be stopped; a running one takes snapshots by itself when snapshot.interval\n" +
      "is set in config/app.toml.",
    options: [
      heightOption("state after this height (default: the latest)"),
      homeOption(),
      outputOption(),
    ],
    examples: ["aegisd snapshots create", "aegisd snapshots create --height 1000"],
    run: ({ options }) => {
      const store = openState(options.home);
      try {
        const latest = store.latest().height;
        if (latest === 0n) throw new CommandError("there is no state yet: the chain has no block");
        const height = BigInt(options.height ?? latest);
        const folder = folderOf(options.home);
        takeSnapshot(store, folder, height);
        const made = present(folder.read(height, SNAPSHOT_FORMAT), "the snapshot");
        print(io, options.output, snapshotJson(made));
      } finally {
        store.close();
      }
    },
  });
}
