/** How wrong a result is that a committee has judged, and whether a run is the committee's own. */
import { equalBytes } from "../lib/bytes.ts";
import { fingerprintDistance } from "./statistics.ts";
import type { Tally, TallyCase } from "./tally.ts";
import type { Limits, Tolerances } from "./tolerances.ts";
import { judgeDeficits, judgeDistance } from "./verdict.ts";

/**
 * - `upheld`: nothing is wrong.
 * - `fingerprint`: the tokens are right, the executor's fingerprint is not that of them.
 * - `marginal`: only a run of the executor's kernel class shows it.
 * - `wrong`: any check may show it.
 * - `gross`: so far off that no honest check can miss it.
 */
export type Grade = "upheld" | "fingerprint" | "marginal" | "wrong" | "gross";

/**
 * Grades a result by a tally with a verdict. `isExact` asks for the executor's very fingerprint
 * rather than one within tolerance. The executor's fingerprint alone never makes an error gross:
 * whoever verified the tokens could not know it. What bits alone show is marginal at most.
 */
export function gradeResult(
  tallied: Tally,
  executor: Uint8Array,
  about: TallyCase,
  isExact: boolean,
): Grade {
  const isEqual = equalBytes(executor, tallied.fingerprint);
  const isNear = isExact ? isEqual : isWithin(executor, tallied.fingerprint, about, 1);
  if (tallied.verdict === "valid") {
    if (!isNear) return "fingerprint";
    return isEqual || !about.tolerances.exact ? "upheld" : "marginal";
  }
  if (tallied.isStructural) return "gross";
  const broken = (factor: number): boolean =>
    judgeDeficits(tallied.deficits, about, scaled(about.tolerances, factor)).length > 0;
  if (broken(2)) return "gross";
  return broken(1) || !isNear ? "wrong" : "marginal";
}

/**
 * Whether a fingerprint is within `factor` times the tolerances of the committee's. Without a
 * committee's there is nothing to be near to but another empty one.
 */
export function isWithin(
  fingerprint: Uint8Array,
  committee: Uint8Array,
  about: TallyCase,
  factor: number,
): boolean {
  if (committee.length === 0) return true;
  if (fingerprint.length !== committee.length) return false;
  const pair = { executor: fingerprint, verifier: committee, length: about.length };
  const distance = fingerprintDistance(pair, about.tolerances.probeBound);
  return judgeDistance(distance, about, scaled(about.tolerances, factor)).length === 0;
}

/** The table with every limit times `factor`. Bounds above which something counts stay. */
function scaled(tolerances: Tolerances, factor: number): Tolerances {
  const limits = tolerances.limits.map(
    (cell): Limits => ({
      deficitSumPer1000: cell.deficitSumPer1000 * factor,
      deficitCountPer1000: cell.deficitCountPer1000 * factor,
      deficitMax: cell.deficitMax * factor,
      chosenSumPer1000: cell.chosenSumPer1000 * factor,
      probeSumPer1000: cell.probeSumPer1000 * factor,
      probeCountPer1000: cell.probeCountPer1000 * factor,
      replay: cell.replay,
    }),
  );
  return { ...tolerances, limits };
}
