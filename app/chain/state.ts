/** State of the host: its own collections, under the store "app". */
import { ChainState, ModuleVersion, Params } from "../../proto/gen/aegis/app/v1/app.ts";
import { Plan } from "../../proto/gen/cosmos/upgrade/v1beta1/upgrade.ts";
import { ConsensusParams } from "../../proto/gen/tendermint/types/params.ts";
import { integerValue, protoValue, textKey } from "../module/collections/codecs.ts";
import { type Item, type StateMap, StateSchema } from "../module/collections/schema.ts";

export const schema: StateSchema = new StateSchema("app");

/** What the host reads and writes of its own state. */
export const chainStore: {
  readonly params: Item<Params>;
  readonly state: Item<ChainState>;
  readonly versions: StateMap<string, ModuleVersion>;
  /** The upgrade that is to come. */
  readonly plan: Item<Plan>;
  /** Name of an upgrade → the height at which it was made. */
  readonly applied: StateMap<string, bigint>;
  /** What CometBFT was told last. */
  readonly consensus: Item<ConsensusParams>;
} = {
  params: schema.item(0, "params", protoValue(Params)),
  state: schema.item(1, "state", protoValue(ChainState)),
  versions: schema.map(2, "module versions", textKey, protoValue(ModuleVersion)),
  plan: schema.item(3, "upgrade plan", protoValue(Plan)),
  applied: schema.map(4, "applied upgrades", textKey, integerValue),
  consensus: schema.item(5, "consensus parameters", protoValue(ConsensusParams)),
};
