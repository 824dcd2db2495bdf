/** Tolerance tables and reasons between their protobuf form and ASLI's. */
import type { Tolerances as TolerancesMessage } from "../../proto/gen/aegis/tasks/v1/model.ts";
import { Reason } from "../../proto/gen/aegis/tasks/v1/tasks.ts";
import type { Limits, Tolerances } from "../../app/asli/tolerances.ts";
import type { DeficitReason } from "../../app/asli/verdict.ts";

/** The table as ASLI judges by it. */
export function asliTolerances(message: TolerancesMessage): Tolerances {
  const limits = message.limits.map(
    (cell): Limits => ({
      deficitSumPer1000: cell.deficitSumPer1000,
      deficitCountPer1000: cell.deficitCountPer1000,
      deficitMax: cell.deficitMax,
      chosenSumPer1000: cell.chosenSumPer1000,
      probeSumPer1000: cell.probeSumPer1000,
      probeCountPer1000: cell.probeCountPer1000,
      replay: cell.replay,
    }),
  );
  const { name, deficitClip, topPSlackMilli, deficitBound, probeBound, exact } = message;
  return { name, deficitClip, topPSlackMilli, deficitBound, probeBound, exact, limits };
}

/** A table of ASLI as a model registers it. */
export function toleranceMessage(tolerances: Tolerances): TolerancesMessage {
  return { ...tolerances, limits: [...tolerances.limits] };
}

/** The numbers under which deficits appear among a verification's reasons. */
export const DEFICIT_REASONS: Readonly<Record<DeficitReason, Reason>> = {
  deficit_sum: Reason.REASON_DEFICIT_SUM,
  deficit_count: Reason.REASON_DEFICIT_COUNT,
  deficit_max: Reason.REASON_DEFICIT_MAX,
};
