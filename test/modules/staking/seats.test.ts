/** Committees over epochs: who joins and leaves, sizes at their limits, and sets of old epochs. */
import { expect } from "chai";
import { bitfieldOf } from "../../../app/checkpoint/bitfield.ts";
import { hex } from "../../../app/lib/bytes.ts";
import { provePossession } from "../../../app/lib/bls.ts";
import { addressBytes } from "../../../app/lib/address.ts";
import { committeeRotated } from "../../../modules/staking/events.ts";
import { savedPowers } from "../../../modules/staking/setState.ts";
import { MsgCreateValidator } from "../../../proto/gen/cosmos/staking/v1beta1/tx.ts";
import { testValidator } from "../../kit/validators.ts";
import { alice, carol, creation, StakingWorld } from "./world.ts";

/** Consensus addresses of the committee of the next block but one. */
function coming(world: StakingWorld): string[] {
  const { committee } = world.staking.keeper;
  const members = committee(world.ctx, world.height + 2n)?.members ?? [];
  return members.map((seat) => hex(seat.consensusAddress));
}

/** Makes carol a validator with a BLS key; returns its consensus address. */
function joins(world: StakingWorld): string {
  expect(world.send(MsgCreateValidator, creation(carol))).to.equal("ok");
  const { blsSecret, address } = testValidator(90);
  const claim = { operator: addressBytes(carol), chainId: world.ctx.block.chainId };
  const possessionProof = provePossession(blsSecret, claim);
  expect(world.registerKey(carol, 90, { possessionProof })).to.equal("ok");
  return hex(address);
}

describe("a committee", () => {
  it("takes a new validator in the second epoch after its key was registered", () => {
    const world = new StakingWorld();
    const address = joins(world);
    world.endEpoch();
    expect(coming(world)).not.to.include(address);
    world.endEpoch();
    expect(coming(world)).to.include(address).and.to.have.lengthOf(5);
    expect(world.updates.filter(({ power }) => power > 0n)).not.to.have.lengthOf(0);
    const last = world.chain.ctx.emitted(committeeRotated).at(-1);
    expect(last).to.include({ epoch: 2n, seats: 5, joined: 1, left: 0, members: 5, eligible: 5 });
    expect(last?.totalPower).to.equal(45n);
  });

  it("does not seat a validator without a BLS key", () => {
    const world = new StakingWorld();
    expect(world.send(MsgCreateValidator, creation(carol))).to.equal("ok");
    world.endEpoch(4);
    expect(coming(world)).to.have.lengthOf(4);
    expect(world.staking.keeper.validatorSet(world.ctx, 3n)?.members).to.equal(4);
  });

  it("changes a power in every epoch, so that CometBFT's checkpoint of the set moves", () => {
    const world = new StakingWorld();
    let changed = 0;
    for (let epoch = 0; epoch < 40; epoch += 1) {
      while (!world.ctx.block.isEpochEnd) world.end();
      world.end();
      if (world.updates.length > 0) changed += 1;
    }
    // The same seat again has the chance 1/4; six standard deviations below 30 of 40 are 13.
    expect(changed).to.be.greaterThan(13);
  });

  for (const count of [1, 2, 3, 99, 100, 101, 130]) {
    it(`has a seat for each of ${count}, at most 100, and never none`, () => {
      const world = new StakingWorld({ validators: count });
      const seen = new Set<string>();
      for (let epoch = 0; epoch < 4; epoch += 1) {
        const before = new Set(coming(world));
        world.endEpoch();
        const members = coming(world);
        expect(members).to.have.lengthOf(Math.min(count, 100));
        const joined = members.filter((one) => !before.has(one)).length;
        expect(joined).to.be.at.most(25);
        for (const one of members) seen.add(one);
      }
      expect(seen.size).to.be.at.least(Math.min(count, 101));
    });
  }

  it("keeps its members when all standby validators are offline", () => {
    const attesters = { bits: undefined as Uint8Array | undefined };
    const deps = { checkpoints: { recentAttesters: () => attesters.bits } };
    const world = new StakingWorld({ validators: 12, params: { committeeSize: 5 }, deps });
    world.end();
    const first = coming(world);
    const slots = world.given.flatMap(({ address }, slot) =>
      first.includes(hex(address)) ? [slot] : [],
    );
    attesters.bits = bitfieldOf(12, slots);
    world.endEpoch(6);
    expect(coming(world)).to.deep.equal(first);
    // Nobody at all attested: who is there stays, rather than nobody.
    attesters.bits = bitfieldOf(12, []);
    world.endEpoch(3);
    expect(coming(world)).to.deep.equal(first);
  });

  it("replaces members that do not attest, at most its churn at a time", () => {
    const bits = bitfieldOf(12, [0, 1, 2, 3, 4, 5]);
    const deps = { checkpoints: { recentAttesters: () => bits } };
    const world = new StakingWorld({ validators: 12, params: { committeeSize: 4 }, deps });
    const alive = new Set(world.given.slice(0, 6).map(({ address }) => hex(address)));
    const dead = (): number => coming(world).filter((one) => !alive.has(one)).length;
    for (let before = dead(); before > 0; before = dead()) {
      world.endEpoch();
      expect(dead()).to.equal(before - 1);
    }
    world.endEpoch(5);
    expect(dead()).to.equal(0);
  });

  it("loses a jailed member at once, but not below its least size", () => {
    const world = new StakingWorld({ validators: 4 });
    const jail = (index: number): void => {
      world.staking.keeper.jail(world.ctx, testValidator(index).address, 3);
    };
    jail(0);
    jail(1);
    world.end();
    expect(world.updates.map(({ power }) => power)).to.deep.equal([0n]);
    expect(coming(world))
      .to.have.lengthOf(3)
      .and.to.include(hex(testValidator(1).address));
    expect(coming(world)).not.to.include(hex(testValidator(0).address));
    world.endEpoch(3);
    expect(coming(world)).to.include(hex(testValidator(1).address));
    const address = joins(world);
    world.endEpoch(2);
    expect(coming(world))
      .to.include(address)
      .and.not.to.include(hex(testValidator(1).address));
  });
});

