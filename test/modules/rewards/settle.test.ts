/** Fees of calculations: what is burned, who is paid, and that nothing is lost. */
import { expect } from "chai";
import fc from "fast-check";
import { moduleAddress } from "../../../app/lib/address.ts";
import { feeSettled } from "../../../modules/rewards/index.ts";
import { Query } from "../../../proto/gen/aegis/rewards/v1/query.ts";
import { refusal } from "../../kit/context.ts";
import { addressFor, ask, brokenInvariants } from "../../kit/modules.ts";
import { rewardsChain } from "./fixtures.ts";

const escrow = "tasks_escrow";
const [a, b, c, d] = ["a", "b", "c", "d"].map(addressFor) as [string, string, string, string];

describe("settleCalculation", () => {
  it("burns 5 %, pays 70 % of the rest by rank to executors and 30 % to verifiers", () => {
    const { ctx, bank, rewards } = rewardsChain({ balances: { [escrow]: 10_000n } });
    const done = rewards.keeper.settleCalculation(ctx, {
      escrow,
      fee: 1_000n,
      executors: [a, b],
      verifiers: [c, d],
    });
    expect(done.burned).to.equal(50n);
    // 950: 665 for executors (350 and 315), 285 for verifiers (150 and 135).
    expect([a, b, c, d].map((one) => bank.keeper.balance(ctx, one))).to.deep.equal([
      350n,
      315n,
      150n,
      135n,
    ]);
    expect(bank.keeper.balance(ctx, moduleAddress(escrow))).to.equal(9_000n);
    expect(bank.keeper.supply(ctx)).to.equal(9_950n);
    expect(done.payments.map(({ role, rank, amount }) => [role, rank, amount])).to.deep.equal([
      ["executor", 0, 350n],
      ["executor", 1, 315n],
      ["verifier", 0, 150n],
      ["verifier", 1, 135n],
    ]);
    const [event] = ctx.emitted(feeSettled);
    expect(event?.fee).to.equal(1_000n);
    expect(event?.executors).to.deep.equal([
      { address: a, rank: 0, amount: 350n },
      { address: b, rank: 1, amount: 315n },
    ]);
    expect(ask(rewards, ctx, Query.Totals).totals).to.include({
      feesSettled: 1_000n,
      feesBurned: 50n,
    });
    expect(brokenInvariants(ctx, bank, rewards)).to.deep.equal([]);
  });

  it("burns all when there is nobody to pay", () => {
    const { ctx, bank, rewards } = rewardsChain({ balances: { [escrow]: 100n } });
    const nobody = { escrow, fee: 100n, executors: [], verifiers: [] };
    expect(rewards.keeper.settleCalculation(ctx, nobody)).to.deep.equal({
      burned: 100n,
      payments: [],
    });
    expect(bank.keeper.supply(ctx)).to.equal(0n);
  });

  it("moves nothing for a fee of zero", () => {
    const { ctx, bank, rewards } = rewardsChain({ balances: { [escrow]: 100n } });
    rewards.keeper.settleCalculation(ctx, { escrow, fee: 0n, executors: [a], verifiers: [] });
    expect(bank.keeper.balance(ctx, moduleAddress(escrow))).to.equal(100n);
    expect(bank.keeper.balance(ctx, a)).to.equal(0n);
  });

  it("refuses an escrow that holds too little", () => {
    const { ctx, rewards } = rewardsChain({ balances: { [escrow]: 99n } });
    const fee = { escrow, fee: 100n, executors: [a], verifiers: [b] };
    expect(refusal(() => rewards.keeper.settleCalculation(ctx, fee))).to.equal("sdk/5");
  });

  it("takes exactly the fee out of the escrow, whatever the fee, parameters and ranks", () => {
    fc.assert(
      fc.property(
        fc.bigInt(0n, 10n ** 12n),
        fc.nat(5),
        fc.nat(5),
        fc.integer({ min: 0, max: 999_999 }),
        fc.integer({ min: 1, max: 999_999 }),
        (fee, some, others, feeBurnMillionths, alphaMillionths) => {
          const held = 10n ** 12n;
          const { ctx, bank, rewards } = rewardsChain({
            balances: { [escrow]: held },
            params: { feeBurnMillionths, alphaMillionths },
          });
          const { burned, payments } = rewards.keeper.settleCalculation(ctx, {
            escrow,
            fee,
            executors: Array.from({ length: some }, (_, i) => addressFor(`executor ${i}`)),
            verifiers: Array.from({ length: others }, (_, i) => addressFor(`verifier ${i}`)),
          });
          const paid = payments.reduce((sum, { amount }) => sum + amount, 0n);
          expect(burned + paid).to.equal(fee);
          expect(bank.keeper.balance(ctx, moduleAddress(escrow))).to.equal(held - fee);
          expect(bank.keeper.supply(ctx)).to.equal(held - burned);
          if (some + others > 0) {
            expect(burned).to.equal((fee * BigInt(feeBurnMillionths)) / 1_000_000n);
          }
          expect(brokenInvariants(ctx, bank, rewards)).to.deep.equal([]);
        },
      ),
      { numRuns: 40 },
    );
  });
});
