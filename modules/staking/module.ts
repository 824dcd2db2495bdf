/** Validators: stake, keys, committee, and the randomness beacon's signers. */
import type { GenesisState } from "../../proto/gen/aegis/staking/v1/genesis.ts";
import type { Params } from "../../proto/gen/aegis/staking/v1/staking.ts";
import type { Module } from "../../app/module/module.ts";
import type { StakingDeps } from "./deps.ts";
import { errors } from "./errors.ts";
import { beaconWithheld, validatorJailed } from "./events.ts";
import { genesisSpec } from "./genesis.ts";
import { endBlock } from "./hooks.ts";
import { invariantsOf } from "./invariants.ts";
import { keeper, type StakingKeeper } from "./keeper.ts";
import { updateParams } from "./messages/updateParams.ts";
import { paramsSpec } from "./params.ts";
import { queries } from "./queries.ts";
import { schema } from "./state.ts";

/** Makes the module. */
export function stakingModule(deps: StakingDeps): Module<StakingKeeper, Params, GenesisState> {
  return {
    name: "staking",
    version: 1,
    state: schema,
    params: paramsSpec,
    genesis: genesisSpec(deps),
    messages: [updateParams],
    queries,
    events: [beaconWithheld, validatorJailed],
    errors,
    invariants: invariantsOf(deps),
    endBlock,
    keeper,
  };
}
