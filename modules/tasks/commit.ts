/** Commits of results, and the end of the commit window: ranks. */
import {
  type Calculation,
  type Result,
  ResultFault,
  type Round,
  Stage,
  State,
  type Task,
} from "../../proto/gen/aegis/tasks/v1/tasks.ts";
import { NodeStatus, type Node } from "../../proto/gen/aegis/tasks/v1/node.ts";
import type { ResultCommit } from "../../proto/gen/aegis/tasks/v1/tx.ts";
import { addressBytes } from "../../app/lib/address.ts";
import { present } from "../../app/lib/assert.ts";
import { compareBytes, EMPTY_BYTES, hashOf } from "../../app/lib/bytes.ts";
import type { Readable } from "../../app/module/collections/schema.ts";
import type { BlockContext } from "../../app/module/context.ts";
import {
  calculationsOfRound,
  isActive,
  isQualification,
  isStreamed,
  nodeModel,
  requireCalculation,
  requireNode,
  resultKeyOf,
  resultsOf,
  roundOf,
  rulesOf,
  stakeOf,
  taskOf,
} from "./access.ts";
import { closeCalculation, putCalculation } from "./calculation.ts";
import type { TasksDeps } from "./deps.ts";
import { errors } from "./errors.ts";
import { commitsClosed, resultCommitted, resultOutranked } from "./events.ts";
import { releaseResult, takeResult } from "./nodeWork.ts";
import { calculationDeadline } from "./queue.ts";
import {
  closeQueue,
  deadlines,
  openCalculations,
  paramsItem,
  results,
  revisions,
  rounds,
} from "./state.ts";

/** A node's place in a round: its index among the drawn, or the one after them. */
export function positionOf(round: Round, node: string): number {
  const at = round.positions.indexOf(node);
  return at < 0 ? round.positions.length : at;
}

/**
 * First height at which `position` may commit. While a task streams only the first one may, because
 * whoever hears it could copy it.
 */
export function firstHeight(task: Task, round: Round, position: number): bigint {
  const { privilegeWidth, privilegeDelayBlocks } = rulesOf(task);
  const width = privilegeWidth * present(task.identity, "identity").targetCount;
  const isAfterStream = isStreamed(task) && position > 0;
  const delays = isAfterStream
    ? 1 + Math.floor((position - 1) / width)
    : Math.floor(position / width);
  return round.startHeight + BigInt(delays * privilegeDelayBlocks);
}

/** Fees that a node's unfinal work may reach together. */
export function exposureLimit(ctx: Readable, node: Node, exposureRatio: number): bigint {
  return stakeOf(ctx, node) / BigInt(exposureRatio);
}

/** @throws ModuleError as the module's README lists for MsgCommitResult. */
export function commitResult(ctx: BlockContext, address: string, item: ResultCommit): void {
  const calculation = requireCalculation(ctx, item);
  if (item.commit.length !== 32) throw errors.invalidItem("commit has 32 bytes");
  const task = taskOf(ctx, item.taskHash);
  const round = openRound(ctx, calculation);
  const node = requireNode(ctx, address);
  if (node.status !== NodeStatus.NODE_STATUS_BONDED) throw errors.nodeUnbonding();
  const { model, revision } = present(task.identity, "identity");
  if (!isQualification(task)) {
    if (!isActive(node, model)) throw errors.nodeNotActive();
  } else if (task.qualifies !== address) {
    throw errors.qualificationOfAnother();
  }
  // A later revision may allow other classes than the one that the node registered for.
  const { kernelClasses } = revisions.require(ctx, [model, revision]);
  const own = nodeModel(node, model)?.kernelClass;
  if (!kernelClasses.some(({ name }) => name === own)) throw errors.kernelClass();
  const position = positionOf(round, address);
  if (ctx.block.height < firstHeight(task, round, position)) throw errors.tooEarly();
  const earlier = resultsOf(ctx, calculation);
  if (earlier.some((one) => one.executor === address)) throw errors.alreadyCommitted();
  if (earlier.some((one) => one.operator === node.operator)) throw errors.operatorCommitted();
  const result = newResult(ctx, item, node, position);
  const { rewardRanks } = rulesOf(task);
  const better = earlier.filter((one) => compareRanks(task, one, result) < 0).length;
  if (better >= rewardRanks) throw errors.noRankLeft();
  const limit = exposureLimit(ctx, node, paramsItem.require(ctx).exposureRatio);
  // A qualification has no fee: it exposes nothing, whatever else the node has under way.
  const fee = task.calculationFeeMax;
  if (fee > 0n && node.exposure + fee > limit) throw errors.exposureExceeded();

  results.set(ctx, resultKeyOf(result), result);
  takeResult(ctx, result);
  if (earlier.length === 0) firstCommit(ctx, task, round, calculation);
  const { taskHash, calculation: index, attempt, executor } = result;
  ctx.emit(resultCommitted, { taskHash, calculation: index, attempt, executor, position });
}

