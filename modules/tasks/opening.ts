/** Reveals of fingerprints and verifications, and the decision on each result. */
import {
  type Calculation,
  type Result,
  Stage,
  State,
  Verdict,
  type Verification,
  VerificationContent,
  VerificationKind,
  VerificationState,
} from "../../proto/gen/aegis/tasks/v1/tasks.ts";
import type { FingerprintReveal, VerificationReveal } from "../../proto/gen/aegis/tasks/v1/tx.ts";
import { fingerprintHash, verificationCommit } from "../../app/asli/commitment.ts";
import { FINGERPRINT_POSITION_BYTES } from "../../app/asli/constants.ts";
import { addressBytes, isAccountAddress } from "../../app/lib/address.ts";
import { equalBytes } from "../../app/lib/bytes.ts";
import type { BlockContext } from "../../app/module/context.ts";
import {
  attemptOf,
  requireCalculation,
  resultKeyOf,
  verificationKeyOf,
  verificationsOf,
} from "./access.ts";
import { concludeCalculation, followResult } from "./calculation.ts";
import { compare } from "./compare.ts";
import { decideResult } from "./decide.ts";
import type { TasksDeps } from "./deps.ts";
import { openDispute } from "./dispute.ts";
import { errors } from "./errors.ts";
import { fingerprintRevealed, verificationRevealed } from "./events.ts";
import { countHolds, endHold, followHolds, isHold } from "./holds.ts";
import { finishDuty, finishResultWork } from "./nodeWork.ts";
import { clearDeadline } from "./queue.ts";
import { computedResults } from "./reveal.ts";
import { nameOf } from "./results.ts";
import { calculations, fingerprints, results, verifications } from "./state.ts";
import { checkVerdict } from "./verdict.ts";

/** @throws ModuleError wrongStage or windowClosed. */
function requireOpening(ctx: BlockContext, calculation: Calculation): void {
  if (calculation.stage < Stage.STAGE_OPENING) {
    throw errors.wrongStage("verifications are still open");
  }
  const isOpen = calculation.stage === Stage.STAGE_OPENING;
  if (!isOpen || ctx.block.clockMs > calculation.deadlineMs) throw errors.windowClosed();
}

/** @throws ModuleError as the module's README lists for MsgRevealFingerprint. */
export function revealFingerprint(
  deps: TasksDeps,
  ctx: BlockContext,
  address: string,
  item: FingerprintReveal,
): void {
  const calculation = requireCalculation(ctx, item);
  if (item.salt.length !== 32) throw errors.invalidItem("salt has 32 bytes");
  const result = results.get(ctx, [attemptOf(calculation), address]);
  if (result === undefined) throw errors.notCommitted();
  if (result.fingerprintRevealed) throw errors.alreadyRevealed();
  requireOpening(ctx, calculation);
  if (result.state !== State.STATE_COMPUTED) throw errors.windowClosed();
  const { fingerprint } = item;
  if (fingerprint.length !== result.outputTokens * FINGERPRINT_POSITION_BYTES) {
    throw errors.fingerprintLength();
  }
  if (!equalBytes(fingerprintHash(item.salt, fingerprint), result.fingerprintHash)) {
    throw errors.commitMismatch();
  }

  const revealed = { ...result, fingerprintRevealed: true };
  results.set(ctx, resultKeyOf(result), revealed);
  fingerprints.set(ctx, resultKeyOf(result), { ...nameOf(result), fingerprint });
  finishResultWork(ctx, result);
  ctx.emit(fingerprintRevealed, nameOf(result));
  decideIfComplete(deps, ctx, revealed);
}

