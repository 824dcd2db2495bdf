/**
 * What stood behind validators with seats, height by height, for as long as evidence is punished.
 * Votes carry the power of seats, which is equal; a fault costs a part of the stake.
 */
import type { SeatStake, SeatStakes } from "../../proto/gen/aegis/slashing/v1/slashing.ts";
import type { Committee, Validator } from "../../proto/gen/aegis/staking/v1/staking.ts";
import { hex, sha256 } from "../../app/lib/bytes.ts";
import { uint64Key } from "../../app/module/collections/codecs.ts";
import type { BlockContext, QueryContext } from "../../app/module/context.ts";
import { EPOCHS_KEPT, REMOVED_PER_BLOCK, UASI_PER_POWER } from "./constants.ts";
import type { SlashingDeps } from "./deps.ts";
import { epochStarts, seatStakes, touched } from "./validatorState.ts";

/** CometBFT's address of the validator's key. */
export function consensusAddressOf({ consensusPublicKey }: Validator): Uint8Array {
  return sha256(consensusPublicKey).slice(0, 20);
}

/** Whole ASI behind a validator now, licences included. */
export function powerOf({ tokens, licenceStake }: Validator): bigint {
  return (tokens + licenceStake) / UASI_PER_POWER;
}

/** Notes that the stake of a validator changes in this block. */
export function touch(ctx: BlockContext, operator: string): void {
  // Whatever a genesis has is in the first record.
  if (ctx.block.height > 0n) touched.add(ctx, operator);
}

function newestRecord(ctx: QueryContext): SeatStakes | undefined {
  for (const [, record] of seatStakes.entries(ctx, { reverse: true })) return record;
  return undefined;
}

/**
 * Before anything else of a block: keeps what stands behind the seats of the committee that signs
 * the next block, all of them when it is a new one, otherwise those whose stake has changed.
 */
export function recordStakes(deps: SlashingDeps, ctx: BlockContext): void {
  noteEpoch(ctx);
  const changed = [...touched.keys(ctx)];
  for (const operator of changed) touched.delete(ctx, operator);
  const { height, clockMs } = ctx.block;
  const committee = deps.staking.committee(ctx, height + 1n);
  if (committee === undefined) return;
  const newest = newestRecord(ctx);
  const whole = newest?.committeeHeight !== committee.fromHeight;
  if (!whole && changed.length === 0) return;
  const stakes = whole
    ? stakesOf(deps, ctx, committee)
    : stakesOfSome(deps, ctx, committee, changed);
  if (stakes.length === 0) return;
  // A chain's first record is of its genesis, and of the first two heights.
  const at = newest === undefined ? 0n : height;
  const committeeHeight = committee.fromHeight;
  seatStakes.set(ctx, at, { height: at, clockMs, committeeHeight, whole, stakes });
  if (whole) forgetOld(deps, ctx);
}

function stakesOf(deps: SlashingDeps, ctx: QueryContext, { members }: Committee): SeatStake[] {
  return members.flatMap(({ consensusAddress }) => {
    const validator = deps.staking.validatorByConsensusAddress(ctx, consensusAddress);
    if (validator === undefined) return [];
    return [{ operator: validator.operator, power: powerOf(validator) }];
  });
}

function stakesOfSome(
  deps: SlashingDeps,
  ctx: QueryContext,
  { members }: Committee,
  operators: readonly string[],
): SeatStake[] {
  const seated = new Set(members.map((seat) => hex(seat.consensusAddress)));
  return operators.flatMap((operator) => {
    const validator = deps.staking.validator(ctx, operator);
    if (validator === undefined || !seated.has(hex(consensusAddressOf(validator)))) return [];
    return [{ operator, power: powerOf(validator) }];
  });
}

/** Removes what is before the last committee that evidence may still be about. */
function forgetOld(deps: SlashingDeps, ctx: BlockContext): void {
  const oldestMs = ctx.block.clockMs - deps.staking.unbondingTimeMs(ctx);
  const old: bigint[] = [];
  let ofOne: bigint[] = [];
  for (const [height, { clockMs, whole }] of seatStakes.entries(ctx)) {
    if (clockMs > oldestMs || old.length >= REMOVED_PER_BLOCK) break;
    if (whole) {
      old.push(...ofOne);
      ofOne = [];
    }
    ofOne.push(height);
  }
  for (const height of old) seatStakes.delete(ctx, height);
}

/** Whole ASI behind a validator when block `height` began; what there is now if nobody knows. */
export function stakeAt(ctx: QueryContext, validator: Validator, height: bigint): bigint {
  const range = { end: uint64Key.encode(height + 1n), reverse: true };
  for (const [, { stakes, whole }] of seatStakes.entries(ctx, range)) {
    const found = stakes.find(({ operator }) => operator === validator.operator);
    if (found !== undefined) return found.power;
    if (whole) break;
  }
  return powerOf(validator);
}

/** A time on the protocol clock at which block `height` was over for certain. */
export function clockAfter(ctx: QueryContext, height: bigint): bigint {
  const range = { start: uint64Key.encode(height + 1n) };
  for (const [, { clockMs }] of seatStakes.entries(ctx, range)) return clockMs;
  return ctx.block.clockMs;
}

/** Remembers where epochs begin, those that can still be attested. */
function noteEpoch(ctx: BlockContext): void {
  const { epoch, height } = ctx.block;
  if (epochStarts.has(ctx, epoch)) return;
  epochStarts.set(ctx, epoch, height);
  if (epoch < EPOCHS_KEPT) return;
  const end = uint64Key.encode(epoch - EPOCHS_KEPT);
  for (const [old] of [...epochStarts.entries(ctx, { end })]) epochStarts.delete(ctx, old);
}
