/** Ends of single results. Each frees the stake of its executor and verifiers. */
import {
  type Result,
  ResultFault,
  State,
  type Verification,
  VerificationState,
} from "../../proto/gen/aegis/tasks/v1/tasks.ts";
import type { BlockContext } from "../../app/module/context.ts";
import { resultKeyOf, verificationKeyOf, verificationsOf } from "./access.ts";
import { returnBond } from "./bonds.ts";
import { resultFinal, resultRejected, resultVoid, verificationReleased } from "./events.ts";
import { finishDuty, releaseResult, releaseVerification } from "./nodeWork.ts";
import { clearAuditDraw, clearHoldDeadline } from "./queue.ts";
import { results, verifications } from "./state.ts";

/** Names of a result as events carry them. */
export function nameOf(result: Result): {
  readonly taskHash: Uint8Array;
  readonly calculation: number;
  readonly attempt: number;
  readonly executor: string;
} {
  const { taskHash, calculation, attempt, executor } = result;
  return { taskHash, calculation, attempt, executor };
}

/** COMMITTED or COMPUTED → REJECTED. */
export function rejectResult(ctx: BlockContext, result: Result, fault: ResultFault): void {
  end(ctx, result, State.STATE_REJECTED, fault);
  ctx.emit(resultRejected, { ...nameOf(result), fault });
}

/** COMPUTED or DISPUTED → VOID. */
export function voidResult(ctx: BlockContext, result: Result, fault: ResultFault): void {
  end(ctx, result, State.STATE_VOID, fault);
  ctx.emit(resultVoid, { ...nameOf(result), fault });
}

/** SOFT_FINAL → FINAL. */
export function finaliseResult(ctx: BlockContext, result: Result): void {
  end(ctx, result, State.STATE_FINAL, ResultFault.RESULT_FAULT_UNSPECIFIED);
  ctx.emit(resultFinal, nameOf(result));
}

function end(ctx: BlockContext, result: Result, state: State, fault: ResultFault): void {
  clearAuditDraw(ctx, result);
  results.set(ctx, resultKeyOf(result), {
    ...result,
    state,
    fault,
    deadlineMs: 0n,
    holds: 0,
    windowLeftMs: 0n,
    auditHeight: 0n,
  });
  releaseResult(ctx, result);
  for (const verification of verificationsOf(ctx, result)) endVerification(ctx, verification);
}

/**
 * Open duties of an ended result are released; committed verifications hold no stake any more, and
 * a bond that nobody has taken goes back.
 */
function endVerification(ctx: BlockContext, verification: Verification): void {
  const isOpen =
    verification.state === VerificationState.VERIFICATION_STATE_DRAWN ||
    verification.state === VerificationState.VERIFICATION_STATE_COMMITTED;
  if (verification.commit.length > 0) releaseVerification(ctx, verification.verifier);
  returnBond(ctx, isOpen ? releaseOpen(ctx, verification) : verification);
}

/** Nobody needs a drawn or committed verification any more. */
export function releaseOpen(ctx: BlockContext, verification: Verification): Verification {
  clearHoldDeadline(ctx, verification);
  finishDuty(ctx, verification);
  const state = VerificationState.VERIFICATION_STATE_RELEASED;
  const released: Verification = { ...verification, state, deadlineMs: 0n };
  verifications.set(ctx, verificationKeyOf(verification), released);
  const { taskHash, calculation, attempt, executor, verifier } = verification;
  ctx.emit(verificationReleased, { taskHash, calculation, attempt, executor, verifier });
  return released;
}
