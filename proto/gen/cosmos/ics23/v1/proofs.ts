// Generated from proto/cosmos/ics23/v1/proofs.proto by "npm run proto". Do not edit.
import { codec, type Codec } from "../../../../wire/codec.ts";
import type { Reader } from "../../../../wire/reader.ts";
import type { Writer } from "../../../../wire/writer.ts";

/** A hash function. Proofs of this chain use SHA256, and NO_HASH for keys. */
export type HashOp = number;
export const HashOp = {
  NO_HASH: 0,
  SHA256: 1,
  SHA512: 2,
  KECCAK256: 3,
  RIPEMD160: 4,
  BITCOIN: 5,
  SHA512_256: 6,
  BLAKE2B_512: 7,
  BLAKE2S_256: 8,
  BLAKE3: 9,
} as const;

/** How a length is written before a key or value. Proofs of this chain use VAR_PROTO. */
export type LengthOp = number;
export const LengthOp = {
  NO_PREFIX: 0,
  VAR_PROTO: 1,
  VAR_RLP: 2,
  FIXED32_BIG: 3,
  FIXED32_LITTLE: 4,
  FIXED64_BIG: 5,
  FIXED64_LITTLE: 6,
  REQUIRE_32_BYTES: 7,
  REQUIRE_64_BYTES: 8,
} as const;

/** How a leaf is hashed from its key and value. */
export interface LeafOp {
  readonly hash: HashOp;
  readonly prehashKey: HashOp;
  readonly prehashValue: HashOp;
  readonly length: LengthOp;
  readonly prefix: Uint8Array;
}

function writeLeafOp(w: Writer, m: LeafOp): void {
  if (m.hash !== 0) {
    w.tag(8);
    w.int32(m.hash);
  }
  if (m.prehashKey !== 0) {
    w.tag(16);
    w.int32(m.prehashKey);
  }
  if (m.prehashValue !== 0) {
    w.tag(24);
    w.int32(m.prehashValue);
  }
  if (m.length !== 0) {
    w.tag(32);
    w.int32(m.length);
  }
  if (m.prefix.length > 0) {
    w.tag(42);
    w.bytes(m.prefix);
  }
}

function readLeafOp(r: Reader): LeafOp {
  let f1: HashOp = 0;
  let f2: HashOp = 0;
  let f3: HashOp = 0;
  let f4: LengthOp = 0;
  let f5: Uint8Array = new Uint8Array(0);
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 8:
        r.single(last, tag);
        f1 = r.value(r.int32());
        break;
      case 16:
        r.single(last, tag);
        f2 = r.value(r.int32());
        break;
      case 24:
        r.single(last, tag);
        f3 = r.value(r.int32());
        break;
      case 32:
        r.single(last, tag);
        f4 = r.value(r.int32());
        break;
      case 42:
        r.single(last, tag);
        f5 = r.value(r.bytes());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { hash: f1, prehashKey: f2, prehashValue: f3, length: f4, prefix: f5 };
}

export const LeafOp: Codec<LeafOp> = codec<LeafOp>({
  typeUrl: "/cosmos.ics23.v1.LeafOp",
  fields: [
    { name: "hash", jsonName: "hash", number: 1, kind: "enum", repeated: false, optional: false, values: HashOp },
    { name: "prehashKey", jsonName: "prehash_key", number: 2, kind: "enum", repeated: false, optional: false, values: HashOp },
    { name: "prehashValue", jsonName: "prehash_value", number: 3, kind: "enum", repeated: false, optional: false, values: HashOp },
    { name: "length", jsonName: "length", number: 4, kind: "enum", repeated: false, optional: false, values: LengthOp },
    { name: "prefix", jsonName: "prefix", number: 5, kind: "bytes", repeated: false, optional: false },
  ],
  defaults: () => ({ hash: 0, prehashKey: 0, prehashValue: 0, length: 0, prefix: new Uint8Array(0) }),
  write: writeLeafOp,
  read: readLeafOp,
});

/** How a parent is hashed from one child: hash(prefix, child, suffix). */
export interface InnerOp {
  readonly hash: HashOp;
  readonly prefix: Uint8Array;
  readonly suffix: Uint8Array;
}

