/** The end of a block: tells CometBFT of changes and forgets committees that nobody needs. */
import type { BlockContext } from "../../app/module/context.ts";
import type { ValidatorUpdate } from "../../app/module/module.ts";
import { committeeUpdates, forgetOldCommittees } from "./committee.ts";

/** Validator updates of this block, in force two heights later. */
export function endBlock(ctx: BlockContext): readonly ValidatorUpdate[] {
  const updates = committeeUpdates(ctx);
  forgetOldCommittees(ctx);
  return updates;
}
