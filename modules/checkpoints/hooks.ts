/** The beginning of a block: turns the epoch when one has ended, and punishes. */
import type { BlockContext } from "../../app/module/context.ts";
import type { CheckpointsDeps } from "./deps.ts";
import { punishDoubles } from "./doubles.ts";
import { turnEpoch } from "./epochs.ts";
import { punishMissing } from "./missed.ts";

/** Before the block's messages, so that the block that closes a checkpoint attests none. */
export function beginBlock(deps: CheckpointsDeps, ctx: BlockContext): void {
  turnEpoch(deps, ctx);
  punishDoubles(deps, ctx);
  punishMissing(deps, ctx);
}
