/** Collections about validators: how they sign, what stood behind them, who is jailed for ever. */
import {
  MissedChunk,
  SeatStakes,
  Seats,
  SigningInfo,
  Tombstone,
  ValidatorSlash,
} from "../../proto/gen/aegis/slashing/v1/slashing.ts";
import {
  addressKey,
  fixedKey,
  pairKey,
  protoValue,
  textValue,
  uint32Key,
  uint64Key,
} from "../../app/module/collections/codecs.ts";
import type { Item, KeySet, Readable, StateMap } from "../../app/module/collections/schema.ts";
import { schema } from "./state.ts";

/** Operator → how it signs; from its first seat or jail until the validator is removed. */
export const signingInfos: StateMap<string, SigningInfo> = schema.map(
  3,
  "signing infos",
  addressKey,
  protoValue(SigningInfo),
);

/** (operator, chunk of its window) → missed heights; absent where none was. */
export const missedChunks: StateMap<readonly [string, number], MissedChunk> = schema.map(
  4,
  "missed heights",
  pairKey(addressKey, uint32Key),
  protoValue(MissedChunk),
);

/** Whose the seats of the last commit are; absent when it had none. */
export const seatsItem: Item<Seats> = schema.item(5, "seats", protoValue(Seats));

/** Operator → its tombstone, for good: who comes back under the same account is known. */
export const tombstones: StateMap<string, Tombstone> = schema.map(
  6,
  "tombstones",
  addressKey,
  protoValue(Tombstone),
);

/** Consensus address of a tombstoned validator → its operator, for good. */
export const tombstonedKeys: StateMap<Uint8Array, string> = schema.map(
  7,
  "tombstoned keys",
  fixedKey(20),
  textValue,
);

/** Height → what stood behind seats when its block began. */
export const seatStakes: StateMap<bigint, SeatStakes> = schema.map(
  8,
  "stakes of seats",
  uint64Key,
  protoValue(SeatStakes),
);

/** Operators whose stake may have changed since the block began. */
export const touched: KeySet<string> = schema.set(9, "changed stakes", addressKey);

/** Epoch → its first height. */
export const epochStarts: StateMap<bigint, bigint> = schema.map(
  10,
  "first heights of epochs",
  uint64Key,
  { encode: (height) => uint64Key.encode(height), decode: (b) => uint64Key.decode(b, 0)[0] },
);

/** (operator, index) → slash, for good. */
export const validatorSlashes: StateMap<readonly [string, bigint], ValidatorSlash> = schema.map(
  11,
  "slashes of validators",
  pairKey(addressKey, uint64Key),
  protoValue(ValidatorSlash),
);

/** Index of the next slash of a validator. */
export function nextValidatorIndex(ctx: Readable, operator: string): bigint {
  const range = { prefix: addressKey.encode(operator), reverse: true };
  for (const [[, index]] of validatorSlashes.entries(ctx, range)) return index + 1n;
  return 0n;
}
