/** What queries show of records: summaries, answers, duties, reasons. */
import { DisputeStage } from "../../proto/gen/aegis/tasks/v1/dispute.ts";
import {
  type Node,
  type NodeModel,
  NodeModelState,
  NodeStatus,
  PendingReason,
} from "../../proto/gen/aegis/tasks/v1/node.ts";
import {
  type Answer,
  type Duty,
  DutyKind,
  type NodeView,
  type PendingCalculation,
  type TaskSummary,
} from "../../proto/gen/aegis/tasks/v1/query.ts";
import {
  type Calculation,
  type Result,
  Stage,
  State,
  type Verification,
  VerificationKind,
  VerificationState,
} from "../../proto/gen/aegis/tasks/v1/tasks.ts";
import { present } from "../../app/lib/assert.ts";
import type { Readable } from "../../app/module/collections/schema.ts";
import { answerOf, resultKeyOf, resultsOf, roundOf, taskOf } from "./access.ts";
import { exposureLimit, firstHeight, positionOf } from "./commit.ts";
import { isHold } from "./holds.ts";
import {
  type CalculationKey,
  calculations,
  disputes,
  nodes,
  paramsItem,
  type ResultKey,
  results,
  revealedResults,
  statuses,
  verifications,
  votes,
} from "./state.ts";

export function taskSummary(ctx: Readable, hash: Uint8Array): TaskSummary {
  const { sequence, identity, height } = taskOf(ctx, hash);
  const { model, sender, targetCount } = present(identity, "identity");
  const { state } = statuses.require(ctx, hash);
  return { taskHash: hash, sequence, model, sender, height, state, targetCount, open: [] };
}

/** The calculation's best result, once it is revealed. */
export function answerView(ctx: Readable, calculation: Calculation): Answer | undefined {
  const result = answerOf(ctx, calculation);
  const revealed = result && revealedResults.get(ctx, resultKeyOf(result));
  if (result === undefined || revealed === undefined) return undefined;
  const { executor, state } = result;
  return { calculation: calculation.index, executor, state, content: revealed.content };
}

/** A calculation that accepts commits, as `node` sees it; "" is nobody in particular. */
export function pendingView(ctx: Readable, key: CalculationKey, node: string): PendingCalculation {
  const calculation = calculations.require(ctx, key);
  const { taskHash, index, attempt, seed } = calculation;
  const round = roundOf(ctx, calculation);
  const position = positionOf(round, node);
  const commits = resultsOf(ctx, calculation);
  const operator = node === "" ? "" : nodes.get(ctx, node)?.operator;
  return {
    taskHash,
    calculation: index,
    attempt,
    seed,
    computeDeadlineMs: round.computeDeadlineMs,
    closeHeight: round.closeHeight,
    commits: commits.length,
    position,
    firstHeight: firstHeight(taskOf(ctx, taskHash), round, position),
    committed: commits.some((one) => one.operator === operator),
  };
}

const EXECUTOR_DUTIES: Readonly<Record<number, DutyKind>> = {
  [Stage.STAGE_COMMIT]: DutyKind.DUTY_KIND_AWAIT_REVEAL,
  [Stage.STAGE_REVEAL]: DutyKind.DUTY_KIND_REVEAL_RESULT,
  [Stage.STAGE_OPENING]: DutyKind.DUTY_KIND_REVEAL_FINGERPRINT,
};

function executorDuty(calculation: Calculation, result: Result): DutyKind {
  const isRevealed = result.state !== State.STATE_COMMITTED;
  if (isRevealed && calculation.stage !== Stage.STAGE_OPENING) {
    return DutyKind.DUTY_KIND_AWAIT_OPENING;
  }
  return EXECUTOR_DUTIES[calculation.stage] ?? DutyKind.DUTY_KIND_UNSPECIFIED;
}

function verifierDuty(calculation: Calculation, { state, kind }: Verification): DutyKind {
  const isDrawn = state === VerificationState.VERIFICATION_STATE_DRAWN;
  if (kind === VerificationKind.VERIFICATION_KIND_CHALLENGE) {
    return DutyKind.DUTY_KIND_REVEAL_CHALLENGE;
  }
  if (kind === VerificationKind.VERIFICATION_KIND_AUDIT) {
    return isDrawn ? DutyKind.DUTY_KIND_COMMIT_AUDIT : DutyKind.DUTY_KIND_REVEAL_AUDIT;
  }
  if (isDrawn) return DutyKind.DUTY_KIND_COMMIT_VERIFICATION;
  return calculation.stage === Stage.STAGE_OPENING
    ? DutyKind.DUTY_KIND_REVEAL_VERIFICATION
    : DutyKind.DUTY_KIND_AWAIT_VERIFICATIONS;
}

