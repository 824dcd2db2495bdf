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
  SLASH_REASON_WRONG_STREAM: 11,
} as const;

/** What a validator did. */
export type ValidatorFault = number;
export const ValidatorFault = {
  VALIDATOR_FAULT_UNSPECIFIED: 0,
  VALIDATOR_FAULT_DOWNTIME: 1,
  VALIDATOR_FAULT_DUPLICATE_VOTE: 2,
  VALIDATOR_FAULT_LIGHT_CLIENT_ATTACK: 3,
  VALIDATOR_FAULT_DOUBLE_ATTESTATION: 4,
  VALIDATOR_FAULT_MISSED_CHECKPOINTS: 5,
} as const;

/** Parameters of slashing. How much of a node's stake a fault costs is a rule of the task that it broke. Fractions are decimals of 18 digits: the digits of the integer that is 10^18 times the value. */
export interface Params {
  readonly slashBurnMillionths: number;
  readonly signedBlocksWindow: number;
  readonly minSignedPerWindow: string;
  readonly downtimeJailDurationMs: bigint;
  readonly slashFractionDoubleSign: string;
  readonly slashFractionDowntime: string;
}

function writeParams(w: Writer, m: Params): void {
  if (m.slashBurnMillionths !== 0) {
    w.tag(8);
    w.uint32(m.slashBurnMillionths);
  }
  if (m.signedBlocksWindow !== 0) {
    w.tag(16);
    w.uint32(m.signedBlocksWindow);
  }
  if (m.minSignedPerWindow !== "") {
    w.tag(26);
    w.string(m.minSignedPerWindow);
  }
  if (m.downtimeJailDurationMs !== 0n) {
    w.tag(32);
    w.uint64(m.downtimeJailDurationMs);
  }
  if (m.slashFractionDoubleSign !== "") {
    w.tag(42);
    w.string(m.slashFractionDoubleSign);
  }
  if (m.slashFractionDowntime !== "") {
    w.tag(50);
    w.string(m.slashFractionDowntime);
  }
}

function readParams(r: Reader): Params {
  let f1: number = 0;
  let f2: number = 0;
  let f3: string = "";
  let f4: bigint = 0n;
  let f5: string = "";
  let f6: string = "";
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
      case 26:
        r.single(last, tag);
        f3 = r.value(r.string());
        break;
      case 32:
        r.single(last, tag);
        f4 = r.value(r.uint64());
        break;
      case 42:
        r.single(last, tag);
        f5 = r.value(r.string());
        break;
      case 50:
        r.single(last, tag);
        f6 = r.value(r.string());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { slashBurnMillionths: f1, signedBlocksWindow: f2, minSignedPerWindow: f3, downtimeJailDurationMs: f4, slashFractionDoubleSign: f5, slashFractionDowntime: f6 };
}

