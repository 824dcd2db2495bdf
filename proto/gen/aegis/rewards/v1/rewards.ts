// Generated from proto/aegis/rewards/v1/rewards.proto by "npm run proto". Do not edit.
import { codec, type Codec } from "../../../../wire/codec.ts";
import type { Reader } from "../../../../wire/reader.ts";
import type { Writer } from "../../../../wire/writer.ts";

/** Parameters of rewards. Shares are in millionths. */
export interface Params {
  readonly alphaMillionths: number;
  readonly feeBurnMillionths: number;
  readonly epochEmission: bigint;
  readonly rewardCapMillionths: number;
  readonly validatorsShareMillionths: number;
  readonly poolEpochMax: bigint;
  readonly proposerShareMillionths: number;
  readonly committeeShareMillionths: number;
  readonly includerReward: bigint;
  readonly includerShareMillionths: number;
}

function writeParams(w: Writer, m: Params): void {
  if (m.alphaMillionths !== 0) {
    w.tag(8);
    w.uint32(m.alphaMillionths);
  }
  if (m.feeBurnMillionths !== 0) {
    w.tag(16);
    w.uint32(m.feeBurnMillionths);
  }
  if (m.epochEmission !== 0n) {
    w.tag(24);
    w.uint64(m.epochEmission);
  }
  if (m.rewardCapMillionths !== 0) {
    w.tag(32);
    w.uint32(m.rewardCapMillionths);
  }
  if (m.validatorsShareMillionths !== 0) {
    w.tag(40);
    w.uint32(m.validatorsShareMillionths);
  }
  if (m.poolEpochMax !== 0n) {
    w.tag(48);
    w.uint64(m.poolEpochMax);
  }
  if (m.proposerShareMillionths !== 0) {
    w.tag(56);
    w.uint32(m.proposerShareMillionths);
  }
  if (m.committeeShareMillionths !== 0) {
    w.tag(64);
    w.uint32(m.committeeShareMillionths);
  }
  if (m.includerReward !== 0n) {
    w.tag(72);
    w.uint64(m.includerReward);
  }
  if (m.includerShareMillionths !== 0) {
    w.tag(80);
    w.uint32(m.includerShareMillionths);
  }
}

function readParams(r: Reader): Params {
  let f1: number = 0;
  let f2: number = 0;
  let f3: bigint = 0n;
  let f4: number = 0;
  let f5: number = 0;
  let f6: bigint = 0n;
  let f7: number = 0;
  let f8: number = 0;
  let f9: bigint = 0n;
  let f10: number = 0;
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
        f3 = r.value(r.uint64());
        break;
      case 32:
        r.single(last, tag);
        f4 = r.value(r.uint32());
        break;
      case 40:
        r.single(last, tag);
        f5 = r.value(r.uint32());
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
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { alphaMillionths: f1, feeBurnMillionths: f2, epochEmission: f3, rewardCapMillionths: f4, validatorsShareMillionths: f5, poolEpochMax: f6, proposerShareMillionths: f7, committeeShareMillionths: f8, includerReward: f9, includerShareMillionths: f10 };
}

