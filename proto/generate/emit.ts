/** Writes the TypeScript of one .proto file: interfaces, codecs, enums and service methods. */
import { dirname, relative } from "node:path/posix";
import { withoutClashes } from "./clashes.ts";
import type {
  EnumSchema,
  FieldSchema,
  FileSchema,
  MessageSchema,
  ServiceSchema,
} from "./schema.ts";

const TYPES: Readonly<Record<string, string>> = {
  string: "string",
  bytes: "Uint8Array",
  bool: "boolean",
  int32: "number",
  uint32: "number",
  int64: "bigint",
  uint64: "bigint",
  fixed64: "bigint",
  sfixed64: "bigint",
};

const DEFAULTS: Readonly<Record<string, string>> = {
  string: '""',
  bytes: "new Uint8Array(0)",
  boolean: "false",
  number: "0",
  bigint: "0n",
};

/** The whole text of proto/gen/<file.path>.ts. */
export function emitFile(schema: FileSchema): string {
  const file = withoutClashes(schema);
  const body = [
    ...file.enums.map(emitEnum),
    ...file.messages.map(emitMessage),
    ...file.services.map(emitService),
  ];
  return [`// Generated from proto/${file.path}.proto by "npm run proto". Do not edit.`]
    .concat(emitImports(file), "", body.join("\n"))
    .join("\n");
}

function emitImports(file: FileSchema): string[] {
  const up = "../".repeat(file.path.split("/").length);
  const lines: string[] = [];
  const wireTypes = file.services.length > 0 ? "Codec, type Method" : "Codec";
  if (file.messages.length > 0) {
    lines.push(`import { codec, type ${wireTypes} } from "${up}wire/codec.ts";`);
    lines.push(`import type { Reader } from "${up}wire/reader.ts";`);
    lines.push(`import type { Writer } from "${up}wire/writer.ts";`);
  } else if (file.services.length > 0) {
    lines.push(`import type { ${wireTypes.replace("type ", "")} } from "${up}wire/codec.ts";`);
  }
  const foreign = new Map<string, Set<string>>();
  const types = [
    ...file.messages.flatMap((message) => message.fields.flatMap((field) => field.type ?? [])),
    ...file.services.flatMap((s) => s.methods.flatMap((m) => [m.request, m.response])),
  ];
  for (const type of types) {
    if (type.path === file.path) continue;
    const imported = "original" in type ? `${type.original} as ${type.name}` : type.name;
    foreign.set(type.path, (foreign.get(type.path) ?? new Set()).add(imported));
  }
  for (const path of [...foreign.keys()].sort()) {
    const names = [...(foreign.get(path) as Set<string>)].sort();
    let from = relative(dirname(file.path), path);
    if (!from.startsWith(".")) from = `./${from}`;
    lines.push(`import { ${names.join(", ")} } from "${from}.ts";`);
  }
  return lines;
}

function docComment(text: string): string {
  const one = text.replace(/\s+/g, " ").trim();
  return one === "" ? "" : `/** ${one} */\n`;
}

function emitEnum(schema: EnumSchema): string {
  const values = Object.entries(schema.values).map(([name, value]) => `  ${name}: ${value},`);
  return [
    `${docComment(schema.comment)}export type ${schema.name} = number;`,
    `export const ${schema.name} = {`,
    ...values,
    "} as const;",
    "",
  ].join("\n");
}

function typeOf(field: FieldSchema): string {
  const scalar = TYPES[field.kind];
  const base = scalar ?? (field.type as { name: string }).name;
  if (field.repeated) return `readonly ${base}[]`;
  return field.optional ? `${base} | undefined` : base;
}

function defaultOf(field: FieldSchema): string {
  if (field.repeated) return "[]";
  if (field.optional) return "undefined";
  return DEFAULTS[field.kind] ?? DEFAULTS[TYPES[field.kind] ?? "number"] ?? "0";
}

function wireType(kind: string): number {
  if (kind === "string" || kind === "bytes" || kind === "message") return 2;
  return kind === "fixed64" || kind === "sfixed64" ? 1 : 0;
}

function tagOf(field: FieldSchema): number {
  return field.number * 8 + wireType(field.kind);
}

function isPacked(field: FieldSchema): boolean {
  return field.repeated && wireType(field.kind) !== 2;
}

function scalarMethod(field: FieldSchema): string {
  return field.kind === "enum" ? "int32" : field.kind;
}

/** An empty message writes nothing; unused arguments begin with an underscore. */
function writeArguments(fields: readonly FieldSchema[]): string {
  return fields.length === 0 ? "_w: Writer, _m" : "w: Writer, m";
}

function emitMessage(message: MessageSchema): string {
  const { name, fields } = message;
  return [
    `${docComment(message.comment)}export interface ${name} {`,
    ...fields.map((field) => `  readonly ${field.name}: ${typeOf(field)};`),
    "}",
    "",
    `function write${name}(${writeArguments(fields)}: ${name}): void {`,
    ...fields.flatMap(emitWrite),
    "}",
    "",
    `function read${name}(r: Reader): ${name} {`,
    ...emitRead(message),
    "}",
    "",
    `export const ${name}: Codec<${name}> = codec<${name}>({`,
    `  typeUrl: "/${message.fullName}",`,
    "  fields: [",
    ...fields.map(emitDescription),
    "  ],",
    `  defaults: () => ({ ${fields.map((f) => `${f.name}: ${defaultOf(f)}`).join(", ")} }),`,
    `  write: write${name},`,
    `  read: read${name},`,
    "});",
    "",
  ].join("\n");
}

