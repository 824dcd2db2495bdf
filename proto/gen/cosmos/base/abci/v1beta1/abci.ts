// Generated from proto/cosmos/base/abci/v1beta1/abci.proto by "npm run proto". Do not edit.
import { codec, type Codec } from "../../../../../wire/codec.ts";
import type { Reader } from "../../../../../wire/reader.ts";
import type { Writer } from "../../../../../wire/writer.ts";
import { Any } from "../../../../google/protobuf/any.ts";
import { Event } from "../../../../tendermint/abci/types.ts";

/** A transaction's outcome as clients ask for it. */
export interface TxResponse {
  readonly height: bigint;
  readonly txhash: string;
  readonly codespace: string;
  readonly code: number;
  readonly data: string;
  readonly rawLog: string;
  readonly logs: readonly ABCIMessageLog[];
  readonly info: string;
  readonly gasWanted: bigint;
  readonly gasUsed: bigint;
  readonly tx: Any | undefined;
  readonly timestamp: string;
  readonly events: readonly Event[];
}

function writeTxResponse(w: Writer, m: TxResponse): void {
  if (m.height !== 0n) {
    w.tag(8);
    w.int64(m.height);
  }
  if (m.txhash !== "") {
    w.tag(18);
    w.string(m.txhash);
  }
  if (m.codespace !== "") {
    w.tag(26);
    w.string(m.codespace);
  }
  if (m.code !== 0) {
    w.tag(32);
    w.uint32(m.code);
  }
  if (m.data !== "") {
    w.tag(42);
    w.string(m.data);
  }
  if (m.rawLog !== "") {
    w.tag(50);
    w.string(m.rawLog);
  }
  for (const v of m.logs) {
    w.tag(58);
    { const s = w.open(); ABCIMessageLog.write(w, v); w.close(s); }
  }
  if (m.info !== "") {
    w.tag(66);
    w.string(m.info);
  }
  if (m.gasWanted !== 0n) {
    w.tag(72);
    w.int64(m.gasWanted);
  }
  if (m.gasUsed !== 0n) {
    w.tag(80);
    w.int64(m.gasUsed);
  }
  if (m.tx !== undefined) {
    w.tag(90);
    { const s = w.open(); Any.write(w, m.tx); w.close(s); }
  }
  if (m.timestamp !== "") {
    w.tag(98);
    w.string(m.timestamp);
  }
  for (const v of m.events) {
    w.tag(106);
    { const s = w.open(); Event.write(w, v); w.close(s); }
  }
}

function readTxResponse(r: Reader): TxResponse {
  let f1: bigint = 0n;
  let f2: string = "";
  let f3: string = "";
  let f4: number = 0;
  let f5: string = "";
  let f6: string = "";
  const f7: ABCIMessageLog[] = [];
  let f8: string = "";
  let f9: bigint = 0n;
  let f10: bigint = 0n;
  let f11: Any | undefined = undefined;
  let f12: string = "";
  const f13: Event[] = [];
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
        f2 = r.value(r.string());
        break;
      case 26:
        r.single(last, tag);
        f3 = r.value(r.string());
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
      case 58: {
        const outer = r.enter();
        f7.push(ABCIMessageLog.read(r));
        r.leave(outer);
        break;
      }
      case 66:
        r.single(last, tag);
        f8 = r.value(r.string());
        break;
      case 72:
        r.single(last, tag);
        f9 = r.value(r.int64());
        break;
      case 80:
        r.single(last, tag);
        f10 = r.value(r.int64());
        break;
      case 90: {
        r.single(last, tag);
        const outer = r.enter();
        f11 = Any.read(r);
        r.leave(outer);
        break;
      }
      case 98:
        r.single(last, tag);
        f12 = r.value(r.string());
        break;
      case 106: {
        const outer = r.enter();
        f13.push(Event.read(r));
        r.leave(outer);
        break;
      }
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { height: f1, txhash: f2, codespace: f3, code: f4, data: f5, rawLog: f6, logs: f7, info: f8, gasWanted: f9, gasUsed: f10, tx: f11, timestamp: f12, events: f13 };
}

