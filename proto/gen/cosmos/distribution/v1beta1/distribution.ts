// Generated from proto/cosmos/distribution/v1beta1/distribution.proto by "npm run proto". Do not edit.
import { codec, type Codec } from "../../../../wire/codec.ts";
import type { Reader } from "../../../../wire/reader.ts";
import type { Writer } from "../../../../wire/writer.ts";
import { DecCoin } from "../../base/v1beta1/coin.ts";

export interface Params {
  readonly communityTax: string;
  readonly baseProposerReward: string;
  readonly bonusProposerReward: string;
  readonly withdrawAddrEnabled: boolean;
}

function writeParams(w: Writer, m: Params): void {
  if (m.communityTax !== "") {
    w.tag(10);
    w.string(m.communityTax);
  }
  if (m.baseProposerReward !== "") {
    w.tag(18);
    w.string(m.baseProposerReward);
  }
  if (m.bonusProposerReward !== "") {
    w.tag(26);
    w.string(m.bonusProposerReward);
  }
  if (m.withdrawAddrEnabled) {
    w.tag(32);
    w.bool(m.withdrawAddrEnabled);
  }
}

function readParams(r: Reader): Params {
  let f1: string = "";
  let f2: string = "";
  let f3: string = "";
  let f4: boolean = false;
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
      case 32:
        r.single(last, tag);
        f4 = r.value(r.bool());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { communityTax: f1, baseProposerReward: f2, bonusProposerReward: f3, withdrawAddrEnabled: f4 };
}

export const Params: Codec<Params> = codec<Params>({
  typeUrl: "/cosmos.distribution.v1beta1.Params",
  fields: [
    { name: "communityTax", jsonName: "community_tax", number: 1, kind: "string", repeated: false, optional: false },
    { name: "baseProposerReward", jsonName: "base_proposer_reward", number: 2, kind: "string", repeated: false, optional: false },
    { name: "bonusProposerReward", jsonName: "bonus_proposer_reward", number: 3, kind: "string", repeated: false, optional: false },
    { name: "withdrawAddrEnabled", jsonName: "withdraw_addr_enabled", number: 4, kind: "bool", repeated: false, optional: false },
  ],
  defaults: () => ({ communityTax: "", baseProposerReward: "", bonusProposerReward: "", withdrawAddrEnabled: false }),
  write: writeParams,
  read: readParams,
});

/** Rewards per token from the first period to the end of one, and how many still need it. */
export interface ValidatorHistoricalRewards {
  readonly cumulativeRewardRatio: readonly DecCoin[];
  readonly referenceCount: number;
}

function writeValidatorHistoricalRewards(w: Writer, m: ValidatorHistoricalRewards): void {
  for (const v of m.cumulativeRewardRatio) {
    w.tag(10);
    { const s = w.open(); DecCoin.write(w, v); w.close(s); }
  }
  if (m.referenceCount !== 0) {
    w.tag(16);
    w.uint32(m.referenceCount);
  }
}

function readValidatorHistoricalRewards(r: Reader): ValidatorHistoricalRewards {
  const f1: DecCoin[] = [];
  let f2: number = 0;
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10: {
        const outer = r.enter();
        f1.push(DecCoin.read(r));
        r.leave(outer);
        break;
      }
      case 16:
        r.single(last, tag);
        f2 = r.value(r.uint32());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { cumulativeRewardRatio: f1, referenceCount: f2 };
}

export const ValidatorHistoricalRewards: Codec<ValidatorHistoricalRewards> = codec<ValidatorHistoricalRewards>({
  typeUrl: "/cosmos.distribution.v1beta1.ValidatorHistoricalRewards",
  fields: [
    { name: "cumulativeRewardRatio", jsonName: "cumulative_reward_ratio", number: 1, kind: "message", repeated: true, optional: false, message: () => DecCoin as Codec<never> },
    { name: "referenceCount", jsonName: "reference_count", number: 2, kind: "uint32", repeated: false, optional: false },
  ],
  defaults: () => ({ cumulativeRewardRatio: [], referenceCount: 0 }),
  write: writeValidatorHistoricalRewards,
  read: readValidatorHistoricalRewards,
});

/** Rewards of the period that runs. */
export interface ValidatorCurrentRewards {
  readonly rewards: readonly DecCoin[];
  readonly period: bigint;
}

function writeValidatorCurrentRewards(w: Writer, m: ValidatorCurrentRewards): void {
  for (const v of m.rewards) {
    w.tag(10);
    { const s = w.open(); DecCoin.write(w, v); w.close(s); }
  }
  if (m.period !== 0n) {
    w.tag(16);
    w.uint64(m.period);
  }
}

