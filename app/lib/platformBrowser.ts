/**
 * What `platform.ts` has, without Node: for browsers. It does the same, only slower; what gives a
 * Buffer there is missing, because nothing that a browser runs needs one.
 */
import { ripemd160 as nobleRipemd160 } from "@noble/hashes/legacy.js";
import { sha256 as nobleSha256 } from "@noble/hashes/sha2.js";
import { base64 as base64Coder, hex as hexCoder } from "@scure/base";

/** See `platform.ts`. @throws Error always: there is no Buffer. */
export function asBuffer(): never {
  throw new Error("a browser has no Buffer");
}

/** See `platform.ts`. */
export function latin1(bytes: Uint8Array): string {
  let text = "";
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
}

/** See `platform.ts`. */
export function hex(bytes: Uint8Array): string {
  return hexCoder.encode(bytes);
}

/** See `platform.ts`. */
export function fromHex(text: string): Uint8Array {
  if (text.length % 2 !== 0 || !/^[0-9a-fA-F]*$/.test(text)) {
    throw new RangeError("expected an even number of hex digits");
  }
  return hexCoder.decode(text.toLowerCase());
}

/** See `platform.ts`. */
export function base64(bytes: Uint8Array): string {
  return base64Coder.encode(bytes);
}

/** See `platform.ts`. */
export function fromBase64(text: string): Uint8Array {
  try {
    return base64Coder.decode(text);
  } catch {
    throw new RangeError("expected canonical base64");
  }
}

/** See `platform.ts`. */
export function compareBytes(a: Uint8Array, b: Uint8Array): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i += 1) {
    const difference = (a[i] as number) - (b[i] as number);
    if (difference !== 0) return Math.sign(difference);
  }
  return Math.sign(a.length - b.length);
}

/** See `platform.ts`. */
export function equalBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && compareBytes(a, b) === 0;
}

/** See `platform.ts`. */
export function sha256(bytes: Uint8Array): Uint8Array {
  return nobleSha256(bytes);
}

/** See `platform.ts`. */
export function sha256Latin1(bytes: Uint8Array): string {
  return latin1(nobleSha256(bytes));
}

/** See `platform.ts`. */
export function ripemd160(bytes: Uint8Array): Uint8Array {
  return nobleRipemd160(bytes);
}
