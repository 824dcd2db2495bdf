/** The checkpoint of a receipt: that the whole validator set made its header final. */
import {
  decodeCheckpointProof,
  type FinalCheckpoint,
  verifyCheckpointProof,
} from "../../checkpoint/proof.ts";
import { commitmentOf } from "../../checkpoint/validatorSet.ts";
import { hex } from "../../lib/bytes.ts";
import { ReceiptError, requireReceipt } from "./fault.ts";

const HASH_BYTES = 32;

/** Who made the header final. */
export interface CheckpointFact {
  readonly epoch: bigint;
  /** Of the validator set, hex. The proof shows nothing to who does not trust it. */
  readonly commitment: string;
  readonly signedPower: bigint;
  readonly totalPower: bigint;
}

/** The block that a checkpoint must be of. */
interface Covered {
  readonly height: bigint;
  /** Of the header, hex. */
  readonly hash: string;
}

/** @throws ReceiptError unless the proof holds under the commitment that it names itself. */
export function verifyReceiptCheckpoint(
  bytes: Uint8Array,
  { height, hash }: Covered,
  chainId: string,
): CheckpointFact {
  const { checkpoint, signedPower, totalPower } = finalCheckpoint(bytes);
  requireReceipt(checkpoint.chainId === chainId, "other_chain", checkpoint.chainId);
  const isCovered = checkpoint.height === height && hex(checkpoint.blockHash) === hash;
  requireReceipt(isCovered, "checkpoint_other_block");
  const { epoch, commitment } = checkpoint;
  return { epoch, commitment: hex(commitment), signedPower, totalPower };
}

function finalCheckpoint(bytes: Uint8Array): FinalCheckpoint {
  const proof = decodeCheckpointProof(bytes);
  if (proof?.root.length !== HASH_BYTES)
    throw new ReceiptError("checkpoint_refused", "not a proof");
  const result = verifyCheckpointProof(proof, commitmentOf(proof));
  if (!result.final) throw new ReceiptError("checkpoint_refused", result.fault);
  return result;
}
