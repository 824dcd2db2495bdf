// Generated from proto/cosmos/crypto/ed25519/keys.proto by "npm run proto". Do not edit.
import { codec, type Codec } from "../../../../wire/codec.ts";
import type { Reader } from "../../../../wire/reader.ts";
import type { Writer } from "../../../../wire/writer.ts";

/** The public key of a validator's consensus key: 32 bytes. */
export interface PubKey {
  readonly key: Uint8Array;
}

function writePubKey(w: Writer, m: PubKey): void {
  if (m.key.length > 0) {
    w.tag(10);
    w.bytes(m.key);
  }
}

function readPubKey(r: Reader): PubKey {
  let f1: Uint8Array = new Uint8Array(0);
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10:
        r.single(last, tag);
        f1 = r.value(r.bytes());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { key: f1 };
}

export const PubKey: Codec<PubKey> = codec<PubKey>({
  typeUrl: "/cosmos.crypto.ed25519.PubKey",
  fields: [
    { name: "key", jsonName: "key", number: 1, kind: "bytes", repeated: false, optional: false },
  ],
  defaults: () => ({ key: new Uint8Array(0) }),
  write: writePubKey,
  read: readPubKey,
});
