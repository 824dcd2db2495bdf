// Generated from proto/cosmos/distribution/v1beta1/query.proto by "npm run proto". Do not edit.
import { codec, type Codec, type Method } from "../../../../wire/codec.ts";
import type { Reader } from "../../../../wire/reader.ts";
import type { Writer } from "../../../../wire/writer.ts";
import { PageRequest, PageResponse } from "../../base/query/v1beta1/pagination.ts";
import { DecCoin } from "../../base/v1beta1/coin.ts";
import { DelegationDelegatorReward, Params, ValidatorAccumulatedCommission, ValidatorOutstandingRewards, ValidatorSlashEvent } from "./distribution.ts";

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
  typeUrl: "/cosmos.distribution.v1beta1.QueryParamsRequest",
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
  typeUrl: "/cosmos.distribution.v1beta1.QueryParamsResponse",
  fields: [
    { name: "params", jsonName: "params", number: 1, kind: "message", repeated: false, optional: true, message: () => Params as Codec<never> },
  ],
  defaults: () => ({ params: undefined }),
  write: writeQueryParamsResponse,
  read: readQueryParamsResponse,
});

export interface QueryValidatorDistributionInfoRequest {
  readonly validatorAddress: string;
}

function writeQueryValidatorDistributionInfoRequest(w: Writer, m: QueryValidatorDistributionInfoRequest): void {
  if (m.validatorAddress !== "") {
    w.tag(10);
    w.string(m.validatorAddress);
  }
}

function readQueryValidatorDistributionInfoRequest(r: Reader): QueryValidatorDistributionInfoRequest {
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
  return { validatorAddress: f1 };
}

export const QueryValidatorDistributionInfoRequest: Codec<QueryValidatorDistributionInfoRequest> = codec<QueryValidatorDistributionInfoRequest>({
  typeUrl: "/cosmos.distribution.v1beta1.QueryValidatorDistributionInfoRequest",
  fields: [
    { name: "validatorAddress", jsonName: "validator_address", number: 1, kind: "string", repeated: false, optional: false },
  ],
  defaults: () => ({ validatorAddress: "" }),
  write: writeQueryValidatorDistributionInfoRequest,
  read: readQueryValidatorDistributionInfoRequest,
});

export interface QueryValidatorDistributionInfoResponse {
  readonly operatorAddress: string;
  readonly selfBondRewards: readonly DecCoin[];
  readonly commission: readonly DecCoin[];
}

function writeQueryValidatorDistributionInfoResponse(w: Writer, m: QueryValidatorDistributionInfoResponse): void {
  if (m.operatorAddress !== "") {
    w.tag(10);
    w.string(m.operatorAddress);
  }
  for (const v of m.selfBondRewards) {
    w.tag(18);
    { const s = w.open(); DecCoin.write(w, v); w.close(s); }
  }
  for (const v of m.commission) {
    w.tag(26);
    { const s = w.open(); DecCoin.write(w, v); w.close(s); }
  }
}

function readQueryValidatorDistributionInfoResponse(r: Reader): QueryValidatorDistributionInfoResponse {
  let f1: string = "";
  const f2: DecCoin[] = [];
  const f3: DecCoin[] = [];
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
        f2.push(DecCoin.read(r));
        r.leave(outer);
        break;
      }
      case 26: {
        const outer = r.enter();
        f3.push(DecCoin.read(r));
        r.leave(outer);
        break;
      }
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { operatorAddress: f1, selfBondRewards: f2, commission: f3 };
}

export const QueryValidatorDistributionInfoResponse: Codec<QueryValidatorDistributionInfoResponse> = codec<QueryValidatorDistributionInfoResponse>({
  typeUrl: "/cosmos.distribution.v1beta1.QueryValidatorDistributionInfoResponse",
  fields: [
    { name: "operatorAddress", jsonName: "operator_address", number: 1, kind: "string", repeated: false, optional: false },
    { name: "selfBondRewards", jsonName: "self_bond_rewards", number: 2, kind: "message", repeated: true, optional: false, message: () => DecCoin as Codec<never> },
    { name: "commission", jsonName: "commission", number: 3, kind: "message", repeated: true, optional: false, message: () => DecCoin as Codec<never> },
  ],
  defaults: () => ({ operatorAddress: "", selfBondRewards: [], commission: [] }),
  write: writeQueryValidatorDistributionInfoResponse,
  read: readQueryValidatorDistributionInfoResponse,
});

