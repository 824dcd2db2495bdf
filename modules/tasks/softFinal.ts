/** The state in which a result can only still be contradicted. */
import { type Result, State } from "../../proto/gen/aegis/tasks/v1/tasks.ts";
import type { BlockContext } from "../../app/module/context.ts";
import { isQualification, resultKeyOf, rulesOf, taskOf } from "./access.ts";
import { DRAW_DELAY } from "./constants.ts";
import { resultSoftFinal } from "./events.ts";
import { resultDeadline } from "./queue.ts";
import { nameOf } from "./results.ts";
import { auditQueue, deadlines, results } from "./state.ts";

/**
 * COMPUTED or DISPUTED → SOFT_FINAL, for `windowMs` of the protocol clock. What no committee has
 * judged may be audited: the beacon of two heights on decides.
 */
export function becomeSoftFinal(ctx: BlockContext, result: Result, windowMs: bigint): Result {
  const deadlineMs = ctx.block.clockMs + windowMs;
  const softFinal: Result = {
    ...result,
    state: State.STATE_SOFT_FINAL,
    deadlineMs,
    windowLeftMs: 0n,
    decidedHeight: ctx.block.height,
    auditHeight: mayBeAudited(ctx, result) ? ctx.block.height + DRAW_DELAY : 0n,
  };
  results.set(ctx, resultKeyOf(result), softFinal);
  deadlines.add(ctx, resultDeadline(deadlineMs, result));
  const { auditHeight } = softFinal;
  if (auditHeight > 0n) auditQueue.add(ctx, [auditHeight, resultKeyOf(result)]);
  ctx.emit(resultSoftFinal, { ...nameOf(result), deadlineMs });
  return softFinal;
}

function mayBeAudited(ctx: BlockContext, { taskHash, upheld }: Result): boolean {
  const task = taskOf(ctx, taskHash);
  return !upheld && !isQualification(task) && rulesOf(task).auditRate > 0;
}
