/**
 * The part of validators' income for who attests: set aside at the end of an epoch, divided by
 * power when its checkpoint closes. They may be 48,000, so that it only lands in chunks by slot.
 */
import { hasBit } from "../../app/checkpoint/bitfield.ts";
import { CHUNK_SLOTS, chunkOf, REWARD_CHUNK } from "../../app/checkpoint/chunks.ts";
import type { SlotReader } from "../../app/checkpoint/validatorSet.ts";
import { moduleAddress } from "../../app/lib/address.ts";
import { mulDiv, smallerAmount } from "../../app/lib/coin.ts";
import type { BlockContext } from "../../app/module/context.ts";
import { entriesOf, setChunk } from "./chunks.ts";
import { DISTRIBUTION_ACCOUNT, FEE_COLLECTOR, MILLION, STANDBY_EPOCHS } from "./constants.ts";
import type { RewardsDeps } from "./deps.ts";
import { standby } from "./distributionState.ts";
import { includerPaid, standbyPaid } from "./events.ts";
import { params } from "./state.ts";

/** Who attested the final checkpoint of an epoch. */
export interface Attesters {
  readonly epoch: bigint;
  /** The epoch's validators. */
  readonly set: SlotReader;
  /** Bitfield over the slots of `set`. */
  readonly signers: Uint8Array;
}

/** Sets `amount` aside, which lies in the module's account, for the epoch that ends. */
export function setAside(ctx: BlockContext, amount: bigint): void {
  const { epoch } = ctx.block;
  if (amount > 0n) standby.set(ctx, epoch, { epoch, amount, included: 0n });
}

/** Returns what nobody asked for in so many epochs that its checkpoint cannot be open. */
export function returnForgotten(deps: RewardsDeps, ctx: BlockContext): void {
  const due = [...standby.entries(ctx)].filter(
    ([epoch]) => epoch + STANDBY_EPOCHS <= ctx.block.epoch,
  );
  for (const [epoch] of due) returnStandby(deps, ctx, epoch);
}

/** Takes what is left of an epoch's part out of the books. */
function takeLeft(ctx: BlockContext, epoch: bigint): bigint {
  const pool = standby.get(ctx, epoch);
  if (pool === undefined) return 0n;
  standby.delete(ctx, epoch);
  return pool.amount - pool.included;
}

/** Nobody gets the part of an epoch: it is income of the running one. */
export function returnStandby(deps: RewardsDeps, ctx: BlockContext, epoch: bigint): void {
  toCollector(deps, ctx, takeLeft(ctx, epoch));
}

function toCollector(deps: RewardsDeps, ctx: BlockContext, amount: bigint): void {
  deps.bank.send(ctx, moduleAddress(DISTRIBUTION_ACCOUNT), moduleAddress(FEE_COLLECTOR), amount);
}

/** Power of all signers, whole ASI, and how many they are. */
function signed({ set, signers }: Attesters): { readonly power: bigint; readonly count: number } {
  let power = 0;
  let count = 0;
  for (let slot = 0; slot < set.slots; slot += 1) {
    if (!hasBit(signers, slot)) continue;
    power += set.powerOf(slot);
    count += 1;
  }
  return { power: BigInt(power), count };
}

/** Adds to a chunk what its signers get by their power; returns the sum. */
function payChunk(
  ctx: BlockContext,
  { set, signers }: Attesters,
  number: number,
  shareOf: (power: number) => bigint,
): bigint {
  const entries = entriesOf(ctx, number);
  let paid = 0n;
  for (let index = 0; index < CHUNK_SLOTS; index += 1) {
    const slot = number * CHUNK_SLOTS + index;
    if (!hasBit(signers, slot)) continue;
    const share = shareOf(set.powerOf(slot));
    entries[index] = (entries[index] as bigint) + share;
    paid += share;
  }
  if (paid > 0n) setChunk(ctx, number, REWARD_CHUNK.encode(entries));
  return paid;
}

/** ⌊pool × power ÷ total⌋; many validators have the same power, and a division costs most. */
function sharesByPower(pool: bigint, total: bigint): (power: number) => bigint {
  const known = new Map<number, bigint>();
  return (power) => {
    const before = known.get(power);
    if (before !== undefined) return before;
    const share = mulDiv(pool, BigInt(power), total);
    known.set(power, share);
    return share;
  };
}

/** Divides an epoch's part among who attested; what rounding leaves is income of this epoch. */
export function payAttesters(deps: RewardsDeps, ctx: BlockContext, attesters: Attesters): void {
  const { epoch, set } = attesters;
  const pool = takeLeft(ctx, epoch);
  const { power, count } = signed(attesters);
  let paid = 0n;
  if (pool > 0n && power > 0n) {
    const shareOf = sharesByPower(pool, power);
    for (let number = 0; number <= chunkOf(set.slots - 1); number += 1) {
      if (set.sumsOf(number) !== undefined) paid += payChunk(ctx, attesters, number, shareOf);
    }
  }
  toCollector(deps, ctx, pool - paid);
  ctx.emit(standbyPaid, { epoch, paid, returned: pool - paid, signers: count });
}

/** Signatures of a checkpoint that an account brought in. */
export interface Inclusion {
  readonly epoch: bigint;
  readonly account: string;
  readonly newSigners: number;
}

/** Pays an account for signatures that it brought in, of the part of their epoch. */
export function payIncluder(
  deps: RewardsDeps,
  ctx: BlockContext,
  { epoch, account, newSigners }: Inclusion,
): void {
  const { includerReward, includerShareMillionths } = params.require(ctx);
  const pool = standby.get(ctx, epoch);
  if (pool === undefined) return;
  const most = mulDiv(pool.amount, BigInt(includerShareMillionths), MILLION);
  // The parameter may have been lowered since.
  if (most <= pool.included) return;
  const amount = smallerAmount(includerReward * BigInt(newSigners), most - pool.included);
  if (amount === 0n) return;
  standby.set(ctx, epoch, { ...pool, included: pool.included + amount });
  deps.bank.send(ctx, moduleAddress(DISTRIBUTION_ACCOUNT), account, amount);
  ctx.emit(includerPaid, { account, amount });
}
