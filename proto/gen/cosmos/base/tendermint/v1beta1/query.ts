// Generated from proto/cosmos/base/tendermint/v1beta1/query.proto by "npm run proto". Do not edit.
import { codec, type Codec, type Method } from "../../../../../wire/codec.ts";
import type { Reader } from "../../../../../wire/reader.ts";
import type { Writer } from "../../../../../wire/writer.ts";
import { PageRequest, PageResponse } from "../../query/v1beta1/pagination.ts";
import { Block } from "./types.ts";
import { Any } from "../../../../google/protobuf/any.ts";
import { DefaultNodeInfo } from "../../../../tendermint/p2p/types.ts";
import { Block as TendermintBlock } from "../../../../tendermint/types/block.ts";
import { BlockID } from "../../../../tendermint/types/types.ts";

export interface GetValidatorSetByHeightRequest {
  readonly height: bigint;
  readonly pagination: PageRequest | undefined;
}

function writeGetValidatorSetByHeightRequest(w: Writer, m: GetValidatorSetByHeightRequest): void {
  if (m.height !== 0n) {
    w.tag(8);
    w.int64(m.height);
  }
  if (m.pagination !== undefined) {
    w.tag(18);
    { const s = w.open(); PageRequest.write(w, m.pagination); w.close(s); }
  }
}

function readGetValidatorSetByHeightRequest(r: Reader): GetValidatorSetByHeightRequest {
  let f1: bigint = 0n;
  let f2: PageRequest | undefined = undefined;
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 8:
        r.single(last, tag);
        f1 = r.value(r.int64());
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
  return { height: f1, pagination: f2 };
}

export const GetValidatorSetByHeightRequest: Codec<GetValidatorSetByHeightRequest> = codec<GetValidatorSetByHeightRequest>({
  typeUrl: "/cosmos.base.tendermint.v1beta1.GetValidatorSetByHeightRequest",
  fields: [
    { name: "height", jsonName: "height", number: 1, kind: "int64", repeated: false, optional: false },
    { name: "pagination", jsonName: "pagination", number: 2, kind: "message", repeated: false, optional: true, message: () => PageRequest as Codec<never> },
  ],
  defaults: () => ({ height: 0n, pagination: undefined }),
  write: writeGetValidatorSetByHeightRequest,
  read: readGetValidatorSetByHeightRequest,
});

export interface GetValidatorSetByHeightResponse {
  readonly blockHeight: bigint;
  readonly validators: readonly Validator[];
  readonly pagination: PageResponse | undefined;
}

function writeGetValidatorSetByHeightResponse(w: Writer, m: GetValidatorSetByHeightResponse): void {
  if (m.blockHeight !== 0n) {
    w.tag(8);
    w.int64(m.blockHeight);
  }
  for (const v of m.validators) {
    w.tag(18);
    { const s = w.open(); Validator.write(w, v); w.close(s); }
  }
  if (m.pagination !== undefined) {
    w.tag(26);
    { const s = w.open(); PageResponse.write(w, m.pagination); w.close(s); }
  }
}

function readGetValidatorSetByHeightResponse(r: Reader): GetValidatorSetByHeightResponse {
  let f1: bigint = 0n;
  const f2: Validator[] = [];
  let f3: PageResponse | undefined = undefined;
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 8:
        r.single(last, tag);
        f1 = r.value(r.int64());
        break;
      case 18: {
        const outer = r.enter();
        f2.push(Validator.read(r));
        r.leave(outer);
        break;
      }
      case 26: {
        r.single(last, tag);
        const outer = r.enter();
        f3 = PageResponse.read(r);
        r.leave(outer);
        break;
      }
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { blockHeight: f1, validators: f2, pagination: f3 };
}

export const GetValidatorSetByHeightResponse: Codec<GetValidatorSetByHeightResponse> = codec<GetValidatorSetByHeightResponse>({
  typeUrl: "/cosmos.base.tendermint.v1beta1.GetValidatorSetByHeightResponse",
  fields: [
    { name: "blockHeight", jsonName: "block_height", number: 1, kind: "int64", repeated: false, optional: false },
    { name: "validators", jsonName: "validators", number: 2, kind: "message", repeated: true, optional: false, message: () => Validator as Codec<never> },
    { name: "pagination", jsonName: "pagination", number: 3, kind: "message", repeated: false, optional: true, message: () => PageResponse as Codec<never> },
  ],
  defaults: () => ({ blockHeight: 0n, validators: [], pagination: undefined }),
  write: writeGetValidatorSetByHeightResponse,
  read: readGetValidatorSetByHeightResponse,
});

