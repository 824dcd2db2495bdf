/** Emission: what an epoch mints for validators at its end, and for tasks in the next blocks. */
import type { EpochRewards, FinalCalculation } from "../../proto/gen/aegis/rewards/v1/rewards.ts";
import { moduleAddress } from "../../app/lib/address.ts";
import { assert } from "../../app/lib/assert.ts";
import { AMOUNT_MAX, addAmount, mulDiv, smallerAmount } from "../../app/lib/coin.ts";
import { uint64Key } from "../../app/module/collections/codecs.ts";
import type { BlockContext, QueryContext } from "../../app/module/context.ts";
import { EPOCHS_KEPT, FEE_COLLECTOR, MILLION, POOL_ACCOUNT, REWARDS_ACCOUNT } from "./constants.ts";
import type { RewardsDeps } from "./deps.ts";
import { tally } from "./distributionState.ts";
import { emissionPaid, validatorsPaid } from "./events.ts";
import { dropForfeitures, isForfeited } from "./forfeit.ts";
import { divideIncome } from "./income.ts";
import { poolShare } from "./pool.ts";
import { splitByAlpha } from "./split.ts";
import { returnForgotten } from "./standby.ts";
import { epochOf, epochs, params, queue, totals, totalsOf, unpaidEpochs } from "./state.ts";

/** Queues a final calculation of a rewarded model for its part of this epoch's emission. */
export function recordFinal(ctx: BlockContext, calculation: FinalCalculation): void {
  const { fee, executors, verifiers } = calculation;
  if (fee === 0n || executors.length + verifiers.length === 0) return;
  const record = epochOf(ctx, ctx.block.epoch);
  assert(!record.isClosed, "an epoch is open until its last block ends");
  queue.set(ctx, [record.epoch, record.calculations], calculation);
  epochs.set(ctx, record.epoch, {
    ...record,
    fees: addAmount(record.fees, fee),
    calculations: record.calculations + 1n,
  });
}

/** At most `amount`, so that the supply stays an amount. */
function mintable(deps: RewardsDeps, ctx: QueryContext, amount: bigint): bigint {
  const room = AMOUNT_MAX - deps.bank.supply(ctx);
  return smallerAmount(amount, room);
}

/**
 * Mints validators' part of the emission and divides it with the fees of transactions. An epoch
 * that counted nobody mints nothing, and its fees are the next one's.
 */
function payValidators(
  deps: RewardsDeps,
  ctx: BlockContext,
  share: bigint,
): { readonly minted: bigint; readonly paid: bigint } {
  returnForgotten(deps, ctx);
  const counted = tally.get(ctx);
  if (counted === undefined) return { minted: 0n, paid: 0n };
  const minted = mintable(deps, ctx, share);
  deps.bank.mint(ctx, REWARDS_ACCOUNT, minted);
  deps.bank.send(ctx, moduleAddress(REWARDS_ACCOUNT), moduleAddress(FEE_COLLECTOR), minted);
  const given = divideIncome(deps, ctx, counted);
  ctx.emit(validatorsPaid, { epoch: ctx.block.epoch, minted, ...given });
  return { minted, paid: given.proposers + given.committee + given.standby };
}

/** Fixes what this epoch gives. Its calculations are paid in this block and those after it. */
export function closeEpoch(deps: RewardsDeps, ctx: BlockContext): void {
  const record = epochOf(ctx, ctx.block.epoch);
  assert(!record.isClosed, "an epoch is closed once");
  const { epochEmission, validatorsShareMillionths, rewardCapMillionths, alphaMillionths } =
    params.require(ctx);
  const forValidators = mulDiv(epochEmission, BigInt(validatorsShareMillionths), MILLION);
  const { minted, paid } = payValidators(deps, ctx, forValidators);
  epochs.set(ctx, record.epoch, {
    ...record,
    isClosed: true,
    taskEmission: epochEmission - forValidators,
    poolEmission: record.calculations > 0n ? poolShare(deps, ctx) : 0n,
    validatorsMinted: minted,
    validatorsPaid: paid,
    rewardCapMillionths,
    alphaMillionths,
  });
  dropForfeitures(ctx);
  if (record.calculations > 0n) unpaidEpochs.add(ctx, record.epoch);
  const sums = totalsOf(ctx);
  const next = {
    ...sums,
    validatorsMinted: sums.validatorsMinted + minted,
    validatorsPaid: sums.validatorsPaid + paid,
  };
  if (minted + paid > 0n) totals.set(ctx, next);
  const old = record.epoch - EPOCHS_KEPT;
  if (old >= 0n && !unpaidEpochs.has(ctx, old)) epochs.delete(ctx, old);
}

