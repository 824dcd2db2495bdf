/** `aegisd keys`: the keyring. */
import type { Command } from "commander";
import { makeGroup } from "../../command.ts";
import type { Io } from "../../io.ts";
import { addCommand } from "./add.ts";
import { deleteCommand } from "./delete.ts";
import { exportCommand } from "./export.ts";
import { importCommand } from "./import.ts";
import { listCommand } from "./list.ts";
import { showCommand } from "./show.ts";

/** The group. */
export function keysGroup(io: Io): Command {
  return makeGroup(io, {
    name: "keys",
    summary: "keys of accounts",
    example: "aegisd keys add alice",
    commands: [
      addCommand,
      listCommand,
      showCommand,
      importCommand,
      exportCommand,
      deleteCommand,
    ].map((make) => make(io)),
  });
}
