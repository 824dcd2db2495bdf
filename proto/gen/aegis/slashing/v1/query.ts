// Generated from proto/aegis/slashing/v1/query.proto by "npm run proto". Do not edit.
import { codec, type Codec, type Method } from "../../../../wire/codec.ts";
import type { Reader } from "../../../../wire/reader.ts";
import type { Writer } from "../../../../wire/writer.ts";
import { Params, Slash, Totals, ValidatorSlash } from "./slashing.ts";
import { PageRequest, PageResponse } from "../../../cosmos/base/query/v1beta1/pagination.ts";

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
  typeUrl: "/aegis.slashing.v1.QueryParamsRequest",
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
  typeUrl: "/aegis.slashing.v1.QueryParamsResponse",
  fields: [
    { name: "params", jsonName: "params", number: 1, kind: "message", repeated: false, optional: true, message: () => Params as Codec<never> },
  ],
  defaults: () => ({ params: undefined }),
  write: writeQueryParamsResponse,
  read: readQueryParamsResponse,
});

export interface QuerySlashesRequest {
  readonly node: string;
  readonly pagination: PageRequest | undefined;
}

function writeQuerySlashesRequest(w: Writer, m: QuerySlashesRequest): void {
  if (m.node !== "") {
    w.tag(10);
    w.string(m.node);
  }
  if (m.pagination !== undefined) {
    w.tag(18);
    { const s = w.open(); PageRequest.write(w, m.pagination); w.close(s); }
  }
}

function readQuerySlashesRequest(r: Reader): QuerySlashesRequest {
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
  return { node: f1, pagination: f2 };
}

export const QuerySlashesRequest: Codec<QuerySlashesRequest> = codec<QuerySlashesRequest>({
  typeUrl: "/aegis.slashing.v1.QuerySlashesRequest",
  fields: [
    { name: "node", jsonName: "node", number: 1, kind: "string", repeated: false, optional: false },
    { name: "pagination", jsonName: "pagination", number: 2, kind: "message", repeated: false, optional: true, message: () => PageRequest as Codec<never> },
  ],
  defaults: () => ({ node: "", pagination: undefined }),
  write: writeQuerySlashesRequest,
  read: readQuerySlashesRequest,
});

export interface QuerySlashesResponse {
  readonly slashes: readonly Slash[];
  readonly pagination: PageResponse | undefined;
}

function writeQuerySlashesResponse(w: Writer, m: QuerySlashesResponse): void {
  for (const v of m.slashes) {
    w.tag(10);
    { const s = w.open(); Slash.write(w, v); w.close(s); }
  }
  if (m.pagination !== undefined) {
    w.tag(18);
    { const s = w.open(); PageResponse.write(w, m.pagination); w.close(s); }
  }
}

