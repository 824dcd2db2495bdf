/**
 * Committees: seats drawn by stake, with replacement, of nodes that were there when the task came
 * in and can replay it exactly, but for the executor's and the challengers' own.
 */
import { Vote } from "../../proto/gen/aegis/tasks/v1/dispute.ts";
import { type Node, NodeStatus } from "../../proto/gen/aegis/tasks/v1/node.ts";
import {
  type Result,
  Verdict,
  type Verification,
  VerificationKind,
  VerificationState,
} from "../../proto/gen/aegis/tasks/v1/tasks.ts";
import { addressBytes } from "../../app/lib/address.ts";
import { present } from "../../app/lib/assert.ts";
import { preimage } from "../../app/lib/bytes.ts";
import { hashWords, WeightTree } from "../../app/lib/draw.ts";
import { textKey } from "../../app/module/collections/codecs.ts";
import type { Readable } from "../../app/module/collections/schema.ts";
import type { BlockContext } from "../../app/module/context.ts";
import {
  isActive,
  nodeModel,
  resultKeyOf,
  rulesOf,
  stakeBefore,
  taskOf,
  verificationsOf,
} from "./access.ts";
import { DRAW_DELAY } from "./constants.ts";
import { nameOf } from "./results.ts";
import { nodes, nodesByModel, revealedResults } from "./state.ts";

/** Whether a verification says, or by its kind can only say, that the result is wrong. */
function objects({ content, kind, commit }: Verification): boolean {
  if (content !== undefined) return content.verdict === Verdict.VERDICT_INVALID;
  return kind === VerificationKind.VERIFICATION_KIND_CHALLENGE && commit.length > 0;
}

/** Operators whose stake depends on the verdict: the executor's and those who object. */
export function partiesOf(ctx: Readable, result: Result): Set<string> {
  const objecting = verificationsOf(ctx, result).filter(objects);
  return new Set([result.operator, ...objecting.map((one) => one.operator)]);
}

/**
 * Operators who may not judge: the executor's and those who challenged of their own accord. Drawn
 * verifiers may, whatever they said: were those kept out who object, the executor's friends among
 * the drawn would be all that is left of a small network.
 */
function barredOperators(ctx: Readable, result: Result): Set<string> {
  const challengers = verificationsOf(ctx, result).filter(
    ({ kind, commit }) =>
      kind === VerificationKind.VERIFICATION_KIND_CHALLENGE && commit.length > 0,
  );
  return new Set([result.operator, ...challengers.map((one) => one.operator)]);
}

/** Nodes that may sit: active ones and, when their operators are too few, also opted-in ones. */
function eligibleNodes(ctx: BlockContext, result: Result): Node[] {
  const drawnAt = ctx.block.height - DRAW_DELAY;
  const task = taskOf(ctx, result.taskHash);
  const { model } = present(task.identity, "identity");
  const { kernelClass } = present(
    revealedResults.require(ctx, resultKeyOf(result)).content,
    "content",
  );
  const barred = barredOperators(ctx, result);
  const able = [...nodesByModel.keys(ctx, { prefix: textKey.encode(model) })]
    .map(([, address]) => nodes.require(ctx, address))
    .filter(
      (node) =>
        node.status === NodeStatus.NODE_STATUS_BONDED &&
        stakeBefore(node, drawnAt) > 0n &&
        nodeModel(node, model)?.kernelClass === kernelClass &&
        !barred.has(node.operator),
    );
  const active = able.filter((node) => {
    const since = present(nodeModel(node, model), "model of a node").activeHeight;
    return isActive(node, model) && since < task.height;
  });
  if (operatorsOf(active).size >= rulesOf(task).minCommitteeOperators) return active;
  return able.filter(
    (node) =>
      active.includes(node) || (node.servesCommittees && node.registeredHeight < task.height),
  );
}

function operatorsOf(list: readonly Node[]): Set<string> {
  return new Set(list.map((node) => node.operator));
}

/** The members of a round; empty when too few operators are eligible. */
export function drawCommittee(ctx: BlockContext, result: Result, round: number): Vote[] {
  const eligible = eligibleNodes(ctx, result);
  const rules = rulesOf(taskOf(ctx, result.taskHash));
  const operators = operatorsOf(eligible);
  if (operators.size < rules.minCommitteeOperators) return [];
  const seats = Math.min(rules.committeeSeats << round, 2 * operators.size);
  const seated = drawSeats(ctx, eligible, seats, drawPrefix(ctx, result, round));
  return eligible.flatMap((node, at) => {
    const own = seated[at] ?? 0;
    if (own === 0) return [];
    const { address: member, operator } = node;
    const state = VerificationState.VERIFICATION_STATE_DRAWN;
    return [Vote.create({ ...nameOf(result), round, member, operator, seats: own, state })];
  });
}

/** Seats of each of `eligible`; an operator that has a third of them is drawn no more. */
function drawSeats(
  ctx: BlockContext,
  eligible: readonly Node[],
  seats: number,
  prefix: Uint8Array,
): number[] {
  const most = Math.ceil(seats / 3);
  const drawnAt = ctx.block.height - DRAW_DELAY;
  const tree = new WeightTree(eligible.map((node) => stakeBefore(node, drawnAt)));
  const words = hashWords(prefix);
  const seated = eligible.map(() => 0);
  const byOperator = new Map<string, number>();
  for (let seat = 0; seat < seats; seat += 1) {
    const index = tree.draw(words);
    const { operator } = present(eligible[index], "a drawn node");
    seated[index] = present(seated[index], "a drawn node") + 1;
    const own = (byOperator.get(operator) ?? 0) + 1;
    byOperator.set(operator, own);
    if (own < most) continue;
    for (const [at, node] of eligible.entries()) if (node.operator === operator) tree.set(at, 0n);
  }
  return seated;
}

function drawPrefix(ctx: BlockContext, result: Result, round: number): Uint8Array {
  return preimage(
    { domain: "aegis/committee/v1" },
    { hash: result.taskHash },
    { integer: result.calculation },
    { integer: result.attempt },
    { address: addressBytes(result.executor) },
    { integer: round },
    { hash: ctx.block.beacon },
  );
}
