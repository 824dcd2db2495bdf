// Generated from proto/aegis/app/v1/app.proto by "npm run proto". Do not edit.
import { codec, type Codec, type Method } from "../../../../wire/codec.ts";
import type { Reader } from "../../../../wire/reader.ts";
import type { Writer } from "../../../../wire/writer.ts";

/** Parameters of the host. */
export interface Params {
  readonly authority: string;
  readonly epochBlocks: bigint;
  readonly clockStepMaxMs: bigint;
}

function writeParams(w: Writer, m: Params): void {
  if (m.authority !== "") {
    w.tag(10);
    w.string(m.authority);
  }
  if (m.epochBlocks !== 0n) {
    w.tag(16);
    w.uint64(m.epochBlocks);
  }
  if (m.clockStepMaxMs !== 0n) {
    w.tag(24);
    w.uint64(m.clockStepMaxMs);
  }
}

function readParams(r: Reader): Params {
  let f1: string = "";
  let f2: bigint = 0n;
  let f3: bigint = 0n;
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
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { authority: f1, epochBlocks: f2, clockStepMaxMs: f3 };
}

export const Params: Codec<Params> = codec<Params>({
  typeUrl: "/aegis.app.v1.Params",
  fields: [
    { name: "authority", jsonName: "authority", number: 1, kind: "string", repeated: false, optional: false },
    { name: "epochBlocks", jsonName: "epoch_blocks", number: 2, kind: "uint64", repeated: false, optional: false },
    { name: "clockStepMaxMs", jsonName: "clock_step_max_ms", number: 3, kind: "uint64", repeated: false, optional: false },
  ],
  defaults: () => ({ authority: "", epochBlocks: 0n, clockStepMaxMs: 0n }),
  write: writeParams,
  read: readParams,
});

/** Where the chain stands after a block. */
export interface ChainState {
  readonly height: bigint;
  readonly timeMs: bigint;
  readonly clockMs: bigint;
  readonly epoch: bigint;
  readonly epochStartHeight: bigint;
  readonly beacon: Uint8Array;
  readonly chainId: string;
  readonly blockGasMax: bigint;
  readonly blockHash: Uint8Array;
}

function writeChainState(w: Writer, m: ChainState): void {
  if (m.height !== 0n) {
    w.tag(8);
    w.uint64(m.height);
  }
  if (m.timeMs !== 0n) {
    w.tag(16);
    w.uint64(m.timeMs);
  }
  if (m.clockMs !== 0n) {
    w.tag(24);
    w.uint64(m.clockMs);
  }
  if (m.epoch !== 0n) {
    w.tag(32);
    w.uint64(m.epoch);
  }
  if (m.epochStartHeight !== 0n) {
    w.tag(40);
    w.uint64(m.epochStartHeight);
  }
  if (m.beacon.length > 0) {
    w.tag(50);
    w.bytes(m.beacon);
  }
  if (m.chainId !== "") {
    w.tag(58);
    w.string(m.chainId);
  }
  if (m.blockGasMax !== 0n) {
    w.tag(64);
    w.uint64(m.blockGasMax);
  }
  if (m.blockHash.length > 0) {
    w.tag(74);
    w.bytes(m.blockHash);
  }
}

function readChainState(r: Reader): ChainState {
  let f1: bigint = 0n;
  let f2: bigint = 0n;
  let f3: bigint = 0n;
  let f4: bigint = 0n;
  let f5: bigint = 0n;
  let f6: Uint8Array = new Uint8Array(0);
  let f7: string = "";
  let f8: bigint = 0n;
  let f9: Uint8Array = new Uint8Array(0);
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
      case 24:
        r.single(last, tag);
        f3 = r.value(r.uint64());
        break;
      case 32:
        r.single(last, tag);
        f4 = r.value(r.uint64());
        break;
      case 40:
        r.single(last, tag);
        f5 = r.value(r.uint64());
        break;
      case 50:
        r.single(last, tag);
        f6 = r.value(r.bytes());
        break;
      case 58:
        r.single(last, tag);
        f7 = r.value(r.string());
        break;
      case 64:
        r.single(last, tag);
        f8 = r.value(r.uint64());
        break;
      case 74:
        r.single(last, tag);
        f9 = r.value(r.bytes());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { height: f1, timeMs: f2, clockMs: f3, epoch: f4, epochStartHeight: f5, beacon: f6, chainId: f7, blockGasMax: f8, blockHash: f9 };
}

