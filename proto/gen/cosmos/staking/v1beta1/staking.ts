// Generated from proto/cosmos/staking/v1beta1/staking.proto by "npm run proto". Do not edit.
import { codec, type Codec } from "../../../../wire/codec.ts";
import type { Reader } from "../../../../wire/reader.ts";
import type { Writer } from "../../../../wire/writer.ts";
import { Coin } from "../../base/v1beta1/coin.ts";
import { Any } from "../../../google/protobuf/any.ts";
import { Duration } from "../../../google/protobuf/duration.ts";
import { Timestamp } from "../../../google/protobuf/timestamp.ts";
import { Header } from "../../../tendermint/types/types.ts";

export type BondStatus = number;
export const BondStatus = {
  BOND_STATUS_UNSPECIFIED: 0,
  BOND_STATUS_UNBONDED: 1,
  BOND_STATUS_UNBONDING: 2,
  BOND_STATUS_BONDED: 3,
} as const;

/** A past block and its validators. */
export interface HistoricalInfo {
  readonly header: Header | undefined;
  readonly valset: readonly Validator[];
}

function writeHistoricalInfo(w: Writer, m: HistoricalInfo): void {
  if (m.header !== undefined) {
    w.tag(10);
    { const s = w.open(); Header.write(w, m.header); w.close(s); }
  }
  for (const v of m.valset) {
    w.tag(18);
    { const s = w.open(); Validator.write(w, v); w.close(s); }
  }
}

function readHistoricalInfo(r: Reader): HistoricalInfo {
  let f1: Header | undefined = undefined;
  const f2: Validator[] = [];
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10: {
        r.single(last, tag);
        const outer = r.enter();
        f1 = Header.read(r);
        r.leave(outer);
        break;
      }
      case 18: {
        const outer = r.enter();
        f2.push(Validator.read(r));
        r.leave(outer);
        break;
      }
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { header: f1, valset: f2 };
}

export const HistoricalInfo: Codec<HistoricalInfo> = codec<HistoricalInfo>({
  typeUrl: "/cosmos.staking.v1beta1.HistoricalInfo",
  fields: [
    { name: "header", jsonName: "header", number: 1, kind: "message", repeated: false, optional: true, message: () => Header as Codec<never> },
    { name: "valset", jsonName: "valset", number: 2, kind: "message", repeated: true, optional: false, message: () => Validator as Codec<never> },
  ],
  defaults: () => ({ header: undefined, valset: [] }),
  write: writeHistoricalInfo,
  read: readHistoricalInfo,
});

/** What a validator keeps of its delegators' rewards, and how far and fast that may change. */
export interface CommissionRates {
  readonly rate: string;
  readonly maxRate: string;
  readonly maxChangeRate: string;
}

function writeCommissionRates(w: Writer, m: CommissionRates): void {
  if (m.rate !== "") {
    w.tag(10);
    w.string(m.rate);
  }
  if (m.maxRate !== "") {
    w.tag(18);
    w.string(m.maxRate);
  }
  if (m.maxChangeRate !== "") {
    w.tag(26);
    w.string(m.maxChangeRate);
  }
}

function readCommissionRates(r: Reader): CommissionRates {
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
  return { rate: f1, maxRate: f2, maxChangeRate: f3 };
}

export const CommissionRates: Codec<CommissionRates> = codec<CommissionRates>({
  typeUrl: "/cosmos.staking.v1beta1.CommissionRates",
  fields: [
    { name: "rate", jsonName: "rate", number: 1, kind: "string", repeated: false, optional: false },
    { name: "maxRate", jsonName: "max_rate", number: 2, kind: "string", repeated: false, optional: false },
    { name: "maxChangeRate", jsonName: "max_change_rate", number: 3, kind: "string", repeated: false, optional: false },
  ],
  defaults: () => ({ rate: "", maxRate: "", maxChangeRate: "" }),
  write: writeCommissionRates,
  read: readCommissionRates,
});

export interface Commission {
  readonly commissionRates: CommissionRates | undefined;
  readonly updateTime: Timestamp | undefined;
}

function writeCommission(w: Writer, m: Commission): void {
  if (m.commissionRates !== undefined) {
    w.tag(10);
    { const s = w.open(); CommissionRates.write(w, m.commissionRates); w.close(s); }
  }
  if (m.updateTime !== undefined) {
    w.tag(18);
    { const s = w.open(); Timestamp.write(w, m.updateTime); w.close(s); }
  }
}

