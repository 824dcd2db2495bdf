/** Checkpoints: every validator attests the end of each epoch, and the chain aggregates. */
import type { Params } from "../../proto/gen/aegis/checkpoints/v1/checkpoints.ts";
import type { GenesisState } from "../../proto/gen/aegis/checkpoints/v1/genesis.ts";
import type { Module } from "../../app/module/module.ts";
import type { CheckpointsDeps } from "./deps.ts";
import { errors } from "./errors.ts";
import { allEvents } from "./events.ts";
import { genesisSpec } from "./genesis.ts";
import { beginBlock } from "./hooks.ts";
import { invariantsOf } from "./invariants.ts";
import { type CheckpointsKeeper, keeper } from "./keeper.ts";
import { attestMessage } from "./messages/attest.ts";
import { doubleAttestationMessage } from "./messages/doubleAttestation.ts";
import { updateParams } from "./messages/updateParams.ts";
import { paramsSpec } from "./params.ts";
import { queriesOf } from "./queries.ts";
import { schema } from "./state.ts";

/** Makes the module. */
export function checkpointsModule(
  deps: CheckpointsDeps,
): Module<CheckpointsKeeper, Params, GenesisState> {
  return {
    name: "checkpoints",
    version: 1,
    state: schema,
    params: paramsSpec,
    genesis: genesisSpec,
    messages: [attestMessage(deps), doubleAttestationMessage(deps), updateParams],
    queries: queriesOf(deps),
    events: allEvents,
    errors,
    invariants: invariantsOf(deps),
    beginBlock: (ctx) => beginBlock(deps, ctx),
    keeper,
  };
}
