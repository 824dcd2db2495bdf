/** The OpenAPI document of the REST server, derived from the table of methods. */
import { APP_VERSION } from "../../../app/constants.ts";
import { present } from "../../../app/lib/assert.ts";
import type { Codec, Field } from "../../../proto/wire/codec.ts";
import { isDecimal } from "./rest/decimals.ts";
import type { RestRoute } from "./rest/routes.ts";

type Json = Readonly<Record<string, unknown>>;

/** Kinds of documents that are no methods: `path` and what it is. */
export type PlainPaths = Readonly<Record<string, string>>;

const ANY = "/google.protobuf.Any";
const PLAIN: Readonly<Record<string, Json>> = {
  "/google.protobuf.Timestamp": { type: "string", format: "date-time" },
  "/google.protobuf.Duration": { type: "string", example: "1814400s" },
  [ANY]: {
    type: "object",
    properties: { "@type": { type: "string" } },
    required: ["@type"],
    additionalProperties: true,
  },
};

const FAULT: Json = {
  type: "object",
  required: ["code", "message", "details"],
  properties: {
    code: { type: "integer", description: "gRPC status" },
    message: { type: "string" },
    details: { type: "array", items: {} },
  },
};

const HEIGHT_PARAMETER: Json = {
  name: "x-cosmos-block-height",
  in: "header",
  description: "Height of the state that is asked for; the latest when it is left out.",
  schema: { type: "string", pattern: "^[0-9]+$" },
};

/** Page requests and the like are spelt out in URLs; deeper than this nothing is. */
const PARAMETER_DEPTH_MAX = 2;

/** Schemas by message name, filled as they are met. */
class Schemas {
  readonly all: Record<string, unknown> = {};

  reference(codec: Codec<unknown>): Json {
    const plain = PLAIN[codec.typeUrl];
    if (plain !== undefined) return plain;
    const name = codec.typeUrl.slice(1);
    if (this.all[name] === undefined) {
      // Before its fields: a message may contain itself.
      this.all[name] = {};
      const properties = codec.fields.map((field) => [field.jsonName, this.field(codec, field)]);
      this.all[name] = { type: "object", properties: Object.fromEntries(properties) };
    }
    return { $ref: `#/components/schemas/${name}` };
  }

  private field(codec: Codec<unknown>, field: Field): Json {
    if (field.kind !== "message") return listed(field, scalar(codec.typeUrl, field));
    const inner = this.reference(present(field.message, "a message type")() as Codec<unknown>);
    return listed(field, field.repeated ? inner : { allOf: [inner], nullable: true });
  }
}

function listed(field: Field, one: Json): Json {
  return field.repeated ? { type: "array", items: one } : one;
}

function scalar(typeUrl: string, field: Field): Json {
  if (isDecimal(typeUrl, field.jsonName)) return { type: "string", format: "decimal" };
  switch (field.kind) {
    case "bool":
      return { type: "boolean" };
    case "int32":
    case "uint32":
      return { type: "integer", format: field.kind };
    case "bytes":
      return { type: "string", format: "byte", nullable: true };
    case "enum":
      return { type: "string", enum: Object.keys(field.values ?? {}) };
    case "string":
      return { type: "string" };
    default:
      return { type: "string", format: field.kind };
  }
}

/** Parameters in the path, then all others that a URL can carry. */
function parameters({ fields, hasHex, answers }: RestRoute): readonly Json[] {
  const { request } = answers.method;
  const inPath = fields.map((name) => {
    const field = present(
      request.fields.find(({ jsonName }) => jsonName === name),
      name,
    );
    const isHex = hasHex && field.kind === "bytes";
    const schema = isHex ? { type: "string", format: "hex" } : scalar(request.typeUrl, field);
    return { name, in: "path", required: true, schema };
  });
  const others = request.fields.filter(({ jsonName }) => !fields.includes(jsonName));
  return [...inPath, ...others.flatMap((field) => inQuery(request, field, "", 1))];
}

function inQuery(
  codec: Codec<unknown>,
  field: Field,
  prefix: string,
  depth: number,
): readonly Json[] {
  const name = `${prefix}${field.jsonName}`;
  if (field.kind !== "message") {
    const schema = listed(field, scalar(codec.typeUrl, field));
    return [{ name, in: "query", required: false, schema }];
  }
  if (field.repeated || depth >= PARAMETER_DEPTH_MAX) return [];
  const inner = present(field.message, "a message type")() as Codec<unknown>;
  return inner.fields.flatMap((each) => inQuery(inner, each, `${name}.`, depth + 1));
}

function answer(description: string, schema: Json): Json {
  return { description, content: { "application/json": { schema } } };
}

function operation(route: RestRoute, schemas: Schemas, index: number): Json {
  const { method, summary, group } = route.answers;
  const isPost = route.verb === "POST";
  const body = { "application/json": { schema: schemas.reference(method.request) } };
  const id = method.path.slice(1).replaceAll(/[./]/g, "_");
  return {
    tags: [group],
    summary,
    operationId: index === 0 ? id : `${id}_${index + 1}`,
    parameters: isPost ? [] : [...parameters(route), HEIGHT_PARAMETER],
    ...(isPost ? { requestBody: { required: true, content: body } } : {}),
    responses: {
      "200": answer("The answer", schemas.reference(method.response)),
      default: answer("A refusal", { $ref: "#/components/schemas/Fault" }),
    },
  };
}

/** The whole document. `plain` are further paths that answer GET with a JSON document. */
export function openApi(routes: readonly RestRoute[], plain: PlainPaths): Json {
  const schemas = new Schemas();
  const paths: Record<string, Record<string, Json>> = {};
  const seen = new Map<string, number>();
  for (const route of routes) {
    const index = seen.get(route.answers.method.path) ?? 0;
    seen.set(route.answers.method.path, index + 1);
    const at = paths[route.path] ?? {};
    at[route.verb.toLowerCase()] = operation(route, schemas, index);
    paths[route.path] = at;
  }
  for (const [path, summary] of Object.entries(plain)) {
    const operationId = path.slice(1).replaceAll(/\W/g, "_");
    const responses = { "200": answer("The document", { type: "object" }) };
    paths[path] = { get: { tags: ["documents"], summary, operationId, responses } };
  }
  return {
    openapi: "3.0.3",
    info: {
      title: "AegisAI REST",
      version: APP_VERSION,
      description: "Derived from the declarations of the modules, as the gateway of Cosmos has it.",
    },
    paths,
    components: { schemas: { Fault: FAULT, ...schemas.all } },
  };
}
