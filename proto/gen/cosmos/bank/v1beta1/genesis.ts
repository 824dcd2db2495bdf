// Generated from proto/cosmos/bank/v1beta1/genesis.proto by "npm run proto". Do not edit.
import { codec, type Codec } from "../../../../wire/codec.ts";
import type { Reader } from "../../../../wire/reader.ts";
import type { Writer } from "../../../../wire/writer.ts";
import { Metadata, Params, SendEnabled } from "./bank.ts";
import { Coin } from "../../base/v1beta1/coin.ts";

export interface GenesisState {
  readonly params: Params | undefined;
  readonly balances: readonly Balance[];
  readonly supply: readonly Coin[];
  readonly denomMetadata: readonly Metadata[];
  readonly sendEnabled: readonly SendEnabled[];
}

function writeGenesisState(w: Writer, m: GenesisState): void {
  if (m.params !== undefined) {
    w.tag(10);
    { const s = w.open(); Params.write(w, m.params); w.close(s); }
  }
  for (const v of m.balances) {
    w.tag(18);
    { const s = w.open(); Balance.write(w, v); w.close(s); }
  }
  for (const v of m.supply) {
    w.tag(26);
    { const s = w.open(); Coin.write(w, v); w.close(s); }
  }
  for (const v of m.denomMetadata) {
    w.tag(34);
    { const s = w.open(); Metadata.write(w, v); w.close(s); }
  }
  for (const v of m.sendEnabled) {
    w.tag(42);
    { const s = w.open(); SendEnabled.write(w, v); w.close(s); }
  }
}

function readGenesisState(r: Reader): GenesisState {
  let f1: Params | undefined = undefined;
  const f2: Balance[] = [];
  const f3: Coin[] = [];
  const f4: Metadata[] = [];
  const f5: SendEnabled[] = [];
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
        f2.push(Balance.read(r));
        r.leave(outer);
        break;
      }
      case 26: {
        const outer = r.enter();
        f3.push(Coin.read(r));
        r.leave(outer);
        break;
      }
      case 34: {
        const outer = r.enter();
        f4.push(Metadata.read(r));
        r.leave(outer);
        break;
      }
      case 42: {
        const outer = r.enter();
        f5.push(SendEnabled.read(r));
        r.leave(outer);
        break;
      }
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { params: f1, balances: f2, supply: f3, denomMetadata: f4, sendEnabled: f5 };
}

export const GenesisState: Codec<GenesisState> = codec<GenesisState>({
  typeUrl: "/cosmos.bank.v1beta1.GenesisState",
  fields: [
    { name: "params", jsonName: "params", number: 1, kind: "message", repeated: false, optional: true, message: () => Params as Codec<never> },
    { name: "balances", jsonName: "balances", number: 2, kind: "message", repeated: true, optional: false, message: () => Balance as Codec<never> },
    { name: "supply", jsonName: "supply", number: 3, kind: "message", repeated: true, optional: false, message: () => Coin as Codec<never> },
    { name: "denomMetadata", jsonName: "denom_metadata", number: 4, kind: "message", repeated: true, optional: false, message: () => Metadata as Codec<never> },
    { name: "sendEnabled", jsonName: "send_enabled", number: 5, kind: "message", repeated: true, optional: false, message: () => SendEnabled as Codec<never> },
  ],
  defaults: () => ({ params: undefined, balances: [], supply: [], denomMetadata: [], sendEnabled: [] }),
  write: writeGenesisState,
  read: readGenesisState,
});

export interface Balance {
  readonly address: string;
  readonly coins: readonly Coin[];
}

function writeBalance(w: Writer, m: Balance): void {
  if (m.address !== "") {
    w.tag(10);
    w.string(m.address);
  }
  for (const v of m.coins) {
    w.tag(18);
    { const s = w.open(); Coin.write(w, v); w.close(s); }
  }
}

function readBalance(r: Reader): Balance {
  let f1: string = "";
  const f2: Coin[] = [];
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10:
        r.single(last, tag);
        f1 = r.value(r.string());
        break;
      case 18: {
        const outer = r.enter();
        f2.push(Coin.read(r));
        r.leave(outer);
        break;
      }
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { address: f1, coins: f2 };
}

export const Balance: Codec<Balance> = codec<Balance>({
  typeUrl: "/cosmos.bank.v1beta1.Balance",
  fields: [
    { name: "address", jsonName: "address", number: 1, kind: "string", repeated: false, optional: false },
    { name: "coins", jsonName: "coins", number: 2, kind: "message", repeated: true, optional: false, message: () => Coin as Codec<never> },
  ],
  defaults: () => ({ address: "", coins: [] }),
  write: writeBalance,
  read: readBalance,
});
