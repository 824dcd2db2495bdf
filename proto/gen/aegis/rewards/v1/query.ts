// Generated from proto/aegis/rewards/v1/query.proto by "npm run proto". Do not edit.
import { codec, type Codec, type Method } from "../../../../wire/codec.ts";
import type { Reader } from "../../../../wire/reader.ts";
import type { Writer } from "../../../../wire/writer.ts";
import { EpochRewards, Params, Totals } from "./rewards.ts";

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
  typeUrl: "/aegis.rewards.v1.QueryParamsRequest",
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
  typeUrl: "/aegis.rewards.v1.QueryParamsResponse",
  fields: [
    { name: "params", jsonName: "params", number: 1, kind: "message", repeated: false, optional: true, message: () => Params as Codec<never> },
  ],
  defaults: () => ({ params: undefined }),
  write: writeQueryParamsResponse,
  read: readQueryParamsResponse,
});

export interface QueryEpochRewardsRequest {
  readonly epoch: bigint;
}

function writeQueryEpochRewardsRequest(w: Writer, m: QueryEpochRewardsRequest): void {
  if (m.epoch !== 0n) {
    w.tag(8);
    w.uint64(m.epoch);
  }
}

function readQueryEpochRewardsRequest(r: Reader): QueryEpochRewardsRequest {
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
  return { epoch: f1 };
}

export const QueryEpochRewardsRequest: Codec<QueryEpochRewardsRequest> = codec<QueryEpochRewardsRequest>({
  typeUrl: "/aegis.rewards.v1.QueryEpochRewardsRequest",
  fields: [
    { name: "epoch", jsonName: "epoch", number: 1, kind: "uint64", repeated: false, optional: false },
  ],
  defaults: () => ({ epoch: 0n }),
  write: writeQueryEpochRewardsRequest,
  read: readQueryEpochRewardsRequest,
});

export interface QueryEpochRewardsResponse {
  readonly rewards: EpochRewards | undefined;
}

function writeQueryEpochRewardsResponse(w: Writer, m: QueryEpochRewardsResponse): void {
  if (m.rewards !== undefined) {
    w.tag(10);
    { const s = w.open(); EpochRewards.write(w, m.rewards); w.close(s); }
  }
}

