/** Weighted draws: the tree against a plain sum, and the frequencies of what comes out. */
import { expect } from "chai";
import fc from "fast-check";
import { sha256, utf8 } from "../../../app/lib/bytes.ts";
import { drawDistinct, hashWords, uniform, WeightTree } from "../../../app/lib/draw.ts";

/** The index at `point` by adding up. */
function plainFind(weights: readonly bigint[], point: bigint): number {
  let end = 0n;
  for (const [index, weight] of weights.entries()) {
    end += weight;
    if (point < end) return index;
  }
  throw new Error("the point is beyond the weights");
}

/** Words from a list. */
function wordsOf(...list: readonly bigint[]): () => bigint {
  let at = 0;
  return () => list[at++] as bigint;
}

describe("WeightTree", () => {
  it("finds what adding up finds, also after changes", () => {
    const weight = fc.bigInt({ min: 0n, max: 1_000n });
    const change = fc.tuple(fc.nat(99), weight);
    fc.assert(
      fc.property(
        fc.array(weight, { minLength: 1, maxLength: 100 }),
        fc.array(change, { maxLength: 20 }),
        fc.bigInt({ min: 0n, max: 100_000n }),
        (list, changes, point) => {
          const weights = [...list];
          const tree = new WeightTree(weights);
          for (const [at, to] of changes) {
            const index = at % weights.length;
            weights[index] = to;
            tree.set(index, to);
          }
          const total = weights.reduce((sum, one) => sum + one, 0n);
          expect(tree.total).to.equal(total);
          if (total === 0n) return;
          expect(tree.find(point % total)).to.equal(plainFind(weights, point % total));
        },
      ),
    );
  });

  it("never finds an index of weight 0", () => {
    const tree = new WeightTree([0n, 5n, 0n, 0n, 3n, 0n]);
    for (let point = 0n; point < 8n; point += 1n) {
      expect(tree.find(point)).to.equal(point < 5n ? 1 : 4);
    }
  });

  it("holds stakes up to 2^63", () => {
    const tree = new WeightTree([2n ** 62n, 2n ** 62n]);
    expect(tree.find(2n ** 62n - 1n)).to.equal(0);
    expect(tree.find(2n ** 62n)).to.equal(1);
  });
});

describe("uniform", () => {
  it("skips words beyond the last multiple of the total", () => {
    // 2^64 = 3 × 6148914691236517205 + 1: only the largest word is refused.
    expect(uniform(wordsOf(2n ** 64n - 1n, 7n), 3n)).to.equal(1n);
    expect(uniform(wordsOf(2n ** 64n - 2n), 3n)).to.equal(2n);
  });

  it("takes every word when the total is a power of two", () => {
    expect(uniform(wordsOf(2n ** 64n - 1n), 2n ** 64n)).to.equal(2n ** 64n - 1n);
  });
});

describe("drawDistinct", () => {
  it("gives each index once and leaves the tree as it was", () => {
    const tree = new WeightTree([1n, 2n, 0n, 4n]);
    const drawn = drawDistinct(tree, 10, hashWords(utf8("distinct")));
    expect([...drawn].sort((a, b) => a - b)).to.deep.equal([0, 1, 3]);
    expect([tree.total, tree.weight(3)]).to.deep.equal([7n, 4n]);
  });

  it("is the same for the same prefix and another for another", () => {
    const tree = new WeightTree(Array.from({ length: 50 }, () => 1n));
    const draw = (text: string): number[] => drawDistinct(tree, 20, hashWords(utf8(text)));
    expect(draw("a")).to.deep.equal(draw("a"));
    expect(draw("a")).to.not.deep.equal(draw("b"));
  });

  it("draws by weight: chi-square over 20,000 first draws", () => {
    const weights = [1n, 2n, 3n, 4n, 10n];
    const tree = new WeightTree(weights);
    const counts = weights.map(() => 0);
    const rounds = 20_000;
    for (let round = 0; round < rounds; round += 1) {
      const [first = 0] = drawDistinct(tree, 1, hashWords(sha256(utf8(`round ${round}`))));
      counts[first] = (counts[first] ?? 0) + 1;
    }
    // 4 degrees of freedom: above 18.5 once in a thousand honest seeds; this seed is fixed.
    expect(chiSquare(counts, weights.map(Number), rounds)).to.be.lessThan(18.5);
  });

  it("draws second ones by what is left", () => {
    const tree = new WeightTree([1n, 1n, 2n]);
    const counts = new Map<string, number>();
    const rounds = 12_000;
    for (let round = 0; round < rounds; round += 1) {
      const pair = drawDistinct(tree, 2, hashWords(sha256(utf8(`pair ${round}`)))).join();
      counts.set(pair, (counts.get(pair) ?? 0) + 1);
    }
    // P(a, b) = w(a) / 4 × w(b) / (4 − w(a)), in twelfths.
    const twelfths = { "0,1": 1, "0,2": 2, "1,0": 1, "1,2": 2, "2,0": 3, "2,1": 3 };
    const seen = Object.keys(twelfths).map((pair) => counts.get(pair) ?? 0);
    expect(chiSquare(seen, Object.values(twelfths), rounds)).to.be.lessThan(20.5);
  });
});

function chiSquare(counts: readonly number[], weights: readonly number[], rounds: number): number {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return counts.reduce((sum, count, at) => {
    const expected = (rounds * (weights[at] ?? 0)) / total;
    return sum + (count - expected) ** 2 / expected;
  }, 0);
}
