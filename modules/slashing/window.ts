/** The heights of its window that a validator missed: a bitmap in pieces of which one changes. */
import { addressKey } from "../../app/module/collections/codecs.ts";
import type { Readable, Writable } from "../../app/module/collections/schema.ts";
import { CHUNK_BITS, CHUNK_BYTES } from "./constants.ts";
import { missedChunks } from "./validatorState.ts";

/** Where a place of the window lies. */
function placeOf(index: number): { chunk: number; byte: number; bit: number } {
  const inChunk = index % CHUNK_BITS;
  const chunk = (index - inChunk) / CHUNK_BITS;
  return { chunk, byte: inChunk >> 3, bit: 1 << (inChunk & 7) };
}

/** Whether the height at `index` of the window was missed. */
export function isMissed(ctx: Readable, operator: string, index: number): boolean {
  const { chunk, byte, bit } = placeOf(index);
  const bits = missedChunks.get(ctx, [operator, chunk])?.bits;
  return bits !== undefined && ((bits[byte] as number) & bit) !== 0;
}

/** Turns the bit at `index` over. */
export function flipMissed(ctx: Writable, operator: string, index: number): void {
  const { chunk, byte, bit } = placeOf(index);
  const old = missedChunks.get(ctx, [operator, chunk])?.bits;
  const bits = old === undefined ? new Uint8Array(CHUNK_BYTES) : new Uint8Array(old);
  bits[byte] = (bits[byte] as number) ^ bit;
  if (bits.some((one) => one !== 0)) {
    missedChunks.set(ctx, [operator, chunk], { operator, chunk, bits });
  } else {
    missedChunks.delete(ctx, [operator, chunk]);
  }
}

/** Forgets what was missed. */
export function clearWindow(ctx: Writable, operator: string): void {
  const range = { prefix: addressKey.encode(operator) };
  for (const [key] of [...missedChunks.entries(ctx, range)]) missedChunks.delete(ctx, key);
}

/** How many of the first `places` heights of a piece were missed. */
export function missedIn(bits: Uint8Array, places: number = CHUNK_BITS): number {
  let missed = 0;
  for (let at = 0; at < bits.length * 8 && at < places; at += 1) {
    missed += ((bits[at >> 3] as number) >> (at & 7)) & 1;
  }
  return missed;
}
