/** What bank needs of others. */
import type { BlockContext } from "../../app/module/context.ts";

/** A module that may hold coins. */
export interface CoinModule {
  readonly name: string;
  /** "minter" may make coins in its account, "burner" may destroy them there. */
  readonly permissions: readonly string[];
}

export interface BankDeps {
  readonly auth: {
    /** Whoever receives coins has an account from then on. */
    readonly ensureAccount: (ctx: BlockContext, address: string) => void;
  };
  /** All module accounts. Users cannot send to them: such coins would be lost or confuse books. */
  readonly moduleAccounts: readonly CoinModule[];
}
