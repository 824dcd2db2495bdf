// Generated from proto/aegis/checkpoints/v1/checkpoints.proto by "npm run proto". Do not edit.
import { codec, type Codec } from "../../../../wire/codec.ts";
import type { Reader } from "../../../../wire/reader.ts";
import type { Writer } from "../../../../wire/writer.ts";

/** Parameters of checkpoints. */
export interface Params {
  readonly attestEpochs: number;
  readonly missedCheckpointsMax: number;
  readonly checkpointsKept: number;
}

function writeParams(w: Writer, m: Params): void {
  if (m.attestEpochs !== 0) {
    w.tag(8);
    w.uint32(m.attestEpochs);
  }
  if (m.missedCheckpointsMax !== 0) {
    w.tag(16);
    w.uint32(m.missedCheckpointsMax);
  }
  if (m.checkpointsKept !== 0) {
    w.tag(24);
    w.uint32(m.checkpointsKept);
  }
}

function readParams(r: Reader): Params {
  let f1: number = 0;
  let f2: number = 0;
  let f3: number = 0;
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 8:
        r.single(last, tag);
        f1 = r.value(r.uint32());
        break;
      case 16:
        r.single(last, tag);
        f2 = r.value(r.uint32());
        break;
      case 24:
        r.single(last, tag);
        f3 = r.value(r.uint32());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { attestEpochs: f1, missedCheckpointsMax: f2, checkpointsKept: f3 };
}

export const Params: Codec<Params> = codec<Params>({
  typeUrl: "/aegis.checkpoints.v1.Params",
  fields: [
    { name: "attestEpochs", jsonName: "attest_epochs", number: 1, kind: "uint32", repeated: false, optional: false },
    { name: "missedCheckpointsMax", jsonName: "missed_checkpoints_max", number: 2, kind: "uint32", repeated: false, optional: false },
    { name: "checkpointsKept", jsonName: "checkpoints_kept", number: 3, kind: "uint32", repeated: false, optional: false },
  ],
  defaults: () => ({ attestEpochs: 0, missedCheckpointsMax: 0, checkpointsKept: 0 }),
  write: writeParams,
  read: readParams,
});

/** The end of an epoch, and how far it is attested. Hashes have 32 bytes, power is whole ASI. */
export interface Checkpoint {
  readonly epoch: bigint;
  readonly height: bigint;
  readonly blockHash: Uint8Array;
  readonly appHash: Uint8Array;
  readonly commitment: Uint8Array;
  readonly totalPower: bigint;
  readonly members: number;
  readonly slots: number;
  readonly signedPower: bigint;
  readonly signedMembers: number;
  readonly finalHeight: bigint;
  readonly closedHeight: bigint;
}

function writeCheckpoint(w: Writer, m: Checkpoint): void {
  if (m.epoch !== 0n) {
    w.tag(8);
    w.uint64(m.epoch);
  }
  if (m.height !== 0n) {
    w.tag(16);
    w.uint64(m.height);
  }
  if (m.blockHash.length > 0) {
    w.tag(26);
    w.bytes(m.blockHash);
  }
  if (m.appHash.length > 0) {
    w.tag(34);
    w.bytes(m.appHash);
  }
  if (m.commitment.length > 0) {
    w.tag(42);
    w.bytes(m.commitment);
  }
  if (m.totalPower !== 0n) {
    w.tag(48);
    w.uint64(m.totalPower);
  }
  if (m.members !== 0) {
    w.tag(56);
    w.uint32(m.members);
  }
  if (m.slots !== 0) {
    w.tag(64);
    w.uint32(m.slots);
  }
  if (m.signedPower !== 0n) {
    w.tag(72);
    w.uint64(m.signedPower);
  }
  if (m.signedMembers !== 0) {
    w.tag(80);
    w.uint32(m.signedMembers);
  }
  if (m.finalHeight !== 0n) {
    w.tag(88);
    w.uint64(m.finalHeight);
  }
  if (m.closedHeight !== 0n) {
    w.tag(96);
    w.uint64(m.closedHeight);
  }
}

