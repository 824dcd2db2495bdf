// Generated from proto/cosmos/bank/v1beta1/query.proto by "npm run proto". Do not edit.
import { codec, type Codec, type Method } from "../../../../wire/codec.ts";
import type { Reader } from "../../../../wire/reader.ts";
import type { Writer } from "../../../../wire/writer.ts";
import { Metadata, Params } from "./bank.ts";
import { PageRequest, PageResponse } from "../../base/query/v1beta1/pagination.ts";
import { Coin } from "../../base/v1beta1/coin.ts";

export interface QueryBalanceRequest {
  readonly address: string;
  readonly denom: string;
}

function writeQueryBalanceRequest(w: Writer, m: QueryBalanceRequest): void {
  if (m.address !== "") {
    w.tag(10);
    w.string(m.address);
  }
  if (m.denom !== "") {
    w.tag(18);
    w.string(m.denom);
  }
}

function readQueryBalanceRequest(r: Reader): QueryBalanceRequest {
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
  return { address: f1, denom: f2 };
}

export const QueryBalanceRequest: Codec<QueryBalanceRequest> = codec<QueryBalanceRequest>({
  typeUrl: "/cosmos.bank.v1beta1.QueryBalanceRequest",
  fields: [
    { name: "address", jsonName: "address", number: 1, kind: "string", repeated: false, optional: false },
    { name: "denom", jsonName: "denom", number: 2, kind: "string", repeated: false, optional: false },
  ],
  defaults: () => ({ address: "", denom: "" }),
  write: writeQueryBalanceRequest,
  read: readQueryBalanceRequest,
});

export interface QueryBalanceResponse {
  readonly balance: Coin | undefined;
}

function writeQueryBalanceResponse(w: Writer, m: QueryBalanceResponse): void {
  if (m.balance !== undefined) {
    w.tag(10);
    { const s = w.open(); Coin.write(w, m.balance); w.close(s); }
  }
}

function readQueryBalanceResponse(r: Reader): QueryBalanceResponse {
  let f1: Coin | undefined = undefined;
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10: {
        r.single(last, tag);
        const outer = r.enter();
        f1 = Coin.read(r);
        r.leave(outer);
        break;
      }
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { balance: f1 };
}

export const QueryBalanceResponse: Codec<QueryBalanceResponse> = codec<QueryBalanceResponse>({
  typeUrl: "/cosmos.bank.v1beta1.QueryBalanceResponse",
  fields: [
    { name: "balance", jsonName: "balance", number: 1, kind: "message", repeated: false, optional: true, message: () => Coin as Codec<never> },
  ],
  defaults: () => ({ balance: undefined }),
  write: writeQueryBalanceResponse,
  read: readQueryBalanceResponse,
});

export interface QueryAllBalancesRequest {
  readonly address: string;
  readonly pagination: PageRequest | undefined;
  readonly resolveDenom: boolean;
}

function writeQueryAllBalancesRequest(w: Writer, m: QueryAllBalancesRequest): void {
  if (m.address !== "") {
    w.tag(10);
    w.string(m.address);
  }
  if (m.pagination !== undefined) {
    w.tag(18);
    { const s = w.open(); PageRequest.write(w, m.pagination); w.close(s); }
  }
  if (m.resolveDenom) {
    w.tag(24);
    w.bool(m.resolveDenom);
  }
}

function readQueryAllBalancesRequest(r: Reader): QueryAllBalancesRequest {
  let f1: string = "";
  let f2: PageRequest | undefined = undefined;
  let f3: boolean = false;
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10:
        r.single(last, tag);
        f1 = r.value(r.string());
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
        f3 = r.value(r.bool());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { address: f1, pagination: f2, resolveDenom: f3 };
}

export const QueryAllBalancesRequest: Codec<QueryAllBalancesRequest> = codec<QueryAllBalancesRequest>({
  typeUrl: "/cosmos.bank.v1beta1.QueryAllBalancesRequest",
  fields: [
    { name: "address", jsonName: "address", number: 1, kind: "string", repeated: false, optional: false },
    { name: "pagination", jsonName: "pagination", number: 2, kind: "message", repeated: false, optional: true, message: () => PageRequest as Codec<never> },
    { name: "resolveDenom", jsonName: "resolve_denom", number: 3, kind: "bool", repeated: false, optional: false },
  ],
  defaults: () => ({ address: "", pagination: undefined, resolveDenom: false }),
  write: writeQueryAllBalancesRequest,
  read: readQueryAllBalancesRequest,
});