function readCommission(r: Reader): Commission {
  let f1: CommissionRates | undefined = undefined;
  let f2: Timestamp | undefined = undefined;
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10: {
        r.single(last, tag);
        const outer = r.enter();
        f1 = CommissionRates.read(r);
        r.leave(outer);
        break;
      }
      case 18: {
        r.single(last, tag);
        const outer = r.enter();
        f2 = Timestamp.read(r);
        r.leave(outer);
        break;
      }
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { commissionRates: f1, updateTime: f2 };
}

export const Commission: Codec<Commission> = codec<Commission>({
  typeUrl: "/cosmos.staking.v1beta1.Commission",
  fields: [
    { name: "commissionRates", jsonName: "commission_rates", number: 1, kind: "message", repeated: false, optional: true, message: () => CommissionRates as Codec<never> },
    { name: "updateTime", jsonName: "update_time", number: 2, kind: "message", repeated: false, optional: true, message: () => Timestamp as Codec<never> },
  ],
  defaults: () => ({ commissionRates: undefined, updateTime: undefined }),
  write: writeCommission,
  read: readCommission,
});

/** Who runs a validator, in its own words. */
export interface Description {
  readonly moniker: string;
  readonly identity: string;
  readonly website: string;
  readonly securityContact: string;
  readonly details: string;
}

function writeDescription(w: Writer, m: Description): void {
  if (m.moniker !== "") {
    w.tag(10);
    w.string(m.moniker);
  }
  if (m.identity !== "") {
    w.tag(18);
    w.string(m.identity);
  }
  if (m.website !== "") {
    w.tag(26);
    w.string(m.website);
  }
  if (m.securityContact !== "") {
    w.tag(34);
    w.string(m.securityContact);
  }
  if (m.details !== "") {
    w.tag(42);
    w.string(m.details);
  }
}

function readDescription(r: Reader): Description {
  let f1: string = "";
  let f2: string = "";
  let f3: string = "";
  let f4: string = "";
  let f5: string = "";
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
      case 34:
        r.single(last, tag);
        f4 = r.value(r.string());
        break;
      case 42:
        r.single(last, tag);
        f5 = r.value(r.string());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { moniker: f1, identity: f2, website: f3, securityContact: f4, details: f5 };
}

export const Description: Codec<Description> = codec<Description>({
  typeUrl: "/cosmos.staking.v1beta1.Description",
  fields: [
    { name: "moniker", jsonName: "moniker", number: 1, kind: "string", repeated: false, optional: false },
    { name: "identity", jsonName: "identity", number: 2, kind: "string", repeated: false, optional: false },
    { name: "website", jsonName: "website", number: 3, kind: "string", repeated: false, optional: false },
    { name: "securityContact", jsonName: "security_contact", number: 4, kind: "string", repeated: false, optional: false },
    { name: "details", jsonName: "details", number: 5, kind: "string", repeated: false, optional: false },
  ],
  defaults: () => ({ moniker: "", identity: "", website: "", securityContact: "", details: "" }),
  write: writeDescription,
  read: readDescription,
});

export interface Validator {
  readonly operatorAddress: string;
  readonly consensusPubkey: Any | undefined;
  readonly jailed: boolean;
  readonly status: BondStatus;
  readonly tokens: string;
  readonly delegatorShares: string;
  readonly description: Description | undefined;
  readonly unbondingHeight: bigint;
  readonly unbondingTime: Timestamp | undefined;
  readonly commission: Commission | undefined;
  readonly minSelfDelegation: string;
  readonly unbondingOnHoldRefCount: bigint;
  readonly unbondingIds: readonly bigint[];
}

