/** How many dishonest results the limits catch, by kind, length and temperature. */
import { type Limits, limitsIndex } from "../../../app/asli/tolerances.ts";
import { type Cheat, cheatsOf, type ModelFacts } from "./cheats.ts";
import { type Draw, drawsOf } from "./honest.ts";
import { type Claimed, type Measured, measurePositions } from "./positions.ts";
import { Prng } from "./prng.ts";
import type { Measurements, TextRecord } from "./records.ts";
import { type Bounds, windowStarts, windowStatistics } from "./windows.ts";

/** Lengths in tokens of the curves. */
export const CURVE_LENGTHS: readonly number[] = [8, 16, 32, 64, 128, 256, 512];

/** Draws of each text. */
const DRAWS = 8;
/** Times that each result is edited, at other places each time. */
const EDIT_PLACES = 4;

/** Results of one kind, length and temperature. */
export interface CatchCount {
  readonly kind: string;
  /** Temperature × 1000 that was claimed. */
  readonly temperatureMilli: number;
  readonly tokens: number;
  results: number;
  /** By the limits, which judge nodes of another kernel class. */
  caught: number;
  /** By a verifier of the same class, which also compares bit by bit where the model is exact. */
  caughtWithinClass: number;
  /** Results with a token that the right run would not have picked. */
  differing: number;
  differingCaught: number;
  differingCaughtWithinClass: number;
  /** Of the differing ones, those that an exact replay finds. */
  differingReplayed: number;
}

/** What judges. */
export interface Judge extends Bounds {
  readonly topPSlackMilli: number;
  readonly exact: boolean;
  readonly limits: readonly Limits[];
}

/** Collects counts over texts. */
export class Catches {
  readonly #counts: Map<string, CatchCount> = new Map();
  readonly #judge: Judge;
  readonly #seed: number;

  constructor(judge: Judge, seed: number) {
    this.#judge = judge;
    this.#seed = seed;
  }

