/** What staking tells rewards, in the Cosmos SDK's order. */
import type { BlockContext } from "../../app/module/context.ts";
import { type Dec, formatDec } from "../../app/lib/dec.ts";
import { beginDelegation, requireValidator, withdrawRewards } from "./delegatorRewards.ts";
import type { RewardsDeps } from "./deps.ts";
import { slashEvents } from "./distributionState.ts";
import { beginValidator, endPeriod, endValidator, fetchWaiting, retain } from "./periods.ts";

type ValidatorHook = (ctx: BlockContext, operator: string) => void;
type DelegationHook = (ctx: BlockContext, delegator: string, operator: string) => void;

export interface RewardsHooks {
  readonly afterValidatorCreated: ValidatorHook;
  /** Its stake by licences or its commission will be another: what it earned is divided before. */
  readonly beforeValidatorModified: ValidatorHook;
  readonly afterValidatorRemoved: ValidatorHook;
  readonly beforeDelegationCreated: DelegationHook;
  readonly beforeDelegationSharesModified: DelegationHook;
  readonly afterDelegationModified: DelegationHook;
  /** `fraction` of its tokens go. */
  readonly beforeValidatorSlashed: (ctx: BlockContext, operator: string, fraction: Dec) => void;
}

/** Makes the hooks. */
export function stakingHooks(deps: RewardsDeps): RewardsHooks {
  const validator = (ctx: BlockContext, operator: string) => requireValidator(deps, ctx, operator);
  return {
    afterValidatorCreated: (ctx, operator) => beginValidator(ctx, validator(ctx, operator)),
    beforeValidatorModified: (ctx, operator) => {
      fetchWaiting(ctx, validator(ctx, operator));
    },
    afterValidatorRemoved: (ctx, operator) => endValidator(deps, ctx, operator),
    beforeDelegationCreated: (ctx, _, operator) => {
      endPeriod(ctx, validator(ctx, operator));
    },
    beforeDelegationSharesModified: (ctx, delegator, operator) => {
      withdrawRewards(deps, ctx, delegator, operator);
    },
    afterDelegationModified: (ctx, delegator, operator) =>
      beginDelegation(deps, ctx, delegator, operator),
    beforeValidatorSlashed: (ctx, operator, fraction) => {
      const period = endPeriod(ctx, validator(ctx, operator));
      retain(ctx, operator, period);
      const { height } = ctx.block;
      const event = { operator, height, period, fraction: formatDec(fraction) };
      slashEvents.set(ctx, [operator, height, period], event);
    },
  };
}
