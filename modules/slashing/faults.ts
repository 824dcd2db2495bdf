/** Faults of validators that others find: CometBFT, the last commit, and checkpoints. */
import { ValidatorFault } from "../../proto/gen/aegis/slashing/v1/slashing.ts";
import type { BlockContext, Misbehavior, QueryContext } from "../../app/module/context.ts";
import { present } from "../../app/lib/assert.ts";
import { STAKE_DELAY } from "./constants.ts";
import type { SlashingDeps } from "./deps.ts";
import { punish } from "./punish.ts";
import { countCommit } from "./signing.ts";
import { clockAfter, powerOf, recordStakes, stakeAt } from "./stakes.ts";
import { epochStarts, tombstones } from "./validatorState.ts";

/** The beginning of a block: who did not sign the last one, and who signed what it must not. */
export function beginBlock(deps: SlashingDeps, ctx: BlockContext): void {
  recordStakes(deps, ctx);
  for (const operator of countCommit(deps, ctx)) punishDowntime(deps, ctx, operator);
  for (const one of ctx.block.misbehavior) punishEvidence(deps, ctx, one);
}

/** What stands behind the signature of the validator at `height`. */
function stakeBehind(
  deps: SlashingDeps,
  ctx: QueryContext,
  operator: string,
  height: bigint,
): { readonly infractionHeight: bigint; readonly power: bigint } {
  const infractionHeight = height > STAKE_DELAY ? height - STAKE_DELAY : 0n;
  const validator = present(deps.staking.validator(ctx, operator), "a validator at fault");
  return { infractionHeight, power: stakeAt(ctx, validator, infractionHeight) };
}

/** It did not sign the last block, and too many before; its window has begun anew. */
function punishDowntime(deps: SlashingDeps, ctx: BlockContext, operator: string): void {
  // A seat may be kept in jail when there are too few others.
  if (deps.staking.validator(ctx, operator)?.jailedHeight !== 0n) return;
  const fault = ValidatorFault.VALIDATOR_FAULT_DOWNTIME;
  const behind = stakeBehind(deps, ctx, operator, ctx.block.height - 1n);
  punish(deps, ctx, { operator, fault, ...behind });
}

/**
 * Evidence that is out of date, about strangers, or about who is buried already changes nothing.
 * A validator without anything left to slash is buried too: it may still have a seat.
 */
function punishEvidence(deps: SlashingDeps, ctx: BlockContext, evidence: Misbehavior): void {
  const { kind, address: signedWith, height } = evidence;
  const validator = deps.staking.validatorByConsensusAddress(ctx, signedWith);
  if (validator === undefined || height >= ctx.block.height) return;
  if (isTooOld(deps, ctx, evidence)) return;
  const { operator } = validator;
  if (tombstones.has(ctx, operator)) return;
  const fault =
    kind === "duplicate_vote"
      ? ValidatorFault.VALIDATOR_FAULT_DUPLICATE_VOTE
      : ValidatorFault.VALIDATOR_FAULT_LIGHT_CLIENT_ATTACK;
  punish(deps, ctx, { operator, fault, signedWith, ...stakeBehind(deps, ctx, operator, height) });
}

/**
 * Whether all stake that was behind it may be free: by block time, and by the protocol clock, which
 * is slower and tells how long stake is held. Only what is too old by both is.
 */
function isTooOld(deps: SlashingDeps, ctx: QueryContext, evidence: Misbehavior): boolean {
  const { timeMs, clockMs } = ctx.block;
  const mostMs = deps.staking.unbondingTimeMs(ctx);
  if (timeMs - evidence.timeMs <= mostMs) return false;
  return clockMs - clockAfter(ctx, evidence.height) > mostMs;
}

/** Two checkpoints of one epoch that one validator signed. */
export interface DoubleAttestation {
  readonly operator: string;
  readonly epoch: bigint;
}

/** Punishes by the stake of the epoch's set, and reaches what left since the epoch began. */
export function doubleAttestation(
  deps: SlashingDeps,
  ctx: BlockContext,
  { operator, epoch }: DoubleAttestation,
): void {
  const validator = deps.staking.validator(ctx, operator);
  if (validator === undefined || tombstones.has(ctx, operator)) return;
  const fault = ValidatorFault.VALIDATOR_FAULT_DOUBLE_ATTESTATION;
  const set = deps.staking.validatorSet(ctx, epoch);
  const power = set === undefined ? powerOf(validator) : BigInt(set.powerOf(validator.slot));
  const infractionHeight = epochStarts.get(ctx, epoch) ?? ctx.block.height;
  punish(deps, ctx, { operator, fault, infractionHeight, power });
}

/** Punishes by the stake that there is: what left before could not attest any more. */
export function missedCheckpoints(deps: SlashingDeps, ctx: BlockContext, operator: string): void {
  const validator = deps.staking.validator(ctx, operator);
  if (validator === undefined || validator.jailedHeight !== 0n) return;
  const fault = ValidatorFault.VALIDATOR_FAULT_MISSED_CHECKPOINTS;
  const infractionHeight = ctx.block.height;
  punish(deps, ctx, { operator, fault, infractionHeight, power: powerOf(validator) });
}