function writeValidator(w: Writer, m: Validator): void {
  if (m.operatorAddress !== "") {
    w.tag(10);
    w.string(m.operatorAddress);
  }
  if (m.consensusPubkey !== undefined) {
    w.tag(18);
    { const s = w.open(); Any.write(w, m.consensusPubkey); w.close(s); }
  }
  if (m.jailed) {
    w.tag(24);
    w.bool(m.jailed);
  }
  if (m.status !== 0) {
    w.tag(32);
    w.int32(m.status);
  }
  if (m.tokens !== "") {
    w.tag(42);
    w.string(m.tokens);
  }
  if (m.delegatorShares !== "") {
    w.tag(50);
    w.string(m.delegatorShares);
  }
  if (m.description !== undefined) {
    w.tag(58);
    { const s = w.open(); Description.write(w, m.description); w.close(s); }
  }
  if (m.unbondingHeight !== 0n) {
    w.tag(64);
    w.int64(m.unbondingHeight);
  }
  if (m.unbondingTime !== undefined) {
    w.tag(74);
    { const s = w.open(); Timestamp.write(w, m.unbondingTime); w.close(s); }
  }
  if (m.commission !== undefined) {
    w.tag(82);
    { const s = w.open(); Commission.write(w, m.commission); w.close(s); }
  }
  if (m.minSelfDelegation !== "") {
    w.tag(90);
    w.string(m.minSelfDelegation);
  }
  if (m.unbondingOnHoldRefCount !== 0n) {
    w.tag(96);
    w.int64(m.unbondingOnHoldRefCount);
  }
  if (m.unbondingIds.length > 0) {
    w.tag(106);
    const s = w.open();
    for (const v of m.unbondingIds) w.uint64(v);
    w.close(s);
  }
}

function readValidator(r: Reader): Validator {
  let f1: string = "";
  let f2: Any | undefined = undefined;
  let f3: boolean = false;
  let f4: BondStatus = 0;
  let f5: string = "";
  let f6: string = "";
  let f7: Description | undefined = undefined;
  let f8: bigint = 0n;
  let f9: Timestamp | undefined = undefined;
  let f10: Commission | undefined = undefined;
  let f11: string = "";
  let f12: bigint = 0n;
  const f13: bigint[] = [];
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10:
        r.single(last, tag);
        f1 = r.value(r.string());
        break;
      case 18: {
        r.single(last, tag);
        const outer = r.enter();
        f2 = Any.read(r);
        r.leave(outer);
        break;
      }
      case 24:
        r.single(last, tag);
        f3 = r.value(r.bool());
        break;
      case 32:
        r.single(last, tag);
        f4 = r.value(r.int32());
        break;
      case 42:
        r.single(last, tag);
        f5 = r.value(r.string());
        break;
      case 50:
        r.single(last, tag);
        f6 = r.value(r.string());
        break;
      case 58: {
        r.single(last, tag);
        const outer = r.enter();
        f7 = Description.read(r);
        r.leave(outer);
        break;
      }
      case 64:
        r.single(last, tag);
        f8 = r.value(r.int64());
        break;
      case 74: {
        r.single(last, tag);
        const outer = r.enter();
        f9 = Timestamp.read(r);
        r.leave(outer);
        break;
      }
      case 82: {
        r.single(last, tag);
        const outer = r.enter();
        f10 = Commission.read(r);
        r.leave(outer);
        break;
      }
      case 90:
        r.single(last, tag);
        f11 = r.value(r.string());
        break;
      case 96:
        r.single(last, tag);
        f12 = r.value(r.int64());
        break;
      case 106: {
        r.single(last, tag);
        const outer = r.enter();
        if (r.at === r.end) r.value(0);
        while (r.at < r.end) f13.push(r.uint64());
        r.leave(outer);
        break;
      }
      case 104:
        if (r.strict) r.unknown(tag);
        f13.push(r.uint64());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { operatorAddress: f1, consensusPubkey: f2, jailed: f3, status: f4, tokens: f5, delegatorShares: f6, description: f7, unbondingHeight: f8, unbondingTime: f9, commission: f10, minSelfDelegation: f11, unbondingOnHoldRefCount: f12, unbondingIds: f13 };
}

