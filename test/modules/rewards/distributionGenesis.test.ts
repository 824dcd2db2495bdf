/** What validators and delegators earn, in the genesis file. */
import { expect } from "chai";
import type { GenesisState } from "../../../proto/gen/aegis/rewards/v1/genesis.ts";
import { MsgSetWithdrawAddress } from "../../../proto/gen/cosmos/distribution/v1beta1/tx.ts";
import { moduleAddress } from "../../../app/lib/address.ts";
import { refusal, type TestContext, testContext } from "../../kit/context.ts";
import { addressFor, brokenInvariants } from "../../kit/modules.ts";
import { alice, bob, carol } from "../staking/world.ts";
import { EarningWorld } from "./world.ts";

/** A world in the middle of an epoch, with something of everything. */
function busy(): EarningWorld {
  const world = new EarningWorld();
  const [first, second] = [world.operator(0), world.operator(1)];
  world.delegate(alice, first, 7_000_001n);
  world.delegate(bob, second, 3n);
  world.endEpoch();
  world.attest([0, 1, 2]);
  world.slash(first, "0.05");
  world.withdraw(alice, first);
  world.sendRewards(MsgSetWithdrawAddress, { delegatorAddress: bob, withdrawAddress: carol });
  world.endEpoch();
  world.attest([1, 3]);
  world.endEpoch();
  world.end(2);
  return world;
}

/** The other modules of `world` begun from their exports; rewards is not. */
function othersOf({ chain, staking, ctx }: EarningWorld): TestContext {
  const again = testContext({ height: 0n });
  chain.auth.genesis.init(again, chain.auth.genesis.export(ctx));
  chain.bank.genesis.init(again, chain.bank.genesis.export(ctx));
  staking.genesis.init(again, staking.genesis.export(ctx));
  return again;
}

describe("rewards of delegations in the genesis", () => {
  const world = busy();
  const { rewards, ctx } = world;
  const exported = rewards.genesis.export(ctx);

  it("have something of everything", () => {
    const lists = Object.entries(exported).filter(([, value]) => Array.isArray(value));
    const empty = lists.filter(([, list]) => (list as unknown[]).length === 0);
    expect(empty.map(([name]) => name)).to.deep.equal(["queue", "forfeitures"]);
    expect(exported.communityPool).not.to.equal("0");
    expect(exported.tally?.seats).to.have.length(4);
  });

  it("are exported as they were given, through JSON", () => {
    const { codec } = rewards.genesis;
    const read = codec.fromJson(JSON.parse(JSON.stringify(codec.toJson(exported))));
    rewards.genesis.validate(read);
    const again = othersOf(world);
    rewards.genesis.init(again, read);
    expect(rewards.genesis.export(again)).to.deep.equal(exported);
    expect(again.state.dump()["rewards"]).to.deep.equal(ctx.state.dump()["rewards"]);
    expect(brokenInvariants(again, rewards)).to.deep.equal([]);
  });

  it("begin with nothing where the genesis knows nothing", () => {
    const fresh = new EarningWorld();
    const { validators, startingInfos } = fresh.rewards.genesis.export(fresh.ctx);
    expect(validators).to.have.length(4);
    expect(validators.map(({ outstanding }) => outstanding)).to.deep.equal(["0", "0", "0", "0"]);
    expect(startingInfos.map(({ stake }) => stake)).to.deep.equal(
      new Array<string>(4).fill(`10000000${"0".repeat(18)}`),
    );
  });

  const [validator] = exported.validators;
  const [info] = exported.startingInfos;
  const [end] = exported.historical;
  const [slash] = exported.slashes;
  const [pool] = exported.standby;
  const [chunk] = exported.chunks;
  if (!validator || !info || !end || !slash || !pool || !chunk) throw new Error("a list is empty");
  const { validators, startingInfos, historical, slashes, standby, chunks } = exported;

  const malformed: readonly [string, Partial<GenesisState>][] = [
    ["a validator twice", { validators: [...validators, validator] }],
    ["a validator that is no account", { validators: [{ ...validator, operator: "a" }] }],
    ["a slot beyond all", { validators: [{ ...validator, slot: 48_000 }] }],
    ["a validator without a period", { validators: [{ ...validator, period: 0n }] }],
    ["what is no decimal", { validators: [{ ...validator, current: "1.5" }] }],
    ["less outstanding than earned", { validators: [{ ...validator, outstanding: "0" }] }],
    ["an end twice", { historical: [...historical, end] }],
    ["a delegation twice", { startingInfos: [...startingInfos, info] }],
    ["a stake that is no decimal", { startingInfos: [{ ...info, stake: "" }] }],
    ["a slash of more than all", { slashes: [{ ...slash, fraction: `2${"0".repeat(18)}` }] }],
    ["a slash twice", { slashes: [...slashes, slash] }],
    ["a part of nothing", { standby: [{ ...pool, amount: 0n }] }],
    ["more paid than there is", { standby: [{ ...pool, included: pool.amount + 1n }] }],
    ["an epoch's part twice", { standby: [...standby, pool] }],
    ["a short chunk", { chunks: [{ ...chunk, rewards: new Uint8Array(8).fill(1) }] }],
    ["a chunk twice", { chunks: [...chunks, chunk] }],
    ["an empty chunk", { chunks: [{ ...chunk, rewards: new Uint8Array(2_048) }] }],
    ["a chunk beyond all", { chunks: [{ ...chunk, chunk: 188 }] }],
    ["a pool that is no decimal", { communityPool: "-1" }],
    ["a redirection from nobody", { withdrawAddresses: [{ delegator: "", address: alice }] }],
    [
      "a seat without an address",
      { tally: { seats: [{ consensusAddress: new Uint8Array(3), proposed: 1, signed: 0 }] } },
    ],
  ];
  for (const [name, part] of malformed) {
    it(`refuse ${name}`, () => {
      expect(refusal(() => rewards.genesis.validate({ ...exported, ...part }))).to.equal(
        "rewards/4",
      );
    });
  }

  const unfit: readonly [string, Partial<GenesisState>][] = [
    ["an account that holds another sum", { communityPool: `1${"0".repeat(18)}` }],
    ["a standby part that is not there", { standby: [{ ...pool, amount: pool.amount + 1n }] }],
    ["a delegation that does not earn", { startingInfos: startingInfos.slice(1) }],
    ["one of nobody", { startingInfos: [...startingInfos, { ...info, delegator: carol }] }],
    [
      "an end that something begins at and is not kept",
      { historical: historical.filter(({ references }) => references !== 1) },
    ],
    ["an end with too many references", { historical: [{ ...end, references: 9 }] }],
    ["a validator at another slot", { validators: [{ ...validator, slot: 77 }] }],
    [
      "rewards to a module's account",
      { withdrawAddresses: [{ delegator: alice, address: moduleAddress("distribution") }] },
    ],
    [
      "a validator that staking does not know",
      { validators: [...validators, { ...validator, operator: addressFor("x"), slot: 9 }] },
    ],
  ];
  for (const [name, part] of unfit) {
    it(`refuse ${name}, when they begin`, () => {
      const genesis = { ...exported, ...part };
      rewards.genesis.validate(genesis);
      expect(refusal(() => rewards.genesis.init(othersOf(world), genesis))).to.equal("rewards/4");
    });
  }
});
