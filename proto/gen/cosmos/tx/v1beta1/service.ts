// Generated from proto/cosmos/tx/v1beta1/service.proto by "npm run proto". Do not edit.
import { codec, type Codec, type Method } from "../../../../wire/codec.ts";
import type { Reader } from "../../../../wire/reader.ts";
import type { Writer } from "../../../../wire/writer.ts";
import { GasInfo, Result, TxResponse } from "../../base/abci/v1beta1/abci.ts";
import { PageRequest, PageResponse } from "../../base/query/v1beta1/pagination.ts";
import { Tx } from "./tx.ts";
import { Block } from "../../../tendermint/types/block.ts";
import { BlockID } from "../../../tendermint/types/types.ts";

/** How transactions that were found are sorted. */
export type OrderBy = number;
export const OrderBy = {
  ORDER_BY_UNSPECIFIED: 0,
  ORDER_BY_ASC: 1,
  ORDER_BY_DESC: 2,
} as const;

/** What a broadcast waits for. */
export type BroadcastMode = number;
export const BroadcastMode = {
  BROADCAST_MODE_UNSPECIFIED: 0,
  BROADCAST_MODE_BLOCK: 1,
  BROADCAST_MODE_SYNC: 2,
  BROADCAST_MODE_ASYNC: 3,
} as const;

export interface GetTxsEventRequest {
  readonly events: readonly string[];
  readonly pagination: PageRequest | undefined;
  readonly orderBy: OrderBy;
  readonly page: bigint;
  readonly limit: bigint;
  readonly query: string;
}

function writeGetTxsEventRequest(w: Writer, m: GetTxsEventRequest): void {
  for (const v of m.events) {
    w.tag(10);
    w.string(v);
  }
  if (m.pagination !== undefined) {
    w.tag(18);
    { const s = w.open(); PageRequest.write(w, m.pagination); w.close(s); }
  }
  if (m.orderBy !== 0) {
    w.tag(24);
    w.int32(m.orderBy);
  }
  if (m.page !== 0n) {
    w.tag(32);
    w.uint64(m.page);
  }
  if (m.limit !== 0n) {
    w.tag(40);
    w.uint64(m.limit);
  }
  if (m.query !== "") {
    w.tag(50);
    w.string(m.query);
  }
}

function readGetTxsEventRequest(r: Reader): GetTxsEventRequest {
  const f1: string[] = [];
  let f2: PageRequest | undefined = undefined;
  let f3: OrderBy = 0;
  let f4: bigint = 0n;
  let f5: bigint = 0n;
  let f6: string = "";
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10:
        f1.push(r.string());
        break;
      case 18: {
        r.single(last, tag);
        const outer = r.enter();
        f2 = PageRequest.read(r);
        r.leave(outer);
        break;
      }
      case 24:
        r.single(last, tag);
        f3 = r.value(r.int32());
        break;
      case 32:
        r.single(last, tag);
        f4 = r.value(r.uint64());
        break;
      case 40:
        r.single(last, tag);
        f5 = r.value(r.uint64());
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
  return { events: f1, pagination: f2, orderBy: f3, page: f4, limit: f5, query: f6 };
}

export const GetTxsEventRequest: Codec<GetTxsEventRequest> = codec<GetTxsEventRequest>({
  typeUrl: "/cosmos.tx.v1beta1.GetTxsEventRequest",
  fields: [
    { name: "events", jsonName: "events", number: 1, kind: "string", repeated: true, optional: false },
    { name: "pagination", jsonName: "pagination", number: 2, kind: "message", repeated: false, optional: true, message: () => PageRequest as Codec<never> },
    { name: "orderBy", jsonName: "order_by", number: 3, kind: "enum", repeated: false, optional: false, values: OrderBy },
    { name: "page", jsonName: "page", number: 4, kind: "uint64", repeated: false, optional: false },
    { name: "limit", jsonName: "limit", number: 5, kind: "uint64", repeated: false, optional: false },
    { name: "query", jsonName: "query", number: 6, kind: "string", repeated: false, optional: false },
  ],
  defaults: () => ({ events: [], pagination: undefined, orderBy: 0, page: 0n, limit: 0n, query: "" }),
  write: writeGetTxsEventRequest,
  read: readGetTxsEventRequest,
});