export const Validator: Codec<Validator> = codec<Validator>({
  typeUrl: "/cosmos.staking.v1beta1.Validator",
  fields: [
    { name: "operatorAddress", jsonName: "operator_address", number: 1, kind: "string", repeated: false, optional: false },
    { name: "consensusPubkey", jsonName: "consensus_pubkey", number: 2, kind: "message", repeated: false, optional: true, message: () => Any as Codec<never> },
    { name: "jailed", jsonName: "jailed", number: 3, kind: "bool", repeated: false, optional: false },
    { name: "status", jsonName: "status", number: 4, kind: "enum", repeated: false, optional: false, values: BondStatus },
    { name: "tokens", jsonName: "tokens", number: 5, kind: "string", repeated: false, optional: false },
    { name: "delegatorShares", jsonName: "delegator_shares", number: 6, kind: "string", repeated: false, optional: false },
    { name: "description", jsonName: "description", number: 7, kind: "message", repeated: false, optional: true, message: () => Description as Codec<never> },
    { name: "unbondingHeight", jsonName: "unbonding_height", number: 8, kind: "int64", repeated: false, optional: false },
    { name: "unbondingTime", jsonName: "unbonding_time", number: 9, kind: "message", repeated: false, optional: true, message: () => Timestamp as Codec<never> },
    { name: "commission", jsonName: "commission", number: 10, kind: "message", repeated: false, optional: true, message: () => Commission as Codec<never> },
    { name: "minSelfDelegation", jsonName: "min_self_delegation", number: 11, kind: "string", repeated: false, optional: false },
    { name: "unbondingOnHoldRefCount", jsonName: "unbonding_on_hold_ref_count", number: 12, kind: "int64", repeated: false, optional: false },
    { name: "unbondingIds", jsonName: "unbonding_ids", number: 13, kind: "uint64", repeated: true, optional: false },
  ],
  defaults: () => ({ operatorAddress: "", consensusPubkey: undefined, jailed: false, status: 0, tokens: "", delegatorShares: "", description: undefined, unbondingHeight: 0n, unbondingTime: undefined, commission: undefined, minSelfDelegation: "", unbondingOnHoldRefCount: 0n, unbondingIds: [] }),
  write: writeValidator,
  read: readValidator,
});

export interface Delegation {
  readonly delegatorAddress: string;
  readonly validatorAddress: string;
  readonly shares: string;
}

function writeDelegation(w: Writer, m: Delegation): void {
  if (m.delegatorAddress !== "") {
    w.tag(10);
    w.string(m.delegatorAddress);
  }
  if (m.validatorAddress !== "") {
    w.tag(18);
    w.string(m.validatorAddress);
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
  return { delegatorAddress: f1, validatorAddress: f2, shares: f3 };
}

export const Delegation: Codec<Delegation> = codec<Delegation>({
  typeUrl: "/cosmos.staking.v1beta1.Delegation",
  fields: [
    { name: "delegatorAddress", jsonName: "delegator_address", number: 1, kind: "string", repeated: false, optional: false },
    { name: "validatorAddress", jsonName: "validator_address", number: 2, kind: "string", repeated: false, optional: false },
    { name: "shares", jsonName: "shares", number: 3, kind: "string", repeated: false, optional: false },
  ],
  defaults: () => ({ delegatorAddress: "", validatorAddress: "", shares: "" }),
  write: writeDelegation,
  read: readDelegation,
});

/** Everything that one delegator takes back from one validator. */
export interface UnbondingDelegation {
  readonly delegatorAddress: string;
  readonly validatorAddress: string;
  readonly entries: readonly UnbondingDelegationEntry[];
}

function writeUnbondingDelegation(w: Writer, m: UnbondingDelegation): void {
  if (m.delegatorAddress !== "") {
    w.tag(10);
    w.string(m.delegatorAddress);
  }
  if (m.validatorAddress !== "") {
    w.tag(18);
    w.string(m.validatorAddress);
  }
  for (const v of m.entries) {
    w.tag(26);
    { const s = w.open(); UnbondingDelegationEntry.write(w, v); w.close(s); }
  }
}

function readUnbondingDelegation(r: Reader): UnbondingDelegation {
  let f1: string = "";
  let f2: string = "";
  const f3: UnbondingDelegationEntry[] = [];
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
        f3.push(UnbondingDelegationEntry.read(r));
        r.leave(outer);
        break;
      }
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { delegatorAddress: f1, validatorAddress: f2, entries: f3 };
}

export const UnbondingDelegation: Codec<UnbondingDelegation> = codec<UnbondingDelegation>({
  typeUrl: "/cosmos.staking.v1beta1.UnbondingDelegation",
  fields: [
    { name: "delegatorAddress", jsonName: "delegator_address", number: 1, kind: "string", repeated: false, optional: false },
    { name: "validatorAddress", jsonName: "validator_address", number: 2, kind: "string", repeated: false, optional: false },
    { name: "entries", jsonName: "entries", number: 3, kind: "message", repeated: true, optional: false, message: () => UnbondingDelegationEntry as Codec<never> },
  ],
  defaults: () => ({ delegatorAddress: "", validatorAddress: "", entries: [] }),
  write: writeUnbondingDelegation,
  read: readUnbondingDelegation,
});

