// Generated from proto/aegis/staking/v1/staking.proto by "npm run proto". Do not edit.
import { codec, type Codec } from "../../../../wire/codec.ts";
import type { Reader } from "../../../../wire/reader.ts";
import type { Writer } from "../../../../wire/writer.ts";
import { BondStatus, Description } from "../../../cosmos/staking/v1beta1/staking.ts";

/** Why a validator is kept out of committees. */
export type JailReason = number;
export const JailReason = {
  JAIL_REASON_UNSPECIFIED: 0,
  JAIL_REASON_BEACON: 1,
  JAIL_REASON_SELF_DELEGATION: 2,
  JAIL_REASON_DOWNTIME: 3,
  JAIL_REASON_DOUBLE_SIGN: 4,
  JAIL_REASON_CHECKPOINTS: 5,
} as const;

/** What a licence is used for. */
export type LicenceUse = number;
export const LicenceUse = {
  LICENCE_USE_UNSPECIFIED: 0,
  LICENCE_USE_NOTHING: 1,
  LICENCE_USE_VALIDATOR: 2,
  LICENCE_USE_NODE: 3,
} as const;

/** Parameters of staking. */
export interface Params {
  readonly committeeSize: number;
  readonly minSelfStake: bigint;
  readonly beaconWindow: number;
  readonly minCommitteeSize: number;
  readonly unbondingTimeMs: bigint;
  readonly testnet: boolean;
  readonly licenceSuspensionEpochs: number;
  readonly redemptionEnabled: boolean;
  readonly maxEntries: number;
  readonly historicalEntries: number;
  readonly minCommissionRate: string;
  readonly committeeChurnMillionths: number;
}

function writeParams(w: Writer, m: Params): void {
  if (m.committeeSize !== 0) {
    w.tag(8);
    w.uint32(m.committeeSize);
  }
  if (m.minSelfStake !== 0n) {
    w.tag(16);
    w.uint64(m.minSelfStake);
  }
  if (m.beaconWindow !== 0) {
    w.tag(24);
    w.uint32(m.beaconWindow);
  }
  if (m.minCommitteeSize !== 0) {
    w.tag(32);
    w.uint32(m.minCommitteeSize);
  }
  if (m.unbondingTimeMs !== 0n) {
    w.tag(40);
    w.uint64(m.unbondingTimeMs);
  }
  if (m.testnet) {
    w.tag(48);
    w.bool(m.testnet);
  }
  if (m.licenceSuspensionEpochs !== 0) {
    w.tag(56);
    w.uint32(m.licenceSuspensionEpochs);
  }
  if (m.redemptionEnabled) {
    w.tag(64);
    w.bool(m.redemptionEnabled);
  }
  if (m.maxEntries !== 0) {
    w.tag(72);
    w.uint32(m.maxEntries);
  }
  if (m.historicalEntries !== 0) {
    w.tag(80);
    w.uint32(m.historicalEntries);
  }
  if (m.minCommissionRate !== "") {
    w.tag(90);
    w.string(m.minCommissionRate);
  }
  if (m.committeeChurnMillionths !== 0) {
    w.tag(96);
    w.uint32(m.committeeChurnMillionths);
  }
}

function readParams(r: Reader): Params {
  let f1: number = 0;
  let f2: bigint = 0n;
  let f3: number = 0;
  let f4: number = 0;
  let f5: bigint = 0n;
  let f6: boolean = false;
  let f7: number = 0;
  let f8: boolean = false;
  let f9: number = 0;
  let f10: number = 0;
  let f11: string = "";
  let f12: number = 0;
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
        f2 = r.value(r.uint64());
        break;
      case 24:
        r.single(last, tag);
        f3 = r.value(r.uint32());
        break;
      case 32:
        r.single(last, tag);
        f4 = r.value(r.uint32());
        break;
      case 40:
        r.single(last, tag);
        f5 = r.value(r.uint64());
        break;
      case 48:
        r.single(last, tag);
        f6 = r.value(r.bool());
        break;
      case 56:
        r.single(last, tag);
        f7 = r.value(r.uint32());
        break;
      case 64:
        r.single(last, tag);
        f8 = r.value(r.bool());
        break;
      case 72:
        r.single(last, tag);
        f9 = r.value(r.uint32());
        break;
      case 80:
        r.single(last, tag);
        f10 = r.value(r.uint32());
        break;
      case 90:
        r.single(last, tag);
        f11 = r.value(r.string());
        break;
      case 96:
        r.single(last, tag);
        f12 = r.value(r.uint32());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { committeeSize: f1, minSelfStake: f2, beaconWindow: f3, minCommitteeSize: f4, unbondingTimeMs: f5, testnet: f6, licenceSuspensionEpochs: f7, redemptionEnabled: f8, maxEntries: f9, historicalEntries: f10, minCommissionRate: f11, committeeChurnMillionths: f12 };
}

