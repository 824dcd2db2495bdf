/**
 * The endpoint where aggregators collect: POST /partials brings one, GET /partials?epoch=N tells
 * what was collected, merged. Strangers may call it, so everything has a limit.
 */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { PartialSignature } from "../../../app/checkpoint/partial.ts";
import type { PoolRefusal } from "./pool.ts";
import { BODY_BYTES_MAX, parseEpoch, partialJson, readPartial, type SentPartial } from "./wire.ts";

/** Connections at a time, over all peers. */
const CONNECTIONS_MAX = 256;
/** For a whole request: it has 13 KB at most. */
const REQUEST_MS = 5_000;
/** Wrong partials that an address may send in one window; each may cost 20 ms to find wrong. */
const FAULTS_MAX = 10;
const FAULTS_WINDOW_MS = 60_000;
/** Addresses whose faults are counted. */
const ADDRESSES_MAX = 4_096;

/** Why a request was refused; the status code of each. */
const STATUS = {
  not_found: 404,
  malformed: 400,
  too_large: 413,
  too_many_faults: 429,
  unknown_epoch: 404,
  nothing_new: 409,
  too_many_aggregates: 503,
  bitfield_length: 422,
  bitfield_padding: 422,
  no_signers: 422,
  not_a_member: 422,
  bad_signature: 422,
} as const;

export type Refusal = keyof typeof STATUS;

/** What the endpoint serves. */
export interface Collector {
  /** How many signers it brings, or why it is refused. */
  readonly add: (partial: SentPartial) => number | PoolRefusal | "unknown_epoch";
  /** Undefined when there is nothing. */
  readonly merged: (epoch: bigint) => PartialSignature | undefined;
}

export interface PartialServer {
  /** `host:port` with the port that was taken. */
  readonly address: string;
  close(): Promise<void>;
}

/** Counts the faults of addresses, in two windows that replace each other. */
class Faults {
  private counts = new Map<string, number>();
  private startedMs = 0;

  isOver(address: string, nowMs: number): boolean {
    if (nowMs - this.startedMs >= FAULTS_WINDOW_MS) {
      this.counts = new Map();
      this.startedMs = nowMs;
    }
    return (this.counts.get(address) ?? 0) >= FAULTS_MAX;
  }

  count(address: string): void {
    // Whoever has so many addresses is not stopped by counting them.
    if (this.counts.size >= ADDRESSES_MAX) this.counts.clear();
    this.counts.set(address, (this.counts.get(address) ?? 0) + 1);
  }
}

interface Reply {
  readonly status: number;
  readonly body: string;
}

function refused(code: Refusal): Reply {
  return { status: STATUS[code], body: JSON.stringify({ code }) };
}

function write(response: ServerResponse, { status, body }: Reply): void {
  // What is still being sent is not read: the connection cannot serve another request.
  if (status === STATUS.too_large) response.setHeader("connection", "close");
  response.writeHead(status, { "content-type": "application/json" }).end(`${body}\n`);
}

/** The body as text; undefined when it is too large. */
async function bodyOf(request: IncomingMessage): Promise<string | undefined> {
  const parts: Buffer[] = [];
  let bytes = 0;
  const iterator = request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>;
  for await (const part of iterator) {
    bytes += part.length;
    if (bytes > BODY_BYTES_MAX) return undefined;
    parts.push(part);
  }
  return Buffer.concat(parts).toString("utf8");
}

/**
 * Serves `collector` on `address` (`host:port`; port 0 takes a free one).
 * @throws RangeError when the address is malformed or in use.
 */
export async function servePartials(
  address: string,
  collector: Collector,
  now: () => number = () => performance.now(),
): Promise<PartialServer> {
  const match = /^(.+):(\d{1,5})$/.exec(address);
  if (match === null) throw new RangeError(`"${address}" is not host:port`);
  const faults = new Faults();
  const post = async (request: IncomingMessage): Promise<Reply> => {
    const peer = request.socket.remoteAddress ?? "";
    if (faults.isOver(peer, now())) return refused("too_many_faults");
    const body = await bodyOf(request);
    if (body === undefined) return refused("too_large");
    const partial = readPartial(body);
    const added = partial === undefined ? "malformed" : collector.add(partial);
    if (typeof added === "number") return { status: 200, body: JSON.stringify({ new: added }) };
    if (STATUS[added] === 422 || added === "malformed") faults.count(peer);
    return refused(added);
  };
  const get = (query: URLSearchParams): Reply => {
    const epoch = parseEpoch(query.get("epoch"));
    if (epoch === undefined) return refused("malformed");
    const merged = collector.merged(epoch);
    if (merged === undefined) return refused("unknown_epoch");
    return { status: 200, body: partialJson({ epoch, ...merged }) };
  };
  const handle = async (request: IncomingMessage): Promise<Reply> => {
    const [path, query] = (request.url ?? "").split("?", 2);
    if (path !== "/partials") return refused("not_found");
    if (request.method === "GET") return get(new URLSearchParams(query));
    return request.method === "POST" ? await post(request) : refused("not_found");
  };
  const server = createServer({ requestTimeout: REQUEST_MS, headersTimeout: REQUEST_MS });
  server.maxConnections = CONNECTIONS_MAX;
  server.on("request", (request, response) => {
    // A peer that goes away in the middle is no failure of ours.
    handle(request).then(
      (reply) => write(response, reply),
      () => response.destroy(),
    );
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      reject(new RangeError(`${address} cannot be used (${error.code})`));
    });
    server.listen(Number(match[2]), match[1], resolve);
  });
  const bound = server.address();
  const port = typeof bound === "object" && bound !== null ? bound.port : Number(match[2]);
  return {
    address: `${match[1]}:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
