/** `aegisd snapshots delete`: removes one. */
import type { Command } from "commander";
import { SNAPSHOT_FORMAT } from "../../../../app/store/snapshotRows.ts";
import { makeCommand } from "../../command.ts";
import type { Io } from "../../io.ts";
import { homeOption } from "../../options.ts";
import { folderOf, requireSnapshot } from "./shared.ts";

/** The command. */
export function deleteCommand(io: Io): Command {
  return makeCommand<{ readonly home: string }>(io, {
    name: "delete",
    summary: "delete a snapshot",
    args: [{ name: "height", about: "height of the snapshot" }],
    options: [homeOption()],
    examples: ["aegisd snapshots delete 1000"],
    run: ({ args, options }) => {
      const folder = folderOf(options.home);
      const { snapshot } = requireSnapshot(folder, args[0] ?? "");
      folder.remove(snapshot.height, SNAPSHOT_FORMAT);
      io.err(`aegisd: deleted the snapshot at height ${snapshot.height}\n`);
    },
  });
}