export interface GetTxsEventResponse {
  readonly txs: readonly Tx[];
  readonly txResponses: readonly TxResponse[];
  readonly pagination: PageResponse | undefined;
  readonly total: bigint;
}

function writeGetTxsEventResponse(w: Writer, m: GetTxsEventResponse): void {
  for (const v of m.txs) {
    w.tag(10);
    { const s = w.open(); Tx.write(w, v); w.close(s); }
  }
  for (const v of m.txResponses) {
    w.tag(18);
    { const s = w.open(); TxResponse.write(w, v); w.close(s); }
  }
  if (m.pagination !== undefined) {
    w.tag(26);
    { const s = w.open(); PageResponse.write(w, m.pagination); w.close(s); }
  }
  if (m.total !== 0n) {
    w.tag(32);
    w.uint64(m.total);
  }
}

function readGetTxsEventResponse(r: Reader): GetTxsEventResponse {
  const f1: Tx[] = [];
  const f2: TxResponse[] = [];
  let f3: PageResponse | undefined = undefined;
  let f4: bigint = 0n;
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10: {
        const outer = r.enter();
        f1.push(Tx.read(r));
        r.leave(outer);
        break;
      }
      case 18: {
        const outer = r.enter();
        f2.push(TxResponse.read(r));
        r.leave(outer);
        break;
      }
      case 26: {
        r.single(last, tag);
        const outer = r.enter();
        f3 = PageResponse.read(r);
        r.leave(outer);
        break;
      }
      case 32:
        r.single(last, tag);
        f4 = r.value(r.uint64());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { txs: f1, txResponses: f2, pagination: f3, total: f4 };
}

export const GetTxsEventResponse: Codec<GetTxsEventResponse> = codec<GetTxsEventResponse>({
  typeUrl: "/cosmos.tx.v1beta1.GetTxsEventResponse",
  fields: [
    { name: "txs", jsonName: "txs", number: 1, kind: "message", repeated: true, optional: false, message: () => Tx as Codec<never> },
    { name: "txResponses", jsonName: "tx_responses", number: 2, kind: "message", repeated: true, optional: false, message: () => TxResponse as Codec<never> },
    { name: "pagination", jsonName: "pagination", number: 3, kind: "message", repeated: false, optional: true, message: () => PageResponse as Codec<never> },
    { name: "total", jsonName: "total", number: 4, kind: "uint64", repeated: false, optional: false },
  ],
  defaults: () => ({ txs: [], txResponses: [], pagination: undefined, total: 0n }),
  write: writeGetTxsEventResponse,
  read: readGetTxsEventResponse,
});

export interface BroadcastTxRequest {
  readonly txBytes: Uint8Array;
  readonly mode: BroadcastMode;
}

function writeBroadcastTxRequest(w: Writer, m: BroadcastTxRequest): void {
  if (m.txBytes.length > 0) {
    w.tag(10);
    w.bytes(m.txBytes);
  }
  if (m.mode !== 0) {
    w.tag(16);
    w.int32(m.mode);
  }
}

function readBroadcastTxRequest(r: Reader): BroadcastTxRequest {
  let f1: Uint8Array = new Uint8Array(0);
  let f2: BroadcastMode = 0;
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
        f2 = r.value(r.int32());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { txBytes: f1, mode: f2 };
}

export const BroadcastTxRequest: Codec<BroadcastTxRequest> = codec<BroadcastTxRequest>({
  typeUrl: "/cosmos.tx.v1beta1.BroadcastTxRequest",
  fields: [
    { name: "txBytes", jsonName: "tx_bytes", number: 1, kind: "bytes", repeated: false, optional: false },
    { name: "mode", jsonName: "mode", number: 2, kind: "enum", repeated: false, optional: false, values: BroadcastMode },
  ],
  defaults: () => ({ txBytes: new Uint8Array(0), mode: 0 }),
  write: writeBroadcastTxRequest,
  read: readBroadcastTxRequest,
});

export interface BroadcastTxResponse {
  readonly txResponse: TxResponse | undefined;
}