export interface QueryAllBalancesResponse {
  readonly balances: readonly Coin[];
  readonly pagination: PageResponse | undefined;
}

function writeQueryAllBalancesResponse(w: Writer, m: QueryAllBalancesResponse): void {
  for (const v of m.balances) {
    w.tag(10);
    { const s = w.open(); Coin.write(w, v); w.close(s); }
  }
  if (m.pagination !== undefined) {
    w.tag(18);
    { const s = w.open(); PageResponse.write(w, m.pagination); w.close(s); }
  }
}

function readQueryAllBalancesResponse(r: Reader): QueryAllBalancesResponse {
  const f1: Coin[] = [];
  let f2: PageResponse | undefined = undefined;
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10: {
        const outer = r.enter();
        f1.push(Coin.read(r));
        r.leave(outer);
        break;
      }
      case 18: {
        r.single(last, tag);
        const outer = r.enter();
        f2 = PageResponse.read(r);
        r.leave(outer);
        break;
      }
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { balances: f1, pagination: f2 };
}

export const QueryAllBalancesResponse: Codec<QueryAllBalancesResponse> = codec<QueryAllBalancesResponse>({
  typeUrl: "/cosmos.bank.v1beta1.QueryAllBalancesResponse",
  fields: [
    { name: "balances", jsonName: "balances", number: 1, kind: "message", repeated: true, optional: false, message: () => Coin as Codec<never> },
    { name: "pagination", jsonName: "pagination", number: 2, kind: "message", repeated: false, optional: true, message: () => PageResponse as Codec<never> },
  ],
  defaults: () => ({ balances: [], pagination: undefined }),
  write: writeQueryAllBalancesResponse,
  read: readQueryAllBalancesResponse,
});

export interface QuerySpendableBalancesRequest {
  readonly address: string;
  readonly pagination: PageRequest | undefined;
}

function writeQuerySpendableBalancesRequest(w: Writer, m: QuerySpendableBalancesRequest): void {
  if (m.address !== "") {
    w.tag(10);
    w.string(m.address);
  }
  if (m.pagination !== undefined) {
    w.tag(18);
    { const s = w.open(); PageRequest.write(w, m.pagination); w.close(s); }
  }
}

function readQuerySpendableBalancesRequest(r: Reader): QuerySpendableBalancesRequest {
  let f1: string = "";
  let f2: PageRequest | undefined = undefined;
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10:
        r.single(last, tag);
        f1 = r.value(r.string());
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
  return { address: f1, pagination: f2 };
}

export const QuerySpendableBalancesRequest: Codec<QuerySpendableBalancesRequest> = codec<QuerySpendableBalancesRequest>({
  typeUrl: "/cosmos.bank.v1beta1.QuerySpendableBalancesRequest",
  fields: [
    { name: "address", jsonName: "address", number: 1, kind: "string", repeated: false, optional: false },
    { name: "pagination", jsonName: "pagination", number: 2, kind: "message", repeated: false, optional: true, message: () => PageRequest as Codec<never> },
  ],
  defaults: () => ({ address: "", pagination: undefined }),
  write: writeQuerySpendableBalancesRequest,
  read: readQuerySpendableBalancesRequest,
});

export interface QuerySpendableBalancesResponse {
  readonly balances: readonly Coin[];
  readonly pagination: PageResponse | undefined;
}

function writeQuerySpendableBalancesResponse(w: Writer, m: QuerySpendableBalancesResponse): void {
  for (const v of m.balances) {
    w.tag(10);
    { const s = w.open(); Coin.write(w, v); w.close(s); }
  }
  if (m.pagination !== undefined) {
    w.tag(18);
    { const s = w.open(); PageResponse.write(w, m.pagination); w.close(s); }
  }
}

function readQuerySpendableBalancesResponse(r: Reader): QuerySpendableBalancesResponse {
  const f1: Coin[] = [];
  let f2: PageResponse | undefined = undefined;
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10: {
        const outer = r.enter();
        f1.push(Coin.read(r));
        r.leave(outer);
        break;
      }
      case 18: {
        r.single(last, tag);
        const outer = r.enter();
        f2 = PageResponse.read(r);
        r.leave(outer);
        break;
      }
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { balances: f1, pagination: f2 };
}

