/** Slashes: what is taken, burned and shared, the record of them, genesis and parameters. */
import { expect } from "chai";
import fc from "fast-check";
import { moduleAddress } from "../../../app/lib/address.ts";
import { sha256, utf8 } from "../../../app/lib/bytes.ts";
import { DEC_ZERO } from "../../../app/lib/dec.ts";
import type { Module } from "../../../app/module/module.ts";
import {
  nodeSlashed,
  type SlashingDeps,
  type SlashingKeeper,
  type SlashReasonName,
  slashingModule,
} from "../../../modules/slashing/index.ts";
import type { GenesisState } from "../../../proto/gen/aegis/slashing/v1/genesis.ts";
import { Query } from "../../../proto/gen/aegis/slashing/v1/query.ts";
import {
  type Params,
  Slash,
  SlashReason,
  Totals,
} from "../../../proto/gen/aegis/slashing/v1/slashing.ts";
import { type CoinChain, coinChain } from "../../kit/coinChain.ts";
import { refusal, testContext } from "../../kit/context.ts";
import { addressFor, ask, brokenInvariants } from "../../kit/modules.ts";

const node = addressFor("node");
const operator = addressFor("operator");
const [a, b, c] = ["a", "b", "c"].map(addressFor) as [string, string, string];
const authority = addressFor("authority");
const reference = sha256(utf8("task"));

/** Staking of a chain that has nodes only. */
const NO_VALIDATORS: SlashingDeps["staking"] = {
  validator: () => undefined,
  validatorByConsensusAddress: () => undefined,
  delegation: () => undefined,
  tokensFromShares: () => DEC_ZERO,
  committee: () => undefined,
  validatorSet: () => undefined,
  unbondingTimeMs: () => 1n,
  slash: () => ({ burned: 0n, licences: { liquidated: [], suspended: [], tokens: 0n } }),
  jail: () => undefined,
  unjail: () => undefined,
};

interface SlashingChain extends CoinChain {
  readonly slashing: Module<SlashingKeeper, Params, GenesisState>;
}

/** A chain on which `node` of `operator` has `stake`; another node has nothing. */
function slashingChain(stake: bigint, params: Partial<Params> = {}): SlashingChain {
  const chain = coinChain(stake === 0n ? {} : { tasks_stake: stake }, { authority, height: 9n });
  const { bank } = chain;
  const account = moduleAddress("tasks_stake");
  const slashing = slashingModule({
    bank: bank.keeper,
    staking: NO_VALIDATORS,
    licences: {
      slashableNodeStake: () => 0n,
      penaliseNode: () => ({ liquidated: [], suspended: [], tokens: 0n }),
    },
    rewards: { fundPool: () => undefined, forfeit: () => undefined },
    stakes: {
      nodeStake: (ctx, who) => (who === node ? bank.keeper.balance(ctx, account) : 0n),
      nodeOperator: (_, who) => (who === node ? operator : undefined),
      takeNodeStake: (ctx, _, amount, to) => {
        bank.keeper.send(ctx, account, moduleAddress(to), amount);
        return amount;
      },
    },
  });
  const { defaults } = slashing.genesis;
  slashing.genesis.init(chain.ctx, {
    ...defaults,
    params: { ...(defaults.params as Params), ...params },
  });
  return { ...chain, slashing };
}

function slash(
  chain: SlashingChain,
  fractionMillionths: bigint,
  beneficiaries: readonly string[] = [],
  reason: SlashReasonName = "fingerprint_not_revealed",
): bigint {
  const fault = { node, reason, fractionMillionths, beneficiaries, reference };
  return chain.slashing.keeper.slashNode(chain.ctx, fault);
}