export interface GetLatestValidatorSetRequest {
  readonly pagination: PageRequest | undefined;
}

function writeGetLatestValidatorSetRequest(w: Writer, m: GetLatestValidatorSetRequest): void {
  if (m.pagination !== undefined) {
    w.tag(10);
    { const s = w.open(); PageRequest.write(w, m.pagination); w.close(s); }
  }
}

function readGetLatestValidatorSetRequest(r: Reader): GetLatestValidatorSetRequest {
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

export const GetLatestValidatorSetRequest: Codec<GetLatestValidatorSetRequest> = codec<GetLatestValidatorSetRequest>({
  typeUrl: "/cosmos.base.tendermint.v1beta1.GetLatestValidatorSetRequest",
  fields: [
    { name: "pagination", jsonName: "pagination", number: 1, kind: "message", repeated: false, optional: true, message: () => PageRequest as Codec<never> },
  ],
  defaults: () => ({ pagination: undefined }),
  write: writeGetLatestValidatorSetRequest,
  read: readGetLatestValidatorSetRequest,
});

export interface GetLatestValidatorSetResponse {
  readonly blockHeight: bigint;
  readonly validators: readonly Validator[];
  readonly pagination: PageResponse | undefined;
}

function writeGetLatestValidatorSetResponse(w: Writer, m: GetLatestValidatorSetResponse): void {
  if (m.blockHeight !== 0n) {
    w.tag(8);
    w.int64(m.blockHeight);
  }
  for (const v of m.validators) {
    w.tag(18);
    { const s = w.open(); Validator.write(w, v); w.close(s); }
  }
  if (m.pagination !== undefined) {
    w.tag(26);
    { const s = w.open(); PageResponse.write(w, m.pagination); w.close(s); }
  }
}

function readGetLatestValidatorSetResponse(r: Reader): GetLatestValidatorSetResponse {
  let f1: bigint = 0n;
  const f2: Validator[] = [];
  let f3: PageResponse | undefined = undefined;
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 8:
        r.single(last, tag);
        f1 = r.value(r.int64());
        break;
      case 18: {
        const outer = r.enter();
        f2.push(Validator.read(r));
        r.leave(outer);
        break;
      }
      case 26: {
        r.single(last, tag);
        const outer = r.enter();
        f3 = PageResponse.read(r);
        r.leave(outer);
        break;
      }
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { blockHeight: f1, validators: f2, pagination: f3 };
}

export const GetLatestValidatorSetResponse: Codec<GetLatestValidatorSetResponse> = codec<GetLatestValidatorSetResponse>({
  typeUrl: "/cosmos.base.tendermint.v1beta1.GetLatestValidatorSetResponse",
  fields: [
    { name: "blockHeight", jsonName: "block_height", number: 1, kind: "int64", repeated: false, optional: false },
    { name: "validators", jsonName: "validators", number: 2, kind: "message", repeated: true, optional: false, message: () => Validator as Codec<never> },
    { name: "pagination", jsonName: "pagination", number: 3, kind: "message", repeated: false, optional: true, message: () => PageResponse as Codec<never> },
  ],
  defaults: () => ({ blockHeight: 0n, validators: [], pagination: undefined }),
  write: writeGetLatestValidatorSetResponse,
  read: readGetLatestValidatorSetResponse,
});

/** A validator as consensus knows it. */
export interface Validator {
  readonly address: string;
  readonly pubKey: Any | undefined;
  readonly votingPower: bigint;
  readonly proposerPriority: bigint;
}

function writeValidator(w: Writer, m: Validator): void {
  if (m.address !== "") {
    w.tag(10);
    w.string(m.address);
  }
  if (m.pubKey !== undefined) {
    w.tag(18);
    { const s = w.open(); Any.write(w, m.pubKey); w.close(s); }
  }
  if (m.votingPower !== 0n) {
    w.tag(24);
    w.int64(m.votingPower);
  }
  if (m.proposerPriority !== 0n) {
    w.tag(32);
    w.int64(m.proposerPriority);
  }
}

function readValidator(r: Reader): Validator {
  let f1: string = "";
  let f2: Any | undefined = undefined;
  let f3: bigint = 0n;
  let f4: bigint = 0n;
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
        f2 = Any.read(r);
        r.leave(outer);
        break;
      }
      case 24:
        r.single(last, tag);
        f3 = r.value(r.int64());
        break;
      case 32:
        r.single(last, tag);
        f4 = r.value(r.int64());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { address: f1, pubKey: f2, votingPower: f3, proposerPriority: f4 };
}