export interface UnbondingDelegationEntry {
  readonly creationHeight: bigint;
  readonly completionTime: Timestamp | undefined;
  readonly initialBalance: string;
  readonly balance: string;
  readonly unbondingId: bigint;
  readonly unbondingOnHoldRefCount: bigint;
}

function writeUnbondingDelegationEntry(w: Writer, m: UnbondingDelegationEntry): void {
  if (m.creationHeight !== 0n) {
    w.tag(8);
    w.int64(m.creationHeight);
  }
  if (m.completionTime !== undefined) {
    w.tag(18);
    { const s = w.open(); Timestamp.write(w, m.completionTime); w.close(s); }
  }
  if (m.initialBalance !== "") {
    w.tag(26);
    w.string(m.initialBalance);
  }
  if (m.balance !== "") {
    w.tag(34);
    w.string(m.balance);
  }
  if (m.unbondingId !== 0n) {
    w.tag(40);
    w.uint64(m.unbondingId);
  }
  if (m.unbondingOnHoldRefCount !== 0n) {
    w.tag(48);
    w.int64(m.unbondingOnHoldRefCount);
  }
}

function readUnbondingDelegationEntry(r: Reader): UnbondingDelegationEntry {
  let f1: bigint = 0n;
  let f2: Timestamp | undefined = undefined;
  let f3: string = "";
  let f4: string = "";
  let f5: bigint = 0n;
  let f6: bigint = 0n;
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 8:
        r.single(last, tag);
        f1 = r.value(r.int64());
        break;
      case 18: {
        r.single(last, tag);
        const outer = r.enter();
        f2 = Timestamp.read(r);
        r.leave(outer);
        break;
      }
      case 26:
        r.single(last, tag);
        f3 = r.value(r.string());
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
        f6 = r.value(r.int64());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { creationHeight: f1, completionTime: f2, initialBalance: f3, balance: f4, unbondingId: f5, unbondingOnHoldRefCount: f6 };
}

export const UnbondingDelegationEntry: Codec<UnbondingDelegationEntry> = codec<UnbondingDelegationEntry>({
  typeUrl: "/cosmos.staking.v1beta1.UnbondingDelegationEntry",
  fields: [
    { name: "creationHeight", jsonName: "creation_height", number: 1, kind: "int64", repeated: false, optional: false },
    { name: "completionTime", jsonName: "completion_time", number: 2, kind: "message", repeated: false, optional: true, message: () => Timestamp as Codec<never> },
    { name: "initialBalance", jsonName: "initial_balance", number: 3, kind: "string", repeated: false, optional: false },
    { name: "balance", jsonName: "balance", number: 4, kind: "string", repeated: false, optional: false },
    { name: "unbondingId", jsonName: "unbonding_id", number: 5, kind: "uint64", repeated: false, optional: false },
    { name: "unbondingOnHoldRefCount", jsonName: "unbonding_on_hold_ref_count", number: 6, kind: "int64", repeated: false, optional: false },
  ],
  defaults: () => ({ creationHeight: 0n, completionTime: undefined, initialBalance: "", balance: "", unbondingId: 0n, unbondingOnHoldRefCount: 0n }),
  write: writeUnbondingDelegationEntry,
  read: readUnbondingDelegationEntry,
});

/** Everything that one delegator moves from one validator to another. */
export interface Redelegation {
  readonly delegatorAddress: string;
  readonly validatorSrcAddress: string;
  readonly validatorDstAddress: string;
  readonly entries: readonly RedelegationEntry[];
}

