/** The whole command line as one value, so that tests run it as a user would. */
import { type Command, CommanderError } from "commander";
import { baseCommand } from "../aegisd/command.ts";
import { errorLine, EXIT, exitCodeOf } from "../aegisd/exit.ts";
import type { Io } from "../aegisd/io.ts";
import { initCommand } from "./commands/init.ts";
import { keysGroup } from "./commands/keys.ts";
import { accountsCommand, withdrawCommand } from "./commands/money.ts";
import { EXIT_HELP } from "./commands/options.ts";
import { startCommand } from "./commands/start.ts";
import { statusCommand } from "./commands/status.ts";
import { failureOf } from "./work/failure.ts";

const HELP = `
Example:
  $ aegis-gateway init --chain-id aegis-1 && aegis-gateway start

Environment: AEGIS_GATEWAY_HOME, AEGIS_KEYRING_PASSPHRASE_FILE.
${EXIT_HELP}`;

/** Makes the program. */
function buildProgram(io: Io): Command {
  const program = baseCommand(io, "aegis-gateway", "OpenAI's API in front of AegisAI");
  const commands = [
    initCommand(io),
    startCommand(io),
    keysGroup(io),
    accountsCommand(io),
    withdrawCommand(io),
    statusCommand(io),
  ];
  for (const command of commands) program.addCommand(command);
  return program.addHelpText("after", HELP);
}

/** Runs one command line (without program name) and returns its exit code. Never throws. */
export async function runGateway(io: Io, argv: readonly string[]): Promise<number> {
  try {
    await buildProgram(io).parseAsync([...argv], { from: "user" });
    return EXIT.ok;
  } catch (error) {
    // Commander has said what is wrong, or printed the help page, by itself.
    if (error instanceof CommanderError) return exitCodeOf(error);
    io.err(`aegis-gateway: ${errorLine(error)}\n`);
    const failure = failureOf(error);
    if (failure === undefined) return exitCodeOf(error);
    return failure.code === "chain_unreachable" ? EXIT.unreachable : EXIT.refused;
  }
}
