/** `aegisd genesis add-validator`: makes a home's node a validator of the first block. */
import { type Command, Option } from "commander";
import { makeCommand } from "../../command.ts";
import { usageError } from "../../exit.ts";
import { addValidator } from "../../genesis/change.ts";
import { readGenesis, writeGenesis } from "../../genesis/document.ts";
import { validatorOfHome } from "../../genesis/validator.ts";
import { readMoniker } from "../../home/config.ts";
import { homePaths } from "../../home/paths.ts";
import type { Io } from "../../io.ts";
import {
  addressOf,
  type GenesisOptions,
  genesisOptions,
  genesisPath,
  parseCoin,
} from "./shared.ts";

interface AddValidatorOptions extends GenesisOptions {
  readonly validatorHome?: string;
  readonly moniker?: string;
}

/** The command. */
export function addValidatorCommand(io: Io): Command {
  return makeCommand<AddValidatorOptions>(io, {
    name: "add-validator",
    summary: "make a node a validator of the first block",
    details:
      "The keys are those of --validator-home, by default of --home. The stake comes out of the\n" +
      "operator's balance in the genesis file.",
    args: [
      { name: "operator", about: "address, or name of a key: owns stake and rewards" },
      { name: "stake", about: "coins such as 1000000uasi" },
    ],
    options: [
      ...genesisOptions(),
      new Option("--validator-home <dir>", "home with the node's keys"),
      new Option("--moniker <name>", "name of the validator (default: that of its node)"),
    ],
    examples: ["aegisd genesis add-validator alice 100000000uasi"],
    run: ({ args: [account = "", stake = ""], options }) => {
      const path = genesisPath(options);
      const document = readGenesis(path);
      const home = options.validatorHome ?? options.home;
      const moniker = options.moniker ?? readMoniker(homePaths(home).configToml);
      if (moniker === "") throw usageError("give the validator a name: --moniker NAME");
      const validator = validatorOfHome({
        home,
        operator: addressOf(io, options, account),
        chainId: document.chain_id,
        stake: parseCoin(stake),
        moniker,
      });
      const state = addValidator(document.app_state, validator);
      writeGenesis(path, { ...document, app_state: state });
      io.err(`${moniker} is a validator in ${path}\n`);
    },
  });
}
