// Generated from proto/aegis/staking/v1/staking.proto by "npm run proto". Do not edit.
import { codec, type Codec } from "../../../../wire/codec.ts";
import type { Reader } from "../../../../wire/reader.ts";
import type { Writer } from "../../../../wire/writer.ts";

/** Why a validator is kept out of committees. */
export type JailReason = number;
export const JailReason = {
  JAIL_REASON_UNSPECIFIED: 0,
  JAIL_REASON_BEACON: 1,
} as const;

/** Parameters of staking. */
export interface Params {
  readonly committeeSize: number;
  readonly minSelfStake: bigint;
  readonly beaconWindow: number;
  readonly minCommitteeSize: number;
}

function writeParams(w: Writer, m: Params): void {
  if (m.committeeSize !== 0) {
    w.tag(8);
    w.uint32(m.committeeSize);
  }
  if (m.minSelfStake !== 0n) {
    w.tag(16);
    w.uint64(m.minSelfStake);
  }
  if (m.beaconWindow !== 0) {
    w.tag(24);
    w.uint32(m.beaconWindow);
  }
  if (m.minCommitteeSize !== 0) {
    w.tag(32);
    w.uint32(m.minCommitteeSize);
  }
}

function readParams(r: Reader): Params {
  let f1: number = 0;
  let f2: bigint = 0n;
  let f3: number = 0;
  let f4: number = 0;
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
        f2 = r.value(r.uint64());
        break;
      case 24:
        r.single(last, tag);
        f3 = r.value(r.uint32());
        break;
      case 32:
        r.single(last, tag);
        f4 = r.value(r.uint32());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { committeeSize: f1, minSelfStake: f2, beaconWindow: f3, minCommitteeSize: f4 };
}

export const Params: Codec<Params> = codec<Params>({
  typeUrl: "/aegis.staking.v1.Params",
  fields: [
    { name: "committeeSize", jsonName: "committee_size", number: 1, kind: "uint32", repeated: false, optional: false },
    { name: "minSelfStake", jsonName: "min_self_stake", number: 2, kind: "uint64", repeated: false, optional: false },
    { name: "beaconWindow", jsonName: "beacon_window", number: 3, kind: "uint32", repeated: false, optional: false },
    { name: "minCommitteeSize", jsonName: "min_committee_size", number: 4, kind: "uint32", repeated: false, optional: false },
  ],
  defaults: () => ({ committeeSize: 0, minSelfStake: 0n, beaconWindow: 0, minCommitteeSize: 0 }),
  write: writeParams,
  read: readParams,
});

/** A validator. */
export interface Validator {
  readonly operator: string;
  readonly consensusPublicKey: Uint8Array;
  readonly blsPublicKey: Uint8Array;
  readonly possessionProof: Uint8Array;
  readonly selfStake: bigint;
  readonly moniker: string;
  readonly jailReason: JailReason;
  readonly jailedHeight: bigint;
}

function writeValidator(w: Writer, m: Validator): void {
  if (m.operator !== "") {
    w.tag(10);
    w.string(m.operator);
  }
  if (m.consensusPublicKey.length > 0) {
    w.tag(18);
    w.bytes(m.consensusPublicKey);
  }
  if (m.blsPublicKey.length > 0) {
    w.tag(26);
    w.bytes(m.blsPublicKey);
  }
  if (m.possessionProof.length > 0) {
    w.tag(34);
    w.bytes(m.possessionProof);
  }
  if (m.selfStake !== 0n) {
    w.tag(40);
    w.uint64(m.selfStake);
  }
  if (m.moniker !== "") {
    w.tag(50);
    w.string(m.moniker);
  }
  if (m.jailReason !== 0) {
    w.tag(56);
    w.int32(m.jailReason);
  }
  if (m.jailedHeight !== 0n) {
    w.tag(64);
    w.uint64(m.jailedHeight);
  }
}

function readValidator(r: Reader): Validator {
  let f1: string = "";
  let f2: Uint8Array = new Uint8Array(0);
  let f3: Uint8Array = new Uint8Array(0);
  let f4: Uint8Array = new Uint8Array(0);
  let f5: bigint = 0n;
  let f6: string = "";
  let f7: JailReason = 0;
  let f8: bigint = 0n;
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
      case 34:
        r.single(last, tag);
        f4 = r.value(r.bytes());
        break;
      case 40:
        r.single(last, tag);
        f5 = r.value(r.uint64());
        break;
      case 50:
        r.single(last, tag);
        f6 = r.value(r.string());
        break;
      case 56:
        r.single(last, tag);
        f7 = r.value(r.int32());
        break;
      case 64:
        r.single(last, tag);
        f8 = r.value(r.uint64());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { operator: f1, consensusPublicKey: f2, blsPublicKey: f3, possessionProof: f4, selfStake: f5, moniker: f6, jailReason: f7, jailedHeight: f8 };
}

