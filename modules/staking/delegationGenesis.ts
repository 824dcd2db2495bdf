/** Delegations in the genesis file, what is taken or moved from them, and replaced keys. */
import type { GenesisState } from "../../proto/gen/aegis/staking/v1/genesis.ts";
import type { UnbondingEntry, Validator } from "../../proto/gen/aegis/staking/v1/staking.ts";
import { isAccountAddress, moduleAddress } from "../../app/lib/address.ts";
import { hex } from "../../app/lib/bytes.ts";
import { AMOUNT_MAX } from "../../app/lib/coin.ts";
import { addDec, type Dec, DEC_ZERO, formatDec, parseDec } from "../../app/lib/dec.ts";
import type { BlockContext, QueryContext } from "../../app/module/context.ts";
import { BONDED_POOL, NOT_BONDED_POOL } from "./constants.ts";
import { setDelegation } from "./delegations.ts";
import { delegations, redelegations, retiredKeys, unbondings } from "./delegationState.ts";
import type { StakingDeps } from "./deps.ts";
import { errors } from "./errors.ts";
import { keepRetired } from "./keys.ts";
import { poolOf } from "./pools.ts";
import { setRedelegation } from "./redelegation.ts";
import { setUnbonding } from "./unbonding.ts";

function check(condition: boolean, what: string): void {
  if (!condition) throw errors.invalidGenesis(what);
}

function sharesIn(wire: string, where: string): Dec {
  try {
    return parseDec(wire);
  } catch {
    throw errors.invalidGenesis(`${where}: shares are not a decimal`);
  }
}

/** Delegations of `genesis` must be exactly what its validators say. @throws ModuleError. */
function checkShares({ delegations: list, validators }: GenesisState): void {
  const sums = new Map<string, Dec>(validators.map(({ operator }) => [operator, DEC_ZERO]));
  const seen = new Set<string>();
  for (const { delegator, operator, shares } of list) {
    const where = `delegation of ${delegator} to ${operator}`;
    const sum = sums.get(operator);
    if (sum === undefined) throw errors.invalidGenesis(`${where}: unknown validator`);
    check(isAccountAddress(delegator), `${where}: not an account address`);
    check(!seen.has(`${delegator}/${operator}`), `${where} stands twice`);
    seen.add(`${delegator}/${operator}`);
    const own = sharesIn(shares, where);
    check(own > 0n, `${where}: shares must be positive`);
    sums.set(operator, addDec(sum, own));
  }
  for (const { operator, delegatorShares, tokens } of validators) {
    const sum = formatDec(sums.get(operator) ?? DEC_ZERO);
    check(sum === delegatorShares, `validator ${operator}: delegations sum to ${sum}`);
    check(sum !== "0" || tokens === 0n, `validator ${operator}: its tokens are nobody's`);
  }
}

type Timed = Pick<UnbondingEntry, "completionMs" | "initialBalance">;

function checkEntries(entries: readonly Timed[], where: string): void {
  check(entries.length > 0, `${where}: no entries`);
  for (const { completionMs, initialBalance } of entries) {
    check(completionMs > 0n && initialBalance > 0n, `${where}: an entry lacks time or balance`);
    check(initialBalance <= AMOUNT_MAX, `${where}: a balance exceeds 2^63 - 1`);
  }
}

function checkUnbondings({ unbondingDelegations }: GenesisState): void {
  const seen = new Set<string>();
  for (const { delegator, operator, entries } of unbondingDelegations) {
    const where = `unbonding of ${delegator} from ${operator}`;
    check([delegator, operator].every(isAccountAddress), `${where}: not an account address`);
    check(!seen.has(`${delegator}/${operator}`), `${where} stands twice`);
    seen.add(`${delegator}/${operator}`);
    checkEntries(entries, where);
    check(
      entries.every(({ balance, initialBalance }) => balance <= initialBalance),
      `${where}: more is left than there was`,
    );
  }
}

function checkRedelegations({ redelegations: list }: GenesisState): void {
  const seen = new Set<string>();
  for (const { delegator, source, destination, entries } of list) {
    const where = `redelegation of ${delegator} from ${source} to ${destination}`;
    const all = [delegator, source, destination];
    check(all.every(isAccountAddress), `${where}: not an account address`);
    check(source !== destination && !seen.has(all.join("/")), `${where}: twice, or to itself`);
    seen.add(all.join("/"));
    checkEntries(entries, where);
    for (const { shares } of entries) sharesIn(shares, where);
  }
}

function checkRetired({ retiredKeys: list, validators }: GenesisState): void {
  const known = new Set(validators.map(({ operator }) => operator));
  const keys = new Set(validators.map(({ consensusPublicKey }) => hex(consensusPublicKey)));
  for (const { consensusPublicKey, operator, untilMs } of list) {
    const key = hex(consensusPublicKey);
    const isFit = consensusPublicKey.length === 32 && untilMs > 0n && known.has(operator);
    check(isFit && !keys.has(key), `retired key ${key}: unknown operator, twice or malformed`);
    keys.add(key);
  }
}

/** @throws ModuleError naming what does not fit. */
export function checkDelegations(genesis: GenesisState): void {
  checkShares(genesis);
  checkUnbondings(genesis);
  checkRedelegations(genesis);
  checkRetired(genesis);
}

/** What should lie in a pool: tokens of its validators, and in one what is being taken back. */
export function poolSum(
  pool: string,
  validators: Iterable<Validator>,
  taken: Iterable<{ readonly entries: readonly UnbondingEntry[] }>,
): bigint {
  let sum = 0n;
  for (const validator of validators) if (poolOf(validator) === pool) sum += validator.tokens;
  if (pool !== NOT_BONDED_POOL) return sum;
  for (const { entries } of taken) for (const { balance } of entries) sum += balance;
  return sum;
}

/** Writes a checked genesis. @throws ModuleError when a pool does not hold what it should. */
export function initDelegations(deps: StakingDeps, ctx: BlockContext, genesis: GenesisState): void {
  for (const pool of [BONDED_POOL, NOT_BONDED_POOL]) {
    const wanted = poolSum(pool, genesis.validators, genesis.unbondingDelegations);
    const held = deps.bank.balance(ctx, moduleAddress(pool));
    check(held === wanted, `${pool} holds ${held}, stakes sum to ${wanted}`);
  }
  for (const one of genesis.delegations) setDelegation(ctx, one, parseDec(one.shares));
  for (const one of genesis.unbondingDelegations) setUnbonding(ctx, one);
  for (const one of genesis.redelegations) setRedelegation(ctx, one);
  for (const key of genesis.retiredKeys) keepRetired(ctx, key);
}

type Exported = Pick<
  GenesisState,
  "delegations" | "unbondingDelegations" | "redelegations" | "retiredKeys"
>;

/** The part of the genesis that this file writes. */
export function exportDelegations(ctx: QueryContext): Exported {
  return {
    delegations: [...delegations.entries(ctx)].map(([[delegator, operator], shares]) => ({
      delegator,
      operator,
      shares: formatDec(shares),
    })),
    unbondingDelegations: [...unbondings.entries(ctx)].map(([, one]) => one),
    redelegations: [...redelegations.entries(ctx)].map(([, one]) => one),
    retiredKeys: [...retiredKeys.entries(ctx)].map(([, one]) => one),
  };
}
