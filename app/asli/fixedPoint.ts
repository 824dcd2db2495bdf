/**
 * Integer logarithm and exponential, specified bit by bit in README.md ("Numbers").
 *
 * Every value here is an integer below 2^53 held in a JavaScript number, so products are exact, and
 * every division is by a power of two (exact before the floor) or of an operand below 2^27 by a
 * small integer. No result depends on how a machine rounds. Numbers rather than BigInt, because a
 * sampled token costs 64 logarithms of logarithms.
 */
import { assert } from "../lib/assert.ts";

const TWO_16 = 2 ** 16;
const TWO_24 = 2 ** 24;
const TWO_25 = 2 ** 25;
const TWO_26 = 2 ** 26;
const TWO_32 = 2 ** 32;
const TWO_42 = 2 ** 42;

/** ln 2 × 2^23, rounded. With a Q24 logarithm below 2^30 the product stays below 2^53. */
const LN2_Q23 = 5_814_540;
/** ln 2 × 2^16, rounded up: 0.9 more than the value, and a noise is off by less. */
const LN2_Q16 = 45_427;
/** ln 2 × 2^26, rounded. */
const LN2_Q26 = 46_516_320;
/** 1 ÷ ln 2 × 2^26, rounded. */
const LOG2_E_Q26 = 96_817_625;
/** −ln(ln 2) × 2^47, rounded. */
const MINUS_LN_LN2_Q47 = 51_582_107_892_439;

/** Fraction bits of a binary logarithm, found one by one by squaring. */
const LOG_FRACTION_BITS = 24;
/** Terms of the exponential's series: the first one left out is below 2^-30. */
const EXP_TERMS = 10;
/** From this depth on (32 nat, in 1/2^16) the exponential is 0 at its precision. */
const EXP_DEPTH_ZERO = 2 ** 21;
/** Uniforms whose upper half is at least this are within 1/16 of one. */
const NEAR_ONE_HIGH = 0xf0000000;

/** The largest value of `gumbel`: that of the largest uniform, 45.05 nat in 1/2^16 nat. */
export const GUMBEL_MAX = 2_952_696;

/** e^0 as `expNegative` returns it: the unit of a mass. */
export const MASS_ONE: number = TWO_26;

/** Bits of the unsigned integer `high` × 2^32 + `low`, which is not 0. */
function bitLength(high: number, low: number): number {
  return high === 0 ? 32 - Math.clz32(low) : 64 - Math.clz32(high);
}

/** The 26 leading bits of `high` × 2^32 + `low`, filled with zeros when it has fewer. */
function mantissa(high: number, low: number): number {
  if (high === 0) return (low << Math.clz32(low)) >>> 6;
  const shift = Math.clz32(high);
  if (shift === 0) return high >>> 6;
  return ((high << shift) | (low >>> (32 - shift))) >>> 6;
}

/** log2 × 2^24, floored, of `lead` × 2^(bits − 26), where `lead` is in [2^25, 2^26). */
function logOfMantissa(bits: number, lead: number): number {
  let square = lead;
  let fraction = 0;
  for (let bit = 0; bit < LOG_FRACTION_BITS; bit += 1) {
    square = Math.floor((square * square) / TWO_25);
    fraction <<= 1;
    if (square >= TWO_26) {
      fraction |= 1;
      square >>>= 1;
    }
  }
  return (bits - 1) * TWO_24 + fraction;
}

/**
 * log2(`high` × 2^32 + `low`) × 2^24 from the 26 leading bits, floored. Both halves are uint32.
 * @throws AssertionError when the value is 0.
 */
export function log2Fixed(high: number, low: number): number {
  assert(high !== 0 || low !== 0, "a logarithm needs a positive value");
  return logOfMantissa(bitLength(high, low), mantissa(high, low));
}

/**
 * e^(−`depth` / 2^16) × 2^26, floored; `depth` is a non-negative integer in 1/2^16 nat. The result
 * is in [0, 2^26].
 */
