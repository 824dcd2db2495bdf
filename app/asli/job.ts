/**
 * A job: everything that decides an inference except the model. The chain makes one from a task and
 * a seed; `aegis-resource infer` reads one from a JSON file, whose format is in README.md ("Job").
 */
import { CONTEXT_LENGTH_DEFAULT, OUTPUT_TOKENS_LIMIT } from "./constants.ts";
import { FieldReader } from "./json.ts";
import {
  type Message,
  type Prompt,
  ROLES,
  TEMPLATES,
  type Template,
  validatePrompt,
} from "./prompt.ts";
import { type Sampling, validateSampling } from "./sampler.ts";
import { type StopRules, validateStopStrings } from "./stop.ts";

/** One inference to make or to check. */
export interface Job {
  readonly prompt: Prompt;
  /** Tokens that prompt and output may fill together. */
  readonly contextLength: number;
  readonly sampling: Sampling;
  readonly maxOutputTokens: number;
  readonly stopStrings: readonly string[];
  /** Key of the noise and, unless another is given, challenge of the probes: 32 bytes. */
  readonly seed: Uint8Array;
}

/**
 * Checks a job made by code.
 * @throws AsliError `prompt_invalid`, `sampling_invalid` or `stop_invalid`.
 */
export function validateJob(job: Job): void {
  validatePrompt(job.prompt);
  validateSampling(job.sampling);
  validateStopStrings(job.stopStrings);
}

/** Where an output of `job` ends, after a prompt of `promptLength` tokens. */
export function stopRules(job: Job, promptLength: number, endTokens: readonly number[]): StopRules {
  return {
    endTokens,
    stopStrings: job.stopStrings,
    maxOutputTokens: job.maxOutputTokens,
    contextLength: job.contextLength,
    promptLength,
  };
}

/**
 * Reads a job from parsed JSON.
 * @throws AsliError `job_invalid`, `prompt_invalid`, `sampling_invalid` or `stop_invalid`, naming
 * the field.
 */
export function parseJob(json: unknown): Job {
  const fields = new FieldReader(json, "job", "job_invalid");
  fields.only([
    "messages",
    "prompt",
    "template",
    "context_length",
    "sampling",
    "max_output_tokens",
    "stop",
    "seed",
  ]);
  const job: Job = {
    prompt: parsePrompt(fields),
    contextLength: fields.integer("context_length", 1, OUTPUT_TOKENS_LIMIT, CONTEXT_LENGTH_DEFAULT),
    sampling: parseSampling(fields.value("sampling") ?? {}),
    maxOutputTokens: fields.integer("max_output_tokens", 1, OUTPUT_TOKENS_LIMIT),
    stopStrings: fields.list("stop", []).map((stopString) => {
      if (typeof stopString !== "string") throw fields.error("stop", "a list of strings");
      return stopString;
    }),
    seed: fields.hash("seed"),
  };
  validateJob(job);
  return job;
}

function parsePrompt(fields: FieldReader): Prompt {
  if (fields.has("messages") === fields.has("prompt")) {
    throw fields.error("messages or prompt", "given, and not both");
  }
  const implied: Template = fields.has("messages") ? "chatml/1" : "raw/1";
  const template = fields.has("template") ? fields.choice("template", TEMPLATES) : implied;
  if (template !== implied) {
    throw fields.error("template", `${implied} for this kind of prompt`);
  }
  if (template === "raw/1") return { template, text: fields.text("prompt") };
  return { template, messages: fields.list("messages").map(parseMessage) };
}

function parseMessage(json: unknown, at: number): Message {
  const fields = new FieldReader(json, `job: messages[${at}]`, "job_invalid");
  fields.only(["role", "content"]);
  return { role: fields.choice("role", ROLES), content: fields.text("content") };
}

function parseSampling(json: unknown): Sampling {
  const fields = new FieldReader(json, "job: sampling", "job_invalid");
  fields.only(["temperature_milli", "top_k", "top_p_milli"]);
  return {
    temperatureMilli: fields.integer("temperature_milli", 0, 0xffffffff, 0),
    topK: fields.integer("top_k", 0, 0xffffffff, 0),
    topPMilli: fields.integer("top_p_milli", 0, 0xffffffff, 0),
  };
}
