/** Random messages against all modules: the short form of the campaign of that name. */
import { randomInt } from "node:crypto";
import { expect } from "chai";
import { playMessages, SEEDS } from "../../campaign/randomMessages.ts";

const MESSAGES = 600;

describe("random messages", () => {
  for (const seed of [SEEDS[0] ?? 1, randomInt(2 ** 31)]) {
    it(`keep every invariant and give replicas one state (seed ${seed})`, () => {
      const played = playMessages(seed, MESSAGES);
      expect(played.sent).to.equal(MESSAGES);
      // Most are refused; when none were executed, they would show nothing.
      expect(played.executed).to.be.greaterThan(0);
      expect(played.refusedInMempool).to.be.lessThan(MESSAGES);
    });
  }
});
