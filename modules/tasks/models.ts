/** Models: registration of revisions, which one acts, and the mark of a rewarded model. */
import type { Model, ModelRevision, ReferencePrice } from "../../proto/gen/aegis/tasks/v1/model.ts";
import type { MsgRegisterModel } from "../../proto/gen/aegis/tasks/v1/tx.ts";
import { moduleAddress } from "../../app/lib/address.ts";
import { present } from "../../app/lib/assert.ts";
import type { BlockContext, QueryContext } from "../../app/module/context.ts";
import { rulesOf } from "./access.ts";
import { DEPOSIT_ACCOUNT } from "./constants.ts";
import type { TasksDeps } from "./deps.ts";
import { errors } from "./errors.ts";
import { modelRegistered, modelRewardSet } from "./events.ts";
import { checkTolerances } from "./revision.ts";
import { models, paramsItem, revisions } from "./state.ts";

/** The revision that new tasks use. @throws ModuleError unknownModel. */
export function actingRevision(ctx: QueryContext, id: string): ModelRevision {
  const model = models.get(ctx, id);
  if (model === undefined) throw errors.unknownModel();
  const newest = revisions.require(ctx, [id, model.newestRevision]);
  // Only the newest can be waiting, because a further one is refused meanwhile.
  if (newest.actsFromMs <= ctx.block.clockMs || model.newestRevision === 1) return newest;
  return revisions.require(ctx, [id, model.newestRevision - 1]);
}

/** @throws ModuleError as the module's README lists for MsgRegisterModel. Returns the number. */
export function registerModel(deps: TasksDeps, ctx: BlockContext, msg: MsgRegisterModel): number {
  const revision = present(msg.revision, "revision");
  const id = revision.model;
  const params = paramsItem.require(ctx);
  checkTolerances(present(revision.tolerances, "tolerances"), params);
  const known = models.get(ctx, id);
  const wanted = known === undefined ? params.modelDeposit : 0n;
  if (known !== undefined) checkFurther(ctx, known, msg.owner);
  if (msg.deposit !== wanted) throw errors.wrongDeposit(`must be ${wanted} uasi`);

  const number = (known?.newestRevision ?? 0) + 1;
  const { clockMs } = ctx.block;
  const delay = known === undefined ? 0n : rulesOf(params).challengeWindowMs;
  const actsFromMs = clockMs + delay;
  if (wanted > 0n) deps.bank.send(ctx, msg.owner, moduleAddress(DEPOSIT_ACCOUNT), wanted);
  models.set(ctx, id, {
    id,
    owner: msg.owner,
    deposit: known?.deposit ?? wanted,
    newestRevision: number,
    referencePrice: known?.referencePrice,
    qualificationHeight: known?.qualificationHeight ?? 0n,
  });
  revisions.set(ctx, [id, number], { ...revision, number, actsFromMs });
  ctx.emit(modelRegistered, { model: id, revision: number, owner: msg.owner, actsFromMs });
  return number;
}

function checkFurther(ctx: QueryContext, model: Model, owner: string): void {
  if (model.owner !== owner) throw errors.notModelOwner();
  const newest = revisions.require(ctx, [model.id, model.newestRevision]);
  if (newest.actsFromMs > ctx.block.clockMs) throw errors.revisionPending();
}

/** @throws ModuleError unknownModel. */
export function setModelReward(
  ctx: BlockContext,
  id: string,
  referencePrice: ReferencePrice | undefined,
): void {
  const model = models.get(ctx, id);
  if (model === undefined) throw errors.unknownModel();
  models.set(ctx, id, { ...model, referencePrice });
  ctx.emit(modelRewardSet, { model: id, rewarded: referencePrice !== undefined });
}
