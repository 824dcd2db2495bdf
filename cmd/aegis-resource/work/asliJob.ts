/** From the chain's records to what ASLI runs and judges, and back. */
import type { TaskRecord } from "../../../proto/gen/aegis/tasks/v1/genesis.ts";
import type { ModelRevision } from "../../../proto/gen/aegis/tasks/v1/model.ts";
import {
  FinishReason as FinishNumber,
  Reason as ReasonNumber,
  ResultContent,
  type TaskIdentity,
  UnservableReason as UnservableNumber,
} from "../../../proto/gen/aegis/tasks/v1/tasks.ts";
import type { Outcome } from "../../../app/asli/executor.ts";
import type { Job as AsliJob } from "../../../app/asli/job.ts";
import { type Prompt, ROLES } from "../../../app/asli/prompt.ts";
import type { UnservableReason } from "../../../app/asli/promptIds.ts";
import type { Claim } from "../../../app/asli/result.ts";
import type { FinishReason } from "../../../app/asli/stop.ts";
import type { Reason } from "../../../app/asli/verdict.ts";
import { present } from "../../../app/lib/assert.ts";

const FINISH_REASONS: readonly (readonly [FinishReason, number])[] = [
  ["stop", FinishNumber.FINISH_REASON_STOP],
  ["stop_string", FinishNumber.FINISH_REASON_STOP_STRING],
  ["length", FinishNumber.FINISH_REASON_LENGTH],
];

const UNSERVABLE_REASONS: readonly (readonly [UnservableReason, number])[] = [
  ["prompt_too_long", UnservableNumber.UNSERVABLE_REASON_PROMPT_TOO_LONG],
  ["prompt_empty", UnservableNumber.UNSERVABLE_REASON_PROMPT_EMPTY],
  ["template_unsupported", UnservableNumber.UNSERVABLE_REASON_TEMPLATE_UNSUPPORTED],
];

/** Numbers on the chain of what a verifier may find before it knows the fingerprint. */
const REASONS: ReadonlyMap<Reason, number> = new Map<Reason, number>([
  ["prompt_count", ReasonNumber.REASON_PROMPT_COUNT],
  ["prompt_hash", ReasonNumber.REASON_PROMPT_HASH],
  ["token_range", ReasonNumber.REASON_TOKEN_RANGE],
  ["output_length", ReasonNumber.REASON_OUTPUT_LENGTH],
  ["context", ReasonNumber.REASON_CONTEXT],
  ["end_token_early", ReasonNumber.REASON_END_TOKEN_EARLY],
  ["stop_string_early", ReasonNumber.REASON_STOP_STRING_EARLY],
  ["finish_reason", ReasonNumber.REASON_FINISH_REASON],
  ["text", ReasonNumber.REASON_TEXT],
  ["servable", ReasonNumber.REASON_SERVABLE],
  ["deficit_sum", ReasonNumber.REASON_DEFICIT_SUM],
  ["deficit_count", ReasonNumber.REASON_DEFICIT_COUNT],
  ["deficit_max", ReasonNumber.REASON_DEFICIT_MAX],
  ["replay", ReasonNumber.REASON_REPLAY],
]);

/** What a task identity always has. @throws AssertionError when the record has none. */
export function identityOf(record: TaskRecord): TaskIdentity {
  return present(record.task?.identity, "the task's identity");
}

/**
 * The job of one calculation, with the seed of its present attempt.
 * @throws AssertionError when the record lacks a part.
 */
export function asliJob(record: TaskRecord, revision: ModelRevision, calculation: number): AsliJob {
  const identity = identityOf(record);
  const { seed } = present(record.calculations[calculation], "the calculation");
  const { temperatureMilli, topK, topPMilli } = present(identity.sampling, "sampling");
  return {
    prompt: promptOf(identity),
    contextLength: revision.contextLength,
    sampling: { temperatureMilli, topK, topPMilli },
    maxOutputTokens: identity.maxOutputTokens,
    stopStrings: identity.stop,
    seed,
  };
}

function promptOf(identity: TaskIdentity): Prompt {
  if (identity.messages.length === 0) return { template: "raw/1", text: identity.prompt };
  const messages = identity.messages.map(({ role, content }) => ({
    role: present(ROLES[role - 1], "a role"),
    content,
  }));
  // The chain admits only models whose template this version of ASLI renders.
  return { template: "chatml/1", messages };
}

/** The canonical form of what a run brought. */
export function resultContent(outcome: Outcome, kernelClass: string): ResultContent {
  if ("unservable" in outcome) {
    const unservableReason = numberOf(UNSERVABLE_REASONS, outcome.unservable);
    return ResultContent.create({ unservableReason, kernelClass });
  }
  const { result } = outcome;
  return ResultContent.create({
    promptTokenCount: result.promptTokens,
    promptHash: result.promptHash,
    tokenIds: [...result.outputTokens],
    text: result.text,
    finishReason: numberOf(FINISH_REASONS, result.finishReason),
    kernelClass,
  });
}

/** What an executor claims: an output, or that there can be none. */
export type Claimed = { readonly claim: Claim } | { readonly unservable: UnservableReason };

/** A revealed result as ASLI judges it. */
export function claimedOf(content: ResultContent): Claimed {
  if (content.unservableReason !== UnservableNumber.UNSERVABLE_REASON_UNSPECIFIED) {
    return { unservable: nameOf(UNSERVABLE_REASONS, content.unservableReason) };
  }
  return {
    claim: {
      promptTokens: content.promptTokenCount,
      promptHash: content.promptHash,
      outputTokens: Uint32Array.from(content.tokenIds),
      text: content.text,
      finishReason: nameOf(FINISH_REASONS, content.finishReason),
    },
  };
}

/** Reasons as the chain numbers them: each once, ascending. */
export function reasonNumbers(reasons: readonly Reason[]): number[] {
  const numbers = new Set(reasons.map((reason) => present(REASONS.get(reason), reason)));
  return [...numbers].sort((a, b) => a - b);
}

function numberOf<N>(table: readonly (readonly [N, number])[], name: N): number {
  return present(table.find(([each]) => each === name)?.[1], String(name));
}

function nameOf<N>(table: readonly (readonly [N, number])[], number: number): N {
  return present(table.find(([, each]) => each === number)?.[0], `name of ${number}`);
}
