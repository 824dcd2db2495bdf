/** The end of a dispute, and what it costs and brings to everyone who took part. */
import { NodeModelState, PendingReason } from "../../proto/gen/aegis/tasks/v1/node.ts";
import {
  type Dispute,
  DisputeOutcome,
  DisputeStage,
} from "../../proto/gen/aegis/tasks/v1/dispute.ts";
import {
  type Result,
  ResultFault,
  type Task,
  type Verification,
  VerificationKind,
  VerificationState,
} from "../../proto/gen/aegis/tasks/v1/tasks.ts";
import { type Grade, gradeResult } from "../../app/asli/grade.ts";
import type { Tally } from "../../app/asli/tally.ts";
import { EMPTY_BYTES } from "../../app/lib/bytes.ts";
import { present } from "../../app/lib/assert.ts";
import { textKey } from "../../app/module/collections/codecs.ts";
import type { BlockContext } from "../../app/module/context.ts";
import {
  isQualification,
  nodeModel,
  resultKeyOf,
  taskOf,
  verificationKeyOf,
  verificationsOf,
} from "./access.ts";
import { loseBond, returnBond } from "./bonds.ts";
import { concludeResult } from "./calculation.ts";
import { partiesOf } from "./committee.ts";
import { type Conduct, conductOf } from "./conduct.ts";
import type { TasksDeps } from "./deps.ts";
import { disputeClosed } from "./events.ts";
import { suspendNode } from "./nodeStates.ts";
import { penaliseWrongResult, penaliseWrongVerification, penaliseWrongVote } from "./penalties.ts";
import { payReplay } from "./replayPay.ts";
import { finaliseResult, rejectResult, releaseOpen, voidResult } from "./results.ts";
import { becomeSoftFinal } from "./softFinal.ts";
import {
  disputeDeadlines,
  disputes,
  fingerprints,
  nodes,
  nodesByModel,
  results,
  verifications,
} from "./state.ts";
import { judgementOf } from "./verdict.ts";

const FAULTS: Readonly<Record<Exclude<Grade, "upheld">, ResultFault>> = {
  fingerprint: ResultFault.RESULT_FAULT_WRONG_FINGERPRINT,
  marginal: ResultFault.RESULT_FAULT_MARGINAL,
  wrong: ResultFault.RESULT_FAULT_WRONG,
  gross: ResultFault.RESULT_FAULT_WRONG,
};

/** Carries out a verdict. Returns the operators who share what is taken. */
export function passSentence(
  deps: TasksDeps,
  ctx: BlockContext,
  dispute: Dispute,
  tallied: Tally,
): readonly string[] {
  const result = results.require(ctx, resultKeyOf(dispute));
  const task = taskOf(ctx, result.taskHash);
  const about = { ...judgementOf(ctx, result), seats: dispute.seats };
  const executor = fingerprints.get(ctx, resultKeyOf(result))?.fingerprint ?? EMPTY_BYTES;
  const grade = gradeResult(tallied, executor, about, isQualification(task));
  const conduct = conductOf(ctx, { dispute, result, tallied, grade, about });
  const isUpheld = grade === "upheld";
  closeDispute(
    ctx,
    { ...dispute, fingerprint: tallied.fingerprint },
    isUpheld ? DisputeOutcome.DISPUTE_OUTCOME_UPHELD : DisputeOutcome.DISPUTE_OUTCOME_REJECTED,
    tallied,
  );
  const beneficiaries = [...new Set([...conduct.rightVerifiers, ...conduct.rightMembers])];
  if (!isUpheld && !isQualification(task)) {
    penaliseWrongResult(deps, ctx, result, grade === "marginal", beneficiaries);
  }
  for (const one of conduct.wrongVerifications) {
    penaliseWrongVerification(deps, ctx, one, beneficiaries);
  }
  for (const one of conduct.wrongVotes) penaliseWrongVote(deps, ctx, one, beneficiaries);
  for (const operator of conduct.rightMembers) payReplay(deps, ctx, result, operator);
  endVerifications(deps, ctx, result, conduct, isUpheld);
  settleResult(ctx, task, result, grade);
  concludeResult(deps, ctx, result);
  return beneficiaries;
}

