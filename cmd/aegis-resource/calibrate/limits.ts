/**
 * Limits from honest results: for every statistic the value that is exceeded with a chosen small
 * probability, and what the limits of a whole cell together reject.
 */
import { CALIBRATION_LENGTHS } from "../../../app/asli/constants.ts";
import { type Limits, NO_LIMIT } from "../../../app/asli/tolerances.ts";
import { Prng } from "./prng.ts";
import { type HonestSample, sortedValues } from "./sample.ts";
import { fitTail, type Tail, type TailForm, tailChance, tailQuantile } from "./tail.ts";
import {
  COLUMNS,
  LENGTHS,
  ROW_LONGEST,
  ROWS,
  rowOf,
  type Statistic,
  STATISTICS,
} from "./windows.ts";

/**
 * How often an honest result may exceed the limit of each statistic: together 1 in 10,000. The
 * largest deficit has most of it, because it alone finds a single edited token.
 */
const CHANCES: Readonly<Record<Statistic, number>> = {
  deficit_sum: 4e-6,
  deficit_count: 4e-6,
  deficit_max: 8e-5,
  chosen_sum: 4e-6,
  probe_sum: 4e-6,
  probe_count: 4e-6,
};
const COUNTS: ReadonlySet<Statistic> = new Set(["deficit_count", "probe_count"]);
const MEANS: ReadonlySet<Statistic> = new Set(["chosen_sum", "probe_sum"]);
/** Tokens from which on a mean over positions has a normal tail. */
const MANY_TOKENS = 17;

/** Share of the results, and of the deficits above 0, that tails are fitted to. */
const RESULT_TAIL = 0.1;
const DEFICIT_TAIL = 0.01;

/** A limit is at least this far above the largest value seen: a factor, or for counts one more. */
const MARGIN = 1.1;
const MARGIN_COUNT = 1;
/** Prompts that a length must have results of before it sets a limit. */
const PROMPTS_MIN = 8;

/** Rows in which the table only bounds the largest deficit, and a same-class verifier replays. */
const REPLAY_ROWS = 2;

const REPLICATES = 200;
const CONFIDENCE = 0.95;
const BOOTSTRAP_SEED = 11;

/** The table's limits, by row and column, from one half's honest results. */
export function limitsOf(sample: HonestSample): Limits[] {
  const table: Limits[] = [];
  for (let row = 0; row < ROWS; row += 1) {
    const cells = Array.from({ length: COLUMNS }, (_, column) =>
      cellLimits(sample, row, column, table[(row - 1) * COLUMNS + column]),
    );
    const [zero, cold, ...warm] = cells as [Limits, Limits, ...Limits[]];
    table.push(looser(zero, cold), cold, ...warm);
  }
  return table;
}

/**
 * The looser limit of each statistic. At temperature 0 a text has one draw only, so that its own
 * results alone would set limits too tight; no other temperature is nearer than the coldest.
 */
function looser(a: Limits, b: Limits): Limits {
  return {
    deficitSumPer1000: Math.max(a.deficitSumPer1000, b.deficitSumPer1000),
    deficitCountPer1000: Math.max(a.deficitCountPer1000, b.deficitCountPer1000),
    deficitMax: Math.max(a.deficitMax, b.deficitMax),
    chosenSumPer1000: Math.max(a.chosenSumPer1000, b.chosenSumPer1000),
    probeSumPer1000: Math.max(a.probeSumPer1000, b.probeSumPer1000),
    probeCountPer1000: Math.max(a.probeCountPer1000, b.probeCountPer1000),
    replay: a.replay,
  };
}

function cellLimits(
  sample: HonestSample,
  row: number,
  column: number,
  shorter: Limits | undefined,
): Limits {
  const deficitMax = Math.ceil(deficitQuantile(sample, ROW_LONGEST[row] as number));
  if (row < REPLAY_ROWS) return { ...NO_LIMITS, deficitMax, replay: true };
  // Where there are too few long results, the limit of the row of shorter ones is the safe one.
  const limit = (statistic: Statistic, otherwise: number | undefined): number =>
    rowLimit(sample, row, column, statistic) ?? otherwise ?? NO_LIMIT;
  // One deficit that is allowed must not be too much for the sum of a short result.
  const oneDeficit = Math.ceil((deficitMax * 1_000) / (CALIBRATION_LENGTHS[row] as number));
  return {
    deficitSumPer1000: Math.max(oneDeficit, limit("deficit_sum", shorter?.deficitSumPer1000)),
    deficitCountPer1000: limit("deficit_count", shorter?.deficitCountPer1000),
    deficitMax,
    chosenSumPer1000: limit("chosen_sum", shorter?.chosenSumPer1000),
    probeSumPer1000: limit("probe_sum", shorter?.probeSumPer1000),
    probeCountPer1000: limit("probe_count", shorter?.probeCountPer1000),
    replay: false,
  };
}

const NO_LIMITS: Omit<Limits, "deficitMax"> = {
  deficitSumPer1000: NO_LIMIT,
  deficitCountPer1000: NO_LIMIT,
  chosenSumPer1000: NO_LIMIT,
  probeSumPer1000: NO_LIMIT,
  probeCountPer1000: NO_LIMIT,
  replay: false,
};

