/** A node that does not answer. Apart from rpc.ts, which a browser cannot load. */

/** The node did not answer, or not with what was asked. `cause` has the details. */
export class RpcError extends Error {
  override readonly name = "RpcError";
}
