/**
 * Names of things: the hash of a task, the seed of a calculation, the hash of a prompt's ids.
 */
import { hashOf, sha256 } from "../lib/bytes.ts";

/**
 * `SHA-256("aegis/task/v1" ‖ encoding)`, where `encoding` is the canonical proto of everything that
 * determines the result; a byte field, so its length stands before it.
 */
export function taskHash(encoding: Uint8Array): Uint8Array {
  return hashOf({ domain: "aegis/task/v1" }, { bytes: encoding });
}

/** Which piece of work a seed, commit or salt belongs to. */
export interface Calculation {
  /** 32 bytes. */
  readonly taskHash: Uint8Array;
  /** From 0 below the task's `target_count`. */
  readonly index: bigint | number;
  /** 0 at first, then the number of the reopening. */
  readonly attempt: bigint | number;
}

/** `SHA-256("aegis/seed/v1" ‖ task_hash ‖ i ‖ attempt ‖ beacon)`; `beacon` has 32 bytes. */
export function calculationSeed(calculation: Calculation, beacon: Uint8Array): Uint8Array {
  return hashOf(
    { domain: "aegis/seed/v1" },
    { hash: calculation.taskHash },
    { integer: calculation.index },
    { integer: calculation.attempt },
    { hash: beacon },
  );
}

/** SHA-256 of a prompt's token ids, each as uint32 little-endian. */
export function promptHash(ids: Uint32Array): Uint8Array {
  const bytes = new Uint8Array(ids.length * 4);
  const view = new DataView(bytes.buffer);
  for (const [at, id] of ids.entries()) view.setUint32(at * 4, id, true);
  return sha256(bytes);
}
