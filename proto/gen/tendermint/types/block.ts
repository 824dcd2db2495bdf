// Generated from proto/tendermint/types/block.proto by "npm run proto". Do not edit.
import { codec, type Codec } from "../../../wire/codec.ts";
import type { Reader } from "../../../wire/reader.ts";
import type { Writer } from "../../../wire/writer.ts";
import { Timestamp } from "../../google/protobuf/timestamp.ts";
import { Commit, LightBlock, Validator } from "./light.ts";
import { BlockID, Header } from "./types.ts";

/** What a signed consensus message is. */
export type SignedMsgType = number;
export const SignedMsgType = {
  SIGNED_MSG_TYPE_UNKNOWN: 0,
  SIGNED_MSG_TYPE_PREVOTE: 1,
  SIGNED_MSG_TYPE_PRECOMMIT: 2,
  SIGNED_MSG_TYPE_PROPOSAL: 32,
} as const;

/** A block's transactions. */
export interface Data {
  readonly txs: readonly Uint8Array[];
}

function writeData(w: Writer, m: Data): void {
  for (const v of m.txs) {
    w.tag(10);
    w.bytes(v);
  }
}

function readData(r: Reader): Data {
  const f1: Uint8Array[] = [];
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10:
        f1.push(r.bytes());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { txs: f1 };
}

export const Data: Codec<Data> = codec<Data>({
  typeUrl: "/tendermint.types.Data",
  fields: [
    { name: "txs", jsonName: "txs", number: 1, kind: "bytes", repeated: true, optional: false },
  ],
  defaults: () => ({ txs: [] }),
  write: writeData,
  read: readData,
});

/** A validator's vote for a block, or for none. */
export interface Vote {
  readonly type: SignedMsgType;
  readonly height: bigint;
  readonly round: number;
  readonly blockId: BlockID | undefined;
  readonly timestamp: Timestamp | undefined;
  readonly validatorAddress: Uint8Array;
  readonly validatorIndex: number;
  readonly signature: Uint8Array;
  readonly extension: Uint8Array;
  readonly extensionSignature: Uint8Array;
}

function writeVote(w: Writer, m: Vote): void {
  if (m.type !== 0) {
    w.tag(8);
    w.int32(m.type);
  }
  if (m.height !== 0n) {
    w.tag(16);
    w.int64(m.height);
  }
  if (m.round !== 0) {
    w.tag(24);
    w.int32(m.round);
  }
  if (m.blockId !== undefined) {
    w.tag(34);
    { const s = w.open(); BlockID.write(w, m.blockId); w.close(s); }
  }
  if (m.timestamp !== undefined) {
    w.tag(42);
    { const s = w.open(); Timestamp.write(w, m.timestamp); w.close(s); }
  }
  if (m.validatorAddress.length > 0) {
    w.tag(50);
    w.bytes(m.validatorAddress);
  }
  if (m.validatorIndex !== 0) {
    w.tag(56);
    w.int32(m.validatorIndex);
  }
  if (m.signature.length > 0) {
    w.tag(66);
    w.bytes(m.signature);
  }
  if (m.extension.length > 0) {
    w.tag(74);
    w.bytes(m.extension);
  }
  if (m.extensionSignature.length > 0) {
    w.tag(82);
    w.bytes(m.extensionSignature);
  }
}

