/** Commits and reveals of a committee's votes. */
import {
  type Dispute,
  DisputeStage,
  type Vote,
  VoteContent,
} from "../../proto/gen/aegis/tasks/v1/dispute.ts";
import { type Result, State, VerificationState } from "../../proto/gen/aegis/tasks/v1/tasks.ts";
import type { VoteCommit, VoteReveal } from "../../proto/gen/aegis/tasks/v1/tx.ts";
import { voteCommit } from "../../app/asli/commitment.ts";
import { VOTE_POSITION_BYTES } from "../../app/asli/constants.ts";
import { addressBytes, isAccountAddress } from "../../app/lib/address.ts";
import { equalBytes } from "../../app/lib/bytes.ts";
import type { BlockContext } from "../../app/module/context.ts";
import {
  type AttemptItem,
  attemptOf,
  requireCalculation,
  requireNode,
  resultKeyOf,
  voteKeyOf,
} from "./access.ts";
import { closeRound, closeVotes, roundVotes } from "./committeeRound.ts";
import type { TasksDeps } from "./deps.ts";
import { errors } from "./errors.ts";
import { voteCommitted, voteRevealed } from "./events.ts";
import { finishVote } from "./nodeWork.ts";
import { nameOf } from "./results.ts";
import { disputes, results, votes } from "./state.ts";
import { checkVerdict } from "./verdict.ts";

/** What every item of a vote names. */
interface VoteItem extends AttemptItem {
  readonly executor: string;
  readonly round: number;
}

/** The dispute and seat that an item names. */
interface Seat {
  readonly result: Result;
  readonly dispute: Dispute;
  readonly vote: Vote;
}

/** @throws ModuleError as the module's README lists for both messages. */
function requireSeat(ctx: BlockContext, address: string, item: VoteItem): Seat {
  const calculation = requireCalculation(ctx, item);
  if (!isAccountAddress(item.executor)) throw errors.invalidItem("executor");
  const result = results.get(ctx, [attemptOf(calculation), item.executor]);
  if (result === undefined) throw errors.unknownResult();
  requireNode(ctx, address);
  const dispute = disputes.get(ctx, resultKeyOf(result));
  const isOpen = result.state === State.STATE_DISPUTED;
  if (dispute === undefined || !isOpen) throw errors.notDisputed();
  if (dispute.round !== item.round) throw errors.wrongRound();
  const vote = votes.get(ctx, voteKeyOf({ ...item, member: address }));
  if (vote === undefined) throw errors.notMember();
  return { result, dispute, vote };
}

/** @throws ModuleError as the module's README lists for MsgCommitVote. */
export function commitVote(
  deps: TasksDeps,
  ctx: BlockContext,
  address: string,
  item: VoteCommit,
): void {
  if (item.commit.length !== 32) throw errors.invalidItem("commit has 32 bytes");
  const { result, dispute, vote } = requireSeat(ctx, address, item);
  if (vote.commit.length > 0) throw errors.alreadyCommitted();
  const isOpen = dispute.stage === DisputeStage.DISPUTE_STAGE_VOTE;
  if (!isOpen || ctx.block.clockMs > dispute.deadlineMs) throw errors.windowClosed();

  const state = VerificationState.VERIFICATION_STATE_COMMITTED;
  votes.set(ctx, voteKeyOf(vote), { ...vote, state, commit: item.commit });
  ctx.emit(voteCommitted, { ...nameOf(result), round: vote.round, member: address });
  const isWaiting = roundVotes(ctx, dispute).some((one) => one.commit.length === 0);
  if (!isWaiting) closeVotes(deps, ctx, dispute);
}

/** @throws ModuleError as the module's README lists for MsgRevealVote. */
export function revealVote(
  deps: TasksDeps,
  ctx: BlockContext,
  address: string,
  item: VoteReveal,
): void {
  const content = item.vote;
  if (item.salt.length !== 32) throw errors.invalidItem("salt has 32 bytes");
  if (content === undefined) throw errors.invalidItem("vote is missing");
  const { result, dispute, vote } = requireSeat(ctx, address, item);
  if (vote.state === VerificationState.VERIFICATION_STATE_REVEALED) throw errors.alreadyRevealed();
  if (vote.commit.length === 0) throw errors.notCommitted();
  if (dispute.stage === DisputeStage.DISPUTE_STAGE_VOTE) {
    throw errors.wrongStage("votes are still open");
  }
  if (ctx.block.clockMs > dispute.deadlineMs) throw errors.windowClosed();
  checkVerdict(ctx, result, content, VOTE_POSITION_BYTES);
  const commit = voteCommit({
    chainId: ctx.block.chainId,
    taskHash: item.taskHash,
    index: item.calculation,
    attempt: item.attempt,
    executor: addressBytes(item.executor),
    round: item.round,
    member: addressBytes(address),
    salt: item.salt,
    vote: VoteContent.encode(content),
  });
  if (!equalBytes(commit, vote.commit)) throw errors.commitMismatch();

  const state = VerificationState.VERIFICATION_STATE_REVEALED;
  votes.set(ctx, voteKeyOf(vote), { ...vote, state, content });
  finishVote(ctx, vote);
  const { verdict } = content;
  ctx.emit(voteRevealed, { ...nameOf(result), round: vote.round, member: address, verdict });
  const isWaiting = roundVotes(ctx, dispute).some(
    (one) => one.state === VerificationState.VERIFICATION_STATE_COMMITTED,
  );
  if (!isWaiting) closeRound(deps, ctx, dispute);
}
