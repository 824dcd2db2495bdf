// Generated from proto/google/protobuf/descriptor.proto by "npm run proto". Do not edit.
import { codec, type Codec } from "../../../wire/codec.ts";
import type { Reader } from "../../../wire/reader.ts";
import type { Writer } from "../../../wire/writer.ts";

/** The part of protobuf's own description of .proto files that gRPC's reflection needs. */
export interface FileDescriptorProto {
  readonly name: string;
  readonly package: string;
  readonly dependency: readonly string[];
  readonly messageType: readonly DescriptorProto[];
  readonly enumType: readonly EnumDescriptorProto[];
  readonly service: readonly ServiceDescriptorProto[];
  readonly syntax: string;
}

function writeFileDescriptorProto(w: Writer, m: FileDescriptorProto): void {
  if (m.name !== "") {
    w.tag(10);
    w.string(m.name);
  }
  if (m.package !== "") {
    w.tag(18);
    w.string(m.package);
  }
  for (const v of m.dependency) {
    w.tag(26);
    w.string(v);
  }
  for (const v of m.messageType) {
    w.tag(34);
    { const s = w.open(); DescriptorProto.write(w, v); w.close(s); }
  }
  for (const v of m.enumType) {
    w.tag(42);
    { const s = w.open(); EnumDescriptorProto.write(w, v); w.close(s); }
  }
  for (const v of m.service) {
    w.tag(50);
    { const s = w.open(); ServiceDescriptorProto.write(w, v); w.close(s); }
  }
  if (m.syntax !== "") {
    w.tag(98);
    w.string(m.syntax);
  }
}

function readFileDescriptorProto(r: Reader): FileDescriptorProto {
  let f1: string = "";
  let f2: string = "";
  const f3: string[] = [];
  const f4: DescriptorProto[] = [];
  const f5: EnumDescriptorProto[] = [];
  const f6: ServiceDescriptorProto[] = [];
  let f12: string = "";
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10:
        r.single(last, tag);
        f1 = r.value(r.string());
        break;
      case 18:
        r.single(last, tag);
        f2 = r.value(r.string());
        break;
      case 26:
        f3.push(r.string());
        break;
      case 34: {
        const outer = r.enter();
        f4.push(DescriptorProto.read(r));
        r.leave(outer);
        break;
      }
      case 42: {
        const outer = r.enter();
        f5.push(EnumDescriptorProto.read(r));
        r.leave(outer);
        break;
      }
      case 50: {
        const outer = r.enter();
        f6.push(ServiceDescriptorProto.read(r));
        r.leave(outer);
        break;
      }
      case 98:
        r.single(last, tag);
        f12 = r.value(r.string());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { name: f1, package: f2, dependency: f3, messageType: f4, enumType: f5, service: f6, syntax: f12 };
}

export const FileDescriptorProto: Codec<FileDescriptorProto> = codec<FileDescriptorProto>({
  typeUrl: "/google.protobuf.FileDescriptorProto",
  fields: [
    { name: "name", jsonName: "name", number: 1, kind: "string", repeated: false, optional: false },
    { name: "package", jsonName: "package", number: 2, kind: "string", repeated: false, optional: false },
    { name: "dependency", jsonName: "dependency", number: 3, kind: "string", repeated: true, optional: false },
    { name: "messageType", jsonName: "message_type", number: 4, kind: "message", repeated: true, optional: false, message: () => DescriptorProto as Codec<never> },
    { name: "enumType", jsonName: "enum_type", number: 5, kind: "message", repeated: true, optional: false, message: () => EnumDescriptorProto as Codec<never> },
    { name: "service", jsonName: "service", number: 6, kind: "message", repeated: true, optional: false, message: () => ServiceDescriptorProto as Codec<never> },
    { name: "syntax", jsonName: "syntax", number: 12, kind: "string", repeated: false, optional: false },
  ],
  defaults: () => ({ name: "", package: "", dependency: [], messageType: [], enumType: [], service: [], syntax: "" }),
  write: writeFileDescriptorProto,
  read: readFileDescriptorProto,
});

export interface DescriptorProto {
  readonly name: string;
  readonly field: readonly FieldDescriptorProto[];
  readonly nestedType: readonly DescriptorProto[];
  readonly enumType: readonly EnumDescriptorProto[];
  readonly oneofDecl: readonly OneofDescriptorProto[];
}

