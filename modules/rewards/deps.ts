/** What rewards needs of others. */
import type { BlockContext, QueryContext } from "../../app/module/context.ts";

export interface RewardsDeps {
  readonly bank: {
    readonly balance: (ctx: QueryContext, address: string) => bigint;
    /** Emission never takes the supply beyond what an amount can hold. */
    readonly supply: (ctx: QueryContext) => bigint;
    /** @throws ModuleError when `from` holds less. */
    readonly send: (ctx: BlockContext, from: string, to: string, amount: bigint) => void;
    readonly mint: (ctx: BlockContext, moduleName: string, amount: bigint) => void;
    readonly burn: (ctx: BlockContext, moduleName: string, amount: bigint) => void;
  };
  readonly staking: {
    /** Operators who share the validators' part equally. */
    readonly activeOperators: (ctx: QueryContext) => readonly string[];
  };
}
