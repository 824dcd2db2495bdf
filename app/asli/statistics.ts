/**
 * What a check sums up over a whole result. The first half a verifier has before it knows the
 * executor's fingerprint; the second half the chain computes once both fingerprints are revealed.
 */
import { FINGERPRINT_OUTSIDE, OUTSIDE_DISTANCE } from "./constants.ts";
import { decodeFingerprint, type FingerprintEntry } from "./fingerprint.ts";

/** Over the deficits of all output positions, in 1/1024 nat. */
export interface DeficitStatistics {
  /** Sum of the clipped deficits. */
  readonly deficitSum: number;
  /** How many of them are above the bound. */
  readonly deficitCount: number;
  readonly deficitMax: number;
}

/** How far two fingerprints of the same tokens are apart, in 1/1024 nat. */
export interface DistanceStatistics {
  /** Sum of |difference| of the chosen tokens' log-probabilities. */
  readonly chosenSum: number;
  /** Sum of |difference| of the probes'. */
  readonly probeSum: number;
  /** How many probes differ by more than the bound. */
  readonly probeCount: number;
}

/** Sums up `deficits`, counting those above `bound`. */
export function deficitStatistics(deficits: readonly number[], bound: number): DeficitStatistics {
  let deficitSum = 0;
  let deficitCount = 0;
  let deficitMax = 0;
  for (const deficit of deficits) {
    deficitSum += deficit;
    if (deficit > bound) deficitCount += 1;
    deficitMax = Math.max(deficitMax, deficit);
  }
  return { deficitSum, deficitCount, deficitMax };
}

/** The two fingerprints of one output. */
export interface FingerprintPair {
  readonly executor: Uint8Array;
  readonly verifier: Uint8Array;
  /** Output tokens that both cover. */
  readonly length: number;
}

/**
 * The distance of two fingerprints; it does not matter whose is which.
 * @throws AsliError `fingerprint_length` when one has not 4 bytes per token.
 */
export function fingerprintDistance(pair: FingerprintPair, probeBound: number): DistanceStatistics {
  const executor = decodeFingerprint(pair.executor, pair.length);
  const verifier = decodeFingerprint(pair.verifier, pair.length);
  let chosenSum = 0;
  let probeSum = 0;
  let probeCount = 0;
  for (const [position, theirs] of executor.entries()) {
    const ours = verifier[position] as FingerprintEntry;
    const probe = Math.abs(theirs.probe - ours.probe);
    chosenSum += chosenDistance(theirs.chosen, ours.chosen);
    probeSum += probe;
    if (probe > probeBound) probeCount += 1;
  }
  return { chosenSum, probeSum, probeCount };
}

function chosenDistance(theirs: number, ours: number): number {
  const isEdge = (theirs === FINGERPRINT_OUTSIDE) !== (ours === FINGERPRINT_OUTSIDE);
  return isEdge ? OUTSIDE_DISTANCE : Math.abs(theirs - ours);
}
