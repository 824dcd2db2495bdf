/** Licences behind validators: power, refusals, the way back, redemption, queries. */
import { expect } from "chai";
import { moduleAddress } from "../../../app/lib/address.ts";
import type { BankKeeper } from "../../../modules/bank/index.ts";
import { penalise, slashableStake } from "../../../modules/staking/licenceFaults.ts";
import { Query } from "../../../proto/gen/aegis/staking/v1/query.ts";
import { LicenceUse } from "../../../proto/gen/aegis/staking/v1/staking.ts";
import {
  MsgAddValidatorLicence,
  MsgRedeemLicence,
  MsgRemoveValidatorLicence,
} from "../../../proto/gen/aegis/staking/v1/tx.ts";
import { MsgAddNodeLicence } from "../../../proto/gen/aegis/tasks/v1/tx.ts";
import { sha256, utf8 } from "../../../app/lib/bytes.ts";
import { BondStatus, Description } from "../../../proto/gen/cosmos/staking/v1beta1/staking.ts";
import { MsgCreateValidator } from "../../../proto/gen/cosmos/staking/v1beta1/tx.ts";
import { anyKey, rate, valoper } from "../staking/world.ts";
import { powerInSet } from "../../../modules/staking/validatorSets.ts";
import { aloneDeps } from "../staking/fixtures.ts";
import { refusal } from "../../kit/context.ts";
import {
  FUNDS,
  freeLicence,
  LICENCE,
  LicenceWorld,
  node,
  operator,
  other,
  validator,
} from "./world.ts";

const NO_LICENCE = "staking/108";
const IN_USE = "staking/109";
const ELSEWHERE = "staking/111";
const RELEASING = "staking/112";
const DISABLED = "staking/114";

function add(world: LicenceWorld, number: number, who: string = validator): string | undefined {
  return world.send("staking", MsgAddValidatorLicence, { operator: who, number });
}

function remove(world: LicenceWorld, number: number, who: string = validator): string | undefined {
  return world.send("staking", MsgRemoveValidatorLicence, { operator: who, number });
}

function redeem(world: LicenceWorld, number: number, owner: string): string | undefined {
  return world.send("staking", MsgRedeemLicence, { owner, number });
}

/** Power of the validator in the coming validator set. */
function powerOf(world: LicenceWorld): number {
  const { validator: record } = world.query("staking", Query.Validator, { operator: validator });
  return powerInSet(world.ctx, record?.slot ?? 0);
}

describe("licences behind validators", () => {
  it("are stake at once, and CometBFT is told nothing", () => {
    const world = new LicenceWorld();
    expect(add(world, 21)).to.equal(undefined);
    expect(add(world, 22)).to.equal(undefined);
    expect(powerOf(world)).to.equal(2_010);
    world.block();
    expect(world.updates).to.deep.equal([]);
    const { validator: record } = world.query("staking", Query.Validator, { operator: validator });
    expect([record?.licences, record?.licenceStake]).to.deep.equal([2, 2n * LICENCE]);
    expect(world.licence(21)).to.include({
      use: LicenceUse.LICENCE_USE_VALIDATOR,
      backs: validator,
    });
  });

  it("count no more as soon as they are taken back, and are free after unbonding", () => {
    const world = new LicenceWorld();
    add(world, 21);
    world.block();
    expect(remove(world, 21)).to.equal(undefined);
    expect(remove(world, 21)).to.equal(RELEASING);
    expect(add(world, 21)).to.equal(IN_USE);
    expect(powerOf(world)).to.equal(10);
    world.block();
    const { releasingUntilMs } = world.licence(21);
    while (world.ctx.block.clockMs < releasingUntilMs) {
      expect(world.licence(21).backs).to.equal(validator);
      world.block();
    }
    world.block();
    expect(world.licence(21)).to.include({
      use: LicenceUse.LICENCE_USE_NOTHING,
      backs: "",
      releasingUntilMs: 0n,
    });
    expect(add(world, 21)).to.equal(undefined);
  });

  it("are refused to strangers, twice, and where they are not", () => {
    const world = new LicenceWorld();
    expect(add(world, 21, operator.address)).to.equal("staking/105");
    expect(add(world, 21, "operator")).to.equal("staking/107");
    expect(add(world, 1)).to.equal(NO_LICENCE);
    expect(add(world, 0)).to.equal(NO_LICENCE);
    expect(add(world, 48_001)).to.equal(NO_LICENCE);
    expect(add(world, 21)).to.equal(undefined);
    expect(add(world, 21)).to.equal(IN_USE);
    expect(remove(world, 22)).to.equal(ELSEWHERE);
    expect(remove(world, 1)).to.equal(NO_LICENCE);
    expect(remove(world, 1, "")).to.equal("staking/107");
    const behindNode = { operator: operator.address, node: node.address, licence: 1 };
    expect(world.send("tasks", MsgAddNodeLicence, behindNode)).to.equal(undefined);
    expect(remove(world, 1, operator.address)).to.equal(ELSEWHERE);
    world.block();
  });
});

