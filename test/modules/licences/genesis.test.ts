/** Licences in genesis: 48,000 and no more, what is refused, and export of an init. */
import { expect } from "chai";
import { stakingModule } from "../../../modules/staking/index.ts";
import { GenesisState } from "../../../proto/gen/aegis/staking/v1/genesis.ts";
import { Query } from "../../../proto/gen/aegis/staking/v1/query.ts";
import {
  type Licence,
  LicenceTotals,
  LicenceUse,
} from "../../../proto/gen/aegis/staking/v1/staking.ts";
import { MsgAddValidatorLicence } from "../../../proto/gen/aegis/staking/v1/tx.ts";
import { MsgAddNodeLicence, MsgRemoveNodeLicence } from "../../../proto/gen/aegis/tasks/v1/tx.ts";
import { coinChain } from "../../kit/coinChain.ts";
import { refusal, testContext } from "../../kit/context.ts";
import { addressFor, ask, brokenInvariants } from "../../kit/modules.ts";
import { aloneDeps } from "../staking/fixtures.ts";
import {
  freeLicence,
  LICENCE,
  LICENCES,
  LicenceWorld,
  node,
  operator,
  stakingGenesis,
  validator,
} from "./world.ts";

/** Initialising or exporting 48,000 takes about a second; a machine that is busy gets more. */
const ENOUGH_MS = 20_000;

const owner = addressFor("owner");
const chain = coinChain();
const staking = stakingModule(aloneDeps(chain.bank.keeper));

function many(count: number): Licence[] {
  return Array.from({ length: count }, (_, at) => freeLicence(at + 1, owner));
}

function codeOf(change: Partial<GenesisState>): string {
  const licences = change.licences ?? LICENCES;
  const totals = LicenceTotals.create({ issued: licences.length });
  const genesis = { ...stakingGenesis(), licenceTotals: totals, ...change };
  return refusal(() => staking.genesis.validate(genesis));
}

describe("licences in genesis", () => {
  it("are 48,000 at most", () => {
    staking.genesis.validate(stakingGenesis({ licences: many(48_000) }));
    expect(codeOf({ licences: many(48_001) })).to.equal("staking/104");
    const issued = { issued: 48_001, liquidated: 48_001 - LICENCES.length, redeemed: 0 };
    expect(codeOf({ licenceTotals: issued })).to.equal("staking/104");
  });

  const first = freeLicence(1, owner);
  const behind = { ...first, use: LicenceUse.LICENCE_USE_NODE, backs: owner };
  const own = freeLicence(1, validator);
  const ofValidator = { ...own, use: LicenceUse.LICENCE_USE_VALIDATOR, backs: validator };
  const thousand = many(1_001).map((one) => ({ ...behind, number: one.number }));
  const cases: readonly [string, Partial<GenesisState>][] = [
    ["a number twice", { licences: [first, first] }],
    ["numbers out of order", { licences: [freeLicence(2, owner), first] }],
    ["number 0", { licences: [freeLicence(0, owner)] }],
    ["number 48,001", { licences: [freeLicence(48_001, owner)] }],
    ["an owner that is no address", { licences: [freeLicence(1, "owner")] }],
    ["no use", { licences: [{ ...first, use: 0 }] }],
    ["an unknown use", { licences: [{ ...first, use: 9 }] }],
    ["nothing that is backed all the same", { licences: [{ ...first, backs: owner }] }],
    ["a release from nothing", { licences: [{ ...first, releasingUntilMs: 5n }] }],
    ["a node that is no address", { licences: [{ ...behind, backs: "node" }] }],
    ["a validator that there is not", { licences: [{ ...ofValidator, owner, backs: owner }] }],
    ["a validator of another", { licences: [{ ...ofValidator, owner }] }],
    ["a validator that does not say so", { licences: [ofValidator] }],
    ["too many behind one node", { licences: thousand }],
    ["no stake of a licence", { licenceStake: 0n }],
    ["more stake than an amount", { licenceStake: 2n ** 63n / 48_000n + 1n }],
    ["totals that say otherwise", { licenceTotals: LicenceTotals.create({ issued: 22 }) }],
  ];
  for (const [name, change] of cases) {
    it(`refuses ${name}`, () => expect(codeOf(change)).to.equal("staking/104"));
  }

  it("take a validator that says what is behind it", () => {
    const genesis = stakingGenesis({ licences: [ofValidator] });
    const validators = genesis.validators.map((one) =>
      one.operator === validator ? { ...one, licences: 1, licenceStake: LICENCE } : one,
    );
    staking.genesis.validate({ ...genesis, validators });
  });

  it("need exactly their tokens", () => {
    expect(refusal(() => new LicenceWorld({ tokens: 23n * LICENCE - 1n }))).to.equal("staking/104");
    expect(refusal(() => new LicenceWorld({ tokens: 23n * LICENCE + 1n }))).to.equal("staking/104");
  });

  it("behind a node that does not say so stop the chain from starting", () => {
    const licence = { ...behind, owner: operator.address, backs: node.address };
    expect(refusal(() => new LicenceWorld({ licences: [licence] }))).to.equal("tasks/51");
    const stranger = { ...licence, backs: owner };
    expect(refusal(() => new LicenceWorld({ licences: [stranger] }))).to.equal("tasks/51");
  });
});

describe("export of licences", () => {
  it("is what a new chain takes, in the middle of everything", () => {
    const world = new LicenceWorld({ staking: { testnet: true } });
    world.send("staking", MsgAddValidatorLicence, { operator: validator, number: 21 });
    for (const licence of [1, 2, 3]) {
      const message = { operator: operator.address, node: node.address, licence };
      world.send("tasks", MsgAddNodeLicence, message);
      if (licence === 3) world.send("tasks", MsgRemoveNodeLicence, message);
    }
    // Of 2,000 ASI and three licences: the tokens, and one licence is suspended.
    world.slash(600_000n);
    world.block();
    const { manager } = world;
    const exported = JSON.parse(JSON.stringify(manager.exportGenesis(world.ctx)));
    manager.validateGenesis(exported);
    const ctx = testContext({ height: 0n });
    manager.initGenesis(ctx, exported);
    expect(manager.brokenInvariants(ctx)).to.deep.equal([]);
    expect(JSON.parse(JSON.stringify(manager.exportGenesis(ctx)))).to.deep.equal(exported);
  });
});

describe("48,000 licences", () => {
  it("are initialised, paged, checked and exported in seconds", () => {
    const licences = many(48_000);
    const { ctx, bank } = coinChain({
      bonded_tokens_pool: 30_000_000n,
      staking_licences: 48_000n * LICENCE,
    });
    const full = stakingModule(aloneDeps(bank.keeper));
    const json = GenesisState.toJson(stakingGenesis({ licences }));
    const start = performance.now();
    const genesis = GenesisState.fromJson(json);
    full.genesis.validate(genesis);
    full.genesis.init(ctx, genesis);
    const started = performance.now();
    const exported = full.genesis.export(ctx);
    const ended = performance.now();
    expect(exported.licences.length).to.equal(48_000);
    expect(started - start).to.be.lessThan(ENOUGH_MS);
    expect(ended - started).to.be.lessThan(ENOUGH_MS);
    expect(ask(full, ctx, Query.Licences, { owner }).licences.length).to.equal(100);
    expect(brokenInvariants(ctx, full)).to.deep.equal([]);
  });
});
