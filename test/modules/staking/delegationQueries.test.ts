/** Cosmos' queries of delegations, read with an independent client's types. */
import { expect } from "chai";
import * as theirs from "cosmjs-types/cosmos/staking/v1beta1/query";
import { Query } from "../../../proto/gen/cosmos/staking/v1beta1/query.ts";
import { refusal } from "../../kit/context.ts";
import { addressFor, ask } from "../../kit/modules.ts";
import { alice, BLOCK_MS, bob, StakingWorld, UNBONDING_MS, valoper } from "./world.ts";

import { asked, busyWorld } from "./asked.ts";

describe("Cosmos' queries of delegations", () => {
  const world = busyWorld();
  const [a, b, c] = [0, 1, 2].map((index) => valoper(world.operator(index)));
  const validatorAddr = a ?? "";

  it("answer by validator, by delegator and by both", () => {
    const { delegationResponses: held } = asked(
      world,
      Query.ValidatorDelegations,
      theirs.QueryValidatorDelegationsResponse,
      { validatorAddr },
    );
    const worth = held.map(({ delegation, balance }) => [
      delegation.delegatorAddress,
      balance.amount,
      balance.denom,
    ]);
    expect(worth).to.have.deep.members([
      [world.operator(0), "10000000", "uasi"],
      [alice, "2000000", "uasi"],
      [bob, "5000000", "uasi"],
    ]);
    const own = asked(world, Query.DelegatorDelegations, theirs.QueryDelegatorDelegationsResponse, {
      delegatorAddr: alice,
    });
    const to = own.delegationResponses.map(({ delegation }) => delegation.validatorAddress);
    expect(to).to.have.members([a, b]);
    const one = asked(world, Query.Delegation, theirs.QueryDelegationResponse, {
      delegatorAddr: alice,
      validatorAddr,
    });
    expect(one.delegationResponse?.delegation.shares).to.equal(`2000000${"0".repeat(18)}`);
    const list = asked(world, Query.DelegatorValidators, theirs.QueryDelegatorValidatorsResponse, {
      delegatorAddr: alice,
    });
    expect(list.validators.map((validator) => validator.operatorAddress)).to.have.members([a, b]);
    const { validator } = asked(
      world,
      Query.DelegatorValidator,
      theirs.QueryDelegatorValidatorResponse,
      { delegatorAddr: alice, validatorAddr },
    );
    expect(validator.operatorAddress).to.equal(a);
  });

  it("answer what is being taken back", () => {
    const { unbond } = asked(
      world,
      Query.UnbondingDelegation,
      theirs.QueryUnbondingDelegationResponse,
      {
        delegatorAddr: alice,
        validatorAddr,
      },
    );
    const [entry] = unbond.entries;
    expect(entry).to.include({ creationHeight: 5n, initialBalance: "1000000", balance: "1000000" });
    const { timeMs } = world.ctx.block;
    const seconds = (timeMs + UNBONDING_MS - BLOCK_MS) / 1_000n;
    expect(entry?.completionTime.seconds).to.equal(seconds);
    const ofAlice = asked(
      world,
      Query.DelegatorUnbondingDelegations,
      theirs.QueryDelegatorUnbondingDelegationsResponse,
      { delegatorAddr: alice },
    );
    const ofValidator = asked(
      world,
      Query.ValidatorUnbondingDelegations,
      theirs.QueryValidatorUnbondingDelegationsResponse,
      { validatorAddr },
    );
    expect(ofAlice.unbondingResponses).to.deep.equal([unbond]);
    expect(ofValidator.unbondingResponses).to.deep.equal([unbond]);
  });

  it("answer what was moved, by any of three ways", () => {
    const ways = [
      { delegatorAddr: bob },
      { srcValidatorAddr: validatorAddr },
      { delegatorAddr: bob, srcValidatorAddr: validatorAddr },
      { delegatorAddr: bob, srcValidatorAddr: validatorAddr, dstValidatorAddr: c ?? "" },
    ];
    for (const way of ways) {
      const { redelegationResponses } = asked(
        world,
        Query.Redelegations,
        theirs.QueryRedelegationsResponse,
        way,
      );
      const [moved] = redelegationResponses;
      expect(moved?.redelegation).to.include({ delegatorAddress: bob, validatorDstAddress: c });
      expect(moved?.entries[0]?.balance).to.equal("2000000");
      expect(moved?.entries[0]?.redelegationEntry.sharesDst).to.equal(`2000000${"0".repeat(18)}`);
    }
  });

  it("page through many delegations, each once", () => {
    const many = new StakingWorld();
    const count = 1_000;
    for (let at = 0; at < count; at += 1) {
      const delegator = addressFor(`delegator ${at}`);
      many.chain.bank.keeper.send(many.ctx, alice, delegator, 10n);
      expect(many.delegate(delegator, many.operator(0), 10n)).to.equal("ok");
    }
    const seen = new Set<string>();
    let key: Uint8Array = new Uint8Array(0);
    do {
      const page = asked(
        many,
        Query.ValidatorDelegations,
        theirs.QueryValidatorDelegationsResponse,
        {
          validatorAddr: valoper(many.operator(0)),
          pagination: { key, offset: 0n, limit: 90n, countTotal: false, reverse: false },
        },
      );
      for (const { delegation } of page.delegationResponses) seen.add(delegation.delegatorAddress);
      key = page.pagination?.nextKey ?? new Uint8Array(0);
    } while (key.length > 0);
    expect(seen.size).to.equal(count + 1);
  });

  const nobody = valoper(addressFor("nobody"));
  const refused: readonly [string, () => unknown, string][] = [
    [
      "an unknown validator",
      () => ask(world.staking, world.ctx, Query.Validator, { validatorAddr: nobody }),
      "sdk/22",
    ],
    [
      "an address that is none",
      () => ask(world.staking, world.ctx, Query.Validator, { validatorAddr: "x" }),
      "sdk/7",
    ],
    [
      "delegations to nobody",
      () => ask(world.staking, world.ctx, Query.ValidatorDelegations, { validatorAddr: nobody }),
      "sdk/22",
    ],
    [
      "no delegation",
      () =>
        ask(world.staking, world.ctx, Query.Delegation, {
          delegatorAddr: bob,
          validatorAddr: b ?? "",
        }),
      "sdk/22",
    ],
    [
      "nothing taken back",
      () =>
        ask(world.staking, world.ctx, Query.UnbondingDelegation, {
          delegatorAddr: bob,
          validatorAddr,
        }),
      "sdk/22",
    ],
    [
      "a validator that is not delegated to",
      () =>
        ask(world.staking, world.ctx, Query.DelegatorValidator, {
          delegatorAddr: bob,
          validatorAddr: b ?? "",
        }),
      "sdk/22",
    ],
    [
      "nothing moved",
      () =>
        ask(world.staking, world.ctx, Query.Redelegations, {
          delegatorAddr: alice,
          srcValidatorAddr: validatorAddr,
          dstValidatorAddr: b ?? "",
        }),
      "sdk/22",
    ],
    [
      "a delegator that is none",
      () => ask(world.staking, world.ctx, Query.DelegatorDelegations, { delegatorAddr: "x" }),
      "sdk/7",
    ],
  ];
  for (const [name, act, code] of refused) {
    it(`refuse ${name}`, () => {
      expect(refusal(act)).to.equal(code);
    });
  }
});
