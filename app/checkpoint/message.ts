/** What validators sign at the end of an epoch, and how much power makes it final. */
import { BLS_DOMAINS } from "../lib/bls.ts";
import { preimage } from "../lib/bytes.ts";

/** The last block of an epoch, and who may sign it. */
export interface Checkpoint {
  readonly chainId: string;
  readonly epoch: bigint;
  readonly height: bigint;
  /** Hashes of 32 bytes. */
  readonly blockHash: Uint8Array;
  readonly appHash: Uint8Array;
  /** Of the validator set of `epoch`. */
  readonly commitment: Uint8Array;
}

/** The bytes that a validator signs with its BLS key. */
export function checkpointMessage(checkpoint: Checkpoint): Uint8Array {
  return preimage(
    { domain: BLS_DOMAINS.checkpoint },
    { text: checkpoint.chainId },
    { integer: checkpoint.epoch },
    { integer: checkpoint.height },
    { hash: checkpoint.blockHash },
    { hash: checkpoint.appHash },
    { hash: checkpoint.commitment },
  );
}

/** Whether `signed` is strictly more than two thirds of `total`. */
export function isFinalPower(signed: bigint, total: bigint): boolean {
  return 3n * signed > 2n * total;
}
