/** Transitions of a calculation as a whole: its derived state, its reopening and its end. */
import {
  type Calculation,
  type Result,
  Stage,
  State,
  type Round,
} from "../../proto/gen/aegis/tasks/v1/tasks.ts";
import { EMPTY_BYTES } from "../../app/lib/bytes.ts";
import { assert, present } from "../../app/lib/assert.ts";
import type { BlockContext } from "../../app/module/context.ts";
import { answerOf, calculationsOf, isTerminal, rankedResults, rulesOf, taskOf } from "./access.ts";
import { DRAW_DELAY } from "./constants.ts";
import type { TasksDeps } from "./deps.ts";
import { calculationClosed, calculationReopened, taskStateChanged } from "./events.ts";
import { clearDeadline } from "./queue.ts";
import { settleTask } from "./settle.ts";
import { calculations, rounds, startQueue, statuses, tasksByModel, tasksByState } from "./state.ts";

/** From least to most advanced; the failures come last because they only count when all is over. */
const ADVANCEMENT: readonly State[] = [
  State.STATE_OPEN,
  State.STATE_COMMITTED,
  State.STATE_COMPUTED,
  State.STATE_DISPUTED,
  State.STATE_SOFT_FINAL,
  State.STATE_FINAL,
  State.STATE_VOID,
  State.STATE_EXPIRED,
];

/** The least advanced of `states`, which are those of a task's calculations. */
export function leastAdvanced(states: readonly State[]): State {
  const least = Math.min(...states.map((state) => ADVANCEMENT.indexOf(state)));
  const state = ADVANCEMENT[least];
  assert(state !== undefined, "a calculation's state");
  return state;
}

/**
 * Writes a calculation. When it has selected results, its state is that of its answer, but FINAL
 * only once all its results are terminal and it is closed; the task's state follows.
 */
export function putCalculation(ctx: BlockContext, calculation: Calculation): void {
  const key = [calculation.taskHash, calculation.index] as const;
  const before = calculations.get(ctx, key);
  const state = stateOf(ctx, calculation);
  calculations.set(ctx, key, { ...calculation, state });
  if (before?.state !== state) refreshTask(ctx, calculation.taskHash);
}

function stateOf(ctx: BlockContext, calculation: Calculation): State {
  const answer = answerOf(ctx, calculation);
  if (answer === undefined || calculation.stage === Stage.STAGE_CLOSED) return calculation.state;
  return answer.state === State.STATE_FINAL ? State.STATE_SOFT_FINAL : answer.state;
}

/** Rewrites the calculation of a result, so that its state follows the result's. */
export function followResult(ctx: BlockContext, result: Result): void {
  putCalculation(ctx, calculations.require(ctx, [result.taskHash, result.calculation]));
}

function refreshTask(ctx: BlockContext, taskHash: Uint8Array): void {
  const status = statuses.require(ctx, taskHash);
  const state = leastAdvanced(calculationsOf(ctx, taskHash).map((one) => one.state));
  if (state === status.state) return;
  const { sequence, identity } = taskOf(ctx, taskHash);
  const { model } = present(identity, "identity");
  tasksByState.delete(ctx, [status.state, sequence]);
  tasksByState.add(ctx, [state, sequence]);
  tasksByModel.delete(ctx, [model, status.state, sequence]);
  tasksByModel.add(ctx, [model, state, sequence]);
  statuses.set(ctx, taskHash, { ...status, state });
  ctx.emit(taskStateChanged, { taskHash, state });
}

/**
 * Looks at a calculation whose results are all decided: while one waits for its window nothing
 * happens; otherwise it is closed, or reopened when every result was rejected.
 */
export function concludeCalculation(
  deps: TasksDeps,
  ctx: BlockContext,
  calculation: Calculation,
): void {
  const results = rankedResults(ctx, calculation);
  if (!results.every(isTerminal)) {
    putCalculation(ctx, { ...calculation, stage: Stage.STAGE_DECIDED, deadlineMs: 0n });
    return;
  }
  if (results.some((result) => result.state === State.STATE_FINAL)) {
    closeCalculation(deps, ctx, calculation, State.STATE_FINAL);
  } else if (results.some((result) => result.state === State.STATE_VOID)) {
    closeCalculation(deps, ctx, calculation, State.STATE_VOID);
  } else if (calculation.attempt < rulesOf(taskOf(ctx, calculation.taskHash)).maxAttempts) {
    reopenCalculation(ctx, calculation);
  } else {
    closeCalculation(deps, ctx, calculation, State.STATE_EXPIRED);
  }
}

/** Follows a result that left a window; while others are not decided, the stage goes on. */
export function concludeResult(deps: TasksDeps, ctx: BlockContext, result: Result): void {
  const calculation = calculations.require(ctx, [result.taskHash, result.calculation]);
  if (calculation.stage === Stage.STAGE_DECIDED) concludeCalculation(deps, ctx, calculation);
  else followResult(ctx, result);
}

/** Ends a calculation; the last one of a task settles it. */
export function closeCalculation(
  deps: TasksDeps,
  ctx: BlockContext,
  calculation: Calculation,
  state: State,
): void {
  const { taskHash, index } = calculation;
  clearDeadline(ctx, calculation);
  putCalculation(ctx, { ...calculation, state, stage: Stage.STAGE_CLOSED, deadlineMs: 0n });
  ctx.emit(calculationClosed, { taskHash, calculation: index, state });
  const status = statuses.require(ctx, taskHash);
  const openCalculations = status.openCalculations - 1;
  statuses.set(ctx, taskHash, { ...status, openCalculations });
  if (openCalculations === 0) settleTask(deps, ctx, taskHash);
}

function reopenCalculation(ctx: BlockContext, calculation: Calculation): void {
  const { taskHash, index } = calculation;
  const attempt = calculation.attempt + 1;
  const startHeight = ctx.block.height + DRAW_DELAY;
  clearDeadline(ctx, calculation);
  putCalculation(ctx, {
    ...calculation,
    state: State.STATE_OPEN,
    stage: Stage.STAGE_WAITING,
    attempt,
    seed: EMPTY_BYTES,
    startHeight,
    executors: [],
    draws: 0,
    drawHeight: 0n,
    deadlineMs: 0n,
    verifiers: [],
  });
  queueRound(ctx, newRound(taskHash, index, attempt, startHeight, 1));
  ctx.emit(calculationReopened, { taskHash, calculation: index, attempt, startHeight });
}

/** A round that waits for its beacon. */
export function newRound(
  taskHash: Uint8Array,
  calculation: number,
  attempt: number,
  startHeight: bigint,
  uncommitted: number,
): Round {
  return {
    taskHash,
    calculation,
    attempt,
    startHeight,
    positions: [],
    computeDeadlineMs: 0n,
    closeHeight: 0n,
    uncommitted,
    startClockMs: 0n,
  };
}

/** Stores a new round and schedules its start. */
export function queueRound(ctx: BlockContext, round: Round): void {
  const key = [round.taskHash, round.calculation, round.attempt] as const;
  rounds.set(ctx, key, round);
  startQueue.add(ctx, [round.startHeight, key]);
}
