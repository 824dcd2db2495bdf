/** Validators that signed twice: who pays what, what is ignored, and that it is for ever. */
import { expect } from "chai";
import { consensusAddress } from "../../../app/lib/address.ts";
import { sha256, utf8 } from "../../../app/lib/bytes.ts";
import type { Misbehavior } from "../../../app/module/context.ts";
import { slashed, validatorTombstoned } from "../../../modules/slashing/index.ts";
import { seatStakes } from "../../../modules/slashing/validatorState.ts";
import { ValidatorFault } from "../../../proto/gen/aegis/slashing/v1/slashing.ts";
import { JailReason } from "../../../proto/gen/aegis/staking/v1/staking.ts";
import { MsgCreateValidator } from "../../../proto/gen/cosmos/staking/v1beta1/tx.ts";
import { alice, anyKey, bob, carol, creation, FUNDS, UNBONDING_MS } from "../staking/world.ts";
import { SlashingWorld } from "./world.ts";

function started(blocks = 6): SlashingWorld {
  const world = new SlashingWorld({ validators: 5 });
  world.end(blocks);
  return world;
}

describe("evidence", () => {
  it("takes the same part of delegations, unbondings and what moved since", () => {
    const world = new SlashingWorld({ validators: 5 });
    const [operator, other] = [world.operator(1), world.operator(2)];
    world.delegate(alice, operator, 8_000_000n);
    world.delegate(bob, operator, 4_000_000n);
    world.end(3);
    world.undelegate(bob, operator, 1_000_000n);
    world.end();
    // Height 5 is signed twice: what left from height 4 on was behind it.
    expect(world.height).to.equal(5n);
    world.undelegate(alice, operator, 2_000_000n);
    world.redelegate(alice, operator, other, 2_000_000n);
    world.end(2);
    world.end(1, [world.evidence(world.address(1), 5n)]);
    const [slash] = world.slashes(operator);
    expect(slash).to.include({ power: 22n, infractionHeight: 4n, height: 8n, burned: 1_100_000n });
    expect(world.validator(operator).tokens).to.equal(17_000_000n - 850_000n);
    expect(world.validator(other).tokens).to.equal(11_900_000n);
  });

  const stakes: readonly [height: bigint, power: bigint][] = [
    [4n, 10n],
    [5n, 40n],
    [6n, 20n],
    [8n, 20n],
  ];
  for (const [height, power] of stakes) {
    it(`about height ${height} is of the stake with which the block before began`, () => {
      const world = new SlashingWorld({ validators: 5 });
      const operator = world.operator(1);
      world.end(2);
      world.delegate(alice, operator, 30_000_000n);
      world.end();
      world.undelegate(alice, operator, 20_000_000n);
      world.end(5);
      world.end(1, [world.evidence(world.address(1), height)]);
      expect(world.slashes(operator)[0]?.power).to.equal(power);
    });
  }

  it("buries the validator: jailed for ever, whatever is reported or asked for next", () => {
    const world = started();
    const operator = world.operator(1);
    const evidence = world.evidence(world.address(1), 5n);
    world.end(1, [evidence, evidence, { ...evidence, height: 4n, kind: "light_client_attack" }]);
    world.end(1, [evidence]);
    expect(world.slashes(operator).length).to.equal(1);
    expect(world.validator(operator)).to.include({
      tokens: 9_500_000n,
      jailReason: JailReason.JAIL_REASON_DOUBLE_SIGN,
    });
    expect(world.slashing.keeper.isTombstoned(world.ctx, operator)).to.equal(true);
    expect(world.slashing.keeper.isTombstoned(world.ctx, world.operator(0))).to.equal(false);
    const info = world.info(world.address(1));
    expect(info.tombstoned).to.equal(true);
    expect(info.jailedUntil).to.deep.equal({ seconds: 253_402_300_799n, nanos: 0 });
    world.end(30);
    expect(world.unjail(operator)).to.equal("slashing/4");
    const address = consensusAddress(world.address(1));
    expect(world.ctx.emitted(slashed)).to.deep.equal([
      { address, power: "10", reason: "double_sign", jailed: address, burned_coins: "500000uasi" },
    ]);
    expect(world.ctx.emitted(validatorTombstoned)).to.deep.equal([
      {
        operator,
        consensusAddress: world.address(1),
        fault: ValidatorFault.VALIDATOR_FAULT_DUPLICATE_VOTE,
      },
    ]);
  });

  it("of an attack on light clients costs the same", () => {
    const world = started();
    const kind = "light_client_attack" as const;
    world.end(1, [world.evidence(world.address(1), 5n, { kind })]);
    const [slash] = world.slashes(world.operator(1));
    expect(slash?.fault).to.equal(ValidatorFault.VALIDATOR_FAULT_LIGHT_CLIENT_ATTACK);
    expect(slash?.burned).to.equal(500_000n);
  });

  it("reaches a validator that was jailed for something else", () => {
    const world = started();
    const operator = world.operator(1);
    world.slashing.keeper.missedCheckpoints(world.ctx, operator);
    expect(world.validator(operator).tokens).to.equal(9_900_000n);
    world.end(1, [world.evidence(world.address(1), 5n)]);
    // Of the ten ASI of then.
    expect(world.validator(operator).tokens).to.equal(9_400_000n);
    expect(world.unjail(operator)).to.equal("slashing/4");
  });

  it("finds a validator by a key that it replaced, and buries both keys", () => {
    const world = started();
    const operator = world.operator(1);
    expect(world.rotate(operator, "fresh")).to.equal("ok");
    world.end(4);
    world.end(1, [world.evidence(world.address(1), 5n)]);
    expect(world.validator(operator).tokens).to.equal(9_500_000n);
    const fresh = sha256(sha256(utf8("fresh"))).slice(0, 20);
    expect(world.info(fresh).tombstoned).to.equal(true);
    world.end(1, [world.evidence(fresh, 9n)]);
    expect(world.slashes(operator).length).to.equal(1);
    const { tombstones } = world.slashing.genesis.export(world.ctx);
    expect(tombstones.map((one) => one.consensusAddresses.length)).to.deep.equal([2]);
  });

  const ignored: readonly [string, (world: SlashingWorld) => Misbehavior][] = [
    ["of a stranger", (world) => world.evidence(new Uint8Array(20), 5n)],
    ["of no address", (world) => world.evidence(new Uint8Array(0), 5n)],
    [
      "of the block that reports it",
      (world) => world.evidence(world.address(1), world.height + 1n),
    ],
  ];
  for (const [name, evidenceIn] of ignored) {
    it(`is ignored: ${name}`, () => {
      const world = started();
      world.end(1, [evidenceIn(world)]);
      expect(world.slashing.genesis.export(world.ctx).validatorSlashes).to.deep.equal([]);
    });
  }

  it("is ignored when all that was behind it may be free, and not one block before", () => {
    const age = Number(UNBONDING_MS / 1_000n);
    for (const [blocks, isPunished] of [
      [age, true],
      [age + 6, false],
    ] as const) {
      const world = started(4);
      world.end(blocks);
      const timeMs = world.ctx.block.timeMs - BigInt(blocks) * 1_000n;
      world.end(1, [world.evidence(world.address(1), 5n, { timeMs })]);
      expect(world.slashes(world.operator(1)).length, `${blocks}`).to.equal(isPunished ? 1 : 0);
    }
  });

  it("is not too old while the protocol clock stood still", () => {
    const world = started(20);
    const timeMs = world.ctx.block.timeMs - 10n * UNBONDING_MS;
    world.end(1, [world.evidence(world.address(1), 15n, { timeMs })]);
    expect(world.slashes(world.operator(1)).length).to.equal(1);
  });

  it("needs no more records than it can be old", () => {
    const world = started(120);
    expect([...seatStakes.entries(world.ctx)].length).to.be.at.most(8);
  });
});

