/**
 * gRPC server reflection, from the descriptions of our .proto files: how grpcurl and its like learn
 * which services there are. Versions v1 and v1alpha have the same messages.
 */
import { status } from "@grpc/grpc-js";
import { FileDescriptorProto } from "../../../../proto/gen/google/protobuf/descriptor.ts";
import type { DescriptorProto } from "../../../../proto/gen/google/protobuf/descriptor.ts";
import {
  ServerReflectionRequest,
  ServerReflectionResponse,
} from "../../../../proto/gen/grpc/reflection/v1/reflection.ts";
import { WireError } from "../../../../proto/wire/error.ts";

/** Full names of both versions' only method. */
export const REFLECTION_PATHS: readonly string[] = [
  "/grpc.reflection.v1.ServerReflection/ServerReflectionInfo",
  "/grpc.reflection.v1alpha.ServerReflection/ServerReflectionInfo",
];

interface DescribedFile {
  readonly bytes: Uint8Array;
  readonly dependencies: readonly string[];
}

interface Described {
  readonly files: ReadonlyMap<string, DescribedFile>;
  /** Name of the file that declares a message, enum, service or method. */
  readonly symbols: ReadonlyMap<string, string>;
}

function* messageSymbols(scope: string, messages: readonly DescriptorProto[]): Generator<string> {
  for (const { name, nestedType, enumType } of messages) {
    const full = `${scope}${name}`;
    yield full;
    yield* messageSymbols(`${full}.`, nestedType);
    for (const each of enumType) yield `${full}.${each.name}`;
  }
}

function* symbolsOf(file: FileDescriptorProto): Generator<string> {
  const scope = file.package === "" ? "" : `${file.package}.`;
  yield* messageSymbols(scope, file.messageType);
  for (const { name } of file.enumType) yield `${scope}${name}`;
  for (const { name, method } of file.service) {
    yield `${scope}${name}`;
    for (const each of method) yield `${scope}${name}.${each.name}`;
  }
}

function described(descriptors: Readonly<Record<string, string>>): Described {
  const files = new Map<string, DescribedFile>();
  const symbols = new Map<string, string>();
  for (const [name, text] of Object.entries(descriptors)) {
    const bytes = new Uint8Array(Buffer.from(text, "base64"));
    const file = FileDescriptorProto.decode(bytes);
    files.set(name, { bytes, dependencies: file.dependency });
    for (const symbol of symbolsOf(file)) symbols.set(symbol, name);
  }
  return { files, symbols };
}

/** The file and all that it stands on, itself first, each once. */
function withDependencies({ files }: Described, name: string): readonly Uint8Array[] {
  const names = new Set([name]);
  // A set is walked in the order in which it grows.
  for (const each of names) for (const next of files.get(each)?.dependencies ?? []) names.add(next);
  return [...names].flatMap((each) => files.get(each)?.bytes ?? []);
}

type Answer = Partial<ServerReflectionResponse>;

function refusal(code: status, text: string): Answer {
  return { errorResponse: { errorCode: code, errorMessage: text } };
}

/** Answers one request of the stream, as bytes. Never throws. */
export type ReflectionAnswer = (request: Uint8Array) => Uint8Array;

/** Reflection over `descriptors` (base64 by file name) that lists `services` by full name. */
export function reflection(
  descriptors: Readonly<Record<string, string>>,
  services: readonly string[],
): ReflectionAnswer {
  const known = described(descriptors);
  const fileAnswer = (name: string | undefined, asked: string): Answer => {
    if (name === undefined || !known.files.has(name)) {
      return refusal(status.NOT_FOUND, `not found: ${asked.slice(0, 200)}`);
    }
    return { fileDescriptorResponse: { fileDescriptorProto: [...withDependencies(known, name)] } };
  };
  const answer = (request: ServerReflectionRequest): Answer => {
    const { fileByFilename, fileContainingSymbol, listServices } = request;
    if (fileByFilename !== undefined) return fileAnswer(fileByFilename, fileByFilename);
    if (fileContainingSymbol !== undefined) {
      return fileAnswer(known.symbols.get(fileContainingSymbol), fileContainingSymbol);
    }
    if (listServices !== undefined) {
      return { listServicesResponse: { service: services.map((name) => ({ name })) } };
    }
    return refusal(status.UNIMPLEMENTED, "there are no extensions in proto3");
  };
  return (bytes) => {
    let originalRequest: ServerReflectionRequest | undefined;
    let given: Answer;
    try {
      originalRequest = ServerReflectionRequest.decodeLenient(bytes);
      given = answer(originalRequest);
    } catch (error) {
      if (!(error instanceof WireError)) throw error;
      given = refusal(status.INVALID_ARGUMENT, error.message);
    }
    return ServerReflectionResponse.encode(
      ServerReflectionResponse.create({ ...given, originalRequest }),
    );
  };
}
