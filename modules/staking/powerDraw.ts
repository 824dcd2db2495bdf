/**
 * Draws of slots by power, with exact integers. Powers lie in stretches of 256 with a sum each, so
 * that all slots together are read once and a draw looks at one stretch. The result is that of
 * drawing from all powers laid end to end.
 */
import { assert } from "../../app/lib/assert.ts";
import { uniform, type Words } from "../../app/lib/draw.ts";

const STRETCH = 256;

function stretchOf(slot: number): number {
  return Math.trunc(slot / STRETCH);
}

/** Powers that are drawn from and changed. */
export class PowerDraw {
  private readonly powers: number[];
  private readonly sums: number[];
  private left = 0;

  /** Powers are whole, not negative, and sum up to less than 2^53. */
  constructor(powers: readonly number[]) {
    this.powers = [...powers];
    this.sums = new Array<number>(stretchOf(powers.length) + 1).fill(0);
    for (let slot = 0; slot < powers.length; slot += 1) {
      const stretch = stretchOf(slot);
      this.sums[stretch] = (this.sums[stretch] as number) + (powers[slot] as number);
    }
    for (const sum of this.sums) this.left += sum;
    assert(Number.isSafeInteger(this.left), "powers add up to less than 2^53");
  }

  /** Sum of all powers. */
  get total(): number {
    return this.left;
  }

  set(slot: number, power: number): void {
    const change = power - (this.powers[slot] ?? 0);
    const stretch = stretchOf(slot);
    this.powers[slot] = power;
    this.sums[stretch] = (this.sums[stretch] as number) + change;
    this.left += change;
  }

  /** One draw: each slot with probability power ÷ total. The total must not be 0. */
  draw(words: Words): number {
    let point = Number(uniform(words, BigInt(this.left)));
    let stretch = 0;
    while (point >= (this.sums[stretch] as number)) {
      point -= this.sums[stretch] as number;
      stretch += 1;
    }
    let slot = stretch * STRETCH;
    while (point >= (this.powers[slot] as number)) {
      point -= this.powers[slot] as number;
      slot += 1;
    }
    return slot;
  }
}
