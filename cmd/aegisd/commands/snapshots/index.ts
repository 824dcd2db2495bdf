/** `aegisd snapshots`: copies of the state that other nodes can begin with. */
import type { Command } from "commander";
import { makeGroup } from "../../command.ts";
import type { Io } from "../../io.ts";
import { createCommand } from "./create.ts";
import { deleteCommand } from "./delete.ts";
import { dumpCommand } from "./dump.ts";
import { listCommand } from "./list.ts";
import { loadCommand } from "./load.ts";
import { restoreCommand } from "./restore.ts";

/** The group. */
export function snapshotsGroup(io: Io): Command {
  return makeGroup(io, {
    name: "snapshots",
    summary: "copies of the state, for state sync and for repairs",
    example: "aegisd snapshots list",
    commands: [
      listCommand,
      createCommand,
      deleteCommand,
      restoreCommand,
      dumpCommand,
      loadCommand,
    ].map((make) => make(io)),
  });
}
