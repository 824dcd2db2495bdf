/**
 * Decimals of 18 digits, as Cosmos' `LegacyDec`: an integer that is 10^18 times the value. Rates,
 * shares and reward ratios are never negative here, and neither is any decimal of this file.
 *
 * A result of 2^315 or more, Cosmos' limit, fails an assertion. What is computed on the way has at
 * most 630 bits then. Amounts are below 2^63, so as decimals below 2^123: shares may become dearer
 * by slashes 2^129 times before an amount times shares comes near the limit.
 */
import { assert } from "./assert.ts";

declare const scaled: unique symbol;

/** A decimal; two of them compare as bigints do. Only this file makes one of a bigint. */
export type Dec = bigint & { readonly [scaled]: 18 };

const DIGITS = 18;
const UNIT = 10n ** 18n;
const UNIT_SQUARED = UNIT * UNIT;
const LIMIT = 2n ** 315n;
/** 2^315 has 95 digits. */
const WIRE = /^(0|[1-9]\d{0,94})$/;
const TEXT = /^(0|[1-9]\d{0,76})(?:\.(\d{1,18}))?$/;

export const DEC_ZERO: Dec = 0n as Dec;
export const DEC_ONE: Dec = UNIT as Dec;

function bounded(value: bigint): Dec {
  assert(value >= 0n && value < LIMIT, "a decimal is outside [0, 2^315)");
  return value as Dec;
}

function inRange(value: bigint): Dec {
  if (value >= LIMIT) throw new RangeError("decimal exceeds 2^315");
  return value as Dec;
}

function divideUp(dividend: bigint, divisor: bigint): bigint {
  const down = dividend / divisor;
  return down * divisor === dividend ? down : down + 1n;
}

/** `value ÷ 10^18` to the nearest integer, from the middle to the even one. */
function divideUnitHalfEven(value: bigint): bigint {
  const down = value / UNIT;
  const twice = (value - down * UNIT) * 2n;
  if (twice < UNIT) return down;
  return twice > UNIT || down % 2n === 1n ? down + 1n : down;
}

/** The decimal that messages carry as the digits of its scaled integer. @throws RangeError */
export function parseDec(wire: string): Dec {
  if (!WIRE.test(wire)) throw new RangeError("decimal is not a canonical scaled integer");
  return inRange(BigInt(wire));
}

/** Inverse of `parseDec`: 0.05 is "50000000000000000". */
export function formatDec(value: Dec): string {
  return value.toString();
}

/** The decimal that people write, such as "0.05". @throws RangeError, also beyond 18 places. */
export function parseDecText(text: string): Dec {
  const match = TEXT.exec(text);
  if (match === null) throw new RangeError("expected a decimal of 18 places at most");
  return inRange(BigInt(`${match[1]}${(match[2] ?? "").padEnd(DIGITS, "0")}`));
}

/** The decimal with all 18 places, as Cosmos shows it: "0.050000000000000000". */
export function formatDecText(value: Dec): string {
  const digits = value.toString().padStart(DIGITS + 1, "0");
  return `${digits.slice(0, -DIGITS)}.${digits.slice(-DIGITS)}`;
}

/** The decimal of an integer. */
export function decOf(integer: bigint): Dec {
  return bounded(integer * UNIT);
}

/** The integer part. */
export function truncateDec(value: Dec): bigint {
  return value / UNIT;
}

export function addDec(a: Dec, b: Dec): Dec {
  return bounded(a + b);
}

/** `a − b`, asserted not to be negative. */
export function subDec(a: Dec, b: Dec): Dec {
  return bounded(a - b);
}

/** `a × b` to the nearest decimal, from the middle to the even one (`Mul`). */
export function mulDec(a: Dec, b: Dec): Dec {
  return bounded(divideUnitHalfEven(a * b));
}

/** `a × b` rounded down (`MulTruncate`). */
export function mulDecDown(a: Dec, b: Dec): Dec {
  return bounded((a * b) / UNIT);
}

/** `a × b` rounded up (`MulRoundUp`). */
export function mulDecUp(a: Dec, b: Dec): Dec {
  return bounded(divideUp(a * b, UNIT));
}

/** `a × integer`, exact (`MulInt`). */
export function mulDecInt(a: Dec, integer: bigint): Dec {
  return bounded(a * integer);
}

/**
 * `a ÷ b` to the nearest decimal, from the middle to the even one (`Quo`). Like Cosmos it cuts the
 * quotient at 36 places before it rounds, so what is above a middle by less than 10^-36 counts as
 * the middle.
 */
export function quoDec(a: Dec, b: Dec): Dec {
  assert(b > 0n, "division by zero");
  return bounded(divideUnitHalfEven((a * UNIT_SQUARED) / b));
}

/** `a ÷ b` rounded down (`QuoTruncate`). */
export function quoDecDown(a: Dec, b: Dec): Dec {
  assert(b > 0n, "division by zero");
  return bounded((a * UNIT) / b);
}

/** `a ÷ b` rounded up (`QuoRoundUp`). */
export function quoDecUp(a: Dec, b: Dec): Dec {
  assert(b > 0n, "division by zero");
  return bounded(divideUp(a * UNIT, b));
}

/** `a ÷ integer` rounded down (`QuoInt`). */
export function quoDecInt(a: Dec, integer: bigint): Dec {
  assert(integer > 0n, "division by zero");
  return bounded(a / integer);
}
