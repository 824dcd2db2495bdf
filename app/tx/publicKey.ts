/**
 * Keys of accounts: one secp256k1 key, or several of which some must sign. The address of the
 * second kind is that of its amino encoding, as on every Cosmos chain.
 */
import { LegacyAminoPubKey } from "../../proto/gen/cosmos/crypto/multisig/keys.ts";
import { PubKey } from "../../proto/gen/cosmos/crypto/secp256k1/keys.ts";
import type { Any } from "../../proto/gen/google/protobuf/any.ts";
import { WireError } from "../../proto/wire/error.ts";
import { MULTISIG_KEYS_MAX } from "../constants.ts";
import { ADDRESS_BYTES, accountAddress, addressOfPublicKey } from "../lib/address.ts";
import { concatBytes, sha256 } from "../lib/bytes.ts";
import { sdkErrors } from "./errors.ts";
import { isPublicKey } from "./signature.ts";

/** Compressed secp256k1 keys, 33 bytes each; one, or those of which `threshold` must sign. */
export interface AccountKey {
  readonly keys: readonly Uint8Array[];
  /** Undefined for one key alone. */
  readonly threshold: number | undefined;
}

/** Amino's prefixes of the two kinds; the second has the length of the key behind it. */
const MULTISIG_PREFIX = new Uint8Array([0x22, 0xc1, 0xf7, 0xe2]);
const SECP256K1_PREFIX = new Uint8Array([0xeb, 0x5a, 0xe9, 0x87, 0x21]);
const THRESHOLD_TAG = 0x08;
const KEY_TAG = 0x12;
const AMINO_KEY_BYTES = 38;

/**
 * The key in `any`. One that is known was checked when its account got it.
 * @throws ModuleError when it is of another kind, or malformed.
 */
export function readAccountKey(any: Any, isKnown: boolean): AccountKey {
  try {
    if (any.typeUrl === LegacyAminoPubKey.typeUrl) return readMultisig(any.value, isKnown);
    return { keys: [readSingle(any, isKnown)], threshold: undefined };
  } catch (error) {
    if (!(error instanceof WireError)) throw error;
    throw sdkErrors.invalidPubKey(error.message);
  }
}

function readSingle(any: Any, isKnown: boolean): Uint8Array {
  if (any.typeUrl !== PubKey.typeUrl) {
    throw sdkErrors.invalidPubKey(`expected ${PubKey.typeUrl} or ${LegacyAminoPubKey.typeUrl}`);
  }
  const { key } = PubKey.decode(any.value);
  if (isKnown || isPublicKey(key)) return key;
  throw sdkErrors.invalidPubKey("not a compressed secp256k1 public key");
}

function readMultisig(bytes: Uint8Array, isKnown: boolean): AccountKey {
  const { threshold, publicKeys } = LegacyAminoPubKey.decode(bytes);
  const count = publicKeys.length;
  if (count === 0 || count > MULTISIG_KEYS_MAX) {
    throw sdkErrors.invalidPubKey(`a multisig has 1 to ${MULTISIG_KEYS_MAX} keys`);
  }
  if (threshold < 1 || threshold > count) {
    throw sdkErrors.invalidPubKey(`a threshold of ${threshold} among ${count} keys`);
  }
  return { keys: publicKeys.map((key) => readSingle(key, isKnown)), threshold };
}

/** The account that `key` controls. */
export function addressOfKey({ keys, threshold }: AccountKey): string {
  if (threshold === undefined) return addressOfPublicKey(keys[0] ?? new Uint8Array(0));
  const parts: Uint8Array[] = [MULTISIG_PREFIX, new Uint8Array([THRESHOLD_TAG, threshold])];
  for (const key of keys) {
    parts.push(new Uint8Array([KEY_TAG, AMINO_KEY_BYTES]), SECP256K1_PREFIX, key);
  }
  return accountAddress(sha256(concatBytes(...parts)).slice(0, ADDRESS_BYTES));
}