describe("slashNode", () => {
  it("burns half and shares the rest equally", () => {
    const chain = slashingChain(1_000n);
    expect(slash(chain, 500_000n, [a, b])).to.equal(500n);
    const { ctx, bank } = chain;
    expect([a, b].map((one) => bank.keeper.balance(ctx, one))).to.deep.equal([125n, 125n]);
    expect(bank.keeper.supply(ctx)).to.equal(750n);
    expect(ctx.emitted(nodeSlashed)).to.deep.equal([
      {
        node,
        operator,
        reason: SlashReason.SLASH_REASON_FINGERPRINT_NOT_REVEALED,
        amount: 500n,
        burned: 250n,
        beneficiaries: [a, b],
        reference,
        liquidated: [],
        suspended: [],
      },
    ]);
    expect(brokenInvariants(ctx, bank, chain.slashing)).to.deep.equal([]);
  });

  const cases: readonly [string, bigint, bigint, readonly string[], bigint, bigint][] = [
    ["all of it is burned when nobody shares", 1_000n, 500_000n, [], 500n, 0n],
    ["the operator gets nothing back", 1_000n, 500_000n, [operator], 500n, 0n],
    ["whoever is named twice counts once", 1_000n, 400_000n, [a, b, a], 200n, 100n],
    ["rounding is burned", 1_000n, 1_000_000n, [a, b, c], 502n, 166n],
    ["the burn is rounded up", 3n, 1_000_000n, [a], 2n, 1n],
    ["a part too small to share is burned", 3n, 1_000_000n, [a, b], 3n, 0n],
    ["a fraction below one uasi takes nothing", 999n, 1_000n, [a], 0n, 0n],
    ["a stake that is gone gives nothing", 0n, 500_000n, [a], 0n, 0n],
  ];
  for (const [name, stake, fraction, beneficiaries, burned, each] of cases) {
    it(name, () => {
      const chain = slashingChain(stake);
      const taken = slash(chain, fraction, beneficiaries);
      const { ctx, bank } = chain;
      expect(taken).to.equal((stake * fraction) / 1_000_000n);
      expect(bank.keeper.supply(ctx)).to.equal(stake - burned);
      expect(bank.keeper.balance(ctx, a)).to.equal(each);
      expect(bank.keeper.balance(ctx, operator)).to.equal(0n);
      expect(brokenInvariants(ctx, bank, chain.slashing)).to.deep.equal([]);
    });
  }

  it("treats a fraction above everything, and an unknown node, as bugs", () => {
    const chain = slashingChain(10n);
    expect(() => slash(chain, 1_000_001n)).to.throw("a part of the stake");
    const fault = { node: a, reason: "verification_missed", fractionMillionths: 1n } as const;
    expect(() =>
      chain.slashing.keeper.slashNode(chain.ctx, { ...fault, beneficiaries: [], reference }),
    ).to.throw("operator of a slashed node");
  });

  it("never makes or loses a coin, whatever is slashed", () => {
    const one = fc.tuple(fc.bigInt(0n, 1_000_000n), fc.subarray([a, b, c, operator]));
    const burn = fc.integer({ min: 100_000, max: 1_000_000 });
    fc.assert(
      fc.property(
        fc.bigInt(0n, 10n ** 12n),
        fc.array(one, { maxLength: 6 }),
        burn,
        (stake, list, slashBurnMillionths) => {
          const chain = slashingChain(stake, { slashBurnMillionths });
          const { ctx, bank, slashing } = chain;
          let taken = 0n;
          for (const [fraction, beneficiaries] of list) {
            taken += slash(chain, fraction, beneficiaries);
          }
          const { totals } = ask(slashing, ctx, Query.Totals);
          expect(totals?.amount).to.equal(taken);
          expect(totals?.slashes).to.equal(BigInt(list.length));
          expect(bank.keeper.supply(ctx)).to.equal(stake - (totals?.burned ?? 0n));
          expect(bank.keeper.balance(ctx, operator)).to.equal(0n);
          const held = bank.keeper.balance(ctx, moduleAddress("tasks_stake"));
          expect(held).to.equal(stake - taken);
          // At least its part of each slash is burned.
          const least = (taken * BigInt(slashBurnMillionths)) / 1_000_000n;
          expect((totals?.burned ?? 0n) >= least).to.equal(true);
          expect(brokenInvariants(ctx, chain.auth, bank, slashing)).to.deep.equal([]);
        },
      ),
      { numRuns: 40 },
    );
  });
});