function readCheckpoint(r: Reader): Checkpoint {
  let f1: bigint = 0n;
  let f2: bigint = 0n;
  let f3: Uint8Array = new Uint8Array(0);
  let f4: Uint8Array = new Uint8Array(0);
  let f5: Uint8Array = new Uint8Array(0);
  let f6: bigint = 0n;
  let f7: number = 0;
  let f8: number = 0;
  let f9: bigint = 0n;
  let f10: number = 0;
  let f11: bigint = 0n;
  let f12: bigint = 0n;
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 8:
        r.single(last, tag);
        f1 = r.value(r.uint64());
        break;
      case 16:
        r.single(last, tag);
        f2 = r.value(r.uint64());
        break;
      case 26:
        r.single(last, tag);
        f3 = r.value(r.bytes());
        break;
      case 34:
        r.single(last, tag);
        f4 = r.value(r.bytes());
        break;
      case 42:
        r.single(last, tag);
        f5 = r.value(r.bytes());
        break;
      case 48:
        r.single(last, tag);
        f6 = r.value(r.uint64());
        break;
      case 56:
        r.single(last, tag);
        f7 = r.value(r.uint32());
        break;
      case 64:
        r.single(last, tag);
        f8 = r.value(r.uint32());
        break;
      case 72:
        r.single(last, tag);
        f9 = r.value(r.uint64());
        break;
      case 80:
        r.single(last, tag);
        f10 = r.value(r.uint32());
        break;
      case 88:
        r.single(last, tag);
        f11 = r.value(r.uint64());
        break;
      case 96:
        r.single(last, tag);
        f12 = r.value(r.uint64());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { epoch: f1, height: f2, blockHash: f3, appHash: f4, commitment: f5, totalPower: f6, members: f7, slots: f8, signedPower: f9, signedMembers: f10, finalHeight: f11, closedHeight: f12 };
}

export const Checkpoint: Codec<Checkpoint> = codec<Checkpoint>({
  typeUrl: "/aegis.checkpoints.v1.Checkpoint",
  fields: [
    { name: "epoch", jsonName: "epoch", number: 1, kind: "uint64", repeated: false, optional: false },
    { name: "height", jsonName: "height", number: 2, kind: "uint64", repeated: false, optional: false },
    { name: "blockHash", jsonName: "block_hash", number: 3, kind: "bytes", repeated: false, optional: false },
    { name: "appHash", jsonName: "app_hash", number: 4, kind: "bytes", repeated: false, optional: false },
    { name: "commitment", jsonName: "commitment", number: 5, kind: "bytes", repeated: false, optional: false },
    { name: "totalPower", jsonName: "total_power", number: 6, kind: "uint64", repeated: false, optional: false },
    { name: "members", jsonName: "members", number: 7, kind: "uint32", repeated: false, optional: false },
    { name: "slots", jsonName: "slots", number: 8, kind: "uint32", repeated: false, optional: false },
    { name: "signedPower", jsonName: "signed_power", number: 9, kind: "uint64", repeated: false, optional: false },
    { name: "signedMembers", jsonName: "signed_members", number: 10, kind: "uint32", repeated: false, optional: false },
    { name: "finalHeight", jsonName: "final_height", number: 11, kind: "uint64", repeated: false, optional: false },
    { name: "closedHeight", jsonName: "closed_height", number: 12, kind: "uint64", repeated: false, optional: false },
  ],
  defaults: () => ({ epoch: 0n, height: 0n, blockHash: new Uint8Array(0), appHash: new Uint8Array(0), commitment: new Uint8Array(0), totalPower: 0n, members: 0, slots: 0, signedPower: 0n, signedMembers: 0, finalHeight: 0n, closedHeight: 0n }),
  write: writeCheckpoint,
  read: readCheckpoint,
});

/** Who signed a checkpoint. */
export interface Attestation {
  readonly signers: Uint8Array;
  readonly signature: Uint8Array;
}

function writeAttestation(w: Writer, m: Attestation): void {
  if (m.signers.length > 0) {
    w.tag(10);
    w.bytes(m.signers);
  }
  if (m.signature.length > 0) {
    w.tag(18);
    w.bytes(m.signature);
  }
}

function readAttestation(r: Reader): Attestation {
  let f1: Uint8Array = new Uint8Array(0);
  let f2: Uint8Array = new Uint8Array(0);
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
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { signers: f1, signature: f2 };
}

export const Attestation: Codec<Attestation> = codec<Attestation>({
  typeUrl: "/aegis.checkpoints.v1.Attestation",
  fields: [
    { name: "signers", jsonName: "signers", number: 1, kind: "bytes", repeated: false, optional: false },
    { name: "signature", jsonName: "signature", number: 2, kind: "bytes", repeated: false, optional: false },
  ],
  defaults: () => ({ signers: new Uint8Array(0), signature: new Uint8Array(0) }),
  write: writeAttestation,
  read: readAttestation,
});

