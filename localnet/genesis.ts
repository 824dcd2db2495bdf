/** The first state of a local network: who has what, and the local values of the parameters. */
import { randomBytes } from "node:crypto";
import { buildModules } from "../app/modules.ts";
import { moduleAddress } from "../app/lib/address.ts";
import { provePossession } from "../app/lib/bls.ts";
import { uasi } from "../app/lib/coin.ts";
import type { AppState } from "../cmd/aegisd/genesis/document.ts";
import { type HomeIdentity, readBlsSecret } from "../cmd/aegisd/home/createHome.ts";
import { CONFIG_DEFAULTS } from "../cmd/aegis-resource/home/config.ts";
import type { ResourceIdentity } from "../cmd/aegis-resource/home/home.ts";
import { LOCAL_SIGNING } from "../modules/slashing/index.ts";
import { genesisValidator, selfDelegation } from "../modules/staking/index.ts";
import { genesisNode, LOCAL_PARAMS } from "../modules/tasks/index.ts";
import { GenesisState as ChainGenesis } from "../proto/gen/aegis/app/v1/app.ts";
import { GenesisState as SlashingGenesis } from "../proto/gen/aegis/slashing/v1/genesis.ts";
import { Params } from "../proto/gen/aegis/slashing/v1/slashing.ts";
import { GenesisState as StakingGenesis } from "../proto/gen/aegis/staking/v1/genesis.ts";
import { GenesisState as TasksGenesis } from "../proto/gen/aegis/tasks/v1/genesis.ts";
import { TaskRules } from "../proto/gen/aegis/tasks/v1/tasks.ts";
import { GenesisState as BankGenesis } from "../proto/gen/cosmos/bank/v1beta1/genesis.ts";
import { type Accounts, bytesOf } from "./accounts.ts";
import { defaultModel, MODEL_ID } from "./defaultModel.ts";
import { LICENCE_STAKE, localLicences, withLicences } from "./licences.ts";
import { type Manifest, streamPort } from "./manifest.ts";

/** Chain id of every local network. */
export const CHAIN_ID = "aegis-local-1";

const ASI = 1_000_000n;
const ACCOUNT_BALANCE = 10_000n * ASI;
const NODE_BALANCE = 100n * ASI;
const NODE_STAKE = 2_000n * ASI;
const VALIDATOR_STAKE = 1_000n * ASI;
const LOCAL_EPOCH_BLOCKS = 20n;
const LOCAL_CLOCK_STEP_MAX_MS = 2_000n;

/** A validator's home, and what others may know of its keys. */
export interface ValidatorHome {
  readonly home: string;
  readonly identity: HomeIdentity;
}

/** Who takes part from the first block on. */
export interface Founders {
  readonly accounts: Accounts;
  readonly validators: readonly ValidatorHome[];
  readonly nodes: readonly ResourceIdentity[];
  /** What this network has of its own. */
  readonly manifest: Pick<Manifest, "ports" | "rules" | "stakes" | "workScores">;
}

/** Makes another genesis of one: for networks that differ in more than a manifest can say. */
export type StateChange = (state: AppState) => AppState;

/**
 * The `app_state` of genesis.json, after `change`.
 * @throws Error when it is not a valid genesis.
 */
export function localAppState(founders: Founders, change: StateChange = (same) => same): AppState {
  const { manager } = buildModules();
  const state = manager.defaultGenesis();
  state["app"] = chainState(state["app"], founders);
  state["staking"] = stakingState(state["staking"], founders);
  state["slashing"] = slashingState(state["slashing"]);
  state["tasks"] = tasksState(founders);
  state["bank"] = bankState(state["bank"], founders);
  const changed = change(state);
  manager.validateGenesis(changed);
  return changed;
}

