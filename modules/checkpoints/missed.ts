/**
 * Final checkpoints that were missed in a row, one byte per slot. They are counted when a
 * checkpoint closes, for all slots at once; who missed too many is punished some per block.
 */
import { hasBit } from "../../app/checkpoint/bitfield.ts";
import {
  CHUNK_SLOTS,
  CHUNKS_MAX,
  chunkOf,
  indexOf,
  MISSED_CHUNK,
} from "../../app/checkpoint/chunks.ts";
import type { ValidatorSet } from "../../app/checkpoint/validatorSet.ts";
import { equalBytes } from "../../app/lib/bytes.ts";
import type { Readable } from "../../app/module/collections/schema.ts";
import type { BlockContext } from "../../app/module/context.ts";
import { BondStatus } from "../../proto/gen/cosmos/staking/v1beta1/staking.ts";
import { MISSED_LIMIT, PUNISHED_PER_BLOCK } from "./constants.ts";
import type { CheckpointsDeps } from "./deps.ts";
import { missedChunks, missedSweep, params } from "./state.ts";

const NONE_MISSED = MISSED_CHUNK.empty();

/** Final checkpoints that the owner of `slot` missed in a row. */
export function missedOf(ctx: Readable, slot: number): number {
  const chunk = missedChunks.get(ctx, chunkOf(slot));
  return chunk === undefined ? 0 : MISSED_CHUNK.at(chunk, indexOf(slot));
}

/** Chunks in which nobody missed any are absent. */
function write(ctx: BlockContext, chunk: number, counts: Uint8Array): void {
  if (equalBytes(counts, NONE_MISSED)) missedChunks.delete(ctx, chunk);
  else missedChunks.set(ctx, chunk, counts);
}

/**
 * A checkpoint over `set` closes. With `signers`, those of a final one, it counts for all members;
 * without, nobody is at fault. Slots that are not in the set begin anew, so that whoever gets one
 * has missed nothing: it rests longer than a checkpoint is open.
 */
export function countMissed(
  ctx: BlockContext,
  set: ValidatorSet,
  signers: Uint8Array | undefined,
): void {
  const limit = params.require(ctx).missedCheckpointsMax;
  let most = 0;
  for (let chunk = 0; chunk < CHUNKS_MAX; chunk += 1) {
    const before = missedChunks.get(ctx, chunk);
    if (before === undefined && set.sumsOf(chunk) === undefined) continue;
    const counts = new Uint8Array(before ?? NONE_MISSED);
    const powers = set.powersOf(chunk);
    for (let index = 0; index < CHUNK_SLOTS; index += 1) {
      const slot = chunk * CHUNK_SLOTS + index;
      if ((powers?.[index] ?? 0) === 0) counts[index] = 0;
      else if (signers === undefined) continue;
      else if (hasBit(signers, slot)) counts[index] = 0;
      else counts[index] = Math.min((counts[index] as number) + 1, MISSED_LIMIT);
      most = Math.max(most, counts[index] as number);
    }
    if (!equalBytes(counts, before ?? NONE_MISSED)) write(ctx, chunk, counts);
  }
  if (most >= limit) missedSweep.set(ctx, 0n);
}

/** Begins the sweep anew where a genesis brings counts that are too high. */
export function resumeSweep(ctx: BlockContext): void {
  const limit = params.require(ctx).missedCheckpointsMax;
  for (const [, counts] of missedChunks.entries(ctx)) {
    if (counts.some((missed) => missed >= limit)) missedSweep.set(ctx, 0n);
  }
}

/** Punishes who missed too many checkpoints, slot by slot, PUNISHED_PER_BLOCK at most. */
export function punishMissing(deps: CheckpointsDeps, ctx: BlockContext): void {
  const from = missedSweep.get(ctx);
  if (from === undefined) return;
  const limit = params.require(ctx).missedCheckpointsMax;
  let left = PUNISHED_PER_BLOCK;
  for (let chunk = chunkOf(Number(from)); chunk < CHUNKS_MAX; chunk += 1) {
    const before = missedChunks.get(ctx, chunk);
    if (before === undefined) continue;
    const counts = new Uint8Array(before);
    for (let index = 0; index < CHUNK_SLOTS && left > 0; index += 1) {
      if ((counts[index] as number) < limit) continue;
      counts[index] = 0;
      left -= 1;
      punish(deps, ctx, chunk * CHUNK_SLOTS + index);
    }
    if (!equalBytes(counts, before)) write(ctx, chunk, counts);
    if (left === 0) {
      missedSweep.set(ctx, BigInt(chunk * CHUNK_SLOTS));
      return;
    }
  }
  missedSweep.delete(ctx);
}

/** Who is jailed, unbonds or has gone was told already that it is not needed. */
function punish(deps: CheckpointsDeps, ctx: BlockContext, slot: number): void {
  const operator = deps.staking.operatorOfSlot(ctx, slot);
  if (operator === undefined) return;
  const validator = deps.staking.validator(ctx, operator);
  if (validator?.status !== BondStatus.BOND_STATUS_BONDED) return;
  deps.slashing.missedCheckpoints(ctx, operator);
}
