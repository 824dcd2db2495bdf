/** `aegis-gateway status`: whether it serves, and its requests by stage. */
import type { Command } from "commander";
import { makeCommand } from "../../aegisd/command.ts";
import { CommandError, EXIT } from "../../aegisd/exit.ts";
import type { Io } from "../../aegisd/io.ts";
import { outputOption } from "../../aegisd/options.ts";
import { type OutputFormat, print } from "../../aegisd/output.ts";
import { journalPath } from "../home/home.ts";
import { openJournal } from "../journal/journal.ts";
import { configOf, EXIT_HELP, homeOption, type HomeOptions } from "./options.ts";

const PATIENCE_MS = 5_000;

interface StatusOptions extends HomeOptions {
  readonly output: OutputFormat;
}

/** The command. */
export function statusCommand(io: Io): Command {
  return makeCommand<StatusOptions>(io, {
    name: "status",
    summary: "whether the gateway serves, and its requests by stage",
    exitHelp: EXIT_HELP,
    options: [homeOption(), outputOption()],
    examples: ["aegis-gateway status -o json"],
    run: async ({ options: { home, output } }) => {
      const config = configOf(home);
      const journal = openJournal(journalPath(home));
      const requests = journal.requests.counts();
      journal.close();
      const ready = await readiness(`http://${config.address}/ready`);
      print(io, output, { address: config.address, requests, ...ready });
    },
  });
}

async function readiness(url: string): Promise<object> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(PATIENCE_MS) });
    return (await response.json()) as object;
  } catch {
    throw new CommandError(`nobody serves at ${url}: aegis-gateway start`, EXIT.unreachable);
  }
}
