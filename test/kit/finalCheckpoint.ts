/** Proofs of finality over validator sets whose secrets are known. */
import { bitfieldOf } from "../../app/checkpoint/bitfield.ts";
import { checkpointMessage } from "../../app/checkpoint/message.ts";
import { type CheckpointBlock, checkpointProof } from "../../app/checkpoint/proof.ts";
import type { ValidatorSet } from "../../app/checkpoint/validatorSet.ts";
import type { CheckpointProof } from "../../proto/gen/aegis/checkpoints/v1/proof.ts";
import { signAll } from "./checkpointSet.ts";

/** The block that the proofs are about. */
export const PROVEN_BLOCK: CheckpointBlock = {
  height: 1_000n,
  blockHash: new Uint8Array(32).fill(1),
  appHash: new Uint8Array(32).fill(2),
};

/** What the members of `set` sign. */
export function messageOf(set: ValidatorSet): Uint8Array {
  const { chainId, epoch } = set.parts;
  return checkpointMessage({ ...PROVEN_BLOCK, chainId, epoch, commitment: set.commitment });
}

/** The proof by the slots that have signed. */
export function proofOf(set: ValidatorSet, signed: readonly number[]): CheckpointProof {
  const signers = bitfieldOf(set.slots, signed);
  // Nobody's signature does not exist.
  const signature = signAll(signed.length > 0 ? signed : [0], messageOf(set));
  return checkpointProof(set, PROVEN_BLOCK, { signers, signature });
}
