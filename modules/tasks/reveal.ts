/** Reveals of results, and the end of the reveal window: the draw of verifiers is due. */
import {
  type Calculation,
  FinishReason,
  type Result,
  ResultContent,
  ResultFault,
  Stage,
  State,
  type Task,
  UnservableReason,
} from "../../proto/gen/aegis/tasks/v1/tasks.ts";
import type { ResultReveal } from "../../proto/gen/aegis/tasks/v1/tx.ts";
import { resultCommit, resultHash } from "../../app/asli/commitment.ts";
import { addressBytes } from "../../app/lib/address.ts";
import { present } from "../../app/lib/assert.ts";
import { equalBytes } from "../../app/lib/bytes.ts";
import type { BlockContext } from "../../app/module/context.ts";
import {
  attemptOf,
  isQualification,
  nodeModel,
  rankedResults,
  requireCalculation,
  requireNode,
  resultKeyOf,
  taskOf,
} from "./access.ts";
import { concludeCalculation, putCalculation } from "./calculation.ts";
import { DRAW_DELAY } from "./constants.ts";
import type { TasksDeps } from "./deps.ts";
import { errors } from "./errors.ts";
import { resultRevealed, revealsClosed } from "./events.ts";
import { penaliseMissingResult } from "./penalties.ts";
import { isFit } from "./qualification.ts";
import { clearDeadline } from "./queue.ts";
import { rejectResult } from "./results.ts";
import { calculations, drawQueue, results, revealedResults, revisions } from "./state.ts";

/** @throws ModuleError as the module's README lists for MsgRevealResult. */
export function revealResult(
  deps: TasksDeps,
  ctx: BlockContext,
  address: string,
  item: ResultReveal,
): void {
  const calculation = requireCalculation(ctx, item);
  checkItem(item);
  if (calculation.stage === Stage.STAGE_COMMIT) throw errors.wrongStage("commits are still open");
  const result = results.get(ctx, [attemptOf(calculation), address]);
  if (result === undefined) throw errors.notCommitted();
  if (result.state !== State.STATE_COMMITTED) throw errors.alreadyRevealed();
  const isOpen = calculation.stage === Stage.STAGE_REVEAL;
  if (!isOpen || ctx.block.clockMs > calculation.deadlineMs) throw errors.windowClosed();
  const content = present(item.result, "result");
  checkContent(ctx, taskOf(ctx, item.taskHash), address, content);
  const commit = resultCommit({
    chainId: ctx.block.chainId,
    taskHash: item.taskHash,
    index: item.calculation,
    attempt: item.attempt,
    node: addressBytes(address),
    resultHash: resultHash(item.salt, ResultContent.encode(content)),
    fingerprintHash: item.fingerprintHash,
  });
  if (!equalBytes(commit, result.commit)) throw errors.commitMismatch();

  const key = resultKeyOf(result);
  const { taskHash, calculation: index, attempt, executor } = result;
  revealedResults.set(ctx, key, { taskHash, calculation: index, attempt, executor, content });
  const outputTokens = content.tokenIds.length;
  results.set(ctx, key, {
    ...result,
    state: State.STATE_COMPUTED,
    fingerprintHash: item.fingerprintHash,
    revealHeight: ctx.block.height,
    outputTokens,
  });
  putCalculation(ctx, calculation);
  ctx.emit(resultRevealed, {
    taskHash,
    calculation: index,
    attempt,
    executor,
    outputTokens,
    unservableReason: content.unservableReason,
  });
  const waiting = rankedResults(ctx, calculation);
  if (waiting.every((one) => one.state !== State.STATE_COMMITTED)) {
    closeReveals(deps, ctx, calculations.require(ctx, [taskHash, index]));
  }
}

function checkItem(item: ResultReveal): void {
  if (item.fingerprintHash.length !== 32) throw errors.invalidItem("fingerprint_hash: 32 bytes");
  if (item.salt.length !== 32) throw errors.invalidItem("salt has 32 bytes");
  if (item.result === undefined) throw errors.invalidItem("result is missing");
}

