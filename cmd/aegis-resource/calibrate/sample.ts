/**
 * Statistics of honest results, kept by prompt: results of one prompt resemble each other, so what
 * is not known is how other prompts behave, and every bound is made by drawing prompts again.
 */
import type { Measured } from "./positions.ts";
import {
  type Bounds,
  COLUMNS,
  LENGTHS,
  STATISTICS,
  windowStarts,
  windowStatistics,
} from "./windows.ts";

/** Values by prompt. */
export type ByPrompt = ReadonlyMap<number, readonly number[]>;

/** Deficits of single positions by prompt: those above 0, and how many positions there were. */
export interface PositionSample {
  readonly deficits: Map<number, number[]>;
  readonly positions: Map<number, number>;
}

/** What honest results of one half of the prompts measured. */
export class HonestSample {
  readonly #bounds: Bounds;
  readonly #values: Map<string, Map<number, number[]>> = new Map();
  readonly #positions: readonly PositionSample[] = Array.from({ length: COLUMNS }, () => ({
    deficits: new Map(),
    positions: new Map(),
  }));

  constructor(bounds: Bounds) {
    this.#bounds = bounds;
  }

  /** Adds all results of one measured draw. */
  add(prompt: number, column: number, measured: Measured): void {
    const { length } = measured.deficit;
    const sample = this.positions(column);
    const deficits = listOf(sample.deficits, prompt);
    for (const deficit of measured.deficit) {
      if (deficit > 0) deficits.push(Math.min(this.#bounds.deficitClip, deficit));
    }
    sample.positions.set(prompt, (sample.positions.get(prompt) ?? 0) + length);
    for (const tokens of LENGTHS) {
      for (const from of windowStarts(length, tokens)) {
        const statistics = windowStatistics(measured, from, tokens, this.#bounds);
        for (const [at, value] of statistics.entries()) {
          listOf(
            this.#values.get(keyOf(column, tokens, at)) ?? this.#begin(column, tokens, at),
            prompt,
          ).push(value);
        }
      }
    }
  }

  /** Values of statistic number `statistic` over results of `tokens` tokens. */
  values(column: number, tokens: number, statistic: number): ByPrompt {
    return this.#values.get(keyOf(column, tokens, statistic)) ?? new Map();
  }

  /** Deficits of single positions. */
  positions(column: number): PositionSample {
    return this.#positions[column] as PositionSample;
  }

  #begin(column: number, tokens: number, statistic: number): Map<number, number[]> {
    const map = new Map<number, number[]>();
    this.#values.set(keyOf(column, tokens, statistic), map);
    return map;
  }
}

function keyOf(column: number, tokens: number, statistic: number): string {
  return `${column}/${tokens}/${STATISTICS[statistic]}`;
}

function listOf(map: Map<number, number[]>, prompt: number): number[] {
  const known = map.get(prompt);
  if (known !== undefined) return known;
  const list: number[] = [];
  map.set(prompt, list);
  return list;
}

/** All values of the given prompts, ascending; a prompt given twice counts twice. */
export function sortedValues(
  values: ByPrompt,
  prompts: Iterable<number> = values.keys(),
): Float64Array {
  const all: number[] = [];
  for (const prompt of prompts) for (const value of values.get(prompt) ?? []) all.push(value);
  return Float64Array.from(all).sort();
}
