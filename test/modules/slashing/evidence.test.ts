/** Validators that signed twice: who pays what, what evidence is ignored, and that it is for ever. */
import { expect } from "chai";
import { consensusAddress } from "../../../app/lib/address.ts";
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
  it("takes the same part of delegations, unbondings and what moved since, and of no others", () => {
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
    expect(world.validator(operator).tokens).to.equal(17_000_000n - 900_000n + 50_000n);
    expect(world.validator(other).tokens).to.equal(11_900_000n);
  });
});
