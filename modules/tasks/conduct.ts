/** What verifiers and members did, measured by a committee's verdict. */
import type { Dispute, Vote } from "../../proto/gen/aegis/tasks/v1/dispute.ts";
import {
  type Result,
  Verdict,
  type Verification,
  VerificationKind,
  VerificationState,
} from "../../proto/gen/aegis/tasks/v1/tasks.ts";
import { decodeVoteFingerprint, encodeFingerprint } from "../../app/asli/fingerprint.ts";
import { type Grade, isWithin } from "../../app/asli/grade.ts";
import type { Tally, TallyCase } from "../../app/asli/tally.ts";
import { equalBytes } from "../../app/lib/bytes.ts";
import type { BlockContext } from "../../app/module/context.ts";
import { isQualification, taskOf, verificationsOf, votesOf } from "./access.ts";
import { tolerancesFor } from "./verdict.ts";

/** A verifier's numbers come of one prefill: they cost it nothing up to so many times a limit. */
const VERIFIER_FACTOR = 2;

/** A dispute with its verdict. */
export interface Judged {
  readonly dispute: Dispute;
  readonly result: Result;
  readonly tallied: Tally;
  readonly grade: Grade;
  readonly about: TallyCase;
}

/** Who did what. */
export interface Conduct {
  /** Verifiers whose verification is paid with the task, if it is. */
  readonly agreeing: ReadonlySet<string>;
  /** Operators who were right, by order of their verifications. */
  readonly rightVerifiers: readonly string[];
  /** Operators of members who were right, one for each vote. */
  readonly rightMembers: readonly string[];
  readonly wrongVerifications: readonly Verification[];
  readonly wrongVotes: readonly Vote[];
}

export function conductOf(ctx: BlockContext, judged: Judged): Conduct {
  const isExact = isQualification(taskOf(ctx, judged.result.taskHash));
  const revealed = verificationsOf(ctx, judged.result)
    .filter((one) => one.state === VerificationState.VERIFICATION_STATE_REVEALED)
    .sort((a, b) => a.position - b.position);
  const right = revealed.filter((one) => isRight(ctx, judged, one, isExact));
  const votes = votesOf(ctx, judged.dispute).filter((one) => one.content !== undefined);
  const own = votes.filter((one) => isCommittees(judged, one));
  const last = votes.filter((one) => one.round === judged.dispute.round);
  const foreign = new Set(last.filter((_, at) => judged.tallied.foreign[at]));
  const agreeing = right.filter((one) => one.content?.verdict === Verdict.VERDICT_VALID);
  return {
    agreeing: new Set(agreeing.map((one) => one.verifier)),
    rightVerifiers: right.map((one) => one.operator),
    // An earlier round's vote that did not count may have been an echo: not wrong, but not paid.
    rightMembers: own.filter((one) => one.counts).map((one) => one.operator),
    wrongVerifications: revealed.filter((one) => isWrong(judged, one, isExact)),
    // Members of an earlier round had no verdict: only their numbers and verdict can be wrong.
    wrongVotes: votes.filter((one) => foreign.has(one) || !isCommittees(judged, one)),
  };
}

/** Whether a verification's own fingerprint is the committee's, up to `factor` times a limit. */
function isNear(
  { tallied, about }: Pick<Judged, "tallied" | "about">,
  verification: Verification,
  isExact: boolean,
  factor: number,
): boolean {
  const fingerprint = verification.content?.fingerprint ?? new Uint8Array(0);
  return isExact
    ? equalBytes(fingerprint, tallied.fingerprint)
    : isWithin(fingerprint, tallied.fingerprint, about, factor);
}

/** It said what the committee says of the tokens, by a run of its own. */
function isRight(
  ctx: BlockContext,
  judged: Judged,
  verification: Verification,
  isExact: boolean,
): boolean {
  const isValid = verification.content?.verdict === Verdict.VERDICT_VALID;
  const { tallied, result } = judged;
  const tolerances = tolerancesFor(ctx, result, verification.verifier, judged.about.tolerances);
  const about = { ...judged.about, tolerances };
  if (!isNear({ tallied, about }, verification, isExact, 1)) return false;
  if (isValid) return judged.tallied.verdict === "valid";
  // Whoever challenges knows the executor's fingerprint, and may object to that alone.
  const isDrawn = verification.kind === VerificationKind.VERIFICATION_KIND_DRAWN;
  return isDrawn ? judged.tallied.verdict === "invalid" : judged.grade !== "upheld";
}

/** It did not run the model, or let an error pass that no honest run can miss. */
function isWrong(judged: Judged, verification: Verification, isExact: boolean): boolean {
  const isValid = verification.content?.verdict === Verdict.VERDICT_VALID;
  if (isValid && judged.grade === "gross") return true;
  return !isNear(judged, verification, isExact, VERIFIER_FACTOR);
}

/** A vote with the committee's verdict and numbers. */
function isCommittees({ tallied, about }: Judged, { content }: Vote): boolean {
  if (content === undefined) return false;
  const isValid = content.verdict === Verdict.VERDICT_VALID;
  if (isValid !== (tallied.verdict === "valid")) return false;
  const isEvaluated = content.fingerprint.length > 0;
  if (isEvaluated !== tallied.fingerprint.length > 0) return false;
  if (!isEvaluated) return true;
  const own = encodeFingerprint(decodeVoteFingerprint(content.fingerprint, about.length));
  return isWithin(own, tallied.fingerprint, about, 1);
}
