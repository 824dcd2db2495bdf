/** The state in which a result can only still be contradicted. */
import { type Result, State } from "../../proto/gen/aegis/tasks/v1/tasks.ts";
import type { BlockContext } from "../../app/module/context.ts";
import { resultKeyOf } from "./access.ts";
import { resultSoftFinal } from "./events.ts";
import { resultDeadline } from "./queue.ts";
import { nameOf } from "./results.ts";
import { deadlines, results } from "./state.ts";

/** COMPUTED or DISPUTED → SOFT_FINAL, for `windowMs` of the protocol clock. */
export function becomeSoftFinal(ctx: BlockContext, result: Result, windowMs: bigint): Result {
  const deadlineMs = ctx.block.clockMs + windowMs;
  const softFinal: Result = {
    ...result,
    state: State.STATE_SOFT_FINAL,
    deadlineMs,
    windowLeftMs: 0n,
    decidedHeight: ctx.block.height,
  };
  results.set(ctx, resultKeyOf(result), softFinal);
  deadlines.add(ctx, resultDeadline(deadlineMs, result));
  ctx.emit(resultSoftFinal, { ...nameOf(result), deadlineMs });
  return softFinal;
}
