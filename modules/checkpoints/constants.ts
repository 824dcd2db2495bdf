/** Fixed numbers of checkpoints and the relations among them. */
import { bitfieldBytes } from "../../app/checkpoint/bitfield.ts";
import { SLOTS_MAX } from "../../app/checkpoint/chunks.ts";
import { assert } from "../../app/lib/assert.ts";

/** Longest bitfield that any validator set has. */
export const BITFIELD_BYTES_MAX: number = bitfieldBytes(SLOTS_MAX);

/** Validator sets that staking keeps beside the running epoch's. */
export const SETS_KEPT = 3n;

/** Epochs that a checkpoint may be open: its set must still be known when it closes. */
export const ATTEST_EPOCHS_LIMIT = 2;

/** A count of misses is one byte. */
export const MISSED_LIMIT = 255;

/** A checkpoint with its bitfield has 6 KB at most: 60 MB. */
export const CHECKPOINTS_KEPT_LIMIT = 10_000;

/** Old checkpoints that one epoch removes: more than it adds, so that a lower parameter is met. */
export const REMOVED_PER_EPOCH = 10;

/** Final checkpoints that count for a seat in the committee. */
export const RECENT_FINALS = 2;

/** Validators that one block punishes, of each fault. */
export const PUNISHED_PER_BLOCK = 100;

/**
 * Gas of one attestation and of each signer in it: one pairing takes 1.5 ms, adding the keys of
 * 24,000 spread evenly 22 ms. A transfer has 50,000 gas and takes about 0.5 ms.
 */
export const ATTESTATION_GAS = 150_000n;
export const SIGNER_GAS = 100n;

assert(BigInt(ATTEST_EPOCHS_LIMIT) < SETS_KEPT, "the set of an open checkpoint is kept");
