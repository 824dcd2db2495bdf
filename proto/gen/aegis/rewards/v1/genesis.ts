// Generated from proto/aegis/rewards/v1/genesis.proto by "npm run proto". Do not edit.
import { codec, type Codec } from "../../../../wire/codec.ts";
import type { Reader } from "../../../../wire/reader.ts";
import type { Writer } from "../../../../wire/writer.ts";
import { EpochRewards, FinalCalculation, Forfeiture, Params, Totals } from "./rewards.ts";

/** A waiting calculation with its place. */
export interface QueuedCalculation {
  readonly epoch: bigint;
  readonly index: bigint;
  readonly calculation: FinalCalculation | undefined;
}

function writeQueuedCalculation(w: Writer, m: QueuedCalculation): void {
  if (m.epoch !== 0n) {
    w.tag(8);
    w.uint64(m.epoch);
  }
  if (m.index !== 0n) {
    w.tag(16);
    w.uint64(m.index);
  }
  if (m.calculation !== undefined) {
    w.tag(26);
    { const s = w.open(); FinalCalculation.write(w, m.calculation); w.close(s); }
  }
}

function readQueuedCalculation(r: Reader): QueuedCalculation {
  let f1: bigint = 0n;
  let f2: bigint = 0n;
  let f3: FinalCalculation | undefined = undefined;
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
        r.single(last, tag);
        const outer = r.enter();
        f3 = FinalCalculation.read(r);
        r.leave(outer);
        break;
      }
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { epoch: f1, index: f2, calculation: f3 };
}

export const QueuedCalculation: Codec<QueuedCalculation> = codec<QueuedCalculation>({
  typeUrl: "/aegis.rewards.v1.QueuedCalculation",
  fields: [
    { name: "epoch", jsonName: "epoch", number: 1, kind: "uint64", repeated: false, optional: false },
    { name: "index", jsonName: "index", number: 2, kind: "uint64", repeated: false, optional: false },
    { name: "calculation", jsonName: "calculation", number: 3, kind: "message", repeated: false, optional: true, message: () => FinalCalculation as Codec<never> },
  ],
  defaults: () => ({ epoch: 0n, index: 0n, calculation: undefined }),
  write: writeQueuedCalculation,
  read: readQueuedCalculation,
});

export interface GenesisState {
  readonly params: Params | undefined;
  readonly totals: Totals | undefined;
  readonly epochs: readonly EpochRewards[];
  readonly queue: readonly QueuedCalculation[];
  readonly forfeitures: readonly Forfeiture[];
}

function writeGenesisState(w: Writer, m: GenesisState): void {
  if (m.params !== undefined) {
    w.tag(10);
    { const s = w.open(); Params.write(w, m.params); w.close(s); }
  }
  if (m.totals !== undefined) {
    w.tag(18);
    { const s = w.open(); Totals.write(w, m.totals); w.close(s); }
  }
  for (const v of m.epochs) {
    w.tag(26);
    { const s = w.open(); EpochRewards.write(w, v); w.close(s); }
  }
  for (const v of m.queue) {
    w.tag(34);
    { const s = w.open(); QueuedCalculation.write(w, v); w.close(s); }
  }
  for (const v of m.forfeitures) {
    w.tag(42);
    { const s = w.open(); Forfeiture.write(w, v); w.close(s); }
  }
}

function readGenesisState(r: Reader): GenesisState {
  let f1: Params | undefined = undefined;
  let f2: Totals | undefined = undefined;
  const f3: EpochRewards[] = [];
  const f4: QueuedCalculation[] = [];
  const f5: Forfeiture[] = [];
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10: {
        r.single(last, tag);
        const outer = r.enter();
        f1 = Params.read(r);
        r.leave(outer);
        break;
      }
      case 18: {
        r.single(last, tag);
        const outer = r.enter();
        f2 = Totals.read(r);
        r.leave(outer);
        break;
      }
      case 26: {
        const outer = r.enter();
        f3.push(EpochRewards.read(r));
        r.leave(outer);
        break;
      }
      case 34: {
        const outer = r.enter();
        f4.push(QueuedCalculation.read(r));
        r.leave(outer);
        break;
      }
      case 42: {
        const outer = r.enter();
        f5.push(Forfeiture.read(r));
        r.leave(outer);
        break;
      }
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { params: f1, totals: f2, epochs: f3, queue: f4, forfeitures: f5 };
}

export const GenesisState: Codec<GenesisState> = codec<GenesisState>({
  typeUrl: "/aegis.rewards.v1.GenesisState",
  fields: [
    { name: "params", jsonName: "params", number: 1, kind: "message", repeated: false, optional: true, message: () => Params as Codec<never> },
    { name: "totals", jsonName: "totals", number: 2, kind: "message", repeated: false, optional: true, message: () => Totals as Codec<never> },
    { name: "epochs", jsonName: "epochs", number: 3, kind: "message", repeated: true, optional: false, message: () => EpochRewards as Codec<never> },
    { name: "queue", jsonName: "queue", number: 4, kind: "message", repeated: true, optional: false, message: () => QueuedCalculation as Codec<never> },
    { name: "forfeitures", jsonName: "forfeitures", number: 5, kind: "message", repeated: true, optional: false, message: () => Forfeiture as Codec<never> },
  ],
  defaults: () => ({ params: undefined, totals: undefined, epochs: [], queue: [], forfeitures: [] }),
  write: writeGenesisState,
  read: readGenesisState,
});