export const Params: Codec<Params> = codec<Params>({
  typeUrl: "/aegis.staking.v1.Params",
  fields: [
    { name: "committeeSize", jsonName: "committee_size", number: 1, kind: "uint32", repeated: false, optional: false },
    { name: "minSelfStake", jsonName: "min_self_stake", number: 2, kind: "uint64", repeated: false, optional: false },
    { name: "beaconWindow", jsonName: "beacon_window", number: 3, kind: "uint32", repeated: false, optional: false },
    { name: "minCommitteeSize", jsonName: "min_committee_size", number: 4, kind: "uint32", repeated: false, optional: false },
    { name: "unbondingTimeMs", jsonName: "unbonding_time_ms", number: 5, kind: "uint64", repeated: false, optional: false },
    { name: "testnet", jsonName: "testnet", number: 6, kind: "bool", repeated: false, optional: false },
    { name: "licenceSuspensionEpochs", jsonName: "licence_suspension_epochs", number: 7, kind: "uint32", repeated: false, optional: false },
    { name: "redemptionEnabled", jsonName: "redemption_enabled", number: 8, kind: "bool", repeated: false, optional: false },
    { name: "maxEntries", jsonName: "max_entries", number: 9, kind: "uint32", repeated: false, optional: false },
    { name: "historicalEntries", jsonName: "historical_entries", number: 10, kind: "uint32", repeated: false, optional: false },
    { name: "minCommissionRate", jsonName: "min_commission_rate", number: 11, kind: "string", repeated: false, optional: false },
    { name: "committeeChurnMillionths", jsonName: "committee_churn_millionths", number: 12, kind: "uint32", repeated: false, optional: false },
  ],
  defaults: () => ({ committeeSize: 0, minSelfStake: 0n, beaconWindow: 0, minCommitteeSize: 0, unbondingTimeMs: 0n, testnet: false, licenceSuspensionEpochs: 0, redemptionEnabled: false, maxEntries: 0, historicalEntries: 0, minCommissionRate: "", committeeChurnMillionths: 0 }),
  write: writeParams,
  read: readParams,
});

/** A validator. */
export interface Validator {
  readonly operator: string;
  readonly consensusPublicKey: Uint8Array;
  readonly blsPublicKey: Uint8Array;
  readonly possessionProof: Uint8Array;
  readonly jailReason: JailReason;
  readonly jailedHeight: bigint;
  readonly licences: number;
  readonly licenceStake: bigint;
  readonly tokens: bigint;
  readonly delegatorShares: string;
  readonly description: Description | undefined;
  readonly commissionRate: string;
  readonly commissionMaxRate: string;
  readonly commissionMaxChangeRate: string;
  readonly commissionUpdateMs: bigint;
  readonly minSelfDelegation: bigint;
  readonly status: BondStatus;
  readonly unbondingHeight: bigint;
  readonly unbondingUntilMs: bigint;
  readonly slot: number;
}

function writeValidator(w: Writer, m: Validator): void {
  if (m.operator !== "") {
    w.tag(10);
    w.string(m.operator);
  }
  if (m.consensusPublicKey.length > 0) {
    w.tag(18);
    w.bytes(m.consensusPublicKey);
  }
  if (m.blsPublicKey.length > 0) {
    w.tag(26);
    w.bytes(m.blsPublicKey);
  }
  if (m.possessionProof.length > 0) {
    w.tag(34);
    w.bytes(m.possessionProof);
  }
  if (m.jailReason !== 0) {
    w.tag(56);
    w.int32(m.jailReason);
  }
  if (m.jailedHeight !== 0n) {
    w.tag(64);
    w.uint64(m.jailedHeight);
  }
  if (m.licences !== 0) {
    w.tag(72);
    w.uint32(m.licences);
  }
  if (m.licenceStake !== 0n) {
    w.tag(80);
    w.uint64(m.licenceStake);
  }
  if (m.tokens !== 0n) {
    w.tag(88);
    w.uint64(m.tokens);
  }
  if (m.delegatorShares !== "") {
    w.tag(98);
    w.string(m.delegatorShares);
  }
  if (m.description !== undefined) {
    w.tag(106);
    { const s = w.open(); Description.write(w, m.description); w.close(s); }
  }
  if (m.commissionRate !== "") {
    w.tag(114);
    w.string(m.commissionRate);
  }
  if (m.commissionMaxRate !== "") {
    w.tag(122);
    w.string(m.commissionMaxRate);
  }
  if (m.commissionMaxChangeRate !== "") {
    w.tag(130);
    w.string(m.commissionMaxChangeRate);
  }
  if (m.commissionUpdateMs !== 0n) {
    w.tag(136);
    w.uint64(m.commissionUpdateMs);
  }
  if (m.minSelfDelegation !== 0n) {
    w.tag(144);
    w.uint64(m.minSelfDelegation);
  }
  if (m.status !== 0) {
    w.tag(152);
    w.int32(m.status);
  }
  if (m.unbondingHeight !== 0n) {
    w.tag(160);
    w.uint64(m.unbondingHeight);
  }
  if (m.unbondingUntilMs !== 0n) {
    w.tag(168);
    w.uint64(m.unbondingUntilMs);
  }
  if (m.slot !== 0) {
    w.tag(176);
    w.uint32(m.slot);
  }
}