export const QuerySpendableBalancesResponse: Codec<QuerySpendableBalancesResponse> = codec<QuerySpendableBalancesResponse>({
  typeUrl: "/cosmos.bank.v1beta1.QuerySpendableBalancesResponse",
  fields: [
    { name: "balances", jsonName: "balances", number: 1, kind: "message", repeated: true, optional: false, message: () => Coin as Codec<never> },
    { name: "pagination", jsonName: "pagination", number: 2, kind: "message", repeated: false, optional: true, message: () => PageResponse as Codec<never> },
  ],
  defaults: () => ({ balances: [], pagination: undefined }),
  write: writeQuerySpendableBalancesResponse,
  read: readQuerySpendableBalancesResponse,
});

export interface QuerySpendableBalanceByDenomRequest {
  readonly address: string;
  readonly denom: string;
}

function writeQuerySpendableBalanceByDenomRequest(w: Writer, m: QuerySpendableBalanceByDenomRequest): void {
  if (m.address !== "") {
    w.tag(10);
    w.string(m.address);
  }
  if (m.denom !== "") {
    w.tag(18);
    w.string(m.denom);
  }
}

function readQuerySpendableBalanceByDenomRequest(r: Reader): QuerySpendableBalanceByDenomRequest {
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
  return { address: f1, denom: f2 };
}

export const QuerySpendableBalanceByDenomRequest: Codec<QuerySpendableBalanceByDenomRequest> = codec<QuerySpendableBalanceByDenomRequest>({
  typeUrl: "/cosmos.bank.v1beta1.QuerySpendableBalanceByDenomRequest",
  fields: [
    { name: "address", jsonName: "address", number: 1, kind: "string", repeated: false, optional: false },
    { name: "denom", jsonName: "denom", number: 2, kind: "string", repeated: false, optional: false },
  ],
  defaults: () => ({ address: "", denom: "" }),
  write: writeQuerySpendableBalanceByDenomRequest,
  read: readQuerySpendableBalanceByDenomRequest,
});

export interface QuerySpendableBalanceByDenomResponse {
  readonly balance: Coin | undefined;
}

function writeQuerySpendableBalanceByDenomResponse(w: Writer, m: QuerySpendableBalanceByDenomResponse): void {
  if (m.balance !== undefined) {
    w.tag(10);
    { const s = w.open(); Coin.write(w, m.balance); w.close(s); }
  }
}

function readQuerySpendableBalanceByDenomResponse(r: Reader): QuerySpendableBalanceByDenomResponse {
  let f1: Coin | undefined = undefined;
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10: {
        r.single(last, tag);
        const outer = r.enter();
        f1 = Coin.read(r);
        r.leave(outer);
        break;
      }
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { balance: f1 };
}

export const QuerySpendableBalanceByDenomResponse: Codec<QuerySpendableBalanceByDenomResponse> = codec<QuerySpendableBalanceByDenomResponse>({
  typeUrl: "/cosmos.bank.v1beta1.QuerySpendableBalanceByDenomResponse",
  fields: [
    { name: "balance", jsonName: "balance", number: 1, kind: "message", repeated: false, optional: true, message: () => Coin as Codec<never> },
  ],
  defaults: () => ({ balance: undefined }),
  write: writeQuerySpendableBalanceByDenomResponse,
  read: readQuerySpendableBalanceByDenomResponse,
});

export interface QueryTotalSupplyRequest {
  readonly pagination: PageRequest | undefined;
}

function writeQueryTotalSupplyRequest(w: Writer, m: QueryTotalSupplyRequest): void {
  if (m.pagination !== undefined) {
    w.tag(10);
    { const s = w.open(); PageRequest.write(w, m.pagination); w.close(s); }
  }
}

function readQueryTotalSupplyRequest(r: Reader): QueryTotalSupplyRequest {
  let f1: PageRequest | undefined = undefined;
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10: {
        r.single(last, tag);
        const outer = r.enter();
        f1 = PageRequest.read(r);
        r.leave(outer);
        break;
      }
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { pagination: f1 };
}

export const QueryTotalSupplyRequest: Codec<QueryTotalSupplyRequest> = codec<QueryTotalSupplyRequest>({
  typeUrl: "/cosmos.bank.v1beta1.QueryTotalSupplyRequest",
  fields: [
    { name: "pagination", jsonName: "pagination", number: 1, kind: "message", repeated: false, optional: true, message: () => PageRequest as Codec<never> },
  ],
  defaults: () => ({ pagination: undefined }),
  write: writeQueryTotalSupplyRequest,
  read: readQueryTotalSupplyRequest,
});

