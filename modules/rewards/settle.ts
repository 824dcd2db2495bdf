/** Pays the fee of one calculation out of its escrow. */
import { moduleAddress } from "../../app/lib/address.ts";
import { assert } from "../../app/lib/assert.ts";
import { mulDiv } from "../../app/lib/coin.ts";
import type { BlockContext } from "../../app/module/context.ts";
import type { Payment } from "../../proto/gen/aegis/rewards/v1/event.ts";
import { MILLION } from "./constants.ts";
import type { RewardsDeps } from "./deps.ts";
import { feeSettled } from "./events.ts";
import { type Earners, type Share, splitByAlpha } from "./split.ts";
import { params, totals, totalsOf } from "./state.ts";

/** A fee and who earned it. */
export interface CalculationFee extends Earners {
  /** Name of the module account that holds it and may burn. */
  readonly escrow: string;
  readonly fee: bigint;
}

export interface Settlement {
  readonly burned: bigint;
  readonly payments: readonly Share[];
}

/** The shares of one role as events carry them. */
export function paymentsOf(shares: readonly Share[], role: Share["role"]): readonly Payment[] {
  return shares
    .filter((share) => share.role === role)
    .map(({ address, rank, amount }) => ({ address, rank, amount }));
}

/**
 * Burns its part of the fee, then pays the rest. Nobody to pay: all of it is burned. Exactly `fee`
 * leaves the escrow.
 * @throws ModuleError insufficientFunds of bank when the escrow holds less.
 */
export function settleCalculation(
  deps: RewardsDeps,
  ctx: BlockContext,
  { escrow, fee, executors, verifiers }: CalculationFee,
): Settlement {
  assert(fee >= 0n, "a fee is not negative");
  const { alphaMillionths, feeBurnMillionths } = params.require(ctx);
  const isPaid = executors.length + verifiers.length > 0;
  const burned = isPaid ? mulDiv(fee, BigInt(feeBurnMillionths), MILLION) : fee;
  const payments = splitByAlpha(fee - burned, alphaMillionths, { executors, verifiers });
  deps.bank.burn(ctx, escrow, burned);
  for (const { address, amount } of payments) {
    deps.bank.send(ctx, moduleAddress(escrow), address, amount);
  }
  if (fee > 0n) {
    const sums = totalsOf(ctx);
    totals.set(ctx, {
      ...sums,
      feesSettled: sums.feesSettled + fee,
      feesBurned: sums.feesBurned + burned,
    });
  }
  ctx.emit(feeSettled, {
    fee,
    burned,
    executors: paymentsOf(payments, "executor"),
    verifiers: paymentsOf(payments, "verifier"),
  });
  return { burned, payments };
}
