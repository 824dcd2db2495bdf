/** A dispute round by round: the committee is drawn, commits votes, reveals them, is tallied. */
import {
  type Dispute,
  DisputeOutcome,
  DisputeStage,
  type Vote,
} from "../../proto/gen/aegis/tasks/v1/dispute.ts";
import {
  Reason,
  type Result,
  Verdict,
  VerificationState,
} from "../../proto/gen/aegis/tasks/v1/tasks.ts";
import { disputeChallenge } from "../../app/asli/commitment.ts";
import { type Tally, tally, type TallyVote } from "../../app/asli/tally.ts";
import { addressBytes } from "../../app/lib/address.ts";
import { assert, present } from "../../app/lib/assert.ts";
import type { BlockContext } from "../../app/module/context.ts";
import type { Readable } from "../../app/module/collections/schema.ts";
import { resultKeyOf, rulesOf, taskOf, voteKeyOf, votesOf } from "./access.ts";
import { drawCommittee } from "./committee.ts";
import { DRAW_DELAY } from "./constants.ts";
import type { TasksDeps } from "./deps.ts";
import { committeeDrawn, disputeContinued, votesClosed } from "./events.ts";
import { finishVote, takeVote } from "./nodeWork.ts";
import { penaliseMissedVote, penaliseWithheldVote } from "./penalties.ts";
import { takeDue } from "./queue.ts";
import { nameOf } from "./results.ts";
import { closeWithoutVerdict, passSentence } from "./sentence.ts";
import { speedMs } from "./speed.ts";
import { committeeQueue, disputeDeadlines, disputes, results, revisions, votes } from "./state.ts";
import { DEFICIT_REASONS } from "./tolerances.ts";
import { judgementOf } from "./verdict.ts";

/** Votes of the dispute's present round, by member. */
export function roundVotes(ctx: Readable, dispute: Dispute): Vote[] {
  return votesOf(ctx, dispute).filter((vote) => vote.round === dispute.round);
}

/** Begin of a block: seats every committee that is due, in order of its task's hash. */
export function drawCommittees(deps: TasksDeps, ctx: BlockContext): void {
  for (const key of takeDue(ctx, committeeQueue, ctx.block.height, Number.MAX_SAFE_INTEGER)) {
    committeeQueue.delete(ctx, key);
    const dispute = disputes.require(ctx, key[1]);
    const result = results.require(ctx, key[1]);
    const members = drawCommittee(ctx, result, dispute.round);
    if (members.length > 0) seatCommittee(ctx, dispute, result, members);
    else closeWithoutVerdict(deps, ctx, dispute, DisputeOutcome.DISPUTE_OUTCOME_NO_COMMITTEE);
  }
}

function seatCommittee(
  ctx: BlockContext,
  dispute: Dispute,
  result: Result,
  members: readonly Vote[],
): void {
  for (const vote of members) {
    votes.set(ctx, voteKeyOf(vote), vote);
    takeVote(ctx, vote);
  }
  const { taskHash, calculation: index, attempt, executor, round } = dispute;
  const about = { taskHash, index, attempt, executor: addressBytes(executor), round };
  const deadlineMs = ctx.block.clockMs + voteWindowMs(ctx, result);
  putDispute(ctx, dispute, {
    stage: DisputeStage.DISPUTE_STAGE_VOTE,
    drawHeight: 0n,
    seats: members.reduce((sum, { seats }) => sum + seats, 0),
    challenge: disputeChallenge(about, ctx.block.beacon),
    deadlineMs,
  });
  const seated = members.map(({ member, seats }) => ({ member, seats }));
  ctx.emit(committeeDrawn, { ...nameOf(result), round, members: seated, deadlineMs });
}

/** dispute_base and twice the time of a replay on the slowest allowed node. */
function voteWindowMs(ctx: BlockContext, result: Result): bigint {
  const task = taskOf(ctx, result.taskHash);
  const { model, revision } = present(task.identity, "identity");
  const { minPrefillSpeed, minDecodeSpeed } = revisions.require(ctx, [model, revision]);
  const prefillMs = speedMs(task.promptBytes, minPrefillSpeed);
  const decodeMs = speedMs(result.outputTokens, minDecodeSpeed);
  return rulesOf(task).disputeBaseMs + 2n * (prefillMs + decodeMs);
}

/** Writes a dispute, and its deadline where it has one. */
function putDispute(ctx: BlockContext, dispute: Dispute, change: Partial<Dispute>): void {
  const key = resultKeyOf(dispute);
  const changed = { ...dispute, ...change };
  if (dispute.deadlineMs > 0n) disputeDeadlines.delete(ctx, [dispute.deadlineMs, key]);
  if (changed.deadlineMs > 0n) disputeDeadlines.add(ctx, [changed.deadlineMs, key]);
  disputes.set(ctx, key, changed);
}

