/** Slashing: takes stake for faults, burns a part, pays the rest to those who did right. */
import type { GenesisState } from "../../proto/gen/aegis/slashing/v1/genesis.ts";
import type { Params } from "../../proto/gen/aegis/slashing/v1/slashing.ts";
import type { Module } from "../../app/module/module.ts";
import type { SlashingDeps } from "./deps.ts";
import { errors } from "./errors.ts";
import { nodeSlashed } from "./events.ts";
import { genesisSpec } from "./genesis.ts";
import { invariantsOf } from "./invariants.ts";
import { type SlashingKeeper, slashingKeeper } from "./keeper.ts";
import { updateParams } from "./messages/updateParams.ts";
import { paramsSpec } from "./params.ts";
import { queries } from "./queries.ts";
import { schema } from "./state.ts";

/** Makes the module. */
export function slashingModule(deps: SlashingDeps): Module<SlashingKeeper, Params, GenesisState> {
  return {
    name: "slashing",
    version: 1,
    state: schema,
    params: paramsSpec,
    genesis: genesisSpec,
    messages: [updateParams],
    queries,
    events: [nodeSlashed],
    errors,
    invariants: invariantsOf(deps),
    keeper: slashingKeeper(deps),
  };
}
