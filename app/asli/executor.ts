/**
 * The executor: runs a job on an engine, token by token, and makes the result with its fingerprint.
 */
import type { Engine } from "./engine.ts";
import { encodeFingerprint, type FingerprintEntry, fingerprintEntry } from "./fingerprint.ts";
import { gumbelNoise } from "./gumbel.ts";
import { type Job, stopRules, validateJob } from "./job.ts";
import { promptIds, type UnservableReason } from "./promptIds.ts";
import { rankCandidates } from "./quantise.ts";
import type { Result } from "./result.ts";
import { sampleToken } from "./sampler.ts";
import { type FinishReason, finishReason, outputText } from "./stop.ts";
import { promptHash } from "./taskHash.ts";

/** One more output token, as it is sampled. */
export interface SampledToken {
  readonly position: number;
  readonly token: number;
  /** Text of the whole output so far; its end may change while a character is incomplete. */
  readonly text: string;
}

/** What a run may be told beside the job. */
export interface ExecuteOptions {
  /** Stops the run between two tokens; it then rejects with the signal's reason. */
  readonly signal?: AbortSignal;
  /** Called for each token, for streaming. */
  readonly onToken?: (sampled: SampledToken) => void;
  /** Challenge of the probes, 32 bytes, when it is not the job's seed. */
  readonly challenge?: Uint8Array;
  /** End tokens, when they are not those of the model file. */
  readonly endTokens?: readonly number[];
}

/** A result, or the reason why there can be none. */
export type Outcome = { readonly result: Result } | { readonly unservable: UnservableReason };

/**
 * Runs `job`.
 * @throws AsliError as `validateJob` and `promptIds` do, and `logit_not_finite` or
 * `candidates_malformed` when the model or the engine is broken; whatever the engine throws.
 */
export async function execute(
  engine: Engine,
  job: Job,
  options: ExecuteOptions = {},
): Promise<Outcome> {
  validateJob(job);
  const prompt = await promptIds(engine, job);
  if ("unservable" in prompt) return prompt;
  const output = await generate(engine, job, prompt.ids, options);
  return {
    result: {
      promptTokens: prompt.ids.length,
      promptHash: promptHash(prompt.ids),
      outputTokens: Uint32Array.from(output.ids),
      text: outputText(await engine.detokenize(Uint32Array.from(output.ids)), job.stopStrings),
      finishReason: output.reason,
      fingerprint: encodeFingerprint(output.entries),
      kernelClass: engine.kernelClass,
      modelSha256: engine.model.sha256,
    },
  };
}

interface Output {
  readonly ids: readonly number[];
  readonly entries: readonly FingerprintEntry[];
  readonly reason: FinishReason;
}

async function generate(
  engine: Engine,
  job: Job,
  prompt: Uint32Array,
  options: ExecuteOptions,
): Promise<Output> {
  const { signal, onToken, challenge = job.seed } = options;
  const rules = stopRules(job, prompt.length, options.endTokens ?? engine.model.endTokens);
  const noise = gumbelNoise(job.seed);
  const ids: number[] = [];
  const entries: FingerprintEntry[] = [];
  let candidates = await engine.begin(prompt, signal);
  for (;;) {
    signal?.throwIfAborted();
    const position = ids.length;
    const ranked = rankCandidates(candidates);
    const token = sampleToken(ranked, job.sampling, noise, position);
    ids.push(token);
    entries.push(fingerprintEntry(ranked, token, challenge, position));
    const textNeeded = onToken !== undefined || job.stopStrings.length > 0;
    const text = textNeeded ? await engine.detokenize(Uint32Array.from(ids)) : "";
    onToken?.({ position, token, text: outputText(text, job.stopStrings) });
    const reason = finishReason(rules, { length: ids.length, lastToken: token, text });
    if (reason !== undefined) return { ids, entries, reason };
    candidates = await engine.step(token);
  }
}
