/**
 * Slots: each validator has the smallest number that was free when it came. A slot that was given
 * back rests until no validator set that is kept says it is of somebody who is gone.
 */
import type { Readable } from "../../app/module/collections/schema.ts";
import type { BlockContext } from "../../app/module/context.ts";
import { SETS_KEPT, VALIDATORS_MAX } from "./constants.ts";
import { freeSlots, slots } from "./delegationState.ts";
import { errors } from "./errors.ts";

/** The smallest slot that nobody ever had. */
export function nextSlot(ctx: Readable): number {
  let next = 0;
  for (const [slot] of slots.entries(ctx, { reverse: true })) {
    next = slot + 1;
    break;
  }
  for (const [slot] of freeSlots.entries(ctx, { reverse: true })) return Math.max(next, slot + 1);
  return next;
}

function firstFree(ctx: BlockContext): number | undefined {
  for (const [slot, epoch] of freeSlots.entries(ctx)) {
    if (epoch + SETS_KEPT < ctx.block.epoch) return slot;
  }
  return undefined;
}

/** Gives `operator` a slot. @throws ModuleError tooManyValidators. */
export function takeSlot(ctx: BlockContext, operator: string): number {
  const slot = firstFree(ctx) ?? nextSlot(ctx);
  if (slot >= VALIDATORS_MAX) throw errors.tooManyValidators();
  freeSlots.delete(ctx, slot);
  slots.set(ctx, slot, operator);
  return slot;
}

/** Gives a slot back. */
export function freeSlot(ctx: BlockContext, slot: number): void {
  slots.delete(ctx, slot);
  freeSlots.set(ctx, slot, ctx.block.epoch);
}
