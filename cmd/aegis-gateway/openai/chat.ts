/** Answers of POST /v1/chat/completions. */
import type { Answer, Choice } from "../../../app/client/sdk/types.ts";
import { aboutOf, finishReason, usageOf } from "./about.ts";
import { tokenLogprobs } from "./logprobs.ts";
import type { Frame, Shape, ShapeContext, StreamWriter } from "./shape.ts";

function idOf(task: string): string {
  return `chatcmpl-${task}`;
}

function logprobsOf(choice: Choice, { asked }: ShapeContext): unknown {
  return asked.hasLogprobs ? { content: tokenLogprobs(choice), refusal: null } : null;
}

function whole(answer: Answer, context: ShapeContext): unknown {
  return {
    id: idOf(answer.taskHash),
    object: "chat.completion",
    created: context.created,
    model: answer.model,
    choices: answer.choices.map((choice) => ({
      index: choice.index,
      message: { role: "assistant", content: choice.text, refusal: null, annotations: [] },
      logprobs: logprobsOf(choice, context),
      finish_reason: finishReason(choice),
    })),
    usage: usageOf(answer),
    service_tier: "default",
    system_fingerprint: null,
    aegis: aboutOf(answer, context.publicUrl),
  };
}

function stream(context: ShapeContext): StreamWriter {
  const { asked, created } = context;
  let id = "";
  const chunk = (choices: readonly unknown[], more: object = {}): Frame => ({
    data: {
      id,
      object: "chat.completion.chunk",
      created,
      model: asked.model,
      service_tier: "default",
      system_fingerprint: null,
      choices,
      // As OpenAI has it: every chunk but the last says null when usage was asked for.
      ...(asked.hasUsage ? { usage: null } : {}),
      ...more,
    },
  });
  const delta = (
    given: object,
    reason: string | null = null,
    logprobs: unknown = null,
  ): object => ({
    index: 0,
    delta: given,
    logprobs,
    finish_reason: reason,
  });
  return {
    begin: (task) => {
      id = idOf(task);
      return [chunk([delta({ role: "assistant", content: "", refusal: null })])];
    },
    text: (text) => [chunk([delta({ content: text })])],
    end: (answer, rest) => {
      const [choice] = answer.choices;
      if (choice === undefined) return [];
      const frames = rest === "" ? [] : [chunk([delta({ content: rest })])];
      const aegis = aboutOf(answer, context.publicUrl);
      const last = delta({}, finishReason(choice), logprobsOf(choice, context));
      frames.push(chunk([last], { aegis }));
      if (asked.hasUsage) frames.push(chunk([], { usage: usageOf(answer), aegis }));
      return frames;
    },
    fail: (error) => [{ data: error }],
  };
}

/** The endpoint's form. */
export const CHAT_SHAPE: Shape = { whole, stream, hasDone: true };
