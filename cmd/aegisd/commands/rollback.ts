/** `aegisd rollback`: takes the last block back, in CometBFT and in the application. */
import { execFileSync } from "node:child_process";
import { type Command, Option } from "commander";
import { findCometbft } from "../../setup/cometbft.mjs";
import { SqliteFile } from "../../../app/store/sqlite.ts";
import { sortedStoreNames } from "../../../app/store/versions.ts";
import { makeCommand } from "../command.ts";
import { CommandError } from "../exit.ts";
import { homePaths } from "../home/paths.ts";
import type { Io } from "../io.ts";
import { storeNames } from "../node/application.ts";
import { homeOption } from "../options.ts";

interface RollbackOptions {
  readonly home: string;
  readonly hard?: boolean;
}

const DETAILS = `\
For a node whose last block was executed wrongly, as by a program of another version: stop it, roll
back, start the right program, and the block is executed again. With --hard CometBFT forgets the
block too and asks its peers for it. A validator never rolls back what it has voted for: what it
signed stays known in data/priv_validator_state.json.`;

/** The command. */
export function rollbackCommand(io: Io): Command {
  return makeCommand<RollbackOptions>(io, {
    name: "rollback",
    summary: "take the last block back",
    details: DETAILS,
    options: [new Option("--hard", "forget the block itself as well"), homeOption()],
    examples: ["aegisd rollback", "aegisd rollback --hard"],
    run: ({ options }) => rollback(io, options),
  });
}

function rollback(io: Io, { home, hard }: RollbackOptions): void {
  const binary = findCometbft();
  if (binary === undefined) throw new CommandError("CometBFT was not found: set COMETBFT_BIN");
  const { state } = homePaths(home);
  // Opened first: a node that still runs is refused before anything changes.
  const file = new SqliteFile({ path: state, storeNames: sortedStoreNames(storeNames()) });
  try {
    const target = cometHeightAfterRollback(binary, home, hard === true);
    const latest = file.versions().at(-1)?.height ?? 0n;
    if (latest > target) file.rollback(target);
    io.err(
      `aegisd: CometBFT and the application are at height ${target}: start the node, which ` +
        "executes the next block again\n",
    );
  } finally {
    file.close();
  }
}

/** Rolls CometBFT back; returns the height that it says it has now. */
function cometHeightAfterRollback(binary: string, home: string, hard: boolean): bigint {
  const args = ["rollback", "--home", home, ...(hard ? ["--hard"] : [])];
  let said: string;
  try {
    said = execFileSync(binary, args, { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
  } catch (error) {
    const { stderr = "" } = error as { stderr?: string };
    const line = stderr.trim().split("\n")[0] ?? "";
    throw new CommandError(`CometBFT cannot roll back: ${line}`);
  }
  const height = /height (\d+)/.exec(said)?.[1];
  if (height === undefined) throw new CommandError(`CometBFT said: ${said.trim()}`);
  return BigInt(height);
}
