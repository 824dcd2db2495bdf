/** Messages of staking: what each does, and what is refused with which code and nothing written. */
import { expect } from "chai";
import { moduleAddress } from "../../../app/lib/address.ts";
import { sha256, utf8 } from "../../../app/lib/bytes.ts";
import { decOf } from "../../../app/lib/dec.ts";
import { slots } from "../../../modules/staking/delegationState.ts";
import {
  MsgCreateValidator,
  MsgDelegate,
  MsgEditValidator,
} from "../../../proto/gen/cosmos/staking/v1beta1/tx.ts";
import { BondStatus, Description } from "../../../proto/gen/cosmos/staking/v1beta1/staking.ts";
import { testValidator } from "../../kit/validators.ts";
import {
  alice,
  anyKey,
  bob,
  carol,
  coin,
  creation,
  FUNDS,
  rate,
  StakingWorld,
  UNBONDING_MS,
  valoper,
} from "./world.ts";
import { refuses } from "./refuses.ts";

const bonded = moduleAddress("bonded_tokens_pool");
const notBonded = moduleAddress("not_bonded_tokens_pool");

describe("MsgCreateValidator", () => {
  it("makes a bonded validator with the next slot and its own delegation", () => {
    const world = new StakingWorld();
    expect(world.send(MsgCreateValidator, creation(carol))).to.equal("ok");
    const made = world.validator(carol);
    expect(made).to.include({ tokens: 5_000_000n, slot: 4, jailedHeight: 0n });
    expect(made.status).to.equal(BondStatus.BOND_STATUS_BONDED);
    expect(world.balance(carol)).to.equal(FUNDS - 5_000_000n);
    expect(world.balance(bonded)).to.equal(45_000_000n);
    const own = world.staking.keeper.delegation(world.ctx, carol, carol);
    expect(own?.shares).to.equal(decOf(5_000_000n));
    world.end();
  });

  const taken = anyKey(testValidator(0).validator.consensusPublicKey);
  const commission = (r: string, max: string, change: string) => ({
    commission: { rate: rate(r), maxRate: rate(max), maxChangeRate: rate(change) },
  });
  const cases: readonly [string, Partial<MsgCreateValidator>, string][] = [
    ["an address that is none", { validatorAddress: alice }, "sdk/7"],
    ["a second validator of one operator", { validatorAddress: "0" }, "staking/4"],
    ["a duplicate consensus key", { pubkey: taken }, "staking/5"],
    ["no consensus key", { pubkey: undefined }, "staking/39"],
    ["a key of another type", { pubkey: { ...taken, typeUrl: "/cosmos.Any" } }, "staking/6"],
    ["a key of 31 bytes", { pubkey: anyKey(new Uint8Array(31)) }, "staking/6"],
    ["a commission above 1", commission("0.1", "1.1", "0.1"), "staking/10"],
    ["a commission above its maximum", commission("0.3", "0.2", "0.1"), "staking/11"],
    ["a change rate above the maximum", commission("0.1", "0.2", "0.3"), "staking/14"],
    ["no commission", { commission: undefined }, "sdk/18"],
    [
      "a rate that is no decimal",
      { commission: { rate: "1.5", maxRate: rate("0.2"), maxChangeRate: rate("0.1") } },
      "sdk/18",
    ],
    ["no moniker", { description: Description.create({}) }, "sdk/18"],
    ["a promise of nothing", { minSelfDelegation: "0" }, "sdk/18"],
    ["a promise above its stake", { minSelfDelegation: "5000001" }, "staking/16"],
    ["less than the least stake", { minSelfDelegation: "999999" }, "staking/16"],
    ["another coin", { value: coin(5_000_000n, "atom") }, "sdk/18"],
    ["no coins", { value: coin(0n) }, "sdk/18"],
    ["an amount beyond 2^63", { value: coin(2n ** 63n) }, "sdk/18"],
    ["more than it has", { value: coin(FUNDS + 1n) }, "sdk/5"],
  ];
  for (const [name, change, code] of cases) {
    it(`refuses ${name}`, () => {
      const world = new StakingWorld();
      const known = change.validatorAddress === "0" ? valoper(world.operator(0)) : undefined;
      const value = creation(carol, known === undefined ? change : { validatorAddress: known });
      refuses(world, () => world.send(MsgCreateValidator, value), code);
    });
  }

  it("refuses a rate below the network's least", () => {
    const world = new StakingWorld({ params: { minCommissionRate: rate("0.11") } });
    refuses(world, () => world.send(MsgCreateValidator, creation(carol)), "staking/40");
  });

  it("refuses the 48,001st validator", () => {
    const world = new StakingWorld();
    slots.set(world.ctx, 47_999, world.operator(0));
    refuses(world, () => world.send(MsgCreateValidator, creation(carol)), "staking/115");
  });
});

