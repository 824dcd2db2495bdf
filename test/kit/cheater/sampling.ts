/** Executors that run the right weights on something else than what they were asked. */
import type { Engine } from "../../../app/asli/engine.ts";
import { execute } from "../../../app/asli/executor.ts";
import type { Job } from "../../../app/asli/job.ts";
import { sha256 } from "../../../app/lib/bytes.ts";
import type { Cheat } from "./cheat.ts";

/** What is put behind the user's words: short answers are less work. */
const ADDITION = " Answer in one short sentence.";
const WARMER_PERCENT = 150;

/** The cheat that runs a changed job; its fingerprint answers the right challenge. */
function otherJob(name: string, about: string, change: (job: Job) => Job): Cheat {
  return {
    name,
    about,
    result: async ({ job, endTokens }, tools) =>
      execute(await tools.right(), change(job), { endTokens, challenge: job.seed }),
  };
}

/** An engine that evaluates other words than those it is given. */
function adding(engine: Engine, addition: string): Engine {
  const { model, kernelClass, systemInfo } = engine;
  const end = model.specialTokens.get("<|im_end|>");
  return {
    model,
    kernelClass,
    systemInfo,
    tokenize: (text) => engine.tokenize(text),
    detokenize: (ids) => engine.detokenize(ids),
    begin: async (prompt, signal) => {
      const at = end === undefined ? prompt.length : prompt.lastIndexOf(end);
      const added = await engine.tokenize(addition);
      const ids = [...prompt.subarray(0, at), ...added, ...prompt.subarray(at)];
      return engine.begin(Uint32Array.from(ids), signal);
    },
    step: (token) => engine.step(token),
    prefill: (prompt, output, signal) => engine.prefill(prompt, output, signal),
    close: () => engine.close(),
  };
}

const prompt: Cheat = {
  name: "prompt",
  about: "adds a wish for a short answer to the prompt",
  result: async ({ job, endTokens }, tools) =>
    execute(adding(await tools.right(), ADDITION), job, { endTokens }),
};

/** Cheats with another job. */
export const SAMPLING_CHEATS: readonly Cheat[] = [
  prompt,
  otherJob("temperature", "samples at half as much temperature again", (job) => {
    const temperatureMilli = Math.trunc((job.sampling.temperatureMilli * WARMER_PERCENT) / 100);
    return { ...job, sampling: { ...job.sampling, temperatureMilli } };
  }),
  otherJob("greedy", "always takes the likeliest token", (job) => ({
    ...job,
    sampling: { ...job.sampling, temperatureMilli: 0 },
  })),
  otherJob("seed", "draws with a seed of its own", (job) => ({ ...job, seed: sha256(job.seed) })),
];
