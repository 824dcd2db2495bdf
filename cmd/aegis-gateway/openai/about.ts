/** What every answer says about its task, in headers and in its `aegis` object. */
import type { Answer, Certainty, Choice, TaskState } from "../../../app/client/sdk/types.ts";

/** The `aegis` object of an answer; amounts in uasi. */
export interface AegisAbout {
  readonly task: string;
  readonly state: TaskState;
  readonly certainty: Certainty;
  readonly max_fee: string;
  readonly charged?: string;
  readonly refunded?: string;
  readonly receipt: string;
  /** Node that computed each choice, in their order. */
  readonly executors: readonly string[];
}

/** Where the receipt of a task is found, below the gateway's URL. */
export function receiptUrl(publicUrl: string, task: string): string {
  return `${publicUrl}/v1/aegis/receipts/${task}`;
}

/** The `aegis` object of `answer`. */
export function aboutOf(answer: Answer, publicUrl: string): AegisAbout {
  const { taskHash, state, certainty, maxFee, settled, choices } = answer;
  // All that does not come back, the submission fee included.
  const charged = settled === undefined ? {} : { charged: `${maxFee - settled.refunded}` };
  const refunded = settled === undefined ? {} : { refunded: `${settled.refunded}` };
  return {
    task: taskHash,
    state,
    certainty,
    max_fee: `${maxFee}`,
    ...charged,
    ...refunded,
    receipt: receiptUrl(publicUrl, taskHash),
    executors: choices.map(({ executor }) => executor),
  };
}

/** The headers of an answer whose task is known. */
export function aboutHeaders(
  task: string,
  state: TaskState,
  publicUrl: string,
): Readonly<Record<string, string>> {
  return {
    "x-aegis-task": task,
    "x-aegis-state": state,
    "x-aegis-receipt": receiptUrl(publicUrl, task),
  };
}

/** Why an answer ends, in OpenAI's words. */
export function finishReason({ finishReason: reason }: Choice): "stop" | "length" {
  return reason === "length" ? "length" : "stop";
}

/** Tokens, as chats and completions count them. */
export function usageOf({ promptTokens, outputTokens }: Answer): Readonly<Record<string, number>> {
  return {
    prompt_tokens: promptTokens,
    completion_tokens: outputTokens,
    total_tokens: promptTokens + outputTokens,
  };
}
