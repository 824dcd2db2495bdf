/**
 * Draws of verifiers: one sequence of operators per calculation and draw, by stake; each result
 * takes the first that are not its own executor's, so executors may verify each other.
 */
import type { Node } from "../../proto/gen/aegis/tasks/v1/node.ts";
import {
  type Calculation,
  type Result,
  Stage,
  type Task,
  type Verification,
  VerificationKind,
  VerificationState,
} from "../../proto/gen/aegis/tasks/v1/tasks.ts";
import { present } from "../../app/lib/assert.ts";
import { EMPTY_BYTES, preimage } from "../../app/lib/bytes.ts";
import { hashWords, WeightTree, type Words } from "../../app/lib/draw.ts";
import type { BlockContext } from "../../app/module/context.ts";
import {
  isQualification,
  nodeModel,
  rulesOf,
  stakeBefore,
  taskOf,
  verificationKeyOf,
  verificationsOf,
} from "./access.ts";
import { putCalculation } from "./calculation.ts";
import { DRAW_DELAY, VERIFIERS_FACTOR } from "./constants.ts";
import { verifiersDrawn } from "./events.ts";
import { takeDuty } from "./nodeWork.ts";
import { classOf, isBootstrap, roundMembers } from "./qualificationVerifiers.ts";
import { calculationDeadline, takeDue } from "./queue.ts";
import { computedResults } from "./reveal.ts";
import { speedMs } from "./speed.ts";
import { activeNodes } from "./start.ts";
import {
  calculations,
  deadlines,
  drawQueue,
  nodes,
  paramsItem,
  revisions,
  verifications,
} from "./state.ts";

/** Nodes that have a place for a duty. */
interface Field {
  readonly nodes: readonly Node[];
  /** By stake; 0 for a node whose places are taken. */
  readonly tree: WeightTree;
  /** Indexes of each operator's nodes that have a place left. */
  readonly byOperator: Map<string, Set<number>>;
}

/** Draws of a block from the same nodes: of a model, or of one of its kernel classes. */
interface Shared {
  readonly active: readonly Node[];
  readonly field: Field;
}

function fieldFor(ctx: BlockContext, task: Task, shared: Map<string, Shared>): Field {
  const { model } = present(task.identity, "identity");
  const kernelClass = isQualification(task) ? classOf(ctx, task) : undefined;
  const key = `${model} ${kernelClass ?? ""}`;
  const found = shared.get(key) ?? sharedOf(ctx, model, kernelClass);
  shared.set(key, found);
  return isQualification(task) && isBootstrap(ctx, task, found.active)
    ? fieldOf(ctx, roundMembers(ctx, task))
    : found.field;
}

function sharedOf(ctx: BlockContext, model: string, kernelClass: string | undefined): Shared {
  const active = activeNodes(ctx, model, ctx.block.height - DRAW_DELAY).filter(
    (node) => kernelClass === undefined || nodeModel(node, model)?.kernelClass === kernelClass,
  );
  return { active, field: fieldOf(ctx, active) };
}

function fieldOf(ctx: BlockContext, candidates: readonly Node[]): Field {
  const { maxDuties } = paramsItem.require(ctx);
  const drawnAt = ctx.block.height - DRAW_DELAY;
  const free = candidates.filter(
    (node) => node.duties < maxDuties && node.dutiesFreedHeight < drawnAt,
  );
  const byOperator = new Map<string, Set<number>>();
  for (const [index, { operator }] of free.entries()) {
    const own = byOperator.get(operator);
    if (own === undefined) byOperator.set(operator, new Set([index]));
    else own.add(index);
  }
  const weights = free.map((node) => stakeBefore(node, drawnAt));
  return { nodes: free, tree: new WeightTree(weights), byOperator };
}

/** Takes a node out for the rest of the block. */
function removeFull(field: Field, index: number, operator: string): void {
  const own = present(field.byOperator.get(operator), "nodes of an operator");
  own.delete(index);
  if (own.size === 0) field.byOperator.delete(operator);
}

/** Begin of a block: makes every draw that is due, in order of its task's hash. */
export function drawVerifiers(ctx: BlockContext): void {
  const shared = new Map<string, Shared>();
  for (const key of takeDue(ctx, drawQueue, ctx.block.height, Number.MAX_SAFE_INTEGER)) {
    drawQueue.delete(ctx, key);
    const calculation = calculations.require(ctx, key[1]);
    const task = taskOf(ctx, calculation.taskHash);
    drawFor(ctx, task, calculation, fieldFor(ctx, task, shared));
  }
}

/** A result and what its verification still lacks. */
interface Need {
  readonly result: Result;
  /** Operators that may not be drawn for it: its executor's, and those drawn before. */
  readonly barred: ReadonlySet<string>;
  wanted: number;
}