export const Params: Codec<Params> = codec<Params>({
  typeUrl: "/aegis.rewards.v1.Params",
  fields: [
    { name: "alphaMillionths", jsonName: "alpha_millionths", number: 1, kind: "uint32", repeated: false, optional: false },
    { name: "feeBurnMillionths", jsonName: "fee_burn_millionths", number: 2, kind: "uint32", repeated: false, optional: false },
    { name: "epochEmission", jsonName: "epoch_emission", number: 3, kind: "uint64", repeated: false, optional: false },
    { name: "rewardCapMillionths", jsonName: "reward_cap_millionths", number: 4, kind: "uint32", repeated: false, optional: false },
    { name: "validatorsShareMillionths", jsonName: "validators_share_millionths", number: 5, kind: "uint32", repeated: false, optional: false },
    { name: "poolEpochMax", jsonName: "pool_epoch_max", number: 6, kind: "uint64", repeated: false, optional: false },
    { name: "proposerShareMillionths", jsonName: "proposer_share_millionths", number: 7, kind: "uint32", repeated: false, optional: false },
    { name: "committeeShareMillionths", jsonName: "committee_share_millionths", number: 8, kind: "uint32", repeated: false, optional: false },
    { name: "includerReward", jsonName: "includer_reward", number: 9, kind: "uint64", repeated: false, optional: false },
    { name: "includerShareMillionths", jsonName: "includer_share_millionths", number: 10, kind: "uint32", repeated: false, optional: false },
  ],
  defaults: () => ({ alphaMillionths: 0, feeBurnMillionths: 0, epochEmission: 0n, rewardCapMillionths: 0, validatorsShareMillionths: 0, poolEpochMax: 0n, proposerShareMillionths: 0, committeeShareMillionths: 0, includerReward: 0n, includerShareMillionths: 0 }),
  write: writeParams,
  read: readParams,
});

/** A final calculation of a rewarded model, waiting for its part of an epoch's emission. */
export interface FinalCalculation {
  readonly fee: bigint;
  readonly referenceFee: bigint;
  readonly executors: readonly string[];
  readonly verifiers: readonly string[];
}

function writeFinalCalculation(w: Writer, m: FinalCalculation): void {
  if (m.fee !== 0n) {
    w.tag(8);
    w.uint64(m.fee);
  }
  if (m.referenceFee !== 0n) {
    w.tag(16);
    w.uint64(m.referenceFee);
  }
  for (const v of m.executors) {
    w.tag(26);
    w.string(v);
  }
  for (const v of m.verifiers) {
    w.tag(34);
    w.string(v);
  }
}

function readFinalCalculation(r: Reader): FinalCalculation {
  let f1: bigint = 0n;
  let f2: bigint = 0n;
  const f3: string[] = [];
  const f4: string[] = [];
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
        f3.push(r.string());
        break;
      case 34:
        f4.push(r.string());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { fee: f1, referenceFee: f2, executors: f3, verifiers: f4 };
}

export const FinalCalculation: Codec<FinalCalculation> = codec<FinalCalculation>({
  typeUrl: "/aegis.rewards.v1.FinalCalculation",
  fields: [
    { name: "fee", jsonName: "fee", number: 1, kind: "uint64", repeated: false, optional: false },
    { name: "referenceFee", jsonName: "reference_fee", number: 2, kind: "uint64", repeated: false, optional: false },
    { name: "executors", jsonName: "executors", number: 3, kind: "string", repeated: true, optional: false },
    { name: "verifiers", jsonName: "verifiers", number: 4, kind: "string", repeated: true, optional: false },
  ],
  defaults: () => ({ fee: 0n, referenceFee: 0n, executors: [], verifiers: [] }),
  write: writeFinalCalculation,
  read: readFinalCalculation,
});

/** What an epoch gave for tasks and to validators. */
export interface EpochRewards {
  readonly epoch: bigint;
  readonly fees: bigint;
  readonly calculations: bigint;
  readonly paid: bigint;
  readonly isClosed: boolean;
  readonly taskEmission: bigint;
  readonly taskMinted: bigint;
  readonly validatorsMinted: bigint;
  readonly validatorsPaid: bigint;
  readonly rewardCapMillionths: number;
  readonly alphaMillionths: number;
  readonly poolEmission: bigint;
  readonly poolPaid: bigint;
  readonly forfeited: bigint;
}

