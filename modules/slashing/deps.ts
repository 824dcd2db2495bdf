/** What slashing needs of others. */
import type { BlockContext, QueryContext } from "../../app/module/context.ts";

export interface SlashingDeps {
  readonly bank: {
    /** @throws ModuleError when `from` holds less. */
    readonly send: (ctx: BlockContext, from: string, to: string, amount: bigint) => void;
    readonly burn: (ctx: BlockContext, moduleName: string, amount: bigint) => void;
    readonly balance: (ctx: QueryContext, address: string) => bigint;
  };
  /** Who holds the stakes of resource nodes. */
  readonly stakes: {
    /** Everything that can be taken, unbonding stake too; undefined for an unknown node. */
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
