/** `aegis-gateway start`: the server. */
import type { Command } from "commander";
import { makeCommand } from "../../aegisd/command.ts";
import type { Io } from "../../aegisd/io.ts";
import { stopSignal } from "../../lib/stopSignal.ts";
import { configOf, EXIT_HELP, homeOption, type HomeOptions, masterKey } from "./options.ts";

const DETAILS = `\
Serves until it is told to stop: the first SIGINT or SIGTERM ends it cleanly, a second at once. It
may be killed at any moment and started again: its journal and the chain tell where every uasi is.
Logs are JSON lines on standard error; prompts, answers and keys are never in them.`;

/** The command. */
export function startCommand(io: Io): Command {
  return makeCommand<HomeOptions>(io, {
    name: "start",
    summary: "serve OpenAI's API",
    details: DETAILS,
    exitHelp: EXIT_HELP,
    options: [homeOption()],
    examples: ["aegis-gateway start", "aegis-gateway start --home ~/.aegis-gateway"],
    run: async ({ options: { home } }) => {
      const config = configOf(home);
      const master = await masterKey(io, home, config);
      // Brings the server along, which the other commands need not wait for.
      const { startGateway } = await import("../start.ts");
      await startGateway({ home, config, master, signal: stopSignal() });
    },
  });
}
