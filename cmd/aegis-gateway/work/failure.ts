/** What went wrong with a task, as a client of OpenAI's API is told. */
import type { AegisError } from "../../../app/client/sdk/index.ts";
import { tasksErrors } from "../../../modules/tasks/index.ts";
import { OpenAiError } from "../openai/error.ts";
import { OverLimit } from "../journal/requests.ts";
import { QueueFull } from "../queue/fairQueue.ts";

/** What the chain refuses an account with that has too many open tasks. */
const BUSY = tasksErrors.tooManyOpenTasks.code;
const CHAIN_RETRY_SECONDS = 2;
const QUEUE_RETRY_SECONDS = 5;

/** The code of an error of the client library; undefined for every other error. */
export function chainCode(error: unknown): string | undefined {
  const isOurs = error instanceof Error && error.name === "AegisError" && "code" in error;
  return isOurs ? String(error.code) : undefined;
}

/** Codes with which nothing was escrowed, for certain. */
const NOTHING_SENT = new Set([
  "insufficient_funds",
  "model_unknown",
  "invalid_argument",
  "refused",
]);

/** Whether `error` says that the chain took nothing. */
export function isRefusal(error: unknown): boolean {
  return NOTHING_SENT.has(chainCode(error) ?? "");
}

/** What is known of the request when it fails. */
export interface FailedWork {
  /** Account that pays. */
  readonly account: string;
  /** Hash of its task, if a block has it. */
  readonly task: string | undefined;
}

/** Whatever was thrown as a refusal; undefined for what no request should cause. */
export function failureOf(error: unknown, work?: FailedWork): OpenAiError | undefined {
  if (error instanceof OpenAiError) return error;
  if (error instanceof OverLimit) {
    return new OpenAiError(429, "insufficient_quota", error.message, {
      code: "insufficient_quota",
    });
  }
  if (error instanceof QueueFull) {
    return error.isOwn
      ? new OpenAiError(429, "rate_limit_error", error.message, {
          code: "rate_limit_exceeded",
          retryAfterSeconds: QUEUE_RETRY_SECONDS,
        })
      : new OpenAiError(503, "server_error", error.message, {
          code: "overloaded",
          retryAfterSeconds: QUEUE_RETRY_SECONDS,
        });
  }
  const code = chainCode(error);
  if (code === undefined) return undefined;
  const { message, details } = error as Partial<AegisError> & Error;
  const isBusy = details?.["codespace"] === "tasks" && details["code"] === BUSY;
  return chainFailure(isBusy ? "too_many_open_tasks" : code, message, work);
}

function chainFailure(code: string, message: string, work: FailedWork | undefined): OpenAiError {
  const goesOn =
    work?.task === undefined ? "" : ` Task ${work.task}: GET /v1/aegis/tasks/${work.task}`;
  switch (code) {
    case "insufficient_funds": {
      const where = work === undefined ? "" : ` Deposit uasi to ${work.account}.`;
      return new OpenAiError(429, "insufficient_quota", `${message}${where}`, {
        code: "insufficient_quota",
      });
    }
    case "model_unknown":
      return new OpenAiError(404, "invalid_request_error", message, {
        code: "model_not_found",
        param: "model",
      });
    case "invalid_argument":
    case "refused":
    case "unservable":
      return new OpenAiError(400, "invalid_request_error", message, { code });
    case "too_many_open_tasks":
      return new OpenAiError(429, "rate_limit_error", message, {
        code: "rate_limit_exceeded",
        retryAfterSeconds: QUEUE_RETRY_SECONDS,
      });
    case "timeout":
      return new OpenAiError(504, "server_error", `${message}${goesOn}`, { code });
    case "network": {
      // Whether the task was sent is not known: a repetition might be paid for twice.
      const more = work === undefined ? { retryAfterSeconds: CHAIN_RETRY_SECONDS } : {};
      const told = `the chain's node does not answer: ${message}${goesOn}`;
      return new OpenAiError(503, "server_error", told, { code: "chain_unreachable", ...more });
    }
    case "not_provable":
      return new OpenAiError(425, "invalid_request_error", message, {
        code,
        retryAfterSeconds: CHAIN_RETRY_SECONDS,
      });
    case "stream_conflict":
      return new OpenAiError(502, "server_error", `${message}${goesOn}`, { code });
    default:
      return new OpenAiError(503, "server_error", `${message}${goesOn}`, { code });
  }
}
