/** Withdrawals: what delegations and operators are paid, to whom, and what is refused. */
import { expect } from "chai";
import { moduleAddress } from "../../../app/lib/address.ts";
import { commissionWithdrawn, rewardsWithdrawn } from "../../../modules/rewards/events.ts";
import { withdrawAddressSet } from "../../../modules/rewards/events.ts";
import { Query } from "../../../proto/gen/cosmos/distribution/v1beta1/query.ts";
import {
  MsgFundCommunityPool,
  MsgSetWithdrawAddress,
  MsgWithdrawDelegatorReward,
} from "../../../proto/gen/cosmos/distribution/v1beta1/tx.ts";
import { addressFor, ask, brokenInvariants } from "../../kit/modules.ts";
import { alice, bob, carol, coin, FUNDS, valoper } from "../staking/world.ts";
import { produce, rewardsChain } from "./fixtures.ts";
import { EarningWorld } from "./world.ts";

const WHOLE = 10n ** 18n;

/** All income is the proposer's, validator 0's: 1 ASI an epoch. */
const TO_PROPOSER = { proposerShareMillionths: 1_000_000, committeeShareMillionths: 0 };

function world(): EarningWorld {
  return new EarningWorld({}, TO_PROPOSER);
}

describe("the rewards of a delegation", () => {
  it("are its part by tokens, after the commission", () => {
    const chain = world();
    const first = chain.operator(0);
    expect(chain.delegate(alice, first, 30_000_000n)).to.equal("ok");
    chain.endEpoch();
    // A tenth is the commission; three quarters of the rest are of alice's 30 in 40 ASI.
    expect(chain.pending(alice, first)).to.equal(675_000n * WHOLE);
    expect(chain.pending(first, first)).to.equal(225_000n * WHOLE);
    expect(chain.commission(first)).to.equal(100_000n * WHOLE);
    expect(chain.withdraw(alice, first)).to.equal("ok");
    expect(chain.balance(alice)).to.equal(FUNDS - 30_000_000n + 675_000n);
    expect(chain.ctx.emitted(rewardsWithdrawn).at(-1)).to.deep.equal({
      amount: "675000uasi",
      validator: valoper(first),
      delegator: alice,
    });
    expect(chain.withdraw(alice, first)).to.equal("ok");
    expect(chain.ctx.emitted(rewardsWithdrawn).at(-1)?.amount).to.equal("0uasi");
    expect(chain.held()).to.equal(325_000n);
  });

  it("are paid when the delegation changes, and begin anew", () => {
    const chain = world();
    const first = chain.operator(0);
    chain.delegate(alice, first, 10_000_000n);
    chain.endEpoch();
    expect(chain.delegate(alice, first, 10_000_000n)).to.equal("ok");
    expect(chain.balance(alice)).to.equal(FUNDS - 20_000_000n + 450_000n);
    chain.endEpoch();
    // Now it has 20 of 30 ASI.
    expect(chain.undelegate(alice, first, 20_000_000n)).to.equal("ok");
    expect(chain.balance(alice)).to.equal(FUNDS - 20_000_000n + 450_000n + 600_000n);
    chain.endEpoch();
    expect(chain.pending(first, first)).to.equal((450_000n + 300_000n + 900_000n) * WHOLE);
  });

  it("shrink by a slash from then on only", () => {
    const chain = world();
    const first = chain.operator(0);
    chain.delegate(alice, first, 10_000_000n);
    chain.endEpoch();
    chain.slash(first, "0.5");
    expect(chain.validator(first).tokens).to.equal(10_000_000n);
    expect(chain.pending(alice, first)).to.equal(450_000n * WHOLE);
    chain.delegate(bob, first, 10_000_000n);
    chain.endEpoch();
    // Bob has 10 of 20 ASI, alice 5.
    expect(chain.pending(alice, first)).to.equal((450_000n + 225_000n) * WHOLE);
    expect(chain.pending(bob, first)).to.equal(450_000n * WHOLE);
    chain.slash(first, "0.1");
    chain.slash(first, "0.1");
    chain.endEpoch();
    // The parts stay the same, but for the roundings of the two fractions.
    const gap = (450_000n + 450_000n) * WHOLE - chain.pending(bob, first);
    expect(gap > 0n && gap < 10n ** 7n).to.equal(true);
    expect(chain.withdraw(alice, first)).to.equal("ok");
    expect(chain.balance(alice)).to.equal(FUNDS - 10_000_000n + 899_999n);
  });

  it("leave less than one uasi to the community", () => {
    const chain = new EarningWorld({}, { ...TO_PROPOSER, epochEmission: 7n });
    const first = chain.operator(0);
    chain.delegate(alice, first, 5_000_000n);
    chain.endEpoch();
    // 6.3 after the commission, of which alice has a third.
    expect(chain.pending(alice, first)).to.equal(2_100_000_000_000_000_000n);
    chain.withdraw(alice, first);
    const { pool } = ask(chain.rewards, chain.ctx, Query.CommunityPool);
    expect(pool).to.deep.equal([{ denom: "uasi", amount: "100000000000000000" }]);
    expect(chain.held()).to.equal(5n);
    expect(brokenInvariants(chain.ctx, chain.rewards)).to.deep.equal([]);
  });

  it("go to another account that the delegator names, which is no module's", () => {
    const chain = world();
    const first = chain.operator(0);
    chain.delegate(alice, first, 10_000_000n);
    const name = (withdrawAddress: string): string =>
      chain.sendRewards(MsgSetWithdrawAddress, { delegatorAddress: alice, withdrawAddress });
    expect(name(carol)).to.equal("ok");
    expect(chain.ctx.emitted(withdrawAddressSet)).to.deep.equal([{ withdraw_address: carol }]);
    expect(name(moduleAddress("distribution"))).to.equal("sdk/4");
    const request = { delegatorAddress: alice };
    const known = ask(chain.rewards, chain.ctx, Query.DelegatorWithdrawAddress, request);
    expect(known.withdrawAddress).to.equal(carol);
    chain.endEpoch();
    chain.withdraw(alice, first);
    expect(chain.balance(carol)).to.equal(FUNDS + 450_000n);
  });

  const refused: readonly [string, string, string, string][] = [
    ["an unknown validator", alice, addressFor("nobody"), "distribution/6"],
    ["a delegation that is not there", bob, addressFor("operator 0"), "distribution/5"],
    ["a delegator that is no account", "aegis1", addressFor("operator 0"), "sdk/7"],
  ];
  for (const [name, delegator, operator, code] of refused) {
    it(`are refused for ${name}`, () => {
      expect(world().withdraw(delegator, operator)).to.equal(code);
    });
  }

  it("are refused for what is no validator's address", () => {
    const value = { delegatorAddress: alice, validatorAddress: alice };
    expect(world().sendRewards(MsgWithdrawDelegatorReward, value)).to.equal("sdk/7");
  });
});

