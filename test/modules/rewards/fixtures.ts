/** A chain with rewards and a set of validators' operators. */
import type { BlockInfo } from "../../../app/module/context.ts";
import type { Module } from "../../../app/module/module.ts";
import { type RewardsKeeper, rewardsModule } from "../../../modules/rewards/index.ts";
import type { GenesisState } from "../../../proto/gen/aegis/rewards/v1/genesis.ts";
import type { Params } from "../../../proto/gen/aegis/rewards/v1/rewards.ts";
import { type CoinChain, coinChain } from "../../kit/coinChain.ts";
import { addressFor } from "../../kit/modules.ts";

export interface RewardsChain extends CoinChain {
  readonly rewards: Module<RewardsKeeper, Params, GenesisState>;
  readonly operators: readonly string[];
}

export interface RewardsOptions {
  readonly balances?: Readonly<Record<string, bigint>>;
  readonly params?: Partial<Params>;
  readonly validators?: number;
  readonly block?: Partial<BlockInfo>;
}

/** A chain after genesis. Operators of validators are "operator 0" and so on. */
export function rewardsChain(options: RewardsOptions = {}): RewardsChain {
  const { balances = {}, params = {}, validators = 3, block = {} } = options;
  const operators = Array.from({ length: validators }, (_, i) => addressFor(`operator ${i}`));
  const chain = coinChain(balances, block);
  const rewards = rewardsModule({
    bank: chain.bank.keeper,
    staking: { activeOperators: () => operators },
  });
  const { defaults } = rewards.genesis;
  const genesis = { ...defaults, params: { ...(defaults.params as Params), ...params } };
  rewards.genesis.validate(genesis);
  rewards.genesis.init(chain.ctx, genesis);
  return { ...chain, rewards, operators };
}
