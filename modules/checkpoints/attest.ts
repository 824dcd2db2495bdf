/** Signatures of open checkpoints, checked and merged. */
import type { Checkpoint } from "../../proto/gen/aegis/checkpoints/v1/checkpoints.ts";
import { Attestation } from "../../proto/gen/aegis/checkpoints/v1/checkpoints.ts";
import { bitfieldFault, countOnes, overlap } from "../../app/checkpoint/bitfield.ts";
import { checkpointMessage, isFinalPower } from "../../app/checkpoint/message.ts";
import {
  mergePartials,
  type PartialFault,
  type PartialSignature,
  verifyPartial,
} from "../../app/checkpoint/partial.ts";
import type { ValidatorSet } from "../../app/checkpoint/validatorSet.ts";
import { present } from "../../app/lib/assert.ts";
import type { BlockContext, QueryContext } from "../../app/module/context.ts";
import type { ModuleError } from "../../app/module/error.ts";
import type { CheckpointsDeps } from "./deps.ts";
import { errors } from "./errors.ts";
import { checkpointAttested, checkpointFinal } from "./events.ts";
import { noteFinal } from "./recent.ts";
import { attestations, checkpoints } from "./state.ts";

const FAULTS: Readonly<Record<PartialFault, () => ModuleError>> = {
  bitfield_length: () => errors.invalidBitfield("its length"),
  bitfield_padding: () => errors.invalidBitfield("a bit after the last slot"),
  no_signers: () => errors.noSigners(),
  not_a_member: () => errors.notAMember(),
  bad_signature: () => errors.badSignature(),
};

/** The open checkpoint of `epoch`. @throws ModuleError unknownEpoch or closed. */
export function openCheckpoint(ctx: QueryContext, epoch: bigint): Checkpoint {
  const checkpoint = checkpoints.get(ctx, epoch);
  if (checkpoint === undefined) throw errors.unknownEpoch(`${epoch}`);
  if (checkpoint.closedHeight !== 0n) throw errors.closed(`${epoch}`);
  return checkpoint;
}

/** The set of an epoch whose checkpoint is open. */
export function setOfOpen(deps: CheckpointsDeps, ctx: QueryContext, epoch: bigint): ValidatorSet {
  return present(deps.staking.validatorSet(ctx, epoch), "the set of an open checkpoint");
}

/**
 * The power that signed `message`.
 * @throws ModuleError invalidBitfield, noSigners, notAMember or badSignature.
 */
export function signedPower(
  set: ValidatorSet,
  message: Uint8Array,
  partial: PartialSignature,
): bigint {
  const result = verifyPartial(set, message, partial);
  if (!result.ok) throw FAULTS[result.fault]();
  return BigInt(result.power);
}

/** Cheap checks first: of those that signed already nobody may be in it again. */
function checkDisjoint(set: ValidatorSet, known: Attestation, signers: Uint8Array): void {
  const fault = bitfieldFault(signers, set.slots);
  if (fault !== undefined) throw FAULTS[fault]();
  if (overlap(known.signers, signers)) throw errors.overlapping();
}

/**
 * Adds `partial` to what is known of the epoch's checkpoint and pays who brought it.
 * @throws ModuleError unknownEpoch, closed, overlapping, cancelling, or as signedPower does.
 */
export function attest(
  deps: CheckpointsDeps,
  ctx: BlockContext,
  sender: string,
  epoch: bigint,
  partial: PartialSignature,
): { readonly newSigners: number; readonly checkpoint: Checkpoint } {
  const before = openCheckpoint(ctx, epoch);
  const set = setOfOpen(deps, ctx, epoch);
  const known = attestations.get(ctx, epoch);
  if (known !== undefined) checkDisjoint(set, known, partial.signers);
  const message = checkpointMessage({ chainId: ctx.block.chainId, ...before });
  const power = before.signedPower + signedPower(set, message, partial);
  const merged = known === undefined ? partial : mergePartials(known, partial);
  if (merged === undefined) throw errors.cancelling();

  const newSigners = countOnes(partial.signers);
  const becomesFinal = before.finalHeight === 0n && isFinalPower(power, before.totalPower);
  const checkpoint: Checkpoint = {
    ...before,
    signedPower: power,
    signedMembers: before.signedMembers + newSigners,
    finalHeight: becomesFinal ? ctx.block.height : before.finalHeight,
  };
  checkpoints.set(ctx, epoch, checkpoint);
  attestations.set(ctx, epoch, Attestation.create(merged));
  if (checkpoint.finalHeight !== 0n) noteFinal(ctx, epoch, merged.signers, partial.signers);
  ctx.emit(checkpointAttested, { epoch, sender, newSigners, signedPower: power });
  if (becomesFinal) {
    ctx.emit(checkpointFinal, { epoch, signedPower: power, totalPower: before.totalPower });
  }
  deps.rewards.payIncluder(ctx, { epoch, account: sender, newSigners });
  return { newSigners, checkpoint };
}
