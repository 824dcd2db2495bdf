/**
 * The one place where floating point enters ASLI: an engine's float32 logits become integers,
 * ranked in an order that everybody agrees on. All that follows is integer arithmetic.
 */
import { CANDIDATES, LOGIT_FLOOR, LOGIT_STEPS } from "./constants.ts";
import type { Candidates } from "./engine.ts";
import { AsliError } from "./error.ts";

/** Candidates in rank order: `q` descending, then id ascending. `q[0]` is 0. */
export interface RankedCandidates {
  readonly ids: readonly number[];
  /** Logit below the best one in 1/1024 nat, in [−65536, 0]. */
  readonly q: readonly number[];
}

/** Above any id, and with a q in front still below 2^53. */
const ID_LIMIT = 2 ** 32;

/**
 * Quantises and ranks raw logits: q = floor((logit − largest) × 1024 + 1/2) in binary64, clamped;
 * at most the 128 best are kept.
 * @throws AsliError `candidates_malformed` (none, or arrays that do not match), `logit_not_finite`.
 */
export function rankCandidates(candidates: Candidates): RankedCandidates {
  const { ids, logits } = candidates;
  if (ids.length === 0 || ids.length !== logits.length) {
    throw new AsliError(
      "candidates_malformed",
      "the engine returned no candidates, or not in pairs",
    );
  }
  let largest = Number.NEGATIVE_INFINITY;
  for (const logit of logits) {
    if (!Number.isFinite(logit)) {
      throw new AsliError("logit_not_finite", "the model returned a logit that is not a number");
    }
    if (logit > largest) largest = logit;
  }
  // One exact integer per candidate, ordered like (q descending, id ascending): sorting numbers is
  // several times faster than sorting objects, and this runs at every token.
  const keys = new Float64Array(ids.length);
  for (let at = 0; at < ids.length; at += 1) {
    const depth = -quantise(logits[at] as number, largest);
    keys[at] = depth * ID_LIMIT + (ids[at] as number);
  }
  keys.sort((a, b) => a - b);
  const rankedIds: number[] = [];
  const q: number[] = [];
  for (const key of keys.subarray(0, CANDIDATES)) {
    const depth = Math.floor(key / ID_LIMIT);
    rankedIds.push(key - depth * ID_LIMIT);
    q.push(0 - depth);
  }
  return { ids: rankedIds, q };
}

/** q of one logit: `(logit − largest) × 1024` rounded half up, never below the floor. */
export function quantise(logit: number, largest: number): number {
  return Math.max(LOGIT_FLOOR, Math.floor((logit - largest) * LOGIT_STEPS + 0.5));
}
