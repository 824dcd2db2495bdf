/** Collections of bank. */
import { Metadata, Params } from "../../proto/gen/cosmos/bank/v1beta1/bank.ts";
import {
  addressKey,
  integerValue,
  pairKey,
  protoValue,
  textKey,
  type ValueCodec,
} from "../../app/module/collections/codecs.ts";
import { type Item, type StateMap, StateSchema } from "../../app/module/collections/schema.ts";

export const schema: StateSchema = new StateSchema("bank");

/** Default parameters encode to no bytes, so one byte stands before them. */
const paramsValue: ValueCodec<Params> = {
  encode: (params) => Uint8Array.of(1, ...Params.encode(params)),
  decode: (bytes) => Params.decode(bytes.subarray(1)),
};

export const params: Item<Params> = schema.item(0, "params", paramsValue);

/** (address, denom) → amount, always positive. */
export const balances: StateMap<readonly [string, string], bigint> = schema.map(
  1,
  "balances",
  pairKey(addressKey, textKey),
  integerValue,
);

/** Denom → sum of all its balances, always positive. */
export const supplies: StateMap<string, bigint> = schema.map(2, "supply", textKey, integerValue);

/** Base denom → how it is shown. */
export const metadata: StateMap<string, Metadata> = schema.map(
  3,
  "denom metadata",
  textKey,
  protoValue(Metadata),
);
