/** Queues and indexes as they follow from the records: genesis writes, invariants compare them. */
import type { Vote } from "../../proto/gen/aegis/tasks/v1/dispute.ts";
import type { Model } from "../../proto/gen/aegis/tasks/v1/model.ts";
import type { Node } from "../../proto/gen/aegis/tasks/v1/node.ts";
import { NodeStatus } from "../../proto/gen/aegis/tasks/v1/node.ts";
import {
  type Calculation,
  type Result,
  Stage,
  State,
  type Task,
  VerificationState,
} from "../../proto/gen/aegis/tasks/v1/tasks.ts";
import { present } from "../../app/lib/assert.ts";
import type { KeySet, Readable } from "../../app/module/collections/schema.ts";
import {
  attemptOf,
  calculationsOf,
  isQualification,
  resultKeyOf,
  resultsOf,
  roundKeyOf,
  taskOf,
  verificationsOf,
  votesOf,
} from "./access.ts";
import { calculationDeadline, resultDeadline } from "./queue.ts";
import {
  auditQueue,
  closeQueue,
  committeeQueue,
  deadlines,
  disputeDeadlines,
  disputes,
  drawQueue,
  holdDeadlines,
  nodesByModel,
  openCalculations,
  qualificationQueue,
  rounds,
  startQueue,
  statuses,
  tasksByModel,
  tasksByState,
  unbondings,
  votesOwed,
  work,
} from "./state.ts";

/** Receives every key that an index must have. A key may come more than once. */
export type IndexSink = <K>(index: KeySet<K>, key: K) => void;

/** All indexes that are sets of keys. */
export const INDEXES: readonly KeySet<never>[] = [
  nodesByModel,
  unbondings,
  tasksByModel,
  tasksByState,
  startQueue,
  drawQueue,
  closeQueue,
  deadlines,
  openCalculations,
  auditQueue,
  holdDeadlines,
  committeeQueue,
  disputeDeadlines,
  votesOwed,
  work,
  qualificationQueue,
] as readonly KeySet<unknown>[] as readonly KeySet<never>[];

/** Index entries of a model. */
export function indexModel({ id, qualificationHeight }: Model, sink: IndexSink): void {
  if (qualificationHeight > 0n) sink(qualificationQueue, [qualificationHeight, id]);
}

/** Index entries of a node. */
export function indexNode(node: Node, sink: IndexSink): void {
  for (const { model } of node.models) sink(nodesByModel, [model, node.address]);
  if (node.status === NodeStatus.NODE_STATUS_UNBONDING) {
    sink(unbondings, [node.unbondingEndMs, node.address]);
  }
}

/** Index entries of a task and all that belongs to it. */
export function indexTask(ctx: Readable, taskHash: Uint8Array, sink: IndexSink): void {
  const task = taskOf(ctx, taskHash);
  const { model } = present(task.identity, "identity");
  const { state } = statuses.require(ctx, taskHash);
  sink(tasksByState, [state, task.sequence]);
  sink(tasksByModel, [model, state, task.sequence]);
  for (const calculation of calculationsOf(ctx, taskHash)) {
    indexCalculation(ctx, calculation, task, sink);
    for (const result of resultsOf(ctx, calculation)) {
      indexResult(ctx, result, sink);
      indexDispute(ctx, result, sink);
    }
  }
}

function indexCalculation(
  ctx: Readable,
  calculation: Calculation,
  task: Task,
  sink: IndexSink,
): void {
  const key = [calculation.taskHash, calculation.index] as const;
  const roundKey = roundKeyOf(calculation);
  if (calculation.stage === Stage.STAGE_WAITING) {
    sink(startQueue, [calculation.startHeight, roundKey]);
  }
  if (calculation.stage === Stage.STAGE_COMMIT) {
    const { closeHeight, computeDeadlineMs } = rounds.require(ctx, roundKey);
    const [taskHash, index] = roundKey;
    if (isQualification(task)) {
      sink(work, [task.qualifies, [attemptOf(calculation), task.qualifies]]);
    } else {
      sink(openCalculations, [present(task.identity, "identity").model, key]);
    }
    sink(deadlines, calculationDeadline(computeDeadlineMs, { taskHash, index }));
    if (closeHeight > 0n) sink(closeQueue, [closeHeight, roundKey]);
  }
  if (calculation.stage === Stage.STAGE_DRAW) sink(drawQueue, [calculation.drawHeight, key]);
  if (calculation.deadlineMs > 0n) {
    sink(deadlines, calculationDeadline(calculation.deadlineMs, calculation));
  }
}

function indexResult(ctx: Readable, result: Result, sink: IndexSink): void {
  if (result.deadlineMs > 0n) sink(deadlines, resultDeadline(result.deadlineMs, result));
  if (result.auditHeight > 0n) sink(auditQueue, [result.auditHeight, resultKeyOf(result)]);
  const isComputed = result.state === State.STATE_COMPUTED;
  const owes =
    result.state === State.STATE_COMMITTED || (isComputed && !result.fingerprintRevealed);
  if (owes) sink(work, [result.executor, resultKeyOf(result)]);
  for (const { state, verifier, deadlineMs } of verificationsOf(ctx, result)) {
    if (deadlineMs > 0n) sink(holdDeadlines, [deadlineMs, [resultKeyOf(result), verifier]]);
    const isOpen =
      state === VerificationState.VERIFICATION_STATE_DRAWN ||
      state === VerificationState.VERIFICATION_STATE_COMMITTED;
    if (isOpen) sink(work, [verifier, resultKeyOf(result)]);
  }
}

function indexDispute(ctx: Readable, result: Result, sink: IndexSink): void {
  const key = resultKeyOf(result);
  const dispute = disputes.get(ctx, key);
  if (dispute === undefined) return;
  if (dispute.drawHeight > 0n) sink(committeeQueue, [dispute.drawHeight, key]);
  if (dispute.deadlineMs > 0n) sink(disputeDeadlines, [dispute.deadlineMs, key]);
  for (const vote of votesOf(ctx, result)) if (isOwed(vote)) sink(votesOwed, [vote.member, key]);
}

/** Whether a member still has to commit or reveal its vote. */
export function isOwed({ state }: Vote): boolean {
  return (
    state === VerificationState.VERIFICATION_STATE_DRAWN ||
    state === VerificationState.VERIFICATION_STATE_COMMITTED
  );
}
