/** What is always true of slashing. */
import { moduleAddress } from "../../app/lib/address.ts";
import type { Invariant } from "../../app/module/module.ts";
import { SLASHING_ACCOUNT } from "./constants.ts";
import type { SlashingDeps } from "./deps.ts";
import { slashes, totalsOf } from "./state.ts";
import { validatorInvariants } from "./validatorInvariants.ts";
import { validatorSlashes } from "./validatorState.ts";

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
        let liquidated = 0n;
        let suspended = 0n;
        for (const [, slash] of slashes.entries(ctx)) {
          count += 1n;
          amount += slash.amount;
          liquidated += BigInt(slash.liquidated.length);
          suspended += BigInt(slash.suspended.length);
        }
        let validators = 0n;
        let burned = 0n;
        for (const [, slash] of validatorSlashes.entries(ctx)) {
          validators += 1n;
          burned += slash.burned;
          liquidated += BigInt(slash.liquidated.length);
          suspended += BigInt(slash.suspended.length);
        }
        const sums = totalsOf(ctx);
        const ofLicences = [sums.liquidatedLicences, sums.suspendedLicences];
        const ofValidators = [sums.validatorSlashes, sums.validatorBurned];
        const totals = [sums.slashes, sums.amount, ...ofLicences, ...ofValidators];
        const records = [count, amount, liquidated, suspended, validators, burned];
        if (totals.every((value, at) => value === records[at])) return undefined;
        return `totals say ${totals.join(", ")}, records ${records.join(", ")}`;
      },
    },
    ...validatorInvariants(deps),
  ];
}
