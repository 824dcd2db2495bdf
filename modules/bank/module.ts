/** Coins: balances and supply, in Cosmos' wire format. */
import type { Params } from "../../proto/gen/cosmos/bank/v1beta1/bank.ts";
import type { GenesisState } from "../../proto/gen/cosmos/bank/v1beta1/genesis.ts";
import type { Module } from "../../app/module/module.ts";
import type { BankDeps } from "./deps.ts";
import { errors } from "./errors.ts";
import { burned, coinbase, coinReceived, coinSpent, messageSender, transfer } from "./events.ts";
import { genesisSpec } from "./genesis.ts";
import { invariants } from "./invariants.ts";
import { type BankKeeper, bankKeeper } from "./keeper.ts";
import { multiSendMessage } from "./messages/multiSend.ts";
import { sendMessage } from "./messages/send.ts";
import { updateParams } from "./messages/updateParams.ts";
import { paramsSpec } from "./params.ts";
import { queries } from "./queries.ts";
import { schema } from "./state.ts";

/** Makes the module. */
export function bankModule(deps: BankDeps): Module<BankKeeper, Params, GenesisState> {
  const keeper = bankKeeper(deps);
  return {
    name: "bank",
    version: 1,
    state: schema,
    params: paramsSpec,
    genesis: genesisSpec(deps),
    messages: [sendMessage(keeper), multiSendMessage(keeper), updateParams],
    queries,
    events: [coinSpent, coinReceived, transfer, coinbase, burned, messageSender],
    errors,
    invariants,
    keeper,
  };
}
