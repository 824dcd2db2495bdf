// Generated from proto/cosmos/base/tendermint/v1beta1/types.proto by "npm run proto". Do not edit.
import { codec, type Codec } from "../../../../../wire/codec.ts";
import type { Reader } from "../../../../../wire/reader.ts";
import type { Writer } from "../../../../../wire/writer.ts";
import { Timestamp } from "../../../../google/protobuf/timestamp.ts";
import { Data, EvidenceList } from "../../../../tendermint/types/block.ts";
import { Commit } from "../../../../tendermint/types/light.ts";
import { BlockID } from "../../../../tendermint/types/types.ts";
import { Consensus } from "../../../../tendermint/version/types.ts";

/** A block whose header names the proposer by its address as people write it. */
export interface Block {
  readonly header: Header | undefined;
  readonly data: Data | undefined;
  readonly evidence: EvidenceList | undefined;
  readonly lastCommit: Commit | undefined;
}

function writeBlock(w: Writer, m: Block): void {
  if (m.header !== undefined) {
    w.tag(10);
    { const s = w.open(); Header.write(w, m.header); w.close(s); }
  }
  if (m.data !== undefined) {
    w.tag(18);
    { const s = w.open(); Data.write(w, m.data); w.close(s); }
  }
  if (m.evidence !== undefined) {
    w.tag(26);
    { const s = w.open(); EvidenceList.write(w, m.evidence); w.close(s); }
  }
  if (m.lastCommit !== undefined) {
    w.tag(34);
    { const s = w.open(); Commit.write(w, m.lastCommit); w.close(s); }
  }
}

function readBlock(r: Reader): Block {
  let f1: Header | undefined = undefined;
  let f2: Data | undefined = undefined;
  let f3: EvidenceList | undefined = undefined;
  let f4: Commit | undefined = undefined;
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10: {
        r.single(last, tag);
        const outer = r.enter();
        f1 = Header.read(r);
        r.leave(outer);
        break;
      }
      case 18: {
        r.single(last, tag);
        const outer = r.enter();
        f2 = Data.read(r);
        r.leave(outer);
        break;
      }
      case 26: {
        r.single(last, tag);
        const outer = r.enter();
        f3 = EvidenceList.read(r);
        r.leave(outer);
        break;
      }
      case 34: {
        r.single(last, tag);
        const outer = r.enter();
        f4 = Commit.read(r);
        r.leave(outer);
        break;
      }
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { header: f1, data: f2, evidence: f3, lastCommit: f4 };
}

export const Block: Codec<Block> = codec<Block>({
  typeUrl: "/cosmos.base.tendermint.v1beta1.Block",
  fields: [
    { name: "header", jsonName: "header", number: 1, kind: "message", repeated: false, optional: true, message: () => Header as Codec<never> },
    { name: "data", jsonName: "data", number: 2, kind: "message", repeated: false, optional: true, message: () => Data as Codec<never> },
    { name: "evidence", jsonName: "evidence", number: 3, kind: "message", repeated: false, optional: true, message: () => EvidenceList as Codec<never> },
    { name: "lastCommit", jsonName: "last_commit", number: 4, kind: "message", repeated: false, optional: true, message: () => Commit as Codec<never> },
  ],
  defaults: () => ({ header: undefined, data: undefined, evidence: undefined, lastCommit: undefined }),
  write: writeBlock,
  read: readBlock,
});

export interface Header {
  readonly version: Consensus | undefined;
  readonly chainId: string;
  readonly height: bigint;
  readonly time: Timestamp | undefined;
  readonly lastBlockId: BlockID | undefined;
  readonly lastCommitHash: Uint8Array;
  readonly dataHash: Uint8Array;
  readonly validatorsHash: Uint8Array;
  readonly nextValidatorsHash: Uint8Array;
  readonly consensusHash: Uint8Array;
  readonly appHash: Uint8Array;
  readonly lastResultsHash: Uint8Array;
  readonly evidenceHash: Uint8Array;
  readonly proposerAddress: string;
}

function writeHeader(w: Writer, m: Header): void {
  if (m.version !== undefined) {
    w.tag(10);
    { const s = w.open(); Consensus.write(w, m.version); w.close(s); }
  }
  if (m.chainId !== "") {
    w.tag(18);
    w.string(m.chainId);
  }
  if (m.height !== 0n) {
    w.tag(24);
    w.int64(m.height);
  }
  if (m.time !== undefined) {
    w.tag(34);
    { const s = w.open(); Timestamp.write(w, m.time); w.close(s); }
  }
  if (m.lastBlockId !== undefined) {
    w.tag(42);
    { const s = w.open(); BlockID.write(w, m.lastBlockId); w.close(s); }
  }
  if (m.lastCommitHash.length > 0) {
    w.tag(50);
    w.bytes(m.lastCommitHash);
  }
  if (m.dataHash.length > 0) {
    w.tag(58);
    w.bytes(m.dataHash);
  }
  if (m.validatorsHash.length > 0) {
    w.tag(66);
    w.bytes(m.validatorsHash);
  }
  if (m.nextValidatorsHash.length > 0) {
    w.tag(74);
    w.bytes(m.nextValidatorsHash);
  }
  if (m.consensusHash.length > 0) {
    w.tag(82);
    w.bytes(m.consensusHash);
  }
  if (m.appHash.length > 0) {
    w.tag(90);
    w.bytes(m.appHash);
  }
  if (m.lastResultsHash.length > 0) {
    w.tag(98);
    w.bytes(m.lastResultsHash);
  }
  if (m.evidenceHash.length > 0) {
    w.tag(106);
    w.bytes(m.evidenceHash);
  }
  if (m.proposerAddress !== "") {
    w.tag(114);
    w.string(m.proposerAddress);
  }
}

