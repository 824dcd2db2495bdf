/**
 * Rewards: fees by alpha and rank, the emission of each epoch, and what of it is validators' and
 * delegators'.
 */
import type { GenesisState } from "../../proto/gen/aegis/rewards/v1/genesis.ts";
import type { Params } from "../../proto/gen/aegis/rewards/v1/rewards.ts";
import type { Module } from "../../app/module/module.ts";
import type { RewardsDeps } from "./deps.ts";
import { errors } from "./errors.ts";
import { allEvents } from "./events.ts";
import { genesisSpec } from "./genesis.ts";
import { beginBlock, endBlock } from "./hooks.ts";
import { distributionInvariants } from "./distributionInvariants.ts";
import { distributionQueries } from "./distributionQueries.ts";
import { invariantsOf } from "./invariants.ts";
import { type RewardsKeeper, rewardsKeeper } from "./keeper.ts";
import { fundCommunityPoolMessage } from "./messages/fundCommunityPool.ts";
import { setWithdrawAddressMessage } from "./messages/setWithdrawAddress.ts";
import { withdrawCommissionMessage } from "./messages/withdrawCommission.ts";
import { withdrawRewardMessage } from "./messages/withdrawReward.ts";
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
    messages: [
      withdrawRewardMessage(deps),
      withdrawCommissionMessage(deps),
      setWithdrawAddressMessage(deps),
      fundCommunityPoolMessage(deps),
      updateParams,
    ],
    queries: [...queriesOf(deps), ...distributionQueries(deps)],
    events: allEvents,
    errors,
    invariants: [...invariantsOf(deps), ...distributionInvariants(deps)],
    beginBlock,
    endBlock: (ctx) => {
      endBlock(deps, ctx);
      return [];
    },
    keeper: rewardsKeeper(deps),
  };
}