function writeInnerOp(w: Writer, m: InnerOp): void {
  if (m.hash !== 0) {
    w.tag(8);
    w.int32(m.hash);
  }
  if (m.prefix.length > 0) {
    w.tag(18);
    w.bytes(m.prefix);
  }
  if (m.suffix.length > 0) {
    w.tag(26);
    w.bytes(m.suffix);
  }
}

function readInnerOp(r: Reader): InnerOp {
  let f1: HashOp = 0;
  let f2: Uint8Array = new Uint8Array(0);
  let f3: Uint8Array = new Uint8Array(0);
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 8:
        r.single(last, tag);
        f1 = r.value(r.int32());
        break;
      case 18:
        r.single(last, tag);
        f2 = r.value(r.bytes());
        break;
      case 26:
        r.single(last, tag);
        f3 = r.value(r.bytes());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { hash: f1, prefix: f2, suffix: f3 };
}

export const InnerOp: Codec<InnerOp> = codec<InnerOp>({
  typeUrl: "/cosmos.ics23.v1.InnerOp",
  fields: [
    { name: "hash", jsonName: "hash", number: 1, kind: "enum", repeated: false, optional: false, values: HashOp },
    { name: "prefix", jsonName: "prefix", number: 2, kind: "bytes", repeated: false, optional: false },
    { name: "suffix", jsonName: "suffix", number: 3, kind: "bytes", repeated: false, optional: false },
  ],
  defaults: () => ({ hash: 0, prefix: new Uint8Array(0), suffix: new Uint8Array(0) }),
  write: writeInnerOp,
  read: readInnerOp,
});

/** That a pair is in the tree; path goes from the leaf up to the root. */
export interface ExistenceProof {
  readonly key: Uint8Array;
  readonly value: Uint8Array;
  readonly leaf: LeafOp | undefined;
  readonly path: readonly InnerOp[];
}

function writeExistenceProof(w: Writer, m: ExistenceProof): void {
  if (m.key.length > 0) {
    w.tag(10);
    w.bytes(m.key);
  }
  if (m.value.length > 0) {
    w.tag(18);
    w.bytes(m.value);
  }
  if (m.leaf !== undefined) {
    w.tag(26);
    { const s = w.open(); LeafOp.write(w, m.leaf); w.close(s); }
  }
  for (const v of m.path) {
    w.tag(34);
    { const s = w.open(); InnerOp.write(w, v); w.close(s); }
  }
}

function readExistenceProof(r: Reader): ExistenceProof {
  let f1: Uint8Array = new Uint8Array(0);
  let f2: Uint8Array = new Uint8Array(0);
  let f3: LeafOp | undefined = undefined;
  const f4: InnerOp[] = [];
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10:
        r.single(last, tag);
        f1 = r.value(r.bytes());
        break;
      case 18:
        r.single(last, tag);
        f2 = r.value(r.bytes());
        break;
      case 26: {
        r.single(last, tag);
        const outer = r.enter();
        f3 = LeafOp.read(r);
        r.leave(outer);
        break;
      }
      case 34: {
        const outer = r.enter();
        f4.push(InnerOp.read(r));
        r.leave(outer);
        break;
      }
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { key: f1, value: f2, leaf: f3, path: f4 };
}

export const ExistenceProof: Codec<ExistenceProof> = codec<ExistenceProof>({
  typeUrl: "/cosmos.ics23.v1.ExistenceProof",
  fields: [
    { name: "key", jsonName: "key", number: 1, kind: "bytes", repeated: false, optional: false },
    { name: "value", jsonName: "value", number: 2, kind: "bytes", repeated: false, optional: false },
    { name: "leaf", jsonName: "leaf", number: 3, kind: "message", repeated: false, optional: true, message: () => LeafOp as Codec<never> },
    { name: "path", jsonName: "path", number: 4, kind: "message", repeated: true, optional: false, message: () => InnerOp as Codec<never> },
  ],
  defaults: () => ({ key: new Uint8Array(0), value: new Uint8Array(0), leaf: undefined, path: [] }),
  write: writeExistenceProof,
  read: readExistenceProof,
});

