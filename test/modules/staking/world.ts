/** Validators and delegators on a chain of staking alone: sends messages, ends blocks. */
import { addressBytes, operatorAddress } from "../../../app/lib/address.ts";
import { BASE_DENOM } from "../../../app/lib/coin.ts";
import { formatDec, parseDecText } from "../../../app/lib/dec.ts";
import type { BlockInfo } from "../../../app/module/context.ts";
import type { ValidatorUpdate } from "../../../app/module/module.ts";
import { selfDelegation, stakingModule } from "../../../modules/staking/index.ts";
import type { StakingDeps } from "../../../modules/staking/deps.ts";
import { MsgRegisterBlsKey } from "../../../proto/gen/aegis/staking/v1/tx.ts";
import type { Params, Validator } from "../../../proto/gen/aegis/staking/v1/staking.ts";
import type { Coin } from "../../../proto/gen/cosmos/base/v1beta1/coin.ts";
import { PubKey } from "../../../proto/gen/cosmos/crypto/ed25519/keys.ts";
import { Description } from "../../../proto/gen/cosmos/staking/v1beta1/staking.ts";
import {
  MsgBeginRedelegate,
  MsgCreateValidator,
  MsgDelegate,
  MsgUndelegate,
} from "../../../proto/gen/cosmos/staking/v1beta1/tx.ts";
import type { Any } from "../../../proto/gen/google/protobuf/any.ts";
import type { Codec } from "../../../proto/wire/codec.ts";
import { type CoinChain, coinChain } from "../../kit/coinChain.ts";
import type { TestContext } from "../../kit/context.ts";
import { addressFor, brokenInvariants, deliver } from "../../kit/modules.ts";
import { type TestValidator, testValidator, testValidators } from "../../kit/validators.ts";
import { aloneDeps, genesisOf, poolsOf, type StakingModule } from "./fixtures.ts";

export const alice: string = addressFor("alice");
export const bob: string = addressFor("bob");
/** Owns enough to become a validator. */
export const carol: string = addressFor("carol");
export const FUNDS = 1_000_000_000n;
export const EPOCH_BLOCKS = 5n;
export const BLOCK_MS = 1_000n;
export const UNBONDING_MS = 20_000n;

export function coin(amount: bigint, denom: string = BASE_DENOM): Coin {
  return { denom, amount: `${amount}` };
}

/** `0.1` as messages carry it. */
export function rate(text: string): string {
  return formatDec(parseDecText(text));
}

export function valoper(operator: string): string {
  return operatorAddress(addressBytes(operator));
}

/** A consensus key in an Any. */
export function anyKey(key: Uint8Array): Any {
  return { typeUrl: PubKey.typeUrl, value: PubKey.encode(PubKey.create({ key })) };
}

/** A complete MsgCreateValidator of `operator`, with the consensus key of test validator 90. */
export function creation(
  operator: string,
  change: Partial<MsgCreateValidator> = {},
): MsgCreateValidator {
  return MsgCreateValidator.create({
    description: Description.create({ moniker: "new" }),
    commission: { rate: rate("0.1"), maxRate: rate("0.2"), maxChangeRate: rate("0.01") },
    minSelfDelegation: "1000000",
    validatorAddress: valoper(operator),
    pubkey: anyKey(testValidator(90).validator.consensusPublicKey),
    value: coin(5_000_000n),
    ...change,
  });
}

export interface WorldOptions {
  readonly validators?: number;
  readonly params?: Partial<Params>;
  readonly deps?: Partial<StakingDeps>;
  /** What alice has. */
  readonly funds?: bigint;
}

export class StakingWorld {
  readonly given: readonly TestValidator[];
  readonly chain: CoinChain;
  readonly staking: StakingModule;
  /** What CometBFT was told at the end of the last block. */
  updates: readonly ValidatorUpdate[] = [];
  private block: Partial<BlockInfo> = { height: 1n, epoch: 0n, clockMs: 0n };