describe("the record of slashes", () => {
  const reasons: readonly SlashReasonName[] = [
    "result_not_revealed",
    "fingerprint_not_revealed",
    "verification_not_revealed",
    "verification_missed",
  ];

  it("keeps each with its reason, page by page", () => {
    const chain = slashingChain(1_000_000n);
    for (const reason of reasons) slash(chain, 1_000n, [a], reason);
    const pages = [0n, 2n].map((offset) => {
      const pagination = {
        key: new Uint8Array(0),
        offset,
        limit: 2n,
        countTotal: true,
        reverse: false,
      };
      return ask(chain.slashing, chain.ctx, Query.Slashes, { node, pagination });
    });
    const all = pages.flatMap(({ slashes }) => slashes);
    expect(all.map(({ index }) => index)).to.deep.equal([0n, 1n, 2n, 3n]);
    expect(all.map(({ reason }) => reason)).to.deep.equal([1, 2, 3, 4]);
    expect(all[0]).to.include({ height: 9n, fractionMillionths: 1_000, amount: 1_000n });
    expect(pages[0]?.pagination?.total).to.equal(4n);
    expect(ask(chain.slashing, chain.ctx, Query.Slashes).slashes.length).to.equal(4);
    const other = ask(chain.slashing, chain.ctx, Query.Slashes, { node: a });
    expect(other.slashes).to.deep.equal([]);
    const bad = () => ask(chain.slashing, chain.ctx, Query.Slashes, { node: "node" });
    expect(refusal(bad)).to.equal("slashing/105");
  });

  it("goes into genesis and comes back, through JSON", () => {
    const chain = slashingChain(1_000_000n);
    for (const reason of reasons) slash(chain, 1_000n, [a, b], reason);
    const { genesis } = chain.slashing;
    const exported = genesis.export(chain.ctx);
    const read = genesis.codec.fromJson(JSON.parse(JSON.stringify(genesis.codec.toJson(exported))));
    genesis.validate(read);
    const again = testContext();
    genesis.init(again, read);
    expect(genesis.export(again)).to.deep.equal(exported);
    expect(again.state.dump()["slashing"]).to.deep.equal(chain.ctx.state.dump()["slashing"]);
  });
});

describe("slashing genesis", () => {
  const { slashing } = slashingChain(0n);
  const one = Slash.create({
    node,
    operator,
    reason: SlashReason.SLASH_REASON_VERIFICATION_MISSED,
    amount: 4n,
    burned: 2n,
    beneficiaries: [a],
    reference,
  });
  const good = {
    ...slashing.genesis.defaults,
    slashes: [one],
    totals: Totals.create({ slashes: 1n, amount: 4n, burned: 2n }),
  };
  const cases: readonly [string, Partial<GenesisState>][] = [
    ["a node that is no address", { slashes: [{ ...one, node: "node" }] }],
    ["a beneficiary that is no address", { slashes: [{ ...one, beneficiaries: [""] }] }],
    ["no reason", { slashes: [{ ...one, reason: 0 }] }],
    ["an unknown reason", { slashes: [{ ...one, reason: 99 }] }],
    ["more burned than taken", { slashes: [{ ...one, burned: 5n }] }],
    ["a short reference", { slashes: [{ ...one, reference: new Uint8Array(31) }] }],
    ["a gap in the numbers", { slashes: [{ ...one, index: 1n }] }],
    ["a number twice", { slashes: [one, one] }],
    ["totals that are not the sums", { totals: { ...good.totals, burned: 3n } }],
    [
      "licences that the slashes do not have",
      { totals: { ...good.totals, suspendedLicences: 1n } },
    ],
  ];
  it("takes a slash with its totals", () => {
    slashing.genesis.validate(good);
  });
  for (const [name, part] of cases) {
    it(`refuses ${name}`, () => {
      expect(refusal(() => slashing.genesis.validate({ ...good, ...part }))).to.equal(
        "slashing/104",
      );
    });
  }
});
