/** Accounts: they come into being when they first receive something, and are never removed. */
import type { BaseAccount } from "../../proto/gen/cosmos/auth/v1beta1/auth.ts";
import type { Any } from "../../proto/gen/google/protobuf/any.ts";
import { assert } from "../../app/lib/assert.ts";
import type { BlockContext, QueryContext } from "../../app/module/context.ts";
import { accounts, nextNumber } from "./state.ts";

/** What other modules and the ante chain may do with accounts. */
export interface AuthKeeper {
  /** Undefined when `address` never received anything. @throws RangeError for a bad address. */
  readonly account: (ctx: QueryContext, address: string) => BaseAccount | undefined;
  /** Makes the account with the next number unless it exists. */
  readonly ensureAccount: (ctx: BlockContext, address: string) => void;
  /** Keeps the account's key, once and for all. */
  readonly setPublicKey: (ctx: BlockContext, address: string, pubKey: Any) => void;
  /** Counts one signed transaction. */
  readonly incrementSequence: (ctx: BlockContext, address: string) => void;
}

export const keeper: AuthKeeper = {
  account: (ctx, address) => accounts.get(ctx, address),

  ensureAccount: (ctx, address) => {
    if (accounts.has(ctx, address)) return;
    const accountNumber = nextNumber.require(ctx);
    nextNumber.set(ctx, accountNumber + 1n);
    accounts.set(ctx, address, { address, pubKey: undefined, accountNumber, sequence: 0n });
  },

  setPublicKey: (ctx, address, pubKey) => {
    const account = accounts.require(ctx, address);
    assert(account.pubKey === undefined, "an account's key never changes");
    accounts.set(ctx, address, { ...account, pubKey });
  },

  incrementSequence: (ctx, address) => {
    const account = accounts.require(ctx, address);
    accounts.set(ctx, address, { ...account, sequence: account.sequence + 1n });
  },
};
