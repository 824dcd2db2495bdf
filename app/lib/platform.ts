/**
 * What bytes need of Node: its Buffer and its hashes, which are several times as fast as others. In
 * a browser `platformBrowser.ts` stands in its place (package.json, "browser").
 */
import { createHash, hash } from "node:crypto";

/** One character per byte: how bytes become keys of a Map. */
export function latin1(bytes: Uint8Array): string {
  // The method works on any Uint8Array and saves the making of a Buffer.
  return Buffer.prototype.latin1Slice.call(bytes, 0, bytes.length);
}

/** A view of `bytes` as a Buffer, without copying. */
export function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** Lower-case hex of `bytes`. */
export function hex(bytes: Uint8Array): string {
  return asBuffer(bytes).toString("hex");
}

/**
 * Bytes of a hex string of either case.
 * @throws RangeError when `text` is not an even number of hex digits.
 */
export function fromHex(text: string): Uint8Array {
  if (text.length % 2 !== 0 || !/^[0-9a-fA-F]*$/.test(text)) {
    throw new RangeError("expected an even number of hex digits");
  }
  return new Uint8Array(Buffer.from(text, "hex"));
}

/** Standard base64, padded. */
export function base64(bytes: Uint8Array): string {
  return asBuffer(bytes).toString("base64");
}

/**
 * Bytes of a base64 string.
 * @throws RangeError when `text` is not canonical padded base64.
 */
export function fromBase64(text: string): Uint8Array {
  const bytes = Buffer.from(text, "base64");
  if (bytes.toString("base64") !== text) throw new RangeError("expected canonical base64");
  return new Uint8Array(bytes);
}

/** Byte-wise order: negative when `a` comes first. */
export function compareBytes(a: Uint8Array, b: Uint8Array): number {
  return Buffer.compare(a, b);
}

/** Whether both hold the same bytes. Not constant time: never use it on secrets. */
export function equalBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && Buffer.compare(a, b) === 0;
}

/** SHA-256 of `bytes`: 32 bytes. */
export function sha256(bytes: Uint8Array): Uint8Array {
  // Twice as fast in Node 20 as asking for a buffer, which goes through a slower path.
  return Buffer.from(sha256Latin1(bytes), "latin1");
}

/** SHA-256 of `bytes` with one character per byte: for who needs a few of them and no array. */
export function sha256Latin1(bytes: Uint8Array): string {
  return hash("sha256", bytes, "binary");
}

/** RIPEMD-160 of `bytes`: 20 bytes. */
export function ripemd160(bytes: Uint8Array): Uint8Array {
  return createHash("ripemd160").update(bytes).digest();
}
