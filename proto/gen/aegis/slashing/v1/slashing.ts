// Generated from proto/aegis/slashing/v1/slashing.proto by "npm run proto". Do not edit.
import { codec, type Codec } from "../../../../wire/codec.ts";
import type { Reader } from "../../../../wire/reader.ts";
import type { Writer } from "../../../../wire/writer.ts";

/** What a node did. Provable faults first; the others need a dispute's verdict. */
export type SlashReason = number;
export const SlashReason = {
  SLASH_REASON_UNSPECIFIED: 0,
  SLASH_REASON_RESULT_NOT_REVEALED: 1,
  SLASH_REASON_FINGERPRINT_NOT_REVEALED: 2,
  SLASH_REASON_VERIFICATION_NOT_REVEALED: 3,
  SLASH_REASON_VERIFICATION_MISSED: 4,
  SLASH_REASON_VOTE_MISSED: 5,
  SLASH_REASON_VOTE_NOT_REVEALED: 6,
  SLASH_REASON_WRONG_RESULT: 7,
  SLASH_REASON_MARGINAL_RESULT: 8,
  SLASH_REASON_WRONG_VERIFICATION: 9,
  SLASH_REASON_WRONG_VOTE: 10,
} as const;

/** Parameters of slashing. How much of a stake a fault costs is a rule of the task that it broke. */
export interface Params {
  readonly slashBurnMillionths: number;
}

function writeParams(w: Writer, m: Params): void {
  if (m.slashBurnMillionths !== 0) {
    w.tag(8);
    w.uint32(m.slashBurnMillionths);
  }
}

function readParams(r: Reader): Params {
  let f1: number = 0;
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 8:
        r.single(last, tag);
        f1 = r.value(r.uint32());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { slashBurnMillionths: f1 };
}

export const Params: Codec<Params> = codec<Params>({
  typeUrl: "/aegis.slashing.v1.Params",
  fields: [
    { name: "slashBurnMillionths", jsonName: "slash_burn_millionths", number: 1, kind: "uint32", repeated: false, optional: false },
  ],
  defaults: () => ({ slashBurnMillionths: 0 }),
  write: writeParams,
  read: readParams,
});

/** One slash. */
export interface Slash {
  readonly node: string;
  readonly index: bigint;
  readonly operator: string;
  readonly reason: SlashReason;
  readonly height: bigint;
  readonly fractionMillionths: number;
  readonly amount: bigint;
  readonly burned: bigint;
  readonly beneficiaries: readonly string[];
  readonly reference: Uint8Array;
  readonly liquidated: readonly number[];
  readonly suspended: readonly number[];
}

function writeSlash(w: Writer, m: Slash): void {
  if (m.node !== "") {
    w.tag(10);
    w.string(m.node);
  }
  if (m.index !== 0n) {
    w.tag(16);
    w.uint64(m.index);
  }
  if (m.operator !== "") {
    w.tag(26);
    w.string(m.operator);
  }
  if (m.reason !== 0) {
    w.tag(32);
    w.int32(m.reason);
  }
  if (m.height !== 0n) {
    w.tag(40);
    w.uint64(m.height);
  }
  if (m.fractionMillionths !== 0) {
    w.tag(48);
    w.uint32(m.fractionMillionths);
  }
  if (m.amount !== 0n) {
    w.tag(56);
    w.uint64(m.amount);
  }
  if (m.burned !== 0n) {
    w.tag(64);
    w.uint64(m.burned);
  }
  for (const v of m.beneficiaries) {
    w.tag(74);
    w.string(v);
  }
  if (m.reference.length > 0) {
    w.tag(82);
    w.bytes(m.reference);
  }
  if (m.liquidated.length > 0) {
    w.tag(90);
    const s = w.open();
    for (const v of m.liquidated) w.uint32(v);
    w.close(s);
  }
  if (m.suspended.length > 0) {
    w.tag(98);
    const s = w.open();
    for (const v of m.suspended) w.uint32(v);
    w.close(s);
  }
}

function readSlash(r: Reader): Slash {
  let f1: string = "";
  let f2: bigint = 0n;
  let f3: string = "";
  let f4: SlashReason = 0;
  let f5: bigint = 0n;
  let f6: number = 0;
  let f7: bigint = 0n;
  let f8: bigint = 0n;
  const f9: string[] = [];
  let f10: Uint8Array = new Uint8Array(0);
  const f11: number[] = [];
  const f12: number[] = [];
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
      case 26:
        r.single(last, tag);
        f3 = r.value(r.string());
        break;
      case 32:
        r.single(last, tag);
        f4 = r.value(r.int32());
        break;
      case 40:
        r.single(last, tag);
        f5 = r.value(r.uint64());
        break;
      case 48:
        r.single(last, tag);
        f6 = r.value(r.uint32());
        break;
      case 56:
        r.single(last, tag);
        f7 = r.value(r.uint64());
        break;
      case 64:
        r.single(last, tag);
        f8 = r.value(r.uint64());
        break;
      case 74:
        f9.push(r.string());
        break;
      case 82:
        r.single(last, tag);
        f10 = r.value(r.bytes());
        break;
      case 90: {
        r.single(last, tag);
        const outer = r.enter();
        if (r.at === r.end) r.value(0);
        while (r.at < r.end) f11.push(r.uint32());
        r.leave(outer);
        break;
      }
      case 88:
        if (r.strict) r.unknown(tag);
        f11.push(r.uint32());
        break;
      case 98: {
        r.single(last, tag);
        const outer = r.enter();
        if (r.at === r.end) r.value(0);
        while (r.at < r.end) f12.push(r.uint32());
        r.leave(outer);
        break;
      }
      case 96:
        if (r.strict) r.unknown(tag);
        f12.push(r.uint32());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { node: f1, index: f2, operator: f3, reason: f4, height: f5, fractionMillionths: f6, amount: f7, burned: f8, beneficiaries: f9, reference: f10, liquidated: f11, suspended: f12 };
}

