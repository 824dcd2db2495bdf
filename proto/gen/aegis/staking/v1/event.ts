// Generated from proto/aegis/staking/v1/event.proto by "npm run proto". Do not edit.
import { codec, type Codec } from "../../../../wire/codec.ts";
import type { Reader } from "../../../../wire/reader.ts";
import type { Writer } from "../../../../wire/writer.ts";
import { JailReason, LicenceUse } from "./staking.ts";

/** A beacon was skipped although its signer's precommit stands in the commit. */
export interface BeaconWithheld {
  readonly height: bigint;
  readonly signer: string;
  readonly proposer: string;
}

function writeBeaconWithheld(w: Writer, m: BeaconWithheld): void {
  if (m.height !== 0n) {
    w.tag(8);
    w.uint64(m.height);
  }
  if (m.signer !== "") {
    w.tag(18);
    w.string(m.signer);
  }
  if (m.proposer !== "") {
    w.tag(26);
    w.string(m.proposer);
  }
}

function readBeaconWithheld(r: Reader): BeaconWithheld {
  let f1: bigint = 0n;
  let f2: string = "";
  let f3: string = "";
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 8:
        r.single(last, tag);
        f1 = r.value(r.uint64());
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
  return { height: f1, signer: f2, proposer: f3 };
}

export const BeaconWithheld: Codec<BeaconWithheld> = codec<BeaconWithheld>({
  typeUrl: "/aegis.staking.v1.BeaconWithheld",
  fields: [
    { name: "height", jsonName: "height", number: 1, kind: "uint64", repeated: false, optional: false },
    { name: "signer", jsonName: "signer", number: 2, kind: "string", repeated: false, optional: false },
    { name: "proposer", jsonName: "proposer", number: 3, kind: "string", repeated: false, optional: false },
  ],
  defaults: () => ({ height: 0n, signer: "", proposer: "" }),
  write: writeBeaconWithheld,
  read: readBeaconWithheld,
});

/** A validator was jailed; it leaves the committee two heights later. */
export interface ValidatorJailed {
  readonly operator: string;
  readonly reason: JailReason;
}

function writeValidatorJailed(w: Writer, m: ValidatorJailed): void {
  if (m.operator !== "") {
    w.tag(10);
    w.string(m.operator);
  }
  if (m.reason !== 0) {
    w.tag(16);
    w.int32(m.reason);
  }
}

function readValidatorJailed(r: Reader): ValidatorJailed {
  let f1: string = "";
  let f2: JailReason = 0;
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
        f2 = r.value(r.int32());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { operator: f1, reason: f2 };
}

export const ValidatorJailed: Codec<ValidatorJailed> = codec<ValidatorJailed>({
  typeUrl: "/aegis.staking.v1.ValidatorJailed",
  fields: [
    { name: "operator", jsonName: "operator", number: 1, kind: "string", repeated: false, optional: false },
    { name: "reason", jsonName: "reason", number: 2, kind: "enum", repeated: false, optional: false, values: JailReason },
  ],
  defaults: () => ({ operator: "", reason: 0 }),
  write: writeValidatorJailed,
  read: readValidatorJailed,
});

/** A validator is no longer jailed. */
export interface ValidatorUnjailed {
  readonly operator: string;
}

function writeValidatorUnjailed(w: Writer, m: ValidatorUnjailed): void {
  if (m.operator !== "") {
    w.tag(10);
    w.string(m.operator);
  }
}

