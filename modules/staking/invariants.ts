/** What is always true of validators. */
import { compareBytes } from "../../app/lib/bytes.ts";
import type { Invariant } from "../../app/module/module.ts";
import { CHANGED_SEAT_POWER, SEAT_POWER } from "./constants.ts";
import { delegationInvariants } from "./delegationInvariants.ts";
import type { StakingDeps } from "./deps.ts";
import { licenceInvariants } from "./licenceInvariants.ts";
import { committees, operators } from "./state.ts";

/** The invariants; books are compared with bank's. */
export function invariantsOf(deps: StakingDeps): readonly Invariant[] {
  return [
    {
      name: "committees",
      check: (ctx) => {
        for (const [fromHeight, { members }] of committees.entries(ctx)) {
          if (members.length === 0) return `the committee from ${fromHeight} is empty`;
          let changed = 0;
          let last: Uint8Array = new Uint8Array(0);
          for (const { consensusAddress, power } of members) {
            if (compareBytes(last, consensusAddress) >= 0) return `seats of ${fromHeight} unsorted`;
            last = consensusAddress;
            const operator = operators.get(ctx, consensusAddress);
            if (operator === undefined) return `a seat of ${fromHeight} belongs to nobody`;
            if (power === CHANGED_SEAT_POWER) changed += 1;
            else if (power !== SEAT_POWER) return `${operator} has a seat of power ${power}`;
          }
          if (changed > 1) return `${changed} seats of ${fromHeight} have more power`;
        }
        return undefined;
      },
    },
    ...delegationInvariants(deps),
    ...licenceInvariants(deps),
  ];
}
