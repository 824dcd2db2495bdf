/**
 * The fingerprint of a run: at each output position the log-probability of the chosen token, and
 * that of a token at a rank which only the challenge decides. Whoever did not run the model cannot
 * guess it.
 */
import { hashOf } from "../lib/bytes.ts";
import {
  FINGERPRINT_CANDIDATES,
  FINGERPRINT_LIMIT,
  FINGERPRINT_OUTSIDE,
  FINGERPRINT_POSITION_BYTES,
  VOTE_POSITION_BYTES,
  SCORE_STEPS_PER_LOGIT_STEP,
} from "./constants.ts";
import { AsliError } from "./error.ts";
import { expNegative, lnOfMass } from "./fixedPoint.ts";
import type { RankedCandidates } from "./quantise.ts";

/** One output position, in 1/1024 nat: log-probabilities over the 64 best, so never above 0. */
export interface FingerprintEntry {
  /** That of the chosen token; −32768 when it is outside the candidates. */
  readonly chosen: number;
  /** That of the token at the probed rank. */
  readonly probe: number;
}

/**
 * The rank probed at `position`: first byte of `SHA-256("aegis/probe/v1" ‖ challenge ‖ position)`
 * modulo 64, or modulo `available` where a model offers fewer candidates. `challenge` has 32 bytes.
 */
export function probeRank(challenge: Uint8Array, position: number, available: number): number {
  const digest = hashOf({ domain: "aegis/probe/v1" }, { hash: challenge }, { integer: position });
  return (digest[0] as number) % Math.min(FINGERPRINT_CANDIDATES, available);
}

/** ln of the sum of e^q over the 64 best, in 1/1024 nat: what a log-probability is below its q. */
export function logSum(ranked: RankedCandidates): number {
  let mass = 0;
  for (const q of ranked.q.slice(0, FINGERPRINT_CANDIDATES)) {
    mass += expNegative(0 - q * SCORE_STEPS_PER_LOGIT_STEP);
  }
  return lnOfMass(mass);
}

/** The fingerprint's entry for one position at which `token` was chosen. */
export function fingerprintEntry(
  ranked: RankedCandidates,
  token: number,
  challenge: Uint8Array,
  position: number,
): FingerprintEntry {
  const sum = logSum(ranked);
  const chosen = ranked.q[ranked.ids.indexOf(token)];
  const probe = ranked.q[probeRank(challenge, position, ranked.ids.length)] as number;
  return {
    chosen: chosen === undefined ? FINGERPRINT_OUTSIDE : clamp(chosen - sum),
    probe: clamp(probe - sum),
  };
}

function clamp(value: number): number {
  return Math.max(-FINGERPRINT_LIMIT, Math.min(FINGERPRINT_LIMIT, value));
}

/** Per position the chosen token's, then the probe's, each as int16 little-endian. */
export function encodeFingerprint(entries: readonly FingerprintEntry[]): Uint8Array {
  const bytes = new Uint8Array(entries.length * FINGERPRINT_POSITION_BYTES);
  const view = new DataView(bytes.buffer);
  for (const [position, entry] of entries.entries()) {
    view.setInt16(position * FINGERPRINT_POSITION_BYTES, entry.chosen, true);
    view.setInt16(position * FINGERPRINT_POSITION_BYTES + 2, entry.probe, true);
  }
  return bytes;
}

/**
 * The entries of an encoded fingerprint of `length` output positions. Any int16 is accepted.
 * @throws AsliError `fingerprint_length` when there are more or fewer bytes than that.
 */
export function decodeFingerprint(bytes: Uint8Array, length: number): FingerprintEntry[] {
  if (bytes.length !== length * FINGERPRINT_POSITION_BYTES) {
    const wanted = length * FINGERPRINT_POSITION_BYTES;
    throw new AsliError(
      "fingerprint_length",
      `a fingerprint of ${length} tokens has ${wanted} bytes, not ${bytes.length}`,
    );
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Array.from({ length }, (_, position) => ({
    chosen: view.getInt16(position * FINGERPRINT_POSITION_BYTES, true),
    probe: view.getInt16(position * FINGERPRINT_POSITION_BYTES + 2, true),
  }));
}

/** One output position of a committee member's replay. */
export interface VoteFingerprintEntry extends FingerprintEntry {
  /** The token's at the rank that the dispute's challenge probes. */
  readonly disputeProbe: number;
}

/** Per position chosen token, probe by the seed, probe by the challenge: int16 little-endian. */
export function encodeVoteFingerprint(entries: readonly VoteFingerprintEntry[]): Uint8Array {
  const bytes = new Uint8Array(entries.length * VOTE_POSITION_BYTES);
  const view = new DataView(bytes.buffer);
  for (const [position, entry] of entries.entries()) {
    const at = position * VOTE_POSITION_BYTES;
    view.setInt16(at, entry.chosen, true);
    view.setInt16(at + 2, entry.probe, true);
    view.setInt16(at + 4, entry.disputeProbe, true);
  }
  return bytes;
}

/**
 * The entries of a vote's fingerprint of `length` output positions. Any int16 is accepted.
 * @throws AsliError `fingerprint_length` when there are more or fewer bytes than that.
 */
export function decodeVoteFingerprint(bytes: Uint8Array, length: number): VoteFingerprintEntry[] {
  if (bytes.length !== length * VOTE_POSITION_BYTES) {
    const wanted = length * VOTE_POSITION_BYTES;
    throw new AsliError(
      "fingerprint_length",
      `a vote's fingerprint of ${length} tokens has ${wanted} bytes, not ${bytes.length}`,
    );
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Array.from({ length }, (_, position) => {
    const at = position * VOTE_POSITION_BYTES;
    return {
      chosen: view.getInt16(at, true),
      probe: view.getInt16(at + 2, true),
      disputeProbe: view.getInt16(at + 4, true),
    };
  });
}
