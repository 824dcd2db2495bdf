/**
 * The gateway's HTTP server: all limits are here, and every refusal, down to those of the HTTP
 * parser, has the form that OpenAI's clients read. It has no encryption.
 */
import type { Socket } from "node:net";
import cors from "@fastify/cors";
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from "fastify";
import { CommandError } from "../../aegisd/exit.ts";
import { errorJson, notFound, OpenAiError } from "../openai/error.ts";
import { failureOf } from "../work/failure.ts";
import { mountAegis } from "./aegis.ts";
import type { Gateway } from "./gateway.ts";
import { mountOpenAi } from "./openai.ts";
import { mountWallet } from "./wallet.ts";

/** All headers of a request together. */
const HEADER_BYTES_MAX = 16_384;
/** Longest text in place of one `:field` of a URL. */
const PARAMETER_CHARACTERS_MAX = 256;
const KEEP_ALIVE_MS = 5_000;
/** How often connections are looked at for the time that a request takes to arrive. */
const CHECK_MS = 1_000;
const SECOND_MS = 1_000;
const JSON_TYPE = "application/json; charset=utf-8";

/** What the HTTP parser's complaints are in HTTP. */
const PARSER_FAULTS: ReadonlyMap<string, readonly [number, string]> = new Map([
  ["HPE_HEADER_OVERFLOW", [431, "The headers are too large."]],
  ["ERR_HTTP_REQUEST_TIMEOUT", [408, "The request took too long to arrive."]],
]);
const MALFORMED: readonly [number, string] = [400, "The request is not HTTP."];
const REASONS: Readonly<Record<number, string>> = {
  400: "Bad Request",
  408: "Request Timeout",
  431: "Request Header Fields Too Large",
};

/** The server without an address: tests put requests into it. */
export async function createServer(gateway: Gateway): Promise<FastifyInstance> {
  const { config, metrics, log, now } = gateway;
  const server = Fastify({
    logger: false,
    bodyLimit: config.bodyBytesMax,
    requestTimeout: config.receiveMs,
    keepAliveTimeout: KEEP_ALIVE_MS,
    routerOptions: { maxParamLength: PARAMETER_CHARACTERS_MAX, ignoreTrailingSlash: true },
    forceCloseConnections: true,
    http: {
      maxHeaderSize: HEADER_BYTES_MAX,
      headersTimeout: config.receiveMs,
      connectionsCheckingInterval: CHECK_MS,
    },
    frameworkErrors: (error, request, reply) => refuse(gateway, error, request, reply),
    clientErrorHandler: (error, socket) => refuseRaw(error, socket),
  });
  server.server.maxConnections = config.connectionsMax;
  if (config.origins.length > 0) {
    const origins = [...config.origins];
    await server.register(cors, {
      origin: origins.includes("*") ? "*" : origins,
      methods: ["GET", "HEAD", "POST"],
      exposedHeaders: ["x-aegis-task", "x-aegis-state", "x-aegis-receipt", "retry-after"],
    });
  }
  readJson(server);
  server.setErrorHandler((error, request, reply) => refuse(gateway, error, request, reply));
  server.setNotFoundHandler((request) => {
    const path = request.url.split("?")[0]?.slice(0, 200);
    throw notFound(`Invalid URL (${request.method} ${path})`, "unknown_url");
  });
  server.addHook("onResponse", (request, reply, done) => {
    const endpoint = request.routeOptions.url ?? "none";
    metrics.request(endpoint, reply.raw.statusCode, reply.elapsedTime / SECOND_MS);
    done();
  });
  mountHealth(server, gateway);
  mountOpenAi(server, gateway);
  mountWallet(server, gateway);
  mountAegis(server, gateway);
  const sweep = setInterval(() => gateway.rates.sweep(now()), 60 * SECOND_MS);
  sweep.unref();
  server.addHook("onClose", async () => {
    clearInterval(sweep);
    log.info("closed the server");
  });
  return server;
}

/** Bodies are JSON in UTF-8 and nothing else. */
function readJson(server: FastifyInstance): void {
  server.removeAllContentTypeParsers();
  const options = { parseAs: "buffer" as const };
  server.addContentTypeParser("application/json", options, (request, body, done) => {
    const charset = /charset="?([^;"\s]+)/i.exec(request.headers["content-type"] ?? "")?.[1];
    if (charset !== undefined && !/^utf-?8$/i.test(charset)) {
      done(bodyFault(415, "The body must be JSON in UTF-8."));
      return;
    }
    try {
      done(null, JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(body as Buffer)));
    } catch {
      done(bodyFault(400, "We could not parse the JSON body of your request."));
    }
  });
}

