/**
 * A node's HTTP server (REST, `cmd/aegisd/api`) as the SDK uses it. Queries go as protobuf through
 * `abci_query`, so that all of them take one path and are typed.
 */
import { base64, fromBase64, fromHex } from "../../lib/bytes.ts";
import { type GasPrice, parseGasPrice } from "../../tx/gasPrice.ts";
import type { CheckAnswer, IncludedTx, QueryAnswer, Rpc } from "../rpc.ts";
import { RpcError } from "../rpcError.ts";

/** What `fetch` of every platform is. */
export type Fetch = (url: string, init?: RequestInit) => Promise<Response>;

/** The node. Its calls fail with RpcError. */
export interface NodeApi extends Pick<Rpc, "url" | "query" | "broadcastSync" | "tx"> {
  /** Gas of a transaction; its signature may be empty. @throws RpcError with the chain's reason. */
  simulate(tx: Uint8Array): Promise<bigint>;
  /** The least price at which the node takes transactions. */
  gasPrice(): Promise<GasPrice>;
  /** JSON of any path. Undefined for 404. */
  json(path: string): Promise<unknown>;
  /** Bytes of any path, with its status. */
  bytes(path: string): Promise<{ readonly status: number; readonly bytes: Uint8Array }>;
}

const TIMEOUT_MS = 20_000;
const NOT_FOUND = 404;
const COMET = "/cosmos/base/tendermint/v1beta1";

type Json = Readonly<Record<string, unknown>>;

/** The node at `url`, such as `http://127.0.0.1:1317`. */
export function nodeApi(url: string, fetch: Fetch): NodeApi {
  const base = url.replace(/\/+$/, "");
  const call = async (path: string, init: RequestInit = {}): Promise<Response> => {
    try {
      return await fetch(`${base}${path}`, { ...init, signal: AbortSignal.timeout(TIMEOUT_MS) });
    } catch (error) {
      throw new RpcError(`no answer from ${base}`, { cause: error });
    }
  };
  const read = async (answer: Response): Promise<Json> => {
    let json: Json;
    try {
      json = (await answer.json()) as Json;
    } catch (error) {
      throw new RpcError(`${base} answers with no JSON`, { cause: error });
    }
    if (answer.ok) return json;
    throw new RpcError(`${base}: ${json["message"] ?? `status ${answer.status}`}`, { cause: json });
  };
  const post = async (path: string, body: object): Promise<Json> => {
    const headers = { "content-type": "application/json" };
    return read(await call(path, { method: "POST", headers, body: JSON.stringify(body) }));
  };
  const get = async (path: string): Promise<Json | undefined> => {
    const answer = await call(path);
    return answer.status === NOT_FOUND ? undefined : read(answer);
  };
  return {
    url: base,
    query: async (path, data, height) => {
      const asked = new URLSearchParams({ path, data: base64(data) });
      if (height !== undefined) asked.set("height", `${height}`);
      return queryAnswer((await get(`${COMET}/abci_query?${asked}`)) ?? {});
    },
    broadcastSync: async (tx) => {
      const body = { tx_bytes: base64(tx), mode: "BROADCAST_MODE_SYNC" };
      return checkAnswer((await post("/cosmos/tx/v1beta1/txs", body))["tx_response"] as Json);
    },
    tx: async (hash) => {
      const name = [...hash].map((byte) => byte.toString(16).padStart(2, "0")).join("");
      const found = await get(`/cosmos/tx/v1beta1/txs/${name.toUpperCase()}`);
      return found === undefined ? undefined : included(found["tx_response"] as Json);
    },
    simulate: async (tx) => {
      const answer = await post("/cosmos/tx/v1beta1/simulate", { tx_bytes: base64(tx) });
      const { gas_used = "0" } = (answer["gas_info"] ?? {}) as { readonly gas_used?: string };
      return BigInt(gas_used);
    },
    gasPrice: async () => {
      const config = await get("/cosmos/base/node/v1beta1/config");
      const price = `${config?.["minimum_gas_price"] ?? "0.025uasi"}`;
      // Cosmos writes 18 places.
      return parseGasPrice(price.replace(/(\.\d{6})\d*/, "$1"));
    },
    json: get,
    bytes: async (path) => {
      const answer = await call(path);
      return { status: answer.status, bytes: new Uint8Array(await answer.arrayBuffer()) };
    },
  };
}

function queryAnswer(json: Json): QueryAnswer {
  return {
    code: Number(json["code"] ?? 0),
    codespace: `${json["codespace"] ?? ""}`,
    log: `${json["log"] ?? ""}`,
    value: fromBase64(`${json["value"] ?? ""}`),
    height: Number(json["height"] ?? 0),
  };
}

function checkAnswer(json: Json): CheckAnswer {
  return {
    code: Number(json["code"] ?? 0),
    codespace: `${json["codespace"] ?? ""}`,
    log: `${json["raw_log"] ?? ""}`,
    hash: `${json["txhash"] ?? ""}`,
  };
}

function included(json: Json): IncludedTx {
  return {
    ...checkAnswer(json),
    height: Number(json["height"] ?? 0),
    data: fromHex(`${json["data"] ?? ""}`),
    gasWanted: BigInt(`${json["gas_wanted"] ?? 0}`),
    gasUsed: BigInt(`${json["gas_used"] ?? 0}`),
    events: [],
    bytes: new Uint8Array(0),
  };
}
