/**
 * Who has a seat in the next epoch: pure, over slots. Members that may not stay leave first, then
 * seats that the committee lacks are filled, then members change places by lot, and all of that
 * together is bounded. New members are drawn by power, one after the other, from all that are
 * eligible without a seat.
 */
import { assert } from "../../app/lib/assert.ts";
import { uniform, WeightTree, type Words } from "../../app/lib/draw.ts";

/** What a rotation is decided by. */
export interface Rotation {
  /** Slots that have a seat now, each once. */
  readonly seats: readonly number[];
  /** Power of each slot that may have a seat; 0 of all others. */
  readonly powers: readonly bigint[];
  /** Seats that there should be, at least 1. */
  readonly size: number;
  /** Most seats that may be given to somebody else or added. */
  readonly changes: number;
}

/**
 * The slots of the next committee, ascending. It is never empty when `seats` is not: who may not
 * stay keeps the seat until somebody else can take it. Costs a Fenwick tree over `powers`, and a
 * logarithm of it per change.
 */
export function rotate({ seats, powers, size, changes }: Rotation, words: Words): number[] {
  assert(size >= 1 && changes >= 0, "a committee has a size");
  const powerOf = (slot: number): bigint => powers[slot] ?? 0n;
  const staying = seats.filter((slot) => powerOf(slot) > 0n);
  const due = shuffled(
    seats.filter((slot) => powerOf(slot) === 0n),
    words,
  );
  const tree = new WeightTree(powers);
  for (const slot of staying) tree.set(slot, 0n);
  const drawn: number[] = [];
  const draw = (): boolean => {
    if (drawn.length >= changes || tree.total === 0n) return false;
    const slot = tree.draw(words);
    tree.set(slot, 0n);
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
    tree.set(slot, powerOf(slot));
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
