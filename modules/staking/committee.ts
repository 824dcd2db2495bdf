/**
 * Who runs consensus at which height. A committee is kept from the height at which it begins to act
 * until no block, vote or beacon can refer to it any more.
 */
import type {
  Committee,
  CommitteeMember,
  Validator,
} from "../../proto/gen/aegis/staking/v1/staking.ts";
import { assert, present } from "../../app/lib/assert.ts";
import { compareBytes, equalBytes, hex, sha256 } from "../../app/lib/bytes.ts";
import { uint64Key } from "../../app/module/collections/codecs.ts";
import type { BlockContext, QueryContext } from "../../app/module/context.ts";
import type { ValidatorUpdate } from "../../app/module/module.ts";
import { KEY_HEIGHTS, UASI_PER_POWER, UPDATE_DELAY } from "./constants.ts";
import { retiredKeys } from "./delegationState.ts";
import { isBonded } from "./pools.ts";
import { committees, operators, params, validators } from "./state.ts";

/** CometBFT's address of an Ed25519 key: 20 bytes. */
export function consensusAddress(publicKey: Uint8Array): Uint8Array {
  return sha256(publicKey).slice(0, 20);
}

/** Voting power of a validator's stake, licences included. */
export function powerOf({ tokens, licenceStake }: Validator): bigint {
  return (tokens + licenceStake) / UASI_PER_POWER;
}

/** Whether a validator can have a seat: bonded, and with the key that seats sign with. */
export function canHaveSeat(validator: Validator): boolean {
  return isBonded(validator) && validator.blsPublicKey.length > 0;
}

/** The key whose address this is: of a validator, or one that it voted with before. */
export function consensusKeyOf(ctx: QueryContext, address: Uint8Array): Uint8Array {
  const { consensusPublicKey } = validators.require(ctx, operators.require(ctx, address));
  if (equalBytes(consensusAddress(consensusPublicKey), address)) return consensusPublicKey;
  return retiredKeys.require(ctx, address).consensusPublicKey;
}

/** The committee that signs `height`, or undefined when it is not kept (any more). */
export function committeeAt(ctx: QueryContext, height: bigint): Committee | undefined {
  const end = uint64Key.encode(height + 1n);
  for (const [, committee] of committees.entries(ctx, { end, reverse: true })) return committee;
  return undefined;
}

/** The committee as it will be when the changes of this block act. */
export function comingCommittee(ctx: BlockContext): Committee {
  return present(committeeAt(ctx, ctx.block.height + UPDATE_DELAY), "the coming committee");
}

/** Sets the committee that acts when CometBFT uses the changes of this block. */
export function setComing(ctx: BlockContext, members: readonly CommitteeMember[]): void {
  assert(members.length > 0, "a committee is never empty");
  const fromHeight = ctx.block.height + UPDATE_DELAY;
  committees.set(ctx, fromHeight, { fromHeight, members });
}

/**
 * Takes the seat of a validator, if it has one, that may not keep it: at once, unless too few would
 * remain. Then it stays until somebody can take it.
 */
export function leaveSeat(ctx: BlockContext, validator: Validator): void {
  if (canHaveSeat(validator)) return;
  const coming = committeeAt(ctx, ctx.block.height + UPDATE_DELAY)?.members ?? [];
  const address = consensusAddress(validator.consensusPublicKey);
  const others = coming.filter((seat) => !equalBytes(seat.consensusAddress, address));
  const isEnough = others.length >= params.require(ctx).minCommitteeSize;
  if (others.length < coming.length && isEnough) setComing(ctx, others);
}

/** Gives the seat of consensus address `from`, if there is one, to `to`. */
export function renameSeat(ctx: BlockContext, from: Uint8Array, to: Uint8Array): void {
  const coming = committeeAt(ctx, ctx.block.height + UPDATE_DELAY)?.members ?? [];
  if (!coming.some((seat) => equalBytes(seat.consensusAddress, from))) return;
  const renamed = coming.map((seat) =>
    equalBytes(seat.consensusAddress, from) ? { ...seat, consensusAddress: to } : seat,
  );
  renamed.sort((a, b) => compareBytes(a.consensusAddress, b.consensusAddress));
  setComing(ctx, renamed);
}

/** Whether `address` has a seat in any committee that is kept. */
export function isKept(ctx: QueryContext, address: Uint8Array): boolean {
  for (const [, { members }] of committees.entries(ctx)) {
    if (members.some((seat) => equalBytes(seat.consensusAddress, address))) return true;
  }
  return false;
}

/** What CometBFT must be told at the end of this block. */
export function committeeUpdates(ctx: BlockContext): readonly ValidatorUpdate[] {
  const coming = committees.get(ctx, ctx.block.height + UPDATE_DELAY);
  if (coming === undefined) return [];
  const before = present(
    committeeAt(ctx, ctx.block.height + UPDATE_DELAY - 1n),
    "the committee before a change",
  );
  return changes(before.members, coming.members).map(({ consensusAddress: address, power }) => ({
    publicKey: consensusKeyOf(ctx, address),
    power,
  }));
}

/** Seats of `after` that are new or changed, then those that are gone with power 0. */
export function changes(
  before: readonly CommitteeMember[],
  after: readonly CommitteeMember[],
): readonly CommitteeMember[] {
  const old = new Map(before.map((seat) => [hex(seat.consensusAddress), seat.power]));
  const kept = new Set(after.map((seat) => hex(seat.consensusAddress)));
  return [
    ...after.filter((seat) => old.get(hex(seat.consensusAddress)) !== seat.power),
    ...before
      .filter((seat) => !kept.has(hex(seat.consensusAddress)))
      .map((seat) => ({ ...seat, power: 0n })),
  ];
}

/** Whether `address` had a seat at `height` or at one of the KEY_HEIGHTS heights before it. */
export function hadSeat(ctx: QueryContext, address: Uint8Array, height: bigint): boolean {
  for (let back = 0n; back <= KEY_HEIGHTS && back <= height; back += 1n) {
    const members = committeeAt(ctx, height - back)?.members ?? [];
    if (members.some((seat) => equalBytes(seat.consensusAddress, address))) return true;
  }
  return false;
}

/** Removes committees whose last height no key and no historical info is asked for any more. */
export function forgetOldCommittees(ctx: BlockContext): void {
  const shown = BigInt(params.require(ctx).historicalEntries);
  const needed = ctx.block.height - (shown > KEY_HEIGHTS ? shown : KEY_HEIGHTS);
  if (needed < 0n) return;
  const started = [...committees.entries(ctx, { end: uint64Key.encode(needed + 1n) })];
  for (const [fromHeight] of started.slice(0, -1)) committees.delete(ctx, fromHeight);
}