function emitDescription(field: FieldSchema): string {
  const kind = field.kind;
  const extra =
    kind === "message"
      ? `, message: () => ${field.type?.name} as Codec<never>`
      : kind === "enum"
        ? `, values: ${field.type?.name}`
        : "";
  const flags = `repeated: ${field.repeated}, optional: ${field.optional}`;
  const names = `name: "${field.name}", jsonName: "${field.jsonName}", number: ${field.number}`;
  return `    { ${names}, kind: "${kind}", ${flags}${extra} },`;
}

function emitWriteOne(field: FieldSchema, value: string): string {
  if (field.kind !== "message") return `w.${scalarMethod(field)}(${value});`;
  return `{ const s = w.open(); ${field.type?.name}.write(w, ${value}); w.close(s); }`;
}

function presentTest(field: FieldSchema, value: string): string {
  if (field.optional) return `${value} !== undefined`;
  if (field.kind === "string") return `${value} !== ""`;
  if (field.kind === "bytes") return `${value}.length > 0`;
  if (field.kind === "bool") return value;
  return TYPES[field.kind] === "bigint" ? `${value} !== 0n` : `${value} !== 0`;
}

function emitWrite(field: FieldSchema): string[] {
  const value = `m.${field.name}`;
  if (isPacked(field)) {
    return [
      `  if (${value}.length > 0) {`,
      `    w.tag(${field.number * 8 + 2});`,
      "    const s = w.open();",
      `    for (const v of ${value}) ${emitWriteOne(field, "v")}`,
      "    w.close(s);",
      "  }",
    ];
  }
  if (field.repeated) {
    return [
      `  for (const v of ${value}) {`,
      `    w.tag(${tagOf(field)});`,
      `    ${emitWriteOne(field, "v")}`,
      "  }",
    ];
  }
  return [
    `  if (${presentTest(field, value)}) {`,
    `    w.tag(${tagOf(field)});`,
    `    ${emitWriteOne(field, value)}`,
    "  }",
  ];
}

function emitRead(message: MessageSchema): string[] {
  const lines = message.fields.map((field) => {
    const type = field.repeated ? typeOf(field).replace("readonly ", "") : typeOf(field);
    const keyword = field.repeated ? "const" : "let";
    return `  ${keyword} f${field.number}: ${type} = ${defaultOf(field)};`;
  });
  return [
    ...lines,
    "  let last = 0;",
    "  while (r.at < r.end) {",
    "    const tag = r.tag(last);",
    "    switch (tag) {",
    ...message.fields.flatMap(emitCase),
    "      default:",
    "        r.unknown(tag);",
    "    }",
    "    last = tag;",
    "  }",
    `  return { ${message.fields.map((f) => `${f.name}: f${f.number}`).join(", ")} };`,
  ];
}

function emitCase(field: FieldSchema): string[] {
  const slot = `f${field.number}`;
  const assign = (value: string): string =>
    field.repeated ? `${slot}.push(${value});` : `${slot} = ${value};`;
  const single = field.repeated && !isPacked(field) ? [] : ["        r.single(last, tag);"];
  if (field.kind === "message") {
    return [
      `      case ${tagOf(field)}: {`,
      ...single,
      "        const outer = r.enter();",
      `        ${assign(`${field.type?.name}.read(r)`)}`,
      "        r.leave(outer);",
      "        break;",
      "      }",
    ];
  }
  const read = `r.${scalarMethod(field)}()`;
  if (isPacked(field)) {
    return [
      `      case ${field.number * 8 + 2}: {`,
      ...single,
      "        const outer = r.enter();",
      "        if (r.at === r.end) r.value(0);",
      `        while (r.at < r.end) ${slot}.push(${read});`,
      "        r.leave(outer);",
      "        break;",
      "      }",
      `      case ${tagOf(field)}:`,
      "        if (r.strict) r.unknown(tag);",
      `        ${slot}.push(${read});`,
      "        break;",
    ];
  }
  const value = field.repeated || field.optional ? read : `r.value(${read})`;
  return [`      case ${tagOf(field)}:`, ...single, `        ${assign(value)}`, "        break;"];
}

function emitService(service: ServiceSchema): string {
  return [
    `export const ${service.name}: {`,
    ...service.methods.map(
      (m) => `  readonly ${m.name}: Method<${m.request.name}, ${m.response.name}>;`,
    ),
    "} = {",
    ...service.methods.map(
      (m) =>
        `  ${m.name}: { path: "/${service.fullName}/${m.name}", request: ${m.request.name}, ` +
        `response: ${m.response.name} },`,
    ),
    "};",
    "",
  ].join("\n");
}