export function expNegative(depth: number): number {
  if (depth >= EXP_DEPTH_ZERO) return 0;
  const log2 = depth * LOG2_E_Q26;
  const halvings = Math.floor(log2 / TWO_42);
  const fraction = Math.floor((log2 - halvings * TWO_42) / TWO_16);
  const power = Math.floor((fraction * LN2_Q26) / TWO_26);
  let sum = TWO_26;
  for (let term = EXP_TERMS; term >= 1; term -= 1) {
    sum = TWO_26 - Math.floor(Math.floor((power * sum) / TWO_26) / term);
  }
  return halvings > 26 ? 0 : sum >>> halvings;
}

/**
 * ln(`mass` / 2^26) in 1/1024 nat, rounded half up, of a sum of `expNegative` results that is at
 * least 2^26 and below 2^53.
 */
export function lnOfMass(mass: number): number {
  const log2 = log2Fixed(Math.floor(mass / TWO_32), mass % TWO_32) - 26 * TWO_24;
  return Math.floor((log2 * LN2_Q23 + 2 ** 36) / 2 ** 37);
}

/** log2 × 2^24 of the odd 65-bit integer 2h + 1, h = `high` × 2^32 + `low`. */
function log2OfOdd(high: number, low: number): number {
  if (high === 0 && low < 2 ** 31) return log2Fixed(0, low * 2 + 1);
  return log2Fixed(high, low) + TWO_24;
}

/**
 * −ln(−ln u) in 1/2^16 nat, rounded half up, u = (`high` × 2^32 + `low` + 1/2) / 2^64. Both halves
 * are uint32. Off the true value by less than one unit.
 */
export function gumbel(high: number, low: number): number {
  if (high >= NEAR_ONE_HIGH) return gumbelNearOne(~high >>> 0, ~low >>> 0);
  const minusLog2 = 65 * TWO_24 - log2OfOdd(high, low);
  const rest = 24 * TWO_24 - log2Fixed(0, minusLog2);
  return Math.floor((rest * LN2_Q23 + MINUS_LN_LN2_Q47 + 2 ** 30) / 2 ** 31);
}

/**
 * No `gumbel` of a uniform with this upper half is larger: −ln(−ln u) < −ln(1 − u), and 1 − u is at
 * least 2^−k. Costs next to nothing, and is enough to leave most values out of a contest.
 */
export function gumbelBound(high: number): number {
  const rest = ~high >>> 0;
  return rest === 0 ? GUMBEL_MAX : (Math.clz32(rest) + 1) * LN2_Q16;
}

/**
 * Near u = 1 the logarithm cancels, so −ln(1 − x) is x (1 + x/2 + x²/3 + x³/4 + x⁴/5) instead, with
 * x = (2d + 1) / 2^65 < 1/16 and d = `high` × 2^32 + `low` the complement of the uniform's integer.
 */
function gumbelNearOne(high: number, low: number): number {
  const x = high >>> 7;
  let series = 6_710_886;
  series = 8_388_608 + Math.floor((series * x) / TWO_25);
  series = 11_184_811 + Math.floor((series * x) / TWO_25);
  series = 16_777_216 + Math.floor((series * x) / TWO_25);
  series = TWO_25 + Math.floor((series * x) / TWO_25);
  const small = high === 0 && low < 2 ** 31;
  const doubled = small ? low * 2 + 1 : low;
  let bits = bitLength(high, doubled) + (small ? 0 : 1);
  let lead = Math.floor((mantissa(high, doubled) * series) / TWO_25);
  if (lead >= TWO_26) {
    lead >>>= 1;
    bits += 1;
  }
  const minusLog2 = 65 * TWO_24 - logOfMantissa(bits, lead);
  return Math.floor((minusLog2 * LN2_Q23 + 2 ** 30) / 2 ** 31);
}
