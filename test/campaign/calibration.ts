/** The calibration of the default model: its rejections and catch rates, against what is asked. */
import { mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Analysis } from "../../cmd/aegis-resource/calibrate/analyse.ts";
import { calibrate } from "../../cmd/aegis-resource/calibrate/calibrate.ts";
import type { CatchCount } from "../../cmd/aegis-resource/calibrate/catches.ts";
import type { HonestCell } from "../../cmd/aegis-resource/calibrate/honestCells.ts";
import type { BitsComparison } from "../../cmd/aegis-resource/calibrate/sameBits.ts";
import { columnTitle } from "../../cmd/aegis-resource/calibrate/tableFile.ts";
import { cacheFolder } from "../../cmd/setup/model.mjs";
import { realModel } from "../kit/realModel.ts";
import type { Campaign, Report } from "./report.ts";

const RESULTS = 32;
const NAME = "smollm2-135m-instruct-q4_1";
const CURVES = join(dirname(dirname(fileURLToPath(import.meta.url))), "reports", "calibration");

/** Length in tokens and temperature × 1000 of the targets. */
const TOKENS = 128;
const TEMPERATURE = 800;
/** Least percentage of held-out results that the cheap check must catch, by kind. */
const TARGETS: readonly (readonly [kind: string, percent: number])[] = [
  ["q4_0", 99],
  ["layer_dropped", 99],
  ["weight_noise", 99],
  ["other_model", 99],
  ["other_seed", 99],
  ["greedy", 99],
  ["prefilled_q4_0", 99],
  ["prefilled_layer_dropped", 99],
  ["prefilled_other_model", 99],
  ["forged", 99],
  ["edited_1", 90],
  ["edited_3", 99],
];
/** Kinds of which only the curve is asked for. */
const CURVE_KINDS = /^(temperature|prompt)_/;

const PERCENT = 100;

async function run(report: Report, args: readonly string[]): Promise<void> {
  const folder = join(cacheFolder(), "calibration");
  mkdirSync(folder, { recursive: true });
  const out = join(folder, `${NAME}.json`);
  const analysis = await calibrate({
    modelPath: await realModel(),
    out,
    svg: CURVES,
    results: Number(args[0] ?? RESULTS),
    threads: 1,
    seed: 1,
    signal: new AbortController().signal,
    note: (line) => report.progress(line),
  });
  honestFigures(report, analysis.honest);
  const missed = targetFigures(report, analysis);
  curveFigures(report, analysis.catches);
  replayFigure(report, analysis.catches);
  const bits = ({ positions, different }: BitsComparison): string => `${positions} / ${different}`;
  report.figure("positions by one prefill and by decoding / different", bits(analysis.withinClass));
  report.figure("positions run again with two threads / different", bits(analysis.threads));
  report.note(
    "All rates are of prompts that had no part in setting the limits. `results` counts draws of " +
      "measured texts, which resemble each other; `texts` are independent. `differing` are the " +
      "results with a token that the right run would not have picked. The curves are in " +
      "`calibration/`, the table and every count in `app/asli/tolerances/`.",
  );
  report.note(
    "A verifier of the executor's kernel class compares bit by bit, and rejects no honest result " +
      "by construction: the first figure counts the positions that say so. The limits, and the " +
      "honest rates by them, are of verifiers of another class.",
  );
  report.note(
    "What the limits miss: 2 % of noise moves log-probabilities less than honest runs of " +
      "other texts differ (lists of numbers, loops), so a limit that lets those pass lets " +
      "some of it pass; a greedy text soon repeats itself, and there every sampler picks " +
      "nearly the same tokens; a replaced token that was nearly as likely as the sampler's " +
      "own costs less than an honest rounding may. Verifiers of the same class, audits and " +
      "disputes find them all.",
  );
  if (missed.length > 0) throw new Error(`below what is asked: ${missed.join(", ")}`);
}

