/** A whole calibration: measures what is not measured yet, analyses, writes table and curves. */
import { randomBytes } from "node:crypto";
import { renameSync, rmSync, writeFileSync } from "node:fs";
import { basename } from "node:path";
import { machineLine } from "../../lib/machine.ts";
import { openEngine } from "../engine/engine.ts";
import { oneLine } from "../engine/error.ts";
import { type Analysis, analyse } from "./analyse.ts";
import { checkModel, Copies } from "./copies.ts";
import { writeCurves } from "./curves.ts";
import { CalibrationError } from "./error.ts";
import { Measurer } from "./measure.ts";
import { plan } from "./plan.ts";
import { Progress } from "./progress.ts";
import { Measurements } from "./records.ts";
import { tableText } from "./tableFile.ts";

/** What to calibrate, and where to. */
export interface CalibrateOptions {
  /** Path of the model file (GGUF). */
  readonly modelPath: string;
  /** Path of the table to write; measurements are kept beside it. */
  readonly out: string;
  /** Honest results at each temperature: one per prompt. */
  readonly results: number;
  readonly threads: number;
  /** Makes another calibration of the same model. */
  readonly seed: number;
  /** Longest output in tokens, if shorter ones shall do. */
  readonly tokensMax?: number;
  /** Folder for the curves, if they are wanted. */
  readonly svg?: string;
  readonly signal: AbortSignal;
  /** Tells a person how far it is. */
  readonly note: (line: string) => void;
}

/**
 * Calibrates a model.
 * @throws CalibrationError; EngineError of a model that cannot be loaded; the signal's reason as
 * `interrupted`.
 */
export async function calibrate(options: CalibrateOptions): Promise<Analysis> {
  try {
    return await calibrateModel(options);
  } catch (error) {
    if (!options.signal.aborted || error instanceof CalibrationError) throw error;
    throw new CalibrationError(
      "interrupted",
      `stopped; ${measurementsPath(options.out)} keeps what was measured: ` +
        "the same command goes on from there",
    );
  }
}

/** Where the measurements of a table are kept. */
export function measurementsPath(out: string): string {
  return `${out.replace(/\.json$/, "")}.measurements.jsonl`;
}

async function calibrateModel(options: CalibrateOptions): Promise<Analysis> {
  const { modelPath, threads, seed, signal, note } = options;
  checkModel(modelPath);
  const copies = new Copies(modelPath);
  const right = await openEngine({ modelPath, threads });
  try {
    const { model, library } = right;
    note(`model ${model.sha256}, ${library}, ${right.kernelClass}`);
    const header = { model_sha256: model.sha256, seed, engine: library };
    const measurements = Measurements.open(measurementsPath(options.out), header);
    const measurer = new Measurer(right, measurements, {
      modelPath,
      threads,
      seed,
      signal,
      copies,
    });
    const kernelClasses = [right.kernelClass];
    try {
      await measure(measurer, measurements, options);
      const other = await measurer.otherClass();
      if (other !== undefined) kernelClasses.push(other);
    } finally {
      await measurer.close();
    }
    const analysis = await analyseAll(measurements, model, options);
    write(analysis, { ...options, modelSha256: model.sha256, engine: library, kernelClasses });
    return analysis;
  } finally {
    await right.close();
    copies.remove();
  }
}

async function measure(
  measurer: Measurer,
  measurements: Measurements,
  { results, tokensMax, signal, note }: CalibrateOptions,
): Promise<void> {
  const steps = plan(results, tokensMax);
  const missing = steps.filter(({ id }) => !measurements.has(id));
  note(`${steps.length} texts to measure, ${steps.length - missing.length} of them done before`);
  const progress = new Progress("measuring", note);
  for (const [at, step] of missing.entries()) {
    signal.throwIfAborted();
    await measurer.run(step);
    progress.update((at + 1) / missing.length);
  }
}

async function analyseAll(
  measurements: Measurements,
  facts: Parameters<typeof analyse>[1],
  { results, seed, signal, note }: CalibrateOptions,
): Promise<Analysis> {
  const progress = new Progress("analysing", note);
  const onProgress = (share: number): void => progress.update(share);
  return analyse(measurements, facts, { prompts: results, seed }, { signal, onProgress });
}

interface Written extends CalibrateOptions {
  readonly modelSha256: string;
  readonly engine: string;
  readonly kernelClasses: readonly string[];
}

function write(analysis: Analysis, written: Written): void {
  const { out, results, svg, note } = written;
  const text = tableText(analysis, {
    name: basename(out, ".json"),
    modelSha256: written.modelSha256,
    command: commandOf(written),
    machine: machineLine(),
    engine: written.engine,
    kernelClasses: written.kernelClasses,
    date: new Date().toISOString().slice(0, "2026-11-23".length),
    prompts: results,
  });
  const aside = `${out}.${randomBytes(4).toString("hex")}`;
  try {
    writeFileSync(aside, text);
    renameSync(aside, out);
    note(`wrote ${out}`);
    if (svg !== undefined) note(`wrote ${writeCurves(analysis, svg).length} curves to ${svg}`);
  } catch (error) {
    rmSync(aside, { force: true });
    throw new CalibrationError("output_unwritable", `cannot write ${out} (${oneLine(error)})`);
  }
}

/** The command line that makes the same table, without the folders of this machine. */
function commandOf({ modelPath, out, results, threads, seed }: CalibrateOptions): string {
  return [
    `aegis-resource calibrate --model ${basename(modelPath)} --out ${basename(out)}`,
    `--results ${results} --threads ${threads} --seed ${seed}`,
  ].join(" ");
}
