/**
 * Evaluates one sequence in the batch shapes of ASLI: the prompt in batches of exactly 512 tokens
 * and the rest, then one token per decode. The shapes decide the last bits of every logit.
 */
import type { ControlledEvaluateInputItem, LlamaContextSequence, Token } from "node-llama-cpp";
import { PROMPT_BATCH } from "../../../app/asli/constants.ts";
import type { Candidates } from "../../../app/asli/engine.ts";
import { EngineError, oneLine } from "./error.ts";
import { CANDIDATES_REQUEST } from "./profile.ts";

/** What an evaluation heeds between batches. */
export interface BatchHooks {
  readonly signal: AbortSignal;
  /** Called after each batch, so that the parent knows that the child is alive. */
  readonly onBatch: () => void;
}

/** The model's limits that every request is checked against. */
export interface Limits {
  readonly contextLength: number;
  readonly vocabularySize: number;
}

/** One sequence and how far it has come. Requests must not overlap. */
export class Evaluator {
  readonly #sequence: LlamaContextSequence;
  readonly #limits: Limits;
  /** Tokens evaluated since `begin`; undefined when no `begin` has succeeded. */
  #length: number | undefined;

  constructor(sequence: LlamaContextSequence, limits: Limits) {
    this.#sequence = sequence;
    this.#limits = limits;
  }

  /** Evaluates a prompt from scratch: the candidates after its last token. */
  async begin(prompt: Uint32Array, hooks: BatchHooks): Promise<Candidates> {
    // A prompt that fills the context leaves no room for an answer.
    this.#check(prompt, 1);
    const [candidates] = await this.#evaluate(prompt, prompt.length - 1, hooks);
    this.#length = prompt.length;
    return candidates as Candidates;
  }

  /** Evaluates one more token alone: the candidates after it. */
  async step(token: number): Promise<Candidates> {
    if (this.#length === undefined) {
      throw new EngineError("request_invalid", "step needs a begin that succeeded");
    }
    this.#check(Uint32Array.of(token), this.#length + 1);
    const [candidates] = await this.#decode(Uint32Array.of(token), 0);
    this.#length += 1;
    return candidates as Candidates;
  }

  /** Evaluates prompt and output as one text: the candidates at each output position. */
  async prefill(
    prompt: Uint32Array,
    output: Uint32Array,
    hooks: BatchHooks,
  ): Promise<readonly Candidates[]> {
    this.#check(prompt, output.length);
    this.#check(output, prompt.length);
    const text = new Uint32Array(prompt.length + output.length - 1);
    text.set(prompt);
    text.set(output.subarray(0, -1), prompt.length);
    return this.#evaluate(text, prompt.length - 1, hooks);
  }

  /** Refuses what the library would silently cut, or abort the process on. */
  #check(tokens: Uint32Array, others: number): void {
    const { contextLength, vocabularySize } = this.#limits;
    if (tokens.length === 0) throw new EngineError("request_invalid", "no tokens to evaluate");
    if (tokens.length + others > contextLength) {
      throw new EngineError(
        "context_exceeded",
        `${tokens.length + others} tokens do not fit in a context of ${contextLength}`,
      );
    }
    for (const token of tokens) {
      if (token >= vocabularySize) {
        throw new EngineError("request_invalid", `token ${token} is not in the vocabulary`);
      }
    }
  }

  /** Candidates at each index of `text` from `firstWanted` on. */
  async #evaluate(
    text: Uint32Array,
    firstWanted: number,
    { signal, onBatch }: BatchHooks,
  ): Promise<Candidates[]> {
    this.#length = undefined;
    await this.#sequence.clearHistory();
    const all: Candidates[] = [];
    for (let at = 0; at < text.length; at += PROMPT_BATCH) {
      signal.throwIfAborted();
      const batch = text.subarray(at, at + PROMPT_BATCH);
      all.push(...(await this.#decode(batch, Math.max(0, firstWanted - at))));
      onBatch();
    }
    return all;
  }

  /** Evaluates `batch` in one decode: candidates at each index from `firstWanted` on. */
  async #decode(batch: Uint32Array, firstWanted: number): Promise<Candidates[]> {
    const input = Array.from(
      batch,
      (token, index): ControlledEvaluateInputItem =>
        index < firstWanted ? (token as Token) : [token as Token, CANDIDATES_REQUEST],
    );
    const found: Candidates[] = [];
    try {
      await this.#sequence.controlledEvaluate(input, {
        onTokenResult: (index, { next }) => {
          if (next.logits === undefined) return;
          found[index - firstWanted] = candidates(next.logits);
          // The library keeps every position's map until the call ends; ours are far smaller.
          next.logits.clear();
        },
      });
    } catch (error) {
      throw new EngineError("evaluation_failed", `the engine cannot evaluate (${oneLine(error)})`);
    }
    const wanted = Math.max(0, batch.length - firstWanted);
    if (found.length !== wanted || found.includes(undefined as never)) {
      throw new EngineError("evaluation_failed", "the engine returned no logits");
    }
    return found;
  }
}

function candidates(logits: ReadonlyMap<number, number>): Candidates {
  // A loop takes a seventh of the time of `from`, and this runs at each position.
  const ids = new Uint32Array(logits.size);
  const values = new Float32Array(logits.size);
  let at = 0;
  for (const [id, logit] of logits) {
    ids[at] = id;
    values[at] = logit;
    at += 1;
  }
  return { ids, logits: values };
}
