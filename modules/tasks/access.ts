/** Shared readers of records: one place that knows how keys are made of them. */
import type { Vote } from "../../proto/gen/aegis/tasks/v1/dispute.ts";
import type { Node, NodeModel } from "../../proto/gen/aegis/tasks/v1/node.ts";
import { NodeModelState, NodeStatus } from "../../proto/gen/aegis/tasks/v1/node.ts";
import {
  type Calculation,
  type Result,
  type Round,
  State,
  type Task,
  type TaskRules,
  type Verification,
} from "../../proto/gen/aegis/tasks/v1/tasks.ts";
import { present } from "../../app/lib/assert.ts";
import type { Readable, Writable } from "../../app/module/collections/schema.ts";
import type { QueryContext } from "../../app/module/context.ts";
import { errors } from "./errors.ts";
import {
  type AttemptKey,
  attemptKey,
  calculationKey,
  calculations,
  nodes,
  type ResultKey,
  resultKey,
  results,
  rounds,
  tasks,
  type VerificationKey,
  verifications,
  type VoteKey,
  votes,
} from "./state.ts";

/** Anything that belongs to an attempt and an executor. */
interface OfResult {
  readonly taskHash: Uint8Array;
  readonly calculation: number;
  readonly attempt: number;
  readonly executor: string;
}

export function attemptOf(calculation: Calculation): AttemptKey {
  return [calculation.taskHash, calculation.index, calculation.attempt];
}

export function resultKeyOf(record: OfResult): ResultKey {
  return [[record.taskHash, record.calculation, record.attempt], record.executor];
}

export function verificationKeyOf(
  record: OfResult & { readonly verifier: string },
): VerificationKey {
  return [resultKeyOf(record), record.verifier];
}

export function voteKeyOf(
  record: OfResult & { readonly round: number; readonly member: string },
): VoteKey {
  return [resultKeyOf(record), record.round, record.member];
}

/** The round of a calculation's attempt: the first attempt's is shared by the whole task. */
export function roundKeyOf(calculation: Calculation): AttemptKey {
  const { taskHash, index, attempt } = calculation;
  return attempt === 0 ? [taskHash, 0, 0] : [taskHash, index, attempt];
}

export function taskOf(ctx: Readable, taskHash: Uint8Array): Task {
  return tasks.require(ctx, taskHash);
}

/** The parameters that a task pinned, or those that the next one will. */
export function rulesOf(task: Pick<Task, "rules">): TaskRules {
  return present(task.rules, "rules");
}

/** Whether a task measures one node rather than being asked by a user. */
export function isQualification(task: Pick<Task, "qualifies">): boolean {
  return task.qualifies !== "";
}

/** Whether nodes may show a task's tokens while they are made. */
export function isStreamed(task: Pick<Task, "streamKey">): boolean {
  return task.streamKey.length > 0;
}

/** Calculations of a task that share `round`, in order. */
export function calculationsOfRound(ctx: Readable, round: Round): Calculation[] {
  if (round.attempt > 0) {
    return [calculations.require(ctx, [round.taskHash, round.calculation])];
  }
  return calculationsOf(ctx, round.taskHash).filter((calculation) => calculation.attempt === 0);
}

export function calculationsOf(ctx: Readable, taskHash: Uint8Array): Calculation[] {
  return [...calculations.entries(ctx, { prefix: taskHash })].map(([, one]) => one);
}

/** Results of the calculation's present attempt, by address. */
export function resultsOf(ctx: Readable, calculation: Calculation): Result[] {
  const prefix = attemptKey.encode(attemptOf(calculation));
  return [...results.entries(ctx, { prefix })].map(([, result]) => result);
}

/** The results whose executors were selected, by rank. */
export function rankedResults(ctx: Readable, calculation: Calculation): Result[] {
  return calculation.executors.map((executor) =>
    results.require(ctx, [attemptOf(calculation), executor]),
  );
}

