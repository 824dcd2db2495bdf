/**
 * One verification: the node's own prompt and prefill, the verdict, the statistics and its own
 * fingerprint. It replays token by token before it calls a result invalid (protocol.md, 2.7).
 */
import { VerificationContent, Verdict } from "../../../proto/gen/aegis/tasks/v1/tasks.ts";
import { confirmed } from "../../../app/asli/confirmed.ts";
import type { Engine } from "../../../app/asli/engine.ts";
import type { Job as AsliJob } from "../../../app/asli/job.ts";
import { promptIds } from "../../../app/asli/promptIds.ts";
import { replayTokens } from "../../../app/asli/replay.ts";
import type { Claim } from "../../../app/asli/result.ts";
import type { Reason } from "../../../app/asli/verdict.ts";
import {
  type Evaluation,
  type Verification,
  type VerifyOptions,
  verify,
  verifyUnservable,
} from "../../../app/asli/verifier.ts";
import { type Claimed, reasonNumbers } from "./asliJob.ts";

/**
 * Judges what an executor revealed.
 * @throws AsliError and whatever the engine throws.
 */
export async function verification(
  engine: Engine,
  job: AsliJob,
  claimed: Claimed,
  options: VerifyOptions,
): Promise<VerificationContent> {
  if ("unservable" in claimed) {
    return verificationContent(await verifyUnservable(engine, job, claimed.unservable), undefined);
  }
  const first = await verify(engine, job, claimed.claim, options);
  const { reasons, evaluation } = await reconsider(engine, job, claimed.claim, first, options);
  return verificationContent(reasons, evaluation);
}

/**
 * A prefill differs from a decode by rounding, so an honest result may exceed a tolerance. Within
 * the kernel class a replay is exact: then its own statistics and fingerprint are this node's run.
 */
async function reconsider(
  engine: Engine,
  job: AsliJob,
  claim: Claim,
  first: Verification,
  options: VerifyOptions,
): Promise<Verification> {
  const { reasons, evaluation } = first;
  if (reasons.length === 0 || evaluation === undefined) return first;
  if (options.sameKernelClass === false) return first;
  const prompt = await promptIds(engine, job);
  if ("unservable" in prompt) return first;
  const replay = await replayTokens(engine, job, prompt.ids, claim.outputTokens, options);
  if (replay.mismatches > 0) return { reasons: [...reasons, "replay"], evaluation };
  return confirmed(reasons, replay);
}

/** The canonical form of what a check found. */
export function verificationContent(
  reasons: readonly Reason[],
  evaluation: Evaluation | undefined,
): VerificationContent {
  const statistics = evaluation?.statistics;
  return VerificationContent.create({
    verdict: reasons.length === 0 ? Verdict.VERDICT_VALID : Verdict.VERDICT_INVALID,
    reasons: reasonNumbers(reasons),
    deficitSum: BigInt(statistics?.deficitSum ?? 0),
    deficitCount: statistics?.deficitCount ?? 0,
    deficitMax: statistics?.deficitMax ?? 0,
    fingerprint: evaluation?.fingerprint ?? new Uint8Array(0),
  });
}
