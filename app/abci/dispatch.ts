/** One request variant → the application's method → the response variant of the same kind. */
import {
  type Request,
  Response,
  ResponseEcho,
  ResponseFlush,
} from "../../proto/gen/tendermint/abci/types.ts";
import type { Application, ServedApplication } from "./application.ts";
import { FrameError } from "./framing.ts";

/**
 * Methods with the same name in Request, Application and Response. The name carries the types, so a
 * method that is renamed in one place does not compile.
 */
const METHODS = [
  "info",
  "query",
  "checkTx",
  "initChain",
  "prepareProposal",
  "processProposal",
  "extendVote",
  "verifyVoteExtension",
  "finalizeBlock",
  "commit",
  "listSnapshots",
  "offerSnapshot",
  "loadSnapshotChunk",
  "applySnapshotChunk",
] as const satisfies readonly (keyof Application & keyof Request & keyof Response)[];

/**
 * The answer to `request`, later when the application answers later.
 * @throws FrameError when it holds no request; whatever the application throws.
 */
export function dispatch(
  application: ServedApplication,
  request: Request,
): Response | Promise<Response> {
  if (request.flush !== undefined) return Response.create({ flush: ResponseFlush.create() });
  if (request.echo !== undefined) {
    return Response.create({ echo: ResponseEcho.create({ message: request.echo.message }) });
  }
  for (const method of METHODS) {
    const asked = request[method];
    if (asked === undefined) continue;
    const answer = (application[method] as (request: unknown) => unknown)(asked);
    if (answer instanceof Promise) return answer.then((value) => responseOf(method, value));
    return responseOf(method, answer);
  }
  throw new FrameError("a request of no known kind");
}

function responseOf(method: (typeof METHODS)[number], answer: unknown): Response {
  return Response.create({ [method]: answer } as Partial<Response>);
}