function writeBroadcastTxResponse(w: Writer, m: BroadcastTxResponse): void {
  if (m.txResponse !== undefined) {
    w.tag(10);
    { const s = w.open(); TxResponse.write(w, m.txResponse); w.close(s); }
  }
}

function readBroadcastTxResponse(r: Reader): BroadcastTxResponse {
  let f1: TxResponse | undefined = undefined;
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10: {
        r.single(last, tag);
        const outer = r.enter();
        f1 = TxResponse.read(r);
        r.leave(outer);
        break;
      }
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { txResponse: f1 };
}

export const BroadcastTxResponse: Codec<BroadcastTxResponse> = codec<BroadcastTxResponse>({
  typeUrl: "/cosmos.tx.v1beta1.BroadcastTxResponse",
  fields: [
    { name: "txResponse", jsonName: "tx_response", number: 1, kind: "message", repeated: false, optional: true, message: () => TxResponse as Codec<never> },
  ],
  defaults: () => ({ txResponse: undefined }),
  write: writeBroadcastTxResponse,
  read: readBroadcastTxResponse,
});

/** Either form of the transaction; signatures are not checked. */
export interface SimulateRequest {
  readonly tx: Tx | undefined;
  readonly txBytes: Uint8Array;
}

function writeSimulateRequest(w: Writer, m: SimulateRequest): void {
  if (m.tx !== undefined) {
    w.tag(10);
    { const s = w.open(); Tx.write(w, m.tx); w.close(s); }
  }
  if (m.txBytes.length > 0) {
    w.tag(18);
    w.bytes(m.txBytes);
  }
}

function readSimulateRequest(r: Reader): SimulateRequest {
  let f1: Tx | undefined = undefined;
  let f2: Uint8Array = new Uint8Array(0);
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10: {
        r.single(last, tag);
        const outer = r.enter();
        f1 = Tx.read(r);
        r.leave(outer);
        break;
      }
      case 18:
        r.single(last, tag);
        f2 = r.value(r.bytes());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { tx: f1, txBytes: f2 };
}

export const SimulateRequest: Codec<SimulateRequest> = codec<SimulateRequest>({
  typeUrl: "/cosmos.tx.v1beta1.SimulateRequest",
  fields: [
    { name: "tx", jsonName: "tx", number: 1, kind: "message", repeated: false, optional: true, message: () => Tx as Codec<never> },
    { name: "txBytes", jsonName: "tx_bytes", number: 2, kind: "bytes", repeated: false, optional: false },
  ],
  defaults: () => ({ tx: undefined, txBytes: new Uint8Array(0) }),
  write: writeSimulateRequest,
  read: readSimulateRequest,
});

export interface SimulateResponse {
  readonly gasInfo: GasInfo | undefined;
  readonly result: Result | undefined;
}

function writeSimulateResponse(w: Writer, m: SimulateResponse): void {
  if (m.gasInfo !== undefined) {
    w.tag(10);
    { const s = w.open(); GasInfo.write(w, m.gasInfo); w.close(s); }
  }
  if (m.result !== undefined) {
    w.tag(18);
    { const s = w.open(); Result.write(w, m.result); w.close(s); }
  }
}

