/** Block times and the protocol clock, in integer milliseconds. */
import type { Timestamp } from "../../proto/gen/google/protobuf/timestamp.ts";

/** Milliseconds since 1970 of a block time, rounded down; 0 when absent. */
export function millis(time: Timestamp | undefined): bigint {
  if (time === undefined) return 0n;
  return time.seconds * 1000n + BigInt(time.nanos) / 1_000_000n;
}

/**
 * The protocol clock after a block (protocol.md 2.5): it advances with block time but by at most
 * `stepMaxMs` per block, so that an outage closes no window; it never goes back.
 */
export function advanceClock(
  clockMs: bigint,
  previousTimeMs: bigint,
  timeMs: bigint,
  stepMaxMs: bigint,
): bigint {
  const step = timeMs - previousTimeMs;
  if (step <= 0n) return clockMs;
  return clockMs + (step < stepMaxMs ? step : stepMaxMs);
}
