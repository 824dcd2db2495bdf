// Generated from proto/aegis/staking/v1/genesis.proto by "npm run proto". Do not edit.
import { codec, type Codec } from "../../../../wire/codec.ts";
import type { Reader } from "../../../../wire/reader.ts";
import type { Writer } from "../../../../wire/writer.ts";
import { BeaconRecord, Params, Validator } from "./staking.ts";

export interface GenesisState {
  readonly params: Params | undefined;
  readonly validators: readonly Validator[];
  readonly beaconRecords: readonly BeaconRecord[];
}

function writeGenesisState(w: Writer, m: GenesisState): void {
  if (m.params !== undefined) {
    w.tag(10);
    { const s = w.open(); Params.write(w, m.params); w.close(s); }
  }
  for (const v of m.validators) {
    w.tag(18);
    { const s = w.open(); Validator.write(w, v); w.close(s); }
  }
  for (const v of m.beaconRecords) {
    w.tag(26);
    { const s = w.open(); BeaconRecord.write(w, v); w.close(s); }
  }
}

function readGenesisState(r: Reader): GenesisState {
  let f1: Params | undefined = undefined;
  const f2: Validator[] = [];
  const f3: BeaconRecord[] = [];
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
        const outer = r.enter();
        f2.push(Validator.read(r));
        r.leave(outer);
        break;
      }
      case 26: {
        const outer = r.enter();
        f3.push(BeaconRecord.read(r));
        r.leave(outer);
        break;
      }
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { params: f1, validators: f2, beaconRecords: f3 };
}

export const GenesisState: Codec<GenesisState> = codec<GenesisState>({
  typeUrl: "/aegis.staking.v1.GenesisState",
  fields: [
    { name: "params", jsonName: "params", number: 1, kind: "message", repeated: false, optional: true, message: () => Params as Codec<never> },
    { name: "validators", jsonName: "validators", number: 2, kind: "message", repeated: true, optional: false, message: () => Validator as Codec<never> },
    { name: "beaconRecords", jsonName: "beacon_records", number: 3, kind: "message", repeated: true, optional: false, message: () => BeaconRecord as Codec<never> },
  ],
  defaults: () => ({ params: undefined, validators: [], beaconRecords: [] }),
  write: writeGenesisState,
  read: readGenesisState,
});