/** End of a block: what is due leaves by time, at most `max`. */
export function endDisputeWindows(deps: TasksDeps, ctx: BlockContext, max: number): void {
  for (const [, key] of takeDue(ctx, disputeDeadlines, ctx.block.clockMs, max)) {
    const dispute = disputes.require(ctx, key);
    if (dispute.stage === DisputeStage.DISPUTE_STAGE_VOTE) closeVotes(deps, ctx, dispute);
    else closeRound(deps, ctx, dispute);
  }
}

/** VOTE → REVEAL, or straight to the tally when nobody voted. Who is silent has missed a duty. */
export function closeVotes(deps: TasksDeps, ctx: BlockContext, dispute: Dispute): void {
  assert(dispute.stage === DisputeStage.DISPUTE_STAGE_VOTE, "votes are open");
  const all = roundVotes(ctx, dispute);
  for (const vote of all.filter((one) => one.commit.length === 0)) {
    endVote(ctx, vote, VerificationState.VERIFICATION_STATE_NO_SHOW);
    penaliseMissedVote(deps, ctx, vote);
  }
  if (all.every((one) => one.commit.length === 0)) {
    closeRound(deps, ctx, dispute);
    return;
  }
  const window = rulesOf(taskOf(ctx, dispute.taskHash)).revealWindowMs;
  const deadlineMs = ctx.block.clockMs + window;
  putDispute(ctx, dispute, { stage: DisputeStage.DISPUTE_STAGE_REVEAL, deadlineMs });
  const { taskHash, calculation, attempt, executor, round } = dispute;
  ctx.emit(votesClosed, { taskHash, calculation, attempt, executor, round, deadlineMs });
}

function endVote(ctx: BlockContext, vote: Vote, state: VerificationState): void {
  votes.set(ctx, voteKeyOf(vote), { ...vote, state });
  finishVote(ctx, vote);
}

/** End of a round's reveals: the tally, then the verdict, the next round or the end. */
export function closeRound(deps: TasksDeps, ctx: BlockContext, dispute: Dispute): void {
  const all = roundVotes(ctx, dispute);
  const withheld = all.filter(
    (one) => one.state === VerificationState.VERIFICATION_STATE_COMMITTED,
  );
  for (const vote of withheld) {
    endVote(ctx, vote, VerificationState.VERIFICATION_STATE_WITHHELD);
  }
  const tallied = tallyRound(ctx, dispute, all);
  const benefiting = tallied.verdict === undefined ? [] : passSentence(deps, ctx, dispute, tallied);
  for (const vote of withheld) penaliseWithheldVote(deps, ctx, vote, benefiting);
  if (tallied.verdict !== undefined) return;
  const round = dispute.round + 1;
  if (round >= rulesOf(taskOf(ctx, dispute.taskHash)).maxRounds) {
    const undecided = DisputeOutcome.DISPUTE_OUTCOME_UNDECIDED;
    closeWithoutVerdict(deps, ctx, dispute, undecided, tallied);
  } else {
    nextRound(ctx, dispute, round);
  }
}

function nextRound(ctx: BlockContext, dispute: Dispute, round: number): void {
  const drawHeight = ctx.block.height + DRAW_DELAY;
  const stage = DisputeStage.DISPUTE_STAGE_DRAW;
  putDispute(ctx, dispute, { stage, round, drawHeight, seats: 0, deadlineMs: 0n });
  committeeQueue.add(ctx, [drawHeight, resultKeyOf(dispute)]);
  const { taskHash, calculation, attempt, executor } = dispute;
  ctx.emit(disputeContinued, { taskHash, calculation, attempt, executor, round, drawHeight });
}

/** Counts the revealed votes, and writes down which of them count. */
function tallyRound(ctx: BlockContext, dispute: Dispute, all: readonly Vote[]): Tally {
  const result = results.require(ctx, resultKeyOf(dispute));
  const revealed = all.filter((one) => one.content !== undefined);
  const about = { ...judgementOf(ctx, result), seats: dispute.seats };
  const tallied = tally(revealed.map(tallyVote), about);
  for (const [at, vote] of revealed.entries()) {
    votes.set(ctx, voteKeyOf(vote), { ...vote, counts: tallied.counts[at] === true });
  }
  return tallied;
}

function tallyVote(vote: Vote): TallyVote {
  const content = present(vote.content, "content of a revealed vote");
  const { deficitSum, deficitCount, deficitMax, fingerprint, reasons } = content;
  const statistical: readonly Reason[] = [...Object.values(DEFICIT_REASONS), Reason.REASON_REPLAY];
  return {
    seats: vote.seats,
    isValid: content.verdict === Verdict.VERDICT_VALID,
    isStructural: reasons.some((reason) => !statistical.includes(reason)),
    deficits: { deficitSum: Number(deficitSum), deficitCount, deficitMax },
    fingerprint,
  };
}