export interface QueryTotalSupplyResponse {
  readonly supply: readonly Coin[];
  readonly pagination: PageResponse | undefined;
}

function writeQueryTotalSupplyResponse(w: Writer, m: QueryTotalSupplyResponse): void {
  for (const v of m.supply) {
    w.tag(10);
    { const s = w.open(); Coin.write(w, v); w.close(s); }
  }
  if (m.pagination !== undefined) {
    w.tag(18);
    { const s = w.open(); PageResponse.write(w, m.pagination); w.close(s); }
  }
}

function readQueryTotalSupplyResponse(r: Reader): QueryTotalSupplyResponse {
  const f1: Coin[] = [];
  let f2: PageResponse | undefined = undefined;
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10: {
        const outer = r.enter();
        f1.push(Coin.read(r));
        r.leave(outer);
        break;
      }
      case 18: {
        r.single(last, tag);
        const outer = r.enter();
        f2 = PageResponse.read(r);
        r.leave(outer);
        break;
      }
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { supply: f1, pagination: f2 };
}

export const QueryTotalSupplyResponse: Codec<QueryTotalSupplyResponse> = codec<QueryTotalSupplyResponse>({
  typeUrl: "/cosmos.bank.v1beta1.QueryTotalSupplyResponse",
  fields: [
    { name: "supply", jsonName: "supply", number: 1, kind: "message", repeated: true, optional: false, message: () => Coin as Codec<never> },
    { name: "pagination", jsonName: "pagination", number: 2, kind: "message", repeated: false, optional: true, message: () => PageResponse as Codec<never> },
  ],
  defaults: () => ({ supply: [], pagination: undefined }),
  write: writeQueryTotalSupplyResponse,
  read: readQueryTotalSupplyResponse,
});

export interface QuerySupplyOfRequest {
  readonly denom: string;
}

function writeQuerySupplyOfRequest(w: Writer, m: QuerySupplyOfRequest): void {
  if (m.denom !== "") {
    w.tag(10);
    w.string(m.denom);
  }
}

function readQuerySupplyOfRequest(r: Reader): QuerySupplyOfRequest {
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
  return { denom: f1 };
}

export const QuerySupplyOfRequest: Codec<QuerySupplyOfRequest> = codec<QuerySupplyOfRequest>({
  typeUrl: "/cosmos.bank.v1beta1.QuerySupplyOfRequest",
  fields: [
    { name: "denom", jsonName: "denom", number: 1, kind: "string", repeated: false, optional: false },
  ],
  defaults: () => ({ denom: "" }),
  write: writeQuerySupplyOfRequest,
  read: readQuerySupplyOfRequest,
});

export interface QuerySupplyOfResponse {
  readonly amount: Coin | undefined;
}

function writeQuerySupplyOfResponse(w: Writer, m: QuerySupplyOfResponse): void {
  if (m.amount !== undefined) {
    w.tag(10);
    { const s = w.open(); Coin.write(w, m.amount); w.close(s); }
  }
}

function readQuerySupplyOfResponse(r: Reader): QuerySupplyOfResponse {
  let f1: Coin | undefined = undefined;
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10: {
        r.single(last, tag);
        const outer = r.enter();
        f1 = Coin.read(r);
        r.leave(outer);
        break;
      }
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { amount: f1 };
}

export const QuerySupplyOfResponse: Codec<QuerySupplyOfResponse> = codec<QuerySupplyOfResponse>({
  typeUrl: "/cosmos.bank.v1beta1.QuerySupplyOfResponse",
  fields: [
    { name: "amount", jsonName: "amount", number: 1, kind: "message", repeated: false, optional: true, message: () => Coin as Codec<never> },
  ],
  defaults: () => ({ amount: undefined }),
  write: writeQuerySupplyOfResponse,
  read: readQuerySupplyOfResponse,
});

export interface QueryParamsRequest {
}

function writeQueryParamsRequest(_w: Writer, _m: QueryParamsRequest): void {
}

function readQueryParamsRequest(r: Reader): QueryParamsRequest {
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return {  };
}

export const QueryParamsRequest: Codec<QueryParamsRequest> = codec<QueryParamsRequest>({
  typeUrl: "/cosmos.bank.v1beta1.QueryParamsRequest",
  fields: [
  ],
  defaults: () => ({  }),
  write: writeQueryParamsRequest,
  read: readQueryParamsRequest,
});

