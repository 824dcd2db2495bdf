/** What a validator's faults cost its licences, on the whole application. */
import { expect } from "chai";
import { moduleAddress } from "../../../app/lib/address.ts";
import type { SlashingKeeper } from "../../../modules/slashing/index.ts";
import { Query as RewardsQuery } from "../../../proto/gen/aegis/rewards/v1/query.ts";
import { Query as SlashingQuery } from "../../../proto/gen/aegis/slashing/v1/query.ts";
import { Query as StakingQuery } from "../../../proto/gen/aegis/staking/v1/query.ts";
import { MsgAddValidatorLicence } from "../../../proto/gen/aegis/staking/v1/tx.ts";
import { LICENCE, LicenceWorld, validator, type WorldOptions } from "./world.ts";

/** The first validator signed two checkpoints of the epoch that it began with two licences. */
function buried(options: WorldOptions = {}): LicenceWorld {
  const world = new LicenceWorld(options);
  for (const number of [21, 22]) {
    const message = { operator: validator, number };
    expect(world.send("staking", MsgAddValidatorLicence, message)).to.equal(undefined);
  }
  world.blocks(5);
  const { doubleAttestation } = world.keeper<SlashingKeeper>("slashing");
  doubleAttestation(world.ctx, { operator: validator, epoch: 1n });
  return world;
}

describe("a fault of a validator with licences", () => {
  it("takes the operator's tokens, then whole licences, whose tokens become rewards", () => {
    const world = buried();
    const pool = world.query("rewards", RewardsQuery.Pending).pool;
    expect(pool).to.equal(LICENCE);
    expect(world.balance(moduleAddress("slashing"))).to.equal(0n);
    const asked = { operator: validator };
    const { slashes } = world.query("slashing", SlashingQuery.ValidatorSlashes, asked);
    // 5 % of 2,010 ASI are 100.5, of which its own ten are too few: one licence pays the rest.
    expect(slashes.map(({ power, liquidated }) => [power, liquidated])).to.deep.equal([
      [2_010n, [21]],
    ]);
    expect(slashes[0]?.burned).to.equal(10_000_000n);
    const { totals } = world.query("slashing", SlashingQuery.Totals);
    expect(totals).to.include({ liquidatedLicences: 1n, validatorBurned: 10_000_000n });
    const { validator: record } = world.query("staking", StakingQuery.Validator, asked);
    expect(record).to.include({ tokens: 0n, licences: 1, licenceStake: LICENCE });
    world.block();
  });

  it("suspends licences on a test network", () => {
    const world = buried({ staking: { testnet: true } });
    const { slashes } = world.query("slashing", SlashingQuery.ValidatorSlashes);
    expect(slashes[0]?.suspended).to.deep.equal([21]);
    expect(world.query("rewards", RewardsQuery.Pending).pool).to.equal(0n);
    world.block();
  });
});
