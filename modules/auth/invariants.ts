/** What is always true of accounts. */
import { moduleAddress } from "../../app/lib/address.ts";
import type { Invariant } from "../../app/module/module.ts";
import type { ModuleAccountSpec } from "./deps.ts";
import { accounts, nextNumber } from "./state.ts";

/** The invariants, over the module accounts of this chain. */
export function invariantsOf(moduleAccounts: readonly ModuleAccountSpec[]): readonly Invariant[] {
  return [
    {
      name: "account numbers",
      check: (ctx) => {
        const next = nextNumber.require(ctx);
        const seen = new Set<bigint>();
        for (const [address, { accountNumber }] of accounts.entries(ctx)) {
          if (accountNumber >= next) return `${address} has ${accountNumber}, the next is ${next}`;
          if (seen.has(accountNumber)) return `${accountNumber} is used twice`;
          seen.add(accountNumber);
        }
        return undefined;
      },
    },
    {
      name: "module accounts",
      check: (ctx) => {
        for (const { name } of moduleAccounts) {
          const account = accounts.get(ctx, moduleAddress(name));
          if (account === undefined) return `${name} has no account`;
          if (account.pubKey !== undefined) return `${name} has a key`;
          if (account.sequence !== 0n) return `${name} has signed ${account.sequence} times`;
        }
        return undefined;
      },
    },
  ];
}
