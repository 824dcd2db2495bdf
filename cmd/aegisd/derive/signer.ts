/** Which field of a message names its signer, and in which form of address. */
import { accountAddress, addressBytes, operatorAddress } from "../../../app/lib/address.ts";
import type { MessageSpec } from "../../../app/module/module.ts";

type AnySpec = MessageSpec<unknown, unknown>;

/** A field that --from fills in. */
export interface SignerField {
  /** Its proto name. */
  readonly name: string;
  /** What it holds for an account. */
  readonly textOf: (account: string) => string;
}

/**
 * The field whose address must sign, found by asking the declaration about a message in which every
 * text is another address: an account's, then an operator's. Undefined when the signer stands
 * deeper in the message, so that the message must be given whole.
 */
export function signerField(spec: AnySpec): SignerField | undefined {
  return (
    find(spec, { write: accountAddress, textOf: (account) => account }) ??
    find(spec, { write: operatorAddress, textOf: operatorOf })
  );
}

function operatorOf(account: string): string {
  return operatorAddress(addressBytes(account));
}

interface Form {
  readonly write: (bytes: Uint8Array) => string;
  readonly textOf: (account: string) => string;
}

function find(spec: AnySpec, { write, textOf }: Form): SignerField | undefined {
  const texts = spec.request.fields.filter((field) => field.kind === "string" && !field.repeated);
  const bytesOf = (at: number): Uint8Array => new Uint8Array(20).fill(at + 1);
  const probe = Object.fromEntries(texts.map((field, at) => [field.name, write(bytesOf(at))]));
  let signer: string;
  try {
    signer = spec.signer(spec.request.create(probe));
  } catch {
    // The declaration looked into a list or message that the probe does not have, or wants
    // addresses of the other form.
    return undefined;
  }
  const at = texts.findIndex((_, index) => accountAddress(bytesOf(index)) === signer);
  const field = texts[at];
  return field && { name: field.jsonName, textOf };
}