function writeEpochRewards(w: Writer, m: EpochRewards): void {
  if (m.epoch !== 0n) {
    w.tag(8);
    w.uint64(m.epoch);
  }
  if (m.fees !== 0n) {
    w.tag(16);
    w.uint64(m.fees);
  }
  if (m.calculations !== 0n) {
    w.tag(24);
    w.uint64(m.calculations);
  }
  if (m.paid !== 0n) {
    w.tag(32);
    w.uint64(m.paid);
  }
  if (m.isClosed) {
    w.tag(40);
    w.bool(m.isClosed);
  }
  if (m.taskEmission !== 0n) {
    w.tag(48);
    w.uint64(m.taskEmission);
  }
  if (m.taskMinted !== 0n) {
    w.tag(56);
    w.uint64(m.taskMinted);
  }
  if (m.validatorsMinted !== 0n) {
    w.tag(64);
    w.uint64(m.validatorsMinted);
  }
  if (m.validatorsPaid !== 0n) {
    w.tag(72);
    w.uint64(m.validatorsPaid);
  }
  if (m.rewardCapMillionths !== 0) {
    w.tag(80);
    w.uint32(m.rewardCapMillionths);
  }
  if (m.alphaMillionths !== 0) {
    w.tag(88);
    w.uint32(m.alphaMillionths);
  }
  if (m.poolEmission !== 0n) {
    w.tag(96);
    w.uint64(m.poolEmission);
  }
  if (m.poolPaid !== 0n) {
    w.tag(104);
    w.uint64(m.poolPaid);
  }
  if (m.forfeited !== 0n) {
    w.tag(112);
    w.uint64(m.forfeited);
  }
}

function readEpochRewards(r: Reader): EpochRewards {
  let f1: bigint = 0n;
  let f2: bigint = 0n;
  let f3: bigint = 0n;
  let f4: bigint = 0n;
  let f5: boolean = false;
  let f6: bigint = 0n;
  let f7: bigint = 0n;
  let f8: bigint = 0n;
  let f9: bigint = 0n;
  let f10: number = 0;
  let f11: number = 0;
  let f12: bigint = 0n;
  let f13: bigint = 0n;
  let f14: bigint = 0n;
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
        f5 = r.value(r.bool());
        break;
      case 48:
        r.single(last, tag);
        f6 = r.value(r.uint64());
        break;
      case 56:
        r.single(last, tag);
        f7 = r.value(r.uint64());
        break;
      case 64:
        r.single(last, tag);
        f8 = r.value(r.uint64());
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
        f11 = r.value(r.uint32());
        break;
      case 96:
        r.single(last, tag);
        f12 = r.value(r.uint64());
        break;
      case 104:
        r.single(last, tag);
        f13 = r.value(r.uint64());
        break;
      case 112:
        r.single(last, tag);
        f14 = r.value(r.uint64());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { epoch: f1, fees: f2, calculations: f3, paid: f4, isClosed: f5, taskEmission: f6, taskMinted: f7, validatorsMinted: f8, validatorsPaid: f9, rewardCapMillionths: f10, alphaMillionths: f11, poolEmission: f12, poolPaid: f13, forfeited: f14 };
}

