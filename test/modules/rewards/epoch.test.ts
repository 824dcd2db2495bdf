/** Emission: caps, proportions, validators' parts, and payment over several blocks. */
import { expect } from "chai";
import fc from "fast-check";
import { moduleAddress } from "../../../app/lib/address.ts";
import { AMOUNT_MAX } from "../../../app/lib/coin.ts";
import { emissionPaid, validatorsPaid } from "../../../modules/rewards/index.ts";
import { Query } from "../../../proto/gen/aegis/rewards/v1/query.ts";
import { refusal } from "../../kit/context.ts";
import { addressFor, ask, brokenInvariants } from "../../kit/modules.ts";
import { commitOf, produce, type RewardsChain, rewardsChain, seat } from "./fixtures.ts";

const [a, b, c] = ["a", "b", "c"].map(addressFor) as [string, string, string];
const params = { epochEmission: 1_000n, validatorsShareMillionths: 300_000 };
const final = (fee: bigint, referenceFee: bigint, executors = [a], verifiers = [b]) => ({
  fee,
  referenceFee,
  executors,
  verifiers,
});

/** A block that validator 0 proposed. */
function end(chain: RewardsChain, block: { epoch: bigint; isEpochEnd: boolean }): void {
  if (chain.operators.length > 0) produce(chain, 0, block);
  chain.rewards.endBlock?.(chain.ctx.at(block));
}

function balances(chain: RewardsChain, ...addresses: readonly string[]): bigint[] {
  return addresses.map((address) => chain.bank.keeper.balance(chain.ctx, address));
}

/** What is outstanding for a validator, whole uasi. */
function earnedBy(chain: RewardsChain, operator: string): bigint {
  const { validators } = chain.rewards.genesis.export(chain.ctx);
  const found = validators.find((one) => one.operator === operator);
  return BigInt(found?.outstanding ?? "0") / 10n ** 18n;
}