/** @throws ModuleError as the module's README lists for MsgRevealVerification. */
export function revealVerification(
  deps: TasksDeps,
  ctx: BlockContext,
  address: string,
  item: VerificationReveal,
): void {
  const calculation = requireCalculation(ctx, item);
  const content = item.verification;
  if (item.salt.length !== 32) throw errors.invalidItem("salt has 32 bytes");
  if (content === undefined) throw errors.invalidItem("verification is missing");
  if (!isAccountAddress(item.executor)) throw errors.invalidItem("executor");
  const result = results.get(ctx, [attemptOf(calculation), item.executor]);
  if (result === undefined) throw errors.unknownResult();
  const verification = verifications.get(ctx, verificationKeyOf({ ...item, verifier: address }));
  if (verification === undefined) throw errors.notDrawn();
  const { state } = verification;
  if (state === VerificationState.VERIFICATION_STATE_REVEALED) throw errors.alreadyRevealed();
  if (verification.commit.length === 0) throw errors.notCommitted();
  if (isHold(verification)) requireHold(ctx, verification, content);
  else requireOpening(ctx, calculation);
  if (state !== VerificationState.VERIFICATION_STATE_COMMITTED) throw errors.windowClosed();
  checkVerdict(ctx, result, content);
  const commit = verificationCommit({
    chainId: ctx.block.chainId,
    taskHash: item.taskHash,
    index: item.calculation,
    attempt: item.attempt,
    executor: addressBytes(item.executor),
    verifier: addressBytes(address),
    salt: item.salt,
    verification: VerificationContent.encode(content),
  });
  if (!equalBytes(commit, verification.commit)) throw errors.commitMismatch();

  const revealed: Verification = {
    ...verification,
    state: VerificationState.VERIFICATION_STATE_REVEALED,
    content,
  };
  const { verdict } = content;
  ctx.emit(verificationRevealed, { ...nameOf(result), verifier: address, verdict });
  if (isHold(verification)) {
    revealHold(ctx, result, revealed);
    return;
  }
  verifications.set(ctx, verificationKeyOf(verification), revealed);
  finishDuty(ctx, verification);
  decideIfComplete(deps, ctx, result);
}

/** @throws ModuleError windowClosed or challengeMustBeInvalid. */
function requireHold(ctx: BlockContext, hold: Verification, content: VerificationContent): void {
  // The fingerprint is public by now: whoever agrees may have copied it.
  const isChallenge = hold.kind === VerificationKind.VERIFICATION_KIND_CHALLENGE;
  const isInvalid = content.verdict === Verdict.VERDICT_INVALID;
  if (ctx.block.clockMs > hold.deadlineMs) throw errors.windowClosed();
  if (isChallenge && !isInvalid) throw errors.challengeMustBeInvalid();
}

/** An audit or challenge is revealed: what agrees ends its hold, the rest begins a dispute. */
function revealHold(ctx: BlockContext, result: Result, hold: Verification): void {
  const { agrees } = compare(ctx, result, endHold(ctx, hold));
  if (agrees || result.state !== State.STATE_SOFT_FINAL) {
    followHolds(ctx, hold);
    return;
  }
  openDispute(ctx, countHolds(ctx, hold));
  followResult(ctx, result);
}

/** Decides a result as soon as everything about it is revealed. */
function decideIfComplete(deps: TasksDeps, ctx: BlockContext, result: Result): void {
  const isWaiting = verificationsOf(ctx, result).some(
    (one) => one.state === VerificationState.VERIFICATION_STATE_COMMITTED,
  );
  if (isWaiting || !result.fingerprintRevealed) return;
  decideResult(deps, ctx, result);
  const key = [result.taskHash, result.calculation] as const;
  const calculation = calculations.require(ctx, key);
  if (computedResults(ctx, calculation).length > 0) return;
  clearDeadline(ctx, calculation);
  concludeCalculation(deps, ctx, { ...calculation, deadlineMs: 0n });
}

/** End of the window: what is not revealed now never was. */
export function closeOpening(deps: TasksDeps, ctx: BlockContext, calculation: Calculation): void {
  clearDeadline(ctx, calculation);
  for (const result of computedResults(ctx, calculation)) decideResult(deps, ctx, result);
  const now = calculations.require(ctx, [calculation.taskHash, calculation.index]);
  concludeCalculation(deps, ctx, { ...now, deadlineMs: 0n });
}
