/**
 * How far an honest result may be from an honest check: a table by output length and temperature,
 * committed as JSON, pinned by a model's revision. Integers only; means are limits per 1,000
 * tokens.
 */
import { CALIBRATION_LENGTHS, CALIBRATION_TEMPERATURES, LOGIT_FLOOR } from "./constants.ts";
import type { DeficitLimits } from "./check.ts";
import { AsliError } from "./error.ts";

/** Stands for a limit that does not apply; largest uint32. */
export const NO_LIMIT = 4_294_967_295;

/** Limits of one cell. Sums and counts are per 1,000 output tokens; sums in 1/1024 nat. */
export interface Limits {
  readonly deficitSumPer1000: number;
  readonly deficitCountPer1000: number;
  /** Largest deficit at any position, in 1/1024 nat. */
  readonly deficitMax: number;
  readonly chosenSumPer1000: number;
  readonly probeSumPer1000: number;
  readonly probeCountPer1000: number;
  /** Whether a verifier of the same kernel class also replays the result token by token. */
  readonly replay: boolean;
}

/** A whole table. */
export interface Tolerances extends DeficitLimits {
  /** Says whose it is. */
  readonly name: string;
  /** A deficit above this counts, in 1/1024 nat. */
  readonly deficitBound: number;
  /** A probe difference above this counts, in 1/1024 nat. */
  readonly probeBound: number;
  /**
   * Whether runs of one kernel class see the same candidates bit by bit, prefill or not. Then they
   * are compared exactly, and the limits are for runs of different classes.
   */
  readonly exact: boolean;
  /** 24 cells: by length bucket, and within each by temperature bucket. */
  readonly limits: readonly Limits[];
}

/** Index of the cell for `tokens` output tokens (at least 1) at a temperature. */
export function limitsIndex(tokens: number, temperatureMilli: number): number {
  const length = bucket(CALIBRATION_LENGTHS, tokens);
  return (
    length * CALIBRATION_TEMPERATURES.length + bucket(CALIBRATION_TEMPERATURES, temperatureMilli)
  );
}

/** The last bucket whose smallest value is not above `value`. */
function bucket(smallest: readonly number[], value: number): number {
  let found = 0;
  for (const [at, from] of smallest.entries()) if (value >= from) found = at;
  return found;
}

/**
 * The limits that judge `tokens` output tokens at a temperature.
 * @throws AsliError `tolerances_invalid` when the table has not that cell.
 */
export function limitsFor(
  tolerances: Tolerances,
  tokens: number,
  temperatureMilli: number,
): Limits {
  const limits = tolerances.limits[limitsIndex(tokens, temperatureMilli)];
  if (limits === undefined) throw invalid("the table has not every cell");
  return limits;
}

/** A cell that allows no difference at all. */
export const NO_TOLERANCE: Limits = {
  deficitSumPer1000: 0,
  deficitCountPer1000: 0,
  deficitMax: 0,
  chosenSumPer1000: 0,
  probeSumPer1000: 0,
  probeCountPer1000: 0,
  replay: false,
};

/** What judges numbers of two runs: within a kernel class of an exact model nothing differs. */
export function tolerancesBetween(tolerances: Tolerances, isSameClass: boolean): Tolerances {
  if (!tolerances.exact || !isSameClass) return tolerances;
  return { ...tolerances, limits: tolerances.limits.map(() => NO_TOLERANCE) };
}

/**
 * Checks a table from outside: 24 cells, every number an unsigned 32-bit integer, a clip that is
 * not 0 and not beyond the quantiser's floor, a slack below the whole mass.
 * @throws AsliError `tolerances_invalid`, naming what is wrong.
 */
export function validateTolerances(tolerances: Tolerances): void {
  const cells = CALIBRATION_LENGTHS.length * CALIBRATION_TEMPERATURES.length;
  if (tolerances.name.length === 0) throw invalid("the table has no name");
  if (tolerances.limits.length !== cells) throw invalid(`the table must have ${cells} cells`);
  checkInteger("deficit_clip", tolerances.deficitClip, 1, 0 - LOGIT_FLOOR);
  checkInteger("top_p_slack_milli", tolerances.topPSlackMilli, 0, 999);
  checkInteger("deficit_bound", tolerances.deficitBound, 0, NO_LIMIT);
  checkInteger("probe_bound", tolerances.probeBound, 0, NO_LIMIT);
  for (const { replay: _, ...numbers } of tolerances.limits) {
    for (const [name, value] of Object.entries(numbers)) checkInteger(name, value, 0, NO_LIMIT);
  }
}

function checkInteger(name: string, value: number, smallest: number, largest: number): void {
  if (Number.isInteger(value) && value >= smallest && value <= largest) return;
  throw invalid(`${name} must be an integer from ${smallest} to ${largest}`);
}

function invalid(message: string): AsliError {
  return new AsliError("tolerances_invalid", `tolerances: ${message}`);
}
