/** Answers of POST /v1/completions. */
import type { Answer, Choice } from "../../../app/client/sdk/types.ts";
import { aboutOf, finishReason, usageOf } from "./about.ts";
import { legacyLogprobs } from "./logprobs.ts";
import type { Frame, Shape, ShapeContext, StreamWriter } from "./shape.ts";

function idOf(task: string): string {
  return `cmpl-${task}`;
}

function logprobsOf(choice: Choice, { asked }: ShapeContext): unknown {
  return asked.hasLogprobs ? legacyLogprobs(choice) : null;
}

function whole(answer: Answer, context: ShapeContext): unknown {
  return {
    id: idOf(answer.taskHash),
    object: "text_completion",
    created: context.created,
    model: answer.model,
    choices: answer.choices.map((choice) => ({
      text: choice.text,
      index: choice.index,
      logprobs: logprobsOf(choice, context),
      finish_reason: finishReason(choice),
    })),
    usage: usageOf(answer),
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
      object: "text_completion",
      created,
      model: asked.model,
      system_fingerprint: null,
      choices,
      ...(asked.hasUsage ? { usage: null } : {}),
      ...more,
    },
  });
  const piece = (text: string, reason: string | null = null, logprobs: unknown = null): object => ({
    text,
    index: 0,
    logprobs,
    finish_reason: reason,
  });
  return {
    begin: (task) => {
      id = idOf(task);
      return [];
    },
    text: (text) => [chunk([piece(text)])],
    end: (answer, rest) => {
      const [choice] = answer.choices;
      if (choice === undefined) return [];
      const aegis = aboutOf(answer, context.publicUrl);
      const last = piece(rest, finishReason(choice), logprobsOf(choice, context));
      const frames = [chunk([last], { aegis })];
      if (asked.hasUsage) frames.push(chunk([], { usage: usageOf(answer), aegis }));
      return frames;
    },
    fail: (error) => [{ data: error }],
  };
}

/** The endpoint's form. */
export const COMPLETIONS_SHAPE: Shape = { whole, stream, hasDone: true };
