/** The typed events of tasks, for resource daemons and explorers. Only task hashes are indexed. */
import * as event from "../../proto/gen/aegis/tasks/v1/event.ts";
import { type AnyEvent, type EventSpec, typedEvent } from "../../app/module/event.ts";
import type { Codec } from "../../proto/wire/codec.ts";

function ofTask<E>(codec: Codec<E>): EventSpec<E> {
  return typedEvent(codec, ["task_hash"]);
}

export const modelRegistered: EventSpec<event.ModelRegistered> = typedEvent(event.ModelRegistered);
export const modelRewardSet: EventSpec<event.ModelRewardSet> = typedEvent(event.ModelRewardSet);
export const nodeRegistered: EventSpec<event.NodeRegistered> = typedEvent(event.NodeRegistered);
export const nodeUnregistered: EventSpec<event.NodeUnregistered> = typedEvent(
  event.NodeUnregistered,
);
export const nodeReleased: EventSpec<event.NodeReleased> = typedEvent(event.NodeReleased);
export const nodeStakeAdded: EventSpec<event.NodeStakeAdded> = typedEvent(event.NodeStakeAdded);
export const nodeStakeTaken: EventSpec<event.NodeStakeTaken> = typedEvent(event.NodeStakeTaken);
export const taskSubmitted: EventSpec<event.TaskSubmitted> = ofTask(event.TaskSubmitted);
export const taskStarted: EventSpec<event.TaskStarted> = ofTask(event.TaskStarted);
export const resultCommitted: EventSpec<event.ResultCommitted> = ofTask(event.ResultCommitted);
export const commitsClosed: EventSpec<event.CommitsClosed> = ofTask(event.CommitsClosed);
export const resultOutranked: EventSpec<event.ResultOutranked> = ofTask(event.ResultOutranked);
export const resultRevealed: EventSpec<event.ResultRevealed> = ofTask(event.ResultRevealed);
export const revealsClosed: EventSpec<event.RevealsClosed> = ofTask(event.RevealsClosed);
export const verifiersDrawn: EventSpec<event.VerifiersDrawn> = ofTask(event.VerifiersDrawn);
export const drawRepeated: EventSpec<event.DrawRepeated> = ofTask(event.DrawRepeated);
export const verificationCommitted: EventSpec<event.VerificationCommitted> = ofTask(
  event.VerificationCommitted,
);
export const verificationMissed: EventSpec<event.VerificationMissed> = ofTask(
  event.VerificationMissed,
);
export const verificationReleased: EventSpec<event.VerificationReleased> = ofTask(
  event.VerificationReleased,
);
export const verificationsClosed: EventSpec<event.VerificationsClosed> = ofTask(
  event.VerificationsClosed,
);
export const fingerprintRevealed: EventSpec<event.FingerprintRevealed> = ofTask(
  event.FingerprintRevealed,
);
export const verificationRevealed: EventSpec<event.VerificationRevealed> = ofTask(
  event.VerificationRevealed,
);
export const verificationWithheld: EventSpec<event.VerificationWithheld> = ofTask(
  event.VerificationWithheld,
);
export const resultSoftFinal: EventSpec<event.ResultSoftFinal> = ofTask(event.ResultSoftFinal);
export const resultDisputed: EventSpec<event.ResultDisputed> = ofTask(event.ResultDisputed);
export const resultFinal: EventSpec<event.ResultFinal> = ofTask(event.ResultFinal);
export const resultRejected: EventSpec<event.ResultRejected> = ofTask(event.ResultRejected);
export const resultVoid: EventSpec<event.ResultVoid> = ofTask(event.ResultVoid);
export const calculationReopened: EventSpec<event.CalculationReopened> = ofTask(
  event.CalculationReopened,
);
export const calculationClosed: EventSpec<event.CalculationClosed> = ofTask(
  event.CalculationClosed,
);
export const taskStateChanged: EventSpec<event.TaskStateChanged> = ofTask(event.TaskStateChanged);
export const taskSettled: EventSpec<event.TaskSettled> = ofTask(event.TaskSettled);
export const auditDrawn: EventSpec<event.AuditDrawn> = ofTask(event.AuditDrawn);
export const challengeCommitted: EventSpec<event.ChallengeCommitted> = ofTask(
  event.ChallengeCommitted,
);
export const windowResumed: EventSpec<event.WindowResumed> = ofTask(event.WindowResumed);
export const bondReturned: EventSpec<event.BondReturned> = ofTask(event.BondReturned);
export const bondLost: EventSpec<event.BondLost> = ofTask(event.BondLost);
export const committeeDrawn: EventSpec<event.CommitteeDrawn> = ofTask(event.CommitteeDrawn);
export const voteCommitted: EventSpec<event.VoteCommitted> = ofTask(event.VoteCommitted);
export const votesClosed: EventSpec<event.VotesClosed> = ofTask(event.VotesClosed);
export const voteRevealed: EventSpec<event.VoteRevealed> = ofTask(event.VoteRevealed);
export const disputeContinued: EventSpec<event.DisputeContinued> = ofTask(event.DisputeContinued);
export const disputeClosed: EventSpec<event.DisputeClosed> = ofTask(event.DisputeClosed);
export const qualificationStarted: EventSpec<event.QualificationStarted> = ofTask(
  event.QualificationStarted,
);
export const nodeQualified: EventSpec<event.NodeQualified> = typedEvent(event.NodeQualified);
export const nodeNotQualified: EventSpec<event.NodeNotQualified> = typedEvent(
  event.NodeNotQualified,
);
export const streamFraudProven: EventSpec<event.StreamFraudProven> = ofTask(
  event.StreamFraudProven,
);

/** All of them, as the module declares them. */
export const allEvents: readonly AnyEvent[] = [
  modelRegistered,
  modelRewardSet,
  nodeRegistered,
  nodeUnregistered,
  nodeReleased,
  nodeStakeTaken,
  nodeStakeAdded,
  taskSubmitted,
  taskStarted,
  resultCommitted,
  commitsClosed,
  resultOutranked,
  resultRevealed,
  revealsClosed,
  verifiersDrawn,
  drawRepeated,
  verificationCommitted,
  verificationMissed,
  verificationReleased,
  verificationsClosed,
  fingerprintRevealed,
  verificationRevealed,
  verificationWithheld,
  resultSoftFinal,
  resultDisputed,
  resultFinal,
  resultRejected,
  resultVoid,
  calculationReopened,
  calculationClosed,
  taskStateChanged,
  taskSettled,
  auditDrawn,
  challengeCommitted,
  windowResumed,
  bondReturned,
  bondLost,
  committeeDrawn,
  voteCommitted,
  votesClosed,
  voteRevealed,
  disputeContinued,
  disputeClosed,
  qualificationStarted,
  nodeQualified,
  nodeNotQualified,
  streamFraudProven,
];
