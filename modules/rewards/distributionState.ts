/** Collections of what validators and delegators earn. */
import {
  EpochTally,
  HistoricalRewards,
  SlashEvent,
  StandbyPool,
  StartingInfo,
  ValidatorRewards,
} from "../../proto/gen/aegis/rewards/v1/rewards.ts";
import { utf8, utf8Text } from "../../app/lib/bytes.ts";
import { type Dec, DEC_ZERO, formatDec, parseDec } from "../../app/lib/dec.ts";
import {
  addressKey,
  bytesValue,
  type KeyCodec,
  pairKey,
  protoValue,
  textValue,
  tripleKey,
  uint32Key,
  uint64Key,
  type ValueCodec,
} from "../../app/module/collections/codecs.ts";
import type { Item, Readable, StateMap } from "../../app/module/collections/schema.ts";
import { schema } from "./state.ts";

const decValue: ValueCodec<Dec> = {
  encode: (value) => utf8(formatDec(value)),
  decode: (bytes) => parseDec(utf8Text(bytes)),
};

/** Operator and delegator. */
type Pair = readonly [operator: string, delegator: string];

const pair: KeyCodec<Pair> = pairKey(addressKey, addressKey);

/** Operator → what it and its delegators earned. There as long as the validator is. */
export const earnings: StateMap<string, ValidatorRewards> = schema.map(
  6,
  "validators' rewards",
  addressKey,
  protoValue(ValidatorRewards),
);

/** (operator, period) → its end, as long as something begins there. */
export const historical: StateMap<readonly [string, bigint], HistoricalRewards> = schema.map(
  7,
  "historical rewards",
  pairKey(addressKey, uint64Key),
  protoValue(HistoricalRewards),
);

/** (operator, delegator) → where the delegation begins to earn. */
export const startingInfos: StateMap<Pair, StartingInfo> = schema.map(
  8,
  "starting infos",
  pair,
  protoValue(StartingInfo),
);

/** (operator, height, period). */
export const slashEvents: StateMap<readonly [string, bigint, bigint], SlashEvent> = schema.map(
  9,
  "slash events",
  tripleKey(addressKey, uint64Key, uint64Key),
  protoValue(SlashEvent),
);

/** Delegator → who gets its rewards. */
export const withdrawAddresses: StateMap<string, string> = schema.map(
  10,
  "withdraw addresses",
  addressKey,
  textValue,
);

/** What is nobody's; absent when it is 0. */
export const communityPool: Item<Dec> = schema.item(11, "community pool", decValue);

/** What seats did in the running epoch; absent before its first block. */
export const tally: Item<EpochTally> = schema.item(12, "tally", protoValue(EpochTally));

/** Epoch → what waits for who attests its checkpoint. */
export const standby: StateMap<bigint, StandbyPool> = schema.map(
  13,
  "standby pools",
  uint64Key,
  protoValue(StandbyPool),
);

/** Number of a chunk → what its slots earned by attesting and nobody fetched. */
export const chunks: StateMap<number, Uint8Array> = schema.map(
  14,
  "reward chunks",
  uint32Key,
  bytesValue,
);

export function communityPoolOf(ctx: Readable): Dec {
  return communityPool.get(ctx) ?? DEC_ZERO;
}
