/** What a fault costs a node with licences, in both modes. */
import { expect } from "chai";
import fc from "fast-check";
import { moduleAddress } from "../../../app/lib/address.ts";
import { nodeSlashed } from "../../../modules/slashing/index.ts";
import {
  licenceLiquidated,
  licenceReinstated,
  licenceSuspended,
} from "../../../modules/staking/index.ts";
import { Query as RewardsQuery } from "../../../proto/gen/aegis/rewards/v1/query.ts";
import { Query as SlashingQuery } from "../../../proto/gen/aegis/slashing/v1/query.ts";
import { Query as StakingQuery } from "../../../proto/gen/aegis/staking/v1/query.ts";
import { MsgRedeemLicence } from "../../../proto/gen/aegis/staking/v1/tx.ts";
import {
  MsgAddNodeLicence,
  MsgRemoveNodeLicence,
  MsgUnregisterNode,
} from "../../../proto/gen/aegis/tasks/v1/tx.ts";
import { refusal } from "../../kit/context.ts";
import {
  FUNDS,
  LICENCE,
  LicenceWorld,
  NODE_STAKE,
  node,
  operator,
  other,
  type WorldOptions,
} from "./world.ts";

const TESTNET: WorldOptions = { staking: { testnet: true } };

/** A world in which the first `count` licences are behind the node. */
function licensed(count: number, options: WorldOptions = {}): LicenceWorld {
  const world = new LicenceWorld(options);
  for (let licence = 1; licence <= count; licence += 1) add(world, licence);
  return world;
}

function add(world: LicenceWorld, licence: number): void {
  const message = { operator: operator.address, node: node.address, licence };
  expect(world.send("tasks", MsgAddNodeLicence, message)).to.equal(undefined);
}

function remove(world: LicenceWorld, licence: number): void {
  const message = { operator: operator.address, node: node.address, licence };
  expect(world.send("tasks", MsgRemoveNodeLicence, message)).to.equal(undefined);
}

function pool(world: LicenceWorld): bigint {
  return world.query("rewards", RewardsQuery.Pending).pool;
}

describe("a fault of a node with licences on the main network", () => {
  it("takes tokens first: while these pay, no licence is touched", () => {
    const world = licensed(18);
    // A tenth of 20,000 ASI is all that the node has of its own.
    expect(world.slash(100_000n, [other.address])).to.equal(NODE_STAKE);
    expect(world.node()).to.include({ stake: 0n, licences: 18, licenceStake: 18n * LICENCE });
    expect(world.balance(other.address)).to.equal(FUNDS + NODE_STAKE / 2n);
    expect(pool(world)).to.equal(0n);
    world.block();
  });

  it("liquidates what the tokens cannot pay, rounded up to whole licences", () => {
    const world = licensed(18);
    const supply = world.supply();
    // Half of 20,000 ASI: 2,000 in tokens, 8 licences.
    expect(world.slash(500_000n, [other.address])).to.equal(NODE_STAKE);
    expect(world.node()).to.include({ stake: 0n, licences: 10, licenceStake: 10n * LICENCE });
    expect(world.ctx.emitted(licenceLiquidated).map(({ number }) => number)).to.deep.equal([
      1, 2, 3, 4, 5, 6, 7, 8,
    ]);
    expect(refusal(() => world.licence(8))).to.equal("staking/108");
    // Their tokens are nobody's share and are not burned.
    expect(pool(world)).to.equal(8n * LICENCE);
    expect(world.balance(moduleAddress("slashing"))).to.equal(0n);
    expect(world.balance(other.address)).to.equal(FUNDS + NODE_STAKE / 2n);
    expect(world.supply()).to.equal(supply - NODE_STAKE / 2n);
    world.block();
    // One millionth of 10,000 ASI costs a licence all the same.
    expect(world.slash(1n)).to.equal(0n);
    expect(world.node().licences).to.equal(9);
    const { totals } = world.query("staking", StakingQuery.LicenceTotals);
    expect(totals).to.deep.equal({ issued: 23, liquidated: 9, redeemed: 0 });
    world.block();
  });

  it("is recorded with the licences", () => {
    const world = licensed(2);
    world.slash(1_000_000n);
    const [event] = world.ctx.emitted(nodeSlashed);
    expect(event?.liquidated).to.deep.equal([1, 2]);
    const { slashes } = world.query("slashing", SlashingQuery.Slashes, { node: node.address });
    expect(slashes[0]).to.deep.include({ amount: NODE_STAKE, liquidated: [1, 2], suspended: [] });
    const { totals } = world.query("slashing", SlashingQuery.Totals);
    expect(totals).to.include({ liquidatedLicences: 2n, suspendedLicences: 0n });
    expect(world.node()).to.include({ stake: 0n, licences: 0, licenceStake: 0n });
    world.block();
  });

  it("reaches licences that are being taken back, and those of a node on its way out", () => {
    const world = licensed(4);
    remove(world, 1);
    world.block();
    // 2,000 + 4 × 1,000 ASI, although three licences count.
    world.slash(500_000n);
    expect(world.node()).to.include({ stake: 0n, licences: 3, licenceStake: 3n * LICENCE });
    expect(refusal(() => world.licence(1))).to.equal("staking/108");
    world.send("tasks", MsgUnregisterNode, { operator: operator.address, node: node.address });
    world.block();
    world.slash(1_000_000n);
    expect(world.node().licences).to.equal(0);
    expect(pool(world)).to.equal(4n * LICENCE);
    world.blocks(303);
    expect(world.balance(operator.address)).to.equal(FUNDS);
  });
});

