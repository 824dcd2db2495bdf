/**
 * Punishes a fault of a validator as the Cosmos SDK does: first what was taken or moved away since
 * it, then the validator's tokens; all of it is burned. What its licences stand for is part of its
 * power: for that part the operator's own tokens pay first, then whole licences.
 */
import {
  type JailReason,
  LicenceUse,
  type Redelegation,
  type RedelegationEntry,
  type UnbondingDelegation,
  type UnbondingEntry,
} from "../../proto/gen/aegis/staking/v1/staking.ts";
import { BondStatus } from "../../proto/gen/cosmos/staking/v1beta1/staking.ts";
import { assert } from "../../app/lib/assert.ts";
import { smallerAmount } from "../../app/lib/coin.ts";
import {
  DEC_ONE,
  type Dec,
  decOf,
  mulDec,
  mulDecInt,
  parseDec,
  quoDecUp,
  truncateDec,
} from "../../app/lib/dec.ts";
import { addressKey } from "../../app/module/collections/codecs.ts";
import type { BlockContext } from "../../app/module/context.ts";
import { NOT_BONDED_POOL, UASI_PER_POWER } from "./constants.ts";
import { unbond } from "./delegations.ts";
import {
  delegations,
  redelegations,
  redelegationsBySource,
  unbondings,
  unbondingsByValidator,
} from "./delegationState.ts";
import type { StakingDeps } from "./deps.ts";
import { validatorSlashed } from "./events.ts";
import { type LicencePenalty, penalise, slashableStake } from "./licenceFaults.ts";
import { poolOf } from "./pools.ts";
import { sharesFromTokens, tokensFromSharesTruncated } from "./shares.ts";
import { operators, validators } from "./state.ts";
import { settle } from "./status.ts";
import { setUnbonding } from "./unbonding.ts";

/** A fault of a validator. */
export interface ValidatorFault {
  /** Of the key that signed it, 20 bytes. */
  readonly consensusAddress: Uint8Array;
  readonly infractionHeight: bigint;
  /** Whole ASI behind the validator at that height, licences included. */
  readonly power: bigint;
  readonly fraction: Dec;
  readonly reason: JailReason;
  /** Module account that gets the tokens of liquidated licences. */
  readonly licencesTo: string;
}

/** What a fault cost. */
export interface ValidatorPenalty {
  /** In uasi. */
  readonly burned: bigint;
  readonly licences: LicencePenalty;
}

const NO_LICENCES: LicencePenalty = { liquidated: [], suspended: [], tokens: 0n };

/** Slashes; a validator that is gone, or unbonded, has nothing that could be taken. */
export function slash(
  deps: StakingDeps,
  ctx: BlockContext,
  fault: ValidatorFault,
): ValidatorPenalty {
  const { infractionHeight, power, fraction, reason } = fault;
  assert(infractionHeight <= ctx.block.height, "a fault is not punished before it happens");
  assert(fraction <= DEC_ONE && power >= 0n, "a slash takes a part of the stake");
  const operator = operators.get(ctx, fault.consensusAddress);
  if (operator === undefined) return { burned: 0n, licences: NO_LICENCES };
  const { status } = validators.require(ctx, operator);
  if (status === BondStatus.BOND_STATUS_UNBONDED) return { burned: 0n, licences: NO_LICENCES };
  const backed = { use: LicenceUse.LICENCE_USE_VALIDATOR, address: operator };
  const due = partOf(fraction, power * UASI_PER_POWER);
  const ofLicences = smallerAmount(due, partOf(fraction, slashableStake(ctx, backed)));
  const away = slashAway(deps, ctx, operator, fault);
  const wanted = due - ofLicences - away.due;
  const tokens = wanted > 0n ? slashTokens(deps, ctx, operator, wanted) : 0n;
  const own = burnOwn(deps, ctx, operator, ofLicences);
  const rest = ofLicences - own;
  const licences = rest > 0n ? penalise(deps, ctx, backed, rest, fault.licencesTo) : NO_LICENCES;
  settle(deps, ctx, operator);
  const burned = away.burned + tokens + own;
  ctx.emit(validatorSlashed, { operator, burned, reason, infractionHeight });
  return { burned, licences };
}

function partOf(fraction: Dec, amount: bigint): bigint {
  return truncateDec(mulDecInt(fraction, amount));
}

/** Part of a fault that what left the validator since must pay, and what it could pay. */
interface Away {
  readonly due: bigint;
  readonly burned: bigint;
}

