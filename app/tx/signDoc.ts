/** What the signatures of a transaction are over, in each sign mode that counts. */
import { SignDoc } from "../../proto/gen/cosmos/tx/v1beta1/tx.ts";
import { sha256, utf8 } from "../lib/bytes.ts";
import { type AminoContent, aminoDocuments } from "./amino.ts";

/** SHA-256 of the SignDoc of SIGN_MODE_DIRECT: the 32-byte digest that is signed. */
export function directDigest(doc: SignDoc): Uint8Array {
  return sha256(SignDoc.encode(doc));
}

/**
 * SHA-256 of each document of SIGN_MODE_LEGACY_AMINO_JSON that says this, the SDK's first: one,
 * or two where cosmjs writes it otherwise.
 * @throws ModuleError when a message has no such form.
 */
export function aminoDigests(content: AminoContent): readonly Uint8Array[] {
  return aminoDocuments(content).map((text) => sha256(utf8(text)));
}
