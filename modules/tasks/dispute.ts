/** Opening of disputes: the one dispute about a result, from its first contradiction on. */
import { Dispute, DisputeStage } from "../../proto/gen/aegis/tasks/v1/dispute.ts";
import {
  type Result,
  State,
  type Verification,
  VerificationKind,
  VerificationState,
} from "../../proto/gen/aegis/tasks/v1/tasks.ts";
import { assert } from "../../app/lib/assert.ts";
import { largerAmount } from "../../app/lib/coin.ts";
import type { BlockContext } from "../../app/module/context.ts";
import { resultKeyOf, rulesOf, taskOf, verificationsOf } from "./access.ts";
import { DRAW_DELAY } from "./constants.ts";
import { resultDisputed } from "./events.ts";
import { clearAuditDraw, resultDeadline } from "./queue.ts";
import { nameOf, releaseOpen } from "./results.ts";
import { committeeQueue, deadlines, disputes, results } from "./state.ts";

/** A window that goes on after a dispute is at least this part of the whole: a tenth. */
const WINDOW_LEAST_PART = 10n;

/**
 * COMPUTED or SOFT_FINAL → DISPUTED. The challenge window stands still; the beacon of two heights
 * on draws a committee. Audits under way are released: the committee replays anyway. Challenges
 * committed before go on and join.
 */
export function openDispute(ctx: BlockContext, result: Result): void {
  const windowLeftMs = windowLeft(ctx, result);
  if (result.deadlineMs > 0n) deadlines.delete(ctx, resultDeadline(result.deadlineMs, result));
  clearAuditDraw(ctx, result);
  const openAudits = verificationsOf(ctx, result).filter(isOpenAudit);
  for (const audit of openAudits) releaseOpen(ctx, audit);
  const drawHeight = ctx.block.height + DRAW_DELAY;
  const dispute = Dispute.create({
    ...nameOf(result),
    stage: DisputeStage.DISPUTE_STAGE_DRAW,
    drawHeight,
    openedHeight: ctx.block.height,
  });
  disputes.set(ctx, resultKeyOf(result), dispute);
  committeeQueue.add(ctx, [drawHeight, resultKeyOf(result)]);
  results.set(ctx, resultKeyOf(result), {
    ...result,
    state: State.STATE_DISPUTED,
    deadlineMs: 0n,
    windowLeftMs,
    holds: result.holds - openAudits.length,
    auditHeight: 0n,
    decidedHeight: ctx.block.height,
  });
  ctx.emit(resultDisputed, { ...nameOf(result), deadlineMs: 0n });
}

function windowLeft(ctx: BlockContext, result: Result): bigint {
  const { challengeWindowMs } = rulesOf(taskOf(ctx, result.taskHash));
  if (result.state === State.STATE_COMPUTED) return challengeWindowMs;
  assert(result.state === State.STATE_SOFT_FINAL, "a computed or soft final result is disputed");
  const left =
    result.deadlineMs > 0n
      ? largerAmount(result.deadlineMs - ctx.block.clockMs, 0n)
      : result.windowLeftMs;
  return largerAmount(left, challengeWindowMs / WINDOW_LEAST_PART);
}

function isOpenAudit({ kind, state }: Verification): boolean {
  const isOpen =
    state === VerificationState.VERIFICATION_STATE_DRAWN ||
    state === VerificationState.VERIFICATION_STATE_COMMITTED;
  return isOpen && kind === VerificationKind.VERIFICATION_KIND_AUDIT;
}