function readValidatorCurrentRewards(r: Reader): ValidatorCurrentRewards {
  const f1: DecCoin[] = [];
  let f2: bigint = 0n;
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10: {
        const outer = r.enter();
        f1.push(DecCoin.read(r));
        r.leave(outer);
        break;
      }
      case 16:
        r.single(last, tag);
        f2 = r.value(r.uint64());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { rewards: f1, period: f2 };
}

export const ValidatorCurrentRewards: Codec<ValidatorCurrentRewards> = codec<ValidatorCurrentRewards>({
  typeUrl: "/cosmos.distribution.v1beta1.ValidatorCurrentRewards",
  fields: [
    { name: "rewards", jsonName: "rewards", number: 1, kind: "message", repeated: true, optional: false, message: () => DecCoin as Codec<never> },
    { name: "period", jsonName: "period", number: 2, kind: "uint64", repeated: false, optional: false },
  ],
  defaults: () => ({ rewards: [], period: 0n }),
  write: writeValidatorCurrentRewards,
  read: readValidatorCurrentRewards,
});

export interface ValidatorAccumulatedCommission {
  readonly commission: readonly DecCoin[];
}

function writeValidatorAccumulatedCommission(w: Writer, m: ValidatorAccumulatedCommission): void {
  for (const v of m.commission) {
    w.tag(10);
    { const s = w.open(); DecCoin.write(w, v); w.close(s); }
  }
}

function readValidatorAccumulatedCommission(r: Reader): ValidatorAccumulatedCommission {
  const f1: DecCoin[] = [];
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10: {
        const outer = r.enter();
        f1.push(DecCoin.read(r));
        r.leave(outer);
        break;
      }
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { commission: f1 };
}

export const ValidatorAccumulatedCommission: Codec<ValidatorAccumulatedCommission> = codec<ValidatorAccumulatedCommission>({
  typeUrl: "/cosmos.distribution.v1beta1.ValidatorAccumulatedCommission",
  fields: [
    { name: "commission", jsonName: "commission", number: 1, kind: "message", repeated: true, optional: false, message: () => DecCoin as Codec<never> },
  ],
  defaults: () => ({ commission: [] }),
  write: writeValidatorAccumulatedCommission,
  read: readValidatorAccumulatedCommission,
});

/** Everything of a validator and its delegators that nobody has withdrawn. */
export interface ValidatorOutstandingRewards {
  readonly rewards: readonly DecCoin[];
}

function writeValidatorOutstandingRewards(w: Writer, m: ValidatorOutstandingRewards): void {
  for (const v of m.rewards) {
    w.tag(10);
    { const s = w.open(); DecCoin.write(w, v); w.close(s); }
  }
}

function readValidatorOutstandingRewards(r: Reader): ValidatorOutstandingRewards {
  const f1: DecCoin[] = [];
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10: {
        const outer = r.enter();
        f1.push(DecCoin.read(r));
        r.leave(outer);
        break;
      }
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { rewards: f1 };
}

export const ValidatorOutstandingRewards: Codec<ValidatorOutstandingRewards> = codec<ValidatorOutstandingRewards>({
  typeUrl: "/cosmos.distribution.v1beta1.ValidatorOutstandingRewards",
  fields: [
    { name: "rewards", jsonName: "rewards", number: 1, kind: "message", repeated: true, optional: false, message: () => DecCoin as Codec<never> },
  ],
  defaults: () => ({ rewards: [] }),
  write: writeValidatorOutstandingRewards,
  read: readValidatorOutstandingRewards,
});

/** A slash ended a period: delegations of before have that fraction less from then on. */
export interface ValidatorSlashEvent {
  readonly validatorPeriod: bigint;
  readonly fraction: string;
}

function writeValidatorSlashEvent(w: Writer, m: ValidatorSlashEvent): void {
  if (m.validatorPeriod !== 0n) {
    w.tag(8);
    w.uint64(m.validatorPeriod);
  }
  if (m.fraction !== "") {
    w.tag(18);
    w.string(m.fraction);
  }
}

function readValidatorSlashEvent(r: Reader): ValidatorSlashEvent {
  let f1: bigint = 0n;
  let f2: string = "";
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
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { validatorPeriod: f1, fraction: f2 };
}

