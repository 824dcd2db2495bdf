/**
 * The verdict: which rules a result breaks. Valid is the empty list. Everybody reaches the same
 * verdict from the same statistics, so the chain can check that a verifier's verdict follows.
 */
import type { DeficitStatistics, DistanceStatistics } from "./statistics.ts";
import { limitsFor, type Tolerances } from "./tolerances.ts";

/** Rules that a verifier checks on the claim itself, against the task and its own tokenisation. */
export type StructureReason =
  /** The claimed number of prompt tokens is not the verifier's own. */
  | "prompt_count"
  /** The hash of the prompt's ids is not the verifier's own. */
  | "prompt_hash"
  /** An output id is not below the vocabulary's size. */
  | "token_range"
  /** No output token, or more than the job allows. */
  | "output_length"
  /** Prompt and output do not fit the context. */
  | "context"
  /** An end token stands before the last position. */
  | "end_token_early"
  /** A stop string was complete before the last position. */
  | "stop_string_early"
  /** The reason given for the end is not the one that holds. */
  | "finish_reason"
  /** The text is not that of the ids. */
  | "text"
  /** A claim of being unservable that the verifier can serve, or for another reason. */
  | "servable";

/** Rules about the output as the model's own. */
export type DeficitReason = "deficit_sum" | "deficit_count" | "deficit_max";

/** Rules about the executor's fingerprint against the verifier's. */
export type DistanceReason = "chosen_sum" | "probe_sum" | "probe_count";

/** Rules that only an exact replay checks, and the one a fingerprint of another size breaks. */
export type ExactReason = "replay" | "replay_fingerprint" | "fingerprint_length";

export type Reason = StructureReason | DeficitReason | DistanceReason | ExactReason;

/** What a verdict is about, beside the statistics. */
export interface JudgedOutput {
  /** Output tokens, at least 1. */
  readonly length: number;
  readonly temperatureMilli: number;
}

/** Broken rules that show before the executor's fingerprint is known, in a fixed order. */
export function judgeDeficits(
  statistics: DeficitStatistics,
  output: JudgedOutput,
  tolerances: Tolerances,
): DeficitReason[] {
  const limits = limitsFor(tolerances, output.length, output.temperatureMilli);
  const reasons: DeficitReason[] = [];
  if (above(statistics.deficitSum, limits.deficitSumPer1000, output)) reasons.push("deficit_sum");
  if (above(statistics.deficitCount, limits.deficitCountPer1000, output)) {
    reasons.push("deficit_count");
  }
  if (statistics.deficitMax > limits.deficitMax) reasons.push("deficit_max");
  return reasons;
}

/** Broken rules between the two fingerprints, in a fixed order. */
export function judgeDistance(
  statistics: DistanceStatistics,
  output: JudgedOutput,
  tolerances: Tolerances,
): DistanceReason[] {
  const limits = limitsFor(tolerances, output.length, output.temperatureMilli);
  const reasons: DistanceReason[] = [];
  if (above(statistics.chosenSum, limits.chosenSumPer1000, output)) reasons.push("chosen_sum");
  if (above(statistics.probeSum, limits.probeSumPer1000, output)) reasons.push("probe_sum");
  if (above(statistics.probeCount, limits.probeCountPer1000, output)) reasons.push("probe_count");
  return reasons;
}

/** Both halves: every broken rule that follows from statistics. Empty means valid. */
export function judge(
  statistics: DeficitStatistics & DistanceStatistics,
  output: JudgedOutput,
  tolerances: Tolerances,
): Reason[] {
  return [
    ...judgeDeficits(statistics, output, tolerances),
    ...judgeDistance(statistics, output, tolerances),
  ];
}

/** Whether a total over the output exceeds a limit per 1,000 tokens, without dividing. */
function above(total: number, limitPer1000: number, output: JudgedOutput): boolean {
  return total * 1_000 > limitPer1000 * output.length;
}