export interface QueryValidatorOutstandingRewardsRequest {
  readonly validatorAddress: string;
}

function writeQueryValidatorOutstandingRewardsRequest(w: Writer, m: QueryValidatorOutstandingRewardsRequest): void {
  if (m.validatorAddress !== "") {
    w.tag(10);
    w.string(m.validatorAddress);
  }
}

function readQueryValidatorOutstandingRewardsRequest(r: Reader): QueryValidatorOutstandingRewardsRequest {
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
  return { validatorAddress: f1 };
}

export const QueryValidatorOutstandingRewardsRequest: Codec<QueryValidatorOutstandingRewardsRequest> = codec<QueryValidatorOutstandingRewardsRequest>({
  typeUrl: "/cosmos.distribution.v1beta1.QueryValidatorOutstandingRewardsRequest",
  fields: [
    { name: "validatorAddress", jsonName: "validator_address", number: 1, kind: "string", repeated: false, optional: false },
  ],
  defaults: () => ({ validatorAddress: "" }),
  write: writeQueryValidatorOutstandingRewardsRequest,
  read: readQueryValidatorOutstandingRewardsRequest,
});

export interface QueryValidatorOutstandingRewardsResponse {
  readonly rewards: ValidatorOutstandingRewards | undefined;
}

function writeQueryValidatorOutstandingRewardsResponse(w: Writer, m: QueryValidatorOutstandingRewardsResponse): void {
  if (m.rewards !== undefined) {
    w.tag(10);
    { const s = w.open(); ValidatorOutstandingRewards.write(w, m.rewards); w.close(s); }
  }
}

function readQueryValidatorOutstandingRewardsResponse(r: Reader): QueryValidatorOutstandingRewardsResponse {
  let f1: ValidatorOutstandingRewards | undefined = undefined;
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10: {
        r.single(last, tag);
        const outer = r.enter();
        f1 = ValidatorOutstandingRewards.read(r);
        r.leave(outer);
        break;
      }
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { rewards: f1 };
}

export const QueryValidatorOutstandingRewardsResponse: Codec<QueryValidatorOutstandingRewardsResponse> = codec<QueryValidatorOutstandingRewardsResponse>({
  typeUrl: "/cosmos.distribution.v1beta1.QueryValidatorOutstandingRewardsResponse",
  fields: [
    { name: "rewards", jsonName: "rewards", number: 1, kind: "message", repeated: false, optional: true, message: () => ValidatorOutstandingRewards as Codec<never> },
  ],
  defaults: () => ({ rewards: undefined }),
  write: writeQueryValidatorOutstandingRewardsResponse,
  read: readQueryValidatorOutstandingRewardsResponse,
});

export interface QueryValidatorCommissionRequest {
  readonly validatorAddress: string;
}

function writeQueryValidatorCommissionRequest(w: Writer, m: QueryValidatorCommissionRequest): void {
  if (m.validatorAddress !== "") {
    w.tag(10);
    w.string(m.validatorAddress);
  }
}

function readQueryValidatorCommissionRequest(r: Reader): QueryValidatorCommissionRequest {
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
  return { validatorAddress: f1 };
}

export const QueryValidatorCommissionRequest: Codec<QueryValidatorCommissionRequest> = codec<QueryValidatorCommissionRequest>({
  typeUrl: "/cosmos.distribution.v1beta1.QueryValidatorCommissionRequest",
  fields: [
    { name: "validatorAddress", jsonName: "validator_address", number: 1, kind: "string", repeated: false, optional: false },
  ],
  defaults: () => ({ validatorAddress: "" }),
  write: writeQueryValidatorCommissionRequest,
  read: readQueryValidatorCommissionRequest,
});

