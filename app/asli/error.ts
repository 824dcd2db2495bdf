/**
 * The one error type of ASLI. Callers compare codes, never text.
 */

/** Stable codes; a code is never reused for something else. */
export type AsliErrorCode =
  /** The engine returned a logit that is NaN or infinite: the job fails. */
  | "logit_not_finite"
  /** The engine returned no candidates, or arrays of different lengths. */
  | "candidates_malformed"
  /** A prompt holds NUL or a lone surrogate, an unknown role, or no message. */
  | "prompt_invalid"
  /** A sampling option is outside its bounds. */
  | "sampling_invalid"
  /** A stop string is empty, too long, or there are too many. */
  | "stop_invalid"
  /** A job file is not what its format says. */
  | "job_invalid"
  /** A result file is not what its format says. */
  | "result_invalid"
  /** A fingerprint has not four bytes per output position. */
  | "fingerprint_length"
  /** A table of tolerances is incomplete or has a value out of bounds. */
  | "tolerances_invalid"
  /** The engine's context is smaller than the job's. */
  | "context_too_small";

/** A refusal with a stable `code` and a one-line message. */
export class AsliError extends Error {
  override readonly name = "AsliError";
  readonly code: AsliErrorCode;

  constructor(code: AsliErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}
