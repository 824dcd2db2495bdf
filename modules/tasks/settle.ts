/** Settlement: the one time that a task's money moves after its inclusion. */
import {
  type Calculation,
  type Payment,
  PaymentRole,
  type Result,
  type Settlement,
  State,
  type Task,
  UnservableReason,
  VerificationKind,
} from "../../proto/gen/aegis/tasks/v1/tasks.ts";
import { moduleAddress } from "../../app/lib/address.ts";
import { assert, present } from "../../app/lib/assert.ts";
import type { Readable } from "../../app/module/collections/schema.ts";
import type { BlockContext } from "../../app/module/context.ts";
import {
  answerOf,
  calculationsOf,
  isQualification,
  rankedResults,
  resultKeyOf,
  rulesOf,
  taskOf,
  verificationsOf,
} from "./access.ts";
import { ESCROW_ACCOUNT } from "./constants.ts";
import type { TasksDeps } from "./deps.ts";
import { taskSettled } from "./events.ts";
import { charges, type Delivery } from "./fees.ts";
import { hasOperators } from "./operators.ts";
import { endQualification } from "./qualification.ts";
import { calculations, openTasks, revealedResults, revisions, statuses } from "./state.ts";

/** A calculation that delivered, and who made it so. */
interface Delivered {
  readonly calculation: Calculation;
  readonly delivery: Delivery;
  readonly executors: readonly string[];
  readonly verifiers: readonly string[];
}

/** Charges what was delivered, pays for it, refunds the rest, and closes the task's books. */
export function settleTask(deps: TasksDeps, ctx: BlockContext, taskHash: Uint8Array): void {
  const task = taskOf(ctx, taskHash);
  if (isQualification(task)) {
    endQualification(deps, ctx, task, calculations.require(ctx, [taskHash, 0]));
    closeBooks(ctx, taskHash, { charged: 0n, burned: 0n, refunded: 0n, payments: [] });
    return;
  }
  const status = statuses.require(ctx, taskHash);
  const delivered = calculationsOf(ctx, taskHash)
    .filter((calculation) => calculation.state === State.STATE_FINAL)
    .map((calculation) => deliveredBy(ctx, calculation));
  const identity = present(task.identity, "identity");
  const revision = revisions.require(ctx, [identity.model, identity.revision]);
  const fees = charges(
    delivered.map((one) => one.delivery),
    revision,
    rulesOf(task).minTaskFee,
    status.escrow,
  );
  const paid = payAll(deps, ctx, delivered, fees);
  recordEmission(deps, ctx, task, delivered, fees);
  const refunded = status.escrow - paid.charged;
  if (refunded > 0n) {
    deps.bank.send(ctx, moduleAddress(ESCROW_ACCOUNT), task.refundAddress, refunded);
  }
  closeBooks(ctx, taskHash, { ...paid, refunded });
  forgetOpenTask(ctx, identity.sender);
}

/** Writes down where the escrow went. */
function closeBooks(
  ctx: BlockContext,
  taskHash: Uint8Array,
  books: Omit<Settlement, "height">,
): void {
  const status = statuses.require(ctx, taskHash);
  const settlement: Settlement = { height: ctx.block.height, ...books };
  statuses.set(ctx, taskHash, { ...status, escrow: 0n, settlement });
  ctx.emit(taskSettled, { taskHash, state: status.state, settlement });
}

function payAll(
  deps: TasksDeps,
  ctx: BlockContext,
  delivered: readonly Delivered[],
  fees: readonly bigint[],
): { charged: bigint; burned: bigint; payments: readonly Payment[] } {
  let charged = 0n;
  let burned = 0n;
  const payments: Payment[] = [];
  for (const [at, { calculation, executors, verifiers }] of delivered.entries()) {
    const fee = present(fees[at], "a fee for each delivery");
    if (fee === 0n) continue;
    const split = { escrow: ESCROW_ACCOUNT, fee, executors, verifiers };
    const done = deps.rewards.settleCalculation(ctx, split);
    charged += fee;
    burned += done.burned;
    for (const { address, role, rank, amount } of done.payments) {
      payments.push({
        calculation: calculation.index,
        address,
        role:
          role === "executor"
            ? PaymentRole.PAYMENT_ROLE_EXECUTOR
            : PaymentRole.PAYMENT_ROLE_VERIFIER,
        rank,
        amount,
      });
    }
  }
  return { charged, burned, payments };
}

function deliveredBy(ctx: Readable, calculation: Calculation): Delivered {
  const answer = answerOf(ctx, calculation);
  assert(answer !== undefined, "a FINAL calculation has an answer");
  const content = present(revealedResults.require(ctx, resultKeyOf(answer)).content, "content");
  const isServed = content.unservableReason === UnservableReason.UNSERVABLE_REASON_UNSPECIFIED;
  const final = rankedResults(ctx, calculation).filter((one) => one.state === State.STATE_FINAL);
  return {
    calculation,
    delivery: {
      tokens: isServed
        ? { prompt: content.promptTokenCount, output: content.tokenIds.length }
        : undefined,
    },
    executors: final.map((result) => result.operator),
    verifiers: correctVerifiers(ctx, final),
  };
}

/**
 * Operators whose verification of a final result agrees, by position; each once. Auditors are paid
 * by the network, and nobody is paid for having challenged what is right.
 */
function correctVerifiers(ctx: Readable, results: readonly Result[]): string[] {
  const byPosition = results
    .flatMap((result) => verificationsOf(ctx, result))
    .filter(({ agrees, kind }) => agrees && kind === VerificationKind.VERIFICATION_KIND_DRAWN)
    .sort((a, b) => a.position - b.position);
  return [...new Set(byPosition.map((verification) => verification.operator))];
}

/** Final work on a rewarded model earns emission when enough operators are active on it. */
function recordEmission(
  deps: TasksDeps,
  ctx: BlockContext,
  task: Task,
  delivered: readonly Delivered[],
  fees: readonly bigint[],
): void {
  const identity = present(task.identity, "identity");
  if (task.referencePrice === undefined) return;
  if (!hasOperators(ctx, identity.model)) return;
  const answered = delivered.filter((one) => one.delivery.tokens !== undefined);
  const references = charges(
    answered.map((one) => one.delivery),
    task.referencePrice,
    0n,
    task.maxFee,
  );
  for (const [at, { executors, verifiers, calculation }] of answered.entries()) {
    const index = delivered.findIndex((one) => one.calculation.index === calculation.index);
    deps.rewards.recordFinal(ctx, {
      fee: present(fees[index], "fee"),
      referenceFee: present(references[at], "reference fee"),
      executors,
      verifiers,
    });
  }
}

function forgetOpenTask(ctx: BlockContext, sender: string): void {
  const left = openTasks.require(ctx, sender) - 1n;
  if (left === 0n) openTasks.delete(ctx, sender);
  else openTasks.set(ctx, sender, left);
}
