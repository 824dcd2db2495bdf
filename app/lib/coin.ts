/** Coins: non-negative integer amounts of a denomination. Amounts travel as decimal strings. */
import { assert } from "./assert.ts";

/** The chain's only denomination: 10^6 uasi = 1 ASI. */
export const BASE_DENOM = "uasi";

/** Largest amount that anything in state may hold (protocol.md 2.9). */
export const AMOUNT_MAX: bigint = 2n ** 63n - 1n;

const PRODUCT_MAX = 2n ** 127n;

/** A coin as Cosmos writes it: `amount` is a decimal integer. */
export interface CoinText {
  readonly denom: string;
  readonly amount: string;
}

/**
 * The amount in `text`, in [0, 2^63).
 * @throws RangeError when it is not a canonical decimal integer in range.
 */
export function parseAmount(text: string): bigint {
  if (!/^(0|[1-9]\d{0,18})$/.test(text)) throw new RangeError("amount is not a canonical integer");
  const amount = BigInt(text);
  if (amount > AMOUNT_MAX) throw new RangeError("amount exceeds 2^63 - 1");
  return amount;
}

/** The coins of `amount` uasi: empty when it is zero, as Cosmos lists coins. */
export function uasi(amount: bigint): readonly CoinText[] {
  return amount === 0n ? [] : [{ denom: BASE_DENOM, amount: amount.toString() }];
}

/** `a × b ÷ c` rounded down, for non-negative integers; the product is checked at 2^127. */
export function mulDiv(a: bigint, b: bigint, c: bigint): bigint {
  assert(a >= 0n && b >= 0n && c > 0n, "mulDiv takes non-negative integers and a positive divisor");
  const product = a * b;
  assert(product < PRODUCT_MAX, "product exceeds 2^127");
  return product / c;
}

/** `a × b ÷ c` rounded up. */
export function mulDivUp(a: bigint, b: bigint, c: bigint): bigint {
  const down = mulDiv(a, b, c);
  return down * c === a * b ? down : down + 1n;
}

/** `a + b`, asserted to stay an amount. */
export function addAmount(a: bigint, b: bigint): bigint {
  const sum = a + b;
  assert(sum <= AMOUNT_MAX, "amount exceeds 2^63 - 1");
  return sum;
}

/** The smaller of two amounts; `Math.min` takes no bigint. */
export function smallerAmount(a: bigint, b: bigint): bigint {
  if (a < b) return a;
  return b;
}

/** The larger of two amounts. */
export function largerAmount(a: bigint, b: bigint): bigint {
  if (a > b) return a;
  return b;
}
