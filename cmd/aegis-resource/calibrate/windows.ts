/** Results of every length out of measured texts, and their statistics. */
import { CALIBRATION_LENGTHS, CALIBRATION_TEMPERATURES } from "../../../app/asli/constants.ts";
import { limitsIndex } from "../../../app/asli/tolerances.ts";
import type { Measured } from "./positions.ts";

/** The statistics of a result, in the order in which they are kept. */
export const STATISTICS = [
  "deficit_sum",
  "deficit_count",
  "deficit_max",
  "chosen_sum",
  "probe_sum",
  "probe_count",
] as const;

export type Statistic = (typeof STATISTICS)[number];

/** Columns of the table, by temperature. */
export const COLUMNS: number = CALIBRATION_TEMPERATURES.length;
/** Rows of the table, by length. */
export const ROWS: number = CALIBRATION_LENGTHS.length;

/** Lengths in tokens that are measured: the shortest, longest and some of each row. */
export const LENGTHS: readonly number[] = [1, 2, 4, 5, 8, 16, 17, 32, 64, 65, 128, 256, 257, 512];

/** Longest output that a row is used for; for the last one, what the default context allows. */
export const ROW_LONGEST: readonly number[] = [
  ...CALIBRATION_LENGTHS.slice(1).map((next) => next - 1),
  2_048,
];

/** Windows of one length that are taken from one draw of a text. */
const WINDOWS_MAX = 8;

/** What stops counting and what counts, in 1/1024 nat. */
export interface Bounds {
  readonly deficitClip: number;
  readonly deficitBound: number;
  readonly probeBound: number;
}

/** Column of a temperature × 1000. */
export function columnOf(temperatureMilli: number): number {
  return limitsIndex(1, temperatureMilli);
}

/** Row of a length in tokens. */
export function rowOf(tokens: number): number {
  return Math.floor(limitsIndex(tokens, 0) / COLUMNS);
}

/**
 * Where the results of `tokens` tokens begin in a text of `length`: the text's own beginning, then
 * places behind it without overlap, spread over the text.
 */
export function windowStarts(length: number, tokens: number): number[] {
  const room = Math.floor(length / tokens);
  const count = Math.min(WINDOWS_MAX, room);
  const apart = Math.floor(room / Math.max(1, count)) * tokens;
  return Array.from({ length: count }, (_, at) => at * apart);
}

/** The statistics of `tokens` positions from `from` on. */
export function windowStatistics(
  { deficit, chosen, probe }: Measured,
  from: number,
  tokens: number,
  { deficitClip, deficitBound, probeBound }: Bounds,
): number[] {
  const sums = [0, 0, 0, 0, 0, 0] as [number, number, number, number, number, number];
  for (let position = from; position < from + tokens; position += 1) {
    const clipped = Math.min(deficitClip, deficit[position] as number);
    sums[0] += clipped;
    if (clipped > deficitBound) sums[1] += 1;
    sums[2] = Math.max(sums[2], clipped);
    sums[3] += chosen[position] as number;
    sums[4] += probe[position] as number;
    if ((probe[position] as number) > probeBound) sums[5] += 1;
  }
  return sums;
}
