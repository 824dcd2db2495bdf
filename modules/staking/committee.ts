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
import { committees, operators, validators } from "./state.ts";

/** CometBFT's address of an Ed25519 key: 20 bytes. */
export function consensusAddress(publicKey: Uint8Array): Uint8Array {
  return sha256(publicKey).slice(0, 20);
}

/** Voting power of a validator's stake, licences included. */
export function powerOf({ selfStake, licenceStake }: Validator): bigint {
  return (selfStake + licenceStake) / UASI_PER_POWER;
}

/** The seats of `list` in order of consensus address, power by stake; the jailed have none. */
export function seats(list: readonly Validator[]): readonly CommitteeMember[] {
  return list
    .filter(({ jailedHeight }) => jailedHeight === 0n)
    .map((validator) => ({
      consensusAddress: consensusAddress(validator.consensusPublicKey),
      power: powerOf(validator),
    }))
    .sort((a, b) => compareBytes(a.consensusAddress, b.consensusAddress));
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

/** Gives the seat of a validator, if it has one, the power of its changed stake. */
export function refreshSeat(ctx: BlockContext, validator: Validator): void {
  const address = consensusAddress(validator.consensusPublicKey);
  const { members } = comingCommittee(ctx);
  const power = powerOf(validator);
  const next = members.map((seat) =>
    equalBytes(seat.consensusAddress, address) ? { ...seat, power } : seat,
  );
  setComing(ctx, next);
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
    publicKey: validators.require(ctx, operators.require(ctx, address)).consensusPublicKey,
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

/** Removes committees whose last height is more than KEY_HEIGHTS before the next block. */
export function forgetOldCommittees(ctx: BlockContext): void {
  const needed = ctx.block.height - KEY_HEIGHTS;
  if (needed < 0n) return;
  const started = [...committees.entries(ctx, { end: uint64Key.encode(needed + 1n) })];
  for (const [fromHeight] of started.slice(0, -1)) committees.delete(ctx, fromHeight);
}
