/** Whether a verification is well formed and its verdict follows from its statistics. */
import type { VoteContent } from "../../proto/gen/aegis/tasks/v1/dispute.ts";
import {
  Reason,
  type Result,
  UnservableReason,
  Verdict,
  type VerificationContent,
} from "../../proto/gen/aegis/tasks/v1/tasks.ts";
import { FINGERPRINT_POSITION_BYTES } from "../../app/asli/constants.ts";
import { type Tolerances, tolerancesBetween } from "../../app/asli/tolerances.ts";
import { judgeDeficits } from "../../app/asli/verdict.ts";
import { present } from "../../app/lib/assert.ts";
import type { Readable } from "../../app/module/collections/schema.ts";
import { nodeModel, resultKeyOf, taskOf } from "./access.ts";
import { errors } from "./errors.ts";
import { nodes, revealedResults, revisions } from "./state.ts";
import { asliTolerances, DEFICIT_REASONS } from "./tolerances.ts";

/** What a verification of a result is judged by. */
export interface Judgement {
  readonly tolerances: Tolerances;
  /** Output tokens; 0 when the result is unservable. */
  readonly length: number;
  readonly temperatureMilli: number;
}

/** The pinned tolerances and the measures of a revealed result. */
export function judgementOf(ctx: Readable, result: Result): Judgement {
  const identity = present(taskOf(ctx, result.taskHash).identity, "identity");
  const revision = revisions.require(ctx, [identity.model, identity.revision]);
  return {
    tolerances: asliTolerances(present(revision.tolerances, "tolerances")),
    length: result.outputTokens,
    temperatureMilli: present(identity.sampling, "sampling").temperatureMilli,
  };
}

/** What judges the numbers of a node against those of a result's executor. */
export function tolerancesFor(
  ctx: Readable,
  result: Result,
  address: string,
  tolerances: Tolerances,
): Tolerances {
  const { model } = present(taskOf(ctx, result.taskHash).identity, "identity");
  const node = nodes.get(ctx, address);
  const own = node && nodeModel(node, model)?.kernelClass;
  const { content } = revealedResults.require(ctx, resultKeyOf(result));
  return tolerancesBetween(tolerances, own === content?.kernelClass);
}

/** Reasons with which a verifier could not evaluate the output, so that it has no fingerprint. */
const NOT_EVALUATED: readonly Reason[] = [
  Reason.REASON_TOKEN_RANGE,
  Reason.REASON_OUTPUT_LENGTH,
  Reason.REASON_CONTEXT,
];

/**
 * A verification or a vote, whose fingerprints differ in their bytes per token.
 * @throws ModuleError invalidItem, fingerprintLength or verdictMismatch.
 */
export function checkVerdict(
  ctx: Readable,
  result: Result,
  content: VerificationContent | VoteContent,
  positionBytes: number = FINGERPRINT_POSITION_BYTES,
): void {
  checkReasons(content);
  const revealed = present(revealedResults.require(ctx, resultKeyOf(result)).content, "content");
  if (revealed.unservableReason !== UnservableReason.UNSERVABLE_REASON_UNSPECIFIED) {
    checkUnservable(content);
    return;
  }
  if (content.reasons.includes(Reason.REASON_SERVABLE)) throw errors.verdictMismatch("servable");
  const isEvaluated = content.fingerprint.length > 0;
  if (!isEvaluated) {
    const mayBeEmpty = content.reasons.some((reason) => NOT_EVALUATED.includes(reason));
    if (!mayBeEmpty) throw errors.fingerprintLength();
    checkNoStatistics(content);
    return;
  }
  if (content.fingerprint.length !== result.outputTokens * positionBytes) {
    throw errors.fingerprintLength();
  }
  checkStatistics(content, judgementOf(ctx, result));
}

function checkReasons({ verdict, reasons }: VerificationContent): void {
  const isKnown = verdict === Verdict.VERDICT_VALID || verdict === Verdict.VERDICT_INVALID;
  if (!isKnown) throw errors.invalidItem("verdict");
  const known: readonly number[] = Object.values(Reason);
  for (const [at, reason] of reasons.entries()) {
    const isAscending = reason > (reasons[at - 1] ?? 0);
    if (!isAscending || !known.includes(reason)) throw errors.invalidItem("reasons");
  }
  if ((verdict === Verdict.VERDICT_VALID) !== (reasons.length === 0)) {
    throw errors.verdictMismatch("a verdict is VALID exactly when it has no reason");
  }
}

function checkUnservable(content: VerificationContent): void {
  const isOther = content.reasons.some((reason) => reason !== Reason.REASON_SERVABLE);
  if (isOther) throw errors.verdictMismatch("an unservable result is servable or not");
  if (content.fingerprint.length > 0) throw errors.fingerprintLength();
  checkNoStatistics(content);
}

function checkNoStatistics(content: VerificationContent): void {
  const isEmpty =
    content.deficitSum === 0n && content.deficitCount === 0 && content.deficitMax === 0;
  const deficits: readonly number[] = Object.values(DEFICIT_REASONS);
  if (!isEmpty || content.reasons.some((reason) => deficits.includes(reason))) {
    throw errors.verdictMismatch("nothing was evaluated");
  }
}

function checkStatistics(content: VerificationContent, judgement: Judgement): void {
  const { length, tolerances, temperatureMilli } = judgement;
  const { deficitSum, deficitCount, deficitMax } = content;
  const isPossible =
    deficitCount <= length &&
    deficitMax <= tolerances.deficitClip &&
    deficitSum >= BigInt(deficitMax) &&
    deficitSum <= BigInt(deficitMax) * BigInt(length) &&
    deficitCount > 0 === deficitMax > tolerances.deficitBound;
  if (!isPossible) throw errors.verdictMismatch("impossible statistics");
  const broken = judgeDeficits(
    { deficitSum: Number(deficitSum), deficitCount, deficitMax },
    { length, temperatureMilli },
    tolerances,
  ).map((reason) => DEFICIT_REASONS[reason]);
  for (const reason of Object.values(DEFICIT_REASONS)) {
    if (broken.includes(reason) !== content.reasons.includes(reason)) {
      throw errors.verdictMismatch("reasons do not follow from the statistics");
    }
  }
}
