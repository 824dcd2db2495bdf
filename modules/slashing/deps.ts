/** What slashing needs of others. */
import type { BlockContext, QueryContext } from "../../app/module/context.ts";

export interface SlashingDeps {
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
    ) => {
      readonly liquidated: readonly number[];
      readonly suspended: readonly number[];
      readonly tokens: bigint;
    };
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
