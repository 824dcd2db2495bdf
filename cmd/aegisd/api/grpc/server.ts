/**
 * gRPC on the port where Cosmos tools look for it: every declared query under its own path, and
 * reflection. Requests go to the application as they come, so that an answer is the same here,
 * through CometBFT's abci_query and over REST.
 */
import {
  type handleBidiStreamingCall,
  type handleUnaryCall,
  logVerbosity,
  Metadata,
  Server,
  ServerCredentials,
  setLogVerbosity,
  type ServiceDefinition,
  status,
  type UntypedServiceImplementation,
} from "@grpc/grpc-js";
import { DESCRIPTORS } from "../../../../proto/gen/descriptors.ts";
import type { Logger } from "../../../../app/lib/log.ts";
import type { AnyModule, QuerySpec } from "../../../../app/module/module.ts";
import type { Backend } from "../backend.ts";
import { REFLECTION_PATHS, type ReflectionAnswer, reflection } from "./reflection.ts";
import { grpcStatus } from "./status.ts";

/** Header of Cosmos clients: the height asked for, and in the answer the height given. */
const HEIGHT_HEADER = "x-cosmos-block-height";
const REQUEST_BYTES_MAX = 4 * 1_024 * 1_024;
/** More calls at once on one connection wait. */
const STREAMS_MAX = 100;
const REFLECTIONS_MAX = 1_000;

export interface GrpcOptions {
  readonly backend: Backend;
  /** `host:port`. */
  readonly address: string;
  readonly logger: Logger;
}

export interface GrpcServer {
  /** `host:port` with the port that was taken. */
  readonly address: string;
  close(): Promise<void>;
}

function refuse(code: status, details: string): Partial<Error> & { code: status; details: string } {
  return Object.assign(new Error(details), { code, details });
}

/** The height that a call asks for; 0 is the latest. Undefined when the header is no height. */
function askedHeight(metadata: Metadata): bigint | undefined {
  const [value] = metadata.get(HEIGHT_HEADER);
  if (value === undefined) return 0n;
  return typeof value === "string" && /^\d{1,18}$/.test(value) ? BigInt(value) : undefined;
}

function unary(backend: Backend, path: string): handleUnaryCall<Buffer, Buffer> {
  return (call, callback) => {
    const height = askedHeight(call.metadata);
    if (height === undefined) {
      callback(refuse(status.INVALID_ARGUMENT, `${HEIGHT_HEADER} must be a height`));
      return;
    }
    const answer = backend.query(path, new Uint8Array(call.request), { height });
    if (answer.code !== 0) {
      callback(refuse(grpcStatus(answer), answer.log));
      return;
    }
    const header = new Metadata();
    header.set(HEIGHT_HEADER, `${answer.height}`);
    call.sendMetadata(header);
    callback(null, Buffer.from(answer.value));
  };
}

function reflecting(reflect: ReflectionAnswer): handleBidiStreamingCall<Buffer, Buffer> {
  return (stream) => {
    let count = 0;
    stream.on("data", (request: Buffer) => {
      count += 1;
      if (count > REFLECTIONS_MAX) {
        stream.destroy(refuse(status.RESOURCE_EXHAUSTED, "too many questions") as Error);
      } else stream.write(Buffer.from(reflect(new Uint8Array(request))));
    });
    stream.on("end", () => stream.end());
    // The client has gone: nothing is left to do.
    stream.on("error", () => {});
  };
}

const same = (bytes: Buffer): Buffer => bytes;

function definition(path: string, isStream: boolean): ServiceDefinition[string] {
  return {
    path,
    requestStream: isStream,
    responseStream: isStream,
    requestSerialize: same,
    requestDeserialize: same,
    responseSerialize: same,
    responseDeserialize: same,
  };
}

/** Paths of all queries that the modules declare. */
export function queryPaths(modules: readonly AnyModule[]): readonly string[] {
  return modules.flatMap((module) =>
    (module.queries as unknown as readonly QuerySpec<unknown, unknown>[]).map(
      ({ method }) => method.path,
    ),
  );
}

function addAll(server: Server, backend: Backend): void {
  const definitions: Record<string, ServiceDefinition[string]> = {};
  const handlers: UntypedServiceImplementation = {};
  const paths = queryPaths(backend.modules);
  for (const path of paths) {
    definitions[path] = definition(path, false);
    handlers[path] = unary(backend, path);
  }
  const services = new Set([...paths, ...REFLECTION_PATHS].map((path) => path.split("/")[1] ?? ""));
  const reflect = reflecting(reflection(DESCRIPTORS, [...services].sort()));
  for (const path of REFLECTION_PATHS) {
    definitions[path] = definition(path, true);
    handlers[path] = reflect;
  }
  server.addService(definitions as ServiceDefinition, handlers);
}

/**
 * Serves until it is closed.
 * @throws RangeError when the address cannot be used.
 */
export async function startGrpc({ backend, address, logger }: GrpcOptions): Promise<GrpcServer> {
  // Its own lines on standard error would break the log.
  setLogVerbosity(logVerbosity.NONE);
  const server = new Server({
    "grpc.max_receive_message_length": REQUEST_BYTES_MAX,
    "grpc.max_concurrent_streams": STREAMS_MAX,
  });
  addAll(server, backend);
  const port = await new Promise<number>((resolve, reject) => {
    server.bindAsync(address, ServerCredentials.createInsecure(), (error, bound) => {
      if (error === null) resolve(bound);
      else reject(new RangeError(`grpc.address ${address} cannot be used: ${error.message}`));
    });
  });
  const bound = `${address.slice(0, address.lastIndexOf(":"))}:${port}`;
  logger.info("gRPC ready", { address: bound });
  return {
    address: bound,
    close: async () => server.forceShutdown(),
  };
}
