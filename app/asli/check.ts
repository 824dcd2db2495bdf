/**
 * The deficit of a claimed token: how much the verifier's own logits would have to be wrong for the
 * sampler to have picked it (README.md, "Deficit"). Integers only.
 */
import { MILLI, SCORE_STEPS_PER_LOGIT_STEP, TOP_P_MILLI_MAX } from "./constants.ts";
import type { Noise } from "./gumbel.ts";
import type { RankedCandidates } from "./quantise.ts";
import { drawSize, type Sampling, scaledScore } from "./sampler.ts";

/** What a check allows and where it stops counting. */
export interface DeficitLimits {
  /** Largest deficit counted at one position, in 1/1024 nat. */
  readonly deficitClip: number;
  /** Mass × 1000 by which the `top_p` cut of two honest runs may differ. */
  readonly topPSlackMilli: number;
}

/** A claimed token at an output position, counted from 0. */
export interface ClaimedToken {
  readonly token: number;
  readonly position: number;
}

/**
 * The deficit of a claimed token in 1/1024 nat of logit, from 0 (it is the sampler's own pick) to
 * `deficitClip` (it is none of the candidates, or further off than that).
 */
export function deficit(
  ranked: RankedCandidates,
  claimed: ClaimedToken,
  sampling: Sampling,
  noise: Noise,
  limits: DeficitLimits,
): number {
  const rank = ranked.ids.indexOf(claimed.token);
  if (rank < 0) return limits.deficitClip;
  const q = ranked.q[rank] as number;
  if (sampling.temperatureMilli === 0) return Math.min(limits.deficitClip, 0 - q);
  const [narrow, wide] = drawSizes(ranked, sampling, limits.topPSlackMilli);
  const entry = rank < wide ? 0 : (ranked.q[wide - 1] as number) - q;
  const rivals = deficitAgainstRivals(ranked, narrow, claimed, sampling, noise);
  return Math.min(limits.deficitClip, Math.max(entry, rivals));
}

/** The draw with the `top_p` cut moved inwards and outwards by the slack. */
function drawSizes(
  ranked: RankedCandidates,
  sampling: Sampling,
  slackMilli: number,
): readonly [narrow: number, wide: number] {
  const { topPMilli } = sampling;
  if (topPMilli === 0 || topPMilli >= TOP_P_MILLI_MAX) {
    const size = drawSize(ranked, sampling, 0);
    return [size, size];
  }
  return [
    drawSize(ranked, sampling, Math.max(1, topPMilli - slackMilli)),
    drawSize(ranked, sampling, Math.min(TOP_P_MILLI_MAX, topPMilli + slackMilli)),
  ];
}

/**
 * The most that any rival in the draw speaks against the claimed token. A rival that scores better
 * can have lost in two ways: its score was lower by the gap, or it was not in the draw at all,
 * which takes a change as large as its lead over the first candidate outside. The smaller one
 * counts.
 */
function deficitAgainstRivals(
  ranked: RankedCandidates,
  size: number,
  claimed: ClaimedToken,
  sampling: Sampling,
  noise: Noise,
): number {
  const { temperatureMilli } = sampling;
  // A score below `least` may come out as any other number below it.
  const score = (rank: number, least: number): number => {
    const scaled = scaledScore(ranked.q[rank] as number, temperatureMilli);
    return scaled + noise(claimed.position, ranked.ids[rank] as number, least - scaled);
  };
  const own = score(ranked.ids.indexOf(claimed.token), Number.NEGATIVE_INFINITY);
  const outside = ranked.q[size] ?? Number.NEGATIVE_INFINITY;
  let largest = 0;
  for (let rank = 0; rank < size; rank += 1) {
    const lead = Math.max(0, score(rank, own + 1) - own);
    const gap = Math.floor((lead * temperatureMilli) / (SCORE_STEPS_PER_LOGIT_STEP * MILLI));
    largest = Math.max(largest, Math.min(gap, (ranked.q[rank] as number) - outside));
  }
  return largest;
}
