/**
 * A node's open work: what it still owes (index `work`, and the count of duties), and what of it
 * can still be disputed (unfinal counts and exposure), which holds its stake.
 */
import type { Vote } from "../../proto/gen/aegis/tasks/v1/dispute.ts";
import type { Result, Verification } from "../../proto/gen/aegis/tasks/v1/tasks.ts";
import type { BlockContext } from "../../app/module/context.ts";
import { resultKeyOf, taskOf, updateNode } from "./access.ts";
import { paramsItem, votesOwed, work } from "./state.ts";

/** A commit of a result: to be revealed, and unfinal. */
export function takeResult(ctx: BlockContext, result: Result): void {
  const fee = taskOf(ctx, result.taskHash).calculationFeeMax;
  work.add(ctx, [result.executor, resultKeyOf(result)]);
  updateNode(ctx, result.executor, (node) => ({
    ...node,
    exposure: node.exposure + fee,
    unfinalResults: node.unfinalResults + 1,
  }));
}

/** Nothing of a result is left to be revealed. */
export function finishResultWork(ctx: BlockContext, result: Result): void {
  work.delete(ctx, [result.executor, resultKeyOf(result)]);
}

/** A result is terminal (or was never among the paid): its stake is free again. */
export function releaseResult(ctx: BlockContext, result: Result): void {
  const fee = taskOf(ctx, result.taskHash).calculationFeeMax;
  finishResultWork(ctx, result);
  updateNode(ctx, result.executor, (node) => ({
    ...node,
    exposure: node.exposure - fee,
    unfinalResults: node.unfinalResults - 1,
  }));
}

/** A verifier was drawn. */
export function takeDuty(ctx: BlockContext, verification: Verification): void {
  work.add(ctx, [verification.verifier, resultKeyOf(verification)]);
  updateNode(ctx, verification.verifier, (node) => ({ ...node, duties: node.duties + 1 }));
}

/** A verifier has revealed, failed or is no longer needed. */
export function finishDuty(ctx: BlockContext, verification: Verification): void {
  work.delete(ctx, [verification.verifier, resultKeyOf(verification)]);
  freeDuty(ctx, verification.verifier);
}

/** A node has a seat in a committee. It is a duty too: it holds the stake. */
export function takeVote(ctx: BlockContext, vote: Vote): void {
  votesOwed.add(ctx, [vote.member, resultKeyOf(vote)]);
  updateNode(ctx, vote.member, (node) => ({ ...node, duties: node.duties + 1 }));
}

/** A member has revealed its vote, or can no more. */
export function finishVote(ctx: BlockContext, vote: Vote): void {
  votesOwed.delete(ctx, [vote.member, resultKeyOf(vote)]);
  freeDuty(ctx, vote.member);
}

function freeDuty(ctx: BlockContext, address: string): void {
  const { maxDuties } = paramsItem.require(ctx);
  updateNode(ctx, address, (node) => ({
    ...node,
    duties: node.duties - 1,
    // Draws that were fixed before this block do not see the freed place (protocol.md 2.2).
    dutiesFreedHeight: node.duties >= maxDuties ? ctx.block.height : node.dutiesFreedHeight,
  }));
}

/** A verification was committed: it can be disputed until its result is terminal. */
export function bindVerification(ctx: BlockContext, verifier: string): void {
  updateNode(ctx, verifier, (node) => ({
    ...node,
    unfinalVerifications: node.unfinalVerifications + 1,
  }));
}

/** The result of a committed verification is terminal. */
export function releaseVerification(ctx: BlockContext, verifier: string): void {
  updateNode(ctx, verifier, (node) => ({
    ...node,
    unfinalVerifications: node.unfinalVerifications - 1,
  }));
}
