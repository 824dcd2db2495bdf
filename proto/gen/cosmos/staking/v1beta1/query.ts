// Generated from proto/cosmos/staking/v1beta1/query.proto by "npm run proto". Do not edit.
import { codec, type Codec, type Method } from "../../../../wire/codec.ts";
import type { Reader } from "../../../../wire/reader.ts";
import type { Writer } from "../../../../wire/writer.ts";
import { PageRequest, PageResponse } from "../../base/query/v1beta1/pagination.ts";
import { DelegationResponse, HistoricalInfo, Params, Pool, RedelegationResponse, UnbondingDelegation, Validator } from "./staking.ts";

export interface QueryValidatorsRequest {
  readonly status: string;
  readonly pagination: PageRequest | undefined;
}

function writeQueryValidatorsRequest(w: Writer, m: QueryValidatorsRequest): void {
  if (m.status !== "") {
    w.tag(10);
    w.string(m.status);
  }
  if (m.pagination !== undefined) {
    w.tag(18);
    { const s = w.open(); PageRequest.write(w, m.pagination); w.close(s); }
  }
}

function readQueryValidatorsRequest(r: Reader): QueryValidatorsRequest {
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
  return { status: f1, pagination: f2 };
}

export const QueryValidatorsRequest: Codec<QueryValidatorsRequest> = codec<QueryValidatorsRequest>({
  typeUrl: "/cosmos.staking.v1beta1.QueryValidatorsRequest",
  fields: [
    { name: "status", jsonName: "status", number: 1, kind: "string", repeated: false, optional: false },
    { name: "pagination", jsonName: "pagination", number: 2, kind: "message", repeated: false, optional: true, message: () => PageRequest as Codec<never> },
  ],
  defaults: () => ({ status: "", pagination: undefined }),
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
  typeUrl: "/cosmos.staking.v1beta1.QueryValidatorsResponse",
  fields: [
    { name: "validators", jsonName: "validators", number: 1, kind: "message", repeated: true, optional: false, message: () => Validator as Codec<never> },
    { name: "pagination", jsonName: "pagination", number: 2, kind: "message", repeated: false, optional: true, message: () => PageResponse as Codec<never> },
  ],
  defaults: () => ({ validators: [], pagination: undefined }),
  write: writeQueryValidatorsResponse,
  read: readQueryValidatorsResponse,
});

export interface QueryValidatorRequest {
  readonly validatorAddr: string;
}

