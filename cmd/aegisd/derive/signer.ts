/** Which field of a message names its signer. */
import type { MessageSpec } from "../../../app/module/module.ts";
import { assert } from "../../../app/lib/assert.ts";

/**
 * The proto name of the field whose address must sign, found by asking the declaration about a
 * message in which every text is its own field's name.
 * @throws AssertionError when the signer is none of the fields.
 */
export function signerField(spec: MessageSpec<unknown, unknown>): string {
  const texts = spec.request.fields.filter((field) => field.kind === "string" && !field.repeated);
  const probe = Object.fromEntries(texts.map((field) => [field.name, field.jsonName]));
  const name = spec.signer(spec.request.create(probe));
  assert(
    texts.some((field) => field.jsonName === name),
    `${spec.request.typeUrl}: the signer must be a text field`,
  );
  return name;
}
