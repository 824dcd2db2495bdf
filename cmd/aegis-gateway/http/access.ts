/** Who asks: the key of a request, and how many requests it has left. */
import type { FastifyReply, FastifyRequest } from "fastify";
import type { KeyRecord } from "../journal/records.ts";
import { checkKey } from "../money/apiKey.ts";
import { OpenAiError, unauthorized } from "../openai/error.ts";
import type { Gateway } from "./gateway.ts";

const SECOND_MS = 1_000;
const HINT = "a wallet makes one: GET /v1/aegis/challenge, then POST /v1/aegis/keys";

/** The key of the header. @throws OpenAiError (401) when there is none, or not a good one. */
export function keyOf({ journal }: Pick<Gateway, "journal">, request: FastifyRequest): KeyRecord {
  const header = request.headers.authorization;
  if (header === undefined || header === "") {
    throw unauthorized(`You didn't provide an API key; ${HINT}`, "missing_api_key");
  }
  const [, text] = /^Bearer +(\S+)$/i.exec(header) ?? [];
  const key = text === undefined ? undefined : checkKey({ keys: journal.keys }, text);
  // What was sent is not repeated: it may be a key of something else.
  if (key === undefined) throw unauthorized(`Incorrect API key provided; ${HINT}`);
  return key;
}

/** Counts a request of `key`, and says in headers what is left. @throws OpenAiError (429). */
export function countRequest(
  { rates, now }: Pick<Gateway, "rates" | "now">,
  key: KeyRecord,
  reply: FastifyReply,
): void {
  const allowance = rates.take(key.id, now());
  reply.header("x-ratelimit-limit-requests", `${allowance.limit}`);
  reply.header("x-ratelimit-remaining-requests", `${allowance.remaining}`);
  reply.header("x-ratelimit-reset-requests", `${allowance.waitMs}ms`);
  if (allowance.isAllowed) return;
  const message = `Rate limit reached: this key may make ${allowance.limit} requests per minute.`;
  throw new OpenAiError(429, "rate_limit_error", message, {
    code: "rate_limit_exceeded",
    retryAfterSeconds: Math.max(1, Math.ceil(allowance.waitMs / SECOND_MS)),
  });
}
