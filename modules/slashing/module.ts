/** Slashing: takes stake for faults of nodes and validators, and jails validators. */
import type { GenesisState } from "../../proto/gen/aegis/slashing/v1/genesis.ts";
import type { Params } from "../../proto/gen/aegis/slashing/v1/slashing.ts";
import type { Module } from "../../app/module/module.ts";
import type { SlashingDeps } from "./deps.ts";
import { errors } from "./errors.ts";
import { cosmosQueries } from "./cosmosQueries.ts";
import { liveness, nodeSlashed, slashed, validatorTombstoned } from "./events.ts";
import { beginBlock } from "./faults.ts";
import { genesisSpec } from "./genesis.ts";
import { invariantsOf } from "./invariants.ts";
import { type SlashingKeeper, slashingKeeper } from "./keeper.ts";
import { unjailMessage } from "./messages/unjail.ts";
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
    messages: [unjailMessage(deps), updateParams],
    queries: [...queries, ...cosmosQueries(deps)],
    events: [nodeSlashed, validatorTombstoned, slashed, liveness],
    errors,
    invariants: invariantsOf(deps),
    beginBlock: (ctx) => beginBlock(deps, ctx),
    keeper: slashingKeeper(deps),
  };
}