/** What a calculation earns of its epoch: by its fee, and never beyond its cap. */
export function emissionFor(record: EpochRewards, calculation: FinalCalculation): bigint {
  const shared = record.taskEmission + record.poolEmission;
  const share = mulDiv(shared, calculation.fee, record.fees);
  const cap = mulDiv(calculation.referenceFee, BigInt(record.rewardCapMillionths), MILLION);
  return smallerAmount(share, cap);
}

/** What one calculation was paid, and out of what. */
interface Paid {
  readonly minted: bigint;
  readonly fromPool: bigint;
  /** Shares that nobody got: neither minted nor taken from the pool. */
  readonly forfeited: bigint;
}

function payCalculation(
  deps: RewardsDeps,
  ctx: BlockContext,
  record: EpochRewards,
  index: bigint,
  calculation: FinalCalculation,
): Paid {
  const poolLeft = record.poolEmission - record.poolPaid;
  const wanted = emissionFor(record, calculation);
  const pooled = smallerAmount(wanted, poolLeft);
  const amount = pooled + mintable(deps, ctx, wanted - pooled);
  const shares = splitByAlpha(amount, record.alphaMillionths, calculation);
  const due = shares.filter(({ address }) => !isForfeited(ctx, address, record.epoch, index));
  const paid = due.reduce((sum, share) => sum + share.amount, 0n);
  // The pool first: what a liquidated licence stood for is there already.
  const fromPool = smallerAmount(paid, poolLeft);
  const minted = paid - fromPool;
  const source = moduleAddress(REWARDS_ACCOUNT);
  deps.bank.send(ctx, moduleAddress(POOL_ACCOUNT), source, fromPool);
  deps.bank.mint(ctx, REWARDS_ACCOUNT, minted);
  for (const { address, amount: share } of due) deps.bank.send(ctx, source, address, share);
  const forfeited = amount - paid;
  ctx.emit(emissionPaid, { epoch: record.epoch, index, minted, fromPool, forfeited });
  return { minted, fromPool, forfeited };
}

/** Pays up to `most` calculations of closed epochs, the oldest first. */
export function payQueue(deps: RewardsDeps, ctx: BlockContext, most: number): void {
  let left = most;
  for (const epoch of [...unpaidEpochs.keys(ctx)]) {
    if (left === 0) return;
    const batch = firstOf(queue.entries(ctx, { prefix: uint64Key.encode(epoch) }), left);
    let record = epochs.require(ctx, epoch);
    for (const [key, calculation] of batch) {
      const paid = payCalculation(deps, ctx, record, key[1], calculation);
      record = {
        ...record,
        paid: record.paid + 1n,
        taskMinted: record.taskMinted + paid.minted,
        poolPaid: record.poolPaid + paid.fromPool,
        forfeited: record.forfeited + paid.forfeited,
      };
      addToTotals(ctx, paid);
      queue.delete(ctx, key);
    }
    epochs.set(ctx, epoch, record);
    if (record.paid === record.calculations) unpaidEpochs.delete(ctx, epoch);
    left -= batch.length;
  }
}

function addToTotals(ctx: BlockContext, { minted, fromPool, forfeited }: Paid): void {
  if (minted + fromPool + forfeited === 0n) return;
  const sums = totalsOf(ctx);
  totals.set(ctx, {
    ...sums,
    taskMinted: sums.taskMinted + minted,
    poolPaid: sums.poolPaid + fromPool,
    forfeited: sums.forfeited + forfeited,
  });
}

function firstOf<T>(items: Iterable<T>, count: number): T[] {
  const first: T[] = [];
  for (const item of items) {
    if (first.length === count) break;
    first.push(item);
  }
  return first;
}
