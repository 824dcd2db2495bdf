/** What is always true of the rewards of validators and delegators. Genesis is held to it too. */
import { moduleAddress } from "../../app/lib/address.ts";
import { addDec, type Dec, DEC_ZERO, decOf, parseDec } from "../../app/lib/dec.ts";
import { addressKey } from "../../app/module/collections/codecs.ts";
import type { QueryContext } from "../../app/module/context.ts";
import type { Invariant } from "../../app/module/module.ts";
import { sumOfWaiting } from "./chunks.ts";
import { DISTRIBUTION_ACCOUNT } from "./constants.ts";
import { rewardsOf } from "./delegatorRewards.ts";
import type { RewardsDeps } from "./deps.ts";
import {
  communityPoolOf,
  earnings,
  historical,
  slashEvents,
  standby,
  startingInfos,
} from "./distributionState.ts";
import { earningsNow } from "./periods.ts";

/** The account holds what is outstanding, waits in chunks, is set aside, or is the community's. */
function accountFault(deps: RewardsDeps, ctx: QueryContext): string | undefined {
  const held = decOf(deps.bank.balance(ctx, moduleAddress(DISTRIBUTION_ACCOUNT)));
  let outstanding = DEC_ZERO;
  for (const [, rewards] of earnings.entries(ctx)) {
    outstanding = addDec(outstanding, parseDec(rewards.outstanding));
  }
  let aside = 0n;
  for (const [, { amount, included }] of standby.entries(ctx)) aside += amount - included;
  const waiting = sumOfWaiting(ctx);
  const community = communityPoolOf(ctx);
  const owed = addDec(addDec(outstanding, community), decOf(waiting + aside));
  if (owed === held) return undefined;
  const parts = `outstanding ${outstanding}, waiting ${waiting}, aside ${aside}`;
  return `holds ${held}, owes ${owed}: ${parts}, community ${community}`;
}

/** Every validator and every delegation earns, and nothing else does. */
function matchFault(deps: RewardsDeps, ctx: QueryContext): string | undefined {
  for (const [operator, { slot }] of earnings.entries(ctx)) {
    const validator = deps.staking.validator(ctx, operator);
    if (validator?.slot !== slot)
      return `${operator} earns at slot ${slot}, not ${validator?.slot}`;
    const earners = [...startingInfos.entries(ctx, { prefix: addressKey.encode(operator) })];
    const delegators = [...deps.staking.delegatorsOf(ctx, operator)];
    const has = new Set(earners.map(([[, delegator]]) => delegator));
    if (earners.length !== delegators.length || !delegators.every(([one]) => has.has(one))) {
      return `${operator}: ${earners.length} delegations earn, there are ${delegators.length}`;
    }
  }
  for (const { operator } of deps.staking.bondedValidators(ctx)) {
    if (!earnings.has(ctx, operator)) return `${operator} does not earn`;
  }
  for (const [[operator, delegator]] of startingInfos.entries(ctx)) {
    if (!earnings.has(ctx, operator)) return `${delegator} earns by ${operator}, who does not`;
  }
  return undefined;
}

/** Ends of periods are kept for just what begins there. */
function referencesFault(ctx: QueryContext): string | undefined {
  const wanted = new Map<string, number>();
  const count = (operator: string, period: bigint): void => {
    const key = `${operator}/${period}`;
    wanted.set(key, (wanted.get(key) ?? 0) + 1);
  };
  for (const [operator, { period }] of earnings.entries(ctx)) count(operator, period - 1n);
  for (const [, info] of startingInfos.entries(ctx)) count(info.operator, info.previousPeriod);
  for (const [, { operator, period }] of slashEvents.entries(ctx)) count(operator, period);
  for (const [, { operator, period, references }] of historical.entries(ctx)) {
    const key = `${operator}/${period}`;
    const begins = wanted.get(key) ?? 0;
    if (references !== begins) return `${key}: ${references} references, ${begins} begin there`;
    wanted.delete(key);
  }
  for (const [key] of wanted) return `${key}: something begins there, but it is not kept`;
  return undefined;
}

/** All delegations of a validator can withdraw, and its operator too. */
function withdrawFault(deps: RewardsDeps, ctx: QueryContext): string | undefined {
  for (const [operator] of earnings.entries(ctx)) {
    const validator = deps.staking.validator(ctx, operator);
    if (validator === undefined) return `${operator} is no validator`;
    const { commission, outstanding } = earningsNow(ctx, validator);
    let owed: Dec = parseDec(commission);
    for (const [delegator] of deps.staking.delegatorsOf(ctx, operator)) {
      owed = addDec(owed, rewardsOf(deps, ctx, validator, delegator));
    }
    if (owed > parseDec(outstanding)) return `${operator}: owes ${owed}, has ${outstanding}`;
  }
  return undefined;
}

/** The first thing that is broken; of a genesis. */
export function distributionFault(deps: RewardsDeps, ctx: QueryContext): string | undefined {
  for (const { name, check } of distributionInvariants(deps)) {
    const fault = check(ctx);
    if (fault !== undefined) return `${name}: ${fault}`;
  }
  return undefined;
}

export function distributionInvariants(deps: RewardsDeps): readonly Invariant[] {
  return [
    { name: "distribution account", check: (ctx) => accountFault(deps, ctx) },
    { name: "everybody earns", check: (ctx) => matchFault(deps, ctx) },
    { name: "references", check: referencesFault },
    { name: "can withdraw", check: (ctx) => withdrawFault(deps, ctx) },
  ];
}
