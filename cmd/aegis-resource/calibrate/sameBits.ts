/** Whether runs of one kernel class see the same candidates: counted position by position. */
import type { RankedCandidates } from "../../../app/asli/quantise.ts";
import { unpackLists } from "./lists.ts";
import { textId } from "./plan.ts";
import type { Measurements, TextRecord } from "./records.ts";

/** Positions that two runs saw, and how many of them they saw differently. */
export interface BitsComparison {
  readonly positions: number;
  readonly different: number;
}

type Pair = readonly [run: string | undefined, other: string | undefined];

/** Generated with one thread and with two. */
export function compareThreads(measurements: Measurements): BitsComparison {
  return compare(measurements, (text) => {
    if (text.kind !== "two_threads") return [];
    return [[baseOf(measurements, text)?.runs["executor"], text.runs["executor"]]];
  });
}

/**
 * Token by token and by one prefill, of whatever length and with whatever threads: of honest
 * texts, and of dishonest ones that the right model was run over in both ways.
 */
export function compareShapes(measurements: Measurements): BitsComparison {
  return compare(measurements, (text) => {
    const { executor, right, verifier, verifier_short } = text.runs;
    if (text.kind === "honest")
      return [
        [executor, verifier],
        [executor, verifier_short],
      ];
    if (text.kind === "two_threads") {
      const base = baseOf(measurements, text)?.runs["executor"];
      return [[base, verifier]];
    }
    return [[right, verifier]];
  });
}

function baseOf(
  measurements: Measurements,
  { prompt, temperature_milli }: TextRecord,
): TextRecord | undefined {
  return measurements.get(textId("honest", prompt, temperature_milli));
}

/** Of two runs of different lengths the positions that both have count. */
function compare(
  measurements: Measurements,
  pairsOf: (text: TextRecord) => readonly Pair[],
): BitsComparison {
  let positions = 0;
  let different = 0;
  for (const text of measurements.all()) {
    for (const [run, other] of pairsOf(text)) {
      if (run === undefined || other === undefined) continue;
      const [ours, theirs] = [unpackLists(run), unpackLists(other)];
      const length = Math.min(ours.length, theirs.length);
      positions += length;
      for (let at = 0; at < length; at += 1) {
        if (!equal(ours[at] as RankedCandidates, theirs[at] as RankedCandidates)) different += 1;
      }
    }
  }
  return { positions, different };
}

function equal(a: RankedCandidates, b: RankedCandidates): boolean {
  if (a.ids.length !== b.ids.length) return false;
  return a.ids.every((id, rank) => id === b.ids[rank] && a.q[rank] === b.q[rank]);
}