export interface QueryValidatorCommissionResponse {
  readonly commission: ValidatorAccumulatedCommission | undefined;
}

function writeQueryValidatorCommissionResponse(w: Writer, m: QueryValidatorCommissionResponse): void {
  if (m.commission !== undefined) {
    w.tag(10);
    { const s = w.open(); ValidatorAccumulatedCommission.write(w, m.commission); w.close(s); }
  }
}

function readQueryValidatorCommissionResponse(r: Reader): QueryValidatorCommissionResponse {
  let f1: ValidatorAccumulatedCommission | undefined = undefined;
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10: {
        r.single(last, tag);
        const outer = r.enter();
        f1 = ValidatorAccumulatedCommission.read(r);
        r.leave(outer);
        break;
      }
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { commission: f1 };
}

export const QueryValidatorCommissionResponse: Codec<QueryValidatorCommissionResponse> = codec<QueryValidatorCommissionResponse>({
  typeUrl: "/cosmos.distribution.v1beta1.QueryValidatorCommissionResponse",
  fields: [
    { name: "commission", jsonName: "commission", number: 1, kind: "message", repeated: false, optional: true, message: () => ValidatorAccumulatedCommission as Codec<never> },
  ],
  defaults: () => ({ commission: undefined }),
  write: writeQueryValidatorCommissionResponse,
  read: readQueryValidatorCommissionResponse,
});

export interface QueryValidatorSlashesRequest {
  readonly validatorAddress: string;
  readonly startingHeight: bigint;
  readonly endingHeight: bigint;
  readonly pagination: PageRequest | undefined;
}

function writeQueryValidatorSlashesRequest(w: Writer, m: QueryValidatorSlashesRequest): void {
  if (m.validatorAddress !== "") {
    w.tag(10);
    w.string(m.validatorAddress);
  }
  if (m.startingHeight !== 0n) {
    w.tag(16);
    w.uint64(m.startingHeight);
  }
  if (m.endingHeight !== 0n) {
    w.tag(24);
    w.uint64(m.endingHeight);
  }
  if (m.pagination !== undefined) {
    w.tag(34);
    { const s = w.open(); PageRequest.write(w, m.pagination); w.close(s); }
  }
}

function readQueryValidatorSlashesRequest(r: Reader): QueryValidatorSlashesRequest {
  let f1: string = "";
  let f2: bigint = 0n;
  let f3: bigint = 0n;
  let f4: PageRequest | undefined = undefined;
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
        f2 = r.value(r.uint64());
        break;
      case 24:
        r.single(last, tag);
        f3 = r.value(r.uint64());
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
  return { validatorAddress: f1, startingHeight: f2, endingHeight: f3, pagination: f4 };
}

export const QueryValidatorSlashesRequest: Codec<QueryValidatorSlashesRequest> = codec<QueryValidatorSlashesRequest>({
  typeUrl: "/cosmos.distribution.v1beta1.QueryValidatorSlashesRequest",
  fields: [
    { name: "validatorAddress", jsonName: "validator_address", number: 1, kind: "string", repeated: false, optional: false },
    { name: "startingHeight", jsonName: "starting_height", number: 2, kind: "uint64", repeated: false, optional: false },
    { name: "endingHeight", jsonName: "ending_height", number: 3, kind: "uint64", repeated: false, optional: false },
    { name: "pagination", jsonName: "pagination", number: 4, kind: "message", repeated: false, optional: true, message: () => PageRequest as Codec<never> },
  ],
  defaults: () => ({ validatorAddress: "", startingHeight: 0n, endingHeight: 0n, pagination: undefined }),
  write: writeQueryValidatorSlashesRequest,
  read: readQueryValidatorSlashesRequest,
});

export interface QueryValidatorSlashesResponse {
  readonly slashes: readonly ValidatorSlashEvent[];
  readonly pagination: PageResponse | undefined;
}

function writeQueryValidatorSlashesResponse(w: Writer, m: QueryValidatorSlashesResponse): void {
  for (const v of m.slashes) {
    w.tag(10);
    { const s = w.open(); ValidatorSlashEvent.write(w, v); w.close(s); }
  }
  if (m.pagination !== undefined) {
    w.tag(18);
    { const s = w.open(); PageResponse.write(w, m.pagination); w.close(s); }
  }
}

