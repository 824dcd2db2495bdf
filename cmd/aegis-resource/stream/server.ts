/** Serves streams: POST /aegis/v1/stream, as ADR 013 says. No request may harm the daemon. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { STREAM_PATH } from "../../../app/client/stream/request.ts";
import { hex } from "../../../app/lib/bytes.ts";
import type { Logger } from "../../../app/lib/log.ts";
import type { Chain } from "../chain/chain.ts";
import { oneLine } from "../engine/error.ts";
import type { Committer } from "../submit/items.ts";
import type { StreamHub } from "./hub.ts";
import type { NodeStream } from "./nodeStream.ts";
import { type Asked, checkAsked, parseAsked, readBody, Refusal } from "./request.ts";

const LISTENERS_MAX = 64;
const LISTENERS_PER_TASK = 8;
const WAITING_MS = 5_000;
const REQUEST_MS = 10_000;
/** A listener that leaves so many bytes unread is dropped. */
const UNREAD_BYTES_MAX = 1_048_576;

/** What the server needs. */
export interface StreamServerParts {
  /** `host:port`. */
  readonly address: string;
  readonly hub: StreamHub;
  readonly chain: Pick<Chain, "task">;
  readonly committer: Pick<Committer, "chainId" | "address">;
  readonly log: Logger;
}

/** A server that runs. */
export interface StreamServer {
  readonly port: number;
  readonly close: () => Promise<void>;
}

/** @throws Error when the address is malformed or taken. */
export async function serveStreams(parts: StreamServerParts): Promise<StreamServer> {
  const match = /^(.*):(\d{1,5})$/.exec(parts.address);
  if (match === null) throw new RangeError("stream_address must be host:port");
  const listeners = new Listeners();
  const server = createServer((request, response) => {
    response.on("error", () => response.destroy());
    response.setHeader("access-control-allow-origin", "*");
    answer(parts, listeners, request, response).catch((error: unknown) => {
      refuse(parts.log, response, error);
    });
  });
  server.requestTimeout = REQUEST_MS;
  server.headersTimeout = REQUEST_MS;
  server.maxConnections = 4 * LISTENERS_MAX;
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(Number(match[2]), match[1], resolve);
  });
  const bound = server.address();
  const port = typeof bound === "object" && bound !== null ? bound.port : 0;
  return { port, close: () => closed(server) };
}

function closed(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}

function refuse(log: Logger, response: ServerResponse, error: unknown): void {
  const status = error instanceof Refusal ? error.status : 500;
  if (status === 500) log.warn("a stream's request failed", { reason: oneLine(error) });
  const message = status === 500 ? "the node cannot answer now" : oneLine(error);
  if (response.headersSent) response.destroy();
  else {
    response.writeHead(status, { "content-type": "application/json", connection: "close" });
    response.end(`${JSON.stringify({ error: { code: status, message } })}\n`);
  }
}

/** Counts who listens to what. */
class Listeners {
  readonly #byTask: Map<string, number> = new Map();
  #all = 0;

  /** @throws Refusal 429. */
  enter(task: string): () => void {
    const own = this.#byTask.get(task) ?? 0;
    if (this.#all >= LISTENERS_MAX || own >= LISTENERS_PER_TASK) {
      throw new Refusal(429, "too many listeners");
    }
    this.#all += 1;
    this.#byTask.set(task, own + 1);
    let isIn = true;
    return () => {
      if (!isIn) return;
      isIn = false;
      this.#all -= 1;
      const left = (this.#byTask.get(task) ?? 1) - 1;
      if (left === 0) this.#byTask.delete(task);
      else this.#byTask.set(task, left);
    };
  }
}

async function answer(
  parts: StreamServerParts,
  listeners: Listeners,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (request.url?.split("?")[0] !== STREAM_PATH) throw new Refusal(404, `POST ${STREAM_PATH}`);
  if (request.method === "OPTIONS") {
    response.setHeader("access-control-allow-methods", "POST");
    response.setHeader("access-control-allow-headers", "content-type");
    response.writeHead(204).end();
    return;
  }
  if (request.method !== "POST") throw new Refusal(405, `POST ${STREAM_PATH}`);
  const asked = parseAsked(await readBody(request));
  const leave = listeners.enter(hex(asked.taskHash));
  response.on("close", leave);
  try {
    const stream = await streamOf(parts, asked);
    if (!response.destroyed) send(stream, response);
  } catch (error) {
    leave();
    throw error;
  }
}

async function streamOf(
  { chain, committer, hub }: StreamServerParts,
  asked: Asked,
): Promise<NodeStream> {
  const record = await chain.task(asked.taskHash).catch((error: unknown) => {
    throw isUnknown(error) ? new Refusal(404, "no such task") : error;
  });
  const { chainId, address } = committer;
  checkAsked(asked, record, { chainId, address, nowMs: Date.now() });
  if (record.task === undefined) throw new Refusal(404, "no such task");
  return hub.stream(record.task, asked);
}

function isUnknown(error: unknown): boolean {
  return error instanceof Error && error.message.includes("no such task");
}

function send(stream: NodeStream, response: ServerResponse): void {
  response.writeHead(200, {
    "content-type": "application/x-ndjson",
    "cache-control": "no-store",
    "x-accel-buffering": "no",
  });
  response.flushHeaders();
  const write = (line: string): void => {
    if (response.writableLength > UNREAD_BYTES_MAX) response.destroy();
    else response.write(`${line}\n`);
  };
  const timer = setInterval(() => write('{"waiting":true}'), WAITING_MS);
  const stop = stream.listen({ onLine: write, onEnd: () => response.end() });
  response.on("close", () => {
    clearInterval(timer);
    stop();
  });
}
