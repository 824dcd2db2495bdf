/**
 * What the node's servers (REST, JSON-RPC, gRPC) stand on: the state of this process for queries,
 * and CometBFT's RPC for blocks, transactions and broadcasting.
 */
import type { ResponseQuery } from "../../../proto/gen/tendermint/abci/types.ts";
import type { App } from "../../../app/app.ts";
import { RpcError } from "../../../app/client/rpc.ts";
import { latestHeight } from "../../../app/lifecycle/host.ts";
import type { AnyModule } from "../../../app/module/module.ts";

const COMET_TIMEOUT_MS = 10_000;

export interface AskedState {
  /** The latest when left out or 0. */
  readonly height?: bigint | undefined;
  readonly prove?: boolean | undefined;
}

export interface Backend {
  readonly modules: readonly AnyModule[];
  /** Height of the last commit. */
  height(): bigint;
  /** ABCI Query, answered from this process' state. Never throws: faults are codes. */
  query(path: string, data: Uint8Array, asked?: AskedState): ResponseQuery;
  /**
   * One call of CometBFT's JSON-RPC; its `result`, as JSON.
   * @throws RpcError when CometBFT does not answer, or refuses; `cause` is its error object.
   */
  comet(method: string, params?: Readonly<Record<string, unknown>>): Promise<unknown>;
}

/** `cometUrl` is CometBFT's RPC as http://host:port. */
export function createBackend(app: App, cometUrl: string): Backend {
  return {
    modules: app.host.manager.modules,
    height: () => latestHeight(app.host),
    query: (path, data, { height = 0n, prove = false } = {}) =>
      app.query({ path, data, height, prove }),
    comet: (method, params = {}) => callComet(cometUrl, method, params),
  };
}

/**
 * One call of the JSON-RPC of the CometBFT at `url`; its `result`.
 * @throws RpcError when it does not answer, or refuses.
 */
export async function callComet(url: string, method: string, params: object): Promise<unknown> {
  let answer: { readonly result?: unknown; readonly error?: { readonly message?: string } };
  try {
    const response = await fetch(url, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ jsonrpc: "2.0", id: 1, method, params }),
      signal: AbortSignal.timeout(COMET_TIMEOUT_MS),
    });
    answer = (await response.json()) as typeof answer;
  } catch (error) {
    throw new RpcError(`CometBFT does not answer at ${url}`, { cause: error });
  }
  if (answer.error === undefined) return answer.result;
  throw new RpcError(`CometBFT refuses ${method}: ${answer.error.message ?? "no reason"}`, {
    cause: answer.error,
  });
}
