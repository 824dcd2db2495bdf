/** The tails that limits are taken from, against distributions whose tails are known. */
import { expect } from "chai";
import {
  fitTail,
  tailChance,
  tailQuantile,
} from "../../../../cmd/aegis-resource/calibrate/tail.ts";
import { Prng } from "../../../../cmd/aegis-resource/calibrate/prng.ts";

const COUNT = 20_000;

/** Values at evenly spread probabilities of a distribution, ascending. */
function spread(quantile: (chance: number) => number, count = COUNT): Float64Array {
  return Float64Array.from({ length: count }, (_, at) => quantile((at + 0.5) / count));
}

describe("the tail of honest results", () => {
  it("finds far quantiles of an exponential distribution", () => {
    const tail = fitTail(
      spread((chance) => -3 * Math.log(1 - chance)),
      0.1,
      "exponential",
    );
    for (const chance of [1e-3, 1e-5, 1e-7]) {
      expect(tailQuantile(tail, chance)).to.be.closeTo(-3 * Math.log(chance), 0.2);
    }
  });

  it("finds far quantiles of sums of many values, where an exponential tail is too long", () => {
    const random = new Prng(1);
    const sums = Float64Array.from({ length: COUNT }, () => {
      let sum = 0;
      for (let at = 0; at < 16; at += 1) sum += random.normal();
      return 100 + sum;
    }).sort();
    // Standard deviation 4; a normal value is 4.27 deviations above its mean once in 100,000.
    const normal = tailQuantile(fitTail(sums, 0.1, "normal"), 1e-5);
    expect(normal).to.be.within(100 + 4 * 4, 100 + 4 * 5.2);
    expect(tailQuantile(fitTail(sums, 0.1, "exponential"), 1e-5)).to.be.above(normal);
  });

  it("gives the chance of a quantile back, and never less than is seen below the threshold", () => {
    for (const form of ["exponential", "normal"] as const) {
      const tail = fitTail(
        spread((chance) => chance ** 2),
        0.1,
        form,
      );
      for (const chance of [0.05, 1e-3, 1e-6]) {
        expect(tailChance(tail, tailQuantile(tail, chance))).to.be.closeTo(chance, chance / 1e6);
      }
      expect(tailChance(tail, 0.1)).to.equal(tail.share);
    }
  });

  it("says nothing beyond values that are all equal, and does with few values", () => {
    const flat = fitTail(new Float64Array(50), 0.1, "exponential");
    expect(tailQuantile(flat, 1e-6)).to.equal(0);
    expect(tailChance(flat, 1)).to.equal(0);
    expect(fitTail(Float64Array.of(1, 2, 3), 0.1, "exponential").share).to.equal(1);
  });
});
