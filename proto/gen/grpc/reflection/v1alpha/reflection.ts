// Generated from proto/grpc/reflection/v1alpha/reflection.proto by "npm run proto". Do not edit.
import { codec, type Codec, type Method } from "../../../../wire/codec.ts";
import type { Reader } from "../../../../wire/reader.ts";
import type { Writer } from "../../../../wire/writer.ts";

export interface ServerReflectionRequest {
  readonly host: string;
  readonly fileByFilename: string | undefined;
  readonly fileContainingSymbol: string | undefined;
  readonly fileContainingExtension: ExtensionRequest | undefined;
  readonly allExtensionNumbersOfType: string | undefined;
  readonly listServices: string | undefined;
}

function writeServerReflectionRequest(w: Writer, m: ServerReflectionRequest): void {
  if (m.host !== "") {
    w.tag(10);
    w.string(m.host);
  }
  if (m.fileByFilename !== undefined) {
    w.tag(26);
    w.string(m.fileByFilename);
  }
  if (m.fileContainingSymbol !== undefined) {
    w.tag(34);
    w.string(m.fileContainingSymbol);
  }
  if (m.fileContainingExtension !== undefined) {
    w.tag(42);
    { const s = w.open(); ExtensionRequest.write(w, m.fileContainingExtension); w.close(s); }
  }
  if (m.allExtensionNumbersOfType !== undefined) {
    w.tag(50);
    w.string(m.allExtensionNumbersOfType);
  }
  if (m.listServices !== undefined) {
    w.tag(58);
    w.string(m.listServices);
  }
}

function readServerReflectionRequest(r: Reader): ServerReflectionRequest {
  let f1: string = "";
  let f3: string | undefined = undefined;
  let f4: string | undefined = undefined;
  let f5: ExtensionRequest | undefined = undefined;
  let f6: string | undefined = undefined;
  let f7: string | undefined = undefined;
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10:
        r.single(last, tag);
        f1 = r.value(r.string());
        break;
      case 26:
        r.single(last, tag);
        f3 = r.string();
        break;
      case 34:
        r.single(last, tag);
        f4 = r.string();
        break;
      case 42: {
        r.single(last, tag);
        const outer = r.enter();
        f5 = ExtensionRequest.read(r);
        r.leave(outer);
        break;
      }
      case 50:
        r.single(last, tag);
        f6 = r.string();
        break;
      case 58:
        r.single(last, tag);
        f7 = r.string();
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { host: f1, fileByFilename: f3, fileContainingSymbol: f4, fileContainingExtension: f5, allExtensionNumbersOfType: f6, listServices: f7 };
}

export const ServerReflectionRequest: Codec<ServerReflectionRequest> = codec<ServerReflectionRequest>({
  typeUrl: "/grpc.reflection.v1alpha.ServerReflectionRequest",
  fields: [
    { name: "host", jsonName: "host", number: 1, kind: "string", repeated: false, optional: false },
    { name: "fileByFilename", jsonName: "file_by_filename", number: 3, kind: "string", repeated: false, optional: true },
    { name: "fileContainingSymbol", jsonName: "file_containing_symbol", number: 4, kind: "string", repeated: false, optional: true },
    { name: "fileContainingExtension", jsonName: "file_containing_extension", number: 5, kind: "message", repeated: false, optional: true, message: () => ExtensionRequest as Codec<never> },
    { name: "allExtensionNumbersOfType", jsonName: "all_extension_numbers_of_type", number: 6, kind: "string", repeated: false, optional: true },
    { name: "listServices", jsonName: "list_services", number: 7, kind: "string", repeated: false, optional: true },
  ],
  defaults: () => ({ host: "", fileByFilename: undefined, fileContainingSymbol: undefined, fileContainingExtension: undefined, allExtensionNumbersOfType: undefined, listServices: undefined }),
  write: writeServerReflectionRequest,
  read: readServerReflectionRequest,
});

export interface ExtensionRequest {
  readonly containingType: string;
  readonly extensionNumber: number;
}

function writeExtensionRequest(w: Writer, m: ExtensionRequest): void {
  if (m.containingType !== "") {
    w.tag(10);
    w.string(m.containingType);
  }
  if (m.extensionNumber !== 0) {
    w.tag(16);
    w.int32(m.extensionNumber);
  }
}

function readExtensionRequest(r: Reader): ExtensionRequest {
  let f1: string = "";
  let f2: number = 0;
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10:
        r.single(last, tag);
        f1 = r.value(r.string());
        break;
      case 16:
        r.single(last, tag);
        f2 = r.value(r.int32());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { containingType: f1, extensionNumber: f2 };
}