describe("a tombstone", () => {
  /** Validator 1 is buried, and nothing is delegated to it any more. */
  function gone(): SlashingWorld {
    const world = new SlashingWorld({ validators: 5, params: { historicalEntries: 0 } });
    world.end(6);
    const operator = world.operator(1);
    world.end(1, [world.evidence(world.address(1), 5n)]);
    expect(world.undelegate(operator, operator, 9_500_000n)).to.equal("ok");
    const until = world.ctx.block.clockMs + UNBONDING_MS;
    while (world.ctx.block.clockMs <= until) world.end();
    expect(world.staking.keeper.validator(world.ctx, operator)).to.equal(undefined);
    return world;
  }

  it("outlives the validator: neither its operator nor its key comes back", () => {
    const world = gone();
    const operator = world.operator(1);
    expect(world.balance(operator)).to.equal(9_500_000n);
    expect(world.send(MsgCreateValidator, creation(operator))).to.equal("slashing/9");
    const key = world.given[1]?.validator.consensusPublicKey ?? new Uint8Array(32);
    const again = creation(carol, { pubkey: anyKey(key) });
    expect(world.send(MsgCreateValidator, again)).to.equal("slashing/9");
    expect(world.send(MsgCreateValidator, creation(carol))).to.equal("ok");
    expect(world.info(world.address(1)).tombstoned).to.equal(true);
    expect(world.balance(carol)).to.equal(FUNDS - 5_000_000n);
    world.end();
  });
});

describe("faults that checkpoints find", () => {
  it("two attestations of an epoch cost by the stake with which it began, and bury", () => {
    const world = new SlashingWorld({ validators: 5 });
    const operator = world.operator(1);
    world.endEpoch();
    world.delegate(alice, operator, 10_000_000n);
    world.endEpoch();
    world.undelegate(alice, operator, 10_000_000n);
    world.end();
    const { keeper } = world.slashing;
    keeper.doubleAttestation(world.ctx, { operator, epoch: 2n });
    keeper.doubleAttestation(world.ctx, { operator, epoch: 1n });
    const [slash, second] = world.slashes(operator);
    expect(second).to.equal(undefined);
    // The epoch began at height 11, in which the tokens were taken back.
    expect(slash).to.include({ power: 20n, infractionHeight: 11n, burned: 1_000_000n });
    expect(slash?.fault).to.equal(ValidatorFault.VALIDATOR_FAULT_DOUBLE_ATTESTATION);
    expect(world.validator(operator).tokens).to.equal(9_500_000n);
    expect(keeper.isTombstoned(world.ctx, operator)).to.equal(true);
    world.end();
  });

  it("missed ones cost as downtime does, once until it is out of jail", () => {
    const world = started();
    const operator = world.operator(1);
    const { keeper } = world.slashing;
    keeper.missedCheckpoints(world.ctx, operator);
    keeper.missedCheckpoints(world.ctx, operator);
    keeper.missedCheckpoints(world.ctx, bob);
    expect(world.slashes(operator).map(({ burned }) => burned)).to.deep.equal([100_000n]);
    const { jailReason } = world.validator(operator);
    expect(jailReason).to.equal(JailReason.JAIL_REASON_CHECKPOINTS);
    expect(world.unjail(operator)).to.equal("slashing/4");
    world.end(8);
    expect(world.unjail(operator)).to.equal("ok");
    world.end();
  });
});
