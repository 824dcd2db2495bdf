/** Starts: at h + 2 the beacon gives a round its seeds and its privileged positions. */
import type { Node } from "../../proto/gen/aegis/tasks/v1/node.ts";
import { NodeStatus } from "../../proto/gen/aegis/tasks/v1/node.ts";
import { Stage, type Round, type Task } from "../../proto/gen/aegis/tasks/v1/tasks.ts";
import { calculationSeed } from "../../app/asli/taskHash.ts";
import { present } from "../../app/lib/assert.ts";
import { preimage } from "../../app/lib/bytes.ts";
import { drawDistinct, hashWords, WeightTree } from "../../app/lib/draw.ts";
import { textKey } from "../../app/module/collections/codecs.ts";
import type { Readable } from "../../app/module/collections/schema.ts";
import type { BlockContext } from "../../app/module/context.ts";
import {
  calculationsOfRound,
  isActive,
  isQualification,
  nodeModel,
  rulesOf,
  stakeBefore,
  taskOf,
} from "./access.ts";
import { DRAW_DELAY, POSITIONS_FACTOR } from "./constants.ts";
import { taskStarted } from "./events.ts";
import { calculationDeadline, takeDue } from "./queue.ts";
import { qualificationWindowMs, speedMs } from "./speed.ts";
import {
  calculations,
  deadlines,
  nodes,
  nodesByModel,
  openCalculations,
  revisions,
  rounds,
  startQueue,
} from "./state.ts";

/** Bonded nodes that were active for `model` before `height`, by address. */
export function activeNodes(ctx: Readable, model: string, height: bigint): Node[] {
  const active: Node[] = [];
  for (const [, address] of nodesByModel.keys(ctx, { prefix: textKey.encode(model) })) {
    const node = nodes.require(ctx, address);
    const since = present(nodeModel(node, model), "model of a node").activeHeight;
    const isBonded =
      node.status === NodeStatus.NODE_STATUS_BONDED && stakeBefore(node, height) > 0n;
    if (isBonded && isActive(node, model) && since < height) active.push(node);
  }
  return active;
}

/** Candidates of one model with their weights; built once per block and model. */
interface Field {
  readonly nodes: readonly Node[];
  readonly tree: WeightTree;
}

function fieldOf(ctx: BlockContext, model: string): Field {
  const candidates = activeNodes(ctx, model, ctx.block.height - DRAW_DELAY);
  const weights = candidates.map((node) => nodeModel(node, model)?.workScore ?? 0n);
  return { nodes: candidates, tree: new WeightTree(weights) };
}

/** Begin of a block: starts every round that is due, in order of its task's hash. */
export function startRounds(ctx: BlockContext): void {
  const fields = new Map<string, Field>();
  for (const key of takeDue(ctx, startQueue, ctx.block.height, Number.MAX_SAFE_INTEGER)) {
    startQueue.delete(ctx, key);
    const round = rounds.require(ctx, key[1]);
    const task = taskOf(ctx, round.taskHash);
    const model = present(task.identity, "identity").model;
    const field = fields.get(model) ?? fieldOf(ctx, model);
    fields.set(model, field);
    startRound(ctx, task, round, field);
  }
}

function startRound(ctx: BlockContext, task: Task, round: Round, field: Field): void {
  const { beacon, clockMs } = ctx.block;
  const identity = present(task.identity, "identity");
  const positions = isQualification(task)
    ? [task.qualifies]
    : drawPositions(ctx, task, round, field);
  const computeDeadlineMs = clockMs + computeWindowMs(ctx, task);
  rounds.set(ctx, [round.taskHash, round.calculation, round.attempt], {
    ...round,
    positions,
    computeDeadlineMs,
    startClockMs: clockMs,
  });
  deadlines.add(
    ctx,
    calculationDeadline(computeDeadlineMs, { taskHash: round.taskHash, index: round.calculation }),
  );
  const started = calculationsOfRound(ctx, round).map((calculation) => {
    const { taskHash, index, attempt } = calculation;
    const seed = calculationSeed({ taskHash, index, attempt }, beacon);
    calculations.set(ctx, [taskHash, index], { ...calculation, stage: Stage.STAGE_COMMIT, seed });
    if (!isQualification(task)) openCalculations.add(ctx, [identity.model, [taskHash, index]]);
    return { index, seed };
  });
  ctx.emit(taskStarted, {
    taskHash: round.taskHash,
    model: identity.model,
    attempt: round.attempt,
    calculations: started.map(({ index }) => index),
    seeds: started.map(({ seed }) => seed),
    positions,
    computeDeadlineMs,
  });
}

function drawPositions(ctx: BlockContext, task: Task, round: Round, field: Field): string[] {
  const words = hashWords(
    preimage({ hash: round.taskHash }, { integer: round.attempt }, { hash: ctx.block.beacon }),
  );
  const width = rulesOf(task).privilegeWidth * present(task.identity, "identity").targetCount;
  return drawDistinct(field.tree, POSITIONS_FACTOR * width, words).map(
    (index) => present(field.nodes[index], "a drawn node").address,
  );
}

/** compute_base and twice the time that the slowest allowed node needs. */
function computeWindowMs(ctx: BlockContext, task: Task): bigint {
  if (isQualification(task)) return qualificationWindowMs(ctx, task);
  const identity = present(task.identity, "identity");
  const revision = revisions.require(ctx, [identity.model, identity.revision]);
  const prefillMs = speedMs(task.promptBytes, revision.minPrefillSpeed);
  const decodeMs = speedMs(identity.maxOutputTokens, revision.minDecodeSpeed);
  return rulesOf(task).computeBaseMs + 2n * (prefillMs + decodeMs);
}