function readQueryValidatorSlashesResponse(r: Reader): QueryValidatorSlashesResponse {
  const f1: ValidatorSlashEvent[] = [];
  let f2: PageResponse | undefined = undefined;
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10: {
        const outer = r.enter();
        f1.push(ValidatorSlashEvent.read(r));
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
  typeUrl: "/cosmos.distribution.v1beta1.QueryValidatorSlashesResponse",
  fields: [
    { name: "slashes", jsonName: "slashes", number: 1, kind: "message", repeated: true, optional: false, message: () => ValidatorSlashEvent as Codec<never> },
    { name: "pagination", jsonName: "pagination", number: 2, kind: "message", repeated: false, optional: true, message: () => PageResponse as Codec<never> },
  ],
  defaults: () => ({ slashes: [], pagination: undefined }),
  write: writeQueryValidatorSlashesResponse,
  read: readQueryValidatorSlashesResponse,
});

export interface QueryDelegationRewardsRequest {
  readonly delegatorAddress: string;
  readonly validatorAddress: string;
}

function writeQueryDelegationRewardsRequest(w: Writer, m: QueryDelegationRewardsRequest): void {
  if (m.delegatorAddress !== "") {
    w.tag(10);
    w.string(m.delegatorAddress);
  }
  if (m.validatorAddress !== "") {
    w.tag(18);
    w.string(m.validatorAddress);
  }
}

function readQueryDelegationRewardsRequest(r: Reader): QueryDelegationRewardsRequest {
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
  return { delegatorAddress: f1, validatorAddress: f2 };
}

export const QueryDelegationRewardsRequest: Codec<QueryDelegationRewardsRequest> = codec<QueryDelegationRewardsRequest>({
  typeUrl: "/cosmos.distribution.v1beta1.QueryDelegationRewardsRequest",
  fields: [
    { name: "delegatorAddress", jsonName: "delegator_address", number: 1, kind: "string", repeated: false, optional: false },
    { name: "validatorAddress", jsonName: "validator_address", number: 2, kind: "string", repeated: false, optional: false },
  ],
  defaults: () => ({ delegatorAddress: "", validatorAddress: "" }),
  write: writeQueryDelegationRewardsRequest,
  read: readQueryDelegationRewardsRequest,
});

export interface QueryDelegationRewardsResponse {
  readonly rewards: readonly DecCoin[];
}

function writeQueryDelegationRewardsResponse(w: Writer, m: QueryDelegationRewardsResponse): void {
  for (const v of m.rewards) {
    w.tag(10);
    { const s = w.open(); DecCoin.write(w, v); w.close(s); }
  }
}

function readQueryDelegationRewardsResponse(r: Reader): QueryDelegationRewardsResponse {
  const f1: DecCoin[] = [];
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10: {
        const outer = r.enter();
        f1.push(DecCoin.read(r));
        r.leave(outer);
        break;
      }
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { rewards: f1 };
}

export const QueryDelegationRewardsResponse: Codec<QueryDelegationRewardsResponse> = codec<QueryDelegationRewardsResponse>({
  typeUrl: "/cosmos.distribution.v1beta1.QueryDelegationRewardsResponse",
  fields: [
    { name: "rewards", jsonName: "rewards", number: 1, kind: "message", repeated: true, optional: false, message: () => DecCoin as Codec<never> },
  ],
  defaults: () => ({ rewards: [] }),
  write: writeQueryDelegationRewardsResponse,
  read: readQueryDelegationRewardsResponse,
});

export interface QueryDelegationTotalRewardsRequest {
  readonly delegatorAddress: string;
}

function writeQueryDelegationTotalRewardsRequest(w: Writer, m: QueryDelegationTotalRewardsRequest): void {
  if (m.delegatorAddress !== "") {
    w.tag(10);
    w.string(m.delegatorAddress);
  }
}