export const ChainState: Codec<ChainState> = codec<ChainState>({
  typeUrl: "/aegis.app.v1.ChainState",
  fields: [
    { name: "height", jsonName: "height", number: 1, kind: "uint64", repeated: false, optional: false },
    { name: "timeMs", jsonName: "time_ms", number: 2, kind: "uint64", repeated: false, optional: false },
    { name: "clockMs", jsonName: "clock_ms", number: 3, kind: "uint64", repeated: false, optional: false },
    { name: "epoch", jsonName: "epoch", number: 4, kind: "uint64", repeated: false, optional: false },
    { name: "epochStartHeight", jsonName: "epoch_start_height", number: 5, kind: "uint64", repeated: false, optional: false },
    { name: "beacon", jsonName: "beacon", number: 6, kind: "bytes", repeated: false, optional: false },
    { name: "chainId", jsonName: "chain_id", number: 7, kind: "string", repeated: false, optional: false },
    { name: "blockGasMax", jsonName: "block_gas_max", number: 8, kind: "uint64", repeated: false, optional: false },
    { name: "blockHash", jsonName: "block_hash", number: 9, kind: "bytes", repeated: false, optional: false },
  ],
  defaults: () => ({ height: 0n, timeMs: 0n, clockMs: 0n, epoch: 0n, epochStartHeight: 0n, beacon: new Uint8Array(0), chainId: "", blockGasMax: 0n, blockHash: new Uint8Array(0) }),
  write: writeChainState,
  read: readChainState,
});

/** The version of one module's state. */
export interface ModuleVersion {
  readonly name: string;
  readonly version: bigint;
}

function writeModuleVersion(w: Writer, m: ModuleVersion): void {
  if (m.name !== "") {
    w.tag(10);
    w.string(m.name);
  }
  if (m.version !== 0n) {
    w.tag(16);
    w.uint64(m.version);
  }
}

function readModuleVersion(r: Reader): ModuleVersion {
  let f1: string = "";
  let f2: bigint = 0n;
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
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { name: f1, version: f2 };
}

export const ModuleVersion: Codec<ModuleVersion> = codec<ModuleVersion>({
  typeUrl: "/aegis.app.v1.ModuleVersion",
  fields: [
    { name: "name", jsonName: "name", number: 1, kind: "string", repeated: false, optional: false },
    { name: "version", jsonName: "version", number: 2, kind: "uint64", repeated: false, optional: false },
  ],
  defaults: () => ({ name: "", version: 0n }),
  write: writeModuleVersion,
  read: readModuleVersion,
});

export interface GenesisState {
  readonly params: Params | undefined;
  readonly beacon: Uint8Array;
  readonly clockMs: bigint;
  readonly epoch: bigint;
}

function writeGenesisState(w: Writer, m: GenesisState): void {
  if (m.params !== undefined) {
    w.tag(10);
    { const s = w.open(); Params.write(w, m.params); w.close(s); }
  }
  if (m.beacon.length > 0) {
    w.tag(18);
    w.bytes(m.beacon);
  }
  if (m.clockMs !== 0n) {
    w.tag(24);
    w.uint64(m.clockMs);
  }
  if (m.epoch !== 0n) {
    w.tag(32);
    w.uint64(m.epoch);
  }
}

function readGenesisState(r: Reader): GenesisState {
  let f1: Params | undefined = undefined;
  let f2: Uint8Array = new Uint8Array(0);
  let f3: bigint = 0n;
  let f4: bigint = 0n;
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
      case 18:
        r.single(last, tag);
        f2 = r.value(r.bytes());
        break;
      case 24:
        r.single(last, tag);
        f3 = r.value(r.uint64());
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
  return { params: f1, beacon: f2, clockMs: f3, epoch: f4 };
}

