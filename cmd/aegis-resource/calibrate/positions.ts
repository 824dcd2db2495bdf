/**
 * What a check would measure at each position of a text: the deficit of the claimed token, and how
 * far the executor's fingerprint is from the verifier's. Over measured candidates a text can be
 * drawn again with any seed and sampling: what is measured at a position depends on nothing but the
 * candidates there, the noise and the claimed token.
 */
import { deficit } from "../../../app/asli/check.ts";
import { FINGERPRINT_OUTSIDE, LOGIT_FLOOR } from "../../../app/asli/constants.ts";
import { logSum, probeRank } from "../../../app/asli/fingerprint.ts";
import type { Noise } from "../../../app/asli/gumbel.ts";
import type { RankedCandidates } from "../../../app/asli/quantise.ts";
import { type Sampling, sampleToken } from "../../../app/asli/sampler.ts";

/** No clip: clips are chosen later. A token outside the candidates has this deficit. */
export const DEFICIT_OUTSIDE: number = 0 - LOGIT_FLOOR;

/** Steps of noise per nat. */
const NOISE_STEPS = 65_536;

/** What a run saw at one position, with what its log-probabilities are normalised by. */
export interface Seen {
  readonly ranked: RankedCandidates;
  readonly sum: number;
}

/** A run's candidates at every position. */
export type Sight = readonly Seen[];

/** Prepares candidate lists. */
export function sightOf(lists: readonly RankedCandidates[]): Sight {
  return lists.map((ranked) => ({ ranked, sum: logSum(ranked) }));
}

/** One claimed output. */
export interface Claimed {
  readonly verifier: Sight;
  /** Whose log-probabilities the executor shows as its own. */
  readonly shown: Sight;
  /** What the right model's executor sees; absent where it was not run. */
  readonly right?: Sight | undefined;
  readonly token: (position: number) => number;
  readonly sampling: Sampling;
  readonly noise: Noise;
  readonly challenge: Uint8Array;
  readonly topPSlackMilli: number;
}

/** What a check measures per position, in 1/1024 nat, and what only the right run knows. */
export interface Measured {
  readonly deficit: Int32Array;
  readonly chosen: Int32Array;
  readonly probe: Int32Array;
  /** 1 where the verifier's own run has another token, or another log-probability than shown. */
  readonly differs: Uint8Array;
  /** 1 where the token is not the one that the right run picks. */
  readonly wrongToken: Uint8Array;
  /** 1 where a replay finds another token or another fingerprint. */
  readonly replayFinds: Uint8Array;
}

/** Measures `length` positions of a claimed output. */
export function measurePositions(claimed: Claimed, length: number): Measured {
  const measured: Measured = {
    deficit: new Int32Array(length),
    chosen: new Int32Array(length),
    probe: new Int32Array(length),
    differs: new Uint8Array(length),
    wrongToken: new Uint8Array(length),
    replayFinds: new Uint8Array(length),
  };
  for (let position = 0; position < length; position += 1) {
    measureAt(measured, claimed, position, claimed.token(position));
  }
  return measured;
}

/** The deficits alone: all that a draw is asked for whose results are not looked at. */
export function measureDeficits(claimed: Claimed, length: number): Int32Array {
  const limits = { deficitClip: DEFICIT_OUTSIDE, topPSlackMilli: claimed.topPSlackMilli };
  return Int32Array.from({ length }, (_, position) => {
    const { ranked } = claimed.verifier[position] as Seen;
    const token = claimed.token(position);
    return deficit(ranked, { token, position }, claimed.sampling, claimed.noise, limits);
  });
}

function measureAt(
  into: Measured,
  { verifier, shown, right, sampling, noise, challenge, topPSlackMilli }: Claimed,
  position: number,
  token: number,
): void {
  const own = verifier[position] as Seen;
  const theirs = shown[position] as Seen;
  const rank = probeRank(challenge, position, own.ranked.ids.length);
  const limits = { deficitClip: DEFICIT_OUTSIDE, topPSlackMilli };
  const claimed = { token, position };
  into.deficit[position] = deficit(own.ranked, claimed, sampling, noise, limits);
  into.chosen[position] = Math.abs(logProbability(own, token) - logProbability(theirs, token));
  into.probe[position] = Math.abs(probeOf(own, rank) - probeOf(theirs, rank));
  const repeats = sampleToken(own.ranked, sampling, noise, position) === token;
  const isShown = into.chosen[position] === 0 && into.probe[position] === 0;
  into.differs[position] = repeats && isShown ? 0 : 1;
  const truth = right?.[position];
  if (truth === undefined) return;
  const wrong = sampleToken(truth.ranked, sampling, noise, position) !== token;
  const same =
    logProbability(truth, token) === logProbability(theirs, token) &&
    probeOf(truth, rank) === probeOf(theirs, rank);
  into.wrongToken[position] = wrong ? 1 : 0;
  into.replayFinds[position] = wrong || !same ? 1 : 0;
}

function logProbability({ ranked, sum }: Seen, token: number): number {
  const q = ranked.q[ranked.ids.indexOf(token)];
  return q === undefined ? FINGERPRINT_OUTSIDE : q - sum;
}

function probeOf({ ranked, sum }: Seen, rank: number): number {
  return (ranked.q[rank] ?? LOGIT_FLOOR) - sum;
}

/**
 * Noise with the distribution of a job's, but hashed by a few multiplications and rounded from
 * binary64: many draws of one text need it, and none of them is anybody's job.
 */
export function drawNoise(seed: number): Noise {
  return (position, token) => {
    const place = mix(seed ^ Math.imul(position + 1, 0x9e3779b1));
    const high = mix(place ^ Math.imul(token + 1, 0x85ebca6b));
    const low = mix(high ^ 0xc2b2ae35) >>> 11;
    const unit = (high * 2 ** 21 + low + 0.5) / 2 ** 53;
    return Math.round(-Math.log(-Math.log(unit)) * NOISE_STEPS);
  };
}

function mix(value: number): number {
  let hash = value ^ (value >>> 16);
  hash = Math.imul(hash, 0x21f0aaad);
  hash = Math.imul(hash ^ (hash >>> 15), 0x735a2d97);
  return (hash ^ (hash >>> 15)) >>> 0;
}

/** The tokens that a run's own sampler picks. */
export function tokenOf(
  sight: Sight,
  { sampling, noise }: Pick<Claimed, "sampling" | "noise">,
): Claimed["token"] {
  return (position) => sampleToken((sight[position] as Seen).ranked, sampling, noise, position);
}
