/** Keys and signatures of accounts. `secp256k1Browser.ts` does the same without native code. */
import secp256k1 from "secp256k1";

/** Whether 32 bytes are a secret key. */
export function isSecretKey(secret: Uint8Array): boolean {
  return secret.length === 32 && secp256k1.privateKeyVerify(secret);
}

/** The compressed public key, 33 bytes. */
export function publicKeyOf(secret: Uint8Array): Uint8Array {
  return secp256k1.publicKeyCreate(secret, true);
}

/** The 64-byte signature, low s, over a 32-byte digest; always the same (RFC 6979). */
export function signDigest(digest: Uint8Array, secret: Uint8Array): Uint8Array {
  return secp256k1.ecdsaSign(digest, secret).signature;
}