/** A block that somebody signed as the last one of an epoch, true or not. */
export interface SignedCheckpoint {
  readonly height: bigint;
  readonly blockHash: Uint8Array;
  readonly appHash: Uint8Array;
  readonly commitment: Uint8Array;
  readonly attestation: Attestation | undefined;
}

function writeSignedCheckpoint(w: Writer, m: SignedCheckpoint): void {
  if (m.height !== 0n) {
    w.tag(8);
    w.uint64(m.height);
  }
  if (m.blockHash.length > 0) {
    w.tag(18);
    w.bytes(m.blockHash);
  }
  if (m.appHash.length > 0) {
    w.tag(26);
    w.bytes(m.appHash);
  }
  if (m.commitment.length > 0) {
    w.tag(34);
    w.bytes(m.commitment);
  }
  if (m.attestation !== undefined) {
    w.tag(42);
    { const s = w.open(); Attestation.write(w, m.attestation); w.close(s); }
  }
}

function readSignedCheckpoint(r: Reader): SignedCheckpoint {
  let f1: bigint = 0n;
  let f2: Uint8Array = new Uint8Array(0);
  let f3: Uint8Array = new Uint8Array(0);
  let f4: Uint8Array = new Uint8Array(0);
  let f5: Attestation | undefined = undefined;
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 8:
        r.single(last, tag);
        f1 = r.value(r.uint64());
        break;
      case 18:
        r.single(last, tag);
        f2 = r.value(r.bytes());
        break;
      case 26:
        r.single(last, tag);
        f3 = r.value(r.bytes());
        break;
      case 34:
        r.single(last, tag);
        f4 = r.value(r.bytes());
        break;
      case 42: {
        r.single(last, tag);
        const outer = r.enter();
        f5 = Attestation.read(r);
        r.leave(outer);
        break;
      }
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { height: f1, blockHash: f2, appHash: f3, commitment: f4, attestation: f5 };
}

export const SignedCheckpoint: Codec<SignedCheckpoint> = codec<SignedCheckpoint>({
  typeUrl: "/aegis.checkpoints.v1.SignedCheckpoint",
  fields: [
    { name: "height", jsonName: "height", number: 1, kind: "uint64", repeated: false, optional: false },
    { name: "blockHash", jsonName: "block_hash", number: 2, kind: "bytes", repeated: false, optional: false },
    { name: "appHash", jsonName: "app_hash", number: 3, kind: "bytes", repeated: false, optional: false },
    { name: "commitment", jsonName: "commitment", number: 4, kind: "bytes", repeated: false, optional: false },
    { name: "attestation", jsonName: "attestation", number: 5, kind: "message", repeated: false, optional: true, message: () => Attestation as Codec<never> },
  ],
  defaults: () => ({ height: 0n, blockHash: new Uint8Array(0), appHash: new Uint8Array(0), commitment: new Uint8Array(0), attestation: undefined }),
  write: writeSignedCheckpoint,
  read: readSignedCheckpoint,
});

/** Final checkpoints that each of 256 slots missed in a row, one byte per slot. */
export interface MissedChunk {
  readonly chunk: number;
  readonly counts: Uint8Array;
}

function writeMissedChunk(w: Writer, m: MissedChunk): void {
  if (m.chunk !== 0) {
    w.tag(8);
    w.uint32(m.chunk);
  }
  if (m.counts.length > 0) {
    w.tag(18);
    w.bytes(m.counts);
  }
}

function readMissedChunk(r: Reader): MissedChunk {
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
  return { chunk: f1, counts: f2 };
}

export const MissedChunk: Codec<MissedChunk> = codec<MissedChunk>({
  typeUrl: "/aegis.checkpoints.v1.MissedChunk",
  fields: [
    { name: "chunk", jsonName: "chunk", number: 1, kind: "uint32", repeated: false, optional: false },
    { name: "counts", jsonName: "counts", number: 2, kind: "bytes", repeated: false, optional: false },
  ],
  defaults: () => ({ chunk: 0, counts: new Uint8Array(0) }),
  write: writeMissedChunk,
  read: readMissedChunk,
});
