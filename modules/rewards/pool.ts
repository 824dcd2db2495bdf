/** The pool of liquidated licences: their tokens become network rewards of the coming epochs. */
import { moduleAddress } from "../../app/lib/address.ts";
import { assert } from "../../app/lib/assert.ts";
import { smallerAmount } from "../../app/lib/coin.ts";
import type { BlockContext, QueryContext } from "../../app/module/context.ts";
import { POOL_ACCOUNT } from "./constants.ts";
import type { RewardsDeps } from "./deps.ts";
import { poolFunded } from "./events.ts";
import { epochs, params, totals, totalsOf, unpaidEpochs } from "./state.ts";

/** Moves tokens of liquidated licences out of a module's account into the pool. */
export function fundPool(
  deps: RewardsDeps,
  ctx: BlockContext,
  fromModule: string,
  amount: bigint,
): void {
  assert(amount > 0n, "the pool gets something");
  deps.bank.send(ctx, moduleAddress(fromModule), moduleAddress(POOL_ACCOUNT), amount);
  const sums = totalsOf(ctx);
  totals.set(ctx, { ...sums, poolReceived: sums.poolReceived + amount });
  ctx.emit(poolFunded, { amount });
}

/** What lies in the pool. */
export function poolBalance(deps: RewardsDeps, ctx: QueryContext): bigint {
  return deps.bank.balance(ctx, moduleAddress(POOL_ACCOUNT));
}

/** What an epoch that closes now may take: up to the parameter, of what no other epoch may. */
export function poolShare(deps: RewardsDeps, ctx: QueryContext): bigint {
  let free = poolBalance(deps, ctx);
  for (const epoch of unpaidEpochs.keys(ctx)) {
    const { poolEmission, poolPaid } = epochs.require(ctx, epoch);
    free -= poolEmission - poolPaid;
  }
  assert(free >= 0n, "the pool covers what epochs may still take");
  return smallerAmount(free, params.require(ctx).poolEpochMax);
}
