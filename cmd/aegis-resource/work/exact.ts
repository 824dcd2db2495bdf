/**
 * Checks by exact replay, for those whose word is final: auditors, committees, challengers, and
 * verifiers of qualifications. On one kernel class their numbers are equal bit by bit.
 */
import { VoteContent } from "../../../proto/gen/aegis/tasks/v1/dispute.ts";
import { Verdict, type VerificationContent } from "../../../proto/gen/aegis/tasks/v1/tasks.ts";
import type { Engine } from "../../../app/asli/engine.ts";
import {
  encodeVoteFingerprint,
  decodeFingerprint,
  fingerprintEntry,
} from "../../../app/asli/fingerprint.ts";
import type { Job as AsliJob } from "../../../app/asli/job.ts";
import type { Reason } from "../../../app/asli/verdict.ts";
import {
  type Evaluation,
  type VerifyOptions,
  verifyExactly,
  verifyUnservable,
} from "../../../app/asli/verifier.ts";
import { present } from "../../../app/lib/assert.ts";
import { EMPTY_BYTES } from "../../../app/lib/bytes.ts";
import { type Claimed, reasonNumbers } from "./asliJob.ts";
import { verificationContent } from "./verification.ts";

/** What a replay said, with the probes of a second challenge where one was asked for. */
interface Replayed {
  readonly reasons: readonly Reason[];
  readonly evaluation?: Evaluation;
  readonly probes: readonly number[];
}

/**
 * A verification by exact replay.
 * @throws AsliError and whatever the engine throws.
 */
export async function exactVerification(
  engine: Engine,
  job: AsliJob,
  claimed: Claimed,
  options: VerifyOptions,
): Promise<VerificationContent> {
  const { reasons, evaluation } = await replayed(engine, job, claimed, options);
  return verificationContent(reasons, evaluation);
}

/**
 * A committee member's vote; `challenge` is the dispute's, 32 bytes.
 * @throws AsliError and whatever the engine throws.
 */
export async function vote(
  engine: Engine,
  job: AsliJob,
  claimed: Claimed,
  options: VerifyOptions,
  challenge: Uint8Array,
): Promise<VoteContent> {
  const { reasons, evaluation, probes } = await replayed(engine, job, claimed, options, challenge);
  const statistics = evaluation?.statistics;
  return VoteContent.create({
    verdict: reasons.length === 0 ? Verdict.VERDICT_VALID : Verdict.VERDICT_INVALID,
    reasons: reasonNumbers(reasons),
    deficitSum: BigInt(statistics?.deficitSum ?? 0),
    deficitCount: statistics?.deficitCount ?? 0,
    deficitMax: statistics?.deficitMax ?? 0,
    fingerprint: evaluation === undefined ? EMPTY_BYTES : voteFingerprint(evaluation, probes),
  });
}

async function replayed(
  engine: Engine,
  job: AsliJob,
  claimed: Claimed,
  options: VerifyOptions,
  challenge?: Uint8Array,
): Promise<Replayed> {
  const probes: number[] = [];
  if ("unservable" in claimed) {
    return { reasons: await verifyUnservable(engine, job, claimed.unservable), probes };
  }
  const verification = await verifyExactly(engine, job, claimed.claim, {
    ...options,
    onPosition: (ranked, token, position) => {
      if (challenge === undefined) return;
      probes.push(fingerprintEntry(ranked, token, challenge, position).probe);
    },
  });
  return { ...verification, probes };
}

function voteFingerprint({ fingerprint }: Evaluation, probes: readonly number[]): Uint8Array {
  const entries = decodeFingerprint(fingerprint, probes.length);
  return encodeVoteFingerprint(
    entries.map((entry, position) => ({
      ...entry,
      disputeProbe: present(probes[position], "a probe for each position"),
    })),
  );
}
