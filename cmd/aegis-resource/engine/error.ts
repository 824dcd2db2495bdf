/** The one error type of the inference engine. Callers compare codes, never text. */

/** Stable codes; each message says in one line what is wrong and what to do. */
export type EngineErrorCode =
  /** The inference library, or its folder for the kernel class, is not there. */
  | "not_installed"
  /** This machine or build of the library is not in the kernel class. */
  | "kernel_class"
  /** There is no such model file, or it cannot be read. */
  | "model_missing"
  /** The file's SHA-256 is not the expected one, or the file changed while it was loaded. */
  | "model_hash"
  /** The file is not a model that the library can load; a load that kills the child says so too. */
  | "model_invalid"
  /** The model or its context does not fit in memory. */
  | "out_of_memory"
  /** Prompt and output do not fit in the context, or the context exceeds the model's own. */
  | "context_exceeded"
  /** A request that breaks the rules of `Engine`: a programming error of the caller. */
  | "request_invalid"
  /** The library failed to evaluate. */
  | "evaluation_failed"
  /** The child process ended by itself; the next `begin` or `prefill` starts another one. */
  | "crashed"
  /** The child process was silent for too long and was stopped. */
  | "timeout"
  /** The engine was closed. */
  | "closed";

/** A failure of the engine with a stable `code`. */
export class EngineError extends Error {
  override readonly name = "EngineError";
  readonly code: EngineErrorCode;

  constructor(code: EngineErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}

/** First line of an error's message. */
export function oneLine(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.split("\n", 1)[0] as string;
}
