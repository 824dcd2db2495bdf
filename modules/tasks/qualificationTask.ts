/** A qualification as a task: without fee or escrow, answered by one node, started at once. */
import type { ModelRevision } from "../../proto/gen/aegis/tasks/v1/model.ts";
import type { Node } from "../../proto/gen/aegis/tasks/v1/node.ts";
import type { Params } from "../../proto/gen/aegis/tasks/v1/params.ts";
import {
  type Task,
  TaskIdentity,
  TaskRequest,
  type TaskRules,
} from "../../proto/gen/aegis/tasks/v1/tasks.ts";
import { taskHash } from "../../app/asli/taskHash.ts";
import { moduleAddress } from "../../app/lib/address.ts";
import { EMPTY_BYTES } from "../../app/lib/bytes.ts";
import type { BlockContext } from "../../app/module/context.ts";
import { rulesOf } from "./access.ts";
import { ESCROW_ACCOUNT } from "./constants.ts";
import { qualificationStarted } from "./events.ts";
import { promptSize } from "./fees.ts";
import { changeNodeModel } from "./nodeStates.ts";
import { qualificationPrompt } from "./qualificationPrompt.ts";
import { models, paramsItem, taskSequence, work } from "./state.ts";
import { identityOf, storeTask } from "./submit.ts";

/** At temperature 1 the tokens hang on the seed, which the same beacon draws. */
const TEMPERATURE_MILLI = 1_000;

/** The rules of the day, but with one result that nobody reopens or audits. */
function qualificationRules(params: Params): TaskRules {
  return { ...rulesOf(params), rewardRanks: 1, maxAttempts: 0, auditRate: 0 };
}

/** Makes the task that qualifies `node`, number `itemIndex` of this block, in which it starts. */
export function createQualification(
  ctx: BlockContext,
  node: Node,
  revision: ModelRevision,
  itemIndex: number,
): void {
  const { model } = revision;
  const { height, beacon } = ctx.block;
  const params = paramsItem.require(ctx);
  const prompt = qualificationPrompt(model, node.address, beacon, revision.contextLength);
  const request = TaskRequest.create({
    model,
    prompt,
    sampling: { temperatureMilli: TEMPERATURE_MILLI, topK: 0, topPMilli: 0 },
    maxOutputTokens: Math.min(
      params.qualificationTokens,
      Math.max(1, Math.floor(revision.contextLength / 2)),
    ),
    targetCount: 1,
  });
  const sender = moduleAddress(ESCROW_ACCOUNT);
  const origin = { sender, sequence: height, messageIndex: 0, itemIndex };
  const identity = identityOf(ctx, origin, request, revision);
  const hash = taskHash(TaskIdentity.encode(identity));
  const task: Task = {
    hash,
    sequence: taskSequence.next(ctx),
    identity,
    height,
    maxFee: 0n,
    submissionFee: 0n,
    refundAddress: sender,
    relay: EMPTY_BYTES,
    ...promptSize(request),
    calculationFeeMax: 0n,
    rules: qualificationRules(params),
    referencePrice: models.require(ctx, model).referencePrice,
    qualifies: node.address,
    streamKey: EMPTY_BYTES,
  };
  storeTask(ctx, task, height);
  work.add(ctx, [node.address, [[hash, 0, 0], node.address]]);
  changeNodeModel(ctx, node.address, model, (own) => ({ ...own, qualification: hash }));
  ctx.emit(qualificationStarted, { taskHash: hash, model, node: node.address });
}