export const GenesisState: Codec<GenesisState> = codec<GenesisState>({
  typeUrl: "/aegis.app.v1.GenesisState",
  fields: [
    { name: "params", jsonName: "params", number: 1, kind: "message", repeated: false, optional: true, message: () => Params as Codec<never> },
    { name: "beacon", jsonName: "beacon", number: 2, kind: "bytes", repeated: false, optional: false },
    { name: "clockMs", jsonName: "clock_ms", number: 3, kind: "uint64", repeated: false, optional: false },
    { name: "epoch", jsonName: "epoch", number: 4, kind: "uint64", repeated: false, optional: false },
  ],
  defaults: () => ({ params: undefined, beacon: new Uint8Array(0), clockMs: 0n, epoch: 0n }),
  write: writeGenesisState,
  read: readGenesisState,
});

export interface MsgUpdateParams {
  readonly authority: string;
  readonly params: Params | undefined;
}

function writeMsgUpdateParams(w: Writer, m: MsgUpdateParams): void {
  if (m.authority !== "") {
    w.tag(10);
    w.string(m.authority);
  }
  if (m.params !== undefined) {
    w.tag(18);
    { const s = w.open(); Params.write(w, m.params); w.close(s); }
  }
}

function readMsgUpdateParams(r: Reader): MsgUpdateParams {
  let f1: string = "";
  let f2: Params | undefined = undefined;
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
        f2 = Params.read(r);
        r.leave(outer);
        break;
      }
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { authority: f1, params: f2 };
}

export const MsgUpdateParams: Codec<MsgUpdateParams> = codec<MsgUpdateParams>({
  typeUrl: "/aegis.app.v1.MsgUpdateParams",
  fields: [
    { name: "authority", jsonName: "authority", number: 1, kind: "string", repeated: false, optional: false },
    { name: "params", jsonName: "params", number: 2, kind: "message", repeated: false, optional: true, message: () => Params as Codec<never> },
  ],
  defaults: () => ({ authority: "", params: undefined }),
  write: writeMsgUpdateParams,
  read: readMsgUpdateParams,
});

export interface MsgUpdateParamsResponse {
}

function writeMsgUpdateParamsResponse(_w: Writer, _m: MsgUpdateParamsResponse): void {
}

