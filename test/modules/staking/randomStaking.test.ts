/** Random staking, the short form of the campaign `random-staking`. */
import { expect } from "chai";
import { playStaking } from "./randomStaking.ts";

describe("random staking", () => {
  for (const seed of [1, 2]) {
    it(`keeps every invariant, and exports what it imports (seed ${seed})`, () => {
      const { results, sent } = playStaking(seed, 800);
      expect(results.get("ok") ?? 0).to.be.greaterThan(sent / 5);
    });
  }
});