function writeQueryValidatorRequest(w: Writer, m: QueryValidatorRequest): void {
  if (m.validatorAddr !== "") {
    w.tag(10);
    w.string(m.validatorAddr);
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
  return { validatorAddr: f1 };
}

export const QueryValidatorRequest: Codec<QueryValidatorRequest> = codec<QueryValidatorRequest>({
  typeUrl: "/cosmos.staking.v1beta1.QueryValidatorRequest",
  fields: [
    { name: "validatorAddr", jsonName: "validator_addr", number: 1, kind: "string", repeated: false, optional: false },
  ],
  defaults: () => ({ validatorAddr: "" }),
  write: writeQueryValidatorRequest,
  read: readQueryValidatorRequest,
});

export interface QueryValidatorResponse {
  readonly validator: Validator | undefined;
}

function writeQueryValidatorResponse(w: Writer, m: QueryValidatorResponse): void {
  if (m.validator !== undefined) {
    w.tag(10);
    { const s = w.open(); Validator.write(w, m.validator); w.close(s); }
  }
}

function readQueryValidatorResponse(r: Reader): QueryValidatorResponse {
  let f1: Validator | undefined = undefined;
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
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { validator: f1 };
}

export const QueryValidatorResponse: Codec<QueryValidatorResponse> = codec<QueryValidatorResponse>({
  typeUrl: "/cosmos.staking.v1beta1.QueryValidatorResponse",
  fields: [
    { name: "validator", jsonName: "validator", number: 1, kind: "message", repeated: false, optional: true, message: () => Validator as Codec<never> },
  ],
  defaults: () => ({ validator: undefined }),
  write: writeQueryValidatorResponse,
  read: readQueryValidatorResponse,
});

export interface QueryValidatorDelegationsRequest {
  readonly validatorAddr: string;
  readonly pagination: PageRequest | undefined;
}

function writeQueryValidatorDelegationsRequest(w: Writer, m: QueryValidatorDelegationsRequest): void {
  if (m.validatorAddr !== "") {
    w.tag(10);
    w.string(m.validatorAddr);
  }
  if (m.pagination !== undefined) {
    w.tag(18);
    { const s = w.open(); PageRequest.write(w, m.pagination); w.close(s); }
  }
}

function readQueryValidatorDelegationsRequest(r: Reader): QueryValidatorDelegationsRequest {
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
  return { validatorAddr: f1, pagination: f2 };
}

export const QueryValidatorDelegationsRequest: Codec<QueryValidatorDelegationsRequest> = codec<QueryValidatorDelegationsRequest>({
  typeUrl: "/cosmos.staking.v1beta1.QueryValidatorDelegationsRequest",
  fields: [
    { name: "validatorAddr", jsonName: "validator_addr", number: 1, kind: "string", repeated: false, optional: false },
    { name: "pagination", jsonName: "pagination", number: 2, kind: "message", repeated: false, optional: true, message: () => PageRequest as Codec<never> },
  ],
  defaults: () => ({ validatorAddr: "", pagination: undefined }),
  write: writeQueryValidatorDelegationsRequest,
  read: readQueryValidatorDelegationsRequest,
});

export interface QueryValidatorDelegationsResponse {
  readonly delegationResponses: readonly DelegationResponse[];
  readonly pagination: PageResponse | undefined;
}

function writeQueryValidatorDelegationsResponse(w: Writer, m: QueryValidatorDelegationsResponse): void {
  for (const v of m.delegationResponses) {
    w.tag(10);
    { const s = w.open(); DelegationResponse.write(w, v); w.close(s); }
  }
  if (m.pagination !== undefined) {
    w.tag(18);
    { const s = w.open(); PageResponse.write(w, m.pagination); w.close(s); }
  }
}

function readQueryValidatorDelegationsResponse(r: Reader): QueryValidatorDelegationsResponse {
  const f1: DelegationResponse[] = [];
  let f2: PageResponse | undefined = undefined;
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10: {
        const outer = r.enter();
        f1.push(DelegationResponse.read(r));
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
  return { delegationResponses: f1, pagination: f2 };
}

export const QueryValidatorDelegationsResponse: Codec<QueryValidatorDelegationsResponse> = codec<QueryValidatorDelegationsResponse>({
  typeUrl: "/cosmos.staking.v1beta1.QueryValidatorDelegationsResponse",
  fields: [
    { name: "delegationResponses", jsonName: "delegation_responses", number: 1, kind: "message", repeated: true, optional: false, message: () => DelegationResponse as Codec<never> },
    { name: "pagination", jsonName: "pagination", number: 2, kind: "message", repeated: false, optional: true, message: () => PageResponse as Codec<never> },
  ],
  defaults: () => ({ delegationResponses: [], pagination: undefined }),
  write: writeQueryValidatorDelegationsResponse,
  read: readQueryValidatorDelegationsResponse,
});

export interface QueryValidatorUnbondingDelegationsRequest {
  readonly validatorAddr: string;
  readonly pagination: PageRequest | undefined;
}

function writeQueryValidatorUnbondingDelegationsRequest(w: Writer, m: QueryValidatorUnbondingDelegationsRequest): void {
  if (m.validatorAddr !== "") {
    w.tag(10);
    w.string(m.validatorAddr);
  }
  if (m.pagination !== undefined) {
    w.tag(18);
    { const s = w.open(); PageRequest.write(w, m.pagination); w.close(s); }
  }
}

function readQueryValidatorUnbondingDelegationsRequest(r: Reader): QueryValidatorUnbondingDelegationsRequest {
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
  return { validatorAddr: f1, pagination: f2 };
}

export const QueryValidatorUnbondingDelegationsRequest: Codec<QueryValidatorUnbondingDelegationsRequest> = codec<QueryValidatorUnbondingDelegationsRequest>({
  typeUrl: "/cosmos.staking.v1beta1.QueryValidatorUnbondingDelegationsRequest",
  fields: [
    { name: "validatorAddr", jsonName: "validator_addr", number: 1, kind: "string", repeated: false, optional: false },
    { name: "pagination", jsonName: "pagination", number: 2, kind: "message", repeated: false, optional: true, message: () => PageRequest as Codec<never> },
  ],
  defaults: () => ({ validatorAddr: "", pagination: undefined }),
  write: writeQueryValidatorUnbondingDelegationsRequest,
  read: readQueryValidatorUnbondingDelegationsRequest,
});

export interface QueryValidatorUnbondingDelegationsResponse {
  readonly unbondingResponses: readonly UnbondingDelegation[];
  readonly pagination: PageResponse | undefined;
}

function writeQueryValidatorUnbondingDelegationsResponse(w: Writer, m: QueryValidatorUnbondingDelegationsResponse): void {
  for (const v of m.unbondingResponses) {
    w.tag(10);
    { const s = w.open(); UnbondingDelegation.write(w, v); w.close(s); }
  }
  if (m.pagination !== undefined) {
    w.tag(18);
    { const s = w.open(); PageResponse.write(w, m.pagination); w.close(s); }
  }
}

function readQueryValidatorUnbondingDelegationsResponse(r: Reader): QueryValidatorUnbondingDelegationsResponse {
  const f1: UnbondingDelegation[] = [];
  let f2: PageResponse | undefined = undefined;
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10: {
        const outer = r.enter();
        f1.push(UnbondingDelegation.read(r));
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
  return { unbondingResponses: f1, pagination: f2 };
}

export const QueryValidatorUnbondingDelegationsResponse: Codec<QueryValidatorUnbondingDelegationsResponse> = codec<QueryValidatorUnbondingDelegationsResponse>({
  typeUrl: "/cosmos.staking.v1beta1.QueryValidatorUnbondingDelegationsResponse",
  fields: [
    { name: "unbondingResponses", jsonName: "unbonding_responses", number: 1, kind: "message", repeated: true, optional: false, message: () => UnbondingDelegation as Codec<never> },
    { name: "pagination", jsonName: "pagination", number: 2, kind: "message", repeated: false, optional: true, message: () => PageResponse as Codec<never> },
  ],
  defaults: () => ({ unbondingResponses: [], pagination: undefined }),
  write: writeQueryValidatorUnbondingDelegationsResponse,
  read: readQueryValidatorUnbondingDelegationsResponse,
});

export interface QueryDelegationRequest {
  readonly delegatorAddr: string;
  readonly validatorAddr: string;
}

function writeQueryDelegationRequest(w: Writer, m: QueryDelegationRequest): void {
  if (m.delegatorAddr !== "") {
    w.tag(10);
    w.string(m.delegatorAddr);
  }
  if (m.validatorAddr !== "") {
    w.tag(18);
    w.string(m.validatorAddr);
  }
}

function readQueryDelegationRequest(r: Reader): QueryDelegationRequest {
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
  return { delegatorAddr: f1, validatorAddr: f2 };
}

export const QueryDelegationRequest: Codec<QueryDelegationRequest> = codec<QueryDelegationRequest>({
  typeUrl: "/cosmos.staking.v1beta1.QueryDelegationRequest",
  fields: [
    { name: "delegatorAddr", jsonName: "delegator_addr", number: 1, kind: "string", repeated: false, optional: false },
    { name: "validatorAddr", jsonName: "validator_addr", number: 2, kind: "string", repeated: false, optional: false },
  ],
  defaults: () => ({ delegatorAddr: "", validatorAddr: "" }),
  write: writeQueryDelegationRequest,
  read: readQueryDelegationRequest,
});

export interface QueryDelegationResponse {
  readonly delegationResponse: DelegationResponse | undefined;
}

function writeQueryDelegationResponse(w: Writer, m: QueryDelegationResponse): void {
  if (m.delegationResponse !== undefined) {
    w.tag(10);
    { const s = w.open(); DelegationResponse.write(w, m.delegationResponse); w.close(s); }
  }
}

function readQueryDelegationResponse(r: Reader): QueryDelegationResponse {
  let f1: DelegationResponse | undefined = undefined;
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10: {
        r.single(last, tag);
        const outer = r.enter();
        f1 = DelegationResponse.read(r);
        r.leave(outer);
        break;
      }
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { delegationResponse: f1 };
}

export const QueryDelegationResponse: Codec<QueryDelegationResponse> = codec<QueryDelegationResponse>({
  typeUrl: "/cosmos.staking.v1beta1.QueryDelegationResponse",
  fields: [
    { name: "delegationResponse", jsonName: "delegation_response", number: 1, kind: "message", repeated: false, optional: true, message: () => DelegationResponse as Codec<never> },
  ],
  defaults: () => ({ delegationResponse: undefined }),
  write: writeQueryDelegationResponse,
  read: readQueryDelegationResponse,
});

export interface QueryUnbondingDelegationRequest {
  readonly delegatorAddr: string;
  readonly validatorAddr: string;
}

function writeQueryUnbondingDelegationRequest(w: Writer, m: QueryUnbondingDelegationRequest): void {
  if (m.delegatorAddr !== "") {
    w.tag(10);
    w.string(m.delegatorAddr);
  }
  if (m.validatorAddr !== "") {
    w.tag(18);
    w.string(m.validatorAddr);
  }
}

function readQueryUnbondingDelegationRequest(r: Reader): QueryUnbondingDelegationRequest {
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
  return { delegatorAddr: f1, validatorAddr: f2 };
}

export const QueryUnbondingDelegationRequest: Codec<QueryUnbondingDelegationRequest> = codec<QueryUnbondingDelegationRequest>({
  typeUrl: "/cosmos.staking.v1beta1.QueryUnbondingDelegationRequest",
  fields: [
    { name: "delegatorAddr", jsonName: "delegator_addr", number: 1, kind: "string", repeated: false, optional: false },
    { name: "validatorAddr", jsonName: "validator_addr", number: 2, kind: "string", repeated: false, optional: false },
  ],
  defaults: () => ({ delegatorAddr: "", validatorAddr: "" }),
  write: writeQueryUnbondingDelegationRequest,
  read: readQueryUnbondingDelegationRequest,
});

export interface QueryUnbondingDelegationResponse {
  readonly unbond: UnbondingDelegation | undefined;
}

function writeQueryUnbondingDelegationResponse(w: Writer, m: QueryUnbondingDelegationResponse): void {
  if (m.unbond !== undefined) {
    w.tag(10);
    { const s = w.open(); UnbondingDelegation.write(w, m.unbond); w.close(s); }
  }
}

function readQueryUnbondingDelegationResponse(r: Reader): QueryUnbondingDelegationResponse {
  let f1: UnbondingDelegation | undefined = undefined;
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10: {
        r.single(last, tag);
        const outer = r.enter();
        f1 = UnbondingDelegation.read(r);
        r.leave(outer);
        break;
      }
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { unbond: f1 };
}

export const QueryUnbondingDelegationResponse: Codec<QueryUnbondingDelegationResponse> = codec<QueryUnbondingDelegationResponse>({
  typeUrl: "/cosmos.staking.v1beta1.QueryUnbondingDelegationResponse",
  fields: [
    { name: "unbond", jsonName: "unbond", number: 1, kind: "message", repeated: false, optional: true, message: () => UnbondingDelegation as Codec<never> },
  ],
  defaults: () => ({ unbond: undefined }),
  write: writeQueryUnbondingDelegationResponse,
  read: readQueryUnbondingDelegationResponse,
});

export interface QueryDelegatorDelegationsRequest {
  readonly delegatorAddr: string;
  readonly pagination: PageRequest | undefined;
}

function writeQueryDelegatorDelegationsRequest(w: Writer, m: QueryDelegatorDelegationsRequest): void {
  if (m.delegatorAddr !== "") {
    w.tag(10);
    w.string(m.delegatorAddr);
  }
  if (m.pagination !== undefined) {
    w.tag(18);
    { const s = w.open(); PageRequest.write(w, m.pagination); w.close(s); }
  }
}

function readQueryDelegatorDelegationsRequest(r: Reader): QueryDelegatorDelegationsRequest {
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
  return { delegatorAddr: f1, pagination: f2 };
}

export const QueryDelegatorDelegationsRequest: Codec<QueryDelegatorDelegationsRequest> = codec<QueryDelegatorDelegationsRequest>({
  typeUrl: "/cosmos.staking.v1beta1.QueryDelegatorDelegationsRequest",
  fields: [
    { name: "delegatorAddr", jsonName: "delegator_addr", number: 1, kind: "string", repeated: false, optional: false },
    { name: "pagination", jsonName: "pagination", number: 2, kind: "message", repeated: false, optional: true, message: () => PageRequest as Codec<never> },
  ],
  defaults: () => ({ delegatorAddr: "", pagination: undefined }),
  write: writeQueryDelegatorDelegationsRequest,
  read: readQueryDelegatorDelegationsRequest,
});

export interface QueryDelegatorDelegationsResponse {
  readonly delegationResponses: readonly DelegationResponse[];
  readonly pagination: PageResponse | undefined;
}

function writeQueryDelegatorDelegationsResponse(w: Writer, m: QueryDelegatorDelegationsResponse): void {
  for (const v of m.delegationResponses) {
    w.tag(10);
    { const s = w.open(); DelegationResponse.write(w, v); w.close(s); }
  }
  if (m.pagination !== undefined) {
    w.tag(18);
    { const s = w.open(); PageResponse.write(w, m.pagination); w.close(s); }
  }
}

function readQueryDelegatorDelegationsResponse(r: Reader): QueryDelegatorDelegationsResponse {
  const f1: DelegationResponse[] = [];
  let f2: PageResponse | undefined = undefined;
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10: {
        const outer = r.enter();
        f1.push(DelegationResponse.read(r));
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
  return { delegationResponses: f1, pagination: f2 };
}

export const QueryDelegatorDelegationsResponse: Codec<QueryDelegatorDelegationsResponse> = codec<QueryDelegatorDelegationsResponse>({
  typeUrl: "/cosmos.staking.v1beta1.QueryDelegatorDelegationsResponse",
  fields: [
    { name: "delegationResponses", jsonName: "delegation_responses", number: 1, kind: "message", repeated: true, optional: false, message: () => DelegationResponse as Codec<never> },
    { name: "pagination", jsonName: "pagination", number: 2, kind: "message", repeated: false, optional: true, message: () => PageResponse as Codec<never> },
  ],
  defaults: () => ({ delegationResponses: [], pagination: undefined }),
  write: writeQueryDelegatorDelegationsResponse,
  read: readQueryDelegatorDelegationsResponse,
});

export interface QueryDelegatorUnbondingDelegationsRequest {
  readonly delegatorAddr: string;
  readonly pagination: PageRequest | undefined;
}

function writeQueryDelegatorUnbondingDelegationsRequest(w: Writer, m: QueryDelegatorUnbondingDelegationsRequest): void {
  if (m.delegatorAddr !== "") {
    w.tag(10);
    w.string(m.delegatorAddr);
  }
  if (m.pagination !== undefined) {
    w.tag(18);
    { const s = w.open(); PageRequest.write(w, m.pagination); w.close(s); }
  }
}

function readQueryDelegatorUnbondingDelegationsRequest(r: Reader): QueryDelegatorUnbondingDelegationsRequest {
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
  return { delegatorAddr: f1, pagination: f2 };
}

export const QueryDelegatorUnbondingDelegationsRequest: Codec<QueryDelegatorUnbondingDelegationsRequest> = codec<QueryDelegatorUnbondingDelegationsRequest>({
  typeUrl: "/cosmos.staking.v1beta1.QueryDelegatorUnbondingDelegationsRequest",
  fields: [
    { name: "delegatorAddr", jsonName: "delegator_addr", number: 1, kind: "string", repeated: false, optional: false },
    { name: "pagination", jsonName: "pagination", number: 2, kind: "message", repeated: false, optional: true, message: () => PageRequest as Codec<never> },
  ],
  defaults: () => ({ delegatorAddr: "", pagination: undefined }),
  write: writeQueryDelegatorUnbondingDelegationsRequest,
  read: readQueryDelegatorUnbondingDelegationsRequest,
});

export interface QueryDelegatorUnbondingDelegationsResponse {
  readonly unbondingResponses: readonly UnbondingDelegation[];
  readonly pagination: PageResponse | undefined;
}

function writeQueryDelegatorUnbondingDelegationsResponse(w: Writer, m: QueryDelegatorUnbondingDelegationsResponse): void {
  for (const v of m.unbondingResponses) {
    w.tag(10);
    { const s = w.open(); UnbondingDelegation.write(w, v); w.close(s); }
  }
  if (m.pagination !== undefined) {
    w.tag(18);
    { const s = w.open(); PageResponse.write(w, m.pagination); w.close(s); }
  }
}

function readQueryDelegatorUnbondingDelegationsResponse(r: Reader): QueryDelegatorUnbondingDelegationsResponse {
  const f1: UnbondingDelegation[] = [];
  let f2: PageResponse | undefined = undefined;
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10: {
        const outer = r.enter();
        f1.push(UnbondingDelegation.read(r));
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
  return { unbondingResponses: f1, pagination: f2 };
}

export const QueryDelegatorUnbondingDelegationsResponse: Codec<QueryDelegatorUnbondingDelegationsResponse> = codec<QueryDelegatorUnbondingDelegationsResponse>({
  typeUrl: "/cosmos.staking.v1beta1.QueryDelegatorUnbondingDelegationsResponse",
  fields: [
    { name: "unbondingResponses", jsonName: "unbonding_responses", number: 1, kind: "message", repeated: true, optional: false, message: () => UnbondingDelegation as Codec<never> },
    { name: "pagination", jsonName: "pagination", number: 2, kind: "message", repeated: false, optional: true, message: () => PageResponse as Codec<never> },
  ],
  defaults: () => ({ unbondingResponses: [], pagination: undefined }),
  write: writeQueryDelegatorUnbondingDelegationsResponse,
  read: readQueryDelegatorUnbondingDelegationsResponse,
});

export interface QueryRedelegationsRequest {
  readonly delegatorAddr: string;
  readonly srcValidatorAddr: string;
  readonly dstValidatorAddr: string;
  readonly pagination: PageRequest | undefined;
}

function writeQueryRedelegationsRequest(w: Writer, m: QueryRedelegationsRequest): void {
  if (m.delegatorAddr !== "") {
    w.tag(10);
    w.string(m.delegatorAddr);
  }
  if (m.srcValidatorAddr !== "") {
    w.tag(18);
    w.string(m.srcValidatorAddr);
  }
  if (m.dstValidatorAddr !== "") {
    w.tag(26);
    w.string(m.dstValidatorAddr);
  }
  if (m.pagination !== undefined) {
    w.tag(34);
    { const s = w.open(); PageRequest.write(w, m.pagination); w.close(s); }
  }
}

function readQueryRedelegationsRequest(r: Reader): QueryRedelegationsRequest {
  let f1: string = "";
  let f2: string = "";
  let f3: string = "";
  let f4: PageRequest | undefined = undefined;
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
      case 26:
        r.single(last, tag);
        f3 = r.value(r.string());
        break;
      case 34: {
        r.single(last, tag);
        const outer = r.enter();
        f4 = PageRequest.read(r);
        r.leave(outer);
        break;
      }
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { delegatorAddr: f1, srcValidatorAddr: f2, dstValidatorAddr: f3, pagination: f4 };
}

export const QueryRedelegationsRequest: Codec<QueryRedelegationsRequest> = codec<QueryRedelegationsRequest>({
  typeUrl: "/cosmos.staking.v1beta1.QueryRedelegationsRequest",
  fields: [
    { name: "delegatorAddr", jsonName: "delegator_addr", number: 1, kind: "string", repeated: false, optional: false },
    { name: "srcValidatorAddr", jsonName: "src_validator_addr", number: 2, kind: "string", repeated: false, optional: false },
    { name: "dstValidatorAddr", jsonName: "dst_validator_addr", number: 3, kind: "string", repeated: false, optional: false },
    { name: "pagination", jsonName: "pagination", number: 4, kind: "message", repeated: false, optional: true, message: () => PageRequest as Codec<never> },
  ],
  defaults: () => ({ delegatorAddr: "", srcValidatorAddr: "", dstValidatorAddr: "", pagination: undefined }),
  write: writeQueryRedelegationsRequest,
  read: readQueryRedelegationsRequest,
});

export interface QueryRedelegationsResponse {
  readonly redelegationResponses: readonly RedelegationResponse[];
  readonly pagination: PageResponse | undefined;
}

function writeQueryRedelegationsResponse(w: Writer, m: QueryRedelegationsResponse): void {
  for (const v of m.redelegationResponses) {
    w.tag(10);
    { const s = w.open(); RedelegationResponse.write(w, v); w.close(s); }
  }
  if (m.pagination !== undefined) {
    w.tag(18);
    { const s = w.open(); PageResponse.write(w, m.pagination); w.close(s); }
  }
}

function readQueryRedelegationsResponse(r: Reader): QueryRedelegationsResponse {
  const f1: RedelegationResponse[] = [];
  let f2: PageResponse | undefined = undefined;
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10: {
        const outer = r.enter();
        f1.push(RedelegationResponse.read(r));
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
  return { redelegationResponses: f1, pagination: f2 };
}

export const QueryRedelegationsResponse: Codec<QueryRedelegationsResponse> = codec<QueryRedelegationsResponse>({
  typeUrl: "/cosmos.staking.v1beta1.QueryRedelegationsResponse",
  fields: [
    { name: "redelegationResponses", jsonName: "redelegation_responses", number: 1, kind: "message", repeated: true, optional: false, message: () => RedelegationResponse as Codec<never> },
    { name: "pagination", jsonName: "pagination", number: 2, kind: "message", repeated: false, optional: true, message: () => PageResponse as Codec<never> },
  ],
  defaults: () => ({ redelegationResponses: [], pagination: undefined }),
  write: writeQueryRedelegationsResponse,
  read: readQueryRedelegationsResponse,
});

export interface QueryDelegatorValidatorsRequest {
  readonly delegatorAddr: string;
  readonly pagination: PageRequest | undefined;
}

function writeQueryDelegatorValidatorsRequest(w: Writer, m: QueryDelegatorValidatorsRequest): void {
  if (m.delegatorAddr !== "") {
    w.tag(10);
    w.string(m.delegatorAddr);
  }
  if (m.pagination !== undefined) {
    w.tag(18);
    { const s = w.open(); PageRequest.write(w, m.pagination); w.close(s); }
  }
}

function readQueryDelegatorValidatorsRequest(r: Reader): QueryDelegatorValidatorsRequest {
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
  return { delegatorAddr: f1, pagination: f2 };
}

export const QueryDelegatorValidatorsRequest: Codec<QueryDelegatorValidatorsRequest> = codec<QueryDelegatorValidatorsRequest>({
  typeUrl: "/cosmos.staking.v1beta1.QueryDelegatorValidatorsRequest",
  fields: [
    { name: "delegatorAddr", jsonName: "delegator_addr", number: 1, kind: "string", repeated: false, optional: false },
    { name: "pagination", jsonName: "pagination", number: 2, kind: "message", repeated: false, optional: true, message: () => PageRequest as Codec<never> },
  ],
  defaults: () => ({ delegatorAddr: "", pagination: undefined }),
  write: writeQueryDelegatorValidatorsRequest,
  read: readQueryDelegatorValidatorsRequest,
});

export interface QueryDelegatorValidatorsResponse {
  readonly validators: readonly Validator[];
  readonly pagination: PageResponse | undefined;
}

function writeQueryDelegatorValidatorsResponse(w: Writer, m: QueryDelegatorValidatorsResponse): void {
  for (const v of m.validators) {
    w.tag(10);
    { const s = w.open(); Validator.write(w, v); w.close(s); }
  }
  if (m.pagination !== undefined) {
    w.tag(18);
    { const s = w.open(); PageResponse.write(w, m.pagination); w.close(s); }
  }
}

function readQueryDelegatorValidatorsResponse(r: Reader): QueryDelegatorValidatorsResponse {
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

export const QueryDelegatorValidatorsResponse: Codec<QueryDelegatorValidatorsResponse> = codec<QueryDelegatorValidatorsResponse>({
  typeUrl: "/cosmos.staking.v1beta1.QueryDelegatorValidatorsResponse",
  fields: [
    { name: "validators", jsonName: "validators", number: 1, kind: "message", repeated: true, optional: false, message: () => Validator as Codec<never> },
    { name: "pagination", jsonName: "pagination", number: 2, kind: "message", repeated: false, optional: true, message: () => PageResponse as Codec<never> },
  ],
  defaults: () => ({ validators: [], pagination: undefined }),
  write: writeQueryDelegatorValidatorsResponse,
  read: readQueryDelegatorValidatorsResponse,
});

export interface QueryDelegatorValidatorRequest {
  readonly delegatorAddr: string;
  readonly validatorAddr: string;
}

function writeQueryDelegatorValidatorRequest(w: Writer, m: QueryDelegatorValidatorRequest): void {
  if (m.delegatorAddr !== "") {
    w.tag(10);
    w.string(m.delegatorAddr);
  }
  if (m.validatorAddr !== "") {
    w.tag(18);
    w.string(m.validatorAddr);
  }
}

function readQueryDelegatorValidatorRequest(r: Reader): QueryDelegatorValidatorRequest {
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
  return { delegatorAddr: f1, validatorAddr: f2 };
}

export const QueryDelegatorValidatorRequest: Codec<QueryDelegatorValidatorRequest> = codec<QueryDelegatorValidatorRequest>({
  typeUrl: "/cosmos.staking.v1beta1.QueryDelegatorValidatorRequest",
  fields: [
    { name: "delegatorAddr", jsonName: "delegator_addr", number: 1, kind: "string", repeated: false, optional: false },
    { name: "validatorAddr", jsonName: "validator_addr", number: 2, kind: "string", repeated: false, optional: false },
  ],
  defaults: () => ({ delegatorAddr: "", validatorAddr: "" }),
  write: writeQueryDelegatorValidatorRequest,
  read: readQueryDelegatorValidatorRequest,
});

export interface QueryDelegatorValidatorResponse {
  readonly validator: Validator | undefined;
}

function writeQueryDelegatorValidatorResponse(w: Writer, m: QueryDelegatorValidatorResponse): void {
  if (m.validator !== undefined) {
    w.tag(10);
    { const s = w.open(); Validator.write(w, m.validator); w.close(s); }
  }
}

function readQueryDelegatorValidatorResponse(r: Reader): QueryDelegatorValidatorResponse {
  let f1: Validator | undefined = undefined;
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
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { validator: f1 };
}

export const QueryDelegatorValidatorResponse: Codec<QueryDelegatorValidatorResponse> = codec<QueryDelegatorValidatorResponse>({
  typeUrl: "/cosmos.staking.v1beta1.QueryDelegatorValidatorResponse",
  fields: [
    { name: "validator", jsonName: "validator", number: 1, kind: "message", repeated: false, optional: true, message: () => Validator as Codec<never> },
  ],
  defaults: () => ({ validator: undefined }),
  write: writeQueryDelegatorValidatorResponse,
  read: readQueryDelegatorValidatorResponse,
});

export interface QueryHistoricalInfoRequest {
  readonly height: bigint;
}

function writeQueryHistoricalInfoRequest(w: Writer, m: QueryHistoricalInfoRequest): void {
  if (m.height !== 0n) {
    w.tag(8);
    w.int64(m.height);
  }
}

function readQueryHistoricalInfoRequest(r: Reader): QueryHistoricalInfoRequest {
  let f1: bigint = 0n;
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 8:
        r.single(last, tag);
        f1 = r.value(r.int64());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { height: f1 };
}

export const QueryHistoricalInfoRequest: Codec<QueryHistoricalInfoRequest> = codec<QueryHistoricalInfoRequest>({
  typeUrl: "/cosmos.staking.v1beta1.QueryHistoricalInfoRequest",
  fields: [
    { name: "height", jsonName: "height", number: 1, kind: "int64", repeated: false, optional: false },
  ],
  defaults: () => ({ height: 0n }),
  write: writeQueryHistoricalInfoRequest,
  read: readQueryHistoricalInfoRequest,
});

export interface QueryHistoricalInfoResponse {
  readonly hist: HistoricalInfo | undefined;
}

function writeQueryHistoricalInfoResponse(w: Writer, m: QueryHistoricalInfoResponse): void {
  if (m.hist !== undefined) {
    w.tag(10);
    { const s = w.open(); HistoricalInfo.write(w, m.hist); w.close(s); }
  }
}

function readQueryHistoricalInfoResponse(r: Reader): QueryHistoricalInfoResponse {
  let f1: HistoricalInfo | undefined = undefined;
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10: {
        r.single(last, tag);
        const outer = r.enter();
        f1 = HistoricalInfo.read(r);
        r.leave(outer);
        break;
      }
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { hist: f1 };
}

export const QueryHistoricalInfoResponse: Codec<QueryHistoricalInfoResponse> = codec<QueryHistoricalInfoResponse>({
  typeUrl: "/cosmos.staking.v1beta1.QueryHistoricalInfoResponse",
  fields: [
    { name: "hist", jsonName: "hist", number: 1, kind: "message", repeated: false, optional: true, message: () => HistoricalInfo as Codec<never> },
  ],
  defaults: () => ({ hist: undefined }),
  write: writeQueryHistoricalInfoResponse,
  read: readQueryHistoricalInfoResponse,
});

export interface QueryPoolRequest {
}

function writeQueryPoolRequest(_w: Writer, _m: QueryPoolRequest): void {
}

function readQueryPoolRequest(r: Reader): QueryPoolRequest {
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

export const QueryPoolRequest: Codec<QueryPoolRequest> = codec<QueryPoolRequest>({
  typeUrl: "/cosmos.staking.v1beta1.QueryPoolRequest",
  fields: [
  ],
  defaults: () => ({  }),
  write: writeQueryPoolRequest,
  read: readQueryPoolRequest,
});

export interface QueryPoolResponse {
  readonly pool: Pool | undefined;
}

function writeQueryPoolResponse(w: Writer, m: QueryPoolResponse): void {
  if (m.pool !== undefined) {
    w.tag(10);
    { const s = w.open(); Pool.write(w, m.pool); w.close(s); }
  }
}

function readQueryPoolResponse(r: Reader): QueryPoolResponse {
  let f1: Pool | undefined = undefined;
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10: {
        r.single(last, tag);
        const outer = r.enter();
        f1 = Pool.read(r);
        r.leave(outer);
        break;
      }
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { pool: f1 };
}

export const QueryPoolResponse: Codec<QueryPoolResponse> = codec<QueryPoolResponse>({
  typeUrl: "/cosmos.staking.v1beta1.QueryPoolResponse",
  fields: [
    { name: "pool", jsonName: "pool", number: 1, kind: "message", repeated: false, optional: true, message: () => Pool as Codec<never> },
  ],
  defaults: () => ({ pool: undefined }),
  write: writeQueryPoolResponse,
  read: readQueryPoolResponse,
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
  typeUrl: "/cosmos.staking.v1beta1.QueryParamsRequest",
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
  typeUrl: "/cosmos.staking.v1beta1.QueryParamsResponse",
  fields: [
    { name: "params", jsonName: "params", number: 1, kind: "message", repeated: false, optional: true, message: () => Params as Codec<never> },
  ],
  defaults: () => ({ params: undefined }),
  write: writeQueryParamsResponse,
  read: readQueryParamsResponse,
});

export const Query: {
  readonly Validators: Method<QueryValidatorsRequest, QueryValidatorsResponse>;
  readonly Validator: Method<QueryValidatorRequest, QueryValidatorResponse>;
  readonly ValidatorDelegations: Method<QueryValidatorDelegationsRequest, QueryValidatorDelegationsResponse>;
  readonly ValidatorUnbondingDelegations: Method<QueryValidatorUnbondingDelegationsRequest, QueryValidatorUnbondingDelegationsResponse>;
  readonly Delegation: Method<QueryDelegationRequest, QueryDelegationResponse>;
  readonly UnbondingDelegation: Method<QueryUnbondingDelegationRequest, QueryUnbondingDelegationResponse>;
  readonly DelegatorDelegations: Method<QueryDelegatorDelegationsRequest, QueryDelegatorDelegationsResponse>;
  readonly DelegatorUnbondingDelegations: Method<QueryDelegatorUnbondingDelegationsRequest, QueryDelegatorUnbondingDelegationsResponse>;
  readonly Redelegations: Method<QueryRedelegationsRequest, QueryRedelegationsResponse>;
  readonly DelegatorValidators: Method<QueryDelegatorValidatorsRequest, QueryDelegatorValidatorsResponse>;
  readonly DelegatorValidator: Method<QueryDelegatorValidatorRequest, QueryDelegatorValidatorResponse>;
  readonly HistoricalInfo: Method<QueryHistoricalInfoRequest, QueryHistoricalInfoResponse>;
  readonly Pool: Method<QueryPoolRequest, QueryPoolResponse>;
  readonly Params: Method<QueryParamsRequest, QueryParamsResponse>;
} = {
  Validators: { path: "/cosmos.staking.v1beta1.Query/Validators", request: QueryValidatorsRequest, response: QueryValidatorsResponse },
  Validator: { path: "/cosmos.staking.v1beta1.Query/Validator", request: QueryValidatorRequest, response: QueryValidatorResponse },
  ValidatorDelegations: { path: "/cosmos.staking.v1beta1.Query/ValidatorDelegations", request: QueryValidatorDelegationsRequest, response: QueryValidatorDelegationsResponse },
  ValidatorUnbondingDelegations: { path: "/cosmos.staking.v1beta1.Query/ValidatorUnbondingDelegations", request: QueryValidatorUnbondingDelegationsRequest, response: QueryValidatorUnbondingDelegationsResponse },
  Delegation: { path: "/cosmos.staking.v1beta1.Query/Delegation", request: QueryDelegationRequest, response: QueryDelegationResponse },
  UnbondingDelegation: { path: "/cosmos.staking.v1beta1.Query/UnbondingDelegation", request: QueryUnbondingDelegationRequest, response: QueryUnbondingDelegationResponse },
  DelegatorDelegations: { path: "/cosmos.staking.v1beta1.Query/DelegatorDelegations", request: QueryDelegatorDelegationsRequest, response: QueryDelegatorDelegationsResponse },
  DelegatorUnbondingDelegations: { path: "/cosmos.staking.v1beta1.Query/DelegatorUnbondingDelegations", request: QueryDelegatorUnbondingDelegationsRequest, response: QueryDelegatorUnbondingDelegationsResponse },
  Redelegations: { path: "/cosmos.staking.v1beta1.Query/Redelegations", request: QueryRedelegationsRequest, response: QueryRedelegationsResponse },
  DelegatorValidators: { path: "/cosmos.staking.v1beta1.Query/DelegatorValidators", request: QueryDelegatorValidatorsRequest, response: QueryDelegatorValidatorsResponse },
  DelegatorValidator: { path: "/cosmos.staking.v1beta1.Query/DelegatorValidator", request: QueryDelegatorValidatorRequest, response: QueryDelegatorValidatorResponse },
  HistoricalInfo: { path: "/cosmos.staking.v1beta1.Query/HistoricalInfo", request: QueryHistoricalInfoRequest, response: QueryHistoricalInfoResponse },
  Pool: { path: "/cosmos.staking.v1beta1.Query/Pool", request: QueryPoolRequest, response: QueryPoolResponse },
  Params: { path: "/cosmos.staking.v1beta1.Query/Params", request: QueryParamsRequest, response: QueryParamsResponse },
};