export const EpochRewards: Codec<EpochRewards> = codec<EpochRewards>({
  typeUrl: "/aegis.rewards.v1.EpochRewards",
  fields: [
    { name: "epoch", jsonName: "epoch", number: 1, kind: "uint64", repeated: false, optional: false },
    { name: "fees", jsonName: "fees", number: 2, kind: "uint64", repeated: false, optional: false },
    { name: "calculations", jsonName: "calculations", number: 3, kind: "uint64", repeated: false, optional: false },
    { name: "paid", jsonName: "paid", number: 4, kind: "uint64", repeated: false, optional: false },
    { name: "isClosed", jsonName: "is_closed", number: 5, kind: "bool", repeated: false, optional: false },
    { name: "taskEmission", jsonName: "task_emission", number: 6, kind: "uint64", repeated: false, optional: false },
    { name: "taskMinted", jsonName: "task_minted", number: 7, kind: "uint64", repeated: false, optional: false },
    { name: "validatorsMinted", jsonName: "validators_minted", number: 8, kind: "uint64", repeated: false, optional: false },
    { name: "validatorsPaid", jsonName: "validators_paid", number: 9, kind: "uint64", repeated: false, optional: false },
    { name: "rewardCapMillionths", jsonName: "reward_cap_millionths", number: 10, kind: "uint32", repeated: false, optional: false },
    { name: "alphaMillionths", jsonName: "alpha_millionths", number: 11, kind: "uint32", repeated: false, optional: false },
    { name: "poolEmission", jsonName: "pool_emission", number: 12, kind: "uint64", repeated: false, optional: false },
    { name: "poolPaid", jsonName: "pool_paid", number: 13, kind: "uint64", repeated: false, optional: false },
    { name: "forfeited", jsonName: "forfeited", number: 14, kind: "uint64", repeated: false, optional: false },
  ],
  defaults: () => ({ epoch: 0n, fees: 0n, calculations: 0n, paid: 0n, isClosed: false, taskEmission: 0n, taskMinted: 0n, validatorsMinted: 0n, validatorsPaid: 0n, rewardCapMillionths: 0, alphaMillionths: 0, poolEmission: 0n, poolPaid: 0n, forfeited: 0n }),
  write: writeEpochRewards,
  read: readEpochRewards,
});

/** An operator gets nothing of what waited for it before this place in the queue. */
export interface Forfeiture {
  readonly operator: string;
  readonly epoch: bigint;
  readonly calculations: bigint;
}

function writeForfeiture(w: Writer, m: Forfeiture): void {
  if (m.operator !== "") {
    w.tag(10);
    w.string(m.operator);
  }
  if (m.epoch !== 0n) {
    w.tag(16);
    w.uint64(m.epoch);
  }
  if (m.calculations !== 0n) {
    w.tag(24);
    w.uint64(m.calculations);
  }
}

function readForfeiture(r: Reader): Forfeiture {
  let f1: string = "";
  let f2: bigint = 0n;
  let f3: bigint = 0n;
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
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { operator: f1, epoch: f2, calculations: f3 };
}

export const Forfeiture: Codec<Forfeiture> = codec<Forfeiture>({
  typeUrl: "/aegis.rewards.v1.Forfeiture",
  fields: [
    { name: "operator", jsonName: "operator", number: 1, kind: "string", repeated: false, optional: false },
    { name: "epoch", jsonName: "epoch", number: 2, kind: "uint64", repeated: false, optional: false },
    { name: "calculations", jsonName: "calculations", number: 3, kind: "uint64", repeated: false, optional: false },
  ],
  defaults: () => ({ operator: "", epoch: 0n, calculations: 0n }),
  write: writeForfeiture,
  read: readForfeiture,
});

/** What a validator and its delegators have earned. Decimals are the digits of the integer that is 10^18 times the value in uasi. */
export interface ValidatorRewards {
  readonly operator: string;
  readonly slot: number;
  readonly period: bigint;
  readonly current: string;
  readonly commission: string;
  readonly outstanding: string;
}

function writeValidatorRewards(w: Writer, m: ValidatorRewards): void {
  if (m.operator !== "") {
    w.tag(10);
    w.string(m.operator);
  }
  if (m.slot !== 0) {
    w.tag(16);
    w.uint32(m.slot);
  }
  if (m.period !== 0n) {
    w.tag(24);
    w.uint64(m.period);
  }
  if (m.current !== "") {
    w.tag(34);
    w.string(m.current);
  }
  if (m.commission !== "") {
    w.tag(42);
    w.string(m.commission);
  }
  if (m.outstanding !== "") {
    w.tag(50);
    w.string(m.outstanding);
  }
}

function readValidatorRewards(r: Reader): ValidatorRewards {
  let f1: string = "";
  let f2: number = 0;
  let f3: bigint = 0n;
  let f4: string = "";
  let f5: string = "";
  let f6: string = "";
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
      case 24:
        r.single(last, tag);
        f3 = r.value(r.uint64());
        break;
      case 34:
        r.single(last, tag);
        f4 = r.value(r.string());
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
  return { operator: f1, slot: f2, period: f3, current: f4, commission: f5, outstanding: f6 };
}

