/**
 * Parameters as a table: each endpoint lists every parameter that OpenAI has, and what becomes of
 * it here. Nothing is ignored: what is not in the table, and what the chain cannot do, is refused
 * by name.
 */
import type { AskOptions, Certainty, ChatMessage } from "../../../app/client/sdk/types.ts";
import { OpenAiError, unsupported } from "./error.ts";
import { isObject, type Json } from "./values.ts";

/** The schema of an output as OpenAI's `response_format` names it. */
export interface JsonSchemaFormat {
  readonly name: string;
  readonly schema: Json;
}

/** A request while its parameters are read. */
export interface Draft {
  model?: string;
  prompt?: string | readonly ChatMessage[];
  /** Instructions that stand before the prompt. */
  instructions?: string;
  temperature?: number;
  topP?: number;
  topK?: number;
  maxOutputTokens?: number;
  stop?: readonly string[];
  count?: number;
  format?: JsonSchemaFormat;
  isStreamed?: boolean;
  hasUsage?: boolean;
  hasLogprobs?: boolean;
  certainty?: Certainty;
  maxFee?: bigint;
  metadata?: Json;
  user?: string;
}

/** What becomes of a parameter. */
export interface Parameter {
  /** `works`: it does what OpenAI says. `accepted`: it needs nothing done. `refused`: by name. */
  readonly use: "works" | "accepted" | "refused";
  /** What it does here, or why not; ends the sentence "NAME: …". */
  readonly about: string;
  /** A value that a test sends. */
  readonly sample: unknown;
  /** @throws OpenAiError naming the parameter. */
  readonly read: (draft: Draft, value: unknown, name: string) => void;
}

/** All parameters of an endpoint, by name. */
export type ParameterTable = Readonly<Record<string, Parameter>>;

/** It does what OpenAI says. */
export function works(about: string, sample: unknown, read: Parameter["read"]): Parameter {
  return { use: "works", about, sample, read };
}

/** It needs nothing done, for the values that `check` lets pass. */
export function accepted(
  about: string,
  sample: unknown,
  check: (value: unknown, name: string) => unknown,
): Parameter {
  return {
    use: "accepted",
    about,
    sample,
    read: (_draft, value, name) => {
      check(value, name);
    },
  };
}

/** Refused, unless the value asks for nothing: one of `neutral`, or an empty list. */
export function refused(
  about: string,
  sample: unknown,
  neutral: readonly unknown[] = [],
): Parameter {
  return {
    use: "refused",
    about,
    sample,
    read: (_draft, value, name) => {
      const isEmpty = Array.isArray(value) && value.length === 0;
      if (isEmpty || neutral.includes(value)) return;
      throw unsupported(name, about);
    },
  };
}

const MODEL_REQUIRED = "you must provide a model parameter";

/**
 * Reads a body with a table. As OpenAI has it, null means left out.
 * @throws OpenAiError naming the first parameter that is wrong, unsupported or unknown.
 */
export function readParameters(table: ParameterTable, body: unknown): Draft & { model: string } {
  if (!isObject(body)) {
    throw new OpenAiError(400, "invalid_request_error", "The body must be a JSON object.");
  }
  const draft: Draft = {};
  for (const [name, value] of Object.entries(body)) {
    const parameter = Object.hasOwn(table, name) ? table[name] : undefined;
    if (parameter === undefined) {
      const message = `Unrecognized request argument supplied: ${name.slice(0, 100)}`;
      throw new OpenAiError(400, "invalid_request_error", message, {
        param: name.slice(0, 100),
        code: "unknown_parameter",
      });
    }
    if (value !== null) parameter.read(draft, value, name);
  }
  const { model } = draft;
  if (model === undefined) {
    throw new OpenAiError(400, "invalid_request_error", MODEL_REQUIRED, {
      param: "model",
      code: "missing_required_parameter",
    });
  }
  return { ...draft, model };
}

/** A request that has been read and may be run. */
export interface Asked {
  readonly model: string;
  readonly prompt: string | readonly ChatMessage[];
  readonly options: AskOptions;
  readonly certainty: Certainty;
  readonly format: JsonSchemaFormat | undefined;
  readonly isStreamed: boolean;
  readonly hasUsage: boolean;
  readonly hasLogprobs: boolean;
  /** Most that the client will pay, in uasi. */
  readonly maxFee: bigint | undefined;
}

/**
 * A draft as a request, after the checks that concern several parameters.
 * @throws OpenAiError for what cannot go together.
 */
export function askedOf(
  draft: Draft & { readonly model: string },
  promptName: string,
  defaults: { readonly certainty: Certainty },
): Asked {
  const { prompt, model, count = 1, isStreamed = false, hasLogprobs = false } = draft;
  if (prompt === undefined) {
    throw new OpenAiError(400, "invalid_request_error", `'${promptName}' is required.`, {
      param: promptName,
      code: "missing_required_parameter",
    });
  }
  const certainty = draft.certainty ?? defaults.certainty;
  if (count > 1 && draft.temperature === 0) {
    throw unsupported("n", "at temperature 0 every answer would be the same; n must be 1");
  }
  if (draft.hasUsage === true && !isStreamed) {
    throw unsupported("stream_options", "it is only allowed when 'stream' is true");
  }
  if (count > 1 && isStreamed) throw unsupported("n", "a stream has one answer; n must be 1");
  if (hasLogprobs && certainty === "revealed") {
    const why =
      "the fingerprint that has them is public from soft_final on; ask for that certainty";
    throw unsupported("logprobs", why);
  }
  return {
    model,
    prompt: withInstructions(prompt, draft.instructions),
    // The text of a completion goes on as a document does.
    options: { ...optionsOf(draft), ...(typeof prompt === "string" ? { raw: true } : {}) },
    certainty,
    format: draft.format,
    isStreamed,
    hasUsage: draft.hasUsage ?? false,
    hasLogprobs,
    maxFee: draft.maxFee,
  };
}

function withInstructions(
  prompt: string | readonly ChatMessage[],
  instructions: string | undefined,
): string | readonly ChatMessage[] {
  if (instructions === undefined || typeof prompt === "string") return prompt;
  return [{ role: "system", content: instructions }, ...prompt];
}

function optionsOf(draft: Draft): AskOptions {
  const { model, temperature, topP, topK, maxOutputTokens, stop, count } = draft;
  return {
    ...(model === undefined ? {} : { model }),
    ...(temperature === undefined ? {} : { temperature }),
    ...(topP === undefined ? {} : { topP }),
    ...(topK === undefined ? {} : { topK }),
    ...(maxOutputTokens === undefined ? {} : { maxOutputTokens }),
    ...(stop === undefined ? {} : { stop }),
    ...(count === undefined ? {} : { count }),
  };
}
