/** What a fault does to licences, and what the clock does: releases and ends of suspensions. */
import { type Licence, LicenceUse } from "../../proto/gen/aegis/staking/v1/staking.ts";
import { moduleAddress } from "../../app/lib/address.ts";
import { assert } from "../../app/lib/assert.ts";
import type { Readable } from "../../app/module/collections/schema.ts";
import type { BlockContext } from "../../app/module/context.ts";
import { LICENCES_ACCOUNT, LICENCES_PER_BLOCK } from "./constants.ts";
import type { StakingDeps } from "./deps.ts";
import { firstDue } from "./due.ts";
import { licenceLiquidated, licenceReinstated, licenceSuspended } from "./events.ts";
import { type Backed, detach, licencesBehind, refresh, remove, setFree } from "./licences.ts";
import {
  licenceReleases,
  licences,
  licenceStakeItem,
  licenceSuspensions,
  licenceTotals,
  params,
} from "./state.ts";

/** What a fault did. */
export interface LicencePenalty {
  readonly liquidated: readonly number[];
  readonly suspended: readonly number[];
  /** Tokens of the liquidated ones, in uasi. */
  readonly tokens: bigint;
}

/** Licences that a fault can reach: those on their way back too, suspended ones not again. */
function reachable(ctx: Readable, backed: Backed): Licence[] {
  return licencesBehind(ctx, backed).filter((one) => one.suspendedUntilEpoch === 0n);
}

/** What licences stand for when a fault is punished, in uasi. */
export function slashableStake(ctx: Readable, backed: Backed): bigint {
  return BigInt(reachable(ctx, backed).length) * licenceStakeItem.require(ctx);
}

/**
 * Makes licences pay `amount` (> 0), which is at most what they stand for: the first ⌈amount ÷
 * licence_stake⌉ by number are suspended in testnet mode; otherwise they are burned, and their
 * tokens go to the account of `toModule`.
 */
export function penalise(
  deps: StakingDeps,
  ctx: BlockContext,
  backed: Backed,
  amount: bigint,
  toModule: string,
): LicencePenalty {
  const each = licenceStakeItem.require(ctx);
  const count = Number((amount + each - 1n) / each);
  const hit = reachable(ctx, backed).slice(0, count);
  assert(hit.length === count, "licences cannot pay more than they stand for");
  const numbers = hit.map((one) => one.number);
  if (params.require(ctx).testnet) {
    for (const licence of hit) suspend(ctx, licence);
    refresh(deps, ctx, backed);
    return { liquidated: [], suspended: numbers, tokens: 0n };
  }
  for (const licence of hit) liquidate(ctx, licence, each);
  const totals = licenceTotals.require(ctx);
  licenceTotals.set(ctx, { ...totals, liquidated: totals.liquidated + count });
  const tokens = BigInt(count) * each;
  deps.bank.send(ctx, moduleAddress(LICENCES_ACCOUNT), moduleAddress(toModule), tokens);
  refresh(deps, ctx, backed);
  return { liquidated: numbers, suspended: [], tokens };
}

function suspend(ctx: BlockContext, licence: Licence): void {
  const { number, owner, backs } = licence;
  const epochs = BigInt(params.require(ctx).licenceSuspensionEpochs);
  const suspendedUntilEpoch = ctx.block.epoch + epochs;
  licences.set(ctx, number, { ...licence, suspendedUntilEpoch });
  licenceSuspensions.add(ctx, [suspendedUntilEpoch, number]);
  ctx.emit(licenceSuspended, { number, owner, backs, untilEpoch: suspendedUntilEpoch });
}

function liquidate(ctx: BlockContext, licence: Licence, amount: bigint): void {
  const { number, owner, backs } = licence;
  detach(ctx, licence);
  remove(ctx, licence);
  ctx.emit(licenceLiquidated, { number, owner, backs, amount });
}

/** Frees every licence behind a node that is gone: it has no work that could be disputed. */
export function freeLicences(ctx: BlockContext, backed: Backed): void {
  for (const licence of licencesBehind(ctx, backed)) setFree(ctx, licence);
}

/** End of a block: what is due on the clock and by epoch, some of it per block. */
export function runLicences(deps: StakingDeps, ctx: BlockContext): void {
  const changed = new Map<string, Backed>();
  const touch = ({ use, backs }: Licence): void => {
    if (use === LicenceUse.LICENCE_USE_NOTHING) return;
    changed.set(`${use}/${backs}`, { use, address: backs });
  };
  for (const key of firstDue(ctx, licenceSuspensions, ctx.block.epoch, LICENCES_PER_BLOCK)) {
    licenceSuspensions.delete(ctx, key);
    const licence = licences.require(ctx, key[1]);
    licences.set(ctx, key[1], { ...licence, suspendedUntilEpoch: 0n });
    ctx.emit(licenceReinstated, { number: key[1], backs: licence.backs });
    touch(licence);
  }
  for (const key of firstDue(ctx, licenceReleases, ctx.block.clockMs, LICENCES_PER_BLOCK)) {
    const licence = licences.require(ctx, key[1]);
    setFree(ctx, licence);
    touch(licence);
  }
  for (const backed of changed.values()) refresh(deps, ctx, backed);
}
