/** What slashing needs of others. */
import type { ValidatorSet } from "../../app/checkpoint/validatorSet.ts";
import type { Dec } from "../../app/lib/dec.ts";
import type { BlockContext, QueryContext } from "../../app/module/context.ts";
import type { Committee, JailReason, Validator } from "../../proto/gen/aegis/staking/v1/staking.ts";

/** What licences paid for a fault. */
export interface LicencesTaken {
  readonly liquidated: readonly number[];
  readonly suspended: readonly number[];
  /** Of the liquidated ones, in uasi. */
  readonly tokens: bigint;
}

/** A fault of a validator as staking is told it. */
interface StakeFault {
  readonly consensusAddress: Uint8Array;
  readonly infractionHeight: bigint;
  /** Whole ASI. */
  readonly power: bigint;
  readonly fraction: Dec;
  readonly reason: JailReason;
  readonly licencesTo: string;
}

/** Who keeps validators and what stands behind them. */
interface ValidatorStakes {
  readonly validator: (ctx: QueryContext, operator: string) => Validator | undefined;
  /** Keys that were replaced count as long as they are known. */
  readonly validatorByConsensusAddress: (
    ctx: QueryContext,
    address: Uint8Array,
  ) => Validator | undefined;
  readonly delegation: (
    ctx: QueryContext,
    delegator: string,
    operator: string,
  ) => { readonly shares: Dec } | undefined;
  readonly tokensFromShares: (validator: Validator, shares: Dec) => Dec;
  /** Who signs `height`, which is at most two heights on. */
  readonly committee: (ctx: QueryContext, height: bigint) => Committee | undefined;
  readonly validatorSet: (ctx: QueryContext, epoch: bigint) => ValidatorSet | undefined;
  /** How long what left a validator can be reached, on the protocol clock. */
  readonly unbondingTimeMs: (ctx: QueryContext) => bigint;
  readonly slash: (
    ctx: BlockContext,
    fault: StakeFault,
  ) => { readonly burned: bigint; readonly licences: LicencesTaken };
  readonly jail: (ctx: BlockContext, consensusAddress: Uint8Array, reason: JailReason) => void;
  readonly unjail: (ctx: BlockContext, consensusAddress: Uint8Array) => void;
}

export interface SlashingDeps {
  readonly staking: ValidatorStakes;
  readonly bank: {
    /** @throws ModuleError when `from` holds less. */
    readonly send: (ctx: BlockContext, from: string, to: string, amount: bigint) => void;
    readonly burn: (ctx: BlockContext, moduleName: string, amount: bigint) => void;
    readonly balance: (ctx: QueryContext, address: string) => bigint;
  };
  /** Who keeps the licences that stand for stake. */
  readonly licences: {
    /** What a fault of the node can take of its licences, in uasi. */
    readonly slashableNodeStake: (ctx: QueryContext, node: string) => bigint;
    /** Burns or suspends licences for `amount`; tokens of burned ones go to `toModule`. */
    readonly penaliseNode: (
      ctx: BlockContext,
      node: string,
      amount: bigint,
      toModule: string,
    ) => LicencesTaken;
  };
  /** Where tokens of burned licences go, and what waits for an operator. */
  readonly rewards: {
    readonly fundPool: (ctx: BlockContext, fromModule: string, amount: bigint) => void;
    readonly forfeit: (ctx: BlockContext, operator: string) => void;
  };
  /** Who holds the stakes of resource nodes. */
  readonly stakes: {
    /** Its own tokens that can be taken, unbonding ones too; undefined for an unknown node. */
    readonly nodeStake: (ctx: QueryContext, node: string) => bigint | undefined;
    /** Account that owns the stake; never gets any of it back. */
    readonly nodeOperator: (ctx: QueryContext, node: string) => string | undefined;
    /** Moves up to `amount` of it to a module's account and returns what it moved. */
    readonly takeNodeStake: (
      ctx: BlockContext,
      node: string,
      amount: bigint,
      toModule: string,
    ) => bigint;
  };
}