export const Slash: Codec<Slash> = codec<Slash>({
  typeUrl: "/aegis.slashing.v1.Slash",
  fields: [
    { name: "node", jsonName: "node", number: 1, kind: "string", repeated: false, optional: false },
    { name: "index", jsonName: "index", number: 2, kind: "uint64", repeated: false, optional: false },
    { name: "operator", jsonName: "operator", number: 3, kind: "string", repeated: false, optional: false },
    { name: "reason", jsonName: "reason", number: 4, kind: "enum", repeated: false, optional: false, values: SlashReason },
    { name: "height", jsonName: "height", number: 5, kind: "uint64", repeated: false, optional: false },
    { name: "fractionMillionths", jsonName: "fraction_millionths", number: 6, kind: "uint32", repeated: false, optional: false },
    { name: "amount", jsonName: "amount", number: 7, kind: "uint64", repeated: false, optional: false },
    { name: "burned", jsonName: "burned", number: 8, kind: "uint64", repeated: false, optional: false },
    { name: "beneficiaries", jsonName: "beneficiaries", number: 9, kind: "string", repeated: true, optional: false },
    { name: "reference", jsonName: "reference", number: 10, kind: "bytes", repeated: false, optional: false },
    { name: "liquidated", jsonName: "liquidated", number: 11, kind: "uint32", repeated: true, optional: false },
    { name: "suspended", jsonName: "suspended", number: 12, kind: "uint32", repeated: true, optional: false },
  ],
  defaults: () => ({ node: "", index: 0n, operator: "", reason: 0, height: 0n, fractionMillionths: 0, amount: 0n, burned: 0n, beneficiaries: [], reference: new Uint8Array(0), liquidated: [], suspended: [] }),
  write: writeSlash,
  read: readSlash,
});

/** Sums since genesis; amounts in uasi. */
export interface Totals {
  readonly slashes: bigint;
  readonly amount: bigint;
  readonly burned: bigint;
  readonly liquidatedLicences: bigint;
  readonly suspendedLicences: bigint;
}

function writeTotals(w: Writer, m: Totals): void {
  if (m.slashes !== 0n) {
    w.tag(8);
    w.uint64(m.slashes);
  }
  if (m.amount !== 0n) {
    w.tag(16);
    w.uint64(m.amount);
  }
  if (m.burned !== 0n) {
    w.tag(24);
    w.uint64(m.burned);
  }
  if (m.liquidatedLicences !== 0n) {
    w.tag(32);
    w.uint64(m.liquidatedLicences);
  }
  if (m.suspendedLicences !== 0n) {
    w.tag(40);
    w.uint64(m.suspendedLicences);
  }
}

function readTotals(r: Reader): Totals {
  let f1: bigint = 0n;
  let f2: bigint = 0n;
  let f3: bigint = 0n;
  let f4: bigint = 0n;
  let f5: bigint = 0n;
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
      case 32:
        r.single(last, tag);
        f4 = r.value(r.uint64());
        break;
      case 40:
        r.single(last, tag);
        f5 = r.value(r.uint64());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { slashes: f1, amount: f2, burned: f3, liquidatedLicences: f4, suspendedLicences: f5 };
}

export const Totals: Codec<Totals> = codec<Totals>({
  typeUrl: "/aegis.slashing.v1.Totals",
  fields: [
    { name: "slashes", jsonName: "slashes", number: 1, kind: "uint64", repeated: false, optional: false },
    { name: "amount", jsonName: "amount", number: 2, kind: "uint64", repeated: false, optional: false },
    { name: "burned", jsonName: "burned", number: 3, kind: "uint64", repeated: false, optional: false },
    { name: "liquidatedLicences", jsonName: "liquidated_licences", number: 4, kind: "uint64", repeated: false, optional: false },
    { name: "suspendedLicences", jsonName: "suspended_licences", number: 5, kind: "uint64", repeated: false, optional: false },
  ],
  defaults: () => ({ slashes: 0n, amount: 0n, burned: 0n, liquidatedLicences: 0n, suspendedLicences: 0n }),
  write: writeTotals,
  read: readTotals,
});
