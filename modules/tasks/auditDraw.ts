/** Which soft final results are audited, and by whom: the beacon of two heights on decides both. */
import type { Node } from "../../proto/gen/aegis/tasks/v1/node.ts";
import {
  type Result,
  State,
  Verification,
  VerificationKind,
  VerificationState,
} from "../../proto/gen/aegis/tasks/v1/tasks.ts";
import { assert, present } from "../../app/lib/assert.ts";
import { preimage } from "../../app/lib/bytes.ts";
import { addressBytes } from "../../app/lib/address.ts";
import { hashWords, uniform, WeightTree, type Words } from "../../app/lib/draw.ts";
import type { BlockContext } from "../../app/module/context.ts";
import { nodeModel, resultKeyOf, rulesOf, stakeBefore, taskOf, verificationsOf } from "./access.ts";
import { DRAW_DELAY, MILLION } from "./constants.ts";
import { auditDrawn } from "./events.ts";
import { beginHold } from "./holds.ts";
import { takeDue } from "./queue.ts";
import { nameOf } from "./results.ts";
import { speedMs } from "./speed.ts";
import { activeNodes } from "./start.ts";
import { auditQueue, nodes, paramsItem, results, revealedResults, revisions } from "./state.ts";

/** Nodes of one model and kernel class with a place for a duty; built once per block. */
interface Field {
  readonly nodes: readonly Node[];
  /** By stake; 0 for a node whose places are taken. */
  readonly tree: WeightTree;
  readonly byOperator: ReadonlyMap<string, readonly number[]>;
}

function fieldOf(ctx: BlockContext, model: string, kernelClass: string): Field {
  const { maxDuties } = paramsItem.require(ctx);
  const drawnAt = ctx.block.height - DRAW_DELAY;
  const free = activeNodes(ctx, model, drawnAt).filter(
    (node) =>
      nodeModel(node, model)?.kernelClass === kernelClass &&
      node.duties < maxDuties &&
      node.dutiesFreedHeight < drawnAt,
  );
  const byOperator = new Map<string, number[]>();
  for (const [index, { operator }] of free.entries()) {
    byOperator.set(operator, [...(byOperator.get(operator) ?? []), index]);
  }
  const weights = free.map((node) => stakeBefore(node, drawnAt));
  return { nodes: free, tree: new WeightTree(weights), byOperator };
}

/** Begin of a block: decides on every audit that is due, in order of its task's hash. */
export function drawAudits(ctx: BlockContext): void {
  const fields = new Map<string, Field>();
  for (const key of takeDue(ctx, auditQueue, ctx.block.height, Number.MAX_SAFE_INTEGER)) {
    auditQueue.delete(ctx, key);
    const result = { ...results.require(ctx, key[1]), auditHeight: 0n };
    assert(result.state === State.STATE_SOFT_FINAL, "only a soft final result waits for an audit");
    results.set(ctx, key[1], result);
    const { auditRate } = rulesOf(taskOf(ctx, result.taskHash));
    const words = auditWords(ctx, result);
    if (uniform(words, MILLION) >= BigInt(auditRate)) continue;
    audit(ctx, result, fields, words);
  }
}

function auditWords(ctx: BlockContext, result: Result): Words {
  return hashWords(
    preimage(
      { domain: "aegis/audit/v1" },
      { hash: result.taskHash },
      { integer: result.calculation },
      { integer: result.attempt },
      { address: addressBytes(result.executor) },
      { hash: ctx.block.beacon },
    ),
  );
}

/** Only a node of the same kernel class can replay a result exactly. */
function audit(ctx: BlockContext, result: Result, fields: Map<string, Field>, words: Words): void {
  const { model } = present(taskOf(ctx, result.taskHash).identity, "identity");
  const { content } = revealedResults.require(ctx, resultKeyOf(result));
  const { kernelClass } = present(content, "content");
  // No model's id has a line feed.
  const name = `${model}\n${kernelClass}`;
  const field = fields.get(name) ?? fieldOf(ctx, model, kernelClass);
  fields.set(name, field);
  const barred = new Set(verificationsOf(ctx, result).map((one) => one.operator));
  const index = drawIndex(field, barred.add(result.operator), words);
  if (index === undefined) {
    ctx.emit(auditDrawn, { ...nameOf(result), auditor: "", deadlineMs: 0n });
    return;
  }
  const { address: auditor, operator } = present(field.nodes[index], "a drawn node");
  const deadlineMs = ctx.block.clockMs + auditWindowMs(ctx, result);
  beginHold(
    ctx,
    Verification.create({
      ...nameOf(result),
      verifier: auditor,
      operator,
      state: VerificationState.VERIFICATION_STATE_DRAWN,
      kind: VerificationKind.VERIFICATION_KIND_AUDIT,
      deadlineMs,
    }),
  );
  const { duties } = nodes.require(ctx, auditor);
  if (duties >= paramsItem.require(ctx).maxDuties) field.tree.set(index, 0n);
  ctx.emit(auditDrawn, { ...nameOf(result), auditor, deadlineMs });
}

/** One node by stake of an operator that is not barred; undefined when there is none. */
function drawIndex(field: Field, barred: ReadonlySet<string>, words: Words): number | undefined {
  const { tree, byOperator } = field;
  const out = [...barred].flatMap((operator) => byOperator.get(operator) ?? []);
  const weights = out.map((index) => tree.weight(index));
  for (const index of out) tree.set(index, 0n);
  const drawn = tree.total > 0n ? tree.draw(words) : undefined;
  for (const [at, index] of out.entries()) tree.set(index, present(weights[at], "a weight"));
  return drawn;
}

/** verification_base, and twice the time of the slowest allowed node for a replay by decoding. */
function auditWindowMs(ctx: BlockContext, result: Result): bigint {
  const task = taskOf(ctx, result.taskHash);
  const { model, revision } = present(task.identity, "identity");
  const { minPrefillSpeed, minDecodeSpeed } = revisions.require(ctx, [model, revision]);
  const prefillMs = speedMs(task.promptBytes, minPrefillSpeed);
  const decodeMs = speedMs(result.outputTokens, minDecodeSpeed);
  return rulesOf(task).verificationBaseMs + 2n * (prefillMs + decodeMs);
}
