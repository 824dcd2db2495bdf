/** Tasks between the form of the chain and that of clients. */
import type {
  Answer,
  AskOptions,
  Certainty,
  ChatMessage,
  Choice,
  FinishReason,
  TaskState,
  TaskView,
} from "../../../app/client/sdk/types.ts";
import { hex } from "../../../app/lib/bytes.ts";
import { decodeFingerprint } from "../../../app/asli/fingerprint.ts";
import type { TaskRecord } from "../../../proto/gen/aegis/tasks/v1/genesis.ts";
import type {
  Answer as ChainAnswer,
  QueryTaskResponse,
} from "../../../proto/gen/aegis/tasks/v1/query.ts";
import {
  FinishReason as Finish,
  Role,
  State,
  TaskRequest,
  UnservableReason,
} from "../../../proto/gen/aegis/tasks/v1/tasks.ts";
import { AegisError } from "./chainError.ts";

const TEMPERATURE = 0.7;
const OUTPUT_TOKENS = 256;
/** Numbers of a fingerprint are in 1/1024 nat; this one is "outside the candidates". */
const NAT = 1_024;
const OUTSIDE = -32_768;

const ROLES: Readonly<Record<ChatMessage["role"], Role>> = {
  system: Role.ROLE_SYSTEM,
  user: Role.ROLE_USER,
  assistant: Role.ROLE_ASSISTANT,
};

/** What the chain is asked; `maxFee` 0 asks for a price. */
export function requestOf(
  prompt: string | readonly ChatMessage[],
  options: AskOptions,
): TaskRequest {
  const { model = "", temperature = TEMPERATURE, topK = 0, topP = 0, stop = [] } = options;
  const isRaw = typeof prompt === "string";
  const messages = isRaw ? [] : prompt.map(({ role, content }) => ({ role: ROLES[role], content }));
  return TaskRequest.create({
    model,
    prompt: isRaw ? prompt : "",
    messages,
    sampling: {
      temperatureMilli: Math.round(temperature * 1000),
      topK,
      topPMilli: Math.round(topP * 1000),
    },
    maxOutputTokens: options.maxOutputTokens ?? OUTPUT_TOKENS,
    stop: [...stop],
    targetCount: options.count ?? 1,
    maxFee: options.maxFee ?? 0n,
    ...(options.schema === undefined ? {} : { schema: options.schema }),
  });
}

function nameOf(state: State): TaskState {
  const [name] = Object.entries(State).find(([, number]) => number === state) ?? ["STATE_OPEN"];
  return name.replace(/^STATE_/, "") as TaskState;
}

function reasonOf(reason: Finish): FinishReason {
  if (reason === Finish.FINISH_REASON_LENGTH) return "length";
  return reason === Finish.FINISH_REASON_STOP_STRING ? "stop_string" : "stop";
}

function choiceOf(record: TaskRecord, answer: ChainAnswer): Choice {
  const { calculation, executor, state, content } = answer;
  const isOurs = (one: { calculation: number; executor: string }): boolean =>
    one.calculation === calculation && one.executor === executor;
  const tokenIds = content?.tokenIds ?? [];
  const found = record.fingerprints.find(isOurs)?.fingerprint;
  const logprobs =
    found === undefined
      ? {}
      : {
          logprobs: decodeFingerprint(found, tokenIds.length).map(({ chosen }) =>
            chosen === OUTSIDE ? null : chosen / NAT,
          ),
        };
  return {
    index: calculation,
    text: content?.text ?? "",
    tokenIds,
    finishReason: reasonOf(content?.finishReason ?? Finish.FINISH_REASON_UNSPECIFIED),
    executor,
    attempt: record.revealed.find(isOurs)?.attempt ?? 0,
    state: nameOf(state),
    ...logprobs,
  };
}

/** A task as it stands. @throws AegisError when there is none. */
export function viewOf({ record, answers }: QueryTaskResponse): TaskView {
  const task = record?.task;
  const status = record?.status;
  if (record === undefined || task === undefined || status === undefined) {
    throw new AegisError("task_unknown", "there is no such task");
  }
  const { settlement } = status;
  const money =
    settlement === undefined
      ? {}
      : {
          settled: {
            charged: settlement.charged,
            refunded: settlement.refunded,
            burned: settlement.burned,
          },
        };
  return {
    taskHash: hex(task.hash),
    state: nameOf(status.state),
    model: task.identity?.model ?? "",
    sender: task.identity?.sender ?? "",
    height: Number(task.height),
    choices: answers.map((answer) => choiceOf(record, answer)),
    maxFee: task.maxFee,
    ...money,
  };
}

const FAILED: ReadonlyMap<TaskState, string> = new Map([
  ["EXPIRED", "expired"],
  ["VOID", "void"],
  ["REJECTED", "rejected"],
]);

/**
 * The answer of a task when it is as sure as asked; undefined while it is not.
 * @throws AegisError when there will be none.
 */
export function answerOf(response: QueryTaskResponse, certainty: Certainty): Answer | undefined {
  const view = viewOf(response);
  const { choices, settled, state } = view;
  const { record, answers } = response;
  const [first] = answers;
  const isOver = settled !== undefined;
  if (isOver && first === undefined) {
    const code = FAILED.get(state) ?? "void";
    throw new AegisError(code, `the task ended as ${state}; its fee was refunded.`);
  }
  const wanted = record?.task?.identity?.targetCount ?? 1;
  const isSure = isOver || (choices.length === wanted && choices.every(atLeast(certainty)));
  if (!isSure || first === undefined) return undefined;
  const reason = first.content?.unservableReason ?? 0;
  if (reason !== 0) {
    const [name] = Object.entries(UnservableReason).find(([, one]) => one === reason) ?? [""];
    const why = name.replace("UNSERVABLE_REASON_", "").toLowerCase().replaceAll("_", " ");
    throw new AegisError("unservable", `the model cannot answer this: ${why}.`);
  }
  return {
    ...view,
    text: choices[0]?.text ?? "",
    certainty: isOver ? "final" : certainty,
    promptTokens: first.content?.promptTokenCount ?? 0,
    outputTokens: choices.reduce((sum, { tokenIds }) => sum + tokenIds.length, 0),
  };
}

/** Whether a choice is as sure as asked; `final` waits for the money. */
function atLeast(certainty: Certainty): (choice: Choice) => boolean {
  if (certainty === "revealed") return () => true;
  if (certainty === "final") return () => false;
  return ({ state }) => state === "SOFT_FINAL" || state === "FINAL";
}
