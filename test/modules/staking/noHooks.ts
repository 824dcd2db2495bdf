/** Hooks that nobody hangs anything on. */
import type { StakingHooks } from "../../../modules/staking/index.ts";

const nothing = (): void => undefined;

/** Whoever keeps books replaces what it needs. */
export const noHooks: StakingHooks = {
  afterValidatorCreated: nothing,
  afterValidatorRemoved: nothing,
  beforeValidatorModified: nothing,
  beforeDelegationCreated: nothing,
  beforeDelegationSharesModified: nothing,
  afterDelegationModified: nothing,
  beforeDelegationRemoved: nothing,
  beforeValidatorSlashed: nothing,
  afterValidatorBonded: nothing,
  afterValidatorBeginUnbonding: nothing,
};
