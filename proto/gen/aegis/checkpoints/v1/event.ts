// Generated from proto/aegis/checkpoints/v1/event.proto by "npm run proto". Do not edit.
import { codec, type Codec } from "../../../../wire/codec.ts";
import type { Reader } from "../../../../wire/reader.ts";
import type { Writer } from "../../../../wire/writer.ts";

/** An epoch ended, and its checkpoint can be attested. */
export interface CheckpointOpened {
  readonly epoch: bigint;
  readonly height: bigint;
  readonly blockHash: Uint8Array;
  readonly appHash: Uint8Array;
  readonly commitment: Uint8Array;
  readonly totalPower: bigint;
}

function writeCheckpointOpened(w: Writer, m: CheckpointOpened): void {
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
}

function readCheckpointOpened(r: Reader): CheckpointOpened {
  let f1: bigint = 0n;
  let f2: bigint = 0n;
  let f3: Uint8Array = new Uint8Array(0);
  let f4: Uint8Array = new Uint8Array(0);
  let f5: Uint8Array = new Uint8Array(0);
  let f6: bigint = 0n;
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
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { epoch: f1, height: f2, blockHash: f3, appHash: f4, commitment: f5, totalPower: f6 };
}

export const CheckpointOpened: Codec<CheckpointOpened> = codec<CheckpointOpened>({
  typeUrl: "/aegis.checkpoints.v1.CheckpointOpened",
  fields: [
    { name: "epoch", jsonName: "epoch", number: 1, kind: "uint64", repeated: false, optional: false },
    { name: "height", jsonName: "height", number: 2, kind: "uint64", repeated: false, optional: false },
    { name: "blockHash", jsonName: "block_hash", number: 3, kind: "bytes", repeated: false, optional: false },
    { name: "appHash", jsonName: "app_hash", number: 4, kind: "bytes", repeated: false, optional: false },
    { name: "commitment", jsonName: "commitment", number: 5, kind: "bytes", repeated: false, optional: false },
    { name: "totalPower", jsonName: "total_power", number: 6, kind: "uint64", repeated: false, optional: false },
  ],
  defaults: () => ({ epoch: 0n, height: 0n, blockHash: new Uint8Array(0), appHash: new Uint8Array(0), commitment: new Uint8Array(0), totalPower: 0n }),
  write: writeCheckpointOpened,
  read: readCheckpointOpened,
});

/** Signatures were added to a checkpoint. */
export interface CheckpointAttested {
  readonly epoch: bigint;
  readonly sender: string;
  readonly newSigners: number;
  readonly signedPower: bigint;
}

function writeCheckpointAttested(w: Writer, m: CheckpointAttested): void {
  if (m.epoch !== 0n) {
    w.tag(8);
    w.uint64(m.epoch);
  }
  if (m.sender !== "") {
    w.tag(18);
    w.string(m.sender);
  }
  if (m.newSigners !== 0) {
    w.tag(24);
    w.uint32(m.newSigners);
  }
  if (m.signedPower !== 0n) {
    w.tag(32);
    w.uint64(m.signedPower);
  }
}

function readCheckpointAttested(r: Reader): CheckpointAttested {
  let f1: bigint = 0n;
  let f2: string = "";
  let f3: number = 0;
  let f4: bigint = 0n;
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
        f2 = r.value(r.string());
        break;
      case 24:
        r.single(last, tag);
        f3 = r.value(r.uint32());
        break;
      case 32:
        r.single(last, tag);
        f4 = r.value(r.uint64());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { epoch: f1, sender: f2, newSigners: f3, signedPower: f4 };
}

export const CheckpointAttested: Codec<CheckpointAttested> = codec<CheckpointAttested>({
  typeUrl: "/aegis.checkpoints.v1.CheckpointAttested",
  fields: [
    { name: "epoch", jsonName: "epoch", number: 1, kind: "uint64", repeated: false, optional: false },
    { name: "sender", jsonName: "sender", number: 2, kind: "string", repeated: false, optional: false },
    { name: "newSigners", jsonName: "new_signers", number: 3, kind: "uint32", repeated: false, optional: false },
    { name: "signedPower", jsonName: "signed_power", number: 4, kind: "uint64", repeated: false, optional: false },
  ],
  defaults: () => ({ epoch: 0n, sender: "", newSigners: 0, signedPower: 0n }),
  write: writeCheckpointAttested,
  read: readCheckpointAttested,
});

/** More than two thirds of the validator set's power signed a checkpoint. */
export interface CheckpointFinal {
  readonly epoch: bigint;
  readonly signedPower: bigint;
  readonly totalPower: bigint;
}

function writeCheckpointFinal(w: Writer, m: CheckpointFinal): void {
  if (m.epoch !== 0n) {
    w.tag(8);
    w.uint64(m.epoch);
  }
  if (m.signedPower !== 0n) {
    w.tag(16);
    w.uint64(m.signedPower);
  }
  if (m.totalPower !== 0n) {
    w.tag(24);
    w.uint64(m.totalPower);
  }
}

