/** Keys of validators: one BLS key for good, and consensus keys that can be replaced. */
import { addressBytes } from "../../app/lib/address.ts";
import { isPossession } from "../../app/lib/bls.ts";
import type { Readable } from "../../app/module/collections/schema.ts";
import { addressKey } from "../../app/module/collections/codecs.ts";
import type { BlockContext } from "../../app/module/context.ts";
import type { RetiredKey } from "../../proto/gen/aegis/staking/v1/staking.ts";
import { consensusAddress, isKept, renameSeat } from "./committee.ts";
import { COMPLETIONS_PER_BLOCK } from "./constants.ts";
import { blsKeys, retiredByOperator, retiredKeys, retiredQueue } from "./delegationState.ts";
import { firstDue } from "./due.ts";
import { errors } from "./errors.ts";
import { blsKeyRegistered, consensusKeyRotated } from "./events.ts";
import { operators, params, validators } from "./state.ts";
import { setKey } from "./validatorSets.ts";

/**
 * Gives a validator its BLS key. It cannot be replaced: beacons and checkpoints that are being
 * signed refer to it.
 * @throws ModuleError noValidator, blsKeyRegistered, blsKeyTaken or invalidBlsKey.
 */
export function registerBlsKey(
  ctx: BlockContext,
  operator: string,
  publicKey: Uint8Array,
  possessionProof: Uint8Array,
): void {
  const validator = validators.get(ctx, operator);
  if (validator === undefined) throw errors.noValidator(operator);
  if (validator.blsPublicKey.length > 0) throw errors.blsKeyRegistered();
  if (blsKeys.has(ctx, publicKey)) throw errors.blsKeyTaken();
  const claim = { publicKey, operator: addressBytes(operator), chainId: ctx.block.chainId };
  if (!isPossession(claim, possessionProof)) throw errors.invalidBlsKey();
  blsKeys.set(ctx, publicKey, operator);
  validators.set(ctx, operator, { ...validator, blsPublicKey: publicKey, possessionProof });
  setKey(ctx, validator.slot, publicKey);
  ctx.emit(blsKeyRegistered, { operator, publicKey });
}

/**
 * Gives a validator another consensus key. The old one stays known as long as tokens unbond, so
 * that its faults are punished, and the next one must wait until it is forgotten.
 * @throws ModuleError noValidator, validatorJailed, consensusKeyExists or tooManyRotations.
 */
export function rotateConsensusKey(
  ctx: BlockContext,
  operator: string,
  newPublicKey: Uint8Array,
): void {
  const validator = validators.get(ctx, operator);
  if (validator === undefined) throw errors.noValidator(operator);
  if (validator.jailedHeight !== 0n) throw errors.validatorJailed();
  const { consensusPublicKey: oldPublicKey } = validator;
  const to = consensusAddress(newPublicKey);
  if (operators.has(ctx, to)) throw errors.consensusKeyExists();
  if (retiredOf(ctx, operator).length > 0) throw errors.tooManyRotations();
  const untilMs = ctx.block.clockMs + params.require(ctx).unbondingTimeMs;
  keepRetired(ctx, { consensusPublicKey: oldPublicKey, operator, untilMs });
  operators.set(ctx, to, operator);
  validators.set(ctx, operator, { ...validator, consensusPublicKey: newPublicKey });
  renameSeat(ctx, consensusAddress(oldPublicKey), to);
  ctx.emit(consensusKeyRotated, { operator, oldPublicKey, newPublicKey });
}

/** Writes a retired key with its indexes. */
export function keepRetired(ctx: BlockContext, key: RetiredKey): void {
  const address = consensusAddress(key.consensusPublicKey);
  retiredKeys.set(ctx, address, key);
  retiredByOperator.add(ctx, [key.operator, address]);
  retiredQueue.add(ctx, [key.untilMs, address]);
  operators.set(ctx, address, key.operator);
}

/** Consensus addresses that a validator had before. */
export function retiredOf(ctx: Readable, operator: string): Uint8Array[] {
  const keys = retiredByOperator.keys(ctx, { prefix: addressKey.encode(operator) });
  return [...keys].map(([, address]) => address);
}

/** Forgets a retired key. */
export function forgetRetired(ctx: BlockContext, address: Uint8Array): void {
  const { operator, untilMs } = retiredKeys.require(ctx, address);
  retiredKeys.delete(ctx, address);
  retiredByOperator.delete(ctx, [operator, address]);
  retiredQueue.delete(ctx, [untilMs, address]);
  operators.delete(ctx, address);
}

/** Forgets retired keys whose time is over; one that still has a seat waits. */
export function forgetDueKeys(ctx: BlockContext): void {
  for (const [, address] of firstDue(ctx, retiredQueue, ctx.block.clockMs, COMPLETIONS_PER_BLOCK)) {
    if (isKept(ctx, address)) continue;
    forgetRetired(ctx, address);
  }
}
