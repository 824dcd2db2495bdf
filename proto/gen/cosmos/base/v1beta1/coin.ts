// Generated from proto/cosmos/base/v1beta1/coin.proto by "npm run proto". Do not edit.
import { codec, type Codec } from "../../../../wire/codec.ts";
import type { Reader } from "../../../../wire/reader.ts";
import type { Writer } from "../../../../wire/writer.ts";

/** An amount of one denomination; the amount is a decimal integer. */
export interface Coin {
  readonly denom: string;
  readonly amount: string;
}

function writeCoin(w: Writer, m: Coin): void {
  if (m.denom !== "") {
    w.tag(10);
    w.string(m.denom);
  }
  if (m.amount !== "") {
    w.tag(18);
    w.string(m.amount);
  }
}

function readCoin(r: Reader): Coin {
  let f1: string = "";
  let f2: string = "";
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10:
        r.single(last, tag);
        f1 = r.value(r.string());
        break;
      case 18:
        r.single(last, tag);
        f2 = r.value(r.string());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { denom: f1, amount: f2 };
}

export const Coin: Codec<Coin> = codec<Coin>({
  typeUrl: "/cosmos.base.v1beta1.Coin",
  fields: [
    { name: "denom", jsonName: "denom", number: 1, kind: "string", repeated: false, optional: false },
    { name: "amount", jsonName: "amount", number: 2, kind: "string", repeated: false, optional: false },
  ],
  defaults: () => ({ denom: "", amount: "" }),
  write: writeCoin,
  read: readCoin,
});

/** A decimal amount, an integer scaled by 10^18. */
export interface DecCoin {
  readonly denom: string;
  readonly amount: string;
}

function writeDecCoin(w: Writer, m: DecCoin): void {
  if (m.denom !== "") {
    w.tag(10);
    w.string(m.denom);
  }
  if (m.amount !== "") {
    w.tag(18);
    w.string(m.amount);
  }
}

function readDecCoin(r: Reader): DecCoin {
  let f1: string = "";
  let f2: string = "";
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10:
        r.single(last, tag);
        f1 = r.value(r.string());
        break;
      case 18:
        r.single(last, tag);
        f2 = r.value(r.string());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { denom: f1, amount: f2 };
}

export const DecCoin: Codec<DecCoin> = codec<DecCoin>({
  typeUrl: "/cosmos.base.v1beta1.DecCoin",
  fields: [
    { name: "denom", jsonName: "denom", number: 1, kind: "string", repeated: false, optional: false },
    { name: "amount", jsonName: "amount", number: 2, kind: "string", repeated: false, optional: false },
  ],
  defaults: () => ({ denom: "", amount: "" }),
  write: writeDecCoin,
  read: readDecCoin,
});
