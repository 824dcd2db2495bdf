/** Whether two threads give the bits of one: counted over texts that were run with both. */
import type { RankedCandidates } from "../../../app/asli/quantise.ts";
import { unpackLists } from "./lists.ts";
import { textId } from "./plan.ts";
import type { Measurements } from "./records.ts";

/** Positions that were run with both, generated and checked, and how many of them differ. */
export interface ThreadsComparison {
  readonly positions: number;
  readonly different: number;
}

/**
 * Compares generated candidates position by position. The checks are not compared: theirs were of
 * a text with its end cut off, which is another batch shape.
 */
export function compareThreads(measurements: Measurements): ThreadsComparison {
  let positions = 0;
  let different = 0;
  for (const text of measurements.all()) {
    if (text.kind !== "two_threads") continue;
    const base = measurements.get(textId("honest", text.prompt, text.temperature_milli));
    const ours = unpackLists(text.runs["executor"] ?? "");
    const theirs = unpackLists(base?.runs["executor"] ?? "");
    positions += ours.length;
    different += ours.filter((list, at) => !equal(list, theirs[at])).length;
  }
  return { positions, different };
}

function equal(a: RankedCandidates, b: RankedCandidates | undefined): boolean {
  if (b === undefined || a.ids.length !== b.ids.length) return false;
  return a.ids.every((id, rank) => id === b.ids[rank] && a.q[rank] === b.q[rank]);
}
