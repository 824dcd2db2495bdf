// Generated from proto/aegis/staking/v1/beacon.proto by "npm run proto". Do not edit.
import { codec, type Codec } from "../../../../wire/codec.ts";
import type { Reader } from "../../../../wire/reader.ts";
import type { Writer } from "../../../../wire/writer.ts";

/** The first entry of every block: the designated signer's signature, or none (skip). It is no transaction: nobody signs it as one, and it is accepted nowhere else. */
export interface BeaconEntry {
  readonly height: bigint;
  readonly signature: Uint8Array;
}

function writeBeaconEntry(w: Writer, m: BeaconEntry): void {
  if (m.height !== 0n) {
    w.tag(8);
    w.uint64(m.height);
  }
  if (m.signature.length > 0) {
    w.tag(18);
    w.bytes(m.signature);
  }
}

function readBeaconEntry(r: Reader): BeaconEntry {
  let f1: bigint = 0n;
  let f2: Uint8Array = new Uint8Array(0);
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
        f2 = r.value(r.bytes());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { height: f1, signature: f2 };
}

export const BeaconEntry: Codec<BeaconEntry> = codec<BeaconEntry>({
  typeUrl: "/aegis.staking.v1.BeaconEntry",
  fields: [
    { name: "height", jsonName: "height", number: 1, kind: "uint64", repeated: false, optional: false },
    { name: "signature", jsonName: "signature", number: 2, kind: "bytes", repeated: false, optional: false },
  ],
  defaults: () => ({ height: 0n, signature: new Uint8Array(0) }),
  write: writeBeaconEntry,
  read: readBeaconEntry,
});
