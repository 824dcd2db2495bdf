/** Which field of a message names its signer. */
import type { MessageSpec } from "../../../app/module/module.ts";

/**
 * The proto name of the field whose address must sign, found by asking the declaration about a
 * message in which every text is its own field's name. Undefined when the signer stands deeper in
 * the message, so that the message must be given whole.
 */
export function signerField(spec: MessageSpec<unknown, unknown>): string | undefined {
  const texts = spec.request.fields.filter((field) => field.kind === "string" && !field.repeated);
  const probe = Object.fromEntries(texts.map((field) => [field.name, field.jsonName]));
  let name: string;
  try {
    name = spec.signer(spec.request.create(probe));
  } catch {
    // The declaration looked into a list or message that the probe does not have.
    return undefined;
  }
  return texts.find((field) => field.jsonName === name)?.jsonName;
}
