/** Queries of Cosmos' distribution, and that they agree with what is paid. */
import { expect } from "chai";
import { Query } from "../../../proto/gen/cosmos/distribution/v1beta1/query.ts";
import { refusal } from "../../kit/context.ts";
import { addressFor, ask } from "../../kit/modules.ts";
import { alice, bob, valoper } from "../staking/world.ts";
import { EarningWorld } from "./world.ts";

const nobody = valoper(addressFor("nobody"));

describe("queries of distribution", () => {
  const world = new EarningWorld();
  const [first, second] = [world.operator(0), world.operator(1)];
  const validatorAddress = valoper(first);
  world.delegate(alice, first, 10_000_000n);
  world.delegate(alice, second, 10_000_000n);
  world.endEpoch();
  world.attest([0, 1, 2, 3]);
  world.slash(first, "0.01");
  world.end(3);
  world.slash(first, "0.02");
  world.slash(first, "0.03");
  world.end();
  const { rewards, ctx } = world;

  it("tell parameters that wallets look at", () => {
    expect(ask(rewards, ctx, Query.Params).params).to.deep.equal({
      communityTax: "0",
      baseProposerReward: "0",
      bonusProposerReward: "0",
      withdrawAddrEnabled: true,
    });
  });

  it("sum up the delegations of an account", () => {
    const { rewards: list, total } = ask(rewards, ctx, Query.DelegationTotalRewards, {
      delegatorAddress: alice,
    });
    const each = [first, second].map((operator) => ({
      validatorAddress: valoper(operator),
      amount: world.pending(alice, operator).toString(),
    }));
    expect(
      list.map((one) => ({
        validatorAddress: one.validatorAddress,
        amount: one.reward[0]?.amount,
      })),
    ).to.have.deep.members(each);
    const sum = world.pending(alice, first) + world.pending(alice, second);
    expect(total).to.deep.equal([{ denom: "uasi", amount: sum.toString() }]);
    const { validators } = ask(rewards, ctx, Query.DelegatorValidators, {
      delegatorAddress: alice,
    });
    expect(validators).to.have.members([valoper(first), valoper(second)]);
    expect(
      ask(rewards, ctx, Query.DelegationTotalRewards, { delegatorAddress: bob }),
    ).to.deep.equal({ rewards: [], total: [] });
  });

  it("tell what of a validator is whose, as a withdrawal then pays it", () => {
    const outstanding = ask(rewards, ctx, Query.ValidatorOutstandingRewards, { validatorAddress });
    const info = ask(rewards, ctx, Query.ValidatorDistributionInfo, { validatorAddress });
    expect(info.operatorAddress).to.equal(first);
    expect(info.selfBondRewards[0]?.amount).to.equal(world.pending(first, first).toString());
    expect(info.commission[0]?.amount).to.equal(world.commission(first).toString());
    const parts = [world.pending(first, first), world.pending(alice, first)];
    const sum = parts.reduce((all, one) => all + one, world.commission(first));
    const all = BigInt(outstanding.rewards?.rewards[0]?.amount ?? "0");
    expect(sum <= all && all - sum < 10n ** 12n).to.equal(true);
    const owed = world.pending(alice, first) / 10n ** 18n;
    const before = world.balance(alice);
    expect(world.withdraw(alice, first)).to.equal("ok");
    expect(world.balance(alice)).to.equal(before + owed);
  });

  it("list slashes between two heights, page by page", () => {
    const ask2 = (startingHeight: bigint, endingHeight: bigint, limit = 0n, key?: Uint8Array) =>
      ask(rewards, ctx, Query.ValidatorSlashes, {
        validatorAddress,
        startingHeight,
        endingHeight,
        pagination: {
          key: key ?? new Uint8Array(0),
          offset: 0n,
          limit,
          countTotal: key === undefined,
          reverse: false,
        },
      });
    const all = ask2(0n, 1_000n);
    // A fraction of the power at the fault, in hundredths of the tokens.
    const hundredths = all.slashes.map(({ fraction }) => Math.round(Number(fraction) / 1e16));
    expect(hundredths).to.deep.equal([1, 2, 3]);
    expect(all.pagination?.total).to.equal(3n);
    const { height } = ctx.block;
    expect(ask2(height - 1n, height).slashes).to.have.length(2);
    expect(ask2(0n, height - 2n).slashes).to.have.length(1);
    const page = ask2(0n, height, 2n);
    expect(page.slashes).to.have.length(2);
    expect(ask2(0n, height, 2n, page.pagination?.nextKey).slashes).to.deep.equal(
      all.slashes.slice(2),
    );
    expect(refusal(() => ask2(2n, 1n))).to.equal("sdk/18");
  });

  const delegatorAddress = bob;
  const refused: readonly [string, string, () => unknown][] = [
    [
      "an unknown validator",
      "distribution/12",
      () => ask(rewards, ctx, Query.ValidatorCommission, { validatorAddress: nobody }),
    ],
    [
      "a delegation to one",
      "distribution/12",
      () =>
        ask(rewards, ctx, Query.DelegationRewards, { delegatorAddress, validatorAddress: nobody }),
    ],
    [
      "a delegation that is not there",
      "distribution/13",
      () => ask(rewards, ctx, Query.DelegationRewards, { delegatorAddress, validatorAddress }),
    ],
    [
      "what is no address",
      "sdk/7",
      () => ask(rewards, ctx, Query.DelegatorWithdrawAddress, { delegatorAddress: "a" }),
    ],
    [
      "what is no validator's address",
      "sdk/7",
      () => ask(rewards, ctx, Query.ValidatorSlashes, { validatorAddress: bob }),
    ],
  ];
  for (const [name, code, work] of refused) {
    it(`refuse ${name}`, () => {
      expect(refusal(work)).to.equal(code);
    });
  }
});