function readQueryDelegationTotalRewardsRequest(r: Reader): QueryDelegationTotalRewardsRequest {
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
  return { delegatorAddress: f1 };
}

export const QueryDelegationTotalRewardsRequest: Codec<QueryDelegationTotalRewardsRequest> = codec<QueryDelegationTotalRewardsRequest>({
  typeUrl: "/cosmos.distribution.v1beta1.QueryDelegationTotalRewardsRequest",
  fields: [
    { name: "delegatorAddress", jsonName: "delegator_address", number: 1, kind: "string", repeated: false, optional: false },
  ],
  defaults: () => ({ delegatorAddress: "" }),
  write: writeQueryDelegationTotalRewardsRequest,
  read: readQueryDelegationTotalRewardsRequest,
});

export interface QueryDelegationTotalRewardsResponse {
  readonly rewards: readonly DelegationDelegatorReward[];
  readonly total: readonly DecCoin[];
}

function writeQueryDelegationTotalRewardsResponse(w: Writer, m: QueryDelegationTotalRewardsResponse): void {
  for (const v of m.rewards) {
    w.tag(10);
    { const s = w.open(); DelegationDelegatorReward.write(w, v); w.close(s); }
  }
  for (const v of m.total) {
    w.tag(18);
    { const s = w.open(); DecCoin.write(w, v); w.close(s); }
  }
}

function readQueryDelegationTotalRewardsResponse(r: Reader): QueryDelegationTotalRewardsResponse {
  const f1: DelegationDelegatorReward[] = [];
  const f2: DecCoin[] = [];
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10: {
        const outer = r.enter();
        f1.push(DelegationDelegatorReward.read(r));
        r.leave(outer);
        break;
      }
      case 18: {
        const outer = r.enter();
        f2.push(DecCoin.read(r));
        r.leave(outer);
        break;
      }
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { rewards: f1, total: f2 };
}

export const QueryDelegationTotalRewardsResponse: Codec<QueryDelegationTotalRewardsResponse> = codec<QueryDelegationTotalRewardsResponse>({
  typeUrl: "/cosmos.distribution.v1beta1.QueryDelegationTotalRewardsResponse",
  fields: [
    { name: "rewards", jsonName: "rewards", number: 1, kind: "message", repeated: true, optional: false, message: () => DelegationDelegatorReward as Codec<never> },
    { name: "total", jsonName: "total", number: 2, kind: "message", repeated: true, optional: false, message: () => DecCoin as Codec<never> },
  ],
  defaults: () => ({ rewards: [], total: [] }),
  write: writeQueryDelegationTotalRewardsResponse,
  read: readQueryDelegationTotalRewardsResponse,
});

export interface QueryDelegatorValidatorsRequest {
  readonly delegatorAddress: string;
}

function writeQueryDelegatorValidatorsRequest(w: Writer, m: QueryDelegatorValidatorsRequest): void {
  if (m.delegatorAddress !== "") {
    w.tag(10);
    w.string(m.delegatorAddress);
  }
}

function readQueryDelegatorValidatorsRequest(r: Reader): QueryDelegatorValidatorsRequest {
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
  return { delegatorAddress: f1 };
}

export const QueryDelegatorValidatorsRequest: Codec<QueryDelegatorValidatorsRequest> = codec<QueryDelegatorValidatorsRequest>({
  typeUrl: "/cosmos.distribution.v1beta1.QueryDelegatorValidatorsRequest",
  fields: [
    { name: "delegatorAddress", jsonName: "delegator_address", number: 1, kind: "string", repeated: false, optional: false },
  ],
  defaults: () => ({ delegatorAddress: "" }),
  write: writeQueryDelegatorValidatorsRequest,
  read: readQueryDelegatorValidatorsRequest,
});

export interface QueryDelegatorValidatorsResponse {
  readonly validators: readonly string[];
}

function writeQueryDelegatorValidatorsResponse(w: Writer, m: QueryDelegatorValidatorsResponse): void {
  for (const v of m.validators) {
    w.tag(10);
    w.string(v);
  }
}

