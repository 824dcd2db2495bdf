/**
 * Pending rewards that are forfeited: an operator gets nothing of the final calculations that
 * waited when a licence behind one of its nodes was suspended. Nobody else gets more by it.
 */
import type { BlockContext } from "../../app/module/context.ts";
import type { Readable } from "../../app/module/collections/schema.ts";
import { rewardsForfeited } from "./events.ts";
import { epochOf, forfeitures, unpaidEpochs } from "./state.ts";

/** Forfeits what waits for `operator` now: in closed epochs, and so far in the running one. */
export function forfeit(ctx: BlockContext, operator: string): void {
  const { epoch } = ctx.block;
  const record = epochOf(ctx, epoch);
  // A closed epoch takes no more, so that the mark covers it whole.
  const mark = { operator, epoch, calculations: record.calculations };
  forfeitures.set(ctx, operator, mark);
  ctx.emit(rewardsForfeited, mark);
}

/** Whether `operator` forfeited its share of the calculation at this place of the queue. */
export function isForfeited(
  ctx: Readable,
  operator: string,
  epoch: bigint,
  index: bigint,
): boolean {
  const mark = forfeitures.get(ctx, operator);
  if (mark === undefined) return false;
  return epoch < mark.epoch || (epoch === mark.epoch && index < mark.calculations);
}

/** When an epoch closes: drops the marks that no waiting calculation lies before. */
export function dropForfeitures(ctx: BlockContext): void {
  const [oldest = ctx.block.epoch] = unpaidEpochs.keys(ctx);
  const done = [...forfeitures.entries(ctx)].filter(([, { epoch }]) => epoch < oldest);
  for (const [operator] of done) forfeitures.delete(ctx, operator);
}