export const Validator: Codec<Validator> = codec<Validator>({
  typeUrl: "/aegis.staking.v1.Validator",
  fields: [
    { name: "operator", jsonName: "operator", number: 1, kind: "string", repeated: false, optional: false },
    { name: "consensusPublicKey", jsonName: "consensus_public_key", number: 2, kind: "bytes", repeated: false, optional: false },
    { name: "blsPublicKey", jsonName: "bls_public_key", number: 3, kind: "bytes", repeated: false, optional: false },
    { name: "possessionProof", jsonName: "possession_proof", number: 4, kind: "bytes", repeated: false, optional: false },
    { name: "selfStake", jsonName: "self_stake", number: 5, kind: "uint64", repeated: false, optional: false },
    { name: "moniker", jsonName: "moniker", number: 6, kind: "string", repeated: false, optional: false },
    { name: "jailReason", jsonName: "jail_reason", number: 7, kind: "enum", repeated: false, optional: false, values: JailReason },
    { name: "jailedHeight", jsonName: "jailed_height", number: 8, kind: "uint64", repeated: false, optional: false },
  ],
  defaults: () => ({ operator: "", consensusPublicKey: new Uint8Array(0), blsPublicKey: new Uint8Array(0), possessionProof: new Uint8Array(0), selfStake: 0n, moniker: "", jailReason: 0, jailedHeight: 0n }),
  write: writeValidator,
  read: readValidator,
});

/** A seat of a committee. */
export interface CommitteeMember {
  readonly consensusAddress: Uint8Array;
  readonly power: bigint;
}

function writeCommitteeMember(w: Writer, m: CommitteeMember): void {
  if (m.consensusAddress.length > 0) {
    w.tag(10);
    w.bytes(m.consensusAddress);
  }
  if (m.power !== 0n) {
    w.tag(16);
    w.uint64(m.power);
  }
}

function readCommitteeMember(r: Reader): CommitteeMember {
  let f1: Uint8Array = new Uint8Array(0);
  let f2: bigint = 0n;
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10:
        r.single(last, tag);
        f1 = r.value(r.bytes());
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
  return { consensusAddress: f1, power: f2 };
}

export const CommitteeMember: Codec<CommitteeMember> = codec<CommitteeMember>({
  typeUrl: "/aegis.staking.v1.CommitteeMember",
  fields: [
    { name: "consensusAddress", jsonName: "consensus_address", number: 1, kind: "bytes", repeated: false, optional: false },
    { name: "power", jsonName: "power", number: 2, kind: "uint64", repeated: false, optional: false },
  ],
  defaults: () => ({ consensusAddress: new Uint8Array(0), power: 0n }),
  write: writeCommitteeMember,
  read: readCommitteeMember,
});

/** The validators that run consensus from a height on, in order of consensus address. */
export interface Committee {
  readonly fromHeight: bigint;
  readonly members: readonly CommitteeMember[];
}

function writeCommittee(w: Writer, m: Committee): void {
  if (m.fromHeight !== 0n) {
    w.tag(8);
    w.uint64(m.fromHeight);
  }
  for (const v of m.members) {
    w.tag(18);
    { const s = w.open(); CommitteeMember.write(w, v); w.close(s); }
  }
}

function readCommittee(r: Reader): Committee {
  let f1: bigint = 0n;
  const f2: CommitteeMember[] = [];
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 8:
        r.single(last, tag);
        f1 = r.value(r.uint64());
        break;
      case 18: {
        const outer = r.enter();
        f2.push(CommitteeMember.read(r));
        r.leave(outer);
        break;
      }
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { fromHeight: f1, members: f2 };
}

export const Committee: Codec<Committee> = codec<Committee>({
  typeUrl: "/aegis.staking.v1.Committee",
  fields: [
    { name: "fromHeight", jsonName: "from_height", number: 1, kind: "uint64", repeated: false, optional: false },
    { name: "members", jsonName: "members", number: 2, kind: "message", repeated: true, optional: false, message: () => CommitteeMember as Codec<never> },
  ],
  defaults: () => ({ fromHeight: 0n, members: [] }),
  write: writeCommittee,
  read: readCommittee,
});

/** A validator's last draws of the beacon, as signer or as proposer. */
export interface BeaconRecord {
  readonly operator: string;
  readonly withheld: bigint;
  readonly draws: number;
}

function writeBeaconRecord(w: Writer, m: BeaconRecord): void {
  if (m.operator !== "") {
    w.tag(10);
    w.string(m.operator);
  }
  if (m.withheld !== 0n) {
    w.tag(16);
    w.uint64(m.withheld);
  }
  if (m.draws !== 0) {
    w.tag(24);
    w.uint32(m.draws);
  }
}

function readBeaconRecord(r: Reader): BeaconRecord {
  let f1: string = "";
  let f2: bigint = 0n;
  let f3: number = 0;
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
        f3 = r.value(r.uint32());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { operator: f1, withheld: f2, draws: f3 };
}

export const BeaconRecord: Codec<BeaconRecord> = codec<BeaconRecord>({
  typeUrl: "/aegis.staking.v1.BeaconRecord",
  fields: [
    { name: "operator", jsonName: "operator", number: 1, kind: "string", repeated: false, optional: false },
    { name: "withheld", jsonName: "withheld", number: 2, kind: "uint64", repeated: false, optional: false },
    { name: "draws", jsonName: "draws", number: 3, kind: "uint32", repeated: false, optional: false },
  ],
  defaults: () => ({ operator: "", withheld: 0n, draws: 0 }),
  write: writeBeaconRecord,
  read: readBeaconRecord,
});
