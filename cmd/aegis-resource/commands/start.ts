/** `aegis-resource start`: the daemon. */
import { Command } from "commander";
import { defaultHome } from "../home/home.ts";
import { stopSignal } from "../../lib/stopSignal.ts";
import { logOptions } from "../../lib/logOptions.ts";
import type { ResourceConfig } from "../home/config.ts";
import { startDaemon } from "../start.ts";
import { HELP_EXIT_CODES, trustOption, witnessOption } from "./options.ts";

const HELP = `
Works until it is told to stop: the first SIGINT or SIGTERM ends it cleanly, a second at once. It
may be killed at any moment and started again; its journal knows how far it was. Waits for the chain
and for its registration when they are missing. Logs go to standard error.

With --verify its node may lie: headers are followed by signatures from --trust on, and every query
runs here on state that is proven to them. What was verified last is kept in the home's light.json.
A fork between the node and a --witness ends the daemon; both headers are kept.

Example:
  $ aegis-resource start --home ~/.aegis-resource
${HELP_EXIT_CODES}`;

/** The command. */
export function command(): Command {
  const start = new Command("start")
    .summary("run the daemon")
    .description("Run the daemon of a resource node: compute, commit, reveal and verify.")
    .option("--home <dir>", "home of the node", defaultHome())
    .option("--verify", "believe nothing of the node that is not proven")
    .addOption(trustOption())
    .addOption(witnessOption())
    .addHelpText("after", HELP)
    .action(run);
  for (const option of logOptions("AEGIS_RESOURCE")) start.addOption(option);
  return start;
}

interface StartOptions
  extends Partial<Pick<ResourceConfig, "verify" | "trust" | "logLevel" | "logFormat">> {
  readonly home: string;
  readonly witness: readonly string[];
}

async function run({ home, witness, ...changes }: StartOptions): Promise<void> {
  const witnesses = witness.length > 0 ? { witnesses: witness } : {};
  await startDaemon(home, stopSignal(), { ...changes, ...witnesses });
}
