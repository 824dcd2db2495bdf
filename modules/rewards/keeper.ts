/** What other modules may do with rewards. */
import type { FinalCalculation } from "../../proto/gen/aegis/rewards/v1/rewards.ts";
import type { BlockContext } from "../../app/module/context.ts";
import type { RewardsDeps } from "./deps.ts";
import { recordFinal } from "./epoch.ts";
import { type CalculationFee, type Settlement, settleCalculation } from "./settle.ts";

export interface RewardsKeeper {
  /** Moves exactly the fee out of its escrow: burned, and paid by alpha and rank. */
  readonly settleCalculation: (ctx: BlockContext, fee: CalculationFee) => Settlement;
  /** Notes a final calculation of a rewarded model, which earns emission at the epoch's end. */
  readonly recordFinal: (ctx: BlockContext, calculation: FinalCalculation) => void;
}

/** Makes the keeper. */
export function rewardsKeeper(deps: RewardsDeps): RewardsKeeper {
  return {
    settleCalculation: (ctx, fee) => settleCalculation(deps, ctx, fee),
    recordFinal,
  };
}
