/** What validators and delegators earn, in the genesis file. */
import type { GenesisState } from "../../proto/gen/aegis/rewards/v1/genesis.ts";
import { CHUNK_SLOTS, CHUNKS_MAX, REWARD_CHUNK, SLOTS_MAX } from "../../app/checkpoint/chunks.ts";
import { isAccountAddress } from "../../app/lib/address.ts";
import { hex } from "../../app/lib/bytes.ts";
import { AMOUNT_MAX } from "../../app/lib/coin.ts";
import { type Dec, DEC_ONE, DEC_ZERO, formatDec, parseDec } from "../../app/lib/dec.ts";
import type { BlockContext, QueryContext } from "../../app/module/context.ts";
import { setChunk } from "./chunks.ts";
import { SEATS_COUNTED_MAX } from "./constants.ts";
import { beginDelegation } from "./delegatorRewards.ts";
import type { RewardsDeps } from "./deps.ts";
import { distributionFault } from "./distributionInvariants.ts";
import {
  chunks,
  communityPoolOf,
  earnings,
  historical,
  slashEvents,
  standby,
  startingInfos,
  tally,
  withdrawAddresses,
} from "./distributionState.ts";
import { errors } from "./errors.ts";
import { addToCommunityPool } from "./payout.ts";
import { beginValidator } from "./periods.ts";

export type DistributionGenesis = Pick<
  GenesisState,
  | "validators"
  | "historical"
  | "startingInfos"
  | "slashes"
  | "withdrawAddresses"
  | "communityPool"
  | "tally"
  | "standby"
  | "chunks"
>;

export const distributionDefaults: DistributionGenesis = {
  validators: [],
  historical: [],
  startingInfos: [],
  slashes: [],
  withdrawAddresses: [],
  communityPool: formatDec(DEC_ZERO),
  tally: undefined,
  standby: [],
  chunks: [],
};

function check(condition: boolean, what: string): void {
  if (!condition) throw errors.invalidGenesis(what);
}

function decIn(wire: string, where: string): Dec {
  try {
    return parseDec(wire);
  } catch {
    throw errors.invalidGenesis(`${where}: not a decimal`);
  }
}

function checkAddresses<T>(
  list: readonly T[],
  name: string,
  addresses: (one: T) => string[],
): void {
  for (const one of list) check(addresses(one).every(isAccountAddress), `${name}: no address`);
}

/** No two of a list have the same key. */
function once<T>(list: readonly T[], name: string, key: (one: T) => string): void {
  const keys = new Set(list.map(key));
  check(keys.size === list.length, `${name}: something stands twice`);
}

function checkPeriods(genesis: DistributionGenesis): void {
  const { validators, historical: ends, startingInfos: infos, slashes } = genesis;
  checkAddresses(validators, "validators", ({ operator }) => [operator]);
  once(validators, "validators", ({ operator }) => operator);
  once(validators, "validators", ({ slot }) => `${slot}`);
  for (const { operator, slot, period, ...decimals } of validators) {
    const where = `rewards of ${operator}`;
    check(slot < SLOTS_MAX && period > 0n, `${where}: there is no such slot or period`);
    const current = decIn(decimals.current, where);
    const commission = decIn(decimals.commission, where);
    const outstanding = decIn(decimals.outstanding, where);
    check(current + commission <= outstanding, `${where}: less is outstanding than was earned`);
  }
  checkAddresses(ends, "historical", ({ operator }) => [operator]);
  once(ends, "historical", ({ operator, period }) => `${operator}/${period}`);
  for (const { operator, ratio } of ends) decIn(ratio, `historical of ${operator}`);
  checkAddresses(infos, "starting_infos", ({ operator, delegator }) => [operator, delegator]);
  once(infos, "starting_infos", ({ operator, delegator }) => `${operator}/${delegator}`);
  for (const { delegator, stake } of infos) decIn(stake, `starting info of ${delegator}`);
  checkAddresses(slashes, "slashes", ({ operator }) => [operator]);
  once(slashes, "slashes", ({ operator, height, period }) => `${operator}/${height}/${period}`);
  for (const { operator, fraction } of slashes) {
    check(decIn(fraction, `slash of ${operator}`) <= DEC_ONE, `slash of ${operator}: above 1`);
  }
}

