/** The draw of committees is fair: the short form of the campaign `committee`. */
import { expect } from "chai";
import { DEVIATION_MAX, type Fit, fitByPlace, fitByPower, fitOfSets } from "./fairness.ts";
import { playRotations } from "./rotations.ts";

function isFair({ name, deviation }: Fit): void {
  expect(deviation, name).to.be.within(-DEVIATION_MAX, DEVIATION_MAX);
}

describe("the draw of a committee", () => {
  it("follows power", () => {
    for (const seed of [1, 2, 3]) isFair(fitByPower(40, 4_000, seed));
    isFair(fitByPower(1_000, 4_000, 4));
  });

  it("does not care where a validator stands", () => {
    // Seats of one draw exclude each other, so the statistic is a little too small.
    for (const seed of [1, 2]) {
      expect(fitByPlace(60, 5, 2_000, seed).deviation).to.be.below(DEVIATION_MAX);
    }
  });

  it("is without replacement, exactly", () => {
    for (const seed of [1, 2]) isFair(fitOfSets(6_000, seed));
  });
});

describe("committees of a chain", () => {
  it("keep all bounds over epochs with faults, for 1, 2, 3, 99, 100 and 101 validators", () => {
    for (const validators of [1, 2, 3, 99, 100, 101]) {
      const run = playRotations({ validators, epochs: 4, seed: 7 });
      expect(run.seats).to.equal(Math.min(validators, 100));
    }
  });
});