export const TxResponse: Codec<TxResponse> = codec<TxResponse>({
  typeUrl: "/cosmos.base.abci.v1beta1.TxResponse",
  fields: [
    { name: "height", jsonName: "height", number: 1, kind: "int64", repeated: false, optional: false },
    { name: "txhash", jsonName: "txhash", number: 2, kind: "string", repeated: false, optional: false },
    { name: "codespace", jsonName: "codespace", number: 3, kind: "string", repeated: false, optional: false },
    { name: "code", jsonName: "code", number: 4, kind: "uint32", repeated: false, optional: false },
    { name: "data", jsonName: "data", number: 5, kind: "string", repeated: false, optional: false },
    { name: "rawLog", jsonName: "raw_log", number: 6, kind: "string", repeated: false, optional: false },
    { name: "logs", jsonName: "logs", number: 7, kind: "message", repeated: true, optional: false, message: () => ABCIMessageLog as Codec<never> },
    { name: "info", jsonName: "info", number: 8, kind: "string", repeated: false, optional: false },
    { name: "gasWanted", jsonName: "gas_wanted", number: 9, kind: "int64", repeated: false, optional: false },
    { name: "gasUsed", jsonName: "gas_used", number: 10, kind: "int64", repeated: false, optional: false },
    { name: "tx", jsonName: "tx", number: 11, kind: "message", repeated: false, optional: true, message: () => Any as Codec<never> },
    { name: "timestamp", jsonName: "timestamp", number: 12, kind: "string", repeated: false, optional: false },
    { name: "events", jsonName: "events", number: 13, kind: "message", repeated: true, optional: false, message: () => Event as Codec<never> },
  ],
  defaults: () => ({ height: 0n, txhash: "", codespace: "", code: 0, data: "", rawLog: "", logs: [], info: "", gasWanted: 0n, gasUsed: 0n, tx: undefined, timestamp: "", events: [] }),
  write: writeTxResponse,
  read: readTxResponse,
});

/** Log and events of one message. */
export interface ABCIMessageLog {
  readonly msgIndex: number;
  readonly log: string;
  readonly events: readonly StringEvent[];
}

function writeABCIMessageLog(w: Writer, m: ABCIMessageLog): void {
  if (m.msgIndex !== 0) {
    w.tag(8);
    w.uint32(m.msgIndex);
  }
  if (m.log !== "") {
    w.tag(18);
    w.string(m.log);
  }
  for (const v of m.events) {
    w.tag(26);
    { const s = w.open(); StringEvent.write(w, v); w.close(s); }
  }
}

function readABCIMessageLog(r: Reader): ABCIMessageLog {
  let f1: number = 0;
  let f2: string = "";
  const f3: StringEvent[] = [];
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
      case 26: {
        const outer = r.enter();
        f3.push(StringEvent.read(r));
        r.leave(outer);
        break;
      }
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { msgIndex: f1, log: f2, events: f3 };
}

export const ABCIMessageLog: Codec<ABCIMessageLog> = codec<ABCIMessageLog>({
  typeUrl: "/cosmos.base.abci.v1beta1.ABCIMessageLog",
  fields: [
    { name: "msgIndex", jsonName: "msg_index", number: 1, kind: "uint32", repeated: false, optional: false },
    { name: "log", jsonName: "log", number: 2, kind: "string", repeated: false, optional: false },
    { name: "events", jsonName: "events", number: 3, kind: "message", repeated: true, optional: false, message: () => StringEvent as Codec<never> },
  ],
  defaults: () => ({ msgIndex: 0, log: "", events: [] }),
  write: writeABCIMessageLog,
  read: readABCIMessageLog,
});

/** An event in text form. */
export interface StringEvent {
  readonly type: string;
  readonly attributes: readonly Attribute[];
}

function writeStringEvent(w: Writer, m: StringEvent): void {
  if (m.type !== "") {
    w.tag(10);
    w.string(m.type);
  }
  for (const v of m.attributes) {
    w.tag(18);
    { const s = w.open(); Attribute.write(w, v); w.close(s); }
  }
}

function readStringEvent(r: Reader): StringEvent {
  let f1: string = "";
  const f2: Attribute[] = [];
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
        f2.push(Attribute.read(r));
        r.leave(outer);
        break;
      }
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { type: f1, attributes: f2 };
}

export const StringEvent: Codec<StringEvent> = codec<StringEvent>({
  typeUrl: "/cosmos.base.abci.v1beta1.StringEvent",
  fields: [
    { name: "type", jsonName: "type", number: 1, kind: "string", repeated: false, optional: false },
    { name: "attributes", jsonName: "attributes", number: 2, kind: "message", repeated: true, optional: false, message: () => Attribute as Codec<never> },
  ],
  defaults: () => ({ type: "", attributes: [] }),
  write: writeStringEvent,
  read: readStringEvent,
});