describe("a validator that stands on licences alone", () => {
  const creation = (account: string, minSelfDelegation: string) =>
    MsgCreateValidator.create({
      description: Description.create({ moniker: "licensed" }),
      commission: { rate: rate("0.1"), maxRate: rate("0.2"), maxChangeRate: rate("0.01") },
      minSelfDelegation,
      validatorAddress: valoper(account),
      pubkey: anyKey(sha256(utf8("licensed"))),
      value: { denom: "uasi", amount: "1" },
    });

  it("needs one uasi, is bonded by its first licence and unbonds without it", () => {
    const world = new LicenceWorld();
    const own = operator.address;
    expect(world.send("staking", MsgCreateValidator, creation(own, "1"))).to.equal(undefined);
    const status = (): BondStatus | undefined =>
      world.query("staking", Query.Validator, { operator: own }).validator?.status;
    expect(status()).to.equal(BondStatus.BOND_STATUS_UNBONDED);
    expect(add(world, 1, own)).to.equal(undefined);
    expect(status()).to.equal(BondStatus.BOND_STATUS_BONDED);
    world.block();
    expect(remove(world, 1, own)).to.equal(undefined);
    expect(status()).to.equal(BondStatus.BOND_STATUS_UNBONDING);
    world.block();
  });

  it("is refused to whoever has no licence", () => {
    const world = new LicenceWorld({ licences: [freeLicence(1, validator)] });
    const refused = world.send("staking", MsgCreateValidator, creation(operator.address, "1"));
    expect(refused).to.equal("staking/16");
  });
});

describe("a fault of a validator with licences", () => {
  const backed = { use: LicenceUse.LICENCE_USE_VALIDATOR, address: validator };
  const faulty = (testnet: boolean) => {
    const world = new LicenceWorld({ staking: { testnet } });
    add(world, 21);
    add(world, 22);
    world.blocks(3);
    const deps = aloneDeps(world.keeper<BankKeeper>("bank"));
    const penalty = penalise(deps, world.ctx, backed, LICENCE + 1n, "rewards_pool");
    return { world, penalty };
  };

  it("costs power and licences on the main network", () => {
    const { world, penalty } = faulty(false);
    expect(penalty).to.deep.equal({ liquidated: [21, 22], suspended: [], tokens: 2n * LICENCE });
    expect(powerOf(world)).to.equal(10);
    expect(world.balance(moduleAddress("rewards_pool"))).to.equal(2n * LICENCE);
  });

  it("costs power for some epochs on a test network", () => {
    const { world, penalty } = faulty(true);
    expect(penalty).to.deep.equal({ liquidated: [], suspended: [21, 22], tokens: 0n });
    expect(powerOf(world)).to.equal(10);
    world.blocks(10);
    expect(powerOf(world)).to.equal(2_010);
  });

  it("cannot cost more than is there", () => {
    const world = new LicenceWorld();
    const deps = aloneDeps(world.keeper<BankKeeper>("bank"));
    expect(slashableStake(world.ctx, backed)).to.equal(0n);
    const take = () => penalise(deps, world.ctx, backed, 1n, "rewards_pool");
    expect(take).to.throw("cannot pay more");
  });
});

describe("MsgRedeemLicence", () => {
  it("is refused until an upgrade allows it", () => {
    expect(redeem(new LicenceWorld(), 23, other.address)).to.equal(DISABLED);
  });

  it("burns the licence and pays its owner; no supply is made", () => {
    const world = new LicenceWorld({ staking: { redemptionEnabled: true } });
    const supply = world.supply();
    add(world, 21);
    expect(redeem(world, 21, validator)).to.equal(IN_USE);
    expect(redeem(world, 23, validator)).to.equal(NO_LICENCE);
    expect(redeem(world, 23, "")).to.equal("staking/107");
    expect(redeem(world, 23, other.address)).to.equal(undefined);
    expect(redeem(world, 23, other.address)).to.equal(NO_LICENCE);
    expect(world.balance(other.address)).to.equal(FUNDS + LICENCE);
    expect(world.supply()).to.equal(supply);
    const { totals, licenceStake } = world.query("staking", Query.LicenceTotals);
    expect(totals).to.deep.equal({ issued: 23, liquidated: 0, redeemed: 1 });
    expect(licenceStake).to.equal(LICENCE);
    world.block();
  });
});

describe("queries of licences", () => {
  const world = new LicenceWorld();

  it("answer one, all, and those of an owner, in pages", () => {
    expect(world.query("staking", Query.Licences).licences.length).to.equal(23);
    const of = (owner: string, key?: Uint8Array) =>
      world.query("staking", Query.Licences, {
        owner,
        pagination: {
          key: key ?? new Uint8Array(0),
          offset: 0n,
          limit: 15n,
          countTotal: key === undefined,
          reverse: false,
        },
      });
    const first = of(operator.address);
    expect(first.licences.map(({ number }) => number)).to.deep.equal(
      Array.from({ length: 15 }, (_, at) => at + 1),
    );
    expect(first.pagination?.total).to.equal(20n);
    const second = of(operator.address, first.pagination?.nextKey);
    expect(second.licences.map(({ number }) => number)).to.deep.equal([16, 17, 18, 19, 20]);
    expect(of(validator).licences.length).to.equal(2);
  });

  it("refuse what is not there", () => {
    expect(refusal(() => world.licence(24))).to.equal(NO_LICENCE);
    const bad = () => world.query("staking", Query.Licences, { owner: "nobody" });
    expect(refusal(bad)).to.equal("staking/107");
  });
});
