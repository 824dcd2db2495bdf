/** What is always true of validators. */
import { moduleAddress } from "../../app/lib/address.ts";
import { compareBytes } from "../../app/lib/bytes.ts";
import type { Invariant } from "../../app/module/module.ts";
import { powerOf } from "./committee.ts";
import { BONDED_POOL } from "./constants.ts";
import type { StakingDeps } from "./deps.ts";
import { licenceInvariants } from "./licenceInvariants.ts";
import { committees, operators, validators } from "./state.ts";

/** The invariants; books are compared with bank's. */
export function invariantsOf(deps: StakingDeps): readonly Invariant[] {
  return [
    {
      name: "bonded pool",
      check: (ctx) => {
        let stake = 0n;
        for (const [, { selfStake }] of validators.entries(ctx)) stake += selfStake;
        const held = deps.bank.balance(ctx, moduleAddress(BONDED_POOL));
        return held === stake ? undefined : `pool holds ${held}, stakes sum to ${stake}`;
      },
    },
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
            // Licences came or went since: older committees keep the power that they had.
            const expected = powerOf(validators.require(ctx, operator));
            if (fromHeight === newest && power !== expected)
              return `${operator} has power ${power}, stake gives ${expected}`;
          }
        }
        return undefined;
      },
    },
    ...licenceInvariants(deps),
  ];
}
