/**
 * Who signed the last two final checkpoints: they are known to be alive, so the committee is drawn
 * from them. Kept beside the checkpoints, because a slot may get another owner, whose predecessor's
 * signature must not count for it.
 */
import { union } from "../../app/checkpoint/bitfield.ts";
import { chunkOf, indexOf } from "../../app/checkpoint/chunks.ts";
import type { ValidatorSet } from "../../app/checkpoint/validatorSet.ts";
import type { Readable } from "../../app/module/collections/schema.ts";
import type { BlockContext } from "../../app/module/context.ts";
import { RECENT_FINALS } from "./constants.ts";
import { recentFinals } from "./state.ts";

/** Those that a genesis brings have lower ranks than every epoch of the chain. */
function rankOf(epoch: bigint): bigint {
  return epoch + BigInt(RECENT_FINALS);
}

/**
 * Notes who signed a final checkpoint: `all` of them when it becomes final, later who was `added`.
 * One that is older than the last two is not kept.
 */
export function noteFinal(
  ctx: BlockContext,
  epoch: bigint,
  all: Uint8Array,
  added: Uint8Array,
): void {
  const known = recentFinals.get(ctx, rankOf(epoch));
  recentFinals.set(ctx, rankOf(epoch), known === undefined ? all : union(known, added));
  const ranks = [...recentFinals.entries(ctx)].map(([rank]) => rank);
  for (const rank of ranks.slice(0, -RECENT_FINALS)) recentFinals.delete(ctx, rank);
}

/** The bits of `bits` whose slots belong to `set`. */
function withinSet(bits: Uint8Array, set: ValidatorSet): Uint8Array {
  return bits.map((byte, at) => {
    if (byte === 0) return 0;
    const powers = set.powersOf(chunkOf(at * 8));
    let kept = byte;
    for (let bit = 0; bit < 8; bit += 1) {
      if ((powers?.[indexOf(at * 8 + bit)] ?? 0) === 0) kept &= ~(1 << bit);
    }
    return kept;
  });
}

/** An epoch begins with `set`: who has left it must attest again before it counts. */
export function forgetAbsent(ctx: BlockContext, set: ValidatorSet): void {
  for (const [rank, signers] of [...recentFinals.entries(ctx)]) {
    recentFinals.set(ctx, rank, withinSet(signers, set));
  }
}

/**
 * Bitfield over slots: who attested at least one of the last two final checkpoints. Undefined while
 * fewer are final. It ends with the last slot that one of both sets had.
 */
export function recentAttesters(ctx: Readable): Uint8Array | undefined {
  const finals = [...recentFinals.entries(ctx)].map(([, signers]) => signers);
  if (finals.length < RECENT_FINALS) return undefined;
  const bytes = Math.max(...finals.map((signers) => signers.length));
  const all = new Uint8Array(bytes);
  for (const signers of finals) {
    for (let at = 0; at < signers.length; at += 1) {
      all[at] = (all[at] as number) | (signers[at] as number);
    }
  }
  return all;
}
