/** Limits of a call that HTTP and WebSocket share. */
import { TX_BYTES_MAX } from "../../../../app/constants.ts";

/** Base64 or hex of the largest transaction, and as much again for what is around it. */
export const BODY_BYTES_MAX: number = TX_BYTES_MAX * 4;

/** How long a call may wait for a block; a whole batch has no more. */
const CALL_MS = 30_000;

/** Aborts when the caller is gone, or when its time is over. */
export function callSignal(gone: AbortSignal): AbortSignal {
  return AbortSignal.any([gone, AbortSignal.timeout(CALL_MS)]);
}
