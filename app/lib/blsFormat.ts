/** Sizes of BLS keys and signatures, and the domains that keep what they sign apart. */

export const BLS_SECRET_KEY_BYTES = 32;
export const BLS_PUBLIC_KEY_BYTES = 48;
export const BLS_SIGNATURE_BYTES = 96;

/** A public key that was validated once and is kept uncompressed, so that adding it is cheap. */
export const BLS_RAW_KEY_BYTES = 96;
/** 96 zeros, no point of the curve: stands where there is no key, and for the sum of no keys. */
export const BLS_NO_KEY: Uint8Array = new Uint8Array(BLS_RAW_KEY_BYTES);

/** Domain strings of everything that a BLS key signs. */
export const BLS_DOMAINS = {
  possession: "aegis/bls-possession/v1",
  beacon: "aegis/beacon/v1",
  checkpoint: "aegis/checkpoint/v1",
} as const;
