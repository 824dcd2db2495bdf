/** What a valid receipt says of its task, as plain values for programs to use and to print. */
import {
  FinishReason,
  ResultFault,
  type Result,
  type RevealedResult,
  Role,
  State,
  UnservableReason,
  Verdict,
  type Verification,
  VerificationKind,
  VerificationState,
} from "../../../proto/gen/aegis/tasks/v1/tasks.ts";
import { hex } from "../../lib/bytes.ts";
import type { TaskRecords } from "./records.ts";

/** What a node said of a result. */
export interface VerificationFact {
  readonly verifier: string;
  readonly operator: string;
  /** "DRAWN", "AUDIT" or "CHALLENGE". */
  readonly kind: string;
  /** Such as "REVEALED"; only then there is a verdict. */
  readonly state: string;
  /** "VALID" or "INVALID". */
  readonly verdict?: string;
  /** Whether verdict and fingerprint agree with the result, as the chain computed it. */
  readonly agrees: boolean;
}

/** One executor's result. */
export interface ResultFact {
  readonly attempt: number;
  readonly executor: string;
  readonly operator: string;
  /** Such as "FINAL". */
  readonly state: string;
  /** Why it was rejected or is void. */
  readonly fault?: string;
  /** Why the model cannot answer; then there is no text. */
  readonly unservable?: string;
  /** Undefined when the executor did not reveal it. */
  readonly text?: string;
  readonly finish?: string;
  readonly outputTokens: number;
  readonly promptTokens?: number;
  readonly kernelClass?: string;
  readonly verifications: readonly VerificationFact[];
}

/** One of the calculations that the task asked for. */
export interface CalculationFact {
  readonly index: number;
  readonly state: string;
  /** Hex; empty when it never started. */
  readonly seed: string;
  readonly results: readonly ResultFact[];
}

/** The task, its results and what was said of them. */
export interface TaskFacts {
  /** Hex. */
  readonly taskHash: string;
  readonly model: string;
  readonly revision: number;
  /** SHA-256 of the model's file, hex. */
  readonly modelSha256: string;
  readonly sender: string;
  /** A raw prompt; empty when there are messages. */
  readonly prompt: string;
  readonly messages: readonly { readonly role: string; readonly content: string }[];
  readonly temperatureMilli: number;
  readonly maxOutputTokens: number;
  /** Block that included the task. */
  readonly includedHeight: bigint;
  readonly state: string;
  readonly calculations: readonly CalculationFact[];
}

/** The name of an enum's value without what all its names begin with. */
function nameOf(values: Readonly<Record<string, number>>, prefix: string, value: number): string {
  const name = Object.keys(values).find((key) => values[key] === value);
  return name?.slice(prefix.length) ?? `${value}`;
}

function stateName(state: number): string {
  return nameOf(State, "STATE_", state);
}

/** Says what `records` say. */
export function taskFacts(records: TaskRecords): TaskFacts {
  const { task, identity, status, calculations } = records;
  return {
    taskHash: hex(task.hash),
    model: identity.model,
    revision: identity.revision,
    modelSha256: hex(identity.modelSha256),
    sender: identity.sender,
    prompt: identity.prompt,
    messages: identity.messages.map(({ role, content }) => ({
      role: nameOf(Role, "ROLE_", role).toLowerCase(),
      content,
    })),
    temperatureMilli: identity.sampling?.temperatureMilli ?? 0,
    maxOutputTokens: identity.maxOutputTokens,
    includedHeight: task.height,
    state: stateName(status.state),
    calculations: calculations.map(({ index, state, seed }) => ({
      index,
      state: stateName(state),
      seed: hex(seed),
      results: records.results
        .filter(({ calculation }) => calculation === index)
        .map((result) => resultFact(records, result)),
    })),
  };
}

type Place = Pick<Result, "calculation" | "attempt" | "executor">;

function isAt(a: Place, b: Place): boolean {
  return a.calculation === b.calculation && a.attempt === b.attempt && a.executor === b.executor;
}

function resultFact(records: TaskRecords, result: Result): ResultFact {
  const { attempt, executor, operator, state, fault, outputTokens } = result;
  return {
    ...{ attempt, executor, operator, state: stateName(state) },
    ...(fault === 0 ? {} : { fault: nameOf(ResultFault, "RESULT_FAULT_", fault) }),
    ...contentFact(records.revealed.find((revealed) => isAt(revealed, result))),
    outputTokens,
    verifications: records.verifications.filter((one) => isAt(one, result)).map(verificationFact),
  };
}

type ContentFact = Pick<
  ResultFact,
  "unservable" | "text" | "finish" | "promptTokens" | "kernelClass"
>;

function contentFact(revealed: RevealedResult | undefined): ContentFact {
  const content = revealed?.content;
  if (content === undefined) return {};
  const { kernelClass, unservableReason, text, finishReason, promptTokenCount } = content;
  if (unservableReason !== UnservableReason.UNSERVABLE_REASON_UNSPECIFIED) {
    const unservable = nameOf(UnservableReason, "UNSERVABLE_REASON_", unservableReason);
    return { kernelClass, unservable };
  }
  const finish = nameOf(FinishReason, "FINISH_REASON_", finishReason);
  return { kernelClass, text, finish, promptTokens: promptTokenCount };
}

function verificationFact(verification: Verification): VerificationFact {
  const { verifier, operator, kind, state, content, agrees } = verification;
  return {
    verifier,
    operator,
    kind: nameOf(VerificationKind, "VERIFICATION_KIND_", kind),
    state: nameOf(VerificationState, "VERIFICATION_STATE_", state),
    ...(content === undefined ? {} : { verdict: nameOf(Verdict, "VERDICT_", content.verdict) }),
    agrees,
  };
}
