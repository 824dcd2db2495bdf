/** Requests per minute of each key: a bucket that fills evenly. */

const MINUTE_MS = 60_000;

/** What a bucket says of one more request. */
export interface Allowance {
  readonly isAllowed: boolean;
  readonly limit: number;
  /** Whole requests that are left now. */
  readonly remaining: number;
  /** Milliseconds until one more is allowed; 0 when one is. */
  readonly waitMs: number;
}

interface Bucket {
  tokens: number;
  filledMs: number;
}

/** One bucket per key; a full one is forgotten, so that memory follows what is in use. */
export class RateLimiter {
  readonly #perMinute: number;
  readonly #buckets = new Map<string, Bucket>();

  constructor(perMinute: number) {
    this.#perMinute = perMinute;
  }

  /** Takes one request of `key` from its bucket, if there is one. */
  take(key: string, nowMs: number): Allowance {
    const limit = this.#perMinute;
    const perMs = limit / MINUTE_MS;
    const bucket = this.#buckets.get(key) ?? { tokens: limit, filledMs: nowMs };
    const passedMs = Math.max(0, nowMs - bucket.filledMs);
    const tokens = Math.min(limit, bucket.tokens + passedMs * perMs);
    const isAllowed = tokens >= 1;
    const left = isAllowed ? tokens - 1 : tokens;
    this.#buckets.set(key, { tokens: left, filledMs: nowMs });
    const waitMs = left >= 1 ? 0 : Math.ceil((1 - left) / perMs);
    return { isAllowed, limit, remaining: Math.floor(left), waitMs };
  }

  /** Forgets buckets that are full by now. */
  sweep(nowMs: number): void {
    for (const [key, { filledMs }] of this.#buckets) {
      if (nowMs - filledMs >= MINUTE_MS) this.#buckets.delete(key);
    }
  }
}
