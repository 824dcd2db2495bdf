/**
 * The Cosmos SDK's F1: time is cut into periods, one for each touch of a validator. The end of a
 * period says what one uasi of stake earned since the validator's beginning, so that the rewards of
 * a delegation are its stake times the difference of two ends. An end is kept as long as something
 * begins there.
 */
import {
  HistoricalRewards,
  type ValidatorRewards,
} from "../../proto/gen/aegis/rewards/v1/rewards.ts";
import type { Validator } from "../../proto/gen/aegis/staking/v1/staking.ts";
import { assert } from "../../app/lib/assert.ts";
import {
  addDec,
  type Dec,
  DEC_ZERO,
  decOf,
  formatDec,
  mulDec,
  mulDecInt,
  parseDec,
  quoDecInt,
  subDec,
} from "../../app/lib/dec.ts";
import { addressKey } from "../../app/module/collections/codecs.ts";
import type { Readable } from "../../app/module/collections/schema.ts";
import type { BlockContext } from "../../app/module/context.ts";
import { takeWaiting, waitingOf } from "./chunks.ts";
import { addToCommunityPool, payOut } from "./payout.ts";
import type { RewardsDeps } from "./deps.ts";
import { earnings, historical, slashEvents } from "./distributionState.ts";

/** By what the rewards of a validator are divided. */
type Stakes = Pick<Validator, "tokens" | "licenceStake" | "commissionRate">;

const ZERO = formatDec(DEC_ZERO);

/**
 * `rewards` with `amount` more: what the licences earned and the commission of the rest are the
 * operator's, and so is all when nobody has tokens behind the validator.
 */
export function withEarned(
  rewards: ValidatorRewards,
  { tokens, licenceStake, commissionRate }: Stakes,
  amount: bigint,
): ValidatorRewards {
  const all = decOf(amount);
  const ofLicences =
    tokens === 0n ? all : quoDecInt(mulDecInt(all, licenceStake), tokens + licenceStake);
  const rest = subDec(all, ofLicences);
  const commission = mulDec(rest, parseDec(commissionRate));
  const own = addDec(ofLicences, commission);
  return {
    ...rewards,
    current: formatDec(addDec(parseDec(rewards.current), subDec(rest, commission))),
    commission: formatDec(addDec(parseDec(rewards.commission), own)),
    outstanding: formatDec(addDec(parseDec(rewards.outstanding), all)),
  };
}

/** `rewards` after the end of the running period, and what one uasi earned in it. */
export function withPeriodEnded(
  rewards: ValidatorRewards,
  { tokens }: Stakes,
): { readonly rewards: ValidatorRewards; readonly ratio: Dec } {
  const next = { ...rewards, period: rewards.period + 1n, current: ZERO };
  const current = parseDec(rewards.current);
  if (tokens > 0n) return { rewards: next, ratio: quoDecInt(current, tokens) };
  // Nobody can ever claim it by a share of no tokens: it is the operator's.
  const commission = formatDec(addDec(parseDec(rewards.commission), current));
  return { rewards: { ...next, commission }, ratio: DEC_ZERO };
}

/** What a validator has earned, with what waits for it in its chunk. */
export function earningsNow(ctx: Readable, validator: Validator): ValidatorRewards {
  const rewards = earnings.require(ctx, validator.operator);
  const waiting = waitingOf(ctx, rewards.slot);
  return waiting === 0n ? rewards : withEarned(rewards, validator, waiting);
}

/** Brings what waits in its chunk into the running period of a validator. */
export function fetchWaiting(ctx: BlockContext, validator: Validator): ValidatorRewards {
  const rewards = earnings.require(ctx, validator.operator);
  const waiting = takeWaiting(ctx, rewards.slot);
  if (waiting === 0n) return rewards;
  const fetched = withEarned(rewards, validator, waiting);
  earnings.set(ctx, validator.operator, fetched);
  return fetched;
}

/** Gives a validator `amount` that lies in the module's account. */
export function earn(ctx: BlockContext, validator: Validator, amount: bigint): void {
  if (amount === 0n) return;
  const rewards = earnings.require(ctx, validator.operator);
  earnings.set(ctx, validator.operator, withEarned(rewards, validator, amount));
}

/** What one uasi earned up to the end of `period`. */
export function ratioAt(ctx: Readable, operator: string, period: bigint): Dec {
  return parseDec(historical.require(ctx, [operator, period]).ratio);
}

/** Something more begins at the end of `period`. */
export function retain(ctx: BlockContext, operator: string, period: bigint): void {
  const end = historical.require(ctx, [operator, period]);
  historical.set(ctx, [operator, period], { ...end, references: end.references + 1 });
}

/** Something that began at the end of `period` is over. */
export function release(ctx: BlockContext, operator: string, period: bigint): void {
  const end = historical.require(ctx, [operator, period]);
  assert(end.references > 0, "what is over began");
  if (end.references === 1) historical.delete(ctx, [operator, period]);
  else historical.set(ctx, [operator, period], { ...end, references: end.references - 1 });
}

/** Ends the running period of a validator; returns its number. */
export function endPeriod(ctx: BlockContext, validator: Validator): bigint {
  const { operator } = validator;
  const before = fetchWaiting(ctx, validator);
  const { rewards, ratio: gained } = withPeriodEnded(before, validator);
  const { period } = before;
  const ratio = formatDec(addDec(ratioAt(ctx, operator, period - 1n), gained));
  release(ctx, operator, period - 1n);
  // The period that runs now begins here.
  historical.set(ctx, [operator, period], { operator, period, ratio, references: 1 });
  earnings.set(ctx, operator, rewards);
  return period;
}

/** A validator begins to earn. What its slot's last holder did not get is nobody's. */
export function beginValidator(ctx: BlockContext, { operator, slot }: Validator): void {
  addToCommunityPool(ctx, decOf(takeWaiting(ctx, slot)));
  const first = { operator, period: 0n, ratio: ZERO, references: 1 };
  historical.set(ctx, [operator, 0n], HistoricalRewards.create(first));
  const nothing = { current: ZERO, commission: ZERO, outstanding: ZERO };
  earnings.set(ctx, operator, { operator, slot, period: 1n, ...nothing });
}

/** A validator without delegations is gone: pays its operator, forgets the rest. */
export function endValidator(deps: RewardsDeps, ctx: BlockContext, operator: string): void {
  const gone = { tokens: 0n, licenceStake: 0n, commissionRate: ZERO };
  const before = earnings.require(ctx, operator);
  const all = withEarned(before, gone, takeWaiting(ctx, before.slot));
  const paid = payOut(deps, ctx, operator, parseDec(all.commission));
  addToCommunityPool(ctx, subDec(parseDec(all.outstanding), decOf(paid)));
  const prefix = addressKey.encode(operator);
  for (const [key] of [...historical.entries(ctx, { prefix })]) historical.delete(ctx, key);
  for (const [key] of [...slashEvents.entries(ctx, { prefix })]) slashEvents.delete(ctx, key);
  earnings.delete(ctx, operator);
}
