/**
 * The host's own state, declared as a module so that genesis, queries and parameters work as
 * everywhere else: height, protocol clock, epoch, beacon, module versions. Its store is "app".
 */
import {
  GenesisState,
  MsgUpdateParams,
  MsgUpdateParamsResponse,
  Params,
  Query as ChainQuery,
} from "../../proto/gen/aegis/app/v1/app.ts";
import { isAccountAddress } from "../lib/address.ts";
import { present } from "../lib/assert.ts";
import { sha256, utf8 } from "../lib/bytes.ts";
import type { BlockContext, QueryContext } from "../module/context.ts";
import { type Message, type Module, type Query, query } from "../module/module.ts";
import { updateParamsMessage } from "../module/updateParams.ts";
import { consensusMessages, consensusQueries } from "./consensusParams.ts";
import { errors } from "./errors.ts";
import { chainStore, schema } from "./state.ts";
import { upgradeMessages, upgradeQueries } from "./upgrades.ts";

const { params, state: chainState, versions } = chainStore;

/** What other modules may ask of the host. */
export interface ChainKeeper {
  readonly params: (ctx: QueryContext) => Params;
}

function validateParams(value: Params): void {
  if (value.authority !== "" && !isAccountAddress(value.authority)) {
    throw errors.invalidParams("authority is not an account address");
  }
  if (value.epochBlocks < 2n) throw errors.invalidParams("epoch_blocks must be at least 2");
  if (value.clockStepMaxMs < 100n || value.clockStepMaxMs > 3_600_000n) {
    throw errors.invalidParams("clock_step_max_ms must be between 100 and 3600000");
  }
}

const DEFAULTS: Params = { authority: "", epochBlocks: 600n, clockStepMaxMs: 10_000n };

const updateParams: Message = updateParamsMessage({
  module: "app",
  request: MsgUpdateParams,
  response: MsgUpdateParamsResponse,
  item: params,
  validate: validateParams,
  invalid: errors.invalidParams,
  unauthorized: errors.unauthorized,
});

const queries: readonly Query[] = [
  query({
    method: ChainQuery.Params,
    rest: "/aegis/app/v1/params",
    handle: (ctx) => ({ params: params.require(ctx) }),
    commandLine: { summary: "parameters of the host", example: "aegisd query app params" },
  }),
  query({
    method: ChainQuery.Status,
    rest: "/aegis/app/v1/status",
    handle: (ctx) => ({
      state: chainState.require(ctx),
      moduleVersions: [...versions.entries(ctx)].map(([, version]) => version),
    }),
    commandLine: {
      summary: "height, protocol clock, epoch, beacon and module versions",
      example: "aegisd query app status",
    },
  }),
];

function initGenesis(ctx: BlockContext, genesis: GenesisState): readonly [] {
  params.set(ctx, present(genesis.params, "params"));
  chainState.set(ctx, {
    height: 0n,
    timeMs: ctx.block.timeMs,
    clockMs: genesis.clockMs,
    epoch: genesis.epoch,
    epochStartHeight: 1n,
    beacon: genesis.beacon,
    chainId: ctx.block.chainId,
    blockGasMax: 0n,
    blockHash: new Uint8Array(0),
  });
  return [];
}

/** The host as a module. */
export function chainModule(): Module<ChainKeeper, Params, GenesisState> {
  return {
    name: "app",
    version: 1,
    state: schema,
    params: { codec: Params, defaults: DEFAULTS, validate: validateParams },
    genesis: {
      codec: GenesisState,
      defaults: {
        params: DEFAULTS,
        beacon: sha256(utf8("aegis/beacon-genesis/v1")),
        clockMs: 0n,
        epoch: 0n,
      },
      validate: (genesis) => {
        if (genesis.beacon.length !== 32) throw errors.invalidParams("beacon must have 32 bytes");
        validateParams(present(genesis.params, "app_state.app.params"));
      },
      init: initGenesis,
      export: (ctx) => {
        const { beacon, clockMs, epoch } = chainState.require(ctx);
        // An epoch that has ended is closed in the modules' books: the next chain begins after it.
        const next = ctx.block.isEpochEnd ? epoch + 1n : epoch;
        return { params: params.require(ctx), beacon, clockMs, epoch: next };
      },
    },
    messages: [updateParams, ...upgradeMessages, ...consensusMessages],
    queries: [...queries, ...upgradeQueries, ...consensusQueries],
    events: [],
    errors,
    invariants: [],
    keeper: { params: (ctx) => params.require(ctx) },
  };
}
