/** Coming out of jail: when it is refused, and why a validator was there. */
import { expect } from "chai";
import type { Validator } from "../../../proto/gen/aegis/staking/v1/staking.ts";
import { MsgUnjail } from "../../../proto/gen/cosmos/slashing/v1beta1/tx.ts";
import { operators, validators } from "../../../modules/staking/state.ts";
import { alice, bob } from "../staking/world.ts";
import { SlashingWorld } from "./world.ts";

/** Validator 1 is jailed for downtime, with a second left of its time. */
function jailed(): SlashingWorld {
  const world = new SlashingWorld({ validators: 5 });
  world.slashing.keeper.missedCheckpoints(world.ctx, world.operator(1));
  world.end(7);
  return world;
}

/** Changes a validator's record behind staking's back. */
function change(world: SlashingWorld, operator: string, part: Partial<Validator>): void {
  validators.set(world.ctx, operator, { ...world.validator(operator), ...part });
}

describe("MsgUnjail", () => {
  it("lets a validator out when its time is over and not a block before", () => {
    const world = jailed();
    const operator = world.operator(1);
    expect(world.unjail(operator)).to.equal("slashing/4");
    world.end();
    expect(world.unjail(operator)).to.equal("ok");
    expect(world.validator(operator).jailedHeight).to.equal(0n);
    expect(world.unjail(operator)).to.equal("slashing/5");
    world.endEpoch(3);
    const { members = [] } = world.staking.keeper.committee(world.ctx, world.height) ?? {};
    expect(members.length).to.equal(5);
  });

  const refusals: readonly [string, (world: SlashingWorld) => string, string][] = [
    ["who is no validator", (world) => world.unjail(bob), "slashing/2"],
    ["who is not jailed", (world) => world.unjail(world.operator(0)), "slashing/5"],
    [
      "an operator written as an account",
      (world) => world.judge(MsgUnjail, { validatorAddr: world.operator(1) }),
      "slashing/105",
    ],
    [
      "whose own part is below what it promised",
      (world) => {
        change(world, world.operator(1), { minSelfDelegation: 9_900_001n });
        return world.unjail(world.operator(1));
      },
      "slashing/7",
    ],
    [
      "who has nothing of its own",
      (world) => {
        const operator = world.operator(1);
        world.delegate(alice, operator, 1n);
        expect(world.undelegate(operator, operator, 9_900_000n)).to.equal("ok");
        return world.unjail(operator);
      },
      "slashing/6",
    ],
  ];
  for (const [name, act, code] of refusals) {
    it(`refuses ${name}`, () => {
      const world = jailed();
      expect(act(world)).to.equal(code);
    });
  }

  it("takes licences for an operator's own part, when it has nothing else too", () => {
    const world = jailed();
    const operator = world.operator(1);
    expect(world.undelegate(operator, operator, 9_900_000n)).to.equal("ok");
    world.end();
    change(world, operator, { licenceStake: 999_999n });
    expect(world.unjail(operator)).to.equal("slashing/7");
    change(world, operator, { licenceStake: 1_000_000n });
    expect(world.unjail(operator)).to.equal("ok");
  });

  it("gives who withheld the beacon a time in jail, and who took its stake back none", () => {
    const world = new SlashingWorld({ validators: 6, params: { beaconWindow: 2 } });
    const [withholder, taker] = [world.operator(1), world.operator(2)];
    const signer = { consensusAddress: world.address(1), blsPublicKey: new Uint8Array(48) };
    for (let draw = 0; draw < 2; draw += 1) {
      const proposer = new Uint8Array(0);
      const height = world.height;
      world.staking.keeper.recordBeaconDraw(world.ctx, {
        height,
        signer,
        proposer,
        isWithheld: true,
      });
    }
    expect(operators.get(world.ctx, world.address(1))).to.equal(withholder);
    expect(world.validator(withholder).jailedHeight).to.equal(world.height);
    expect(world.undelegate(taker, taker, 9_500_000n)).to.equal("ok");
    expect(world.unjail(taker)).to.equal("slashing/7");
    world.chain.bank.keeper.send(world.ctx, alice, taker, 9_500_000n);
    expect(world.delegate(taker, taker, 9_500_000n)).to.equal("ok");
    expect(world.unjail(taker)).to.equal("ok");
    world.end(7);
    expect(world.unjail(withholder)).to.equal("slashing/4");
    world.end();
    expect(world.unjail(withholder)).to.equal("ok");
    world.end();
  });
});
