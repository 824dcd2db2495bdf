/**
 * `aegis-resource`, the program of a resource node: parses the command line, runs one command and
 * exits with a documented code. Each command is a file of commands/.
 */
import { Command, CommanderError } from "commander";
import { command as check } from "./commands/check.ts";
import { command as doctor } from "./commands/doctor.ts";
import { command as infer } from "./commands/infer.ts";
import { command as init } from "./commands/init.ts";
import { EXIT, note } from "./commands/options.ts";
import { command as start } from "./commands/start.ts";
import { command as status } from "./commands/status.ts";
import { chainProbe } from "./doctor/chainProbe.ts";
import { oneLine } from "./engine/error.ts";

/** Commands in the order of the help page. */
const COMMANDS: readonly (() => Command)[] = [
  init,
  start,
  status,
  () => doctor(chainProbe),
  infer,
  check,
];

const HELP = `
Example:
  $ aegis-resource doctor --model model.gguf

Exit codes: ${EXIT.ok} done, ${EXIT.failure} failure, ${EXIT.usage} wrong command line, \
${EXIT.invalid} result not valid.`;

async function main(): Promise<void> {
  const program = new Command("aegis-resource")
    .description("A resource node of AegisAI: computes AI tasks and checks those of others.")
    .addHelpText("after", HELP);
  for (const make of COMMANDS) program.addCommand(make());
  for (const each of [program, ...program.commands]) each.exitOverride();
  try {
    await program.parseAsync();
  } catch (error) {
    process.exitCode = exitCode(error);
  }
}

function exitCode(error: unknown): number {
  if (error instanceof CommanderError) {
    // Commander has printed help, version or complaint by itself.
    return error.exitCode === EXIT.ok ? EXIT.ok : EXIT.usage;
  }
  note(`aegis-resource: ${oneLine(error)}`);
  return EXIT.failure;
}

await main();
