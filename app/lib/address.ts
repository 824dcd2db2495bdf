/**
 * Bech32 addresses of this chain. An account address is RIPEMD-160(SHA-256(compressed secp256k1
 * key)); a module's account is the first 20 bytes of SHA-256 of its name (Cosmos SDK ADR-028
 * style).
 */
import { bech32 } from "@scure/base";
import { assert } from "./assert.ts";
import { latin1, ripemd160, sha256, utf8 } from "./bytes.ts";

export const ACCOUNT_PREFIX = "aegis";
export const OPERATOR_PREFIX = "aegisvaloper";
export const CONSENSUS_PREFIX = "aegisvalcons";
export const ADDRESS_BYTES = 20;

const CACHE_ENTRIES_MAX = 65_536;
const decoded = new Map<string, Uint8Array>();
const encoded = new Map<string, string>();

function remember<K, V>(cache: Map<K, V>, key: K, value: V): V {
  if (cache.size >= CACHE_ENTRIES_MAX) cache.clear();
  cache.set(key, value);
  return value;
}

/** The account address of 20 `bytes`. */
export function accountAddress(bytes: Uint8Array): string {
  const key = latin1(bytes);
  return (
    encoded.get(key) ?? remember(encoded, key, bech32.encode(ACCOUNT_PREFIX, bech32.toWords(bytes)))
  );
}

/** The validator that the account of 20 `bytes` operates, `aegisvaloper…`. */
export function operatorAddress(bytes: Uint8Array): string {
  return prefixedAddress(OPERATOR_PREFIX, bytes);
}

/** The consensus key whose CometBFT address is these 20 `bytes`, `aegisvalcons…`. */
export function consensusAddress(bytes: Uint8Array): string {
  return prefixedAddress(CONSENSUS_PREFIX, bytes);
}

function prefixedAddress(prefix: string, bytes: Uint8Array): string {
  assert(bytes.length === ADDRESS_BYTES, "an address has 20 bytes");
  return bech32.encode(prefix, bech32.toWords(bytes));
}

/** Inverse of `operatorAddress`. @throws RangeError as `addressBytes` does. */
export function operatorBytes(operator: string): Uint8Array {
  return addressBytes(operator, OPERATOR_PREFIX);
}

/** Inverse of `consensusAddress`. @throws RangeError as `addressBytes` does. */
export function consensusBytes(consensus: string): Uint8Array {
  return addressBytes(consensus, CONSENSUS_PREFIX);
}

/**
 * The 20 bytes of an address.
 * @throws RangeError when it is not lower-case bech32 of 20 bytes under `prefix`.
 */
export function addressBytes(address: string, prefix: string = ACCOUNT_PREFIX): Uint8Array {
  const known = prefix === ACCOUNT_PREFIX ? decoded.get(address) : undefined;
  if (known !== undefined) return known;
  const bytes = decodeAddress(address, prefix);
  return prefix === ACCOUNT_PREFIX ? remember(decoded, address, bytes) : bytes;
}

function decodeAddress(address: string, prefix: string): Uint8Array {
  let result: { prefix: string; words: number[] };
  let bytes: Uint8Array;
  try {
    result = bech32.decode(address as `${string}1${string}`, 90);
    bytes = bech32.fromWords(result.words);
  } catch {
    throw new RangeError("not a bech32 address");
  }
  if (result.prefix !== prefix) throw new RangeError(`expected an address that begins ${prefix}1`);
  if (bytes.length !== ADDRESS_BYTES) throw new RangeError("an address has 20 bytes");
  // bech32 allows all upper case; one account must have one spelling.
  if (address !== address.toLowerCase()) throw new RangeError("address must be lower case");
  return bytes;
}

/** Whether `address` is a valid account address. */
export function isAccountAddress(address: string): boolean {
  try {
    addressBytes(address);
    return true;
  } catch {
    return false;
  }
}

/** The account address of a compressed secp256k1 public key (33 bytes). */
export function addressOfPublicKey(publicKey: Uint8Array): string {
  return accountAddress(ripemd160(sha256(publicKey)));
}

/** The account that a module holds coins in, such as "tasks_escrow". No key controls it. */
export function moduleAddress(name: string): string {
  return accountAddress(sha256(utf8(name)).slice(0, ADDRESS_BYTES));
}