function readHeader(r: Reader): Header {
  let f1: Consensus | undefined = undefined;
  let f2: string = "";
  let f3: bigint = 0n;
  let f4: Timestamp | undefined = undefined;
  let f5: BlockID | undefined = undefined;
  let f6: Uint8Array = new Uint8Array(0);
  let f7: Uint8Array = new Uint8Array(0);
  let f8: Uint8Array = new Uint8Array(0);
  let f9: Uint8Array = new Uint8Array(0);
  let f10: Uint8Array = new Uint8Array(0);
  let f11: Uint8Array = new Uint8Array(0);
  let f12: Uint8Array = new Uint8Array(0);
  let f13: Uint8Array = new Uint8Array(0);
  let f14: string = "";
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10: {
        r.single(last, tag);
        const outer = r.enter();
        f1 = Consensus.read(r);
        r.leave(outer);
        break;
      }
      case 18:
        r.single(last, tag);
        f2 = r.value(r.string());
        break;
      case 24:
        r.single(last, tag);
        f3 = r.value(r.int64());
        break;
      case 34: {
        r.single(last, tag);
        const outer = r.enter();
        f4 = Timestamp.read(r);
        r.leave(outer);
        break;
      }
      case 42: {
        r.single(last, tag);
        const outer = r.enter();
        f5 = BlockID.read(r);
        r.leave(outer);
        break;
      }
      case 50:
        r.single(last, tag);
        f6 = r.value(r.bytes());
        break;
      case 58:
        r.single(last, tag);
        f7 = r.value(r.bytes());
        break;
      case 66:
        r.single(last, tag);
        f8 = r.value(r.bytes());
        break;
      case 74:
        r.single(last, tag);
        f9 = r.value(r.bytes());
        break;
      case 82:
        r.single(last, tag);
        f10 = r.value(r.bytes());
        break;
      case 90:
        r.single(last, tag);
        f11 = r.value(r.bytes());
        break;
      case 98:
        r.single(last, tag);
        f12 = r.value(r.bytes());
        break;
      case 106:
        r.single(last, tag);
        f13 = r.value(r.bytes());
        break;
      case 114:
        r.single(last, tag);
        f14 = r.value(r.string());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { version: f1, chainId: f2, height: f3, time: f4, lastBlockId: f5, lastCommitHash: f6, dataHash: f7, validatorsHash: f8, nextValidatorsHash: f9, consensusHash: f10, appHash: f11, lastResultsHash: f12, evidenceHash: f13, proposerAddress: f14 };
}

export const Header: Codec<Header> = codec<Header>({
  typeUrl: "/cosmos.base.tendermint.v1beta1.Header",
  fields: [
    { name: "version", jsonName: "version", number: 1, kind: "message", repeated: false, optional: true, message: () => Consensus as Codec<never> },
    { name: "chainId", jsonName: "chain_id", number: 2, kind: "string", repeated: false, optional: false },
    { name: "height", jsonName: "height", number: 3, kind: "int64", repeated: false, optional: false },
    { name: "time", jsonName: "time", number: 4, kind: "message", repeated: false, optional: true, message: () => Timestamp as Codec<never> },
    { name: "lastBlockId", jsonName: "last_block_id", number: 5, kind: "message", repeated: false, optional: true, message: () => BlockID as Codec<never> },
    { name: "lastCommitHash", jsonName: "last_commit_hash", number: 6, kind: "bytes", repeated: false, optional: false },
    { name: "dataHash", jsonName: "data_hash", number: 7, kind: "bytes", repeated: false, optional: false },
    { name: "validatorsHash", jsonName: "validators_hash", number: 8, kind: "bytes", repeated: false, optional: false },
    { name: "nextValidatorsHash", jsonName: "next_validators_hash", number: 9, kind: "bytes", repeated: false, optional: false },
    { name: "consensusHash", jsonName: "consensus_hash", number: 10, kind: "bytes", repeated: false, optional: false },
    { name: "appHash", jsonName: "app_hash", number: 11, kind: "bytes", repeated: false, optional: false },
    { name: "lastResultsHash", jsonName: "last_results_hash", number: 12, kind: "bytes", repeated: false, optional: false },
    { name: "evidenceHash", jsonName: "evidence_hash", number: 13, kind: "bytes", repeated: false, optional: false },
    { name: "proposerAddress", jsonName: "proposer_address", number: 14, kind: "string", repeated: false, optional: false },
  ],
  defaults: () => ({ version: undefined, chainId: "", height: 0n, time: undefined, lastBlockId: undefined, lastCommitHash: new Uint8Array(0), dataHash: new Uint8Array(0), validatorsHash: new Uint8Array(0), nextValidatorsHash: new Uint8Array(0), consensusHash: new Uint8Array(0), appHash: new Uint8Array(0), lastResultsHash: new Uint8Array(0), evidenceHash: new Uint8Array(0), proposerAddress: "" }),
  write: writeHeader,
  read: readHeader,
});
