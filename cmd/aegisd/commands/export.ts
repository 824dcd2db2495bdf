/** `aegisd export`: the state at a height as a genesis file that a chain can go on from. */
import type { Command } from "commander";
import { queryContext } from "../../../app/lifecycle/context.ts";
import { lastBlock } from "../../../app/lifecycle/host.ts";
import { makeCommand } from "../command.ts";
import { CommandError } from "../exit.ts";
import { newGenesis, readGenesis } from "../genesis/document.ts";
import { homePaths } from "../home/paths.ts";
import type { Io } from "../io.ts";
import { openApplication } from "../node/application.ts";
import { heightOption, homeOption } from "../options.ts";

interface ExportOptions {
  readonly home: string;
  readonly height?: number;
}

/** The command. */
export function exportCommand(io: Io): Command {
  return makeCommand<ExportOptions>(io, {
    name: "export",
    summary: "print the state as a genesis file",
    details:
      "The node must be stopped: the state belongs to one process. The new chain begins at the\n" +
      "height after the exported one and keeps its chain id.",
    options: [heightOption("state after this height (default: the latest)"), homeOption()],
    examples: ["aegisd export > genesis.json", "aegisd export --height 100 > genesis.json"],
    run: ({ options }) => exportState(io, options),
  });
}

function exportState(io: Io, options: ExportOptions): void {
  const { consensus_params: consensusParams } = readGenesis(homePaths(options.home).genesis);
  const { app, store } = openApplication(options.home, { logLevel: "silent" });
  try {
    const latest = store.latest().height;
    if (latest === 0n) throw new CommandError("there is no state yet: the chain has no block");
    const height = BigInt(options.height ?? latest);
    const state = store.at(height);
    if (state === undefined) {
      throw new CommandError(
        `height ${height} is not kept: ask between ${store.oldestHeight} and ${latest}`,
      );
    }
    const block = lastBlock(state);
    const document = newGenesis({
      chainId: block.chainId,
      genesisTime: new Date(Number(block.timeMs)),
      appState: app.host.manager.exportGenesis(queryContext(state, block)),
      initialHeight: height + 1n,
      consensusParams,
    });
    io.out(`${JSON.stringify(document, undefined, 2)}\n`);
  } finally {
    store.close();
  }
}
