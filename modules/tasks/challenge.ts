/** Challenges: a node says that a soft final result is wrong, and binds a bond to that. */
import { type Node, NodeStatus } from "../../proto/gen/aegis/tasks/v1/node.ts";
import {
  type Result,
  State,
  type Task,
  Verification,
  VerificationKind,
  VerificationState,
} from "../../proto/gen/aegis/tasks/v1/tasks.ts";
import { present } from "../../app/lib/assert.ts";
import type { BlockContext } from "../../app/module/context.ts";
import {
  isActive,
  requireNode,
  resultKeyOf,
  rulesOf,
  taskOf,
  updateNode,
  verificationsOf,
} from "./access.ts";
import { loseBond } from "./bonds.ts";
import { exposureLimit } from "./commit.ts";
import { OPEN_CHALLENGES_MAX } from "./constants.ts";
import type { TasksDeps } from "./deps.ts";
import { errors } from "./errors.ts";
import { challengeCommitted, verificationWithheld } from "./events.ts";
import { beginHold, endHold, followHolds, isOpen } from "./holds.ts";
import { bindVerification } from "./nodeWork.ts";
import { nameOf } from "./results.ts";
import { paramsItem, results } from "./state.ts";

/** @throws ModuleError as the module's README lists for challenges. */
export function commitChallenge(
  ctx: BlockContext,
  address: string,
  result: Result,
  commit: Uint8Array,
): void {
  requireWindow(ctx, result);
  const task = taskOf(ctx, result.taskHash);
  const node = requireNode(ctx, address);
  requireChallenger(task, node, result);
  const challenges = requireFirst(ctx, node, result);
  const bond = requireBond(ctx, task, node);

  updateNode(ctx, address, (one) => ({ ...one, stake: one.stake - bond }));
  bindVerification(ctx, address);
  const deadlineMs = ctx.block.clockMs + rulesOf(task).revealWindowMs;
  beginHold(
    ctx,
    Verification.create({
      ...nameOf(result),
      verifier: address,
      operator: node.operator,
      state: VerificationState.VERIFICATION_STATE_COMMITTED,
      kind: VerificationKind.VERIFICATION_KIND_CHALLENGE,
      position: challenges,
      commit,
      commitHeight: ctx.block.height,
      bond,
      deadlineMs,
    }),
  );
  ctx.emit(challengeCommitted, { ...nameOf(result), challenger: address, bond, deadlineMs });
}

/** A window that stands still takes challenges, unless nothing is left of it. */
function requireWindow(ctx: BlockContext, result: Result): void {
  if (result.state !== State.STATE_SOFT_FINAL) throw errors.notSoftFinal();
  if (result.upheld) throw errors.alreadyJudged();
  const { deadlineMs, windowLeftMs } = result;
  const isRunning = deadlineMs > 0n && ctx.block.clockMs <= deadlineMs;
  const stands = deadlineMs === 0n && windowLeftMs > 0n;
  if (!isRunning && !stands) throw errors.windowClosed();
}

function requireChallenger(task: Task, node: Node, result: Result): void {
  if (node.operator === result.operator) throw errors.ownResult();
  if (node.status !== NodeStatus.NODE_STATUS_BONDED) throw errors.nodeUnbonding();
  const { model } = present(task.identity, "identity");
  if (!isActive(node, model)) throw errors.nodeNotActive();
}

/** One challenge per operator and result, ever. Returns how many there were of others. */
function requireFirst(ctx: BlockContext, node: Node, result: Result): number {
  const all = verificationsOf(ctx, result);
  const own = all.find((one) => one.verifier === node.address);
  if (own !== undefined) {
    throw own.commit.length > 0 ? errors.alreadyCommitted() : errors.drawnBefore();
  }
  const challenges = all.filter((one) => one.kind === VerificationKind.VERIFICATION_KIND_CHALLENGE);
  const isAgain = challenges.some((one) => one.operator === node.operator);
  if (isAgain) throw errors.operatorCommitted();
  if (challenges.filter(isOpen).length >= OPEN_CHALLENGES_MAX) throw errors.tooManyChallenges();
  return challenges.length;
}

/** The bond must be there, and what is left must still cover the node's unfinal work. */
function requireBond(ctx: BlockContext, task: Task, node: Node): bigint {
  const { challengeBond: bond } = rulesOf(task);
  if (node.stake < bond) throw errors.stakeTooSmall();
  const { exposureRatio } = paramsItem.require(ctx);
  const rest = { ...node, stake: node.stake - bond };
  if (node.exposure > exposureLimit(ctx, rest, exposureRatio)) throw errors.exposureExceeded();
  return bond;
}

/** A challenge that was not revealed: its bond is burned, for there is nobody to share it. */
export function expireChallenge(deps: TasksDeps, ctx: BlockContext, challenge: Verification): void {
  const state = VerificationState.VERIFICATION_STATE_WITHHELD;
  const ended = endHold(ctx, { ...challenge, state });
  const name = nameOf(results.require(ctx, resultKeyOf(challenge)));
  ctx.emit(verificationWithheld, { ...name, verifier: challenge.verifier });
  loseBond(deps, ctx, ended, []);
  followHolds(ctx, ended);
}
