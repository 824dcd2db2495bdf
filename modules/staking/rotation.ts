/**
 * Who has a seat in the next epoch: pure, over slots. Members that may not stay leave first, then
 * seats that the committee lacks are filled, then members change places by lot, and all of that
 * together is bounded. New members are drawn by power, one after the other, from all that are
 * eligible without a seat.
 */
import { assert } from "../../app/lib/assert.ts";
import { uniform, type Words } from "../../app/lib/draw.ts";
import { PowerDraw } from "./powerDraw.ts";

/** What a rotation is decided by. */
export interface Rotation {
  /** Slots that have a seat now, each once. */
  readonly seats: readonly number[];
  /** Power of each slot that may have a seat, below 2^53 together; 0 of all others. */
  readonly powers: readonly number[];
  /** Seats that there should be, at least 1. */
  readonly size: number;
  /** Most seats that may be given to somebody else or added. */
  readonly changes: number;
}

/**
 * The slots of the next committee, ascending. It is never empty when `seats` is not: who may not
 * stay keeps the seat until somebody else can take it.
 */
export function rotate({ seats, powers, size, changes }: Rotation, words: Words): number[] {
  assert(size >= 1 && changes >= 0, "a committee has a size");
  const powerOf = (slot: number): number => powers[slot] ?? 0;
  const staying = seats.filter((slot) => powerOf(slot) > 0);
  const due = shuffled(
    seats.filter((slot) => powerOf(slot) === 0),
    words,
  );
  const pot = new PowerDraw(powers);
  for (const slot of staying) pot.set(slot, 0);
  const drawn: number[] = [];
  const draw = (): boolean => {
    if (drawn.length >= changes || pot.total === 0) return false;
    const slot = pot.draw(words);
    pot.set(slot, 0);
    drawn.push(slot);
    return true;
  };
  // More seats than wanted: those that may not stay go without anybody in their place.
  while (due.length > 0 && staying.length + due.length > size) due.pop();
  while (due.length > 0 && draw()) due.pop();
  while (staying.length + due.length + drawn.length < size) if (!draw()) break;
  const leaving = shuffled(staying, words);
  const kept = new Set(staying);
  while (kept.size + due.length + drawn.length > size && leaving.length > 0) {
    kept.delete(leaving.pop() as number);
  }
  for (let left = changes - drawn.length; left > 0 && leaving.length > 0; left -= 1) {
    // Whoever leaves by lot may be drawn again, or a seat would be worth less than its power.
    const slot = leaving.pop() as number;
    pot.set(slot, powerOf(slot));
    if (!draw()) break;
    kept.delete(slot);
  }
  return [...kept, ...due, ...drawn].sort((a, b) => a - b);
}

/** Fisher and Yates. */
function shuffled(list: readonly number[], words: Words): number[] {
  const mixed = [...list];
  for (let at = mixed.length - 1; at > 0; at -= 1) {
    const other = Number(uniform(words, BigInt(at + 1)));
    [mixed[at], mixed[other]] = [mixed[other] as number, mixed[at] as number];
  }
  return mixed;
}
