/**
 * Licences: each stands for a fixed stake behind one validator or one node. They come from genesis
 * only, and their tokens lie in an account of their own from the beginning, so that none is minted.
 */
import { type Licence, LicenceUse } from "../../proto/gen/aegis/staking/v1/staking.ts";
import { moduleAddress } from "../../app/lib/address.ts";
import { assert } from "../../app/lib/assert.ts";
import type { Readable } from "../../app/module/collections/schema.ts";
import type { BlockContext } from "../../app/module/context.ts";
import { LICENCES_ACCOUNT, LICENCES_PER_BACKER_MAX } from "./constants.ts";
import type { StakingDeps } from "./deps.ts";
import { errors } from "./errors.ts";
import { licenceRedeemed, licenceReleased, licenceReleasing, licenceUsed } from "./events.ts";
import {
  backerPrefix,
  licenceReleases,
  licences,
  licencesByBacker,
  licencesByOwner,
  licenceStakeItem,
  licenceTotals,
  params,
  validators,
} from "./state.ts";
import { settle } from "./status.ts";

/** What a licence can stand behind. */
export interface Backed {
  readonly use: LicenceUse;
  /** Operator of the validator or address of the node. */
  readonly address: string;
}

/** The licences behind something. */
export interface Backing {
  /** All of them. */
  readonly licences: number;
  /** What those that count stand for, in uasi. */
  readonly stake: bigint;
}

/** Whether a licence is stake of what it backs: not while suspended or being taken back. */
export function counts(licence: Licence): boolean {
  return licence.suspendedUntilEpoch === 0n && licence.releasingUntilMs === 0n;
}

/** The licences behind something, by number. */
export function licencesBehind(ctx: Readable, { use, address }: Backed): Licence[] {
  const keys = licencesByBacker.keys(ctx, { prefix: backerPrefix(use, address) });
  return [...keys].map(([, [, number]]) => licences.require(ctx, number));
}

export function backingOf(ctx: Readable, backed: Backed): Backing {
  const all = licencesBehind(ctx, backed);
  const stake = BigInt(all.filter(counts).length) * licenceStakeItem.require(ctx);
  return { licences: all.length, stake };
}

/** Tells what has licences behind it that these have changed. */
export function refresh(deps: StakingDeps, ctx: BlockContext, backed: Backed): void {
  const { licences: count, stake } = backingOf(ctx, backed);
  if (backed.use === LicenceUse.LICENCE_USE_NODE) {
    deps.nodes.licencesChanged(ctx, backed.address, { licences: count, stake });
    return;
  }
  const { licenceStake } = validators.require(ctx, backed.address);
  if (stake !== licenceStake) deps.hooks.beforeValidatorModified(ctx, backed.address);
  const validator = validators.require(ctx, backed.address);
  validators.set(ctx, backed.address, { ...validator, licences: count, licenceStake: stake });
  if (stake !== licenceStake) settle(deps, ctx, backed.address);
}

/**
 * Puts licences that back nothing behind something.
 * @throws ModuleError unknownLicence, licenceInUse, licenceSuspended or tooManyLicences.
 */
export function useLicences(
  deps: StakingDeps,
  ctx: BlockContext,
  owner: string,
  numbers: readonly number[],
  backed: Backed,
): void {
  for (const number of numbers) {
    const licence = requireOwn(ctx, owner, number);
    if (licence.use !== LicenceUse.LICENCE_USE_NOTHING) throw errors.licenceInUse(`${number}`);
    if (licence.suspendedUntilEpoch > 0n) throw errors.licenceSuspended(`${number}`);
    const { use, address: backs } = backed;
    licences.set(ctx, number, { ...licence, use, backs });
    licencesByBacker.add(ctx, [use, [backs, number]]);
    ctx.emit(licenceUsed, { number, owner, use, backs });
  }
  if (numbers.length === 0) return;
  refresh(deps, ctx, backed);
  const { licences: count } = backingOf(ctx, backed);
  if (count > LICENCES_PER_BACKER_MAX) throw errors.tooManyLicences(`${count}`);
}

/** @throws ModuleError unknownLicence: there is none, or another account owns it. */
export function requireOwn(ctx: Readable, owner: string, number: number): Licence {
  const licence = licences.get(ctx, number);
  if (licence?.owner !== owner) throw errors.unknownLicence(`${number}`);
  return licence;
}

/**
 * Begins to take a licence back: it counts no more, and a fault still reaches it until `untilMs`.
 * @throws ModuleError unknownLicence, licenceElsewhere or licenceReleasing.
 */
export function beginRelease(
  deps: StakingDeps,
  ctx: BlockContext,
  owner: string,
  number: number,
  backed: Backed,
  untilMs: bigint,
): void {
  const licence = requireOwn(ctx, owner, number);
  const isHere = licence.use === backed.use && licence.backs === backed.address;
  if (!isHere) throw errors.licenceElsewhere(`${number}`);
  if (licence.releasingUntilMs > 0n) throw errors.licenceReleasing(`${number}`);
  licences.set(ctx, number, { ...licence, releasingUntilMs: untilMs });
  licenceReleases.add(ctx, [untilMs, number]);
  ctx.emit(licenceReleasing, { number, backs: backed.address, untilMs });
  refresh(deps, ctx, backed);
}

/** Takes a licence out of every index that says what it backs. */
export function detach(ctx: BlockContext, licence: Licence): void {
  const { number, use, backs, releasingUntilMs } = licence;
  licencesByBacker.delete(ctx, [use, [backs, number]]);
  if (releasingUntilMs > 0n) licenceReleases.delete(ctx, [releasingUntilMs, number]);
}

/** A licence backs nothing any more; it is for the caller to refresh what it backed. */
export function setFree(ctx: BlockContext, licence: Licence): void {
  const { number, owner, backs } = licence;
  detach(ctx, licence);
  const use = LicenceUse.LICENCE_USE_NOTHING;
  licences.set(ctx, number, { ...licence, use, backs: "", releasingUntilMs: 0n });
  ctx.emit(licenceReleased, { number, owner, backs });
}

/**
 * Burns a licence that backs nothing and pays its owner; returns what, in uasi.
 * @throws ModuleError redemptionDisabled, unknownLicence, licenceInUse or licenceSuspended.
 */
export function redeem(
  deps: StakingDeps,
  ctx: BlockContext,
  owner: string,
  number: number,
): bigint {
  if (!params.require(ctx).redemptionEnabled) throw errors.redemptionDisabled();
  const licence = requireOwn(ctx, owner, number);
  if (licence.use !== LicenceUse.LICENCE_USE_NOTHING) throw errors.licenceInUse(`${number}`);
  if (licence.suspendedUntilEpoch > 0n) throw errors.licenceSuspended(`${number}`);
  remove(ctx, licence);
  const totals = licenceTotals.require(ctx);
  licenceTotals.set(ctx, { ...totals, redeemed: totals.redeemed + 1 });
  const amount = licenceStakeItem.require(ctx);
  deps.bank.send(ctx, moduleAddress(LICENCES_ACCOUNT), owner, amount);
  ctx.emit(licenceRedeemed, { number, owner, amount });
  return amount;
}

/** A licence is no more. It must be counted, and its tokens moved, by the caller. */
export function remove(ctx: BlockContext, licence: Licence): void {
  const { number, owner } = licence;
  assert(licence.suspendedUntilEpoch === 0n, "a suspended licence is not burned");
  licences.delete(ctx, number);
  licencesByOwner.delete(ctx, [owner, number]);
}
