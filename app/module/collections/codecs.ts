/**
 * Key and value encodings of collections. Key encodings keep order: the byte order of encoded keys
 * is the order of the keys, and no encoded key is a prefix of another of the same codec (except the
 * last part of a tuple), so that ranges mean what they say.
 */
import type { Codec } from "../../../proto/wire/codec.ts";
import { assert } from "../../lib/assert.ts";
import { accountAddress, addressBytes } from "../../lib/address.ts";
import { concatBytes, uint32BigEndian, uint64BigEndian, utf8, utf8Text } from "../../lib/bytes.ts";
import { ModuleError } from "../error.ts";

/** `sdk` code of a request that is malformed. */
const INVALID_REQUEST = 18;

/** An order-preserving key encoding. */
export interface KeyCodec<K> {
  encode(key: K): Uint8Array;
  /** Reads a key at `at`; returns it and where it ends. */
  decode(bytes: Uint8Array, at: number): readonly [key: K, end: number];
}

/** A value encoding. Encoded values are never empty. */
export interface ValueCodec<V> {
  encode(value: V): Uint8Array;
  decode(bytes: Uint8Array): V;
}

function viewAt(bytes: Uint8Array, at: number, length: number): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset + at, length);
}

export const uint64Key: KeyCodec<bigint> = {
  encode: (key) => uint64BigEndian(key),
  decode: (bytes, at) => [viewAt(bytes, at, 8).getBigUint64(0), at + 8],
};

export const uint32Key: KeyCodec<number> = {
  encode: (key) => uint32BigEndian(key),
  decode: (bytes, at) => [viewAt(bytes, at, 4).getUint32(0), at + 4],
};

/** Bytes of one fixed length, such as a 32-byte hash. */
export function fixedKey(length: number): KeyCodec<Uint8Array> {
  return {
    encode: (key) => {
      assert(key.length === length, `key must have ${length} bytes`);
      return key;
    },
    decode: (bytes, at) => [bytes.slice(at, at + length), at + length],
  };
}

export const hashKey: KeyCodec<Uint8Array> = fixedKey(32);

/** An account address, kept as its 20 bytes. */
export const addressKey: KeyCodec<string> = {
  encode: (key) => addressBytes(key),
  decode: (bytes, at) => [accountAddress(bytes.slice(at, at + 20)), at + 20],
};

/**
 * Text without NUL, ended by a NUL byte. Nothing can stand under other text: whoever asks for it
 * gets the Cosmos SDK's "invalid request".
 */
export const textKey: KeyCodec<string> = {
  encode: (key) => {
    if (key.includes("\0")) throw new ModuleError("sdk", INVALID_REQUEST, "text holds NUL");
    return concatBytes(utf8(key), new Uint8Array(1));
  },
  decode: (bytes, at) => {
    const end = bytes.indexOf(0, at);
    assert(end >= 0, "text in a key ends with NUL");
    return [utf8Text(bytes.subarray(at, end)), end + 1];
  },
};

/** Keys of two parts, ordered by the first. */
export function pairKey<A, B>(a: KeyCodec<A>, b: KeyCodec<B>): KeyCodec<readonly [A, B]> {
  return {
    encode: ([first, second]) => concatBytes(a.encode(first), b.encode(second)),
    decode: (bytes, at) => {
      const [first, middle] = a.decode(bytes, at);
      const [second, end] = b.decode(bytes, middle);
      return [[first, second], end];
    },
  };
}

/** Keys of three parts. */
export function tripleKey<A, B, C>(
  a: KeyCodec<A>,
  b: KeyCodec<B>,
  c: KeyCodec<C>,
): KeyCodec<readonly [A, B, C]> {
  const nested = pairKey(a, pairKey(b, c));
  return {
    encode: ([first, second, third]) => nested.encode([first, [second, third]]),
    decode: (bytes, at) => {
      const [[first, [second, third]], end] = nested.decode(bytes, at);
      return [[first, second, third], end];
    },
  };
}

/** A proto message. Its encoding must never be empty: give it a field that is always set. */
export function protoValue<T>(codec: Codec<T>): ValueCodec<T> {
  return { encode: (value) => codec.encode(value), decode: (bytes) => codec.decode(bytes) };
}

/** An integer in decimal text, as the Cosmos SDK keeps amounts. */
export const integerValue: ValueCodec<bigint> = {
  encode: (value) => utf8(value.toString()),
  decode: (bytes) => BigInt(utf8Text(bytes)),
};

export const textValue: ValueCodec<string> = { encode: utf8, decode: utf8Text };

export const bytesValue: ValueCodec<Uint8Array> = {
  encode: (value) => value,
  decode: (bytes) => bytes,
};