function readVote(r: Reader): Vote {
  let f1: SignedMsgType = 0;
  let f2: bigint = 0n;
  let f3: number = 0;
  let f4: BlockID | undefined = undefined;
  let f5: Timestamp | undefined = undefined;
  let f6: Uint8Array = new Uint8Array(0);
  let f7: number = 0;
  let f8: Uint8Array = new Uint8Array(0);
  let f9: Uint8Array = new Uint8Array(0);
  let f10: Uint8Array = new Uint8Array(0);
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 8:
        r.single(last, tag);
        f1 = r.value(r.int32());
        break;
      case 16:
        r.single(last, tag);
        f2 = r.value(r.int64());
        break;
      case 24:
        r.single(last, tag);
        f3 = r.value(r.int32());
        break;
      case 34: {
        r.single(last, tag);
        const outer = r.enter();
        f4 = BlockID.read(r);
        r.leave(outer);
        break;
      }
      case 42: {
        r.single(last, tag);
        const outer = r.enter();
        f5 = Timestamp.read(r);
        r.leave(outer);
        break;
      }
      case 50:
        r.single(last, tag);
        f6 = r.value(r.bytes());
        break;
      case 56:
        r.single(last, tag);
        f7 = r.value(r.int32());
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
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { type: f1, height: f2, round: f3, blockId: f4, timestamp: f5, validatorAddress: f6, validatorIndex: f7, signature: f8, extension: f9, extensionSignature: f10 };
}

export const Vote: Codec<Vote> = codec<Vote>({
  typeUrl: "/tendermint.types.Vote",
  fields: [
    { name: "type", jsonName: "type", number: 1, kind: "enum", repeated: false, optional: false, values: SignedMsgType },
    { name: "height", jsonName: "height", number: 2, kind: "int64", repeated: false, optional: false },
    { name: "round", jsonName: "round", number: 3, kind: "int32", repeated: false, optional: false },
    { name: "blockId", jsonName: "block_id", number: 4, kind: "message", repeated: false, optional: true, message: () => BlockID as Codec<never> },
    { name: "timestamp", jsonName: "timestamp", number: 5, kind: "message", repeated: false, optional: true, message: () => Timestamp as Codec<never> },
    { name: "validatorAddress", jsonName: "validator_address", number: 6, kind: "bytes", repeated: false, optional: false },
    { name: "validatorIndex", jsonName: "validator_index", number: 7, kind: "int32", repeated: false, optional: false },
    { name: "signature", jsonName: "signature", number: 8, kind: "bytes", repeated: false, optional: false },
    { name: "extension", jsonName: "extension", number: 9, kind: "bytes", repeated: false, optional: false },
    { name: "extensionSignature", jsonName: "extension_signature", number: 10, kind: "bytes", repeated: false, optional: false },
  ],
  defaults: () => ({ type: 0, height: 0n, round: 0, blockId: undefined, timestamp: undefined, validatorAddress: new Uint8Array(0), validatorIndex: 0, signature: new Uint8Array(0), extension: new Uint8Array(0), extensionSignature: new Uint8Array(0) }),
  write: writeVote,
  read: readVote,
});

/** Two votes of one validator at one height and round. */
export interface DuplicateVoteEvidence {
  readonly voteA: Vote | undefined;
  readonly voteB: Vote | undefined;
  readonly totalVotingPower: bigint;
  readonly validatorPower: bigint;
  readonly timestamp: Timestamp | undefined;
}

function writeDuplicateVoteEvidence(w: Writer, m: DuplicateVoteEvidence): void {
  if (m.voteA !== undefined) {
    w.tag(10);
    { const s = w.open(); Vote.write(w, m.voteA); w.close(s); }
  }
  if (m.voteB !== undefined) {
    w.tag(18);
    { const s = w.open(); Vote.write(w, m.voteB); w.close(s); }
  }
  if (m.totalVotingPower !== 0n) {
    w.tag(24);
    w.int64(m.totalVotingPower);
  }
  if (m.validatorPower !== 0n) {
    w.tag(32);
    w.int64(m.validatorPower);
  }
  if (m.timestamp !== undefined) {
    w.tag(42);
    { const s = w.open(); Timestamp.write(w, m.timestamp); w.close(s); }
  }
}