  get counts(): readonly CatchCount[] {
    return [...this.#counts.values()];
  }

  /** Counts all dishonest results that a text serves for. */
  addText(measurements: Measurements, text: TextRecord, facts: ModelFacts): void {
    const cheats = cheatsOf(measurements, text, facts);
    for (const temperatureMilli of new Set(cheats.map((cheat) => cheat.temperatureMilli))) {
      const draws = { temperatureMilli, count: DRAWS, seed: this.#seed, plain: true };
      for (const draw of drawsOf(text, draws)) {
        // Many kinds edit the same claim: what is measured of it is kept for all of them.
        const known = new Map<unknown, Measured>();
        const measure = (key: unknown, claimed: Claimed): Measured => {
          const measured = known.get(key) ?? measurePositions(claimed, text.tokens.length);
          known.set(key, measured);
          return measured;
        };
        const random = new Prng(seedOf(draw.challenge));
        for (const cheat of cheats) {
          if (cheat.temperatureMilli !== temperatureMilli) continue;
          if (cheat.onlyBeyond !== undefined && !draw.own) continue;
          this.#addDraw(cheat, draw, measure, random);
        }
      }
    }
  }

  #addDraw(
    cheat: Cheat,
    draw: Draw,
    measure: (key: unknown, claimed: Claimed) => Measured,
    random: Prng,
  ): void {
    const { claim, edits } = cheat;
    const { topPSlackMilli } = this.#judge;
    const claimed = { ...draw, ...claim(draw), topPSlackMilli };
    const measured = measure(claim, claimed);
    const edited =
      edits && measure(edits.token, { ...claimed, token: (at) => edits.token(draw, at) });
    const { length } = measured.deficit;
    for (const tokens of CURVE_LENGTHS) {
      for (const from of startsOf(cheat, length, tokens)) {
        if (edited === undefined) {
          this.#add(cheat, cut(measured, from, tokens), tokens);
          continue;
        }
        for (let time = 0; time < (edits?.last === true ? 1 : EDIT_PLACES); time += 1) {
          const window = cut(measured, from, tokens);
          makeEdits(window, edited, from, cheat, random);
          this.#add(cheat, window, tokens);
        }
      }
    }
  }

  #add({ kind, temperatureMilli }: Cheat, window: Measured, tokens: number): void {
    const cell = limitsIndex(tokens, temperatureMilli);
    const limits = this.#judge.limits[cell] as Limits;
    const caught = rejects(windowStatistics(window, 0, tokens, this.#judge), tokens, limits);
    const caughtWithinClass = caught || (this.#judge.exact && window.differs.includes(1));
    const count = this.#count(kind, temperatureMilli, tokens);
    count.results += 1;
    if (caught) count.caught += 1;
    if (caughtWithinClass) count.caughtWithinClass += 1;
    if (!window.wrongToken.includes(1)) return;
    count.differing += 1;
    if (caught) count.differingCaught += 1;
    if (caughtWithinClass) count.differingCaughtWithinClass += 1;
    if (window.replayFinds.includes(1)) count.differingReplayed += 1;
  }

  #count(kind: string, temperatureMilli: number, tokens: number): CatchCount {
    const key = `${kind}/${temperatureMilli}/${tokens}`;
    const known = this.#counts.get(key);
    if (known !== undefined) return known;
    const count = {
      kind,
      temperatureMilli,
      tokens,
      results: 0,
      caught: 0,
      caughtWithinClass: 0,
      differing: 0,
      differingCaught: 0,
      differingCaughtWithinClass: 0,
      differingReplayed: 0,
    };
    this.#counts.set(key, count);
    return count;
  }
}

function seedOf([a = 0, b = 0, c = 0]: Uint8Array): number {
  return (a << 16) | (b << 8) | c;
}

/** Whether the limits of a cell reject these statistics. */
export function rejects(statistics: readonly number[], tokens: number, limits: Limits): boolean {
  const [deficitSum = 0, deficitCount = 0, deficitMax = 0] = statistics;
  const [, , , chosenSum = 0, probeSum = 0, probeCount = 0] = statistics;
  const above = (total: number, per1000: number): boolean => total * 1_000 > per1000 * tokens;
  return (
    deficitMax > limits.deficitMax ||
    above(deficitSum, limits.deficitSumPer1000) ||
    above(deficitCount, limits.deficitCountPer1000) ||
    above(chosenSum, limits.chosenSumPer1000) ||
    above(probeSum, limits.probeSumPer1000) ||
    above(probeCount, limits.probeCountPer1000)
  );
}

function startsOf(cheat: Cheat, length: number, tokens: number): number[] {
  if (cheat.onlyWholeEnd === true) return length >= tokens ? [length - tokens] : [];
  if (cheat.onlyBeyond === undefined) return windowStarts(length, tokens);
  return length >= tokens && tokens > cheat.onlyBeyond ? [0] : [];
}

function cut(measured: Measured, from: number, tokens: number): Measured {
  return {
    deficit: measured.deficit.slice(from, from + tokens),
    chosen: measured.chosen.slice(from, from + tokens),
    probe: measured.probe.slice(from, from + tokens),
    differs: measured.differs.slice(from, from + tokens),
    wrongToken: measured.wrongToken.slice(from, from + tokens),
    replayFinds: measured.replayFinds.slice(from, from + tokens),
  };
}

function makeEdits(
  window: Measured,
  edited: Measured,
  from: number,
  { edits }: Cheat,
  random: Prng,
): void {
  const tokens = window.deficit.length;
  const places = new Set<number>();
  while (places.size < Math.min(edits?.count ?? 0, tokens)) {
    places.add(edits?.last === true ? tokens - 1 : random.below(tokens));
  }
  for (const place of places) {
    window.deficit[place] = edited.deficit[from + place] as number;
    window.chosen[place] = edited.chosen[from + place] as number;
    window.probe[place] = edited.probe[from + place] as number;
    window.differs[place] = edited.differs[from + place] as number;
    window.wrongToken[place] = edited.wrongToken[from + place] as number;
    window.replayFinds[place] = edited.replayFinds[from + place] as number;
  }
}
