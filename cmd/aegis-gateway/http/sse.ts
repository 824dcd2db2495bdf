/** Server-sent events on a raw response: frames, comments that keep the line open, and the end. */
import type { ServerResponse } from "node:http";
import type { Frame } from "../openai/shape.ts";

/** Shorter than the patience of every proxy that we know. */
const HEARTBEAT_MS = 10_000;

/** The last line of streams of chats and completions. */
const DONE = "data: [DONE]\n\n";

/** An open stream of events. */
export interface EventStream {
  frames(frames: readonly Frame[]): void;
  /** A comment, which clients skip and people see. */
  comment(text: string): void;
  /** Ends it; as streams of chats end when they are whole, if `isWhole`. */
  end(isWhole: boolean): void;
}

/** Begins a stream with these headers. */
export function openEventStream(
  response: ServerResponse,
  headers: Readonly<Record<string, string>>,
): EventStream {
  response.writeHead(200, {
    ...headers,
    "content-type": "text/event-stream; charset=utf-8",
    "cache-control": "no-cache",
    "x-accel-buffering": "no",
    connection: "keep-alive",
  });
  const write = (text: string): void => {
    if (!response.writableEnded && !response.destroyed) response.write(text);
  };
  const comment = (text: string): void => write(`: ${text.replace(/\s+/g, " ")}\n\n`);
  const heartbeat = setInterval(() => comment("keep-alive"), HEARTBEAT_MS);
  heartbeat.unref();
  return {
    frames: (frames) => write(frames.map(frameText).join("")),
    comment,
    end: (isWhole) => {
      clearInterval(heartbeat);
      if (isWhole) write(DONE);
      if (!response.writableEnded) response.end();
    },
  };
}

function frameText({ event, data }: Frame): string {
  const name = event === undefined ? "" : `event: ${event}\n`;
  return `${name}data: ${JSON.stringify(data)}\n\n`;
}
