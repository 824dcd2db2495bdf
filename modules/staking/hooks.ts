/** The end of a block: tells CometBFT of changes and forgets committees that nobody needs. */
import type { BlockContext } from "../../app/module/context.ts";
import type { ValidatorUpdate } from "../../app/module/module.ts";
import { committeeUpdates, forgetOldCommittees } from "./committee.ts";
import type { StakingDeps } from "./deps.ts";
import { runLicences } from "./licenceFaults.ts";

/** Validator updates of this block, in force two heights later. */
export function endBlock(deps: StakingDeps, ctx: BlockContext): readonly ValidatorUpdate[] {
  runLicences(deps, ctx);
  const updates = committeeUpdates(ctx);
  forgetOldCommittees(ctx);
  return updates;
}
