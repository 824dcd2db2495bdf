/** `aegisd query`: blocks, transactions, and what the modules answer. */
import type { Command } from "commander";
import type { AnyModule } from "../../../../app/module/module.ts";
import { makeGroup } from "../../command.ts";
import { queryModules } from "../../derive/query.ts";
import type { Io } from "../../io.ts";
import { blockCommand } from "./block.ts";
import { storeCommand } from "./store.ts";
import { txCommand, waitTxCommand } from "./tx.ts";

/** The group. */
export function queryGroup(io: Io, modules: readonly AnyModule[]): Command {
  return makeGroup(io, {
    name: "query",
    alias: "q",
    summary: "ask a node",
    example: "aegisd query block 12 -o json",
    commands: [
      blockCommand(io),
      txCommand(io),
      waitTxCommand(io),
      storeCommand(io),
      ...queryModules(io, modules),
    ],
  });
}