function chainState(defaults: unknown, { accounts }: Founders): unknown {
  const genesis = ChainGenesis.fromJson(defaults);
  return ChainGenesis.toJson({
    ...genesis,
    params: {
      // The first validator may change parameters, so that people can try that.
      authority: accounts.validators[0]?.address ?? "",
      epochBlocks: LOCAL_EPOCH_BLOCKS,
      clockStepMaxMs: LOCAL_CLOCK_STEP_MAX_MS,
    },
    beacon: new Uint8Array(randomBytes(32)),
  });
}

function stakingState(defaults: unknown, { accounts, validators }: Founders): unknown {
  const founders = validators.map(({ home, identity }, slot) => {
    const account = accounts.validators[slot];
    if (account === undefined) throw new Error(`validator ${slot} has no account`);
    const claim = { operator: bytesOf(account), chainId: CHAIN_ID };
    return genesisValidator({
      operator: account.address,
      consensusPublicKey: identity.consensusKey,
      blsPublicKey: identity.blsPublicKey,
      possessionProof: provePossession(readBlsSecret(home), claim),
      stake: VALIDATOR_STAKE,
      moniker: account.name,
      slot,
    });
  });
  return StakingGenesis.toJson({
    ...withLicences(StakingGenesis.fromJson(defaults), accounts),
    validators: founders,
    delegations: founders.map(selfDelegation),
  });
}

function slashingState(defaults: unknown): unknown {
  const genesis = SlashingGenesis.fromJson(defaults);
  const { params = Params.create() } = genesis;
  return SlashingGenesis.toJson({ ...genesis, params: { ...params, ...LOCAL_SIGNING } });
}

function tasksState({ accounts, nodes, manifest }: Founders): unknown {
  const owner = accounts.validators[0]?.address ?? "";
  const { rules = TaskRules.create(), ...params } = LOCAL_PARAMS;
  const own = { ...(TaskRules.toJson(rules) as object), ...manifest.rules };
  const { model, revision } = defaultModel(owner, LOCAL_PARAMS.modelDeposit);
  return TasksGenesis.toJson({
    params: { ...params, rules: TaskRules.fromJson(own) },
    models: [model],
    revisions: [revision],
    nodes: nodes.map(({ publicKey }, i) => {
      const node = genesisNode({
        publicKey,
        operator: accounts.operators[i]?.address ?? "",
        endpoint: `http://127.0.0.1:${streamPort(manifest.ports, i)}`,
        stake: stakeOf(manifest, i),
        models: [{ model: MODEL_ID, kernelClass: CONFIG_DEFAULTS.kernelClass }],
      });
      const workScore = BigInt(manifest.workScores[i] ?? 1);
      return { ...node, models: node.models.map((model) => ({ ...model, workScore })) };
    }),
    tasks: [],
  });
}

/** Stake of node `index` in uasi. */
function stakeOf({ stakes }: Pick<Manifest, "stakes">, index: number): bigint {
  const own = stakes[index];
  return own === undefined ? NODE_STAKE : BigInt(own) * ASI;
}

function bankState(defaults: unknown, founders: Founders): unknown {
  const { accounts, validators, nodes, manifest } = founders;
  const staked = nodes.reduce((sum, _, i) => sum + stakeOf(manifest, i), 0n);
  const balances: [string, bigint][] = [
    ...[...accounts.validators, ...accounts.operators, accounts.user].map(
      ({ address }): [string, bigint] => [address, ACCOUNT_BALANCE],
    ),
    ...nodes.map(({ address }): [string, bigint] => [address, NODE_BALANCE]),
    [moduleAddress("bonded_tokens_pool"), VALIDATOR_STAKE * BigInt(validators.length)],
    [moduleAddress("staking_licences"), LICENCE_STAKE * BigInt(localLicences(accounts).length)],
    [moduleAddress("tasks_stake"), staked],
    [moduleAddress("tasks_deposit"), LOCAL_PARAMS.modelDeposit],
  ];
  return BankGenesis.toJson({
    ...BankGenesis.fromJson(defaults),
    balances: balances
      .filter(([, amount]) => amount > 0n)
      .map(([address, amount]) => ({ address, coins: uasi(amount) })),
  });
}
