/**
 * gRPC on the port where Cosmos tools look for it: every method of the table that REST serves too,
 * under its own path, and reflection.
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
import { faultOf } from "../fault.ts";
import { type Answer, type ApiMethod, type ApiNode, apiMethods } from "../services.ts";
import { REFLECTION_PATHS, type ReflectionAnswer, reflection } from "./reflection.ts";

/** Header of Cosmos clients: the height asked for, and in the answer the height given. */
const HEIGHT_HEADER = "x-cosmos-block-height";
const REQUEST_BYTES_MAX = 4 * 1_024 * 1_024;
/** More calls at once on one connection wait. */
const STREAMS_MAX = 100;
const REFLECTIONS_MAX = 1_000;

export interface GrpcOptions extends ApiNode {
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

function unary(node: ApiNode, method: ApiMethod, logger: Logger): handleUnaryCall<Buffer, Buffer> {
  const { request, response } = method.method;
  const answer = async (bytes: Uint8Array, height: bigint): Promise<Answer> =>
    method.call(node, request.decodeLenient(bytes), { height });
  return (call, callback) => {
    const asked = askedHeight(call.metadata);
    if (asked === undefined) {
      callback(refuse(status.INVALID_ARGUMENT, `${HEIGHT_HEADER} must be a height`));
      return;
    }
    answer(new Uint8Array(call.request), asked).then(
      ({ message, height }) => {
        if (height !== undefined) {
          const header = new Metadata();
          header.set(HEIGHT_HEADER, `${height}`);
          call.sendMetadata(header);
        }
        callback(null, Buffer.from(response.encode(message)));
      },
      (error: unknown) => {
        const fault = faultOf(error);
        if (fault === undefined) {
          logger.error("a gRPC call failed", { method: method.method.path, reason: `${error}` });
        }
        callback(refuse(fault?.status ?? status.INTERNAL, fault?.message ?? "internal error"));
      },
    );
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

function addAll(server: Server, node: ApiNode, logger: Logger): void {
  const definitions: Record<string, ServiceDefinition[string]> = {};
  const handlers: UntypedServiceImplementation = {};
  const methods = apiMethods(node.backend.modules);
  for (const each of methods) {
    const { path } = each.method;
    definitions[path] = definition(path, false);
    handlers[path] = unary(node, each, logger);
  }
  const paths = [...methods.map(({ method }) => method.path), ...REFLECTION_PATHS];
  const services = new Set(paths.map((path) => path.split("/")[1] ?? ""));
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
export async function startGrpc(options: GrpcOptions): Promise<GrpcServer> {
  const { backend, facts, address, logger } = options;
  // Its own lines on standard error would break the log.
  setLogVerbosity(logVerbosity.NONE);
  const server = new Server({
    "grpc.max_receive_message_length": REQUEST_BYTES_MAX,
    "grpc.max_concurrent_streams": STREAMS_MAX,
  });
  addAll(server, { backend, facts }, logger);
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