export interface QueryParamsResponse {
  readonly params: Params | undefined;
}

function writeQueryParamsResponse(w: Writer, m: QueryParamsResponse): void {
  if (m.params !== undefined) {
    w.tag(10);
    { const s = w.open(); Params.write(w, m.params); w.close(s); }
  }
}

function readQueryParamsResponse(r: Reader): QueryParamsResponse {
  let f1: Params | undefined = undefined;
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
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { params: f1 };
}

export const QueryParamsResponse: Codec<QueryParamsResponse> = codec<QueryParamsResponse>({
  typeUrl: "/cosmos.bank.v1beta1.QueryParamsResponse",
  fields: [
    { name: "params", jsonName: "params", number: 1, kind: "message", repeated: false, optional: true, message: () => Params as Codec<never> },
  ],
  defaults: () => ({ params: undefined }),
  write: writeQueryParamsResponse,
  read: readQueryParamsResponse,
});

export interface QueryDenomsMetadataRequest {
  readonly pagination: PageRequest | undefined;
}

function writeQueryDenomsMetadataRequest(w: Writer, m: QueryDenomsMetadataRequest): void {
  if (m.pagination !== undefined) {
    w.tag(10);
    { const s = w.open(); PageRequest.write(w, m.pagination); w.close(s); }
  }
}

function readQueryDenomsMetadataRequest(r: Reader): QueryDenomsMetadataRequest {
  let f1: PageRequest | undefined = undefined;
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10: {
        r.single(last, tag);
        const outer = r.enter();
        f1 = PageRequest.read(r);
        r.leave(outer);
        break;
      }
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { pagination: f1 };
}

export const QueryDenomsMetadataRequest: Codec<QueryDenomsMetadataRequest> = codec<QueryDenomsMetadataRequest>({
  typeUrl: "/cosmos.bank.v1beta1.QueryDenomsMetadataRequest",
  fields: [
    { name: "pagination", jsonName: "pagination", number: 1, kind: "message", repeated: false, optional: true, message: () => PageRequest as Codec<never> },
  ],
  defaults: () => ({ pagination: undefined }),
  write: writeQueryDenomsMetadataRequest,
  read: readQueryDenomsMetadataRequest,
});

export interface QueryDenomsMetadataResponse {
  readonly metadatas: readonly Metadata[];
  readonly pagination: PageResponse | undefined;
}

function writeQueryDenomsMetadataResponse(w: Writer, m: QueryDenomsMetadataResponse): void {
  for (const v of m.metadatas) {
    w.tag(10);
    { const s = w.open(); Metadata.write(w, v); w.close(s); }
  }
  if (m.pagination !== undefined) {
    w.tag(18);
    { const s = w.open(); PageResponse.write(w, m.pagination); w.close(s); }
  }
}

function readQueryDenomsMetadataResponse(r: Reader): QueryDenomsMetadataResponse {
  const f1: Metadata[] = [];
  let f2: PageResponse | undefined = undefined;
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10: {
        const outer = r.enter();
        f1.push(Metadata.read(r));
        r.leave(outer);
        break;
      }
      case 18: {
        r.single(last, tag);
        const outer = r.enter();
        f2 = PageResponse.read(r);
        r.leave(outer);
        break;
      }
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { metadatas: f1, pagination: f2 };
}

export const QueryDenomsMetadataResponse: Codec<QueryDenomsMetadataResponse> = codec<QueryDenomsMetadataResponse>({
  typeUrl: "/cosmos.bank.v1beta1.QueryDenomsMetadataResponse",
  fields: [
    { name: "metadatas", jsonName: "metadatas", number: 1, kind: "message", repeated: true, optional: false, message: () => Metadata as Codec<never> },
    { name: "pagination", jsonName: "pagination", number: 2, kind: "message", repeated: false, optional: true, message: () => PageResponse as Codec<never> },
  ],
  defaults: () => ({ metadatas: [], pagination: undefined }),
  write: writeQueryDenomsMetadataResponse,
  read: readQueryDenomsMetadataResponse,
});

export interface QueryDenomMetadataRequest {
  readonly denom: string;
}

function writeQueryDenomMetadataRequest(w: Writer, m: QueryDenomMetadataRequest): void {
  if (m.denom !== "") {
    w.tag(10);
    w.string(m.denom);
  }
}

