/**
 * Draws over measured candidates: which token a sampler takes, and which comes next to it. A text
 * that was run once can be drawn again with any seed and sampling, position by position.
 */
import type { Noise } from "../../../app/asli/gumbel.ts";
import type { RankedCandidates } from "../../../app/asli/quantise.ts";
import { drawSize, type Sampling, scaledScore } from "../../../app/asli/sampler.ts";

/**
 * The sampler's choice number `place` at a position, 0 being the token that it takes; the last one
 * in the draw when there are fewer. At temperature 0 that is the candidate of this rank.
 */
export function nthChoice(
  ranked: RankedCandidates,
  sampling: Sampling,
  noise: Noise,
  position: number,
  place: number,
): number {
  const { temperatureMilli } = sampling;
  if (temperatureMilli === 0) return ranked.ids[Math.min(place, ranked.ids.length - 1)] as number;
  const size = drawSize(ranked, sampling, sampling.topPMilli);
  const scored = ranked.ids.slice(0, size).map((token, rank) => ({
    token,
    score: scaledScore(ranked.q[rank] as number, temperatureMilli) + noise(position, token),
  }));
  scored.sort((a, b) => b.score - a.score);
  return (scored[Math.min(place, size - 1)] as { readonly token: number }).token;
}
