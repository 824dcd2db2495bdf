/** Why a stream ends early: a code for programs, and a sentence for people. */

export type StreamFault =
  /** A line is not what the format says, or larger than it may be. */
  | "malformed"
  /** A head or a signature is not the node's. */
  | "not_signed"
  /** The node refused the request, or gave the stream up. */
  | "refused"
  /** The connection ended before the stream did, or there was none. */
  | "dropped"
  /** The node said nothing for too long. */
  | "silent"
  /** A node says something else than was heard before, and both have signed it. */
  | "conflict"
  /** No node has said anything new for too long. */
  | "no_stream";

/** A stream that cannot be read on. */
export class StreamError extends Error {
  override readonly name = "StreamError";
  readonly code: StreamFault;

  constructor(code: StreamFault, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