describe("MsgEditValidator", () => {
  const edit = (world: StakingWorld, change: Partial<MsgEditValidator>): string =>
    world.send(MsgEditValidator, {
      description: Description.create({ moniker: "[do-not-modify]", website: "w" }),
      validatorAddress: valoper(world.operator(0)),
      ...change,
    });

  it("changes what is given and leaves the rest", () => {
    const world = new StakingWorld();
    world.end();
    expect(edit(world, { minSelfDelegation: "2000000" })).to.equal("ok");
    const { description, minSelfDelegation, commissionRate } = world.validator(world.operator(0));
    expect(description?.moniker).to.equal("validator 0");
    expect(description?.website).to.equal("w");
    expect(minSelfDelegation).to.equal(2_000_000n);
    expect(commissionRate).to.equal(rate("0.1"));
    world.end();
  });

  it("bounds how far and how often the commission rises", () => {
    const world = new StakingWorld();
    refuses(world, () => edit(world, { commissionRate: rate("0.105") }), "staking/12");
    world.end();
    const day = world.chain.ctx.at({ clockMs: 86_400_000n, height: 2n });
    const later = Object.create(world, { ctx: { value: day } }) as StakingWorld;
    refuses(world, () => edit(later, { commissionRate: rate("0.111") }), "staking/15");
    refuses(world, () => edit(later, { commissionRate: rate("0.21") }), "staking/11");
    refuses(world, () => edit(later, { commissionRate: rate("1.1") }), "sdk/18");
    expect(edit(later, { commissionRate: rate("0.11") })).to.equal("ok");
    expect(world.validator(world.operator(0)).commissionUpdateMs).to.equal(86_400_000n);
    refuses(world, () => edit(later, { commissionRate: rate("0.112") }), "staking/12");
  });

  const cases: readonly [string, Partial<MsgEditValidator>, string][] = [
    ["an unknown validator", { validatorAddress: valoper(alice) }, "staking/3"],
    ["a lower promise", { minSelfDelegation: "1000000" }, "staking/17"],
    ["a promise above the stake", { minSelfDelegation: "10000001" }, "staking/16"],
    ["no description", { description: undefined }, "sdk/18"],
    [
      "a moniker of 71 bytes",
      { description: Description.create({ moniker: "m".repeat(71) }) },
      "sdk/18",
    ],
  ];
  for (const [name, change, code] of cases) {
    it(`refuses ${name}`, () => {
      const world = new StakingWorld();
      refuses(world, () => edit(world, change), code);
    });
  }
});

describe("MsgDelegate", () => {
  it("moves tokens into the pool and gives shares", () => {
    const world = new StakingWorld();
    const to = world.operator(0);
    expect(world.delegate(alice, to, 3_000_001n)).to.equal("ok");
    expect(world.balance(alice)).to.equal(FUNDS - 3_000_001n);
    expect(world.validator(to).tokens).to.equal(13_000_001n);
    const held = world.staking.keeper.delegation(world.ctx, alice, to);
    expect(held?.shares).to.equal(decOf(3_000_001n));
    expect([...world.staking.keeper.delegationsOf(world.ctx, alice)]).to.deep.equal([to]);
    world.end();
  });

  const cases: readonly [string, Partial<MsgDelegate>, string][] = [
    ["an unknown validator", { validatorAddress: valoper(bob) }, "staking/3"],
    ["an operator written as an account", { validatorAddress: bob }, "sdk/7"],
    ["a delegator that is no account", { delegatorAddress: "alice" }, "sdk/7"],
    ["nothing", { amount: coin(0n) }, "sdk/18"],
    ["no coin", { amount: undefined }, "sdk/18"],
    ["another coin", { amount: coin(5n, "atom") }, "sdk/18"],
    ["a negative amount", { amount: { denom: "uasi", amount: "-1" } }, "sdk/18"],
    ["an amount beyond 2^63", { amount: coin(2n ** 63n) }, "sdk/18"],
    ["the largest amount that there can be", { amount: coin(2n ** 63n - 1n) }, "sdk/5"],
  ];
  for (const [name, change, code] of cases) {
    it(`refuses ${name}`, () => {
      const world = new StakingWorld();
      const validatorAddress = valoper(world.operator(0));
      const value = { delegatorAddress: alice, validatorAddress, amount: coin(1_000n), ...change };
      refuses(world, () => world.send(MsgDelegate, value), code);
    });
  }

  it("takes all that there can be, and moves it, at the edge of the supply", () => {
    const others = 4n * 10_000_000n + 2n * FUNDS;
    const most = 2n ** 63n - 1n - others;
    const world = new StakingWorld({ funds: most });
    const [to, next] = [world.operator(0), world.operator(1)];
    refuses(world, () => world.delegate(alice, to, most + 1n), "sdk/5");
    expect(world.delegate(alice, to, most)).to.equal("ok");
    expect(world.validator(to).tokens).to.equal(most + 10_000_000n);
    world.endEpoch(2);
    expect(world.redelegate(alice, to, next, most)).to.equal("ok");
    expect(world.undelegate(alice, next, most)).to.equal("ok");
    world.endEpoch(5);
    expect(world.balance(alice)).to.equal(most);
  });

  it("refuses a jailed validator to all but its operator", () => {
    const world = new StakingWorld({ validators: 5 });
    const [first] = world.given;
    if (first === undefined) throw new Error("a validator");
    world.staking.keeper.jail(world.ctx, first.address, 3);
    const jailed = world.operator(0);
    refuses(world, () => world.delegate(alice, jailed, 5n), "staking/7");
    world.chain.bank.keeper.send(world.ctx, alice, jailed, 50n);
    expect(world.delegate(jailed, jailed, 50n)).to.equal("ok");
    expect(world.balance(notBonded)).to.equal(10_000_050n);
    world.end();
  });
});