function writeRedelegation(w: Writer, m: Redelegation): void {
  if (m.delegatorAddress !== "") {
    w.tag(10);
    w.string(m.delegatorAddress);
  }
  if (m.validatorSrcAddress !== "") {
    w.tag(18);
    w.string(m.validatorSrcAddress);
  }
  if (m.validatorDstAddress !== "") {
    w.tag(26);
    w.string(m.validatorDstAddress);
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
  return { delegatorAddress: f1, validatorSrcAddress: f2, validatorDstAddress: f3, entries: f4 };
}

export const Redelegation: Codec<Redelegation> = codec<Redelegation>({
  typeUrl: "/cosmos.staking.v1beta1.Redelegation",
  fields: [
    { name: "delegatorAddress", jsonName: "delegator_address", number: 1, kind: "string", repeated: false, optional: false },
    { name: "validatorSrcAddress", jsonName: "validator_src_address", number: 2, kind: "string", repeated: false, optional: false },
    { name: "validatorDstAddress", jsonName: "validator_dst_address", number: 3, kind: "string", repeated: false, optional: false },
    { name: "entries", jsonName: "entries", number: 4, kind: "message", repeated: true, optional: false, message: () => RedelegationEntry as Codec<never> },
  ],
  defaults: () => ({ delegatorAddress: "", validatorSrcAddress: "", validatorDstAddress: "", entries: [] }),
  write: writeRedelegation,
  read: readRedelegation,
});

export interface RedelegationEntry {
  readonly creationHeight: bigint;
  readonly completionTime: Timestamp | undefined;
  readonly initialBalance: string;
  readonly sharesDst: string;
  readonly unbondingId: bigint;
  readonly unbondingOnHoldRefCount: bigint;
}

function writeRedelegationEntry(w: Writer, m: RedelegationEntry): void {
  if (m.creationHeight !== 0n) {
    w.tag(8);
    w.int64(m.creationHeight);
  }
  if (m.completionTime !== undefined) {
    w.tag(18);
    { const s = w.open(); Timestamp.write(w, m.completionTime); w.close(s); }
  }
  if (m.initialBalance !== "") {
    w.tag(26);
    w.string(m.initialBalance);
  }
  if (m.sharesDst !== "") {
    w.tag(34);
    w.string(m.sharesDst);
  }
  if (m.unbondingId !== 0n) {
    w.tag(40);
    w.uint64(m.unbondingId);
  }
  if (m.unbondingOnHoldRefCount !== 0n) {
    w.tag(48);
    w.int64(m.unbondingOnHoldRefCount);
  }
}

function readRedelegationEntry(r: Reader): RedelegationEntry {
  let f1: bigint = 0n;
  let f2: Timestamp | undefined = undefined;
  let f3: string = "";
  let f4: string = "";
  let f5: bigint = 0n;
  let f6: bigint = 0n;
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 8:
        r.single(last, tag);
        f1 = r.value(r.int64());
        break;
      case 18: {
        r.single(last, tag);
        const outer = r.enter();
        f2 = Timestamp.read(r);
        r.leave(outer);
        break;
      }
      case 26:
        r.single(last, tag);
        f3 = r.value(r.string());
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
        f6 = r.value(r.int64());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { creationHeight: f1, completionTime: f2, initialBalance: f3, sharesDst: f4, unbondingId: f5, unbondingOnHoldRefCount: f6 };
}

export const RedelegationEntry: Codec<RedelegationEntry> = codec<RedelegationEntry>({
  typeUrl: "/cosmos.staking.v1beta1.RedelegationEntry",
  fields: [
    { name: "creationHeight", jsonName: "creation_height", number: 1, kind: "int64", repeated: false, optional: false },
    { name: "completionTime", jsonName: "completion_time", number: 2, kind: "message", repeated: false, optional: true, message: () => Timestamp as Codec<never> },
    { name: "initialBalance", jsonName: "initial_balance", number: 3, kind: "string", repeated: false, optional: false },
    { name: "sharesDst", jsonName: "shares_dst", number: 4, kind: "string", repeated: false, optional: false },
    { name: "unbondingId", jsonName: "unbonding_id", number: 5, kind: "uint64", repeated: false, optional: false },
    { name: "unbondingOnHoldRefCount", jsonName: "unbonding_on_hold_ref_count", number: 6, kind: "int64", repeated: false, optional: false },
  ],
  defaults: () => ({ creationHeight: 0n, completionTime: undefined, initialBalance: "", sharesDst: "", unbondingId: 0n, unbondingOnHoldRefCount: 0n }),
  write: writeRedelegationEntry,
  read: readRedelegationEntry,
});

export interface Params {
  readonly unbondingTime: Duration | undefined;
  readonly maxValidators: number;
  readonly maxEntries: number;
  readonly historicalEntries: number;
  readonly bondDenom: string;
  readonly minCommissionRate: string;
}

function writeParams(w: Writer, m: Params): void {
  if (m.unbondingTime !== undefined) {
    w.tag(10);
    { const s = w.open(); Duration.write(w, m.unbondingTime); w.close(s); }
  }
  if (m.maxValidators !== 0) {
    w.tag(16);
    w.uint32(m.maxValidators);
  }
  if (m.maxEntries !== 0) {
    w.tag(24);
    w.uint32(m.maxEntries);
  }
  if (m.historicalEntries !== 0) {
    w.tag(32);
    w.uint32(m.historicalEntries);
  }
  if (m.bondDenom !== "") {
    w.tag(42);
    w.string(m.bondDenom);
  }
  if (m.minCommissionRate !== "") {
    w.tag(50);
    w.string(m.minCommissionRate);
  }
}

function readParams(r: Reader): Params {
  let f1: Duration | undefined = undefined;
  let f2: number = 0;
  let f3: number = 0;
  let f4: number = 0;
  let f5: string = "";
  let f6: string = "";
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10: {
        r.single(last, tag);
        const outer = r.enter();
        f1 = Duration.read(r);
        r.leave(outer);
        break;
      }
      case 16:
        r.single(last, tag);
        f2 = r.value(r.uint32());
        break;
      case 24:
        r.single(last, tag);
        f3 = r.value(r.uint32());
        break;
      case 32:
        r.single(last, tag);
        f4 = r.value(r.uint32());
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
  return { unbondingTime: f1, maxValidators: f2, maxEntries: f3, historicalEntries: f4, bondDenom: f5, minCommissionRate: f6 };
}

export const Params: Codec<Params> = codec<Params>({
  typeUrl: "/cosmos.staking.v1beta1.Params",
  fields: [
    { name: "unbondingTime", jsonName: "unbonding_time", number: 1, kind: "message", repeated: false, optional: true, message: () => Duration as Codec<never> },
    { name: "maxValidators", jsonName: "max_validators", number: 2, kind: "uint32", repeated: false, optional: false },
    { name: "maxEntries", jsonName: "max_entries", number: 3, kind: "uint32", repeated: false, optional: false },
    { name: "historicalEntries", jsonName: "historical_entries", number: 4, kind: "uint32", repeated: false, optional: false },
    { name: "bondDenom", jsonName: "bond_denom", number: 5, kind: "string", repeated: false, optional: false },
    { name: "minCommissionRate", jsonName: "min_commission_rate", number: 6, kind: "string", repeated: false, optional: false },
  ],
  defaults: () => ({ unbondingTime: undefined, maxValidators: 0, maxEntries: 0, historicalEntries: 0, bondDenom: "", minCommissionRate: "" }),
  write: writeParams,
  read: readParams,
});

/** A delegation and what its shares are worth. */
export interface DelegationResponse {
  readonly delegation: Delegation | undefined;
  readonly balance: Coin | undefined;
}

function writeDelegationResponse(w: Writer, m: DelegationResponse): void {
  if (m.delegation !== undefined) {
    w.tag(10);
    { const s = w.open(); Delegation.write(w, m.delegation); w.close(s); }
  }
  if (m.balance !== undefined) {
    w.tag(18);
    { const s = w.open(); Coin.write(w, m.balance); w.close(s); }
  }
}

function readDelegationResponse(r: Reader): DelegationResponse {
  let f1: Delegation | undefined = undefined;
  let f2: Coin | undefined = undefined;
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10: {
        r.single(last, tag);
        const outer = r.enter();
        f1 = Delegation.read(r);
        r.leave(outer);
        break;
      }
      case 18: {
        r.single(last, tag);
        const outer = r.enter();
        f2 = Coin.read(r);
        r.leave(outer);
        break;
      }
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { delegation: f1, balance: f2 };
}

export const DelegationResponse: Codec<DelegationResponse> = codec<DelegationResponse>({
  typeUrl: "/cosmos.staking.v1beta1.DelegationResponse",
  fields: [
    { name: "delegation", jsonName: "delegation", number: 1, kind: "message", repeated: false, optional: true, message: () => Delegation as Codec<never> },
    { name: "balance", jsonName: "balance", number: 2, kind: "message", repeated: false, optional: true, message: () => Coin as Codec<never> },
  ],
  defaults: () => ({ delegation: undefined, balance: undefined }),
  write: writeDelegationResponse,
  read: readDelegationResponse,
});

export interface RedelegationEntryResponse {
  readonly redelegationEntry: RedelegationEntry | undefined;
  readonly balance: string;
}

function writeRedelegationEntryResponse(w: Writer, m: RedelegationEntryResponse): void {
  if (m.redelegationEntry !== undefined) {
    w.tag(10);
    { const s = w.open(); RedelegationEntry.write(w, m.redelegationEntry); w.close(s); }
  }
  if (m.balance !== "") {
    w.tag(34);
    w.string(m.balance);
  }
}

function readRedelegationEntryResponse(r: Reader): RedelegationEntryResponse {
  let f1: RedelegationEntry | undefined = undefined;
  let f4: string = "";
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10: {
        r.single(last, tag);
        const outer = r.enter();
        f1 = RedelegationEntry.read(r);
        r.leave(outer);
        break;
      }
      case 34:
        r.single(last, tag);
        f4 = r.value(r.string());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { redelegationEntry: f1, balance: f4 };
}

export const RedelegationEntryResponse: Codec<RedelegationEntryResponse> = codec<RedelegationEntryResponse>({
  typeUrl: "/cosmos.staking.v1beta1.RedelegationEntryResponse",
  fields: [
    { name: "redelegationEntry", jsonName: "redelegation_entry", number: 1, kind: "message", repeated: false, optional: true, message: () => RedelegationEntry as Codec<never> },
    { name: "balance", jsonName: "balance", number: 4, kind: "string", repeated: false, optional: false },
  ],
  defaults: () => ({ redelegationEntry: undefined, balance: "" }),
  write: writeRedelegationEntryResponse,
  read: readRedelegationEntryResponse,
});

export interface RedelegationResponse {
  readonly redelegation: Redelegation | undefined;
  readonly entries: readonly RedelegationEntryResponse[];
}

function writeRedelegationResponse(w: Writer, m: RedelegationResponse): void {
  if (m.redelegation !== undefined) {
    w.tag(10);
    { const s = w.open(); Redelegation.write(w, m.redelegation); w.close(s); }
  }
  for (const v of m.entries) {
    w.tag(18);
    { const s = w.open(); RedelegationEntryResponse.write(w, v); w.close(s); }
  }
}

function readRedelegationResponse(r: Reader): RedelegationResponse {
  let f1: Redelegation | undefined = undefined;
  const f2: RedelegationEntryResponse[] = [];
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10: {
        r.single(last, tag);
        const outer = r.enter();
        f1 = Redelegation.read(r);
        r.leave(outer);
        break;
      }
      case 18: {
        const outer = r.enter();
        f2.push(RedelegationEntryResponse.read(r));
        r.leave(outer);
        break;
      }
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { redelegation: f1, entries: f2 };
}

export const RedelegationResponse: Codec<RedelegationResponse> = codec<RedelegationResponse>({
  typeUrl: "/cosmos.staking.v1beta1.RedelegationResponse",
  fields: [
    { name: "redelegation", jsonName: "redelegation", number: 1, kind: "message", repeated: false, optional: true, message: () => Redelegation as Codec<never> },
    { name: "entries", jsonName: "entries", number: 2, kind: "message", repeated: true, optional: false, message: () => RedelegationEntryResponse as Codec<never> },
  ],
  defaults: () => ({ redelegation: undefined, entries: [] }),
  write: writeRedelegationResponse,
  read: readRedelegationResponse,
});

/** What all validators hold. */
export interface Pool {
  readonly notBondedTokens: string;
  readonly bondedTokens: string;
}

function writePool(w: Writer, m: Pool): void {
  if (m.notBondedTokens !== "") {
    w.tag(10);
    w.string(m.notBondedTokens);
  }
  if (m.bondedTokens !== "") {
    w.tag(18);
    w.string(m.bondedTokens);
  }
}

function readPool(r: Reader): Pool {
  let f1: string = "";
  let f2: string = "";
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
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { notBondedTokens: f1, bondedTokens: f2 };
}

export const Pool: Codec<Pool> = codec<Pool>({
  typeUrl: "/cosmos.staking.v1beta1.Pool",
  fields: [
    { name: "notBondedTokens", jsonName: "not_bonded_tokens", number: 1, kind: "string", repeated: false, optional: false },
    { name: "bondedTokens", jsonName: "bonded_tokens", number: 2, kind: "string", repeated: false, optional: false },
  ],
  defaults: () => ({ notBondedTokens: "", bondedTokens: "" }),
  write: writePool,
  read: readPool,
});
