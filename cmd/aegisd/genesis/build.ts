/** A whole genesis in one call, for networks that a program sets up. */
import { Params as ChainParams } from "../../../proto/gen/aegis/app/v1/app.ts";
import type { Model, ModelRevision } from "../../../proto/gen/aegis/tasks/v1/model.ts";
import type { Node } from "../../../proto/gen/aegis/tasks/v1/node.ts";
import { buildModules } from "../../../app/modules.ts";
import { addBalance, addModel, addNode, addValidator } from "./change.ts";
import { type AppState, type GenesisDocument, newGenesis } from "./document.ts";
import { validatorOfHome } from "./validator.ts";

export interface GenesisAccount {
  readonly address: string;
  /** In uasi; stakes and deposits below come out of it. */
  readonly amount: bigint;
}

/** A validator by its home, whose keys it has. */
export interface GenesisValidator {
  readonly home: string;
  readonly operator: string;
  readonly selfStake: bigint;
  readonly moniker: string;
}

export interface GenesisModel {
  readonly model: Model;
  readonly revisions: readonly ModelRevision[];
}

export interface BuildGenesisOptions {
  readonly chainId: string;
  readonly genesisTime: Date;
  readonly accounts: readonly GenesisAccount[];
  readonly validators: readonly GenesisValidator[];
  readonly models?: readonly GenesisModel[];
  readonly nodes?: readonly Node[];
  /** Proto JSON that replaces fields of a module's `params`: module name → field → value. */
  readonly params?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/** The defaults of every module. */
export function defaultAppState(): AppState {
  return buildModules().manager.defaultGenesis();
}

/** @throws CommandError when an account lacks what it stakes, or something stands twice. */
export function buildGenesis(options: BuildGenesisOptions): GenesisDocument {
  const { chainId, genesisTime } = options;
  let state = defaultAppState();
  for (const [name, fields] of Object.entries(options.params ?? {})) {
    const module = state[name] as { readonly params?: object } | undefined;
    state = { ...state, [name]: { ...module, params: { ...module?.params, ...fields } } };
  }
  for (const { address, amount } of options.accounts) state = addBalance(state, address, amount);
  for (const validator of options.validators) {
    state = addValidator(state, validatorOfHome({ ...validator, chainId }));
  }
  for (const { model, revisions } of options.models ?? []) {
    state = addModel(state, model, revisions);
  }
  for (const node of options.nodes ?? []) state = addNode(state, node);
  return newGenesis({ chainId, genesisTime, appState: state });
}

/** `state` with `authority` as the account that may change parameters. */
export function withAuthority(state: AppState, authority: string): AppState {
  const app = state["app"] as { readonly params?: unknown };
  const params = ChainParams.fromJson(app.params ?? {});
  return { ...state, app: { ...app, params: ChainParams.toJson({ ...params, authority }) } };
}
