/** Messages of staking: what each does, and what is refused with which code and nothing written. */
import { expect } from "chai";
import { addressBytes, moduleAddress } from "../../../app/lib/address.ts";
import { present } from "../../../app/lib/assert.ts";
import { blsCompressedKey, blsRawKey, blsSumKeys, provePossession } from "../../../app/lib/bls.ts";
import { sha256, utf8 } from "../../../app/lib/bytes.ts";
import { decOf } from "../../../app/lib/dec.ts";
import { slots } from "../../../modules/staking/delegationState.ts";
import {
  MsgCancelUnbondingDelegation,
  MsgCreateValidator,
  MsgDelegate,
  MsgEditValidator,
  MsgRotateConsPubKey,
} from "../../../proto/gen/cosmos/staking/v1beta1/tx.ts";
import { BondStatus, Description } from "../../../proto/gen/cosmos/staking/v1beta1/staking.ts";
import { testValidator } from "../../kit/validators.ts";
import {
  alice,
  anyKey,
  bob,
  BLOCK_MS,
  carol,
  coin,
  creation,
  FUNDS,
  rate,
  StakingWorld,
  UNBONDING_MS,
  valoper,
} from "./world.ts";

const bonded = moduleAddress("bonded_tokens_pool");
const notBonded = moduleAddress("not_bonded_tokens_pool");

/** Whether `act` is refused with `code` and leaves the state as it was. */
function refuses(world: StakingWorld, act: () => string, code: string): void {
  const before = world.chain.ctx.state.dump();
  expect(act()).to.equal(code);
  expect(world.chain.ctx.state.dump()).to.deep.equal(before);
}

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

describe("MsgBeginRedelegate", () => {
  it("moves tokens at once; they cannot move on before the time is over", () => {
    const world = new StakingWorld();
    const [a, b, c] = [world.operator(0), world.operator(1), world.operator(2)];
    world.delegate(alice, a, 3_000_000n);
    expect(world.redelegate(alice, a, b, 1_000_000n)).to.equal("ok");
    expect([a, b].map((one) => world.validator(one).tokens)).to.deep.equal([
      12_000_000n,
      11_000_000n,
    ]);
    refuses(world, () => world.redelegate(alice, b, c, 5n), "staking/32");
    expect(world.undelegate(alice, b, 5n)).to.equal("ok");
    const until = world.ctx.block.clockMs + UNBONDING_MS;
    while (world.ctx.block.clockMs <= until) world.end();
    expect(world.redelegate(alice, b, c, 5n)).to.equal("ok");
    world.end();
  });

  it("refuses itself, the unknown, the jailed, more than there is and too many", () => {
    const world = new StakingWorld({ validators: 5 });
    const [a, b] = [world.operator(0), world.operator(1)];
    world.delegate(alice, a, 3_000_000n);
    refuses(world, () => world.redelegate(alice, a, a, 5n), "staking/29");
    refuses(world, () => world.redelegate(alice, a, bob, 5n), "staking/31");
    refuses(world, () => world.redelegate(alice, bob, a, 5n), "staking/3");
    refuses(world, () => world.redelegate(bob, a, b, 5n), "staking/19");
    refuses(world, () => world.redelegate(alice, a, b, 3_000_001n), "sdk/18");
    for (let at = 0; at < 7; at += 1) expect(world.redelegate(alice, a, b, 1n)).to.equal("ok");
    refuses(world, () => world.redelegate(alice, a, b, 1n), "staking/33");
    const jailed = world.given[4];
    if (jailed === undefined) throw new Error("a validator");
    world.staking.keeper.jail(world.ctx, jailed.address, 3);
    refuses(world, () => world.redelegate(alice, a, world.operator(4), 5n), "staking/7");
    world.end();
  });
});

describe("MsgCancelUnbondingDelegation", () => {
  const cancel = (world: StakingWorld, amount: bigint, creationHeight: bigint): string =>
    world.send(MsgCancelUnbondingDelegation, {
      delegatorAddress: alice,
      validatorAddress: valoper(world.operator(0)),
      amount: coin(amount),
      creationHeight,
    });

  it("delegates again, part by part", () => {
    const world = new StakingWorld();
    const from = world.operator(0);
    world.delegate(alice, from, 3_000_000n);
    const { height } = world;
    world.undelegate(alice, from, 1_000_000n);
    world.end();
    refuses(world, () => cancel(world, 1_000_001n, height), "sdk/18");
    refuses(world, () => cancel(world, 5n, height + 1n), "sdk/38");
    refuses(world, () => cancel(world, 5n, 0n), "sdk/18");
    expect(cancel(world, 400_000n, height)).to.equal("ok");
    expect(cancel(world, 600_000n, height)).to.equal("ok");
    refuses(world, () => cancel(world, 1n, height), "sdk/38");
    expect(world.validator(from).tokens).to.equal(13_000_000n);
    expect(world.balance(notBonded)).to.equal(0n);
    world.end();
  });
});

