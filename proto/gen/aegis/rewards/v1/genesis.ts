// Generated from proto/aegis/rewards/v1/genesis.proto by "npm run proto". Do not edit.
import { codec, type Codec } from "../../../../wire/codec.ts";
import type { Reader } from "../../../../wire/reader.ts";
import type { Writer } from "../../../../wire/writer.ts";
import { EpochRewards, EpochTally, FinalCalculation, Forfeiture, HistoricalRewards, Params, RewardChunk, SlashEvent, StandbyPool, StartingInfo, Totals, ValidatorRewards, WithdrawAddress } from "./rewards.ts";

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
  readonly validators: readonly ValidatorRewards[];
  readonly historical: readonly HistoricalRewards[];
  readonly startingInfos: readonly StartingInfo[];
  readonly slashes: readonly SlashEvent[];
  readonly withdrawAddresses: readonly WithdrawAddress[];
  readonly communityPool: string;
  readonly tally: EpochTally | undefined;
  readonly standby: readonly StandbyPool[];
  readonly chunks: readonly RewardChunk[];
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
  for (const v of m.validators) {
    w.tag(50);
    { const s = w.open(); ValidatorRewards.write(w, v); w.close(s); }
  }
  for (const v of m.historical) {
    w.tag(58);
    { const s = w.open(); HistoricalRewards.write(w, v); w.close(s); }
  }
  for (const v of m.startingInfos) {
    w.tag(66);
    { const s = w.open(); StartingInfo.write(w, v); w.close(s); }
  }
  for (const v of m.slashes) {
    w.tag(74);
    { const s = w.open(); SlashEvent.write(w, v); w.close(s); }
  }
  for (const v of m.withdrawAddresses) {
    w.tag(82);
    { const s = w.open(); WithdrawAddress.write(w, v); w.close(s); }
  }
  if (m.communityPool !== "") {
    w.tag(90);
    w.string(m.communityPool);
  }
  if (m.tally !== undefined) {
    w.tag(98);
    { const s = w.open(); EpochTally.write(w, m.tally); w.close(s); }
  }
  for (const v of m.standby) {
    w.tag(106);
    { const s = w.open(); StandbyPool.write(w, v); w.close(s); }
  }
  for (const v of m.chunks) {
    w.tag(114);
    { const s = w.open(); RewardChunk.write(w, v); w.close(s); }
  }
}

function readGenesisState(r: Reader): GenesisState {
  let f1: Params | undefined = undefined;
  let f2: Totals | undefined = undefined;
  const f3: EpochRewards[] = [];
  const f4: QueuedCalculation[] = [];
  const f5: Forfeiture[] = [];
  const f6: ValidatorRewards[] = [];
  const f7: HistoricalRewards[] = [];
  const f8: StartingInfo[] = [];
  const f9: SlashEvent[] = [];
  const f10: WithdrawAddress[] = [];
  let f11: string = "";
  let f12: EpochTally | undefined = undefined;
  const f13: StandbyPool[] = [];
  const f14: RewardChunk[] = [];
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
      case 50: {
        const outer = r.enter();
        f6.push(ValidatorRewards.read(r));
        r.leave(outer);
        break;
      }
      case 58: {
        const outer = r.enter();
        f7.push(HistoricalRewards.read(r));
        r.leave(outer);
        break;
      }
      case 66: {
        const outer = r.enter();
        f8.push(StartingInfo.read(r));
        r.leave(outer);
        break;
      }
      case 74: {
        const outer = r.enter();
        f9.push(SlashEvent.read(r));
        r.leave(outer);
        break;
      }
      case 82: {
        const outer = r.enter();
        f10.push(WithdrawAddress.read(r));
        r.leave(outer);
        break;
      }
      case 90:
        r.single(last, tag);
        f11 = r.value(r.string());
        break;
      case 98: {
        r.single(last, tag);
        const outer = r.enter();
        f12 = EpochTally.read(r);
        r.leave(outer);
        break;
      }
      case 106: {
        const outer = r.enter();
        f13.push(StandbyPool.read(r));
        r.leave(outer);
        break;
      }
      case 114: {
        const outer = r.enter();
        f14.push(RewardChunk.read(r));
        r.leave(outer);
        break;
      }
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { params: f1, totals: f2, epochs: f3, queue: f4, forfeitures: f5, validators: f6, historical: f7, startingInfos: f8, slashes: f9, withdrawAddresses: f10, communityPool: f11, tally: f12, standby: f13, chunks: f14 };
}

export const GenesisState: Codec<GenesisState> = codec<GenesisState>({
  typeUrl: "/aegis.rewards.v1.GenesisState",
  fields: [
    { name: "params", jsonName: "params", number: 1, kind: "message", repeated: false, optional: true, message: () => Params as Codec<never> },
    { name: "totals", jsonName: "totals", number: 2, kind: "message", repeated: false, optional: true, message: () => Totals as Codec<never> },
    { name: "epochs", jsonName: "epochs", number: 3, kind: "message", repeated: true, optional: false, message: () => EpochRewards as Codec<never> },
    { name: "queue", jsonName: "queue", number: 4, kind: "message", repeated: true, optional: false, message: () => QueuedCalculation as Codec<never> },
    { name: "forfeitures", jsonName: "forfeitures", number: 5, kind: "message", repeated: true, optional: false, message: () => Forfeiture as Codec<never> },
    { name: "validators", jsonName: "validators", number: 6, kind: "message", repeated: true, optional: false, message: () => ValidatorRewards as Codec<never> },
    { name: "historical", jsonName: "historical", number: 7, kind: "message", repeated: true, optional: false, message: () => HistoricalRewards as Codec<never> },
    { name: "startingInfos", jsonName: "starting_infos", number: 8, kind: "message", repeated: true, optional: false, message: () => StartingInfo as Codec<never> },
    { name: "slashes", jsonName: "slashes", number: 9, kind: "message", repeated: true, optional: false, message: () => SlashEvent as Codec<never> },
    { name: "withdrawAddresses", jsonName: "withdraw_addresses", number: 10, kind: "message", repeated: true, optional: false, message: () => WithdrawAddress as Codec<never> },
    { name: "communityPool", jsonName: "community_pool", number: 11, kind: "string", repeated: false, optional: false },
    { name: "tally", jsonName: "tally", number: 12, kind: "message", repeated: false, optional: true, message: () => EpochTally as Codec<never> },
    { name: "standby", jsonName: "standby", number: 13, kind: "message", repeated: true, optional: false, message: () => StandbyPool as Codec<never> },
    { name: "chunks", jsonName: "chunks", number: 14, kind: "message", repeated: true, optional: false, message: () => RewardChunk as Codec<never> },
  ],
  defaults: () => ({ params: undefined, totals: undefined, epochs: [], queue: [], forfeitures: [], validators: [], historical: [], startingInfos: [], slashes: [], withdrawAddresses: [], communityPool: "", tally: undefined, standby: [], chunks: [] }),
  write: writeGenesisState,
  read: readGenesisState,
});
