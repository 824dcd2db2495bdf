/** What rewards needs of others. */
import type { Dec } from "../../app/lib/dec.ts";
import type { BlockContext, QueryContext } from "../../app/module/context.ts";
import type { Validator } from "../../proto/gen/aegis/staking/v1/staking.ts";

export interface RewardsDeps {
  readonly bank: {
    readonly balance: (ctx: QueryContext, address: string) => bigint;
    /** Emission never takes the supply beyond what an amount can hold. */
    readonly supply: (ctx: QueryContext) => bigint;
    /** @throws ModuleError when `from` holds less. */
    readonly send: (ctx: BlockContext, from: string, to: string, amount: bigint) => void;
    readonly mint: (ctx: BlockContext, moduleName: string, amount: bigint) => void;
    readonly burn: (ctx: BlockContext, moduleName: string, amount: bigint) => void;
    /** Rewards are never sent to a module's account. */
    readonly isBlocked: (address: string) => boolean;
  };
  /** Who keeps validators and delegations, by which rewards are shared. */
  readonly staking: {
    readonly validator: (ctx: QueryContext, operator: string) => Validator | undefined;
    /** Seats are counted by consensus address, also one that was replaced. */
    readonly validatorByConsensusAddress: (
      ctx: QueryContext,
      address: Uint8Array,
    ) => Validator | undefined;
    readonly operatorOfSlot: (ctx: QueryContext, slot: number) => string | undefined;
    readonly validators: (ctx: QueryContext) => Iterable<Validator>;
    readonly bondedValidators: (ctx: QueryContext) => Iterable<Validator>;
    readonly delegation: (
      ctx: QueryContext,
      delegator: string,
      operator: string,
    ) => { readonly shares: Dec } | undefined;
    readonly delegationsOf: (ctx: QueryContext, delegator: string) => Iterable<string>;
    readonly delegatorsOf: (
      ctx: QueryContext,
      operator: string,
    ) => Iterable<readonly [delegator: string, shares: Dec]>;
    /** What shares are worth: to the nearest decimal, and rounded down. */
    readonly tokensFromShares: (validator: Validator, shares: Dec) => Dec;
    readonly tokensFromSharesTruncated: (validator: Validator, shares: Dec) => Dec;
  };
}
