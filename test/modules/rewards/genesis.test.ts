/** Genesis and parameters of rewards. */
import { expect } from "chai";
import fc from "fast-check";
import type { GenesisState } from "../../../proto/gen/aegis/rewards/v1/genesis.ts";
import { Query } from "../../../proto/gen/aegis/rewards/v1/query.ts";
import { EpochRewards, type Params } from "../../../proto/gen/aegis/rewards/v1/rewards.ts";
import { MsgUpdateParams } from "../../../proto/gen/aegis/rewards/v1/tx.ts";
import { refusal, testContext } from "../../kit/context.ts";
import { addressFor, ask, brokenInvariants, deliver } from "../../kit/modules.ts";
import { rewardsChain } from "./fixtures.ts";

const a = addressFor("a");
const calculation = { fee: 5n, referenceFee: 5n, executors: [a], verifiers: [] };

describe("rewards genesis", () => {
  const { rewards } = rewardsChain();
  const open = EpochRewards.create({ epoch: 3n, fees: 5n, calculations: 1n });
  const queued = { epoch: 3n, index: 0n, calculation };
  const good = { ...rewards.genesis.defaults, epochs: [open], queue: [queued] };
  const cases: readonly [string, Partial<GenesisState>][] = [
    ["an epoch twice", { epochs: [open, open] }],
    ["a queue place twice", { queue: [queued, queued] }],
    ["a queue of an unknown epoch", { queue: [queued, { ...queued, epoch: 4n }] }],
    ["an epoch whose queue is short", { queue: [] }],
    ["a place that the epoch does not have", { queue: [{ ...queued, index: 1n }] }],
    ["fees that are not the sum", { epochs: [{ ...open, fees: 6n }] }],
    ["more paid than there is", { epochs: [{ ...open, paid: 2n }] }],
    ["payment before the end", { epochs: [{ ...open, paid: 1n }], queue: [] }],
    ["a calculation that is missing", { queue: [{ ...queued, calculation: undefined }] }],
    ["a fee of zero", { queue: [{ ...queued, calculation: { ...calculation, fee: 0n } }] }],
    ["nobody to pay", { queue: [{ ...queued, calculation: { ...calculation, executors: [] } }] }],
    [
      "a bad address",
      { queue: [{ ...queued, calculation: { ...calculation, executors: ["a"] } }] },
    ],
  ];
  it("takes an epoch with its queue", () => {
    rewards.genesis.validate(good);
  });
  for (const [name, part] of cases) {
    it(`refuses ${name}`, () => {
      expect(refusal(() => rewards.genesis.validate({ ...good, ...part }))).to.equal("rewards/4");
    });
  }

  it("exports what it was given, through JSON, in the middle of everything", () => {
    const fees = fc.array(fc.bigInt(1n, 10n ** 9n), { maxLength: 230 });
    fc.assert(
      fc.property(fees, fc.nat(3), (list, more) => {
        const chain = rewardsChain();
        for (const fee of list) {
          chain.rewards.keeper.recordFinal(chain.ctx, { ...calculation, fee });
        }
        chain.rewards.endBlock?.(chain.ctx.at({ isEpochEnd: true }));
        const next = chain.ctx.at({ epoch: 1n });
        for (let i = 0; i < more; i += 1) chain.rewards.keeper.recordFinal(next, calculation);
        const exported = chain.rewards.genesis.export(next);
        const { codec } = chain.rewards.genesis;
        const read = codec.fromJson(JSON.parse(JSON.stringify(codec.toJson(exported))));
        chain.rewards.genesis.validate(read);
        const again = testContext();
        chain.rewards.genesis.init(again, read);
        expect(chain.rewards.genesis.export(again)).to.deep.equal(exported);
        expect(again.state.dump()["rewards"]).to.deep.equal(next.state.dump()["rewards"]);
        expect(brokenInvariants(next, chain.rewards)).to.deep.equal([]);
      }),
      { numRuns: 12 },
    );
  });
});

describe("MsgUpdateParams of rewards", () => {
  const authority = addressFor("authority");
  const chain = rewardsChain({ block: { authority } });
  const defaults = chain.rewards.params?.defaults as Params;
  const set = (who: string, part: Partial<Params>) => () =>
    deliver(chain.rewards, chain.ctx, MsgUpdateParams, {
      authority: who,
      params: { ...defaults, ...part },
    });

  it("lets only the authority change them", () => {
    set(authority, { alphaMillionths: 600_000 })();
    expect(ask(chain.rewards, chain.ctx, Query.Params).params?.alphaMillionths).to.equal(600_000);
    expect(refusal(set(a, {}))).to.equal("rewards/2");
    const empty = () => deliver(chain.rewards, chain.ctx, MsgUpdateParams, { authority });
    expect(refusal(empty)).to.equal("rewards/3");
  });

  const cases: readonly [string, Partial<Params>][] = [
    ["an alpha of 0", { alphaMillionths: 0 }],
    ["an alpha of 1", { alphaMillionths: 1_000_000 }],
    ["a burn of everything", { feeBurnMillionths: 1_000_000 }],
    ["a cap above 10", { rewardCapMillionths: 10_000_001 }],
    ["a share above 1", { validatorsShareMillionths: 1_000_001 }],
    ["an emission beyond measure", { epochEmission: 10n ** 12n + 1n }],
    [
      "parts that are more than all",
      { proposerShareMillionths: 500_000, committeeShareMillionths: 500_001 },
    ],
    ["an includers' share above 1", { includerShareMillionths: 1_000_001 }],
    ["an includer's reward beyond measure", { includerReward: 10n ** 12n + 1n }],
  ];
  for (const [name, part] of cases) {
    it(`refuses ${name}`, () => {
      expect(refusal(set(authority, part))).to.equal("rewards/3");
    });
  }
});
