/** Queries of rewards. */
import { Query as Service } from "../../proto/gen/aegis/rewards/v1/query.ts";
import { moduleAddress } from "../../app/lib/address.ts";
import { type Query, query } from "../../app/module/module.ts";
import { FEE_COLLECTOR } from "./constants.ts";
import type { RewardsDeps } from "./deps.ts";
import { errors } from "./errors.ts";
import { poolBalance } from "./pool.ts";
import { epochOf, epochs, params, totalsOf, unpaidEpochs } from "./state.ts";

/** The queries. */
export function queriesOf(deps: RewardsDeps): readonly Query[] {
  return [
    query({
      method: Service.Params,
      rest: "/aegis/rewards/v1/params",
      handle: (ctx) => ({ params: params.require(ctx) }),
      commandLine: { summary: "parameters of rewards", example: "aegisd query rewards params" },
    }),
    query({
      method: Service.EpochRewards,
      rest: "/aegis/rewards/v1/epochs/{epoch}",
      handle: (ctx, { epoch }) => {
        const rewards = epochs.get(ctx, epoch);
        if (rewards === undefined) throw errors.epochNotFound(`${epoch}`);
        return { rewards };
      },
      commandLine: {
        summary: "what an epoch gave for tasks and to validators",
        example: "aegisd query rewards epoch-rewards 12",
        positional: ["epoch"],
      },
    }),
    query({
      method: Service.Pending,
      rest: "/aegis/rewards/v1/pending",
      handle: (ctx) => ({
        rewards: epochOf(ctx, ctx.block.epoch),
        collectedFees: deps.bank.balance(ctx, moduleAddress(FEE_COLLECTOR)),
        unpaidEpochs: [...unpaidEpochs.keys(ctx)],
        pool: poolBalance(deps, ctx),
      }),
      commandLine: {
        summary: "the running epoch, and closed ones that are not paid yet",
        example: "aegisd query rewards pending",
      },
    }),
    query({
      method: Service.Totals,
      rest: "/aegis/rewards/v1/totals",
      handle: (ctx) => ({ totals: totalsOf(ctx) }),
      commandLine: {
        summary: "fees, burns and emission since genesis",
        example: "aegisd query rewards totals",
      },
    }),
  ];
}
