/**
 * The sampler: from ranked candidates to one token, by integers only (README.md, "Sampling").
 */
import {
  MILLI,
  SCORE_STEPS_PER_LOGIT_STEP,
  TEMPERATURE_MILLI_MAX,
  TEMPERATURE_MILLI_MIN,
  TOP_K_MAX,
  TOP_P_MILLI_MAX,
} from "./constants.ts";
import { AsliError } from "./error.ts";
import { expNegative } from "./fixedPoint.ts";
import type { Noise } from "./gumbel.ts";
import type { RankedCandidates } from "./quantise.ts";

/** How a job samples, as a task carries it. */
export interface Sampling {
  /** Temperature × 1000: 0 (always the best candidate) or 50 to 2000. */
  readonly temperatureMilli: number;
  /** Candidates considered: 1 to 64; 0 stands for 64. Ignored at temperature 0. */
  readonly topK: number;
  /**
   * Probability mass considered × 1000: 1 to 1000; 0 and 1000 cut nothing. Ignored at temperature
   * 0.
   */
  readonly topPMilli: number;
}

/**
 * Checks the bounds of every option.
 * @throws AsliError `sampling_invalid`, naming the option.
 */
export function validateSampling(sampling: Sampling): void {
  const { temperatureMilli, topK, topPMilli } = sampling;
  const warm = temperatureMilli !== 0;
  checkRange(
    "temperature_milli",
    temperatureMilli,
    warm ? TEMPERATURE_MILLI_MIN : 0,
    TEMPERATURE_MILLI_MAX,
  );
  checkRange("top_k", topK, 0, TOP_K_MAX);
  checkRange("top_p_milli", topPMilli, 0, TOP_P_MILLI_MAX);
}

function checkRange(name: string, value: number, smallest: number, largest: number): void {
  if (Number.isInteger(value) && value >= smallest && value <= largest) return;
  throw new AsliError(
    "sampling_invalid",
    `${name} must be an integer from ${smallest} to ${largest}`,
  );
}

/** q at a temperature that is not 0: trunc(q × 64 × 1000 / temperature), in 1/2^16 nat. */
export function scaledScore(q: number, temperatureMilli: number): number {
  const scaled = q * SCORE_STEPS_PER_LOGIT_STEP * MILLI;
  return (scaled - (scaled % temperatureMilli)) / temperatureMilli;
}

/**
 * How many of the best candidates are in the draw: the K best, cut to the shortest prefix that
 * holds `topPMilli` of their mass. At least 1. `topPMilli` stands apart from `sampling`, because a
 * check also asks for a wider and a narrower cut.
 */
export function drawSize(ranked: RankedCandidates, sampling: Sampling, topPMilli: number): number {
  const size = Math.min(sampling.topK === 0 ? TOP_K_MAX : sampling.topK, ranked.ids.length);
  if (topPMilli === 0 || topPMilli >= TOP_P_MILLI_MAX) return size;
  const masses: number[] = [];
  let total = 0;
  for (const q of ranked.q.slice(0, size)) {
    const mass = expNegative(0 - scaledScore(q, sampling.temperatureMilli));
    masses.push(mass);
    total += mass;
  }
  let held = 0;
  for (const [at, mass] of masses.entries()) {
    held += mass;
    if (held * MILLI >= total * topPMilli) return at + 1;
  }
  return size;
}

/** The token of `position`: the best score with noise, the better-ranked one of equals. */
export function sampleToken(
  ranked: RankedCandidates,
  sampling: Sampling,
  noise: Noise,
  position: number,
): number {
  if (sampling.temperatureMilli === 0) return ranked.ids[0] as number;
  const size = drawSize(ranked, sampling, sampling.topPMilli);
  let winner = -1;
  let best = Number.NEGATIVE_INFINITY;
  for (let rank = 0; rank < size; rank += 1) {
    const token = ranked.ids[rank] as number;
    const q = ranked.q[rank] as number;
    const scaled = scaledScore(q, sampling.temperatureMilli);
    // Scores are integers, so what does not reach the best one plus 1 cannot win.
    const score = scaled + noise(position, token, best + 1 - scaled);
    if (score > best) {
      best = score;
      winner = token;
    }
  }
  return winner;
}
