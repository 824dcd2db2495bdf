/** What an exact replay that finds no other token makes of a check that found something. */
import type { Replay } from "./replay.ts";
import type { DeficitReason, ExactReason, Reason } from "./verdict.ts";
import type { Evaluation } from "./verifier.ts";

/** Rules about numbers of one prefill: a replay that finds nothing knows better. */
const STATISTICAL: ReadonlySet<Reason> = new Set<Reason>([
  "deficit_sum",
  "deficit_count",
  "deficit_max",
  "replay",
] satisfies (DeficitReason | ExactReason)[]);

/**
 * A prefill differs from a decode by rounding, so an honest result may exceed a tolerance. When the
 * replay confirms every token, its numbers are the verifier's run, and only rules without
 * statistics stay broken.
 */
export function confirmed<R extends Reason>(
  reasons: readonly R[],
  replay: Replay,
): { readonly reasons: readonly R[]; readonly evaluation: Evaluation } {
  return {
    reasons: reasons.filter((reason) => !STATISTICAL.has(reason)),
    evaluation: {
      statistics: { deficitSum: 0, deficitCount: 0, deficitMax: 0 },
      fingerprint: replay.fingerprint,
    },
  };
}
