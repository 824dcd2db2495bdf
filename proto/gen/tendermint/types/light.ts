// Generated from proto/tendermint/types/light.proto by "npm run proto". Do not edit.
import { codec, type Codec } from "../../../wire/codec.ts";
import type { Reader } from "../../../wire/reader.ts";
import type { Writer } from "../../../wire/writer.ts";
import { Timestamp } from "../../google/protobuf/timestamp.ts";
import { PublicKey } from "../crypto/keys.ts";
import { BlockID, Header } from "./types.ts";
import { BlockIDFlag } from "./validator.ts";

/** One validator's part of a commit. */
export interface CommitSig {
  readonly blockIdFlag: BlockIDFlag;
  readonly validatorAddress: Uint8Array;
  readonly timestamp: Timestamp | undefined;
  readonly signature: Uint8Array;
}

function writeCommitSig(w: Writer, m: CommitSig): void {
  if (m.blockIdFlag !== 0) {
    w.tag(8);
    w.int32(m.blockIdFlag);
  }
  if (m.validatorAddress.length > 0) {
    w.tag(18);
    w.bytes(m.validatorAddress);
  }
  if (m.timestamp !== undefined) {
    w.tag(26);
    { const s = w.open(); Timestamp.write(w, m.timestamp); w.close(s); }
  }
  if (m.signature.length > 0) {
    w.tag(34);
    w.bytes(m.signature);
  }
}

function readCommitSig(r: Reader): CommitSig {
  let f1: BlockIDFlag = 0;
  let f2: Uint8Array = new Uint8Array(0);
  let f3: Timestamp | undefined = undefined;
  let f4: Uint8Array = new Uint8Array(0);
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 8:
        r.single(last, tag);
        f1 = r.value(r.int32());
        break;
      case 18:
        r.single(last, tag);
        f2 = r.value(r.bytes());
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
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { blockIdFlag: f1, validatorAddress: f2, timestamp: f3, signature: f4 };
}

export const CommitSig: Codec<CommitSig> = codec<CommitSig>({
  typeUrl: "/tendermint.types.CommitSig",
  fields: [
    { name: "blockIdFlag", jsonName: "block_id_flag", number: 1, kind: "enum", repeated: false, optional: false, values: BlockIDFlag },
    { name: "validatorAddress", jsonName: "validator_address", number: 2, kind: "bytes", repeated: false, optional: false },
    { name: "timestamp", jsonName: "timestamp", number: 3, kind: "message", repeated: false, optional: true, message: () => Timestamp as Codec<never> },
    { name: "signature", jsonName: "signature", number: 4, kind: "bytes", repeated: false, optional: false },
  ],
  defaults: () => ({ blockIdFlag: 0, validatorAddress: new Uint8Array(0), timestamp: undefined, signature: new Uint8Array(0) }),
  write: writeCommitSig,
  read: readCommitSig,
});

/** Who signed a block, in the order of the validator set. */
export interface Commit {
  readonly height: bigint;
  readonly round: number;
  readonly blockId: BlockID | undefined;
  readonly signatures: readonly CommitSig[];
}

function writeCommit(w: Writer, m: Commit): void {
  if (m.height !== 0n) {
    w.tag(8);
    w.int64(m.height);
  }
  if (m.round !== 0) {
    w.tag(16);
    w.int32(m.round);
  }
  if (m.blockId !== undefined) {
    w.tag(26);
    { const s = w.open(); BlockID.write(w, m.blockId); w.close(s); }
  }
  for (const v of m.signatures) {
    w.tag(34);
    { const s = w.open(); CommitSig.write(w, v); w.close(s); }
  }
}

function readCommit(r: Reader): Commit {
  let f1: bigint = 0n;
  let f2: number = 0;
  let f3: BlockID | undefined = undefined;
  const f4: CommitSig[] = [];
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 8:
        r.single(last, tag);
        f1 = r.value(r.int64());
        break;
      case 16:
        r.single(last, tag);
        f2 = r.value(r.int32());
        break;
      case 26: {
        r.single(last, tag);
        const outer = r.enter();
        f3 = BlockID.read(r);
        r.leave(outer);
        break;
      }
      case 34: {
        const outer = r.enter();
        f4.push(CommitSig.read(r));
        r.leave(outer);
        break;
      }
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { height: f1, round: f2, blockId: f3, signatures: f4 };
}

export const Commit: Codec<Commit> = codec<Commit>({
  typeUrl: "/tendermint.types.Commit",
  fields: [
    { name: "height", jsonName: "height", number: 1, kind: "int64", repeated: false, optional: false },
    { name: "round", jsonName: "round", number: 2, kind: "int32", repeated: false, optional: false },
    { name: "blockId", jsonName: "block_id", number: 3, kind: "message", repeated: false, optional: true, message: () => BlockID as Codec<never> },
    { name: "signatures", jsonName: "signatures", number: 4, kind: "message", repeated: true, optional: false, message: () => CommitSig as Codec<never> },
  ],
  defaults: () => ({ height: 0n, round: 0, blockId: undefined, signatures: [] }),
  write: writeCommit,
  read: readCommit,
});

