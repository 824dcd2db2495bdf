/** Collections of slashing. */
import { Params, Slash, Totals } from "../../proto/gen/aegis/slashing/v1/slashing.ts";
import { addressKey, pairKey, protoValue, uint64Key } from "../../app/module/collections/codecs.ts";
import {
  type Item,
  type Readable,
  type StateMap,
  StateSchema,
} from "../../app/module/collections/schema.ts";

export const schema: StateSchema = new StateSchema("slashing");

export const params: Item<Params> = schema.item(0, "params", protoValue(Params));

/** Absent until something was slashed. */
export const totals: Item<Totals> = schema.item(1, "totals", protoValue(Totals));

/** (node, index) → slash, for good: a node's record must stay known. */
export const slashes: StateMap<readonly [string, bigint], Slash> = schema.map(
  2,
  "slashes",
  pairKey(addressKey, uint64Key),
  protoValue(Slash),
);

/** The sums since genesis. */
export function totalsOf(ctx: Readable): Totals {
  return totals.get(ctx) ?? Totals.create();
}

/** Index of the next slash of `node`. */
export function nextIndex(ctx: Readable, node: string): bigint {
  const range = { prefix: addressKey.encode(node), reverse: true };
  for (const [[, index]] of slashes.entries(ctx, range)) return index + 1n;
  return 0n;
}
