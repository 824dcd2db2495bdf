/** A chain that is exported goes on where it stood: its epochs follow those that are closed. */
import { expect } from "chai";
import { buildModules } from "../../../app/modules.ts";
import { type TestContext, testContext } from "../../kit/context.ts";

interface Exported {
  readonly app: { readonly epoch: string };
  readonly rewards: { readonly epochs: readonly { readonly epoch: string }[] };
}

/** Starts a chain from `genesis`; returns its context. */
function started(genesis: Record<string, unknown>): TestContext {
  const ctx = testContext({ height: 0n });
  buildModules().manager.initGenesis(ctx, genesis);
  return ctx;
}

function exported(ctx: TestContext): Exported & Record<string, unknown> {
  const genesis = buildModules().manager.exportGenesis(ctx);
  return JSON.parse(JSON.stringify(genesis)) as Exported & Record<string, unknown>;
}

describe("the genesis of an exported chain", () => {
  const { manager } = buildModules();

  it("is the genesis that it began with, before the first block", () => {
    const first = exported(started(manager.defaultGenesis()));
    expect(exported(started(first))).to.deep.equal(first);
  });

  it("begins with the same epoch in the middle of one", () => {
    const middle = exported(started(manager.defaultGenesis()));
    expect(middle.app.epoch).to.equal("0");
  });

  it("begins with the next epoch after the last block of one, which can end again", () => {
    const ctx = started(manager.defaultGenesis());
    const last = ctx.at({ height: 600n, epoch: 0n, isEpochEnd: true });
    manager.endBlock(last);
    const genesis = exported(last);
    expect(genesis.app.epoch).to.equal("1");
    const again = started(genesis).at({ height: 1_200n, epoch: 1n, isEpochEnd: true });
    manager.endBlock(again);
    expect(exported(again).rewards.epochs.map(({ epoch }) => epoch)).to.deep.equal(["0", "1"]);
    expect(manager.brokenInvariants(again)).to.deep.equal([]);
  });
});
