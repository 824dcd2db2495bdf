/** What others may import of staking. */
export { UNCHANGED_TEXT } from "./description.ts";
export {
  BONDED_POOL,
  LICENCES_ACCOUNT,
  LICENCES_MAX,
  NOT_BONDED_POOL,
  UASI_PER_POWER,
} from "./constants.ts";
export type { StakingDeps, StakingHooks } from "./deps.ts";
export { errors as stakingErrors } from "./errors.ts";
export {
  beaconWithheld,
  committeeRotated,
  licenceLiquidated,
  licenceRedeemed,
  licenceReinstated,
  licenceReleased,
  licenceReleasing,
  licenceSuspended,
  licenceUsed,
  validatorJailed,
} from "./events.ts";
export { consensusKeyIn } from "./messages/checks.ts";
export { validateCreation } from "./messages/createValidator.ts";
export { type Founder, genesisValidator, selfDelegation } from "./founding.ts";
export type { StakingKeeper } from "./keeper.ts";
export { stakingModule } from "./module.ts";
export { checkPossessions } from "./validatorGenesis.ts";
