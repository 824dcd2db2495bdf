/** Answers of POST /v1/responses, whole and as its typed events. */
import type { Answer, Choice } from "../../../app/client/sdk/types.ts";
import { aboutOf } from "./about.ts";
import { tokenLogprobs } from "./logprobs.ts";
import type { Frame, Shape, ShapeContext, StreamWriter } from "./shape.ts";

type Status = "in_progress" | "completed" | "incomplete" | "failed";

function responseId(task: string): string {
  return `resp_${task}`;
}

function messageId(task: string): string {
  return `msg_${task}`;
}

/** What every form of a response repeats of its request. */
function frame(task: string, status: Status, context: ShapeContext): Record<string, unknown> {
  const { asked, created, metadata } = context;
  const { temperature = null, topP = null, maxOutputTokens = null } = asked.options;
  const { format } = asked;
  const text =
    format === undefined
      ? { type: "text" }
      : { type: "json_schema", name: format.name, schema: format.schema, strict: true };
  return {
    id: responseId(task),
    object: "response",
    created_at: created,
    status,
    background: false,
    error: null,
    incomplete_details: null,
    instructions: context.instructions,
    max_output_tokens: maxOutputTokens,
    model: asked.model,
    output: [],
    parallel_tool_calls: false,
    previous_response_id: null,
    reasoning: { effort: null, summary: null },
    service_tier: "default",
    store: false,
    temperature,
    text: { format: text },
    tool_choice: "none",
    tools: [],
    top_logprobs: 0,
    top_p: topP,
    truncation: "disabled",
    usage: null,
    user: null,
    metadata: metadata ?? {},
  };
}

function statusOf({ finishReason }: Choice): "completed" | "incomplete" {
  return finishReason === "length" ? "incomplete" : "completed";
}

function partOf(choice: Choice, { asked }: ShapeContext): object {
  const logprobs = asked.hasLogprobs ? tokenLogprobs(choice) : [];
  return { type: "output_text", text: choice.text, annotations: [], logprobs };
}

function itemOf(task: string, status: string, content: readonly object[]): object {
  return { id: messageId(task), type: "message", status, role: "assistant", content };
}

function whole(answer: Answer, context: ShapeContext): Record<string, unknown> {
  const [choice] = answer.choices;
  const { promptTokens, outputTokens, taskHash } = answer;
  const status = choice === undefined ? "failed" : statusOf(choice);
  const isCut = status === "incomplete";
  return {
    ...frame(taskHash, status, context),
    model: answer.model,
    incomplete_details: isCut ? { reason: "max_output_tokens" } : null,
    output: choice === undefined ? [] : [itemOf(taskHash, status, [partOf(choice, context)])],
    usage: {
      input_tokens: promptTokens,
      input_tokens_details: { cached_tokens: 0 },
      output_tokens: outputTokens,
      output_tokens_details: { reasoning_tokens: 0 },
      total_tokens: promptTokens + outputTokens,
    },
    aegis: aboutOf(answer, context.publicUrl),
  };
}

function stream(context: ShapeContext): StreamWriter {
  let sequence = 0;
  let task = "";
  const event = (type: string, fields: object): Frame => {
    const data = { type, sequence_number: sequence, ...fields };
    sequence += 1;
    return { event: type, data };
  };
  const place = (): object => ({ item_id: messageId(task), output_index: 0, content_index: 0 });
  const delta = (text: string): Frame =>
    event("response.output_text.delta", { ...place(), delta: text, logprobs: [] });
  return {
    begin: (hash) => {
      task = hash;
      const response = frame(task, "in_progress", context);
      const part = { type: "output_text", text: "", annotations: [], logprobs: [] };
      const item = itemOf(task, "in_progress", []);
      return [
        event("response.created", { response }),
        event("response.in_progress", { response }),
        event("response.output_item.added", { output_index: 0, item }),
        event("response.content_part.added", { ...place(), part }),
      ];
    },
    text: (text) => [delta(text)],
    end: (answer, rest) => {
      const [choice] = answer.choices;
      if (choice === undefined) return [];
      const status = statusOf(choice);
      const part = partOf(choice, context);
      const { logprobs } = part as { readonly logprobs: unknown };
      const item = itemOf(task, status, [part]);
      return [
        ...(rest === "" ? [] : [delta(rest)]),
        event("response.output_text.done", { ...place(), text: choice.text, logprobs }),
        event("response.content_part.done", { ...place(), part }),
        event("response.output_item.done", { output_index: 0, item }),
        event(`response.${status}`, { response: whole(answer, context) }),
      ];
    },
    fail: (error) => {
      const { message, code } = error["error"] as { message: string; code: string | null };
      const told = { code: "server_error", message: `${message} (${code ?? "failed"})` };
      const response = { ...frame(task, "failed", context), error: told };
      return [event("response.failed", { response })];
    },
  };
}

/** The endpoint's form. */
export const RESPONSES_SHAPE: Shape = { whole, stream, hasDone: false };
