/** `aegis-resource infer`: runs one job on a model file, without a chain. */
import { Command } from "commander";
import { execute } from "../../../app/asli/executor.ts";
import { parseJob } from "../../../app/asli/job.ts";
import { resultToJson } from "../../../app/asli/result.ts";
import { openEngine } from "../engine/engine.ts";
import { readJsonFile } from "./files.ts";
import {
  challengeOption,
  HELP_EXIT_CODES,
  jobOption,
  kernelClassOption,
  modelOption,
  note,
  print,
  threadsOption,
} from "./options.ts";

interface InferOptions {
  readonly model: string;
  readonly job: string;
  readonly threads: number;
  readonly kernelClass: string;
  readonly challenge?: Uint8Array;
}

const HELP = `
Runs whatever model file it is given and prints the result as JSON. A job that no node could answer
prints {"unservable": reason}.

A job: {"messages": [{"role": "user", "content": "Why is the sky blue?"}], "max_output_tokens": 64,
  "sampling": {"temperature_milli": 800}, "seed": "<64 hex digits>"}
and optionally "prompt" instead of "messages", "template", "context_length", "stop", and in
"sampling" "top_k" and "top_p_milli".

Example:
  $ aegis-resource infer --model model.gguf --job job.json > result.json
${HELP_EXIT_CODES}`;

/** The command. */
export function command(): Command {
  return new Command("infer")
    .summary("run one job on a model file and print the result")
    .description("Run one job on a model file and print the result as JSON.")
    .addOption(modelOption())
    .addOption(jobOption())
    .addOption(challengeOption())
    .addOption(threadsOption())
    .addOption(kernelClassOption())
    .addHelpText("after", HELP)
    .action(infer);
}

async function infer(options: InferOptions): Promise<void> {
  const job = parseJob(await readJsonFile(options.job, "job"));
  const engine = await openEngine({
    modelPath: options.model,
    contextLength: job.contextLength,
    threads: options.threads,
    kernelClass: options.kernelClass,
  });
  try {
    note(`model ${engine.model.sha256}, ${engine.library}, ${engine.kernelClass}`);
    const { challenge } = options;
    const outcome = await execute(engine, job, challenge === undefined ? {} : { challenge });
    print("result" in outcome ? resultToJson(outcome.result) : outcome);
  } finally {
    await engine.close();
  }
}
