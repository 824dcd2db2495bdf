/** What attesting earns: set aside, divided by power, fetched by slot, or given back. */
import { expect } from "chai";
import { bitfieldOf } from "../../../app/checkpoint/bitfield.ts";
import { chunkOf, SLOTS_MAX } from "../../../app/checkpoint/chunks.ts";
import type { SlotReader } from "../../../app/checkpoint/validatorSet.ts";
import { moduleAddress } from "../../../app/lib/address.ts";
import { BLS_NO_KEY } from "../../../app/lib/bls.ts";
import { includerPaid, standbyPaid } from "../../../modules/rewards/events.ts";
import { Query } from "../../../proto/gen/cosmos/distribution/v1beta1/query.ts";
import * as tx from "../../../proto/gen/cosmos/distribution/v1beta1/tx.ts";
import { addressFor, ask, brokenInvariants, deliver } from "../../kit/modules.ts";
import { valoper } from "../staking/world.ts";
import { produce, type RewardsChain, rewardsChain } from "./fixtures.ts";

/** Slot → power; nobody looks at keys. */
function setOf(powers: ReadonlyMap<number, number>): SlotReader {
  const last = Math.max(-1, ...powers.keys());
  const chunks = new Set([...powers.keys()].map(chunkOf));
  return {
    slots: last + 1,
    totalPower: [...powers.values()].reduce((sum, power) => sum + power, 0),
    powerOf: (slot) => powers.get(slot) ?? 0,
    powersOf: (chunk) =>
      Array.from({ length: 256 }, (_, index) => powers.get(chunk * 256 + index) ?? 0),
    keyOf: () => BLS_NO_KEY,
    sumsOf: (chunk) => (chunks.has(chunk) ? { members: 1, power: 1, key: BLS_NO_KEY } : undefined),
  };
}

const everything = {
  epochEmission: 1_000n,
  validatorsShareMillionths: 1_000_000,
  proposerShareMillionths: 0,
  committeeShareMillionths: 0,
};

/** A chain on which epoch 0 has ended, with all of its 1,000 uasi for who attests. */
function afterEpoch(params: object = {}): RewardsChain {
  const chain = rewardsChain({ params: { ...everything, ...params } });
  produce(chain);
  chain.rewards.endBlock?.(chain.ctx.at({ isEpochEnd: true }));
  return chain;
}

function attest(chain: RewardsChain, powers: readonly number[], signers: readonly number[]): void {
  const set = setOf(new Map(powers.map((power, slot) => [slot, power])));
  const bits = bitfieldOf(set.slots, signers);
  chain.rewards.keeper.payAttesters(chain.ctx, { epoch: 0n, set, signers: bits });
}

function outstanding({ rewards, ctx, operators }: RewardsChain): string[] {
  return operators.map((operator) => {
    const request = { validatorAddress: valoper(operator) };
    const answer = ask(rewards, ctx, Query.ValidatorOutstandingRewards, request);
    return (BigInt(answer.rewards?.rewards[0]?.amount ?? "0") / 10n ** 18n).toString();
  });
}

function collected({ bank, ctx }: RewardsChain): bigint {
  return bank.keeper.balance(ctx, moduleAddress("fee_collector"));
}

function expectSound(chain: RewardsChain): void {
  expect(brokenInvariants(chain.ctx, chain.bank, chain.rewards)).to.deep.equal([]);
}

