/** A chain with rewards and, in the place of staking, lists that a test may change. */
import { EMPTY_BYTES, equalBytes, sha256, utf8 } from "../../../app/lib/bytes.ts";
import { type Dec, parseDec } from "../../../app/lib/dec.ts";
import type { BlockInfo, LastCommitVote } from "../../../app/module/context.ts";
import type { Module } from "../../../app/module/module.ts";
import type { RewardsDeps } from "../../../modules/rewards/deps.ts";
import { type RewardsKeeper, rewardsModule } from "../../../modules/rewards/index.ts";
import { genesisValidator } from "../../../modules/staking/index.ts";
import { tokensFromShares, tokensFromSharesTruncated } from "../../../modules/staking/shares.ts";
import type { GenesisState } from "../../../proto/gen/aegis/rewards/v1/genesis.ts";
import type { Params } from "../../../proto/gen/aegis/rewards/v1/rewards.ts";
import type { Validator } from "../../../proto/gen/aegis/staking/v1/staking.ts";
import { type CoinChain, coinChain } from "../../kit/coinChain.ts";
import { addressFor } from "../../kit/modules.ts";

export type RewardsModule = Module<RewardsKeeper, Params, GenesisState>;

export interface RewardsChain extends CoinChain {
  readonly rewards: RewardsModule;
  readonly operators: readonly string[];
  /** By operator. */
  readonly validators: Map<string, Validator>;
  /** Operator and delegator → shares. */
  readonly delegations: Map<string, Map<string, Dec>>;
}

export interface RewardsOptions {
  readonly balances?: Readonly<Record<string, bigint>>;
  readonly params?: Partial<Params>;
  readonly validators?: number;
  readonly block?: Partial<BlockInfo>;
}

/** Consensus address of validator `index`. */
export function seat(index: number): Uint8Array {
  return sha256(consensusKey(index)).slice(0, 20);
}

function consensusKey(index: number): Uint8Array {
  return sha256(utf8(`consensus ${index}`));
}

/** Validator `index`, in slot `index`, with 10 ASI of its operator behind it. */
function validatorOf(index: number): Validator {
  return genesisValidator({
    operator: addressFor(`operator ${index}`),
    consensusPublicKey: consensusKey(index),
    blsPublicKey: EMPTY_BYTES,
    possessionProof: EMPTY_BYTES,
    stake: 10_000_000n,
    moniker: `validator ${index}`,
    slot: index,
  });
}

function fakeStaking(
  validators: ReadonlyMap<string, Validator>,
  delegations: ReadonlyMap<string, ReadonlyMap<string, Dec>>,
): RewardsDeps["staking"] {
  const all = () => [...validators.values()];
  return {
    validator: (_, operator) => validators.get(operator),
    validatorByConsensusAddress: (_, address) =>
      all().find(({ consensusPublicKey: key }) => equalBytes(sha256(key).slice(0, 20), address)),
    operatorOfSlot: (_, slot) => all().find((one) => one.slot === slot)?.operator,
    validators: all,
    bondedValidators: all,
    delegation: (_, delegator, operator) => {
      const shares = delegations.get(operator)?.get(delegator);
      return shares === undefined ? undefined : { shares };
    },
    delegationsOf: (_, delegator) =>
      [...delegations].flatMap(([operator, held]) => (held.has(delegator) ? [operator] : [])),
    delegatorsOf: (_, operator) => delegations.get(operator) ?? [],
    tokensFromShares,
    tokensFromSharesTruncated,
  };
}

/** A chain after genesis. Operators of validators are "operator 0" and so on. */
export function rewardsChain(options: RewardsOptions = {}): RewardsChain {
  const { balances = {}, params = {}, validators: count = 3, block = {} } = options;
  const list = Array.from({ length: count }, (_, index) => validatorOf(index));
  const validators = new Map(list.map((one) => [one.operator, one]));
  const delegations = new Map(
    list.map((one) => [one.operator, new Map([[one.operator, parseDec(one.delegatorShares)]])]),
  );
  const chain = coinChain(balances, block);
  const staking = fakeStaking(validators, delegations);
  const rewards = rewardsModule({ bank: chain.bank.keeper, staking });
  const { defaults } = rewards.genesis;
  const genesis = { ...defaults, params: { ...(defaults.params as Params), ...params } };
  rewards.genesis.validate(genesis);
  rewards.genesis.init(chain.ctx, genesis);
  return {
    ...chain,
    rewards,
    operators: list.map(({ operator }) => operator),
    validators,
    delegations,
  };
}

/** The commit of a block that validators `present` of `count` signed. */
export function commitOf(count: number, present: readonly number[]): LastCommitVote[] {
  return Array.from({ length: count }, (_, index) => ({
    address: seat(index),
    power: 10n,
    present: present.includes(index),
    isForBlock: present.includes(index),
  }));
}

/** Lets one block of the epoch have a proposer, and a commit that all signed. */
export function produce(chain: RewardsChain, proposer = 0, block: Partial<BlockInfo> = {}): void {
  const count = chain.operators.length;
  const everybody = chain.operators.map((_, index) => index);
  const lastCommit = commitOf(count, everybody);
  chain.rewards.beginBlock?.(chain.ctx.at({ proposer: seat(proposer), lastCommit, ...block }));
}