/** The limit per 1,000 tokens that holds at every length of a row; undefined without results. */
function rowLimit(
  sample: HonestSample,
  row: number,
  column: number,
  statistic: Statistic,
): number | undefined {
  const limits: number[] = [];
  for (const tokens of LENGTHS) {
    if (rowOf(tokens) !== row) continue;
    const values = sample.values(column, tokens, statistic);
    if (values.size < PROMPTS_MIN) continue;
    const sorted = sortedValues(values);
    const largest = sorted.at(-1) as number;
    const quantile = tailQuantile(resultTail(sorted, statistic, tokens), CHANCES[statistic]);
    const least = COUNTS.has(statistic) ? largest + MARGIN_COUNT : largest * MARGIN;
    limits.push(Math.ceil((Math.max(quantile, least) * 1_000) / tokens));
  }
  if (limits.length === 0) return undefined;
  // No more than all positions can count: a limit above that is none, and no model may have it.
  return Math.min(COUNTS.has(statistic) ? 1_000 : NO_LIMIT, Math.max(...limits));
}

function resultTail(sorted: Float64Array, statistic: Statistic, tokens: number): Tail {
  const mean = MEANS.has(statistic) && tokens >= MANY_TOKENS;
  const form: TailForm = mean ? "normal" : "exponential";
  return fitTail(sorted, RESULT_TAIL, form);
}

/** Largest deficit of one position that a result of `tokens` tokens may have. */
function deficitQuantile(sample: HonestSample, tokens: number): number {
  const tail = positionTail(sample);
  return tail === undefined ? 0 : tailQuantile(tail, CHANCES.deficit_max / tokens);
}

/**
 * Tail of the deficit at one position; undefined when none was ever above 0. A deficit says how far
 * logits differ, whatever the temperature is, and its tail is made by few positions: so all columns
 * share theirs. Temperature 0 adds none, because there a draw shows nothing that the text did not.
 */
function positionTail(sample: HonestSample, prompts?: readonly number[]): Tail | undefined {
  const all: Float64Array[] = [];
  let total = 0;
  for (let column = 1; column < COLUMNS; column += 1) {
    const { deficits, positions } = sample.positions(column);
    const chosen = prompts ?? [...positions.keys()];
    all.push(sortedValues(deficits, chosen));
    for (const prompt of chosen) total += positions.get(prompt) ?? 0;
  }
  const sorted = Float64Array.from(all.flatMap((list) => [...list])).sort();
  if (sorted.length === 0) return undefined;
  const tail = fitTail(sorted, DEFICIT_TAIL, "exponential");
  return { ...tail, share: (tail.share * sorted.length) / total };
}

/** How often honest results are rejected: estimated, and the end of its confidence interval. */
export interface RejectEstimate {
  readonly estimate: number;
  /** Upper end of the one-sided 95 % interval over prompts. */
  readonly upper: number;
}

/** Estimates rejections by the results of one half, and by drawing its prompts again and again. */
export class RejectEstimator {
  readonly #sample: HonestSample;
  readonly #draws: readonly PromptDraw[];

  constructor(sample: HonestSample) {
    this.#sample = sample;
    const prompts = sample.prompts();
    const random = new Prng(BOOTSTRAP_SEED);
    this.#draws = Array.from({ length: REPLICATES + 1 }, (_, at) => {
      const drawn = prompts.map(() => prompts[random.below(prompts.length)] as number);
      // The first is no draw, but the prompts themselves.
      const chosen = at === 0 ? prompts : drawn;
      return { prompts: chosen, tail: positionTail(sample, chosen) };
    });
  }

  /** What `limits` reject of honest results of `tokens` tokens; undefined with too few prompts. */
  estimate(column: number, tokens: number, limits: Limits): RejectEstimate | undefined {
    if (this.#sample.values(column, tokens, STATISTICS[0]).size < PROMPTS_MIN) return undefined;
    const [estimate = 0, ...others] = this.#draws.map((draw) =>
      rejectChance(this.#sample, column, tokens, limits, draw),
    );
    const sorted = others.toSorted((a, b) => a - b);
    return { estimate, upper: sorted[Math.floor(REPLICATES * CONFIDENCE)] as number };
  }
}

/** Prompts drawn with replacement, with the tail of their positions. */
interface PromptDraw {
  readonly prompts: readonly number[];
  readonly tail: Tail | undefined;
}

/** The sum over statistics: no less than the chance that any of them is exceeded. */
function rejectChance(
  sample: HonestSample,
  column: number,
  tokens: number,
  limits: Limits,
  { prompts, tail }: PromptDraw,
): number {
  let chance = tail === undefined ? 0 : tokens * tailChance(tail, limits.deficitMax);
  for (const [statistic, per1000] of sumLimits(limits)) {
    if (per1000 === NO_LIMIT) continue;
    const sorted = sortedValues(sample.values(column, tokens, statistic), prompts);
    if (sorted.length === 0) continue;
    const limit = (per1000 * tokens) / 1_000;
    // A count above its limit is at least the next integer.
    const reached = COUNTS.has(statistic) ? Math.floor(limit) + 0.5 : limit;
    chance += tailChance(resultTail(sorted, statistic, tokens), reached);
  }
  return Math.min(1, chance);
}

function sumLimits(limits: Limits): readonly (readonly [Statistic, number])[] {
  return [
    ["deficit_sum", limits.deficitSumPer1000],
    ["deficit_count", limits.deficitCountPer1000],
    ["chosen_sum", limits.chosenSumPer1000],
    ["probe_sum", limits.probeSumPer1000],
    ["probe_count", limits.probeCountPer1000],
  ];
}