function slashAway(
  deps: StakingDeps,
  ctx: BlockContext,
  operator: string,
  fault: ValidatorFault,
): Away {
  let due = 0n;
  let burned = 0n;
  if (fault.infractionHeight === ctx.block.height) return { due, burned };
  const prefix = addressKey.encode(operator);
  for (const [, delegator] of [...unbondingsByValidator.keys(ctx, { prefix })]) {
    const unbonding = unbondings.require(ctx, [delegator, operator]);
    const one = slashUnbonding(deps, ctx, unbonding, fault);
    due += one.due;
    burned += one.burned;
  }
  for (const [, delegator, to] of [...redelegationsBySource.keys(ctx, { prefix })]) {
    const redelegation = redelegations.require(ctx, [delegator, operator, to]);
    for (const entry of redelegation.entries) {
      if (!isReached(ctx, entry, fault)) continue;
      const one = slashMoved(deps, ctx, redelegation, entry, fault);
      due += one.due;
      burned += one.burned;
    }
    settle(deps, ctx, to);
  }
  return { due, burned };
}

/** Whether what left at the entry's height was behind the fault, and can still be taken. */
function isReached(
  ctx: BlockContext,
  entry: Pick<UnbondingEntry, "creationHeight" | "completionMs">,
  { infractionHeight }: ValidatorFault,
): boolean {
  return entry.creationHeight >= infractionHeight && entry.completionMs > ctx.block.clockMs;
}

function slashUnbonding(
  deps: StakingDeps,
  ctx: BlockContext,
  unbonding: UnbondingDelegation,
  fault: ValidatorFault,
): Away {
  let due = 0n;
  let burned = 0n;
  const entries = unbonding.entries.map((entry) => {
    if (!isReached(ctx, entry, fault)) return entry;
    const wanted = partOf(fault.fraction, entry.initialBalance);
    const taken = smallerAmount(wanted, entry.balance);
    due += wanted;
    burned += taken;
    return { ...entry, balance: entry.balance - taken };
  });
  setUnbonding(ctx, { ...unbonding, entries });
  deps.bank.burn(ctx, NOT_BONDED_POOL, burned);
  return { due, burned };
}

/** What was moved pays where it is now: out of what is being taken back from there, then shares. */
function slashMoved(
  deps: StakingDeps,
  ctx: BlockContext,
  { delegator, destination }: Redelegation,
  { initialBalance, shares }: RedelegationEntry,
  fault: ValidatorFault,
): Away {
  const due = partOf(fault.fraction, initialBalance);
  const inQueue = takeFromQueue(deps, ctx, delegator, destination, due, fault);
  const held = delegations.get(ctx, [delegator, destination]);
  const wanted = mulDec(fault.fraction, parseDec(shares));
  if (inQueue === due || held === undefined || wanted === 0n) return { due, burned: inQueue };
  const pool = poolOf(validators.require(ctx, destination));
  const who = { delegator, operator: destination };
  const tokens = unbond(deps, ctx, who, wanted > held ? held : wanted);
  deps.bank.burn(ctx, pool, tokens);
  return { due, burned: inQueue + tokens };
}

/** Burns up to `amount` of what a delegator is taking back, oldest first; returns how much. */
function takeFromQueue(
  deps: StakingDeps,
  ctx: BlockContext,
  delegator: string,
  operator: string,
  amount: bigint,
  fault: ValidatorFault,
): bigint {
  const unbonding = unbondings.get(ctx, [delegator, operator]);
  if (unbonding === undefined) return 0n;
  let left = amount;
  const entries = unbonding.entries.map((entry) => {
    if (!isReached(ctx, entry, fault)) return entry;
    const taken = smallerAmount(left, entry.balance);
    left -= taken;
    return { ...entry, balance: entry.balance - taken };
  });
  setUnbonding(ctx, { ...unbonding, entries });
  deps.bank.burn(ctx, NOT_BONDED_POOL, amount - left);
  return amount - left;
}

/** Burns up to `wanted` of the validator's tokens, all delegators alike; returns how much. */
function slashTokens(
  deps: StakingDeps,
  ctx: BlockContext,
  operator: string,
  wanted: bigint,
): bigint {
  const { tokens } = validators.require(ctx, operator);
  const amount = smallerAmount(wanted, tokens);
  if (amount === 0n) return 0n;
  deps.hooks.beforeValidatorSlashed(ctx, operator, quoDecUp(decOf(amount), decOf(tokens)));
  const validator = validators.require(ctx, operator);
  validators.set(ctx, operator, { ...validator, tokens: validator.tokens - amount });
  deps.bank.burn(ctx, poolOf(validator), amount);
  return amount;
}

/** Burns up to `wanted` of the operator's own delegation; returns how much. */
function burnOwn(deps: StakingDeps, ctx: BlockContext, operator: string, wanted: bigint): bigint {
  const held = delegations.get(ctx, [operator, operator]);
  const validator = validators.require(ctx, operator);
  if (wanted === 0n || held === undefined || validator.tokens === 0n) return 0n;
  const worth = truncateDec(tokensFromSharesTruncated(validator, held));
  const shares = worth <= wanted ? held : sharesFromTokens(validator, wanted);
  if (shares === 0n) return 0n;
  const amount = unbond(deps, ctx, { delegator: operator, operator }, shares);
  deps.bank.burn(ctx, poolOf(validator), amount);
  return amount;
}