function readSimulateResponse(r: Reader): SimulateResponse {
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

export const SimulateResponse: Codec<SimulateResponse> = codec<SimulateResponse>({
  typeUrl: "/cosmos.tx.v1beta1.SimulateResponse",
  fields: [
    { name: "gasInfo", jsonName: "gas_info", number: 1, kind: "message", repeated: false, optional: true, message: () => GasInfo as Codec<never> },
    { name: "result", jsonName: "result", number: 2, kind: "message", repeated: false, optional: true, message: () => Result as Codec<never> },
  ],
  defaults: () => ({ gasInfo: undefined, result: undefined }),
  write: writeSimulateResponse,
  read: readSimulateResponse,
});

export interface GetTxRequest {
  readonly hash: string;
}

function writeGetTxRequest(w: Writer, m: GetTxRequest): void {
  if (m.hash !== "") {
    w.tag(10);
    w.string(m.hash);
  }
}

function readGetTxRequest(r: Reader): GetTxRequest {
  let f1: string = "";
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10:
        r.single(last, tag);
        f1 = r.value(r.string());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { hash: f1 };
}

export const GetTxRequest: Codec<GetTxRequest> = codec<GetTxRequest>({
  typeUrl: "/cosmos.tx.v1beta1.GetTxRequest",
  fields: [
    { name: "hash", jsonName: "hash", number: 1, kind: "string", repeated: false, optional: false },
  ],
  defaults: () => ({ hash: "" }),
  write: writeGetTxRequest,
  read: readGetTxRequest,
});

export interface GetTxResponse {
  readonly tx: Tx | undefined;
  readonly txResponse: TxResponse | undefined;
}

function writeGetTxResponse(w: Writer, m: GetTxResponse): void {
  if (m.tx !== undefined) {
    w.tag(10);
    { const s = w.open(); Tx.write(w, m.tx); w.close(s); }
  }
  if (m.txResponse !== undefined) {
    w.tag(18);
    { const s = w.open(); TxResponse.write(w, m.txResponse); w.close(s); }
  }
}

function readGetTxResponse(r: Reader): GetTxResponse {
  let f1: Tx | undefined = undefined;
  let f2: TxResponse | undefined = undefined;
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10: {
        r.single(last, tag);
        const outer = r.enter();
        f1 = Tx.read(r);
        r.leave(outer);
        break;
      }
      case 18: {
        r.single(last, tag);
        const outer = r.enter();
        f2 = TxResponse.read(r);
        r.leave(outer);
        break;
      }
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { tx: f1, txResponse: f2 };
}

export const GetTxResponse: Codec<GetTxResponse> = codec<GetTxResponse>({
  typeUrl: "/cosmos.tx.v1beta1.GetTxResponse",
  fields: [
    { name: "tx", jsonName: "tx", number: 1, kind: "message", repeated: false, optional: true, message: () => Tx as Codec<never> },
    { name: "txResponse", jsonName: "tx_response", number: 2, kind: "message", repeated: false, optional: true, message: () => TxResponse as Codec<never> },
  ],
  defaults: () => ({ tx: undefined, txResponse: undefined }),
  write: writeGetTxResponse,
  read: readGetTxResponse,
});

export interface GetBlockWithTxsRequest {
  readonly height: bigint;
  readonly pagination: PageRequest | undefined;
}

function writeGetBlockWithTxsRequest(w: Writer, m: GetBlockWithTxsRequest): void {
  if (m.height !== 0n) {
    w.tag(8);
    w.int64(m.height);
  }
  if (m.pagination !== undefined) {
    w.tag(18);
    { const s = w.open(); PageRequest.write(w, m.pagination); w.close(s); }
  }
}

function readGetBlockWithTxsRequest(r: Reader): GetBlockWithTxsRequest {
  let f1: bigint = 0n;
  let f2: PageRequest | undefined = undefined;
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
        f2 = PageRequest.read(r);
        r.leave(outer);
        break;
      }
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { height: f1, pagination: f2 };
}

export const GetBlockWithTxsRequest: Codec<GetBlockWithTxsRequest> = codec<GetBlockWithTxsRequest>({
  typeUrl: "/cosmos.tx.v1beta1.GetBlockWithTxsRequest",
  fields: [
    { name: "height", jsonName: "height", number: 1, kind: "int64", repeated: false, optional: false },
    { name: "pagination", jsonName: "pagination", number: 2, kind: "message", repeated: false, optional: true, message: () => PageRequest as Codec<never> },
  ],
  defaults: () => ({ height: 0n, pagination: undefined }),
  write: writeGetBlockWithTxsRequest,
  read: readGetBlockWithTxsRequest,
});

export interface GetBlockWithTxsResponse {
  readonly txs: readonly Tx[];
  readonly blockId: BlockID | undefined;
  readonly block: Block | undefined;
  readonly pagination: PageResponse | undefined;
}

