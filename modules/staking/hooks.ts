/**
 * The end of a block: completes what is due, draws the committee when the epoch ends, tells
 * CometBFT of changes and forgets committees that nobody needs.
 */
import type { BlockContext } from "../../app/module/context.ts";
import type { ValidatorUpdate } from "../../app/module/module.ts";
import { committeeUpdates, forgetOldCommittees } from "./committee.ts";
import type { StakingDeps } from "./deps.ts";
import { keepHeader } from "./history.ts";
import { forgetDueKeys } from "./keys.ts";
import { runLicences } from "./licenceFaults.ts";
import { completeRedelegations } from "./redelegation.ts";
import { rotateCommittee } from "./seats.ts";
import { completeUnbondings } from "./unbonding.ts";
import { endUnbondings } from "./validators.ts";
import { noteFirstSet, noteNextSet, type SetCache, validatorSetAt } from "./validatorSets.ts";

/** Validator updates of this block, in force two heights later. */
export function endBlock(
  deps: StakingDeps,
  sets: SetCache,
  ctx: BlockContext,
): readonly ValidatorUpdate[] {
  runLicences(deps, ctx);
  endUnbondings(deps, ctx);
  completeUnbondings(deps, ctx);
  completeRedelegations(ctx);
  forgetDueKeys(ctx);
  noteFirstSet(ctx, sets);
  if (ctx.block.isEpochEnd) {
    const running = validatorSetAt(ctx, sets, ctx.block.epoch);
    const next = noteNextSet(ctx, sets);
    rotateCommittee(ctx, { running, next, attesters: deps.checkpoints.recentAttesters(ctx) });
  }
  keepHeader(ctx);
  const updates = committeeUpdates(ctx);
  forgetOldCommittees(ctx);
  return updates;
}
