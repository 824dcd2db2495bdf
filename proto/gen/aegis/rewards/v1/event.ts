// Generated from proto/aegis/rewards/v1/event.proto by "npm run proto". Do not edit.
import { codec, type Codec } from "../../../../wire/codec.ts";
import type { Reader } from "../../../../wire/reader.ts";
import type { Writer } from "../../../../wire/writer.ts";

/** What one operator got, by rank from 0. */
export interface Payment {
  readonly address: string;
  readonly rank: number;
  readonly amount: bigint;
}

function writePayment(w: Writer, m: Payment): void {
  if (m.address !== "") {
    w.tag(10);
    w.string(m.address);
  }
  if (m.rank !== 0) {
    w.tag(16);
    w.uint32(m.rank);
  }
  if (m.amount !== 0n) {
    w.tag(24);
    w.uint64(m.amount);
  }
}

function readPayment(r: Reader): Payment {
  let f1: string = "";
  let f2: number = 0;
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
        f2 = r.value(r.uint32());
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
  return { address: f1, rank: f2, amount: f3 };
}

export const Payment: Codec<Payment> = codec<Payment>({
  typeUrl: "/aegis.rewards.v1.Payment",
  fields: [
    { name: "address", jsonName: "address", number: 1, kind: "string", repeated: false, optional: false },
    { name: "rank", jsonName: "rank", number: 2, kind: "uint32", repeated: false, optional: false },
    { name: "amount", jsonName: "amount", number: 3, kind: "uint64", repeated: false, optional: false },
  ],
  defaults: () => ({ address: "", rank: 0, amount: 0n }),
  write: writePayment,
  read: readPayment,
});

/** The fee of a calculation was paid out of its escrow. */
export interface FeeSettled {
  readonly fee: bigint;
  readonly burned: bigint;
  readonly executors: readonly Payment[];
  readonly verifiers: readonly Payment[];
}

function writeFeeSettled(w: Writer, m: FeeSettled): void {
  if (m.fee !== 0n) {
    w.tag(8);
    w.uint64(m.fee);
  }
  if (m.burned !== 0n) {
    w.tag(16);
    w.uint64(m.burned);
  }
  for (const v of m.executors) {
    w.tag(26);
    { const s = w.open(); Payment.write(w, v); w.close(s); }
  }
  for (const v of m.verifiers) {
    w.tag(34);
    { const s = w.open(); Payment.write(w, v); w.close(s); }
  }
}

function readFeeSettled(r: Reader): FeeSettled {
  let f1: bigint = 0n;
  let f2: bigint = 0n;
  const f3: Payment[] = [];
  const f4: Payment[] = [];
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
      case 26: {
        const outer = r.enter();
        f3.push(Payment.read(r));
        r.leave(outer);
        break;
      }
      case 34: {
        const outer = r.enter();
        f4.push(Payment.read(r));
        r.leave(outer);
        break;
      }
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { fee: f1, burned: f2, executors: f3, verifiers: f4 };
}

export const FeeSettled: Codec<FeeSettled> = codec<FeeSettled>({
  typeUrl: "/aegis.rewards.v1.FeeSettled",
  fields: [
    { name: "fee", jsonName: "fee", number: 1, kind: "uint64", repeated: false, optional: false },
    { name: "burned", jsonName: "burned", number: 2, kind: "uint64", repeated: false, optional: false },
    { name: "executors", jsonName: "executors", number: 3, kind: "message", repeated: true, optional: false, message: () => Payment as Codec<never> },
    { name: "verifiers", jsonName: "verifiers", number: 4, kind: "message", repeated: true, optional: false, message: () => Payment as Codec<never> },
  ],
  defaults: () => ({ fee: 0n, burned: 0n, executors: [], verifiers: [] }),
  write: writeFeeSettled,
  read: readFeeSettled,
});

/** A final calculation got its part of an epoch's emission. */
export interface EmissionPaid {
  readonly epoch: bigint;
  readonly index: bigint;
  readonly minted: bigint;
  readonly fromPool: bigint;
  readonly forfeited: bigint;
}

