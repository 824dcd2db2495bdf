/** What is always true of validators. */
import { compareBytes } from "../../app/lib/bytes.ts";
import type { Invariant } from "../../app/module/module.ts";
import { canHaveSeat, powerOf } from "./committee.ts";
import { delegationInvariants } from "./delegationInvariants.ts";
import type { StakingDeps } from "./deps.ts";
import { licenceInvariants } from "./licenceInvariants.ts";
import { committees, operators, validators } from "./state.ts";

/** The invariants; books are compared with bank's. */
export function invariantsOf(deps: StakingDeps): readonly Invariant[] {
  return [
    {
      name: "committees",
      check: (ctx) => {
        const newest = [...committees.entries(ctx, { reverse: true })][0]?.[0];
        for (const [fromHeight, { members }] of committees.entries(ctx)) {
          if (members.length === 0) return `the committee from ${fromHeight} is empty`;
          let last: Uint8Array = new Uint8Array(0);
          for (const { consensusAddress, power } of members) {
            if (compareBytes(last, consensusAddress) >= 0) return `seats of ${fromHeight} unsorted`;
            last = consensusAddress;
            const operator = operators.get(ctx, consensusAddress);
            if (operator === undefined) return `a seat of ${fromHeight} belongs to nobody`;
            // Stakes changed since: older committees keep the power that they had, and so does who
            // may not stay and cannot leave.
            const validator = validators.require(ctx, operator);
            const expected = canHaveSeat(validator) ? powerOf(validator) : power;
            if (fromHeight === newest && power !== expected)
              return `${operator} has power ${power}, stake gives ${expected}`;
          }
        }
        return undefined;
      },
    },
    ...delegationInvariants(deps),
    ...licenceInvariants(deps),
  ];
}
