/** Emission: what an epoch mints for validators at its end, and for tasks in the next blocks. */
import type { EpochRewards, FinalCalculation } from "../../proto/gen/aegis/rewards/v1/rewards.ts";
import { moduleAddress } from "../../app/lib/address.ts";
import { assert } from "../../app/lib/assert.ts";
import { AMOUNT_MAX, addAmount, mulDiv, smallerAmount } from "../../app/lib/coin.ts";
import { uint64Key } from "../../app/module/collections/codecs.ts";
import type { BlockContext, QueryContext } from "../../app/module/context.ts";
import { EPOCHS_KEPT, FEE_COLLECTOR, MILLION, REWARDS_ACCOUNT } from "./constants.ts";
import type { RewardsDeps } from "./deps.ts";
import { emissionPaid, validatorsPaid } from "./events.ts";
import { splitByAlpha } from "./split.ts";
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
 * Pays validators their part of the emission and the fees of transactions, in equal parts; what
 * cannot be divided stays in the fee collector for the next epoch.
 */
function payValidators(
  deps: RewardsDeps,
  ctx: BlockContext,
  share: bigint,
): { readonly minted: bigint; readonly paid: bigint } {
  const operators = deps.staking.activeOperators(ctx);
  if (operators.length === 0) return { minted: 0n, paid: 0n };
  const minted = mintable(deps, ctx, share);
  const collector = moduleAddress(FEE_COLLECTOR);
  deps.bank.mint(ctx, REWARDS_ACCOUNT, minted);
  deps.bank.send(ctx, moduleAddress(REWARDS_ACCOUNT), collector, minted);
  const each = deps.bank.balance(ctx, collector) / BigInt(operators.length);
  for (const operator of operators) deps.bank.send(ctx, collector, operator, each);
  ctx.emit(validatorsPaid, {
    epoch: ctx.block.epoch,
    minted,
    each,
    operators: operators.length,
  });
  return { minted, paid: each * BigInt(operators.length) };
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
    validatorsMinted: minted,
    validatorsPaid: paid,
    rewardCapMillionths,
    alphaMillionths,
  });
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
  const share = mulDiv(record.taskEmission, calculation.fee, record.fees);
  const cap = mulDiv(calculation.referenceFee, BigInt(record.rewardCapMillionths), MILLION);
  return smallerAmount(share, cap);
}

function payCalculation(
  deps: RewardsDeps,
  ctx: BlockContext,
  record: EpochRewards,
  index: bigint,
  calculation: FinalCalculation,
): bigint {
  const minted = mintable(deps, ctx, emissionFor(record, calculation));
  deps.bank.mint(ctx, REWARDS_ACCOUNT, minted);
  for (const { address, amount } of splitByAlpha(minted, record.alphaMillionths, calculation)) {
    deps.bank.send(ctx, moduleAddress(REWARDS_ACCOUNT), address, amount);
  }
  ctx.emit(emissionPaid, { epoch: record.epoch, index, minted });
  return minted;
}

/** Pays up to `most` calculations of closed epochs, the oldest first. */
export function payQueue(deps: RewardsDeps, ctx: BlockContext, most: number): void {
  let left = most;
  for (const epoch of [...unpaidEpochs.keys(ctx)]) {
    if (left === 0) return;
    const record = epochs.require(ctx, epoch);
    const batch = firstOf(queue.entries(ctx, { prefix: uint64Key.encode(epoch) }), left);
    let minted = 0n;
    for (const [key, calculation] of batch) {
      minted += payCalculation(deps, ctx, record, key[1], calculation);
      queue.delete(ctx, key);
    }
    const paid = record.paid + BigInt(batch.length);
    epochs.set(ctx, epoch, { ...record, paid, taskMinted: record.taskMinted + minted });
    if (paid === record.calculations) unpaidEpochs.delete(ctx, epoch);
    const sums = totalsOf(ctx);
    if (minted > 0n) totals.set(ctx, { ...sums, taskMinted: sums.taskMinted + minted });
    left -= batch.length;
  }
}

function firstOf<T>(items: Iterable<T>, count: number): T[] {
  const first: T[] = [];
  for (const item of items) {
    if (first.length === count) break;
    first.push(item);
  }
  return first;
}
