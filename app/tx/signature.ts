/**
 * secp256k1 signatures, by the native library only. Its package silently falls back to pure
 * JavaScript, 35 times slower, when the binding does not load: that is refused at start. High-S
 * signatures are refused, so that a signature has one form.
 */
import { createRequire } from "node:module";
import secp256k1 from "secp256k1";
import { assert } from "../lib/assert.ts";

/**
 * Refuses to go on without the native binding; `load` gets a module by name, as `require` does.
 * @throws AssertionError when the native binding of `secp256k1` is not what runs.
 */
export function assertNativeSecp256k1(
  load: (name: string) => unknown = createRequire(import.meta.url),
): void {
  let bindings: unknown;
  try {
    bindings = load("secp256k1/bindings");
  } catch (error) {
    const reason = error instanceof Error ? error.message : "unknown";
    assert(false, `the native secp256k1 binding did not load (${reason}): run npm rebuild`);
  }
  assert(
    bindings === secp256k1,
    "secp256k1 runs its slow JavaScript fall-back: run npm rebuild secp256k1",
  );
}

/** Whether `key` is a compressed public key on the curve. */
export function isPublicKey(key: Uint8Array): boolean {
  return key.length === 33 && secp256k1.publicKeyVerify(key);
}

/**
 * Whether `signature` (64 bytes, r then s, low s) is `publicKey`'s over the 32-byte `digest`.
 * Malformed input is false, never an exception.
 */
export function verifySignature(
  signature: Uint8Array,
  digest: Uint8Array,
  publicKey: Uint8Array,
): boolean {
  if (signature.length !== 64 || digest.length !== 32 || publicKey.length !== 33) return false;
  try {
    return secp256k1.ecdsaVerify(signature, digest, publicKey);
  } catch {
    // The library throws for r or s outside the group order and for keys off the curve.
    return false;
  }
}
