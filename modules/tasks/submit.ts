/** Submission: a request becomes a task, its fee is escrowed, its start is scheduled. */
import {
  Stage,
  State,
  type Task,
  TaskIdentity,
  type TaskRequest,
  type TaskRules,
} from "../../proto/gen/aegis/tasks/v1/tasks.ts";
import type { Params } from "../../proto/gen/aegis/tasks/v1/params.ts";
import type { ModelRevision } from "../../proto/gen/aegis/tasks/v1/model.ts";
import { ASLI_VERSION } from "../../app/asli/constants.ts";
import { taskHash } from "../../app/asli/taskHash.ts";
import { moduleAddress } from "../../app/lib/address.ts";
import { present } from "../../app/lib/assert.ts";
import { EMPTY_BYTES } from "../../app/lib/bytes.ts";
import type { BlockContext, TxContext } from "../../app/module/context.ts";
import { rulesOf } from "./access.ts";
import { newRound, queueRound } from "./calculation.ts";
import { DRAW_DELAY, ESCROW_ACCOUNT } from "./constants.ts";
import type { TasksDeps } from "./deps.ts";
import { errors } from "./errors.ts";
import { taskSubmitted } from "./events.ts";
import { feeBounds, promptSize } from "./fees.ts";
import { actingRevision } from "./models.ts";
import { checkRequest, templateOf } from "./request.ts";
import {
  calculations,
  models,
  openTasks,
  paramsItem,
  statuses,
  taskSequence,
  tasks,
  tasksByModel,
  tasksBySequence,
  tasksByState,
} from "./state.ts";

/**
 * Includes one task; returns its hash.
 * @throws ModuleError as the module's README lists for MsgSubmitTask.
 */
export function submitTask(
  deps: TasksDeps,
  ctx: TxContext,
  sender: string,
  request: TaskRequest,
  itemIndex: number,
): Uint8Array {
  const params = paramsItem.require(ctx);
  const revision = actingRevision(ctx, request.model);
  checkRequest(request, revision, params);
  if (deps.bank.isBlocked(request.refundAddress)) {
    throw errors.invalidAddress("refund_address is a module's account");
  }
  const open = openTasks.get(ctx, sender) ?? 0n;
  if (open >= BigInt(params.maxOpenTasks)) throw errors.tooManyOpenTasks();
  const bounds = feeBounds(request, revision, params);
  if (request.maxFee < bounds.required) throw errors.feeTooSmall(`at least ${bounds.required}`);
  const { messageIndex, signerSequence: sequence } = ctx;
  const origin = { sender, sequence, messageIndex, itemIndex };
  const identity = identityOf(ctx, origin, request, revision);
  const hash = taskHash(TaskIdentity.encode(identity));
  if (tasks.has(ctx, hash)) throw errors.taskExists();

  deps.bank.send(ctx, sender, moduleAddress(ESCROW_ACCOUNT), request.maxFee);
  if (params.submissionFee > 0n) deps.bank.burn(ctx, ESCROW_ACCOUNT, params.submissionFee);
  openTasks.set(ctx, sender, open + 1n);
  const task: Task = {
    hash,
    sequence: taskSequence.next(ctx),
    identity,
    height: ctx.block.height,
    maxFee: request.maxFee,
    submissionFee: params.submissionFee,
    refundAddress: request.refundAddress === "" ? sender : request.refundAddress,
    relay: request.relay,
    ...promptSize(request),
    calculationFeeMax: bounds.calculation,
    rules: rulesFor(request, params),
    referencePrice: models.require(ctx, request.model).referencePrice,
    qualifies: "",
    streamKey: request.streamKey,
  };
  storeTask(ctx, task, ctx.block.height + DRAW_DELAY);
  ctx.emit(taskSubmitted, {
    taskHash: hash,
    sender,
    model: request.model,
    revision: revision.number,
    targetCount: request.targetCount,
    startHeight: ctx.block.height + DRAW_DELAY,
  });
  return hash;
}

/** A stream can be copied while it is told, so only one result of it is paid. */
function rulesFor({ streamKey }: TaskRequest, params: Params): TaskRules {
  const rules = rulesOf(params);
  return streamKey.length === 0 ? rules : { ...rules, rewardRanks: 1 };
}

/** What names a task, beside what is asked: no two tasks of a chain share it. */
type Origin = Pick<TaskIdentity, "sender" | "sequence" | "messageIndex" | "itemIndex">;

export function identityOf(
  ctx: BlockContext,
  origin: Origin,
  request: TaskRequest,
  revision: ModelRevision,
): TaskIdentity {
  return {
    chainId: ctx.block.chainId,
    asliVersion: ASLI_VERSION,
    model: request.model,
    revision: revision.number,
    modelSha256: revision.ggufSha256,
    ...origin,
    template: templateOf(request, revision),
    messages: request.messages,
    prompt: request.prompt,
    sampling: request.sampling,
    maxOutputTokens: request.maxOutputTokens,
    stop: request.stop,
    schema: request.schema,
    targetCount: request.targetCount,
  };
}

/** Stores a new task, whose calculations the beacon of `startHeight` starts. */
export function storeTask(ctx: BlockContext, task: Task, startHeight: bigint): void {
  const { hash, sequence } = task;
  const { model, targetCount } = present(task.identity, "identity");
  tasks.set(ctx, hash, task);
  tasksBySequence.set(ctx, sequence, hash);
  tasksByState.add(ctx, [State.STATE_OPEN, sequence]);
  tasksByModel.add(ctx, [model, State.STATE_OPEN, sequence]);
  statuses.set(ctx, hash, {
    hash,
    state: State.STATE_OPEN,
    escrow: task.maxFee - task.submissionFee,
    openCalculations: targetCount,
    settlement: undefined,
  });
  for (let index = 0; index < targetCount; index += 1) {
    calculations.set(ctx, [hash, index], {
      taskHash: hash,
      index,
      state: State.STATE_OPEN,
      stage: Stage.STAGE_WAITING,
      attempt: 0,
      seed: EMPTY_BYTES,
      startHeight,
      executors: [],
      draws: 0,
      drawHeight: 0n,
      deadlineMs: 0n,
      verifiers: [],
    });
  }
  queueRound(ctx, newRound(hash, 0, 0, startHeight, targetCount));
}
