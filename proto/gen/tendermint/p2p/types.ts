// Generated from proto/tendermint/p2p/types.proto by "npm run proto". Do not edit.
import { codec, type Codec } from "../../../wire/codec.ts";
import type { Reader } from "../../../wire/reader.ts";
import type { Writer } from "../../../wire/writer.ts";

/** Versions of what nodes speak with each other. */
export interface ProtocolVersion {
  readonly p2p: bigint;
  readonly block: bigint;
  readonly app: bigint;
}

function writeProtocolVersion(w: Writer, m: ProtocolVersion): void {
  if (m.p2p !== 0n) {
    w.tag(8);
    w.uint64(m.p2p);
  }
  if (m.block !== 0n) {
    w.tag(16);
    w.uint64(m.block);
  }
  if (m.app !== 0n) {
    w.tag(24);
    w.uint64(m.app);
  }
}

function readProtocolVersion(r: Reader): ProtocolVersion {
  let f1: bigint = 0n;
  let f2: bigint = 0n;
  let f3: bigint = 0n;
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
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { p2p: f1, block: f2, app: f3 };
}

export const ProtocolVersion: Codec<ProtocolVersion> = codec<ProtocolVersion>({
  typeUrl: "/tendermint.p2p.ProtocolVersion",
  fields: [
    { name: "p2p", jsonName: "p2p", number: 1, kind: "uint64", repeated: false, optional: false },
    { name: "block", jsonName: "block", number: 2, kind: "uint64", repeated: false, optional: false },
    { name: "app", jsonName: "app", number: 3, kind: "uint64", repeated: false, optional: false },
  ],
  defaults: () => ({ p2p: 0n, block: 0n, app: 0n }),
  write: writeProtocolVersion,
  read: readProtocolVersion,
});

/** What a node tells of itself. */
export interface DefaultNodeInfo {
  readonly protocolVersion: ProtocolVersion | undefined;
  readonly defaultNodeId: string;
  readonly listenAddr: string;
  readonly network: string;
  readonly version: string;
  readonly channels: Uint8Array;
  readonly moniker: string;
  readonly other: DefaultNodeInfoOther | undefined;
}

function writeDefaultNodeInfo(w: Writer, m: DefaultNodeInfo): void {
  if (m.protocolVersion !== undefined) {
    w.tag(10);
    { const s = w.open(); ProtocolVersion.write(w, m.protocolVersion); w.close(s); }
  }
  if (m.defaultNodeId !== "") {
    w.tag(18);
    w.string(m.defaultNodeId);
  }
  if (m.listenAddr !== "") {
    w.tag(26);
    w.string(m.listenAddr);
  }
  if (m.network !== "") {
    w.tag(34);
    w.string(m.network);
  }
  if (m.version !== "") {
    w.tag(42);
    w.string(m.version);
  }
  if (m.channels.length > 0) {
    w.tag(50);
    w.bytes(m.channels);
  }
  if (m.moniker !== "") {
    w.tag(58);
    w.string(m.moniker);
  }
  if (m.other !== undefined) {
    w.tag(66);
    { const s = w.open(); DefaultNodeInfoOther.write(w, m.other); w.close(s); }
  }
}

function readDefaultNodeInfo(r: Reader): DefaultNodeInfo {
  let f1: ProtocolVersion | undefined = undefined;
  let f2: string = "";
  let f3: string = "";
  let f4: string = "";
  let f5: string = "";
  let f6: Uint8Array = new Uint8Array(0);
  let f7: string = "";
  let f8: DefaultNodeInfoOther | undefined = undefined;
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10: {
        r.single(last, tag);
        const outer = r.enter();
        f1 = ProtocolVersion.read(r);
        r.leave(outer);
        break;
      }
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
        f6 = r.value(r.bytes());
        break;
      case 58:
        r.single(last, tag);
        f7 = r.value(r.string());
        break;
      case 66: {
        r.single(last, tag);
        const outer = r.enter();
        f8 = DefaultNodeInfoOther.read(r);
        r.leave(outer);
        break;
      }
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { protocolVersion: f1, defaultNodeId: f2, listenAddr: f3, network: f4, version: f5, channels: f6, moniker: f7, other: f8 };
}

export const DefaultNodeInfo: Codec<DefaultNodeInfo> = codec<DefaultNodeInfo>({
  typeUrl: "/tendermint.p2p.DefaultNodeInfo",
  fields: [
    { name: "protocolVersion", jsonName: "protocol_version", number: 1, kind: "message", repeated: false, optional: true, message: () => ProtocolVersion as Codec<never> },
    { name: "defaultNodeId", jsonName: "default_node_id", number: 2, kind: "string", repeated: false, optional: false },
    { name: "listenAddr", jsonName: "listen_addr", number: 3, kind: "string", repeated: false, optional: false },
    { name: "network", jsonName: "network", number: 4, kind: "string", repeated: false, optional: false },
    { name: "version", jsonName: "version", number: 5, kind: "string", repeated: false, optional: false },
    { name: "channels", jsonName: "channels", number: 6, kind: "bytes", repeated: false, optional: false },
    { name: "moniker", jsonName: "moniker", number: 7, kind: "string", repeated: false, optional: false },
    { name: "other", jsonName: "other", number: 8, kind: "message", repeated: false, optional: true, message: () => DefaultNodeInfoOther as Codec<never> },
  ],
  defaults: () => ({ protocolVersion: undefined, defaultNodeId: "", listenAddr: "", network: "", version: "", channels: new Uint8Array(0), moniker: "", other: undefined }),
  write: writeDefaultNodeInfo,
  read: readDefaultNodeInfo,
});

export interface DefaultNodeInfoOther {
  readonly txIndex: string;
  readonly rpcAddress: string;
}

function writeDefaultNodeInfoOther(w: Writer, m: DefaultNodeInfoOther): void {
  if (m.txIndex !== "") {
    w.tag(10);
    w.string(m.txIndex);
  }
  if (m.rpcAddress !== "") {
    w.tag(18);
    w.string(m.rpcAddress);
  }
}

function readDefaultNodeInfoOther(r: Reader): DefaultNodeInfoOther {
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
  return { txIndex: f1, rpcAddress: f2 };
}

export const DefaultNodeInfoOther: Codec<DefaultNodeInfoOther> = codec<DefaultNodeInfoOther>({
  typeUrl: "/tendermint.p2p.DefaultNodeInfoOther",
  fields: [
    { name: "txIndex", jsonName: "tx_index", number: 1, kind: "string", repeated: false, optional: false },
    { name: "rpcAddress", jsonName: "rpc_address", number: 2, kind: "string", repeated: false, optional: false },
  ],
  defaults: () => ({ txIndex: "", rpcAddress: "" }),
  write: writeDefaultNodeInfoOther,
  read: readDefaultNodeInfoOther,
});
