// Generated from proto/cosmos/slashing/v1beta1/slashing.proto by "npm run proto". Do not edit.
import { codec, type Codec } from "../../../../wire/codec.ts";
import type { Reader } from "../../../../wire/reader.ts";
import type { Writer } from "../../../../wire/writer.ts";
import { Duration } from "../../../google/protobuf/duration.ts";
import { Timestamp } from "../../../google/protobuf/timestamp.ts";

/** How well a validator signs; `address` is that of its consensus key. */
export interface ValidatorSigningInfo {
  readonly address: string;
  readonly startHeight: bigint;
  readonly indexOffset: bigint;
  readonly jailedUntil: Timestamp | undefined;
  readonly tombstoned: boolean;
  readonly missedBlocksCounter: bigint;
}

function writeValidatorSigningInfo(w: Writer, m: ValidatorSigningInfo): void {
  if (m.address !== "") {
    w.tag(10);
    w.string(m.address);
  }
  if (m.startHeight !== 0n) {
    w.tag(16);
    w.int64(m.startHeight);
  }
  if (m.indexOffset !== 0n) {
    w.tag(24);
    w.int64(m.indexOffset);
  }
  if (m.jailedUntil !== undefined) {
    w.tag(34);
    { const s = w.open(); Timestamp.write(w, m.jailedUntil); w.close(s); }
  }
  if (m.tombstoned) {
    w.tag(40);
    w.bool(m.tombstoned);
  }
  if (m.missedBlocksCounter !== 0n) {
    w.tag(48);
    w.int64(m.missedBlocksCounter);
  }
}

function readValidatorSigningInfo(r: Reader): ValidatorSigningInfo {
  let f1: string = "";
  let f2: bigint = 0n;
  let f3: bigint = 0n;
  let f4: Timestamp | undefined = undefined;
  let f5: boolean = false;
  let f6: bigint = 0n;
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
        f2 = r.value(r.int64());
        break;
      case 24:
        r.single(last, tag);
        f3 = r.value(r.int64());
        break;
      case 34: {
        r.single(last, tag);
        const outer = r.enter();
        f4 = Timestamp.read(r);
        r.leave(outer);
        break;
      }
      case 40:
        r.single(last, tag);
        f5 = r.value(r.bool());
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
  return { address: f1, startHeight: f2, indexOffset: f3, jailedUntil: f4, tombstoned: f5, missedBlocksCounter: f6 };
}

export const ValidatorSigningInfo: Codec<ValidatorSigningInfo> = codec<ValidatorSigningInfo>({
  typeUrl: "/cosmos.slashing.v1beta1.ValidatorSigningInfo",
  fields: [
    { name: "address", jsonName: "address", number: 1, kind: "string", repeated: false, optional: false },
    { name: "startHeight", jsonName: "start_height", number: 2, kind: "int64", repeated: false, optional: false },
    { name: "indexOffset", jsonName: "index_offset", number: 3, kind: "int64", repeated: false, optional: false },
    { name: "jailedUntil", jsonName: "jailed_until", number: 4, kind: "message", repeated: false, optional: true, message: () => Timestamp as Codec<never> },
    { name: "tombstoned", jsonName: "tombstoned", number: 5, kind: "bool", repeated: false, optional: false },
    { name: "missedBlocksCounter", jsonName: "missed_blocks_counter", number: 6, kind: "int64", repeated: false, optional: false },
  ],
  defaults: () => ({ address: "", startHeight: 0n, indexOffset: 0n, jailedUntil: undefined, tombstoned: false, missedBlocksCounter: 0n }),
  write: writeValidatorSigningInfo,
  read: readValidatorSigningInfo,
});

/** The fractions are decimals of 18 digits: the integer that is 10^18 times the value, as the bytes of its decimal digits. */
export interface Params {
  readonly signedBlocksWindow: bigint;
  readonly minSignedPerWindow: Uint8Array;
  readonly downtimeJailDuration: Duration | undefined;
  readonly slashFractionDoubleSign: Uint8Array;
  readonly slashFractionDowntime: Uint8Array;
}

function writeParams(w: Writer, m: Params): void {
  if (m.signedBlocksWindow !== 0n) {
    w.tag(8);
    w.int64(m.signedBlocksWindow);
  }
  if (m.minSignedPerWindow.length > 0) {
    w.tag(18);
    w.bytes(m.minSignedPerWindow);
  }
  if (m.downtimeJailDuration !== undefined) {
    w.tag(26);
    { const s = w.open(); Duration.write(w, m.downtimeJailDuration); w.close(s); }
  }
  if (m.slashFractionDoubleSign.length > 0) {
    w.tag(34);
    w.bytes(m.slashFractionDoubleSign);
  }
  if (m.slashFractionDowntime.length > 0) {
    w.tag(42);
    w.bytes(m.slashFractionDowntime);
  }
}

function readParams(r: Reader): Params {
  let f1: bigint = 0n;
  let f2: Uint8Array = new Uint8Array(0);
  let f3: Duration | undefined = undefined;
  let f4: Uint8Array = new Uint8Array(0);
  let f5: Uint8Array = new Uint8Array(0);
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 8:
        r.single(last, tag);
        f1 = r.value(r.int64());
        break;
      case 18:
        r.single(last, tag);
        f2 = r.value(r.bytes());
        break;
      case 26: {
        r.single(last, tag);
        const outer = r.enter();
        f3 = Duration.read(r);
        r.leave(outer);
        break;
      }
      case 34:
        r.single(last, tag);
        f4 = r.value(r.bytes());
        break;
      case 42:
        r.single(last, tag);
        f5 = r.value(r.bytes());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { signedBlocksWindow: f1, minSignedPerWindow: f2, downtimeJailDuration: f3, slashFractionDoubleSign: f4, slashFractionDowntime: f5 };
}

export const Params: Codec<Params> = codec<Params>({
  typeUrl: "/cosmos.slashing.v1beta1.Params",
  fields: [
    { name: "signedBlocksWindow", jsonName: "signed_blocks_window", number: 1, kind: "int64", repeated: false, optional: false },
    { name: "minSignedPerWindow", jsonName: "min_signed_per_window", number: 2, kind: "bytes", repeated: false, optional: false },
    { name: "downtimeJailDuration", jsonName: "downtime_jail_duration", number: 3, kind: "message", repeated: false, optional: true, message: () => Duration as Codec<never> },
    { name: "slashFractionDoubleSign", jsonName: "slash_fraction_double_sign", number: 4, kind: "bytes", repeated: false, optional: false },
    { name: "slashFractionDowntime", jsonName: "slash_fraction_downtime", number: 5, kind: "bytes", repeated: false, optional: false },
  ],
  defaults: () => ({ signedBlocksWindow: 0n, minSignedPerWindow: new Uint8Array(0), downtimeJailDuration: undefined, slashFractionDoubleSign: new Uint8Array(0), slashFractionDowntime: new Uint8Array(0) }),
  write: writeParams,
  read: readParams,
});
