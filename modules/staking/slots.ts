/** Slots: each validator has the smallest number that was free when it came. */
import type { Readable, Writable } from "../../app/module/collections/schema.ts";
import { VALIDATORS_MAX } from "./constants.ts";
import { freeSlots, slots } from "./delegationState.ts";
import { errors } from "./errors.ts";

/** The slot above all that were ever taken and not given back at the top. */
function nextSlot(ctx: Readable): number {
  for (const [slot] of slots.entries(ctx, { reverse: true })) return slot + 1;
  return 0;
}

/** Gives `operator` a slot. @throws ModuleError tooManyValidators. */
export function takeSlot(ctx: Writable, operator: string): number {
  const slot = firstFree(ctx) ?? nextSlot(ctx);
  if (slot >= VALIDATORS_MAX) throw errors.tooManyValidators();
  freeSlots.delete(ctx, slot);
  slots.set(ctx, slot, operator);
  return slot;
}

function firstFree(ctx: Readable): number | undefined {
  for (const slot of freeSlots.keys(ctx)) return slot;
  return undefined;
}

/** Gives a slot back. Free slots are only kept below the highest one that is taken. */
export function freeSlot(ctx: Writable, slot: number): void {
  slots.delete(ctx, slot);
  const next = nextSlot(ctx);
  if (slot < next) {
    freeSlots.add(ctx, slot);
    return;
  }
  const above: number[] = [];
  for (const free of freeSlots.keys(ctx, { reverse: true })) {
    if (free < next) break;
    above.push(free);
  }
  for (const free of above) freeSlots.delete(ctx, free);
}