function readQueryDenomMetadataRequest(r: Reader): QueryDenomMetadataRequest {
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
  return { denom: f1 };
}

export const QueryDenomMetadataRequest: Codec<QueryDenomMetadataRequest> = codec<QueryDenomMetadataRequest>({
  typeUrl: "/cosmos.bank.v1beta1.QueryDenomMetadataRequest",
  fields: [
    { name: "denom", jsonName: "denom", number: 1, kind: "string", repeated: false, optional: false },
  ],
  defaults: () => ({ denom: "" }),
  write: writeQueryDenomMetadataRequest,
  read: readQueryDenomMetadataRequest,
});

export interface QueryDenomMetadataResponse {
  readonly metadata: Metadata | undefined;
}

function writeQueryDenomMetadataResponse(w: Writer, m: QueryDenomMetadataResponse): void {
  if (m.metadata !== undefined) {
    w.tag(10);
    { const s = w.open(); Metadata.write(w, m.metadata); w.close(s); }
  }
}

function readQueryDenomMetadataResponse(r: Reader): QueryDenomMetadataResponse {
  let f1: Metadata | undefined = undefined;
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10: {
        r.single(last, tag);
        const outer = r.enter();
        f1 = Metadata.read(r);
        r.leave(outer);
        break;
      }
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { metadata: f1 };
}

export const QueryDenomMetadataResponse: Codec<QueryDenomMetadataResponse> = codec<QueryDenomMetadataResponse>({
  typeUrl: "/cosmos.bank.v1beta1.QueryDenomMetadataResponse",
  fields: [
    { name: "metadata", jsonName: "metadata", number: 1, kind: "message", repeated: false, optional: true, message: () => Metadata as Codec<never> },
  ],
  defaults: () => ({ metadata: undefined }),
  write: writeQueryDenomMetadataResponse,
  read: readQueryDenomMetadataResponse,
});

export const Query: {
  readonly Balance: Method<QueryBalanceRequest, QueryBalanceResponse>;
  readonly AllBalances: Method<QueryAllBalancesRequest, QueryAllBalancesResponse>;
  readonly SpendableBalances: Method<QuerySpendableBalancesRequest, QuerySpendableBalancesResponse>;
  readonly SpendableBalanceByDenom: Method<QuerySpendableBalanceByDenomRequest, QuerySpendableBalanceByDenomResponse>;
  readonly TotalSupply: Method<QueryTotalSupplyRequest, QueryTotalSupplyResponse>;
  readonly SupplyOf: Method<QuerySupplyOfRequest, QuerySupplyOfResponse>;
  readonly Params: Method<QueryParamsRequest, QueryParamsResponse>;
  readonly DenomsMetadata: Method<QueryDenomsMetadataRequest, QueryDenomsMetadataResponse>;
  readonly DenomMetadata: Method<QueryDenomMetadataRequest, QueryDenomMetadataResponse>;
} = {
  Balance: { path: "/cosmos.bank.v1beta1.Query/Balance", request: QueryBalanceRequest, response: QueryBalanceResponse },
  AllBalances: { path: "/cosmos.bank.v1beta1.Query/AllBalances", request: QueryAllBalancesRequest, response: QueryAllBalancesResponse },
  SpendableBalances: { path: "/cosmos.bank.v1beta1.Query/SpendableBalances", request: QuerySpendableBalancesRequest, response: QuerySpendableBalancesResponse },
  SpendableBalanceByDenom: { path: "/cosmos.bank.v1beta1.Query/SpendableBalanceByDenom", request: QuerySpendableBalanceByDenomRequest, response: QuerySpendableBalanceByDenomResponse },
  TotalSupply: { path: "/cosmos.bank.v1beta1.Query/TotalSupply", request: QueryTotalSupplyRequest, response: QueryTotalSupplyResponse },
  SupplyOf: { path: "/cosmos.bank.v1beta1.Query/SupplyOf", request: QuerySupplyOfRequest, response: QuerySupplyOfResponse },
  Params: { path: "/cosmos.bank.v1beta1.Query/Params", request: QueryParamsRequest, response: QueryParamsResponse },
  DenomsMetadata: { path: "/cosmos.bank.v1beta1.Query/DenomsMetadata", request: QueryDenomsMetadataRequest, response: QueryDenomsMetadataResponse },
  DenomMetadata: { path: "/cosmos.bank.v1beta1.Query/DenomMetadata", request: QueryDenomMetadataRequest, response: QueryDenomMetadataResponse },
};
