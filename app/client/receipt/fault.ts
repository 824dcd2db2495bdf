/** Why a receipt proves nothing: a code for programs, and a sentence for people. */

/** What each fault means. */
export const RECEIPT_FAULTS = {
  malformed: "the file is not a receipt in its one canonical form",
  too_large: "the file is larger than a receipt can be",
  other_task: "a record is of another task",
  record_proof: "the proof of a record is malformed or leads to another state",
  record_missing: "records are missing, or not in order",
  record_malformed: "a record is not what the chain writes",
  task_hash: "the task is not the one that its hash names",
  store_proof: "the records are not in the state that the header commits to",
  other_chain: "the header is of another chain",
  header_malformed: "a header is not one that a chain makes",
  validators_mismatch: "the validators are not those of the header",
  bad_signature: "a signature is not that of its validator",
  too_little_power: "two thirds of the validators' power or less signed",
  untrusted: "neither header nor validators nor checkpoint are the trusted ones",
  step_refused: "a header does not follow from the trusted one before it",
  expired: "the trusted header is older than the trusting period",
  from_future: "a header is later than now",
  checkpoint_refused: "the proof of the checkpoint does not hold",
  checkpoint_other_block: "the checkpoint is of another block than the header",
} as const;

/** A code of `RECEIPT_FAULTS`. */
export type ReceiptFault = keyof typeof RECEIPT_FAULTS;

/** Thrown inside the verifier; who calls it gets the code as a value. */
export class ReceiptError extends Error {
  override readonly name = "ReceiptError";
  readonly fault: ReceiptFault;

  constructor(fault: ReceiptFault, detail: string = "", options?: ErrorOptions) {
    const reason = RECEIPT_FAULTS[fault];
    super(detail === "" ? reason : `${reason} (${detail})`, options);
    this.fault = fault;
  }
}

/**
 * Requires something of a receipt.
 * @throws ReceiptError
 */
export function requireReceipt(
  condition: boolean,
  fault: ReceiptFault,
  detail: string = "",
): asserts condition {
  if (!condition) throw new ReceiptError(fault, detail);
}