function readValidator(r: Reader): Validator {
  let f1: string = "";
  let f2: Uint8Array = new Uint8Array(0);
  let f3: Uint8Array = new Uint8Array(0);
  let f4: Uint8Array = new Uint8Array(0);
  let f7: JailReason = 0;
  let f8: bigint = 0n;
  let f9: number = 0;
  let f10: bigint = 0n;
  let f11: bigint = 0n;
  let f12: string = "";
  let f13: Description | undefined = undefined;
  let f14: string = "";
  let f15: string = "";
  let f16: string = "";
  let f17: bigint = 0n;
  let f18: bigint = 0n;
  let f19: BondStatus = 0;
  let f20: bigint = 0n;
  let f21: bigint = 0n;
  let f22: number = 0;
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
      case 26:
        r.single(last, tag);
        f3 = r.value(r.bytes());
        break;
      case 34:
        r.single(last, tag);
        f4 = r.value(r.bytes());
        break;
      case 56:
        r.single(last, tag);
        f7 = r.value(r.int32());
        break;
      case 64:
        r.single(last, tag);
        f8 = r.value(r.uint64());
        break;
      case 72:
        r.single(last, tag);
        f9 = r.value(r.uint32());
        break;
      case 80:
        r.single(last, tag);
        f10 = r.value(r.uint64());
        break;
      case 88:
        r.single(last, tag);
        f11 = r.value(r.uint64());
        break;
      case 98:
        r.single(last, tag);
        f12 = r.value(r.string());
        break;
      case 106: {
        r.single(last, tag);
        const outer = r.enter();
        f13 = Description.read(r);
        r.leave(outer);
        break;
      }
      case 114:
        r.single(last, tag);
        f14 = r.value(r.string());
        break;
      case 122:
        r.single(last, tag);
        f15 = r.value(r.string());
        break;
      case 130:
        r.single(last, tag);
        f16 = r.value(r.string());
        break;
      case 136:
        r.single(last, tag);
        f17 = r.value(r.uint64());
        break;
      case 144:
        r.single(last, tag);
        f18 = r.value(r.uint64());
        break;
      case 152:
        r.single(last, tag);
        f19 = r.value(r.int32());
        break;
      case 160:
        r.single(last, tag);
        f20 = r.value(r.uint64());
        break;
      case 168:
        r.single(last, tag);
        f21 = r.value(r.uint64());
        break;
      case 176:
        r.single(last, tag);
        f22 = r.value(r.uint32());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { operator: f1, consensusPublicKey: f2, blsPublicKey: f3, possessionProof: f4, jailReason: f7, jailedHeight: f8, licences: f9, licenceStake: f10, tokens: f11, delegatorShares: f12, description: f13, commissionRate: f14, commissionMaxRate: f15, commissionMaxChangeRate: f16, commissionUpdateMs: f17, minSelfDelegation: f18, status: f19, unbondingHeight: f20, unbondingUntilMs: f21, slot: f22 };
}

