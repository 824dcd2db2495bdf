/**
 * What shares of a validator are worth: the Cosmos SDK's arithmetic, rounding included. One share
 * is one uasi until the first slash.
 */
import type { Validator } from "../../proto/gen/aegis/staking/v1/staking.ts";
import { assert } from "../../app/lib/assert.ts";
import { addAmount } from "../../app/lib/coin.ts";
import {
  addDec,
  type Dec,
  decOf,
  formatDec,
  mulDecInt,
  parseDec,
  quoDec,
  quoDecDown,
  quoDecInt,
  subDec,
  truncateDec,
} from "../../app/lib/dec.ts";
import { errors } from "./errors.ts";

/** Times an amount below 2^63 these still fit a decimal. */
const SHARES_LIMIT = 2n ** 250n;

type Worth = Pick<Validator, "tokens" | "delegatorShares">;

/** All shares of a validator. */
export function sharesOf({ delegatorShares }: Worth): Dec {
  return parseDec(delegatorShares);
}

/** Slashes took all tokens and left the shares: nobody can tell what more of them would cost. */
export function hasInvalidRate(validator: Worth): boolean {
  return validator.tokens === 0n && sharesOf(validator) > 0n;
}

/** What `shares` are worth, in uasi. */
export function tokensFromShares(validator: Worth, shares: Dec): Dec {
  return quoDec(mulDecInt(shares, validator.tokens), sharesOf(validator));
}

/** What `shares` are worth, rounded down. */
export function tokensFromSharesTruncated(validator: Worth, shares: Dec): Dec {
  return quoDecDown(mulDecInt(shares, validator.tokens), sharesOf(validator));
}

/** Shares that are worth `amount`. @throws ModuleError insufficientShares: there are no tokens. */
export function sharesFromTokens(validator: Worth, amount: bigint): Dec {
  if (validator.tokens === 0n) throw errors.insufficientShares();
  return quoDecInt(mulDecInt(sharesOf(validator), amount), validator.tokens);
}

/** The same, by the division of decimals that Cosmos compares with what a delegator has. */
export function sharesFromTokensTruncated(validator: Worth, amount: bigint): Dec {
  if (validator.tokens === 0n) throw errors.insufficientShares();
  return quoDecDown(mulDecInt(sharesOf(validator), amount), decOf(validator.tokens));
}

/**
 * The validator with `amount` more, and the shares that this makes.
 * @throws ModuleError invalidExchangeRate when slashes made shares too cheap to count.
 */
export function withTokens(
  validator: Validator,
  amount: bigint,
): { readonly validator: Validator; readonly issued: Dec } {
  const all = sharesOf(validator);
  const issued = all === 0n ? decOf(amount) : sharesFromTokens(validator, amount);
  if (all + issued >= SHARES_LIMIT) throw errors.invalidExchangeRate();
  const tokens = addAmount(validator.tokens, amount);
  const delegatorShares = formatDec(addDec(all, issued));
  return { validator: { ...validator, tokens, delegatorShares }, issued };
}

/** The validator without `shares`, and their tokens: the last shares take all that is left. */
export function withoutShares(
  validator: Validator,
  shares: Dec,
): { readonly validator: Validator; readonly amount: bigint } {
  const rest = subDec(sharesOf(validator), shares);
  const amount = rest === 0n ? validator.tokens : truncateDec(tokensFromShares(validator, shares));
  const tokens = validator.tokens - amount;
  assert(tokens >= 0n, "shares are worth no more than the validator has");
  return { validator: { ...validator, tokens, delegatorShares: formatDec(rest) }, amount };
}
