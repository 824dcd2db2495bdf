/**
 * Keys of accounts: one secp256k1 key, or several of which a threshold must sign. A multisig's
 * address comes from the amino encoding of its keys, as everywhere among Cosmos chains, so that
 * wallets make the same account.
 */
import { LegacyAminoPubKey } from "../../proto/gen/cosmos/crypto/multisig/keys.ts";
import { PubKey } from "../../proto/gen/cosmos/crypto/secp256k1/keys.ts";
import type { SignerInfo } from "../../proto/gen/cosmos/tx/v1beta1/tx.ts";
import type { Any } from "../../proto/gen/google/protobuf/any.ts";
import { WireError } from "../../proto/wire/error.ts";
import { MULTISIG_KEYS_MAX } from "../constants.ts";
import { ADDRESS_BYTES, accountAddress, addressOfPublicKey } from "../lib/address.ts";
import { concatBytes, fromHex, sha256 } from "../lib/bytes.ts";
import { sdkErrors } from "./errors.ts";
import { isPublicKey } from "./signature.ts";

/** What must sign for an account. */
export interface AccountKey {
  /** Undefined for a single key. */
  readonly threshold: number | undefined;
  /** Compressed secp256k1 keys, 33 bytes each. */
  readonly keys: readonly Uint8Array[];
}

/** Amino's prefixes of the two types; the second ends with the length of its content. */
const MULTISIG_PREFIX = fromHex("22c1f7e2");
const SECP256K1_PREFIX = fromHex("eb5ae98721");
/** Tags of protobuf fields 1 (varint) and 2 (bytes). */
const THRESHOLD_TAG = 0x08;
const KEY_TAG = 0x12;

/**
 * The key that `any` is. Whether its points are on the curve is not checked when `isKnown`: then it
 * was when an account got it.
 * @throws ModuleError when it is no key that an account can have.
 */
export function accountKey(any: Any, isKnown: boolean): AccountKey {
  try {
    if (any.typeUrl === PubKey.typeUrl)
      return { threshold: undefined, keys: [keyOf(any, isKnown)] };
    if (any.typeUrl === LegacyAminoPubKey.typeUrl) return multisigKey(any.value, isKnown);
  } catch (error) {
    if (!(error instanceof WireError)) throw error;
    throw sdkErrors.invalidPubKey("not the encoding of a public key");
  }
  throw sdkErrors.invalidPubKey(`expected ${PubKey.typeUrl} or ${LegacyAminoPubKey.typeUrl}`);
}

function multisigKey(value: Uint8Array, isKnown: boolean): AccountKey {
  const { threshold, publicKeys } = LegacyAminoPubKey.decode(value);
  if (publicKeys.length > MULTISIG_KEYS_MAX) {
    throw sdkErrors.invalidPubKey(`a multisig has at most ${MULTISIG_KEYS_MAX} keys`);
  }
  if (threshold < 1 || threshold > publicKeys.length) {
    throw sdkErrors.invalidPubKey(`threshold ${threshold} of ${publicKeys.length} keys`);
  }
  return { threshold, keys: publicKeys.map((any) => keyOf(any, isKnown)) };
}

/** One secp256k1 key; multisigs do not nest. */
function keyOf(any: Any, isKnown: boolean): Uint8Array {
  if (any.typeUrl !== PubKey.typeUrl) throw sdkErrors.invalidPubKey(`expected ${PubKey.typeUrl}`);
  const { key } = PubKey.decode(any.value);
  if (isKnown || isPublicKey(key)) return key;
  throw sdkErrors.invalidPubKey("not a compressed secp256k1 public key");
}

/** The account that a key controls. */
export function addressOfKey({ threshold, keys }: AccountKey): string {
  if (threshold === undefined) return addressOfPublicKey(keys[0] as Uint8Array);
  const parts = keys.flatMap((key) => [
    Uint8Array.of(KEY_TAG, SECP256K1_PREFIX.length + key.length),
    SECP256K1_PREFIX,
    key,
  ]);
  const head = Uint8Array.of(THRESHOLD_TAG, threshold);
  return accountAddress(
    sha256(concatBytes(MULTISIG_PREFIX, head, ...parts)).slice(0, ADDRESS_BYTES),
  );
}

/** The key of several as accounts keep it and transactions carry it. */
export function multisigAny(threshold: number, keys: readonly Uint8Array[]): Any {
  const publicKeys = keys.map((key) => ({
    typeUrl: PubKey.typeUrl,
    value: PubKey.encode({ key }),
  }));
  return {
    typeUrl: LegacyAminoPubKey.typeUrl,
    value: LegacyAminoPubKey.encode({ threshold, publicKeys }),
  };
}

/**
 * How many signatures the gas of a signer pays for: those that it says it brings, or, in a
 * simulation that says nothing, those that its multisig needs.
 */
export function signatureCount({ modeInfo, publicKey }: SignerInfo): number {
  if (modeInfo?.multi !== undefined) return Math.max(1, modeInfo.multi.modeInfos.length);
  if (publicKey?.typeUrl !== LegacyAminoPubKey.typeUrl) return 1;
  try {
    const { threshold } = LegacyAminoPubKey.decode(publicKey.value);
    return Math.min(Math.max(1, threshold), MULTISIG_KEYS_MAX);
  } catch (error) {
    if (!(error instanceof WireError)) throw error;
    return 1;
  }
}
