/** Deadlines on the protocol clock, and what is due now, in order. */
import type { Calculation, Result, Verification } from "../../proto/gen/aegis/tasks/v1/tasks.ts";
import { addressBytes } from "../../app/lib/address.ts";
import type { KeySet, Readable, Writable } from "../../app/module/collections/schema.ts";
import { uint64BigEndian } from "../../app/lib/bytes.ts";
import { resultKeyOf, verificationKeyOf } from "./access.ts";
import { auditQueue, type DeadlineKey, deadlines, holdDeadlines } from "./state.ts";

/** Stands in a deadline's key for "the calculation itself". */
const NO_EXECUTOR: Uint8Array = new Uint8Array(20);

type OfCalculation = Pick<Calculation, "taskHash" | "index">;

/** Key of a calculation's (or its round's) deadline. */
export function calculationDeadline(clockMs: bigint, calculation: OfCalculation): DeadlineKey {
  return [clockMs, [[calculation.taskHash, calculation.index], NO_EXECUTOR]];
}

/** Key of a result's own deadline. */
export function resultDeadline(clockMs: bigint, result: Result): DeadlineKey {
  return [clockMs, [[result.taskHash, result.calculation], addressBytes(result.executor)]];
}

/** Whether a deadline's key is of a calculation or round rather than of a result. */
export function isOfCalculation(executor: Uint8Array): boolean {
  return executor.every((byte) => byte === 0);
}

/** The first `max` deadlines that are not after `clockMs`, in order of time, then hash. */
export function dueDeadlines(ctx: Readable, clockMs: bigint, max: number): DeadlineKey[] {
  return takeDue(ctx, deadlines, clockMs, max);
}

/** The first `max` keys of a queue whose leading number is at most `until`. */
export function takeDue<K>(ctx: Readable, queue: KeySet<K>, until: bigint, max: number): K[] {
  const due: K[] = [];
  const end = uint64BigEndian(until + 1n);
  for (const key of queue.keys(ctx, { end })) {
    if (due.length >= max) break;
    due.push(key);
  }
  return due;
}

/** Removes a calculation's deadline if it has one. */
export function clearDeadline(ctx: Writable, calculation: Calculation): void {
  if (calculation.deadlineMs === 0n) return;
  deadlines.delete(ctx, calculationDeadline(calculation.deadlineMs, calculation));
}

/** Removes the deadline of an audit or challenge if it waits for anything. */
export function clearHoldDeadline(ctx: Writable, hold: Verification): void {
  if (hold.deadlineMs > 0n) holdDeadlines.delete(ctx, [hold.deadlineMs, verificationKeyOf(hold)]);
}

/** Removes the draw of a result's audit if it waits for one. */
export function clearAuditDraw(ctx: Writable, result: Result): void {
  if (result.auditHeight > 0n) auditQueue.delete(ctx, [result.auditHeight, resultKeyOf(result)]);
}