/** A key and a value in text form. */
export interface Attribute {
  readonly key: string;
  readonly value: string;
}

function writeAttribute(w: Writer, m: Attribute): void {
  if (m.key !== "") {
    w.tag(10);
    w.string(m.key);
  }
  if (m.value !== "") {
    w.tag(18);
    w.string(m.value);
  }
}

function readAttribute(r: Reader): Attribute {
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
  return { key: f1, value: f2 };
}

export const Attribute: Codec<Attribute> = codec<Attribute>({
  typeUrl: "/cosmos.base.abci.v1beta1.Attribute",
  fields: [
    { name: "key", jsonName: "key", number: 1, kind: "string", repeated: false, optional: false },
    { name: "value", jsonName: "value", number: 2, kind: "string", repeated: false, optional: false },
  ],
  defaults: () => ({ key: "", value: "" }),
  write: writeAttribute,
  read: readAttribute,
});

/** Gas that was offered and gas that was used. */
export interface GasInfo {
  readonly gasWanted: bigint;
  readonly gasUsed: bigint;
}

function writeGasInfo(w: Writer, m: GasInfo): void {
  if (m.gasWanted !== 0n) {
    w.tag(8);
    w.uint64(m.gasWanted);
  }
  if (m.gasUsed !== 0n) {
    w.tag(16);
    w.uint64(m.gasUsed);
  }
}

function readGasInfo(r: Reader): GasInfo {
  let f1: bigint = 0n;
  let f2: bigint = 0n;
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
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { gasWanted: f1, gasUsed: f2 };
}

export const GasInfo: Codec<GasInfo> = codec<GasInfo>({
  typeUrl: "/cosmos.base.abci.v1beta1.GasInfo",
  fields: [
    { name: "gasWanted", jsonName: "gas_wanted", number: 1, kind: "uint64", repeated: false, optional: false },
    { name: "gasUsed", jsonName: "gas_used", number: 2, kind: "uint64", repeated: false, optional: false },
  ],
  defaults: () => ({ gasWanted: 0n, gasUsed: 0n }),
  write: writeGasInfo,
  read: readGasInfo,
});

/** What executing a transaction gave. */
export interface Result {
  readonly data: Uint8Array;
  readonly log: string;
  readonly events: readonly Event[];
  readonly msgResponses: readonly Any[];
}

function writeResult(w: Writer, m: Result): void {
  if (m.data.length > 0) {
    w.tag(10);
    w.bytes(m.data);
  }
  if (m.log !== "") {
    w.tag(18);
    w.string(m.log);
  }
  for (const v of m.events) {
    w.tag(26);
    { const s = w.open(); Event.write(w, v); w.close(s); }
  }
  for (const v of m.msgResponses) {
    w.tag(34);
    { const s = w.open(); Any.write(w, v); w.close(s); }
  }
}

function readResult(r: Reader): Result {
  let f1: Uint8Array = new Uint8Array(0);
  let f2: string = "";
  const f3: Event[] = [];
  const f4: Any[] = [];
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
      case 26: {
        const outer = r.enter();
        f3.push(Event.read(r));
        r.leave(outer);
        break;
      }
      case 34: {
        const outer = r.enter();
        f4.push(Any.read(r));
        r.leave(outer);
        break;
      }
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { data: f1, log: f2, events: f3, msgResponses: f4 };
}

export const Result: Codec<Result> = codec<Result>({
  typeUrl: "/cosmos.base.abci.v1beta1.Result",
  fields: [
    { name: "data", jsonName: "data", number: 1, kind: "bytes", repeated: false, optional: false },
    { name: "log", jsonName: "log", number: 2, kind: "string", repeated: false, optional: false },
    { name: "events", jsonName: "events", number: 3, kind: "message", repeated: true, optional: false, message: () => Event as Codec<never> },
    { name: "msgResponses", jsonName: "msg_responses", number: 4, kind: "message", repeated: true, optional: false, message: () => Any as Codec<never> },
  ],
  defaults: () => ({ data: new Uint8Array(0), log: "", events: [], msgResponses: [] }),
  write: writeResult,
  read: readResult,
});

