/** Records of the chain as the SDK shows them. */
import type {
  Answer as ChainAnswer,
  QueryTaskResponse,
} from "../../../proto/gen/aegis/tasks/v1/query.ts";
import type { TaskRecord } from "../../../proto/gen/aegis/tasks/v1/genesis.ts";
import {
  FinishReason as Finish,
  State,
  UnservableReason,
} from "../../../proto/gen/aegis/tasks/v1/tasks.ts";
import { decodeFingerprint } from "../../asli/fingerprint.ts";
import { hex } from "../../lib/bytes.ts";
import { AegisError } from "./error.ts";
import type { Answer, Certainty, Choice, FinishReason, TaskState, TaskView } from "./types.ts";

const FINISH: Readonly<Record<number, FinishReason>> = {
  [Finish.FINISH_REASON_STOP]: "stop",
  [Finish.FINISH_REASON_STOP_STRING]: "stop_string",
  [Finish.FINISH_REASON_LENGTH]: "length",
};
/** 1 nat of a fingerprint, and what stands for a token outside the 128 best. */
const NAT = 1_024;
const OUTSIDE = -32_768;

/** States in which a result counts as at least that sure. */
const SURE: Readonly<Record<Certainty, readonly TaskState[]>> = {
  revealed: ["COMPUTED", "SOFT_FINAL", "DISPUTED", "FINAL"],
  soft_final: ["SOFT_FINAL", "FINAL"],
  final: ["FINAL"],
};
const TERMINAL: readonly TaskState[] = ["FINAL", "VOID", "EXPIRED"];

function stateName(state: State): TaskState {
  const name = Object.entries(State).find(([, number]) => number === state)?.[0] ?? "";
  return name.replace(/^STATE_/, "") as TaskState;
}

/** Whether nothing of the task can change any more. */
export function isTerminal({ state }: Pick<TaskView, "state">): boolean {
  return TERMINAL.includes(state);
}

function choiceOf(answer: ChainAnswer, record: TaskRecord): Choice | undefined {
  const { calculation: index, executor, content } = answer;
  if (content === undefined || content.unservableReason !== 0) return undefined;
  const { attempt } = record.calculations.find((one) => one.index === index) ?? { attempt: 0 };
  const shown = record.fingerprints.find(
    (one) => one.calculation === index && one.attempt === attempt && one.executor === executor,
  );
  const { tokenIds, text, finishReason } = content;
  const logprobs =
    shown &&
    decodeFingerprint(shown.fingerprint, tokenIds.length).map(({ chosen }) =>
      chosen === OUTSIDE ? null : chosen / NAT,
    );
  return {
    ...{ index, text, tokenIds, executor, attempt },
    finishReason: FINISH[finishReason] ?? "length",
    state: stateName(answer.state),
    ...(logprobs && { logprobs }),
  };
}

/** A task as the chain has it. @throws AegisError `network` when the node left out the record. */
export function taskView({ record, answers }: QueryTaskResponse): TaskView {
  const { task, status } = record ?? {};
  if (record === undefined || task?.identity === undefined || status === undefined) {
    throw new AegisError("network", "the node answers with half a task");
  }
  const { settlement } = status;
  return {
    taskHash: hex(task.hash),
    state: stateName(status.state),
    model: task.identity.model,
    sender: task.identity.sender,
    height: Number(task.height),
    choices: answers
      .map((answer) => choiceOf(answer, record))
      .filter((choice) => choice !== undefined),
    maxFee: task.maxFee,
    ...(settlement && {
      settled: {
        charged: settlement.charged,
        refunded: settlement.refunded,
        burned: settlement.burned,
      },
    }),
  };
}

/** The answer, if it is as sure as asked; undefined as long as it may become so. */
export function answerIn(response: QueryTaskResponse, certainty: Certainty): Answer | undefined {
  const view = taskView(response);
  const { record, answers } = response;
  const isUnservable = answers.find(({ content }) => (content?.unservableReason ?? 0) !== 0);
  const sure = view.choices.filter(({ state }) => SURE[certainty].includes(state));
  const wanted = record?.task?.identity?.targetCount ?? 1;
  const isDone = isTerminal(view);
  if (isUnservable !== undefined && (isDone || certainty !== "final")) {
    throw unservable(view, isUnservable);
  }
  if (isDone && sure.length === 0) throw failed(view);
  const isFinal = certainty !== "final" || isDone;
  if (sure.length === 0 || (sure.length < wanted && !isDone) || !isFinal) return undefined;
  const first = sure[0] as Choice;
  const content = answers.find(({ calculation }) => calculation === first.index)?.content;
  return {
    ...view,
    text: first.text,
    choices: sure,
    certainty,
    promptTokens: content?.promptTokenCount ?? 0,
    outputTokens: sure.reduce((sum, { tokenIds }) => sum + tokenIds.length, 0),
  };
}

function unservable({ taskHash }: TaskView, { content }: ChainAnswer): AegisError {
  const number = content?.unservableReason ?? 0;
  const name = Object.entries(UnservableReason).find(([, value]) => value === number)?.[0] ?? "";
  const reason = name.replace(/^UNSERVABLE_REASON_/, "").toLowerCase();
  const text = `the model cannot serve this: ${reason.replaceAll("_", " ")}`;
  return new AegisError("unservable", text, { taskHash, reason });
}

function failed({ state, taskHash, settled }: TaskView): AegisError {
  const refunded = `${settled?.refunded ?? 0n}`;
  const text =
    state === "EXPIRED"
      ? "no node answered in time, and the fee went back"
      : "nobody could say which answer is right, and the fee went back";
  return new AegisError(state === "EXPIRED" ? "expired" : "void", text, { taskHash, refunded });
}
