// Generated from proto/cosmos/crypto/multisig/keys.proto by "npm run proto". Do not edit.
import { codec, type Codec } from "../../../../wire/codec.ts";
import type { Reader } from "../../../../wire/reader.ts";
import type { Writer } from "../../../../wire/writer.ts";
import { Any } from "../../../google/protobuf/any.ts";

/** Several keys of which `threshold` must sign. */
export interface LegacyAminoPubKey {
  readonly threshold: number;
  readonly publicKeys: readonly Any[];
}

function writeLegacyAminoPubKey(w: Writer, m: LegacyAminoPubKey): void {
  if (m.threshold !== 0) {
    w.tag(8);
    w.uint32(m.threshold);
  }
  for (const v of m.publicKeys) {
    w.tag(18);
    { const s = w.open(); Any.write(w, v); w.close(s); }
  }
}

function readLegacyAminoPubKey(r: Reader): LegacyAminoPubKey {
  let f1: number = 0;
  const f2: Any[] = [];
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 8:
        r.single(last, tag);
        f1 = r.value(r.uint32());
        break;
      case 18: {
        const outer = r.enter();
        f2.push(Any.read(r));
        r.leave(outer);
        break;
      }
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { threshold: f1, publicKeys: f2 };
}

export const LegacyAminoPubKey: Codec<LegacyAminoPubKey> = codec<LegacyAminoPubKey>({
  typeUrl: "/cosmos.crypto.multisig.LegacyAminoPubKey",
  fields: [
    { name: "threshold", jsonName: "threshold", number: 1, kind: "uint32", repeated: false, optional: false },
    { name: "publicKeys", jsonName: "public_keys", number: 2, kind: "message", repeated: true, optional: false, message: () => Any as Codec<never> },
  ],
  defaults: () => ({ threshold: 0, publicKeys: [] }),
  write: writeLegacyAminoPubKey,
  read: readLegacyAminoPubKey,
});
