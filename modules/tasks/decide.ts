/** The decision on a result once everything is revealed, or the time for it is over. */
import {
  type Result,
  ResultFault,
  type Verification,
  VerificationState,
} from "../../proto/gen/aegis/tasks/v1/tasks.ts";
import type { BlockContext } from "../../app/module/context.ts";
import { isQualification, rulesOf, taskOf, verificationKeyOf, verificationsOf } from "./access.ts";
import { followResult } from "./calculation.ts";
import { compare } from "./compare.ts";
import type { TasksDeps } from "./deps.ts";
import { openDispute } from "./dispute.ts";
import { verificationWithheld } from "./events.ts";
import { finishDuty, finishResultWork } from "./nodeWork.ts";
import { penaliseMissingFingerprint, penaliseWithheldVerification } from "./penalties.ts";
import { finaliseResult, rejectResult, voidResult } from "./results.ts";
import { becomeSoftFinal } from "./softFinal.ts";
import { verifications } from "./state.ts";

/** COMPUTED → SOFT_FINAL, DISPUTED, REJECTED or VOID. Withheld verifications are penalised. */
export function decideResult(deps: TasksDeps, ctx: BlockContext, result: Result): void {
  const all = verificationsOf(ctx, result);
  const withheld = all.filter(
    (one) => one.state === VerificationState.VERIFICATION_STATE_COMMITTED,
  );
  const revealed = all
    .filter((one) => one.state === VerificationState.VERIFICATION_STATE_REVEALED)
    .map((one) => compare(ctx, result, one));
  const agreeing = revealed.filter((one) => one.agrees);
  for (const verification of withheld) {
    withhold(deps, ctx, verification, operatorsOf(agreeing));
  }
  const task = taskOf(ctx, result.taskHash);
  if (!result.fingerprintRevealed) {
    if (!isQualification(task)) {
      penaliseMissingFingerprint(deps, ctx, result, operatorsOf(revealed));
    }
    rejectResult(ctx, result, ResultFault.RESULT_FAULT_NO_FINGERPRINT);
  } else if (isQualification(task)) {
    decideQualification(ctx, result, revealed.length, agreeing.length);
  } else if (agreeing.length < revealed.length) {
    finishResultWork(ctx, result);
    openDispute(ctx, result);
  } else if (agreeing.length >= rulesOf(task).softFinalityVerifications) {
    finishResultWork(ctx, result);
    becomeSoftFinal(ctx, result, rulesOf(task).challengeWindowMs);
  } else {
    voidResult(ctx, result, ResultFault.RESULT_FAULT_VERIFICATIONS_WITHHELD);
  }
  followResult(ctx, result);
}

/**
 * Replays within a kernel class are equal bit by bit: when verifiers differ, one of them lies, and
 * a committee says which. When they do not, there is nothing to wait for.
 */
function decideQualification(
  ctx: BlockContext,
  result: Result,
  revealed: number,
  agreeing: number,
): void {
  const needed = rulesOf(taskOf(ctx, result.taskHash)).softFinalityVerifications;
  if (revealed < needed) {
    voidResult(ctx, result, ResultFault.RESULT_FAULT_VERIFICATIONS_WITHHELD);
  } else if (agreeing === 0) {
    rejectResult(ctx, result, ResultFault.RESULT_FAULT_NOT_QUALIFIED);
  } else if (agreeing === revealed) {
    finaliseResult(ctx, result);
  } else {
    finishResultWork(ctx, result);
    openDispute(ctx, result);
  }
}

function operatorsOf(list: readonly Verification[]): string[] {
  return [...list].sort((a, b) => a.position - b.position).map((one) => one.operator);
}

function withhold(
  deps: TasksDeps,
  ctx: BlockContext,
  verification: Verification,
  beneficiaries: readonly string[],
): void {
  const state = VerificationState.VERIFICATION_STATE_WITHHELD;
  verifications.set(ctx, verificationKeyOf(verification), { ...verification, state });
  finishDuty(ctx, verification);
  penaliseWithheldVerification(deps, ctx, verification, beneficiaries);
  const { taskHash, calculation, attempt, executor, verifier } = verification;
  ctx.emit(verificationWithheld, { taskHash, calculation, attempt, executor, verifier });
}
