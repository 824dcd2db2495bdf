/** The AegisAI RPC on the node's HTTP server: POST and WebSocket at /rpc, its description. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Logger } from "../../../../app/lib/log.ts";
import type { GasPrice } from "../../../../app/tx/fee.ts";
import type { Backend } from "../backend.ts";
import { RpcFault } from "./fault.ts";
import { SubscriptionHub } from "./hub.ts";
import { BODY_BYTES_MAX, callTime } from "./limits.ts";
import type { Method } from "./method.ts";
import { discoverMethod, openRpcDocument } from "./openrpc.ts";
import { type Dispatcher, dispatcher, faultText } from "./protocol.ts";
import { queryPendingTasksMethod, queryTaskMethod } from "./queryTasks.ts";
import type { JsonSchema } from "./shape.ts";
import { serveSockets } from "./socket.ts";
import type { Submitting } from "./submission.ts";
import {
  subscribePendingTasksMethod,
  subscribeTaskMethod,
  unsubscribeMethod,
} from "./subscribe.ts";
import { submitTaskMethod } from "./submitTask.ts";
import { submitInferenceResultMethod, submitVerificationMethod } from "./submitWork.ts";

const PATH = "/rpc";

/** What the RPC needs of its node. */
export interface JsonRpcOptions {
  readonly backend: Backend;
  /** CometBFT's RPC as http://host:port; its websocket is there too. */
  readonly cometUrl: string;
  /** What sign documents offer when the caller names no price. */
  readonly minimumGasPrice: GasPrice;
  /** Origins of web pages that may open WebSockets; "*" is any. */
  readonly allowedOrigins: readonly string[];
  readonly logger: Logger;
}

/** Adds the routes to a server, and ends their connections before it closes. */
export function jsonRpcMount(options: JsonRpcOptions): (server: FastifyInstance) => void {
  const { backend, cometUrl, logger, minimumGasPrice, allowedOrigins } = options;
  const url = `${cometUrl.replace(/^(http|tcp)/, "ws").replace(/\/$/, "")}/websocket`;
  const hub = new SubscriptionHub(backend, url, logger);
  const document = (): JsonSchema => openRpcDocument(methods);
  const methods = allMethods({ backend, minimumGasPrice, waiters: 0 }, hub, document);
  const answers = dispatcher(methods, logger);
  return (server) => {
    server.get("/openrpc.json", () => document());
    server.register((scope, _, done) => {
      servePosts(scope, answers);
      done();
    });
    const closeSockets = serveSockets(server.server, answers, {
      path: PATH,
      isAllowedOrigin: (origin) => allowedOrigins.includes("*") || allowedOrigins.includes(origin),
    });
    server.addHook("preClose", async () => {
      await closeSockets();
      hub.close();
    });
  };
}

function allMethods(node: Submitting, hub: SubscriptionHub, document: () => JsonSchema): Method[] {
  const { backend } = node;
  return [
    submitTaskMethod(node),
    submitInferenceResultMethod(node),
    submitVerificationMethod(node),
    queryPendingTasksMethod(backend),
    queryTaskMethod(backend),
    subscribeTaskMethod(backend, hub),
    subscribePendingTasksMethod(backend, hub),
    unsubscribeMethod(hub),
    discoverMethod(document),
  ];
}

/** In a scope of its own, because the bodies of other routes are read otherwise. */
function servePosts(scope: FastifyInstance, answers: Dispatcher): void {
  const json = "application/json";
  scope.removeAllContentTypeParsers();
  const options = { parseAs: "buffer", bodyLimit: BODY_BYTES_MAX } as const;
  scope.addContentTypeParser(json, options, (_, body, done) => done(null, body));
  scope.setErrorHandler((error: { readonly statusCode?: number }, _, reply) => {
    const { statusCode = 500 } = error;
    const fault = new RpcFault("invalidRequest", REASONS[statusCode] ?? "it cannot be read");
    return reply.code(statusCode).type(json).send(faultText(fault));
  });
  scope.post(PATH, { bodyLimit: BODY_BYTES_MAX }, async (request, reply) => {
    const answer = await answerPost(request, reply, answers);
    return answer === undefined ? reply.code(204).send() : reply.type(json).send(answer);
  });
  scope.get(PATH, (_, reply) => {
    const fault = new RpcFault("invalidRequest", "POST it, or open a WebSocket");
    return reply.code(405).header("allow", "POST").type(json).send(faultText(fault));
  });
}

const REASONS: Readonly<Record<number, string>> = {
  413: `above ${BODY_BYTES_MAX} bytes`,
  415: "content-type is application/json",
};

async function answerPost(
  { body }: FastifyRequest,
  reply: FastifyReply,
  answers: Dispatcher,
): Promise<string | undefined> {
  const gone = new AbortController();
  reply.raw.on("close", () => gone.abort());
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(
      (body as Buffer | undefined) ?? Buffer.of(),
    );
  } catch {
    return faultText(new RpcFault("parseError"));
  }
  const { signal, end } = callTime(gone.signal);
  const call = { signal, connection: undefined, onAnswered: () => {} };
  return await answers.answer(text, call).finally(end);
}
