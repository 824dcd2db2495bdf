// Generated from proto/tendermint/version/types.proto by "npm run proto". Do not edit.
import { codec, type Codec } from "../../../wire/codec.ts";
import type { Reader } from "../../../wire/reader.ts";
import type { Writer } from "../../../wire/writer.ts";

/** Which rules made a block: CometBFT's version and the application's. */
export interface Consensus {
  readonly block: bigint;
  readonly app: bigint;
}

function writeConsensus(w: Writer, m: Consensus): void {
  if (m.block !== 0n) {
    w.tag(8);
    w.uint64(m.block);
  }
  if (m.app !== 0n) {
    w.tag(16);
    w.uint64(m.app);
  }
}

function readConsensus(r: Reader): Consensus {
  let f1: bigint = 0n;
  let f2: bigint = 0n;
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
        f2 = r.value(r.uint64());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { block: f1, app: f2 };
}

export const Consensus: Codec<Consensus> = codec<Consensus>({
  typeUrl: "/tendermint.version.Consensus",
  fields: [
    { name: "block", jsonName: "block", number: 1, kind: "uint64", repeated: false, optional: false },
    { name: "app", jsonName: "app", number: 2, kind: "uint64", repeated: false, optional: false },
  ],
  defaults: () => ({ block: 0n, app: 0n }),
  write: writeConsensus,
  read: readConsensus,
});
