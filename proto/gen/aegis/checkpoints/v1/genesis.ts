// Generated from proto/aegis/checkpoints/v1/genesis.proto by "npm run proto". Do not edit.
import { codec, type Codec } from "../../../../wire/codec.ts";
import type { Reader } from "../../../../wire/reader.ts";
import type { Writer } from "../../../../wire/writer.ts";
import { MissedChunk, Params } from "./checkpoints.ts";

export interface GenesisState {
  readonly params: Params | undefined;
  readonly recentSigners: readonly Uint8Array[];
  readonly missed: readonly MissedChunk[];
}

function writeGenesisState(w: Writer, m: GenesisState): void {
  if (m.params !== undefined) {
    w.tag(10);
    { const s = w.open(); Params.write(w, m.params); w.close(s); }
  }
  for (const v of m.recentSigners) {
    w.tag(18);
    w.bytes(v);
  }
  for (const v of m.missed) {
    w.tag(26);
    { const s = w.open(); MissedChunk.write(w, v); w.close(s); }
  }
}

function readGenesisState(r: Reader): GenesisState {
  let f1: Params | undefined = undefined;
  const f2: Uint8Array[] = [];
  const f3: MissedChunk[] = [];
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10: {
        r.single(last, tag);
        const outer = r.enter();
        f1 = Params.read(r);
        r.leave(outer);
        break;
      }
      case 18:
        f2.push(r.bytes());
        break;
      case 26: {
        const outer = r.enter();
        f3.push(MissedChunk.read(r));
        r.leave(outer);
        break;
      }
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { params: f1, recentSigners: f2, missed: f3 };
}

export const GenesisState: Codec<GenesisState> = codec<GenesisState>({
  typeUrl: "/aegis.checkpoints.v1.GenesisState",
  fields: [
    { name: "params", jsonName: "params", number: 1, kind: "message", repeated: false, optional: true, message: () => Params as Codec<never> },
    { name: "recentSigners", jsonName: "recent_signers", number: 2, kind: "bytes", repeated: true, optional: false },
    { name: "missed", jsonName: "missed", number: 3, kind: "message", repeated: true, optional: false, message: () => MissedChunk as Codec<never> },
  ],
  defaults: () => ({ params: undefined, recentSigners: [], missed: [] }),
  write: writeGenesisState,
  read: readGenesisState,
});
