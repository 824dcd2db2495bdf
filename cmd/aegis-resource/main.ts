/**
 * `aegis-resource`, the program of a resource node: parses the command line, runs one command and
 * exits with a documented code. Each command is a file of commands/.
 */
import { Command, CommanderError } from "commander";
import { endOnClosedPipe } from "../lib/closedPipe.ts";
import { EXIT, note } from "./commands/options.ts";
import { oneLine } from "./engine/error.ts";

/**
 * Commands in the order of the help page. Each is loaded only when it is needed: some bring the
 * whole daemon along, which `infer` and `check` shall not wait for.
 */
const COMMANDS: ReadonlyMap<string, () => Promise<Command>> = new Map([
  ["init", async () => (await import("./commands/init.ts")).command()],
  ["start", async () => (await import("./commands/start.ts")).command()],
  ["status", async () => (await import("./commands/status.ts")).command()],
  ["doctor", doctorCommand],
  ["infer", async () => (await import("./commands/infer.ts")).command()],
  ["check", async () => (await import("./commands/check.ts")).command()],
  ["calibrate", async () => (await import("./commands/calibrate.ts")).command()],
]);

async function doctorCommand(): Promise<Command> {
  const { command } = await import("./commands/doctor.ts");
  return command(async (home) => (await import("./doctor/chainProbe.ts")).chainProbe(home));
}

const HELP = `
Example:
  $ aegis-resource doctor --model model.gguf

Exit codes: ${EXIT.ok} done, ${EXIT.failure} failure, ${EXIT.usage} wrong command line, \
${EXIT.invalid} result not valid.`;

async function main(): Promise<void> {
  const program = new Command("aegis-resource")
    .description("A resource node of AegisAI: computes AI tasks and checks those of others.")
    .addHelpText("after", HELP);
  const named = COMMANDS.get(process.argv[2] ?? "");
  const needed = named === undefined ? [...COMMANDS.values()] : [named];
  for (const load of needed) program.addCommand(await load());
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

endOnClosedPipe();
await main();
