/** A REST server over a chain in this process; requests are put into it without a socket. */
import type { FastifyInstance } from "fastify";
import { silentLogger } from "../../../../app/lib/log.ts";
import { parseGasPrice } from "../../../../app/tx/fee.ts";
import { type ApiOptions, createApi } from "../../../../cmd/aegisd/api/server.ts";
import { createChain, type TestChain } from "../../../kit/chain.ts";
import { type FakeBackend, fakeBackend } from "../../../kit/fakeComet.ts";

export const SETTINGS: ApiOptions["settings"] = {
  apiAddress: "127.0.0.1:0",
  apiOrigins: ["https://wallet.example"],
  apiBodyBytesMax: 65_536,
  apiTimeoutMs: 5_000,
  apiConnectionsMax: 10,
  apiPublicRest: "",
  apiPublicRpc: "",
  minimumGasPrice: parseGasPrice("0.025uasi"),
  keptVersions: 100,
};

export const RPC_URL = "http://127.0.0.1:26657";

/** JSON of an answer. */
export type Json = Readonly<Record<string, never>>;

export interface ApiTest {
  readonly chain: TestChain;
  readonly backend: FakeBackend;
  readonly server: FastifyInstance;
  /** GET; the answer's status and JSON. */
  readonly get: (
    url: string,
    headers?: Readonly<Record<string, string>>,
  ) => Promise<{ status: number; json: Json; headers: Readonly<Record<string, unknown>> }>;
  readonly post: (url: string, body: unknown) => Promise<{ status: number; json: Json }>;
}

/** A chain with a few blocks and its server. */
export async function apiTest(): Promise<ApiTest> {
  const chain = createChain();
  chain.mock.run(3);
  const backend = fakeBackend(chain);
  const options = { backend, settings: SETTINGS, rpcUrl: RPC_URL, logger: silentLogger };
  const server = await createApi(options);
  return {
    chain,
    backend,
    server,
    get: async (url, headers = {}) => {
      const answer = await server.inject({ method: "GET", url, headers });
      return { status: answer.statusCode, json: answer.json(), headers: answer.headers };
    },
    post: async (url, body) => {
      const payload = typeof body === "string" ? body : JSON.stringify(body);
      const answer = await server.inject({ method: "POST", url, payload });
      return { status: answer.statusCode, json: answer.json() };
    },
  };
}
