/** Validators come and go: their keys are unique, and a slot is theirs until they are removed. */
import { LicenceUse, type Validator } from "../../proto/gen/aegis/staking/v1/staking.ts";
import { BondStatus } from "../../proto/gen/cosmos/staking/v1beta1/staking.ts";
import { assert } from "../../app/lib/assert.ts";
import { EMPTY_BYTES } from "../../app/lib/bytes.ts";
import type { Readable } from "../../app/module/collections/schema.ts";
import type { BlockContext } from "../../app/module/context.ts";
import { consensusAddress, isKept } from "./committee.ts";
import { COMPLETIONS_PER_BLOCK, REMOVAL_RETRY_MS } from "./constants.ts";
import { blsKeys, notBonded, validatorQueue } from "./delegationState.ts";
import type { StakingDeps } from "./deps.ts";
import { firstDue } from "./due.ts";
import { errors } from "./errors.ts";
import { forgetRetired, retiredOf } from "./keys.ts";
import { freeLicences } from "./licenceFaults.ts";
import { sharesOf } from "./shares.ts";
import { freeSlot, takeSlot } from "./slots.ts";
import { beaconRecords, operators, validators } from "./state.ts";
import { setKey } from "./validatorSets.ts";

/** @throws ModuleError noValidator. */
export function requireValidator(ctx: Readable, operator: string): Validator {
  const validator = validators.get(ctx, operator);
  if (validator === undefined) throw errors.noValidator(operator);
  return validator;
}

/**
 * Adds a validator without tokens; it gets a slot.
 * @throws ModuleError operatorExists, consensusKeyExists or tooManyValidators.
 */
export function addValidator(
  deps: StakingDeps,
  ctx: BlockContext,
  validator: Omit<Validator, "slot">,
): void {
  const { operator, consensusPublicKey } = validator;
  const address = consensusAddress(consensusPublicKey);
  if (validators.has(ctx, operator)) throw errors.operatorExists(operator);
  if (operators.has(ctx, address)) throw errors.consensusKeyExists();
  validators.set(ctx, operator, { ...validator, slot: takeSlot(ctx, operator) });
  operators.set(ctx, address, operator);
  notBonded.add(ctx, operator);
  deps.hooks.afterValidatorCreated(ctx, operator);
}

/**
 * Removes a validator that is unbonded and has no delegations. While a committee that is kept
 * refers to one of its keys, that waits.
 */
export function removeIfEmpty(deps: StakingDeps, ctx: BlockContext, operator: string): void {
  const validator = validators.get(ctx, operator);
  if (validator?.status !== BondStatus.BOND_STATUS_UNBONDED) return;
  if (sharesOf(validator) > 0n || validator.unbondingUntilMs > 0n) return;
  assert(validator.tokens === 0n, "a validator without shares has no tokens");
  const address = consensusAddress(validator.consensusPublicKey);
  const retired = retiredOf(ctx, operator);
  if ([address, ...retired].some((one) => isKept(ctx, one))) {
    const unbondingUntilMs = ctx.block.clockMs + REMOVAL_RETRY_MS;
    validators.set(ctx, operator, { ...validator, unbondingUntilMs });
    validatorQueue.add(ctx, [unbondingUntilMs, operator]);
    return;
  }
  freeLicences(ctx, { use: LicenceUse.LICENCE_USE_VALIDATOR, address: operator });
  for (const old of retired) forgetRetired(ctx, old);
  if (validator.blsPublicKey.length > 0) {
    blsKeys.delete(ctx, validator.blsPublicKey);
    setKey(ctx, validator.slot, EMPTY_BYTES);
  }
  beaconRecords.delete(ctx, operator);
  operators.delete(ctx, address);
  freeSlot(ctx, validator.slot);
  notBonded.delete(ctx, operator);
  validators.delete(ctx, operator);
  deps.hooks.afterValidatorRemoved(ctx, operator, address);
}

/** Ends the unbonding of validators whose time is over, and removes those without delegations. */
export function endUnbondings(deps: StakingDeps, ctx: BlockContext): void {
  const due = firstDue(ctx, validatorQueue, ctx.block.clockMs, COMPLETIONS_PER_BLOCK);
  for (const key of due) {
    validatorQueue.delete(ctx, key);
    const validator = validators.require(ctx, key[1]);
    const status = BondStatus.BOND_STATUS_UNBONDED;
    validators.set(ctx, key[1], { ...validator, status, unbondingUntilMs: 0n });
    removeIfEmpty(deps, ctx, key[1]);
  }
}
