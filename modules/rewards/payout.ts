/** Coins leave the module's account, and what is less than one uasi becomes the community's. */
import { moduleAddress } from "../../app/lib/address.ts";
import { addDec, type Dec, truncateDec } from "../../app/lib/dec.ts";
import type { Readable } from "../../app/module/collections/schema.ts";
import type { BlockContext } from "../../app/module/context.ts";
import { DISTRIBUTION_ACCOUNT } from "./constants.ts";
import type { RewardsDeps } from "./deps.ts";
import { communityPool, communityPoolOf, withdrawAddresses } from "./distributionState.ts";

/** Who gets the rewards of an account. */
export function withdrawAddressOf(ctx: Readable, delegator: string): string {
  return withdrawAddresses.get(ctx, delegator) ?? delegator;
}

/** Pays the whole uasi of `owed` for an account; returns how many. */
export function payOut(deps: RewardsDeps, ctx: BlockContext, account: string, owed: Dec): bigint {
  const amount = truncateDec(owed);
  const from = moduleAddress(DISTRIBUTION_ACCOUNT);
  deps.bank.send(ctx, from, withdrawAddressOf(ctx, account), amount);
  return amount;
}

/** What lies in the module's account and is nobody's. */
export function addToCommunityPool(ctx: BlockContext, amount: Dec): void {
  if (amount > 0n) communityPool.set(ctx, addDec(communityPoolOf(ctx), amount));
}
