/** Checks values against schemas of the description with the validator that fastify brings. */
import fastify from "fastify";

/** An OpenRPC document as far as tests look into it. */
export interface Described {
  readonly openrpc: string;
  readonly info: Readonly<Record<string, unknown>>;
  readonly methods: readonly DescribedMethod[];
  readonly components: { readonly schemas: Readonly<Record<string, object>> };
}

/** One method of it. */
export interface DescribedMethod {
  readonly name: string;
  readonly summary: string;
  readonly paramStructure: string;
  readonly params: readonly { name: string; required: boolean; schema: object }[];
  readonly result: { name: string; schema: object };
  readonly errors: readonly { code: number; message: string }[];
  readonly examples: readonly {
    params: readonly { name: string; value: unknown }[];
    result: { value: unknown };
  }[];
  readonly "x-notification"?: { readonly name: string; readonly params: object };
}

/** Why `value` does not fit `schema`; undefined when it does. */
export async function misfit(
  { components }: Described,
  schema: object,
  value: unknown,
): Promise<string | undefined> {
  const app = fastify({
    bodyLimit: 10_000_000,
    ajv: { customOptions: { strict: false, coerceTypes: false, removeAdditional: false } },
  });
  // A body of `null` or `true` is none to fastify: it is checked as a member.
  const whole = { type: "object", properties: { value: schema }, components };
  app.post("/", { schema: { body: whole } }, () => "");
  const { statusCode, body } = await app.inject({ method: "POST", url: "/", payload: { value } });
  return statusCode === 200 ? undefined : body;
}

/** The schema of a method's parameters as one object. */
export function paramsSchema({ params }: DescribedMethod): object {
  return {
    type: "object",
    properties: Object.fromEntries(params.map(({ name, schema }) => [name, schema])),
    required: params.filter(({ required }) => required).map(({ name }) => name),
    additionalProperties: false,
  };
}
