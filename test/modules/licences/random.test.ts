/** Whatever comes in whatever order: books, indexes and supply stay exact, and export goes on. */
import { expect } from "chai";
import fc from "fast-check";
import { Query as RewardsQuery } from "../../../proto/gen/aegis/rewards/v1/query.ts";
import { Query as SlashingQuery } from "../../../proto/gen/aegis/slashing/v1/query.ts";
import {
  MsgAddValidatorLicence,
  MsgRedeemLicence,
  MsgRemoveValidatorLicence,
} from "../../../proto/gen/aegis/staking/v1/tx.ts";
import {
  MsgAddNodeLicence,
  MsgAddNodeStake,
  MsgRemoveNodeLicence,
  MsgUnregisterNode,
} from "../../../proto/gen/aegis/tasks/v1/tx.ts";
import { testContext } from "../../kit/context.ts";
import { freeLicence, LicenceWorld, node, operator, other, validator } from "./world.ts";

/** So few that the same ones meet often; the validator's operator has two of them. */
const LICENCES = [1, 2, 3, 4, 5, 6].map((number) =>
  freeLicence(number, number > 4 ? validator : operator.address),
);

const owners = [operator.address, validator, other.address];

const step = fc.record({
  kind: fc.nat(8),
  who: fc.nat(2),
  number: fc.nat({ max: 7 }),
  fraction: fc.constantFrom(1n, 50_000n, 400_000n, 900_000n, 1_000_000n),
});

type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

function play(world: LicenceWorld, { kind, who, number, fraction }: Step): void {
  const owner = owners[who] ?? "";
  const ofNode = { operator: owner, node: node.address, licence: number };
  const actions = [
    () => world.send("staking", MsgAddValidatorLicence, { operator: owner, number }),
    () => world.send("staking", MsgRemoveValidatorLicence, { operator: owner, number }),
    () => world.send("staking", MsgRedeemLicence, { owner, number }),
    () => world.send("tasks", MsgAddNodeLicence, ofNode),
    () => world.send("tasks", MsgRemoveNodeLicence, ofNode),
    () => world.send("tasks", MsgAddNodeStake, { ...ofNode, amount: 1_000_000_000n }),
    () => (world.hasNode() ? world.slash(fraction, [owner]) : undefined),
    () => world.rewards().recordFinal(world.ctx, final(owner)),
    () => (number > 0 ? undefined : world.send("tasks", MsgUnregisterNode, ofNode)),
  ];
  actions[kind]?.();
  world.blocks(number);
}

/** A calculation that can earn an epoch's whole emission. */
function final(executor: string) {
  const fee = 10n ** 9n;
  return { fee, referenceFee: fee, executors: [executor], verifiers: [operator.address] };
}

describe("licences at random", () => {
  it("keep every invariant after every block, and the supply", () => {
    fc.assert(
      fc.property(
        fc.boolean(),
        fc.array(step, { minLength: 10, maxLength: 40 }),
        (testnet, steps) => {
          const staking = { testnet, redemptionEnabled: true, unbondingTimeMs: 10_000n };
          const world = new LicenceWorld({ licences: LICENCES, staking });
          const supply = world.supply();
          for (const one of steps) play(world, one);
          world.block();
          const { totals } = world.query("rewards", RewardsQuery.Totals);
          const { totals: slashed } = world.query("slashing", SlashingQuery.Totals);
          const minted = (totals?.validatorsMinted ?? 0n) + (totals?.taskMinted ?? 0n);
          expect(world.supply()).to.equal(supply + minted - (slashed?.burned ?? 0n));
          const exported = JSON.parse(JSON.stringify(world.manager.exportGenesis(world.ctx)));
          const ctx = testContext({ height: 0n });
          world.manager.initGenesis(ctx, exported);
          expect(world.manager.brokenInvariants(ctx)).to.deep.equal([]);
          const again = world.manager.exportGenesis(ctx);
          expect(JSON.parse(JSON.stringify(again))).to.deep.equal(exported);
        },
      ),
      { numRuns: 15 },
    );
  });
});
