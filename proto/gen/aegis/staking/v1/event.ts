// Generated from proto/aegis/staking/v1/event.proto by "npm run proto". Do not edit.
import { codec, type Codec } from "../../../../wire/codec.ts";
import type { Reader } from "../../../../wire/reader.ts";
import type { Writer } from "../../../../wire/writer.ts";
import { JailReason } from "./staking.ts";

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
