// Generated from proto/cosmos/auth/v1beta1/genesis.proto by "npm run proto". Do not edit.
import { codec, type Codec } from "../../../../wire/codec.ts";
import type { Reader } from "../../../../wire/reader.ts";
import type { Writer } from "../../../../wire/writer.ts";
import { Params } from "./auth.ts";
import { Any } from "../../../google/protobuf/any.ts";

export interface GenesisState {
  readonly params: Params | undefined;
  readonly accounts: readonly Any[];
}

function writeGenesisState(w: Writer, m: GenesisState): void {
  if (m.params !== undefined) {
    w.tag(10);
    { const s = w.open(); Params.write(w, m.params); w.close(s); }
  }
  for (const v of m.accounts) {
    w.tag(18);
    { const s = w.open(); Any.write(w, v); w.close(s); }
  }
}

function readGenesisState(r: Reader): GenesisState {
  let f1: Params | undefined = undefined;
  const f2: Any[] = [];
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
        f2.push(Any.read(r));
        r.leave(outer);
        break;
      }
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { params: f1, accounts: f2 };
}

export const GenesisState: Codec<GenesisState> = codec<GenesisState>({
  typeUrl: "/cosmos.auth.v1beta1.GenesisState",
  fields: [
    { name: "params", jsonName: "params", number: 1, kind: "message", repeated: false, optional: true, message: () => Params as Codec<never> },
    { name: "accounts", jsonName: "accounts", number: 2, kind: "message", repeated: true, optional: false, message: () => Any as Codec<never> },
  ],
  defaults: () => ({ params: undefined, accounts: [] }),
  write: writeGenesisState,
  read: readGenesisState,
});