export const ExtensionRequest: Codec<ExtensionRequest> = codec<ExtensionRequest>({
  typeUrl: "/grpc.reflection.v1alpha.ExtensionRequest",
  fields: [
    { name: "containingType", jsonName: "containing_type", number: 1, kind: "string", repeated: false, optional: false },
    { name: "extensionNumber", jsonName: "extension_number", number: 2, kind: "int32", repeated: false, optional: false },
  ],
  defaults: () => ({ containingType: "", extensionNumber: 0 }),
  write: writeExtensionRequest,
  read: readExtensionRequest,
});

export interface ServerReflectionResponse {
  readonly validHost: string;
  readonly originalRequest: ServerReflectionRequest | undefined;
  readonly fileDescriptorResponse: FileDescriptorResponse | undefined;
  readonly listServicesResponse: ListServiceResponse | undefined;
  readonly errorResponse: ErrorResponse | undefined;
}

function writeServerReflectionResponse(w: Writer, m: ServerReflectionResponse): void {
  if (m.validHost !== "") {
    w.tag(10);
    w.string(m.validHost);
  }
  if (m.originalRequest !== undefined) {
    w.tag(18);
    { const s = w.open(); ServerReflectionRequest.write(w, m.originalRequest); w.close(s); }
  }
  if (m.fileDescriptorResponse !== undefined) {
    w.tag(34);
    { const s = w.open(); FileDescriptorResponse.write(w, m.fileDescriptorResponse); w.close(s); }
  }
  if (m.listServicesResponse !== undefined) {
    w.tag(50);
    { const s = w.open(); ListServiceResponse.write(w, m.listServicesResponse); w.close(s); }
  }
  if (m.errorResponse !== undefined) {
    w.tag(58);
    { const s = w.open(); ErrorResponse.write(w, m.errorResponse); w.close(s); }
  }
}

function readServerReflectionResponse(r: Reader): ServerReflectionResponse {
  let f1: string = "";
  let f2: ServerReflectionRequest | undefined = undefined;
  let f4: FileDescriptorResponse | undefined = undefined;
  let f6: ListServiceResponse | undefined = undefined;
  let f7: ErrorResponse | undefined = undefined;
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10:
        r.single(last, tag);
        f1 = r.value(r.string());
        break;
      case 18: {
        r.single(last, tag);
        const outer = r.enter();
        f2 = ServerReflectionRequest.read(r);
        r.leave(outer);
        break;
      }
      case 34: {
        r.single(last, tag);
        const outer = r.enter();
        f4 = FileDescriptorResponse.read(r);
        r.leave(outer);
        break;
      }
      case 50: {
        r.single(last, tag);
        const outer = r.enter();
        f6 = ListServiceResponse.read(r);
        r.leave(outer);
        break;
      }
      case 58: {
        r.single(last, tag);
        const outer = r.enter();
        f7 = ErrorResponse.read(r);
        r.leave(outer);
        break;
      }
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { validHost: f1, originalRequest: f2, fileDescriptorResponse: f4, listServicesResponse: f6, errorResponse: f7 };
}

export const ServerReflectionResponse: Codec<ServerReflectionResponse> = codec<ServerReflectionResponse>({
  typeUrl: "/grpc.reflection.v1alpha.ServerReflectionResponse",
  fields: [
    { name: "validHost", jsonName: "valid_host", number: 1, kind: "string", repeated: false, optional: false },
    { name: "originalRequest", jsonName: "original_request", number: 2, kind: "message", repeated: false, optional: true, message: () => ServerReflectionRequest as Codec<never> },
    { name: "fileDescriptorResponse", jsonName: "file_descriptor_response", number: 4, kind: "message", repeated: false, optional: true, message: () => FileDescriptorResponse as Codec<never> },
    { name: "listServicesResponse", jsonName: "list_services_response", number: 6, kind: "message", repeated: false, optional: true, message: () => ListServiceResponse as Codec<never> },
    { name: "errorResponse", jsonName: "error_response", number: 7, kind: "message", repeated: false, optional: true, message: () => ErrorResponse as Codec<never> },
  ],
  defaults: () => ({ validHost: "", originalRequest: undefined, fileDescriptorResponse: undefined, listServicesResponse: undefined, errorResponse: undefined }),
  write: writeServerReflectionResponse,
  read: readServerReflectionResponse,
});

