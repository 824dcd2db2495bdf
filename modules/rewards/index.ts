/** What others may import of rewards. */
export { DISTRIBUTION_ACCOUNT, FEE_COLLECTOR, POOL_ACCOUNT, REWARDS_ACCOUNT } from "./constants.ts";
export type { RewardsDeps } from "./deps.ts";
export { errors as rewardsErrors } from "./errors.ts";
export {
  emissionPaid,
  feeSettled,
  poolFunded,
  rewardsForfeited,
  standbyPaid,
  validatorsPaid,
} from "./events.ts";
export type { RewardsKeeper } from "./keeper.ts";
export type { RewardsHooks } from "./stakingHooks.ts";
export { rewardsModule } from "./module.ts";
export type { CalculationFee, Settlement } from "./settle.ts";
