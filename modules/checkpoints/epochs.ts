/** What happens to checkpoints when an epoch ends. */
import { Checkpoint } from "../../proto/gen/aegis/checkpoints/v1/checkpoints.ts";
import { present } from "../../app/lib/assert.ts";
import { EMPTY_BYTES } from "../../app/lib/bytes.ts";
import { uint64Key } from "../../app/module/collections/codecs.ts";
import type { BlockContext } from "../../app/module/context.ts";
import { setOfOpen } from "./attest.ts";
import { REMOVED_PER_EPOCH } from "./constants.ts";
import type { CheckpointsDeps } from "./deps.ts";
import { forgetDoubles } from "./doubles.ts";
import { checkpointClosed, checkpointOpened } from "./events.ts";
import { countMissed } from "./missed.ts";
import { forgetAbsent } from "./recent.ts";
import { attestations, checkpoints, params, runningEpoch } from "./state.ts";

/** In the first block of an epoch: closes what was open long enough and opens the last epoch's. */
export function turnEpoch(deps: CheckpointsDeps, ctx: BlockContext): void {
  const { epoch } = ctx.block;
  const known = runningEpoch.get(ctx);
  if (known === epoch) return;
  runningEpoch.set(ctx, epoch);
  // The first block of a chain has nothing before it.
  if (known === undefined) return;
  closeDue(deps, ctx);
  open(deps, ctx, epoch - 1n);
  forgetAbsent(ctx, present(deps.staking.validatorSet(ctx, epoch), "the set of the epoch"));
  forgetDoubles(ctx);
  forgetOld(ctx);
}

/** The checkpoint of `epoch`, whose last block is the one before this. */
function open(deps: CheckpointsDeps, ctx: BlockContext, epoch: bigint): void {
  const { commitment, totalPower, members, slots } = setOfOpen(deps, ctx, epoch);
  const { height, previous } = ctx.block;
  const block = { epoch, height: height - 1n, ...previous, commitment };
  const power = { totalPower: BigInt(totalPower) };
  checkpoints.set(ctx, epoch, Checkpoint.create({ ...block, ...power, members, slots }));
  ctx.emit(checkpointOpened, { ...block, ...power });
}

/** With the present parameter, which may have been lowered: more than one may be due. */
function closeDue(deps: CheckpointsDeps, ctx: BlockContext): void {
  const last = ctx.block.epoch - 1n - BigInt(params.require(ctx).attestEpochs);
  const due: Checkpoint[] = [];
  for (const [epoch, checkpoint] of checkpoints.entries(ctx, { reverse: true })) {
    if (epoch > last) continue;
    if (checkpoint.closedHeight !== 0n) break;
    due.unshift(checkpoint);
  }
  for (const checkpoint of due) close(deps, ctx, checkpoint);
}

/** Nobody can attest it any more: pays who did, and counts for those who did not. */
function close(deps: CheckpointsDeps, ctx: BlockContext, checkpoint: Checkpoint): void {
  const { epoch, finalHeight, signedPower, totalPower } = checkpoint;
  const set = setOfOpen(deps, ctx, epoch);
  const final = finalHeight !== 0n;
  const signers = attestations.get(ctx, epoch)?.signers ?? EMPTY_BYTES;
  checkpoints.set(ctx, epoch, { ...checkpoint, closedHeight: ctx.block.height });
  countMissed(ctx, set, final ? signers : undefined);
  if (final) deps.rewards.payAttesters(ctx, { epoch, set, signers });
  else deps.rewards.returnStandby(ctx, epoch);
  const missing = checkpoint.members - checkpoint.signedMembers;
  ctx.emit(checkpointClosed, { epoch, final, signedPower, totalPower, missing });
}

/** Removes checkpoints that are older than the parameter says. */
function forgetOld(ctx: BlockContext): void {
  const first = ctx.block.epoch - BigInt(params.require(ctx).checkpointsKept);
  if (first <= 0n) return;
  const old: bigint[] = [];
  for (const [epoch] of checkpoints.entries(ctx, { end: uint64Key.encode(first) })) {
    if (old.length === REMOVED_PER_EPOCH) break;
    old.push(epoch);
  }
  for (const epoch of old) {
    checkpoints.delete(ctx, epoch);
    attestations.delete(ctx, epoch);
  }
}
