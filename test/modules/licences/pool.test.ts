/** Tokens of liquidated licences become network rewards, a bounded part in each epoch. */
import { expect } from "chai";
import fc from "fast-check";
import { moduleAddress } from "../../../app/lib/address.ts";
import { coinChain } from "../../kit/coinChain.ts";
import { brokenInvariants, addressFor } from "../../kit/modules.ts";
import { type RewardsChain, rewardsChain } from "../rewards/fixtures.ts";

const [a, b] = ["a", "b"].map(addressFor) as [string, string];
const PARAMS = { epochEmission: 1_000n, validatorsShareMillionths: 0, poolEpochMax: 300n };

/** A chain whose pool got `tokens`. */
function poolChain(tokens: bigint): RewardsChain {
  const chain = rewardsChain({ balances: { slashing: tokens }, params: PARAMS });
  if (tokens > 0n) chain.rewards.keeper.fundPool(chain.ctx, "slashing", tokens);
  return chain;
}

/** Records calculations of `fees` in `epoch`, ends it and pays; who earns is `a` alone. */
function epoch(
  chain: RewardsChain,
  number: bigint,
  fees: readonly bigint[],
  cap = 10n ** 6n,
): void {
  const ctx = chain.ctx.at({ epoch: number, isEpochEnd: true });
  for (const fee of fees) {
    const calculation = { fee, referenceFee: cap, executors: [a], verifiers: [] };
    chain.rewards.keeper.recordFinal(ctx, calculation);
  }
  chain.rewards.endBlock?.(ctx);
  expect(brokenInvariants(ctx, chain.rewards, chain.bank)).to.deep.equal([]);
}

function pool({ bank, ctx }: RewardsChain): bigint {
  return bank.keeper.balance(ctx, moduleAddress("rewards_pool"));
}

describe("the pool of liquidated licences", () => {
  it("adds at most its part of an epoch to the emission", () => {
    const chain = poolChain(700n);
    const balances: bigint[] = [];
    for (let number = 0n; number < 4n; number += 1n) {
      epoch(chain, number, [5n]);
      balances.push(chain.bank.keeper.balance(chain.ctx, a));
    }
    expect(balances).to.deep.equal([1_300n, 2_600n, 3_700n, 4_700n]);
    const { totals } = chain.rewards.genesis.export(chain.ctx);
    expect(totals).to.include({ taskMinted: 4_000n, poolReceived: 700n, poolPaid: 700n });
  });

  it("is paid before anything is minted, and keeps what the caps leave over", () => {
    const chain = poolChain(700n);
    epoch(chain, 0n, [5n], 200n);
    expect(pool(chain)).to.equal(500n);
    expect(chain.bank.keeper.balance(chain.ctx, a)).to.equal(200n);
    expect(chain.bank.keeper.supply(chain.ctx)).to.equal(700n);
    epoch(chain, 1n, []);
    expect(pool(chain)).to.equal(500n);
  });

  it("promises nothing twice while epochs wait for their payment", () => {
    const chain = poolChain(400n);
    epoch(
      chain,
      0n,
      Array.from({ length: 250 }, () => 1n),
    );
    const first = chain.ctx.at({ epoch: 1n, isEpochEnd: true });
    const calculation = { fee: 1n, referenceFee: 1_000n, executors: [b], verifiers: [] };
    chain.rewards.keeper.recordFinal(first, calculation);
    chain.rewards.endBlock?.(first);
    const records = chain.rewards.genesis.export(chain.ctx).epochs;
    expect(records.map(({ poolEmission }) => poolEmission)).to.deep.equal([300n, 100n]);
    expect(brokenInvariants(chain.ctx, chain.rewards)).to.deep.equal([]);
  });

  it("never makes or loses a coin, whatever is forfeited", () => {
    const one = fc.record({
      fee: fc.bigInt(1n, 10n ** 6n),
      cap: fc.bigInt(0n, 2_000n),
      forfeits: fc.boolean(),
    });
    fc.assert(
      fc.property(
        fc.bigInt(1n, 2_000n),
        fc.array(fc.array(one, { maxLength: 5 }), { maxLength: 4 }),
        (tokens, list) => {
          const chain = poolChain(tokens);
          for (const [number, calculations] of list.entries()) {
            const ctx = chain.ctx.at({ epoch: BigInt(number), isEpochEnd: true });
            for (const { fee, cap, forfeits } of calculations) {
              const earners = { executors: [a, b], verifiers: [b] };
              chain.rewards.keeper.recordFinal(ctx, { fee, referenceFee: cap, ...earners });
              if (forfeits) chain.rewards.keeper.forfeit(ctx, b);
            }
            chain.rewards.endBlock?.(ctx);
            expect(brokenInvariants(ctx, chain.rewards, chain.bank)).to.deep.equal([]);
          }
          const { totals } = chain.rewards.genesis.export(chain.ctx);
          const paid = [a, b].map((who) => chain.bank.keeper.balance(chain.ctx, who));
          const given = (totals?.taskMinted ?? 0n) + (totals?.poolPaid ?? 0n);
          expect((paid[0] ?? 0n) + (paid[1] ?? 0n)).to.equal(given);
          const { bank, ctx } = chain;
          expect(bank.keeper.supply(ctx)).to.equal(tokens + (totals?.taskMinted ?? 0n));
        },
      ),
      { numRuns: 60 },
    );
  });

  it("is exported and taken again, with forfeitures", () => {
    const chain = poolChain(700n);
    const { rewards, ctx } = chain;
    const calculation = { fee: 1n, referenceFee: 1_000n, executors: [b], verifiers: [] };
    rewards.keeper.recordFinal(ctx, calculation);
    rewards.keeper.forfeit(ctx, b);
    const exported = rewards.genesis.export(ctx);
    expect(exported.forfeitures).to.deep.equal([{ operator: b, epoch: 0n, calculations: 1n }]);
    const again = coinChain({ rewards_pool: 700n });
    rewards.genesis.init(again.ctx, exported);
    expect(rewards.genesis.export(again.ctx)).to.deep.equal(exported);
    const short = () => rewards.genesis.init(coinChain().ctx, exported);
    expect(short).to.throw("pool holds 0");
    const twice = { ...exported, forfeitures: [1, 2].flatMap(() => exported.forfeitures) };
    expect(() => rewards.genesis.validate(twice)).to.throw("an operator twice");
  });
});
