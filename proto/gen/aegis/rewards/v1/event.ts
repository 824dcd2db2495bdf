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

/** Validators were paid for an epoch, in equal parts. */
export interface ValidatorsPaid {
  readonly epoch: bigint;
  readonly minted: bigint;
  readonly each: bigint;
  readonly operators: number;
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
  if (m.each !== 0n) {
    w.tag(24);
    w.uint64(m.each);
  }
  if (m.operators !== 0) {
    w.tag(32);
    w.uint32(m.operators);
  }
}

function readValidatorsPaid(r: Reader): ValidatorsPaid {
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
  return { epoch: f1, minted: f2, each: f3, operators: f4 };
}

export const ValidatorsPaid: Codec<ValidatorsPaid> = codec<ValidatorsPaid>({
  typeUrl: "/aegis.rewards.v1.ValidatorsPaid",
  fields: [
    { name: "epoch", jsonName: "epoch", number: 1, kind: "uint64", repeated: false, optional: false },
    { name: "minted", jsonName: "minted", number: 2, kind: "uint64", repeated: false, optional: false },
    { name: "each", jsonName: "each", number: 3, kind: "uint64", repeated: false, optional: false },
    { name: "operators", jsonName: "operators", number: 4, kind: "uint32", repeated: false, optional: false },
  ],
  defaults: () => ({ epoch: 0n, minted: 0n, each: 0n, operators: 0 }),
  write: writeValidatorsPaid,
  read: readValidatorsPaid,
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
