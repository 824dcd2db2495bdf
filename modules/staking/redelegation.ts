/** Moving a delegation to another validator at once; faults of the old one still reach it. */
import type { Redelegation, RedelegationEntry } from "../../proto/gen/aegis/staking/v1/staking.ts";
import { BondStatus } from "../../proto/gen/cosmos/staking/v1beta1/staking.ts";
import { type Dec, formatDec } from "../../app/lib/dec.ts";
import type { Readable } from "../../app/module/collections/schema.ts";
import type { BlockContext } from "../../app/module/context.ts";
import { COMPLETIONS_PER_BLOCK } from "./constants.ts";
import { delegate, unbond } from "./delegations.ts";
import {
  pairOfAddresses,
  redelegationQueue,
  redelegations,
  redelegationsByDestination,
  redelegationsBySource,
} from "./delegationState.ts";
import type { StakingDeps } from "./deps.ts";
import { firstDue } from "./due.ts";
import { errors } from "./errors.ts";
import { redelegationCompleted } from "./events.ts";
import { isBonded, poolOf } from "./pools.ts";
import { params, validators } from "./state.ts";
import { settle } from "./status.ts";
import { coinText, validatorText } from "./texts.ts";

export interface Move {
  readonly delegator: string;
  readonly source: string;
  readonly destination: string;
}

/** What was moved, and until when faults of the old validator reach it on the protocol clock. */
export interface Moved {
  readonly amount: bigint;
  readonly completionMs: bigint;
}

/** Whether something that `delegator` moved to `operator` is not complete. */
function isReceiving(ctx: Readable, delegator: string, operator: string): boolean {
  const prefix = pairOfAddresses.encode([operator, delegator]);
  for (const _ of redelegationsByDestination.keys(ctx, { prefix })) return true;
  return false;
}

/**
 * Moves shares from one validator to another.
 * @throws ModuleError selfRedelegation, badRedelegationDestination, badRedelegationSource,
 *   validatorJailed, transitiveRedelegation, tooManyRedelegations, tinyRedelegation, or as
 *   `unbond` and `delegate` do.
 */
export function redelegate(deps: StakingDeps, ctx: BlockContext, move: Move, shares: Dec): Moved {
  const { delegator, source, destination } = move;
  if (source === destination) throw errors.selfRedelegation();
  const to = validators.get(ctx, destination);
  if (to === undefined) throw errors.badRedelegationDestination();
  const from = validators.get(ctx, source);
  if (from === undefined) throw errors.badRedelegationSource();
  if (to.jailedHeight !== 0n && delegator !== destination) throw errors.validatorJailed();
  if (isReceiving(ctx, delegator, source)) throw errors.transitiveRedelegation();
  const entries = redelegations.get(ctx, [delegator, source, destination])?.entries ?? [];
  if (entries.length >= params.require(ctx).maxEntries) throw errors.tooManyRedelegations();
  const amount = unbond(deps, ctx, { delegator, operator: source }, shares);
  if (amount === 0n) throw errors.tinyRedelegation();
  const who = { delegator, operator: destination };
  const issued = delegate(deps, ctx, who, amount, poolOf(from));
  const { creationHeight, completionMs } = reachOf(ctx, source);
  if (completionMs > ctx.block.clockMs) {
    const entry = {
      creationHeight,
      completionMs,
      initialBalance: amount,
      shares: formatDec(issued),
    };
    setRedelegation(ctx, { ...move, entries: [...entries, entry] });
  }
  settle(deps, ctx, source);
  settle(deps, ctx, destination);
  return { amount, completionMs };
}

/** From which height and until when faults of a validator reach what leaves it now. */
function reachOf(
  ctx: BlockContext,
  source: string,
): Pick<RedelegationEntry, "creationHeight" | "completionMs"> {
  const { clockMs, height } = ctx.block;
  const validator = validators.get(ctx, source);
  if (validator === undefined || isBonded(validator)) {
    const completionMs = clockMs + params.require(ctx).unbondingTimeMs;
    return { creationHeight: height, completionMs };
  }
  if (validator.status === BondStatus.BOND_STATUS_UNBONDED) {
    return { creationHeight: 0n, completionMs: clockMs };
  }
  const { unbondingHeight, unbondingUntilMs } = validator;
  return { creationHeight: unbondingHeight, completionMs: unbondingUntilMs };
}

/** Writes what was moved, with its indexes and queue, or nothing when there is no entry. */
export function setRedelegation(ctx: BlockContext, redelegation: Redelegation): void {
  const { delegator, source, destination, entries } = redelegation;
  const key = [delegator, source, destination] as const;
  const old = redelegations.get(ctx, key)?.entries ?? [];
  const times = new Set(entries.map(({ completionMs }) => completionMs));
  for (const { completionMs } of old) {
    if (!times.has(completionMs)) redelegationQueue.delete(ctx, [completionMs, key]);
  }
  for (const time of times) redelegationQueue.add(ctx, [time, key]);
  if (entries.length > 0) {
    redelegations.set(ctx, key, redelegation);
    redelegationsBySource.add(ctx, [source, delegator, destination]);
    redelegationsByDestination.add(ctx, [destination, delegator, source]);
  } else {
    redelegations.delete(ctx, key);
    redelegationsBySource.delete(ctx, [source, delegator, destination]);
    redelegationsByDestination.delete(ctx, [destination, delegator, source]);
  }
}

/** Forgets moves whose time is over. */
export function completeRedelegations(ctx: BlockContext): void {
  const now = ctx.block.clockMs;
  for (const [, key] of firstDue(ctx, redelegationQueue, now, COMPLETIONS_PER_BLOCK)) {
    const redelegation = redelegations.get(ctx, key);
    // An earlier place of the queue completed all that is due of these three.
    if (redelegation === undefined) continue;
    const { delegator, source, destination, entries } = redelegation;
    const due = entries.filter(({ completionMs }) => completionMs <= now);
    if (due.length === 0) continue;
    const amount = due.reduce((sum, { initialBalance }) => sum + initialBalance, 0n);
    setRedelegation(ctx, {
      ...redelegation,
      entries: entries.filter(({ completionMs }) => completionMs > now),
    });
    ctx.emit(redelegationCompleted, {
      amount: coinText(amount),
      delegator,
      source_validator: validatorText(source),
      destination_validator: validatorText(destination),
    });
  }
}