describe("MsgRegisterBlsKey", () => {
  const created = (): StakingWorld => {
    const world = new StakingWorld();
    world.send(MsgCreateValidator, creation(carol));
    world.end();
    return world;
  };

  it("takes a key whose possession is proven, once", () => {
    const world = created();
    const proven = testValidator(0).validator;
    refuses(world, () => world.registerKey(carol, 90), "staking/116");
    refuses(world, () => world.registerKey(bob, 90), "staking/3");
    const short = { publicKey: proven.blsPublicKey.slice(1) };
    refuses(world, () => world.registerKey(carol, 90, short), "staking/116");
    const cut = { possessionProof: proven.possessionProof.slice(1) };
    refuses(world, () => world.registerKey(carol, 90, cut), "staking/116");
    refuses(world, () => world.registerKey(carol, 0), "staking/117");
    refuses(world, () => world.registerKey(world.operator(0), 90), "staking/118");
    const secret = testValidator(90).blsSecret;
    const claim = { operator: addressBytes(carol), chainId: world.ctx.block.chainId };
    const foreign = { possessionProof: provePossession(secret, { ...claim, chainId: "other-1" }) };
    refuses(world, () => world.registerKey(carol, 90, foreign), "staking/116");
    const own = { possessionProof: provePossession(secret, claim) };
    expect(world.registerKey(carol, 90, own)).to.equal("ok");
    refuses(world, () => world.registerKey(carol, 90, own), "staking/118");
    world.end();
  });

  it("refuses a rogue key, which cancels out another's in a sum", () => {
    const world = created();
    const secret = testValidator(90).blsSecret;
    const [own, victim] = [90, 0].map((at) => blsRawKey(testValidator(at).validator.blsPublicKey));
    const sum = blsSumKeys([present(own, "a key")], [present(victim, "a key")]);
    const publicKey = present(blsCompressedKey(present(sum, "a sum")), "a key");
    const claim = { operator: addressBytes(carol), chainId: world.ctx.block.chainId };
    const possessionProof = provePossession(secret, claim);
    const rogue = { publicKey, possessionProof };
    refuses(world, () => world.registerKey(carol, 90, rogue), "staking/116");
  });
});

describe("MsgRotateConsPubKey", () => {
  const rotate = (world: StakingWorld, operator: string, key: Uint8Array): string =>
    world.send(MsgRotateConsPubKey, {
      validatorAddress: valoper(operator),
      newPubkey: anyKey(key),
    });
  const fresh = sha256(utf8("fresh key"));

  it("gives the seat to the new key two heights on, and knows the old one", () => {
    const world = new StakingWorld();
    const operator = world.operator(0);
    const old = testValidator(0);
    expect(rotate(world, operator, fresh)).to.equal("ok");
    world.end();
    const powers = world.updates.map(({ publicKey, power }) => [
      Buffer.from(publicKey).toString("hex"),
      power > 0n,
    ]);
    expect(powers).to.have.deep.members([
      [Buffer.from(fresh).toString("hex"), true],
      [Buffer.from(old.validator.consensusPublicKey).toString("hex"), false],
    ]);
    const { keeper } = world.staking;
    expect(keeper.validatorByConsensusAddress(world.ctx, old.address)?.operator).to.equal(operator);
    refuses(world, () => rotate(world, operator, sha256(fresh)), "staking/47");
    refuses(world, () => rotate(world, world.operator(1), fresh), "staking/5");
    const before = old.validator.consensusPublicKey;
    refuses(world, () => rotate(world, world.operator(1), before), "staking/5");
    const until = world.ctx.block.clockMs + UNBONDING_MS + 200n * BLOCK_MS;
    while (world.ctx.block.clockMs <= until) world.end();
    expect(keeper.validatorByConsensusAddress(world.ctx, old.address)).to.equal(undefined);
    expect(rotate(world, operator, sha256(fresh))).to.equal("ok");
    world.end();
  });

  it("refuses the unknown and the jailed", () => {
    const world = new StakingWorld({ validators: 5 });
    refuses(world, () => rotate(world, bob, fresh), "staking/3");
    refuses(world, () => rotate(world, world.operator(0), fresh.slice(1)), "staking/6");
    world.staking.keeper.jail(world.ctx, testValidator(0).address, 3);
    refuses(world, () => rotate(world, world.operator(0), fresh), "staking/7");
  });
});