function bodyFault(status: number, message: string): OpenAiError {
  return new OpenAiError(status, "invalid_request_error", message, { code: "invalid_body" });
}

function mountHealth(server: FastifyInstance, { follower, metrics }: Gateway): void {
  server.get("/health", async () => ({ healthy: true }));
  server.get("/ready", async (_request, reply) => {
    const ready = follower.isReachable;
    const reasons = ready ? [] : ["the chain's node does not answer"];
    return reply.code(ready ? 200 : 503).send({ ready, reasons, height: follower.height });
  });
  server.get("/metrics", async (_request, reply) =>
    reply.type(metrics.contentType).send(await metrics.text()),
  );
}

/** Answers whatever was thrown; what no request should cause is logged, not told. */
function refuse(
  { log }: Gateway,
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply | undefined {
  // Nobody is there any more to be told.
  if (reply.raw.destroyed || reply.raw.headersSent) return undefined;
  const told = failureOf(error) ?? frameworkFailure(error);
  if (told.status === 500) {
    const { stack } = error as { readonly stack?: string };
    log.error("a request failed", { route: request.routeOptions.url, error: stack ?? `${error}` });
  } else {
    log.info("refused", { route: request.routeOptions.url, status: told.status, code: told.code });
  }
  if (told.retryAfterSeconds !== undefined)
    reply.header("retry-after", `${told.retryAfterSeconds}`);
  // OpenAI's clients heed it: a repetition could be paid for twice.
  reply.header("x-should-retry", told.shouldRetry ? "true" : "false");
  return reply.code(told.status).type(JSON_TYPE).send(errorJson(told));
}

/** Refusals of the HTTP server itself: too large, of another type, a malformed URL. */
function frameworkFailure(error: unknown): OpenAiError {
  const { statusCode, code, message } = error as {
    readonly statusCode?: number;
    readonly code?: string;
    readonly message: string;
  };
  if (statusCode === 413) return bodyFault(413, "The body is too large.");
  if (statusCode === 415) return bodyFault(415, "The body must be JSON: application/json.");
  if (statusCode !== undefined && statusCode < 500) {
    return new OpenAiError(statusCode, "invalid_request_error", message, {
      code: (code ?? "bad_request").toLowerCase(),
    });
  }
  return new OpenAiError(500, "server_error", "internal error", { code: "internal_error" });
}

/** What is no request at all is answered on the bare connection. */
function refuseRaw(error: Error & { readonly code?: string }, socket: Socket): void {
  if (error.code === "ECONNRESET" || socket.destroyed || !socket.writable) {
    socket.destroy();
    return;
  }
  const [status, message] = PARSER_FAULTS.get(error.code ?? "") ?? MALFORMED;
  const told = new OpenAiError(status, "invalid_request_error", message, { code: "bad_request" });
  const body = JSON.stringify(errorJson(told));
  const head = [
    `HTTP/1.1 ${status} ${REASONS[status]}`,
    `content-type: ${JSON_TYPE}`,
    `content-length: ${Buffer.byteLength(body)}`,
    "connection: close",
  ].join("\r\n");
  socket.end(`${head}\r\n\r\n${body}`);
}

/** Serves on the address of the settings. @throws CommandError when it cannot be used. */
export async function listen(server: FastifyInstance, address: string): Promise<string> {
  const colon = address.lastIndexOf(":");
  const host = address.slice(0, colon);
  try {
    await server.listen({
      host: host.replace(/^\[|\]$/g, ""),
      port: Number(address.slice(colon + 1)),
    });
  } catch (error) {
    await server.close();
    const { code } = error as NodeJS.ErrnoException;
    const reason = code === "EADDRINUSE" ? "is in use" : `cannot be used (${code})`;
    throw new CommandError(`http.address ${address} ${reason}: change it in config.toml`);
  }
  const bound = server.server.address();
  const port = typeof bound === "object" && bound !== null ? bound.port : address.slice(colon + 1);
  return `${host}:${port}`;
}
