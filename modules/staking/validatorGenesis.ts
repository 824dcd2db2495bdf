/** Validators in the genesis file: checked whole, because a chain cannot start with wrong ones. */
import type { GenesisState } from "../../proto/gen/aegis/staking/v1/genesis.ts";
import { JailReason, type Validator } from "../../proto/gen/aegis/staking/v1/staking.ts";
import { BondStatus } from "../../proto/gen/cosmos/staking/v1beta1/staking.ts";
import { addressBytes, isAccountAddress } from "../../app/lib/address.ts";
import {
  arePossessions,
  isBlsPublicKey,
  isPossession,
  type ProvenClaim,
} from "../../app/lib/bls.ts";
import { hex } from "../../app/lib/bytes.ts";
import { AMOUNT_MAX } from "../../app/lib/coin.ts";
import { ModuleError } from "../../app/module/error.ts";
import type { BlockContext } from "../../app/module/context.ts";
import { checkRates } from "./commission.ts";
import { canHaveSeat, consensusAddress, powerOf } from "./committee.ts";
import { VALIDATORS_MAX } from "./constants.ts";
import { blsKeys, freeSlots, notBonded, slots, validatorQueue } from "./delegationState.ts";
import { descriptionFault } from "./description.ts";
import { errors } from "./errors.ts";
import { isBonded } from "./pools.ts";
import { operators, validators } from "./state.ts";
import { initChunks } from "./validatorSets.ts";

const POSSESSIONS_AT_ONCE = 1_000;

/** How people know a validator. */
function nameOf({ description, operator }: Validator): string {
  return description?.moniker || operator;
}

function keysFault(validator: Validator): string | undefined {
  const { operator, consensusPublicKey, blsPublicKey, possessionProof } = validator;
  if (!isAccountAddress(operator)) return "operator is not an account address";
  if (consensusPublicKey.length !== 32) return "consensus_public_key needs 32 bytes";
  if (blsPublicKey.length === 0 && possessionProof.length === 0) return undefined;
  if (!isBlsPublicKey(blsPublicKey)) return "bls_public_key is not a BLS12-381 key";
  if (possessionProof.length !== 96) return "possession_proof needs 96 bytes";
  return undefined;
}

function ratesFault(validator: Validator): string | undefined {
  const { commissionRate: rate, commissionMaxRate: maxRate } = validator;
  try {
    checkRates({ rate, maxRate, maxChangeRate: validator.commissionMaxChangeRate });
  } catch (error) {
    if (error instanceof ModuleError) return error.message;
    throw error;
  }
  return undefined;
}

function statusFault(validator: Validator): string | undefined {
  const { jailReason, jailedHeight, status, unbondingUntilMs, tokens } = validator;
  const isJailed = jailReason !== JailReason.JAIL_REASON_UNSPECIFIED;
  if (isJailed !== jailedHeight > 0n) return "jail_reason and jailed_height disagree";
  if (tokens > AMOUNT_MAX) return "tokens exceed 2^63 - 1";
  const known = [
    BondStatus.BOND_STATUS_UNBONDED,
    BondStatus.BOND_STATUS_UNBONDING,
    BondStatus.BOND_STATUS_BONDED,
  ] as const;
  if (!known.some((one) => one === status)) return "unknown status";
  if (isBonded(validator) !== (!isJailed && powerOf(validator) > 0n)) {
    return "it is bonded without power or in jail, or not bonded with power";
  }
  const isUnbonding = status === BondStatus.BOND_STATUS_UNBONDING;
  if (isBonded(validator) && unbondingUntilMs > 0n) return "it is bonded and unbonds";
  if (isUnbonding && unbondingUntilMs === 0n) return "unbonding_until_ms is missing";
  if (validator.minSelfDelegation < 1n) return "min_self_delegation must be at least 1";
  return undefined;
}

/** @throws ModuleError naming the first validator that is wrong. */
export function checkValidators(list: readonly Validator[]): void {
  const unique = new Set<string>();
  for (const validator of list) {
    const wrong =
      keysFault(validator) ??
      descriptionFault(validator.description) ??
      ratesFault(validator) ??
      statusFault(validator);
    if (wrong !== undefined) {
      throw errors.invalidGenesis(`validator ${nameOf(validator)}: ${wrong}`);
    }
    const { operator, consensusPublicKey, blsPublicKey, slot } = validator;
    if (slot >= VALIDATORS_MAX) throw errors.invalidGenesis(`there is no slot ${slot}`);
    const own = [operator, hex(consensusPublicKey), hex(blsPublicKey), `slot ${slot}`];
    for (const key of own.filter((one) => one !== "")) {
      if (unique.has(key)) throw errors.invalidGenesis(`two validators share ${key}`);
      unique.add(key);
    }
  }
  if (list.length > 0 && !list.some(canHaveSeat)) {
    throw errors.invalidGenesis("no validator can have a seat");
  }
}

/**
 * Checks every proof of possession of a genesis file, which are bound to the chain's id.
 * @throws ModuleError naming the validator.
 */
export function checkPossessions(chainId: string, list: readonly Validator[]): void {
  for (let at = 0; at < list.length; at += POSSESSIONS_AT_ONCE) {
    const some = list.slice(at, at + POSSESSIONS_AT_ONCE).filter(hasBlsKey);
    if (arePossessions(some.map((validator) => possessionOf(chainId, validator)))) continue;
    const wrong = some.find((validator) => {
      const { claim, proof } = possessionOf(chainId, validator);
      return !isPossession(claim, proof);
    });
    const name = wrong === undefined ? "unknown" : nameOf(wrong);
    throw errors.invalidGenesis(`validator ${name}: no proof of its BLS key on ${chainId}`);
  }
}

function hasBlsKey({ blsPublicKey }: Validator): boolean {
  return blsPublicKey.length > 0;
}

function possessionOf(chainId: string, validator: Validator): ProvenClaim {
  const { operator, blsPublicKey: publicKey, possessionProof: proof } = validator;
  return { claim: { publicKey, operator: addressBytes(operator), chainId }, proof };
}

/** Writes the validators of a checked genesis. */
export function initValidators(ctx: BlockContext, { validators: list }: GenesisState): void {
  for (const validator of list) {
    const { operator, consensusPublicKey, blsPublicKey, slot, unbondingUntilMs } = validator;
    validators.set(ctx, operator, validator);
    operators.set(ctx, consensusAddress(consensusPublicKey), operator);
    slots.set(ctx, slot, operator);
    if (!isBonded(validator)) notBonded.add(ctx, operator);
    if (blsPublicKey.length > 0) blsKeys.set(ctx, blsPublicKey, operator);
    if (unbondingUntilMs > 0n) validatorQueue.add(ctx, [unbondingUntilMs, operator]);
  }
  const taken = new Set(list.map(({ slot }) => slot));
  const highest = list.reduce((most, { slot }) => Math.max(most, slot), 0);
  for (let slot = 0; slot < highest; slot += 1) {
    if (!taken.has(slot)) freeSlots.set(ctx, slot, 0n);
  }
  initChunks(
    ctx,
    list.map((validator) => ({
      slot: validator.slot,
      power: isBonded(validator) ? powerOf(validator) : 0n,
      key: validator.blsPublicKey,
    })),
  );
}