function readValidatorUnjailed(r: Reader): ValidatorUnjailed {
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

export const ValidatorUnjailed: Codec<ValidatorUnjailed> = codec<ValidatorUnjailed>({
  typeUrl: "/aegis.staking.v1.ValidatorUnjailed",
  fields: [
    { name: "operator", jsonName: "operator", number: 1, kind: "string", repeated: false, optional: false },
  ],
  defaults: () => ({ operator: "" }),
  write: writeValidatorUnjailed,
  read: readValidatorUnjailed,
});

/** A validator registered its BLS key. */
export interface BlsKeyRegistered {
  readonly operator: string;
  readonly publicKey: Uint8Array;
}

function writeBlsKeyRegistered(w: Writer, m: BlsKeyRegistered): void {
  if (m.operator !== "") {
    w.tag(10);
    w.string(m.operator);
  }
  if (m.publicKey.length > 0) {
    w.tag(18);
    w.bytes(m.publicKey);
  }
}

function readBlsKeyRegistered(r: Reader): BlsKeyRegistered {
  let f1: string = "";
  let f2: Uint8Array = new Uint8Array(0);
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
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { operator: f1, publicKey: f2 };
}

export const BlsKeyRegistered: Codec<BlsKeyRegistered> = codec<BlsKeyRegistered>({
  typeUrl: "/aegis.staking.v1.BlsKeyRegistered",
  fields: [
    { name: "operator", jsonName: "operator", number: 1, kind: "string", repeated: false, optional: false },
    { name: "publicKey", jsonName: "public_key", number: 2, kind: "bytes", repeated: false, optional: false },
  ],
  defaults: () => ({ operator: "", publicKey: new Uint8Array(0) }),
  write: writeBlsKeyRegistered,
  read: readBlsKeyRegistered,
});

/** A validator votes with another key from now on. */
export interface ConsensusKeyRotated {
  readonly operator: string;
  readonly oldPublicKey: Uint8Array;
  readonly newPublicKey: Uint8Array;
}

function writeConsensusKeyRotated(w: Writer, m: ConsensusKeyRotated): void {
  if (m.operator !== "") {
    w.tag(10);
    w.string(m.operator);
  }
  if (m.oldPublicKey.length > 0) {
    w.tag(18);
    w.bytes(m.oldPublicKey);
  }
  if (m.newPublicKey.length > 0) {
    w.tag(26);
    w.bytes(m.newPublicKey);
  }
}

function readConsensusKeyRotated(r: Reader): ConsensusKeyRotated {
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
  return { operator: f1, oldPublicKey: f2, newPublicKey: f3 };
}

export const ConsensusKeyRotated: Codec<ConsensusKeyRotated> = codec<ConsensusKeyRotated>({
  typeUrl: "/aegis.staking.v1.ConsensusKeyRotated",
  fields: [
    { name: "operator", jsonName: "operator", number: 1, kind: "string", repeated: false, optional: false },
    { name: "oldPublicKey", jsonName: "old_public_key", number: 2, kind: "bytes", repeated: false, optional: false },
    { name: "newPublicKey", jsonName: "new_public_key", number: 3, kind: "bytes", repeated: false, optional: false },
  ],
  defaults: () => ({ operator: "", oldPublicKey: new Uint8Array(0), newPublicKey: new Uint8Array(0) }),
  write: writeConsensusKeyRotated,
  read: readConsensusKeyRotated,
});

/** A fault of a validator was punished. */
export interface ValidatorSlashed {
  readonly operator: string;
  readonly burned: bigint;
  readonly reason: JailReason;
  readonly infractionHeight: bigint;
}

function writeValidatorSlashed(w: Writer, m: ValidatorSlashed): void {
  if (m.operator !== "") {
    w.tag(10);
    w.string(m.operator);
  }
  if (m.burned !== 0n) {
    w.tag(16);
    w.uint64(m.burned);
  }
  if (m.reason !== 0) {
    w.tag(24);
    w.int32(m.reason);
  }
  if (m.infractionHeight !== 0n) {
    w.tag(32);
    w.uint64(m.infractionHeight);
  }
}

function readValidatorSlashed(r: Reader): ValidatorSlashed {
  let f1: string = "";
  let f2: bigint = 0n;
  let f3: JailReason = 0;
  let f4: bigint = 0n;
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
        f3 = r.value(r.int32());
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
  return { operator: f1, burned: f2, reason: f3, infractionHeight: f4 };
}

export const ValidatorSlashed: Codec<ValidatorSlashed> = codec<ValidatorSlashed>({
  typeUrl: "/aegis.staking.v1.ValidatorSlashed",
  fields: [
    { name: "operator", jsonName: "operator", number: 1, kind: "string", repeated: false, optional: false },
    { name: "burned", jsonName: "burned", number: 2, kind: "uint64", repeated: false, optional: false },
    { name: "reason", jsonName: "reason", number: 3, kind: "enum", repeated: false, optional: false, values: JailReason },
    { name: "infractionHeight", jsonName: "infraction_height", number: 4, kind: "uint64", repeated: false, optional: false },
  ],
  defaults: () => ({ operator: "", burned: 0n, reason: 0, infractionHeight: 0n }),
  write: writeValidatorSlashed,
  read: readValidatorSlashed,
});

/** A licence was put behind a validator or a node. */
export interface LicenceUsed {
  readonly number: number;
  readonly owner: string;
  readonly use: LicenceUse;
  readonly backs: string;
}

function writeLicenceUsed(w: Writer, m: LicenceUsed): void {
  if (m.number !== 0) {
    w.tag(8);
    w.uint32(m.number);
  }
  if (m.owner !== "") {
    w.tag(18);
    w.string(m.owner);
  }
  if (m.use !== 0) {
    w.tag(24);
    w.int32(m.use);
  }
  if (m.backs !== "") {
    w.tag(34);
    w.string(m.backs);
  }
}

function readLicenceUsed(r: Reader): LicenceUsed {
  let f1: number = 0;
  let f2: string = "";
  let f3: LicenceUse = 0;
  let f4: string = "";
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
        f2 = r.value(r.string());
        break;
      case 24:
        r.single(last, tag);
        f3 = r.value(r.int32());
        break;
      case 34:
        r.single(last, tag);
        f4 = r.value(r.string());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { number: f1, owner: f2, use: f3, backs: f4 };
}

export const LicenceUsed: Codec<LicenceUsed> = codec<LicenceUsed>({
  typeUrl: "/aegis.staking.v1.LicenceUsed",
  fields: [
    { name: "number", jsonName: "number", number: 1, kind: "uint32", repeated: false, optional: false },
    { name: "owner", jsonName: "owner", number: 2, kind: "string", repeated: false, optional: false },
    { name: "use", jsonName: "use", number: 3, kind: "enum", repeated: false, optional: false, values: LicenceUse },
    { name: "backs", jsonName: "backs", number: 4, kind: "string", repeated: false, optional: false },
  ],
  defaults: () => ({ number: 0, owner: "", use: 0, backs: "" }),
  write: writeLicenceUsed,
  read: readLicenceUsed,
});

/** A licence is being taken back; it counts no more, and can still be liquidated or suspended. */
export interface LicenceReleasing {
  readonly number: number;
  readonly backs: string;
  readonly untilMs: bigint;
}

function writeLicenceReleasing(w: Writer, m: LicenceReleasing): void {
  if (m.number !== 0) {
    w.tag(8);
    w.uint32(m.number);
  }
  if (m.backs !== "") {
    w.tag(18);
    w.string(m.backs);
  }
  if (m.untilMs !== 0n) {
    w.tag(24);
    w.uint64(m.untilMs);
  }
}

function readLicenceReleasing(r: Reader): LicenceReleasing {
  let f1: number = 0;
  let f2: string = "";
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
        f2 = r.value(r.string());
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
  return { number: f1, backs: f2, untilMs: f3 };
}

export const LicenceReleasing: Codec<LicenceReleasing> = codec<LicenceReleasing>({
  typeUrl: "/aegis.staking.v1.LicenceReleasing",
  fields: [
    { name: "number", jsonName: "number", number: 1, kind: "uint32", repeated: false, optional: false },
    { name: "backs", jsonName: "backs", number: 2, kind: "string", repeated: false, optional: false },
    { name: "untilMs", jsonName: "until_ms", number: 3, kind: "uint64", repeated: false, optional: false },
  ],
  defaults: () => ({ number: 0, backs: "", untilMs: 0n }),
  write: writeLicenceReleasing,
  read: readLicenceReleasing,
});

/** The committee of an epoch was drawn; it acts from the epoch's second block on. */
export interface CommitteeRotated {
  readonly epoch: bigint;
  readonly seats: number;
  readonly joined: number;
  readonly left: number;
  readonly members: number;
  readonly totalPower: bigint;
  readonly eligible: number;
}

function writeCommitteeRotated(w: Writer, m: CommitteeRotated): void {
  if (m.epoch !== 0n) {
    w.tag(8);
    w.uint64(m.epoch);
  }
  if (m.seats !== 0) {
    w.tag(16);
    w.uint32(m.seats);
  }
  if (m.joined !== 0) {
    w.tag(24);
    w.uint32(m.joined);
  }
  if (m.left !== 0) {
    w.tag(32);
    w.uint32(m.left);
  }
  if (m.members !== 0) {
    w.tag(40);
    w.uint32(m.members);
  }
  if (m.totalPower !== 0n) {
    w.tag(48);
    w.uint64(m.totalPower);
  }
  if (m.eligible !== 0) {
    w.tag(56);
    w.uint32(m.eligible);
  }
}

function readCommitteeRotated(r: Reader): CommitteeRotated {
  let f1: bigint = 0n;
  let f2: number = 0;
  let f3: number = 0;
  let f4: number = 0;
  let f5: number = 0;
  let f6: bigint = 0n;
  let f7: number = 0;
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
        f2 = r.value(r.uint32());
        break;
      case 24:
        r.single(last, tag);
        f3 = r.value(r.uint32());
        break;
      case 32:
        r.single(last, tag);
        f4 = r.value(r.uint32());
        break;
      case 40:
        r.single(last, tag);
        f5 = r.value(r.uint32());
        break;
      case 48:
        r.single(last, tag);
        f6 = r.value(r.uint64());
        break;
      case 56:
        r.single(last, tag);
        f7 = r.value(r.uint32());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { epoch: f1, seats: f2, joined: f3, left: f4, members: f5, totalPower: f6, eligible: f7 };
}

export const CommitteeRotated: Codec<CommitteeRotated> = codec<CommitteeRotated>({
  typeUrl: "/aegis.staking.v1.CommitteeRotated",
  fields: [
    { name: "epoch", jsonName: "epoch", number: 1, kind: "uint64", repeated: false, optional: false },
    { name: "seats", jsonName: "seats", number: 2, kind: "uint32", repeated: false, optional: false },
    { name: "joined", jsonName: "joined", number: 3, kind: "uint32", repeated: false, optional: false },
    { name: "left", jsonName: "left", number: 4, kind: "uint32", repeated: false, optional: false },
    { name: "members", jsonName: "members", number: 5, kind: "uint32", repeated: false, optional: false },
    { name: "totalPower", jsonName: "total_power", number: 6, kind: "uint64", repeated: false, optional: false },
    { name: "eligible", jsonName: "eligible", number: 7, kind: "uint32", repeated: false, optional: false },
  ],
  defaults: () => ({ epoch: 0n, seats: 0, joined: 0, left: 0, members: 0, totalPower: 0n, eligible: 0 }),
  write: writeCommitteeRotated,
  read: readCommitteeRotated,
});

/** A licence backs nothing any more. */
export interface LicenceReleased {
  readonly number: number;
  readonly owner: string;
  readonly backs: string;
}

function writeLicenceReleased(w: Writer, m: LicenceReleased): void {
  if (m.number !== 0) {
    w.tag(8);
    w.uint32(m.number);
  }
  if (m.owner !== "") {
    w.tag(18);
    w.string(m.owner);
  }
  if (m.backs !== "") {
    w.tag(26);
    w.string(m.backs);
  }
}

function readLicenceReleased(r: Reader): LicenceReleased {
  let f1: number = 0;
  let f2: string = "";
  let f3: string = "";
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
  return { number: f1, owner: f2, backs: f3 };
}

export const LicenceReleased: Codec<LicenceReleased> = codec<LicenceReleased>({
  typeUrl: "/aegis.staking.v1.LicenceReleased",
  fields: [
    { name: "number", jsonName: "number", number: 1, kind: "uint32", repeated: false, optional: false },
    { name: "owner", jsonName: "owner", number: 2, kind: "string", repeated: false, optional: false },
    { name: "backs", jsonName: "backs", number: 3, kind: "string", repeated: false, optional: false },
  ],
  defaults: () => ({ number: 0, owner: "", backs: "" }),
  write: writeLicenceReleased,
  read: readLicenceReleased,
});

/** A fault suspended a licence (testnet mode). */
export interface LicenceSuspended {
  readonly number: number;
  readonly owner: string;
  readonly backs: string;
  readonly untilEpoch: bigint;
}

function writeLicenceSuspended(w: Writer, m: LicenceSuspended): void {
  if (m.number !== 0) {
    w.tag(8);
    w.uint32(m.number);
  }
  if (m.owner !== "") {
    w.tag(18);
    w.string(m.owner);
  }
  if (m.backs !== "") {
    w.tag(26);
    w.string(m.backs);
  }
  if (m.untilEpoch !== 0n) {
    w.tag(32);
    w.uint64(m.untilEpoch);
  }
}

function readLicenceSuspended(r: Reader): LicenceSuspended {
  let f1: number = 0;
  let f2: string = "";
  let f3: string = "";
  let f4: bigint = 0n;
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
  return { number: f1, owner: f2, backs: f3, untilEpoch: f4 };
}

export const LicenceSuspended: Codec<LicenceSuspended> = codec<LicenceSuspended>({
  typeUrl: "/aegis.staking.v1.LicenceSuspended",
  fields: [
    { name: "number", jsonName: "number", number: 1, kind: "uint32", repeated: false, optional: false },
    { name: "owner", jsonName: "owner", number: 2, kind: "string", repeated: false, optional: false },
    { name: "backs", jsonName: "backs", number: 3, kind: "string", repeated: false, optional: false },
    { name: "untilEpoch", jsonName: "until_epoch", number: 4, kind: "uint64", repeated: false, optional: false },
  ],
  defaults: () => ({ number: 0, owner: "", backs: "", untilEpoch: 0n }),
  write: writeLicenceSuspended,
  read: readLicenceSuspended,
});

/** A licence's suspension is over. */
export interface LicenceReinstated {
  readonly number: number;
  readonly backs: string;
}

function writeLicenceReinstated(w: Writer, m: LicenceReinstated): void {
  if (m.number !== 0) {
    w.tag(8);
    w.uint32(m.number);
  }
  if (m.backs !== "") {
    w.tag(18);
    w.string(m.backs);
  }
}

function readLicenceReinstated(r: Reader): LicenceReinstated {
  let f1: number = 0;
  let f2: string = "";
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
        f2 = r.value(r.string());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { number: f1, backs: f2 };
}

export const LicenceReinstated: Codec<LicenceReinstated> = codec<LicenceReinstated>({
  typeUrl: "/aegis.staking.v1.LicenceReinstated",
  fields: [
    { name: "number", jsonName: "number", number: 1, kind: "uint32", repeated: false, optional: false },
    { name: "backs", jsonName: "backs", number: 2, kind: "string", repeated: false, optional: false },
  ],
  defaults: () => ({ number: 0, backs: "" }),
  write: writeLicenceReinstated,
  read: readLicenceReinstated,
});

/** A fault burned a licence; the tokens it stood for become network rewards. */
export interface LicenceLiquidated {
  readonly number: number;
  readonly owner: string;
  readonly backs: string;
  readonly amount: bigint;
}

function writeLicenceLiquidated(w: Writer, m: LicenceLiquidated): void {
  if (m.number !== 0) {
    w.tag(8);
    w.uint32(m.number);
  }
  if (m.owner !== "") {
    w.tag(18);
    w.string(m.owner);
  }
  if (m.backs !== "") {
    w.tag(26);
    w.string(m.backs);
  }
  if (m.amount !== 0n) {
    w.tag(32);
    w.uint64(m.amount);
  }
}

function readLicenceLiquidated(r: Reader): LicenceLiquidated {
  let f1: number = 0;
  let f2: string = "";
  let f3: string = "";
  let f4: bigint = 0n;
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
  return { number: f1, owner: f2, backs: f3, amount: f4 };
}

export const LicenceLiquidated: Codec<LicenceLiquidated> = codec<LicenceLiquidated>({
  typeUrl: "/aegis.staking.v1.LicenceLiquidated",
  fields: [
    { name: "number", jsonName: "number", number: 1, kind: "uint32", repeated: false, optional: false },
    { name: "owner", jsonName: "owner", number: 2, kind: "string", repeated: false, optional: false },
    { name: "backs", jsonName: "backs", number: 3, kind: "string", repeated: false, optional: false },
    { name: "amount", jsonName: "amount", number: 4, kind: "uint64", repeated: false, optional: false },
  ],
  defaults: () => ({ number: 0, owner: "", backs: "", amount: 0n }),
  write: writeLicenceLiquidated,
  read: readLicenceLiquidated,
});

/** A licence was burned for the tokens that it stood for. */
export interface LicenceRedeemed {
  readonly number: number;
  readonly owner: string;
  readonly amount: bigint;
}

function writeLicenceRedeemed(w: Writer, m: LicenceRedeemed): void {
  if (m.number !== 0) {
    w.tag(8);
    w.uint32(m.number);
  }
  if (m.owner !== "") {
    w.tag(18);
    w.string(m.owner);
  }
  if (m.amount !== 0n) {
    w.tag(24);
    w.uint64(m.amount);
  }
}

function readLicenceRedeemed(r: Reader): LicenceRedeemed {
  let f1: number = 0;
  let f2: string = "";
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
        f2 = r.value(r.string());
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
  return { number: f1, owner: f2, amount: f3 };
}

export const LicenceRedeemed: Codec<LicenceRedeemed> = codec<LicenceRedeemed>({
  typeUrl: "/aegis.staking.v1.LicenceRedeemed",
  fields: [
    { name: "number", jsonName: "number", number: 1, kind: "uint32", repeated: false, optional: false },
    { name: "owner", jsonName: "owner", number: 2, kind: "string", repeated: false, optional: false },
    { name: "amount", jsonName: "amount", number: 3, kind: "uint64", repeated: false, optional: false },
  ],
  defaults: () => ({ number: 0, owner: "", amount: 0n }),
  write: writeLicenceRedeemed,
  read: readLicenceRedeemed,
});
