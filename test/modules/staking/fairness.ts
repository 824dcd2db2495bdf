/** How fair the draw of committees is: chi-square statistics at fixed seeds. */
import { utf8 } from "../../../app/lib/bytes.ts";
import { hashWords } from "../../../app/lib/draw.ts";
import { rotate } from "../../../modules/staking/rotation.ts";
import { Prng } from "../../kit/prng.ts";

/** What a test of fit says. */
export interface Fit {
  readonly name: string;
  readonly draws: number;
  readonly freedom: number;
  readonly chiSquare: number;
  /** How many standard deviations the statistic is above what it should be. */
  readonly deviation: number;
}

/** More than this is not chance: one in 30,000 by Wilson and Hilferty's normal form. */
export const DEVIATION_MAX = 4;

function fitOf(name: string, seen: readonly number[], expected: readonly number[]): Fit {
  const draws = seen.reduce((sum, count) => sum + count, 0);
  const chiSquare = seen.reduce((sum, count, at) => {
    const wanted = expected[at] as number;
    return sum + (count - wanted) ** 2 / wanted;
  }, 0);
  const freedom = seen.length - 1;
  const spread = 2 / (9 * freedom);
  const deviation = (Math.cbrt(chiSquare / freedom) - (1 - spread)) / Math.sqrt(spread);
  return { name, draws, freedom, chiSquare, deviation };
}

/** Powers from 1 to 1,000, in no order. */
function mixedPowers(count: number, seed: number): number[] {
  const random = new Prng(seed);
  return Array.from({ length: count }, () => 1 + random.below(1_000));
}

/** Whether a seat goes to each stretch of slots as often as its power says. */
export function fitByPower(count: number, draws: number, seed: number): Fit {
  const powers = mixedPowers(count, seed);
  const groups = Math.min(count, 100);
  const groupOf = (slot: number): number => Math.trunc((slot * groups) / count);
  const seen = new Array<number>(groups).fill(0);
  const expected = new Array<number>(groups).fill(0);
  const total = powers.reduce((sum, power) => sum + power, 0);
  powers.forEach((power, slot) => {
    expected[groupOf(slot)] = (expected[groupOf(slot)] as number) + (draws * power) / total;
  });
  for (let draw = 0; draw < draws; draw += 1) {
    const words = hashWords(utf8(`by power ${seed} ${draw}`));
    const [slot = 0] = rotate({ seats: [], powers, size: 1, changes: 1 }, words);
    seen[groupOf(slot)] = (seen[groupOf(slot)] as number) + 1;
  }
  return fitOf(`one seat of ${count}, seed ${seed}`, seen, expected);
}

/** Whether equal validators are seated alike wherever they stand. */
export function fitByPlace(count: number, size: number, draws: number, seed: number): Fit {
  const powers = new Array<number>(count).fill(3);
  const seen = new Array<number>(count).fill(0);
  for (let draw = 0; draw < draws; draw += 1) {
    const words = hashWords(utf8(`by place ${seed} ${draw}`));
    for (const slot of rotate({ seats: [], powers, size, changes: size }, words)) {
      seen[slot] = (seen[slot] as number) + 1;
    }
  }
  const expected = seen.map(() => (draws * size) / count);
  return fitOf(`${size} seats of ${count} equals, seed ${seed}`, seen, expected);
}

/** Chance of each set of `size` slots when they are drawn one after the other by power. */
function chances(powers: readonly number[], size: number): Map<string, number> {
  const sets = new Map<string, number>();
  const go = (taken: readonly number[], chance: number): void => {
    if (taken.length === size) {
      const key = taken.toSorted((a, b) => a - b).join();
      sets.set(key, (sets.get(key) ?? 0) + chance);
      return;
    }
    const free = powers.map((power, slot) => (taken.includes(slot) ? 0 : power));
    const total = free.reduce((sum, power) => sum + power, 0);
    free.forEach((power, slot) => {
      if (power > 0) go([...taken, slot], (chance * power) / total);
    });
  };
  go([], 1);
  return sets;
}

/** Whether whole committees come as often as drawing without replacement says, exactly. */
export function fitOfSets(draws: number, seed: number): Fit {
  const powers = [1, 2, 3, 5, 8, 13];
  const size = 3;
  const sets = chances(powers, size);
  const seen = new Map<string, number>();
  for (let draw = 0; draw < draws; draw += 1) {
    const words = hashWords(utf8(`sets ${seed} ${draw}`));
    const key = rotate({ seats: [], powers, size, changes: size }, words).join();
    seen.set(key, (seen.get(key) ?? 0) + 1);
  }
  const keys = [...sets.keys()];
  return fitOf(
    `${sets.size} committees of ${size} of ${powers.length}, seed ${seed}`,
    keys.map((key) => seen.get(key) ?? 0),
    keys.map((key) => draws * (sets.get(key) as number)),
  );
}
