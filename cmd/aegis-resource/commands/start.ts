/** `aegis-resource start`: the daemon. */
import { Command } from "commander";
import { defaultHome } from "../home/home.ts";
import { stopSignal } from "../../lib/stopSignal.ts";
import { logOptions } from "../../lib/logOptions.ts";
import { type DaemonLog, startDaemon } from "../start.ts";
import { HELP_EXIT_CODES } from "./options.ts";

const HELP = `
Works until it is told to stop: the first SIGINT or SIGTERM ends it cleanly, a second at once. It
may be killed at any moment and started again; its journal knows how far it was. Waits for the chain
and for its registration when they are missing. Logs go to standard error.

Example:
  $ aegis-resource start --home ~/.aegis-resource
${HELP_EXIT_CODES}`;

interface StartOptions extends DaemonLog {
  readonly home: string;
}

/** The command. */
export function command(): Command {
  const start = new Command("start")
    .summary("run the daemon")
    .description("Run the daemon of a resource node: compute, commit, reveal and verify.")
    .option("--home <dir>", "home of the node", defaultHome())
    .addHelpText("after", HELP)
    .action(async ({ home, ...log }: StartOptions) => {
      await startDaemon(home, stopSignal(), log);
    });
  for (const option of logOptions("AEGIS_RESOURCE")) start.addOption(option);
  return start;
}
