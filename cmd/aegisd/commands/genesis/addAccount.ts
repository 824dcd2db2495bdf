/** `aegisd genesis add-account`: coins for an account in the first block. */
import type { Command } from "commander";
import { makeCommand } from "../../command.ts";
import { addBalance } from "../../genesis/change.ts";
import { readGenesis, writeGenesis } from "../../genesis/document.ts";
import type { Io } from "../../io.ts";
import {
  addressOf,
  type GenesisOptions,
  genesisOptions,
  genesisPath,
  parseCoin,
} from "./shared.ts";

/** The command. */
export function addAccountCommand(io: Io): Command {
  return makeCommand<GenesisOptions>(io, {
    name: "add-account",
    alias: "add-genesis-account",
    summary: "give an account coins in the first block",
    args: [
      { name: "account", about: "address, or name of a key" },
      { name: "amount", about: "coins such as 1000000uasi; several gifts add up" },
    ],
    options: genesisOptions(),
    examples: ["aegisd genesis add-account alice 1000000000uasi"],
    run: ({ args: [account = "", amount = ""], options }) => {
      const path = genesisPath(options);
      const document = readGenesis(path);
      const address = addressOf(io, options, account);
      const state = addBalance(document.app_state, address, parseCoin(amount));
      writeGenesis(path, { ...document, app_state: state });
      io.err(`${address} has ${amount} more in ${path}\n`);
    },
  });
}
