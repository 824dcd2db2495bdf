/**
 * Holds: audits and challenges under way. A result is not FINAL while there are any; an audit, and
 * each of the first challenges, also makes the challenge window stand still and then go on.
 */
import {
  type Result,
  State,
  type Verification,
  VerificationKind,
  VerificationState,
} from "../../proto/gen/aegis/tasks/v1/tasks.ts";
import { largerAmount } from "../../app/lib/coin.ts";
import type { Readable } from "../../app/module/collections/schema.ts";
import type { BlockContext } from "../../app/module/context.ts";
import { resultKeyOf, verificationKeyOf, verificationsOf } from "./access.ts";
import { STOPPING_CHALLENGES } from "./constants.ts";
import { windowResumed } from "./events.ts";
import { finishDuty, takeDuty } from "./nodeWork.ts";
import { clearHoldDeadline, resultDeadline } from "./queue.ts";
import { nameOf } from "./results.ts";
import { deadlines, holdDeadlines, results, verifications } from "./state.ts";

/** Whether a verification still waits for its commit or reveal. */
export function isOpen({ state }: Verification): boolean {
  return (
    state === VerificationState.VERIFICATION_STATE_DRAWN ||
    state === VerificationState.VERIFICATION_STATE_COMMITTED
  );
}

/** Whether a verification was asked for, or offered, after soft finality. */
export function isHold({ kind }: Verification): boolean {
  return (
    kind === VerificationKind.VERIFICATION_KIND_AUDIT ||
    kind === VerificationKind.VERIFICATION_KIND_CHALLENGE
  );
}

/** Audits and challenges of a result that are under way. */
export function openHolds(ctx: Readable, result: Result): Verification[] {
  return verificationsOf(ctx, result).filter((one) => isHold(one) && isOpen(one));
}

function stopsWindow({ kind, position }: Verification): boolean {
  return kind === VerificationKind.VERIFICATION_KIND_AUDIT || position < STOPPING_CHALLENGES;
}

/** Begins a hold, whose `deadlineMs` is the end of what it waits for. */
export function beginHold(ctx: BlockContext, hold: Verification): void {
  storeHold(ctx, hold, hold.deadlineMs);
  takeDuty(ctx, hold);
  followHolds(ctx, hold);
}

/** Stores a hold, which waits until `deadlineMs`; 0 when it waits no longer. */
export function storeHold(ctx: BlockContext, hold: Verification, deadlineMs: bigint): Verification {
  const key = verificationKeyOf(hold);
  const before = verifications.get(ctx, key);
  if (before !== undefined) clearHoldDeadline(ctx, before);
  if (deadlineMs > 0n) holdDeadlines.add(ctx, [deadlineMs, key]);
  const stored = { ...hold, deadlineMs };
  verifications.set(ctx, key, stored);
  return stored;
}

/** Ends a hold in its last state. The window follows by `followHolds`. */
export function endHold(ctx: BlockContext, hold: Verification): Verification {
  const ended = storeHold(ctx, hold, 0n);
  finishDuty(ctx, hold);
  return ended;
}

/** Counts again what is under way; returns the result that `hold` is of as it is stored then. */
export function countHolds(ctx: BlockContext, hold: Verification): Result {
  const result = results.require(ctx, resultKeyOf(hold));
  const counted = { ...result, holds: openHolds(ctx, result).length };
  results.set(ctx, resultKeyOf(result), counted);
  return counted;
}

/** Brings the window of the result that `hold` is of in line with the holds that are open now. */
export function followHolds(ctx: BlockContext, hold: Verification): void {
  const result = countHolds(ctx, hold);
  if (result.state !== State.STATE_SOFT_FINAL) return;
  const runs = result.deadlineMs > 0n;
  const mustStop = openHolds(ctx, result).some(stopsWindow);
  // A window that is over waits for the last hold; it ends then.
  const mayRun = result.windowLeftMs > 0n || result.holds === 0;
  if (runs && mustStop) stopWindow(ctx, result);
  else if (!runs && !mustStop && mayRun) resumeWindow(ctx, result);
}

/** The window stands still, or is over while a hold is open. */
export function stopWindow(ctx: BlockContext, result: Result): void {
  deadlines.delete(ctx, resultDeadline(result.deadlineMs, result));
  const windowLeftMs = largerAmount(result.deadlineMs - ctx.block.clockMs, 0n);
  results.set(ctx, resultKeyOf(result), { ...result, deadlineMs: 0n, windowLeftMs });
}

function resumeWindow(ctx: BlockContext, result: Result): void {
  const deadlineMs = ctx.block.clockMs + result.windowLeftMs;
  results.set(ctx, resultKeyOf(result), { ...result, deadlineMs, windowLeftMs: 0n });
  deadlines.add(ctx, resultDeadline(deadlineMs, result));
  ctx.emit(windowResumed, { ...nameOf(result), deadlineMs });
}