function readQuerySlashesResponse(r: Reader): QuerySlashesResponse {
  const f1: Slash[] = [];
  let f2: PageResponse | undefined = undefined;
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10: {
        const outer = r.enter();
        f1.push(Slash.read(r));
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
  return { slashes: f1, pagination: f2 };
}

export const QuerySlashesResponse: Codec<QuerySlashesResponse> = codec<QuerySlashesResponse>({
  typeUrl: "/aegis.slashing.v1.QuerySlashesResponse",
  fields: [
    { name: "slashes", jsonName: "slashes", number: 1, kind: "message", repeated: true, optional: false, message: () => Slash as Codec<never> },
    { name: "pagination", jsonName: "pagination", number: 2, kind: "message", repeated: false, optional: true, message: () => PageResponse as Codec<never> },
  ],
  defaults: () => ({ slashes: [], pagination: undefined }),
  write: writeQuerySlashesResponse,
  read: readQuerySlashesResponse,
});

export interface QueryValidatorSlashesRequest {
  readonly operator: string;
  readonly pagination: PageRequest | undefined;
}

function writeQueryValidatorSlashesRequest(w: Writer, m: QueryValidatorSlashesRequest): void {
  if (m.operator !== "") {
    w.tag(10);
    w.string(m.operator);
  }
  if (m.pagination !== undefined) {
    w.tag(18);
    { const s = w.open(); PageRequest.write(w, m.pagination); w.close(s); }
  }
}

function readQueryValidatorSlashesRequest(r: Reader): QueryValidatorSlashesRequest {
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
  return { operator: f1, pagination: f2 };
}

export const QueryValidatorSlashesRequest: Codec<QueryValidatorSlashesRequest> = codec<QueryValidatorSlashesRequest>({
  typeUrl: "/aegis.slashing.v1.QueryValidatorSlashesRequest",
  fields: [
    { name: "operator", jsonName: "operator", number: 1, kind: "string", repeated: false, optional: false },
    { name: "pagination", jsonName: "pagination", number: 2, kind: "message", repeated: false, optional: true, message: () => PageRequest as Codec<never> },
  ],
  defaults: () => ({ operator: "", pagination: undefined }),
  write: writeQueryValidatorSlashesRequest,
  read: readQueryValidatorSlashesRequest,
});

export interface QueryValidatorSlashesResponse {
  readonly slashes: readonly ValidatorSlash[];
  readonly pagination: PageResponse | undefined;
}

function writeQueryValidatorSlashesResponse(w: Writer, m: QueryValidatorSlashesResponse): void {
  for (const v of m.slashes) {
    w.tag(10);
    { const s = w.open(); ValidatorSlash.write(w, v); w.close(s); }
  }
  if (m.pagination !== undefined) {
    w.tag(18);
    { const s = w.open(); PageResponse.write(w, m.pagination); w.close(s); }
  }
}

function readQueryValidatorSlashesResponse(r: Reader): QueryValidatorSlashesResponse {
  const f1: ValidatorSlash[] = [];
  let f2: PageResponse | undefined = undefined;
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10: {
        const outer = r.enter();
        f1.push(ValidatorSlash.read(r));
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
  return { slashes: f1, pagination: f2 };
}

export const QueryValidatorSlashesResponse: Codec<QueryValidatorSlashesResponse> = codec<QueryValidatorSlashesResponse>({
  typeUrl: "/aegis.slashing.v1.QueryValidatorSlashesResponse",
  fields: [
    { name: "slashes", jsonName: "slashes", number: 1, kind: "message", repeated: true, optional: false, message: () => ValidatorSlash as Codec<never> },
    { name: "pagination", jsonName: "pagination", number: 2, kind: "message", repeated: false, optional: true, message: () => PageResponse as Codec<never> },
  ],
  defaults: () => ({ slashes: [], pagination: undefined }),
  write: writeQueryValidatorSlashesResponse,
  read: readQueryValidatorSlashesResponse,
});

export interface QueryTotalsRequest {
}

function writeQueryTotalsRequest(_w: Writer, _m: QueryTotalsRequest): void {
}

function readQueryTotalsRequest(r: Reader): QueryTotalsRequest {
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

export const QueryTotalsRequest: Codec<QueryTotalsRequest> = codec<QueryTotalsRequest>({
  typeUrl: "/aegis.slashing.v1.QueryTotalsRequest",
  fields: [
  ],
  defaults: () => ({  }),
  write: writeQueryTotalsRequest,
  read: readQueryTotalsRequest,
});

export interface QueryTotalsResponse {
  readonly totals: Totals | undefined;
}

function writeQueryTotalsResponse(w: Writer, m: QueryTotalsResponse): void {
  if (m.totals !== undefined) {
    w.tag(10);
    { const s = w.open(); Totals.write(w, m.totals); w.close(s); }
  }
}

function readQueryTotalsResponse(r: Reader): QueryTotalsResponse {
  let f1: Totals | undefined = undefined;
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10: {
        r.single(last, tag);
        const outer = r.enter();
        f1 = Totals.read(r);
        r.leave(outer);
        break;
      }
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { totals: f1 };
}

export const QueryTotalsResponse: Codec<QueryTotalsResponse> = codec<QueryTotalsResponse>({
  typeUrl: "/aegis.slashing.v1.QueryTotalsResponse",
  fields: [
    { name: "totals", jsonName: "totals", number: 1, kind: "message", repeated: false, optional: true, message: () => Totals as Codec<never> },
  ],
  defaults: () => ({ totals: undefined }),
  write: writeQueryTotalsResponse,
  read: readQueryTotalsResponse,
});

export const Query: {
  readonly Params: Method<QueryParamsRequest, QueryParamsResponse>;
  readonly Slashes: Method<QuerySlashesRequest, QuerySlashesResponse>;
  readonly ValidatorSlashes: Method<QueryValidatorSlashesRequest, QueryValidatorSlashesResponse>;
  readonly Totals: Method<QueryTotalsRequest, QueryTotalsResponse>;
} = {
  Params: { path: "/aegis.slashing.v1.Query/Params", request: QueryParamsRequest, response: QueryParamsResponse },
  Slashes: { path: "/aegis.slashing.v1.Query/Slashes", request: QuerySlashesRequest, response: QuerySlashesResponse },
  ValidatorSlashes: { path: "/aegis.slashing.v1.Query/ValidatorSlashes", request: QueryValidatorSlashesRequest, response: QueryValidatorSlashesResponse },
  Totals: { path: "/aegis.slashing.v1.Query/Totals", request: QueryTotalsRequest, response: QueryTotalsResponse },
};
