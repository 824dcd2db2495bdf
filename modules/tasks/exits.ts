/** Exits by time: the end of a block takes everything that is due, in order, up to a limit. */
import { Stage, State, VerificationKind } from "../../proto/gen/aegis/tasks/v1/tasks.ts";
import { accountAddress } from "../../app/lib/address.ts";
import { assert } from "../../app/lib/assert.ts";
import type { BlockContext } from "../../app/module/context.ts";
import { attemptOf, roundOf } from "./access.ts";
import { expireAudit, payAuditors } from "./audit.ts";
import { concludeResult } from "./calculation.ts";
import { expireChallenge } from "./challenge.ts";
import { closeRound } from "./commit.ts";
import { endDisputeWindows } from "./committeeRound.ts";
import type { TasksDeps } from "./deps.ts";
import { stopWindow } from "./holds.ts";
import { releaseNodes } from "./nodes.ts";
import { closeOpening } from "./opening.ts";
import { dueDeadlines, isOfCalculation, takeDue } from "./queue.ts";
import { finaliseResult } from "./results.ts";
import { closeReveals } from "./reveal.ts";
import {
  calculations,
  closeQueue,
  type CalculationKey,
  deadlines,
  holdDeadlines,
  paramsItem,
  results,
  rounds,
  verifications,
} from "./state.ts";
import { closeVerifications } from "./verify.ts";

/** End of a block. */
export function runExits(deps: TasksDeps, ctx: BlockContext): void {
  const { maxExits } = paramsItem.require(ctx);
  const closings = takeDue(ctx, closeQueue, ctx.block.height, maxExits);
  for (const [, key] of closings) closeRound(deps, ctx, rounds.require(ctx, key));
  const due = dueDeadlines(ctx, ctx.block.clockMs, maxExits - closings.length);
  for (const deadline of due) {
    // An earlier exit of this block may have settled what a later one waited for.
    if (!deadlines.has(ctx, deadline)) continue;
    deadlines.delete(ctx, deadline);
    const [, [key, executor]] = deadline;
    if (isOfCalculation(executor)) endStage(deps, ctx, key);
    else endWindow(deps, ctx, key, accountAddress(executor));
  }
  const left = maxExits - closings.length - due.length;
  endDisputeWindows(deps, ctx, left - expireHolds(deps, ctx, left));
  releaseNodes(deps, ctx, maxExits);
}

/** The time of audits and challenges is over. Returns of how many. */
function expireHolds(deps: TasksDeps, ctx: BlockContext, max: number): number {
  const due = takeDue(ctx, holdDeadlines, ctx.block.clockMs, max);
  for (const [, key] of due) {
    const hold = verifications.require(ctx, key);
    const isAudit = hold.kind === VerificationKind.VERIFICATION_KIND_AUDIT;
    if (isAudit) expireAudit(deps, ctx, hold);
    else expireChallenge(deps, ctx, hold);
  }
  return due.length;
}

/** The window of a calculation (or of its whole round) is over. */
function endStage(deps: TasksDeps, ctx: BlockContext, key: CalculationKey): void {
  const calculation = calculations.require(ctx, key);
  switch (calculation.stage) {
    case Stage.STAGE_COMMIT:
      closeRound(deps, ctx, roundOf(ctx, calculation));
      return;
    case Stage.STAGE_REVEAL:
      closeReveals(deps, ctx, calculation);
      return;
    case Stage.STAGE_VERIFY:
      closeVerifications(deps, ctx, calculation);
      return;
    case Stage.STAGE_OPENING:
      closeOpening(deps, ctx, calculation);
      return;
    default:
      assert(false, `a calculation at stage ${calculation.stage} has no deadline`);
  }
}

/** The challenge window of a result is over. */
function endWindow(
  deps: TasksDeps,
  ctx: BlockContext,
  key: CalculationKey,
  executor: string,
): void {
  const calculation = calculations.require(ctx, key);
  const result = results.require(ctx, [attemptOf(calculation), executor]);
  assert(result.state === State.STATE_SOFT_FINAL, "a result with a deadline is soft final");
  if (result.holds > 0) {
    // It is over, but somebody may still show that the result is wrong.
    stopWindow(ctx, result);
    return;
  }
  finaliseResult(ctx, result);
  payAuditors(deps, ctx, result);
  concludeResult(deps, ctx, result);
}
