/**
 * Refusals in the form and with the status codes of OpenAI's API, which its clients turn into their
 * own exceptions.
 */

/** OpenAI's names of kinds of errors. */
export type ErrorType =
  | "invalid_request_error"
  | "authentication_error"
  | "permission_error"
  | "insufficient_quota"
  | "rate_limit_error"
  | "server_error";

/** What a client is told. `message` holds nothing that it may not know. */
export class OpenAiError extends Error {
  override readonly name = "OpenAiError";
  /** HTTP status. */
  readonly status: number;
  readonly type: ErrorType;
  /** For programs, such as "unsupported_parameter". */
  readonly code: string | null;
  /** The parameter that is wrong. */
  readonly param: string | null;
  /** Seconds after which it is worth another try. */
  readonly retryAfterSeconds: number | undefined;
  /** False when a client must not repeat it by itself, because a task may be under way. */
  readonly shouldRetry: boolean;

  constructor(
    status: number,
    type: ErrorType,
    message: string,
    more: {
      readonly code?: string;
      readonly param?: string;
      readonly retryAfterSeconds?: number;
      readonly shouldRetry?: boolean;
    } = {},
  ) {
    super(message);
    this.status = status;
    this.type = type;
    this.code = more.code ?? null;
    this.param = more.param ?? null;
    this.retryAfterSeconds = more.retryAfterSeconds;
    this.shouldRetry = more.shouldRetry ?? more.retryAfterSeconds !== undefined;
  }
}

/** The JSON of a refusal. */
export function errorJson({ message, type, param, code }: OpenAiError): {
  readonly error: Readonly<Record<string, string | null>>;
} {
  return { error: { message, type, param, code } };
}

/** A parameter has a wrong value. */
export function invalidValue(param: string, message: string): OpenAiError {
  return new OpenAiError(400, "invalid_request_error", message, { param, code: "invalid_value" });
}

/** A parameter, or this value of it, is nothing that this chain can do. */
export function unsupported(param: string, reason: string): OpenAiError {
  const message = `Unsupported parameter: '${param}': ${reason}`;
  return new OpenAiError(400, "invalid_request_error", message, {
    param,
    code: "unsupported_parameter",
  });
}

/** There is no such URL, or model, or task. */
export function notFound(message: string, code: string, param?: string): OpenAiError {
  return new OpenAiError(404, "invalid_request_error", message, {
    code,
    ...(param === undefined ? {} : { param }),
  });
}

/** The request's key is not good. */
export function unauthorized(message: string, code: string = "invalid_api_key"): OpenAiError {
  return new OpenAiError(401, "authentication_error", message, { code });
}
