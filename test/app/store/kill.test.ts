/** kill -9 at any moment, in its short form; `npm run campaign -- store` is the long one. */
import { expect } from "chai";
import { killRepeatedly, namedDeaths, randomDeaths } from "./kills.ts";

const KILLS = 8;

describe("a store whose process is killed", () => {
  it("comes back to its last commit with the right hash, and goes on", async () => {
    expect(Number(await killRepeatedly(randomDeaths(KILLS, 7)))).to.be.at.least(KILLS);
  }).timeout(60_000);

  it("does so after a kill at every named point of a commit", async () => {
    expect(Number(await killRepeatedly(namedDeaths()))).to.be.greaterThan(0);
  }).timeout(120_000);
});
