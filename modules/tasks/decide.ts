/** The decision on a result once everything is revealed, or the time for it is over. */
import {
  type Result,
  ResultFault,
  State,
  Verdict,
  type Verification,
  VerificationState,
} from "../../proto/gen/aegis/tasks/v1/tasks.ts";
import { fingerprintDistance } from "../../app/asli/statistics.ts";
import { judgeDistance } from "../../app/asli/verdict.ts";
import { equalBytes } from "../../app/lib/bytes.ts";
import type { BlockContext } from "../../app/module/context.ts";
import {
  isQualification,
  resultKeyOf,
  rulesOf,
  taskOf,
  verificationKeyOf,
  verificationsOf,
} from "./access.ts";
import { followResult } from "./calculation.ts";
import type { TasksDeps } from "./deps.ts";
import { resultDisputed, resultSoftFinal, verificationWithheld } from "./events.ts";
import { finishDuty, finishResultWork } from "./nodeWork.ts";
import { penaliseMissingFingerprint, penaliseWithheldVerification } from "./penalties.ts";
import { resultDeadline } from "./queue.ts";
import { finaliseResult, nameOf, rejectResult, voidResult } from "./results.ts";
import { deadlines, fingerprints, results, verifications } from "./state.ts";
import { judgementOf } from "./verdict.ts";

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
    moveOn(ctx, result, State.STATE_DISPUTED);
  } else if (agreeing.length >= rulesOf(task).softFinalityVerifications) {
    finishResultWork(ctx, result);
    moveOn(ctx, result, State.STATE_SOFT_FINAL);
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
    moveOn(ctx, result, State.STATE_DISPUTED);
  }
}

function operatorsOf(list: readonly Verification[]): string[] {
  return [...list].sort((a, b) => a.position - b.position).map((one) => one.operator);
}

/** Computes and stores how far a verification's fingerprint is from the executor's. */
function compare(ctx: BlockContext, result: Result, verification: Verification): Verification {
  const { content } = verification;
  const executor = fingerprints.get(ctx, resultKeyOf(result))?.fingerprint;
  const isValid = content?.verdict === Verdict.VERDICT_VALID;
  if (executor === undefined || content === undefined || content.fingerprint.length === 0) {
    // An unservable result has no fingerprints: there the verdict alone agrees or not.
    return store(ctx, { ...verification, agrees: isValid && executor !== undefined });
  }
  if (isQualification(taskOf(ctx, result.taskHash))) {
    const isSame = equalBytes(executor, content.fingerprint);
    return store(ctx, { ...verification, agrees: isValid && isSame });
  }
  const { length, temperatureMilli, tolerances } = judgementOf(ctx, result);
  const pair = { executor, verifier: content.fingerprint, length };
  const distance = fingerprintDistance(pair, tolerances.probeBound);
  const broken = judgeDistance(distance, { length, temperatureMilli }, tolerances);
  return store(ctx, {
    ...verification,
    chosenSum: BigInt(distance.chosenSum),
    probeSum: BigInt(distance.probeSum),
    probeCount: distance.probeCount,
    agrees: isValid && broken.length === 0,
  });
}

function store(ctx: BlockContext, verification: Verification): Verification {
  verifications.set(ctx, verificationKeyOf(verification), verification);
  return verification;
}

function withhold(
  deps: TasksDeps,
  ctx: BlockContext,
  verification: Verification,
  beneficiaries: readonly string[],
): void {
  store(ctx, { ...verification, state: VerificationState.VERIFICATION_STATE_WITHHELD });
  finishDuty(ctx, verification);
  penaliseWithheldVerification(deps, ctx, verification, beneficiaries);
  const { taskHash, calculation, attempt, executor, verifier } = verification;
  ctx.emit(verificationWithheld, { taskHash, calculation, attempt, executor, verifier });
}

/** Starts the window of a soft final or disputed result. */
function moveOn(ctx: BlockContext, result: Result, state: State): void {
  const rules = rulesOf(taskOf(ctx, result.taskHash));
  const isSoftFinal = state === State.STATE_SOFT_FINAL;
  const window = isSoftFinal ? rules.challengeWindowMs : rules.disputeBaseMs;
  const deadlineMs = ctx.block.clockMs + window;
  const decidedHeight = ctx.block.height;
  results.set(ctx, resultKeyOf(result), { ...result, state, deadlineMs, decidedHeight });
  deadlines.add(ctx, resultDeadline(deadlineMs, result));
  ctx.emit(isSoftFinal ? resultSoftFinal : resultDisputed, { ...nameOf(result), deadlineMs });
}