export const ValidatorSlashEvent: Codec<ValidatorSlashEvent> = codec<ValidatorSlashEvent>({
  typeUrl: "/cosmos.distribution.v1beta1.ValidatorSlashEvent",
  fields: [
    { name: "validatorPeriod", jsonName: "validator_period", number: 1, kind: "uint64", repeated: false, optional: false },
    { name: "fraction", jsonName: "fraction", number: 2, kind: "string", repeated: false, optional: false },
  ],
  defaults: () => ({ validatorPeriod: 0n, fraction: "" }),
  write: writeValidatorSlashEvent,
  read: readValidatorSlashEvent,
});

export interface FeePool {
  readonly communityPool: readonly DecCoin[];
}

function writeFeePool(w: Writer, m: FeePool): void {
  for (const v of m.communityPool) {
    w.tag(10);
    { const s = w.open(); DecCoin.write(w, v); w.close(s); }
  }
}

function readFeePool(r: Reader): FeePool {
  const f1: DecCoin[] = [];
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10: {
        const outer = r.enter();
        f1.push(DecCoin.read(r));
        r.leave(outer);
        break;
      }
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { communityPool: f1 };
}

export const FeePool: Codec<FeePool> = codec<FeePool>({
  typeUrl: "/cosmos.distribution.v1beta1.FeePool",
  fields: [
    { name: "communityPool", jsonName: "community_pool", number: 1, kind: "message", repeated: true, optional: false, message: () => DecCoin as Codec<never> },
  ],
  defaults: () => ({ communityPool: [] }),
  write: writeFeePool,
  read: readFeePool,
});

/** From where a delegation earns: the period before it, its tokens and the height. */
export interface DelegatorStartingInfo {
  readonly previousPeriod: bigint;
  readonly stake: string;
  readonly height: bigint;
}

function writeDelegatorStartingInfo(w: Writer, m: DelegatorStartingInfo): void {
  if (m.previousPeriod !== 0n) {
    w.tag(8);
    w.uint64(m.previousPeriod);
  }
  if (m.stake !== "") {
    w.tag(18);
    w.string(m.stake);
  }
  if (m.height !== 0n) {
    w.tag(24);
    w.uint64(m.height);
  }
}

function readDelegatorStartingInfo(r: Reader): DelegatorStartingInfo {
  let f1: bigint = 0n;
  let f2: string = "";
  let f3: bigint = 0n;
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
        f3 = r.value(r.uint64());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { previousPeriod: f1, stake: f2, height: f3 };
}

export const DelegatorStartingInfo: Codec<DelegatorStartingInfo> = codec<DelegatorStartingInfo>({
  typeUrl: "/cosmos.distribution.v1beta1.DelegatorStartingInfo",
  fields: [
    { name: "previousPeriod", jsonName: "previous_period", number: 1, kind: "uint64", repeated: false, optional: false },
    { name: "stake", jsonName: "stake", number: 2, kind: "string", repeated: false, optional: false },
    { name: "height", jsonName: "height", number: 3, kind: "uint64", repeated: false, optional: false },
  ],
  defaults: () => ({ previousPeriod: 0n, stake: "", height: 0n }),
  write: writeDelegatorStartingInfo,
  read: readDelegatorStartingInfo,
});

/** What a delegator may withdraw at one validator. */
export interface DelegationDelegatorReward {
  readonly validatorAddress: string;
  readonly reward: readonly DecCoin[];
}

function writeDelegationDelegatorReward(w: Writer, m: DelegationDelegatorReward): void {
  if (m.validatorAddress !== "") {
    w.tag(10);
    w.string(m.validatorAddress);
  }
  for (const v of m.reward) {
    w.tag(18);
    { const s = w.open(); DecCoin.write(w, v); w.close(s); }
  }
}

function readDelegationDelegatorReward(r: Reader): DelegationDelegatorReward {
  let f1: string = "";
  const f2: DecCoin[] = [];
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10:
        r.single(last, tag);
        f1 = r.value(r.string());
        break;
      case 18: {
        const outer = r.enter();
        f2.push(DecCoin.read(r));
        r.leave(outer);
        break;
      }
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { validatorAddress: f1, reward: f2 };
}

export const DelegationDelegatorReward: Codec<DelegationDelegatorReward> = codec<DelegationDelegatorReward>({
  typeUrl: "/cosmos.distribution.v1beta1.DelegationDelegatorReward",
  fields: [
    { name: "validatorAddress", jsonName: "validator_address", number: 1, kind: "string", repeated: false, optional: false },
    { name: "reward", jsonName: "reward", number: 2, kind: "message", repeated: true, optional: false, message: () => DecCoin as Codec<never> },
  ],
  defaults: () => ({ validatorAddress: "", reward: [] }),
  write: writeDelegationDelegatorReward,
  read: readDelegationDelegatorReward,
});