function writeDescriptorProto(w: Writer, m: DescriptorProto): void {
  if (m.name !== "") {
    w.tag(10);
    w.string(m.name);
  }
  for (const v of m.field) {
    w.tag(18);
    { const s = w.open(); FieldDescriptorProto.write(w, v); w.close(s); }
  }
  for (const v of m.nestedType) {
    w.tag(26);
    { const s = w.open(); DescriptorProto.write(w, v); w.close(s); }
  }
  for (const v of m.enumType) {
    w.tag(34);
    { const s = w.open(); EnumDescriptorProto.write(w, v); w.close(s); }
  }
  for (const v of m.oneofDecl) {
    w.tag(66);
    { const s = w.open(); OneofDescriptorProto.write(w, v); w.close(s); }
  }
}

function readDescriptorProto(r: Reader): DescriptorProto {
  let f1: string = "";
  const f2: FieldDescriptorProto[] = [];
  const f3: DescriptorProto[] = [];
  const f4: EnumDescriptorProto[] = [];
  const f8: OneofDescriptorProto[] = [];
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10:
        r.single(last, tag);
        f1 = r.value(r.string());
        break;
      case 18: {
        const outer = r.enter();
        f2.push(FieldDescriptorProto.read(r));
        r.leave(outer);
        break;
      }
      case 26: {
        const outer = r.enter();
        f3.push(DescriptorProto.read(r));
        r.leave(outer);
        break;
      }
      case 34: {
        const outer = r.enter();
        f4.push(EnumDescriptorProto.read(r));
        r.leave(outer);
        break;
      }
      case 66: {
        const outer = r.enter();
        f8.push(OneofDescriptorProto.read(r));
        r.leave(outer);
        break;
      }
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { name: f1, field: f2, nestedType: f3, enumType: f4, oneofDecl: f8 };
}

export const DescriptorProto: Codec<DescriptorProto> = codec<DescriptorProto>({
  typeUrl: "/google.protobuf.DescriptorProto",
  fields: [
    { name: "name", jsonName: "name", number: 1, kind: "string", repeated: false, optional: false },
    { name: "field", jsonName: "field", number: 2, kind: "message", repeated: true, optional: false, message: () => FieldDescriptorProto as Codec<never> },
    { name: "nestedType", jsonName: "nested_type", number: 3, kind: "message", repeated: true, optional: false, message: () => DescriptorProto as Codec<never> },
    { name: "enumType", jsonName: "enum_type", number: 4, kind: "message", repeated: true, optional: false, message: () => EnumDescriptorProto as Codec<never> },
    { name: "oneofDecl", jsonName: "oneof_decl", number: 8, kind: "message", repeated: true, optional: false, message: () => OneofDescriptorProto as Codec<never> },
  ],
  defaults: () => ({ name: "", field: [], nestedType: [], enumType: [], oneofDecl: [] }),
  write: writeDescriptorProto,
  read: readDescriptorProto,
});

export interface FieldDescriptorProto {
  readonly name: string;
  readonly number: number;
  readonly label: number;
  readonly type: number;
  readonly typeName: string;
  readonly oneofIndex: number | undefined;
  readonly jsonName: string;
  readonly proto3Optional: boolean;
}

function writeFieldDescriptorProto(w: Writer, m: FieldDescriptorProto): void {
  if (m.name !== "") {
    w.tag(10);
    w.string(m.name);
  }
  if (m.number !== 0) {
    w.tag(24);
    w.int32(m.number);
  }
  if (m.label !== 0) {
    w.tag(32);
    w.int32(m.label);
  }
  if (m.type !== 0) {
    w.tag(40);
    w.int32(m.type);
  }
  if (m.typeName !== "") {
    w.tag(50);
    w.string(m.typeName);
  }
  if (m.oneofIndex !== undefined) {
    w.tag(72);
    w.int32(m.oneofIndex);
  }
  if (m.jsonName !== "") {
    w.tag(82);
    w.string(m.jsonName);
  }
  if (m.proto3Optional) {
    w.tag(136);
    w.bool(m.proto3Optional);
  }
}

function readFieldDescriptorProto(r: Reader): FieldDescriptorProto {
  let f1: string = "";
  let f3: number = 0;
  let f4: number = 0;
  let f5: number = 0;
  let f6: string = "";
  let f9: number | undefined = undefined;
  let f10: string = "";
  let f17: boolean = false;
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10:
        r.single(last, tag);
        f1 = r.value(r.string());
        break;
      case 24:
        r.single(last, tag);
        f3 = r.value(r.int32());
        break;
      case 32:
        r.single(last, tag);
        f4 = r.value(r.int32());
        break;
      case 40:
        r.single(last, tag);
        f5 = r.value(r.int32());
        break;
      case 50:
        r.single(last, tag);
        f6 = r.value(r.string());
        break;
      case 72:
        r.single(last, tag);
        f9 = r.int32();
        break;
      case 82:
        r.single(last, tag);
        f10 = r.value(r.string());
        break;
      case 136:
        r.single(last, tag);
        f17 = r.value(r.bool());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { name: f1, number: f3, label: f4, type: f5, typeName: f6, oneofIndex: f9, jsonName: f10, proto3Optional: f17 };
}

