/**
 * BLS12-381 signatures of validators: public keys in G1 (48 bytes), signatures in G2 (96 bytes),
 * both compressed. The library fixes the scheme's own tag, so uses are kept apart by the domain
 * string that every signed message begins with; `BLS_DOMAINS` lists them, none a prefix of another.
 */
import { PublicKey, SecretKey, Signature, verify } from "@chainsafe/blst";
import { assert } from "./assert.ts";
import { asBuffer, preimage } from "./bytes.ts";

export const BLS_SECRET_KEY_BYTES = 32;
export const BLS_PUBLIC_KEY_BYTES = 48;
export const BLS_SIGNATURE_BYTES = 96;

/** Domain strings of everything that a BLS key signs. */
export const BLS_DOMAINS = {
  possession: "aegis/bls-possession/v1",
  beacon: "aegis/beacon/v1",
  checkpoint: "aegis/checkpoint/v1",
} as const;

/** Checking that a key is in the group costs as much as a signature; validators are few. */
const KEYS_MAX = 4_096;
const checkedKeys = new Map<string, PublicKey>();

function publicKeyOf(bytes: Uint8Array): PublicKey | undefined {
  if (bytes.length !== BLS_PUBLIC_KEY_BYTES) return undefined;
  const text = asBuffer(bytes).toString("latin1");
  const known = checkedKeys.get(text);
  if (known !== undefined) return known;
  try {
    const key = PublicKey.fromBytes(bytes, true);
    if (checkedKeys.size >= KEYS_MAX) checkedKeys.clear();
    checkedKeys.set(text, key);
    return key;
  } catch {
    // Not a canonical encoding, not on the curve, not in the group, or infinity.
    return undefined;
  }
}

/** Whether `bytes` is a usable public key. */
export function isBlsPublicKey(bytes: Uint8Array): boolean {
  return publicKeyOf(bytes) !== undefined;
}

/** The secret key (32 bytes) that follows from `seed`, which has at least 32 random bytes. */
export function blsKeygen(seed: Uint8Array): Uint8Array {
  assert(seed.length >= 32, "a BLS seed has at least 32 bytes");
  return new Uint8Array(SecretKey.fromKeygen(seed).toBytes());
}

/**
 * The public key (48 bytes) of a secret key.
 * @throws Error when `secretKey` is not 32 bytes of a valid key.
 */
export function blsPublicKey(secretKey: Uint8Array): Uint8Array {
  return new Uint8Array(SecretKey.fromBytes(secretKey).toPublicKey().toBytes());
}

/**
 * Signs `message`, which must begin with one of `BLS_DOMAINS`. A key and a message have exactly one
 * signature (96 bytes).
 */
export function blsSign(secretKey: Uint8Array, message: Uint8Array): Uint8Array {
  return new Uint8Array(SecretKey.fromBytes(secretKey).sign(message).toBytes());
}

/** Whether `signature` is the one of `publicKey` over `message`. Malformed input is false. */
export function blsVerify(
  publicKey: Uint8Array,
  message: Uint8Array,
  signature: Uint8Array,
): boolean {
  const key = publicKeyOf(publicKey);
  if (key === undefined || signature.length !== BLS_SIGNATURE_BYTES) return false;
  try {
    return verify(message, key, Signature.fromBytes(signature, true, true));
  } catch {
    return false;
  }
}

/** Who claims a BLS key, on which chain. */
export interface PossessionClaim {
  readonly publicKey: Uint8Array;
  /** Account address of the operator: 20 bytes. */
  readonly operator: Uint8Array;
  readonly chainId: string;
}

function possessionMessage(claim: PossessionClaim): Uint8Array {
  return preimage(
    { domain: BLS_DOMAINS.possession },
    { bytes: claim.publicKey },
    { address: claim.operator },
    { text: claim.chainId },
  );
}

/** A proof that the claimant knows the secret of its key, so that no key cancels others out. */
export function provePossession(
  secretKey: Uint8Array,
  claim: Omit<PossessionClaim, "publicKey">,
): Uint8Array {
  return blsSign(secretKey, possessionMessage({ ...claim, publicKey: blsPublicKey(secretKey) }));
}

/** Whether `proof` is the proof of possession of `claim`. */
export function isPossession(claim: PossessionClaim, proof: Uint8Array): boolean {
  return blsVerify(claim.publicKey, possessionMessage(claim), proof);
}
