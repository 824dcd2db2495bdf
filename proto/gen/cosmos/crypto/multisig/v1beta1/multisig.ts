// Generated from proto/cosmos/crypto/multisig/v1beta1/multisig.proto by "npm run proto". Do not edit.
import { codec, type Codec } from "../../../../../wire/codec.ts";
import type { Reader } from "../../../../../wire/reader.ts";
import type { Writer } from "../../../../../wire/writer.ts";

/** The signatures of those who signed, in the order of their keys. */
export interface MultiSignature {
  readonly signatures: readonly Uint8Array[];
}

function writeMultiSignature(w: Writer, m: MultiSignature): void {
  for (const v of m.signatures) {
    w.tag(10);
    w.bytes(v);
  }
}

function readMultiSignature(r: Reader): MultiSignature {
  const f1: Uint8Array[] = [];
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10:
        f1.push(r.bytes());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { signatures: f1 };
}

export const MultiSignature: Codec<MultiSignature> = codec<MultiSignature>({
  typeUrl: "/cosmos.crypto.multisig.v1beta1.MultiSignature",
  fields: [
    { name: "signatures", jsonName: "signatures", number: 1, kind: "bytes", repeated: true, optional: false },
  ],
  defaults: () => ({ signatures: [] }),
  write: writeMultiSignature,
  read: readMultiSignature,
});

/** Which keys signed, one bit each; extra_bits_stored counts the bits used of the last byte. */
export interface CompactBitArray {
  readonly extraBitsStored: number;
  readonly elems: Uint8Array;
}

function writeCompactBitArray(w: Writer, m: CompactBitArray): void {
  if (m.extraBitsStored !== 0) {
    w.tag(8);
    w.uint32(m.extraBitsStored);
  }
  if (m.elems.length > 0) {
    w.tag(18);
    w.bytes(m.elems);
  }
}

function readCompactBitArray(r: Reader): CompactBitArray {
  let f1: number = 0;
  let f2: Uint8Array = new Uint8Array(0);
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 8:
        r.single(last, tag);
        f1 = r.value(r.uint32());
        break;
      case 18:
        r.single(last, tag);
        f2 = r.value(r.bytes());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { extraBitsStored: f1, elems: f2 };
}

export const CompactBitArray: Codec<CompactBitArray> = codec<CompactBitArray>({
  typeUrl: "/cosmos.crypto.multisig.v1beta1.CompactBitArray",
  fields: [
    { name: "extraBitsStored", jsonName: "extra_bits_stored", number: 1, kind: "uint32", repeated: false, optional: false },
    { name: "elems", jsonName: "elems", number: 2, kind: "bytes", repeated: false, optional: false },
  ],
  defaults: () => ({ extraBitsStored: 0, elems: new Uint8Array(0) }),
  write: writeCompactBitArray,
  read: readCompactBitArray,
});
