/**
 * The part of validators' income for who attests: set aside at the end of an epoch, divided by
 * power when its checkpoint closes. They may be 48,000, so that it only lands in chunks by slot.
 */
import { hasBit } from "../../app/checkpoint/bitfield.ts";
import { CHUNK_SLOTS, chunkOf } from "../../app/checkpoint/chunks.ts";
import type { SlotReader } from "../../app/checkpoint/validatorSet.ts";
import { moduleAddress } from "../../app/lib/address.ts";
import { mulDiv, smallerAmount } from "../../app/lib/coin.ts";
import type { BlockContext } from "../../app/module/context.ts";
import { addToChunk } from "./chunks.ts";
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

/** Calls `use` with the signers of the set, chunk by chunk: places in the chunk, and powers. */
function forEachChunk(
  { set, signers }: Attesters,
  use: (chunk: number, places: readonly number[], powers: readonly number[]) => void,
): void {
  for (let chunk = 0; chunk <= chunkOf(set.slots - 1); chunk += 1) {
    const powers = set.powersOf(chunk);
    if (powers === undefined) continue;
    const places: number[] = [];
    for (let index = 0; index < CHUNK_SLOTS; index += 1) {
      if (hasBit(signers, chunk * CHUNK_SLOTS + index)) places.push(index);
    }
    if (places.length > 0) use(chunk, places, powers);
  }
}

/** Power of all signers, whole ASI, and how many they are. */
function signed(attesters: Attesters): { readonly power: bigint; readonly count: number } {
  let power = 0;
  let count = 0;
  forEachChunk(attesters, (_, places, powers) => {
    for (const index of places) power += powers[index] as number;
    count += places.length;
  });
  return { power: BigInt(power), count };
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
  const { epoch } = attesters;
  const pool = takeLeft(ctx, epoch);
  const { power, count } = signed(attesters);
  let paid = 0n;
  if (pool > 0n && power > 0n) {
    const shareOf = sharesByPower(pool, power);
    forEachChunk(attesters, (chunk, places, powers) => {
      const shares = places.map((index) => shareOf(powers[index] as number));
      addToChunk(ctx, chunk, places, shares);
      for (const share of shares) paid += share;
    });
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