export const Validator: Codec<Validator> = codec<Validator>({
  typeUrl: "/aegis.staking.v1.Validator",
  fields: [
    { name: "operator", jsonName: "operator", number: 1, kind: "string", repeated: false, optional: false },
    { name: "consensusPublicKey", jsonName: "consensus_public_key", number: 2, kind: "bytes", repeated: false, optional: false },
    { name: "blsPublicKey", jsonName: "bls_public_key", number: 3, kind: "bytes", repeated: false, optional: false },
    { name: "possessionProof", jsonName: "possession_proof", number: 4, kind: "bytes", repeated: false, optional: false },
    { name: "jailReason", jsonName: "jail_reason", number: 7, kind: "enum", repeated: false, optional: false, values: JailReason },
    { name: "jailedHeight", jsonName: "jailed_height", number: 8, kind: "uint64", repeated: false, optional: false },
    { name: "licences", jsonName: "licences", number: 9, kind: "uint32", repeated: false, optional: false },
    { name: "licenceStake", jsonName: "licence_stake", number: 10, kind: "uint64", repeated: false, optional: false },
    { name: "tokens", jsonName: "tokens", number: 11, kind: "uint64", repeated: false, optional: false },
    { name: "delegatorShares", jsonName: "delegator_shares", number: 12, kind: "string", repeated: false, optional: false },
    { name: "description", jsonName: "description", number: 13, kind: "message", repeated: false, optional: true, message: () => Description as Codec<never> },
    { name: "commissionRate", jsonName: "commission_rate", number: 14, kind: "string", repeated: false, optional: false },
    { name: "commissionMaxRate", jsonName: "commission_max_rate", number: 15, kind: "string", repeated: false, optional: false },
    { name: "commissionMaxChangeRate", jsonName: "commission_max_change_rate", number: 16, kind: "string", repeated: false, optional: false },
    { name: "commissionUpdateMs", jsonName: "commission_update_ms", number: 17, kind: "uint64", repeated: false, optional: false },
    { name: "minSelfDelegation", jsonName: "min_self_delegation", number: 18, kind: "uint64", repeated: false, optional: false },
    { name: "status", jsonName: "status", number: 19, kind: "enum", repeated: false, optional: false, values: BondStatus },
    { name: "unbondingHeight", jsonName: "unbonding_height", number: 20, kind: "uint64", repeated: false, optional: false },
    { name: "unbondingUntilMs", jsonName: "unbonding_until_ms", number: 21, kind: "uint64", repeated: false, optional: false },
    { name: "slot", jsonName: "slot", number: 22, kind: "uint32", repeated: false, optional: false },
  ],
  defaults: () => ({ operator: "", consensusPublicKey: new Uint8Array(0), blsPublicKey: new Uint8Array(0), possessionProof: new Uint8Array(0), jailReason: 0, jailedHeight: 0n, licences: 0, licenceStake: 0n, tokens: 0n, delegatorShares: "", description: undefined, commissionRate: "", commissionMaxRate: "", commissionMaxChangeRate: "", commissionUpdateMs: 0n, minSelfDelegation: 0n, status: 0, unbondingHeight: 0n, unbondingUntilMs: 0n, slot: 0 }),
  write: writeValidator,
  read: readValidator,
});

/** What a delegator owns of a validator. */
export interface Delegation {
  readonly delegator: string;
  readonly operator: string;
  readonly shares: string;
}

function writeDelegation(w: Writer, m: Delegation): void {
  if (m.delegator !== "") {
    w.tag(10);
    w.string(m.delegator);
  }
  if (m.operator !== "") {
    w.tag(18);
    w.string(m.operator);
  }
  if (m.shares !== "") {
    w.tag(26);
    w.string(m.shares);
  }
}

function readDelegation(r: Reader): Delegation {
  let f1: string = "";
  let f2: string = "";
  let f3: string = "";
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
      case 26:
        r.single(last, tag);
        f3 = r.value(r.string());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { delegator: f1, operator: f2, shares: f3 };
}

export const Delegation: Codec<Delegation> = codec<Delegation>({
  typeUrl: "/aegis.staking.v1.Delegation",
  fields: [
    { name: "delegator", jsonName: "delegator", number: 1, kind: "string", repeated: false, optional: false },
    { name: "operator", jsonName: "operator", number: 2, kind: "string", repeated: false, optional: false },
    { name: "shares", jsonName: "shares", number: 3, kind: "string", repeated: false, optional: false },
  ],
  defaults: () => ({ delegator: "", operator: "", shares: "" }),
  write: writeDelegation,
  read: readDelegation,
});

/** Tokens on their way back from a validator; what is begun at one height is one entry. */
export interface UnbondingEntry {
  readonly creationHeight: bigint;
  readonly completionMs: bigint;
  readonly initialBalance: bigint;
  readonly balance: bigint;
}

function writeUnbondingEntry(w: Writer, m: UnbondingEntry): void {
  if (m.creationHeight !== 0n) {
    w.tag(8);
    w.uint64(m.creationHeight);
  }
  if (m.completionMs !== 0n) {
    w.tag(16);
    w.uint64(m.completionMs);
  }
  if (m.initialBalance !== 0n) {
    w.tag(24);
    w.uint64(m.initialBalance);
  }
  if (m.balance !== 0n) {
    w.tag(32);
    w.uint64(m.balance);
  }
}

function readUnbondingEntry(r: Reader): UnbondingEntry {
  let f1: bigint = 0n;
  let f2: bigint = 0n;
  let f3: bigint = 0n;
  let f4: bigint = 0n;
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
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { creationHeight: f1, completionMs: f2, initialBalance: f3, balance: f4 };
}