function readCheckpointFinal(r: Reader): CheckpointFinal {
  let f1: bigint = 0n;
  let f2: bigint = 0n;
  let f3: bigint = 0n;
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
      case 24:
        r.single(last, tag);
        f3 = r.value(r.uint64());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { epoch: f1, signedPower: f2, totalPower: f3 };
}

export const CheckpointFinal: Codec<CheckpointFinal> = codec<CheckpointFinal>({
  typeUrl: "/aegis.checkpoints.v1.CheckpointFinal",
  fields: [
    { name: "epoch", jsonName: "epoch", number: 1, kind: "uint64", repeated: false, optional: false },
    { name: "signedPower", jsonName: "signed_power", number: 2, kind: "uint64", repeated: false, optional: false },
    { name: "totalPower", jsonName: "total_power", number: 3, kind: "uint64", repeated: false, optional: false },
  ],
  defaults: () => ({ epoch: 0n, signedPower: 0n, totalPower: 0n }),
  write: writeCheckpointFinal,
  read: readCheckpointFinal,
});

/** A checkpoint cannot be attested any more. */
export interface CheckpointClosed {
  readonly epoch: bigint;
  readonly final: boolean;
  readonly signedPower: bigint;
  readonly totalPower: bigint;
  readonly missing: number;
}

function writeCheckpointClosed(w: Writer, m: CheckpointClosed): void {
  if (m.epoch !== 0n) {
    w.tag(8);
    w.uint64(m.epoch);
  }
  if (m.final) {
    w.tag(16);
    w.bool(m.final);
  }
  if (m.signedPower !== 0n) {
    w.tag(24);
    w.uint64(m.signedPower);
  }
  if (m.totalPower !== 0n) {
    w.tag(32);
    w.uint64(m.totalPower);
  }
  if (m.missing !== 0) {
    w.tag(40);
    w.uint32(m.missing);
  }
}

function readCheckpointClosed(r: Reader): CheckpointClosed {
  let f1: bigint = 0n;
  let f2: boolean = false;
  let f3: bigint = 0n;
  let f4: bigint = 0n;
  let f5: number = 0;
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
        f2 = r.value(r.bool());
        break;
      case 24:
        r.single(last, tag);
        f3 = r.value(r.uint64());
        break;
      case 32:
        r.single(last, tag);
        f4 = r.value(r.uint64());
        break;
      case 40:
        r.single(last, tag);
        f5 = r.value(r.uint32());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { epoch: f1, final: f2, signedPower: f3, totalPower: f4, missing: f5 };
}

export const CheckpointClosed: Codec<CheckpointClosed> = codec<CheckpointClosed>({
  typeUrl: "/aegis.checkpoints.v1.CheckpointClosed",
  fields: [
    { name: "epoch", jsonName: "epoch", number: 1, kind: "uint64", repeated: false, optional: false },
    { name: "final", jsonName: "final", number: 2, kind: "bool", repeated: false, optional: false },
    { name: "signedPower", jsonName: "signed_power", number: 3, kind: "uint64", repeated: false, optional: false },
    { name: "totalPower", jsonName: "total_power", number: 4, kind: "uint64", repeated: false, optional: false },
    { name: "missing", jsonName: "missing", number: 5, kind: "uint32", repeated: false, optional: false },
  ],
  defaults: () => ({ epoch: 0n, final: false, signedPower: 0n, totalPower: 0n, missing: 0 }),
  write: writeCheckpointClosed,
  read: readCheckpointClosed,
});

/** Validators signed two checkpoints of an epoch; they are punished in the blocks that follow. */
export interface DoubleAttestationFound {
  readonly epoch: bigint;
  readonly sender: string;
  readonly found: number;
}

function writeDoubleAttestationFound(w: Writer, m: DoubleAttestationFound): void {
  if (m.epoch !== 0n) {
    w.tag(8);
    w.uint64(m.epoch);
  }
  if (m.sender !== "") {
    w.tag(18);
    w.string(m.sender);
  }
  if (m.found !== 0) {
    w.tag(24);
    w.uint32(m.found);
  }
}

function readDoubleAttestationFound(r: Reader): DoubleAttestationFound {
  let f1: bigint = 0n;
  let f2: string = "";
  let f3: number = 0;
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
        f2 = r.value(r.string());
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
  return { epoch: f1, sender: f2, found: f3 };
}

export const DoubleAttestationFound: Codec<DoubleAttestationFound> = codec<DoubleAttestationFound>({
  typeUrl: "/aegis.checkpoints.v1.DoubleAttestationFound",
  fields: [
    { name: "epoch", jsonName: "epoch", number: 1, kind: "uint64", repeated: false, optional: false },
    { name: "sender", jsonName: "sender", number: 2, kind: "string", repeated: false, optional: false },
    { name: "found", jsonName: "found", number: 3, kind: "uint32", repeated: false, optional: false },
  ],
  defaults: () => ({ epoch: 0n, sender: "", found: 0 }),
  write: writeDoubleAttestationFound,
  read: readDoubleAttestationFound,
});
