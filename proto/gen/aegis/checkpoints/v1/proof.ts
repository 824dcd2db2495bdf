// Generated from proto/aegis/checkpoints/v1/proof.proto by "npm run proto". Do not edit.
import { codec, type Codec } from "../../../../wire/codec.ts";
import type { Reader } from "../../../../wire/reader.ts";
import type { Writer } from "../../../../wire/writer.ts";

/** A member of a validator set that did not sign. */
export interface AbsentMember {
  readonly slot: number;
  readonly key: Uint8Array;
  readonly power: bigint;
}

function writeAbsentMember(w: Writer, m: AbsentMember): void {
  if (m.slot !== 0) {
    w.tag(8);
    w.uint32(m.slot);
  }
  if (m.key.length > 0) {
    w.tag(18);
    w.bytes(m.key);
  }
  if (m.power !== 0n) {
    w.tag(24);
    w.uint64(m.power);
  }
}

function readAbsentMember(r: Reader): AbsentMember {
  let f1: number = 0;
  let f2: Uint8Array = new Uint8Array(0);
  let f3: bigint = 0n;
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
      case 24:
        r.single(last, tag);
        f3 = r.value(r.uint64());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { slot: f1, key: f2, power: f3 };
}

export const AbsentMember: Codec<AbsentMember> = codec<AbsentMember>({
  typeUrl: "/aegis.checkpoints.v1.AbsentMember",
  fields: [
    { name: "slot", jsonName: "slot", number: 1, kind: "uint32", repeated: false, optional: false },
    { name: "key", jsonName: "key", number: 2, kind: "bytes", repeated: false, optional: false },
    { name: "power", jsonName: "power", number: 3, kind: "uint64", repeated: false, optional: false },
  ],
  defaults: () => ({ slot: 0, key: new Uint8Array(0), power: 0n }),
  write: writeAbsentMember,
  read: readAbsentMember,
});

/** Shows to whoever trusts the commitment of a validator set that more than two thirds of its power signed the checkpoint of an epoch. */
export interface CheckpointProof {
  readonly chainId: string;
  readonly epoch: bigint;
  readonly height: bigint;
  readonly blockHash: Uint8Array;
  readonly appHash: Uint8Array;
  readonly root: Uint8Array;
  readonly totalPower: bigint;
  readonly totalKey: Uint8Array;
  readonly signers: Uint8Array;
  readonly signature: Uint8Array;
  readonly absent: readonly AbsentMember[];
  readonly siblings: Uint8Array;
}

function writeCheckpointProof(w: Writer, m: CheckpointProof): void {
  if (m.chainId !== "") {
    w.tag(10);
    w.string(m.chainId);
  }
  if (m.epoch !== 0n) {
    w.tag(16);
    w.uint64(m.epoch);
  }
  if (m.height !== 0n) {
    w.tag(24);
    w.uint64(m.height);
  }
  if (m.blockHash.length > 0) {
    w.tag(34);
    w.bytes(m.blockHash);
  }
  if (m.appHash.length > 0) {
    w.tag(42);
    w.bytes(m.appHash);
  }
  if (m.root.length > 0) {
    w.tag(50);
    w.bytes(m.root);
  }
  if (m.totalPower !== 0n) {
    w.tag(56);
    w.uint64(m.totalPower);
  }
  if (m.totalKey.length > 0) {
    w.tag(66);
    w.bytes(m.totalKey);
  }
  if (m.signers.length > 0) {
    w.tag(74);
    w.bytes(m.signers);
  }
  if (m.signature.length > 0) {
    w.tag(82);
    w.bytes(m.signature);
  }
  for (const v of m.absent) {
    w.tag(90);
    { const s = w.open(); AbsentMember.write(w, v); w.close(s); }
  }
  if (m.siblings.length > 0) {
    w.tag(98);
    w.bytes(m.siblings);
  }
}

