/** Rewards: fees by alpha and rank, and the emission of each epoch. */
import type { GenesisState } from "../../proto/gen/aegis/rewards/v1/genesis.ts";
import type { Params } from "../../proto/gen/aegis/rewards/v1/rewards.ts";
import type { Module } from "../../app/module/module.ts";
import type { RewardsDeps } from "./deps.ts";
import { errors } from "./errors.ts";
import {
  emissionPaid,
  feeSettled,
  poolFunded,
  rewardsForfeited,
  validatorsPaid,
} from "./events.ts";
import { genesisSpec } from "./genesis.ts";
import { endBlock } from "./hooks.ts";
import { invariantsOf } from "./invariants.ts";
import { type RewardsKeeper, rewardsKeeper } from "./keeper.ts";
import { updateParams } from "./messages/updateParams.ts";
import { paramsSpec } from "./params.ts";
import { queriesOf } from "./queries.ts";
import { schema } from "./state.ts";

/** Makes the module. */
export function rewardsModule(deps: RewardsDeps): Module<RewardsKeeper, Params, GenesisState> {
  return {
    name: "rewards",
    version: 1,
    state: schema,
    params: paramsSpec,
    genesis: genesisSpec(deps),
    messages: [updateParams],
    queries: queriesOf(deps),
    events: [feeSettled, emissionPaid, validatorsPaid, poolFunded, rewardsForfeited],
    errors,
    invariants: invariantsOf(deps),
    endBlock: (ctx) => {
      endBlock(deps, ctx);
      return [];
    },
    keeper: rewardsKeeper(deps),
  };
}