function writeEmissionPaid(w: Writer, m: EmissionPaid): void {
  if (m.epoch !== 0n) {
    w.tag(8);
    w.uint64(m.epoch);
  }
  if (m.index !== 0n) {
    w.tag(16);
    w.uint64(m.index);
  }
  if (m.minted !== 0n) {
    w.tag(24);
    w.uint64(m.minted);
  }
  if (m.fromPool !== 0n) {
    w.tag(32);
    w.uint64(m.fromPool);
  }
  if (m.forfeited !== 0n) {
    w.tag(40);
    w.uint64(m.forfeited);
  }
}

function readEmissionPaid(r: Reader): EmissionPaid {
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
  return { epoch: f1, index: f2, minted: f3, fromPool: f4, forfeited: f5 };
}

export const EmissionPaid: Codec<EmissionPaid> = codec<EmissionPaid>({
  typeUrl: "/aegis.rewards.v1.EmissionPaid",
  fields: [
    { name: "epoch", jsonName: "epoch", number: 1, kind: "uint64", repeated: false, optional: false },
    { name: "index", jsonName: "index", number: 2, kind: "uint64", repeated: false, optional: false },
    { name: "minted", jsonName: "minted", number: 3, kind: "uint64", repeated: false, optional: false },
    { name: "fromPool", jsonName: "from_pool", number: 4, kind: "uint64", repeated: false, optional: false },
    { name: "forfeited", jsonName: "forfeited", number: 5, kind: "uint64", repeated: false, optional: false },
  ],
  defaults: () => ({ epoch: 0n, index: 0n, minted: 0n, fromPool: 0n, forfeited: 0n }),
  write: writeEmissionPaid,
  read: readEmissionPaid,
});

/** Emission and fees of an epoch were divided among validators. */
export interface ValidatorsPaid {
  readonly epoch: bigint;
  readonly minted: bigint;
  readonly proposers: bigint;
  readonly committee: bigint;
  readonly standby: bigint;
}

function writeValidatorsPaid(w: Writer, m: ValidatorsPaid): void {
  if (m.epoch !== 0n) {
    w.tag(8);
    w.uint64(m.epoch);
  }
  if (m.minted !== 0n) {
    w.tag(16);
    w.uint64(m.minted);
  }
  if (m.proposers !== 0n) {
    w.tag(40);
    w.uint64(m.proposers);
  }
  if (m.committee !== 0n) {
    w.tag(48);
    w.uint64(m.committee);
  }
  if (m.standby !== 0n) {
    w.tag(56);
    w.uint64(m.standby);
  }
}

function readValidatorsPaid(r: Reader): ValidatorsPaid {
  let f1: bigint = 0n;
  let f2: bigint = 0n;
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
  return { epoch: f1, minted: f2, proposers: f5, committee: f6, standby: f7 };
}

export const ValidatorsPaid: Codec<ValidatorsPaid> = codec<ValidatorsPaid>({
  typeUrl: "/aegis.rewards.v1.ValidatorsPaid",
  fields: [
    { name: "epoch", jsonName: "epoch", number: 1, kind: "uint64", repeated: false, optional: false },
    { name: "minted", jsonName: "minted", number: 2, kind: "uint64", repeated: false, optional: false },
    { name: "proposers", jsonName: "proposers", number: 5, kind: "uint64", repeated: false, optional: false },
    { name: "committee", jsonName: "committee", number: 6, kind: "uint64", repeated: false, optional: false },
    { name: "standby", jsonName: "standby", number: 7, kind: "uint64", repeated: false, optional: false },
  ],
  defaults: () => ({ epoch: 0n, minted: 0n, proposers: 0n, committee: 0n, standby: 0n }),
  write: writeValidatorsPaid,
  read: readValidatorsPaid,
});

/** What was set aside for who attests an epoch's checkpoint was divided. */
export interface StandbyPaid {
  readonly epoch: bigint;
  readonly paid: bigint;
  readonly returned: bigint;
  readonly signers: number;
}

function writeStandbyPaid(w: Writer, m: StandbyPaid): void {
  if (m.epoch !== 0n) {
    w.tag(8);
    w.uint64(m.epoch);
  }
  if (m.paid !== 0n) {
    w.tag(16);
    w.uint64(m.paid);
  }
  if (m.returned !== 0n) {
    w.tag(24);
    w.uint64(m.returned);
  }
  if (m.signers !== 0) {
    w.tag(32);
    w.uint32(m.signers);
  }
}

