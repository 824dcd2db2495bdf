/** What staking needs of others. */
import type { QueryContext } from "../../app/module/context.ts";

export interface StakingDeps {
  readonly bank: {
    /** Stakes lie in a module account; books are compared with it. */
    readonly balance: (ctx: QueryContext, address: string) => bigint;
  };
}
