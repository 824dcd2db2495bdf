/**
 * What verifying a checkpoint needs of `bls.ts`, without native code: for browsers, where it stands
 * in its place (package.json, "browser"). It says the same of every input, some 30 times slower.
 */
import { bls12_381 } from "@noble/curves/bls12-381.js";
import { BLS_DOMAINS, BLS_NO_KEY, BLS_RAW_KEY_BYTES, BLS_SIGNATURE_BYTES } from "./blsFormat.ts";
import { equalBytes } from "./bytes.ts";

export { BLS_DOMAINS, BLS_NO_KEY, BLS_RAW_KEY_BYTES, BLS_SIGNATURE_BYTES };

/** The tag of the scheme with proofs of possession, as the native library has it. */
const SCHEME = new TextEncoder().encode("BLS_SIG_BLS12381G2_XMD:SHA-256_SSWU_RO_POP_");
const COORDINATE_BYTES = 48;
/** The curve is y² = x³ + 4. */
const CURVE_B = 4n;

const { Fp } = bls12_381.fields;
const { Point } = bls12_381.G1;
type Key = InstanceType<typeof Point>;

/** The point of a raw key; undefined when it is none of the curve. Its group is trusted. */
function pointOf(rawKey: Uint8Array): Key | undefined {
  if (rawKey.length !== BLS_RAW_KEY_BYTES) return undefined;
  const x = integer(rawKey.subarray(0, COORDINATE_BYTES));
  const y = integer(rawKey.subarray(COORDINATE_BYTES));
  // The bits that mean other encodings make x larger than any coordinate.
  if (x >= Fp.ORDER || y >= Fp.ORDER) return undefined;
  const onCurve = Fp.eql(Fp.sqr(y), Fp.add(Fp.mul(Fp.sqr(x), x), CURVE_B));
  return onCurve ? Point.fromAffine({ x, y }) : undefined;
}

function integer(bytes: Uint8Array): bigint {
  let value = 0n;
  for (const byte of bytes) value = (value << 8n) | BigInt(byte);
  return value;
}

function sum(rawKeys: readonly Uint8Array[]): Key | undefined {
  let total = Point.ZERO;
  for (const rawKey of rawKeys) {
    if (equalBytes(rawKey, BLS_NO_KEY)) continue;
    const point = pointOf(rawKey);
    if (point === undefined) return undefined;
    total = total.add(point);
  }
  return total;
}

/** See `bls.ts`. */
export function blsSumKeys(
  plus: readonly Uint8Array[],
  minus: readonly Uint8Array[] = [],
): Uint8Array | undefined {
  const more = sum(plus);
  const less = sum(minus);
  if (more === undefined || less === undefined) return undefined;
  const total = more.add(less.negate());
  return total.is0() ? BLS_NO_KEY : total.toBytes(false);
}

/** See `bls.ts`. */
export function blsVerifyRaw(
  rawKey: Uint8Array,
  message: Uint8Array,
  signature: Uint8Array,
): boolean {
  const key = pointOf(rawKey);
  if (key === undefined || signature.length !== BLS_SIGNATURE_BYTES) return false;
  const { longSignatures } = bls12_381;
  try {
    const point = longSignatures.Signature.fromBytes(signature);
    point.assertValidity();
    return longSignatures.verify(point, longSignatures.hash(message, SCHEME), key);
  } catch {
    return false;
  }
}