function writeGetBlockWithTxsResponse(w: Writer, m: GetBlockWithTxsResponse): void {
  for (const v of m.txs) {
    w.tag(10);
    { const s = w.open(); Tx.write(w, v); w.close(s); }
  }
  if (m.blockId !== undefined) {
    w.tag(18);
    { const s = w.open(); BlockID.write(w, m.blockId); w.close(s); }
  }
  if (m.block !== undefined) {
    w.tag(26);
    { const s = w.open(); Block.write(w, m.block); w.close(s); }
  }
  if (m.pagination !== undefined) {
    w.tag(34);
    { const s = w.open(); PageResponse.write(w, m.pagination); w.close(s); }
  }
}

function readGetBlockWithTxsResponse(r: Reader): GetBlockWithTxsResponse {
  const f1: Tx[] = [];
  let f2: BlockID | undefined = undefined;
  let f3: Block | undefined = undefined;
  let f4: PageResponse | undefined = undefined;
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10: {
        const outer = r.enter();
        f1.push(Tx.read(r));
        r.leave(outer);
        break;
      }
      case 18: {
        r.single(last, tag);
        const outer = r.enter();
        f2 = BlockID.read(r);
        r.leave(outer);
        break;
      }
      case 26: {
        r.single(last, tag);
        const outer = r.enter();
        f3 = Block.read(r);
        r.leave(outer);
        break;
      }
      case 34: {
        r.single(last, tag);
        const outer = r.enter();
        f4 = PageResponse.read(r);
        r.leave(outer);
        break;
      }
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { txs: f1, blockId: f2, block: f3, pagination: f4 };
}

export const GetBlockWithTxsResponse: Codec<GetBlockWithTxsResponse> = codec<GetBlockWithTxsResponse>({
  typeUrl: "/cosmos.tx.v1beta1.GetBlockWithTxsResponse",
  fields: [
    { name: "txs", jsonName: "txs", number: 1, kind: "message", repeated: true, optional: false, message: () => Tx as Codec<never> },
    { name: "blockId", jsonName: "block_id", number: 2, kind: "message", repeated: false, optional: true, message: () => BlockID as Codec<never> },
    { name: "block", jsonName: "block", number: 3, kind: "message", repeated: false, optional: true, message: () => Block as Codec<never> },
    { name: "pagination", jsonName: "pagination", number: 4, kind: "message", repeated: false, optional: true, message: () => PageResponse as Codec<never> },
  ],
  defaults: () => ({ txs: [], blockId: undefined, block: undefined, pagination: undefined }),
  write: writeGetBlockWithTxsResponse,
  read: readGetBlockWithTxsResponse,
});

export interface TxDecodeRequest {
  readonly txBytes: Uint8Array;
}

function writeTxDecodeRequest(w: Writer, m: TxDecodeRequest): void {
  if (m.txBytes.length > 0) {
    w.tag(10);
    w.bytes(m.txBytes);
  }
}

function readTxDecodeRequest(r: Reader): TxDecodeRequest {
  let f1: Uint8Array = new Uint8Array(0);
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10:
        r.single(last, tag);
        f1 = r.value(r.bytes());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { txBytes: f1 };
}

export const TxDecodeRequest: Codec<TxDecodeRequest> = codec<TxDecodeRequest>({
  typeUrl: "/cosmos.tx.v1beta1.TxDecodeRequest",
  fields: [
    { name: "txBytes", jsonName: "tx_bytes", number: 1, kind: "bytes", repeated: false, optional: false },
  ],
  defaults: () => ({ txBytes: new Uint8Array(0) }),
  write: writeTxDecodeRequest,
  read: readTxDecodeRequest,
});

export interface TxDecodeResponse {
  readonly tx: Tx | undefined;
}

function writeTxDecodeResponse(w: Writer, m: TxDecodeResponse): void {
  if (m.tx !== undefined) {
    w.tag(10);
    { const s = w.open(); Tx.write(w, m.tx); w.close(s); }
  }
}

function readTxDecodeResponse(r: Reader): TxDecodeResponse {
  let f1: Tx | undefined = undefined;
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10: {
        r.single(last, tag);
        const outer = r.enter();
        f1 = Tx.read(r);
        r.leave(outer);
        break;
      }
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { tx: f1 };
}