export const FieldDescriptorProto: Codec<FieldDescriptorProto> = codec<FieldDescriptorProto>({
  typeUrl: "/google.protobuf.FieldDescriptorProto",
  fields: [
    { name: "name", jsonName: "name", number: 1, kind: "string", repeated: false, optional: false },
    { name: "number", jsonName: "number", number: 3, kind: "int32", repeated: false, optional: false },
    { name: "label", jsonName: "label", number: 4, kind: "int32", repeated: false, optional: false },
    { name: "type", jsonName: "type", number: 5, kind: "int32", repeated: false, optional: false },
    { name: "typeName", jsonName: "type_name", number: 6, kind: "string", repeated: false, optional: false },
    { name: "oneofIndex", jsonName: "oneof_index", number: 9, kind: "int32", repeated: false, optional: true },
    { name: "jsonName", jsonName: "json_name", number: 10, kind: "string", repeated: false, optional: false },
    { name: "proto3Optional", jsonName: "proto3_optional", number: 17, kind: "bool", repeated: false, optional: false },
  ],
  defaults: () => ({ name: "", number: 0, label: 0, type: 0, typeName: "", oneofIndex: undefined, jsonName: "", proto3Optional: false }),
  write: writeFieldDescriptorProto,
  read: readFieldDescriptorProto,
});

export interface OneofDescriptorProto {
  readonly name: string;
}

function writeOneofDescriptorProto(w: Writer, m: OneofDescriptorProto): void {
  if (m.name !== "") {
    w.tag(10);
    w.string(m.name);
  }
}