/** @throws ModuleError wrongStage or windowClosed. */
function openRound(ctx: BlockContext, calculation: Calculation): Round {
  if (calculation.stage === Stage.STAGE_WAITING) throw errors.wrongStage("not started");
  if (calculation.stage !== Stage.STAGE_COMMIT) throw errors.windowClosed();
  const round = roundOf(ctx, calculation);
  const isPastGrace = round.closeHeight > 0n && ctx.block.height > round.closeHeight;
  if (isPastGrace || ctx.block.clockMs > round.computeDeadlineMs) throw errors.windowClosed();
  return round;
}

function newResult(ctx: BlockContext, item: ResultCommit, node: Node, position: number): Result {
  return {
    taskHash: item.taskHash,
    calculation: item.calculation,
    attempt: item.attempt,
    executor: node.address,
    operator: node.operator,
    state: State.STATE_COMMITTED,
    commit: item.commit,
    commitHeight: ctx.block.height,
    position,
    fingerprintHash: EMPTY_BYTES,
    revealHeight: 0n,
    outputTokens: 0,
    fingerprintRevealed: false,
    decidedHeight: 0n,
    deadlineMs: 0n,
    fault: ResultFault.RESULT_FAULT_UNSPECIFIED,
    holds: 0,
    windowLeftMs: 0n,
    upheld: false,
    commitClockMs: ctx.block.clockMs,
    auditHeight: 0n,
    streamFraud: false,
  };
}

/**
 * The calculation has its first commit; when it was the round's last without, grace begins. A
 * qualification has none: until its deadline others are measured too, and nobody shall have to
 * verify meanwhile.
 */
function firstCommit(ctx: BlockContext, task: Task, round: Round, calculation: Calculation): void {
  const uncommitted = round.uncommitted - 1;
  const grace = BigInt(rulesOf(task).commitGraceBlocks);
  const isLast = uncommitted === 0 && !isQualification(task);
  const closeHeight = isLast ? ctx.block.height + grace : 0n;
  const key = [round.taskHash, round.calculation, round.attempt] as const;
  rounds.set(ctx, key, { ...round, uncommitted, closeHeight });
  if (isLast) closeQueue.add(ctx, [closeHeight, key]);
  putCalculation(ctx, { ...calculation, state: State.STATE_COMMITTED });
}

/**
 * Order of results: commit height + ⌊position ÷ privilege_width⌋, then position, then a hash that
 * nobody could know when he chose his address.
 */
export function compareRanks(task: Task, a: Result, b: Result): number {
  const { privilegeWidth } = rulesOf(task);
  const rank = (one: Result): bigint =>
    one.commitHeight + BigInt(Math.floor(one.position / privilegeWidth));
  if (rank(a) !== rank(b)) return rank(a) < rank(b) ? -1 : 1;
  return a.position - b.position || compareBytes(tieHash(a), tieHash(b));
}

function tieHash(result: Result): Uint8Array {
  return hashOf(
    { domain: "aegis/rank/v1" },
    { hash: result.taskHash },
    { integer: result.calculation },
    { integer: result.attempt },
    { address: addressBytes(result.executor) },
  );
}

/** End of a round's commit window: ranks are fixed, reveals begin; without a commit, EXPIRED. */
export function closeRound(deps: TasksDeps, ctx: BlockContext, round: Round): void {
  const task = taskOf(ctx, round.taskHash);
  const key = [round.taskHash, round.calculation, round.attempt] as const;
  if (round.closeHeight > 0n) closeQueue.delete(ctx, [round.closeHeight, key]);
  const first = { taskHash: round.taskHash, index: round.calculation };
  deadlines.delete(ctx, calculationDeadline(round.computeDeadlineMs, first));
  for (const calculation of calculationsOfRound(ctx, round)) {
    const { model } = present(task.identity, "identity");
    openCalculations.delete(ctx, [model, [calculation.taskHash, calculation.index]]);
    closeCommits(deps, ctx, task, calculation);
  }
}

function closeCommits(
  deps: TasksDeps,
  ctx: BlockContext,
  task: Task,
  calculation: Calculation,
): void {
  const rules = rulesOf(task);
  const ranked = resultsOf(ctx, calculation).sort((a, b) => compareRanks(task, a, b));
  if (ranked.length === 0) {
    closeCalculation(deps, ctx, calculation, State.STATE_EXPIRED);
    return;
  }
  const { taskHash, index, attempt } = calculation;
  for (const result of ranked.slice(rules.rewardRanks)) {
    results.delete(ctx, resultKeyOf(result));
    releaseResult(ctx, result);
    const { executor } = result;
    ctx.emit(resultOutranked, { taskHash, calculation: index, attempt, executor });
  }
  const executors = ranked.slice(0, rules.rewardRanks).map((result) => result.executor);
  const deadlineMs = ctx.block.clockMs + rules.revealWindowMs;
  deadlines.add(ctx, calculationDeadline(deadlineMs, calculation));
  putCalculation(ctx, { ...calculation, stage: Stage.STAGE_REVEAL, executors, deadlineMs });
  ctx.emit(commitsClosed, { taskHash, calculation: index, attempt, executors, deadlineMs });
}
