/** Limits of a call that HTTP and WebSocket share. */
import { TX_BYTES_MAX } from "../../../../app/constants.ts";

/** Base64 or hex of the largest transaction, and as much again for what is around it. */
export const BODY_BYTES_MAX: number = TX_BYTES_MAX * 4;

/** How long a call may wait for a block; a whole batch has no more. */
const CALL_MS = 30_000;

/** The time of one call. */
export interface CallTime {
  /** Aborted when the caller is gone, or when the time is over. */
  readonly signal: AbortSignal;
  /** Must be called when the call is answered, for connections outlive calls. */
  readonly end: () => void;
}

/** Begins the time of a call whose caller is there until `gone` is aborted. */
export function callTime(gone: AbortSignal): CallTime {
  const over = new AbortController();
  const abort = (): void => over.abort();
  const timer = setTimeout(abort, CALL_MS);
  gone.addEventListener("abort", abort);
  const end = (): void => {
    clearTimeout(timer);
    gone.removeEventListener("abort", abort);
  };
  return { signal: over.signal, end };
}