export const UnbondingEntry: Codec<UnbondingEntry> = codec<UnbondingEntry>({
  typeUrl: "/aegis.staking.v1.UnbondingEntry",
  fields: [
    { name: "creationHeight", jsonName: "creation_height", number: 1, kind: "uint64", repeated: false, optional: false },
    { name: "completionMs", jsonName: "completion_ms", number: 2, kind: "uint64", repeated: false, optional: false },
    { name: "initialBalance", jsonName: "initial_balance", number: 3, kind: "uint64", repeated: false, optional: false },
    { name: "balance", jsonName: "balance", number: 4, kind: "uint64", repeated: false, optional: false },
  ],
  defaults: () => ({ creationHeight: 0n, completionMs: 0n, initialBalance: 0n, balance: 0n }),
  write: writeUnbondingEntry,
  read: readUnbondingEntry,
});

export interface UnbondingDelegation {
  readonly delegator: string;
  readonly operator: string;
  readonly entries: readonly UnbondingEntry[];
}

function writeUnbondingDelegation(w: Writer, m: UnbondingDelegation): void {
  if (m.delegator !== "") {
    w.tag(10);
    w.string(m.delegator);
  }
  if (m.operator !== "") {
    w.tag(18);
    w.string(m.operator);
  }
  for (const v of m.entries) {
    w.tag(26);
    { const s = w.open(); UnbondingEntry.write(w, v); w.close(s); }
  }
}

function readUnbondingDelegation(r: Reader): UnbondingDelegation {
  let f1: string = "";
  let f2: string = "";
  const f3: UnbondingEntry[] = [];
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
      case 26: {
        const outer = r.enter();
        f3.push(UnbondingEntry.read(r));
        r.leave(outer);
        break;
      }
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { delegator: f1, operator: f2, entries: f3 };
}

export const UnbondingDelegation: Codec<UnbondingDelegation> = codec<UnbondingDelegation>({
  typeUrl: "/aegis.staking.v1.UnbondingDelegation",
  fields: [
    { name: "delegator", jsonName: "delegator", number: 1, kind: "string", repeated: false, optional: false },
    { name: "operator", jsonName: "operator", number: 2, kind: "string", repeated: false, optional: false },
    { name: "entries", jsonName: "entries", number: 3, kind: "message", repeated: true, optional: false, message: () => UnbondingEntry as Codec<never> },
  ],
  defaults: () => ({ delegator: "", operator: "", entries: [] }),
  write: writeUnbondingDelegation,
  read: readUnbondingDelegation,
});

/** A delegation that was moved: faults of its old validator still reach it. */
export interface RedelegationEntry {
  readonly creationHeight: bigint;
  readonly completionMs: bigint;
  readonly initialBalance: bigint;
  readonly shares: string;
}

function writeRedelegationEntry(w: Writer, m: RedelegationEntry): void {
  if (m.creationHeight !== 0n) {
    w.tag(8);
    w.uint64(m.creationHeight);
  }
  if (m.completionMs !== 0n) {
    w.tag(16);
    w.uint64(m.completionMs);
  }
  if (m.initialBalance !== 0n) {
    w.tag(24);
    w.uint64(m.initialBalance);
  }
  if (m.shares !== "") {
    w.tag(34);
    w.string(m.shares);
  }
}

function readRedelegationEntry(r: Reader): RedelegationEntry {
  let f1: bigint = 0n;
  let f2: bigint = 0n;
  let f3: bigint = 0n;
  let f4: string = "";
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
      case 34:
        r.single(last, tag);
        f4 = r.value(r.string());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { creationHeight: f1, completionMs: f2, initialBalance: f3, shares: f4 };
}

export const RedelegationEntry: Codec<RedelegationEntry> = codec<RedelegationEntry>({
  typeUrl: "/aegis.staking.v1.RedelegationEntry",
  fields: [
    { name: "creationHeight", jsonName: "creation_height", number: 1, kind: "uint64", repeated: false, optional: false },
    { name: "completionMs", jsonName: "completion_ms", number: 2, kind: "uint64", repeated: false, optional: false },
    { name: "initialBalance", jsonName: "initial_balance", number: 3, kind: "uint64", repeated: false, optional: false },
    { name: "shares", jsonName: "shares", number: 4, kind: "string", repeated: false, optional: false },
  ],
  defaults: () => ({ creationHeight: 0n, completionMs: 0n, initialBalance: 0n, shares: "" }),
  write: writeRedelegationEntry,
  read: readRedelegationEntry,
});