export const ValidatorRewards: Codec<ValidatorRewards> = codec<ValidatorRewards>({
  typeUrl: "/aegis.rewards.v1.ValidatorRewards",
  fields: [
    { name: "operator", jsonName: "operator", number: 1, kind: "string", repeated: false, optional: false },
    { name: "slot", jsonName: "slot", number: 2, kind: "uint32", repeated: false, optional: false },
    { name: "period", jsonName: "period", number: 3, kind: "uint64", repeated: false, optional: false },
    { name: "current", jsonName: "current", number: 4, kind: "string", repeated: false, optional: false },
    { name: "commission", jsonName: "commission", number: 5, kind: "string", repeated: false, optional: false },
    { name: "outstanding", jsonName: "outstanding", number: 6, kind: "string", repeated: false, optional: false },
  ],
  defaults: () => ({ operator: "", slot: 0, period: 0n, current: "", commission: "", outstanding: "" }),
  write: writeValidatorRewards,
  read: readValidatorRewards,
});

/** The end of a period that something begins at. */
export interface HistoricalRewards {
  readonly operator: string;
  readonly period: bigint;
  readonly ratio: string;
  readonly references: number;
}

function writeHistoricalRewards(w: Writer, m: HistoricalRewards): void {
  if (m.operator !== "") {
    w.tag(10);
    w.string(m.operator);
  }
  if (m.period !== 0n) {
    w.tag(16);
    w.uint64(m.period);
  }
  if (m.ratio !== "") {
    w.tag(26);
    w.string(m.ratio);
  }
  if (m.references !== 0) {
    w.tag(32);
    w.uint32(m.references);
  }
}

function readHistoricalRewards(r: Reader): HistoricalRewards {
  let f1: string = "";
  let f2: bigint = 0n;
  let f3: string = "";
  let f4: number = 0;
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
        f4 = r.value(r.uint32());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { operator: f1, period: f2, ratio: f3, references: f4 };
}

export const HistoricalRewards: Codec<HistoricalRewards> = codec<HistoricalRewards>({
  typeUrl: "/aegis.rewards.v1.HistoricalRewards",
  fields: [
    { name: "operator", jsonName: "operator", number: 1, kind: "string", repeated: false, optional: false },
    { name: "period", jsonName: "period", number: 2, kind: "uint64", repeated: false, optional: false },
    { name: "ratio", jsonName: "ratio", number: 3, kind: "string", repeated: false, optional: false },
    { name: "references", jsonName: "references", number: 4, kind: "uint32", repeated: false, optional: false },
  ],
  defaults: () => ({ operator: "", period: 0n, ratio: "", references: 0 }),
  write: writeHistoricalRewards,
  read: readHistoricalRewards,
});

/** Where a delegation begins to earn. */
export interface StartingInfo {
  readonly operator: string;
  readonly delegator: string;
  readonly previousPeriod: bigint;
  readonly stake: string;
  readonly height: bigint;
}

function writeStartingInfo(w: Writer, m: StartingInfo): void {
  if (m.operator !== "") {
    w.tag(10);
    w.string(m.operator);
  }
  if (m.delegator !== "") {
    w.tag(18);
    w.string(m.delegator);
  }
  if (m.previousPeriod !== 0n) {
    w.tag(24);
    w.uint64(m.previousPeriod);
  }
  if (m.stake !== "") {
    w.tag(34);
    w.string(m.stake);
  }
  if (m.height !== 0n) {
    w.tag(40);
    w.uint64(m.height);
  }
}

function readStartingInfo(r: Reader): StartingInfo {
  let f1: string = "";
  let f2: string = "";
  let f3: bigint = 0n;
  let f4: string = "";
  let f5: bigint = 0n;
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
        f3 = r.value(r.uint64());
        break;
      case 34:
        r.single(last, tag);
        f4 = r.value(r.string());
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
  return { operator: f1, delegator: f2, previousPeriod: f3, stake: f4, height: f5 };
}

