/** Checkpoints from their first block to their last, and who is known to be alive. */
import { expect } from "chai";
import { bitfieldOf, onesOf } from "../../../app/checkpoint/bitfield.ts";
import { sha256, uint64BigEndian } from "../../../app/lib/bytes.ts";
import { checkpointClosed, checkpointOpened } from "../../../modules/checkpoints/index.ts";
import { paramsSpec } from "../../../modules/checkpoints/params.ts";
import { MsgUpdateParams } from "../../../proto/gen/aegis/checkpoints/v1/tx.ts";
import { Query } from "../../../proto/gen/aegis/checkpoints/v1/query.ts";
import { setOf } from "../../kit/checkpointSet.ts";
import { ask, brokenInvariants, deliver } from "../../kit/modules.ts";
import { attest, authority, equals, kept, range, type World, world } from "./world.ts";

function alive({ module, ctx }: World): number[] | undefined {
  const bits = module.keeper.recentAttesters(ctx);
  return bits && onesOf(bits);
}

describe("a checkpoint", () => {
  it("is opened once, by the first block of the next epoch", () => {
    const chain = world(equals(4));
    expect(chain.ctx.emitted(checkpointOpened)).to.deep.equal([]);
    chain.next();
    chain.begin(1n);
    chain.next();
    const blockHash = sha256(uint64BigEndian(10n));
    const block = { epoch: 0n, height: 10n, blockHash, appHash: sha256(blockHash) };
    const { commitment } = setOf(equals(4), 0n);
    expect(chain.ctx.emitted(checkpointOpened)).to.deep.equal([
      { ...block, commitment, totalPower: 40n },
    ]);
    expect(kept(chain, 0n)).to.deep.include({ ...block, commitment, members: 4, slots: 4 });
  });

  it("is open for two epochs and then pays who attested it", () => {
    const chain = world(equals(4));
    chain.begin(1n);
    attest(chain, 0n, [0, 1, 3]);
    chain.begin(2n);
    expect(chain.calls.paid).to.deep.equal([]);
    chain.begin(3n);
    const [paid] = chain.calls.paid;
    expect([paid?.epoch, paid?.signers]).to.deep.equal([0n, bitfieldOf(4, [0, 1, 3])]);
    expect(paid?.set.commitment).to.deep.equal(kept(chain, 0n).commitment);
    expect(kept(chain, 0n).closedHeight).to.equal(31n);
    expect(chain.ctx.emitted(checkpointClosed)).to.deep.equal([
      { epoch: 0n, final: true, signedPower: 30n, totalPower: 40n, missing: 1 },
    ]);
    chain.next();
    chain.begin(4n);
    expect(chain.calls.paid).to.have.length(1);
    expect(chain.calls.returned).to.deep.equal([1n]);
  });

  it("that is not final returns what its epoch would have paid", () => {
    const chain = world(equals(3));
    chain.begin(1n);
    attest(chain, 0n, [0, 1]);
    for (const epoch of [2n, 3n]) chain.begin(epoch);
    expect([chain.calls.paid, chain.calls.returned]).to.deep.equal([[], [0n]]);
    expect(chain.ctx.emitted(checkpointClosed)[0]).to.include({ final: false, missing: 1 });
  });

  it("is of the set with which its epoch began", () => {
    const chain = world(equals(3));
    chain.begin(1n);
    chain.powers = equals(5);
    chain.begin(2n);
    expect([0n, 1n].map((epoch) => kept(chain, epoch).members)).to.deep.equal([3, 3]);
    chain.begin(3n);
    expect(kept(chain, 2n).members).to.equal(5);
  });

  it("closes earlier when the parameter is lowered, and is removed when it is old", () => {
    const chain = world(equals(3));
    for (const epoch of [1n, 2n]) chain.begin(epoch);
    const params = { ...paramsSpec.defaults, attestEpochs: 1, checkpointsKept: 4 };
    deliver(chain.module, chain.ctx, MsgUpdateParams, { authority, params });
    chain.begin(3n);
    expect(chain.calls.returned).to.deep.equal([0n, 1n]);
    for (const epoch of [4n, 5n, 6n]) chain.begin(epoch);
    const list = ask(chain.module, chain.ctx, Query.Checkpoints).checkpoints;
    expect(list.map(({ epoch }) => epoch)).to.deep.equal([2n, 3n, 4n, 5n]);
    expect(brokenInvariants(chain.ctx, chain.module)).to.deep.equal([]);
  });
});

describe("who attested lately", () => {
  it("is nobody in particular until two checkpoints are final", () => {
    const chain = world(equals(6));
    chain.begin(1n);
    attest(chain, 0n, range(0, 5));
    expect(alive(chain)).to.equal(undefined);
    chain.begin(2n);
    expect(alive(chain)).to.equal(undefined);
    attest(chain, 1n, range(1, 6));
    expect(alive(chain)).to.deep.equal(range(0, 6));
  });

  it("is in the last two final checkpoints, however late they were final", () => {
    const chain = world(equals(6));
    chain.begin(1n);
    attest(chain, 0n, [0, 1, 2, 3, 4]);
    chain.begin(2n);
    chain.begin(3n);
    attest(chain, 2n, [1, 2, 3, 4, 5]);
    expect(alive(chain)).to.deep.equal(range(0, 6));
    attest(chain, 1n, [1, 2, 3, 4]);
    expect(alive(chain)).to.deep.equal(range(0, 6));
    attest(chain, 1n, [5]);
    expect(alive(chain)).to.deep.equal(range(1, 6));
    chain.begin(4n);
    attest(chain, 2n, [0]);
    expect(alive(chain)).to.deep.equal(range(0, 6));
    for (const epoch of [5n, 6n]) chain.begin(epoch);
    expect(alive(chain)).to.deep.equal(range(0, 6));
  });

  it("must attest again once it has left the set, or another one has its slot", () => {
    const chain = world(equals(6));
    chain.begin(1n);
    attest(chain, 0n, range(0, 6));
    chain.begin(2n);
    attest(chain, 1n, range(0, 5));
    chain.powers = new Map([...equals(6)].filter(([slot]) => slot !== 2));
    chain.begin(3n);
    expect(alive(chain)).to.deep.equal([0, 1, 3, 4, 5]);
    attest(chain, 1n, [5]);
    chain.powers = equals(6);
    expect(alive(chain)).to.deep.equal([0, 1, 3, 4, 5]);
    chain.begin(4n);
    expect(alive(chain)).to.deep.equal([0, 1, 3, 4, 5]);
    attest(chain, 2n, [0, 1, 3, 4]);
    expect(alive(chain)).to.deep.equal([0, 1, 3, 4, 5]);
  });

  it("may stand in sets of different size", () => {
    const chain = world(equals(3));
    chain.begin(1n);
    attest(chain, 0n, [0, 1, 2]);
    chain.powers = equals(20);
    chain.begin(2n);
    attest(chain, 1n, [0, 1, 2]);
    chain.begin(3n);
    attest(chain, 2n, range(2, 20));
    expect(alive(chain)).to.deep.equal(range(0, 20));
  });
});
