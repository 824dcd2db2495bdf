/** A refusal of the node's servers: its gRPC status, and what that is in HTTP. */
import { status } from "@grpc/grpc-js";
import { RpcError } from "../../../app/client/rpc.ts";
import { WireError } from "../../../proto/wire/error.ts";

/** What a caller is told. `message` holds nothing that he may not know. */
export class ApiFault extends Error {
  override readonly name = "ApiFault";
  readonly status: status;

  constructor(code: status, message: string) {
    super(message);
    this.status = code;
  }
}

/** The request is wrong. */
export function invalid(message: string): ApiFault {
  return new ApiFault(status.INVALID_ARGUMENT, message);
}

/** What grpc-gateway answers; all others are 500. */
const HTTP: ReadonlyMap<status, number> = new Map([
  [status.OK, 200],
  [status.CANCELLED, 408],
  [status.INVALID_ARGUMENT, 400],
  [status.DEADLINE_EXCEEDED, 504],
  [status.NOT_FOUND, 404],
  [status.ALREADY_EXISTS, 409],
  [status.PERMISSION_DENIED, 403],
  [status.RESOURCE_EXHAUSTED, 429],
  [status.FAILED_PRECONDITION, 400],
  [status.ABORTED, 409],
  [status.OUT_OF_RANGE, 400],
  [status.UNIMPLEMENTED, 501],
  [status.UNAVAILABLE, 503],
  [status.UNAUTHENTICATED, 401],
]);
const INTERNAL_HTTP = 500;

/** The HTTP status of a gRPC one. */
export function httpStatus(code: status): number {
  return HTTP.get(code) ?? INTERNAL_HTTP;
}

/** What CometBFT says of a height, a page or a query that it cannot serve. */
const CALLER_IS_WRONG =
  /must be (less|greater)|is not available|lowest height|should be within|parse|syntax|page/i;

/** Whatever was thrown as a fault; undefined for what no request should cause. */
export function faultOf(error: unknown): ApiFault | undefined {
  if (error instanceof ApiFault) return error;
  if (error instanceof WireError) return invalid(error.message);
  if (!(error instanceof RpcError)) return undefined;
  const reason = cometReason(error);
  if (reason === undefined) {
    return new ApiFault(status.UNAVAILABLE, "CometBFT of this node does not answer");
  }
  if (/not found/.test(reason)) return new ApiFault(status.NOT_FOUND, reason);
  return new ApiFault(
    CALLER_IS_WRONG.test(reason) ? status.INVALID_ARGUMENT : status.UNKNOWN,
    reason,
  );
}

/** Why CometBFT refused a call; undefined when it did not answer at all. */
export function cometReason(error: RpcError): string | undefined {
  const { cause } = error;
  if (cause instanceof Error || typeof cause !== "object" || cause === null) return undefined;
  const { data, message } = cause as { readonly data?: unknown; readonly message?: unknown };
  return typeof data === "string" && data !== "" ? data : String(message ?? error.message);
}