describe("validator sets", () => {
  it("stay as their epoch began, for three epochs", () => {
    const world = new StakingWorld();
    const { keeper } = world.staking;
    const power = (epoch: bigint) => keeper.validatorSet(world.ctx, epoch)?.powerOf(0);
    world.end();
    const first = keeper.validatorSet(world.ctx, 0n)?.commitment ?? new Uint8Array(0);
    expect(world.delegate(alice, world.operator(0), 7_000_000n)).to.equal("ok");
    world.end();
    expect(power(0n)).to.equal(10);
    world.endEpoch();
    expect([power(0n), power(1n), power(2n)]).to.deep.equal([10, 17, undefined]);
    world.end();
    expect(world.undelegate(alice, world.operator(0), 2_000_000n)).to.equal("ok");
    world.endEpoch();
    expect([power(0n), power(1n), power(2n)]).to.deep.equal([10, 17, 15]);
    world.endEpoch();
    expect([power(0n), power(1n), power(2n), power(3n)]).to.deep.equal([10, 17, 15, 15]);
    const again = keeper.validatorSet(world.ctx, 0n)?.commitment ?? new Uint8Array(1);
    expect(hex(again)).to.equal(hex(first));
    world.endEpoch();
    expect([power(0n), power(1n), power(4n)]).to.deep.equal([undefined, 17, 15]);
    world.endEpoch(2);
    expect([...savedPowers.entries(world.ctx)]).to.deep.equal([]);
  });

  it("are the same in a process that has just started", () => {
    const world = new StakingWorld({ validators: 9 });
    for (let at = 0; at < 4; at += 1) {
      world.delegate(alice, world.operator(at), BigInt(1 + at) * 1_000_000n);
      world.endEpoch();
    }
    const fresh = new StakingWorld({ validators: 9 }).staking.keeper;
    for (const epoch of [1n, 2n, 3n, 4n]) {
      const known = world.staking.keeper.validatorSet(world.ctx, epoch);
      const rebuilt = fresh.validatorSet(world.ctx, epoch);
      expect(rebuilt?.parts).to.deep.equal(known?.parts);
      expect(rebuilt?.totalPower).to.equal(90 + Number((epoch * (epoch + 1n)) / 2n));
    }
  });

  it("are drawn from: a seat is had as often as power says", () => {
    const world = new StakingWorld({
      validators: 8,
      params: { committeeSize: 2, minCommitteeSize: 1 },
    });
    expect(world.delegate(alice, world.operator(0), 70_000_000n)).to.equal("ok");
    let seats = 0;
    const epochs = 60;
    world.endEpoch(4);
    for (let epoch = 0; epoch < epochs; epoch += 1) {
      world.endEpoch();
      if (coming(world).includes(hex(testValidator(0).address))) seats += 1;
    }
    // More than half of the power: of two seats it has one nearly always, others 1 in 4.
    expect(seats).to.be.greaterThan(epochs / 2);
  });
});
