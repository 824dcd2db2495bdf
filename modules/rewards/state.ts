/** Collections of rewards. */
import {
  EpochRewards,
  FinalCalculation,
  Forfeiture,
  Params,
  Totals,
} from "../../proto/gen/aegis/rewards/v1/rewards.ts";
import { addressKey, pairKey, protoValue, uint64Key } from "../../app/module/collections/codecs.ts";
import {
  type Item,
  type KeySet,
  type Readable,
  type StateMap,
  StateSchema,
} from "../../app/module/collections/schema.ts";

export const schema: StateSchema = new StateSchema("rewards");

export const params: Item<Params> = schema.item(0, "params", protoValue(Params));

/** Absent until something was paid. */
export const totals: Item<Totals> = schema.item(1, "totals", protoValue(Totals));

/** Epoch → what it gave. The running epoch has none before its first final calculation. */
export const epochs: StateMap<bigint, EpochRewards> = schema.map(
  2,
  "epochs",
  uint64Key,
  protoValue(EpochRewards),
);

/** (epoch, index) → final calculation that waits for its emission. */
export const queue: StateMap<readonly [bigint, bigint], FinalCalculation> = schema.map(
  3,
  "queue",
  pairKey(uint64Key, uint64Key),
  protoValue(FinalCalculation),
);

/** Closed epochs with calculations in the queue. */
export const unpaidEpochs: KeySet<bigint> = schema.set(4, "unpaid epochs", uint64Key);

/** Operator → up to where it forfeited what waits. Marks that nothing waits behind are dropped. */
export const forfeitures: StateMap<string, Forfeiture> = schema.map(
  5,
  "forfeitures",
  addressKey,
  protoValue(Forfeiture),
);

/** The sums since genesis. */
export function totalsOf(ctx: Readable): Totals {
  return totals.get(ctx) ?? Totals.create();
}

/** What is known of `epoch`, or the record of an epoch in which nothing was final yet. */
export function epochOf(ctx: Readable, epoch: bigint): EpochRewards {
  return epochs.get(ctx, epoch) ?? EpochRewards.create({ epoch });
}