describe("the end of an epoch", () => {
  it("shares the task emission by fees, each calculation by alpha and rank", () => {
    const chain = rewardsChain({ params });
    chain.rewards.keeper.recordFinal(chain.ctx, final(300n, 10_000n));
    chain.rewards.keeper.recordFinal(chain.ctx, final(100n, 10_000n, [c], [b]));
    end(chain, { epoch: 0n, isEpochEnd: true });
    // 700 for tasks: 525 and 175. Alpha of 525 is 367, of 175 it is 122.
    expect(balances(chain, a, b, c)).to.deep.equal([367n, 158n + 53n, 122n]);
    expect(chain.ctx.emitted(emissionPaid).map(({ minted }) => minted)).to.deep.equal([525n, 175n]);
    const { rewards } = ask(chain.rewards, chain.ctx, Query.EpochRewards, { epoch: 0n });
    expect(rewards).to.include({ taskEmission: 700n, taskMinted: 700n, paid: 2n, isClosed: true });
    expect(brokenInvariants(chain.ctx, chain.bank, chain.rewards)).to.deep.equal([]);
  });

  it("mints no more for a task than its fee at the reference price, and drops the rest", () => {
    const chain = rewardsChain({ params });
    chain.rewards.keeper.recordFinal(chain.ctx, final(1_000_000n, 10n));
    end(chain, { epoch: 0n, isEpochEnd: true });
    expect(balances(chain, a, b)).to.deep.equal([7n, 3n]);
    expect(chain.bank.keeper.supply(chain.ctx)).to.equal(300n + 10n);
  });

  it("mints nothing for tasks when there are none, or when the cap is 0", () => {
    const none = rewardsChain({ params });
    end(none, { epoch: 0n, isEpochEnd: true });
    expect(none.bank.keeper.supply(none.ctx)).to.equal(300n);
    const capped = rewardsChain({ params: { ...params, rewardCapMillionths: 0 } });
    capped.rewards.keeper.recordFinal(capped.ctx, final(5n, 5n));
    end(capped, { epoch: 0n, isEpochEnd: true });
    expect(capped.bank.keeper.supply(capped.ctx)).to.equal(300n);
  });

  it("notes no calculation without a fee or without anybody to pay", () => {
    const chain = rewardsChain({ params });
    chain.rewards.keeper.recordFinal(chain.ctx, final(0n, 5n));
    chain.rewards.keeper.recordFinal(chain.ctx, final(5n, 5n, [], []));
    const { rewards } = ask(chain.rewards, chain.ctx, Query.Pending);
    expect(rewards).to.include({ calculations: 0n, fees: 0n });
  });

  it("divides fees and emission by blocks, sets the rest aside and keeps the remainder", () => {
    const chain = rewardsChain({ params, balances: { fee_collector: 101n } });
    expect(ask(chain.rewards, chain.ctx, Query.Pending).collectedFees).to.equal(101n);
    const [first, second] = [commitOf(3, [0, 1, 2]), commitOf(3, [0, 1])];
    chain.rewards.beginBlock?.(chain.ctx.at({ proposer: seat(2), lastCommit: first }));
    const last = chain.ctx.at({ proposer: seat(1), lastCommit: second, isEpochEnd: true });
    chain.rewards.beginBlock?.(last);
    chain.rewards.endBlock?.(last);
    // Of 401: 20 for proposers, 10 each; 140 for the committee, 28 for each of 5 signatures; 241.
    const outstanding = chain.operators.map((one) => earnedBy(chain, one));
    expect(outstanding).to.deep.equal([56n, 10n + 56n, 10n + 28n]);
    expect(balances(chain, moduleAddress("fee_collector"))).to.deep.equal([0n]);
    expect(balances(chain, moduleAddress("distribution"))).to.deep.equal([401n]);
    expect(chain.ctx.emitted(validatorsPaid)).to.deep.equal([
      { epoch: 0n, minted: 300n, proposers: 20n, committee: 140n, standby: 241n },
    ]);
    end(chain, { epoch: 1n, isEpochEnd: true });
    // Of 300: 15 for the proposer; 105 for the committee, 35 each.
    expect(chain.operators.map((one) => earnedBy(chain, one))).to.deep.equal([106n, 101n, 73n]);
    const { totals } = ask(chain.rewards, chain.ctx, Query.Totals);
    expect(totals).to.include({ validatorsMinted: 600n, validatorsPaid: 701n });
    expect(brokenInvariants(chain.ctx, chain.bank, chain.rewards)).to.deep.equal([]);
  });

  it("keeps what cannot be divided, and the part of a seat whose validator is gone", () => {
    const chain = rewardsChain({ params, balances: { fee_collector: 1n } });
    const lastCommit = [...commitOf(3, [0, 1, 2]), ...commitOf(4, [3]).slice(3)];
    const last = chain.ctx.at({ proposer: seat(0), lastCommit, isEpochEnd: true });
    chain.rewards.beginBlock?.(last);
    chain.rewards.endBlock?.(last);
    // Of 301: 15 and 105, of which each of four gets 26; the fourth is unknown.
    expect(chain.operators.map((one) => earnedBy(chain, one))).to.deep.equal([41n, 26n, 26n]);
    expect(balances(chain, moduleAddress("fee_collector"))).to.deep.equal([27n]);
    expect(brokenInvariants(chain.ctx, chain.bank, chain.rewards)).to.deep.equal([]);
  });

  it("leaves fees where they are when no block was counted", () => {
    const chain = rewardsChain({ params, balances: { fee_collector: 7n }, validators: 0 });
    end(chain, { epoch: 0n, isEpochEnd: true });
    expect(chain.bank.keeper.supply(chain.ctx)).to.equal(7n);
  });

  it("never mints beyond what an amount can hold", () => {
    const chain = rewardsChain({ params, balances: { [c]: AMOUNT_MAX - 301n } });
    chain.rewards.keeper.recordFinal(chain.ctx, final(5n, 5_000n));
    end(chain, { epoch: 0n, isEpochEnd: true });
    expect(chain.bank.keeper.supply(chain.ctx)).to.equal(AMOUNT_MAX);
    expect(balances(chain, a, b)).to.deep.equal([0n, 1n]);
  });

  it("does nothing in the middle of an epoch", () => {
    const chain = rewardsChain({ params, balances: { fee_collector: 101n } });
    chain.rewards.keeper.recordFinal(chain.ctx, final(300n, 10_000n));
    const before = chain.ctx.state.dump();
    chain.rewards.endBlock?.(chain.ctx.at({ isEpochEnd: false }));
    expect(chain.ctx.state.dump()).to.deep.equal(before);
  });
});

