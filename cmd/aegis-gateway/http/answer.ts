/** Runs what an endpoint was asked and writes the answer: at once, or as it is made. */
import type { FastifyReply, FastifyRequest } from "fastify";
import type { Answer, StreamEvent } from "../../../app/client/sdk/types.ts";
import { aboutHeaders } from "../openai/about.ts";
import { errorJson, OpenAiError } from "../openai/error.ts";
import type { Shape, ShapeContext, StreamWriter } from "../openai/shape.ts";
import { failureOf } from "../work/failure.ts";
import type { Work } from "../work/runner.ts";
import { publicUrlOf, type Gateway } from "./gateway.ts";
import { type EventStream, openEventStream } from "./sse.ts";

const SECOND_MS = 1_000;

/** Aborts when the client goes away or the gateway stops. */
export function clientSignal(gateway: Gateway, reply: FastifyReply): AbortSignal {
  const gone = new AbortController();
  reply.raw.once("close", () => {
    if (!reply.raw.writableFinished) gone.abort(new Error("the client went away"));
  });
  return AbortSignal.any([gone.signal, gateway.stop]);
}

/** Answers a request that does not stream. */
export async function answerWhole(
  gateway: Gateway,
  shape: Shape,
  work: Work,
  context: ShapeContext,
  reply: FastifyReply,
): Promise<unknown> {
  const answer = await gateway.runner.ask(work);
  reply.headers(aboutHeaders(answer.taskHash, answer.state, publicUrlOf(gateway)));
  return shape.whole(answer, context);
}

/**
 * Answers a request that streams. What fails before the task is in a block is an HTTP error; what
 * fails later is an event of the stream.
 */
export async function answerStream(
  gateway: Gateway,
  shape: Shape,
  work: Work,
  context: ShapeContext,
  { request, reply }: { readonly request: FastifyRequest; readonly reply: FastifyReply },
): Promise<unknown> {
  const startedMs = gateway.now();
  const events = gateway.runner.stream(work);
  const first = await events.next();
  if (first.done === true || first.value.type !== "submitted") {
    await events.return(undefined);
    throw new OpenAiError(503, "server_error", "the task was not submitted", { code: "failed" });
  }
  const { taskHash } = first.value;
  const limits = Object.entries(reply.getHeaders()).map(([name, value]) => [name, `${value}`]);
  reply.hijack();
  const stream = openEventStream(reply.raw, {
    ...Object.fromEntries(limits),
    ...aboutHeaders(taskHash, "OPEN", publicUrlOf(gateway)),
  });
  const writer = shape.stream(context);
  try {
    stream.frames(writer.begin(taskHash));
    const onText = (): void => gateway.metrics.firstText((gateway.now() - startedMs) / SECOND_MS);
    await pump(events, stream, writer, onText);
    stream.end(shape.hasDone);
  } catch (error) {
    stream.frames(writer.fail(errorJson(told(gateway, error, request))));
    stream.end(false);
  }
  return reply;
}

async function pump(
  events: AsyncGenerator<StreamEvent>,
  stream: EventStream,
  writer: StreamWriter,
  onFirstText: () => void,
): Promise<void> {
  let said = "";
  for await (const event of events) {
    if (event.type === "text" && event.text !== "") {
      if (said === "") onFirstText();
      said += event.text;
      stream.frames(writer.text(event.text));
    } else if (event.type === "state") {
      stream.comment(`state ${event.state}`);
    } else if (event.type === "replaced") {
      stream.comment(`${event.executor} goes on: ${event.reason}`);
    } else if (event.type === "checked" && !event.matches) {
      throw conflict();
    } else if (event.type === "answer") {
      stream.frames(writer.end(event.answer, restOf(event.answer, said)));
    }
  }
}

/** What of the verified answer the stream has not said. @throws OpenAiError when it said other. */
function restOf(answer: Answer, said: string): string {
  if (!answer.text.startsWith(said)) throw conflict();
  return answer.text.slice(said.length);
}

function conflict(): OpenAiError {
  const message =
    "what the node streamed is not what it committed to; the verified answer is at the task";
  return new OpenAiError(502, "server_error", message, { code: "stream_conflict" });
}

function told(gateway: Gateway, error: unknown, request: FastifyRequest): OpenAiError {
  const failure = failureOf(error);
  if (failure !== undefined) return failure;
  const isGone = request.raw.destroyed || gateway.stop.aborted;
  if (!isGone) gateway.log.error("a stream failed", { url: request.url, error: String(error) });
  return new OpenAiError(500, "server_error", "internal error", { code: "internal_error" });
}
