// Generated from proto/aegis/slashing/v1/event.proto by "npm run proto". Do not edit.
import { codec, type Codec } from "../../../../wire/codec.ts";
import type { Reader } from "../../../../wire/reader.ts";
import type { Writer } from "../../../../wire/writer.ts";
import { SlashReason, ValidatorFault } from "./slashing.ts";

/** Stake of a node was taken. */
export interface NodeSlashed {
  readonly node: string;
  readonly operator: string;
  readonly reason: SlashReason;
  readonly amount: bigint;
  readonly burned: bigint;
  readonly beneficiaries: readonly string[];
  readonly reference: Uint8Array;
  readonly liquidated: readonly number[];
  readonly suspended: readonly number[];
}

function writeNodeSlashed(w: Writer, m: NodeSlashed): void {
  if (m.node !== "") {
    w.tag(10);
    w.string(m.node);
  }
  if (m.operator !== "") {
    w.tag(18);
    w.string(m.operator);
  }
  if (m.reason !== 0) {
    w.tag(24);
    w.int32(m.reason);
  }
  if (m.amount !== 0n) {
    w.tag(32);
    w.uint64(m.amount);
  }
  if (m.burned !== 0n) {
    w.tag(40);
    w.uint64(m.burned);
  }
  for (const v of m.beneficiaries) {
    w.tag(50);
    w.string(v);
  }
  if (m.reference.length > 0) {
    w.tag(58);
    w.bytes(m.reference);
  }
  if (m.liquidated.length > 0) {
    w.tag(66);
    const s = w.open();
    for (const v of m.liquidated) w.uint32(v);
    w.close(s);
  }
  if (m.suspended.length > 0) {
    w.tag(74);
    const s = w.open();
    for (const v of m.suspended) w.uint32(v);
    w.close(s);
  }
}

function readNodeSlashed(r: Reader): NodeSlashed {
  let f1: string = "";
  let f2: string = "";
  let f3: SlashReason = 0;
  let f4: bigint = 0n;
  let f5: bigint = 0n;
  const f6: string[] = [];
  let f7: Uint8Array = new Uint8Array(0);
  const f8: number[] = [];
  const f9: number[] = [];
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10:
        r.single(last, tag);
        f1 = r.value(r.string());
        break;
      case 18:
        r.single(last, tag);
        f2 = r.value(r.string());
        break;
      case 24:
        r.single(last, tag);
        f3 = r.value(r.int32());
        break;
      case 32:
        r.single(last, tag);
        f4 = r.value(r.uint64());
        break;
      case 40:
        r.single(last, tag);
        f5 = r.value(r.uint64());
        break;
      case 50:
        f6.push(r.string());
        break;
      case 58:
        r.single(last, tag);
        f7 = r.value(r.bytes());
        break;
      case 66: {
        r.single(last, tag);
        const outer = r.enter();
        if (r.at === r.end) r.value(0);
        while (r.at < r.end) f8.push(r.uint32());
        r.leave(outer);
        break;
      }
      case 64:
        if (r.strict) r.unknown(tag);
        f8.push(r.uint32());
        break;
      case 74: {
        r.single(last, tag);
        const outer = r.enter();
        if (r.at === r.end) r.value(0);
        while (r.at < r.end) f9.push(r.uint32());
        r.leave(outer);
        break;
      }
      case 72:
        if (r.strict) r.unknown(tag);
        f9.push(r.uint32());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { node: f1, operator: f2, reason: f3, amount: f4, burned: f5, beneficiaries: f6, reference: f7, liquidated: f8, suspended: f9 };
}

export const NodeSlashed: Codec<NodeSlashed> = codec<NodeSlashed>({
  typeUrl: "/aegis.slashing.v1.NodeSlashed",
  fields: [
    { name: "node", jsonName: "node", number: 1, kind: "string", repeated: false, optional: false },
    { name: "operator", jsonName: "operator", number: 2, kind: "string", repeated: false, optional: false },
    { name: "reason", jsonName: "reason", number: 3, kind: "enum", repeated: false, optional: false, values: SlashReason },
    { name: "amount", jsonName: "amount", number: 4, kind: "uint64", repeated: false, optional: false },
    { name: "burned", jsonName: "burned", number: 5, kind: "uint64", repeated: false, optional: false },
    { name: "beneficiaries", jsonName: "beneficiaries", number: 6, kind: "string", repeated: true, optional: false },
    { name: "reference", jsonName: "reference", number: 7, kind: "bytes", repeated: false, optional: false },
    { name: "liquidated", jsonName: "liquidated", number: 8, kind: "uint32", repeated: true, optional: false },
    { name: "suspended", jsonName: "suspended", number: 9, kind: "uint32", repeated: true, optional: false },
  ],
  defaults: () => ({ node: "", operator: "", reason: 0, amount: 0n, burned: 0n, beneficiaries: [], reference: new Uint8Array(0), liquidated: [], suspended: [] }),
  write: writeNodeSlashed,
  read: readNodeSlashed,
});

/** A validator was jailed for ever. */
export interface ValidatorTombstoned {
  readonly operator: string;
  readonly consensusAddress: Uint8Array;
  readonly fault: ValidatorFault;
}

function writeValidatorTombstoned(w: Writer, m: ValidatorTombstoned): void {
  if (m.operator !== "") {
    w.tag(10);
    w.string(m.operator);
  }
  if (m.consensusAddress.length > 0) {
    w.tag(18);
    w.bytes(m.consensusAddress);
  }
  if (m.fault !== 0) {
    w.tag(24);
    w.int32(m.fault);
  }
}

function readValidatorTombstoned(r: Reader): ValidatorTombstoned {
  let f1: string = "";
  let f2: Uint8Array = new Uint8Array(0);
  let f3: ValidatorFault = 0;
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10:
        r.single(last, tag);
        f1 = r.value(r.string());
        break;
      case 18:
        r.single(last, tag);
        f2 = r.value(r.bytes());
        break;
      case 24:
        r.single(last, tag);
        f3 = r.value(r.int32());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { operator: f1, consensusAddress: f2, fault: f3 };
}

export const ValidatorTombstoned: Codec<ValidatorTombstoned> = codec<ValidatorTombstoned>({
  typeUrl: "/aegis.slashing.v1.ValidatorTombstoned",
  fields: [
    { name: "operator", jsonName: "operator", number: 1, kind: "string", repeated: false, optional: false },
    { name: "consensusAddress", jsonName: "consensus_address", number: 2, kind: "bytes", repeated: false, optional: false },
    { name: "fault", jsonName: "fault", number: 3, kind: "enum", repeated: false, optional: false, values: ValidatorFault },
  ],
  defaults: () => ({ operator: "", consensusAddress: new Uint8Array(0), fault: 0 }),
  write: writeValidatorTombstoned,
  read: readValidatorTombstoned,
});
