// Generated from proto/aegis/slashing/v1/genesis.proto by "npm run proto". Do not edit.
import { codec, type Codec } from "../../../../wire/codec.ts";
import type { Reader } from "../../../../wire/reader.ts";
import type { Writer } from "../../../../wire/writer.ts";
import { MissedChunk, Params, SigningInfo, Slash, Tombstone, Totals, ValidatorSlash } from "./slashing.ts";

export interface GenesisState {
  readonly params: Params | undefined;
  readonly totals: Totals | undefined;
  readonly slashes: readonly Slash[];
  readonly validatorSlashes: readonly ValidatorSlash[];
  readonly signingInfos: readonly SigningInfo[];
  readonly missedChunks: readonly MissedChunk[];
  readonly tombstones: readonly Tombstone[];
}

function writeGenesisState(w: Writer, m: GenesisState): void {
  if (m.params !== undefined) {
    w.tag(10);
    { const s = w.open(); Params.write(w, m.params); w.close(s); }
  }
  if (m.totals !== undefined) {
    w.tag(18);
    { const s = w.open(); Totals.write(w, m.totals); w.close(s); }
  }
  for (const v of m.slashes) {
    w.tag(26);
    { const s = w.open(); Slash.write(w, v); w.close(s); }
  }
  for (const v of m.validatorSlashes) {
    w.tag(34);
    { const s = w.open(); ValidatorSlash.write(w, v); w.close(s); }
  }
  for (const v of m.signingInfos) {
    w.tag(42);
    { const s = w.open(); SigningInfo.write(w, v); w.close(s); }
  }
  for (const v of m.missedChunks) {
    w.tag(50);
    { const s = w.open(); MissedChunk.write(w, v); w.close(s); }
  }
  for (const v of m.tombstones) {
    w.tag(58);
    { const s = w.open(); Tombstone.write(w, v); w.close(s); }
  }
}

function readGenesisState(r: Reader): GenesisState {
  let f1: Params | undefined = undefined;
  let f2: Totals | undefined = undefined;
  const f3: Slash[] = [];
  const f4: ValidatorSlash[] = [];
  const f5: SigningInfo[] = [];
  const f6: MissedChunk[] = [];
  const f7: Tombstone[] = [];
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
      case 18: {
        r.single(last, tag);
        const outer = r.enter();
        f2 = Totals.read(r);
        r.leave(outer);
        break;
      }
      case 26: {
        const outer = r.enter();
        f3.push(Slash.read(r));
        r.leave(outer);
        break;
      }
      case 34: {
        const outer = r.enter();
        f4.push(ValidatorSlash.read(r));
        r.leave(outer);
        break;
      }
      case 42: {
        const outer = r.enter();
        f5.push(SigningInfo.read(r));
        r.leave(outer);
        break;
      }
      case 50: {
        const outer = r.enter();
        f6.push(MissedChunk.read(r));
        r.leave(outer);
        break;
      }
      case 58: {
        const outer = r.enter();
        f7.push(Tombstone.read(r));
        r.leave(outer);
        break;
      }
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { params: f1, totals: f2, slashes: f3, validatorSlashes: f4, signingInfos: f5, missedChunks: f6, tombstones: f7 };
}

export const GenesisState: Codec<GenesisState> = codec<GenesisState>({
  typeUrl: "/aegis.slashing.v1.GenesisState",
  fields: [
    { name: "params", jsonName: "params", number: 1, kind: "message", repeated: false, optional: true, message: () => Params as Codec<never> },
    { name: "totals", jsonName: "totals", number: 2, kind: "message", repeated: false, optional: true, message: () => Totals as Codec<never> },
    { name: "slashes", jsonName: "slashes", number: 3, kind: "message", repeated: true, optional: false, message: () => Slash as Codec<never> },
    { name: "validatorSlashes", jsonName: "validator_slashes", number: 4, kind: "message", repeated: true, optional: false, message: () => ValidatorSlash as Codec<never> },
    { name: "signingInfos", jsonName: "signing_infos", number: 5, kind: "message", repeated: true, optional: false, message: () => SigningInfo as Codec<never> },
    { name: "missedChunks", jsonName: "missed_chunks", number: 6, kind: "message", repeated: true, optional: false, message: () => MissedChunk as Codec<never> },
    { name: "tombstones", jsonName: "tombstones", number: 7, kind: "message", repeated: true, optional: false, message: () => Tombstone as Codec<never> },
  ],
  defaults: () => ({ params: undefined, totals: undefined, slashes: [], validatorSlashes: [], signingInfos: [], missedChunks: [], tombstones: [] }),
  write: writeGenesisState,
  read: readGenesisState,
});
