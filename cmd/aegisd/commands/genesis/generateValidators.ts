/** `aegisd genesis generate-validators`: many validators whose keys follow from a seed. */
import { type Command, InvalidArgumentError, Option } from "commander";
import { SLOTS_MAX } from "../../../../app/checkpoint/chunks.ts";
import { makeCommand } from "../../command.ts";
import { usageError } from "../../exit.ts";
import { addSeeded, DELEGATIONS_MAX } from "../../genesis/seededValidators.ts";
import { readGenesis, writeGenesis } from "../../genesis/document.ts";
import type { Io } from "../../io.ts";
import { genesisFileOption, genesisPath, parseCoin } from "./shared.ts";
import { homeOption } from "../../options.ts";

interface GenerateOptions {
  readonly home: string;
  readonly genesis?: string;
  readonly delegations: number;
  readonly seed: string;
  readonly stake?: bigint;
}

function parseCount(text: string): number {
  if (/^\d{1,7}$/.test(text)) return Number(text);
  throw new InvalidArgumentError("expected a whole number");
}

/** The command. */
export function generateValidatorsCommand(io: Io): Command {
  return makeCommand<GenerateOptions>(io, {
    name: "generate-validators",
    summary: "add many validators and delegations of a seed, for a test network",
    details:
      `Up to ${SLOTS_MAX} validators and ${DELEGATIONS_MAX} delegations. Whoever knows the seed\n` +
      "has all their keys: never use this for a network that is worth anything.",
    args: [{ name: "count", about: "validators" }],
    options: [
      homeOption(),
      genesisFileOption(),
      new Option("--delegations <n>", "delegations of further accounts")
        .argParser(parseCount)
        .default(0),
      new Option("--seed <text>", "what all keys follow from").default("aegis"),
      new Option(
        "--stake <coin>",
        "own stake of each (default: 1 to 1000 ASI by the seed)",
      ).argParser(parseCoin),
    ],
    examples: ["aegisd genesis generate-validators 48000 --delegations 200000"],
    run: ({ args: [count = ""], options }) => {
      if (!/^\d{1,7}$/.test(count)) throw usageError("count must be a whole number");
      const path = genesisPath(options);
      const document = readGenesis(path);
      const { seed, stake, delegations } = options;
      const state = addSeeded(document.app_state, {
        seed,
        chainId: document.chain_id,
        validators: Number(count),
        delegations,
        stake,
        progress: (told) => io.err(`${told}\n`),
      });
      writeGenesis(path, { ...document, app_state: state });
      io.err(`${count} validators and ${delegations} delegations are in ${path}\n`);
    },
  });
}
