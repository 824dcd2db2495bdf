/**
 * What a finished qualification says about its node: whether its answer came in time, what the
 * node is then, and who is paid for having replayed it.
 */
import {
  type NodeModel,
  NodeModelState,
  PendingReason,
} from "../../proto/gen/aegis/tasks/v1/node.ts";
import {
  type Calculation,
  type Result,
  ResultFault,
  State,
  type Task,
} from "../../proto/gen/aegis/tasks/v1/tasks.ts";
import { present } from "../../app/lib/assert.ts";
import { EMPTY_BYTES, equalBytes } from "../../app/lib/bytes.ts";
import { largerAmount, smallerAmount } from "../../app/lib/coin.ts";
import type { Readable } from "../../app/module/collections/schema.ts";
import type { BlockContext } from "../../app/module/context.ts";
import {
  attemptOf,
  nodeModel,
  resultKeyOf,
  resultsOf,
  roundOf,
  verificationsOf,
} from "./access.ts";
import { WORK_SCORE_MAX } from "./constants.ts";
import type { TasksDeps } from "./deps.ts";
import { nodeNotQualified } from "./events.ts";
import { activateNode, changeNodeModel, suspendNode } from "./nodeStates.ts";
import { payReplay } from "./replayPay.ts";
import { allowedMs, measuredMs } from "./speed.ts";
import { calculations, nodes, revealedResults, work } from "./state.ts";

/** How long a revealed answer may have taken, and took, in milliseconds. */
function times(ctx: Readable, task: Task, result: Result): readonly [bigint, bigint] {
  const calculation = calculations.require(ctx, [result.taskHash, result.calculation]);
  const { content } = revealedResults.require(ctx, resultKeyOf(result));
  const { promptTokenCount, tokenIds } = present(content, "content");
  const allowed = allowedMs(ctx, task, promptTokenCount, tokenIds.length);
  return [allowed, measuredMs(roundOf(ctx, calculation), result.commitClockMs)];
}

/** Whether a revealed answer has tokens and came in the time that its model allows for them. */
export function isFit(ctx: Readable, task: Task, result: Result): boolean {
  const [allowed, measured] = times(ctx, task, result);
  return result.outputTokens > 0 && measured <= allowed;
}

/** How many times faster than it must be a node is: 1 to WORK_SCORE_MAX. */
function workScore(ctx: Readable, task: Task, result: Result): bigint {
  const [allowed, measured] = times(ctx, task, result);
  return smallerAmount(largerAmount(allowed / measured, 1n), WORK_SCORE_MAX);
}

/** Why a qualification was not passed, by how its result ended; without one, by its silence. */
function reasonOf(ctx: Readable, task: Task, result: Result | undefined): PendingReason {
  switch (result?.fault) {
    case undefined:
    case ResultFault.RESULT_FAULT_NOT_REVEALED:
    case ResultFault.RESULT_FAULT_NO_FINGERPRINT:
      return PendingReason.PENDING_REASON_NOT_ANSWERED;
    case ResultFault.RESULT_FAULT_NOT_VERIFIED:
    case ResultFault.RESULT_FAULT_VERIFICATIONS_WITHHELD:
    case ResultFault.RESULT_FAULT_NO_COMMITTEE:
      return PendingReason.PENDING_REASON_NOT_VERIFIED;
    case ResultFault.RESULT_FAULT_UNDECIDED:
      return PendingReason.PENDING_REASON_UNDECIDED_DISPUTE;
    case ResultFault.RESULT_FAULT_NOT_QUALIFIED: {
      const isLate = result.outputTokens > 0 && !isFit(ctx, task, result);
      return isLate
        ? PendingReason.PENDING_REASON_TOO_SLOW
        : PendingReason.PENDING_REASON_WRONG_ANSWER;
    }
    default:
      return PendingReason.PENDING_REASON_WRONG_ANSWER;
  }
}

/** The end of a qualification: its node is ACTIVE, or is told why not. No escrow moves. */
export function endQualification(
  deps: TasksDeps,
  ctx: BlockContext,
  task: Task,
  calculation: Calculation,
): void {
  const [result] = resultsOf(ctx, calculation);
  const isPassed = result?.state === State.STATE_FINAL;
  if (isPassed) payVerifiers(deps, ctx, result);
  const { qualifies: node, hash } = task;
  const { model, revision } = present(task.identity, "identity");
  work.delete(ctx, [node, [attemptOf(calculation), node]]);
  const record = nodes.get(ctx, node);
  const own = record && nodeModel(record, model);
  // The node may have gone, and even come back, since the draw.
  if (own === undefined || !equalBytes(own.qualification, hash)) return;
  const changeOwn = (change: Partial<NodeModel>): void => {
    changeNodeModel(ctx, node, model, (one) => ({ ...one, ...change, qualification: EMPTY_BYTES }));
  };
  if (isPassed) {
    changeOwn({ failures: 0 });
    activateNode(ctx, node, model, { workScore: workScore(ctx, task, result), revision });
    return;
  }
  const reason = reasonOf(ctx, task, result);
  const isItsFault = reason !== PendingReason.PENDING_REASON_NOT_VERIFIED;
  changeOwn(isItsFault ? { failures: own.failures + 1 } : {});
  const { state } = own;
  if (isItsFault || state !== NodeModelState.NODE_MODEL_STATE_ACTIVE) {
    suspendNode(ctx, node, model, reason);
  } else {
    // It did what was asked; that others were missing must not take its work away.
    ctx.emit(nodeNotQualified, { model, node, state, reason });
  }
}

/** Operators whose replay confirmed the answer are paid for it, each once, in order of the draw. */
function payVerifiers(deps: TasksDeps, ctx: BlockContext, result: Result): void {
  const confirming = verificationsOf(ctx, result)
    .filter(({ agrees }) => agrees)
    .sort((a, b) => a.position - b.position);
  for (const operator of new Set(confirming.map((one) => one.operator))) {
    payReplay(deps, ctx, result, operator);
  }
}
