/**
 * The end of a block: completes what is due, tells CometBFT of changes and forgets committees that
 * nobody needs.
 */
import type { BlockContext } from "../../app/module/context.ts";
import type { ValidatorUpdate } from "../../app/module/module.ts";
import { committeeUpdates, forgetOldCommittees } from "./committee.ts";
import type { StakingDeps } from "./deps.ts";
import { forgetDueKeys } from "./keys.ts";
import { runLicences } from "./licenceFaults.ts";
import { completeRedelegations } from "./redelegation.ts";
import { completeUnbondings } from "./unbonding.ts";
import { endUnbondings } from "./validators.ts";

/** Validator updates of this block, in force two heights later. */
export function endBlock(deps: StakingDeps, ctx: BlockContext): readonly ValidatorUpdate[] {
  runLicences(deps, ctx);
  endUnbondings(deps, ctx);
  completeUnbondings(deps, ctx);
  completeRedelegations(ctx);
  forgetDueKeys(ctx);
  const updates = committeeUpdates(ctx);
  forgetOldCommittees(ctx);
  return updates;
}
