/**
 * The exact check: the claimed output token by token, in the shapes of generation. On the
 * executor's kernel class every logit has the same bits, so one differing token is certain proof.
 */
import type { Engine } from "./engine.ts";
import { encodeFingerprint, type FingerprintEntry, fingerprintEntry } from "./fingerprint.ts";
import { gumbelNoise } from "./gumbel.ts";
import type { Job } from "./job.ts";
import { type RankedCandidates, rankCandidates } from "./quantise.ts";
import { sampleToken } from "./sampler.ts";

/** What a replay may be told beside the job. */
export interface ReplayOptions {
  readonly signal?: AbortSignal;
  /** Challenge of the probes, 32 bytes, when it is not the job's seed. */
  readonly challenge?: Uint8Array;
  /** Sees the ranked candidates at each output position, before its token is taken. */
  readonly onPosition?: (ranked: RankedCandidates, token: number, position: number) => void;
}

/** How a replay compares with the claimed tokens. */
export interface Replay {
  /** Positions at which the sampler picks another token than the claimed one. */
  readonly mismatches: number;
  /** The first of them. */
  readonly firstMismatch?: number;
  /** The replayer's own; bit-equal to an honest executor's of the same kernel class. */
  readonly fingerprint: Uint8Array;
}

/**
 * Replays `output` after `prompt`; after a mismatch it goes on with the claimed token.
 * @throws AsliError `logit_not_finite` or `candidates_malformed`; whatever the engine throws.
 */
export async function replayTokens(
  engine: Engine,
  job: Job,
  prompt: Uint32Array,
  output: Uint32Array,
  options: ReplayOptions = {},
): Promise<Replay> {
  const noise = gumbelNoise(job.seed);
  const entries: FingerprintEntry[] = [];
  let mismatches = 0;
  let firstMismatch: number | undefined;
  let candidates = await engine.begin(prompt, options.signal);
  for (const [position, token] of output.entries()) {
    options.signal?.throwIfAborted();
    const ranked = rankCandidates(candidates);
    entries.push(fingerprintEntry(ranked, token, options.challenge ?? job.seed, position));
    options.onPosition?.(ranked, token, position);
    if (sampleToken(ranked, job.sampling, noise, position) !== token) {
      mismatches += 1;
      firstMismatch ??= position;
    }
    if (position + 1 < output.length) candidates = await engine.step(token);
  }
  const fingerprint = encodeFingerprint(entries);
  return firstMismatch === undefined
    ? { mismatches, fingerprint }
    : { mismatches, firstMismatch, fingerprint };
}
