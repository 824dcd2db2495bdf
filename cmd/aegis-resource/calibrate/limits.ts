/**
 * Limits from honest results: for every statistic the value that is exceeded with a chosen small
 * probability, and what the limits of a whole cell together reject.
 */
import { type Limits, NO_LIMIT } from "../../../app/asli/tolerances.ts";
import { Prng } from "./prng.ts";
import { type HonestSample, sortedValues } from "./sample.ts";
import { fitTail, type Tail, tailChance, tailQuantile } from "./tail.ts";
import { COLUMNS, LENGTHS, ROW_LONGEST, ROWS, rowOf, STATISTICS } from "./windows.ts";

/** How often an honest result may exceed the limit of each statistic, in the order of those. */
const CHANCES: readonly number[] = [4e-6, 4e-6, 2e-5, 4e-6, 4e-6, 4e-6];
const DEFICIT_MAX = STATISTICS.indexOf("deficit_max");
const COUNTS: ReadonlySet<number> = new Set([
  STATISTICS.indexOf("deficit_count"),
  STATISTICS.indexOf("probe_count"),
]);

/** A limit is never nearer to the largest value seen than this. */
const MARGIN = 1.15;
const MARGIN_COUNT = 1;
/** Prompts that a length must have results of before it sets a limit. */
const PROMPTS_MIN = 8;

/** Rows in which the table only bounds the largest deficit, and a same-class verifier replays. */
const REPLAY_ROWS = 2;

/** Share of the largest position deficits that their tail is fitted to. */
const POSITION_TAIL = 0.1;

const REPLICATES = 200;
const CONFIDENCE = 0.95;
const BOOTSTRAP_SEED = 11;

/** The table's limits, by row and column, from one half's honest results. */
export function limitsOf(sample: HonestSample): Limits[] {
  const table: Limits[] = [];
  for (let row = 0; row < ROWS; row += 1) {
    for (let column = 0; column < COLUMNS; column += 1) {
      table.push(cellLimits(sample, row, column, table[(row - 1) * COLUMNS + column]));
    }
  }
  return table;
}

function cellLimits(
  sample: HonestSample,
  row: number,
  column: number,
  above: Limits | undefined,
): Limits {
  const deficitMax = Math.ceil(deficitQuantile(sample, column, ROW_LONGEST[row] as number));
  if (row < REPLAY_ROWS) return { ...NO_LIMITS, deficitMax, replay: true };
  const limit = (statistic: number, shorter: number | undefined): number =>
    rowLimit(sample, row, column, statistic) ?? shorter ?? NO_LIMIT;
  return {
    deficitSumPer1000: limit(0, above?.deficitSumPer1000),
    deficitCountPer1000: limit(1, above?.deficitCountPer1000),
    deficitMax,
    chosenSumPer1000: limit(3, above?.chosenSumPer1000),
    probeSumPer1000: limit(4, above?.probeSumPer1000),
    probeCountPer1000: limit(5, above?.probeCountPer1000),
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
  statistic: number,
): number | undefined {
  const limits: number[] = [];
  for (const tokens of LENGTHS) {
    if (rowOf(tokens) !== row) continue;
    const values = sample.values(column, tokens, statistic);
    if (values.size < PROMPTS_MIN) continue;
    const sorted = sortedValues(values);
    const largest = sorted.at(-1) as number;
    const quantile = tailQuantile(fitTail(sorted), CHANCES[statistic] as number);
    const least = COUNTS.has(statistic) ? largest + MARGIN_COUNT : largest * MARGIN;
    limits.push(Math.ceil((Math.max(quantile, least) * 1_000) / tokens));
  }
  return limits.length === 0 ? undefined : Math.max(...limits);
}

/** Largest deficit of one position that a result of `tokens` tokens may have. */
function deficitQuantile(sample: HonestSample, column: number, tokens: number): number {
  const tail = positionTail(sample, column);
  const chance = (CHANCES[DEFICIT_MAX] as number) / tokens;
  return tail === undefined ? 0 : tailQuantile(tail, chance);
}

/** Tail of the deficit at one position; undefined when no deficit was ever above 0. */
function positionTail(
  sample: HonestSample,
  column: number,
  prompts?: readonly number[],
): Tail | undefined {
  const { deficits, positions } = sample.positions(column);
  const chosen = prompts ?? [...positions.keys()];
  const sorted = sortedValues(deficits, chosen);
  if (sorted.length === 0) return undefined;
  let total = 0;
  for (const prompt of chosen) total += positions.get(prompt) ?? 0;
  const tail = fitTail(sorted, POSITION_TAIL);
  return { ...tail, share: (tail.share * sorted.length) / total };
}

/** How often honest results are rejected: estimated, and the end of its confidence interval. */
export interface RejectEstimate {
  readonly estimate: number;
  /** Upper end of the one-sided 95 % interval over prompts. */
  readonly upper: number;
}

/** What `limits` reject of honest results of `tokens` tokens like those of `sample`. */
export function rejectEstimate(
  sample: HonestSample,
  column: number,
  tokens: number,
  limits: Limits,
): RejectEstimate | undefined {
  const prompts = [...sample.values(column, tokens, 0).keys()];
  if (prompts.length < PROMPTS_MIN) return undefined;
  const estimate = rejectChance(sample, column, tokens, limits, prompts);
  const random = new Prng(BOOTSTRAP_SEED);
  const replicates = Array.from({ length: REPLICATES }, () => {
    const again = prompts.map(() => prompts[random.below(prompts.length)] as number);
    return rejectChance(sample, column, tokens, limits, again);
  }).toSorted((a, b) => a - b);
  return { estimate, upper: replicates[Math.floor(REPLICATES * CONFIDENCE)] as number };
}

function rejectChance(
  sample: HonestSample,
  column: number,
  tokens: number,
  limits: Limits,
  prompts: readonly number[],
): number {
  const tail = positionTail(sample, column, prompts);
  let chance = tail === undefined ? 0 : tokens * tailChance(tail, limits.deficitMax);
  for (const [statistic, per1000] of sumLimits(limits)) {
    if (per1000 === NO_LIMIT) continue;
    const sorted = sortedValues(sample.values(column, tokens, statistic), prompts);
    const limit = (per1000 * tokens) / 1_000;
    // A count above its limit is at least the next integer.
    const reached = COUNTS.has(statistic) ? Math.floor(limit) + 0.5 : limit;
    chance += tailChance(fitTail(sorted), reached);
  }
  return Math.min(1, chance);
}

function sumLimits(limits: Limits): readonly (readonly [number, number])[] {
  return [
    [0, limits.deficitSumPer1000],
    [1, limits.deficitCountPer1000],
    [3, limits.chosenSumPer1000],
    [4, limits.probeSumPer1000],
    [5, limits.probeCountPer1000],
  ];
}