export const Validator: Codec<Validator> = codec<Validator>({
  typeUrl: "/cosmos.base.tendermint.v1beta1.Validator",
  fields: [
    { name: "address", jsonName: "address", number: 1, kind: "string", repeated: false, optional: false },
    { name: "pubKey", jsonName: "pub_key", number: 2, kind: "message", repeated: false, optional: true, message: () => Any as Codec<never> },
    { name: "votingPower", jsonName: "voting_power", number: 3, kind: "int64", repeated: false, optional: false },
    { name: "proposerPriority", jsonName: "proposer_priority", number: 4, kind: "int64", repeated: false, optional: false },
  ],
  defaults: () => ({ address: "", pubKey: undefined, votingPower: 0n, proposerPriority: 0n }),
  write: writeValidator,
  read: readValidator,
});

export interface GetBlockByHeightRequest {
  readonly height: bigint;
}

function writeGetBlockByHeightRequest(w: Writer, m: GetBlockByHeightRequest): void {
  if (m.height !== 0n) {
    w.tag(8);
    w.int64(m.height);
  }
}

function readGetBlockByHeightRequest(r: Reader): GetBlockByHeightRequest {
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

export const GetBlockByHeightRequest: Codec<GetBlockByHeightRequest> = codec<GetBlockByHeightRequest>({
  typeUrl: "/cosmos.base.tendermint.v1beta1.GetBlockByHeightRequest",
  fields: [
    { name: "height", jsonName: "height", number: 1, kind: "int64", repeated: false, optional: false },
  ],
  defaults: () => ({ height: 0n }),
  write: writeGetBlockByHeightRequest,
  read: readGetBlockByHeightRequest,
});

export interface GetBlockByHeightResponse {
  readonly blockId: BlockID | undefined;
  readonly block: TendermintBlock | undefined;
  readonly sdkBlock: Block | undefined;
}

function writeGetBlockByHeightResponse(w: Writer, m: GetBlockByHeightResponse): void {
  if (m.blockId !== undefined) {
    w.tag(10);
    { const s = w.open(); BlockID.write(w, m.blockId); w.close(s); }
  }
  if (m.block !== undefined) {
    w.tag(18);
    { const s = w.open(); TendermintBlock.write(w, m.block); w.close(s); }
  }
  if (m.sdkBlock !== undefined) {
    w.tag(26);
    { const s = w.open(); Block.write(w, m.sdkBlock); w.close(s); }
  }
}

function readGetBlockByHeightResponse(r: Reader): GetBlockByHeightResponse {
  let f1: BlockID | undefined = undefined;
  let f2: TendermintBlock | undefined = undefined;
  let f3: Block | undefined = undefined;
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10: {
        r.single(last, tag);
        const outer = r.enter();
        f1 = BlockID.read(r);
        r.leave(outer);
        break;
      }
      case 18: {
        r.single(last, tag);
        const outer = r.enter();
        f2 = TendermintBlock.read(r);
        r.leave(outer);
        break;
      }
      case 26: {
        r.single(last, tag);
        const outer = r.enter();
        f3 = Block.read(r);
        r.leave(outer);
        break;
      }
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { blockId: f1, block: f2, sdkBlock: f3 };
}

export const GetBlockByHeightResponse: Codec<GetBlockByHeightResponse> = codec<GetBlockByHeightResponse>({
  typeUrl: "/cosmos.base.tendermint.v1beta1.GetBlockByHeightResponse",
  fields: [
    { name: "blockId", jsonName: "block_id", number: 1, kind: "message", repeated: false, optional: true, message: () => BlockID as Codec<never> },
    { name: "block", jsonName: "block", number: 2, kind: "message", repeated: false, optional: true, message: () => TendermintBlock as Codec<never> },
    { name: "sdkBlock", jsonName: "sdk_block", number: 3, kind: "message", repeated: false, optional: true, message: () => Block as Codec<never> },
  ],
  defaults: () => ({ blockId: undefined, block: undefined, sdkBlock: undefined }),
  write: writeGetBlockByHeightResponse,
  read: readGetBlockByHeightResponse,
});

export interface GetLatestBlockRequest {
}

function writeGetLatestBlockRequest(_w: Writer, _m: GetLatestBlockRequest): void {
}

function readGetLatestBlockRequest(r: Reader): GetLatestBlockRequest {
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

export const GetLatestBlockRequest: Codec<GetLatestBlockRequest> = codec<GetLatestBlockRequest>({
  typeUrl: "/cosmos.base.tendermint.v1beta1.GetLatestBlockRequest",
  fields: [
  ],
  defaults: () => ({  }),
  write: writeGetLatestBlockRequest,
  read: readGetLatestBlockRequest,
});

export interface GetLatestBlockResponse {
  readonly blockId: BlockID | undefined;
  readonly block: TendermintBlock | undefined;
  readonly sdkBlock: Block | undefined;
}

function writeGetLatestBlockResponse(w: Writer, m: GetLatestBlockResponse): void {
  if (m.blockId !== undefined) {
    w.tag(10);
    { const s = w.open(); BlockID.write(w, m.blockId); w.close(s); }
  }
  if (m.block !== undefined) {
    w.tag(18);
    { const s = w.open(); TendermintBlock.write(w, m.block); w.close(s); }
  }
  if (m.sdkBlock !== undefined) {
    w.tag(26);
    { const s = w.open(); Block.write(w, m.sdkBlock); w.close(s); }
  }
}

function readGetLatestBlockResponse(r: Reader): GetLatestBlockResponse {
  let f1: BlockID | undefined = undefined;
  let f2: TendermintBlock | undefined = undefined;
  let f3: Block | undefined = undefined;
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10: {
        r.single(last, tag);
        const outer = r.enter();
        f1 = BlockID.read(r);
        r.leave(outer);
        break;
      }
      case 18: {
        r.single(last, tag);
        const outer = r.enter();
        f2 = TendermintBlock.read(r);
        r.leave(outer);
        break;
      }
      case 26: {
        r.single(last, tag);
        const outer = r.enter();
        f3 = Block.read(r);
        r.leave(outer);
        break;
      }
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { blockId: f1, block: f2, sdkBlock: f3 };
}

export const GetLatestBlockResponse: Codec<GetLatestBlockResponse> = codec<GetLatestBlockResponse>({
  typeUrl: "/cosmos.base.tendermint.v1beta1.GetLatestBlockResponse",
  fields: [
    { name: "blockId", jsonName: "block_id", number: 1, kind: "message", repeated: false, optional: true, message: () => BlockID as Codec<never> },
    { name: "block", jsonName: "block", number: 2, kind: "message", repeated: false, optional: true, message: () => TendermintBlock as Codec<never> },
    { name: "sdkBlock", jsonName: "sdk_block", number: 3, kind: "message", repeated: false, optional: true, message: () => Block as Codec<never> },
  ],
  defaults: () => ({ blockId: undefined, block: undefined, sdkBlock: undefined }),
  write: writeGetLatestBlockResponse,
  read: readGetLatestBlockResponse,
});

export interface GetSyncingRequest {
}

function writeGetSyncingRequest(_w: Writer, _m: GetSyncingRequest): void {
}

function readGetSyncingRequest(r: Reader): GetSyncingRequest {
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

export const GetSyncingRequest: Codec<GetSyncingRequest> = codec<GetSyncingRequest>({
  typeUrl: "/cosmos.base.tendermint.v1beta1.GetSyncingRequest",
  fields: [
  ],
  defaults: () => ({  }),
  write: writeGetSyncingRequest,
  read: readGetSyncingRequest,
});

export interface GetSyncingResponse {
  readonly syncing: boolean;
}

function writeGetSyncingResponse(w: Writer, m: GetSyncingResponse): void {
  if (m.syncing) {
    w.tag(8);
    w.bool(m.syncing);
  }
}

function readGetSyncingResponse(r: Reader): GetSyncingResponse {
  let f1: boolean = false;
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 8:
        r.single(last, tag);
        f1 = r.value(r.bool());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { syncing: f1 };
}

export const GetSyncingResponse: Codec<GetSyncingResponse> = codec<GetSyncingResponse>({
  typeUrl: "/cosmos.base.tendermint.v1beta1.GetSyncingResponse",
  fields: [
    { name: "syncing", jsonName: "syncing", number: 1, kind: "bool", repeated: false, optional: false },
  ],
  defaults: () => ({ syncing: false }),
  write: writeGetSyncingResponse,
  read: readGetSyncingResponse,
});

export interface GetNodeInfoRequest {
}

function writeGetNodeInfoRequest(_w: Writer, _m: GetNodeInfoRequest): void {
}

function readGetNodeInfoRequest(r: Reader): GetNodeInfoRequest {
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

export const GetNodeInfoRequest: Codec<GetNodeInfoRequest> = codec<GetNodeInfoRequest>({
  typeUrl: "/cosmos.base.tendermint.v1beta1.GetNodeInfoRequest",
  fields: [
  ],
  defaults: () => ({  }),
  write: writeGetNodeInfoRequest,
  read: readGetNodeInfoRequest,
});

export interface GetNodeInfoResponse {
  readonly defaultNodeInfo: DefaultNodeInfo | undefined;
  readonly applicationVersion: VersionInfo | undefined;
}

function writeGetNodeInfoResponse(w: Writer, m: GetNodeInfoResponse): void {
  if (m.defaultNodeInfo !== undefined) {
    w.tag(10);
    { const s = w.open(); DefaultNodeInfo.write(w, m.defaultNodeInfo); w.close(s); }
  }
  if (m.applicationVersion !== undefined) {
    w.tag(18);
    { const s = w.open(); VersionInfo.write(w, m.applicationVersion); w.close(s); }
  }
}

function readGetNodeInfoResponse(r: Reader): GetNodeInfoResponse {
  let f1: DefaultNodeInfo | undefined = undefined;
  let f2: VersionInfo | undefined = undefined;
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10: {
        r.single(last, tag);
        const outer = r.enter();
        f1 = DefaultNodeInfo.read(r);
        r.leave(outer);
        break;
      }
      case 18: {
        r.single(last, tag);
        const outer = r.enter();
        f2 = VersionInfo.read(r);
        r.leave(outer);
        break;
      }
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { defaultNodeInfo: f1, applicationVersion: f2 };
}

export const GetNodeInfoResponse: Codec<GetNodeInfoResponse> = codec<GetNodeInfoResponse>({
  typeUrl: "/cosmos.base.tendermint.v1beta1.GetNodeInfoResponse",
  fields: [
    { name: "defaultNodeInfo", jsonName: "default_node_info", number: 1, kind: "message", repeated: false, optional: true, message: () => DefaultNodeInfo as Codec<never> },
    { name: "applicationVersion", jsonName: "application_version", number: 2, kind: "message", repeated: false, optional: true, message: () => VersionInfo as Codec<never> },
  ],
  defaults: () => ({ defaultNodeInfo: undefined, applicationVersion: undefined }),
  write: writeGetNodeInfoResponse,
  read: readGetNodeInfoResponse,
});

/** What program the node runs. */
export interface VersionInfo {
  readonly name: string;
  readonly appName: string;
  readonly version: string;
  readonly gitCommit: string;
  readonly buildTags: string;
  readonly goVersion: string;
  readonly buildDeps: readonly Module[];
  readonly cosmosSdkVersion: string;
}

function writeVersionInfo(w: Writer, m: VersionInfo): void {
  if (m.name !== "") {
    w.tag(10);
    w.string(m.name);
  }
  if (m.appName !== "") {
    w.tag(18);
    w.string(m.appName);
  }
  if (m.version !== "") {
    w.tag(26);
    w.string(m.version);
  }
  if (m.gitCommit !== "") {
    w.tag(34);
    w.string(m.gitCommit);
  }
  if (m.buildTags !== "") {
    w.tag(42);
    w.string(m.buildTags);
  }
  if (m.goVersion !== "") {
    w.tag(50);
    w.string(m.goVersion);
  }
  for (const v of m.buildDeps) {
    w.tag(58);
    { const s = w.open(); Module.write(w, v); w.close(s); }
  }
  if (m.cosmosSdkVersion !== "") {
    w.tag(66);
    w.string(m.cosmosSdkVersion);
  }
}

function readVersionInfo(r: Reader): VersionInfo {
  let f1: string = "";
  let f2: string = "";
  let f3: string = "";
  let f4: string = "";
  let f5: string = "";
  let f6: string = "";
  const f7: Module[] = [];
  let f8: string = "";
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
      case 34:
        r.single(last, tag);
        f4 = r.value(r.string());
        break;
      case 42:
        r.single(last, tag);
        f5 = r.value(r.string());
        break;
      case 50:
        r.single(last, tag);
        f6 = r.value(r.string());
        break;
      case 58: {
        const outer = r.enter();
        f7.push(Module.read(r));
        r.leave(outer);
        break;
      }
      case 66:
        r.single(last, tag);
        f8 = r.value(r.string());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { name: f1, appName: f2, version: f3, gitCommit: f4, buildTags: f5, goVersion: f6, buildDeps: f7, cosmosSdkVersion: f8 };
}

export const VersionInfo: Codec<VersionInfo> = codec<VersionInfo>({
  typeUrl: "/cosmos.base.tendermint.v1beta1.VersionInfo",
  fields: [
    { name: "name", jsonName: "name", number: 1, kind: "string", repeated: false, optional: false },
    { name: "appName", jsonName: "app_name", number: 2, kind: "string", repeated: false, optional: false },
    { name: "version", jsonName: "version", number: 3, kind: "string", repeated: false, optional: false },
    { name: "gitCommit", jsonName: "git_commit", number: 4, kind: "string", repeated: false, optional: false },
    { name: "buildTags", jsonName: "build_tags", number: 5, kind: "string", repeated: false, optional: false },
    { name: "goVersion", jsonName: "go_version", number: 6, kind: "string", repeated: false, optional: false },
    { name: "buildDeps", jsonName: "build_deps", number: 7, kind: "message", repeated: true, optional: false, message: () => Module as Codec<never> },
    { name: "cosmosSdkVersion", jsonName: "cosmos_sdk_version", number: 8, kind: "string", repeated: false, optional: false },
  ],
  defaults: () => ({ name: "", appName: "", version: "", gitCommit: "", buildTags: "", goVersion: "", buildDeps: [], cosmosSdkVersion: "" }),
  write: writeVersionInfo,
  read: readVersionInfo,
});

/** A part of the program. */
export interface Module {
  readonly path: string;
  readonly version: string;
  readonly sum: string;
}

function writeModule(w: Writer, m: Module): void {
  if (m.path !== "") {
    w.tag(10);
    w.string(m.path);
  }
  if (m.version !== "") {
    w.tag(18);
    w.string(m.version);
  }
  if (m.sum !== "") {
    w.tag(26);
    w.string(m.sum);
  }
}

function readModule(r: Reader): Module {
  let f1: string = "";
  let f2: string = "";
  let f3: string = "";
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
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { path: f1, version: f2, sum: f3 };
}

export const Module: Codec<Module> = codec<Module>({
  typeUrl: "/cosmos.base.tendermint.v1beta1.Module",
  fields: [
    { name: "path", jsonName: "path", number: 1, kind: "string", repeated: false, optional: false },
    { name: "version", jsonName: "version", number: 2, kind: "string", repeated: false, optional: false },
    { name: "sum", jsonName: "sum", number: 3, kind: "string", repeated: false, optional: false },
  ],
  defaults: () => ({ path: "", version: "", sum: "" }),
  write: writeModule,
  read: readModule,
});

export interface ABCIQueryRequest {
  readonly data: Uint8Array;
  readonly path: string;
  readonly height: bigint;
  readonly prove: boolean;
}

function writeABCIQueryRequest(w: Writer, m: ABCIQueryRequest): void {
  if (m.data.length > 0) {
    w.tag(10);
    w.bytes(m.data);
  }
  if (m.path !== "") {
    w.tag(18);
    w.string(m.path);
  }
  if (m.height !== 0n) {
    w.tag(24);
    w.int64(m.height);
  }
  if (m.prove) {
    w.tag(32);
    w.bool(m.prove);
  }
}

function readABCIQueryRequest(r: Reader): ABCIQueryRequest {
  let f1: Uint8Array = new Uint8Array(0);
  let f2: string = "";
  let f3: bigint = 0n;
  let f4: boolean = false;
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10:
        r.single(last, tag);
        f1 = r.value(r.bytes());
        break;
      case 18:
        r.single(last, tag);
        f2 = r.value(r.string());
        break;
      case 24:
        r.single(last, tag);
        f3 = r.value(r.int64());
        break;
      case 32:
        r.single(last, tag);
        f4 = r.value(r.bool());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { data: f1, path: f2, height: f3, prove: f4 };
}

export const ABCIQueryRequest: Codec<ABCIQueryRequest> = codec<ABCIQueryRequest>({
  typeUrl: "/cosmos.base.tendermint.v1beta1.ABCIQueryRequest",
  fields: [
    { name: "data", jsonName: "data", number: 1, kind: "bytes", repeated: false, optional: false },
    { name: "path", jsonName: "path", number: 2, kind: "string", repeated: false, optional: false },
    { name: "height", jsonName: "height", number: 3, kind: "int64", repeated: false, optional: false },
    { name: "prove", jsonName: "prove", number: 4, kind: "bool", repeated: false, optional: false },
  ],
  defaults: () => ({ data: new Uint8Array(0), path: "", height: 0n, prove: false }),
  write: writeABCIQueryRequest,
  read: readABCIQueryRequest,
});

export interface ABCIQueryResponse {
  readonly code: number;
  readonly log: string;
  readonly info: string;
  readonly index: bigint;
  readonly key: Uint8Array;
  readonly value: Uint8Array;
  readonly proofOps: ProofOps | undefined;
  readonly height: bigint;
  readonly codespace: string;
}

function writeABCIQueryResponse(w: Writer, m: ABCIQueryResponse): void {
  if (m.code !== 0) {
    w.tag(8);
    w.uint32(m.code);
  }
  if (m.log !== "") {
    w.tag(26);
    w.string(m.log);
  }
  if (m.info !== "") {
    w.tag(34);
    w.string(m.info);
  }
  if (m.index !== 0n) {
    w.tag(40);
    w.int64(m.index);
  }
  if (m.key.length > 0) {
    w.tag(50);
    w.bytes(m.key);
  }
  if (m.value.length > 0) {
    w.tag(58);
    w.bytes(m.value);
  }
  if (m.proofOps !== undefined) {
    w.tag(66);
    { const s = w.open(); ProofOps.write(w, m.proofOps); w.close(s); }
  }
  if (m.height !== 0n) {
    w.tag(72);
    w.int64(m.height);
  }
  if (m.codespace !== "") {
    w.tag(82);
    w.string(m.codespace);
  }
}

function readABCIQueryResponse(r: Reader): ABCIQueryResponse {
  let f1: number = 0;
  let f3: string = "";
  let f4: string = "";
  let f5: bigint = 0n;
  let f6: Uint8Array = new Uint8Array(0);
  let f7: Uint8Array = new Uint8Array(0);
  let f8: ProofOps | undefined = undefined;
  let f9: bigint = 0n;
  let f10: string = "";
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 8:
        r.single(last, tag);
        f1 = r.value(r.uint32());
        break;
      case 26:
        r.single(last, tag);
        f3 = r.value(r.string());
        break;
      case 34:
        r.single(last, tag);
        f4 = r.value(r.string());
        break;
      case 40:
        r.single(last, tag);
        f5 = r.value(r.int64());
        break;
      case 50:
        r.single(last, tag);
        f6 = r.value(r.bytes());
        break;
      case 58:
        r.single(last, tag);
        f7 = r.value(r.bytes());
        break;
      case 66: {
        r.single(last, tag);
        const outer = r.enter();
        f8 = ProofOps.read(r);
        r.leave(outer);
        break;
      }
      case 72:
        r.single(last, tag);
        f9 = r.value(r.int64());
        break;
      case 82:
        r.single(last, tag);
        f10 = r.value(r.string());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { code: f1, log: f3, info: f4, index: f5, key: f6, value: f7, proofOps: f8, height: f9, codespace: f10 };
}

export const ABCIQueryResponse: Codec<ABCIQueryResponse> = codec<ABCIQueryResponse>({
  typeUrl: "/cosmos.base.tendermint.v1beta1.ABCIQueryResponse",
  fields: [
    { name: "code", jsonName: "code", number: 1, kind: "uint32", repeated: false, optional: false },
    { name: "log", jsonName: "log", number: 3, kind: "string", repeated: false, optional: false },
    { name: "info", jsonName: "info", number: 4, kind: "string", repeated: false, optional: false },
    { name: "index", jsonName: "index", number: 5, kind: "int64", repeated: false, optional: false },
    { name: "key", jsonName: "key", number: 6, kind: "bytes", repeated: false, optional: false },
    { name: "value", jsonName: "value", number: 7, kind: "bytes", repeated: false, optional: false },
    { name: "proofOps", jsonName: "proof_ops", number: 8, kind: "message", repeated: false, optional: true, message: () => ProofOps as Codec<never> },
    { name: "height", jsonName: "height", number: 9, kind: "int64", repeated: false, optional: false },
    { name: "codespace", jsonName: "codespace", number: 10, kind: "string", repeated: false, optional: false },
  ],
  defaults: () => ({ code: 0, log: "", info: "", index: 0n, key: new Uint8Array(0), value: new Uint8Array(0), proofOps: undefined, height: 0n, codespace: "" }),
  write: writeABCIQueryResponse,
  read: readABCIQueryResponse,
});

export interface ProofOp {
  readonly type: string;
  readonly key: Uint8Array;
  readonly data: Uint8Array;
}

function writeProofOp(w: Writer, m: ProofOp): void {
  if (m.type !== "") {
    w.tag(10);
    w.string(m.type);
  }
  if (m.key.length > 0) {
    w.tag(18);
    w.bytes(m.key);
  }
  if (m.data.length > 0) {
    w.tag(26);
    w.bytes(m.data);
  }
}

function readProofOp(r: Reader): ProofOp {
  let f1: string = "";
  let f2: Uint8Array = new Uint8Array(0);
  let f3: Uint8Array = new Uint8Array(0);
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
        f2 = r.value(r.bytes());
        break;
      case 26:
        r.single(last, tag);
        f3 = r.value(r.bytes());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { type: f1, key: f2, data: f3 };
}

export const ProofOp: Codec<ProofOp> = codec<ProofOp>({
  typeUrl: "/cosmos.base.tendermint.v1beta1.ProofOp",
  fields: [
    { name: "type", jsonName: "type", number: 1, kind: "string", repeated: false, optional: false },
    { name: "key", jsonName: "key", number: 2, kind: "bytes", repeated: false, optional: false },
    { name: "data", jsonName: "data", number: 3, kind: "bytes", repeated: false, optional: false },
  ],
  defaults: () => ({ type: "", key: new Uint8Array(0), data: new Uint8Array(0) }),
  write: writeProofOp,
  read: readProofOp,
});

export interface ProofOps {
  readonly ops: readonly ProofOp[];
}

function writeProofOps(w: Writer, m: ProofOps): void {
  for (const v of m.ops) {
    w.tag(10);
    { const s = w.open(); ProofOp.write(w, v); w.close(s); }
  }
}

function readProofOps(r: Reader): ProofOps {
  const f1: ProofOp[] = [];
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10: {
        const outer = r.enter();
        f1.push(ProofOp.read(r));
        r.leave(outer);
        break;
      }
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { ops: f1 };
}

export const ProofOps: Codec<ProofOps> = codec<ProofOps>({
  typeUrl: "/cosmos.base.tendermint.v1beta1.ProofOps",
  fields: [
    { name: "ops", jsonName: "ops", number: 1, kind: "message", repeated: true, optional: false, message: () => ProofOp as Codec<never> },
  ],
  defaults: () => ({ ops: [] }),
  write: writeProofOps,
  read: readProofOps,
});

export const Service: {
  readonly GetNodeInfo: Method<GetNodeInfoRequest, GetNodeInfoResponse>;
  readonly GetSyncing: Method<GetSyncingRequest, GetSyncingResponse>;
  readonly GetLatestBlock: Method<GetLatestBlockRequest, GetLatestBlockResponse>;
  readonly GetBlockByHeight: Method<GetBlockByHeightRequest, GetBlockByHeightResponse>;
  readonly GetLatestValidatorSet: Method<GetLatestValidatorSetRequest, GetLatestValidatorSetResponse>;
  readonly GetValidatorSetByHeight: Method<GetValidatorSetByHeightRequest, GetValidatorSetByHeightResponse>;
  readonly ABCIQuery: Method<ABCIQueryRequest, ABCIQueryResponse>;
} = {
  GetNodeInfo: { path: "/cosmos.base.tendermint.v1beta1.Service/GetNodeInfo", request: GetNodeInfoRequest, response: GetNodeInfoResponse },
  GetSyncing: { path: "/cosmos.base.tendermint.v1beta1.Service/GetSyncing", request: GetSyncingRequest, response: GetSyncingResponse },
  GetLatestBlock: { path: "/cosmos.base.tendermint.v1beta1.Service/GetLatestBlock", request: GetLatestBlockRequest, response: GetLatestBlockResponse },
  GetBlockByHeight: { path: "/cosmos.base.tendermint.v1beta1.Service/GetBlockByHeight", request: GetBlockByHeightRequest, response: GetBlockByHeightResponse },
  GetLatestValidatorSet: { path: "/cosmos.base.tendermint.v1beta1.Service/GetLatestValidatorSet", request: GetLatestValidatorSetRequest, response: GetLatestValidatorSetResponse },
  GetValidatorSetByHeight: { path: "/cosmos.base.tendermint.v1beta1.Service/GetValidatorSetByHeight", request: GetValidatorSetByHeightRequest, response: GetValidatorSetByHeightResponse },
  ABCIQuery: { path: "/cosmos.base.tendermint.v1beta1.Service/ABCIQuery", request: ABCIQueryRequest, response: ABCIQueryResponse },
};
