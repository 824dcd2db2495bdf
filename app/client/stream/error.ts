/** Why a stream failed: a code for programs, and a sentence for people. */

export type StreamErrorCode =
  /** Nobody answers at the endpoint, or the connection broke. */
  | "unreachable"
  /** The node has sent nothing for too long. */
  | "silent"
  /** The node refuses the request, or gave its stream up; the message says why. */
  | "refused"
  /** What it sent is no stream, is too long or is not signed by the node. */
  | "malformed"
  /** The stream ended before its last chunk. */
  | "cut_off"
  /** Two nodes say different things; `evidence` of the reader has both. */
  | "conflict"
  /** No node could bring the stream to its end. */
  | "exhausted";

/** A failure with a stable `code`. */
export class StreamError extends Error {
  override readonly name = "StreamError";
  readonly code: StreamErrorCode;

  constructor(code: StreamErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