describe("what is the operator's", () => {
  it("is paid without its remainder", () => {
    const chain = new EarningWorld({}, { ...TO_PROPOSER, epochEmission: 15n });
    const first = chain.operator(0);
    expect(chain.withdrawCommission(first)).to.equal("distribution/7");
    chain.endEpoch();
    const before = chain.balance(first);
    expect(chain.withdrawCommission(first)).to.equal("ok");
    expect(chain.balance(first)).to.equal(before + 1n);
    expect(chain.ctx.emitted(commissionWithdrawn)).to.deep.equal([{ amount: "1uasi" }]);
    expect(chain.commission(first)).to.equal(WHOLE / 2n);
    expect(chain.withdrawCommission(addressFor("nobody"))).to.equal("distribution/7");
  });

  /** Validator 0 with licences earns 1,000 uasi. */
  function licensed(tokens: bigint, licenceStake: bigint) {
    const params = { ...TO_PROPOSER, epochEmission: 1_000n, validatorsShareMillionths: 1_000_000 };
    const chain = rewardsChain({ params });
    const [first = ""] = chain.operators;
    const validator = chain.validators.get(first);
    if (validator === undefined) throw new Error("validator 0 is there");
    chain.validators.set(first, { ...validator, tokens, licenceStake });
    produce(chain);
    chain.rewards.endBlock?.(chain.ctx.at({ isEpochEnd: true }));
    const request = { validatorAddress: valoper(first) };
    const info = ask(chain.rewards, chain.ctx, Query.ValidatorDistributionInfo, request);
    expect(info.operatorAddress).to.equal(first);
    expect(brokenInvariants(chain.ctx, chain.bank, chain.rewards)).to.deep.equal([]);
    return [info.commission, info.selfBondRewards].map((coins) => coins[0]?.amount);
  }

  it("is what licences earn, and commission of the rest", () => {
    // 750 of the licences, 25 of the commission.
    expect(licensed(10_000_000n, 30_000_000n)).to.deep.equal([
      (775n * WHOLE).toString(),
      (225n * WHOLE).toString(),
    ]);
  });

  it("is all when nobody has tokens there", () => {
    expect(licensed(0n, 30_000_000n)).to.deep.equal([(1_000n * WHOLE).toString(), undefined]);
    expect(licensed(0n, 0n)).to.deep.equal([(1_000n * WHOLE).toString(), undefined]);
  });

  it("is paid out when the validator is removed", () => {
    const chain = new EarningWorld({ params: { historicalEntries: 0 } }, TO_PROPOSER);
    const first = chain.operator(0);
    chain.endEpoch();
    const before = chain.balance(first);
    expect(chain.undelegate(first, first, 10_000_000n)).to.equal("ok");
    expect(chain.balance(first)).to.equal(before + 900_000n);
    chain.endEpoch(20);
    expect(chain.staking.keeper.validator(chain.ctx, first)).to.equal(undefined);
    const { validators, slashes } = chain.rewards.genesis.export(chain.ctx);
    expect(validators.map(({ operator }) => operator)).not.to.include(first);
    expect(slashes).to.deep.equal([]);
    // Its stake came back, and its commission of this and of later epochs.
    expect(chain.balance(first) > before + 10_000_000n + 1_000_000n).to.equal(true);
  });
});

describe("the community pool", () => {
  it("takes gifts, of uasi only", () => {
    const chain = world();
    const give = (amount: bigint, denom?: string): string =>
      chain.sendRewards(MsgFundCommunityPool, { depositor: alice, amount: [coin(amount, denom)] });
    expect(give(1_000n)).to.equal("ok");
    expect(give(1n, "uatom")).to.equal("sdk/10");
    expect(give(0n)).to.equal("sdk/10");
    expect(give(FUNDS)).to.equal("sdk/5");
    expect(chain.balance(alice)).to.equal(FUNDS - 1_000n);
    expect(chain.held()).to.equal(1_000n);
    const { pool } = ask(chain.rewards, chain.ctx, Query.CommunityPool);
    expect(pool[0]?.amount).to.equal((1_000n * WHOLE).toString());
  });
});
