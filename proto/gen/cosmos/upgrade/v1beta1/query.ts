// Generated from proto/cosmos/upgrade/v1beta1/query.proto by "npm run proto". Do not edit.
import { codec, type Codec, type Method } from "../../../../wire/codec.ts";
import type { Reader } from "../../../../wire/reader.ts";
import type { Writer } from "../../../../wire/writer.ts";
import { ModuleVersion, Plan } from "./upgrade.ts";

export interface QueryCurrentPlanRequest {
}

function writeQueryCurrentPlanRequest(_w: Writer, _m: QueryCurrentPlanRequest): void {
}

function readQueryCurrentPlanRequest(r: Reader): QueryCurrentPlanRequest {
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

export const QueryCurrentPlanRequest: Codec<QueryCurrentPlanRequest> = codec<QueryCurrentPlanRequest>({
  typeUrl: "/cosmos.upgrade.v1beta1.QueryCurrentPlanRequest",
  fields: [
  ],
  defaults: () => ({  }),
  write: writeQueryCurrentPlanRequest,
  read: readQueryCurrentPlanRequest,
});

export interface QueryCurrentPlanResponse {
  readonly plan: Plan | undefined;
}

function writeQueryCurrentPlanResponse(w: Writer, m: QueryCurrentPlanResponse): void {
  if (m.plan !== undefined) {
    w.tag(10);
    { const s = w.open(); Plan.write(w, m.plan); w.close(s); }
  }
}

function readQueryCurrentPlanResponse(r: Reader): QueryCurrentPlanResponse {
  let f1: Plan | undefined = undefined;
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10: {
        r.single(last, tag);
        const outer = r.enter();
        f1 = Plan.read(r);
        r.leave(outer);
        break;
      }
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { plan: f1 };
}

export const QueryCurrentPlanResponse: Codec<QueryCurrentPlanResponse> = codec<QueryCurrentPlanResponse>({
  typeUrl: "/cosmos.upgrade.v1beta1.QueryCurrentPlanResponse",
  fields: [
    { name: "plan", jsonName: "plan", number: 1, kind: "message", repeated: false, optional: true, message: () => Plan as Codec<never> },
  ],
  defaults: () => ({ plan: undefined }),
  write: writeQueryCurrentPlanResponse,
  read: readQueryCurrentPlanResponse,
});

export interface QueryAppliedPlanRequest {
  readonly name: string;
}

function writeQueryAppliedPlanRequest(w: Writer, m: QueryAppliedPlanRequest): void {
  if (m.name !== "") {
    w.tag(10);
    w.string(m.name);
  }
}

function readQueryAppliedPlanRequest(r: Reader): QueryAppliedPlanRequest {
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
  return { name: f1 };
}

export const QueryAppliedPlanRequest: Codec<QueryAppliedPlanRequest> = codec<QueryAppliedPlanRequest>({
  typeUrl: "/cosmos.upgrade.v1beta1.QueryAppliedPlanRequest",
  fields: [
    { name: "name", jsonName: "name", number: 1, kind: "string", repeated: false, optional: false },
  ],
  defaults: () => ({ name: "" }),
  write: writeQueryAppliedPlanRequest,
  read: readQueryAppliedPlanRequest,
});

export interface QueryAppliedPlanResponse {
  readonly height: bigint;
}

function writeQueryAppliedPlanResponse(w: Writer, m: QueryAppliedPlanResponse): void {
  if (m.height !== 0n) {
    w.tag(8);
    w.int64(m.height);
  }
}

function readQueryAppliedPlanResponse(r: Reader): QueryAppliedPlanResponse {
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

export const QueryAppliedPlanResponse: Codec<QueryAppliedPlanResponse> = codec<QueryAppliedPlanResponse>({
  typeUrl: "/cosmos.upgrade.v1beta1.QueryAppliedPlanResponse",
  fields: [
    { name: "height", jsonName: "height", number: 1, kind: "int64", repeated: false, optional: false },
  ],
  defaults: () => ({ height: 0n }),
  write: writeQueryAppliedPlanResponse,
  read: readQueryAppliedPlanResponse,
});

export interface QueryModuleVersionsRequest {
  readonly moduleName: string;
}

function writeQueryModuleVersionsRequest(w: Writer, m: QueryModuleVersionsRequest): void {
  if (m.moduleName !== "") {
    w.tag(10);
    w.string(m.moduleName);
  }
}

function readQueryModuleVersionsRequest(r: Reader): QueryModuleVersionsRequest {
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
  return { moduleName: f1 };
}

export const QueryModuleVersionsRequest: Codec<QueryModuleVersionsRequest> = codec<QueryModuleVersionsRequest>({
  typeUrl: "/cosmos.upgrade.v1beta1.QueryModuleVersionsRequest",
  fields: [
    { name: "moduleName", jsonName: "module_name", number: 1, kind: "string", repeated: false, optional: false },
  ],
  defaults: () => ({ moduleName: "" }),
  write: writeQueryModuleVersionsRequest,
  read: readQueryModuleVersionsRequest,
});

export interface QueryModuleVersionsResponse {
  readonly moduleVersions: readonly ModuleVersion[];
}

function writeQueryModuleVersionsResponse(w: Writer, m: QueryModuleVersionsResponse): void {
  for (const v of m.moduleVersions) {
    w.tag(10);
    { const s = w.open(); ModuleVersion.write(w, v); w.close(s); }
  }
}

function readQueryModuleVersionsResponse(r: Reader): QueryModuleVersionsResponse {
  const f1: ModuleVersion[] = [];
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10: {
        const outer = r.enter();
        f1.push(ModuleVersion.read(r));
        r.leave(outer);
        break;
      }
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { moduleVersions: f1 };
}

export const QueryModuleVersionsResponse: Codec<QueryModuleVersionsResponse> = codec<QueryModuleVersionsResponse>({
  typeUrl: "/cosmos.upgrade.v1beta1.QueryModuleVersionsResponse",
  fields: [
    { name: "moduleVersions", jsonName: "module_versions", number: 1, kind: "message", repeated: true, optional: false, message: () => ModuleVersion as Codec<never> },
  ],
  defaults: () => ({ moduleVersions: [] }),
  write: writeQueryModuleVersionsResponse,
  read: readQueryModuleVersionsResponse,
});

export interface QueryAuthorityRequest {
}

function writeQueryAuthorityRequest(_w: Writer, _m: QueryAuthorityRequest): void {
}

function readQueryAuthorityRequest(r: Reader): QueryAuthorityRequest {
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

export const QueryAuthorityRequest: Codec<QueryAuthorityRequest> = codec<QueryAuthorityRequest>({
  typeUrl: "/cosmos.upgrade.v1beta1.QueryAuthorityRequest",
  fields: [
  ],
  defaults: () => ({  }),
  write: writeQueryAuthorityRequest,
  read: readQueryAuthorityRequest,
});

export interface QueryAuthorityResponse {
  readonly address: string;
}

function writeQueryAuthorityResponse(w: Writer, m: QueryAuthorityResponse): void {
  if (m.address !== "") {
    w.tag(10);
    w.string(m.address);
  }
}

function readQueryAuthorityResponse(r: Reader): QueryAuthorityResponse {
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
  return { address: f1 };
}

export const QueryAuthorityResponse: Codec<QueryAuthorityResponse> = codec<QueryAuthorityResponse>({
  typeUrl: "/cosmos.upgrade.v1beta1.QueryAuthorityResponse",
  fields: [
    { name: "address", jsonName: "address", number: 1, kind: "string", repeated: false, optional: false },
  ],
  defaults: () => ({ address: "" }),
  write: writeQueryAuthorityResponse,
  read: readQueryAuthorityResponse,
});

export const Query: {
  readonly CurrentPlan: Method<QueryCurrentPlanRequest, QueryCurrentPlanResponse>;
  readonly AppliedPlan: Method<QueryAppliedPlanRequest, QueryAppliedPlanResponse>;
  readonly ModuleVersions: Method<QueryModuleVersionsRequest, QueryModuleVersionsResponse>;
  readonly Authority: Method<QueryAuthorityRequest, QueryAuthorityResponse>;
} = {
  CurrentPlan: { path: "/cosmos.upgrade.v1beta1.Query/CurrentPlan", request: QueryCurrentPlanRequest, response: QueryCurrentPlanResponse },
  AppliedPlan: { path: "/cosmos.upgrade.v1beta1.Query/AppliedPlan", request: QueryAppliedPlanRequest, response: QueryAppliedPlanResponse },
  ModuleVersions: { path: "/cosmos.upgrade.v1beta1.Query/ModuleVersions", request: QueryModuleVersionsRequest, response: QueryModuleVersionsResponse },
  Authority: { path: "/cosmos.upgrade.v1beta1.Query/Authority", request: QueryAuthorityRequest, response: QueryAuthorityResponse },
};
