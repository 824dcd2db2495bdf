/**
 * Proofs that a checkpoint is final. Who verifies one needs nothing but the commitment of the
 * epoch's validator set: the signers' key is the set's total key less those of the absent members,
 * which the proof opens in the set's Merkle tree.
 */
import type { AbsentMember } from "../../proto/gen/aegis/checkpoints/v1/proof.ts";
import { CheckpointProof } from "../../proto/gen/aegis/checkpoints/v1/proof.ts";
import { WireError } from "../../proto/wire/error.ts";
import { assert } from "../lib/assert.ts";
import {
  BLS_NO_KEY,
  BLS_RAW_KEY_BYTES,
  BLS_SIGNATURE_BYTES,
  blsSumKeys,
  blsVerifyRaw,
} from "../lib/bls.ts";
import { equalBytes } from "../lib/bytes.ts";
import { bitfieldFault, hasBit } from "./bitfield.ts";
import { HASH_BYTES, type Leaf } from "./merkle.ts";
import { type Checkpoint, checkpointMessage, isFinalPower } from "./message.ts";
import { type MultiproofFault, multiproofRoot, multiproofSiblings } from "./multiproof.ts";
import type { PartialSignature } from "./partial.ts";
import { commitmentOf, type ValidatorSet } from "./validatorSet.ts";

export type ProofFault =
  | MultiproofFault
  /** A hash, key or signature of the wrong length, or a number out of its range. */
  | "field_malformed"
  /** An absent member without key or power. */
  | "absent_malformed"
  /** Chain id, epoch, root, total power and total key are not those of the commitment. */
  | "commitment_mismatch"
  /** The signers have two thirds of the power or less. */
  | "too_little_power"
  /** Absent members, signers and siblings do not lead to the root: one is wrong or left out. */
  | "root_mismatch"
  | "bad_signature";

export interface FinalCheckpoint {
  readonly final: true;
  readonly checkpoint: Checkpoint;
  readonly signedPower: bigint;
  readonly totalPower: bigint;
}

export interface NotFinal {
  readonly final: false;
  readonly fault: ProofFault;
}

/** The block that a checkpoint is about. */
export type CheckpointBlock = Pick<Checkpoint, "height" | "blockHash" | "appHash">;

/** The proof that the signers of `partial`, a valid one over `set`, signed `block`. */
export function checkpointProof(
  set: ValidatorSet,
  block: CheckpointBlock,
  { signers, signature }: PartialSignature,
): CheckpointProof {
  assert(bitfieldFault(signers, set.slots) === undefined, "a bitfield over the set");
  const absent: Leaf[] = [];
  for (let slot = 0; slot < set.slots; slot += 1) {
    const power = set.powerOf(slot);
    if (power > 0 && !hasBit(signers, slot)) absent.push({ slot, key: set.keyOf(slot), power });
  }
  const siblings = multiproofSiblings(signers, absent, (node) => set.nodeAt(node));
  const { height, blockHash, appHash } = block;
  return {
    ...set.parts,
    ...{ height, blockHash, appHash, signers, signature, siblings },
    absent: absent.map(({ slot, key, power }) => ({ slot, key, power: BigInt(power) })),
  };
}

/** The canonical bytes of a proof. */
export function encodeCheckpointProof(proof: CheckpointProof): Uint8Array {
  return CheckpointProof.encode(proof);
}

/** Inverse of `encodeCheckpointProof`; undefined for any other bytes. */
export function decodeCheckpointProof(bytes: Uint8Array): CheckpointProof | undefined {
  try {
    return CheckpointProof.decode(bytes);
  } catch (error) {
    if (error instanceof WireError) return undefined;
    throw error;
  }
}

/**
 * Whether `proof` shows that its checkpoint is final, to who trusts `commitment` (32 bytes) to be
 * that of a validator set. Never throws; the work is bounded by 48,000 leaves and one pairing.
 */
export function verifyCheckpointProof(
  proof: CheckpointProof,
  commitment: Uint8Array,
): FinalCheckpoint | NotFinal {
  const refused = (fault: ProofFault): NotFinal => ({ final: false, fault });
  if (!isWellFormed(proof)) return refused("field_malformed");
  if (!equalBytes(commitmentOf(proof), commitment)) return refused("commitment_mismatch");
  if (!proof.absent.every(isMember)) return refused("absent_malformed");
  const { signers, siblings, totalPower } = proof;
  const absentPower = proof.absent.reduce((sum, { power }) => sum + power, 0n);
  const signedPower = totalPower - absentPower;
  if (!isFinalPower(signedPower, totalPower)) return refused("too_little_power");
  const absent = proof.absent.map(({ slot, key, power }) => ({ slot, key, power: Number(power) }));
  const root = multiproofRoot({ signers, absent, siblings });
  if (typeof root === "string") return refused(root);
  if (!equalBytes(root, proof.root)) return refused("root_mismatch");
  const { chainId, epoch, height, blockHash, appHash } = proof;
  const checkpoint = { chainId, epoch, height, blockHash, appHash, commitment };
  const key = blsSumKeys([proof.totalKey], absent.map(keyOf));
  const verified = key && blsVerifyRaw(key, checkpointMessage(checkpoint), proof.signature);
  if (verified !== true) return refused("bad_signature");
  return { final: true, checkpoint, signedPower, totalPower };
}

function keyOf({ key }: Leaf): Uint8Array {
  return key;
}

function isUint64(value: bigint): boolean {
  return value >= 0n && value < 1n << 64n;
}

function isWellFormed(proof: CheckpointProof): boolean {
  return (
    [proof.blockHash, proof.appHash, proof.root].every((hash) => hash.length === HASH_BYTES) &&
    [proof.epoch, proof.height, proof.totalPower].every(isUint64) &&
    proof.totalKey.length === BLS_RAW_KEY_BYTES &&
    proof.signature.length === BLS_SIGNATURE_BYTES
  );
}

function isMember({ key, power }: AbsentMember): boolean {
  const exact = power > 0n && power <= BigInt(Number.MAX_SAFE_INTEGER);
  return exact && key.length === BLS_RAW_KEY_BYTES && !equalBytes(key, BLS_NO_KEY);
}
