/** `aegisd genesis validate`: whether a chain can start from the file. */
import type { Command } from "commander";
import { makeCommand } from "../../command.ts";
import { CommandError } from "../../exit.ts";
import { readGenesis } from "../../genesis/document.ts";
import { genesisComplaints } from "../../genesis/validate.ts";
import type { Io } from "../../io.ts";
import { homeOption } from "../../options.ts";
import { genesisPath } from "./shared.ts";

interface ValidateOptions {
  readonly home: string;
}

/** The command. */
export function validateCommand(io: Io): Command {
  return makeCommand<ValidateOptions>(io, {
    name: "validate",
    alias: "validate-genesis",
    summary: "check a genesis file by starting a chain from it in memory",
    args: [{ name: "file", about: "default: config/genesis.json of the home", isOptional: true }],
    options: [homeOption()],
    examples: ["aegisd genesis validate", "aegisd genesis validate genesis.json"],
    run: ({ args: [file], options }) => {
      const path = file ?? genesisPath(options);
      const complaints = genesisComplaints(readGenesis(path));
      if (complaints.length > 0) throw new CommandError(`${path}: ${complaints.join("; ")}`);
      io.err(`${path} is valid\n`);
    },
  });
}