export interface Redelegation {
  readonly delegator: string;
  readonly source: string;
  readonly destination: string;
  readonly entries: readonly RedelegationEntry[];
}

function writeRedelegation(w: Writer, m: Redelegation): void {
  if (m.delegator !== "") {
    w.tag(10);
    w.string(m.delegator);
  }
  if (m.source !== "") {
    w.tag(18);
    w.string(m.source);
  }
  if (m.destination !== "") {
    w.tag(26);
    w.string(m.destination);
  }
  for (const v of m.entries) {
    w.tag(34);
    { const s = w.open(); RedelegationEntry.write(w, v); w.close(s); }
  }
}

function readRedelegation(r: Reader): Redelegation {
  let f1: string = "";
  let f2: string = "";
  let f3: string = "";
  const f4: RedelegationEntry[] = [];
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
      case 26:
        r.single(last, tag);
        f3 = r.value(r.string());
        break;
      case 34: {
        const outer = r.enter();
        f4.push(RedelegationEntry.read(r));
        r.leave(outer);
        break;
      }
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { delegator: f1, source: f2, destination: f3, entries: f4 };
}

export const Redelegation: Codec<Redelegation> = codec<Redelegation>({
  typeUrl: "/aegis.staking.v1.Redelegation",
  fields: [
    { name: "delegator", jsonName: "delegator", number: 1, kind: "string", repeated: false, optional: false },
    { name: "source", jsonName: "source", number: 2, kind: "string", repeated: false, optional: false },
    { name: "destination", jsonName: "destination", number: 3, kind: "string", repeated: false, optional: false },
    { name: "entries", jsonName: "entries", number: 4, kind: "message", repeated: true, optional: false, message: () => RedelegationEntry as Codec<never> },
  ],
  defaults: () => ({ delegator: "", source: "", destination: "", entries: [] }),
  write: writeRedelegation,
  read: readRedelegation,
});

/** A consensus key that was replaced; faults that it signed are its operator's. */
export interface RetiredKey {
  readonly consensusPublicKey: Uint8Array;
  readonly operator: string;
  readonly untilMs: bigint;
}

function writeRetiredKey(w: Writer, m: RetiredKey): void {
  if (m.consensusPublicKey.length > 0) {
    w.tag(10);
    w.bytes(m.consensusPublicKey);
  }
  if (m.operator !== "") {
    w.tag(18);
    w.string(m.operator);
  }
  if (m.untilMs !== 0n) {
    w.tag(24);
    w.uint64(m.untilMs);
  }
}

function readRetiredKey(r: Reader): RetiredKey {
  let f1: Uint8Array = new Uint8Array(0);
  let f2: string = "";
  let f3: bigint = 0n;
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
      case 24:
        r.single(last, tag);
        f3 = r.value(r.uint64());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { consensusPublicKey: f1, operator: f2, untilMs: f3 };
}

export const RetiredKey: Codec<RetiredKey> = codec<RetiredKey>({
  typeUrl: "/aegis.staking.v1.RetiredKey",
  fields: [
    { name: "consensusPublicKey", jsonName: "consensus_public_key", number: 1, kind: "bytes", repeated: false, optional: false },
    { name: "operator", jsonName: "operator", number: 2, kind: "string", repeated: false, optional: false },
    { name: "untilMs", jsonName: "until_ms", number: 3, kind: "uint64", repeated: false, optional: false },
  ],
  defaults: () => ({ consensusPublicKey: new Uint8Array(0), operator: "", untilMs: 0n }),
  write: writeRetiredKey,
  read: readRetiredKey,
});

/** What is kept of a past block's header. */
export interface HistoricalHeader {
  readonly timeMs: bigint;
  readonly proposer: Uint8Array;
  readonly appHash: Uint8Array;
  readonly nextValidatorsHash: Uint8Array;
}

function writeHistoricalHeader(w: Writer, m: HistoricalHeader): void {
  if (m.timeMs !== 0n) {
    w.tag(8);
    w.uint64(m.timeMs);
  }
  if (m.proposer.length > 0) {
    w.tag(18);
    w.bytes(m.proposer);
  }
  if (m.appHash.length > 0) {
    w.tag(26);
    w.bytes(m.appHash);
  }
  if (m.nextValidatorsHash.length > 0) {
    w.tag(34);
    w.bytes(m.nextValidatorsHash);
  }
}

function readHistoricalHeader(r: Reader): HistoricalHeader {
  let f1: bigint = 0n;
  let f2: Uint8Array = new Uint8Array(0);
  let f3: Uint8Array = new Uint8Array(0);
  let f4: Uint8Array = new Uint8Array(0);
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
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { timeMs: f1, proposer: f2, appHash: f3, nextValidatorsHash: f4 };
}

