/** Accounts: numbers, sequences and keys, in Cosmos' wire format. */
import {
  BaseAccount,
  ModuleAccount,
  type Params,
} from "../../proto/gen/cosmos/auth/v1beta1/auth.ts";
import type { GenesisState } from "../../proto/gen/cosmos/auth/v1beta1/genesis.ts";
import { PubKey as Ed25519Key } from "../../proto/gen/cosmos/crypto/ed25519/keys.ts";
import { LegacyAminoPubKey } from "../../proto/gen/cosmos/crypto/multisig/keys.ts";
import { PubKey as Secp256k1Key } from "../../proto/gen/cosmos/crypto/secp256k1/keys.ts";
import type { Codec } from "../../proto/wire/codec.ts";
import { registerAny } from "../../proto/wire/json.ts";
import type { Module } from "../../app/module/module.ts";
import type { AuthDeps } from "./deps.ts";
import { errors } from "./errors.ts";
import { genesisSpec } from "./genesis.ts";
import { invariantsOf } from "./invariants.ts";
import { type AuthKeeper, keeper } from "./keeper.ts";
import { paramsOf } from "./params.ts";
import { queriesOf } from "./queries.ts";
import { schema } from "./state.ts";
import { accountView } from "./view.ts";

// The genesis file writes accounts and keys as Any in JSON.
for (const codec of [BaseAccount, ModuleAccount, Secp256k1Key, Ed25519Key, LegacyAminoPubKey]) {
  registerAny(codec as Codec<never>);
}

/** Makes the module. */
export function authModule(deps: AuthDeps): Module<AuthKeeper, Params, GenesisState> {
  const view = accountView(deps.moduleAccounts);
  const params = paramsOf(deps.limits);
  return {
    name: "auth",
    version: 1,
    state: schema,
    params,
    genesis: genesisSpec(deps.moduleAccounts, view, params),
    messages: [],
    queries: queriesOf(deps.moduleAccounts, view, params.defaults),
    events: [],
    errors,
    invariants: invariantsOf(deps.moduleAccounts),
    keeper,
  };
}
