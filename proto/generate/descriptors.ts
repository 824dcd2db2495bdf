/**
 * Describes each .proto file in protobuf's own form (FileDescriptorProto), for gRPC reflection:
 * proto/gen/descriptors.ts holds the bytes of all files by their names.
 */
import protobuf from "protobufjs";
import {
  type DescriptorProto,
  type EnumDescriptorProto,
  type FieldDescriptorProto,
  FileDescriptorProto,
  type ServiceDescriptorProto,
} from "../gen/google/protobuf/descriptor.ts";

/** Types by the numbers of FieldDescriptorProto.Type. */
const TYPE_NUMBERS: Readonly<Record<string, number>> = {
  int64: 3,
  uint64: 4,
  int32: 5,
  fixed64: 6,
  bool: 8,
  string: 9,
  message: 11,
  bytes: 12,
  uint32: 13,
  enum: 14,
  sfixed64: 16,
};
const LABEL_OPTIONAL = 1;
const LABEL_REPEATED = 3;
/** Every client brings its own description of descriptors. */
const LEFT_OUT = "google/protobuf/descriptor";

/** What of a file protobufjs does not keep in its tree. */
export interface FileFacts {
  /** Path without ending, relative to proto/. */
  readonly path: string;
  readonly packageName: string;
  readonly imports: readonly string[];
}

function fieldOf(field: protobuf.Field, oneofs: readonly protobuf.OneOf[]): FieldDescriptorProto {
  const resolved = field.resolvedType;
  const kind =
    resolved === null ? field.type : resolved instanceof protobuf.Enum ? "enum" : "message";
  const type = TYPE_NUMBERS[kind];
  if (type === undefined) throw new Error(`${field.fullName}: no number of type ${kind}`);
  const index = field.partOf === null ? -1 : oneofs.indexOf(field.partOf);
  return {
    name: field.name,
    number: field.id,
    label: field.repeated ? LABEL_REPEATED : LABEL_OPTIONAL,
    type,
    typeName: resolved?.fullName ?? "",
    oneofIndex: index < 0 ? undefined : index,
    jsonName: field.name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase()),
    proto3Optional: field.partOf?.isProto3Optional === true,
  };
}

function messageOf(type: protobuf.Type): DescriptorProto {
  // Oneofs made for `optional` come last, as protobuf demands.
  const oneofs = [...type.oneofsArray].sort(
    (a, b) => Number(a.isProto3Optional) - Number(b.isProto3Optional),
  );
  const nested = type.nestedArray;
  return {
    name: type.name,
    field: [...type.fieldsArray].sort((a, b) => a.id - b.id).map((f) => fieldOf(f, oneofs)),
    nestedType: nested.filter((o) => o instanceof protobuf.Type).map(messageOf),
    enumType: nested.filter((o) => o instanceof protobuf.Enum).map(enumOf),
    oneofDecl: oneofs.map(({ name }) => ({ name })),
  };
}

function enumOf({ name, values }: protobuf.Enum): EnumDescriptorProto {
  return { name, value: Object.entries(values).map(([key, number]) => ({ name: key, number })) };
}

function serviceOf(service: protobuf.Service): ServiceDescriptorProto {
  return {
    name: service.name,
    method: service.methodsArray.map((method) => ({
      name: method.name,
      inputType: method.resolvedRequestType?.fullName ?? "",
      outputType: method.resolvedResponseType?.fullName ?? "",
      clientStreaming: method.requestStream === true,
      serverStreaming: method.responseStream === true,
    })),
  };
}

/** Whether `object` stands in the file itself, not in a message of it. */
function isTop(object: protobuf.ReflectionObject, path: string): boolean {
  return object.filename === path && !(object.parent instanceof protobuf.Type);
}

function describe(root: protobuf.Root, facts: FileFacts): Uint8Array {
  const { path, packageName, imports } = facts;
  const space = packageName === "" ? root : root.lookup(packageName);
  const own = (space as protobuf.Namespace).nestedArray.filter((object) => isTop(object, path));
  requireImports(own, facts);
  return FileDescriptorProto.encode({
    name: `${path}.proto`,
    package: packageName,
    dependency: [...imports],
    messageType: own.filter((o) => o instanceof protobuf.Type).map(messageOf),
    enumType: own.filter((o) => o instanceof protobuf.Enum).map(enumOf),
    service: own.filter((o) => o instanceof protobuf.Service).map(serviceOf),
    syntax: "proto3",
  });
}

/** Names of the files whose types `object` uses, with those inside it. */
function* usedFiles(object: protobuf.ReflectionObject): Generator<string | null> {
  if (object instanceof protobuf.Type) {
    for (const field of object.fieldsArray) yield field.resolvedType?.filename ?? null;
  }
  if (object instanceof protobuf.Service) {
    for (const { resolvedRequestType, resolvedResponseType } of object.methodsArray) {
      yield resolvedRequestType?.filename ?? null;
      yield resolvedResponseType?.filename ?? null;
    }
  }
  if (object instanceof protobuf.Namespace) {
    for (const nested of object.nestedArray) yield* usedFiles(nested);
  }
}

/** protobufjs resolves names over all files; other readers of a file need its imports. */
function requireImports(
  own: readonly protobuf.ReflectionObject[],
  { path, imports }: FileFacts,
): void {
  const known = new Set([...imports, `${path}.proto`]);
  for (const used of own.flatMap((object) => [...usedFiles(object)])) {
    if (used === null || known.has(`${used}.proto`)) continue;
    throw new Error(`proto/${path}.proto uses a type of ${used}.proto and does not import it`);
  }
}

/** The whole text of proto/gen/descriptors.ts. */
export function emitDescriptors(root: protobuf.Root, files: readonly FileFacts[]): string {
  const lines = files
    .filter(({ path }) => path !== LEFT_OUT)
    .map((file) => {
      const bytes = Buffer.from(describe(root, file)).toString("base64");
      return `  "${file.path}.proto": "${bytes}",`;
    });
  return [
    '// Generated from proto/ by "npm run proto". Do not edit.',
    "/** FileDescriptorProto of each file in base64, by the file's name. */",
    "export const DESCRIPTORS: Readonly<Record<string, string>> = {",
    ...lines,
    "};",
    "",
  ].join("\n");
}