describe("MsgUndelegate", () => {
  const staked = (amount: bigint): StakingWorld => {
    const world = new StakingWorld();
    expect(world.delegate(alice, world.operator(0), amount)).to.equal("ok");
    world.end();
    return world;
  };

  it("pays after the unbonding time and not before", () => {
    const world = staked(3_000_000n);
    expect(world.undelegate(alice, world.operator(0), 1_000_000n)).to.equal("ok");
    expect(world.balance(notBonded)).to.equal(1_000_000n);
    const start = world.ctx.block.clockMs;
    while (world.ctx.block.clockMs < start + UNBONDING_MS) {
      expect(world.balance(alice)).to.equal(FUNDS - 3_000_000n);
      world.end();
    }
    world.end();
    expect(world.balance(alice)).to.equal(FUNDS - 2_000_000n);
    expect(world.balance(notBonded)).to.equal(0n);
  });

  it("refuses strangers, more than there is, and too many at a time", () => {
    const world = staked(3_000_000n);
    const from = world.operator(0);
    refuses(world, () => world.undelegate(bob, from, 5n), "staking/19");
    refuses(world, () => world.undelegate(alice, bob, 5n), "staking/3");
    refuses(world, () => world.undelegate(alice, from, 3_000_001n), "sdk/18");
    expect(world.undelegate(alice, from, 1n)).to.equal("ok");
    for (let at = 0; at < 7; at += 1) {
      // What begins at one height is one entry.
      expect(world.undelegate(alice, from, 1n)).to.equal("ok");
      world.end();
    }
    refuses(world, () => world.undelegate(alice, from, 1n), "staking/27");
    expect(world.undelegate(world.operator(1), world.operator(1), 1n)).to.equal("ok");
  });

  it("jails an operator that leaves less than it promised, and its seat goes", () => {
    const world = new StakingWorld();
    const operator = world.operator(0);
    expect(world.undelegate(operator, operator, 9_000_001n)).to.equal("ok");
    expect(world.validator(operator)).to.include({ jailedHeight: 1n, tokens: 999_999n });
    world.end();
    expect(world.updates.map(({ power }) => power)).to.deep.equal([0n]);
    expect(world.balance(bonded)).to.equal(30_000_000n);
  });

  it("removes a validator without delegations when it is unbonded, and its slot rests", () => {
    const world = new StakingWorld({ params: { historicalEntries: 0 } });
    const operator = world.operator(3);
    expect(world.undelegate(operator, operator, 10_000_000n)).to.equal("ok");
    const until = world.ctx.block.clockMs + UNBONDING_MS;
    while (world.ctx.block.clockMs <= until) world.end();
    expect(world.staking.keeper.validator(world.ctx, operator)).to.equal(undefined);
    expect(world.staking.keeper.operatorOfSlot(world.ctx, 3)).to.equal(undefined);
    expect(world.balance(operator)).to.equal(10_000_000n);
    expect(world.send(MsgCreateValidator, creation(carol))).to.equal("ok");
    expect(world.validator(carol).slot).to.equal(4);
    world.endEpoch(5);
    expect(
      world.send(MsgCreateValidator, {
        ...creation(bob),
        pubkey: anyKey(sha256(utf8("another"))),
      }),
    ).to.equal("ok");
    expect(world.validator(bob).slot).to.equal(3);
    world.end();
  });
});
