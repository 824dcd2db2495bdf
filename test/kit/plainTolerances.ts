/**
 * A plain table of tolerances for tests of the chain, whose nodes send made-up numbers: their tests
 * shall not change whenever a model is calibrated again.
 */
import { CALIBRATION_TEMPERATURES } from "../../app/asli/constants.ts";
import { DEFAULT_TOLERANCES } from "../../app/asli/tolerancesFile.ts";
import { type Limits, NO_LIMIT, type Tolerances } from "../../app/asli/tolerances.ts";

/** Limits on means grow by these factors for short results; below that there is only a replay. */
const ROW_FACTORS = [0, 0, 2, 1.5, 1, 1] as const;
/** 1/1024 nat over 1,000 tokens. */
const NAT_PER_1000 = 1_024_000;

function limits(factor: number): Limits {
  const mean = (nat: number): number => (factor === 0 ? NO_LIMIT : nat * factor * NAT_PER_1000);
  return {
    deficitSumPer1000: mean(0.03),
    deficitCountPer1000: NO_LIMIT,
    deficitMax: 819,
    chosenSumPer1000: mean(0.13),
    probeSumPer1000: mean(0.125),
    probeCountPer1000: NO_LIMIT,
    replay: factor === 0,
  };
}

/** Largest deficit 0.8 nat; means of 0.03, 0.13 and 0.125 nat from 65 tokens on. */
export const PLAIN_TOLERANCES: Tolerances = {
  name: "plain",
  deficitClip: 4_096,
  topPSlackMilli: 20,
  deficitBound: 205,
  exact: false,
  probeBound: 358,
  limits: ROW_FACTORS.flatMap((factor) => CALIBRATION_TEMPERATURES.map(() => limits(factor))),
};

/** The default model's limits for nodes of different kernel classes, for those of one as well. */
export const LIMITS_ONLY: Tolerances = { ...DEFAULT_TOLERANCES, exact: false };