export const TxDecodeResponse: Codec<TxDecodeResponse> = codec<TxDecodeResponse>({
  typeUrl: "/cosmos.tx.v1beta1.TxDecodeResponse",
  fields: [
    { name: "tx", jsonName: "tx", number: 1, kind: "message", repeated: false, optional: true, message: () => Tx as Codec<never> },
  ],
  defaults: () => ({ tx: undefined }),
  write: writeTxDecodeResponse,
  read: readTxDecodeResponse,
});

export interface TxEncodeRequest {
  readonly tx: Tx | undefined;
}

function writeTxEncodeRequest(w: Writer, m: TxEncodeRequest): void {
  if (m.tx !== undefined) {
    w.tag(10);
    { const s = w.open(); Tx.write(w, m.tx); w.close(s); }
  }
}

function readTxEncodeRequest(r: Reader): TxEncodeRequest {
  let f1: Tx | undefined = undefined;
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10: {
        r.single(last, tag);
        const outer = r.enter();
        f1 = Tx.read(r);
        r.leave(outer);
        break;
      }
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { tx: f1 };
}

export const TxEncodeRequest: Codec<TxEncodeRequest> = codec<TxEncodeRequest>({
  typeUrl: "/cosmos.tx.v1beta1.TxEncodeRequest",
  fields: [
    { name: "tx", jsonName: "tx", number: 1, kind: "message", repeated: false, optional: true, message: () => Tx as Codec<never> },
  ],
  defaults: () => ({ tx: undefined }),
  write: writeTxEncodeRequest,
  read: readTxEncodeRequest,
});

export interface TxEncodeResponse {
  readonly txBytes: Uint8Array;
}

function writeTxEncodeResponse(w: Writer, m: TxEncodeResponse): void {
  if (m.txBytes.length > 0) {
    w.tag(10);
    w.bytes(m.txBytes);
  }
}

function readTxEncodeResponse(r: Reader): TxEncodeResponse {
  let f1: Uint8Array = new Uint8Array(0);
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10:
        r.single(last, tag);
        f1 = r.value(r.bytes());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { txBytes: f1 };
}

export const TxEncodeResponse: Codec<TxEncodeResponse> = codec<TxEncodeResponse>({
  typeUrl: "/cosmos.tx.v1beta1.TxEncodeResponse",
  fields: [
    { name: "txBytes", jsonName: "tx_bytes", number: 1, kind: "bytes", repeated: false, optional: false },
  ],
  defaults: () => ({ txBytes: new Uint8Array(0) }),
  write: writeTxEncodeResponse,
  read: readTxEncodeResponse,
});

export const Service: {
  readonly Simulate: Method<SimulateRequest, SimulateResponse>;
  readonly GetTx: Method<GetTxRequest, GetTxResponse>;
  readonly BroadcastTx: Method<BroadcastTxRequest, BroadcastTxResponse>;
  readonly GetTxsEvent: Method<GetTxsEventRequest, GetTxsEventResponse>;
  readonly GetBlockWithTxs: Method<GetBlockWithTxsRequest, GetBlockWithTxsResponse>;
  readonly TxDecode: Method<TxDecodeRequest, TxDecodeResponse>;
  readonly TxEncode: Method<TxEncodeRequest, TxEncodeResponse>;
} = {
  Simulate: { path: "/cosmos.tx.v1beta1.Service/Simulate", request: SimulateRequest, response: SimulateResponse },
  GetTx: { path: "/cosmos.tx.v1beta1.Service/GetTx", request: GetTxRequest, response: GetTxResponse },
  BroadcastTx: { path: "/cosmos.tx.v1beta1.Service/BroadcastTx", request: BroadcastTxRequest, response: BroadcastTxResponse },
  GetTxsEvent: { path: "/cosmos.tx.v1beta1.Service/GetTxsEvent", request: GetTxsEventRequest, response: GetTxsEventResponse },
  GetBlockWithTxs: { path: "/cosmos.tx.v1beta1.Service/GetBlockWithTxs", request: GetBlockWithTxsRequest, response: GetBlockWithTxsResponse },
  TxDecode: { path: "/cosmos.tx.v1beta1.Service/TxDecode", request: TxDecodeRequest, response: TxDecodeResponse },
  TxEncode: { path: "/cosmos.tx.v1beta1.Service/TxEncode", request: TxEncodeRequest, response: TxEncodeResponse },
};
