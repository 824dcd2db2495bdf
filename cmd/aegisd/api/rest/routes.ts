/** The REST routes of the table of methods, as the gateway of the Cosmos SDK answers them. */
import { status } from "@grpc/grpc-js";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Logger } from "../../../../app/lib/log.ts";
import type { Codec } from "../../../../proto/wire/codec.ts";
import { ApiFault, faultOf, httpStatus, invalid } from "../fault.ts";
import type { ApiMethod, ApiNode } from "../services.ts";
import { gatewayJson } from "./json.ts";
import { type HttpRequest, requestMessage } from "./request.ts";
import { parseTemplate, type Template } from "./template.ts";

/** Header of Cosmos clients: the height asked for, and in the answer the height given. */
const HEIGHT_HEADER = "x-cosmos-block-height";
/** The same as the gateway names what a gRPC server tells. */
const GATEWAY_HEIGHT_HEADER = "grpc-metadata-x-cosmos-block-height";
/** What the HTTP server calls an answer that did not come in time. */
const HANDLER_TIMEOUT = "FST_ERR_HANDLER_TIMEOUT";
const INTERNAL_HTTP = 500;
const JSON_TYPE = "application/json";

/** One URL of the server. */
export interface RestRoute extends Template {
  readonly answers: ApiMethod;
}

/** All URLs of all methods. @throws AssertionError for a template that does not fit. */
export function restRoutes(methods: readonly ApiMethod[]): readonly RestRoute[] {
  return methods.flatMap((answers) =>
    answers.rest.map((text) => ({ ...parseTemplate(text, answers.method.request), answers })),
  );
}

/** Attaches the routes. */
export function mountRest(
  server: FastifyInstance,
  routes: readonly RestRoute[],
  node: ApiNode,
  logger: Logger,
): void {
  server.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    // The gateway takes a body for JSON whatever its type says, and clients rely on that.
    scope.addContentTypeParser("*", { parseAs: "string" }, (_request, body, done) => {
      try {
        done(null, body === "" ? undefined : JSON.parse(String(body)));
      } catch {
        done(invalid("the body is not JSON"));
      }
    });
    scope.setErrorHandler(refusing(logger));
    for (const route of routes) {
      scope.route({
        method: route.verb,
        url: route.route,
        handler: (request, reply) => answer(node, route, request, reply),
      });
    }
  });
}

async function answer(
  node: ApiNode,
  route: RestRoute,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { method, call } = route.answers;
  const { params, query, body } = request;
  const given = { params, query, body } as HttpRequest;
  const message = requestMessage(method.request, route, given);
  const { message: told, height } = await call(node, message, { height: askedHeight(request) });
  if (height !== undefined) {
    reply.header(HEIGHT_HEADER, `${height}`).header(GATEWAY_HEIGHT_HEADER, `${height}`);
  }
  const json = gatewayJson(method.response as Codec<unknown>, told);
  return reply.type(JSON_TYPE).send(JSON.stringify(json));
}

/** The height in the header, 0 for the latest. @throws ApiFault when it is none. */
function askedHeight({ headers }: FastifyRequest): bigint {
  const text = headers[HEIGHT_HEADER] ?? headers[GATEWAY_HEIGHT_HEADER];
  if (text === undefined || text === "") return 0n;
  if (typeof text === "string" && /^\d{1,18}$/.test(text)) return BigInt(text);
  throw invalid(`header ${HEIGHT_HEADER} must be a height`);
}

/** The gateway's JSON of a refusal. */
export function faultJson({ status: code, message }: ApiFault): unknown {
  return { code, message, details: [] };
}

/** Answers whatever was thrown; what no request should cause is logged, not told. */
export function refusing(
  logger: Logger,
): (error: unknown, request: FastifyRequest, reply: FastifyReply) => void {
  return (error, request, reply) => {
    const [code, fault] = refusalOf(error);
    if (code === INTERNAL_HTTP) {
      logger.error("REST request failed", { url: request.url, error: String(error) });
    }
    reply
      .code(code)
      .type(JSON_TYPE)
      .send(JSON.stringify(faultJson(fault)));
  };
}

function refusalOf(error: unknown): readonly [httpStatus: number, fault: ApiFault] {
  const fault = faultOf(error);
  if (fault !== undefined) return [httpStatus(fault.status), fault];
  const { statusCode, code, message } = error as {
    readonly statusCode?: number;
    readonly code?: string;
    readonly message: string;
  };
  if (code === HANDLER_TIMEOUT) {
    return [504, new ApiFault(status.DEADLINE_EXCEEDED, "the answer took too long")];
  }
  // Of the HTTP server itself: too large, malformed.
  if (statusCode !== undefined && statusCode < INTERNAL_HTTP) return [statusCode, invalid(message)];
  return [INTERNAL_HTTP, new ApiFault(status.INTERNAL, "internal error")];
}
