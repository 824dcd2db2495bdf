/** Coins move, are made and are destroyed only here; supply follows every step. */
import { moduleAddress } from "../../app/lib/address.ts";
import { assert } from "../../app/lib/assert.ts";
import { AMOUNT_MAX, BASE_DENOM } from "../../app/lib/coin.ts";
import type { BlockContext, QueryContext } from "../../app/module/context.ts";
import type { BankDeps } from "./deps.ts";
import { sdkErrors } from "./errors.ts";
import { burned, coinbase, coinReceived, coinSpent, coinText, transfer } from "./events.ts";
import { balances, supplies } from "./state.ts";

/** What other modules may do with coins. All amounts are uasi. */
export interface BankKeeper {
  readonly balance: (ctx: QueryContext, address: string) => bigint;
  readonly supply: (ctx: QueryContext) => bigint;
  /**
   * Moves `amount`; zero moves nothing and tells nobody. To a module account only from code.
   * @throws ModuleError insufficientFunds (codespace "sdk", code 5).
   */
  readonly send: (ctx: BlockContext, from: string, to: string, amount: bigint) => void;
  /** Makes coins in the account of a module that is a "minter". */
  readonly mint: (ctx: BlockContext, moduleName: string, amount: bigint) => void;
  /**
   * Destroys coins in the account of a module that is a "burner".
   * @throws ModuleError insufficientFunds.
   */
  readonly burn: (ctx: BlockContext, moduleName: string, amount: bigint) => void;
  /** Whether an address is a module's account, to which no user may have coins sent. */
  readonly isBlocked: (address: string) => boolean;
}

function checkAmount(amount: bigint): void {
  assert(amount >= 0n && amount <= AMOUNT_MAX, "an amount is in [0, 2^63)");
}

function balance(ctx: QueryContext, address: string): bigint {
  return balances.get(ctx, [address, BASE_DENOM]) ?? 0n;
}

function setBalance(ctx: BlockContext, address: string, amount: bigint): void {
  if (amount === 0n) balances.delete(ctx, [address, BASE_DENOM]);
  else balances.set(ctx, [address, BASE_DENOM], amount);
}

function spend(ctx: BlockContext, from: string, amount: bigint): void {
  const held = balance(ctx, from);
  if (held < amount) {
    throw sdkErrors.insufficientFunds(
      `spendable balance ${coinText(held)} is smaller than ${coinText(amount)}`,
    );
  }
  setBalance(ctx, from, held - amount);
  ctx.emit(coinSpent, { spender: from, amount: coinText(amount) });
}

/** Makes the keeper. */
export function bankKeeper(deps: BankDeps): BankKeeper {
  const permissions = new Map(deps.moduleAccounts.map((one) => [one.name, one.permissions]));
  const blocked = new Set(deps.moduleAccounts.map(({ name }) => moduleAddress(name)));

  const receive = (ctx: BlockContext, to: string, amount: bigint): void => {
    deps.auth.ensureAccount(ctx, to);
    setBalance(ctx, to, balance(ctx, to) + amount);
    ctx.emit(coinReceived, { receiver: to, amount: coinText(amount) });
  };
  const moduleWith = (permission: string, name: string): string => {
    const has = permissions.get(name)?.includes(permission) === true;
    assert(has, `module account ${name} is no ${permission}`);
    return moduleAddress(name);
  };

  return {
    balance,
    supply: (ctx) => supplies.get(ctx, BASE_DENOM) ?? 0n,
    isBlocked: (address) => blocked.has(address),
    send: (ctx, from, to, amount) => {
      checkAmount(amount);
      if (amount === 0n) return;
      spend(ctx, from, amount);
      receive(ctx, to, amount);
      ctx.emit(transfer, { recipient: to, sender: from, amount: coinText(amount) });
    },
    mint: (ctx, moduleName, amount) => {
      checkAmount(amount);
      const account = moduleWith("minter", moduleName);
      if (amount === 0n) return;
      const supply = (supplies.get(ctx, BASE_DENOM) ?? 0n) + amount;
      assert(supply <= AMOUNT_MAX, "supply exceeds 2^63 - 1");
      supplies.set(ctx, BASE_DENOM, supply);
      receive(ctx, account, amount);
      ctx.emit(coinbase, { minter: account, amount: coinText(amount) });
    },
    burn: (ctx, moduleName, amount) => {
      checkAmount(amount);
      const account = moduleWith("burner", moduleName);
      if (amount === 0n) return;
      spend(ctx, account, amount);
      const supply = supplies.require(ctx, BASE_DENOM) - amount;
      assert(supply >= 0n, "supply covers every balance");
      if (supply === 0n) supplies.delete(ctx, BASE_DENOM);
      else supplies.set(ctx, BASE_DENOM, supply);
      ctx.emit(burned, { burner: account, amount: coinText(amount) });
    },
  };
}
