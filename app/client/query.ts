/** Typed queries: a generated service method, its request, and the answer or a coded error. */
import type { Method } from "../../proto/wire/codec.ts";
import type { Rpc } from "./rpc.ts";

/** The application refused a query; `codespace` and `code` say why. */
export class QueryError extends Error {
  override readonly name = "QueryError";
  readonly codespace: string;
  readonly code: number;

  constructor(codespace: string, code: number, log: string) {
    super(log);
    this.codespace = codespace;
    this.code = code;
  }
}

/**
 * Asks the application, at the latest state or at `height`.
 * @throws QueryError when it refuses; RpcError when the node does not answer.
 */
export async function query<Q, A>(
  rpc: Pick<Rpc, "query">,
  method: Method<Q, A>,
  request: Partial<Q> = {},
  height?: number,
): Promise<A> {
  const data = method.request.encode(method.request.create(request));
  const answer = await rpc.query(method.path, data, height);
  if (answer.code !== 0) throw new QueryError(answer.codespace, answer.code, answer.log);
  return method.response.decode(answer.value);
}
