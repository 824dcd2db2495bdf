/** How a refusal of a query is said in gRPC: its status, from what Cosmos clients know. */
import { status } from "@grpc/grpc-js";
import type { ResponseQuery } from "../../../../proto/gen/tendermint/abci/types.ts";

/** The Cosmos SDK's own codes (codespace `sdk`) that say more than "unknown". */
const SDK_STATUS: ReadonlyMap<number, status> = new Map([
  [2, status.INVALID_ARGUMENT],
  [6, status.UNIMPLEMENTED],
  [7, status.INVALID_ARGUMENT],
  [10, status.INVALID_ARGUMENT],
  [18, status.INVALID_ARGUMENT],
  [22, status.NOT_FOUND],
  [26, status.INVALID_ARGUMENT],
  [38, status.NOT_FOUND],
]);

/** Reserved in every codespace for faults of the program. */
const INTERNAL_ERROR_CODE = 1;

const NAMED: Readonly<Record<string, status>> = {
  NotFound: status.NOT_FOUND,
  InvalidArgument: status.INVALID_ARGUMENT,
};

/** The status of an answer whose code is not 0. */
export function grpcStatus({
  code,
  codespace,
  log,
}: Pick<ResponseQuery, "code" | "codespace" | "log">): status {
  const named = /^rpc error: code = (\w+)/.exec(log)?.[1];
  if (named !== undefined) return NAMED[named] ?? status.UNKNOWN;
  if (codespace === "sdk") return SDK_STATUS.get(code) ?? status.UNKNOWN;
  if (code === INTERNAL_ERROR_CODE) return status.INTERNAL;
  // What a module refuses in a query is the request.
  return / not found|no such /.test(log) ? status.NOT_FOUND : status.INVALID_ARGUMENT;
}
