/** What a delegation has earned since it began or changed last, and its payment. */
import type { SlashEvent, StartingInfo } from "../../proto/gen/aegis/rewards/v1/rewards.ts";
import type { Validator } from "../../proto/gen/aegis/staking/v1/staking.ts";
import {
  addDec,
  type Dec,
  DEC_ONE,
  DEC_ZERO,
  decOf,
  formatDec,
  mulDecDown,
  parseDec,
  subDec,
} from "../../app/lib/dec.ts";
import { addressKey, pairKey, uint64Key } from "../../app/module/collections/codecs.ts";
import type { Readable } from "../../app/module/collections/schema.ts";
import type { BlockContext, QueryContext } from "../../app/module/context.ts";
import type { RewardsDeps } from "./deps.ts";
import { earnings, slashEvents, startingInfos } from "./distributionState.ts";
import { distributionErrors } from "./errors.ts";
import { rewardsWithdrawn } from "./events.ts";
import { addToCommunityPool, payOut } from "./payout.ts";
import { earningsNow, endPeriod, ratioAt, release, retain, withPeriodEnded } from "./periods.ts";
import { coinText, validatorText } from "./texts.ts";

function smaller(a: Dec, b: Dec): Dec {
  return a < b ? a : b;
}

/** @throws ModuleError noValidatorInfo. */
export function requireValidator(
  deps: RewardsDeps,
  ctx: QueryContext,
  operator: string,
): Validator {
  const validator = deps.staking.validator(ctx, operator);
  if (validator === undefined) throw distributionErrors.noValidatorInfo();
  return validator;
}

/** A delegation begins to earn at the end of the last period. */
export function beginDelegation(
  deps: RewardsDeps,
  ctx: BlockContext,
  delegator: string,
  operator: string,
): void {
  const validator = requireValidator(deps, ctx, operator);
  const held = deps.staking.delegation(ctx, delegator, operator);
  if (held === undefined) throw distributionErrors.noDelegationInfo();
  const previousPeriod = earnings.require(ctx, operator).period - 1n;
  retain(ctx, operator, previousPeriod);
  startingInfos.set(ctx, [operator, delegator], {
    operator,
    delegator,
    previousPeriod,
    stake: formatDec(deps.staking.tokensFromSharesTruncated(validator, held.shares)),
    height: ctx.block.height,
  });
}

/** Slashes of a validator from `height` on, in order. */
function* slashesFrom(ctx: Readable, operator: string, height: bigint): Iterable<SlashEvent> {
  const prefix = addressKey.encode(operator);
  const start = pairKey(addressKey, uint64Key).encode([operator, height]);
  for (const [, event] of slashEvents.entries(ctx, { prefix, start })) yield event;
}

interface Delegation {
  readonly validator: Validator;
  readonly shares: Dec;
  readonly info: StartingInfo;
}

/** What a delegation earned up to an end at which one uasi has earned `ratio`. */
function earnedUntil(
  deps: RewardsDeps,
  ctx: Readable,
  { validator, shares, info }: Delegation,
  ratio: Dec,
): Dec {
  const { operator } = validator;
  let stake = parseDec(info.stake);
  let period = info.previousPeriod;
  let from = ratioAt(ctx, operator, period);
  let earned = DEC_ZERO;
  for (const slash of slashesFrom(ctx, operator, info.height)) {
    if (slash.period <= period) continue;
    const to = ratioAt(ctx, operator, slash.period);
    earned = addDec(earned, mulDecDown(subDec(to, from), stake));
    stake = mulDecDown(stake, subDec(DEC_ONE, parseDec(slash.fraction)));
    period = slash.period;
    from = to;
  }
  // Roundings of shares may leave it some 10^-18 above what the shares are worth.
  stake = smaller(stake, deps.staking.tokensFromShares(validator, shares));
  return addDec(earned, mulDecDown(subDec(ratio, from), stake));
}

/** What a delegation could withdraw now; nothing is written. */
export function rewardsOf(
  deps: RewardsDeps,
  ctx: QueryContext,
  validator: Validator,
  delegator: string,
): Dec {
  const { operator } = validator;
  const info = startingInfos.get(ctx, [operator, delegator]);
  const held = deps.staking.delegation(ctx, delegator, operator);
  if (info === undefined || held === undefined) return DEC_ZERO;
  const now = earningsNow(ctx, validator);
  const { rewards, ratio: gained } = withPeriodEnded(now, validator);
  const ratio = addDec(ratioAt(ctx, operator, now.period - 1n), gained);
  const earned = earnedUntil(deps, ctx, { validator, shares: held.shares, info }, ratio);
  return smaller(earned, ofDelegators(rewards));
}

/** What is not the operator's: roundings may never make delegators take more. */
function ofDelegators(rewards: { readonly outstanding: string; readonly commission: string }): Dec {
  return subDec(parseDec(rewards.outstanding), parseDec(rewards.commission));
}

/**
 * Pays a delegation what it earned, and ends what began for it; returns the uasi.
 * @throws ModuleError noValidatorInfo or noDelegationInfo.
 */
export function withdrawRewards(
  deps: RewardsDeps,
  ctx: BlockContext,
  delegator: string,
  operator: string,
): bigint {
  const validator = requireValidator(deps, ctx, operator);
  const info = startingInfos.get(ctx, [operator, delegator]);
  const held = deps.staking.delegation(ctx, delegator, operator);
  if (info === undefined || held === undefined) throw distributionErrors.noDelegationInfo();
  const ratio = ratioAt(ctx, operator, endPeriod(ctx, validator));
  const rewards = earnings.require(ctx, operator);
  const earned = earnedUntil(deps, ctx, { validator, shares: held.shares, info }, ratio);
  const owed = smaller(earned, ofDelegators(rewards));
  const outstanding = formatDec(subDec(parseDec(rewards.outstanding), owed));
  earnings.set(ctx, operator, { ...rewards, outstanding });
  const amount = payOut(deps, ctx, delegator, owed);
  addToCommunityPool(ctx, subDec(owed, decOf(amount)));
  release(ctx, operator, info.previousPeriod);
  startingInfos.delete(ctx, [operator, delegator]);
  ctx.emit(rewardsWithdrawn, {
    amount: coinText(amount),
    validator: validatorText(operator),
    delegator,
  });
  return amount;
}

/**
 * Pays a delegation what it earned; it goes on.
 * @throws ModuleError noValidatorInfo or noDelegationInfo.
 */
export function withdrawAndGoOn(
  deps: RewardsDeps,
  ctx: BlockContext,
  delegator: string,
  operator: string,
): bigint {
  const amount = withdrawRewards(deps, ctx, delegator, operator);
  beginDelegation(deps, ctx, delegator, operator);
  return amount;
}
