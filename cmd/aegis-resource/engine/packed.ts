/**
 * Candidates of many positions in two arrays, as a prefill's answer crosses the process border: two
 * arrays for each position would cost several times as much.
 */
import type { Candidates } from "../../../app/asli/engine.ts";
import { assert } from "../../../app/lib/assert.ts";

/** As many candidates at each position, position after position. */
export interface PackedCandidates {
  readonly positions: number;
  readonly ids: Uint32Array;
  readonly logits: Float32Array;
}

/** Packs lists of the same length, which those of one model are. */
export function packCandidates(lists: readonly Candidates[]): PackedCandidates {
  const size = lists[0]?.ids.length ?? 0;
  const ids = new Uint32Array(lists.length * size);
  const logits = new Float32Array(lists.length * size);
  for (const [position, list] of lists.entries()) {
    assert(list.ids.length === size && list.logits.length === size, "lists have one length");
    ids.set(list.ids, position * size);
    logits.set(list.logits, position * size);
  }
  return { positions: lists.length, ids, logits };
}

/** The lists again, each with arrays of its own. */
export function unpackCandidates({ positions, ids, logits }: PackedCandidates): Candidates[] {
  const size = ids.length / positions;
  return Array.from({ length: positions }, (_, position) => ({
    ids: ids.slice(position * size, (position + 1) * size),
    logits: logits.slice(position * size, (position + 1) * size),
  }));
}
