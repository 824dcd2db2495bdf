/** Runs of a model over a text: by generating it, by repeating it, or by one prefill. */
import type { Candidates, Engine } from "../../../app/asli/engine.ts";
import { gumbelNoise, type Noise } from "../../../app/asli/gumbel.ts";
import type { Prompt } from "../../../app/asli/prompt.ts";
import { promptIds } from "../../../app/asli/promptIds.ts";
import { rankCandidates } from "../../../app/asli/quantise.ts";
import { type Sampling, sampleToken } from "../../../app/asli/sampler.ts";
import { sha256, utf8 } from "../../../app/lib/bytes.ts";
import { CalibrationError } from "./error.ts";

/** A text and what the run that made it saw at each position. */
export interface Generated {
  readonly tokens: readonly number[];
  readonly lists: readonly Candidates[];
}

/** What to generate. */
export interface GenerationOptions {
  readonly prompt: Uint32Array;
  readonly sampling: Sampling;
  readonly seed: Uint8Array;
  readonly maxTokens: number;
}

/** A sampling that cuts nothing. */
export function plainSampling(temperatureMilli: number): Sampling {
  return { temperatureMilli, topK: 0, topPMilli: 0 };
}

/** Seed of the honest text of a prompt at a temperature; dishonest runs have the same one. */
export function textSeed(seed: number, prompt: number, temperatureMilli: number): Uint8Array {
  return sha256(utf8(`calibration ${seed}/${prompt}/${temperatureMilli}`));
}

/** Noise of that seed. */
export function textNoise(seed: number, prompt: number, temperatureMilli: number): Noise {
  return gumbelNoise(textSeed(seed, prompt, temperatureMilli));
}

/**
 * The ids of a prompt.
 * @throws CalibrationError `model_unsupported` when the model cannot take it.
 */
export async function idsOf(engine: Engine, prompt: Prompt): Promise<Uint32Array> {
  const job = {
    prompt,
    contextLength: engine.model.contextLength,
    sampling: plainSampling(0),
    maxOutputTokens: 1,
    stopStrings: [],
    seed: new Uint8Array(32),
  };
  const found = await promptIds(engine, job);
  if ("ids" in found) return found.ids;
  throw new CalibrationError("model_unsupported", `the model cannot answer: ${found.unservable}`);
}

/** Generates as an executor does, until an end token or `maxTokens`. */
export async function generate(
  engine: Engine,
  { prompt, sampling, seed, maxTokens }: GenerationOptions,
  signal: AbortSignal,
): Promise<Generated> {
  const noise = gumbelNoise(seed);
  const tokens: number[] = [];
  const lists: Candidates[] = [];
  let candidates = await engine.begin(prompt, signal);
  for (;;) {
    signal.throwIfAborted();
    lists.push(candidates);
    const token = sampleToken(rankCandidates(candidates), sampling, noise, tokens.length);
    tokens.push(token);
    const full = prompt.length + tokens.length >= engine.model.contextLength;
    if (engine.model.endTokens.includes(token) || tokens.length >= maxTokens || full) {
      return { tokens, lists };
    }
    candidates = await engine.step(token);
  }
}

/** Evaluates given tokens in the shapes of generation, as a replay does. */
export async function repeat(
  engine: Engine,
  prompt: Uint32Array,
  tokens: readonly number[],
  signal: AbortSignal,
): Promise<Candidates[]> {
  const lists = [await engine.begin(prompt, signal)];
  for (const token of tokens.slice(0, -1)) {
    signal.throwIfAborted();
    lists.push(await engine.step(token));
  }
  return lists;
}
