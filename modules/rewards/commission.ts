/** What is the operator's: its commission, and what its licences earned. */
import type { BlockContext } from "../../app/module/context.ts";
import { decOf, formatDec, parseDec, subDec } from "../../app/lib/dec.ts";
import type { RewardsDeps } from "./deps.ts";
import { earnings } from "./distributionState.ts";
import { distributionErrors } from "./errors.ts";
import { commissionWithdrawn } from "./events.ts";
import { payOut } from "./payout.ts";
import { fetchWaiting } from "./periods.ts";
import { coinText } from "./texts.ts";

/**
 * Pays an operator its whole uasi; the remainder stays its own. Returns how many.
 * @throws ModuleError noCommission: nothing is there, or it has no validator.
 */
export function withdrawCommission(deps: RewardsDeps, ctx: BlockContext, operator: string): bigint {
  const validator = deps.staking.validator(ctx, operator);
  if (validator === undefined) throw distributionErrors.noCommission();
  const rewards = fetchWaiting(ctx, validator);
  const owed = parseDec(rewards.commission);
  if (owed === 0n) throw distributionErrors.noCommission();
  const amount = payOut(deps, ctx, operator, owed);
  earnings.set(ctx, operator, {
    ...rewards,
    commission: formatDec(subDec(owed, decOf(amount))),
    outstanding: formatDec(subDec(parseDec(rewards.outstanding), decOf(amount))),
  });
  ctx.emit(commissionWithdrawn, { amount: coinText(amount) });
  return amount;
}
