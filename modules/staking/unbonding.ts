/** Taking tokens back: they wait in the pool of what is not bonded, and faults still reach them. */
import type {
  UnbondingDelegation,
  UnbondingEntry,
} from "../../proto/gen/aegis/staking/v1/staking.ts";
import { moduleAddress } from "../../app/lib/address.ts";
import { addAmount } from "../../app/lib/coin.ts";
import type { Dec } from "../../app/lib/dec.ts";
import type { BlockContext } from "../../app/module/context.ts";
import { COMPLETIONS_PER_BLOCK, NOT_BONDED_POOL } from "./constants.ts";
import { type DelegationOf, delegate, requireOpen, unbond } from "./delegations.ts";
import { unbondingQueue, unbondings, unbondingsByValidator } from "./delegationState.ts";
import type { StakingDeps } from "./deps.ts";
import { firstDue } from "./due.ts";
import { errors, sdkErrors } from "./errors.ts";
import { unbondingCompleted } from "./events.ts";
import { movePool, poolOf } from "./pools.ts";
import { hasInvalidRate } from "./shares.ts";
import { params } from "./state.ts";
import { settle } from "./status.ts";
import { coinText, validatorText } from "./texts.ts";
import { requireValidator } from "./validators.ts";

/** What a delegator gets back, and when. */
export interface Undelegated {
  readonly amount: bigint;
  /** Protocol clock. */
  readonly completionMs: bigint;
}

/**
 * Begins to take shares back.
 * @throws ModuleError tooManyUnbondings, insufficientShares when they are worth nothing, or as
 *   `unbond` does.
 */
export function undelegate(
  deps: StakingDeps,
  ctx: BlockContext,
  who: DelegationOf,
  shares: Dec,
): Undelegated {
  const { delegator, operator } = who;
  const { maxEntries, unbondingTimeMs } = params.require(ctx);
  const entries = unbondings.get(ctx, [delegator, operator])?.entries ?? [];
  if (entries.length >= maxEntries) throw errors.tooManyUnbondings();
  const pool = poolOf(requireValidator(ctx, operator));
  const amount = unbond(deps, ctx, who, shares);
  if (amount === 0n) throw errors.insufficientShares("they are worth no token");
  movePool(deps, ctx, pool, NOT_BONDED_POOL, amount);
  const completionMs = ctx.block.clockMs + unbondingTimeMs;
  const creationHeight = ctx.block.height;
  const entry = { creationHeight, completionMs, initialBalance: amount, balance: amount };
  setUnbonding(ctx, { ...who, entries: withEntry(entries, entry) });
  settle(deps, ctx, operator);
  return { amount, completionMs };
}

/** Entries that begin at one height and end at one time are one. */
function withEntry(entries: readonly UnbondingEntry[], entry: UnbondingEntry): UnbondingEntry[] {
  const at = entries.findIndex(
    (one) => one.creationHeight === entry.creationHeight && one.completionMs === entry.completionMs,
  );
  const same = entries[at];
  if (same === undefined) return [...entries, entry];
  return entries.with(at, {
    ...same,
    initialBalance: addAmount(same.initialBalance, entry.initialBalance),
    balance: addAmount(same.balance, entry.balance),
  });
}

/**
 * Writes what is being taken back: with its indexes and queue, or nothing when there is no entry.
 * The queue keeps times that no entry has any more out.
 */
export function setUnbonding(ctx: BlockContext, unbonding: UnbondingDelegation): void {
  const { delegator, operator, entries } = unbonding;
  const old = unbondings.get(ctx, [delegator, operator])?.entries ?? [];
  const times = new Set(entries.map(({ completionMs }) => completionMs));
  for (const { completionMs } of old) {
    if (!times.has(completionMs)) unbondingQueue.delete(ctx, [completionMs, [delegator, operator]]);
  }
  for (const time of times) unbondingQueue.add(ctx, [time, [delegator, operator]]);
  if (entries.length > 0) {
    unbondings.set(ctx, [delegator, operator], unbonding);
    unbondingsByValidator.add(ctx, [operator, delegator]);
  } else {
    unbondings.delete(ctx, [delegator, operator]);
    unbondingsByValidator.delete(ctx, [operator, delegator]);
  }
}

/**
 * Delegates again `amount` of what was begun to be taken back at `creationHeight`.
 * @throws ModuleError noValidator, validatorJailed, invalidExchangeRate, or notFound and
 *   invalidRequest of sdk.
 */
export function cancelUnbonding(
  deps: StakingDeps,
  ctx: BlockContext,
  who: DelegationOf,
  amount: bigint,
  creationHeight: bigint,
): void {
  const { delegator, operator } = who;
  if (hasInvalidRate(requireOpen(ctx, who))) throw errors.invalidExchangeRate();
  const entries = unbondings.get(ctx, [delegator, operator])?.entries;
  if (entries === undefined) throw sdkErrors.notFound("no unbonding delegation of this pair");
  const at = entries.findIndex(
    (one) => one.creationHeight === creationHeight && one.completionMs > ctx.block.clockMs,
  );
  const entry = entries[at];
  if (entry === undefined) throw sdkErrors.notFound("no unbonding entry of this height");
  if (entry.balance < amount) {
    throw sdkErrors.invalidRequest("amount is greater than the unbonding delegation entry balance");
  }
  delegate(deps, ctx, who, amount, NOT_BONDED_POOL);
  const balance = entry.balance - amount;
  const initialBalance = entry.initialBalance - amount;
  const rest =
    balance === 0n
      ? entries.toSpliced(at, 1)
      : entries.with(at, { ...entry, balance, initialBalance });
  setUnbonding(ctx, { ...who, entries: rest });
  settle(deps, ctx, operator);
}

/** Pays what is due to those who took it back. */
export function completeUnbondings(deps: StakingDeps, ctx: BlockContext): void {
  const now = ctx.block.clockMs;
  for (const [, pair] of firstDue(ctx, unbondingQueue, now, COMPLETIONS_PER_BLOCK)) {
    const unbonding = unbondings.get(ctx, pair);
    // An earlier place of the queue completed all that is due of this pair.
    if (unbonding === undefined) continue;
    const { delegator, operator, entries } = unbonding;
    const isDue = ({ completionMs }: UnbondingEntry): boolean => completionMs <= now;
    const amount = entries.filter(isDue).reduce((sum, { balance }) => sum + balance, 0n);
    setUnbonding(ctx, { ...unbonding, entries: entries.filter((one) => !isDue(one)) });
    deps.bank.send(ctx, moduleAddress(NOT_BONDED_POOL), delegator, amount);
    ctx.emit(unbondingCompleted, {
      amount: coinText(amount),
      validator: validatorText(operator),
      delegator,
    });
  }
}