export interface SignedHeader {
  readonly header: Header | undefined;
  readonly commit: Commit | undefined;
}

function writeSignedHeader(w: Writer, m: SignedHeader): void {
  if (m.header !== undefined) {
    w.tag(10);
    { const s = w.open(); Header.write(w, m.header); w.close(s); }
  }
  if (m.commit !== undefined) {
    w.tag(18);
    { const s = w.open(); Commit.write(w, m.commit); w.close(s); }
  }
}

function readSignedHeader(r: Reader): SignedHeader {
  let f1: Header | undefined = undefined;
  let f2: Commit | undefined = undefined;
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
        f2 = Commit.read(r);
        r.leave(outer);
        break;
      }
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { header: f1, commit: f2 };
}

export const SignedHeader: Codec<SignedHeader> = codec<SignedHeader>({
  typeUrl: "/tendermint.types.SignedHeader",
  fields: [
    { name: "header", jsonName: "header", number: 1, kind: "message", repeated: false, optional: true, message: () => Header as Codec<never> },
    { name: "commit", jsonName: "commit", number: 2, kind: "message", repeated: false, optional: true, message: () => Commit as Codec<never> },
  ],
  defaults: () => ({ header: undefined, commit: undefined }),
  write: writeSignedHeader,
  read: readSignedHeader,
});

export interface Validator {
  readonly address: Uint8Array;
  readonly pubKey: PublicKey | undefined;
  readonly votingPower: bigint;
  readonly proposerPriority: bigint;
}

