/** Reads .proto files with protobufjs and flattens them to what the emitter needs. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import protobuf from "protobufjs";
import type { FileFacts } from "./descriptors.ts";

export interface FieldSchema {
  readonly name: string;
  readonly jsonName: string;
  readonly number: number;
  readonly kind: string;
  readonly repeated: boolean;
  readonly optional: boolean;
  /** TypeScript name and generated file of a message or enum. */
  readonly type?: { readonly name: string; readonly path: string };
}

export interface MessageSchema {
  readonly name: string;
  readonly fullName: string;
  readonly comment: string;
  readonly fields: readonly FieldSchema[];
}

export interface EnumSchema {
  readonly name: string;
  readonly comment: string;
  readonly values: Readonly<Record<string, number>>;
}

export interface ServiceSchema {
  readonly name: string;
  readonly fullName: string;
  readonly methods: readonly {
    readonly name: string;
    readonly request: { readonly name: string; readonly path: string };
    readonly response: { readonly name: string; readonly path: string };
  }[];
}

export interface FileSchema {
  /** Path without ending, relative to proto/. */
  readonly path: string;
  readonly messages: readonly MessageSchema[];
  readonly enums: readonly EnumSchema[];
  readonly services: readonly ServiceSchema[];
}

const SCALARS: ReadonlySet<string> = new Set(
  "string bytes bool int32 uint32 int64 uint64 fixed64 sfixed64".split(" "),
);

/** All sources: flattened for the emitter, and the tree that they were read into. */
export interface Schema {
  readonly root: protobuf.Root;
  readonly files: readonly FileSchema[];
  readonly facts: readonly FileFacts[];
}

/** Parses all `sources` (paths relative to `folder`) and resolves the types among them. */
export function loadSchema(folder: string, sources: readonly string[]): Schema {
  const root = new protobuf.Root();
  const facts: FileFacts[] = [];
  root.resolvePath = (_origin, target) => join(folder, target);
  for (const source of sources) {
    const text = readFileSync(join(folder, source), "utf8");
    const before = new Set(allObjects(root));
    const parsed = protobuf.parse(text, root, { keepCase: true, alternateCommentMode: true });
    facts.push({
      path: source.replace(/\.proto$/, ""),
      packageName: parsed.package ?? "",
      imports: parsed.imports ?? [],
    });
    for (const object of allObjects(root)) {
      if (!before.has(object)) object.filename = source.replace(/\.proto$/, "");
    }
  }
  root.resolveAll();
  const files = sources.map((source) => fileSchema(root, source.replace(/\.proto$/, "")));
  return { root, files, facts };
}

function allObjects(parent: protobuf.NamespaceBase): protobuf.ReflectionObject[] {
  return parent.nestedArray.flatMap((nested) => [
    nested,
    ...(nested instanceof protobuf.Namespace ? allObjects(nested) : []),
  ]);
}

function fileSchema(root: protobuf.Root, path: string): FileSchema {
  const own = allObjects(root).filter((object) => object.filename === path);
  return {
    path,
    messages: own.filter((o) => o instanceof protobuf.Type).map(messageSchema),
    enums: own.filter((o) => o instanceof protobuf.Enum).map(enumSchema),
    services: own.filter((o) => o instanceof protobuf.Service).map(serviceSchema),
  };
}

/** Nested types are flattened: Outer.Inner becomes OuterInner. */
function typeName(object: protobuf.ReflectionObject): string {
  const outer = object.parent instanceof protobuf.Type ? typeName(object.parent) : "";
  return outer + object.name;
}

function reference(object: protobuf.ReflectionObject): { name: string; path: string } {
  if (object.filename === null) throw new Error(`${object.fullName} has no file`);
  return { name: typeName(object), path: object.filename };
}

function messageSchema(type: protobuf.Type): MessageSchema {
  const fields = type.fieldsArray.map(fieldSchema).sort((a, b) => a.number - b.number);
  return {
    name: typeName(type),
    fullName: type.fullName.slice(1),
    comment: type.comment ?? "",
    fields,
  };
}

function fieldSchema(field: protobuf.Field): FieldSchema {
  if (field.map) throw new Error(`${field.fullName}: maps have no canonical encoding`);
  const resolved = field.resolvedType;
  const isEnum = resolved instanceof protobuf.Enum;
  const kind = resolved === null ? field.type : isEnum ? "enum" : "message";
  if (resolved === null && !SCALARS.has(field.type)) {
    throw new Error(`${field.fullName}: type ${field.type} is not supported`);
  }
  return {
    name: camelCase(field.name),
    jsonName: field.name,
    number: field.id,
    kind,
    repeated: field.repeated,
    optional: !field.repeated && (kind === "message" || field.partOf !== null),
    ...(resolved === null ? {} : { type: reference(resolved) }),
  };
}

function camelCase(name: string): string {
  return name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

function enumSchema(object: protobuf.Enum): EnumSchema {
  return { name: typeName(object), comment: object.comment ?? "", values: object.values };
}

function serviceSchema(service: protobuf.Service): ServiceSchema {
  return {
    name: service.name,
    fullName: service.fullName.slice(1),
    methods: service.methodsArray.map((method) => {
      method.resolve();
      const { resolvedRequestType, resolvedResponseType } = method;
      if (resolvedRequestType === null || resolvedResponseType === null) {
        throw new Error(`${method.fullName}: unknown request or response`);
      }
      return {
        name: method.name,
        request: reference(resolvedRequestType),
        response: reference(resolvedResponseType),
      };
    }),
  };
}
