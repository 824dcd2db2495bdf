/** Why a light client refuses: a code for programs, and a sentence for people. */

export type LightFault =
  /** The trusted header is not what the provider has at that height. */
  | "trust_mismatch"
  /** The newest header that is trusted is older than the trusting period. */
  | "trust_expired"
  /** A header's time is ahead of our clock by more than the drift. */
  | "from_the_future"
  /** Nobody trusted signed it, or it is malformed: the provider lies or is broken. */
  | "bad_header"
  /** Too far before everything that is trusted. */
  | "too_early"
  /** The provider does not answer, or not with a header. */
  | "no_answer"
  /** All witnesses were dropped: nobody checks the provider any more. */
  | "no_witness";

export class LightError extends Error {
  override readonly name = "LightError";
  readonly code: LightFault;

  constructor(code: LightFault, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/**
 * Two headers of one height, both signed by validators who were trusted: the chain has forked, or a
 * third of its power has signed twice. Both blocks are the evidence.
 */
export class ForkError extends Error {
  override readonly name = "ForkError";
  readonly height: bigint;
  /** Encoded light blocks of the primary and of a witness. */
  readonly blocks: readonly [primary: Uint8Array, witness: Uint8Array];
  readonly witness: string;

  constructor(height: bigint, witness: string, blocks: readonly [Uint8Array, Uint8Array]) {
    super(`two signed headers at height ${height}: the primary's, and another of ${witness}`);
    this.height = height;
    this.witness = witness;
    this.blocks = blocks;
  }
}