function readStandbyPaid(r: Reader): StandbyPaid {
  let f1: bigint = 0n;
  let f2: bigint = 0n;
  let f3: bigint = 0n;
  let f4: number = 0;
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
        f4 = r.value(r.uint32());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { epoch: f1, paid: f2, returned: f3, signers: f4 };
}

export const StandbyPaid: Codec<StandbyPaid> = codec<StandbyPaid>({
  typeUrl: "/aegis.rewards.v1.StandbyPaid",
  fields: [
    { name: "epoch", jsonName: "epoch", number: 1, kind: "uint64", repeated: false, optional: false },
    { name: "paid", jsonName: "paid", number: 2, kind: "uint64", repeated: false, optional: false },
    { name: "returned", jsonName: "returned", number: 3, kind: "uint64", repeated: false, optional: false },
    { name: "signers", jsonName: "signers", number: 4, kind: "uint32", repeated: false, optional: false },
  ],
  defaults: () => ({ epoch: 0n, paid: 0n, returned: 0n, signers: 0 }),
  write: writeStandbyPaid,
  read: readStandbyPaid,
});

/** An account got its part for signatures that it brought into a checkpoint. */
export interface IncluderPaid {
  readonly account: string;
  readonly amount: bigint;
}

function writeIncluderPaid(w: Writer, m: IncluderPaid): void {
  if (m.account !== "") {
    w.tag(10);
    w.string(m.account);
  }
  if (m.amount !== 0n) {
    w.tag(16);
    w.uint64(m.amount);
  }
}

function readIncluderPaid(r: Reader): IncluderPaid {
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
  return { account: f1, amount: f2 };
}

export const IncluderPaid: Codec<IncluderPaid> = codec<IncluderPaid>({
  typeUrl: "/aegis.rewards.v1.IncluderPaid",
  fields: [
    { name: "account", jsonName: "account", number: 1, kind: "string", repeated: false, optional: false },
    { name: "amount", jsonName: "amount", number: 2, kind: "uint64", repeated: false, optional: false },
  ],
  defaults: () => ({ account: "", amount: 0n }),
  write: writeIncluderPaid,
  read: readIncluderPaid,
});

/** Tokens of liquidated licences came into the pool. */
export interface PoolFunded {
  readonly amount: bigint;
}

function writePoolFunded(w: Writer, m: PoolFunded): void {
  if (m.amount !== 0n) {
    w.tag(8);
    w.uint64(m.amount);
  }
}

function readPoolFunded(r: Reader): PoolFunded {
  let f1: bigint = 0n;
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 8:
        r.single(last, tag);
        f1 = r.value(r.uint64());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { amount: f1 };
}

export const PoolFunded: Codec<PoolFunded> = codec<PoolFunded>({
  typeUrl: "/aegis.rewards.v1.PoolFunded",
  fields: [
    { name: "amount", jsonName: "amount", number: 1, kind: "uint64", repeated: false, optional: false },
  ],
  defaults: () => ({ amount: 0n }),
  write: writePoolFunded,
  read: readPoolFunded,
});

/** An operator forfeited what waited for it, up to here. */
export interface RewardsForfeited {
  readonly operator: string;
  readonly epoch: bigint;
  readonly calculations: bigint;
}

function writeRewardsForfeited(w: Writer, m: RewardsForfeited): void {
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

function readRewardsForfeited(r: Reader): RewardsForfeited {
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

export const RewardsForfeited: Codec<RewardsForfeited> = codec<RewardsForfeited>({
  typeUrl: "/aegis.rewards.v1.RewardsForfeited",
  fields: [
    { name: "operator", jsonName: "operator", number: 1, kind: "string", repeated: false, optional: false },
    { name: "epoch", jsonName: "epoch", number: 2, kind: "uint64", repeated: false, optional: false },
    { name: "calculations", jsonName: "calculations", number: 3, kind: "uint64", repeated: false, optional: false },
  ],
  defaults: () => ({ operator: "", epoch: 0n, calculations: 0n }),
  write: writeRewardsForfeited,
  read: readRewardsForfeited,
});
