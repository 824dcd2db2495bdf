/** A chain with validators, for tests of staking. */
import type { Module } from "../../../app/module/module.ts";
import {
  selfDelegation,
  type StakingKeeper,
  stakingModule,
} from "../../../modules/staking/index.ts";
import type { StakingDeps } from "../../../modules/staking/deps.ts";
import type { GenesisState } from "../../../proto/gen/aegis/staking/v1/genesis.ts";
import {
  JailReason,
  type Params,
  type Validator,
} from "../../../proto/gen/aegis/staking/v1/staking.ts";
import { BondStatus } from "../../../proto/gen/cosmos/staking/v1beta1/staking.ts";
import { poolOf } from "../../../modules/staking/pools.ts";
import { type CoinChain, coinChain } from "../../kit/coinChain.ts";
import { type TestValidator, testValidators } from "../../kit/validators.ts";
import { noHooks } from "./noHooks.ts";

/** What staking is given on a chain without resource nodes, rewards and checkpoints. */
export function aloneDeps(bank: StakingDeps["bank"]): StakingDeps {
  return {
    bank,
    nodes: { licencesChanged: (): void => undefined },
    hooks: noHooks,
    checkpoints: { recentAttesters: () => undefined },
  };
}

export type StakingModule = Module<StakingKeeper, Params, GenesisState>;

export interface StakingChain extends CoinChain {
  readonly staking: StakingModule;
  readonly given: readonly TestValidator[];
}

/** A chain after genesis with `given` validators. */
export function stakingChain(
  given: readonly TestValidator[] = testValidators(4),
  params: Partial<Params> = {},
): StakingChain {
  const chain = coinChain(poolsOf(given.map(({ validator }) => validator)));
  const staking = stakingModule(aloneDeps(chain.bank.keeper));
  const genesis = genesisOf(staking, given, params);
  staking.genesis.validate(genesis);
  staking.genesis.init(chain.ctx.at({ height: 0n }), genesis);
  return { ...chain, staking, given };
}

/** What lies in the pools of these validators, without what is being taken back. */
export function poolsOf(validators: readonly Validator[]): Record<string, bigint> {
  const pools: Record<string, bigint> = {};
  for (const validator of validators) {
    if (validator.tokens === 0n) continue;
    const pool = poolOf(validator);
    pools[pool] = (pools[pool] ?? 0n) + validator.tokens;
  }
  return pools;
}

/** Marks for a validator that the beacon jailed long ago. */
export const JAILED: Pick<Validator, "jailReason" | "jailedHeight" | "status"> = {
  jailReason: JailReason.JAIL_REASON_BEACON,
  jailedHeight: 7n,
  status: BondStatus.BOND_STATUS_UNBONDED,
};

/** The genesis of `given` validators. */
export function genesisOf(
  staking: StakingModule,
  given: readonly TestValidator[],
  params: Partial<Params> = {},
): GenesisState {
  const { defaults } = staking.genesis;
  return {
    ...defaults,
    params: { ...(defaults.params as Params), ...params },
    validators: given.map(({ validator }) => validator),
    delegations: given.map(({ validator }) => selfDelegation(validator)),
  };
}
