/** Moves between validators, cancelled unbondings and keys: effects and refusals. */
import { expect } from "chai";
import { addressBytes, moduleAddress } from "../../../app/lib/address.ts";
import { present } from "../../../app/lib/assert.ts";
import { blsCompressedKey, blsRawKey, blsSumKeys, provePossession } from "../../../app/lib/bls.ts";
import { sha256, utf8 } from "../../../app/lib/bytes.ts";
import {
  MsgCancelUnbondingDelegation,
  MsgCreateValidator,
  MsgRotateConsPubKey,
} from "../../../proto/gen/cosmos/staking/v1beta1/tx.ts";
import { testValidator } from "../../kit/validators.ts";
import {
  alice,
  anyKey,
  bob,
  BLOCK_MS,
  carol,
  coin,
  creation,
  StakingWorld,
  UNBONDING_MS,
  valoper,
} from "./world.ts";
import { refuses } from "./refuses.ts";

const notBonded = moduleAddress("not_bonded_tokens_pool");

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
