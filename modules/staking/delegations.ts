/** Shares of validators change hands here: every step moves tokens, shares and tells the hooks. */
import { JailReason, type Validator } from "../../proto/gen/aegis/staking/v1/staking.ts";
import { addDec, type Dec, DEC_ZERO, subDec, truncateDec } from "../../app/lib/dec.ts";
import { moduleAddress } from "../../app/lib/address.ts";
import type { Readable, Writable } from "../../app/module/collections/schema.ts";
import type { BlockContext } from "../../app/module/context.ts";
import { delegations, delegationsByValidator } from "./delegationState.ts";
import type { StakingDeps } from "./deps.ts";
import { errors, sdkErrors } from "./errors.ts";
import { movePool, poolOf } from "./pools.ts";
import {
  hasInvalidRate,
  sharesFromTokens,
  sharesFromTokensTruncated,
  tokensFromShares,
  withoutShares,
  withTokens,
} from "./shares.ts";
import { validators } from "./state.ts";
import { markJailed } from "./status.ts";
import { removeIfEmpty, requireValidator } from "./validators.ts";

export interface DelegationOf {
  readonly delegator: string;
  readonly operator: string;
}

/** Writes the shares of a delegation. */
export function setDelegation(
  ctx: Writable,
  { delegator, operator }: DelegationOf,
  shares: Dec,
): void {
  delegations.set(ctx, [delegator, operator], shares);
  delegationsByValidator.add(ctx, [operator, delegator]);
}

/**
 * A validator to which tokens may be delegated. A jailed one takes its operator's only, which may
 * need them to come out of jail.
 * @throws ModuleError noValidator or validatorJailed.
 */
export function requireOpen(ctx: Readable, { delegator, operator }: DelegationOf): Validator {
  const validator = requireValidator(ctx, operator);
  if (validator.jailedHeight !== 0n && delegator !== operator) throw errors.validatorJailed();
  return validator;
}

/**
 * Delegates `amount` (> 0), which lies in the account of module `from` or, without one, is the
 * delegator's own. Returns the new shares. The caller settles the validator.
 * @throws ModuleError invalidExchangeRate, or insufficientFunds of bank.
 */
export function delegate(
  deps: StakingDeps,
  ctx: BlockContext,
  who: DelegationOf,
  amount: bigint,
  from?: string,
): Dec {
  const { delegator, operator } = who;
  const before = requireValidator(ctx, operator);
  if (hasInvalidRate(before)) throw errors.invalidExchangeRate();
  const held = delegations.get(ctx, [delegator, operator]);
  if (held === undefined) deps.hooks.beforeDelegationCreated(ctx, delegator, operator);
  else deps.hooks.beforeDelegationSharesModified(ctx, delegator, operator);
  const pool = poolOf(before);
  if (from === undefined) deps.bank.send(ctx, delegator, moduleAddress(pool), amount);
  else movePool(deps, ctx, from, pool, amount);
  const { validator, issued } = withTokens(validators.require(ctx, operator), amount);
  validators.set(ctx, operator, validator);
  setDelegation(ctx, who, addDec(held ?? DEC_ZERO, issued));
  deps.hooks.afterDelegationModified(ctx, delegator, operator);
  return issued;
}

/**
 * The shares that a delegator must give for `amount`.
 * @throws ModuleError noValidator, noDelegation, insufficientShares, or invalidRequest of sdk when
 *   the delegation is worth less.
 */
export function sharesToUnbond(
  ctx: Readable,
  { delegator, operator }: DelegationOf,
  amount: bigint,
): Dec {
  const validator = requireValidator(ctx, operator);
  const held = delegations.get(ctx, [delegator, operator]);
  if (held === undefined) throw errors.noDelegation();
  const shares = sharesFromTokens(validator, amount);
  if (sharesFromTokensTruncated(validator, amount) > held) {
    throw sdkErrors.invalidRequest("invalid shares amount");
  }
  return shares > held ? held : shares;
}

/**
 * Takes shares from a delegation and returns their tokens, which stay in the validator's pool. An
 * operator that leaves less than it promised jails its validator. The caller settles that.
 * @throws ModuleError noDelegator or notEnoughShares.
 */
export function unbond(
  deps: StakingDeps,
  ctx: BlockContext,
  who: DelegationOf,
  shares: Dec,
): bigint {
  const { delegator, operator } = who;
  const held = delegations.get(ctx, [delegator, operator]);
  if (held === undefined) throw errors.noDelegator();
  deps.hooks.beforeDelegationSharesModified(ctx, delegator, operator);
  if (held < shares) throw errors.notEnoughShares();
  const rest = subDec(held, shares);
  if (delegator === operator && isBelowPromise(validators.require(ctx, operator), rest)) {
    markJailed(ctx, operator, JailReason.JAIL_REASON_SELF_DELEGATION);
  }
  if (rest === 0n) {
    deps.hooks.beforeDelegationRemoved(ctx, delegator, operator);
    delegations.delete(ctx, [delegator, operator]);
    delegationsByValidator.delete(ctx, [operator, delegator]);
  } else {
    setDelegation(ctx, who, rest);
    deps.hooks.afterDelegationModified(ctx, delegator, operator);
  }
  const { validator, amount } = withoutShares(validators.require(ctx, operator), shares);
  validators.set(ctx, operator, validator);
  removeIfEmpty(deps, ctx, operator);
  return amount;
}

/** Whether the operator's own `shares` are worth less than it promised. */
export function isBelowPromise(validator: Validator, shares: Dec): boolean {
  if (validator.delegatorShares === "0") return validator.minSelfDelegation > 0n;
  return truncateDec(tokensFromShares(validator, shares)) < validator.minSelfDelegation;
}