function writeValidator(w: Writer, m: Validator): void {
  if (m.address.length > 0) {
    w.tag(10);
    w.bytes(m.address);
  }
  if (m.pubKey !== undefined) {
    w.tag(18);
    { const s = w.open(); PublicKey.write(w, m.pubKey); w.close(s); }
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
  let f1: Uint8Array = new Uint8Array(0);
  let f2: PublicKey | undefined = undefined;
  let f3: bigint = 0n;
  let f4: bigint = 0n;
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10:
        r.single(last, tag);
        f1 = r.value(r.bytes());
        break;
      case 18: {
        r.single(last, tag);
        const outer = r.enter();
        f2 = PublicKey.read(r);
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
  typeUrl: "/tendermint.types.Validator",
  fields: [
    { name: "address", jsonName: "address", number: 1, kind: "bytes", repeated: false, optional: false },
    { name: "pubKey", jsonName: "pub_key", number: 2, kind: "message", repeated: false, optional: true, message: () => PublicKey as Codec<never> },
    { name: "votingPower", jsonName: "voting_power", number: 3, kind: "int64", repeated: false, optional: false },
    { name: "proposerPriority", jsonName: "proposer_priority", number: 4, kind: "int64", repeated: false, optional: false },
  ],
  defaults: () => ({ address: new Uint8Array(0), pubKey: undefined, votingPower: 0n, proposerPriority: 0n }),
  write: writeValidator,
  read: readValidator,
});

/** What the hash of a validator set is of. */
export interface SimpleValidator {
  readonly pubKey: PublicKey | undefined;
  readonly votingPower: bigint;
}

function writeSimpleValidator(w: Writer, m: SimpleValidator): void {
  if (m.pubKey !== undefined) {
    w.tag(10);
    { const s = w.open(); PublicKey.write(w, m.pubKey); w.close(s); }
  }
  if (m.votingPower !== 0n) {
    w.tag(16);
    w.int64(m.votingPower);
  }
}

function readSimpleValidator(r: Reader): SimpleValidator {
  let f1: PublicKey | undefined = undefined;
  let f2: bigint = 0n;
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10: {
        r.single(last, tag);
        const outer = r.enter();
        f1 = PublicKey.read(r);
        r.leave(outer);
        break;
      }
      case 16:
        r.single(last, tag);
        f2 = r.value(r.int64());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { pubKey: f1, votingPower: f2 };
}

export const SimpleValidator: Codec<SimpleValidator> = codec<SimpleValidator>({
  typeUrl: "/tendermint.types.SimpleValidator",
  fields: [
    { name: "pubKey", jsonName: "pub_key", number: 1, kind: "message", repeated: false, optional: true, message: () => PublicKey as Codec<never> },
    { name: "votingPower", jsonName: "voting_power", number: 2, kind: "int64", repeated: false, optional: false },
  ],
  defaults: () => ({ pubKey: undefined, votingPower: 0n }),
  write: writeSimpleValidator,
  read: readSimpleValidator,
});

export interface ValidatorSet {
  readonly validators: readonly Validator[];
  readonly proposer: Validator | undefined;
  readonly totalVotingPower: bigint;
}

function writeValidatorSet(w: Writer, m: ValidatorSet): void {
  for (const v of m.validators) {
    w.tag(10);
    { const s = w.open(); Validator.write(w, v); w.close(s); }
  }
  if (m.proposer !== undefined) {
    w.tag(18);
    { const s = w.open(); Validator.write(w, m.proposer); w.close(s); }
  }
  if (m.totalVotingPower !== 0n) {
    w.tag(24);
    w.int64(m.totalVotingPower);
  }
}

function readValidatorSet(r: Reader): ValidatorSet {
  const f1: Validator[] = [];
  let f2: Validator | undefined = undefined;
  let f3: bigint = 0n;
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10: {
        const outer = r.enter();
        f1.push(Validator.read(r));
        r.leave(outer);
        break;
      }
      case 18: {
        r.single(last, tag);
        const outer = r.enter();
        f2 = Validator.read(r);
        r.leave(outer);
        break;
      }
      case 24:
        r.single(last, tag);
        f3 = r.value(r.int64());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { validators: f1, proposer: f2, totalVotingPower: f3 };
}

export const ValidatorSet: Codec<ValidatorSet> = codec<ValidatorSet>({
  typeUrl: "/tendermint.types.ValidatorSet",
  fields: [
    { name: "validators", jsonName: "validators", number: 1, kind: "message", repeated: true, optional: false, message: () => Validator as Codec<never> },
    { name: "proposer", jsonName: "proposer", number: 2, kind: "message", repeated: false, optional: true, message: () => Validator as Codec<never> },
    { name: "totalVotingPower", jsonName: "total_voting_power", number: 3, kind: "int64", repeated: false, optional: false },
  ],
  defaults: () => ({ validators: [], proposer: undefined, totalVotingPower: 0n }),
  write: writeValidatorSet,
  read: readValidatorSet,
});

export interface LightBlock {
  readonly signedHeader: SignedHeader | undefined;
  readonly validatorSet: ValidatorSet | undefined;
}

function writeLightBlock(w: Writer, m: LightBlock): void {
  if (m.signedHeader !== undefined) {
    w.tag(10);
    { const s = w.open(); SignedHeader.write(w, m.signedHeader); w.close(s); }
  }
  if (m.validatorSet !== undefined) {
    w.tag(18);
    { const s = w.open(); ValidatorSet.write(w, m.validatorSet); w.close(s); }
  }
}

function readLightBlock(r: Reader): LightBlock {
  let f1: SignedHeader | undefined = undefined;
  let f2: ValidatorSet | undefined = undefined;
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10: {
        r.single(last, tag);
        const outer = r.enter();
        f1 = SignedHeader.read(r);
        r.leave(outer);
        break;
      }
      case 18: {
        r.single(last, tag);
        const outer = r.enter();
        f2 = ValidatorSet.read(r);
        r.leave(outer);
        break;
      }
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { signedHeader: f1, validatorSet: f2 };
}

export const LightBlock: Codec<LightBlock> = codec<LightBlock>({
  typeUrl: "/tendermint.types.LightBlock",
  fields: [
    { name: "signedHeader", jsonName: "signed_header", number: 1, kind: "message", repeated: false, optional: true, message: () => SignedHeader as Codec<never> },
    { name: "validatorSet", jsonName: "validator_set", number: 2, kind: "message", repeated: false, optional: true, message: () => ValidatorSet as Codec<never> },
  ],
  defaults: () => ({ signedHeader: undefined, validatorSet: undefined }),
  write: writeLightBlock,
  read: readLightBlock,
});

export interface CanonicalPartSetHeader {
  readonly total: number;
  readonly hash: Uint8Array;
}

function writeCanonicalPartSetHeader(w: Writer, m: CanonicalPartSetHeader): void {
  if (m.total !== 0) {
    w.tag(8);
    w.uint32(m.total);
  }
  if (m.hash.length > 0) {
    w.tag(18);
    w.bytes(m.hash);
  }
}

function readCanonicalPartSetHeader(r: Reader): CanonicalPartSetHeader {
  let f1: number = 0;
  let f2: Uint8Array = new Uint8Array(0);
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
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { total: f1, hash: f2 };
}

export const CanonicalPartSetHeader: Codec<CanonicalPartSetHeader> = codec<CanonicalPartSetHeader>({
  typeUrl: "/tendermint.types.CanonicalPartSetHeader",
  fields: [
    { name: "total", jsonName: "total", number: 1, kind: "uint32", repeated: false, optional: false },
    { name: "hash", jsonName: "hash", number: 2, kind: "bytes", repeated: false, optional: false },
  ],
  defaults: () => ({ total: 0, hash: new Uint8Array(0) }),
  write: writeCanonicalPartSetHeader,
  read: readCanonicalPartSetHeader,
});

export interface CanonicalBlockID {
  readonly hash: Uint8Array;
  readonly partSetHeader: CanonicalPartSetHeader | undefined;
}

function writeCanonicalBlockID(w: Writer, m: CanonicalBlockID): void {
  if (m.hash.length > 0) {
    w.tag(10);
    w.bytes(m.hash);
  }
  if (m.partSetHeader !== undefined) {
    w.tag(18);
    { const s = w.open(); CanonicalPartSetHeader.write(w, m.partSetHeader); w.close(s); }
  }
}

function readCanonicalBlockID(r: Reader): CanonicalBlockID {
  let f1: Uint8Array = new Uint8Array(0);
  let f2: CanonicalPartSetHeader | undefined = undefined;
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10:
        r.single(last, tag);
        f1 = r.value(r.bytes());
        break;
      case 18: {
        r.single(last, tag);
        const outer = r.enter();
        f2 = CanonicalPartSetHeader.read(r);
        r.leave(outer);
        break;
      }
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { hash: f1, partSetHeader: f2 };
}

export const CanonicalBlockID: Codec<CanonicalBlockID> = codec<CanonicalBlockID>({
  typeUrl: "/tendermint.types.CanonicalBlockID",
  fields: [
    { name: "hash", jsonName: "hash", number: 1, kind: "bytes", repeated: false, optional: false },
    { name: "partSetHeader", jsonName: "part_set_header", number: 2, kind: "message", repeated: false, optional: true, message: () => CanonicalPartSetHeader as Codec<never> },
  ],
  defaults: () => ({ hash: new Uint8Array(0), partSetHeader: undefined }),
  write: writeCanonicalBlockID,
  read: readCanonicalBlockID,
});

/** What a validator signs. */
export interface CanonicalVote {
  readonly type: number;
  readonly height: bigint;
  readonly round: bigint;
  readonly blockId: CanonicalBlockID | undefined;
  readonly timestamp: Timestamp | undefined;
  readonly chainId: string;
}

function writeCanonicalVote(w: Writer, m: CanonicalVote): void {
  if (m.type !== 0) {
    w.tag(8);
    w.int32(m.type);
  }
  if (m.height !== 0n) {
    w.tag(17);
    w.sfixed64(m.height);
  }
  if (m.round !== 0n) {
    w.tag(25);
    w.sfixed64(m.round);
  }
  if (m.blockId !== undefined) {
    w.tag(34);
    { const s = w.open(); CanonicalBlockID.write(w, m.blockId); w.close(s); }
  }
  if (m.timestamp !== undefined) {
    w.tag(42);
    { const s = w.open(); Timestamp.write(w, m.timestamp); w.close(s); }
  }
  if (m.chainId !== "") {
    w.tag(50);
    w.string(m.chainId);
  }
}

function readCanonicalVote(r: Reader): CanonicalVote {
  let f1: number = 0;
  let f2: bigint = 0n;
  let f3: bigint = 0n;
  let f4: CanonicalBlockID | undefined = undefined;
  let f5: Timestamp | undefined = undefined;
  let f6: string = "";
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 8:
        r.single(last, tag);
        f1 = r.value(r.int32());
        break;
      case 17:
        r.single(last, tag);
        f2 = r.value(r.sfixed64());
        break;
      case 25:
        r.single(last, tag);
        f3 = r.value(r.sfixed64());
        break;
      case 34: {
        r.single(last, tag);
        const outer = r.enter();
        f4 = CanonicalBlockID.read(r);
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
        f6 = r.value(r.string());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { type: f1, height: f2, round: f3, blockId: f4, timestamp: f5, chainId: f6 };
}

export const CanonicalVote: Codec<CanonicalVote> = codec<CanonicalVote>({
  typeUrl: "/tendermint.types.CanonicalVote",
  fields: [
    { name: "type", jsonName: "type", number: 1, kind: "int32", repeated: false, optional: false },
    { name: "height", jsonName: "height", number: 2, kind: "sfixed64", repeated: false, optional: false },
    { name: "round", jsonName: "round", number: 3, kind: "sfixed64", repeated: false, optional: false },
    { name: "blockId", jsonName: "block_id", number: 4, kind: "message", repeated: false, optional: true, message: () => CanonicalBlockID as Codec<never> },
    { name: "timestamp", jsonName: "timestamp", number: 5, kind: "message", repeated: false, optional: true, message: () => Timestamp as Codec<never> },
    { name: "chainId", jsonName: "chain_id", number: 6, kind: "string", repeated: false, optional: false },
  ],
  defaults: () => ({ type: 0, height: 0n, round: 0n, blockId: undefined, timestamp: undefined, chainId: "" }),
  write: writeCanonicalVote,
  read: readCanonicalVote,
});
