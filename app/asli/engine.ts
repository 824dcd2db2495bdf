/**
 * What ASLI asks of an inference engine. Executor and verifier are written against this interface
 * only, so that they run the same over a real model, a fake one in tests, or an engine to come.
 *
 * An engine serves one caller at a time: a call is awaited before the next is made. After `begin`
 * or `prefill` rejects (abort included) the next `begin` or `prefill` starts clean.
 */
import type { Generated, Generation, GenerationHooks } from "./generate.ts";

/**
 * The best raw logits at one position: no penalty, no temperature, no cut. Exactly `min(CANDIDATES,
 * vocabulary size)` entries, in any order, each id once; `logits[i]` belongs to `ids[i]`.
 */
export interface Candidates {
  readonly ids: Uint32Array;
  readonly logits: Float32Array;
}

/** What the loaded model file says about itself. */
export interface ModelInfo {
  /**
   * SHA-256 of the file, 64 lower-case hex digits, computed by the engine from the bytes it loaded.
   */
  readonly sha256: string;
  readonly vocabularySize: number;
  /** Tokens that prompt and output may fill together in the engine's context. */
  readonly contextLength: number;
  /** Whether the file asks for the beginning-of-text token before a raw prompt. */
  readonly addBos: boolean;
  /** Present when `addBos` is. */
  readonly bos?: number;
  /** Ids that end a generation. */
  readonly endTokens: readonly number[];
  /** Control tokens by their literal text, such as `<|im_start|>`. */
  readonly specialTokens: ReadonlyMap<string, number>;
}

/** A loaded model, ready to evaluate one sequence at a time in the execution profile of ASLI. */
export interface Engine {
  readonly model: ModelInfo;
  /** Kernel class as ASLI names it, for instance `cpu-x64-avx2`. */
  readonly kernelClass: string;
  /** What the engine says about the CPU features that it uses. */
  readonly systemInfo: string;

  /** Ids of `text`, in one call, with special tokens off: text never becomes a control token. */
  tokenize(text: string): Promise<Uint32Array>;

  /** Text of `ids` with special tokens dropped and invalid UTF-8 replaced by U+FFFD. */
  detokenize(ids: Uint32Array): Promise<string>;

  /**
   * Forgets everything, evaluates `prompt` (not empty) in batches of exactly `PROMPT_BATCH` tokens
   * (the last one the rest) and returns the candidates after its last token. `signal` stops it
   * between batches; it then rejects with the signal's reason.
   */
  begin(prompt: Uint32Array, signal?: AbortSignal): Promise<Candidates>;

  /** Evaluates one more token, alone in its decode, and returns the candidates after it. */
  step(token: number): Promise<Candidates>;

  /**
   * Forgets everything, evaluates `prompt` and `output` (without its last token, which nothing
   * follows) as one text in batches of exactly `PROMPT_BATCH` tokens, and returns the candidates at
   * each output position: as many as `output` has tokens. `signal` as in `begin`.
   */
  prefill(
    prompt: Uint32Array,
    output: Uint32Array,
    signal?: AbortSignal,
  ): Promise<readonly Candidates[]>;

  /**
   * Does what `generateBySteps` does over this engine, to the same bits, where the candidates need
   * not leave the process that has the model. Without it `begin` and `step` are called; so who
   * wraps an engine to change what these return must leave it out.
   */
  generate?(generation: Generation, hooks: GenerationHooks): Promise<Generated>;

  /** Frees the engine; no call may follow. */
  close(): Promise<void>;
}
