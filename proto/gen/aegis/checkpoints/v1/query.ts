// Generated from proto/aegis/checkpoints/v1/query.proto by "npm run proto". Do not edit.
import { codec, type Codec, type Method } from "../../../../wire/codec.ts";
import type { Reader } from "../../../../wire/reader.ts";
import type { Writer } from "../../../../wire/writer.ts";
import { Attestation, Checkpoint, Params } from "./checkpoints.ts";
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
  typeUrl: "/aegis.checkpoints.v1.QueryParamsRequest",
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
  typeUrl: "/aegis.checkpoints.v1.QueryParamsResponse",
  fields: [
    { name: "params", jsonName: "params", number: 1, kind: "message", repeated: false, optional: true, message: () => Params as Codec<never> },
  ],
  defaults: () => ({ params: undefined }),
  write: writeQueryParamsResponse,
  read: readQueryParamsResponse,
});

export interface QueryCheckpointRequest {
  readonly epoch: bigint;
}

function writeQueryCheckpointRequest(w: Writer, m: QueryCheckpointRequest): void {
  if (m.epoch !== 0n) {
    w.tag(8);
    w.uint64(m.epoch);
  }
}

function readQueryCheckpointRequest(r: Reader): QueryCheckpointRequest {
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

export const QueryCheckpointRequest: Codec<QueryCheckpointRequest> = codec<QueryCheckpointRequest>({
  typeUrl: "/aegis.checkpoints.v1.QueryCheckpointRequest",
  fields: [
    { name: "epoch", jsonName: "epoch", number: 1, kind: "uint64", repeated: false, optional: false },
  ],
  defaults: () => ({ epoch: 0n }),
  write: writeQueryCheckpointRequest,
  read: readQueryCheckpointRequest,
});

export interface QueryCheckpointResponse {
  readonly checkpoint: Checkpoint | undefined;
  readonly attestation: Attestation | undefined;
}

function writeQueryCheckpointResponse(w: Writer, m: QueryCheckpointResponse): void {
  if (m.checkpoint !== undefined) {
    w.tag(10);
    { const s = w.open(); Checkpoint.write(w, m.checkpoint); w.close(s); }
  }
  if (m.attestation !== undefined) {
    w.tag(18);
    { const s = w.open(); Attestation.write(w, m.attestation); w.close(s); }
  }
}

function readQueryCheckpointResponse(r: Reader): QueryCheckpointResponse {
  let f1: Checkpoint | undefined = undefined;
  let f2: Attestation | undefined = undefined;
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10: {
        r.single(last, tag);
        const outer = r.enter();
        f1 = Checkpoint.read(r);
        r.leave(outer);
        break;
      }
      case 18: {
        r.single(last, tag);
        const outer = r.enter();
        f2 = Attestation.read(r);
        r.leave(outer);
        break;
      }
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { checkpoint: f1, attestation: f2 };
}

export const QueryCheckpointResponse: Codec<QueryCheckpointResponse> = codec<QueryCheckpointResponse>({
  typeUrl: "/aegis.checkpoints.v1.QueryCheckpointResponse",
  fields: [
    { name: "checkpoint", jsonName: "checkpoint", number: 1, kind: "message", repeated: false, optional: true, message: () => Checkpoint as Codec<never> },
    { name: "attestation", jsonName: "attestation", number: 2, kind: "message", repeated: false, optional: true, message: () => Attestation as Codec<never> },
  ],
  defaults: () => ({ checkpoint: undefined, attestation: undefined }),
  write: writeQueryCheckpointResponse,
  read: readQueryCheckpointResponse,
});

export interface QueryCheckpointsRequest {
  readonly pagination: PageRequest | undefined;
}

function writeQueryCheckpointsRequest(w: Writer, m: QueryCheckpointsRequest): void {
  if (m.pagination !== undefined) {
    w.tag(10);
    { const s = w.open(); PageRequest.write(w, m.pagination); w.close(s); }
  }
}

function readQueryCheckpointsRequest(r: Reader): QueryCheckpointsRequest {
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

export const QueryCheckpointsRequest: Codec<QueryCheckpointsRequest> = codec<QueryCheckpointsRequest>({
  typeUrl: "/aegis.checkpoints.v1.QueryCheckpointsRequest",
  fields: [
    { name: "pagination", jsonName: "pagination", number: 1, kind: "message", repeated: false, optional: true, message: () => PageRequest as Codec<never> },
  ],
  defaults: () => ({ pagination: undefined }),
  write: writeQueryCheckpointsRequest,
  read: readQueryCheckpointsRequest,
});

export interface QueryCheckpointsResponse {
  readonly checkpoints: readonly Checkpoint[];
  readonly pagination: PageResponse | undefined;
}

function writeQueryCheckpointsResponse(w: Writer, m: QueryCheckpointsResponse): void {
  for (const v of m.checkpoints) {
    w.tag(10);
    { const s = w.open(); Checkpoint.write(w, v); w.close(s); }
  }
  if (m.pagination !== undefined) {
    w.tag(18);
    { const s = w.open(); PageResponse.write(w, m.pagination); w.close(s); }
  }
}

function readQueryCheckpointsResponse(r: Reader): QueryCheckpointsResponse {
  const f1: Checkpoint[] = [];
  let f2: PageResponse | undefined = undefined;
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10: {
        const outer = r.enter();
        f1.push(Checkpoint.read(r));
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
  return { checkpoints: f1, pagination: f2 };
}

export const QueryCheckpointsResponse: Codec<QueryCheckpointsResponse> = codec<QueryCheckpointsResponse>({
  typeUrl: "/aegis.checkpoints.v1.QueryCheckpointsResponse",
  fields: [
    { name: "checkpoints", jsonName: "checkpoints", number: 1, kind: "message", repeated: true, optional: false, message: () => Checkpoint as Codec<never> },
    { name: "pagination", jsonName: "pagination", number: 2, kind: "message", repeated: false, optional: true, message: () => PageResponse as Codec<never> },
  ],
  defaults: () => ({ checkpoints: [], pagination: undefined }),
  write: writeQueryCheckpointsResponse,
  read: readQueryCheckpointsResponse,
});

export interface QueryValidatorSetRequest {
  readonly epoch: bigint;
  readonly pagination: PageRequest | undefined;
}

function writeQueryValidatorSetRequest(w: Writer, m: QueryValidatorSetRequest): void {
  if (m.epoch !== 0n) {
    w.tag(8);
    w.uint64(m.epoch);
  }
  if (m.pagination !== undefined) {
    w.tag(18);
    { const s = w.open(); PageRequest.write(w, m.pagination); w.close(s); }
  }
}

function readQueryValidatorSetRequest(r: Reader): QueryValidatorSetRequest {
  let f1: bigint = 0n;
  let f2: PageRequest | undefined = undefined;
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 8:
        r.single(last, tag);
        f1 = r.value(r.uint64());
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
  return { epoch: f1, pagination: f2 };
}

export const QueryValidatorSetRequest: Codec<QueryValidatorSetRequest> = codec<QueryValidatorSetRequest>({
  typeUrl: "/aegis.checkpoints.v1.QueryValidatorSetRequest",
  fields: [
    { name: "epoch", jsonName: "epoch", number: 1, kind: "uint64", repeated: false, optional: false },
    { name: "pagination", jsonName: "pagination", number: 2, kind: "message", repeated: false, optional: true, message: () => PageRequest as Codec<never> },
  ],
  defaults: () => ({ epoch: 0n, pagination: undefined }),
  write: writeQueryValidatorSetRequest,
  read: readQueryValidatorSetRequest,
});

/** A member of a validator set. */
export interface SetMember {
  readonly slot: number;
  readonly key: Uint8Array;
  readonly power: bigint;
}

function writeSetMember(w: Writer, m: SetMember): void {
  if (m.slot !== 0) {
    w.tag(8);
    w.uint32(m.slot);
  }
  if (m.key.length > 0) {
    w.tag(18);
    w.bytes(m.key);
  }
  if (m.power !== 0n) {
    w.tag(24);
    w.uint64(m.power);
  }
}

function readSetMember(r: Reader): SetMember {
  let f1: number = 0;
  let f2: Uint8Array = new Uint8Array(0);
  let f3: bigint = 0n;
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
        f2 = r.value(r.bytes());
        break;
      case 24:
        r.single(last, tag);
        f3 = r.value(r.uint64());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { slot: f1, key: f2, power: f3 };
}

export const SetMember: Codec<SetMember> = codec<SetMember>({
  typeUrl: "/aegis.checkpoints.v1.SetMember",
  fields: [
    { name: "slot", jsonName: "slot", number: 1, kind: "uint32", repeated: false, optional: false },
    { name: "key", jsonName: "key", number: 2, kind: "bytes", repeated: false, optional: false },
    { name: "power", jsonName: "power", number: 3, kind: "uint64", repeated: false, optional: false },
  ],
  defaults: () => ({ slot: 0, key: new Uint8Array(0), power: 0n }),
  write: writeSetMember,
  read: readSetMember,
});

export interface QueryValidatorSetResponse {
  readonly members: readonly SetMember[];
  readonly root: Uint8Array;
  readonly totalPower: bigint;
  readonly totalKey: Uint8Array;
  readonly commitment: Uint8Array;
  readonly slots: number;
  readonly memberCount: number;
  readonly pagination: PageResponse | undefined;
}

function writeQueryValidatorSetResponse(w: Writer, m: QueryValidatorSetResponse): void {
  for (const v of m.members) {
    w.tag(10);
    { const s = w.open(); SetMember.write(w, v); w.close(s); }
  }
  if (m.root.length > 0) {
    w.tag(18);
    w.bytes(m.root);
  }
  if (m.totalPower !== 0n) {
    w.tag(24);
    w.uint64(m.totalPower);
  }
  if (m.totalKey.length > 0) {
    w.tag(34);
    w.bytes(m.totalKey);
  }
  if (m.commitment.length > 0) {
    w.tag(42);
    w.bytes(m.commitment);
  }
  if (m.slots !== 0) {
    w.tag(48);
    w.uint32(m.slots);
  }
  if (m.memberCount !== 0) {
    w.tag(56);
    w.uint32(m.memberCount);
  }
  if (m.pagination !== undefined) {
    w.tag(66);
    { const s = w.open(); PageResponse.write(w, m.pagination); w.close(s); }
  }
}

function readQueryValidatorSetResponse(r: Reader): QueryValidatorSetResponse {
  const f1: SetMember[] = [];
  let f2: Uint8Array = new Uint8Array(0);
  let f3: bigint = 0n;
  let f4: Uint8Array = new Uint8Array(0);
  let f5: Uint8Array = new Uint8Array(0);
  let f6: number = 0;
  let f7: number = 0;
  let f8: PageResponse | undefined = undefined;
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10: {
        const outer = r.enter();
        f1.push(SetMember.read(r));
        r.leave(outer);
        break;
      }
      case 18:
        r.single(last, tag);
        f2 = r.value(r.bytes());
        break;
      case 24:
        r.single(last, tag);
        f3 = r.value(r.uint64());
        break;
      case 34:
        r.single(last, tag);
        f4 = r.value(r.bytes());
        break;
      case 42:
        r.single(last, tag);
        f5 = r.value(r.bytes());
        break;
      case 48:
        r.single(last, tag);
        f6 = r.value(r.uint32());
        break;
      case 56:
        r.single(last, tag);
        f7 = r.value(r.uint32());
        break;
      case 66: {
        r.single(last, tag);
        const outer = r.enter();
        f8 = PageResponse.read(r);
        r.leave(outer);
        break;
      }
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { members: f1, root: f2, totalPower: f3, totalKey: f4, commitment: f5, slots: f6, memberCount: f7, pagination: f8 };
}

export const QueryValidatorSetResponse: Codec<QueryValidatorSetResponse> = codec<QueryValidatorSetResponse>({
  typeUrl: "/aegis.checkpoints.v1.QueryValidatorSetResponse",
  fields: [
    { name: "members", jsonName: "members", number: 1, kind: "message", repeated: true, optional: false, message: () => SetMember as Codec<never> },
    { name: "root", jsonName: "root", number: 2, kind: "bytes", repeated: false, optional: false },
    { name: "totalPower", jsonName: "total_power", number: 3, kind: "uint64", repeated: false, optional: false },
    { name: "totalKey", jsonName: "total_key", number: 4, kind: "bytes", repeated: false, optional: false },
    { name: "commitment", jsonName: "commitment", number: 5, kind: "bytes", repeated: false, optional: false },
    { name: "slots", jsonName: "slots", number: 6, kind: "uint32", repeated: false, optional: false },
    { name: "memberCount", jsonName: "member_count", number: 7, kind: "uint32", repeated: false, optional: false },
    { name: "pagination", jsonName: "pagination", number: 8, kind: "message", repeated: false, optional: true, message: () => PageResponse as Codec<never> },
  ],
  defaults: () => ({ members: [], root: new Uint8Array(0), totalPower: 0n, totalKey: new Uint8Array(0), commitment: new Uint8Array(0), slots: 0, memberCount: 0, pagination: undefined }),
  write: writeQueryValidatorSetResponse,
  read: readQueryValidatorSetResponse,
});

export interface QueryMissedRequest {
  readonly operator: string;
}

function writeQueryMissedRequest(w: Writer, m: QueryMissedRequest): void {
  if (m.operator !== "") {
    w.tag(10);
    w.string(m.operator);
  }
}

function readQueryMissedRequest(r: Reader): QueryMissedRequest {
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

export const QueryMissedRequest: Codec<QueryMissedRequest> = codec<QueryMissedRequest>({
  typeUrl: "/aegis.checkpoints.v1.QueryMissedRequest",
  fields: [
    { name: "operator", jsonName: "operator", number: 1, kind: "string", repeated: false, optional: false },
  ],
  defaults: () => ({ operator: "" }),
  write: writeQueryMissedRequest,
  read: readQueryMissedRequest,
});

export interface QueryMissedResponse {
  readonly slot: number;
  readonly missed: number;
}

function writeQueryMissedResponse(w: Writer, m: QueryMissedResponse): void {
  if (m.slot !== 0) {
    w.tag(8);
    w.uint32(m.slot);
  }
  if (m.missed !== 0) {
    w.tag(16);
    w.uint32(m.missed);
  }
}

function readQueryMissedResponse(r: Reader): QueryMissedResponse {
  let f1: number = 0;
  let f2: number = 0;
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 8:
        r.single(last, tag);
        f1 = r.value(r.uint32());
        break;
      case 16:
        r.single(last, tag);
        f2 = r.value(r.uint32());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { slot: f1, missed: f2 };
}

export const QueryMissedResponse: Codec<QueryMissedResponse> = codec<QueryMissedResponse>({
  typeUrl: "/aegis.checkpoints.v1.QueryMissedResponse",
  fields: [
    { name: "slot", jsonName: "slot", number: 1, kind: "uint32", repeated: false, optional: false },
    { name: "missed", jsonName: "missed", number: 2, kind: "uint32", repeated: false, optional: false },
  ],
  defaults: () => ({ slot: 0, missed: 0 }),
  write: writeQueryMissedResponse,
  read: readQueryMissedResponse,
});

export interface QueryProofRequest {
  readonly epoch: bigint;
}

function writeQueryProofRequest(w: Writer, m: QueryProofRequest): void {
  if (m.epoch !== 0n) {
    w.tag(8);
    w.uint64(m.epoch);
  }
}

function readQueryProofRequest(r: Reader): QueryProofRequest {
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

export const QueryProofRequest: Codec<QueryProofRequest> = codec<QueryProofRequest>({
  typeUrl: "/aegis.checkpoints.v1.QueryProofRequest",
  fields: [
    { name: "epoch", jsonName: "epoch", number: 1, kind: "uint64", repeated: false, optional: false },
  ],
  defaults: () => ({ epoch: 0n }),
  write: writeQueryProofRequest,
  read: readQueryProofRequest,
});

export interface QueryProofResponse {
  readonly proof: Uint8Array;
}

function writeQueryProofResponse(w: Writer, m: QueryProofResponse): void {
  if (m.proof.length > 0) {
    w.tag(10);
    w.bytes(m.proof);
  }
}

function readQueryProofResponse(r: Reader): QueryProofResponse {
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
  return { proof: f1 };
}

export const QueryProofResponse: Codec<QueryProofResponse> = codec<QueryProofResponse>({
  typeUrl: "/aegis.checkpoints.v1.QueryProofResponse",
  fields: [
    { name: "proof", jsonName: "proof", number: 1, kind: "bytes", repeated: false, optional: false },
  ],
  defaults: () => ({ proof: new Uint8Array(0) }),
  write: writeQueryProofResponse,
  read: readQueryProofResponse,
});

export const Query: {
  readonly Params: Method<QueryParamsRequest, QueryParamsResponse>;
  readonly Checkpoint: Method<QueryCheckpointRequest, QueryCheckpointResponse>;
  readonly Checkpoints: Method<QueryCheckpointsRequest, QueryCheckpointsResponse>;
  readonly ValidatorSet: Method<QueryValidatorSetRequest, QueryValidatorSetResponse>;
  readonly Missed: Method<QueryMissedRequest, QueryMissedResponse>;
  readonly Proof: Method<QueryProofRequest, QueryProofResponse>;
} = {
  Params: { path: "/aegis.checkpoints.v1.Query/Params", request: QueryParamsRequest, response: QueryParamsResponse },
  Checkpoint: { path: "/aegis.checkpoints.v1.Query/Checkpoint", request: QueryCheckpointRequest, response: QueryCheckpointResponse },
  Checkpoints: { path: "/aegis.checkpoints.v1.Query/Checkpoints", request: QueryCheckpointsRequest, response: QueryCheckpointsResponse },
  ValidatorSet: { path: "/aegis.checkpoints.v1.Query/ValidatorSet", request: QueryValidatorSetRequest, response: QueryValidatorSetResponse },
  Missed: { path: "/aegis.checkpoints.v1.Query/Missed", request: QueryMissedRequest, response: QueryMissedResponse },
  Proof: { path: "/aegis.checkpoints.v1.Query/Proof", request: QueryProofRequest, response: QueryProofResponse },
};
