/** What others may import of staking. */
export { BONDED_POOL, LICENCES_ACCOUNT, UASI_PER_POWER } from "./constants.ts";
export type { StakingDeps } from "./deps.ts";
export { errors as stakingErrors } from "./errors.ts";
export {
  beaconWithheld,
  licenceLiquidated,
  licenceRedeemed,
  licenceReinstated,
  licenceReleased,
  licenceReleasing,
  licenceSuspended,
  licenceUsed,
  validatorJailed,
} from "./events.ts";
export { checkPossessions } from "./genesis.ts";
export type { StakingKeeper } from "./keeper.ts";
export { stakingModule } from "./module.ts";
