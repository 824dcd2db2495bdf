/**
 * Validators that signed two checkpoints of one epoch. Evidence names as many as two aggregates
 * have in common, and cannot be split, so it is noted whole and punished some per block.
 */
import type { SignedCheckpoint } from "../../proto/gen/aegis/checkpoints/v1/checkpoints.ts";
import { countOnes, onesOf, union } from "../../app/checkpoint/bitfield.ts";
import { checkpointMessage } from "../../app/checkpoint/message.ts";
import type { PartialSignature } from "../../app/checkpoint/partial.ts";
import { present } from "../../app/lib/assert.ts";
import { equalBytes } from "../../app/lib/bytes.ts";
import type { BlockContext } from "../../app/module/context.ts";
import { openCheckpoint, setOfOpen, signedPower } from "./attest.ts";
import { PUNISHED_PER_BLOCK, SETS_KEPT } from "./constants.ts";
import type { CheckpointsDeps } from "./deps.ts";
import { errors } from "./errors.ts";
import { doubleAttestationFound } from "./events.ts";
import { checkpoints, doublesFound, doublesToPunish } from "./state.ts";

/** Both are well formed. */
export interface Evidence {
  readonly sender: string;
  readonly epoch: bigint;
  readonly first: SignedCheckpoint;
  readonly second: SignedCheckpoint;
}

function messageOf(ctx: BlockContext, epoch: bigint, signed: SignedCheckpoint): Uint8Array {
  return checkpointMessage({ chainId: ctx.block.chainId, epoch, ...signed });
}

function partialOf({ attestation }: SignedCheckpoint): PartialSignature {
  return present(attestation, "an attestation");
}

function common(a: Uint8Array, b: Uint8Array): Uint8Array {
  return a.map((byte, at) => byte & (b[at] as number));
}

/**
 * Notes who signed both; each counts once per epoch. All of them count, even when keys of one owner
 * cancel out in both aggregates, so that none of them did sign: an owner can only do that with keys
 * of its own, and could otherwise sign two checkpoints without fault.
 * @throws ModuleError unknownEpoch, closed, sameCheckpoint, noCulprit, alreadyFound, or as
 * signedPower does.
 */
export function reportDoubles(
  deps: CheckpointsDeps,
  ctx: BlockContext,
  { sender, epoch, first, second }: Evidence,
): number {
  openCheckpoint(ctx, epoch);
  const set = setOfOpen(deps, ctx, epoch);
  const messages = [messageOf(ctx, epoch, first), messageOf(ctx, epoch, second)] as const;
  if (equalBytes(...messages)) throw errors.sameCheckpoint();
  signedPower(set, messages[0], partialOf(first));
  signedPower(set, messages[1], partialOf(second));
  const both = common(partialOf(first).signers, partialOf(second).signers);
  if (countOnes(both) === 0) throw errors.noCulprit();
  const known = doublesFound.get(ctx, epoch) ?? new Uint8Array(both.length);
  const fresh = both.map((byte, at) => byte & ~(known[at] as number));
  const found = countOnes(fresh);
  if (found === 0) throw errors.alreadyFound();
  const waiting = doublesToPunish.get(ctx, epoch) ?? new Uint8Array(both.length);
  doublesFound.set(ctx, epoch, union(known, fresh));
  doublesToPunish.set(ctx, epoch, union(waiting, fresh));
  ctx.emit(doubleAttestationFound, { epoch, sender, found });
  return found;
}

/** Punishes those that were found, oldest epoch first, PUNISHED_PER_BLOCK at most. */
export function punishDoubles(deps: CheckpointsDeps, ctx: BlockContext): void {
  let left = PUNISHED_PER_BLOCK;
  for (const [epoch, waiting] of [...doublesToPunish.entries(ctx)]) {
    const slots = onesOf(waiting).slice(0, left);
    const rest = new Uint8Array(waiting);
    for (const slot of slots) {
      rest[slot >> 3] = (rest[slot >> 3] as number) & ~(1 << (slot & 7));
      const operator = deps.staking.operatorOfSlot(ctx, slot);
      if (operator !== undefined) deps.slashing.doubleAttestation(ctx, { operator, epoch });
    }
    if (countOnes(rest) === 0) doublesToPunish.delete(ctx, epoch);
    else doublesToPunish.set(ctx, epoch, rest);
    left -= slots.length;
    if (left === 0) return;
  }
}

/**
 * An epoch begins: forgets whom closed checkpoints found, and those that are still to be punished
 * but whose slots others may get from now on.
 */
export function forgetDoubles(ctx: BlockContext): void {
  for (const [epoch] of [...doublesFound.entries(ctx)]) {
    if (checkpoints.get(ctx, epoch)?.closedHeight !== 0n) doublesFound.delete(ctx, epoch);
  }
  for (const [epoch] of [...doublesToPunish.entries(ctx)]) {
    if (epoch + SETS_KEPT < ctx.block.epoch) doublesToPunish.delete(ctx, epoch);
  }
}