function readDuplicateVoteEvidence(r: Reader): DuplicateVoteEvidence {
  let f1: Vote | undefined = undefined;
  let f2: Vote | undefined = undefined;
  let f3: bigint = 0n;
  let f4: bigint = 0n;
  let f5: Timestamp | undefined = undefined;
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10: {
        r.single(last, tag);
        const outer = r.enter();
        f1 = Vote.read(r);
        r.leave(outer);
        break;
      }
      case 18: {
        r.single(last, tag);
        const outer = r.enter();
        f2 = Vote.read(r);
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
      case 42: {
        r.single(last, tag);
        const outer = r.enter();
        f5 = Timestamp.read(r);
        r.leave(outer);
        break;
      }
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { voteA: f1, voteB: f2, totalVotingPower: f3, validatorPower: f4, timestamp: f5 };
}

export const DuplicateVoteEvidence: Codec<DuplicateVoteEvidence> = codec<DuplicateVoteEvidence>({
  typeUrl: "/tendermint.types.DuplicateVoteEvidence",
  fields: [
    { name: "voteA", jsonName: "vote_a", number: 1, kind: "message", repeated: false, optional: true, message: () => Vote as Codec<never> },
    { name: "voteB", jsonName: "vote_b", number: 2, kind: "message", repeated: false, optional: true, message: () => Vote as Codec<never> },
    { name: "totalVotingPower", jsonName: "total_voting_power", number: 3, kind: "int64", repeated: false, optional: false },
    { name: "validatorPower", jsonName: "validator_power", number: 4, kind: "int64", repeated: false, optional: false },
    { name: "timestamp", jsonName: "timestamp", number: 5, kind: "message", repeated: false, optional: true, message: () => Timestamp as Codec<never> },
  ],
  defaults: () => ({ voteA: undefined, voteB: undefined, totalVotingPower: 0n, validatorPower: 0n, timestamp: undefined }),
  write: writeDuplicateVoteEvidence,
  read: readDuplicateVoteEvidence,
});

/** A signed header that contradicts the chain. */
export interface LightClientAttackEvidence {
  readonly conflictingBlock: LightBlock | undefined;
  readonly commonHeight: bigint;
  readonly byzantineValidators: readonly Validator[];
  readonly totalVotingPower: bigint;
  readonly timestamp: Timestamp | undefined;
}

function writeLightClientAttackEvidence(w: Writer, m: LightClientAttackEvidence): void {
  if (m.conflictingBlock !== undefined) {
    w.tag(10);
    { const s = w.open(); LightBlock.write(w, m.conflictingBlock); w.close(s); }
  }
  if (m.commonHeight !== 0n) {
    w.tag(16);
    w.int64(m.commonHeight);
  }
  for (const v of m.byzantineValidators) {
    w.tag(26);
    { const s = w.open(); Validator.write(w, v); w.close(s); }
  }
  if (m.totalVotingPower !== 0n) {
    w.tag(32);
    w.int64(m.totalVotingPower);
  }
  if (m.timestamp !== undefined) {
    w.tag(42);
    { const s = w.open(); Timestamp.write(w, m.timestamp); w.close(s); }
  }
}

function readLightClientAttackEvidence(r: Reader): LightClientAttackEvidence {
  let f1: LightBlock | undefined = undefined;
  let f2: bigint = 0n;
  const f3: Validator[] = [];
  let f4: bigint = 0n;
  let f5: Timestamp | undefined = undefined;
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10: {
        r.single(last, tag);
        const outer = r.enter();
        f1 = LightBlock.read(r);
        r.leave(outer);
        break;
      }
      case 16:
        r.single(last, tag);
        f2 = r.value(r.int64());
        break;
      case 26: {
        const outer = r.enter();
        f3.push(Validator.read(r));
        r.leave(outer);
        break;
      }
      case 32:
        r.single(last, tag);
        f4 = r.value(r.int64());
        break;
      case 42: {
        r.single(last, tag);
        const outer = r.enter();
        f5 = Timestamp.read(r);
        r.leave(outer);
        break;
      }
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { conflictingBlock: f1, commonHeight: f2, byzantineValidators: f3, totalVotingPower: f4, timestamp: f5 };
}

export const LightClientAttackEvidence: Codec<LightClientAttackEvidence> = codec<LightClientAttackEvidence>({
  typeUrl: "/tendermint.types.LightClientAttackEvidence",
  fields: [
    { name: "conflictingBlock", jsonName: "conflicting_block", number: 1, kind: "message", repeated: false, optional: true, message: () => LightBlock as Codec<never> },
    { name: "commonHeight", jsonName: "common_height", number: 2, kind: "int64", repeated: false, optional: false },
    { name: "byzantineValidators", jsonName: "byzantine_validators", number: 3, kind: "message", repeated: true, optional: false, message: () => Validator as Codec<never> },
    { name: "totalVotingPower", jsonName: "total_voting_power", number: 4, kind: "int64", repeated: false, optional: false },
    { name: "timestamp", jsonName: "timestamp", number: 5, kind: "message", repeated: false, optional: true, message: () => Timestamp as Codec<never> },
  ],
  defaults: () => ({ conflictingBlock: undefined, commonHeight: 0n, byzantineValidators: [], totalVotingPower: 0n, timestamp: undefined }),
  write: writeLightClientAttackEvidence,
  read: readLightClientAttackEvidence,
});

export interface Evidence {
  readonly duplicateVoteEvidence: DuplicateVoteEvidence | undefined;
  readonly lightClientAttackEvidence: LightClientAttackEvidence | undefined;
}

function writeEvidence(w: Writer, m: Evidence): void {
  if (m.duplicateVoteEvidence !== undefined) {
    w.tag(10);
    { const s = w.open(); DuplicateVoteEvidence.write(w, m.duplicateVoteEvidence); w.close(s); }
  }
  if (m.lightClientAttackEvidence !== undefined) {
    w.tag(18);
    { const s = w.open(); LightClientAttackEvidence.write(w, m.lightClientAttackEvidence); w.close(s); }
  }
}

function readEvidence(r: Reader): Evidence {
  let f1: DuplicateVoteEvidence | undefined = undefined;
  let f2: LightClientAttackEvidence | undefined = undefined;
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10: {
        r.single(last, tag);
        const outer = r.enter();
        f1 = DuplicateVoteEvidence.read(r);
        r.leave(outer);
        break;
      }
      case 18: {
        r.single(last, tag);
        const outer = r.enter();
        f2 = LightClientAttackEvidence.read(r);
        r.leave(outer);
        break;
      }
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { duplicateVoteEvidence: f1, lightClientAttackEvidence: f2 };
}

export const Evidence: Codec<Evidence> = codec<Evidence>({
  typeUrl: "/tendermint.types.Evidence",
  fields: [
    { name: "duplicateVoteEvidence", jsonName: "duplicate_vote_evidence", number: 1, kind: "message", repeated: false, optional: true, message: () => DuplicateVoteEvidence as Codec<never> },
    { name: "lightClientAttackEvidence", jsonName: "light_client_attack_evidence", number: 2, kind: "message", repeated: false, optional: true, message: () => LightClientAttackEvidence as Codec<never> },
  ],
  defaults: () => ({ duplicateVoteEvidence: undefined, lightClientAttackEvidence: undefined }),
  write: writeEvidence,
  read: readEvidence,
});

export interface EvidenceList {
  readonly evidence: readonly Evidence[];
}

function writeEvidenceList(w: Writer, m: EvidenceList): void {
  for (const v of m.evidence) {
    w.tag(10);
    { const s = w.open(); Evidence.write(w, v); w.close(s); }
  }
}

function readEvidenceList(r: Reader): EvidenceList {
  const f1: Evidence[] = [];
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10: {
        const outer = r.enter();
        f1.push(Evidence.read(r));
        r.leave(outer);
        break;
      }
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { evidence: f1 };
}

export const EvidenceList: Codec<EvidenceList> = codec<EvidenceList>({
  typeUrl: "/tendermint.types.EvidenceList",
  fields: [
    { name: "evidence", jsonName: "evidence", number: 1, kind: "message", repeated: true, optional: false, message: () => Evidence as Codec<never> },
  ],
  defaults: () => ({ evidence: [] }),
  write: writeEvidenceList,
  read: readEvidenceList,
});

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
  typeUrl: "/tendermint.types.Block",
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
