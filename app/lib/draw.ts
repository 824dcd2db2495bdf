/**
 * Weighted draws with exact integers: a Fenwick tree of weights and numbers from hashes, so that
 * all replicas draw alike. Rejection sampling makes every number equally likely.
 */
import { assert } from "./assert.ts";
import { concatBytes, sha256, uint64BigEndian } from "./bytes.ts";

const WORD_RANGE = 1n << 64n;

/** Gives the next number, uniform in [0, 2^64). */
export type Words = () => bigint;

/** First 8 bytes, big-endian, of `SHA-256(prefix ‖ counter)`, for counter 0, 1, 2, … */
export function hashWords(prefix: Uint8Array): Words {
  let counter = 0n;
  return () => {
    const digest = sha256(concatBytes(prefix, uint64BigEndian(counter)));
    counter += 1n;
    return new DataView(digest.buffer, digest.byteOffset, 8).getBigUint64(0);
  };
}

/** A number uniform in [0, `total`), 0 < total ≤ 2^64; words beyond its last multiple go. */
export function uniform(words: Words, total: bigint): bigint {
  assert(total > 0n && total <= WORD_RANGE, "a draw is from 1 to 2^64 numbers");
  const limit = WORD_RANGE - (WORD_RANGE % total);
  let word = words();
  while (word >= limit) word = words();
  return word % total;
}

/** Weights that are drawn from and changed in logarithmic time. */
export class WeightTree {
  private readonly weights: bigint[];
  private readonly sums: bigint[];
  private readonly top: number;
  private sum = 0n;

  /** Takes linear time. Weights are not negative, and their sum stays within 2^64. */
  constructor(weights: readonly bigint[]) {
    this.weights = [...weights];
    this.sums = [0n, ...weights];
    for (let at = 1; at < this.sums.length; at += 1) {
      this.sum += this.weights[at - 1] as bigint;
      const parent = at + (at & -at);
      if (parent < this.sums.length) {
        this.sums[parent] = (this.sums[parent] as bigint) + (this.sums[at] as bigint);
      }
    }
    let top = 1;
    while (top * 2 < this.sums.length) top *= 2;
    this.top = top;
    assert(this.sum <= WORD_RANGE, "weights sum up to at most 2^64");
  }

  /** Sum of all weights. */
  get total(): bigint {
    return this.sum;
  }

  weight(index: number): bigint {
    const weight = this.weights[index];
    assert(weight !== undefined, "index of a weight");
    return weight;
  }

  set(index: number, weight: bigint): void {
    assert(weight >= 0n, "a weight is not negative");
    const change = weight - this.weight(index);
    this.weights[index] = weight;
    this.sum += change;
    for (let at = index + 1; at < this.sums.length; at += at & -at) {
      this.sums[at] = (this.sums[at] as bigint) + change;
    }
  }

  /** The index in whose stretch `point` falls when weights lie end to end; 0 ≤ point < total. */
  find(point: bigint): number {
    assert(point >= 0n && point < this.sum, "a point lies within the weights");
    let at = 0;
    let rest = point;
    for (let step = this.top; step >= 1; step /= 2) {
      const sum = this.sums[at + step];
      if (sum === undefined || sum > rest) continue;
      at += step;
      rest -= sum;
    }
    return at;
  }

  /** One draw: each index with probability weight ÷ total. The total must not be 0. */
  draw(words: Words): number {
    return this.find(uniform(words, this.sum));
  }
}

/**
 * Up to `count` different indexes, one after the other, each by the weights of those left. The tree
 * is as before when this returns.
 */
export function drawDistinct(tree: WeightTree, count: number, words: Words): number[] {
  const drawn: { readonly index: number; readonly weight: bigint }[] = [];
  while (drawn.length < count && tree.total > 0n) {
    const index = tree.draw(words);
    drawn.push({ index, weight: tree.weight(index) });
    tree.set(index, 0n);
  }
  for (const { index, weight } of drawn) tree.set(index, weight);
  return drawn.map(({ index }) => index);
}