function readQueryDelegatorValidatorsResponse(r: Reader): QueryDelegatorValidatorsResponse {
  const f1: string[] = [];
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10:
        f1.push(r.string());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { validators: f1 };
}

export const QueryDelegatorValidatorsResponse: Codec<QueryDelegatorValidatorsResponse> = codec<QueryDelegatorValidatorsResponse>({
  typeUrl: "/cosmos.distribution.v1beta1.QueryDelegatorValidatorsResponse",
  fields: [
    { name: "validators", jsonName: "validators", number: 1, kind: "string", repeated: true, optional: false },
  ],
  defaults: () => ({ validators: [] }),
  write: writeQueryDelegatorValidatorsResponse,
  read: readQueryDelegatorValidatorsResponse,
});

export interface QueryDelegatorWithdrawAddressRequest {
  readonly delegatorAddress: string;
}

function writeQueryDelegatorWithdrawAddressRequest(w: Writer, m: QueryDelegatorWithdrawAddressRequest): void {
  if (m.delegatorAddress !== "") {
    w.tag(10);
    w.string(m.delegatorAddress);
  }
}

function readQueryDelegatorWithdrawAddressRequest(r: Reader): QueryDelegatorWithdrawAddressRequest {
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
  return { delegatorAddress: f1 };
}

export const QueryDelegatorWithdrawAddressRequest: Codec<QueryDelegatorWithdrawAddressRequest> = codec<QueryDelegatorWithdrawAddressRequest>({
  typeUrl: "/cosmos.distribution.v1beta1.QueryDelegatorWithdrawAddressRequest",
  fields: [
    { name: "delegatorAddress", jsonName: "delegator_address", number: 1, kind: "string", repeated: false, optional: false },
  ],
  defaults: () => ({ delegatorAddress: "" }),
  write: writeQueryDelegatorWithdrawAddressRequest,
  read: readQueryDelegatorWithdrawAddressRequest,
});

export interface QueryDelegatorWithdrawAddressResponse {
  readonly withdrawAddress: string;
}

function writeQueryDelegatorWithdrawAddressResponse(w: Writer, m: QueryDelegatorWithdrawAddressResponse): void {
  if (m.withdrawAddress !== "") {
    w.tag(10);
    w.string(m.withdrawAddress);
  }
}

function readQueryDelegatorWithdrawAddressResponse(r: Reader): QueryDelegatorWithdrawAddressResponse {
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
  return { withdrawAddress: f1 };
}

export const QueryDelegatorWithdrawAddressResponse: Codec<QueryDelegatorWithdrawAddressResponse> = codec<QueryDelegatorWithdrawAddressResponse>({
  typeUrl: "/cosmos.distribution.v1beta1.QueryDelegatorWithdrawAddressResponse",
  fields: [
    { name: "withdrawAddress", jsonName: "withdraw_address", number: 1, kind: "string", repeated: false, optional: false },
  ],
  defaults: () => ({ withdrawAddress: "" }),
  write: writeQueryDelegatorWithdrawAddressResponse,
  read: readQueryDelegatorWithdrawAddressResponse,
});

export interface QueryCommunityPoolRequest {
}

function writeQueryCommunityPoolRequest(_w: Writer, _m: QueryCommunityPoolRequest): void {
}

