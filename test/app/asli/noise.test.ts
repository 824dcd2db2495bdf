/**
 * Noise that cannot win need not be known: sampler and check come to the same as plain loops that
 * know all of it, over ties, cuts and every temperature.
 */
import { expect } from "chai";
import fc from "fast-check";
import { type DeficitLimits, deficit } from "../../../app/asli/check.ts";
import { MILLI, SCORE_STEPS_PER_LOGIT_STEP } from "../../../app/asli/constants.ts";
import { GUMBEL_MAX, gumbel, gumbelBound } from "../../../app/asli/fixedPoint.ts";
import { gumbelNoise, type Noise } from "../../../app/asli/gumbel.ts";
import type { RankedCandidates } from "../../../app/asli/quantise.ts";
import { drawSize, type Sampling, sampleToken, scaledScore } from "../../../app/asli/sampler.ts";
import { sha256, utf8 } from "../../../app/lib/bytes.ts";

const RUNS = 2_000;
const UINT32_MAX = 0xffffffff;
const limits: DeficitLimits = { deficitClip: 1_000_000, topPSlackMilli: 150 };
const drawn = gumbelNoise(sha256(utf8("noise")));

/** The same noise for one token in four, so that scores tie as soon as their q do. */
const coarse: Noise = (position, token) => ((position + token) % 4) * 65_536;

/** `noise` that answers below `least` as badly as it may. */
function evasive(noise: Noise, below: number): Noise {
  return (position, token, least = Number.NEGATIVE_INFINITY) => {
    const value = noise(position, token);
    return value < least ? least - below : value;
  };
}

const noises: readonly (readonly [name: string, plain: Noise, lazy: Noise])[] = [
  ["drawn", (position, token) => drawn(position, token), drawn],
  ["just below", coarse, evasive(coarse, 1)],
  ["far below", coarse, evasive(coarse, 10_000_000)],
];

const samplings = fc.record({
  temperatureMilli: fc.constantFrom(0, 50, 51, 300, 800, 1_000, 2_000),
  topK: fc.integer({ min: 0, max: 64 }),
  topPMilli: fc.constantFrom(0, 1, 300, 900, 999, 1_000),
});

/** Ranked candidates with few or many steps between them. */
const rankings: fc.Arbitrary<RankedCandidates> = fc
  .tuple(
    fc.uniqueArray(fc.nat(49_151), { minLength: 1, maxLength: 128 }),
    fc.constantFrom(0, 1, 100, 1_024, 65_536),
    fc.array(fc.nat(65_536), { minLength: 128, maxLength: 128 }),
  )
  .map(([ids, spread, steps]) => {
    const q = ids.map((_, at) => 0 - ((steps[at] as number) % (spread + 1)));
    q[0] = 0;
    const order = ids.map((id, at) => ({ id, q: q[at] as number }));
    order.sort((a, b) => b.q - a.q || a.id - b.id);
    return { ids: order.map(({ id }) => id), q: order.map((one) => one.q) };
  });

/** Scores with all their noise, for the first `size` candidates. */
function scores(ranked: RankedCandidates, size: number, temperature: number, noise: Noise) {
  return ranked.ids
    .slice(0, size)
    .map((id, rank) => scaledScore(ranked.q[rank] as number, temperature) + noise(9, id));
}

function plainToken(ranked: RankedCandidates, sampling: Sampling, noise: Noise): number {
  if (sampling.temperatureMilli === 0) return ranked.ids[0] as number;
  const size = drawSize(ranked, sampling, sampling.topPMilli);
  const all = scores(ranked, size, sampling.temperatureMilli, noise);
  return ranked.ids[all.indexOf(Math.max(...all))] as number;
}

/** The deficit of README.md ("Deficit") for a claimed rank, word by word. */
function plainDeficit(
  ranked: RankedCandidates,
  rank: number,
  sampling: Sampling,
  noise: Noise,
): number {
  const { temperatureMilli, topPMilli } = sampling;
  const q = ranked.q as number[];
  if (temperatureMilli === 0) return -(q[rank] as number);
  const uncut = topPMilli === 0 || topPMilli === 1_000;
  const size = (shift: number): number =>
    drawSize(ranked, sampling, uncut ? 0 : Math.min(1_000, Math.max(1, topPMilli + shift)));
  const narrow = size(-limits.topPSlackMilli);
  const wide = size(limits.topPSlackMilli);
  const all = scores(ranked, ranked.ids.length, temperatureMilli, noise);
  const own = all[rank] as number;
  const costs = all.slice(0, narrow).map((score, rival) => {
    const lead = Math.max(0, score - own) * temperatureMilli;
    const gap = Math.floor(lead / (SCORE_STEPS_PER_LOGIT_STEP * MILLI));
    const out = narrow < q.length ? (q[rival] as number) - (q[narrow] as number) : gap;
    return Math.min(gap, out);
  });
  const entry = rank >= wide ? (q[wide - 1] as number) - (q[rank] as number) : 0;
  return Math.min(limits.deficitClip, Math.max(entry, ...costs));
}

describe("noise that cannot win", () => {
  for (const [name, plain, lazy] of noises) {
    it(`changes no token (${name})`, () => {
      fc.assert(
        fc.property(rankings, samplings, (ranked, sampling) => {
          const token = sampleToken(ranked, sampling, lazy, 9);
          expect(token).to.equal(plainToken(ranked, sampling, plain));
        }),
        { numRuns: RUNS },
      );
    });

    it(`changes no deficit (${name})`, () => {
      fc.assert(
        fc.property(rankings, samplings, fc.nat(127), (ranked, sampling, at) => {
          const rank = at % ranked.ids.length;
          const claimed = { token: ranked.ids[rank] as number, position: 9 };
          const found = deficit(ranked, claimed, sampling, lazy, limits);
          expect(found).to.equal(Math.abs(plainDeficit(ranked, rank, sampling, plain)));
        }),
        { numRuns: RUNS },
      );
    });
  }

  it("is below what was asked for, and what can win is exact", () => {
    const leasts = fc.integer({ min: -300_000, max: GUMBEL_MAX + 2 });
    fc.assert(
      fc.property(fc.nat(5_000), fc.nat(49_151), leasts, (position, token, least) => {
        const value = drawn(position, token);
        const found = drawn(position, token, least);
        if (value < least) expect(found).to.be.below(least);
        else expect(found).to.equal(value);
      }),
      { numRuns: RUNS },
    );
  });
});

describe("the bound of a uniform's upper half", () => {
  it("is never below the noise, at the ends of every power of two too", () => {
    for (let bit = 0; bit < 32; bit += 1) {
      for (const rest of [2 ** bit, 2 ** (bit + 1) - 1]) {
        const high = UINT32_MAX - rest;
        expect(gumbel(high, UINT32_MAX)).to.be.at.most(gumbelBound(high));
      }
    }
    fc.assert(
      fc.property(fc.nat(UINT32_MAX), fc.nat(UINT32_MAX), (high, low) => {
        expect(gumbel(high, low)).to.be.at.most(gumbelBound(high));
      }),
      { numRuns: RUNS },
    );
  });

  it("is the largest noise for the largest upper half", () => {
    expect(gumbel(UINT32_MAX, UINT32_MAX)).to.equal(GUMBEL_MAX);
    expect(gumbelBound(UINT32_MAX)).to.equal(GUMBEL_MAX);
  });
});
