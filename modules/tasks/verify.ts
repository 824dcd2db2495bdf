/** Commits of verifications, and the end of the verification window. */
import {
  type Calculation,
  type Result,
  ResultFault,
  Stage,
  type Verification,
  VerificationState,
} from "../../proto/gen/aegis/tasks/v1/tasks.ts";
import type { VerificationCommit } from "../../proto/gen/aegis/tasks/v1/tx.ts";
import { isAccountAddress } from "../../app/lib/address.ts";
import type { BlockContext } from "../../app/module/context.ts";
import {
  attemptOf,
  requireCalculation,
  requireNode,
  rulesOf,
  taskOf,
  verificationKeyOf,
  verificationsOf,
} from "./access.ts";
import { commitAudit } from "./audit.ts";
import { concludeCalculation, putCalculation } from "./calculation.ts";
import { commitChallenge } from "./challenge.ts";
import { DRAW_DELAY, VERIFIER_DRAWS_MAX } from "./constants.ts";
import type { TasksDeps } from "./deps.ts";
import { errors } from "./errors.ts";
import {
  drawRepeated,
  verificationCommitted,
  verificationMissed,
  verificationsClosed,
} from "./events.ts";
import { isHold } from "./holds.ts";
import { bindVerification, finishDuty } from "./nodeWork.ts";
import { penaliseMissedVerification } from "./penalties.ts";
import { calculationDeadline, clearDeadline } from "./queue.ts";
import { voidResult } from "./results.ts";
import { computedResults, requestDraw } from "./reveal.ts";
import { calculations, deadlines, results, verifications } from "./state.ts";

/** @throws ModuleError as the module's README lists for MsgCommitVerification. */
export function commitVerification(
  deps: TasksDeps,
  ctx: BlockContext,
  address: string,
  item: VerificationCommit,
): void {
  const calculation = requireCalculation(ctx, item);
  if (item.commit.length !== 32) throw errors.invalidItem("commit has 32 bytes");
  if (!isAccountAddress(item.executor)) throw errors.invalidItem("executor");
  const result = results.get(ctx, [attemptOf(calculation), item.executor]);
  if (result === undefined) throw errors.unknownResult();
  if (item.challenge) {
    commitChallenge(ctx, address, result, item.commit);
    return;
  }
  const node = requireNode(ctx, address);
  if (node.operator === result.operator) throw errors.ownResult();
  const verification = verifications.get(ctx, verificationKeyOf({ ...item, verifier: address }));
  if (verification === undefined) throw errors.notDrawn();
  if (verification.commit.length > 0) throw errors.alreadyCommitted();
  if (isHold(verification)) {
    commitAudit(ctx, verification, item.commit);
    return;
  }
  const isOpen = calculation.stage === Stage.STAGE_VERIFY;
  if (!isOpen || ctx.block.clockMs > calculation.deadlineMs) throw errors.windowClosed();
  // A no-show of an earlier draw was not drawn again.
  const isDrawn = verification.state === VerificationState.VERIFICATION_STATE_DRAWN;
  if (!isDrawn) throw errors.windowClosed();

  verifications.set(ctx, verificationKeyOf(verification), {
    ...verification,
    state: VerificationState.VERIFICATION_STATE_COMMITTED,
    commit: item.commit,
    commitHeight: ctx.block.height,
  });
  bindVerification(ctx, address);
  const { taskHash, calculation: index, attempt, executor, verifier } = verification;
  ctx.emit(verificationCommitted, { taskHash, calculation: index, attempt, executor, verifier });
  if (isComplete(ctx, calculation)) {
    closeVerifications(deps, ctx, calculations.require(ctx, [taskHash, index]));
  }
}

function committedOf(ctx: BlockContext, result: Result): Verification[] {
  return verificationsOf(ctx, result).filter((one) => one.commit.length > 0);
}

/** Whether all drawn have committed and that is enough, so that the window need not run on. */
function isComplete(ctx: BlockContext, calculation: Calculation): boolean {
  const needed = rulesOf(taskOf(ctx, calculation.taskHash)).softFinalityVerifications;
  return computedResults(ctx, calculation).every((result) => {
    const all = verificationsOf(ctx, result);
    const isWaiting = all.some((one) => one.state === VerificationState.VERIFICATION_STATE_DRAWN);
    return !isWaiting && committedOf(ctx, result).length >= needed;
  });
}

/** End of a verification window: no-shows, then the next draw, or the reveals. */
export function closeVerifications(
  deps: TasksDeps,
  ctx: BlockContext,
  calculation: Calculation,
): void {
  clearDeadline(ctx, calculation);
  const computed = computedResults(ctx, calculation);
  for (const result of computed) {
    for (const verification of verificationsOf(ctx, result)) {
      if (verification.state !== VerificationState.VERIFICATION_STATE_DRAWN) continue;
      missVerification(deps, ctx, verification);
    }
  }
  const needed = rulesOf(taskOf(ctx, calculation.taskHash)).softFinalityVerifications;
  const lacking = computed.filter((result) => committedOf(ctx, result).length < needed);
  if (lacking.length > 0 && calculation.draws < VERIFIER_DRAWS_MAX) {
    requestDraw(ctx, { ...calculation, deadlineMs: 0n });
    const { taskHash, index, attempt } = calculation;
    const drawHeight = ctx.block.height + DRAW_DELAY;
    ctx.emit(drawRepeated, { taskHash, calculation: index, attempt, drawHeight });
    return;
  }
  for (const result of lacking) {
    voidResult(ctx, result, ResultFault.RESULT_FAULT_NOT_VERIFIED);
  }
  if (lacking.length === computed.length) {
    concludeCalculation(deps, ctx, { ...calculation, deadlineMs: 0n });
    return;
  }
  openReveals(ctx, calculation);
}

function missVerification(deps: TasksDeps, ctx: BlockContext, verification: Verification): void {
  verifications.set(ctx, verificationKeyOf(verification), {
    ...verification,
    state: VerificationState.VERIFICATION_STATE_NO_SHOW,
  });
  finishDuty(ctx, verification);
  penaliseMissedVerification(deps, ctx, verification);
  const { taskHash, calculation, attempt, executor, verifier } = verification;
  ctx.emit(verificationMissed, { taskHash, calculation, attempt, executor, verifier });
}

function openReveals(ctx: BlockContext, calculation: Calculation): void {
  const { taskHash, index, attempt } = calculation;
  const deadlineMs = ctx.block.clockMs + rulesOf(taskOf(ctx, taskHash)).revealWindowMs;
  deadlines.add(ctx, calculationDeadline(deadlineMs, calculation));
  putCalculation(ctx, { ...calculation, stage: Stage.STAGE_OPENING, deadlineMs });
  ctx.emit(verificationsClosed, { taskHash, calculation: index, attempt, deadlineMs });
}
