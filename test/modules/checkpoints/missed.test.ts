/** Final checkpoints that validators missed in a row. */
import { expect } from "chai";
import { Query } from "../../../proto/gen/aegis/checkpoints/v1/query.ts";
import { ask, brokenInvariants } from "../../kit/modules.ts";
import { attest, equals, operatorOf, range, type World, world } from "./world.ts";

function missed({ module, ctx }: World, slot: number): number {
  return ask(module, ctx, Query.Missed, { operator: operatorOf(slot) }).missed;
}

/** Runs epochs up to `last`; in each, `signers` attest the checkpoint of the epoch before. */
function run(chain: World, last: bigint, signers: readonly number[]): void {
  for (let epoch = chain.ctx.block.epoch + 1n; epoch <= last; epoch += 1n) {
    chain.begin(epoch);
    if (signers.length > 0) attest(chain, epoch - 1n, signers);
  }
}

describe("missed checkpoints", () => {
  it("are a fault when three in a row were final", () => {
    const chain = world(equals(8));
    run(chain, 4n, range(0, 6));
    expect([missed(chain, 5), missed(chain, 6)]).to.deep.equal([0, 2]);
    expect(chain.calls.missed).to.deep.equal([]);
    run(chain, 5n, range(0, 6));
    expect(chain.calls.missed).to.deep.equal([operatorOf(6), operatorOf(7)]);
    expect(missed(chain, 6)).to.equal(0);
    run(chain, 7n, range(0, 6));
    expect(chain.calls.missed).to.have.length(2);
    expect(brokenInvariants(chain.ctx, chain.module)).to.deep.equal([]);
  });

  it("are forgotten when one is attested, at the last moment too", () => {
    const chain = world(equals(8));
    run(chain, 4n, range(0, 6));
    attest(chain, 2n, [6]);
    run(chain, 5n, range(0, 6));
    expect([missed(chain, 6), missed(chain, 7)]).to.deep.equal([0, 0]);
    expect(chain.calls.missed).to.deep.equal([operatorOf(7)]);
  });

  it("do not count when they never were final", () => {
    const chain = world(equals(8));
    run(chain, 4n, range(0, 6));
    run(chain, 5n, [0, 1]);
    run(chain, 6n, range(0, 6));
    expect(chain.calls.missed).to.deep.equal([operatorOf(6), operatorOf(7)]);
    run(chain, 9n, [0, 1]);
    expect([missed(chain, 6), missed(chain, 2)]).to.deep.equal([2, 0]);
    expect(chain.calls.missed).to.have.length(2);
  });

  it("are no fault of who is jailed or has gone, and count anew", () => {
    const chain = world(equals(9));
    run(chain, 4n, range(0, 7));
    chain.jailed.add(7);
    chain.freed.add(8);
    run(chain, 5n, range(0, 7));
    expect(chain.calls.missed).to.deep.equal([]);
    expect([missed(chain, 7), missed(chain, 8)]).to.deep.equal([0, 0]);
  });

  it("are not inherited with a slot, whether checkpoints are final or not", () => {
    const chain = world(equals(8));
    run(chain, 1n, range(0, 6));
    chain.freed.add(7);
    chain.powers = equals(7);
    run(chain, 2n, range(0, 6));
    run(chain, 4n, []);
    chain.freed.clear();
    chain.powers = equals(8);
    expect([missed(chain, 6), missed(chain, 7)]).to.deep.equal([2, 2]);
    chain.begin(5n);
    expect([missed(chain, 6), missed(chain, 7)]).to.deep.equal([2, 0]);
  });

  it("punish no more than 100 validators per block", () => {
    const chain = world(equals(900));
    run(chain, 5n, range(0, 650));
    const counts = [chain.calls.missed.length];
    for (let i = 0; i < 3; i += 1) {
      chain.next();
      counts.push(chain.calls.missed.length);
    }
    expect(counts).to.deep.equal([100, 200, 250, 250]);
    expect(new Set(chain.calls.missed).size).to.equal(250);
  });
});
