/**
 * Properties of the integer core that no single known answer shows.
 */
import { expect } from "chai";
import fc from "fast-check";
import { deficit } from "../../../app/asli/check.ts";
import { CANDIDATES, FINGERPRINT_OUTSIDE, LOGIT_STEPS } from "../../../app/asli/constants.ts";
import type { Candidates } from "../../../app/asli/engine.ts";
import { encodeFingerprint, fingerprintEntry } from "../../../app/asli/fingerprint.ts";
import {
  expNegative,
  gumbel,
  lnOfMass,
  log2Fixed,
  MASS_ONE,
} from "../../../app/asli/fixedPoint.ts";
import { gumbelNoise } from "../../../app/asli/gumbel.ts";
import { rankCandidates } from "../../../app/asli/quantise.ts";
import { drawSize, type Sampling, sampleToken } from "../../../app/asli/sampler.ts";
import { deficitStatistics, fingerprintDistance } from "../../../app/asli/statistics.ts";
import { LIMITS_ONLY } from "../../kit/plainTolerances.ts";
import { judgeDeficits } from "../../../app/asli/verdict.ts";
import { sha256, utf8 } from "../../../app/lib/bytes.ts";

const limits = { deficitClip: 4096, topPSlackMilli: 20 };
const noise = gumbelNoise(sha256(utf8("properties")));
const challenge = sha256(utf8("challenge"));

const samplings = fc.record({
  temperatureMilli: fc.constantFrom(0, 50, 500, 800, 2000),
  topK: fc.integer({ min: 0, max: 64 }),
  topPMilli: fc.constantFrom(0, 1, 300, 900, 1000),
});

/** Distinct ids with float32 logits. */
const candidateLists = fc
  .uniqueArray(
    fc.record({
      id: fc.nat(49_151),
      logit: fc.float({ min: -20, max: 20, noNaN: true }),
    }),
    { minLength: 1, maxLength: CANDIDATES, selector: ({ id }) => id },
  )
  .map((list) => list.map(({ id, logit }) => [id, logit] as const));

function candidates(list: readonly (readonly [number, number])[]): Candidates {
  return {
    ids: Uint32Array.from(list, ([id]) => id),
    logits: Float32Array.from(list, ([, logit]) => logit),
  };
}

describe("candidates in another order", () => {
  it("change nothing that is made of them", () => {
    const shuffled = candidateLists.chain((list) =>
      fc.tuple(
        fc.constant(list),
        fc.shuffledSubarray(list, { minLength: list.length, maxLength: list.length }),
      ),
    );
    fc.assert(
      fc.property(shuffled, samplings, fc.nat(5000), ([list, other], sampling, position) => {
        const ranked = rankCandidates(candidates(list));
        const again = rankCandidates(candidates(other));
        expect(again).to.deep.equal(ranked);
        const token = sampleToken(ranked, sampling, noise, position);
        expect(sampleToken(again, sampling, noise, position)).to.equal(token);
        expect(fingerprintEntry(again, token, challenge, position)).to.deep.equal(
          fingerprintEntry(ranked, token, challenge, position),
        );
      }),
    );
  });
});

describe("the deficit", () => {
  it("of the sampler's own pick is 0", () => {
    fc.assert(
      fc.property(candidateLists, samplings, fc.nat(5000), (list, sampling, position) => {
        const ranked = rankCandidates(candidates(list));
        const token = sampleToken(ranked, sampling, noise, position);
        expect(deficit(ranked, { token, position }, sampling, noise, limits)).to.equal(0);
      }),
    );
  });

  it("is from 0 to the clip for any token, and the clip for one outside", () => {
    fc.assert(
      fc.property(candidateLists, samplings, fc.nat(127), (list, sampling, at) => {
        const ranked = rankCandidates(candidates(list));
        const claim = (token: number) =>
          deficit(ranked, { token, position: 1 }, sampling, noise, limits);
        const token = ranked.ids[at % ranked.ids.length] as number;
        expect(claim(token)).to.be.within(0, limits.deficitClip);
        expect(Number.isInteger(claim(token))).to.equal(true);
        expect(claim(49_152)).to.equal(limits.deficitClip);
      }),
    );
  });

  it("of an honest token is at most twice what two runs' logits differ by", () => {
    const shift = 0.05;
    const pairs = candidateLists.chain((list) =>
      fc.tuple(
        fc.constant(list),
        fc.array(fc.float({ min: Math.fround(-shift), max: Math.fround(shift), noNaN: true }), {
          minLength: list.length,
          maxLength: list.length,
        }),
      ),
    );
    const uncut = samplings.map((sampling): Sampling => ({ ...sampling, topPMilli: 0 }));
    fc.assert(
      fc.property(pairs, uncut, fc.nat(5000), ([list, shifts], sampling, position) => {
        const executor = rankCandidates(candidates(list));
        const verifier = rankCandidates(
          candidates(list.map(([id, logit], at) => [id, logit + (shifts[at] as number)])),
        );
        const token = sampleToken(executor, sampling, noise, position);
        const found = deficit(verifier, { token, position }, sampling, noise, limits);
        // Rounding of q on both sides and of scores at up to twice the temperature unit adds a few.
        expect(found).to.be.at.most(Math.ceil(2 * shift * LOGIT_STEPS) + 4);
      }),
      { numRuns: 500 },
    );
  });

  it("of a token that is forged far down the ranking raises the largest one", () => {
    const sampling = { temperatureMilli: 800, topK: 0, topPMilli: 0 };
    const wide = Array.from({ length: 128 }, (_, at) => [at, 10 - at / 8] as const);
    const ranked = rankCandidates(candidates(wide));
    const honest = Array.from({ length: 100 }, (_, position) =>
      sampleToken(ranked, sampling, noise, position),
    );
    const deficits = (tokens: readonly number[]) =>
      tokens.map((token, position) =>
        deficit(ranked, { token, position }, sampling, noise, limits),
      );
    expect(deficitStatistics(deficits(honest), 0)).to.deep.equal({
      deficitSum: 0,
      deficitCount: 0,
      deficitMax: 0,
    });
    fc.assert(
      fc.property(fc.nat(99), fc.integer({ min: 80, max: 200 }), (position, token) => {
        const forged = honest.with(position, token);
        const statistics = deficitStatistics(deficits(forged), 0);
        const output = { length: 100, temperatureMilli: 800 };
        const reasons = judgeDeficits(statistics, output, LIMITS_ONLY);
        expect(reasons).to.include("deficit_max");
      }),
    );
  });
});

