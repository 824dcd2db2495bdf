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
}

function readParams(r: Reader): Params {
  let f1: number = 0;
  let f2: number = 0;
  let f3: bigint = 0n;
  let f4: number = 0;
  let f5: number = 0;
  let f6: bigint = 0n;
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
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { alphaMillionths: f1, feeBurnMillionths: f2, epochEmission: f3, rewardCapMillionths: f4, validatorsShareMillionths: f5, poolEpochMax: f6 };
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
  ],
  defaults: () => ({ alphaMillionths: 0, feeBurnMillionths: 0, epochEmission: 0n, rewardCapMillionths: 0, validatorsShareMillionths: 0, poolEpochMax: 0n }),
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