describe("a fault of a node with licences on a test network", () => {
  it("suspends instead: nothing is liquidated, and they count again after some epochs", () => {
    const world = licensed(18, TESTNET);
    expect(world.slash(500_000n)).to.equal(NODE_STAKE);
    expect(world.node()).to.include({ stake: 0n, licences: 18, licenceStake: 10n * LICENCE });
    expect(world.ctx.emitted(licenceSuspended).length).to.equal(8);
    expect(world.licence(8).suspendedUntilEpoch).to.equal(2n);
    expect(pool(world)).to.equal(0n);
    const { slashes } = world.query("slashing", SlashingQuery.Slashes, { node: node.address });
    expect(slashes[0]?.suspended).to.deep.equal([1, 2, 3, 4, 5, 6, 7, 8]);
    while (world.ctx.block.epoch < 2n) world.block();
    expect(world.node().licenceStake).to.equal(10n * LICENCE);
    world.block();
    expect(world.ctx.emitted(licenceReinstated).length).to.equal(8);
    expect(world.node()).to.include({ licences: 18, licenceStake: 18n * LICENCE });
    expect(world.licence(8).suspendedUntilEpoch).to.equal(0n);
  });

  it("does not reach suspended ones again", () => {
    const world = licensed(3, TESTNET);
    world.slash(1_000_000n);
    expect(world.node()).to.include({ stake: 0n, licences: 3, licenceStake: 0n });
    expect(world.slash(1_000_000n)).to.equal(0n);
    expect(world.ctx.emitted(licenceSuspended).length).to.equal(3);
    world.block();
  });

  it("follows a licence that leaves its node, which can neither be used nor redeemed", () => {
    const staking = { testnet: true, redemptionEnabled: true, licenceSuspensionEpochs: 100 };
    const world = licensed(1, { staking });
    world.slash(1_000_000n);
    world.send("tasks", MsgUnregisterNode, { operator: operator.address, node: node.address });
    world.blocks(305);
    expect(world.licence(1)).to.include({ backs: "", suspendedUntilEpoch: 100n });
    const redeem = { owner: operator.address, number: 1 };
    expect(world.send("staking", MsgRedeemLicence, redeem)).to.equal("staking/110");
    while (world.ctx.block.epoch < 100n) world.block();
    world.block();
    expect(world.send("staking", MsgRedeemLicence, redeem)).to.equal(undefined);
    world.block();
  });

  it("forfeits the emission that waits for the operator, and nobody else's", () => {
    const world = licensed(2, TESTNET);
    const calculation = {
      fee: 1_000n,
      referenceFee: 1_000n,
      executors: [operator.address],
      verifiers: [other.address],
    };
    world.rewards().recordFinal(world.ctx, calculation);
    world.slash(1_000_000n);
    world.rewards().recordFinal(world.ctx, calculation);
    while (!world.ctx.block.isEpochEnd) world.block();
    world.block();
    // 700 of 1,000 uasi are the executor's: of the second calculation only.
    expect(world.balance(operator.address)).to.equal(FUNDS + 700n);
    expect(world.balance(other.address)).to.equal(FUNDS + 600n);
    const { totals } = world.query("rewards", RewardsQuery.Totals);
    expect(totals).to.include({ taskMinted: 1_300n, forfeited: 700n });
    // The mark goes when nothing is left that waited before it.
    world.rewards().recordFinal(world.ctx, calculation);
    world.blocks(Number(2n * 5n));
    expect(world.balance(operator.address)).to.equal(FUNDS + 1_400n);
  });
});

describe("faults of any kind", () => {
  it("lose no coin: supply falls by what is burned, in both modes", () => {
    const fault = fc.record({ fraction: fc.bigInt(0n, 1_000_000n), isShared: fc.boolean() });
    fc.assert(
      fc.property(
        fc.boolean(),
        fc.nat({ max: 18 }),
        fc.array(fault, { maxLength: 6 }),
        (testnet, count, faults) => {
          const world = licensed(count, { staking: { testnet } });
          const supply = world.supply();
          for (const { fraction, isShared } of faults) {
            world.slash(fraction, isShared ? [other.address] : []);
            world.block();
          }
          const { totals } = world.query("slashing", SlashingQuery.Totals);
          const minted = world.query("rewards", RewardsQuery.Totals).totals?.validatorsMinted;
          const burned = totals?.burned ?? 0n;
          expect(world.supply()).to.equal(supply - burned + (minted ?? 0n));
          const liquidated = totals?.liquidatedLicences ?? 0n;
          expect(pool(world)).to.equal(liquidated * LICENCE);
          expect(liquidated === 0n || !testnet).to.equal(true);
        },
      ),
      { numRuns: 25 },
    );
  });
});