describe("the queue of calculations", () => {
  it("is paid 200 a block, the oldest epoch first, while the next epoch fills", () => {
    const chain = rewardsChain({ params: { ...params, epochEmission: 10_000n } });
    for (let i = 0; i < 450; i += 1) chain.rewards.keeper.recordFinal(chain.ctx, final(1n, 9n));
    end(chain, { epoch: 0n, isEpochEnd: true });
    const next = chain.ctx.at({ epoch: 1n });
    chain.rewards.keeper.recordFinal(next, final(1n, 1_000n, [c], []));
    const paid = () => ask(chain.rewards, next, Query.EpochRewards, { epoch: 0n }).rewards?.paid;
    expect(paid()).to.equal(200n);
    expect(ask(chain.rewards, next, Query.Pending).unpaidEpochs).to.deep.equal([0n]);
    end(chain, { epoch: 1n, isEpochEnd: false });
    expect(paid()).to.equal(400n);
    expect(brokenInvariants(next, chain.bank, chain.rewards)).to.deep.equal([]);
    end(chain, { epoch: 1n, isEpochEnd: true });
    expect(paid()).to.equal(450n);
    // The cap of 9 lets through less than 7,000 ÷ 450: 9 for each.
    expect(ask(chain.rewards, next, Query.Totals).totals?.taskMinted).to.equal(450n * 9n + 1_000n);
    expect(ask(chain.rewards, next, Query.Pending).unpaidEpochs).to.deep.equal([]);
    expect(brokenInvariants(next, chain.bank, chain.rewards)).to.deep.equal([]);
  });

  it("is judged by the parameters of its epoch's end", () => {
    const chain = rewardsChain({ params });
    for (let i = 0; i < 201; i += 1) chain.rewards.keeper.recordFinal(chain.ctx, final(1n, 2n));
    end(chain, { epoch: 0n, isEpochEnd: true });
    expect(balances(chain, a, b)).to.deep.equal([200n * 1n, 200n * 1n]);
    end(chain, { epoch: 1n, isEpochEnd: false });
    expect(balances(chain, a, b)).to.deep.equal([201n, 201n]);
  });

  it("forgets epochs after a thousand more", () => {
    const chain = rewardsChain({ params });
    for (let epoch = 0n; epoch <= 1_000n; epoch += 1n) end(chain, { epoch, isEpochEnd: true });
    const look = (epoch: bigint) => () =>
      ask(chain.rewards, chain.ctx, Query.EpochRewards, { epoch });
    expect(refusal(look(0n))).to.equal("rewards/5");
    expect(look(1n)().rewards?.validatorsMinted).to.equal(300n);
  });

  it("never mints more than the emission nor more than the caps, whatever was final", () => {
    const entry = fc.record({
      fee: fc.bigInt(1n, 10n ** 9n),
      referenceFee: fc.bigInt(0n, 10n ** 6n),
      executors: fc.nat(3),
      verifiers: fc.nat(3),
    });
    const cap = fc.integer({ min: 0, max: 10_000_000 });
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 12 }), cap, (list, rewardCapMillionths) => {
        const chain = rewardsChain({
          params: { epochEmission: 1_000_000n, rewardCapMillionths },
        });
        let capped = 0n;
        for (const { fee, referenceFee, executors, verifiers } of list) {
          if (executors + verifiers === 0) continue;
          capped += (referenceFee * BigInt(rewardCapMillionths)) / 1_000_000n;
          const names = (role: string, count: number) =>
            Array.from({ length: count }, (_, i) => addressFor(`${role} ${i}`));
          chain.rewards.keeper.recordFinal(
            chain.ctx,
            final(fee, referenceFee, names("executor", executors), names("verifier", verifiers)),
          );
        }
        end(chain, { epoch: 0n, isEpochEnd: true });
        const minted = chain.bank.keeper.supply(chain.ctx) - 300_000n;
        expect(minted >= 0n && minted <= 700_000n && minted <= capped).to.equal(true);
        expect(brokenInvariants(chain.ctx, chain.auth, chain.bank, chain.rewards)).to.deep.equal(
          [],
        );
      }),
      { numRuns: 40 },
    );
  });
});
