/** What staking needs of others. */
import type { BlockContext, QueryContext } from "../../app/module/context.ts";

export interface StakingDeps {
  readonly bank: {
    /** Stakes lie in a module account; books are compared with it. */
    readonly balance: (ctx: QueryContext, address: string) => bigint;
    /** @throws ModuleError when `from` holds less. */
    readonly send: (ctx: BlockContext, from: string, to: string, amount: bigint) => void;
  };
  /** Who keeps the resource nodes that licences stand behind. */
  readonly nodes: {
    /** How many are behind `node`, and what those that count stand for, in uasi. */
    readonly licencesChanged: (
      ctx: BlockContext,
      node: string,
      backing: { readonly licences: number; readonly stake: bigint },
    ) => void;
  };
}
