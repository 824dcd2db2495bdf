// Generated from proto/cosmos/base/node/v1beta1/query.proto by "npm run proto". Do not edit.
import { codec, type Codec, type Method } from "../../../../../wire/codec.ts";
import type { Reader } from "../../../../../wire/reader.ts";
import type { Writer } from "../../../../../wire/writer.ts";
import { Timestamp } from "../../../../google/protobuf/timestamp.ts";

export interface ConfigRequest {
}

function writeConfigRequest(_w: Writer, _m: ConfigRequest): void {
}

function readConfigRequest(r: Reader): ConfigRequest {
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

export const ConfigRequest: Codec<ConfigRequest> = codec<ConfigRequest>({
  typeUrl: "/cosmos.base.node.v1beta1.ConfigRequest",
  fields: [
  ],
  defaults: () => ({  }),
  write: writeConfigRequest,
  read: readConfigRequest,
});

/** What an operator has set. */
export interface ConfigResponse {
  readonly minimumGasPrice: string;
  readonly pruningKeepRecent: string;
  readonly pruningInterval: string;
  readonly haltHeight: bigint;
}

function writeConfigResponse(w: Writer, m: ConfigResponse): void {
  if (m.minimumGasPrice !== "") {
    w.tag(10);
    w.string(m.minimumGasPrice);
  }
  if (m.pruningKeepRecent !== "") {
    w.tag(18);
    w.string(m.pruningKeepRecent);
  }
  if (m.pruningInterval !== "") {
    w.tag(26);
    w.string(m.pruningInterval);
  }
  if (m.haltHeight !== 0n) {
    w.tag(32);
    w.uint64(m.haltHeight);
  }
}

function readConfigResponse(r: Reader): ConfigResponse {
  let f1: string = "";
  let f2: string = "";
  let f3: string = "";
  let f4: bigint = 0n;
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
      case 32:
        r.single(last, tag);
        f4 = r.value(r.uint64());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { minimumGasPrice: f1, pruningKeepRecent: f2, pruningInterval: f3, haltHeight: f4 };
}

export const ConfigResponse: Codec<ConfigResponse> = codec<ConfigResponse>({
  typeUrl: "/cosmos.base.node.v1beta1.ConfigResponse",
  fields: [
    { name: "minimumGasPrice", jsonName: "minimum_gas_price", number: 1, kind: "string", repeated: false, optional: false },
    { name: "pruningKeepRecent", jsonName: "pruning_keep_recent", number: 2, kind: "string", repeated: false, optional: false },
    { name: "pruningInterval", jsonName: "pruning_interval", number: 3, kind: "string", repeated: false, optional: false },
    { name: "haltHeight", jsonName: "halt_height", number: 4, kind: "uint64", repeated: false, optional: false },
  ],
  defaults: () => ({ minimumGasPrice: "", pruningKeepRecent: "", pruningInterval: "", haltHeight: 0n }),
  write: writeConfigResponse,
  read: readConfigResponse,
});

export interface StatusRequest {
}

function writeStatusRequest(_w: Writer, _m: StatusRequest): void {
}

function readStatusRequest(r: Reader): StatusRequest {
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

export const StatusRequest: Codec<StatusRequest> = codec<StatusRequest>({
  typeUrl: "/cosmos.base.node.v1beta1.StatusRequest",
  fields: [
  ],
  defaults: () => ({  }),
  write: writeStatusRequest,
  read: readStatusRequest,
});

/** Where the node stands. */
export interface StatusResponse {
  readonly earliestStoreHeight: bigint;
  readonly height: bigint;
  readonly timestamp: Timestamp | undefined;
  readonly appHash: Uint8Array;
  readonly validatorHash: Uint8Array;
}

function writeStatusResponse(w: Writer, m: StatusResponse): void {
  if (m.earliestStoreHeight !== 0n) {
    w.tag(8);
    w.uint64(m.earliestStoreHeight);
  }
  if (m.height !== 0n) {
    w.tag(16);
    w.uint64(m.height);
  }
  if (m.timestamp !== undefined) {
    w.tag(26);
    { const s = w.open(); Timestamp.write(w, m.timestamp); w.close(s); }
  }
  if (m.appHash.length > 0) {
    w.tag(34);
    w.bytes(m.appHash);
  }
  if (m.validatorHash.length > 0) {
    w.tag(42);
    w.bytes(m.validatorHash);
  }
}

function readStatusResponse(r: Reader): StatusResponse {
  let f1: bigint = 0n;
  let f2: bigint = 0n;
  let f3: Timestamp | undefined = undefined;
  let f4: Uint8Array = new Uint8Array(0);
  let f5: Uint8Array = new Uint8Array(0);
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 8:
        r.single(last, tag);
        f1 = r.value(r.uint64());
        break;
      case 16:
        r.single(last, tag);
        f2 = r.value(r.uint64());
        break;
      case 26: {
        r.single(last, tag);
        const outer = r.enter();
        f3 = Timestamp.read(r);
        r.leave(outer);
        break;
      }
      case 34:
        r.single(last, tag);
        f4 = r.value(r.bytes());
        break;
      case 42:
        r.single(last, tag);
        f5 = r.value(r.bytes());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { earliestStoreHeight: f1, height: f2, timestamp: f3, appHash: f4, validatorHash: f5 };
}

export const StatusResponse: Codec<StatusResponse> = codec<StatusResponse>({
  typeUrl: "/cosmos.base.node.v1beta1.StatusResponse",
  fields: [
    { name: "earliestStoreHeight", jsonName: "earliest_store_height", number: 1, kind: "uint64", repeated: false, optional: false },
    { name: "height", jsonName: "height", number: 2, kind: "uint64", repeated: false, optional: false },
    { name: "timestamp", jsonName: "timestamp", number: 3, kind: "message", repeated: false, optional: true, message: () => Timestamp as Codec<never> },
    { name: "appHash", jsonName: "app_hash", number: 4, kind: "bytes", repeated: false, optional: false },
    { name: "validatorHash", jsonName: "validator_hash", number: 5, kind: "bytes", repeated: false, optional: false },
  ],
  defaults: () => ({ earliestStoreHeight: 0n, height: 0n, timestamp: undefined, appHash: new Uint8Array(0), validatorHash: new Uint8Array(0) }),
  write: writeStatusResponse,
  read: readStatusResponse,
});

export const Service: {
  readonly Config: Method<ConfigRequest, ConfigResponse>;
  readonly Status: Method<StatusRequest, StatusResponse>;
} = {
  Config: { path: "/cosmos.base.node.v1beta1.Service/Config", request: ConfigRequest, response: ConfigResponse },
  Status: { path: "/cosmos.base.node.v1beta1.Service/Status", request: StatusRequest, response: StatusResponse },
};