function readCheckpointProof(r: Reader): CheckpointProof {
  let f1: string = "";
  let f2: bigint = 0n;
  let f3: bigint = 0n;
  let f4: Uint8Array = new Uint8Array(0);
  let f5: Uint8Array = new Uint8Array(0);
  let f6: Uint8Array = new Uint8Array(0);
  let f7: bigint = 0n;
  let f8: Uint8Array = new Uint8Array(0);
  let f9: Uint8Array = new Uint8Array(0);
  let f10: Uint8Array = new Uint8Array(0);
  const f11: AbsentMember[] = [];
  let f12: Uint8Array = new Uint8Array(0);
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10:
        r.single(last, tag);
        f1 = r.value(r.string());
        break;
      case 16:
        r.single(last, tag);
        f2 = r.value(r.uint64());
        break;
      case 24:
        r.single(last, tag);
        f3 = r.value(r.uint64());
        break;
      case 34:
        r.single(last, tag);
        f4 = r.value(r.bytes());
        break;
      case 42:
        r.single(last, tag);
        f5 = r.value(r.bytes());
        break;
      case 50:
        r.single(last, tag);
        f6 = r.value(r.bytes());
        break;
      case 56:
        r.single(last, tag);
        f7 = r.value(r.uint64());
        break;
      case 66:
        r.single(last, tag);
        f8 = r.value(r.bytes());
        break;
      case 74:
        r.single(last, tag);
        f9 = r.value(r.bytes());
        break;
      case 82:
        r.single(last, tag);
        f10 = r.value(r.bytes());
        break;
      case 90: {
        const outer = r.enter();
        f11.push(AbsentMember.read(r));
        r.leave(outer);
        break;
      }
      case 98:
        r.single(last, tag);
        f12 = r.value(r.bytes());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { chainId: f1, epoch: f2, height: f3, blockHash: f4, appHash: f5, root: f6, totalPower: f7, totalKey: f8, signers: f9, signature: f10, absent: f11, siblings: f12 };
}

export const CheckpointProof: Codec<CheckpointProof> = codec<CheckpointProof>({
  typeUrl: "/aegis.checkpoints.v1.CheckpointProof",
  fields: [
    { name: "chainId", jsonName: "chain_id", number: 1, kind: "string", repeated: false, optional: false },
    { name: "epoch", jsonName: "epoch", number: 2, kind: "uint64", repeated: false, optional: false },
    { name: "height", jsonName: "height", number: 3, kind: "uint64", repeated: false, optional: false },
    { name: "blockHash", jsonName: "block_hash", number: 4, kind: "bytes", repeated: false, optional: false },
    { name: "appHash", jsonName: "app_hash", number: 5, kind: "bytes", repeated: false, optional: false },
    { name: "root", jsonName: "root", number: 6, kind: "bytes", repeated: false, optional: false },
    { name: "totalPower", jsonName: "total_power", number: 7, kind: "uint64", repeated: false, optional: false },
    { name: "totalKey", jsonName: "total_key", number: 8, kind: "bytes", repeated: false, optional: false },
    { name: "signers", jsonName: "signers", number: 9, kind: "bytes", repeated: false, optional: false },
    { name: "signature", jsonName: "signature", number: 10, kind: "bytes", repeated: false, optional: false },
    { name: "absent", jsonName: "absent", number: 11, kind: "message", repeated: true, optional: false, message: () => AbsentMember as Codec<never> },
    { name: "siblings", jsonName: "siblings", number: 12, kind: "bytes", repeated: false, optional: false },
  ],
  defaults: () => ({ chainId: "", epoch: 0n, height: 0n, blockHash: new Uint8Array(0), appHash: new Uint8Array(0), root: new Uint8Array(0), totalPower: 0n, totalKey: new Uint8Array(0), signers: new Uint8Array(0), signature: new Uint8Array(0), absent: [], siblings: new Uint8Array(0) }),
  write: writeCheckpointProof,
  read: readCheckpointProof,
});
