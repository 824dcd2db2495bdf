/** What validators earned by attesting waits by slot, 256 in one value, until it is fetched. */
import { addRewards, chunkOf, indexOf, REWARD_CHUNK } from "../../app/checkpoint/chunks.ts";
import type { Readable } from "../../app/module/collections/schema.ts";
import type { BlockContext } from "../../app/module/context.ts";
import { chunks } from "./distributionState.ts";

/** What waits at a slot, in uasi. */
export function waitingOf(ctx: Readable, slot: number): bigint {
  const chunk = chunks.get(ctx, chunkOf(slot));
  return chunk === undefined ? 0n : REWARD_CHUNK.at(chunk, indexOf(slot));
}

/** Takes what waits at a slot. */
export function takeWaiting(ctx: BlockContext, slot: number): bigint {
  const chunk = chunks.get(ctx, chunkOf(slot));
  if (chunk === undefined) return 0n;
  const waiting = REWARD_CHUNK.at(chunk, indexOf(slot));
  if (waiting > 0n) setChunk(ctx, chunkOf(slot), REWARD_CHUNK.put(chunk, indexOf(slot), 0n));
  return waiting;
}

/** Writes a chunk; one of zeros is not kept. */
export function setChunk(ctx: BlockContext, number: number, chunk: Uint8Array): void {
  if (chunk.some((byte) => byte !== 0)) chunks.set(ctx, number, chunk);
  else chunks.delete(ctx, number);
}

/** Adds `shares` to what waits at `places` of a chunk. */
export function addToChunk(
  ctx: BlockContext,
  number: number,
  places: readonly number[],
  shares: readonly bigint[],
): void {
  const before = chunks.get(ctx, number) ?? REWARD_CHUNK.empty();
  setChunk(ctx, number, addRewards(before, places, shares));
}

/** All that waits, in uasi. */
export function sumOfWaiting(ctx: Readable): bigint {
  let sum = 0n;
  for (const [, chunk] of chunks.entries(ctx)) {
    for (const waiting of REWARD_CHUNK.decode(chunk)) sum += waiting;
  }
  return sum;
}
