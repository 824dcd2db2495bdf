/** What can go wrong for a user of the SDK: a code for programs, a sentence for people. */

/** Why a call failed. */
export type AegisErrorCode =
  /** A parameter is not what it must be; `details.param` names it. */
  | "invalid_argument"
  /** The account cannot pay. */
  | "insufficient_funds"
  | "model_unknown"
  /** The chain has no such task. */
  | "task_unknown"
  /** The chain refused a message: `details.codespace` and `details.code` say why. */
  | "refused"
  /** It took longer than asked for; a task goes on without us: `details.taskHash`. */
  | "timeout"
  /** No node answered in time, as often as the chain allows. The fee went back. */
  | "expired"
  /** Nobody could say which answer is right. The fee went back. */
  | "void"
  /** A model cannot serve this request; `details.reason` is the chain's. */
  | "unservable"
  /** The node does not answer, or not with what was asked. */
  | "network"
  /** The caller's signal. */
  | "aborted"
  /** The wallet refused, or there is none. */
  | "wallet"
  /** The node's word contradicts itself or what was streamed. */
  | "stream_conflict"
  /** Nothing can be proven yet. */
  | "not_provable";

/** Facts beside an error's message. */
export type AegisErrorDetails = Readonly<Record<string, string | number>>;

/** Every failure of the SDK. */
export class AegisError extends Error {
  override readonly name = "AegisError";
  readonly code: AegisErrorCode;
  readonly details: AegisErrorDetails;

  constructor(
    code: AegisErrorCode,
    message: string,
    details: AegisErrorDetails = {},
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.code = code;
    this.details = details;
  }
}

/** A parameter that is wrong. */
export function invalidArgument(param: string, expected: string): AegisError {
  return new AegisError("invalid_argument", `${param} must be ${expected}`, { param });
}

/** @throws AegisError `aborted` when the signal says so. */
export function throwIfAborted(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new AegisError("aborted", "stopped by the caller");
}