export const StartingInfo: Codec<StartingInfo> = codec<StartingInfo>({
  typeUrl: "/aegis.rewards.v1.StartingInfo",
  fields: [
    { name: "operator", jsonName: "operator", number: 1, kind: "string", repeated: false, optional: false },
    { name: "delegator", jsonName: "delegator", number: 2, kind: "string", repeated: false, optional: false },
    { name: "previousPeriod", jsonName: "previous_period", number: 3, kind: "uint64", repeated: false, optional: false },
    { name: "stake", jsonName: "stake", number: 4, kind: "string", repeated: false, optional: false },
    { name: "height", jsonName: "height", number: 5, kind: "uint64", repeated: false, optional: false },
  ],
  defaults: () => ({ operator: "", delegator: "", previousPeriod: 0n, stake: "", height: 0n }),
  write: writeStartingInfo,
  read: readStartingInfo,
});

/** A slash: what was staked is worth less from the end of this period on. */
export interface SlashEvent {
  readonly operator: string;
  readonly height: bigint;
  readonly period: bigint;
  readonly fraction: string;
}

function writeSlashEvent(w: Writer, m: SlashEvent): void {
  if (m.operator !== "") {
    w.tag(10);
    w.string(m.operator);
  }
  if (m.height !== 0n) {
    w.tag(16);
    w.uint64(m.height);
  }
  if (m.period !== 0n) {
    w.tag(24);
    w.uint64(m.period);
  }
  if (m.fraction !== "") {
    w.tag(34);
    w.string(m.fraction);
  }
}

function readSlashEvent(r: Reader): SlashEvent {
  let f1: string = "";
  let f2: bigint = 0n;
  let f3: bigint = 0n;
  let f4: string = "";
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
        f4 = r.value(r.string());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { operator: f1, height: f2, period: f3, fraction: f4 };
}

export const SlashEvent: Codec<SlashEvent> = codec<SlashEvent>({
  typeUrl: "/aegis.rewards.v1.SlashEvent",
  fields: [
    { name: "operator", jsonName: "operator", number: 1, kind: "string", repeated: false, optional: false },
    { name: "height", jsonName: "height", number: 2, kind: "uint64", repeated: false, optional: false },
    { name: "period", jsonName: "period", number: 3, kind: "uint64", repeated: false, optional: false },
    { name: "fraction", jsonName: "fraction", number: 4, kind: "string", repeated: false, optional: false },
  ],
  defaults: () => ({ operator: "", height: 0n, period: 0n, fraction: "" }),
  write: writeSlashEvent,
  read: readSlashEvent,
});

/** Who gets the rewards of an account instead of itself. */
export interface WithdrawAddress {
  readonly delegator: string;
  readonly address: string;
}

function writeWithdrawAddress(w: Writer, m: WithdrawAddress): void {
  if (m.delegator !== "") {
    w.tag(10);
    w.string(m.delegator);
  }
  if (m.address !== "") {
    w.tag(18);
    w.string(m.address);
  }
}

function readWithdrawAddress(r: Reader): WithdrawAddress {
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
  return { delegator: f1, address: f2 };
}

export const WithdrawAddress: Codec<WithdrawAddress> = codec<WithdrawAddress>({
  typeUrl: "/aegis.rewards.v1.WithdrawAddress",
  fields: [
    { name: "delegator", jsonName: "delegator", number: 1, kind: "string", repeated: false, optional: false },
    { name: "address", jsonName: "address", number: 2, kind: "string", repeated: false, optional: false },
  ],
  defaults: () => ({ delegator: "", address: "" }),
  write: writeWithdrawAddress,
  read: readWithdrawAddress,
});

/** What a seat did in the running epoch. */
export interface SeatTally {
  readonly consensusAddress: Uint8Array;
  readonly proposed: number;
  readonly signed: number;
}

