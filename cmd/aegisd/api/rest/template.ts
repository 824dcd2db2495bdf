/** URL templates as google.api.http writes them: `/a/{field}/b`, `/a/{field=**}`, `POST /a`. */
import type { Codec } from "../../../../proto/wire/codec.ts";
import { assert } from "../../../../app/lib/assert.ts";

export interface Template {
  readonly verb: "GET" | "POST";
  /** As the HTTP server routes it: `/a/:field/b`, `/a/*`. */
  readonly route: string;
  /** As OpenAPI writes it: `/a/{field}/b`. */
  readonly path: string;
  /** Proto names of the fields in the path, in order. */
  readonly fields: readonly string[];
  /** The last field of `fields` takes the rest of the path, slashes and all. */
  readonly isOpen: boolean;
  /**
   * Bytes in the path are hex. Cosmos' own have base64, which has slashes in it and is not what
   * people call a hash by.
   */
  readonly hasHex: boolean;
}

const SEGMENT = /\{(\w+)(=\*\*)?\}/g;

/** @throws AssertionError when a declaration names a field that the request does not have. */
export function parseTemplate(text: string, request: Codec<unknown>): Template {
  const [, verb, path] = /^(POST )?(\/[\w/{}=*.]+)$/.exec(text) ?? [];
  assert(path !== undefined, `${text} is no URL template`);
  const matches = [...path.matchAll(SEGMENT)];
  const fields = matches.map((match) => match[1] ?? "");
  for (const name of fields) {
    const isKnown = request.fields.some(({ jsonName }) => jsonName === name);
    assert(isKnown, `${text}: ${request.typeUrl} has no field ${name}`);
  }
  return {
    verb: verb === undefined ? "GET" : "POST",
    route: path.replace(SEGMENT, (_, name: string, open?: string) => (open ? "*" : `:${name}`)),
    path: path.replace(SEGMENT, "{$1}"),
    fields,
    isOpen: matches.at(-1)?.[2] !== undefined,
    hasHex: path.startsWith("/aegis/"),
  };
}
