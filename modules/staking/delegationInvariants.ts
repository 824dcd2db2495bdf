/** What is always true of delegations: pools, shares, entries, and queues and indexes of them. */
import { moduleAddress } from "../../app/lib/address.ts";
import { equalBytes, hex } from "../../app/lib/bytes.ts";
import { addDec, type Dec, DEC_ZERO, parseDec } from "../../app/lib/dec.ts";
import type { KeySet } from "../../app/module/collections/schema.ts";
import type { QueryContext } from "../../app/module/context.ts";
import type { Invariant } from "../../app/module/module.ts";
import { consensusAddress, powerOf } from "./committee.ts";
import { BONDED_POOL, NOT_BONDED_POOL } from "./constants.ts";
import { poolSum } from "./delegationGenesis.ts";
import {
  blsKeys,
  delegations,
  delegationsByValidator,
  notBonded,
  redelegationQueue,
  redelegations,
  redelegationsByDestination,
  redelegationsBySource,
  retiredByOperator,
  retiredKeys,
  retiredQueue,
  slots,
  unbondingQueue,
  unbondings,
  unbondingsByValidator,
  validatorQueue,
} from "./delegationState.ts";
import type { StakingDeps } from "./deps.ts";
import { isBonded } from "./pools.ts";
import { operators, validators } from "./state.ts";
import { powerInSet } from "./validatorSets.ts";

/** The invariants; books are compared with bank's. */
export function delegationInvariants(deps: StakingDeps): readonly Invariant[] {
  return [
    { name: "pools", check: (ctx) => checkPools(deps, ctx) },
    { name: "shares", check: checkShares },
    { name: "status", check: checkStatus },
    { name: "entries", check: checkEntries },
    { name: "delegation indexes", check: checkIndexes },
    { name: "validator indexes", check: checkValidatorIndexes },
  ];
}

function* valuesOf<V>(entries: Iterable<readonly [unknown, V]>): IterableIterator<V> {
  for (const [, value] of entries) yield value;
}

function checkPools(deps: StakingDeps, ctx: QueryContext): string | undefined {
  for (const pool of [BONDED_POOL, NOT_BONDED_POOL]) {
    const all = valuesOf(validators.entries(ctx));
    const wanted = poolSum(pool, all, valuesOf(unbondings.entries(ctx)));
    const held = deps.bank.balance(ctx, moduleAddress(pool));
    if (held !== wanted) return `${pool} holds ${held}, stakes sum to ${wanted}`;
  }
  return undefined;
}

function checkShares(ctx: QueryContext): string | undefined {
  const sums = new Map<string, Dec>();
  for (const [[delegator, operator], shares] of delegations.entries(ctx)) {
    if (shares <= 0n) return `${delegator} has ${shares} shares of ${operator}`;
    sums.set(operator, addDec(sums.get(operator) ?? DEC_ZERO, shares));
  }
  for (const [operator, { delegatorShares, tokens }] of validators.entries(ctx)) {
    const sum = sums.get(operator) ?? DEC_ZERO;
    sums.delete(operator);
    if (sum !== parseDec(delegatorShares)) {
      return `${operator} has ${delegatorShares} shares, delegations sum to ${sum}`;
    }
    if (sum === 0n && tokens > 0n) return `${tokens} tokens of ${operator} are nobody's`;
  }
  for (const operator of sums.keys()) return `delegations to ${operator}, which is no validator`;
  return undefined;
}

function checkStatus(ctx: QueryContext): string | undefined {
  for (const [operator, validator] of validators.entries(ctx)) {
    const mayBond = validator.jailedHeight === 0n && powerOf(validator) > 0n;
    if (isBonded(validator) !== mayBond) {
      return `${operator}: status ${validator.status}, power ${powerOf(validator)}`;
    }
  }
  return undefined;
}

function checkEntries(ctx: QueryContext): string | undefined {
  for (const { delegator, entries } of valuesOf(unbondings.entries(ctx))) {
    for (const { balance, initialBalance } of entries) {
      if (initialBalance <= 0n || balance > initialBalance || balance < 0n) {
        return `unbonding of ${delegator}: ${balance} left of ${initialBalance}`;
      }
    }
  }
  for (const { delegator, entries } of valuesOf(redelegations.entries(ctx))) {
    if (entries.some(({ initialBalance }) => initialBalance <= 0n)) {
      return `redelegation of ${delegator}: an entry of nothing`;
    }
  }
  return undefined;
}

