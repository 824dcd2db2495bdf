/** The curves of a calibration as SVG files: catch rates by length, and honest deficits. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { LOGIT_STEPS, MILLI } from "../../../app/asli/constants.ts";
import type { Analysis } from "./analyse.ts";
import { type CatchCount, CURVE_LENGTHS } from "./catches.ts";
import { sortedValues } from "./sample.ts";
import { type Series, svgChart } from "./svg.ts";
import { columnTitle } from "./tableFile.ts";
import { COLUMNS } from "./windows.ts";

/** Results that a point of a curve stands for at least. */
const RESULTS_MIN = 8;
const PERCENT = 100;
const PERCENT_TICKS = [0, 20, 40, 60, 80, 90, 100] as const;
const DEFICIT_TICKS = [0, 0.2, 0.4, 0.6, 0.8, 1, 1.2, 1.4] as const;
const CHANCE_TICKS = [1e-7, 1e-6, 1e-5, 1e-4, 1e-3, 1e-2, 1e-1] as const;
/** Points of an honest curve. */
const STEPS = 60;

/** Groups of kinds, so that a chart has few enough lines. */
const GROUPS: readonly (readonly [file: string, title: string, kinds: RegExp])[] = [
  ["weights", "other weights", /^(q4_0|layer|weight|other_model|prefilled|forged|fingerprint)/],
  ["sampling", "another sampler or prompt", /^(other_seed|greedy|temperature|prompt)/],
  ["edits", "replaced tokens", /^(edited|cut|end)/],
];

/** Writes all curves to `folder` and returns the files' names. */
export function writeCurves(analysis: Analysis, folder: string): string[] {
  mkdirSync(folder, { recursive: true });
  const files: string[] = [];
  const write = (name: string, svg: string): void => {
    writeFileSync(join(folder, name), svg);
    files.push(name);
  };
  const temperatures = new Set(analysis.catches.map((count) => count.temperatureMilli));
  for (const temperature of temperatures) {
    for (const [group, title, kinds] of GROUPS) {
      const series = catchSeries(analysis.catches, temperature, kinds);
      if (series.length === 0) continue;
      write(`catches-${group}-${temperature}.svg`, catchChart(title, temperature, series));
    }
  }
  write("honest-deficits.svg", honestChart(analysis));
  return files;
}

function catchSeries(
  catches: readonly CatchCount[],
  temperatureMilli: number,
  kinds: RegExp,
): Series[] {
  const lines = new Map<string, (readonly [number, number])[]>();
  for (const count of catches.toSorted((a, b) => a.tokens - b.tokens)) {
    if (count.temperatureMilli !== temperatureMilli || !kinds.test(count.kind)) continue;
    // A made-up fingerprint has the right tokens: there all results count.
    const made = count.kind.startsWith("fingerprint");
    const results = made ? count.results : count.differing;
    const caught = made ? count.caught : count.differingCaught;
    if (results < RESULTS_MIN) continue;
    const points = lines.get(count.kind) ?? [];
    points.push([count.tokens, (PERCENT * caught) / results]);
    lines.set(count.kind, points);
  }
  return [...lines].map(([name, points]) => ({ name, points }));
}

function catchChart(title: string, temperatureMilli: number, series: readonly Series[]): string {
  return svgChart({
    title: `Caught by the limits: ${title}, temperature ${temperatureMilli / MILLI}`,
    xLabel: "output tokens",
    yLabel: "% of held-out results whose tokens differ",
    series,
    xTicks: CURVE_LENGTHS,
    yTicks: PERCENT_TICKS,
    xLogarithmic: true,
    yLogarithmic: false,
  });
}

/** How often the deficit at one position of an honest text is above a value. */
function honestChart({ fit, heldOut }: Analysis): string {
  const series: Series[] = [];
  for (let column = 0; column < COLUMNS; column += 1) {
    for (const [half, sample] of [["limits", fit] as const, ["held out", heldOut] as const]) {
      const { deficits, positions } = sample.positions(column);
      const sorted = sortedValues(deficits);
      let total = 0;
      for (const count of positions.values()) total += count;
      if (sorted.length === 0) continue;
      const points: (readonly [number, number])[] = [];
      const largest = (sorted.at(-1) as number) / LOGIT_STEPS;
      for (let step = 0; step <= STEPS; step += 1) {
        const value = (largest * step) / STEPS;
        const above = sorted.length - firstAbove(sorted, value * LOGIT_STEPS);
        if (above > 0) points.push([value, above / total]);
      }
      series.push({ name: `${columnTitle(column)} (${half})`, points });
    }
  }
  return svgChart({
    title: "Honest deficits at one position",
    xLabel: "deficit in nat",
    yLabel: "share of positions above it",
    series,
    xTicks: DEFICIT_TICKS,
    yTicks: CHANCE_TICKS,
    xLogarithmic: false,
    yLogarithmic: true,
  });
}

function firstAbove(sorted: Float64Array, value: number): number {
  const at = sorted.findIndex((each) => each > value);
  return at < 0 ? sorted.length : at;
}
