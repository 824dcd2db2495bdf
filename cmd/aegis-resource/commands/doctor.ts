/** `aegis-resource doctor`: looks at everything that a node depends on, and says what to do. */
import { Command } from "commander";
import { type ChainProbe, diagnose, type Finding } from "../doctor/diagnose.ts";
import {
  EXIT,
  HELP_EXIT_CODES,
  kernelClassOption,
  modelOption,
  print,
  threadsOption,
} from "./options.ts";

interface DoctorOptions {
  readonly model: string;
  readonly home?: string;
  readonly threads: number;
  readonly kernelClass: string;
  readonly output: string;
}

const HELP = `
Looks at the model file, the engine, the CPU, the free memory and the speed, and with --home also at
the chain, the balance and the stake. Fails when something would keep a node from working.

Example:
  $ aegis-resource doctor --model model.gguf --home ~/.aegis-resource
${HELP_EXIT_CODES}`;

const MARKS: Record<Finding["state"], string> = {
  ok: "ok     ",
  warning: "warning",
  failed: "FAILED ",
};

/** The command; `chainProbe` looks at the chain as the node's home says. */
export function command(chainProbe?: ChainProbe): Command {
  return new Command("doctor")
    .summary("look at everything that a node depends on")
    .description("Look at everything that a resource node depends on, and say what to do.")
    .addOption(modelOption())
    .option("--home <dir>", "home of the node, to look at its chain, balance and stake too")
    .addOption(threadsOption())
    .addOption(kernelClassOption())
    .option("--output <format>", "text or json", "text")
    .addHelpText("after", HELP)
    .action((options: DoctorOptions) => doctor(options, chainProbe));
}

async function doctor(options: DoctorOptions, chainProbe: ChainProbe | undefined): Promise<void> {
  const findings: Finding[] = [];
  const json = options.output === "json";
  const { model: modelPath, threads, kernelClass, home } = options;
  const subject = { modelPath, threads, kernelClass, home };
  for await (const finding of diagnose(subject, chainProbe)) {
    findings.push(finding);
    if (!json) process.stdout.write(`${line(finding)}\n`);
  }
  if (json) print(findings);
  const failed = findings.some(({ state }) => state === "failed");
  process.exitCode = failed ? EXIT.failure : EXIT.ok;
}

function line({ state, name, detail, advice }: Finding): string {
  const what = `${MARKS[state]}  ${name}: ${detail}`;
  return advice === undefined ? what : `${what}\n         ${advice}`;
}
