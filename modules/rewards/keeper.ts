/** What other modules may do with rewards. */
import type { FinalCalculation } from "../../proto/gen/aegis/rewards/v1/rewards.ts";
import type { BlockContext } from "../../app/module/context.ts";
import type { RewardsDeps } from "./deps.ts";
import { recordFinal } from "./epoch.ts";
import { forfeit } from "./forfeit.ts";
import { fundPool } from "./pool.ts";
import { type CalculationFee, type Settlement, settleCalculation } from "./settle.ts";
import { type RewardsHooks, stakingHooks } from "./stakingHooks.ts";
import {
  type Attesters,
  type Inclusion,
  payAttesters,
  payIncluder,
  returnStandby,
} from "./standby.ts";

export interface RewardsKeeper {
  /** Moves exactly the fee out of its escrow: burned, and paid by alpha and rank. */
  readonly settleCalculation: (ctx: BlockContext, fee: CalculationFee) => Settlement;
  /** Notes a final calculation of a rewarded model, which earns emission at the epoch's end. */
  readonly recordFinal: (ctx: BlockContext, calculation: FinalCalculation) => void;
  /** Tokens of liquidated licences, out of a module's account, become rewards of later epochs. */
  readonly fundPool: (ctx: BlockContext, fromModule: string, amount: bigint) => void;
  /** An operator gets nothing of the emission that waits for it now. */
  readonly forfeit: (ctx: BlockContext, operator: string) => void;
  /** An epoch's checkpoint closed and is final: who attested it gets the epoch's standby part. */
  readonly payAttesters: (ctx: BlockContext, attesters: Attesters) => void;
  /** An epoch's checkpoint closed and is not final. */
  readonly returnStandby: (ctx: BlockContext, epoch: bigint) => void;
  /** An account brought signatures into a checkpoint. */
  readonly payIncluder: (ctx: BlockContext, inclusion: Inclusion) => void;
  /** What staking must tell. */
  readonly hooks: RewardsHooks;
}

/** Makes the keeper. */
export function rewardsKeeper(deps: RewardsDeps): RewardsKeeper {
  return {
    settleCalculation: (ctx, fee) => settleCalculation(deps, ctx, fee),
    recordFinal,
    fundPool: (ctx, fromModule, amount) => fundPool(deps, ctx, fromModule, amount),
    forfeit,
    payAttesters: (ctx, attesters) => payAttesters(deps, ctx, attesters),
    returnStandby: (ctx, epoch) => returnStandby(deps, ctx, epoch),
    payIncluder: (ctx, inclusion) => payIncluder(deps, ctx, inclusion),
    hooks: stakingHooks(deps),
  };
}
