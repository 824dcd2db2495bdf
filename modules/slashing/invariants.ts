/** What is always true of slashing. */
import { moduleAddress } from "../../app/lib/address.ts";
import type { Invariant } from "../../app/module/module.ts";
import { SLASHING_ACCOUNT } from "./constants.ts";
import type { SlashingDeps } from "./deps.ts";
import { slashes, totalsOf } from "./state.ts";

/** The invariants; books are compared with bank's. */
export function invariantsOf(deps: SlashingDeps): readonly Invariant[] {
  return [
    {
      name: "nothing is kept",
      check: (ctx) => {
        const held = deps.bank.balance(ctx, moduleAddress(SLASHING_ACCOUNT));
        return held === 0n ? undefined : `the slashing account holds ${held}, it should hold 0`;
      },
    },
    {
      name: "totals",
      check: (ctx) => {
        let count = 0n;
        let amount = 0n;
        for (const [, slash] of slashes.entries(ctx)) {
          count += 1n;
          amount += slash.amount;
        }
        const sums = totalsOf(ctx);
        if (sums.slashes === count && sums.amount === amount) return undefined;
        return `totals say ${sums.slashes} and ${sums.amount}, records ${count} and ${amount}`;
      },
    },
  ];
}
