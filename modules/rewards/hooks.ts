/**
 * The begin of a block counts who produced it; the end closes the epoch when it is its last, and
 * pays what waits.
 */
import type { BlockContext } from "../../app/module/context.ts";
import { CALCULATIONS_PER_BLOCK } from "./constants.ts";
import type { RewardsDeps } from "./deps.ts";
import { closeEpoch, payQueue } from "./epoch.ts";
import { countBlock } from "./income.ts";

/** Runs before anything that this block pays for. */
export function beginBlock(ctx: BlockContext): void {
  countBlock(ctx);
}

/** Runs after every module that may call `recordFinal`. */
export function endBlock(deps: RewardsDeps, ctx: BlockContext): void {
  if (ctx.block.isEpochEnd) closeEpoch(deps, ctx);
  payQueue(deps, ctx, CALCULATIONS_PER_BLOCK);
}
