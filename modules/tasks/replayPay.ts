/** Pay for replays that nobody's fee pays: a part of the network's rewards, as for a result. */
import { type Result, UnservableReason } from "../../proto/gen/aegis/tasks/v1/tasks.ts";
import { present } from "../../app/lib/assert.ts";
import type { BlockContext } from "../../app/module/context.ts";
import { resultKeyOf, taskOf } from "./access.ts";
import type { TasksDeps } from "./deps.ts";
import { tokenFee } from "./fees.ts";
import { hasOperators } from "./operators.ts";
import { revealedResults } from "./state.ts";

/**
 * Records one replay of a revealed result as final work of `operator`, at the price that the model
 * is rewarded by. Nothing when the model is not rewarded, has too few operators for emission, or
 * did not answer, so that there was nothing to compute.
 */
export function payReplay(
  deps: TasksDeps,
  ctx: BlockContext,
  result: Result,
  operator: string,
): void {
  const { referencePrice, identity } = taskOf(ctx, result.taskHash);
  if (referencePrice === undefined) return;
  const content = present(revealedResults.require(ctx, resultKeyOf(result)).content, "content");
  if (content.unservableReason !== UnservableReason.UNSERVABLE_REASON_UNSPECIFIED) return;
  if (!hasOperators(ctx, present(identity, "identity").model)) return;
  const fee =
    tokenFee(referencePrice.promptPrice, content.promptTokenCount) +
    tokenFee(referencePrice.outputPrice, content.tokenIds.length);
  deps.rewards.recordFinal(ctx, {
    fee,
    referenceFee: fee,
    executors: [operator],
    verifiers: [],
  });
}