function readOneofDescriptorProto(r: Reader): OneofDescriptorProto {
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

export const OneofDescriptorProto: Codec<OneofDescriptorProto> = codec<OneofDescriptorProto>({
  typeUrl: "/google.protobuf.OneofDescriptorProto",
  fields: [
    { name: "name", jsonName: "name", number: 1, kind: "string", repeated: false, optional: false },
  ],
  defaults: () => ({ name: "" }),
  write: writeOneofDescriptorProto,
  read: readOneofDescriptorProto,
});

export interface EnumDescriptorProto {
  readonly name: string;
  readonly value: readonly EnumValueDescriptorProto[];
}

function writeEnumDescriptorProto(w: Writer, m: EnumDescriptorProto): void {
  if (m.name !== "") {
    w.tag(10);
    w.string(m.name);
  }
  for (const v of m.value) {
    w.tag(18);
    { const s = w.open(); EnumValueDescriptorProto.write(w, v); w.close(s); }
  }
}

function readEnumDescriptorProto(r: Reader): EnumDescriptorProto {
  let f1: string = "";
  const f2: EnumValueDescriptorProto[] = [];
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10:
        r.single(last, tag);
        f1 = r.value(r.string());
        break;
      case 18: {
        const outer = r.enter();
        f2.push(EnumValueDescriptorProto.read(r));
        r.leave(outer);
        break;
      }
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { name: f1, value: f2 };
}

export const EnumDescriptorProto: Codec<EnumDescriptorProto> = codec<EnumDescriptorProto>({
  typeUrl: "/google.protobuf.EnumDescriptorProto",
  fields: [
    { name: "name", jsonName: "name", number: 1, kind: "string", repeated: false, optional: false },
    { name: "value", jsonName: "value", number: 2, kind: "message", repeated: true, optional: false, message: () => EnumValueDescriptorProto as Codec<never> },
  ],
  defaults: () => ({ name: "", value: [] }),
  write: writeEnumDescriptorProto,
  read: readEnumDescriptorProto,
});

export interface EnumValueDescriptorProto {
  readonly name: string;
  readonly number: number | undefined;
}

function writeEnumValueDescriptorProto(w: Writer, m: EnumValueDescriptorProto): void {
  if (m.name !== "") {
    w.tag(10);
    w.string(m.name);
  }
  if (m.number !== undefined) {
    w.tag(16);
    w.int32(m.number);
  }
}

function readEnumValueDescriptorProto(r: Reader): EnumValueDescriptorProto {
  let f1: string = "";
  let f2: number | undefined = undefined;
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
        f2 = r.int32();
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { name: f1, number: f2 };
}

export const EnumValueDescriptorProto: Codec<EnumValueDescriptorProto> = codec<EnumValueDescriptorProto>({
  typeUrl: "/google.protobuf.EnumValueDescriptorProto",
  fields: [
    { name: "name", jsonName: "name", number: 1, kind: "string", repeated: false, optional: false },
    { name: "number", jsonName: "number", number: 2, kind: "int32", repeated: false, optional: true },
  ],
  defaults: () => ({ name: "", number: undefined }),
  write: writeEnumValueDescriptorProto,
  read: readEnumValueDescriptorProto,
});

export interface ServiceDescriptorProto {
  readonly name: string;
  readonly method: readonly MethodDescriptorProto[];
}

function writeServiceDescriptorProto(w: Writer, m: ServiceDescriptorProto): void {
  if (m.name !== "") {
    w.tag(10);
    w.string(m.name);
  }
  for (const v of m.method) {
    w.tag(18);
    { const s = w.open(); MethodDescriptorProto.write(w, v); w.close(s); }
  }
}

function readServiceDescriptorProto(r: Reader): ServiceDescriptorProto {
  let f1: string = "";
  const f2: MethodDescriptorProto[] = [];
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10:
        r.single(last, tag);
        f1 = r.value(r.string());
        break;
      case 18: {
        const outer = r.enter();
        f2.push(MethodDescriptorProto.read(r));
        r.leave(outer);
        break;
      }
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { name: f1, method: f2 };
}

export const ServiceDescriptorProto: Codec<ServiceDescriptorProto> = codec<ServiceDescriptorProto>({
  typeUrl: "/google.protobuf.ServiceDescriptorProto",
  fields: [
    { name: "name", jsonName: "name", number: 1, kind: "string", repeated: false, optional: false },
    { name: "method", jsonName: "method", number: 2, kind: "message", repeated: true, optional: false, message: () => MethodDescriptorProto as Codec<never> },
  ],
  defaults: () => ({ name: "", method: [] }),
  write: writeServiceDescriptorProto,
  read: readServiceDescriptorProto,
});

export interface MethodDescriptorProto {
  readonly name: string;
  readonly inputType: string;
  readonly outputType: string;
  readonly clientStreaming: boolean;
  readonly serverStreaming: boolean;
}

function writeMethodDescriptorProto(w: Writer, m: MethodDescriptorProto): void {
  if (m.name !== "") {
    w.tag(10);
    w.string(m.name);
  }
  if (m.inputType !== "") {
    w.tag(18);
    w.string(m.inputType);
  }
  if (m.outputType !== "") {
    w.tag(26);
    w.string(m.outputType);
  }
  if (m.clientStreaming) {
    w.tag(40);
    w.bool(m.clientStreaming);
  }
  if (m.serverStreaming) {
    w.tag(48);
    w.bool(m.serverStreaming);
  }
}

function readMethodDescriptorProto(r: Reader): MethodDescriptorProto {
  let f1: string = "";
  let f2: string = "";
  let f3: string = "";
  let f5: boolean = false;
  let f6: boolean = false;
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10:
        r.single(last, tag);
        f1 = r.value(r.string());
        break;
      case 18:
        r.single(last, tag);
        f2 = r.value(r.string());
        break;
      case 26:
        r.single(last, tag);
        f3 = r.value(r.string());
        break;
      case 40:
        r.single(last, tag);
        f5 = r.value(r.bool());
        break;
      case 48:
        r.single(last, tag);
        f6 = r.value(r.bool());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { name: f1, inputType: f2, outputType: f3, clientStreaming: f5, serverStreaming: f6 };
}

export const MethodDescriptorProto: Codec<MethodDescriptorProto> = codec<MethodDescriptorProto>({
  typeUrl: "/google.protobuf.MethodDescriptorProto",
  fields: [
    { name: "name", jsonName: "name", number: 1, kind: "string", repeated: false, optional: false },
    { name: "inputType", jsonName: "input_type", number: 2, kind: "string", repeated: false, optional: false },
    { name: "outputType", jsonName: "output_type", number: 3, kind: "string", repeated: false, optional: false },
    { name: "clientStreaming", jsonName: "client_streaming", number: 5, kind: "bool", repeated: false, optional: false },
    { name: "serverStreaming", jsonName: "server_streaming", number: 6, kind: "bool", repeated: false, optional: false },
  ],
  defaults: () => ({ name: "", inputType: "", outputType: "", clientStreaming: false, serverStreaming: false }),
  write: writeMethodDescriptorProto,
  read: readMethodDescriptorProto,
});
