/** Reproducible pseudo-random numbers: a seed gives the same numbers everywhere. */

/** A xorshift generator; never for anything that must be unpredictable. */
export class Prng {
  #state: number;

  /** Any integer is a seed. */
  constructor(seed: number) {
    // A multiplication spreads small seeds; the state of a xorshift must not be zero.
    this.#state = Math.imul(seed, 0x9e3779b1) >>> 0 || 0x6d2b79f5;
  }

  /** The next integer in [0, 2^32). */
  uint32(): number {
    let state = this.#state;
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    this.#state = state >>> 0;
    return this.#state;
  }

  /** The next number in [0, 1). */
  unit(): number {
    return this.uint32() / 2 ** 32;
  }

  /** The next integer in [0, `limit`). */
  below(limit: number): number {
    return Math.floor(this.unit() * limit);
  }

  /** A number of mean 0 and variance 1: four uniform ones summed, which is bell-shaped enough. */
  normal(): number {
    const sum = this.unit() + this.unit() + this.unit() + this.unit();
    return (sum - 2) * Math.sqrt(3);
  }
}