function readQueryCommunityPoolRequest(r: Reader): QueryCommunityPoolRequest {
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

export const QueryCommunityPoolRequest: Codec<QueryCommunityPoolRequest> = codec<QueryCommunityPoolRequest>({
  typeUrl: "/cosmos.distribution.v1beta1.QueryCommunityPoolRequest",
  fields: [
  ],
  defaults: () => ({  }),
  write: writeQueryCommunityPoolRequest,
  read: readQueryCommunityPoolRequest,
});

export interface QueryCommunityPoolResponse {
  readonly pool: readonly DecCoin[];
}

function writeQueryCommunityPoolResponse(w: Writer, m: QueryCommunityPoolResponse): void {
  for (const v of m.pool) {
    w.tag(10);
    { const s = w.open(); DecCoin.write(w, v); w.close(s); }
  }
}

function readQueryCommunityPoolResponse(r: Reader): QueryCommunityPoolResponse {
  const f1: DecCoin[] = [];
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10: {
        const outer = r.enter();
        f1.push(DecCoin.read(r));
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

export const QueryCommunityPoolResponse: Codec<QueryCommunityPoolResponse> = codec<QueryCommunityPoolResponse>({
  typeUrl: "/cosmos.distribution.v1beta1.QueryCommunityPoolResponse",
  fields: [
    { name: "pool", jsonName: "pool", number: 1, kind: "message", repeated: true, optional: false, message: () => DecCoin as Codec<never> },
  ],
  defaults: () => ({ pool: [] }),
  write: writeQueryCommunityPoolResponse,
  read: readQueryCommunityPoolResponse,
});

export const Query: {
  readonly Params: Method<QueryParamsRequest, QueryParamsResponse>;
  readonly ValidatorDistributionInfo: Method<QueryValidatorDistributionInfoRequest, QueryValidatorDistributionInfoResponse>;
  readonly ValidatorOutstandingRewards: Method<QueryValidatorOutstandingRewardsRequest, QueryValidatorOutstandingRewardsResponse>;
  readonly ValidatorCommission: Method<QueryValidatorCommissionRequest, QueryValidatorCommissionResponse>;
  readonly ValidatorSlashes: Method<QueryValidatorSlashesRequest, QueryValidatorSlashesResponse>;
  readonly DelegationRewards: Method<QueryDelegationRewardsRequest, QueryDelegationRewardsResponse>;
  readonly DelegationTotalRewards: Method<QueryDelegationTotalRewardsRequest, QueryDelegationTotalRewardsResponse>;
  readonly DelegatorValidators: Method<QueryDelegatorValidatorsRequest, QueryDelegatorValidatorsResponse>;
  readonly DelegatorWithdrawAddress: Method<QueryDelegatorWithdrawAddressRequest, QueryDelegatorWithdrawAddressResponse>;
  readonly CommunityPool: Method<QueryCommunityPoolRequest, QueryCommunityPoolResponse>;
} = {
  Params: { path: "/cosmos.distribution.v1beta1.Query/Params", request: QueryParamsRequest, response: QueryParamsResponse },
  ValidatorDistributionInfo: { path: "/cosmos.distribution.v1beta1.Query/ValidatorDistributionInfo", request: QueryValidatorDistributionInfoRequest, response: QueryValidatorDistributionInfoResponse },
  ValidatorOutstandingRewards: { path: "/cosmos.distribution.v1beta1.Query/ValidatorOutstandingRewards", request: QueryValidatorOutstandingRewardsRequest, response: QueryValidatorOutstandingRewardsResponse },
  ValidatorCommission: { path: "/cosmos.distribution.v1beta1.Query/ValidatorCommission", request: QueryValidatorCommissionRequest, response: QueryValidatorCommissionResponse },
  ValidatorSlashes: { path: "/cosmos.distribution.v1beta1.Query/ValidatorSlashes", request: QueryValidatorSlashesRequest, response: QueryValidatorSlashesResponse },
  DelegationRewards: { path: "/cosmos.distribution.v1beta1.Query/DelegationRewards", request: QueryDelegationRewardsRequest, response: QueryDelegationRewardsResponse },
  DelegationTotalRewards: { path: "/cosmos.distribution.v1beta1.Query/DelegationTotalRewards", request: QueryDelegationTotalRewardsRequest, response: QueryDelegationTotalRewardsResponse },
  DelegatorValidators: { path: "/cosmos.distribution.v1beta1.Query/DelegatorValidators", request: QueryDelegatorValidatorsRequest, response: QueryDelegatorValidatorsResponse },
  DelegatorWithdrawAddress: { path: "/cosmos.distribution.v1beta1.Query/DelegatorWithdrawAddress", request: QueryDelegatorWithdrawAddressRequest, response: QueryDelegatorWithdrawAddressResponse },
  CommunityPool: { path: "/cosmos.distribution.v1beta1.Query/CommunityPool", request: QueryCommunityPoolRequest, response: QueryCommunityPoolResponse },
};