function drawFor(ctx: BlockContext, task: Task, calculation: Calculation, field: Field): void {
  const draw = calculation.draws + 1;
  const { maxDuties } = paramsItem.require(ctx);
  const needs = computedResults(ctx, calculation).map((result) =>
    needOf(ctx, task, result, field.byOperator),
  );
  const order = [...calculation.verifiers];
  const made: Verification[] = [];
  const passed: number[] = [];
  const words = drawWords(ctx, calculation, draw);
  while (field.tree.total > 0n && needs.some((need) => need.wanted > 0)) {
    const index = field.tree.draw(words);
    const node = present(field.nodes[index], "a drawn node");
    for (const own of field.byOperator.get(node.operator) ?? []) {
      passed.push(own);
      field.tree.set(own, 0n);
    }
    let { duties } = nodes.require(ctx, node.address);
    for (const need of needs) {
      if (need.wanted === 0 || need.barred.has(node.operator) || duties >= maxDuties) continue;
      need.wanted -= 1;
      duties += 1;
      if (!order.includes(node.address)) order.push(node.address);
      const verification = drawn(need.result, node, order.indexOf(node.address), draw);
      verifications.set(ctx, verificationKeyOf(verification), verification);
      takeDuty(ctx, verification);
      made.push(verification);
    }
    if (duties >= maxDuties) removeFull(field, index, node.operator);
  }
  restore(ctx, field, passed);
  openWindow(ctx, task, { ...calculation, draws: draw, verifiers: order }, made);
}

/** Gives the weights back to those who still have a place. */
function restore(ctx: BlockContext, field: Field, indexes: readonly number[]): void {
  for (const index of indexes) {
    const node = present(field.nodes[index], "a node");
    if (field.byOperator.get(node.operator)?.has(index)) {
      field.tree.set(index, stakeBefore(node, ctx.block.height - DRAW_DELAY));
    }
  }
}

function needOf(
  ctx: BlockContext,
  task: Task,
  result: Result,
  operators: ReadonlyMap<string, unknown>,
): Need {
  const { softFinalityVerifications } = rulesOf(task);
  const all = verificationsOf(ctx, result);
  const committed = all.filter((one) => one.commit.length > 0);
  const lacking = Math.max(0, softFinalityVerifications - committed.length);
  const everyone = new Set([result.operator, ...all.map((one) => one.operator)]);
  const used = [...everyone].filter((operator) => operators.has(operator)).length;
  // When too few are left, those who stayed silent get another chance.
  const isShort = operators.size - used < lacking;
  const barred = isShort
    ? new Set([result.operator, ...committed.map((one) => one.operator)])
    : everyone;
  return { result, barred, wanted: lacking * VERIFIERS_FACTOR };
}

function drawWords(ctx: BlockContext, calculation: Calculation, draw: number): Words {
  return hashWords(
    preimage(
      { domain: "aegis/verifiers/v1" },
      { hash: calculation.taskHash },
      { integer: calculation.index },
      { integer: calculation.attempt },
      { integer: draw },
      { hash: ctx.block.beacon },
    ),
  );
}

function drawn(result: Result, node: Node, position: number, draw: number): Verification {
  return {
    taskHash: result.taskHash,
    calculation: result.calculation,
    attempt: result.attempt,
    executor: result.executor,
    verifier: node.address,
    operator: node.operator,
    state: VerificationState.VERIFICATION_STATE_DRAWN,
    position,
    draw,
    commit: EMPTY_BYTES,
    commitHeight: 0n,
    content: undefined,
    chosenSum: 0n,
    probeSum: 0n,
    probeCount: 0,
    agrees: false,
    kind: VerificationKind.VERIFICATION_KIND_DRAWN,
    bond: 0n,
    deadlineMs: 0n,
  };
}

/** The verification window runs from the draw, whoever was found; a replay decodes as well. */
function openWindow(
  ctx: BlockContext,
  task: Task,
  calculation: Calculation,
  made: readonly Verification[],
): void {
  const identity = present(task.identity, "identity");
  const revision = revisions.require(ctx, [identity.model, identity.revision]);
  const longest = Math.max(...computedResults(ctx, calculation).map((one) => one.outputTokens));
  const prefillMs = speedMs(task.promptBytes + longest, revision.minPrefillSpeed);
  const decodeMs = isQualification(task) ? speedMs(longest, revision.minDecodeSpeed) : 0n;
  const workMs = 2n * (prefillMs + decodeMs);
  const deadlineMs = ctx.block.clockMs + rulesOf(task).verificationBaseMs + workMs;
  deadlines.add(ctx, calculationDeadline(deadlineMs, calculation));
  putCalculation(ctx, {
    ...calculation,
    stage: Stage.STAGE_VERIFY,
    drawHeight: 0n,
    deadlineMs,
  });
  ctx.emit(verifiersDrawn, {
    taskHash: calculation.taskHash,
    calculation: calculation.index,
    attempt: calculation.attempt,
    draw: calculation.draws,
    duties: made.map(({ executor, verifier }) => ({ executor, verifier })),
    deadlineMs,
  });
}
