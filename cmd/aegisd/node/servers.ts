/** What a node serves beside CometBFT's RPC: REST, JSON-RPC and health on one port, gRPC. */
import type { Backend } from "../api/backend.ts";
import { type GrpcServer, startGrpc } from "../api/grpc/server.ts";
import { jsonRpcMount } from "../api/jsonrpc/mount.ts";
import { type ApiServer, type Mount, startApi } from "../api/server.ts";
import type { AppSettings } from "../home/settings/index.ts";
import { type HealthSource, healthAnswer } from "./health.ts";
import type { NodeLogger } from "./logger.ts";

export interface ServersOptions {
  readonly backend: Backend & HealthSource;
  /** CometBFT's RPC as http://host:port. */
  readonly rpcUrl: string;
  readonly settings: AppSettings;
  readonly logger: NodeLogger;
}

export interface Servers {
  close(): Promise<void>;
}

/** GET /health and /ready. */
function healthMount(backend: HealthSource): Mount {
  return (server) => {
    for (const path of ["/health", "/ready"]) {
      server.get(path, async (_request, reply) => {
        const answer = await healthAnswer(backend, path);
        return reply.code(answer?.status ?? 404).send(answer?.body);
      });
    }
  };
}

/** Starts those that are switched on. @throws RangeError for an address that cannot be used. */
export async function startServers(options: ServersOptions): Promise<Servers> {
  const { backend, rpcUrl, settings, logger } = options;
  let api: ApiServer | undefined;
  let grpc: GrpcServer | undefined;
  const close = async (): Promise<void> => {
    await grpc?.close();
    await api?.close();
  };
  try {
    if (settings.apiEnable) {
      const jsonRpc = jsonRpcMount({
        backend,
        cometUrl: rpcUrl,
        minimumGasPrice: settings.minimumGasPrice,
        allowedOrigins: settings.apiOrigins,
        logger: logger.part("jsonrpc"),
      });
      const mounts = [healthMount(backend), jsonRpc];
      api = await startApi({ backend, settings, rpcUrl, logger: logger.part("rest"), mounts });
    }
    const address = settings.grpcAddress;
    if (address !== "") {
      const log = logger.part("grpc");
      grpc = await startGrpc({ backend, facts: settings, address, logger: log });
    }
    return { close };
  } catch (error) {
    await close();
    throw error;
  }
}