/** Needs no state. @throws ModuleError naming what is wrong. */
export function checkDistribution(genesis: DistributionGenesis): void {
  checkPeriods(genesis);
  const { withdrawAddresses: redirected, standby: pools, chunks: waiting } = genesis;
  checkAddresses(redirected, "withdraw_addresses", (one) => [one.delegator, one.address]);
  once(redirected, "withdraw_addresses", ({ delegator }) => delegator);
  decIn(genesis.communityPool === "" ? "0" : genesis.communityPool, "community_pool");
  const seats = genesis.tally?.seats ?? [];
  once(seats, "tally", ({ consensusAddress }) => hex(consensusAddress));
  check(
    seats.length <= SEATS_COUNTED_MAX &&
      seats.every((seat) => seat.consensusAddress.length === 20 && seat.proposed + seat.signed > 0),
    "tally: too many seats, or one without an address or a block",
  );
  once(pools, "standby", ({ epoch }) => `${epoch}`);
  for (const { epoch, amount, included } of pools) {
    const isFit = amount > 0n && amount <= AMOUNT_MAX && included <= amount;
    check(isFit, `standby of epoch ${epoch}: amounts are out of range`);
  }
  once(waiting, "chunks", ({ chunk }) => `${chunk}`);
  for (const { chunk, rewards } of waiting) {
    const isFit = chunk < CHUNKS_MAX && rewards.length === CHUNK_SLOTS * REWARD_CHUNK.entryBytes;
    check(
      isFit && rewards.some((byte) => byte !== 0),
      `chunk ${chunk}: unknown, malformed or empty`,
    );
  }
}

/** Lets validators of staking earn that the genesis does not know, and their delegations. */
function beginMissing(deps: RewardsDeps, ctx: BlockContext): void {
  for (const validator of [...deps.staking.validators(ctx)]) {
    const { operator } = validator;
    if (earnings.has(ctx, operator)) continue;
    beginValidator(ctx, validator);
    for (const [delegator] of [...deps.staking.delegatorsOf(ctx, operator)]) {
      check(!startingInfos.has(ctx, [operator, delegator]), `${operator} begins, delegations not`);
      beginDelegation(deps, ctx, delegator, operator);
    }
  }
}

/** Writes a checked genesis. @throws ModuleError when it does not fit staking or the bank. */
export function initDistribution(
  deps: RewardsDeps,
  ctx: BlockContext,
  genesis: DistributionGenesis,
): void {
  for (const one of genesis.validators) earnings.set(ctx, one.operator, one);
  for (const one of genesis.historical) historical.set(ctx, [one.operator, one.period], one);
  for (const one of genesis.startingInfos)
    startingInfos.set(ctx, [one.operator, one.delegator], one);
  for (const one of genesis.slashes) {
    slashEvents.set(ctx, [one.operator, one.height, one.period], one);
  }
  for (const { delegator, address } of genesis.withdrawAddresses) {
    check(!deps.bank.isBlocked(address), `withdraw_addresses: ${address} is a module's`);
    withdrawAddresses.set(ctx, delegator, address);
  }
  addToCommunityPool(ctx, parseDec(genesis.communityPool === "" ? "0" : genesis.communityPool));
  if (genesis.tally !== undefined) tally.set(ctx, genesis.tally);
  for (const pool of genesis.standby) standby.set(ctx, pool.epoch, pool);
  for (const { chunk, rewards } of genesis.chunks) setChunk(ctx, chunk, rewards);
  beginMissing(deps, ctx);
  const fault = distributionFault(deps, ctx);
  if (fault !== undefined) throw errors.invalidGenesis(fault);
}

export function exportDistribution(ctx: QueryContext): DistributionGenesis {
  return {
    validators: [...earnings.entries(ctx)].map(([, one]) => one),
    historical: [...historical.entries(ctx)].map(([, one]) => one),
    startingInfos: [...startingInfos.entries(ctx)].map(([, one]) => one),
    slashes: [...slashEvents.entries(ctx)].map(([, one]) => one),
    withdrawAddresses: [...withdrawAddresses.entries(ctx)].map(([delegator, address]) => ({
      delegator,
      address,
    })),
    communityPool: formatDec(communityPoolOf(ctx)),
    tally: tally.get(ctx),
    standby: [...standby.entries(ctx)].map(([, one]) => one),
    chunks: [...chunks.entries(ctx)].map(([chunk, rewards]) => ({ chunk, rewards })),
  };
}
