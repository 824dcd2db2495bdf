/** What is always true of checkpoints. */
import type { Checkpoint } from "../../proto/gen/aegis/checkpoints/v1/checkpoints.ts";
import { countOnes, onesOf } from "../../app/checkpoint/bitfield.ts";
import { CHUNKS_MAX, MISSED_CHUNK } from "../../app/checkpoint/chunks.ts";
import { isFinalPower } from "../../app/checkpoint/message.ts";
import { EMPTY_BYTES, equalBytes } from "../../app/lib/bytes.ts";
import type { QueryContext } from "../../app/module/context.ts";
import type { Invariant } from "../../app/module/module.ts";
import { RECENT_FINALS } from "./constants.ts";
import type { CheckpointsDeps } from "./deps.ts";
import {
  attestations,
  checkpoints,
  doublesFound,
  doublesToPunish,
  missedChunks,
  recentFinals,
} from "./state.ts";

const NONE_MISSED = MISSED_CHUNK.empty();

/** What a checkpoint says of its signers is what the bitfield and the set say. */
function signersOf(
  deps: CheckpointsDeps,
  ctx: QueryContext,
  checkpoint: Checkpoint,
): string | undefined {
  const { epoch, signedMembers, signedPower, totalPower, finalHeight } = checkpoint;
  const signers = attestations.get(ctx, epoch)?.signers ?? EMPTY_BYTES;
  if (countOnes(signers) !== signedMembers) {
    return `epoch ${epoch}: ${countOnes(signers)} bits, ${signedMembers} signed members`;
  }
  if ((finalHeight !== 0n) !== isFinalPower(signedPower, totalPower)) {
    return `epoch ${epoch}: final at ${finalHeight} with ${signedPower} of ${totalPower}`;
  }
  const set = deps.staking.validatorSet(ctx, epoch);
  if (set === undefined) return undefined;
  const power = onesOf(signers).reduce((sum, slot) => sum + set.powerOf(slot), 0);
  if (BigInt(power) === signedPower) return undefined;
  return `epoch ${epoch}: signers have ${power}, the checkpoint says ${signedPower}`;
}

function signers(deps: CheckpointsDeps): Invariant {
  return {
    name: "signers",
    check: (ctx) => {
      for (const [, checkpoint] of checkpoints.entries(ctx)) {
        const broken = signersOf(deps, ctx, checkpoint);
        if (broken !== undefined) return broken;
      }
      return undefined;
    },
  };
}

const missed: Invariant = {
  name: "missed",
  check: (ctx) => {
    for (const [chunk, counts] of missedChunks.entries(ctx)) {
      if (chunk >= CHUNKS_MAX || counts.length !== NONE_MISSED.length) return `chunk ${chunk}`;
      if (equalBytes(counts, NONE_MISSED)) return `chunk ${chunk} has only zeros`;
    }
    return undefined;
  },
};

const recent: Invariant = {
  name: "recent",
  check: (ctx) => {
    const kept = [...recentFinals.entries(ctx)].length;
    return kept <= RECENT_FINALS
      ? undefined
      : `${kept} final checkpoints, ${RECENT_FINALS} at most`;
  },
};

const doubles: Invariant = {
  name: "doubles",
  check: (ctx) => {
    for (const [epoch, found] of doublesFound.entries(ctx)) {
      const waiting = doublesToPunish.get(ctx, epoch) ?? EMPTY_BYTES;
      if (waiting.some((byte, at) => (byte & ~(found[at] ?? 0)) !== 0)) {
        return `epoch ${epoch}: somebody is punished who was not found`;
      }
    }
    return undefined;
  },
};

/** The invariants; what is signed is compared with staking's sets. */
export function invariantsOf(deps: CheckpointsDeps): readonly Invariant[] {
  return [signers(deps), missed, recent, doubles];
}
