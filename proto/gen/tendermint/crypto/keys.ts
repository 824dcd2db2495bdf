// Generated from proto/tendermint/crypto/keys.proto by "npm run proto". Do not edit.
import { codec, type Codec } from "../../../wire/codec.ts";
import type { Reader } from "../../../wire/reader.ts";
import type { Writer } from "../../../wire/writer.ts";

/** A validator's public key. */
export interface PublicKey {
  readonly ed25519: Uint8Array | undefined;
  readonly secp256k1: Uint8Array | undefined;
}

function writePublicKey(w: Writer, m: PublicKey): void {
  if (m.ed25519 !== undefined) {
    w.tag(10);
    w.bytes(m.ed25519);
  }
  if (m.secp256k1 !== undefined) {
    w.tag(18);
    w.bytes(m.secp256k1);
  }
}

function readPublicKey(r: Reader): PublicKey {
  let f1: Uint8Array | undefined = undefined;
  let f2: Uint8Array | undefined = undefined;
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10:
        r.single(last, tag);
        f1 = r.bytes();
        break;
      case 18:
        r.single(last, tag);
        f2 = r.bytes();
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { ed25519: f1, secp256k1: f2 };
}

export const PublicKey: Codec<PublicKey> = codec<PublicKey>({
  typeUrl: "/tendermint.crypto.PublicKey",
  fields: [
    { name: "ed25519", jsonName: "ed25519", number: 1, kind: "bytes", repeated: false, optional: true },
    { name: "secp256k1", jsonName: "secp256k1", number: 2, kind: "bytes", repeated: false, optional: true },
  ],
  defaults: () => ({ ed25519: undefined, secp256k1: undefined }),
  write: writePublicKey,
  read: readPublicKey,
});
