/**
 * Results that a cheating executor makes with a real engine. Tokens are chosen by the cheat; the
 * fingerprint is always that of the engine's own run over them, so that nothing but the cheat is
 * wrong with a result.
 */
import type { Engine } from "../../../app/asli/engine.ts";
import type { Outcome } from "../../../app/asli/executor.ts";
import {
  encodeFingerprint,
  type FingerprintEntry,
  fingerprintEntry,
} from "../../../app/asli/fingerprint.ts";
import { gumbelNoise } from "../../../app/asli/gumbel.ts";
import { type Job, stopRules } from "../../../app/asli/job.ts";
import { promptIds } from "../../../app/asli/promptIds.ts";
import { type RankedCandidates, rankCandidates } from "../../../app/asli/quantise.ts";
import { sampleToken } from "../../../app/asli/sampler.ts";
import { finishReason, outputText } from "../../../app/asli/stop.ts";
import { promptHash } from "../../../app/asli/taskHash.ts";

/** One position of an output that is being made. */
export interface Choice {
  readonly position: number;
  /** What an honest node takes here. */
  readonly honest: number;
  readonly ranked: RankedCandidates;
  readonly endTokens: readonly number[];
}

/** Takes a token. */
export type Choose = (choice: Choice) => number;

/** Runs `job` as the executor does, but lets `choose` take the tokens. */
export async function craft(
  engine: Engine,
  job: Job,
  endTokens: readonly number[],
  choose: Choose,
): Promise<Outcome> {
  const prompt = await promptIds(engine, job);
  if ("unservable" in prompt) return prompt;
  const rules = stopRules(job, prompt.ids.length, endTokens);
  const noise = gumbelNoise(job.seed);
  const ids: number[] = [];
  const entries: FingerprintEntry[] = [];
  let candidates = await engine.begin(prompt.ids);
  for (;;) {
    const position = ids.length;
    const ranked = rankCandidates(candidates);
    const honest = sampleToken(ranked, job.sampling, noise, position);
    const token = choose({ position, honest, ranked, endTokens });
    ids.push(token);
    entries.push(fingerprintEntry(ranked, token, job.seed, position));
    const text = await engine.detokenize(Uint32Array.from(ids));
    const reason = finishReason(rules, { length: ids.length, lastToken: token, text });
    if (reason === undefined) {
      candidates = await engine.step(token);
      continue;
    }
    return {
      result: {
        promptTokens: prompt.ids.length,
        promptHash: promptHash(prompt.ids),
        outputTokens: Uint32Array.from(ids),
        text: outputText(text, job.stopStrings),
        finishReason: reason,
        fingerprint: encodeFingerprint(entries),
        kernelClass: engine.kernelClass,
        modelSha256: engine.model.sha256,
      },
    };
  }
}

/** `outcome` with the fingerprint of one prefill of its tokens by `engine`. */
export async function fingerprinted(engine: Engine, job: Job, outcome: Outcome): Promise<Outcome> {
  const prompt = await promptIds(engine, job);
  if ("unservable" in outcome || "unservable" in prompt) return outcome;
  const { outputTokens } = outcome.result;
  const rows = await engine.prefill(prompt.ids, outputTokens);
  const entries = rows.map((row, position) =>
    fingerprintEntry(rankCandidates(row), outputTokens[position] ?? 0, job.seed, position),
  );
  return { result: { ...outcome.result, fingerprint: encodeFingerprint(entries) } };
}