describe("the draw", () => {
  it("never shrinks when top_k or top_p grows", () => {
    const step = fc.integer({ min: 1, max: 64 });
    const mass = fc.integer({ min: 1, max: 1000 });
    fc.assert(
      fc.property(candidateLists, step, step, mass, mass, (list, k1, k2, p1, p2) => {
        const ranked = rankCandidates(candidates(list));
        const size = (topK: number, topPMilli: number) =>
          drawSize(ranked, { temperatureMilli: 800, topK, topPMilli }, topPMilli);
        expect(size(k1, p1)).to.be.at.least(1);
        expect(size(k1, Math.max(p1, p2))).to.be.at.least(size(k1, Math.min(p1, p2)));
        expect(size(Math.max(k1, k2), 1000)).to.be.at.least(size(Math.min(k1, k2), 1000));
      }),
    );
  });

  it("takes tokens as often as their probability says", () => {
    const ranked = rankCandidates(
      candidates([
        [1, Math.log(6)],
        [2, Math.log(3)],
        [3, 0],
      ]),
    );
    const sampling = { temperatureMilli: 1000, topK: 0, topPMilli: 0 };
    const counts = new Map<number, number>();
    for (let position = 0; position < 10_000; position += 1) {
      const token = sampleToken(ranked, sampling, noise, position);
      counts.set(token, (counts.get(token) ?? 0) + 1);
    }
    // The noise is fixed, so these are facts; five standard deviations around 6, 3 and 1 tenth.
    expect(counts.get(1)).to.be.within(5750, 6250);
    expect(counts.get(2)).to.be.within(2770, 3230);
    expect(counts.get(3)).to.be.within(850, 1150);
  });
});

describe("fixed-point numbers", () => {
  const uint32 = fc.integer({ min: 0, max: 0xffffffff });

  it("follow the functions that they stand for", () => {
    fc.assert(
      fc.property(uint32, uint32, (high, low) => {
        const u = (high + low / 2 ** 32) / 2 ** 32;
        fc.pre(u > 1e-9 && u < 0.999);
        expect(gumbel(high, low) / 65_536).to.be.closeTo(-Math.log(-Math.log(u)), 2 ** -16);
        expect(log2Fixed(high, low) / 2 ** 24).to.be.closeTo(Math.log2(u) + 64, 2 ** -22);
      }),
    );
    fc.assert(
      fc.property(fc.nat(2 ** 21), (depth) => {
        expect(expNegative(depth) / MASS_ONE).to.be.closeTo(Math.exp(-depth / 65_536), 2 ** -24);
      }),
    );
    fc.assert(
      fc.property(fc.double({ min: 1, max: 64, noNaN: true }), (sum) => {
        const mass = Math.floor(sum * MASS_ONE);
        expect(lnOfMass(mass) / 1024).to.be.closeTo(Math.log(sum), 1 / 2000);
      }),
    );
  });

  it("never fall where they should rise", () => {
    fc.assert(
      fc.property(uint32, uint32, uint32, uint32, (h1, l1, h2, l2) => {
        const ordered = h1 < h2 || (h1 === h2 && l1 <= l2);
        const [low, high] = [gumbel(h1, l1), gumbel(h2, l2)];
        expect(ordered ? high - low : low - high).to.be.at.least(0);
      }),
    );
    fc.assert(
      fc.property(fc.nat(2 ** 22), fc.nat(5000), (depth, more) => {
        expect(expNegative(depth + more)).to.be.at.most(expNegative(depth));
      }),
    );
  });
});

describe("the distance of two fingerprints", () => {
  it("is symmetric, never negative, and 0 for equal ones", () => {
    const bytes = fc.uint8Array({ minLength: 40, maxLength: 40 });
    fc.assert(
      fc.property(bytes, bytes, fc.nat(2000), (a, b, bound) => {
        const distance = (executor: Uint8Array, verifier: Uint8Array) =>
          fingerprintDistance({ executor, verifier, length: 10 }, bound);
        expect(distance(a, b)).to.deep.equal(distance(b, a));
        expect(Math.min(...Object.values(distance(a, b)))).to.be.at.least(0);
        expect(distance(a, a)).to.deep.equal({ chosenSum: 0, probeSum: 0, probeCount: 0 });
      }),
    );
  });

  it("counts one nat for a token that only one of both has among its candidates", () => {
    const executor = encodeFingerprint([{ chosen: -9_000, probe: -5 }]);
    const verifier = encodeFingerprint([{ chosen: FINGERPRINT_OUTSIDE, probe: -5 }]);
    const { chosenSum } = fingerprintDistance({ executor, verifier, length: 1 }, 10);
    expect(chosenSum).to.equal(1_024);
    const neither = { executor: verifier, verifier, length: 1 };
    expect(fingerprintDistance(neither, 10).chosenSum).to.equal(0);
  });
});
