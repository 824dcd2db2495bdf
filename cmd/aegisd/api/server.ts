/**
 * The node's HTTP server: REST, the documents that describe it, and what others mount on it. All
 * limits are here; it has no encryption and no accounts.
 */
import { status } from "@grpc/grpc-js";
import cors from "@fastify/cors";
import Fastify, { type FastifyInstance } from "fastify";
import type { Logger } from "../../../app/lib/log.ts";
import { registerTypes } from "../derive/registry.ts";
import type { AppSettings } from "../home/settings/index.ts";
import type { Backend } from "./backend.ts";
import { documentMount } from "./documents.ts";
import { ApiFault } from "./fault.ts";
import { faultJson, mountRest, refusing, restRoutes } from "./rest/routes.ts";
import { apiMethods } from "./services.ts";

/** Longest text in place of one `{field}` of a URL. */
const PARAMETER_CHARACTERS_MAX = 512;
/** How long an idle connection is kept. */
const KEEP_ALIVE_MS = 5_000;
/** How often connections are looked at for the time that a request takes to arrive. */
const CHECK_MS = 1_000;
/** Paths of modules that this chain does not have: the gateway says "not implemented". */
const GATEWAY_PATH = /^\/(cosmos|aegis|ibc|cosmwasm)\//;

/** Attaches routes, or hears upgrades of `server.server`. */
export type Mount = (server: FastifyInstance) => void;

export interface ApiOptions {
  readonly backend: Backend;
  readonly settings: Pick<
    AppSettings,
    | "apiAddress"
    | "apiOrigins"
    | "apiBodyBytesMax"
    | "apiTimeoutMs"
    | "apiConnectionsMax"
    | "apiPublicRest"
    | "apiPublicRpc"
    | "minimumGasPrice"
    | "keptVersions"
  >;
  /** CometBFT's RPC as http://host:port, named where no public URL is set. */
  readonly rpcUrl: string;
  readonly logger: Logger;
  readonly mounts?: readonly Mount[];
}

export interface ApiServer {
  /** `host:port` with the port that was taken. */
  readonly address: string;
  close(): Promise<void>;
}

/** The server without an address: tests put requests into it. */
export async function createApi(options: ApiOptions): Promise<FastifyInstance> {
  const { backend, settings, logger, mounts = [] } = options;
  // Transactions show their messages, and accounts their keys.
  registerTypes(backend.modules);
  const server = Fastify({
    logger: false,
    bodyLimit: settings.apiBodyBytesMax,
    requestTimeout: settings.apiTimeoutMs,
    handlerTimeout: settings.apiTimeoutMs,
    connectionTimeout: 2 * settings.apiTimeoutMs,
    keepAliveTimeout: KEEP_ALIVE_MS,
    routerOptions: { maxParamLength: PARAMETER_CHARACTERS_MAX, ignoreTrailingSlash: true },
    forceCloseConnections: true,
    http: { connectionsCheckingInterval: CHECK_MS },
    frameworkErrors: refusing(logger),
  });
  server.server.maxConnections = settings.apiConnectionsMax;
  if (settings.apiOrigins.length > 0) {
    const origins = [...settings.apiOrigins];
    await server.register(cors, {
      origin: origins.includes("*") ? "*" : origins,
      methods: ["GET", "HEAD", "POST"],
      exposedHeaders: ["x-cosmos-block-height", "grpc-metadata-x-cosmos-block-height"],
    });
  }
  const routes = restRoutes(apiMethods(backend.modules));
  mountRest(server, routes, { backend, facts: settings }, logger);
  documentMount(options, routes)(server);
  for (const mount of mounts) mount(server);
  server.setNotFoundHandler((request, reply) => {
    const isGateway = GATEWAY_PATH.test(request.url);
    const fault = isGateway
      ? new ApiFault(status.UNIMPLEMENTED, "Not Implemented")
      : new ApiFault(status.NOT_FOUND, "Not Found");
    return reply.code(isGateway ? 501 : 404).send(faultJson(fault));
  });
  return server;
}

/**
 * Serves until it is closed.
 * @throws RangeError when the address cannot be used.
 */
export async function startApi(options: ApiOptions): Promise<ApiServer> {
  const { apiAddress } = options.settings;
  const server = await createApi(options);
  const colon = apiAddress.lastIndexOf(":");
  const host = apiAddress.slice(0, colon);
  try {
    await server.listen({
      host: host.replace(/^\[|\]$/g, ""),
      port: Number(apiAddress.slice(colon + 1)),
    });
  } catch (error) {
    await server.close();
    const { code } = error as NodeJS.ErrnoException;
    const reason = code === "EADDRINUSE" ? "is in use" : `cannot be used (${code})`;
    throw new RangeError(
      `api.address ${apiAddress} ${reason}: change it in app.toml or with --api-address, ` +
        "or switch the server off with --no-api",
    );
  }
  const bound = server.server.address();
  const port = typeof bound === "object" && bound !== null ? bound.port : apiAddress.slice(colon);
  const address = `${host}:${port}`;
  options.logger.info("REST ready", { address });
  return { address, close: () => server.close() };
}
