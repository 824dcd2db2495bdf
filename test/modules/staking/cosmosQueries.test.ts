/** Queries of Cosmos' staking: what they answer, read with an independent client's types. */
import { expect } from "chai";
import * as theirs from "cosmjs-types/cosmos/staking/v1beta1/query";
import { PubKey } from "cosmjs-types/cosmos/crypto/ed25519/keys";
import type { QuerySpec } from "../../../app/module/module.ts";
import { Query } from "../../../proto/gen/cosmos/staking/v1beta1/query.ts";
import type { Method } from "../../../proto/wire/codec.ts";
import { refusal } from "../../kit/context.ts";
import { addressFor, ask } from "../../kit/modules.ts";
import { testValidator } from "../../kit/validators.ts";
import { alice, BLOCK_MS, bob, StakingWorld, UNBONDING_MS, valoper } from "./world.ts";

interface TheirCodec<A> {
  decode(bytes: Uint8Array): A;
}

/** Asks in our types and reads the answer in theirs. */
function asked<Q, R, A>(
  world: StakingWorld,
  method: Method<Q, R>,
  answer: TheirCodec<A>,
  request: Partial<Q> = {},
): A {
  const found = (world.staking.queries as readonly unknown[] as QuerySpec<Q, R>[]).find(
    (one) => one.method.path === method.path,
  );
  if (found === undefined) throw new Error(`no ${method.path}`);
  const response = found.handle(world.ctx, method.request.create(request));
  return answer.decode(method.response.encode(response));
}

function busyWorld(): StakingWorld {
  const world = new StakingWorld();
  world.end(3);
  world.delegate(alice, world.operator(0), 3_000_000n);
  world.delegate(alice, world.operator(1), 5_000_000n);
  world.delegate(bob, world.operator(0), 7_000_000n);
  world.end();
  world.undelegate(alice, world.operator(0), 1_000_000n);
  world.redelegate(bob, world.operator(0), world.operator(2), 2_000_000n);
  world.end();
  return world;
}

describe("Cosmos' queries of validators", () => {
  const world = busyWorld();
  const operator = valoper(world.operator(0));

  it("answer one validator", () => {
    const { validator } = asked(world, Query.Validator, theirs.QueryValidatorResponse, {
      validatorAddr: operator,
    });
    expect(validator).to.include({
      operatorAddress: operator,
      jailed: false,
      status: 3,
      tokens: "17000000",
      delegatorShares: `17000000${"0".repeat(18)}`,
      minSelfDelegation: "1000000",
    });
    const { value } = validator.consensusPubkey ?? { value: new Uint8Array(0) };
    expect(PubKey.decode(value).key).to.deep.equal(testValidator(0).validator.consensusPublicKey);
    expect(validator.commission.commissionRates.rate).to.equal(`1${"0".repeat(17)}`);
  });

  it("list those of a status, in pages", () => {
    const list = (status: string, more: object = {}): theirs.QueryValidatorsResponse =>
      asked(world, Query.Validators, theirs.QueryValidatorsResponse, { status, ...more });
    expect(list("").validators).to.have.lengthOf(4);
    expect(list("BOND_STATUS_BONDED").validators).to.have.lengthOf(4);
    expect(list("BOND_STATUS_UNBONDED").validators).to.have.lengthOf(0);
    const other = busyWorld();
    other.staking.keeper.jail(other.ctx, testValidator(3).address, 3);
    const unbonding = asked(other, Query.Validators, theirs.QueryValidatorsResponse, {
      status: "BOND_STATUS_UNBONDING",
    });
    expect(unbonding.validators.map((one) => one.jailed)).to.deep.equal([true]);
    const until = unbonding.validators[0]?.unbondingTime.seconds ?? 0n;
    const { timeMs } = other.ctx.block;
    expect(until).to.equal((timeMs + UNBONDING_MS) / 1_000n);
    const limit = { key: new Uint8Array(0), offset: 0n, limit: 3n, countTotal: true };
    const page = list("BOND_STATUS_BONDED", { pagination: { ...limit, reverse: false } });
    expect(page.validators).to.have.lengthOf(3);
    expect(page.pagination?.total).to.equal(4n);
    const next = { ...limit, key: page.pagination?.nextKey, countTotal: false, reverse: false };
    const rest = list("BOND_STATUS_BONDED", { pagination: next });
    expect(rest.validators).to.have.lengthOf(1);
    expect(refusal(() => list("BONDED"))).to.equal("sdk/18");
  });

  it("answer pool and parameters", () => {
    const { pool } = asked(world, Query.Pool, theirs.QueryPoolResponse);
    expect(pool).to.deep.equal({ bondedTokens: "54000000", notBondedTokens: "1000000" });
    const { params } = asked(world, Query.Params, theirs.QueryParamsResponse);
    expect(params).to.include({
      maxValidators: 100,
      maxEntries: 7,
      historicalEntries: 100,
      bondDenom: "uasi",
    });
    expect(params.unbondingTime.seconds).to.equal(UNBONDING_MS / 1_000n);
  });

  it("answer headers of blocks that are not long ago", () => {
    const own = new StakingWorld({ params: { historicalEntries: 5 } });
    own.end(9);
    const { hist } = asked(own, Query.HistoricalInfo, theirs.QueryHistoricalInfoResponse, {
      height: 7n,
    });
    expect(hist?.header.height).to.equal(7n);
    expect(hist?.header.chainId).to.equal(own.ctx.block.chainId);
    expect(hist?.valset).to.have.lengthOf(4);
    for (const height of [4n, 10n]) {
      expect(refusal(() => ask(own.staking, own.ctx, Query.HistoricalInfo, { height }))).to.equal(
        "sdk/22",
      );
    }
    const negative = () => ask(own.staking, own.ctx, Query.HistoricalInfo, { height: -1n });
    expect(refusal(negative)).to.equal("sdk/18");
  });
});

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