/** Whether a result still counts. */
export function stands(result: Result): boolean {
  return result.state !== State.STATE_REJECTED && result.state !== State.STATE_VOID;
}

/** Whether nothing can happen to a result any more. */
export function isTerminal(result: Result): boolean {
  return !stands(result) || result.state === State.STATE_FINAL;
}

/** The best-ranked result that still counts. */
export function answerOf(ctx: Readable, calculation: Calculation): Result | undefined {
  return rankedResults(ctx, calculation).find(stands);
}

/** All verifications of a result. */
export function verificationsOf(ctx: Readable, result: Result): Verification[] {
  const prefix = resultKey.encode(resultKeyOf(result));
  return [...verifications.entries(ctx, { prefix })].map(([, one]) => one);
}

/** All votes of a result's dispute, by round, then member. */
export function votesOf(ctx: Readable, result: OfResult): Vote[] {
  const prefix = resultKey.encode(resultKeyOf(result));
  return [...votes.entries(ctx, { prefix })].map(([, one]) => one);
}

/** What a node stands for with its tokens and licences, in uasi: limits its exposure. */
export function stakeOf(_ctx: Readable, node: Node): bigint {
  return node.stake + node.licenceStake;
}

/**
 * What it stood for before `height`, less what it lost since: its weight in draws for that height.
 * Were additions to count at once, who knows a beacon before others could choose an outcome.
 */
export function stakeBefore(node: Node, height: bigint): bigint {
  const stake = node.stake + node.licenceStake;
  const fresh = node.freshHeight >= height ? node.freshStake : 0n;
  return stake > fresh ? stake - fresh : 0n;
}

/** Whether a node is not on its way out and has something to lose. */
export function isBonded(ctx: Readable, node: Node): boolean {
  return node.status === NodeStatus.NODE_STATUS_BONDED && stakeOf(ctx, node) > 0n;
}

export function updateNode(ctx: Writable, address: string, change: (node: Node) => Node): void {
  nodes.set(ctx, address, change(nodes.require(ctx as Readable, address)));
}

/** @throws ModuleError unknownNode. */
export function requireNode(ctx: Readable, address: string): Node {
  const node = nodes.get(ctx, address);
  if (node === undefined) throw errors.unknownNode();
  return node;
}

/** What a node is registered as for `model`. */
export function nodeModel(node: Node, model: string): NodeModel | undefined {
  return node.models.find((one) => one.model === model);
}

/** Whether the node may work on `model`, whatever it is occupied with. */
export function isActive(node: Node, model: string): boolean {
  return nodeModel(node, model)?.state === NodeModelState.NODE_MODEL_STATE_ACTIVE;
}

/** What an item of a node's message names. */
export interface AttemptItem {
  readonly taskHash: Uint8Array;
  readonly calculation: number;
  readonly attempt: number;
}

/**
 * The calculation that an item names, at the attempt that it names.
 * @throws ModuleError invalidItem, unknownTask, unknownCalculation or wrongAttempt.
 */
export function requireCalculation(ctx: QueryContext, item: AttemptItem): Calculation {
  if (item.taskHash.length !== 32) throw errors.invalidItem("task_hash has 32 bytes");
  if (!tasks.has(ctx, item.taskHash)) throw errors.unknownTask();
  const calculation = calculations.get(ctx, [item.taskHash, item.calculation]);
  if (calculation === undefined) throw errors.unknownCalculation();
  if (calculation.attempt !== item.attempt) throw errors.wrongAttempt();
  return calculation;
}

/** The round that a started calculation is in. */
export function roundOf(ctx: Readable, calculation: Calculation): Round {
  return rounds.require(ctx, roundKeyOf(calculation));
}

/** Bytes of a key that lead to all entries of a calculation. */
export function calculationPrefix(calculation: Calculation): Uint8Array {
  return calculationKey.encode([calculation.taskHash, calculation.index]);
}