/** Which verifications are paid with the task, and where bonds go. */
function endVerifications(
  deps: TasksDeps,
  ctx: BlockContext,
  result: Result,
  conduct: Conduct,
  isUpheld: boolean,
): void {
  for (const one of verificationsOf(ctx, result)) {
    const agrees = conduct.agreeing.has(one.verifier);
    const judged = isRevealed(one) ? { ...one, agrees } : one;
    verifications.set(ctx, verificationKeyOf(judged), judged);
    endChallenge(
      ctx,
      isUpheld ? loseBond(deps, ctx, judged, conduct.rightMembers) : returnBond(ctx, judged),
    );
  }
}

function isRevealed({ state }: Verification): boolean {
  return state === VerificationState.VERIFICATION_STATE_REVEALED;
}

/** A challenge that was not revealed before the end has nothing left to say. */
function endChallenge(ctx: BlockContext, verification: Verification): void {
  const { kind, state } = verification;
  const isOpen = state === VerificationState.VERIFICATION_STATE_COMMITTED;
  if (kind === VerificationKind.VERIFICATION_KIND_CHALLENGE && isOpen) {
    releaseOpen(ctx, verification);
  }
}

/** DISPUTED → SOFT_FINAL (a qualification FINAL, since nothing is left to wait for) or REJECTED. */
function settleResult(ctx: BlockContext, task: Task, result: Result, grade: Grade): void {
  const judged = { ...result, holds: 0, windowLeftMs: 0n };
  if (grade !== "upheld") rejectResult(ctx, judged, FAULTS[grade]);
  else if (isQualification(task)) finaliseResult(ctx, { ...judged, upheld: true });
  else becomeSoftFinal(ctx, { ...judged, upheld: true }, result.windowLeftMs);
}

/**
 * DISPUTED → VOID: bonds go back. When the committees could not agree, the parties must qualify
 * again; when there was none, nobody has shown anything against anyone.
 */
export function closeWithoutVerdict(
  deps: TasksDeps,
  ctx: BlockContext,
  dispute: Dispute,
  outcome: DisputeOutcome,
  tallied?: Tally,
): void {
  const result = results.require(ctx, resultKeyOf(dispute));
  const isUndecided = outcome === DisputeOutcome.DISPUTE_OUTCOME_UNDECIDED;
  closeDispute(ctx, dispute, outcome, tallied);
  if (isUndecided) suspendParties(ctx, result);
  for (const one of verificationsOf(ctx, result)) endChallenge(ctx, returnBond(ctx, one));
  voidResult(
    ctx,
    { ...result, holds: 0, windowLeftMs: 0n },
    isUndecided ? ResultFault.RESULT_FAULT_UNDECIDED : ResultFault.RESULT_FAULT_NO_COMMITTEE,
  );
  concludeResult(deps, ctx, result);
}

function closeDispute(
  ctx: BlockContext,
  dispute: Dispute,
  outcome: DisputeOutcome,
  tallied: Tally | undefined,
): void {
  const key = resultKeyOf(dispute);
  if (dispute.deadlineMs > 0n) disputeDeadlines.delete(ctx, [dispute.deadlineMs, key]);
  const stage = DisputeStage.DISPUTE_STAGE_CLOSED;
  disputes.set(ctx, key, { ...dispute, stage, drawHeight: 0n, deadlineMs: 0n, outcome });
  const { taskHash, calculation, attempt, executor, seats } = dispute;
  ctx.emit(disputeClosed, {
    taskHash,
    calculation,
    attempt,
    executor,
    outcome,
    seatsValid: tallied?.seatsValid ?? 0,
    seatsInvalid: tallied?.seatsInvalid ?? 0,
    seats,
  });
}

/** All nodes of the parties' operators that are ACTIVE for the model. */
function suspendParties(ctx: BlockContext, result: Result): void {
  const { model } = present(taskOf(ctx, result.taskHash).identity, "identity");
  const parties = partiesOf(ctx, result);
  const addresses = [...nodesByModel.keys(ctx, { prefix: textKey.encode(model) })];
  for (const [, address] of addresses) {
    const node = nodes.require(ctx, address);
    const isActive = nodeModel(node, model)?.state === NodeModelState.NODE_MODEL_STATE_ACTIVE;
    if (!isActive || !parties.has(node.operator)) continue;
    suspendNode(ctx, address, model, PendingReason.PENDING_REASON_UNDECIDED_DISPUTE);
  }
}
