/** What a task costs at most, and what was delivered costs. Amounts in uasi. */
import type { ModelRevision, ReferencePrice } from "../../proto/gen/aegis/tasks/v1/model.ts";
import type { Params } from "../../proto/gen/aegis/tasks/v1/params.ts";
import { Role, type TaskRequest } from "../../proto/gen/aegis/tasks/v1/tasks.ts";
import { present } from "../../app/lib/assert.ts";
import { utf8 } from "../../app/lib/bytes.ts";
import { largerAmount, mulDivUp, smallerAmount } from "../../app/lib/coin.ts";

const TOKENS_PER_PRICE = 1_000n;

/** ⌈price × tokens / 1000⌉. */
export function tokenFee(price: bigint, tokens: number): bigint {
  return mulDivUp(price, BigInt(tokens), TOKENS_PER_PRICE);
}

/** Text of a prompt in bytes, and the most tokens that its template adds. */
export interface PromptSize {
  readonly promptBytes: number;
  readonly templateOverhead: number;
}

const ROLE_BYTES: Readonly<Record<number, number>> = {
  [Role.ROLE_SYSTEM]: "system".length,
  [Role.ROLE_USER]: "user".length,
  [Role.ROLE_ASSISTANT]: "assistant".length,
};

/** Two control tokens, the line feed after the role and the one after the message. */
const MESSAGE_TOKENS = 4;
/** One control token, "assistant" and a line feed. */
const ANSWER_TOKENS = 11;
/** The beginning-of-text token of a raw prompt. */
const RAW_TOKENS = 1;

/** A token is at least one byte, so these bound the prompt's tokens together. */
export function promptSize(request: TaskRequest): PromptSize {
  if (request.messages.length === 0) {
    return { promptBytes: utf8(request.prompt).length, templateOverhead: RAW_TOKENS };
  }
  let promptBytes = 0;
  let templateOverhead = ANSWER_TOKENS;
  for (const { role, content } of request.messages) {
    promptBytes += utf8(content).length;
    templateOverhead += MESSAGE_TOKENS + (ROLE_BYTES[role] ?? 0);
  }
  return { promptBytes, templateOverhead };
}

/** The largest fees that a request can come to. */
export interface FeeBounds {
  /** Least max_fee. */
  readonly required: bigint;
  /** Most that one calculation can be charged. */
  readonly calculation: bigint;
}

/** Bounds for a request on a revision. */
export function feeBounds(
  request: TaskRequest,
  revision: ModelRevision,
  params: Params,
): FeeBounds {
  const { promptBytes, templateOverhead } = promptSize(request);
  const prompt = tokenFee(revision.promptPrice, promptBytes + templateOverhead);
  const output = tokenFee(revision.outputPrice, request.maxOutputTokens);
  const least = present(params.rules, "rules").minTaskFee;
  const all = prompt + BigInt(request.targetCount) * output;
  return {
    required: params.submissionFee + largerAmount(all, least),
    calculation: largerAmount(prompt + output, least),
  };
}

/** What a calculation delivered. */
export interface Delivery {
  /** Tokens of the prompt and of the output; undefined when the model cannot answer. */
  readonly tokens: { readonly prompt: number; readonly output: number } | undefined;
}

/** `total` in equal parts, what is left over to the first. */
function equalParts(total: bigint, count: number): bigint[] {
  const part = count === 0 ? 0n : total / BigInt(count);
  return Array.from({ length: count }, (_, at) =>
    at === 0 ? total - part * BigInt(count - 1) : part,
  );
}

/**
 * Charges of the calculations that delivered, in their order. The prompt is charged once, with the
 * first answer's count, and so is the least fee for those that cannot be answered; each is divided
 * equally. Together they never exceed `escrow`.
 */
export function charges(
  deliveries: readonly Delivery[],
  prices: ReferencePrice,
  minTaskFee: bigint,
  escrow: bigint,
): bigint[] {
  const answered = deliveries.filter(({ tokens }) => tokens !== undefined);
  const promptTokens = answered[0]?.tokens?.prompt ?? 0;
  const promptParts = equalParts(tokenFee(prices.promptPrice, promptTokens), answered.length);
  const leastParts = equalParts(minTaskFee, deliveries.length - answered.length);
  let left = escrow;
  return deliveries.map(({ tokens }) => {
    const wanted =
      tokens === undefined
        ? present(leastParts.shift(), "part of the least fee")
        : present(promptParts.shift(), "part of the prompt") +
          tokenFee(prices.outputPrice, tokens.output);
    const charge = smallerAmount(wanted, left);
    left -= charge;
    return charge;
  });
}
