/** One typed query of this process' state, and what a refused one is. */
import type { Method } from "../../../../proto/wire/codec.ts";
import type { Backend } from "../backend.ts";
import type { ResponseQuery } from "../../../../proto/gen/tendermint/abci/types.ts";
import { ApiFault } from "../fault.ts";
import { grpcStatus } from "../grpc/status.ts";

/** Asks this process' state. @throws ApiFault when it refuses. */
export function queryHere<Q, A>(
  backend: Backend,
  { path, request, response }: Method<Q, A>,
  partial: Partial<Q>,
): A {
  const answer = backend.query(path, request.encode(request.create(partial)));
  if (answer.code !== 0) throw refusalOf(answer);
  return response.decode(answer.value);
}

/** The refusal of a query. Its log may name a status, for clients that read nothing else. */
export function refusalOf(answer: ResponseQuery): ApiFault {
  const message = answer.log.replace(/^rpc error: code = \w+ desc = /, "");
  return new ApiFault(grpcStatus(answer), message);
}