function readMsgUpdateParamsResponse(r: Reader): MsgUpdateParamsResponse {
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

export const MsgUpdateParamsResponse: Codec<MsgUpdateParamsResponse> = codec<MsgUpdateParamsResponse>({
  typeUrl: "/aegis.app.v1.MsgUpdateParamsResponse",
  fields: [
  ],
  defaults: () => ({  }),
  write: writeMsgUpdateParamsResponse,
  read: readMsgUpdateParamsResponse,
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
  typeUrl: "/aegis.app.v1.QueryParamsRequest",
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
  typeUrl: "/aegis.app.v1.QueryParamsResponse",
  fields: [
    { name: "params", jsonName: "params", number: 1, kind: "message", repeated: false, optional: true, message: () => Params as Codec<never> },
  ],
  defaults: () => ({ params: undefined }),
  write: writeQueryParamsResponse,
  read: readQueryParamsResponse,
});

export interface QueryStatusRequest {
}

function writeQueryStatusRequest(_w: Writer, _m: QueryStatusRequest): void {
}

function readQueryStatusRequest(r: Reader): QueryStatusRequest {
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

export const QueryStatusRequest: Codec<QueryStatusRequest> = codec<QueryStatusRequest>({
  typeUrl: "/aegis.app.v1.QueryStatusRequest",
  fields: [
  ],
  defaults: () => ({  }),
  write: writeQueryStatusRequest,
  read: readQueryStatusRequest,
});

export interface QueryStatusResponse {
  readonly state: ChainState | undefined;
  readonly moduleVersions: readonly ModuleVersion[];
}

function writeQueryStatusResponse(w: Writer, m: QueryStatusResponse): void {
  if (m.state !== undefined) {
    w.tag(10);
    { const s = w.open(); ChainState.write(w, m.state); w.close(s); }
  }
  for (const v of m.moduleVersions) {
    w.tag(18);
    { const s = w.open(); ModuleVersion.write(w, v); w.close(s); }
  }
}

function readQueryStatusResponse(r: Reader): QueryStatusResponse {
  let f1: ChainState | undefined = undefined;
  const f2: ModuleVersion[] = [];
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10: {
        r.single(last, tag);
        const outer = r.enter();
        f1 = ChainState.read(r);
        r.leave(outer);
        break;
      }
      case 18: {
        const outer = r.enter();
        f2.push(ModuleVersion.read(r));
        r.leave(outer);
        break;
      }
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { state: f1, moduleVersions: f2 };
}

export const QueryStatusResponse: Codec<QueryStatusResponse> = codec<QueryStatusResponse>({
  typeUrl: "/aegis.app.v1.QueryStatusResponse",
  fields: [
    { name: "state", jsonName: "state", number: 1, kind: "message", repeated: false, optional: true, message: () => ChainState as Codec<never> },
    { name: "moduleVersions", jsonName: "module_versions", number: 2, kind: "message", repeated: true, optional: false, message: () => ModuleVersion as Codec<never> },
  ],
  defaults: () => ({ state: undefined, moduleVersions: [] }),
  write: writeQueryStatusResponse,
  read: readQueryStatusResponse,
});

/** What a snapshot consists of: the metadata of ABCI's Snapshot, whose hash is that of these bytes. */
export interface SnapshotMetadata {
  readonly chunkHashes: readonly Uint8Array[];
  readonly appHash: Uint8Array;
  readonly pairs: bigint;
  readonly stores: readonly string[];
}

function writeSnapshotMetadata(w: Writer, m: SnapshotMetadata): void {
  for (const v of m.chunkHashes) {
    w.tag(10);
    w.bytes(v);
  }
  if (m.appHash.length > 0) {
    w.tag(18);
    w.bytes(m.appHash);
  }
  if (m.pairs !== 0n) {
    w.tag(24);
    w.uint64(m.pairs);
  }
  for (const v of m.stores) {
    w.tag(34);
    w.string(v);
  }
}

function readSnapshotMetadata(r: Reader): SnapshotMetadata {
  const f1: Uint8Array[] = [];
  let f2: Uint8Array = new Uint8Array(0);
  let f3: bigint = 0n;
  const f4: string[] = [];
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10:
        f1.push(r.bytes());
        break;
      case 18:
        r.single(last, tag);
        f2 = r.value(r.bytes());
        break;
      case 24:
        r.single(last, tag);
        f3 = r.value(r.uint64());
        break;
      case 34:
        f4.push(r.string());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { chunkHashes: f1, appHash: f2, pairs: f3, stores: f4 };
}

export const SnapshotMetadata: Codec<SnapshotMetadata> = codec<SnapshotMetadata>({
  typeUrl: "/aegis.app.v1.SnapshotMetadata",
  fields: [
    { name: "chunkHashes", jsonName: "chunk_hashes", number: 1, kind: "bytes", repeated: true, optional: false },
    { name: "appHash", jsonName: "app_hash", number: 2, kind: "bytes", repeated: false, optional: false },
    { name: "pairs", jsonName: "pairs", number: 3, kind: "uint64", repeated: false, optional: false },
    { name: "stores", jsonName: "stores", number: 4, kind: "string", repeated: true, optional: false },
  ],
  defaults: () => ({ chunkHashes: [], appHash: new Uint8Array(0), pairs: 0n, stores: [] }),
  write: writeSnapshotMetadata,
  read: readSnapshotMetadata,
});

export const Query: {
  readonly Params: Method<QueryParamsRequest, QueryParamsResponse>;
  readonly Status: Method<QueryStatusRequest, QueryStatusResponse>;
} = {
  Params: { path: "/aegis.app.v1.Query/Params", request: QueryParamsRequest, response: QueryParamsResponse },
  Status: { path: "/aegis.app.v1.Query/Status", request: QueryStatusRequest, response: QueryStatusResponse },
};