export const Params: Codec<Params> = codec<Params>({
  typeUrl: "/aegis.slashing.v1.Params",
  fields: [
    { name: "slashBurnMillionths", jsonName: "slash_burn_millionths", number: 1, kind: "uint32", repeated: false, optional: false },
    { name: "signedBlocksWindow", jsonName: "signed_blocks_window", number: 2, kind: "uint32", repeated: false, optional: false },
    { name: "minSignedPerWindow", jsonName: "min_signed_per_window", number: 3, kind: "string", repeated: false, optional: false },
    { name: "downtimeJailDurationMs", jsonName: "downtime_jail_duration_ms", number: 4, kind: "uint64", repeated: false, optional: false },
    { name: "slashFractionDoubleSign", jsonName: "slash_fraction_double_sign", number: 5, kind: "string", repeated: false, optional: false },
    { name: "slashFractionDowntime", jsonName: "slash_fraction_downtime", number: 6, kind: "string", repeated: false, optional: false },
  ],
  defaults: () => ({ slashBurnMillionths: 0, signedBlocksWindow: 0, minSignedPerWindow: "", downtimeJailDurationMs: 0n, slashFractionDoubleSign: "", slashFractionDowntime: "" }),
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
  readonly validatorSlashes: bigint;
  readonly validatorBurned: bigint;
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
  if (m.validatorSlashes !== 0n) {
    w.tag(48);
    w.uint64(m.validatorSlashes);
  }
  if (m.validatorBurned !== 0n) {
    w.tag(56);
    w.uint64(m.validatorBurned);
  }
}

function readTotals(r: Reader): Totals {
  let f1: bigint = 0n;
  let f2: bigint = 0n;
  let f3: bigint = 0n;
  let f4: bigint = 0n;
  let f5: bigint = 0n;
  let f6: bigint = 0n;
  let f7: bigint = 0n;
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
      case 48:
        r.single(last, tag);
        f6 = r.value(r.uint64());
        break;
      case 56:
        r.single(last, tag);
        f7 = r.value(r.uint64());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { slashes: f1, amount: f2, burned: f3, liquidatedLicences: f4, suspendedLicences: f5, validatorSlashes: f6, validatorBurned: f7 };
}

export const Totals: Codec<Totals> = codec<Totals>({
  typeUrl: "/aegis.slashing.v1.Totals",
  fields: [
    { name: "slashes", jsonName: "slashes", number: 1, kind: "uint64", repeated: false, optional: false },
    { name: "amount", jsonName: "amount", number: 2, kind: "uint64", repeated: false, optional: false },
    { name: "burned", jsonName: "burned", number: 3, kind: "uint64", repeated: false, optional: false },
    { name: "liquidatedLicences", jsonName: "liquidated_licences", number: 4, kind: "uint64", repeated: false, optional: false },
    { name: "suspendedLicences", jsonName: "suspended_licences", number: 5, kind: "uint64", repeated: false, optional: false },
    { name: "validatorSlashes", jsonName: "validator_slashes", number: 6, kind: "uint64", repeated: false, optional: false },
    { name: "validatorBurned", jsonName: "validator_burned", number: 7, kind: "uint64", repeated: false, optional: false },
  ],
  defaults: () => ({ slashes: 0n, amount: 0n, burned: 0n, liquidatedLicences: 0n, suspendedLicences: 0n, validatorSlashes: 0n, validatorBurned: 0n }),
  write: writeTotals,
  read: readTotals,
});

/** One slash of a validator and of everybody who stood behind it. */
export interface ValidatorSlash {
  readonly operator: string;
  readonly index: bigint;
  readonly fault: ValidatorFault;
  readonly height: bigint;
  readonly infractionHeight: bigint;
  readonly power: bigint;
  readonly fraction: string;
  readonly burned: bigint;
  readonly liquidated: readonly number[];
  readonly suspended: readonly number[];
}

function writeValidatorSlash(w: Writer, m: ValidatorSlash): void {
  if (m.operator !== "") {
    w.tag(10);
    w.string(m.operator);
  }
  if (m.index !== 0n) {
    w.tag(16);
    w.uint64(m.index);
  }
  if (m.fault !== 0) {
    w.tag(24);
    w.int32(m.fault);
  }
  if (m.height !== 0n) {
    w.tag(32);
    w.uint64(m.height);
  }
  if (m.infractionHeight !== 0n) {
    w.tag(40);
    w.uint64(m.infractionHeight);
  }
  if (m.power !== 0n) {
    w.tag(48);
    w.uint64(m.power);
  }
  if (m.fraction !== "") {
    w.tag(58);
    w.string(m.fraction);
  }
  if (m.burned !== 0n) {
    w.tag(64);
    w.uint64(m.burned);
  }
  if (m.liquidated.length > 0) {
    w.tag(74);
    const s = w.open();
    for (const v of m.liquidated) w.uint32(v);
    w.close(s);
  }
  if (m.suspended.length > 0) {
    w.tag(82);
    const s = w.open();
    for (const v of m.suspended) w.uint32(v);
    w.close(s);
  }
}

function readValidatorSlash(r: Reader): ValidatorSlash {
  let f1: string = "";
  let f2: bigint = 0n;
  let f3: ValidatorFault = 0;
  let f4: bigint = 0n;
  let f5: bigint = 0n;
  let f6: bigint = 0n;
  let f7: string = "";
  let f8: bigint = 0n;
  const f9: number[] = [];
  const f10: number[] = [];
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
      case 48:
        r.single(last, tag);
        f6 = r.value(r.uint64());
        break;
      case 58:
        r.single(last, tag);
        f7 = r.value(r.string());
        break;
      case 64:
        r.single(last, tag);
        f8 = r.value(r.uint64());
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
      case 82: {
        r.single(last, tag);
        const outer = r.enter();
        if (r.at === r.end) r.value(0);
        while (r.at < r.end) f10.push(r.uint32());
        r.leave(outer);
        break;
      }
      case 80:
        if (r.strict) r.unknown(tag);
        f10.push(r.uint32());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { operator: f1, index: f2, fault: f3, height: f4, infractionHeight: f5, power: f6, fraction: f7, burned: f8, liquidated: f9, suspended: f10 };
}

export const ValidatorSlash: Codec<ValidatorSlash> = codec<ValidatorSlash>({
  typeUrl: "/aegis.slashing.v1.ValidatorSlash",
  fields: [
    { name: "operator", jsonName: "operator", number: 1, kind: "string", repeated: false, optional: false },
    { name: "index", jsonName: "index", number: 2, kind: "uint64", repeated: false, optional: false },
    { name: "fault", jsonName: "fault", number: 3, kind: "enum", repeated: false, optional: false, values: ValidatorFault },
    { name: "height", jsonName: "height", number: 4, kind: "uint64", repeated: false, optional: false },
    { name: "infractionHeight", jsonName: "infraction_height", number: 5, kind: "uint64", repeated: false, optional: false },
    { name: "power", jsonName: "power", number: 6, kind: "uint64", repeated: false, optional: false },
    { name: "fraction", jsonName: "fraction", number: 7, kind: "string", repeated: false, optional: false },
    { name: "burned", jsonName: "burned", number: 8, kind: "uint64", repeated: false, optional: false },
    { name: "liquidated", jsonName: "liquidated", number: 9, kind: "uint32", repeated: true, optional: false },
    { name: "suspended", jsonName: "suspended", number: 10, kind: "uint32", repeated: true, optional: false },
  ],
  defaults: () => ({ operator: "", index: 0n, fault: 0, height: 0n, infractionHeight: 0n, power: 0n, fraction: "", burned: 0n, liquidated: [], suspended: [] }),
  write: writeValidatorSlash,
  read: readValidatorSlash,
});

/** How well a validator signs. It exists from its first seat or its first jail on. */
export interface SigningInfo {
  readonly operator: string;
  readonly startHeight: bigint;
  readonly indexOffset: bigint;
  readonly seatedFrom: bigint;
  readonly jailedUntilMs: bigint;
  readonly missedBlocks: number;
  readonly window: number;
}

function writeSigningInfo(w: Writer, m: SigningInfo): void {
  if (m.operator !== "") {
    w.tag(10);
    w.string(m.operator);
  }
  if (m.startHeight !== 0n) {
    w.tag(16);
    w.uint64(m.startHeight);
  }
  if (m.indexOffset !== 0n) {
    w.tag(24);
    w.uint64(m.indexOffset);
  }
  if (m.seatedFrom !== 0n) {
    w.tag(32);
    w.uint64(m.seatedFrom);
  }
  if (m.jailedUntilMs !== 0n) {
    w.tag(40);
    w.uint64(m.jailedUntilMs);
  }
  if (m.missedBlocks !== 0) {
    w.tag(48);
    w.uint32(m.missedBlocks);
  }
  if (m.window !== 0) {
    w.tag(56);
    w.uint32(m.window);
  }
}

function readSigningInfo(r: Reader): SigningInfo {
  let f1: string = "";
  let f2: bigint = 0n;
  let f3: bigint = 0n;
  let f4: bigint = 0n;
  let f5: bigint = 0n;
  let f6: number = 0;
  let f7: number = 0;
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
      case 32:
        r.single(last, tag);
        f4 = r.value(r.uint64());
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
        f7 = r.value(r.uint32());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { operator: f1, startHeight: f2, indexOffset: f3, seatedFrom: f4, jailedUntilMs: f5, missedBlocks: f6, window: f7 };
}

export const SigningInfo: Codec<SigningInfo> = codec<SigningInfo>({
  typeUrl: "/aegis.slashing.v1.SigningInfo",
  fields: [
    { name: "operator", jsonName: "operator", number: 1, kind: "string", repeated: false, optional: false },
    { name: "startHeight", jsonName: "start_height", number: 2, kind: "uint64", repeated: false, optional: false },
    { name: "indexOffset", jsonName: "index_offset", number: 3, kind: "uint64", repeated: false, optional: false },
    { name: "seatedFrom", jsonName: "seated_from", number: 4, kind: "uint64", repeated: false, optional: false },
    { name: "jailedUntilMs", jsonName: "jailed_until_ms", number: 5, kind: "uint64", repeated: false, optional: false },
    { name: "missedBlocks", jsonName: "missed_blocks", number: 6, kind: "uint32", repeated: false, optional: false },
    { name: "window", jsonName: "window", number: 7, kind: "uint32", repeated: false, optional: false },
  ],
  defaults: () => ({ operator: "", startHeight: 0n, indexOffset: 0n, seatedFrom: 0n, jailedUntilMs: 0n, missedBlocks: 0, window: 0 }),
  write: writeSigningInfo,
  read: readSigningInfo,
});

/** One bit per place of a window, the first in the lowest bit: 1 when the height was missed. */
export interface MissedChunk {
  readonly operator: string;
  readonly chunk: number;
  readonly bits: Uint8Array;
}

function writeMissedChunk(w: Writer, m: MissedChunk): void {
  if (m.operator !== "") {
    w.tag(10);
    w.string(m.operator);
  }
  if (m.chunk !== 0) {
    w.tag(16);
    w.uint32(m.chunk);
  }
  if (m.bits.length > 0) {
    w.tag(26);
    w.bytes(m.bits);
  }
}

function readMissedChunk(r: Reader): MissedChunk {
  let f1: string = "";
  let f2: number = 0;
  let f3: Uint8Array = new Uint8Array(0);
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
        f2 = r.value(r.uint32());
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
  return { operator: f1, chunk: f2, bits: f3 };
}

export const MissedChunk: Codec<MissedChunk> = codec<MissedChunk>({
  typeUrl: "/aegis.slashing.v1.MissedChunk",
  fields: [
    { name: "operator", jsonName: "operator", number: 1, kind: "string", repeated: false, optional: false },
    { name: "chunk", jsonName: "chunk", number: 2, kind: "uint32", repeated: false, optional: false },
    { name: "bits", jsonName: "bits", number: 3, kind: "bytes", repeated: false, optional: false },
  ],
  defaults: () => ({ operator: "", chunk: 0, bits: new Uint8Array(0) }),
  write: writeMissedChunk,
  read: readMissedChunk,
});

/** A validator that is jailed for ever. */
export interface Tombstone {
  readonly operator: string;
  readonly consensusAddresses: readonly Uint8Array[];
  readonly fault: ValidatorFault;
  readonly height: bigint;
}

function writeTombstone(w: Writer, m: Tombstone): void {
  if (m.operator !== "") {
    w.tag(10);
    w.string(m.operator);
  }
  for (const v of m.consensusAddresses) {
    w.tag(18);
    w.bytes(v);
  }
  if (m.fault !== 0) {
    w.tag(24);
    w.int32(m.fault);
  }
  if (m.height !== 0n) {
    w.tag(32);
    w.uint64(m.height);
  }
}

function readTombstone(r: Reader): Tombstone {
  let f1: string = "";
  const f2: Uint8Array[] = [];
  let f3: ValidatorFault = 0;
  let f4: bigint = 0n;
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10:
        r.single(last, tag);
        f1 = r.value(r.string());
        break;
      case 18:
        f2.push(r.bytes());
        break;
      case 24:
        r.single(last, tag);
        f3 = r.value(r.int32());
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
  return { operator: f1, consensusAddresses: f2, fault: f3, height: f4 };
}

export const Tombstone: Codec<Tombstone> = codec<Tombstone>({
  typeUrl: "/aegis.slashing.v1.Tombstone",
  fields: [
    { name: "operator", jsonName: "operator", number: 1, kind: "string", repeated: false, optional: false },
    { name: "consensusAddresses", jsonName: "consensus_addresses", number: 2, kind: "bytes", repeated: true, optional: false },
    { name: "fault", jsonName: "fault", number: 3, kind: "enum", repeated: false, optional: false, values: ValidatorFault },
    { name: "height", jsonName: "height", number: 4, kind: "uint64", repeated: false, optional: false },
  ],
  defaults: () => ({ operator: "", consensusAddresses: [], fault: 0, height: 0n }),
  write: writeTombstone,
  read: readTombstone,
});

/** Whom a seat belongs to. */
export interface Seat {
  readonly consensusAddress: Uint8Array;
  readonly operator: string;
}

function writeSeat(w: Writer, m: Seat): void {
  if (m.consensusAddress.length > 0) {
    w.tag(10);
    w.bytes(m.consensusAddress);
  }
  if (m.operator !== "") {
    w.tag(18);
    w.string(m.operator);
  }
}

function readSeat(r: Reader): Seat {
  let f1: Uint8Array = new Uint8Array(0);
  let f2: string = "";
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
        f2 = r.value(r.string());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { consensusAddress: f1, operator: f2 };
}

export const Seat: Codec<Seat> = codec<Seat>({
  typeUrl: "/aegis.slashing.v1.Seat",
  fields: [
    { name: "consensusAddress", jsonName: "consensus_address", number: 1, kind: "bytes", repeated: false, optional: false },
    { name: "operator", jsonName: "operator", number: 2, kind: "string", repeated: false, optional: false },
  ],
  defaults: () => ({ consensusAddress: new Uint8Array(0), operator: "" }),
  write: writeSeat,
  read: readSeat,
});

/** The seats of the last commit. */
export interface Seats {
  readonly seats: readonly Seat[];
}

function writeSeats(w: Writer, m: Seats): void {
  for (const v of m.seats) {
    w.tag(10);
    { const s = w.open(); Seat.write(w, v); w.close(s); }
  }
}

function readSeats(r: Reader): Seats {
  const f1: Seat[] = [];
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10: {
        const outer = r.enter();
        f1.push(Seat.read(r));
        r.leave(outer);
        break;
      }
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { seats: f1 };
}

export const Seats: Codec<Seats> = codec<Seats>({
  typeUrl: "/aegis.slashing.v1.Seats",
  fields: [
    { name: "seats", jsonName: "seats", number: 1, kind: "message", repeated: true, optional: false, message: () => Seat as Codec<never> },
  ],
  defaults: () => ({ seats: [] }),
  write: writeSeats,
  read: readSeats,
});

export interface SeatStake {
  readonly operator: string;
  readonly power: bigint;
}

function writeSeatStake(w: Writer, m: SeatStake): void {
  if (m.operator !== "") {
    w.tag(10);
    w.string(m.operator);
  }
  if (m.power !== 0n) {
    w.tag(16);
    w.uint64(m.power);
  }
}

function readSeatStake(r: Reader): SeatStake {
  let f1: string = "";
  let f2: bigint = 0n;
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
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { operator: f1, power: f2 };
}

export const SeatStake: Codec<SeatStake> = codec<SeatStake>({
  typeUrl: "/aegis.slashing.v1.SeatStake",
  fields: [
    { name: "operator", jsonName: "operator", number: 1, kind: "string", repeated: false, optional: false },
    { name: "power", jsonName: "power", number: 2, kind: "uint64", repeated: false, optional: false },
  ],
  defaults: () => ({ operator: "", power: 0n }),
  write: writeSeatStake,
  read: readSeatStake,
});

/** What stood behind validators with seats when a block began. */
export interface SeatStakes {
  readonly height: bigint;
  readonly clockMs: bigint;
  readonly committeeHeight: bigint;
  readonly whole: boolean;
  readonly stakes: readonly SeatStake[];
}

function writeSeatStakes(w: Writer, m: SeatStakes): void {
  if (m.height !== 0n) {
    w.tag(8);
    w.uint64(m.height);
  }
  if (m.clockMs !== 0n) {
    w.tag(16);
    w.uint64(m.clockMs);
  }
  if (m.committeeHeight !== 0n) {
    w.tag(24);
    w.uint64(m.committeeHeight);
  }
  if (m.whole) {
    w.tag(32);
    w.bool(m.whole);
  }
  for (const v of m.stakes) {
    w.tag(42);
    { const s = w.open(); SeatStake.write(w, v); w.close(s); }
  }
}

function readSeatStakes(r: Reader): SeatStakes {
  let f1: bigint = 0n;
  let f2: bigint = 0n;
  let f3: bigint = 0n;
  let f4: boolean = false;
  const f5: SeatStake[] = [];
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
        f4 = r.value(r.bool());
        break;
      case 42: {
        const outer = r.enter();
        f5.push(SeatStake.read(r));
        r.leave(outer);
        break;
      }
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { height: f1, clockMs: f2, committeeHeight: f3, whole: f4, stakes: f5 };
}

export const SeatStakes: Codec<SeatStakes> = codec<SeatStakes>({
  typeUrl: "/aegis.slashing.v1.SeatStakes",
  fields: [
    { name: "height", jsonName: "height", number: 1, kind: "uint64", repeated: false, optional: false },
    { name: "clockMs", jsonName: "clock_ms", number: 2, kind: "uint64", repeated: false, optional: false },
    { name: "committeeHeight", jsonName: "committee_height", number: 3, kind: "uint64", repeated: false, optional: false },
    { name: "whole", jsonName: "whole", number: 4, kind: "bool", repeated: false, optional: false },
    { name: "stakes", jsonName: "stakes", number: 5, kind: "message", repeated: true, optional: false, message: () => SeatStake as Codec<never> },
  ],
  defaults: () => ({ height: 0n, clockMs: 0n, committeeHeight: 0n, whole: false, stakes: [] }),
  write: writeSeatStakes,
  read: readSeatStakes,
});
