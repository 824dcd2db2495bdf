/** What is always true of coins. */
import type { Invariant } from "../../app/module/module.ts";
import { balances, supplies } from "./state.ts";

export const invariants: readonly Invariant[] = [
  {
    name: "positive balances",
    check: (ctx) => {
      for (const [[address, denom], amount] of balances.entries(ctx)) {
        if (amount <= 0n) return `${address} holds ${amount}${denom}`;
      }
      return undefined;
    },
  },
  {
    name: "supply",
    check: (ctx) => {
      const sums = new Map<string, bigint>();
      for (const [[, denom], amount] of balances.entries(ctx)) {
        sums.set(denom, (sums.get(denom) ?? 0n) + amount);
      }
      for (const [denom, supply] of supplies.entries(ctx)) {
        const sum = sums.get(denom) ?? 0n;
        if (sum !== supply) return `supply ${supply}${denom}, balances sum to ${sum}${denom}`;
        sums.delete(denom);
      }
      for (const [denom, sum] of sums) return `no supply, balances sum to ${sum}${denom}`;
      return undefined;
    },
  },
];