/** That a key is not in the tree: its two neighbours, or one at an edge, are in it side by side. */
export interface NonExistenceProof {
  readonly key: Uint8Array;
  readonly left: ExistenceProof | undefined;
  readonly right: ExistenceProof | undefined;
}

function writeNonExistenceProof(w: Writer, m: NonExistenceProof): void {
  if (m.key.length > 0) {
    w.tag(10);
    w.bytes(m.key);
  }
  if (m.left !== undefined) {
    w.tag(18);
    { const s = w.open(); ExistenceProof.write(w, m.left); w.close(s); }
  }
  if (m.right !== undefined) {
    w.tag(26);
    { const s = w.open(); ExistenceProof.write(w, m.right); w.close(s); }
  }
}

function readNonExistenceProof(r: Reader): NonExistenceProof {
  let f1: Uint8Array = new Uint8Array(0);
  let f2: ExistenceProof | undefined = undefined;
  let f3: ExistenceProof | undefined = undefined;
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10:
        r.single(last, tag);
        f1 = r.value(r.bytes());
        break;
      case 18: {
        r.single(last, tag);
        const outer = r.enter();
        f2 = ExistenceProof.read(r);
        r.leave(outer);
        break;
      }
      case 26: {
        r.single(last, tag);
        const outer = r.enter();
        f3 = ExistenceProof.read(r);
        r.leave(outer);
        break;
      }
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { key: f1, left: f2, right: f3 };
}

export const NonExistenceProof: Codec<NonExistenceProof> = codec<NonExistenceProof>({
  typeUrl: "/cosmos.ics23.v1.NonExistenceProof",
  fields: [
    { name: "key", jsonName: "key", number: 1, kind: "bytes", repeated: false, optional: false },
    { name: "left", jsonName: "left", number: 2, kind: "message", repeated: false, optional: true, message: () => ExistenceProof as Codec<never> },
    { name: "right", jsonName: "right", number: 3, kind: "message", repeated: false, optional: true, message: () => ExistenceProof as Codec<never> },
  ],
  defaults: () => ({ key: new Uint8Array(0), left: undefined, right: undefined }),
  write: writeNonExistenceProof,
  read: readNonExistenceProof,
});

/** Exactly one field is set. Fields 3 and 4 are batch proofs elsewhere; this chain never makes any. */
export interface CommitmentProof {
  readonly exist: ExistenceProof | undefined;
  readonly nonexist: NonExistenceProof | undefined;
}

function writeCommitmentProof(w: Writer, m: CommitmentProof): void {
  if (m.exist !== undefined) {
    w.tag(10);
    { const s = w.open(); ExistenceProof.write(w, m.exist); w.close(s); }
  }
  if (m.nonexist !== undefined) {
    w.tag(18);
    { const s = w.open(); NonExistenceProof.write(w, m.nonexist); w.close(s); }
  }
}

function readCommitmentProof(r: Reader): CommitmentProof {
  let f1: ExistenceProof | undefined = undefined;
  let f2: NonExistenceProof | undefined = undefined;
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10: {
        r.single(last, tag);
        const outer = r.enter();
        f1 = ExistenceProof.read(r);
        r.leave(outer);
        break;
      }
      case 18: {
        r.single(last, tag);
        const outer = r.enter();
        f2 = NonExistenceProof.read(r);
        r.leave(outer);
        break;
      }
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { exist: f1, nonexist: f2 };
}

export const CommitmentProof: Codec<CommitmentProof> = codec<CommitmentProof>({
  typeUrl: "/cosmos.ics23.v1.CommitmentProof",
  fields: [
    { name: "exist", jsonName: "exist", number: 1, kind: "message", repeated: false, optional: true, message: () => ExistenceProof as Codec<never> },
    { name: "nonexist", jsonName: "nonexist", number: 2, kind: "message", repeated: false, optional: true, message: () => NonExistenceProof as Codec<never> },
  ],
  defaults: () => ({ exist: undefined, nonexist: undefined }),
  write: writeCommitmentProof,
  read: readCommitmentProof,
});