function honestFigures(report: Report, cells: readonly HonestCell[]): void {
  for (const cell of cells) {
    if (cell.tokens !== TOKENS) continue;
    const { texts, textsRejected, results, rejected, heldOut, fit } = cell;
    const rate = (value: number | undefined): string => value?.toExponential(1) ?? "unknown";
    report.figure(
      `honest, ${columnTitle(cell.column)}, ${TOKENS} tokens`,
      `${textsRejected} of ${texts} texts and ${rejected} of ${results} results rejected; ` +
        `estimated ${rate(fit?.estimate)} (at most ${rate(fit?.upper)}) where limits were set, ` +
        `${rate(heldOut?.estimate)} (at most ${rate(heldOut?.upper)}) held out`,
    );
  }
}

function targetFigures(report: Report, { catches }: Analysis): string[] {
  const missed: string[] = [];
  for (const [kind, percent] of TARGETS) {
    const count = find(catches, kind, TEMPERATURE, TOKENS);
    if (count === undefined) {
      missed.push(`${kind} was not measured`);
      continue;
    }
    const caught = count.differingCaughtWithinClass;
    const reached = (PERCENT * caught) / count.differing >= percent;
    const verdict = reached ? "reached" : "MISSED";
    report.figure(`${kind}, asked for ${percent} %`, `${described(count)}: ${verdict}`);
    if (!reached) missed.push(kind);
  }
  return missed;
}

function curveFigures(report: Report, catches: readonly CatchCount[]): void {
  for (const kind of new Set(catches.map((count) => count.kind))) {
    if (!CURVE_KINDS.test(kind)) continue;
    const curve = catches
      .filter((count) => count.kind === kind)
      .toSorted((a, b) => a.temperatureMilli - b.temperatureMilli || a.tokens - b.tokens);
    for (const temperature of new Set(curve.map((count) => count.temperatureMilli))) {
      const points = curve.filter((count) => count.temperatureMilli === temperature);
      const shares = (caught: (count: CatchCount) => number): string =>
        points
          .map((count) => `${count.tokens}: ${percentOf(caught(count), count.differing)}`)
          .join(", ");
      report.figure(
        `${kind} claimed as ${temperature}, by tokens`,
        `${shares((count) => count.differingCaughtWithinClass)}; by the limits ` +
          `${shares((count) => count.differingCaught)}`,
      );
    }
  }
}

/** Exact replay must find every result that differs. */
function replayFigure(report: Report, catches: readonly CatchCount[]): void {
  let differing = 0;
  let replayed = 0;
  for (const count of catches) {
    differing += count.differing;
    replayed += count.differingReplayed;
  }
  report.figure("differing results / found by exact replay", `${differing} / ${replayed}`);
  if (replayed !== differing) throw new Error("exact replay does not find every difference");
}

function find(
  catches: readonly CatchCount[],
  kind: string,
  temperatureMilli: number,
  tokens: number,
): CatchCount | undefined {
  return catches.find(
    (count) =>
      count.kind === kind && count.temperatureMilli === temperatureMilli && count.tokens === tokens,
  );
}

function described(count: CatchCount): string {
  const { results, differing } = count;
  return (
    `${percentOf(count.differingCaughtWithinClass, differing)} of ${differing} differing, ` +
    `${percentOf(count.caughtWithinClass, results)} of all ${results}; by the limits for other ` +
    `kernel classes ${percentOf(count.differingCaught, differing)} of the differing ones`
  );
}

function percentOf(part: number, whole: number): string {
  return whole === 0 ? "none" : `${((PERCENT * part) / whole).toFixed(1)} %`;
}

/** `npm run campaign -- calibration [RESULTS]`. */
export const campaign: Campaign = {
  name: "calibration",
  summary:
    "Limits of the default model reject an honest result less than once in 10,000, and the cheap " +
    "check catches cheats at the rates that are asked for.",
  run,
};
