/** Validators: delegations, licences, keys, committee, and the randomness beacon's signers. */
import type { GenesisState } from "../../proto/gen/aegis/staking/v1/genesis.ts";
import type { Params } from "../../proto/gen/aegis/staking/v1/staking.ts";
import type { Module } from "../../app/module/module.ts";
import { validatorQueries } from "./cosmosQueries.ts";
import { delegationQueries } from "./delegationQueries.ts";
import type { StakingDeps } from "./deps.ts";
import { errors } from "./errors.ts";
import { allEvents } from "./events.ts";
import { genesisSpec } from "./genesis.ts";
import { endBlock } from "./hooks.ts";
import { invariantsOf } from "./invariants.ts";
import { type StakingKeeper, stakingKeeper } from "./keeper.ts";
import { addValidatorLicence } from "./messages/addValidatorLicence.ts";
import { beginRedelegateMessage } from "./messages/beginRedelegate.ts";
import { cancelUnbondingMessage } from "./messages/cancelUnbonding.ts";
import { createValidatorMessage } from "./messages/createValidator.ts";
import { delegateMessage } from "./messages/delegate.ts";
import { editValidatorMessage } from "./messages/editValidator.ts";
import { redeemLicence } from "./messages/redeemLicence.ts";
import { registerBlsKeyMessage } from "./messages/registerBlsKey.ts";
import { removeValidatorLicence } from "./messages/removeValidatorLicence.ts";
import { rotateConsPubKey } from "./messages/rotateConsPubKey.ts";
import { undelegateMessage } from "./messages/undelegate.ts";
import { updateParams } from "./messages/updateParams.ts";
import { paramsSpec } from "./params.ts";
import { queries } from "./queries.ts";
import { schema } from "./state.ts";
import { SetCache } from "./validatorSets.ts";

/** Makes the module. */
export function stakingModule(deps: StakingDeps): Module<StakingKeeper, Params, GenesisState> {
  const sets = new SetCache();
  return {
    name: "staking",
    version: 1,
    state: schema,
    params: paramsSpec,
    genesis: genesisSpec(deps, sets),
    messages: [
      createValidatorMessage(deps),
      editValidatorMessage(deps),
      delegateMessage(deps),
      undelegateMessage(deps),
      beginRedelegateMessage(deps),
      cancelUnbondingMessage(deps),
      rotateConsPubKey,
      registerBlsKeyMessage,
      addValidatorLicence(deps),
      removeValidatorLicence(deps),
      redeemLicence(deps),
      updateParams,
    ],
    queries: [...queries, ...validatorQueries(deps), ...delegationQueries],
    events: allEvents,
    errors,
    invariants: invariantsOf(deps),
    endBlock: (ctx) => endBlock(deps, sets, ctx),
    keeper: stakingKeeper(deps, sets),
  };
}
