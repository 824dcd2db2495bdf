/**
 * ADR-36 of the Cosmos SDK: what wallets sign with `signArbitrary`. The amino document has no fee,
 * no chain and no account, so that it can never be a transaction.
 */
import { addressOfPublicKey } from "../../../app/lib/address.ts";
import { base64, sha256, utf8 } from "../../../app/lib/bytes.ts";
import { isPublicKey, verifySignature } from "../../../app/tx/signature.ts";

/** The digest that the wallet of `signer` signs for `text`. */
export function arbitraryDigest(signer: string, text: string): Uint8Array {
  // Keys in order and no blanks: the canonical form of amino JSON.
  const document = {
    account_number: "0",
    chain_id: "",
    fee: { amount: [], gas: "0" },
    memo: "",
    msgs: [{ type: "sign/MsgSignData", value: { data: base64(utf8(text)), signer } }],
    sequence: "0",
  };
  return sha256(utf8(JSON.stringify(document)));
}

/** Whether `signature` (64 bytes) over `text` is of the wallet `signer`, whose key is given. */
export function isSignedBy(
  signer: string,
  text: string,
  publicKey: Uint8Array,
  signature: Uint8Array,
): boolean {
  if (!isPublicKey(publicKey) || addressOfPublicKey(publicKey) !== signer) return false;
  return verifySignature(signature, arbitraryDigest(signer, text), publicKey);
}
