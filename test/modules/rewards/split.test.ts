/** Shares by rank: exact, whole, and each a tenth below the one before. */
import { expect } from "chai";
import fc from "fast-check";
import { AMOUNT_MAX } from "../../../app/lib/coin.ts";
import { rankWeight, sharesByRank, splitByAlpha } from "../../../modules/rewards/split.ts";
import { addressFor } from "../../kit/modules.ts";

const amounts = fc.oneof(fc.bigInt(0n, 1_000n), fc.bigInt(0n, AMOUNT_MAX));

describe("rankWeight", () => {
  it("falls by exactly a tenth from rank to rank, up to rank 19", () => {
    for (let rank = 1; rank < 20; rank += 1) {
      expect(rankWeight(rank) * 10n).to.equal(rankWeight(rank - 1) * 9n);
    }
    expect(rankWeight(20)).to.equal(rankWeight(19));
    expect(rankWeight(0) * AMOUNT_MAX < 2n ** 127n).to.equal(true);
  });
});

describe("sharesByRank", () => {
  const cases: readonly [bigint, number, readonly bigint[]][] = [
    [0n, 2, [0n, 0n]],
    [1n, 3, [1n, 0n, 0n]],
    [100n, 1, [100n]],
    // ⌊100 × 9 ÷ 19⌋ = 47; the first rank has 52 and the 1 that is left.
    [100n, 2, [53n, 47n]],
    [271n, 3, [100n, 90n, 81n]],
    [1_000_000n, 4, [290_784n, 261_703n, 235_533n, 211_980n]],
  ];
  for (const [pool, count, expected] of cases) {
    it(`shares ${pool} among ${count}`, () => {
      const shares = sharesByRank(pool, count);
      expect(shares.reduce((sum, share) => sum + share, 0n)).to.equal(pool);
      expect(shares).to.deep.equal(expected);
    });
  }

  it("gives the whole pool, as 0.9^r says, and never more to a later rank", () => {
    fc.assert(
      fc.property(amounts, fc.integer({ min: 1, max: 30 }), (pool, count) => {
        const shares = sharesByRank(pool, count);
        expect(shares.reduce((sum, share) => sum + share, 0n)).to.equal(pool);
        for (let rank = 1; rank < count; rank += 1) {
          expect((shares[rank] as bigint) <= (shares[rank - 1] as bigint)).to.equal(true);
        }
        // The same share by fractions of powers: 9^r × 10^(n−1−r) ÷ Σ.
        if (count > 20) return;
        const weight = (rank: number) => 9n ** BigInt(rank) * 10n ** BigInt(count - 1 - rank);
        const total = shares.reduce((sum, _, rank) => sum + weight(rank), 0n);
        for (let rank = 1; rank < count; rank += 1) {
          expect(shares[rank]).to.equal((pool * weight(rank)) / total);
        }
      }),
    );
  });
});

describe("splitByAlpha", () => {
  const executors = [addressFor("a"), addressFor("b")];
  const verifiers = [addressFor("c")];
  const amountsOf = (shares: readonly { readonly amount: bigint }[]) =>
    shares.map(({ amount }) => amount);

  it("gives alpha to executors and the rest to verifiers", () => {
    const shares = splitByAlpha(1_000n, 700_000, { executors, verifiers });
    expect(shares.map(({ role, rank }) => `${role} ${rank}`)).to.deep.equal([
      "executor 0",
      "executor 1",
      "verifier 0",
    ]);
    expect(amountsOf(shares)).to.deep.equal([369n, 331n, 300n]);
  });

  it("gives a side without anybody to the other", () => {
    expect(amountsOf(splitByAlpha(19n, 700_000, { executors, verifiers: [] }))).to.deep.equal([
      10n,
      9n,
    ]);
    expect(amountsOf(splitByAlpha(19n, 700_000, { executors: [], verifiers }))).to.deep.equal([
      19n,
    ]);
    expect(splitByAlpha(19n, 700_000, { executors: [], verifiers: [] })).to.deep.equal([]);
  });

  it("gives everything, whatever alpha and however many", () => {
    const alpha = fc.integer({ min: 1, max: 999_999 });
    const count = fc.nat(6);
    fc.assert(
      fc.property(amounts, alpha, count, count, (sum, part, some, others) => {
        fc.pre(some + others > 0);
        const shares = splitByAlpha(sum, part, {
          executors: Array.from({ length: some }, () => executors[0] as string),
          verifiers: Array.from({ length: others }, () => verifiers[0] as string),
        });
        expect(shares.reduce((total, { amount }) => total + amount, 0n)).to.equal(sum);
        expect(shares.every(({ amount }) => amount >= 0n)).to.equal(true);
      }),
    );
  });
});
