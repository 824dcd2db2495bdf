/** How often limits reject honest results that had no part in setting them. */
import type { Limits } from "../../../app/asli/tolerances.ts";
import { type Judge, rejects } from "./catches.ts";
import type { HonestCheck } from "./honest.ts";
import { type RejectEstimate, RejectEstimator } from "./limits.ts";
import type { Measured } from "./positions.ts";
import type { HonestSample } from "./sample.ts";
import { COLUMNS, LENGTHS, rowOf, windowStarts, windowStatistics } from "./windows.ts";

/** Honest results of one column and length. */
export interface HonestCell {
  readonly column: number;
  readonly tokens: number;
  /** Held-out results of all draws and pairs of runs, and how many are rejected. */
  readonly results: number;
  readonly rejected: number;
  /** Held-out texts as generated, checked in the same class: independent, one result each. */
  readonly texts: number;
  readonly textsRejected: number;
  /** Chance of a rejection on the half that set the limits, and on the other one. */
  readonly fit: RejectEstimate | undefined;
  readonly heldOut: RejectEstimate | undefined;
}

/** One honest check of a held-out text. */
export interface KeptCheck {
  readonly column: number;
  readonly check: HonestCheck;
  readonly measured: Measured;
}

/** Counts results by column and length. */
export class HonestCounts {
  readonly #judge: Omit<Judge, "topPSlackMilli">;
  #cells: HonestCell[] = [];

  constructor(judge: Omit<Judge, "topPSlackMilli">) {
    this.#judge = judge;
    for (let column = 0; column < COLUMNS; column += 1) {
      for (const tokens of LENGTHS) {
        const none = { results: 0, rejected: 0, texts: 0, textsRejected: 0 };
        this.#cells.push({ column, tokens, ...none, fit: undefined, heldOut: undefined });
      }
    }
  }

  /** Cells with results. */
  get cells(): readonly HonestCell[] {
    return this.#cells.filter(({ results }) => results > 0);
  }

  /** Counts all results of one check. */
  add(kept: KeptCheck): void {
    this.#cells = this.#cells.map((cell) =>
      cell.column === kept.column ? this.#counted(cell, kept) : cell,
    );
  }

  /** Estimates what cannot be counted. */
  estimate(fit: HonestSample, heldOut: HonestSample): void {
    const first = new RejectEstimator(fit);
    const second = new RejectEstimator(heldOut);
    this.#cells = this.#cells.map((cell) => {
      const { column, tokens } = cell;
      const limits = this.#limitsOf(cell);
      return {
        ...cell,
        fit: first.estimate(column, tokens, limits),
        heldOut: second.estimate(column, tokens, limits),
      };
    });
  }

  #counted(cell: HonestCell, { check: { pair, draw }, measured }: KeptCheck): HonestCell {
    const { tokens } = cell;
    let { results, rejected, texts, textsRejected } = cell;
    const isExact = this.#judge.exact && pair !== "other_class";
    for (const from of windowStarts(measured.deficit.length, tokens)) {
      const statistics = windowStatistics(measured, from, tokens, this.#judge);
      const isWrong = isExact
        ? measured.differs.subarray(from, from + tokens).includes(1)
        : rejects(statistics, tokens, this.#limitsOf(cell));
      const wrong = isWrong ? 1 : 0;
      results += 1;
      rejected += wrong;
      if (pair !== "same_class" || !draw.own || from !== 0) continue;
      texts += 1;
      textsRejected += wrong;
    }
    return { ...cell, results, rejected, texts, textsRejected };
  }

  #limitsOf({ column, tokens }: HonestCell): Limits {
    return this.#judge.limits[rowOf(tokens) * COLUMNS + column] as Limits;
  }
}
