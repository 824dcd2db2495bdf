/** One typed query of this process' state. */
import type { Method } from "../../../../proto/wire/codec.ts";
import type { Backend } from "../backend.ts";
import { ApiFault } from "../fault.ts";
import { grpcStatus } from "../grpc/status.ts";

/** Asks this process' state. @throws ApiFault when it refuses. */
export function queryHere<Q, A>(
  backend: Backend,
  { path, request, response }: Method<Q, A>,
  partial: Partial<Q>,
): A {
  const answer = backend.query(path, request.encode(request.create(partial)));
  if (answer.code !== 0) throw new ApiFault(grpcStatus(answer), answer.log);
  return response.decode(answer.value);
}
