/**
 * BLS12-381 signatures of validators: public keys in G1 (48 bytes), signatures in G2 (96 bytes),
 * both compressed. The library fixes the scheme's own tag, so uses are kept apart by the domain
 * string that every signed message begins with; `BLS_DOMAINS` lists them, none a prefix of another.
 */
import {
  aggregateSerializedPublicKeys,
  aggregateSignatures,
  PublicKey,
  SecretKey,
  Signature,
  type SignatureSet,
  verify,
  verifyMultipleAggregateSignatures,
} from "@chainsafe/blst";
import { assert } from "./assert.ts";
import {
  BLS_DOMAINS,
  BLS_NO_KEY,
  BLS_PUBLIC_KEY_BYTES,
  BLS_RAW_KEY_BYTES,
  BLS_SECRET_KEY_BYTES,
  BLS_SIGNATURE_BYTES,
} from "./blsFormat.ts";
import { asBuffer, equalBytes, fromHex, preimage } from "./bytes.ts";

export {
  BLS_DOMAINS,
  BLS_NO_KEY,
  BLS_PUBLIC_KEY_BYTES,
  BLS_RAW_KEY_BYTES,
  BLS_SECRET_KEY_BYTES,
  BLS_SIGNATURE_BYTES,
};

/** Checking that a key is in the group costs as much as a signature; all validators fit. */
const KEYS_MAX = 65_536;
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
  const point = key && signatureOf(signature);
  return key !== undefined && point !== undefined && verify(message, key, point);
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

/** A claim and what is to prove it. */
export interface ProvenClaim {
  readonly claim: PossessionClaim;
  readonly proof: Uint8Array;
}

/**
 * Whether every one of many proofs holds: a quarter of the time of one by one. Right proofs always
 * pass; that wrong ones do has the chance 2^-64, since the library weighs them by random numbers.
 */
export function arePossessions(list: readonly ProvenClaim[]): boolean {
  const sets: SignatureSet[] = [];
  for (const { claim, proof } of list) {
    const pk = publicKeyOf(claim.publicKey);
    const sig = signatureOf(proof);
    if (pk === undefined || sig === undefined) return false;
    sets.push({ msg: possessionMessage(claim), pk, sig });
  }
  return sets.length === 0 || verifyMultipleAggregateSignatures(sets, false, false);
}

/** The raw key (96 bytes) of `publicKey` (48 bytes); undefined when it is not a usable key. */
export function blsRawKey(publicKey: Uint8Array): Uint8Array | undefined {
  const key = publicKeyOf(publicKey);
  return key && new Uint8Array(key.toBytes(false));
}

/** The 48 bytes of a raw key; undefined for no key and for bytes that are not on the curve. */
export function blsCompressedKey(rawKey: Uint8Array): Uint8Array | undefined {
  const key = trustedKey(rawKey);
  return key && new Uint8Array(key.toBytes(true));
}

/**
 * The sum of raw keys less the sum of others, raw; `BLS_NO_KEY` adds nothing and is the result when
 * all cancel out. Keys are on the curve and trusted to be in the group: they were validated when
 * they were registered. Undefined when one is not on the curve. Takes about 1 µs per key.
 */
export function blsSumKeys(
  plus: readonly Uint8Array[],
  minus: readonly Uint8Array[] = [],
): Uint8Array | undefined {
  const less = addKeys(minus);
  return less && addKeys(isSomeKey(less) ? [...plus, negated(less)] : plus);
}

function addKeys(rawKeys: readonly Uint8Array[]): Uint8Array | undefined {
  const terms = rawKeys.filter(isSomeKey);
  if (terms.length === 0) return BLS_NO_KEY;
  if (!terms.every(looksRaw)) return undefined;
  try {
    const sum = new Uint8Array(aggregateSerializedPublicKeys(terms).toBytes(false));
    return looksRaw(sum) ? sum : BLS_NO_KEY;
  } catch {
    return undefined;
  }
}

/**
 * Whether `signature` is the one of the trusted `rawKey`, or of all keys that it is the sum of,
 * over `message`. Malformed input and `BLS_NO_KEY` are false.
 */
export function blsVerifyRaw(
  rawKey: Uint8Array,
  message: Uint8Array,
  signature: Uint8Array,
): boolean {
  const key = trustedKey(rawKey);
  const point = signatureOf(signature);
  return key !== undefined && point !== undefined && verify(message, key, point);
}

/** The sum of signatures (96 bytes); undefined when there is none, one is bad, or all cancel. */
export function blsAggregate(signatures: readonly Uint8Array[]): Uint8Array | undefined {
  const points: Signature[] = [];
  for (const bytes of signatures) {
    const point = signatureOf(bytes);
    if (point === undefined) return undefined;
    points.push(point);
  }
  if (points.length === 0) return undefined;
  const sum = new Uint8Array(aggregateSignatures(points).toBytes());
  return signatureOf(sum) && sum;
}

/** A signature that is in the group and not infinity. */
function signatureOf(bytes: Uint8Array): Signature | undefined {
  if (bytes.length !== BLS_SIGNATURE_BYTES) return undefined;
  try {
    return Signature.fromBytes(bytes, true, true);
  } catch {
    return undefined;
  }
}

function trustedKey(rawKey: Uint8Array): PublicKey | undefined {
  if (!looksRaw(rawKey)) return undefined;
  try {
    return PublicKey.fromBytes(rawKey);
  } catch {
    return undefined;
  }
}

/** The three highest bits mean other encodings: compressed, infinity, sign. */
const ENCODING_BITS = 0xe0;

function looksRaw(rawKey: Uint8Array): boolean {
  return rawKey.length === BLS_RAW_KEY_BYTES && ((rawKey[0] as number) & ENCODING_BITS) === 0;
}

/** Few keys begin with 0; the others are spared a comparison. */
function isSomeKey(rawKey: Uint8Array): boolean {
  return rawKey[0] !== 0 || !equalBytes(rawKey, BLS_NO_KEY);
}

const COORDINATE_BYTES = 48;
/** Modulus of the coordinates. */
const FIELD: Uint8Array = fromHex(
  "1a0111ea397fe69a4b1ba7b6434bacd764774b84f38512bf" +
    "6730d2a0f6b0f6241eabfffeb153ffffb9feffffffffaaab",
);

/** (x, p − y): what cancels `rawKey` out. y is never 0, since no point has order 2. */
function negated(rawKey: Uint8Array): Uint8Array {
  const out = rawKey.slice();
  let borrow = 0;
  for (let i = COORDINATE_BYTES - 1; i >= 0; i -= 1) {
    const at = COORDINATE_BYTES + i;
    const difference = (FIELD[i] as number) - (rawKey[at] as number) - borrow;
    out[at] = difference & 0xff;
    borrow = difference < 0 ? 1 : 0;
  }
  return out;
}
