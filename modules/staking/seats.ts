/**
 * Who gets the seats of a committee: at genesis and at the end of each epoch. Every seat has the
 * same power, but for one, drawn anew each epoch, that has one unit more: CometBFT becomes slow
 * with a set that never changes.
 */
import type { CommitteeMember } from "../../proto/gen/aegis/staking/v1/staking.ts";
import { hasBit } from "../../app/checkpoint/bitfield.ts";
import { CHUNK_SLOTS } from "../../app/checkpoint/chunks.ts";
import type { ValidatorSet } from "../../app/checkpoint/validatorSet.ts";
import { compareBytes, hex, preimage } from "../../app/lib/bytes.ts";
import { mulDiv } from "../../app/lib/coin.ts";
import { hashWords, uniform, type Words } from "../../app/lib/draw.ts";
import type { BlockContext, QueryContext } from "../../app/module/context.ts";
import { committeeAt, consensusAddress, setComing } from "./committee.ts";
import { CHANGED_SEAT_POWER, MILLION, SEAT_POWER, UPDATE_DELAY } from "./constants.ts";
import { slots } from "./delegationState.ts";
import { committeeRotated } from "./events.ts";
import { rotate } from "./rotation.ts";
import { operators, params, validators } from "./state.ts";

/** Numbers of an epoch's draw. */
function committeeWords(ctx: QueryContext): Words {
  const { chainId, epoch, beacon } = ctx.block;
  return hashWords(
    preimage(
      { domain: "aegis/committee/v1" },
      { text: chainId },
      { integer: epoch },
      { hash: beacon },
    ),
  );
}

/** Seats of these slots in order of consensus address. */
function seatsOf(ctx: QueryContext, taken: readonly number[], words: Words): CommitteeMember[] {
  const changed = Number(uniform(words, BigInt(taken.length)));
  return taken
    .map((slot, at) => {
      const { consensusPublicKey } = validators.require(ctx, slots.require(ctx, slot));
      const power = at === changed ? CHANGED_SEAT_POWER : SEAT_POWER;
      return { consensusAddress: consensusAddress(consensusPublicKey), power };
    })
    .sort((a, b) => compareBytes(a.consensusAddress, b.consensusAddress));
}

/** The committee of a new chain: as many as there are seats, drawn by power from `set`. */
export function firstCommittee(ctx: QueryContext, set: ValidatorSet): CommitteeMember[] {
  const { committeeSize: size } = params.require(ctx);
  const powers = Array.from({ length: set.slots }, (_, slot) => set.powerOf(slot));
  const words = committeeWords(ctx);
  const taken = rotate({ seats: [], powers, size, changes: size }, words);
  return taken.length === 0 ? [] : seatsOf(ctx, taken, words);
}

/**
 * Powers of the slots that may have a seat: in the running set and in the next one, so that a BLS
 * key signs no beacon before the second epoch after its registration, and known to be alive.
 */
function eligible(
  running: ValidatorSet | undefined,
  next: ValidatorSet,
  attesters: Uint8Array | undefined,
): number[] {
  const powers: number[] = [];
  for (let chunk = 0; powers.length < next.slots; chunk += 1) {
    const now = next.powersOf(chunk);
    const before = running === undefined ? now : running.powersOf(chunk);
    for (let index = 0; index < CHUNK_SLOTS; index += 1) {
      const isKnown = (before?.[index] ?? 0) > 0;
      const isAlive = attesters === undefined || hasBit(attesters, powers.length);
      powers.push(isKnown && isAlive ? (now?.[index] ?? 0) : 0);
    }
  }
  return powers;
}

/** What an epoch's end decides by. */
export interface Standing {
  /** The set of the epoch that ends; undefined in its chain's first one. */
  readonly running: ValidatorSet | undefined;
  readonly next: ValidatorSet;
  /** Slots that attested lately; undefined when nobody could. */
  readonly attesters: Uint8Array | undefined;
}

/** Draws the committee of the next epoch, which acts two heights on, from the one that there is. */
export function rotateCommittee(ctx: BlockContext, { running, next, attesters }: Standing): void {
  const { committeeSize: size, committeeChurnMillionths: churn } = params.require(ctx);
  const before = committeeAt(ctx, ctx.block.height + UPDATE_DELAY)?.members ?? [];
  if (before.length === 0) return;
  const seats = before.map(({ consensusAddress: address }) => {
    return validators.require(ctx, operators.require(ctx, address)).slot;
  });
  const share = Number(mulDiv(BigInt(seats.length), BigInt(churn), MILLION));
  const words = committeeWords(ctx);
  const powers = eligible(running, next, attesters);
  const taken = rotate({ seats, powers, size, changes: Math.max(share, 1) }, words);
  const members = seatsOf(ctx, taken, words);
  setComing(ctx, members);
  const old = new Set(before.map((seat) => hex(seat.consensusAddress)));
  const joined = members.filter((seat) => !old.has(hex(seat.consensusAddress))).length;
  ctx.emit(committeeRotated, {
    epoch: ctx.block.epoch + 1n,
    seats: members.length,
    joined,
    left: before.length + joined - members.length,
    members: next.members,
    totalPower: BigInt(next.totalPower),
    eligible: powers.filter((power) => power > 0).length,
  });
}
