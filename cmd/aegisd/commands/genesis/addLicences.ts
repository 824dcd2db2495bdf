/** `aegisd genesis add-licences`: licences of the first block, from a list of owners. */
import { readFileSync } from "node:fs";
import { type Command, Option } from "commander";
import { makeCommand } from "../../command.ts";
import { CommandError } from "../../exit.ts";
import { readGenesis, writeGenesis } from "../../genesis/document.ts";
import { addLicences, readGrants } from "../../genesis/licences.ts";
import type { Io } from "../../io.ts";
import { homeOption } from "../../options.ts";
import { genesisFileOption, genesisPath, parseCoin } from "./shared.ts";

interface AddLicencesOptions {
  readonly home: string;
  readonly genesis?: string;
  readonly stake?: bigint;
}

/** The command. */
export function addLicencesCommand(io: Io): Command {
  return makeCommand<AddLicencesOptions>(io, {
    name: "add-licences",
    summary: "issue licences to the owners in a CSV file",
    details:
      "Lines are owner or owner,count; a header, empty lines and what follows # are skipped.\n" +
      "Their tokens are made with them. Nothing is written when a line is wrong.",
    args: [{ name: "file", about: "CSV file" }],
    options: [
      homeOption(),
      genesisFileOption(),
      new Option("--stake <coin>", "what each stands for, such as 1000000000uasi").argParser(
        parseCoin,
      ),
    ],
    examples: ["aegisd genesis add-licences owners.csv --stake 1000000000uasi"],
    run: ({ args: [file = ""], options }) => {
      const path = genesisPath(options);
      const document = readGenesis(path);
      const { grants, state } = named(file, () => {
        const list = readGrants(readFileSync(file, "utf8"));
        return { grants: list, state: addLicences(document.app_state, list, options.stake) };
      });
      writeGenesis(path, { ...document, app_state: state });
      const count = grants.reduce((sum, grant) => sum + grant.count, 0);
      io.err(`${count} licences more in ${path}\n`);
    },
  });
}

/** What goes wrong is told with the file's name. */
export function named<T>(file: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new CommandError(`${file}: ${code === undefined ? message : `cannot be read (${code})`}`);
  }
}
