/** `aegisd genesis`: the state of the first block. */
import type { Command } from "commander";
import { makeGroup } from "../../command.ts";
import type { Io } from "../../io.ts";
import { addAccountCommand } from "./addAccount.ts";
import { addLicencesCommand } from "./addLicences.ts";
import { addValidatorCommand } from "./addValidator.ts";
import { collectGentxsCommand } from "./collectGentxs.ts";
import { gentxCommand } from "./gentx.ts";
import { generateValidatorsCommand } from "./generateValidators.ts";
import { validateCommand } from "./validate.ts";

/** The group. */
export function genesisGroup(io: Io): Command {
  return makeGroup(io, {
    name: "genesis",
    summary: "the genesis file",
    example: "aegisd genesis validate",
    commands: [
      addAccountCommand(io),
      addLicencesCommand(io),
      addValidatorCommand(io),
      gentxCommand(io),
      collectGentxsCommand(io),
      generateValidatorsCommand(io),
      validateCommand(io),
    ],
  });
}
