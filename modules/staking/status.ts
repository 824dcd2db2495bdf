/**
 * Whether a validator is bonded: it has power and is not jailed. What changes either settles the
 * validator once when it is done, which moves tokens between the pools and tells the hooks.
 */
import { JailReason, type Validator } from "../../proto/gen/aegis/staking/v1/staking.ts";
import { BondStatus } from "../../proto/gen/cosmos/staking/v1beta1/staking.ts";
import type { BlockContext } from "../../app/module/context.ts";
import { consensusAddress, leaveSeat, powerOf } from "./committee.ts";
import { BONDED_POOL, NOT_BONDED_POOL } from "./constants.ts";
import { notBonded, validatorQueue } from "./delegationState.ts";
import type { StakingDeps } from "./deps.ts";
import { validatorJailed, validatorUnjailed } from "./events.ts";
import { isBonded, movePool } from "./pools.ts";
import { params, validators } from "./state.ts";
import { setPower } from "./validatorSets.ts";

/** Brings status, pools, power in the set and seat of a validator in line with stake and jail. */
export function settle(deps: StakingDeps, ctx: BlockContext, operator: string): void {
  const validator = validators.get(ctx, operator);
  if (validator === undefined) return;
  const mayBond = validator.jailedHeight === 0n && powerOf(validator) > 0n;
  if (mayBond && !isBonded(validator)) bond(deps, ctx, validator);
  if (!mayBond && isBonded(validator)) beginUnbonding(deps, ctx, validator);
  const settled = validators.require(ctx, operator);
  setPower(ctx, settled.slot, isBonded(settled) ? powerOf(settled) : 0n);
  leaveSeat(ctx, settled);
}

function bond(deps: StakingDeps, ctx: BlockContext, validator: Validator): void {
  const { operator, tokens, unbondingUntilMs } = validator;
  if (unbondingUntilMs > 0n) validatorQueue.delete(ctx, [unbondingUntilMs, operator]);
  movePool(deps, ctx, NOT_BONDED_POOL, BONDED_POOL, tokens);
  const status = BondStatus.BOND_STATUS_BONDED;
  validators.set(ctx, operator, { ...validator, status, unbondingUntilMs: 0n });
  notBonded.delete(ctx, operator);
  deps.hooks.afterValidatorBonded(ctx, consensusAddress(validator.consensusPublicKey), operator);
}

function beginUnbonding(deps: StakingDeps, ctx: BlockContext, validator: Validator): void {
  const { operator, tokens, consensusPublicKey } = validator;
  const unbondingUntilMs = ctx.block.clockMs + params.require(ctx).unbondingTimeMs;
  movePool(deps, ctx, BONDED_POOL, NOT_BONDED_POOL, tokens);
  validators.set(ctx, operator, {
    ...validator,
    status: BondStatus.BOND_STATUS_UNBONDING,
    unbondingHeight: ctx.block.height,
    unbondingUntilMs,
  });
  notBonded.add(ctx, operator);
  validatorQueue.add(ctx, [unbondingUntilMs, operator]);
  deps.hooks.afterValidatorBeginUnbonding(ctx, consensusAddress(consensusPublicKey), operator);
}

/** Jails a validator that is not; the caller settles it. */
export function markJailed(ctx: BlockContext, operator: string, jailReason: JailReason): void {
  const validator = validators.require(ctx, operator);
  if (validator.jailedHeight !== 0n) return;
  validators.set(ctx, operator, { ...validator, jailReason, jailedHeight: ctx.block.height });
  ctx.emit(validatorJailed, { operator, reason: jailReason });
}

/** Jails a validator; nothing when it is jailed already. */
export function jail(
  deps: StakingDeps,
  ctx: BlockContext,
  operator: string,
  reason: JailReason,
): void {
  markJailed(ctx, operator, reason);
  settle(deps, ctx, operator);
}

/** Lets a validator out of jail; nothing when it is not jailed. */
export function unjail(deps: StakingDeps, ctx: BlockContext, operator: string): void {
  const validator = validators.require(ctx, operator);
  if (validator.jailedHeight === 0n) return;
  const jailReason = JailReason.JAIL_REASON_UNSPECIFIED;
  validators.set(ctx, operator, { ...validator, jailReason, jailedHeight: 0n });
  ctx.emit(validatorUnjailed, { operator });
  settle(deps, ctx, operator);
}