function writeSeatTally(w: Writer, m: SeatTally): void {
  if (m.consensusAddress.length > 0) {
    w.tag(10);
    w.bytes(m.consensusAddress);
  }
  if (m.proposed !== 0) {
    w.tag(16);
    w.uint32(m.proposed);
  }
  if (m.signed !== 0) {
    w.tag(24);
    w.uint32(m.signed);
  }
}

function readSeatTally(r: Reader): SeatTally {
  let f1: Uint8Array = new Uint8Array(0);
  let f2: number = 0;
  let f3: number = 0;
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
  return { consensusAddress: f1, proposed: f2, signed: f3 };
}

export const SeatTally: Codec<SeatTally> = codec<SeatTally>({
  typeUrl: "/aegis.rewards.v1.SeatTally",
  fields: [
    { name: "consensusAddress", jsonName: "consensus_address", number: 1, kind: "bytes", repeated: false, optional: false },
    { name: "proposed", jsonName: "proposed", number: 2, kind: "uint32", repeated: false, optional: false },
    { name: "signed", jsonName: "signed", number: 3, kind: "uint32", repeated: false, optional: false },
  ],
  defaults: () => ({ consensusAddress: new Uint8Array(0), proposed: 0, signed: 0 }),
  write: writeSeatTally,
  read: readSeatTally,
});

export interface EpochTally {
  readonly seats: readonly SeatTally[];
}

function writeEpochTally(w: Writer, m: EpochTally): void {
  for (const v of m.seats) {
    w.tag(10);
    { const s = w.open(); SeatTally.write(w, v); w.close(s); }
  }
}