/** The answer of a simulation. */
export interface SimulationResponse {
  readonly gasInfo: GasInfo | undefined;
  readonly result: Result | undefined;
}

function writeSimulationResponse(w: Writer, m: SimulationResponse): void {
  if (m.gasInfo !== undefined) {
    w.tag(10);
    { const s = w.open(); GasInfo.write(w, m.gasInfo); w.close(s); }
  }
  if (m.result !== undefined) {
    w.tag(18);
    { const s = w.open(); Result.write(w, m.result); w.close(s); }
  }
}

function readSimulationResponse(r: Reader): SimulationResponse {
  let f1: GasInfo | undefined = undefined;
  let f2: Result | undefined = undefined;
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10: {
        r.single(last, tag);
        const outer = r.enter();
        f1 = GasInfo.read(r);
        r.leave(outer);
        break;
      }
      case 18: {
        r.single(last, tag);
        const outer = r.enter();
        f2 = Result.read(r);
        r.leave(outer);
        break;
      }
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { gasInfo: f1, result: f2 };
}

export const SimulationResponse: Codec<SimulationResponse> = codec<SimulationResponse>({
  typeUrl: "/cosmos.base.abci.v1beta1.SimulationResponse",
  fields: [
    { name: "gasInfo", jsonName: "gas_info", number: 1, kind: "message", repeated: false, optional: true, message: () => GasInfo as Codec<never> },
    { name: "result", jsonName: "result", number: 2, kind: "message", repeated: false, optional: true, message: () => Result as Codec<never> },
  ],
  defaults: () => ({ gasInfo: undefined, result: undefined }),
  write: writeSimulationResponse,
  read: readSimulationResponse,
});

/** One message's response, the older form. */
export interface MsgData {
  readonly msgType: string;
  readonly data: Uint8Array;
}

function writeMsgData(w: Writer, m: MsgData): void {
  if (m.msgType !== "") {
    w.tag(10);
    w.string(m.msgType);
  }
  if (m.data.length > 0) {
    w.tag(18);
    w.bytes(m.data);
  }
}

function readMsgData(r: Reader): MsgData {
  let f1: string = "";
  let f2: Uint8Array = new Uint8Array(0);
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
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { msgType: f1, data: f2 };
}

export const MsgData: Codec<MsgData> = codec<MsgData>({
  typeUrl: "/cosmos.base.abci.v1beta1.MsgData",
  fields: [
    { name: "msgType", jsonName: "msg_type", number: 1, kind: "string", repeated: false, optional: false },
    { name: "data", jsonName: "data", number: 2, kind: "bytes", repeated: false, optional: false },
  ],
  defaults: () => ({ msgType: "", data: new Uint8Array(0) }),
  write: writeMsgData,
  read: readMsgData,
});

/** The `data` of an executed transaction: one response per message. */
export interface TxMsgData {
  readonly data: readonly MsgData[];
  readonly msgResponses: readonly Any[];
}

function writeTxMsgData(w: Writer, m: TxMsgData): void {
  for (const v of m.data) {
    w.tag(10);
    { const s = w.open(); MsgData.write(w, v); w.close(s); }
  }
  for (const v of m.msgResponses) {
    w.tag(18);
    { const s = w.open(); Any.write(w, v); w.close(s); }
  }
}

function readTxMsgData(r: Reader): TxMsgData {
  const f1: MsgData[] = [];
  const f2: Any[] = [];
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10: {
        const outer = r.enter();
        f1.push(MsgData.read(r));
        r.leave(outer);
        break;
      }
      case 18: {
        const outer = r.enter();
        f2.push(Any.read(r));
        r.leave(outer);
        break;
      }
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { data: f1, msgResponses: f2 };
}

export const TxMsgData: Codec<TxMsgData> = codec<TxMsgData>({
  typeUrl: "/cosmos.base.abci.v1beta1.TxMsgData",
  fields: [
    { name: "data", jsonName: "data", number: 1, kind: "message", repeated: true, optional: false, message: () => MsgData as Codec<never> },
    { name: "msgResponses", jsonName: "msg_responses", number: 2, kind: "message", repeated: true, optional: false, message: () => Any as Codec<never> },
  ],
  defaults: () => ({ data: [], msgResponses: [] }),
  write: writeTxMsgData,
  read: readTxMsgData,
});
