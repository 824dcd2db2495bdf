/** Whether validators signed a block: their signatures over CometBFT's canonical votes. */
import { ed25519 } from "@noble/curves/ed25519.js";
import {
  CanonicalVote,
  type Commit,
  type CommitSig,
} from "../../../proto/gen/tendermint/types/light.ts";
import { BlockIDFlag } from "../../../proto/gen/tendermint/types/validator.ts";
import { Writer } from "../../../proto/wire/writer.ts";
import { equalBytes, hex } from "../../lib/bytes.ts";
import { type LightValidator, validatorAddress } from "./types.ts";

const PRECOMMIT = 2;
const SIGNATURE_BYTES = 64;

/** What is wrong with a commit. */
export type CommitFault = "commit_malformed" | "bad_signature";

/** Power that signed a block. */
export interface CommitPower {
  readonly count: number;
  readonly power: bigint;
  readonly total: bigint;
}

/** The bytes that a validator signed for its part of a commit. */
export function signBytes(chainId: string, commit: Commit, part: CommitSig): Uint8Array {
  const { blockId } = commit;
  const votes = part.blockIdFlag === BlockIDFlag.BLOCK_ID_FLAG_COMMIT && blockId !== undefined;
  const vote = CanonicalVote.encode({
    type: PRECOMMIT,
    height: commit.height,
    round: BigInt(commit.round),
    blockId: votes ? { hash: blockId.hash, partSetHeader: blockId.partSetHeader } : undefined,
    timestamp: part.timestamp,
    chainId,
  });
  return new Writer().bytes(vote).finish();
}

/**
 * Adds up the power that signed the commit's block, of the validators of that very block. Every
 * signature must be right, also one that is not needed, and one for no block.
 */
export function commitPower(
  chainId: string,
  commit: Commit,
  validators: readonly LightValidator[],
): CommitPower | CommitFault {
  if (commit.signatures.length !== validators.length) return "commit_malformed";
  let [count, power, total] = [0, 0n, 0n];
  for (const [at, part] of commit.signatures.entries()) {
    const validator = validators[at] as LightValidator;
    if (validator.power <= 0n) return "commit_malformed";
    total += validator.power;
    if (isAbsent(part)) continue;
    const fault = partFault(chainId, commit, part, validator.publicKey);
    if (fault !== undefined) return fault;
    if (part.blockIdFlag !== BlockIDFlag.BLOCK_ID_FLAG_COMMIT) continue;
    count += 1;
    power += validator.power;
  }
  return { count, power, total };
}

/** Power of `trusted` that signed the commit, whose signatures were checked already. */
export function overlapPower(
  commit: Commit,
  trusted: readonly LightValidator[],
): Pick<CommitPower, "power" | "total"> {
  const signed = new Set(
    commit.signatures
      .filter((part) => part.blockIdFlag === BlockIDFlag.BLOCK_ID_FLAG_COMMIT)
      .map((part) => hex(part.validatorAddress)),
  );
  let [power, total] = [0n, 0n];
  for (const validator of trusted) {
    total += validator.power;
    if (signed.has(hex(validatorAddress(validator.publicKey)))) power += validator.power;
  }
  return { power, total };
}

/** Nothing may stand in the place of who did not sign: no signature would cover it. */
function isAbsent(part: CommitSig): boolean {
  return (
    part.blockIdFlag === BlockIDFlag.BLOCK_ID_FLAG_ABSENT &&
    part.validatorAddress.length === 0 &&
    part.timestamp === undefined &&
    part.signature.length === 0
  );
}

function partFault(
  chainId: string,
  commit: Commit,
  part: CommitSig,
  publicKey: Uint8Array,
): CommitFault | undefined {
  const { blockIdFlag, signature, timestamp } = part;
  const signs =
    blockIdFlag === BlockIDFlag.BLOCK_ID_FLAG_COMMIT ||
    blockIdFlag === BlockIDFlag.BLOCK_ID_FLAG_NIL;
  const isWhole = signs && signature.length === SIGNATURE_BYTES && timestamp !== undefined;
  if (!isWhole || !equalBytes(part.validatorAddress, validatorAddress(publicKey))) {
    return "commit_malformed";
  }
  return isSigned(publicKey, signBytes(chainId, commit, part), signature)
    ? undefined
    : "bad_signature";
}

/** By the rules that CometBFT has for batches too (ZIP-215). */
function isSigned(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  try {
    return ed25519.verify(signature, message, publicKey, { zip215: true });
  } catch {
    return false;
  }
}
