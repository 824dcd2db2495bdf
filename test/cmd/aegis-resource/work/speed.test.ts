/** Estimates of run times. */
import { expect } from "chai";
import { SpeedEstimate } from "../../../../cmd/aegis-resource/work/speed.ts";

const SIZE = { promptTokens: 100, outputTokens: 20 };

describe("the estimate of run times", () => {
  it("follows from the measured speeds", () => {
    const speed = new SpeedEstimate({ decode: 20, prefill: 100 });
    expect(speed.computeMs(SIZE)).to.equal(2_000);
    expect(speed.verifyMs(SIZE)).to.equal(1_200);
  });

  it("moves towards what runs take", () => {
    const speed = new SpeedEstimate({ decode: 20, prefill: 100 });
    for (let run = 0; run < 40; run += 1) speed.computed(SIZE, 3_000);
    expect(speed.computeMs(SIZE)).to.be.closeTo(3_000, 10);
    for (let run = 0; run < 40; run += 1) speed.verified(SIZE, 600);
    expect(speed.verifyMs(SIZE)).to.be.closeTo(600, 10);
  });

  it("learns nothing from a run that was too short or made no token", () => {
    const speed = new SpeedEstimate({ decode: 20, prefill: 100 });
    speed.computed(SIZE, 10);
    speed.computed({ promptTokens: 100, outputTokens: 0 }, 5_000);
    speed.computed(SIZE, 900);
    speed.verified(SIZE, 0);
    expect(speed.speed).to.deep.equal({ decode: 20, prefill: 100 });
  });
});
