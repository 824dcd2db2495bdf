/**
 * How a sum is shared by rank: rank r (from 0) weighs 0.9^r. The weights are the integers
 * 9^r × 10^(19 − r), which stand to each other exactly as the powers do, so that no replica rounds
 * differently; each share is ⌊pool × w ÷ Σw⌋ and the first rank also gets what rounding leaves.
 */
import { assert } from "../../app/lib/assert.ts";
import { mulDiv } from "../../app/lib/coin.ts";
import { MILLION } from "./constants.ts";

/** Ranks beyond weigh as the last: a pool times 10^19 is just below 2^127. */
const WEIGHTS: readonly bigint[] = Array.from(
  { length: 20 },
  (_, rank) => 9n ** BigInt(rank) * 10n ** BigInt(19 - rank),
);

/** The integer weight of `rank`. */
export function rankWeight(rank: number): bigint {
  return WEIGHTS[Math.min(rank, WEIGHTS.length - 1)] as bigint;
}

/** Shares of `pool` for ranks 0 to `count` − 1 (`count` > 0). They sum up to `pool` exactly. */
export function sharesByRank(pool: bigint, count: number): bigint[] {
  assert(count > 0, "a pool is shared by somebody");
  const weights = Array.from({ length: count }, (_, rank) => rankWeight(rank));
  const total = weights.reduce((sum, weight) => sum + weight, 0n);
  const shares = weights.map((weight) => mulDiv(pool, weight, total));
  const given = shares.reduce((sum, share) => sum + share, 0n);
  shares[0] = (shares[0] as bigint) + pool - given;
  return shares;
}

/** Who earns a sum, by rank. */
export interface Earners {
  readonly executors: readonly string[];
  readonly verifiers: readonly string[];
}

/** One share of a sum. */
export interface Share {
  readonly address: string;
  readonly role: "executor" | "verifier";
  /** From 0. */
  readonly rank: number;
  readonly amount: bigint;
}

function sharesOf(pool: bigint, role: Share["role"], addresses: readonly string[]): Share[] {
  if (addresses.length === 0) return [];
  const amounts = sharesByRank(pool, addresses.length);
  return addresses.map((address, rank) => ({ address, role, rank, amount: amounts[rank] ?? 0n }));
}

/**
 * Shares of `sum`: alpha of it for executors, the rest for verifiers. Where one side has nobody,
 * its part goes to the other; with nobody at all there are no shares.
 */
export function splitByAlpha(sum: bigint, alphaMillionths: number, earners: Earners): Share[] {
  const { executors, verifiers } = earners;
  let forExecutors = mulDiv(sum, BigInt(alphaMillionths), MILLION);
  if (executors.length === 0) forExecutors = 0n;
  else if (verifiers.length === 0) forExecutors = sum;
  return [
    ...sharesOf(forExecutors, "executor", executors),
    ...sharesOf(sum - forExecutors, "verifier", verifiers),
  ];
}