export interface FileDescriptorResponse {
  readonly fileDescriptorProto: readonly Uint8Array[];
}

function writeFileDescriptorResponse(w: Writer, m: FileDescriptorResponse): void {
  for (const v of m.fileDescriptorProto) {
    w.tag(10);
    w.bytes(v);
  }
}

function readFileDescriptorResponse(r: Reader): FileDescriptorResponse {
  const f1: Uint8Array[] = [];
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10:
        f1.push(r.bytes());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { fileDescriptorProto: f1 };
}

export const FileDescriptorResponse: Codec<FileDescriptorResponse> = codec<FileDescriptorResponse>({
  typeUrl: "/grpc.reflection.v1alpha.FileDescriptorResponse",
  fields: [
    { name: "fileDescriptorProto", jsonName: "file_descriptor_proto", number: 1, kind: "bytes", repeated: true, optional: false },
  ],
  defaults: () => ({ fileDescriptorProto: [] }),
  write: writeFileDescriptorResponse,
  read: readFileDescriptorResponse,
});

export interface ListServiceResponse {
  readonly service: readonly ServiceResponse[];
}

function writeListServiceResponse(w: Writer, m: ListServiceResponse): void {
  for (const v of m.service) {
    w.tag(10);
    { const s = w.open(); ServiceResponse.write(w, v); w.close(s); }
  }
}

function readListServiceResponse(r: Reader): ListServiceResponse {
  const f1: ServiceResponse[] = [];
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10: {
        const outer = r.enter();
        f1.push(ServiceResponse.read(r));
        r.leave(outer);
        break;
      }
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { service: f1 };
}

export const ListServiceResponse: Codec<ListServiceResponse> = codec<ListServiceResponse>({
  typeUrl: "/grpc.reflection.v1alpha.ListServiceResponse",
  fields: [
    { name: "service", jsonName: "service", number: 1, kind: "message", repeated: true, optional: false, message: () => ServiceResponse as Codec<never> },
  ],
  defaults: () => ({ service: [] }),
  write: writeListServiceResponse,
  read: readListServiceResponse,
});

export interface ServiceResponse {
  readonly name: string;
}

function writeServiceResponse(w: Writer, m: ServiceResponse): void {
  if (m.name !== "") {
    w.tag(10);
    w.string(m.name);
  }
}

function readServiceResponse(r: Reader): ServiceResponse {
  let f1: string = "";
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10:
        r.single(last, tag);
        f1 = r.value(r.string());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { name: f1 };
}

export const ServiceResponse: Codec<ServiceResponse> = codec<ServiceResponse>({
  typeUrl: "/grpc.reflection.v1alpha.ServiceResponse",
  fields: [
    { name: "name", jsonName: "name", number: 1, kind: "string", repeated: false, optional: false },
  ],
  defaults: () => ({ name: "" }),
  write: writeServiceResponse,
  read: readServiceResponse,
});

export interface ErrorResponse {
  readonly errorCode: number;
  readonly errorMessage: string;
}

function writeErrorResponse(w: Writer, m: ErrorResponse): void {
  if (m.errorCode !== 0) {
    w.tag(8);
    w.int32(m.errorCode);
  }
  if (m.errorMessage !== "") {
    w.tag(18);
    w.string(m.errorMessage);
  }
}

function readErrorResponse(r: Reader): ErrorResponse {
  let f1: number = 0;
  let f2: string = "";
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 8:
        r.single(last, tag);
        f1 = r.value(r.int32());
        break;
      case 18:
        r.single(last, tag);
        f2 = r.value(r.string());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { errorCode: f1, errorMessage: f2 };
}

export const ErrorResponse: Codec<ErrorResponse> = codec<ErrorResponse>({
  typeUrl: "/grpc.reflection.v1alpha.ErrorResponse",
  fields: [
    { name: "errorCode", jsonName: "error_code", number: 1, kind: "int32", repeated: false, optional: false },
    { name: "errorMessage", jsonName: "error_message", number: 2, kind: "string", repeated: false, optional: false },
  ],
  defaults: () => ({ errorCode: 0, errorMessage: "" }),
  write: writeErrorResponse,
  read: readErrorResponse,
});

export const ServerReflection: {
  readonly ServerReflectionInfo: Method<ServerReflectionRequest, ServerReflectionResponse>;
} = {
  ServerReflectionInfo: { path: "/grpc.reflection.v1alpha.ServerReflection/ServerReflectionInfo", request: ServerReflectionRequest, response: ServerReflectionResponse },
};
