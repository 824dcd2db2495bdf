/** From measurements to a table of tolerances: limits on one half, rates on the other. */
import { setImmediate } from "node:timers/promises";
import type { Tolerances } from "../../../app/asli/tolerances.ts";
import { type CatchCount, Catches } from "./catches.ts";
import type { ModelFacts } from "./cheats.ts";
import { CalibrationError } from "./error.ts";
import { type HonestCell, HonestCounts, type KeptCheck } from "./honestCells.ts";
import { honestChecks } from "./honest.ts";
import { limitsOf } from "./limits.ts";
import { calibrationPrompt } from "./prompts.ts";
import type { Measurements, TextRecord } from "./records.ts";
import { HonestSample } from "./sample.ts";
import { type BitsComparison, compareShapes, compareThreads } from "./sameBits.ts";
import { type Bounds, columnOf } from "./windows.ts";

/**
 * Clip, bounds and slack, chosen by looking at measurements of the default model. The clip is above
 * any honest deficit and keeps one forged token from outweighing a whole text. With less
 * slack, honest tokens at the edge of a `top_p` cut cost up to 2 nat, most of all when it is cold.
 */
export const BOUNDS: Bounds & { readonly topPSlackMilli: number } = {
  deficitClip: 4_096,
  deficitBound: 512,
  probeBound: 358,
  topPSlackMilli: 150,
};

/** Texts of one half that the table needs at least. */
const TEXTS_MIN = 4;

/** What a calibration found. */
export interface Analysis {
  readonly tolerances: Omit<Tolerances, "name">;
  readonly honest: readonly HonestCell[];
  readonly catches: readonly CatchCount[];
  readonly threads: BitsComparison;
  readonly withinClass: BitsComparison;
  /** Honest samples of both halves, for the curves. */
  readonly fit: HonestSample;
  readonly heldOut: HonestSample;
}

/** How far it is, from 0 to 1; returns often, so that an interrupt is heard. */
export interface AnalyseHooks {
  readonly signal: AbortSignal;
  readonly onProgress: (share: number) => void;
}

/** Shares of the time that the parts of an analysis take. */
const HONEST_SHARE = 0.4;

/**
 * Analyses measurements.
 * @throws CalibrationError `too_few_results`; the signal's reason.
 */
export async function analyse(
  measurements: Measurements,
  facts: ModelFacts,
  { prompts, seed }: { readonly prompts: number; readonly seed: number },
  hooks: AnalyseHooks,
): Promise<Analysis> {
  const texts = [...measurements.all()].filter(({ prompt }) => prompt < prompts);
  if (texts.filter(({ kind }) => kind === "honest").length < TEXTS_MIN) {
    throw new CalibrationError("too_few_results", "too few texts: give more --results");
  }
  const withinClass = compareShapes(measurements);
  const exact = withinClass.positions > 0 && withinClass.different === 0;
  const fit = new HonestSample(BOUNDS);
  const heldOut = new HonestSample(BOUNDS);
  const kept: KeptCheck[] = [];
  await each(texts, hooks, [0, HONEST_SHARE], (text) => {
    if (text.kind !== "honest") return;
    const held = calibrationPrompt(text.prompt).heldOut;
    const column = columnOf(text.temperature_milli);
    for (const check of honestChecks(measurements, text, { seed, ...BOUNDS })) {
      // Where one class is compared bit by bit, limits judge those of other classes alone.
      if (!exact || check.pair === "other_class") {
        const sample = held ? heldOut : fit;
        sample.addPositions(text.prompt, column, check.deficits);
        if (check.measured) sample.addResults(text.prompt, column, check.measured);
      }
      if (check.measured === undefined) continue;
      if (held) kept.push({ column, check, measured: check.measured });
    }
  });
  const limits = limitsOf(fit);
  const honest = new HonestCounts({ ...BOUNDS, limits, exact });
  for (const check of kept) honest.add(check);
  honest.estimate(fit, heldOut);
  const catches = new Catches({ ...BOUNDS, limits, exact }, seed);
  await each(texts, hooks, [HONEST_SHARE, 1], (text) => {
    if (calibrationPrompt(text.prompt).heldOut) catches.addText(measurements, text, facts);
  });
  return {
    tolerances: { ...BOUNDS, exact, limits },
    honest: honest.cells,
    catches: catches.counts,
    threads: compareThreads(measurements),
    withinClass,
    fit,
    heldOut,
  };
}

async function each(
  texts: readonly TextRecord[],
  { signal, onProgress }: AnalyseHooks,
  [from, to]: readonly [number, number],
  action: (text: TextRecord) => void,
): Promise<void> {
  for (const [at, text] of texts.entries()) {
    action(text);
    onProgress(from + ((to - from) * (at + 1)) / texts.length);
    // Signals are only heard between turns of the event loop.
    await setImmediate();
    signal.throwIfAborted();
  }
}