export const HistoricalHeader: Codec<HistoricalHeader> = codec<HistoricalHeader>({
  typeUrl: "/aegis.staking.v1.HistoricalHeader",
  fields: [
    { name: "timeMs", jsonName: "time_ms", number: 1, kind: "uint64", repeated: false, optional: false },
    { name: "proposer", jsonName: "proposer", number: 2, kind: "bytes", repeated: false, optional: false },
    { name: "appHash", jsonName: "app_hash", number: 3, kind: "bytes", repeated: false, optional: false },
    { name: "nextValidatorsHash", jsonName: "next_validators_hash", number: 4, kind: "bytes", repeated: false, optional: false },
  ],
  defaults: () => ({ timeMs: 0n, proposer: new Uint8Array(0), appHash: new Uint8Array(0), nextValidatorsHash: new Uint8Array(0) }),
  write: writeHistoricalHeader,
  read: readHistoricalHeader,
});

/** A seat of a committee. */
export interface CommitteeMember {
  readonly consensusAddress: Uint8Array;
  readonly power: bigint;
}

function writeCommitteeMember(w: Writer, m: CommitteeMember): void {
  if (m.consensusAddress.length > 0) {
    w.tag(10);
    w.bytes(m.consensusAddress);
  }
  if (m.power !== 0n) {
    w.tag(16);
    w.uint64(m.power);
  }
}

function readCommitteeMember(r: Reader): CommitteeMember {
  let f1: Uint8Array = new Uint8Array(0);
  let f2: bigint = 0n;
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10:
        r.single(last, tag);
        f1 = r.value(r.bytes());
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
  return { consensusAddress: f1, power: f2 };
}

export const CommitteeMember: Codec<CommitteeMember> = codec<CommitteeMember>({
  typeUrl: "/aegis.staking.v1.CommitteeMember",
  fields: [
    { name: "consensusAddress", jsonName: "consensus_address", number: 1, kind: "bytes", repeated: false, optional: false },
    { name: "power", jsonName: "power", number: 2, kind: "uint64", repeated: false, optional: false },
  ],
  defaults: () => ({ consensusAddress: new Uint8Array(0), power: 0n }),
  write: writeCommitteeMember,
  read: readCommitteeMember,
});

/** The validators that run consensus from a height on, in order of consensus address. */
export interface Committee {
  readonly fromHeight: bigint;
  readonly members: readonly CommitteeMember[];
}

function writeCommittee(w: Writer, m: Committee): void {
  if (m.fromHeight !== 0n) {
    w.tag(8);
    w.uint64(m.fromHeight);
  }
  for (const v of m.members) {
    w.tag(18);
    { const s = w.open(); CommitteeMember.write(w, v); w.close(s); }
  }
}

function readCommittee(r: Reader): Committee {
  let f1: bigint = 0n;
  const f2: CommitteeMember[] = [];
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 8:
        r.single(last, tag);
        f1 = r.value(r.uint64());
        break;
      case 18: {
        const outer = r.enter();
        f2.push(CommitteeMember.read(r));
        r.leave(outer);
        break;
      }
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { fromHeight: f1, members: f2 };
}

export const Committee: Codec<Committee> = codec<Committee>({
  typeUrl: "/aegis.staking.v1.Committee",
  fields: [
    { name: "fromHeight", jsonName: "from_height", number: 1, kind: "uint64", repeated: false, optional: false },
    { name: "members", jsonName: "members", number: 2, kind: "message", repeated: true, optional: false, message: () => CommitteeMember as Codec<never> },
  ],
  defaults: () => ({ fromHeight: 0n, members: [] }),
  write: writeCommittee,
  read: readCommittee,
});

/** A validator's last draws of the beacon, as signer or as proposer. */
export interface BeaconRecord {
  readonly operator: string;
  readonly withheld: bigint;
  readonly draws: number;
}

function writeBeaconRecord(w: Writer, m: BeaconRecord): void {
  if (m.operator !== "") {
    w.tag(10);
    w.string(m.operator);
  }
  if (m.withheld !== 0n) {
    w.tag(16);
    w.uint64(m.withheld);
  }
  if (m.draws !== 0) {
    w.tag(24);
    w.uint32(m.draws);
  }
}

function readBeaconRecord(r: Reader): BeaconRecord {
  let f1: string = "";
  let f2: bigint = 0n;
  let f3: number = 0;
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
        f3 = r.value(r.uint32());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { operator: f1, withheld: f2, draws: f3 };
}

