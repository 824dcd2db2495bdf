// Generated from proto/cosmos/slashing/v1beta1/query.proto by "npm run proto". Do not edit.
import { codec, type Codec, type Method } from "../../../../wire/codec.ts";
import type { Reader } from "../../../../wire/reader.ts";
import type { Writer } from "../../../../wire/writer.ts";
import { PageRequest, PageResponse } from "../../base/query/v1beta1/pagination.ts";
import { Params, ValidatorSigningInfo } from "./slashing.ts";

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
  typeUrl: "/cosmos.slashing.v1beta1.QueryParamsRequest",
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
  typeUrl: "/cosmos.slashing.v1beta1.QueryParamsResponse",
  fields: [
    { name: "params", jsonName: "params", number: 1, kind: "message", repeated: false, optional: true, message: () => Params as Codec<never> },
  ],
  defaults: () => ({ params: undefined }),
  write: writeQueryParamsResponse,
  read: readQueryParamsResponse,
});

export interface QuerySigningInfoRequest {
  readonly consAddress: string;
}

function writeQuerySigningInfoRequest(w: Writer, m: QuerySigningInfoRequest): void {
  if (m.consAddress !== "") {
    w.tag(10);
    w.string(m.consAddress);
  }
}

function readQuerySigningInfoRequest(r: Reader): QuerySigningInfoRequest {
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
  return { consAddress: f1 };
}

export const QuerySigningInfoRequest: Codec<QuerySigningInfoRequest> = codec<QuerySigningInfoRequest>({
  typeUrl: "/cosmos.slashing.v1beta1.QuerySigningInfoRequest",
  fields: [
    { name: "consAddress", jsonName: "cons_address", number: 1, kind: "string", repeated: false, optional: false },
  ],
  defaults: () => ({ consAddress: "" }),
  write: writeQuerySigningInfoRequest,
  read: readQuerySigningInfoRequest,
});

export interface QuerySigningInfoResponse {
  readonly valSigningInfo: ValidatorSigningInfo | undefined;
}

function writeQuerySigningInfoResponse(w: Writer, m: QuerySigningInfoResponse): void {
  if (m.valSigningInfo !== undefined) {
    w.tag(10);
    { const s = w.open(); ValidatorSigningInfo.write(w, m.valSigningInfo); w.close(s); }
  }
}

function readQuerySigningInfoResponse(r: Reader): QuerySigningInfoResponse {
  let f1: ValidatorSigningInfo | undefined = undefined;
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10: {
        r.single(last, tag);
        const outer = r.enter();
        f1 = ValidatorSigningInfo.read(r);
        r.leave(outer);
        break;
      }
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { valSigningInfo: f1 };
}

export const QuerySigningInfoResponse: Codec<QuerySigningInfoResponse> = codec<QuerySigningInfoResponse>({
  typeUrl: "/cosmos.slashing.v1beta1.QuerySigningInfoResponse",
  fields: [
    { name: "valSigningInfo", jsonName: "val_signing_info", number: 1, kind: "message", repeated: false, optional: true, message: () => ValidatorSigningInfo as Codec<never> },
  ],
  defaults: () => ({ valSigningInfo: undefined }),
  write: writeQuerySigningInfoResponse,
  read: readQuerySigningInfoResponse,
});

export interface QuerySigningInfosRequest {
  readonly pagination: PageRequest | undefined;
}

function writeQuerySigningInfosRequest(w: Writer, m: QuerySigningInfosRequest): void {
  if (m.pagination !== undefined) {
    w.tag(10);
    { const s = w.open(); PageRequest.write(w, m.pagination); w.close(s); }
  }
}

function readQuerySigningInfosRequest(r: Reader): QuerySigningInfosRequest {
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

export const QuerySigningInfosRequest: Codec<QuerySigningInfosRequest> = codec<QuerySigningInfosRequest>({
  typeUrl: "/cosmos.slashing.v1beta1.QuerySigningInfosRequest",
  fields: [
    { name: "pagination", jsonName: "pagination", number: 1, kind: "message", repeated: false, optional: true, message: () => PageRequest as Codec<never> },
  ],
  defaults: () => ({ pagination: undefined }),
  write: writeQuerySigningInfosRequest,
  read: readQuerySigningInfosRequest,
});

export interface QuerySigningInfosResponse {
  readonly info: readonly ValidatorSigningInfo[];
  readonly pagination: PageResponse | undefined;
}

function writeQuerySigningInfosResponse(w: Writer, m: QuerySigningInfosResponse): void {
  for (const v of m.info) {
    w.tag(10);
    { const s = w.open(); ValidatorSigningInfo.write(w, v); w.close(s); }
  }
  if (m.pagination !== undefined) {
    w.tag(18);
    { const s = w.open(); PageResponse.write(w, m.pagination); w.close(s); }
  }
}

function readQuerySigningInfosResponse(r: Reader): QuerySigningInfosResponse {
  const f1: ValidatorSigningInfo[] = [];
  let f2: PageResponse | undefined = undefined;
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10: {
        const outer = r.enter();
        f1.push(ValidatorSigningInfo.read(r));
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
  return { info: f1, pagination: f2 };
}

export const QuerySigningInfosResponse: Codec<QuerySigningInfosResponse> = codec<QuerySigningInfosResponse>({
  typeUrl: "/cosmos.slashing.v1beta1.QuerySigningInfosResponse",
  fields: [
    { name: "info", jsonName: "info", number: 1, kind: "message", repeated: true, optional: false, message: () => ValidatorSigningInfo as Codec<never> },
    { name: "pagination", jsonName: "pagination", number: 2, kind: "message", repeated: false, optional: true, message: () => PageResponse as Codec<never> },
  ],
  defaults: () => ({ info: [], pagination: undefined }),
  write: writeQuerySigningInfosResponse,
  read: readQuerySigningInfosResponse,
});

export const Query: {
  readonly Params: Method<QueryParamsRequest, QueryParamsResponse>;
  readonly SigningInfo: Method<QuerySigningInfoRequest, QuerySigningInfoResponse>;
  readonly SigningInfos: Method<QuerySigningInfosRequest, QuerySigningInfosResponse>;
} = {
  Params: { path: "/cosmos.slashing.v1beta1.Query/Params", request: QueryParamsRequest, response: QueryParamsResponse },
  SigningInfo: { path: "/cosmos.slashing.v1beta1.Query/SigningInfo", request: QuerySigningInfoRequest, response: QuerySigningInfoResponse },
  SigningInfos: { path: "/cosmos.slashing.v1beta1.Query/SigningInfos", request: QuerySigningInfosRequest, response: QuerySigningInfosResponse },
};
