/** Executors that run the right weights on something else than what they were asked. */
import type { Engine } from "../../../app/asli/engine.ts";
import { execute } from "../../../app/asli/executor.ts";
import type { Job } from "../../../app/asli/job.ts";
import { promptIds } from "../../../app/asli/promptIds.ts";
import { sha256 } from "../../../app/lib/bytes.ts";
import type { Cheat } from "./cheat.ts";

/** What is put behind the user's words: short answers are less work. */
const ADDITION = " Answer in one short sentence.";
const OTHER_QUESTION = "Say something nice about cheese.";
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

/** An engine that evaluates `change`d prompts, whatever it is given. */
function misreading(
  engine: Engine,
  change: (prompt: Uint32Array) => Promise<readonly number[]>,
): Engine {
  const { model, kernelClass, systemInfo } = engine;
  return {
    model,
    kernelClass,
    systemInfo,
    tokenize: (text) => engine.tokenize(text),
    detokenize: (ids) => engine.detokenize(ids),
    begin: async (prompt, signal) => engine.begin(Uint32Array.from(await change(prompt)), signal),
    step: (token) => engine.step(token),
    prefill: (prompt, output, signal) => engine.prefill(prompt, output, signal),
    close: () => engine.close(),
  };
}

const prompt: Cheat = {
  name: "prompt",
  about: "adds a wish for a short answer to the prompt",
  result: async ({ job, endTokens }, tools) => {
    const engine = await tools.right();
    const end = engine.model.specialTokens.get("<|im_end|>") ?? 0;
    const added = await engine.tokenize(ADDITION);
    const misread = misreading(engine, async (ids) => {
      const at = ids.lastIndexOf(end);
      return [...ids.subarray(0, at), ...added, ...ids.subarray(at)];
    });
    return execute(misread, job, { endTokens });
  },
};

const question: Cheat = {
  name: "question",
  about: "answers another question than it was asked",
  result: async ({ job, endTokens }, tools) => {
    const engine = await tools.right();
    const messages = [{ role: "user" as const, content: OTHER_QUESTION }];
    const other = await promptIds(engine, { ...job, prompt: { template: "chatml/1", messages } });
    const misread = misreading(engine, async (ids) => ("ids" in other ? [...other.ids] : [...ids]));
    return execute(misread, job, { endTokens });
  },
};

/** Cheats with another job. */
export const SAMPLING_CHEATS: readonly Cheat[] = [
  prompt,
  question,
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