function readEpochTally(r: Reader): EpochTally {
  const f1: SeatTally[] = [];
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10: {
        const outer = r.enter();
        f1.push(SeatTally.read(r));
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

export const EpochTally: Codec<EpochTally> = codec<EpochTally>({
  typeUrl: "/aegis.rewards.v1.EpochTally",
  fields: [
    { name: "seats", jsonName: "seats", number: 1, kind: "message", repeated: true, optional: false, message: () => SeatTally as Codec<never> },
  ],
  defaults: () => ({ seats: [] }),
  write: writeEpochTally,
  read: readEpochTally,
});

/** What waits for who attests the checkpoint of an epoch, in uasi. */
export interface StandbyPool {
  readonly epoch: bigint;
  readonly amount: bigint;
  readonly included: bigint;
}

function writeStandbyPool(w: Writer, m: StandbyPool): void {
  if (m.epoch !== 0n) {
    w.tag(8);
    w.uint64(m.epoch);
  }
  if (m.amount !== 0n) {
    w.tag(16);
    w.uint64(m.amount);
  }
  if (m.included !== 0n) {
    w.tag(24);
    w.uint64(m.included);
  }
}

function readStandbyPool(r: Reader): StandbyPool {
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
  return { epoch: f1, amount: f2, included: f3 };
}

export const StandbyPool: Codec<StandbyPool> = codec<StandbyPool>({
  typeUrl: "/aegis.rewards.v1.StandbyPool",
  fields: [
    { name: "epoch", jsonName: "epoch", number: 1, kind: "uint64", repeated: false, optional: false },
    { name: "amount", jsonName: "amount", number: 2, kind: "uint64", repeated: false, optional: false },
    { name: "included", jsonName: "included", number: 3, kind: "uint64", repeated: false, optional: false },
  ],
  defaults: () => ({ epoch: 0n, amount: 0n, included: 0n }),
  write: writeStandbyPool,
  read: readStandbyPool,
});

/** What 256 validators earned by attesting and nobody fetched: a uint64 of uasi per slot. */
export interface RewardChunk {
  readonly chunk: number;
  readonly rewards: Uint8Array;
}

function writeRewardChunk(w: Writer, m: RewardChunk): void {
  if (m.chunk !== 0) {
    w.tag(8);
    w.uint32(m.chunk);
  }
  if (m.rewards.length > 0) {
    w.tag(18);
    w.bytes(m.rewards);
  }
}

function readRewardChunk(r: Reader): RewardChunk {
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
  return { chunk: f1, rewards: f2 };
}

export const RewardChunk: Codec<RewardChunk> = codec<RewardChunk>({
  typeUrl: "/aegis.rewards.v1.RewardChunk",
  fields: [
    { name: "chunk", jsonName: "chunk", number: 1, kind: "uint32", repeated: false, optional: false },
    { name: "rewards", jsonName: "rewards", number: 2, kind: "bytes", repeated: false, optional: false },
  ],
  defaults: () => ({ chunk: 0, rewards: new Uint8Array(0) }),
  write: writeRewardChunk,
  read: readRewardChunk,
});

/** Sums since genesis, in uasi. */
export interface Totals {
  readonly feesSettled: bigint;
  readonly feesBurned: bigint;
  readonly taskMinted: bigint;
  readonly validatorsMinted: bigint;
  readonly validatorsPaid: bigint;
  readonly poolReceived: bigint;
  readonly poolPaid: bigint;
  readonly forfeited: bigint;
}

function writeTotals(w: Writer, m: Totals): void {
  if (m.feesSettled !== 0n) {
    w.tag(8);
    w.uint64(m.feesSettled);
  }
  if (m.feesBurned !== 0n) {
    w.tag(16);
    w.uint64(m.feesBurned);
  }
  if (m.taskMinted !== 0n) {
    w.tag(24);
    w.uint64(m.taskMinted);
  }
  if (m.validatorsMinted !== 0n) {
    w.tag(32);
    w.uint64(m.validatorsMinted);
  }
  if (m.validatorsPaid !== 0n) {
    w.tag(40);
    w.uint64(m.validatorsPaid);
  }
  if (m.poolReceived !== 0n) {
    w.tag(48);
    w.uint64(m.poolReceived);
  }
  if (m.poolPaid !== 0n) {
    w.tag(56);
    w.uint64(m.poolPaid);
  }
  if (m.forfeited !== 0n) {
    w.tag(64);
    w.uint64(m.forfeited);
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
  let f8: bigint = 0n;
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
      case 64:
        r.single(last, tag);
        f8 = r.value(r.uint64());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { feesSettled: f1, feesBurned: f2, taskMinted: f3, validatorsMinted: f4, validatorsPaid: f5, poolReceived: f6, poolPaid: f7, forfeited: f8 };
}

export const Totals: Codec<Totals> = codec<Totals>({
  typeUrl: "/aegis.rewards.v1.Totals",
  fields: [
    { name: "feesSettled", jsonName: "fees_settled", number: 1, kind: "uint64", repeated: false, optional: false },
    { name: "feesBurned", jsonName: "fees_burned", number: 2, kind: "uint64", repeated: false, optional: false },
    { name: "taskMinted", jsonName: "task_minted", number: 3, kind: "uint64", repeated: false, optional: false },
    { name: "validatorsMinted", jsonName: "validators_minted", number: 4, kind: "uint64", repeated: false, optional: false },
    { name: "validatorsPaid", jsonName: "validators_paid", number: 5, kind: "uint64", repeated: false, optional: false },
    { name: "poolReceived", jsonName: "pool_received", number: 6, kind: "uint64", repeated: false, optional: false },
    { name: "poolPaid", jsonName: "pool_paid", number: 7, kind: "uint64", repeated: false, optional: false },
    { name: "forfeited", jsonName: "forfeited", number: 8, kind: "uint64", repeated: false, optional: false },
  ],
  defaults: () => ({ feesSettled: 0n, feesBurned: 0n, taskMinted: 0n, validatorsMinted: 0n, validatorsPaid: 0n, poolReceived: 0n, poolPaid: 0n, forfeited: 0n }),
  write: writeTotals,
  read: readTotals,
});
