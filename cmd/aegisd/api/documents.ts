/** Documents beside the methods: OpenAPI, and the descriptions of the chain under /registry. */
import type { FastifyInstance } from "fastify";
import { faultOf, httpStatus } from "./fault.ts";
import { openApi, type PlainPaths } from "./openapi.ts";
import { REGISTRY_DOCUMENTS } from "./registry/documents.ts";
import { type ChainFacts, type FactsSource, readFacts } from "./registry/facts.ts";
import { faultJson, type RestRoute } from "./rest/routes.ts";
import type { ApiOptions } from "./server.ts";
import { queryHere } from "./services/queryHere.ts";
import type { StatusJson } from "./services/status.ts";

/** Paths of all documents, and what each is. */
export const DOCUMENT_PATHS: PlainPaths = {
  "/openapi.json": "this document",
  "/registry/chain.json": "the chain for the Cosmos chain registry",
  "/registry/assetlist.json": "its coins for the Cosmos chain registry",
  "/registry/keplr.json": "the chain for experimentalSuggestChain of Keplr and its like",
};

/** Serves them. */
export function documentMount(
  options: Omit<ApiOptions, "mounts">,
  routes: readonly RestRoute[],
): (server: FastifyInstance) => void {
  const described = openApi(routes, DOCUMENT_PATHS);
  return (server) => {
    server.get("/openapi.json", async () => described);
    for (const [name, make] of Object.entries(REGISTRY_DOCUMENTS)) {
      server.get(`/registry/${name}.json`, async (_request, reply) => {
        try {
          return make(await factsHere(options));
        } catch (error) {
          const fault = faultOf(error);
          if (fault === undefined) throw error;
          return reply.code(httpStatus(fault.status)).send(faultJson(fault));
        }
      });
    }
  };
}

function factsHere(options: Omit<ApiOptions, "mounts">): Promise<ChainFacts> {
  const { backend, settings, rpcUrl } = options;
  const source: FactsSource = {
    chainId: async () => ((await backend.comet("status")) as StatusJson).node_info.network,
    query: async (method, request) => queryHere(backend, method, request),
  };
  return readFacts(source, backend.modules, {
    gasPrice: settings.minimumGasPrice,
    urls: {
      rpc: settings.apiPublicRpc === "" ? rpcUrl : settings.apiPublicRpc,
      rest:
        settings.apiPublicRest === "" ? `http://${settings.apiAddress}` : settings.apiPublicRest,
    },
  });
}
