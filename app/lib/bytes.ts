/**
 * Byte helpers: hex, base64, comparison, concatenation and the preimage writer of the protocol.
 * Everything here is pure; bytes are `Uint8Array` and never aliased with their input unless said.
 */
import { assert } from "./assert.ts";
import {
  asBuffer,
  base64,
  compareBytes,
  equalBytes,
  fromBase64,
  fromHex,
  hex,
  latin1,
  ripemd160,
  sha256,
  sha256Latin1,
} from "./platform.ts";

export {
  asBuffer,
  base64,
  compareBytes,
  equalBytes,
  fromBase64,
  fromHex,
  hex,
  latin1,
  ripemd160,
  sha256,
  sha256Latin1,
};

export const EMPTY_BYTES: Uint8Array = new Uint8Array(0);

const encoder = new TextEncoder();
const strictDecoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** Below this length a loop beats the call into the encoder. */
const SHORT_TEXT = 64;

/** UTF-8 bytes of `text`. */
export function utf8(text: string): Uint8Array {
  if (text.length > SHORT_TEXT) return encoder.encode(text);
  const out = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit >= 0x80) return encoder.encode(text);
    out[i] = unit;
  }
  return out;
}

/**
 * Text of UTF-8 `bytes`.
 * @throws TypeError when the bytes are not valid UTF-8.
 */
export function utf8Text(bytes: Uint8Array): string {
  return strictDecoder.decode(bytes);
}

/** One new array holding `parts` in order. */
export function concatBytes(...parts: readonly Uint8Array[]): Uint8Array {
  let length = 0;
  for (const part of parts) length += part.length;
  const out = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}

/** `value` as 8 bytes, big-endian. `value` must be in [0, 2^64). */
export function uint64BigEndian(value: bigint | number): Uint8Array {
  const big = BigInt(value);
  assert(big >= 0n && big < 1n << 64n, "uint64 out of range");
  const out = new Uint8Array(8);
  new DataView(out.buffer).setBigUint64(0, big);
  return out;
}

/** `value` as 4 bytes, big-endian. `value` must be in [0, 2^32). */
export function uint32BigEndian(value: number): Uint8Array {
  assert(Number.isInteger(value) && value >= 0 && value < 2 ** 32, "uint32 out of range");
  const out = new Uint8Array(4);
  new DataView(out.buffer).setUint32(0, value);
  return out;
}

/**
 * One part of a hash or signature preimage (protocol.md, "In every hash and signature preimage"): a
 * domain string stands raw, integers are uint64 big-endian, hashes, salts and addresses stand raw
 * at their fixed size, every other string or byte field has its length as uint32 big-endian before
 * it.
 */
export type PreimagePart =
  | { readonly domain: string }
  | { readonly integer: bigint | number }
  | { readonly hash: Uint8Array }
  | { readonly address: Uint8Array }
  | { readonly text: string }
  | { readonly bytes: Uint8Array };

function preimagePart(part: PreimagePart): Uint8Array {
  if ("domain" in part) return utf8(part.domain);
  if ("integer" in part) return uint64BigEndian(part.integer);
  if ("hash" in part) {
    assert(part.hash.length === 32, "a hash or salt in a preimage has 32 bytes");
    return part.hash;
  }
  if ("address" in part) {
    assert(part.address.length === 20, "an address in a preimage has 20 bytes");
    return part.address;
  }
  const bytes = "text" in part ? utf8(part.text) : part.bytes;
  return concatBytes(uint32BigEndian(bytes.length), bytes);
}

/** The preimage bytes of `parts`, in order. */
export function preimage(...parts: readonly PreimagePart[]): Uint8Array {
  return concatBytes(...parts.map(preimagePart));
}

/** SHA-256 of the preimage of `parts`. */
export function hashOf(...parts: readonly PreimagePart[]): Uint8Array {
  return sha256(preimage(...parts));
}
