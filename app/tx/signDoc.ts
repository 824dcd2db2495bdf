/** What a signature of SIGN_MODE_DIRECT is over. */
import { SignDoc } from "../../proto/gen/cosmos/tx/v1beta1/tx.ts";
import { sha256 } from "../lib/bytes.ts";

/** SHA-256 of the SignDoc: the 32-byte digest that is signed. */
export function directDigest(doc: SignDoc): Uint8Array {
  return sha256(SignDoc.encode(doc));
}
