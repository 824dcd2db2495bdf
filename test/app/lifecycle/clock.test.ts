/** Block times that jump: the protocol clock goes on in small steps, and never back. */
import { expect } from "chai";
import { chainStore } from "../../../app/chain/state.ts";
import { createChain } from "../../kit/chain.ts";

const DAY_MS = 86_400_000n;
const STEP_MS = 1_000n;

describe("the protocol clock", () => {
  const chain = createChain({ users: 1, replicas: 1 });
  const stepMax = chainStore.params.require(chain.context()).clockStepMaxMs;
  const clock = (): bigint => chainStore.state.require(chain.context()).clockMs;

  /** How far the clock goes when block time does `timeStepMs`. */
  function stepOf(timeStepMs: bigint): bigint {
    const before = clock();
    // Both replicas must give the same result, or this throws.
    chain.mock.block({ timeStepMs });
    return clock() - before;
  }

  before(() => chain.mock.run(2));

  it("goes with block time", () => {
    expect(stepOf(STEP_MS)).to.equal(STEP_MS);
    expect(stepOf(stepMax)).to.equal(stepMax);
    expect(stepOf(1n)).to.equal(1n);
  });

  it("makes one bounded step when block time jumps ahead by a day, and goes on from there", () => {
    expect(stepOf(DAY_MS)).to.equal(stepMax);
    expect(stepOf(STEP_MS)).to.equal(STEP_MS);
  });

  it("stands still when block time stands still or goes back by a day", () => {
    expect(stepOf(0n)).to.equal(0n);
    expect(stepOf(-DAY_MS)).to.equal(0n);
    expect(stepOf(STEP_MS)).to.equal(STEP_MS);
  });

  it("is the same after a restart", () => {
    const before = clock();
    chain.mock.restart(0);
    expect(clock()).to.equal(before);
    expect(stepOf(STEP_MS)).to.equal(STEP_MS);
  });
});