/** What the chain can judge itself, so that verifiers only see what fits the task. */
function checkContent(ctx: BlockContext, task: Task, node: string, content: ResultContent): void {
  const identity = present(task.identity, "identity");
  const own = nodeModel(requireNode(ctx, node), identity.model);
  // Whether it is ACTIVE was asked at the commit: a suspended node finishes what it began.
  if (own?.kernelClass !== content.kernelClass) throw errors.kernelClass();
  if (content.unservableReason !== UnservableReason.UNSERVABLE_REASON_UNSPECIFIED) {
    checkUnservable(content);
    return;
  }
  const { contextLength } = revisions.require(ctx, [identity.model, identity.revision]);
  const prompt = content.promptTokenCount;
  const output = content.tokenIds.length;
  if (content.promptHash.length !== 32) throw errors.invalidResult("prompt_hash has 32 bytes");
  if (prompt < 1 || prompt > task.promptBytes + task.templateOverhead) {
    throw errors.invalidResult("more prompt tokens than bytes");
  }
  if (output < 1 || output > identity.maxOutputTokens) {
    throw errors.invalidResult("number of output tokens");
  }
  if (prompt + output > contextLength) throw errors.invalidResult("longer than the context");
  const reasons: readonly number[] = Object.values(FinishReason);
  if (content.finishReason === 0 || !reasons.includes(content.finishReason)) {
    throw errors.invalidResult("finish_reason");
  }
}

function checkUnservable(content: ResultContent): void {
  const reasons: readonly number[] = Object.values(UnservableReason);
  const isEmpty =
    content.promptTokenCount === 0 &&
    content.promptHash.length === 0 &&
    content.tokenIds.length === 0 &&
    content.text === "" &&
    content.finishReason === FinishReason.FINISH_REASON_UNSPECIFIED;
  if (!isEmpty || !reasons.includes(content.unservableReason)) {
    throw errors.invalidResult("an unservable result holds its reason only");
  }
}

/** End of the reveal window: who did not reveal is out; the others get verifiers. */
export function closeReveals(deps: TasksDeps, ctx: BlockContext, calculation: Calculation): void {
  const task = taskOf(ctx, calculation.taskHash);
  const missing = rankedResults(ctx, calculation).filter(
    (result) => result.state === State.STATE_COMMITTED,
  );
  for (const result of missing) {
    if (!isQualification(task)) penaliseMissingResult(deps, ctx, result);
    rejectResult(ctx, result, ResultFault.RESULT_FAULT_NOT_REVEALED);
  }
  clearDeadline(ctx, calculation);
  if (isQualification(task)) rejectUnfit(ctx, task, calculation);
  if (computedResults(ctx, calculation).length === 0) {
    concludeCalculation(deps, ctx, { ...calculation, deadlineMs: 0n });
    return;
  }
  requestDraw(ctx, { ...calculation, deadlineMs: 0n });
  const { taskHash, index, attempt } = calculation;
  const drawHeight = ctx.block.height + DRAW_DELAY;
  ctx.emit(revealsClosed, { taskHash, calculation: index, attempt, drawHeight });
}

/** A qualification that came too late, or says that it cannot be answered, is not verified. */
function rejectUnfit(ctx: BlockContext, task: Task, calculation: Calculation): void {
  for (const result of computedResults(ctx, calculation)) {
    if (isFit(ctx, task, result)) continue;
    rejectResult(ctx, result, ResultFault.RESULT_FAULT_NOT_QUALIFIED);
  }
}

/** The beacon of two heights on will draw verifiers. */
export function requestDraw(ctx: BlockContext, calculation: Calculation): void {
  const drawHeight = ctx.block.height + DRAW_DELAY;
  drawQueue.add(ctx, [drawHeight, [calculation.taskHash, calculation.index]]);
  putCalculation(ctx, { ...calculation, stage: Stage.STAGE_DRAW, drawHeight });
}

/** Results of a calculation that are still to be verified. */
export function computedResults(ctx: BlockContext, calculation: Calculation): Result[] {
  return rankedResults(ctx, calculation).filter((result) => result.state === State.STATE_COMPUTED);
}
