/**
 * The executor: runs a job on an engine and makes the result with its fingerprint.
 */
import type { Engine } from "./engine.ts";
import { type Generation, generateBySteps, type SampledToken } from "./generate.ts";
import { type Job, stopRules, validateJob } from "./job.ts";
import { promptIds, type UnservableReason } from "./promptIds.ts";
import type { Result } from "./result.ts";
import { outputText } from "./stop.ts";
import { promptHash } from "./taskHash.ts";

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
  const { signal, onToken, challenge = job.seed } = options;
  const generation: Generation = {
    prompt: prompt.ids,
    rules: stopRules(job, prompt.ids.length, options.endTokens ?? engine.model.endTokens),
    sampling: job.sampling,
    seed: job.seed,
    challenge,
    streamed: onToken !== undefined,
  };
  const hooks = { signal, onToken };
  const output =
    engine.generate === undefined
      ? await generateBySteps(engine, generation, hooks)
      : await engine.generate(generation, hooks);
  const { outputTokens, finishReason, fingerprint } = output;
  return {
    result: {
      promptTokens: prompt.ids.length,
      promptHash: promptHash(prompt.ids),
      outputTokens,
      text: outputText(await engine.detokenize(outputTokens), job.stopStrings),
      finishReason,
      fingerprint,
      kernelClass: engine.kernelClass,
      modelSha256: engine.model.sha256,
    },
  };
}