function readQueryEpochRewardsResponse(r: Reader): QueryEpochRewardsResponse {
  let f1: EpochRewards | undefined = undefined;
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10: {
        r.single(last, tag);
        const outer = r.enter();
        f1 = EpochRewards.read(r);
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

export const QueryEpochRewardsResponse: Codec<QueryEpochRewardsResponse> = codec<QueryEpochRewardsResponse>({
  typeUrl: "/aegis.rewards.v1.QueryEpochRewardsResponse",
  fields: [
    { name: "rewards", jsonName: "rewards", number: 1, kind: "message", repeated: false, optional: true, message: () => EpochRewards as Codec<never> },
  ],
  defaults: () => ({ rewards: undefined }),
  write: writeQueryEpochRewardsResponse,
  read: readQueryEpochRewardsResponse,
});

export interface QueryPendingRequest {
}

function writeQueryPendingRequest(_w: Writer, _m: QueryPendingRequest): void {
}

function readQueryPendingRequest(r: Reader): QueryPendingRequest {
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

export const QueryPendingRequest: Codec<QueryPendingRequest> = codec<QueryPendingRequest>({
  typeUrl: "/aegis.rewards.v1.QueryPendingRequest",
  fields: [
  ],
  defaults: () => ({  }),
  write: writeQueryPendingRequest,
  read: readQueryPendingRequest,
});

export interface QueryPendingResponse {
  readonly rewards: EpochRewards | undefined;
  readonly collectedFees: bigint;
  readonly unpaidEpochs: readonly bigint[];
  readonly pool: bigint;
}

function writeQueryPendingResponse(w: Writer, m: QueryPendingResponse): void {
  if (m.rewards !== undefined) {
    w.tag(10);
    { const s = w.open(); EpochRewards.write(w, m.rewards); w.close(s); }
  }
  if (m.collectedFees !== 0n) {
    w.tag(16);
    w.uint64(m.collectedFees);
  }
  if (m.unpaidEpochs.length > 0) {
    w.tag(26);
    const s = w.open();
    for (const v of m.unpaidEpochs) w.uint64(v);
    w.close(s);
  }
  if (m.pool !== 0n) {
    w.tag(32);
    w.uint64(m.pool);
  }
}

function readQueryPendingResponse(r: Reader): QueryPendingResponse {
  let f1: EpochRewards | undefined = undefined;
  let f2: bigint = 0n;
  const f3: bigint[] = [];
  let f4: bigint = 0n;
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10: {
        r.single(last, tag);
        const outer = r.enter();
        f1 = EpochRewards.read(r);
        r.leave(outer);
        break;
      }
      case 16:
        r.single(last, tag);
        f2 = r.value(r.uint64());
        break;
      case 26: {
        r.single(last, tag);
        const outer = r.enter();
        if (r.at === r.end) r.value(0);
        while (r.at < r.end) f3.push(r.uint64());
        r.leave(outer);
        break;
      }
      case 24:
        if (r.strict) r.unknown(tag);
        f3.push(r.uint64());
        break;
      case 32:
        r.single(last, tag);
        f4 = r.value(r.uint64());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { rewards: f1, collectedFees: f2, unpaidEpochs: f3, pool: f4 };
}

export const QueryPendingResponse: Codec<QueryPendingResponse> = codec<QueryPendingResponse>({
  typeUrl: "/aegis.rewards.v1.QueryPendingResponse",
  fields: [
    { name: "rewards", jsonName: "rewards", number: 1, kind: "message", repeated: false, optional: true, message: () => EpochRewards as Codec<never> },
    { name: "collectedFees", jsonName: "collected_fees", number: 2, kind: "uint64", repeated: false, optional: false },
    { name: "unpaidEpochs", jsonName: "unpaid_epochs", number: 3, kind: "uint64", repeated: true, optional: false },
    { name: "pool", jsonName: "pool", number: 4, kind: "uint64", repeated: false, optional: false },
  ],
  defaults: () => ({ rewards: undefined, collectedFees: 0n, unpaidEpochs: [], pool: 0n }),
  write: writeQueryPendingResponse,
  read: readQueryPendingResponse,
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
  typeUrl: "/aegis.rewards.v1.QueryTotalsRequest",
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
  typeUrl: "/aegis.rewards.v1.QueryTotalsResponse",
  fields: [
    { name: "totals", jsonName: "totals", number: 1, kind: "message", repeated: false, optional: true, message: () => Totals as Codec<never> },
  ],
  defaults: () => ({ totals: undefined }),
  write: writeQueryTotalsResponse,
  read: readQueryTotalsResponse,
});

export const Query: {
  readonly Params: Method<QueryParamsRequest, QueryParamsResponse>;
  readonly EpochRewards: Method<QueryEpochRewardsRequest, QueryEpochRewardsResponse>;
  readonly Pending: Method<QueryPendingRequest, QueryPendingResponse>;
  readonly Totals: Method<QueryTotalsRequest, QueryTotalsResponse>;
} = {
  Params: { path: "/aegis.rewards.v1.Query/Params", request: QueryParamsRequest, response: QueryParamsResponse },
  EpochRewards: { path: "/aegis.rewards.v1.Query/EpochRewards", request: QueryEpochRewardsRequest, response: QueryEpochRewardsResponse },
  Pending: { path: "/aegis.rewards.v1.Query/Pending", request: QueryPendingRequest, response: QueryPendingResponse },
  Totals: { path: "/aegis.rewards.v1.Query/Totals", request: QueryTotalsRequest, response: QueryTotalsResponse },
};
