/** Staking and rewards together: delegations change, blocks are produced, epochs are attested. */
import { bitfieldOf } from "../../../app/checkpoint/bitfield.ts";
import { moduleAddress } from "../../../app/lib/address.ts";
import { parseDecText } from "../../../app/lib/dec.ts";
import type { BlockInfo } from "../../../app/module/context.ts";
import { type RewardsHooks, rewardsModule } from "../../../modules/rewards/index.ts";
import { noHooks } from "../staking/noHooks.ts";
import type { StakingHooks } from "../../../modules/staking/deps.ts";
import { JailReason } from "../../../proto/gen/aegis/staking/v1/staking.ts";
import type { Params } from "../../../proto/gen/aegis/rewards/v1/rewards.ts";
import {
  Query,
  type QueryDelegationRewardsResponse,
} from "../../../proto/gen/cosmos/distribution/v1beta1/query.ts";
import {
  MsgWithdrawDelegatorReward,
  MsgWithdrawValidatorCommission,
} from "../../../proto/gen/cosmos/distribution/v1beta1/tx.ts";
import type { Codec } from "../../../proto/wire/codec.ts";
import type { TestContext } from "../../kit/context.ts";
import { ask, brokenInvariants, deliver } from "../../kit/modules.ts";
import { StakingWorld, valoper, type WorldOptions } from "../staking/world.ts";
import type { RewardsModule } from "./fixtures.ts";

/** Every 5 blocks: 1 ASI for validators. */
const PARAMS: Partial<Params> = {
  epochEmission: 1_000_000n,
  validatorsShareMillionths: 1_000_000,
};

/** Staking is made before rewards, which it tells; a test may listen. */
function lateHooks(
  hooks: () => RewardsHooks,
  also: (event: keyof StakingHooks, what: readonly unknown[]) => void,
): StakingHooks {
  const tell =
    <N extends keyof RewardsHooks & keyof StakingHooks>(name: N) =>
    (...what: Parameters<StakingHooks[N]>): void => {
      also(name, what);
      (hooks()[name] as (...all: typeof what) => void)(...what);
    };
  return {
    ...noHooks,
    afterValidatorCreated: tell("afterValidatorCreated"),
    afterValidatorRemoved: tell("afterValidatorRemoved"),
    beforeDelegationCreated: tell("beforeDelegationCreated"),
    beforeDelegationSharesModified: tell("beforeDelegationSharesModified"),
    afterDelegationModified: tell("afterDelegationModified"),
    beforeValidatorSlashed: tell("beforeValidatorSlashed"),
  };
}

export class EarningWorld extends StakingWorld {
  readonly rewards: RewardsModule;
  /** Hears what rewards is told, just before. */
  listener: Partial<StakingHooks> = {};

  constructor(options: WorldOptions = {}, params: Partial<Params> = {}) {
    const late: { world?: EarningWorld } = {};
    const world = (): EarningWorld => {
      if (late.world === undefined) throw new Error("rewards is not made yet");
      return late.world;
    };
    const hooks = lateHooks(
      () => world().rewards.keeper.hooks,
      (name, what) =>
        (world().listener[name] as ((...all: unknown[]) => void) | undefined)?.(...what),
    );
    super({ ...options, deps: { ...options.deps, hooks } });
    late.world = this;
    const { keeper: bank } = this.chain.bank;
    this.rewards = rewardsModule({ bank, staking: this.staking.keeper });
    const { defaults } = this.rewards.genesis;
    const limits = { ...(defaults.params as Params), ...PARAMS, ...params };
    this.rewards.genesis.init(this.chain.ctx.at({ height: 0n }), { ...defaults, params: limits });
    this.begin();
  }

  /** Counts the block: validator 0 proposed it, those with a seat signed the last one. */
  private begin(): void {
    const [first] = this.given;
    const seats = this.staking.keeper.committee(this.ctx, this.height)?.members ?? [];
    const lastCommit = seats.map(({ consensusAddress: address, power }) => {
      return { address, power, present: true, isForBlock: true };
    });
    const block: Partial<BlockInfo> = { lastCommit };
    const proposer = first?.address;
    this.rewards.beginBlock?.(this.ctx.at(proposer === undefined ? block : { ...block, proposer }));
  }

  override end(count = 1): void {
    for (let at = 0; at < count; at += 1) {
      const { ctx } = this;
      this.rewards.endBlock?.(ctx);
      super.end();
      const broken = brokenInvariants(this.ctx, this.rewards);
      if (broken.length > 0) throw new Error(broken.join("; "));
      this.begin();
    }
  }

  override endEpoch(count = 1): void {
    for (let at = 0; at < count; at += 1) {
      while (!this.ctx.block.isEpochEnd) this.end();
      this.end();
    }
  }

  /** The checkpoint of the last epoch closes; those in `slots` signed it. */
  attest(slots: readonly number[]): void {
    const epoch = this.ctx.block.epoch - 1n;
    const set = this.staking.keeper.validatorSet(this.ctx, epoch);
    if (set === undefined) throw new Error("the set is gone");
    const signers = bitfieldOf(
      set.slots,
      slots.filter((slot) => slot < set.slots),
    );
    this.rewards.keeper.payAttesters(this.ctx, { epoch, set, signers });
  }

  /** Burns `fraction` of a validator for a fault of this or an earlier height. */
  slash(operator: string, fraction: string, infractionHeight: bigint = this.height): void {
    const index = this.given.findIndex(({ validator }) => validator.operator === operator);
    const { tokens, licenceStake } = this.validator(operator);
    this.staking.keeper.slash(this.ctx, {
      consensusAddress: this.given[index]?.address ?? new Uint8Array(20),
      infractionHeight,
      power: (tokens + licenceStake) / 1_000_000n,
      fraction: parseDecText(fraction),
      reason: JailReason.JAIL_REASON_DOWNTIME,
      licencesTo: "slashing",
    });
  }

  /** Like `send`, of a message of rewards. */
  sendRewards<M>(codec: Codec<M>, value: Partial<M>): string {
    const { ctx } = this;
    const error = ctx.attempt((inner) => {
      deliver(this.rewards, { ...ctx, ...inner } as TestContext, codec, value);
    });
    return error === undefined ? "ok" : `${error.codespace}/${error.code}`;
  }

  withdraw(delegator: string, operator: string): string {
    const value = { delegatorAddress: delegator, validatorAddress: valoper(operator) };
    return this.sendRewards(MsgWithdrawDelegatorReward, value);
  }

  withdrawCommission(operator: string): string {
    return this.sendRewards(MsgWithdrawValidatorCommission, {
      validatorAddress: valoper(operator),
    });
  }

  /** What a delegation can withdraw, times 10^18. */
  pending(delegator: string, operator: string): bigint {
    const request = { delegatorAddress: delegator, validatorAddress: valoper(operator) };
    const answer: QueryDelegationRewardsResponse = ask(
      this.rewards,
      this.ctx,
      Query.DelegationRewards,
      request,
    );
    return BigInt(answer.rewards[0]?.amount ?? "0");
  }

  /** What an operator can withdraw beside, times 10^18. */
  commission(operator: string): bigint {
    const request = { validatorAddress: valoper(operator) };
    const answer = ask(this.rewards, this.ctx, Query.ValidatorCommission, request);
    return BigInt(answer.commission?.commission[0]?.amount ?? "0");
  }

  /** What lies in the module's account. */
  held(): bigint {
    return this.balance(moduleAddress("distribution"));
  }
}
