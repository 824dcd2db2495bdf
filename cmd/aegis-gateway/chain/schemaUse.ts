/** Schemas of outputs, as the chain takes them. */
import { unsupported } from "../openai/error.ts";
import type { JsonSchemaFormat } from "../openai/parameter.ts";

/** Bytes of a schema's use. @throws OpenAiError: this chain registers no method for schemas. */
export function schemaBytes({ name }: JsonSchemaFormat): Uint8Array {
  throw unsupported("response_format", `${name}: this chain has no method for schemas registered`);
}
