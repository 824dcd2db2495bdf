/**
 * Statistics of honest results, kept by prompt: results of one prompt resemble each other, so what
 * is not known is how other prompts behave, and every bound is made by drawing prompts again.
 */
import type { Measured } from "./positions.ts";
import {
  type Bounds,
  COLUMNS,
  LENGTHS,
  type Statistic,
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

  /** Adds the positions of one measured draw. */
  addPositions(prompt: number, column: number, deficits: Int32Array): void {
    const sample = this.positions(column);
    const list = listOf(sample.deficits, prompt);
    for (const deficit of deficits) {
      if (deficit > 0) list.push(Math.min(this.#bounds.deficitClip, deficit));
    }
    sample.positions.set(prompt, (sample.positions.get(prompt) ?? 0) + deficits.length);
  }

  /** Adds all results of one measured draw. */
  addResults(prompt: number, column: number, measured: Measured): void {
    for (const tokens of LENGTHS) {
      if (measured.deficit.length < tokens) continue;
      const lists = STATISTICS.map((name) => listOf(this.#list(column, tokens, name), prompt));
      for (const from of windowStarts(measured.deficit.length, tokens)) {
        const statistics = windowStatistics(measured, from, tokens, this.#bounds);
        for (const [at, value] of statistics.entries()) lists[at]?.push(value);
      }
    }
  }

  /** Values of a statistic over results of `tokens` tokens. */
  values(column: number, tokens: number, statistic: Statistic): ByPrompt {
    return this.#list(column, tokens, statistic);
  }

  /** All prompts that have any results. */
  prompts(): readonly number[] {
    return [...new Set(this.#positions.flatMap(({ positions }) => [...positions.keys()]))];
  }

  /** Deficits of single positions. */
  positions(column: number): PositionSample {
    return this.#positions[column] as PositionSample;
  }

  #list(column: number, tokens: number, statistic: Statistic): Map<number, number[]> {
    const key = `${column}/${tokens}/${statistic}`;
    const known = this.#values.get(key);
    if (known !== undefined) return known;
    const list = new Map<number, number[]>();
    this.#values.set(key, list);
    return list;
  }
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
