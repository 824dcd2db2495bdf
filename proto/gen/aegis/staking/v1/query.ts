// Generated from proto/aegis/staking/v1/query.proto by "npm run proto". Do not edit.
import { codec, type Codec, type Method } from "../../../../wire/codec.ts";
import type { Reader } from "../../../../wire/reader.ts";
import type { Writer } from "../../../../wire/writer.ts";
import { BeaconRecord, Committee, Params, Validator } from "./staking.ts";
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
  typeUrl: "/aegis.staking.v1.QueryParamsRequest",
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
  typeUrl: "/aegis.staking.v1.QueryParamsResponse",
  fields: [
    { name: "params", jsonName: "params", number: 1, kind: "message", repeated: false, optional: true, message: () => Params as Codec<never> },
  ],
  defaults: () => ({ params: undefined }),
  write: writeQueryParamsResponse,
  read: readQueryParamsResponse,
});

export interface QueryValidatorsRequest {
  readonly pagination: PageRequest | undefined;
}

function writeQueryValidatorsRequest(w: Writer, m: QueryValidatorsRequest): void {
  if (m.pagination !== undefined) {
    w.tag(10);
    { const s = w.open(); PageRequest.write(w, m.pagination); w.close(s); }
  }
}

function readQueryValidatorsRequest(r: Reader): QueryValidatorsRequest {
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

export const QueryValidatorsRequest: Codec<QueryValidatorsRequest> = codec<QueryValidatorsRequest>({
  typeUrl: "/aegis.staking.v1.QueryValidatorsRequest",
  fields: [
    { name: "pagination", jsonName: "pagination", number: 1, kind: "message", repeated: false, optional: true, message: () => PageRequest as Codec<never> },
  ],
  defaults: () => ({ pagination: undefined }),
  write: writeQueryValidatorsRequest,
  read: readQueryValidatorsRequest,
});

export interface QueryValidatorsResponse {
  readonly validators: readonly Validator[];
  readonly pagination: PageResponse | undefined;
}

function writeQueryValidatorsResponse(w: Writer, m: QueryValidatorsResponse): void {
  for (const v of m.validators) {
    w.tag(10);
    { const s = w.open(); Validator.write(w, v); w.close(s); }
  }
  if (m.pagination !== undefined) {
    w.tag(18);
    { const s = w.open(); PageResponse.write(w, m.pagination); w.close(s); }
  }
}

function readQueryValidatorsResponse(r: Reader): QueryValidatorsResponse {
  const f1: Validator[] = [];
  let f2: PageResponse | undefined = undefined;
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10: {
        const outer = r.enter();
        f1.push(Validator.read(r));
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
  return { validators: f1, pagination: f2 };
}

export const QueryValidatorsResponse: Codec<QueryValidatorsResponse> = codec<QueryValidatorsResponse>({
  typeUrl: "/aegis.staking.v1.QueryValidatorsResponse",
  fields: [
    { name: "validators", jsonName: "validators", number: 1, kind: "message", repeated: true, optional: false, message: () => Validator as Codec<never> },
    { name: "pagination", jsonName: "pagination", number: 2, kind: "message", repeated: false, optional: true, message: () => PageResponse as Codec<never> },
  ],
  defaults: () => ({ validators: [], pagination: undefined }),
  write: writeQueryValidatorsResponse,
  read: readQueryValidatorsResponse,
});

export interface QueryValidatorRequest {
  readonly operator: string;
}

function writeQueryValidatorRequest(w: Writer, m: QueryValidatorRequest): void {
  if (m.operator !== "") {
    w.tag(10);
    w.string(m.operator);
  }
}

function readQueryValidatorRequest(r: Reader): QueryValidatorRequest {
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
  return { operator: f1 };
}

export const QueryValidatorRequest: Codec<QueryValidatorRequest> = codec<QueryValidatorRequest>({
  typeUrl: "/aegis.staking.v1.QueryValidatorRequest",
  fields: [
    { name: "operator", jsonName: "operator", number: 1, kind: "string", repeated: false, optional: false },
  ],
  defaults: () => ({ operator: "" }),
  write: writeQueryValidatorRequest,
  read: readQueryValidatorRequest,
});

export interface QueryValidatorResponse {
  readonly validator: Validator | undefined;
  readonly consensusAddress: Uint8Array;
}

function writeQueryValidatorResponse(w: Writer, m: QueryValidatorResponse): void {
  if (m.validator !== undefined) {
    w.tag(10);
    { const s = w.open(); Validator.write(w, m.validator); w.close(s); }
  }
  if (m.consensusAddress.length > 0) {
    w.tag(18);
    w.bytes(m.consensusAddress);
  }
}

function readQueryValidatorResponse(r: Reader): QueryValidatorResponse {
  let f1: Validator | undefined = undefined;
  let f2: Uint8Array = new Uint8Array(0);
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10: {
        r.single(last, tag);
        const outer = r.enter();
        f1 = Validator.read(r);
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
  return { validator: f1, consensusAddress: f2 };
}

export const QueryValidatorResponse: Codec<QueryValidatorResponse> = codec<QueryValidatorResponse>({
  typeUrl: "/aegis.staking.v1.QueryValidatorResponse",
  fields: [
    { name: "validator", jsonName: "validator", number: 1, kind: "message", repeated: false, optional: true, message: () => Validator as Codec<never> },
    { name: "consensusAddress", jsonName: "consensus_address", number: 2, kind: "bytes", repeated: false, optional: false },
  ],
  defaults: () => ({ validator: undefined, consensusAddress: new Uint8Array(0) }),
  write: writeQueryValidatorResponse,
  read: readQueryValidatorResponse,
});

export interface QueryCommitteeRequest {
  readonly height: bigint;
}

function writeQueryCommitteeRequest(w: Writer, m: QueryCommitteeRequest): void {
  if (m.height !== 0n) {
    w.tag(8);
    w.uint64(m.height);
  }
}

function readQueryCommitteeRequest(r: Reader): QueryCommitteeRequest {
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
  return { height: f1 };
}

export const QueryCommitteeRequest: Codec<QueryCommitteeRequest> = codec<QueryCommitteeRequest>({
  typeUrl: "/aegis.staking.v1.QueryCommitteeRequest",
  fields: [
    { name: "height", jsonName: "height", number: 1, kind: "uint64", repeated: false, optional: false },
  ],
  defaults: () => ({ height: 0n }),
  write: writeQueryCommitteeRequest,
  read: readQueryCommitteeRequest,
});

export interface QueryCommitteeResponse {
  readonly committee: Committee | undefined;
}

function writeQueryCommitteeResponse(w: Writer, m: QueryCommitteeResponse): void {
  if (m.committee !== undefined) {
    w.tag(10);
    { const s = w.open(); Committee.write(w, m.committee); w.close(s); }
  }
}

function readQueryCommitteeResponse(r: Reader): QueryCommitteeResponse {
  let f1: Committee | undefined = undefined;
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10: {
        r.single(last, tag);
        const outer = r.enter();
        f1 = Committee.read(r);
        r.leave(outer);
        break;
      }
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { committee: f1 };
}

export const QueryCommitteeResponse: Codec<QueryCommitteeResponse> = codec<QueryCommitteeResponse>({
  typeUrl: "/aegis.staking.v1.QueryCommitteeResponse",
  fields: [
    { name: "committee", jsonName: "committee", number: 1, kind: "message", repeated: false, optional: true, message: () => Committee as Codec<never> },
  ],
  defaults: () => ({ committee: undefined }),
  write: writeQueryCommitteeResponse,
  read: readQueryCommitteeResponse,
});

export interface QueryBeaconRecordRequest {
  readonly operator: string;
}

function writeQueryBeaconRecordRequest(w: Writer, m: QueryBeaconRecordRequest): void {
  if (m.operator !== "") {
    w.tag(10);
    w.string(m.operator);
  }
}

function readQueryBeaconRecordRequest(r: Reader): QueryBeaconRecordRequest {
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
  return { operator: f1 };
}

export const QueryBeaconRecordRequest: Codec<QueryBeaconRecordRequest> = codec<QueryBeaconRecordRequest>({
  typeUrl: "/aegis.staking.v1.QueryBeaconRecordRequest",
  fields: [
    { name: "operator", jsonName: "operator", number: 1, kind: "string", repeated: false, optional: false },
  ],
  defaults: () => ({ operator: "" }),
  write: writeQueryBeaconRecordRequest,
  read: readQueryBeaconRecordRequest,
});

export interface QueryBeaconRecordResponse {
  readonly record: BeaconRecord | undefined;
}

function writeQueryBeaconRecordResponse(w: Writer, m: QueryBeaconRecordResponse): void {
  if (m.record !== undefined) {
    w.tag(10);
    { const s = w.open(); BeaconRecord.write(w, m.record); w.close(s); }
  }
}

function readQueryBeaconRecordResponse(r: Reader): QueryBeaconRecordResponse {
  let f1: BeaconRecord | undefined = undefined;
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10: {
        r.single(last, tag);
        const outer = r.enter();
        f1 = BeaconRecord.read(r);
        r.leave(outer);
        break;
      }
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { record: f1 };
}

export const QueryBeaconRecordResponse: Codec<QueryBeaconRecordResponse> = codec<QueryBeaconRecordResponse>({
  typeUrl: "/aegis.staking.v1.QueryBeaconRecordResponse",
  fields: [
    { name: "record", jsonName: "record", number: 1, kind: "message", repeated: false, optional: true, message: () => BeaconRecord as Codec<never> },
  ],
  defaults: () => ({ record: undefined }),
  write: writeQueryBeaconRecordResponse,
  read: readQueryBeaconRecordResponse,
});

export const Query: {
  readonly Params: Method<QueryParamsRequest, QueryParamsResponse>;
  readonly Validators: Method<QueryValidatorsRequest, QueryValidatorsResponse>;
  readonly Validator: Method<QueryValidatorRequest, QueryValidatorResponse>;
  readonly Committee: Method<QueryCommitteeRequest, QueryCommitteeResponse>;
  readonly BeaconRecord: Method<QueryBeaconRecordRequest, QueryBeaconRecordResponse>;
} = {
  Params: { path: "/aegis.staking.v1.Query/Params", request: QueryParamsRequest, response: QueryParamsResponse },
  Validators: { path: "/aegis.staking.v1.Query/Validators", request: QueryValidatorsRequest, response: QueryValidatorsResponse },
  Validator: { path: "/aegis.staking.v1.Query/Validator", request: QueryValidatorRequest, response: QueryValidatorResponse },
  Committee: { path: "/aegis.staking.v1.Query/Committee", request: QueryCommitteeRequest, response: QueryCommitteeResponse },
  BeaconRecord: { path: "/aegis.staking.v1.Query/BeaconRecord", request: QueryBeaconRecordRequest, response: QueryBeaconRecordResponse },
};
