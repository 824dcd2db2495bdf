/** What the code of an item means for its job: the next stage, another try later, or the end. */
import type { ItemResult } from "../../../proto/gen/aegis/base/v1/base.ts";
import { tasksErrors as errors } from "../../../modules/tasks/index.ts";
import type { Job, JobStage, Outcome, StepKind } from "../journal/job.ts";

/** Where a step that succeeded takes a job. */
const NEXT: Readonly<Record<StepKind, JobStage>> = {
  commit_result: "committed",
  reveal_result: "revealed",
  reveal_fingerprint: "done",
  commit_verification: "committed",
  reveal_verification: "done",
  commit_vote: "committed",
  reveal_vote: "done",
};

/** The step was made before, perhaps by a transaction that this node has forgotten. */
const MADE_BEFORE: ReadonlySet<number> = new Set([
  errors.alreadyCommitted.code,
  errors.alreadyRevealed.code,
]);

/** The same item may succeed at a later height. */
const TOO_SOON: ReadonlySet<number> = new Set([
  errors.tooEarly.code,
  errors.wrongStage.code,
  errors.exposureExceeded.code,
]);

/** Blocks to wait before an item that came too soon is sent again. */
const PATIENCE_BLOCKS = 2n;

/** Blocks to wait before a transaction that failed as a whole is made again. */
const FAILED_PATIENCE_BLOCKS = 3n;

/** What an item in a block did to its job. */
export function outcomeOf(kind: StepKind, job: Job, result: ItemResult, height: bigint): Outcome {
  const { code, codespace } = result;
  if (code === 0) return { job: job.id, stage: NEXT[kind] };
  const note = `${kind}: ${codespace} code ${code}`;
  if (codespace !== "tasks") return { job: job.id, stage: "dropped", note };
  if (MADE_BEFORE.has(code)) return { job: job.id, stage: NEXT[kind], note };
  if (TOO_SOON.has(code)) {
    return { job: job.id, stage: job.stage, retryHeight: height + PATIENCE_BLOCKS, note };
  }
  return { job: job.id, stage: "dropped", note };
}

/** What a transaction that cannot be included any more, or failed as a whole, did to a job. */
export function failedOutcome(job: Job, height: bigint, note: string): Outcome {
  const retryHeight = height + FAILED_PATIENCE_BLOCKS;
  return { job: job.id, stage: job.stage, retryHeight, note };
}