const WAITING: readonly DutyKind[] = [
  DutyKind.DUTY_KIND_AWAIT_REVEAL,
  DutyKind.DUTY_KIND_AWAIT_OPENING,
  DutyKind.DUTY_KIND_AWAIT_VERIFICATIONS,
];

/** One entry of a node's work. */
export function dutyView(ctx: Readable, node: string, key: ResultKey): Duty {
  const [[taskHash, index, attempt], executor] = key;
  const calculation = calculations.require(ctx, [taskHash, index]);
  if (executor === node && !results.has(ctx, key)) {
    const { computeDeadlineMs: deadlineMs } = roundOf(ctx, calculation);
    const kind = DutyKind.DUTY_KIND_QUALIFY;
    return { taskHash, calculation: index, attempt, executor, kind, deadlineMs, round: 0 };
  }
  const verification = executor === node ? undefined : verifications.require(ctx, [key, node]);
  const kind =
    verification === undefined
      ? executorDuty(calculation, results.require(ctx, key))
      : verifierDuty(calculation, verification);
  const hasOwnDeadline = verification !== undefined && isHold(verification);
  const next = hasOwnDeadline ? verification.deadlineMs : calculation.deadlineMs;
  const deadlineMs = WAITING.includes(kind) ? 0n : next;
  return { taskHash, calculation: index, attempt, executor, kind, deadlineMs, round: 0 };
}

/** A vote that a node owes. */
export function voteView(ctx: Readable, node: string, key: ResultKey): Duty {
  const { taskHash, calculation, attempt, executor, round, stage, deadlineMs } = disputes.require(
    ctx,
    key,
  );
  const isCommitted = votes.require(ctx, [key, round, node]).commit.length > 0;
  const duty = { taskHash, calculation, attempt, executor, round };
  if (stage === DisputeStage.DISPUTE_STAGE_REVEAL) {
    return { ...duty, kind: DutyKind.DUTY_KIND_REVEAL_VOTE, deadlineMs };
  }
  return isCommitted
    ? { ...duty, kind: DutyKind.DUTY_KIND_AWAIT_VOTES, deadlineMs: 0n }
    : { ...duty, kind: DutyKind.DUTY_KIND_COMMIT_VOTE, deadlineMs };
}

const PENDING_NOTES: Readonly<Record<PendingReason, string>> = {
  [PendingReason.PENDING_REASON_UNSPECIFIED]: "it has not passed a qualification",
  [PendingReason.PENDING_REASON_NOT_QUALIFIED]:
    "it has not passed a qualification for the acting revision with its kernel class",
  [PendingReason.PENDING_REASON_NOT_ANSWERED]:
    "it did not answer its last qualification; is the daemon running, with this model?",
  [PendingReason.PENDING_REASON_TOO_SLOW]:
    "its last answer came later than the model's least speeds allow",
  [PendingReason.PENDING_REASON_WRONG_ANSWER]:
    "its last answer was not that of its kernel class, bit by bit",
  [PendingReason.PENDING_REASON_NOT_VERIFIED]:
    "nodes of other operators and the same kernel class were too few to verify its last answer",
  [PendingReason.PENDING_REASON_UNDECIDED_DISPUTE]:
    "it was a party of a dispute that nobody could decide",
};

function stateNote({ model, state, pendingReason, qualification }: NodeModel): string {
  const isPending = state === NodeModelState.NODE_MODEL_STATE_PENDING;
  const next =
    qualification.length > 0
      ? "a qualification is under way"
      : "another begins with the next epoch, after several failures not with each";
  const name = isPending ? "PENDING" : "SUSPENDED";
  return `${name} for ${model}: ${PENDING_NOTES[pendingReason]}; ${next}`;
}

/** A node with what it may and may not do, and why. */
export function nodeView(ctx: Readable, node: Node): NodeView {
  const { exposureRatio } = paramsItem.require(ctx);
  const notes = node.models
    .filter((one) => one.state !== NodeModelState.NODE_MODEL_STATE_ACTIVE)
    .map(stateNote);
  if (node.status === NodeStatus.NODE_STATUS_UNBONDING) {
    notes.push(
      `UNBONDING: takes no new work; the stake is released at protocol clock ` +
        `${node.unbondingEndMs} if nothing of its work is open then`,
    );
  }
  return { node, exposureLimit: exposureLimit(ctx, node, exposureRatio), notes };
}
