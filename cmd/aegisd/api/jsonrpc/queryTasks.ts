/** `queryTask` and `queryPendingTasks`. */
import { TaskRecord } from "../../../../proto/gen/aegis/tasks/v1/genesis.ts";
import { Answer, Query, TaskSummary } from "../../../../proto/gen/aegis/tasks/v1/query.ts";
import { State } from "../../../../proto/gen/aegis/tasks/v1/tasks.ts";
import { PageRequest } from "../../../../proto/gen/cosmos/base/query/v1beta1/pagination.ts";
import { base64, EMPTY_BYTES } from "../../../../app/lib/bytes.ts";
import type { Backend } from "../backend.ts";
import { ask } from "./chain.ts";
import { EXAMPLE } from "./examples.ts";
import { type Method, method } from "./method.ts";
import { recordJson, recordRef } from "./record.ts";
import {
  address,
  base64Bytes,
  choice,
  hexBytes,
  integer,
  optional,
  type Shape,
  text,
  UINT64_SCHEMA,
  uint64,
} from "./shape.ts";

const HASH_BYTES = 32;
const PAGE_DEFAULT = 50;
const PAGE_MAX = 200;
/** Page keys are keys of an index: a model's id, a state and a number. */
const CURSOR_BYTES_MAX = 256;
const MODEL_CHARACTERS_MAX = 128;

/** States in which a task is pending, by their names here. */
const PENDING = {
  OPEN: State.STATE_OPEN,
  COMMITTED: State.STATE_COMMITTED,
  COMPUTED: State.STATE_COMPUTED,
  SOFT_FINAL: State.STATE_SOFT_FINAL,
  DISPUTED: State.STATE_DISPUTED,
} as const;

type PendingName = keyof typeof PENDING;

/** The hash of a task, as a parameter. */
export const TASK_HASH: Shape<Uint8Array> = hexBytes("The task's hash.", HASH_BYTES, HASH_BYTES);

/** The id of a model, as a parameter. */
export const MODEL: Shape<string> = text("Only tasks on this model.", MODEL_CHARACTERS_MAX);

const TASK_EXAMPLE = {
  taskHash: EXAMPLE.hash,
  sequence: "12",
  model: "smollm2-135m-instruct",
  sender: EXAMPLE.address,
  height: "907",
  state: "OPEN",
  targetCount: 1,
  open: [],
};

/** A task by its hash. */
export function queryTaskMethod(backend: Backend): Method {
  return method({
    name: "queryTask",
    summary: "A task: what was asked, its calculations, results, verifications, states, answers.",
    params: {
      taskHash: TASK_HASH,
      height: optional(uint64("Asks the state after this block; the latest when left out.")),
    },
    result: {
      type: "object",
      properties: {
        height: UINT64_SCHEMA,
        record: recordRef(TaskRecord),
        answers: { type: "array", items: recordRef(Answer) },
      },
      required: ["height", "record", "answers"],
      additionalProperties: false,
    },
    faults: ["chainRefused"],
    records: [TaskRecord, Answer],
    example: {
      params: { taskHash: EXAMPLE.hash },
      result: { height: "931", record: {}, answers: [] },
    },
    run: ({ taskHash, height = 0n }) => {
      const asked = height === 0n ? backend.height() : height;
      const { record, answers } = ask(backend, Query.Task, { taskHash }, asked);
      return {
        height: `${asked}`,
        record: recordJson(TaskRecord, record),
        answers: answers.map((one) => recordJson(Answer, one)),
      };
    },
  });
}

/** Tasks that are not settled. */
export function queryPendingTasksMethod(backend: Backend): Method {
  const states = Object.keys(PENDING) as PendingName[];
  return method({
    name: "queryPendingTasks",
    summary: "Tasks that are not settled, by state, with their calculations that accept commits.",
    description:
      "A task that changes its state between two pages may be seen twice, or not at all; " +
      "subscribePendingTasks tells of every one.",
    params: {
      model: optional(MODEL),
      status: optional(choice("Only tasks in this state.", states)),
      node: optional(address("Positions and first heights are this resource node's.")),
      limit: optional(integer(`Tasks on a page; ${PAGE_DEFAULT} when left out.`, 1, PAGE_MAX)),
      cursor: optional(base64Bytes("`nextCursor` of the page before.", 1, CURSOR_BYTES_MAX)),
    },
    result: {
      type: "object",
      properties: {
        height: UINT64_SCHEMA,
        tasks: { type: "array", items: recordRef(TaskSummary) },
        nextCursor: { type: ["string", "null"], description: "Null on the last page." },
      },
      required: ["height", "tasks", "nextCursor"],
      additionalProperties: false,
    },
    faults: ["chainRefused"],
    records: [TaskSummary],
    example: {
      params: { status: "OPEN", limit: 1 },
      result: { height: "931", tasks: [TASK_EXAMPLE], nextCursor: "AAAAAAAADg==" },
    },
    run: ({ model = "", status, node = "", limit = PAGE_DEFAULT, cursor = EMPTY_BYTES }) => {
      const state = status === undefined ? State.STATE_UNSPECIFIED : PENDING[status];
      const pagination = PageRequest.create({ key: cursor, limit: BigInt(limit) });
      const height = backend.height();
      const asked = { state, model, pagination, pending: true, node };
      const page = ask(backend, Query.Tasks, asked, height);
      const { nextKey = EMPTY_BYTES } = page.pagination ?? {};
      return {
        height: `${height}`,
        tasks: page.tasks.map((one) => recordJson(TaskSummary, one)),
        nextCursor: nextKey.length === 0 ? null : base64(nextKey),
      };
    },
  });
}