export const BeaconRecord: Codec<BeaconRecord> = codec<BeaconRecord>({
  typeUrl: "/aegis.staking.v1.BeaconRecord",
  fields: [
    { name: "operator", jsonName: "operator", number: 1, kind: "string", repeated: false, optional: false },
    { name: "withheld", jsonName: "withheld", number: 2, kind: "uint64", repeated: false, optional: false },
    { name: "draws", jsonName: "draws", number: 3, kind: "uint32", repeated: false, optional: false },
  ],
  defaults: () => ({ operator: "", withheld: 0n, draws: 0 }),
  write: writeBeaconRecord,
  read: readBeaconRecord,
});

/** A licence: stands for licence_stake wherever stake is asked for, and backs one thing at a time. */
export interface Licence {
  readonly number: number;
  readonly owner: string;
  readonly use: LicenceUse;
  readonly backs: string;
  readonly suspendedUntilEpoch: bigint;
  readonly releasingUntilMs: bigint;
}

function writeLicence(w: Writer, m: Licence): void {
  if (m.number !== 0) {
    w.tag(8);
    w.uint32(m.number);
  }
  if (m.owner !== "") {
    w.tag(18);
    w.string(m.owner);
  }
  if (m.use !== 0) {
    w.tag(24);
    w.int32(m.use);
  }
  if (m.backs !== "") {
    w.tag(34);
    w.string(m.backs);
  }
  if (m.suspendedUntilEpoch !== 0n) {
    w.tag(40);
    w.uint64(m.suspendedUntilEpoch);
  }
  if (m.releasingUntilMs !== 0n) {
    w.tag(48);
    w.uint64(m.releasingUntilMs);
  }
}

function readLicence(r: Reader): Licence {
  let f1: number = 0;
  let f2: string = "";
  let f3: LicenceUse = 0;
  let f4: string = "";
  let f5: bigint = 0n;
  let f6: bigint = 0n;
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
        f2 = r.value(r.string());
        break;
      case 24:
        r.single(last, tag);
        f3 = r.value(r.int32());
        break;
      case 34:
        r.single(last, tag);
        f4 = r.value(r.string());
        break;
      case 40:
        r.single(last, tag);
        f5 = r.value(r.uint64());
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
  return { number: f1, owner: f2, use: f3, backs: f4, suspendedUntilEpoch: f5, releasingUntilMs: f6 };
}

export const Licence: Codec<Licence> = codec<Licence>({
  typeUrl: "/aegis.staking.v1.Licence",
  fields: [
    { name: "number", jsonName: "number", number: 1, kind: "uint32", repeated: false, optional: false },
    { name: "owner", jsonName: "owner", number: 2, kind: "string", repeated: false, optional: false },
    { name: "use", jsonName: "use", number: 3, kind: "enum", repeated: false, optional: false, values: LicenceUse },
    { name: "backs", jsonName: "backs", number: 4, kind: "string", repeated: false, optional: false },
    { name: "suspendedUntilEpoch", jsonName: "suspended_until_epoch", number: 5, kind: "uint64", repeated: false, optional: false },
    { name: "releasingUntilMs", jsonName: "releasing_until_ms", number: 6, kind: "uint64", repeated: false, optional: false },
  ],
  defaults: () => ({ number: 0, owner: "", use: 0, backs: "", suspendedUntilEpoch: 0n, releasingUntilMs: 0n }),
  write: writeLicence,
  read: readLicence,
});

/** Licences since genesis: issued - liquidated - redeemed are there. */
export interface LicenceTotals {
  readonly issued: number;
  readonly liquidated: number;
  readonly redeemed: number;
}

function writeLicenceTotals(w: Writer, m: LicenceTotals): void {
  if (m.issued !== 0) {
    w.tag(8);
    w.uint32(m.issued);
  }
  if (m.liquidated !== 0) {
    w.tag(16);
    w.uint32(m.liquidated);
  }
  if (m.redeemed !== 0) {
    w.tag(24);
    w.uint32(m.redeemed);
  }
}

function readLicenceTotals(r: Reader): LicenceTotals {
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
  return { issued: f1, liquidated: f2, redeemed: f3 };
}

export const LicenceTotals: Codec<LicenceTotals> = codec<LicenceTotals>({
  typeUrl: "/aegis.staking.v1.LicenceTotals",
  fields: [
    { name: "issued", jsonName: "issued", number: 1, kind: "uint32", repeated: false, optional: false },
    { name: "liquidated", jsonName: "liquidated", number: 2, kind: "uint32", repeated: false, optional: false },
    { name: "redeemed", jsonName: "redeemed", number: 3, kind: "uint32", repeated: false, optional: false },
  ],
  defaults: () => ({ issued: 0, liquidated: 0, redeemed: 0 }),
  write: writeLicenceTotals,
  read: readLicenceTotals,
});