/** Keys that an index should have, in any order and as often as they come. */
class Wanted<K> {
  private readonly index: KeySet<K>;
  private readonly keys = new Set<string>();

  constructor(index: KeySet<K>) {
    this.index = index;
  }

  add(key: K): void {
    this.keys.add(hex(this.index.key.encode(key)));
  }

  compare(ctx: QueryContext): string | undefined {
    const held = [...this.index.keys(ctx)].map((key) => hex(this.index.key.encode(key)));
    const isSame = held.length === this.keys.size && held.every((key) => this.keys.has(key));
    const { name } = this.index;
    return isSame ? undefined : `${name}: ${held.length} entries, records say ${this.keys.size}`;
  }
}

function checkIndexes(ctx: QueryContext): string | undefined {
  const byValidator = new Wanted(delegationsByValidator);
  for (const [[delegator, operator]] of delegations.entries(ctx)) {
    byValidator.add([operator, delegator]);
  }
  const taken = new Wanted(unbondingsByValidator);
  const takenQueue = new Wanted(unbondingQueue);
  for (const [[delegator, operator], { entries }] of unbondings.entries(ctx)) {
    if (entries.length === 0) return `unbonding of ${delegator} without entries`;
    taken.add([operator, delegator]);
    for (const entry of entries) takenQueue.add([entry.completionMs, [delegator, operator]]);
  }
  const bySource = new Wanted(redelegationsBySource);
  const byDestination = new Wanted(redelegationsByDestination);
  const movedQueue = new Wanted(redelegationQueue);
  for (const [key, { entries }] of redelegations.entries(ctx)) {
    const [delegator, source, destination] = key;
    if (entries.length === 0) return `redelegation of ${delegator} without entries`;
    bySource.add([source, delegator, destination]);
    byDestination.add([destination, delegator, source]);
    for (const { completionMs } of entries) movedQueue.add([completionMs, key]);
  }
  return (
    byValidator.compare(ctx) ??
    taken.compare(ctx) ??
    takenQueue.compare(ctx) ??
    bySource.compare(ctx) ??
    byDestination.compare(ctx) ??
    movedQueue.compare(ctx)
  );
}

function checkValidatorIndexes(ctx: QueryContext): string | undefined {
  const queue = new Wanted(validatorQueue);
  let count = 0;
  let keys = 0;
  for (const [operator, validator] of validators.entries(ctx)) {
    const { slot, blsPublicKey, consensusPublicKey, unbondingUntilMs } = validator;
    count += 1;
    if (notBonded.has(ctx, operator) === isBonded(validator)) return `index of ${operator}`;
    if (slots.get(ctx, slot) !== operator) return `slot ${slot} is not of ${operator}`;
    const power = isBonded(validator) ? powerOf(validator) : 0n;
    if (BigInt(powerInSet(ctx, slot)) !== power) return `slot ${slot} has not power ${power}`;
    if (operators.get(ctx, consensusAddress(consensusPublicKey)) !== operator) {
      return `the consensus key of ${operator} is not known`;
    }
    if (unbondingUntilMs > 0n) queue.add([unbondingUntilMs, operator]);
    if (blsPublicKey.length === 0) continue;
    keys += 1;
    if (blsKeys.get(ctx, blsPublicKey) !== operator) return `the BLS key of ${operator} is unknown`;
  }
  const retired = new Wanted(retiredByOperator);
  const ends = new Wanted(retiredQueue);
  for (const [address, { consensusPublicKey, operator, untilMs }] of retiredKeys.entries(ctx)) {
    count += 1;
    retired.add([operator, address]);
    ends.add([untilMs, address]);
    const isOwn = equalBytes(consensusAddress(consensusPublicKey), address);
    if (!isOwn || operators.get(ctx, address) !== operator) return `retired key of ${operator}`;
  }
  const known = [...operators.entries(ctx)].length;
  if (known !== count) return `${known} consensus addresses, validators and old keys are ${count}`;
  const bls = [...blsKeys.entries(ctx)].length;
  if (bls !== keys) return `${bls} BLS keys, validators have ${keys}`;
  return queue.compare(ctx) ?? retired.compare(ctx) ?? ends.compare(ctx);
}
