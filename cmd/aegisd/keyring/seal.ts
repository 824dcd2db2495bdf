/**
 * Seals a secret under a passphrase: scrypt makes the key, AES-256-GCM encrypts and authenticates
 * the secret together with what stands beside it in clear, so that an address cannot be swapped.
 */
import { createCipheriv, createDecipheriv, randomBytes, scryptSync } from "node:crypto";
import { base64, concatBytes, fromBase64 } from "../../../app/lib/bytes.ts";

/** Thrown when a passphrase is wrong or the sealed file was changed: the two look alike. */
export class SealError extends Error {
  override readonly name = "SealError";
}

/** A sealed secret as its file has it; bytes are base64. */
export interface Sealed {
  readonly kdf: "scrypt";
  readonly cost: number;
  readonly block_size: number;
  readonly parallelization: number;
  readonly salt: string;
  readonly cipher: "aes-256-gcm";
  readonly nonce: string;
  readonly ciphertext: string;
  readonly tag: string;
}

/** 128 MiB and about 0.4 s per guess. */
const COST = 2 ** 17;
const BLOCK_SIZE = 8;
const PARALLELIZATION = 1;
/** A file may ask for this much and no more, so that it cannot exhaust the machine. */
const COST_MAX = 2 ** 20;
const SALT_BYTES = 16;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

function keyOf(passphrase: string, salt: Uint8Array, cost: number): Buffer {
  return scryptSync(passphrase.normalize("NFKC"), salt, 32, {
    N: cost,
    r: BLOCK_SIZE,
    p: PARALLELIZATION,
    maxmem: 256 * cost * BLOCK_SIZE,
  });
}

/** Seals `secret`; opening needs the same `beside`. `cost` is a power of two (tests use less). */
export function seal(
  secret: Uint8Array,
  passphrase: string,
  beside: Uint8Array,
  cost: number = COST,
): Sealed {
  const salt = randomBytes(SALT_BYTES);
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv("aes-256-gcm", keyOf(passphrase, salt, cost), nonce);
  cipher.setAAD(beside);
  const ciphertext = concatBytes(cipher.update(secret), cipher.final());
  return {
    kdf: "scrypt",
    cost,
    block_size: BLOCK_SIZE,
    parallelization: PARALLELIZATION,
    salt: base64(salt),
    cipher: "aes-256-gcm",
    nonce: base64(nonce),
    ciphertext: base64(ciphertext),
    tag: base64(cipher.getAuthTag()),
  };
}

/** @throws SealError when the passphrase is wrong, or anything of the file is not as sealed. */
export function unseal(sealed: Sealed, passphrase: string, beside: Uint8Array): Uint8Array {
  const known =
    sealed.kdf === "scrypt" &&
    sealed.cipher === "aes-256-gcm" &&
    sealed.block_size === BLOCK_SIZE &&
    sealed.parallelization === PARALLELIZATION;
  const cost = sealed.cost;
  if (
    !known ||
    !Number.isInteger(cost) ||
    cost < 2 ||
    cost > COST_MAX ||
    (cost & (cost - 1)) !== 0
  ) {
    throw new SealError("the key is sealed in a way that this version does not know");
  }
  try {
    const tag = fromBase64(sealed.tag);
    if (tag.length !== TAG_BYTES) throw new RangeError("short tag");
    const key = keyOf(passphrase, fromBase64(sealed.salt), cost);
    const cipher = createDecipheriv("aes-256-gcm", key, fromBase64(sealed.nonce));
    cipher.setAAD(beside);
    cipher.setAuthTag(tag);
    return concatBytes(cipher.update(fromBase64(sealed.ciphertext)), cipher.final());
  } catch {
    // The library's own words would tell apart what must not be told apart.
    throw new SealError("wrong passphrase, or the key file was changed");
  }
}
