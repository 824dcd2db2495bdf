/** A validator that dies between FinalizeBlock and Commit; the campaign `kills` is longer. */
import { expect } from "chai";
import { KilledValidator, type NodeDeath } from "../kit/killedValidator.ts";

const DEATHS: readonly NodeDeath[] = [
  { point: "after-apply", count: 2 },
  { point: "before-durable", count: 2 },
  { point: "after-durable", count: 2 },
  { part: "cometbft", delayMs: 300 },
];

describe("a validator killed while it commits", function () {
  this.timeout(600_000);
  let validator: KilledValidator;

  before(async () => {
    validator = await KilledValidator.start();
  });
  after(() => validator?.close());

  for (const death of DEATHS) {
    const name = "point" in death ? death.point : "its CometBFT gone";
    it(`goes on after ${name}`, () => validator.die(death));
  }

  it("has at every height the app hash of a node that was never disturbed", async () => {
    const { heights, disagreements, doubleSigners } = await validator.judge();
    expect(heights).to.be.greaterThan(DEATHS.length);
    expect(disagreements).to.deep.equal([]);
    expect(doubleSigners).to.equal(0);
  });
});