  constructor({ validators: count = 4, params = {}, deps = {}, ...rest }: WorldOptions = {}) {
    this.given = testValidators(count);
    const list = this.given.map(({ validator }) => validator);
    const funds = Object.fromEntries([alice, bob, carol].map((one) => [one, FUNDS]));
    if (rest.funds !== undefined) funds[alice] = rest.funds;
    this.chain = coinChain({ ...poolsOf(list), ...funds });
    this.staking = stakingModule({ ...aloneDeps(this.chain.bank.keeper), ...deps });
    const limits = { unbondingTimeMs: UNBONDING_MS, ...params };
    const genesis = genesisOf(this.staking, [], limits);
    const delegations = list.map(selfDelegation);
    const state = { ...genesis, validators: list, delegations };
    this.staking.genesis.validate(state);
    this.staking.genesis.init(this.chain.ctx.at({ height: 0n }), state);
  }

  /** The running block. */
  get ctx(): TestContext {
    const { height = 1n } = this.block;
    return this.chain.ctx.at({ ...this.block, isEpochEnd: height % EPOCH_BLOCKS === 0n });
  }

  get height(): bigint {
    return this.ctx.block.height;
  }

  /** Operator of validator `index`. */
  operator(index: number): string {
    return this.given[index]?.validator.operator ?? "";
  }

  validator(operator: string): Validator {
    const found = this.staking.keeper.validator(this.ctx, operator);
    if (found === undefined) throw new Error(`${operator} is no validator`);
    return found;
  }

  balance(address: string): bigint {
    return this.chain.bank.keeper.balance(this.ctx, address);
  }

  supply(): bigint {
    return this.chain.bank.keeper.supply(this.ctx);
  }

  /**
   * Delivers a message as the host does: "ok", or the code of its refusal and nothing written.
   */
  send<M>(codec: Codec<M>, value: Partial<M>): string {
    const { ctx } = this;
    const error = ctx.attempt((inner) => {
      deliver(this.staking, { ...ctx, ...inner }, codec, value);
    });
    return error === undefined ? "ok" : `${error.codespace}/${error.code}`;
  }

  delegate(delegator: string, operator: string, amount: bigint): string {
    const value = { delegatorAddress: delegator, validatorAddress: valoper(operator) };
    return this.send(MsgDelegate, { ...value, amount: coin(amount) });
  }

  undelegate(delegator: string, operator: string, amount: bigint): string {
    const value = { delegatorAddress: delegator, validatorAddress: valoper(operator) };
    return this.send(MsgUndelegate, { ...value, amount: coin(amount) });
  }

  redelegate(delegator: string, from: string, to: string, amount: bigint): string {
    return this.send(MsgBeginRedelegate, {
      delegatorAddress: delegator,
      validatorSrcAddress: valoper(from),
      validatorDstAddress: valoper(to),
      amount: coin(amount),
    });
  }

  /** Registers the BLS key of test validator `index` for `operator`. */
  registerKey(operator: string, index: number, change: Partial<MsgRegisterBlsKey> = {}): string {
    const made = testValidator(index).validator;
    return this.send(MsgRegisterBlsKey, {
      operator,
      publicKey: made.blsPublicKey,
      possessionProof: made.possessionProof,
      ...change,
    });
  }

  /** Ends the block and begins the next one; invariants hold. */
  end(count = 1): void {
    for (let at = 0; at < count; at += 1) {
      const { ctx } = this;
      this.updates = this.staking.endBlock?.(ctx) ?? [];
      const broken = brokenInvariants(ctx, this.staking);
      if (broken.length > 0) throw new Error(broken.join("; "));
      const { height, epoch, clockMs, isEpochEnd } = ctx.block;
      this.block = {
        height: height + 1n,
        epoch: isEpochEnd ? epoch + 1n : epoch,
        clockMs: clockMs + BLOCK_MS,
      };
    }
  }

  /** Ends blocks up to and with the last one of the running epoch. */
  endEpoch(count = 1): void {
    for (let at = 0; at < count; at += 1) {
      while (!this.ctx.block.isEpochEnd) this.end();
      this.end();
    }
  }
}
