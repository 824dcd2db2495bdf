/**
 * The executor's loop, from the prompt's ids to the last token. It takes and gives plain data, so
 * that an engine in another process can run it beside the model (`Engine.generate`).
 */
import type { Engine } from "./engine.ts";
import { encodeFingerprint, type FingerprintEntry, fingerprintEntry } from "./fingerprint.ts";
import { gumbelNoise } from "./gumbel.ts";
import { rankCandidates } from "./quantise.ts";
import { type Sampling, sampleToken } from "./sampler.ts";
import { type FinishReason, finishReason, outputText, type StopRules } from "./stop.ts";

/** What is generated. */
export interface Generation {
  /** Ids of the prompt; `rules.promptLength` many. */
  readonly prompt: Uint32Array;
  readonly rules: StopRules;
  readonly sampling: Sampling;
  /** Key of the noise, 32 bytes. */
  readonly seed: Uint8Array;
  /** Challenge of the probes, 32 bytes. */
  readonly challenge: Uint8Array;
  /** Whether the text is wanted after each token; making it is work. */
  readonly streamed: boolean;
}

/** One more output token, as it is sampled. */
export interface SampledToken {
  readonly position: number;
  readonly token: number;
  /** Text of the whole output so far; its end may change while a character is incomplete. */
  readonly text: string;
}

/** What a generation heeds between tokens. */
export interface GenerationHooks {
  readonly signal?: AbortSignal | undefined;
  /** Called for each token; its text is empty when nobody needs it. */
  readonly onToken?: ((sampled: SampledToken) => void) | undefined;
}

/** What comes out. */
export interface Generated {
  readonly outputTokens: Uint32Array;
  readonly fingerprint: Uint8Array;
  readonly finishReason: FinishReason;
}

/**
 * Generates on `engine`, one `step` per token.
 * @throws AsliError `logit_not_finite`, `candidates_malformed`; the reason of `signal`; whatever
 * the engine throws.
 */
export async function generateBySteps(
  engine: Pick<Engine, "begin" | "step" | "detokenize">,
  { prompt, rules, sampling, seed, challenge, streamed }: Generation,
  { signal, onToken }: GenerationHooks,
): Promise<Generated> {
  const noise = gumbelNoise(seed);
  const textNeeded = streamed || rules.stopStrings.length > 0;
  const ids: number[] = [];
  const entries: FingerprintEntry[] = [];
  let candidates = await engine.begin(prompt, signal);
  for (;;) {
    signal?.throwIfAborted();
    const position = ids.length;
    const ranked = rankCandidates(candidates);
    const token = sampleToken(ranked, sampling, noise, position);
    ids.push(token);
    entries.push(fingerprintEntry(ranked, token, challenge, position));
    const text = textNeeded ? await engine.detokenize(Uint32Array.from(ids)) : "";
    onToken?.({ position, token, text: outputText(text, rules.stopStrings) });
    const reason = finishReason(rules, { length: ids.length, lastToken: token, text });
    if (reason !== undefined) {
      return {
        outputTokens: Uint32Array.from(ids),
        fingerprint: encodeFingerprint(entries),
        finishReason: reason,
      };
    }
    candidates = await engine.step(token);
  }
}
