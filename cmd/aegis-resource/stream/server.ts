/**
 * Serves this node's streams over HTTP to those who have a task's stream key. Everything that comes
 * in is a stranger's: bounded in size, time and number, and it never ends the process.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { STREAM_PATH } from "../../../app/client/stream/request.ts";
import type { Logger } from "../../../app/lib/log.ts";
import type { Chain } from "../chain/chain.ts";
import { oneLine } from "../engine/error.ts";
import { admit, Refusal } from "./admit.ts";
import { Listener } from "./listener.ts";
import type { Streams } from "./streams.ts";

/** Bytes of a request's body: it has about 300. */
const BODY_BYTES_MAX = 4_096;
const HEADER_BYTES_MAX = 8_192;
/** To send a request. */
const REQUEST_MS_MAX = 10_000;
/** Between two looks for requests that take too long. */
const CHECK_MS = 2_000;
/** Connections, also those that have not asked for anything yet. */
const CONNECTIONS_MAX = 256;
/** Who listens at once, to anything and to one task. */
const LISTENERS_MAX = 64;
const TASK_LISTENERS_MAX = 8;
/** Requests whose task is being read from the chain. */
const READS_MAX = 16;

const CORS: Readonly<Record<string, string>> = {
  "access-control-allow-origin": "*",
  "access-control-allow-methods": "POST, OPTIONS",
  "access-control-allow-headers": "content-type",
  "access-control-max-age": "86400",
};

/** What the server needs. */
export interface StreamServerParts {
  readonly chain: Pick<Chain, "task">;
  readonly streams: Streams;
  readonly log: Logger;
}

/** A server that is listening. */
export interface StreamServer {
  /** Port that it has. */
  readonly port: number;
  /** Ends every stream and stops. */
  close(): Promise<void>;
}

/**
 * Serves on `address` ("host:port"); port 0 takes any.
 * @throws RangeError when the address is malformed; Error when the port is in use.
 */
export async function serveStreams(
  address: string,
  parts: StreamServerParts,
): Promise<StreamServer> {
  const match = /^(.+):(\d{1,5})$/.exec(address);
  if (match === null) throw new RangeError(`stream_address "${address}" is not host:port`);
  const desk = new Desk(parts);
  const options = {
    requestTimeout: REQUEST_MS_MAX,
    headersTimeout: REQUEST_MS_MAX,
    maxHeaderSize: HEADER_BYTES_MAX,
    connectionsCheckingInterval: CHECK_MS,
  };
  const server = createServer(options, (request, response) => {
    void desk.serve(request, response);
  });
  server.maxConnections = CONNECTIONS_MAX;
  server.on("clientError", (_, socket) => socket.destroy());
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(Number(match[2]), match[1]?.replace(/^\[(.*)\]$/, "$1"), resolve);
  });
  server.on("error", (error) => parts.log.error("streams", { reason: oneLine(error) }));
  return { port: portOf(server), close: () => close(server) };
}

function portOf(server: Server): number {
  const at = server.address();
  return typeof at === "object" && at !== null ? at.port : 0;
}

async function close(server: Server): Promise<void> {
  const ended = new Promise((resolve) => server.close(resolve));
  server.closeAllConnections();
  await ended;
}

/** Counts who listens, and lets no more in than may. */
class Desk {
  readonly #parts: StreamServerParts;
  readonly #byTask: Map<string, number> = new Map();
  #listeners = 0;
  #reads = 0;

  constructor(parts: StreamServerParts) {
    this.#parts = parts;
  }

  /** Never rejects. */
  async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    response.on("error", () => response.destroy());
    request.on("error", () => response.destroy());
    try {
      const path = (request.url ?? "").split("?")[0];
      if (path !== STREAM_PATH) throw new Refusal(404, "not_found", `POST ${STREAM_PATH}`);
      if (request.method === "OPTIONS") {
        response.writeHead(204, CORS).end();
        return;
      }
      if (request.method !== "POST") throw new Refusal(405, "method", `POST ${STREAM_PATH}`);
      await this.#listen(await bodyOf(request), response);
    } catch (error) {
      this.#refuse(response, error);
    }
  }

  async #listen(body: string, response: ServerResponse): Promise<void> {
    const { streams } = this.#parts;
    if (this.#listeners >= LISTENERS_MAX) throw tooMany("the node has too many listeners");
    if (this.#reads >= READS_MAX) throw tooMany("the node is asked too often");
    this.#reads += 1;
    const place = await admit(body, this.#parts).finally(() => {
      this.#reads -= 1;
    });
    const task = Buffer.from(place.taskHash).toString("hex");
    const ofTask = this.#byTask.get(task) ?? 0;
    if (this.#listeners >= LISTENERS_MAX || ofTask >= TASK_LISTENERS_MAX) {
      throw tooMany("too many listen already");
    }
    if (response.destroyed) return;
    this.#listeners += 1;
    this.#byTask.set(task, ofTask + 1);
    response.once("close", () => {
      this.#listeners -= 1;
      const left = (this.#byTask.get(task) ?? 1) - 1;
      if (left > 0) this.#byTask.set(task, left);
      else this.#byTask.delete(task);
    });
    response.writeHead(200, {
      ...CORS,
      "content-type": "application/x-ndjson",
      "cache-control": "no-store",
      "x-accel-buffering": "no",
    });
    new Listener(streams, place, response).begin();
  }

  #refuse(response: ServerResponse, error: unknown): void {
    const isRefusal = error instanceof Refusal;
    if (!isRefusal) this.#parts.log.warn("a stream failed", { reason: oneLine(error) });
    if (response.headersSent || response.destroyed) {
      response.destroy();
      return;
    }
    const { status, code, message } = isRefusal
      ? error
      : new Refusal(503, "unavailable", "the chain does not answer");
    response.writeHead(status, {
      ...CORS,
      "content-type": "application/json",
      connection: "close",
    });
    response.end(`${JSON.stringify({ error: { code, message } })}\n`);
  }
}

function tooMany(message: string): Refusal {
  return new Refusal(429, "too_many", message);
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    bytes += part.length;
    if (bytes > BODY_BYTES_MAX) {
      throw new Refusal(413, "too_large", `a request has at most ${BODY_BYTES_MAX} bytes`);
    }
    parts.push(part);
  }
  return Buffer.concat(parts).toString("utf8");
}