describe("the part of who attests", () => {
  it("is divided by power among the signers, and what rounding leaves goes back", () => {
    const chain = afterEpoch();
    attest(chain, [1, 2, 4], [0, 2]);
    expect(outstanding(chain)).to.deep.equal(["200", "0", "800"]);
    expect(collected(chain)).to.equal(0n);
    const other = afterEpoch();
    attest(other, [1, 1, 1], [0, 1, 2]);
    expect(outstanding(other)).to.deep.equal(["333", "333", "333"]);
    expect(collected(other)).to.equal(1n);
    expect(other.ctx.emitted(standbyPaid)).to.deep.equal([
      { epoch: 0n, paid: 999n, returned: 1n, signers: 3 },
    ]);
    expectSound(other);
  });

  it("goes back when nobody with power signed, and when the checkpoint is not final", () => {
    const nobody = afterEpoch();
    attest(nobody, [0, 1, 1], [0]);
    expect(collected(nobody)).to.equal(1_000n);
    const never = afterEpoch();
    never.rewards.keeper.returnStandby(never.ctx, 0n);
    expect(collected(never)).to.equal(1_000n);
    // Once only, and nothing for an epoch that has no part.
    never.rewards.keeper.returnStandby(never.ctx, 0n);
    attest(never, [1, 1, 1], [0]);
    expect(outstanding(never)).to.deep.equal(["0", "0", "0"]);
    expectSound(never);
  });

  it("is income again when nobody asks for it in four epochs", () => {
    const chain = afterEpoch();
    const end = (epoch: bigint): void => {
      produce(chain, 0, { epoch });
      chain.rewards.endBlock?.(chain.ctx.at({ epoch, isEpochEnd: true }));
    };
    for (const epoch of [1n, 2n, 3n]) end(epoch);
    const waiting = () => chain.rewards.genesis.export(chain.ctx).standby;
    expect(waiting().map(({ epoch }) => epoch)).to.deep.equal([0n, 1n, 2n, 3n]);
    end(4n);
    expect(waiting().map(({ epoch, amount }) => [epoch, amount])).to.deep.equal([
      [1n, 1_000n],
      [2n, 1_000n],
      [3n, 1_000n],
      [4n, 2_000n],
    ]);
    expectSound(chain);
  });

  it("waits in chunks until somebody touches the validator", () => {
    const chain = afterEpoch();
    attest(chain, [1, 1, 2], [0, 1, 2]);
    const { rewards, ctx, operators, bank } = chain;
    expect(rewards.genesis.export(ctx).chunks).to.have.length(1);
    expect(rewards.genesis.export(ctx).validators.map((one) => one.outstanding)).to.deep.equal([
      "0",
      "0",
      "0",
    ]);
    const [first = ""] = operators;
    deliver(rewards, ctx, tx.MsgWithdrawValidatorCommission, { validatorAddress: valoper(first) });
    // A tenth of 250.
    expect(bank.keeper.balance(ctx, first)).to.equal(25n);
    expect(outstanding(chain)).to.deep.equal(["225", "250", "500"]);
    expectSound(chain);
    for (const operator of operators.slice(1)) {
      rewards.keeper.hooks.beforeValidatorModified(ctx, operator);
    }
    expect(rewards.genesis.export(ctx).chunks).to.deep.equal([]);
    expect(outstanding(chain)).to.deep.equal(["225", "250", "500"]);
    expectSound(chain);
  });

  it("of a validator that is gone is its operator's; later it is nobody's", () => {
    const chain = afterEpoch();
    attest(chain, [1, 1, 2], [0, 1, 2]);
    const { rewards, ctx, operators, bank, validators, delegations } = chain;
    const [first = "", second = ""] = operators;
    const { hooks } = rewards.keeper;
    const gone = validators.get(first);
    if (gone === undefined) throw new Error("validator 0 is there");
    hooks.beforeDelegationSharesModified(ctx, first, first);
    delegations.get(first)?.clear();
    validators.delete(first);
    hooks.afterValidatorRemoved(ctx, first);
    // 225 of its delegation and 25 of its commission.
    expect(bank.keeper.balance(ctx, first)).to.equal(250n);
    expectSound(chain);
    const unpaid = afterEpoch();
    attest(unpaid, [1, 1, 2], [0, 1, 2]);
    const taken = { ...gone, operator: addressFor("new") };
    unpaid.validators.set(taken.operator, taken);
    unpaid.rewards.keeper.hooks.afterValidatorCreated(unpaid.ctx, taken.operator);
    expect(ask(unpaid.rewards, unpaid.ctx, Query.CommunityPool).pool[0]?.amount).to.equal(
      `250${"0".repeat(18)}`,
    );
    expect(outstanding(unpaid)[operators.indexOf(second)]).to.equal("250");
  });

  it("reaches 48,000 at once", () => {
    const chain = afterEpoch({ epochEmission: 10n ** 12n });
    const powers = new Map(Array.from({ length: SLOTS_MAX }, (_, slot) => [slot, slot + 1]));
    const set = setOf(powers);
    const signers = bitfieldOf(SLOTS_MAX, powers.keys());
    chain.rewards.keeper.payAttesters(chain.ctx, { epoch: 0n, set, signers });
    const total = (BigInt(SLOTS_MAX) * BigInt(SLOTS_MAX + 1)) / 2n;
    const [event] = chain.ctx.emitted(standbyPaid);
    expect(event?.signers).to.equal(SLOTS_MAX);
    expect(Number(event?.returned) < SLOTS_MAX).to.equal(true);
    const { chunks } = chain.rewards.genesis.export(chain.ctx);
    expect(chunks).to.have.length(188);
    const last = Buffer.from(chunks[187]?.rewards ?? []).readBigUInt64BE(
      8 * ((SLOTS_MAX % 256) - 1),
    );
    expect(last).to.equal((10n ** 12n * BigInt(SLOTS_MAX)) / total);
    expectSound(chain);
  });
});

describe("accounts that bring signatures in", () => {
  const alice = addressFor("alice");
  const params = { includerReward: 10n, includerShareMillionths: 50_000 };
  const inclusion = { epoch: 0n, account: alice, newSigners: 3 };

  it("are paid by new signer, up to a share of what is set aside", () => {
    const chain = afterEpoch(params);
    const { rewards, ctx, bank } = chain;
    rewards.keeper.payIncluder(ctx, inclusion);
    expect(bank.keeper.balance(ctx, alice)).to.equal(30n);
    rewards.keeper.payIncluder(ctx, inclusion);
    rewards.keeper.payIncluder(ctx, inclusion);
    expect(bank.keeper.balance(ctx, alice)).to.equal(50n);
    rewards.keeper.payIncluder(ctx, { ...inclusion, epoch: 7n });
    expect(ctx.emitted(includerPaid).map(({ amount }) => amount)).to.deep.equal([30n, 20n]);
    attest(chain, [1, 1, 2], [0, 1, 2]);
    expect(outstanding(chain)).to.deep.equal(["237", "237", "475"]);
    expectSound(chain);
  });

  it("get nothing when nothing is set aside", () => {
    const { rewards, ctx, bank } = rewardsChain({ params });
    rewards.keeper.payIncluder(ctx, inclusion);
    expect(bank.keeper.balance(ctx, alice)).to.equal(0n);
  });
});
