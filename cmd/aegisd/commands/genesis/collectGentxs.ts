/** `aegisd genesis collect-gentxs`: makes the signers of genesis transactions validators. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Command, Option } from "commander";
import { makeCommand } from "../../command.ts";
import { CommandError } from "../../exit.ts";
import { addValidator } from "../../genesis/change.ts";
import { readGenesis, writeGenesis } from "../../genesis/document.ts";
import { checkFounder, readGentx } from "../../genesis/gentx.ts";
import { writePersistentPeers } from "../../home/config.ts";
import { readNodeIdentity } from "../../home/createHome.ts";
import { homePaths } from "../../home/paths.ts";
import type { Io } from "../../io.ts";
import { homeOption } from "../../options.ts";
import { named } from "./addLicences.ts";
import { gentxFolder } from "./gentx.ts";
import { genesisFileOption, genesisPath } from "./shared.ts";

interface CollectOptions {
  readonly home: string;
  readonly genesis?: string;
  readonly gentxDir?: string;
}

/** The command. */
export function collectGentxsCommand(io: Io): Command {
  return makeCommand<CollectOptions>(io, {
    name: "collect-gentxs",
    summary: "make the signers of genesis transactions validators of the first block",
    details:
      "Checks every file, takes the stakes out of the operators' balances, and sets\n" +
      "persistent_peers of this home from the memos. Nothing is written when a file is wrong.",
    options: [
      homeOption(),
      genesisFileOption(),
      new Option("--gentx-dir <dir>", "folder of the files (default: config/gentx of the home)"),
    ],
    examples: ["aegisd genesis collect-gentxs"],
    run: ({ options }) => {
      const path = genesisPath(options);
      const document = readGenesis(path);
      const folder = options.gentxDir ?? gentxFolder(options.home);
      let state = document.app_state;
      const peers: string[] = [];
      for (const file of filesIn(folder)) {
        named(file, () => {
          const json: unknown = JSON.parse(readFileSync(file, "utf8"));
          const { validator, peer } = readGentx(json, document.chain_id);
          checkFounder(state, validator);
          state = addValidator(state, validator);
          if (peer !== "") peers.push(peer);
        });
      }
      const own = readNodeIdentity(options.home).nodeId;
      const others = peers.filter((peer) => !peer.startsWith(`${own}@`));
      writePersistentPeers(homePaths(options.home).configToml, others);
      // Last: what fails before it can be tried again.
      writeGenesis(path, { ...document, app_state: state });
      io.err(`${filesIn(folder).length} validators more in ${path}\n`);
    },
  });
}

function filesIn(folder: string): string[] {
  let names: string[];
  try {
    names = readdirSync(folder);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new CommandError(`${folder} cannot be read (${code}): put genesis transactions there`);
  }
  const files = names.filter((name) => name.endsWith(".json")).toSorted();
  if (files.length === 0) throw new CommandError(`${folder} holds no genesis transaction`);
  return files.map((name) => join(folder, name));
}
