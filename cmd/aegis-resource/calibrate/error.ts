/** The one error type of calibration. Callers compare codes, never text. */

/** Stable codes; each message says in one line what is wrong and what to do. */
export type CalibrationErrorCode =
  /** The measurements beside the output belong to another calibration, or are no measurements. */
  | "measurements_foreign"
  /** A line of the measurements is damaged. */
  | "measurements_damaged"
  /** The output, or a file beside it, cannot be written. */
  | "output_unwritable"
  /** The model cannot be calibrated: dishonest copies of it cannot be made. */
  | "model_unsupported"
  /** There are too few results to say anything. */
  | "too_few_results"
  /** It was interrupted; what was measured is kept. */
  | "interrupted";

/** A failure of calibration with a stable `code`. */
export class CalibrationError extends Error {
  override readonly name = "CalibrationError";
  readonly code: CalibrationErrorCode;

  constructor(code: CalibrationErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}
