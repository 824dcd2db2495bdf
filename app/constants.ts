/**
 * Every limit of the host, and the relations among them. Limits that the chain may change are
 * genesis parameters of a module; these are compiled in and identical on all nodes.
 */
import { assert } from "./lib/assert.ts";

/** Name and protocol version that `Info` reports. */
export const APP_NAME = "aegisd";
export const APP_VERSION = "0.1.0";
export const APP_PROTOCOL_VERSION = 1n;

/** Largest transaction, in bytes; also CometBFT's `max_tx_bytes` in our config. */
export const TX_BYTES_MAX = 1_048_576;
export const TX_MESSAGES_MAX = 64;
export const TX_SIGNERS_MAX = 8;
/** Keys of one multisig account, as in the Cosmos SDK (`tx_sig_limit`). */
export const MULTISIG_KEYS_MAX = 7;
export const MEMO_BYTES_MAX = 512;
/**
 * Largest transaction that is signed in amino JSON: its text is made anew for each signer, has up
 * to six times as many bytes, and costs tens of milliseconds before anybody has paid.
 */
export const AMINO_TX_BYTES_MAX = 262_144;
/** Above this a gas limit is refused, so that sums of gas never leave int64. */
export const GAS_LIMIT_MAX = 1_000_000_000_000n;

export const GAS_PER_TX_BYTE = 10n;
export const GAS_PER_SIGNATURE = 1_000n;

/** Longest list that one query answers. */
export const PAGE_ITEMS_MAX = 200;

/** A BLS signature; the only content of a vote extension. */
export const VOTE_EXTENSION_BYTES_MAX = 96;

/** Share of a block's bytes that urgent messages keep before others (protocol.md 2.5). */
export const URGENT_SHARE_PERCENT = 50n;

/** Decoded transactions remembered (two generations), when no longer than the second limit. */
export const DECODED_TX_CACHE_ENTRIES = 5_000;
export const DECODED_TX_CACHE_BYTES_MAX = 4_096;

assert(GAS_PER_TX_BYTE * BigInt(TX_BYTES_MAX) < GAS_LIMIT_MAX, "any allowed tx can pay its bytes");
assert(MEMO_BYTES_MAX < TX_BYTES_MAX, "a memo fits into a transaction");
