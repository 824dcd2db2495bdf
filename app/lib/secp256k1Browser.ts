/** What `secp256k1.ts` has, without native code: for browsers. */
import { secp256k1 } from "@noble/curves/secp256k1.js";

/** See `secp256k1.ts`. */
export function isSecretKey(secret: Uint8Array): boolean {
  return secret.length === 32 && secp256k1.utils.isValidSecretKey(secret);
}

/** See `secp256k1.ts`. */
export function publicKeyOf(secret: Uint8Array): Uint8Array {
  return secp256k1.getPublicKey(secret, true);
}

/** See `secp256k1.ts`. */
export function signDigest(digest: Uint8Array, secret: Uint8Array): Uint8Array {
  return secp256k1.sign(digest, secret, { prehash: false, lowS: true });
}
