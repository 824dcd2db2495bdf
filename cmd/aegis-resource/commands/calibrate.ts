/** `aegis-resource calibrate`: measures a model and writes its table of tolerances. */
import { accessSync, constants } from "node:fs";
import { dirname, resolve } from "node:path";
import { Command, InvalidArgumentError, Option } from "commander";
import { calibrate, measurementsPath } from "../calibrate/calibrate.ts";
import { stopSignal } from "../../lib/stopSignal.ts";
import { CalibrationError } from "../calibrate/error.ts";
import { oneLine } from "../engine/error.ts";
import { EXIT, modelOption, note, threadsOption } from "./options.ts";

interface CalibrateCommandOptions {
  readonly model: string;
  readonly out: string;
  readonly results: number;
  readonly threads: number;
  readonly seed: number;
  readonly svg?: string;
}

/** Prompts by default: about an hour of one core for the default model. */
const RESULTS_DEFAULT = 48;
const RESULTS_MIN = 8;
const RESULTS_MAX = 10_000;
const SEED_MAX = 0xffff_ffff;

const HELP = `
Measures honest results (two kernel classes, batch shapes, threads, many kinds of prompt) and
dishonest ones (damaged copies of the model file, other prompts, other sampling, edits), sets limits
so that an honest result is rejected less than once in 10,000, and writes one JSON file: the table
for --tolerances and for a model's registration, and how often each cheat is caught.

Everything that was measured stays in a file beside the output (NAME.measurements.jsonl, about 4 MB
for each result), so an interrupted calibration goes on where it stopped. Copies of the model, about
five times its size, lie in the folder for temporary files while it runs.

Example:
  $ aegis-resource calibrate --model model.gguf --out model.json --svg curves

Exit codes: ${EXIT.ok} done, ${EXIT.failure} failure or interrupted, \
${EXIT.usage} wrong command line.`;

/** The command. */
export function command(): Command {
  return new Command("calibrate")
    .summary("measure a model and write its table of tolerances")
    .description(
      "Measure a model and write its table of tolerances, with how often cheats are caught.",
    )
    .addOption(modelOption())
    .option("--out <file>", "table to write (JSON)", "calibration.json")
    .addOption(
      integerOption("--results <n>", "prompts, each with a result per temperature", [
        RESULTS_MIN,
        RESULTS_MAX,
      ]).default(RESULTS_DEFAULT),
    )
    .addOption(threadsOption())
    .addOption(
      integerOption("--seed <n>", "another seed measures other texts", [0, SEED_MAX]).default(1),
    )
    .option("--svg <dir>", "also write curves there (SVG)")
    .addHelpText("after", HELP)
    .action(run);
}

function integerOption(
  flags: string,
  description: string,
  [least, most]: readonly [number, number],
): Option {
  return new Option(flags, description).argParser((text) => {
    const value = Number(text);
    if (/^\d+$/.test(text) && value >= least && value <= most) return value;
    throw new InvalidArgumentError(`expected an integer from ${least} to ${most}`);
  });
}

async function run({ model, ...options }: CalibrateCommandOptions): Promise<void> {
  checkFolder(options.out);
  note(`measurements: ${measurementsPath(options.out)}`);
  await calibrate({ ...options, modelPath: model, signal: stopSignal(note), note });
}

/** Nobody shall measure for an hour and then learn that there is no such folder. */
function checkFolder(out: string): void {
  try {
    accessSync(dirname(resolve(out)), constants.W_OK);
  } catch (error) {
    throw new CalibrationError("output_unwritable", `cannot write ${out} (${oneLine(error)})`);
  }
}
