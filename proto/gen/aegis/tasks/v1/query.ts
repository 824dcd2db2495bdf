// Generated from proto/aegis/tasks/v1/query.proto by "npm run proto". Do not edit.
import { codec, type Codec, type Method } from "../../../../wire/codec.ts";
import type { Reader } from "../../../../wire/reader.ts";
import type { Writer } from "../../../../wire/writer.ts";
import { TaskRecord } from "./genesis.ts";
import { Model, ModelRevision } from "./model.ts";
import { Node } from "./node.ts";
import { Params } from "./params.ts";
import { ResultContent, State, TaskRequest } from "./tasks.ts";
import { PageRequest, PageResponse } from "../../../cosmos/base/query/v1beta1/pagination.ts";

export type DutyKind = number;
export const DutyKind = {
  DUTY_KIND_UNSPECIFIED: 0,
  DUTY_KIND_AWAIT_REVEAL: 1,
  DUTY_KIND_REVEAL_RESULT: 2,
  DUTY_KIND_AWAIT_OPENING: 3,
  DUTY_KIND_REVEAL_FINGERPRINT: 4,
  DUTY_KIND_COMMIT_VERIFICATION: 5,
  DUTY_KIND_AWAIT_VERIFICATIONS: 6,
  DUTY_KIND_REVEAL_VERIFICATION: 7,
  DUTY_KIND_QUALIFY: 8,
  DUTY_KIND_COMMIT_AUDIT: 9,
  DUTY_KIND_REVEAL_AUDIT: 10,
  DUTY_KIND_REVEAL_CHALLENGE: 11,
  DUTY_KIND_COMMIT_VOTE: 12,
  DUTY_KIND_AWAIT_VOTES: 13,
  DUTY_KIND_REVEAL_VOTE: 14,
} as const;

export interface QueryParamsRequest {
}

function writeQueryParamsRequest(_w: Writer, _m: QueryParamsRequest): void {
}

function readQueryParamsRequest(r: Reader): QueryParamsRequest {
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return {  };
}

export const QueryParamsRequest: Codec<QueryParamsRequest> = codec<QueryParamsRequest>({
  typeUrl: "/aegis.tasks.v1.QueryParamsRequest",
  fields: [
  ],
  defaults: () => ({  }),
  write: writeQueryParamsRequest,
  read: readQueryParamsRequest,
});

export interface QueryParamsResponse {
  readonly params: Params | undefined;
}

function writeQueryParamsResponse(w: Writer, m: QueryParamsResponse): void {
  if (m.params !== undefined) {
    w.tag(10);
    { const s = w.open(); Params.write(w, m.params); w.close(s); }
  }
}

function readQueryParamsResponse(r: Reader): QueryParamsResponse {
  let f1: Params | undefined = undefined;
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10: {
        r.single(last, tag);
        const outer = r.enter();
        f1 = Params.read(r);
        r.leave(outer);
        break;
      }
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { params: f1 };
}

export const QueryParamsResponse: Codec<QueryParamsResponse> = codec<QueryParamsResponse>({
  typeUrl: "/aegis.tasks.v1.QueryParamsResponse",
  fields: [
    { name: "params", jsonName: "params", number: 1, kind: "message", repeated: false, optional: true, message: () => Params as Codec<never> },
  ],
  defaults: () => ({ params: undefined }),
  write: writeQueryParamsResponse,
  read: readQueryParamsResponse,
});

export interface QueryTaskRequest {
  readonly taskHash: Uint8Array;
}

function writeQueryTaskRequest(w: Writer, m: QueryTaskRequest): void {
  if (m.taskHash.length > 0) {
    w.tag(10);
    w.bytes(m.taskHash);
  }
}

function readQueryTaskRequest(r: Reader): QueryTaskRequest {
  let f1: Uint8Array = new Uint8Array(0);
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10:
        r.single(last, tag);
        f1 = r.value(r.bytes());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { taskHash: f1 };
}

export const QueryTaskRequest: Codec<QueryTaskRequest> = codec<QueryTaskRequest>({
  typeUrl: "/aegis.tasks.v1.QueryTaskRequest",
  fields: [
    { name: "taskHash", jsonName: "task_hash", number: 1, kind: "bytes", repeated: false, optional: false },
  ],
  defaults: () => ({ taskHash: new Uint8Array(0) }),
  write: writeQueryTaskRequest,
  read: readQueryTaskRequest,
});

/** The answer of one calculation: its best-ranked result that is neither REJECTED nor VOID. */
export interface Answer {
  readonly calculation: number;
  readonly executor: string;
  readonly state: State;
  readonly content: ResultContent | undefined;
}

function writeAnswer(w: Writer, m: Answer): void {
  if (m.calculation !== 0) {
    w.tag(8);
    w.uint32(m.calculation);
  }
  if (m.executor !== "") {
    w.tag(18);
    w.string(m.executor);
  }
  if (m.state !== 0) {
    w.tag(24);
    w.int32(m.state);
  }
  if (m.content !== undefined) {
    w.tag(34);
    { const s = w.open(); ResultContent.write(w, m.content); w.close(s); }
  }
}

function readAnswer(r: Reader): Answer {
  let f1: number = 0;
  let f2: string = "";
  let f3: State = 0;
  let f4: ResultContent | undefined = undefined;
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 8:
        r.single(last, tag);
        f1 = r.value(r.uint32());
        break;
      case 18:
        r.single(last, tag);
        f2 = r.value(r.string());
        break;
      case 24:
        r.single(last, tag);
        f3 = r.value(r.int32());
        break;
      case 34: {
        r.single(last, tag);
        const outer = r.enter();
        f4 = ResultContent.read(r);
        r.leave(outer);
        break;
      }
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { calculation: f1, executor: f2, state: f3, content: f4 };
}

export const Answer: Codec<Answer> = codec<Answer>({
  typeUrl: "/aegis.tasks.v1.Answer",
  fields: [
    { name: "calculation", jsonName: "calculation", number: 1, kind: "uint32", repeated: false, optional: false },
    { name: "executor", jsonName: "executor", number: 2, kind: "string", repeated: false, optional: false },
    { name: "state", jsonName: "state", number: 3, kind: "enum", repeated: false, optional: false, values: State },
    { name: "content", jsonName: "content", number: 4, kind: "message", repeated: false, optional: true, message: () => ResultContent as Codec<never> },
  ],
  defaults: () => ({ calculation: 0, executor: "", state: 0, content: undefined }),
  write: writeAnswer,
  read: readAnswer,
});

export interface QueryTaskResponse {
  readonly record: TaskRecord | undefined;
  readonly answers: readonly Answer[];
}

function writeQueryTaskResponse(w: Writer, m: QueryTaskResponse): void {
  if (m.record !== undefined) {
    w.tag(10);
    { const s = w.open(); TaskRecord.write(w, m.record); w.close(s); }
  }
  for (const v of m.answers) {
    w.tag(18);
    { const s = w.open(); Answer.write(w, v); w.close(s); }
  }
}

function readQueryTaskResponse(r: Reader): QueryTaskResponse {
  let f1: TaskRecord | undefined = undefined;
  const f2: Answer[] = [];
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10: {
        r.single(last, tag);
        const outer = r.enter();
        f1 = TaskRecord.read(r);
        r.leave(outer);
        break;
      }
      case 18: {
        const outer = r.enter();
        f2.push(Answer.read(r));
        r.leave(outer);
        break;
      }
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { record: f1, answers: f2 };
}

export const QueryTaskResponse: Codec<QueryTaskResponse> = codec<QueryTaskResponse>({
  typeUrl: "/aegis.tasks.v1.QueryTaskResponse",
  fields: [
    { name: "record", jsonName: "record", number: 1, kind: "message", repeated: false, optional: true, message: () => TaskRecord as Codec<never> },
    { name: "answers", jsonName: "answers", number: 2, kind: "message", repeated: true, optional: false, message: () => Answer as Codec<never> },
  ],
  defaults: () => ({ record: undefined, answers: [] }),
  write: writeQueryTaskResponse,
  read: readQueryTaskResponse,
});

export interface QueryTasksRequest {
  readonly state: State;
  readonly model: string;
  readonly pagination: PageRequest | undefined;
  readonly pending: boolean;
  readonly node: string;
}

function writeQueryTasksRequest(w: Writer, m: QueryTasksRequest): void {
  if (m.state !== 0) {
    w.tag(8);
    w.int32(m.state);
  }
  if (m.model !== "") {
    w.tag(18);
    w.string(m.model);
  }
  if (m.pagination !== undefined) {
    w.tag(26);
    { const s = w.open(); PageRequest.write(w, m.pagination); w.close(s); }
  }
  if (m.pending) {
    w.tag(32);
    w.bool(m.pending);
  }
  if (m.node !== "") {
    w.tag(42);
    w.string(m.node);
  }
}

function readQueryTasksRequest(r: Reader): QueryTasksRequest {
  let f1: State = 0;
  let f2: string = "";
  let f3: PageRequest | undefined = undefined;
  let f4: boolean = false;
  let f5: string = "";
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 8:
        r.single(last, tag);
        f1 = r.value(r.int32());
        break;
      case 18:
        r.single(last, tag);
        f2 = r.value(r.string());
        break;
      case 26: {
        r.single(last, tag);
        const outer = r.enter();
        f3 = PageRequest.read(r);
        r.leave(outer);
        break;
      }
      case 32:
        r.single(last, tag);
        f4 = r.value(r.bool());
        break;
      case 42:
        r.single(last, tag);
        f5 = r.value(r.string());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { state: f1, model: f2, pagination: f3, pending: f4, node: f5 };
}

export const QueryTasksRequest: Codec<QueryTasksRequest> = codec<QueryTasksRequest>({
  typeUrl: "/aegis.tasks.v1.QueryTasksRequest",
  fields: [
    { name: "state", jsonName: "state", number: 1, kind: "enum", repeated: false, optional: false, values: State },
    { name: "model", jsonName: "model", number: 2, kind: "string", repeated: false, optional: false },
    { name: "pagination", jsonName: "pagination", number: 3, kind: "message", repeated: false, optional: true, message: () => PageRequest as Codec<never> },
    { name: "pending", jsonName: "pending", number: 4, kind: "bool", repeated: false, optional: false },
    { name: "node", jsonName: "node", number: 5, kind: "string", repeated: false, optional: false },
  ],
  defaults: () => ({ state: 0, model: "", pagination: undefined, pending: false, node: "" }),
  write: writeQueryTasksRequest,
  read: readQueryTasksRequest,
});

export interface TaskSummary {
  readonly taskHash: Uint8Array;
  readonly sequence: bigint;
  readonly model: string;
  readonly sender: string;
  readonly height: bigint;
  readonly state: State;
  readonly targetCount: number;
  readonly open: readonly PendingCalculation[];
}

function writeTaskSummary(w: Writer, m: TaskSummary): void {
  if (m.taskHash.length > 0) {
    w.tag(10);
    w.bytes(m.taskHash);
  }
  if (m.sequence !== 0n) {
    w.tag(16);
    w.uint64(m.sequence);
  }
  if (m.model !== "") {
    w.tag(26);
    w.string(m.model);
  }
  if (m.sender !== "") {
    w.tag(34);
    w.string(m.sender);
  }
  if (m.height !== 0n) {
    w.tag(40);
    w.uint64(m.height);
  }
  if (m.state !== 0) {
    w.tag(48);
    w.int32(m.state);
  }
  if (m.targetCount !== 0) {
    w.tag(56);
    w.uint32(m.targetCount);
  }
  for (const v of m.open) {
    w.tag(66);
    { const s = w.open(); PendingCalculation.write(w, v); w.close(s); }
  }
}

function readTaskSummary(r: Reader): TaskSummary {
  let f1: Uint8Array = new Uint8Array(0);
  let f2: bigint = 0n;
  let f3: string = "";
  let f4: string = "";
  let f5: bigint = 0n;
  let f6: State = 0;
  let f7: number = 0;
  const f8: PendingCalculation[] = [];
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10:
        r.single(last, tag);
        f1 = r.value(r.bytes());
        break;
      case 16:
        r.single(last, tag);
        f2 = r.value(r.uint64());
        break;
      case 26:
        r.single(last, tag);
        f3 = r.value(r.string());
        break;
      case 34:
        r.single(last, tag);
        f4 = r.value(r.string());
        break;
      case 40:
        r.single(last, tag);
        f5 = r.value(r.uint64());
        break;
      case 48:
        r.single(last, tag);
        f6 = r.value(r.int32());
        break;
      case 56:
        r.single(last, tag);
        f7 = r.value(r.uint32());
        break;
      case 66: {
        const outer = r.enter();
        f8.push(PendingCalculation.read(r));
        r.leave(outer);
        break;
      }
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { taskHash: f1, sequence: f2, model: f3, sender: f4, height: f5, state: f6, targetCount: f7, open: f8 };
}

export const TaskSummary: Codec<TaskSummary> = codec<TaskSummary>({
  typeUrl: "/aegis.tasks.v1.TaskSummary",
  fields: [
    { name: "taskHash", jsonName: "task_hash", number: 1, kind: "bytes", repeated: false, optional: false },
    { name: "sequence", jsonName: "sequence", number: 2, kind: "uint64", repeated: false, optional: false },
    { name: "model", jsonName: "model", number: 3, kind: "string", repeated: false, optional: false },
    { name: "sender", jsonName: "sender", number: 4, kind: "string", repeated: false, optional: false },
    { name: "height", jsonName: "height", number: 5, kind: "uint64", repeated: false, optional: false },
    { name: "state", jsonName: "state", number: 6, kind: "enum", repeated: false, optional: false, values: State },
    { name: "targetCount", jsonName: "target_count", number: 7, kind: "uint32", repeated: false, optional: false },
    { name: "open", jsonName: "open", number: 8, kind: "message", repeated: true, optional: false, message: () => PendingCalculation as Codec<never> },
  ],
  defaults: () => ({ taskHash: new Uint8Array(0), sequence: 0n, model: "", sender: "", height: 0n, state: 0, targetCount: 0, open: [] }),
  write: writeTaskSummary,
  read: readTaskSummary,
});

export interface QueryTasksResponse {
  readonly tasks: readonly TaskSummary[];
  readonly pagination: PageResponse | undefined;
}

function writeQueryTasksResponse(w: Writer, m: QueryTasksResponse): void {
  for (const v of m.tasks) {
    w.tag(10);
    { const s = w.open(); TaskSummary.write(w, v); w.close(s); }
  }
  if (m.pagination !== undefined) {
    w.tag(18);
    { const s = w.open(); PageResponse.write(w, m.pagination); w.close(s); }
  }
}

function readQueryTasksResponse(r: Reader): QueryTasksResponse {
  const f1: TaskSummary[] = [];
  let f2: PageResponse | undefined = undefined;
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10: {
        const outer = r.enter();
        f1.push(TaskSummary.read(r));
        r.leave(outer);
        break;
      }
      case 18: {
        r.single(last, tag);
        const outer = r.enter();
        f2 = PageResponse.read(r);
        r.leave(outer);
        break;
      }
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { tasks: f1, pagination: f2 };
}

export const QueryTasksResponse: Codec<QueryTasksResponse> = codec<QueryTasksResponse>({
  typeUrl: "/aegis.tasks.v1.QueryTasksResponse",
  fields: [
    { name: "tasks", jsonName: "tasks", number: 1, kind: "message", repeated: true, optional: false, message: () => TaskSummary as Codec<never> },
    { name: "pagination", jsonName: "pagination", number: 2, kind: "message", repeated: false, optional: true, message: () => PageResponse as Codec<never> },
  ],
  defaults: () => ({ tasks: [], pagination: undefined }),
  write: writeQueryTasksResponse,
  read: readQueryTasksResponse,
});

export interface QueryPendingTasksRequest {
  readonly model: string;
  readonly node: string;
  readonly pagination: PageRequest | undefined;
}

function writeQueryPendingTasksRequest(w: Writer, m: QueryPendingTasksRequest): void {
  if (m.model !== "") {
    w.tag(10);
    w.string(m.model);
  }
  if (m.node !== "") {
    w.tag(18);
    w.string(m.node);
  }
  if (m.pagination !== undefined) {
    w.tag(26);
    { const s = w.open(); PageRequest.write(w, m.pagination); w.close(s); }
  }
}

function readQueryPendingTasksRequest(r: Reader): QueryPendingTasksRequest {
  let f1: string = "";
  let f2: string = "";
  let f3: PageRequest | undefined = undefined;
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10:
        r.single(last, tag);
        f1 = r.value(r.string());
        break;
      case 18:
        r.single(last, tag);
        f2 = r.value(r.string());
        break;
      case 26: {
        r.single(last, tag);
        const outer = r.enter();
        f3 = PageRequest.read(r);
        r.leave(outer);
        break;
      }
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { model: f1, node: f2, pagination: f3 };
}

export const QueryPendingTasksRequest: Codec<QueryPendingTasksRequest> = codec<QueryPendingTasksRequest>({
  typeUrl: "/aegis.tasks.v1.QueryPendingTasksRequest",
  fields: [
    { name: "model", jsonName: "model", number: 1, kind: "string", repeated: false, optional: false },
    { name: "node", jsonName: "node", number: 2, kind: "string", repeated: false, optional: false },
    { name: "pagination", jsonName: "pagination", number: 3, kind: "message", repeated: false, optional: true, message: () => PageRequest as Codec<never> },
  ],
  defaults: () => ({ model: "", node: "", pagination: undefined }),
  write: writeQueryPendingTasksRequest,
  read: readQueryPendingTasksRequest,
});

export interface PendingCalculation {
  readonly taskHash: Uint8Array;
  readonly calculation: number;
  readonly attempt: number;
  readonly seed: Uint8Array;
  readonly computeDeadlineMs: bigint;
  readonly closeHeight: bigint;
  readonly commits: number;
  readonly position: number;
  readonly firstHeight: bigint;
  readonly committed: boolean;
}

function writePendingCalculation(w: Writer, m: PendingCalculation): void {
  if (m.taskHash.length > 0) {
    w.tag(10);
    w.bytes(m.taskHash);
  }
  if (m.calculation !== 0) {
    w.tag(16);
    w.uint32(m.calculation);
  }
  if (m.attempt !== 0) {
    w.tag(24);
    w.uint32(m.attempt);
  }
  if (m.seed.length > 0) {
    w.tag(34);
    w.bytes(m.seed);
  }
  if (m.computeDeadlineMs !== 0n) {
    w.tag(40);
    w.uint64(m.computeDeadlineMs);
  }
  if (m.closeHeight !== 0n) {
    w.tag(48);
    w.uint64(m.closeHeight);
  }
  if (m.commits !== 0) {
    w.tag(56);
    w.uint32(m.commits);
  }
  if (m.position !== 0) {
    w.tag(64);
    w.uint32(m.position);
  }
  if (m.firstHeight !== 0n) {
    w.tag(72);
    w.uint64(m.firstHeight);
  }
  if (m.committed) {
    w.tag(80);
    w.bool(m.committed);
  }
}

function readPendingCalculation(r: Reader): PendingCalculation {
  let f1: Uint8Array = new Uint8Array(0);
  let f2: number = 0;
  let f3: number = 0;
  let f4: Uint8Array = new Uint8Array(0);
  let f5: bigint = 0n;
  let f6: bigint = 0n;
  let f7: number = 0;
  let f8: number = 0;
  let f9: bigint = 0n;
  let f10: boolean = false;
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10:
        r.single(last, tag);
        f1 = r.value(r.bytes());
        break;
      case 16:
        r.single(last, tag);
        f2 = r.value(r.uint32());
        break;
      case 24:
        r.single(last, tag);
        f3 = r.value(r.uint32());
        break;
      case 34:
        r.single(last, tag);
        f4 = r.value(r.bytes());
        break;
      case 40:
        r.single(last, tag);
        f5 = r.value(r.uint64());
        break;
      case 48:
        r.single(last, tag);
        f6 = r.value(r.uint64());
        break;
      case 56:
        r.single(last, tag);
        f7 = r.value(r.uint32());
        break;
      case 64:
        r.single(last, tag);
        f8 = r.value(r.uint32());
        break;
      case 72:
        r.single(last, tag);
        f9 = r.value(r.uint64());
        break;
      case 80:
        r.single(last, tag);
        f10 = r.value(r.bool());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { taskHash: f1, calculation: f2, attempt: f3, seed: f4, computeDeadlineMs: f5, closeHeight: f6, commits: f7, position: f8, firstHeight: f9, committed: f10 };
}

export const PendingCalculation: Codec<PendingCalculation> = codec<PendingCalculation>({
  typeUrl: "/aegis.tasks.v1.PendingCalculation",
  fields: [
    { name: "taskHash", jsonName: "task_hash", number: 1, kind: "bytes", repeated: false, optional: false },
    { name: "calculation", jsonName: "calculation", number: 2, kind: "uint32", repeated: false, optional: false },
    { name: "attempt", jsonName: "attempt", number: 3, kind: "uint32", repeated: false, optional: false },
    { name: "seed", jsonName: "seed", number: 4, kind: "bytes", repeated: false, optional: false },
    { name: "computeDeadlineMs", jsonName: "compute_deadline_ms", number: 5, kind: "uint64", repeated: false, optional: false },
    { name: "closeHeight", jsonName: "close_height", number: 6, kind: "uint64", repeated: false, optional: false },
    { name: "commits", jsonName: "commits", number: 7, kind: "uint32", repeated: false, optional: false },
    { name: "position", jsonName: "position", number: 8, kind: "uint32", repeated: false, optional: false },
    { name: "firstHeight", jsonName: "first_height", number: 9, kind: "uint64", repeated: false, optional: false },
    { name: "committed", jsonName: "committed", number: 10, kind: "bool", repeated: false, optional: false },
  ],
  defaults: () => ({ taskHash: new Uint8Array(0), calculation: 0, attempt: 0, seed: new Uint8Array(0), computeDeadlineMs: 0n, closeHeight: 0n, commits: 0, position: 0, firstHeight: 0n, committed: false }),
  write: writePendingCalculation,
  read: readPendingCalculation,
});

export interface QueryPendingTasksResponse {
  readonly calculations: readonly PendingCalculation[];
  readonly pagination: PageResponse | undefined;
}

function writeQueryPendingTasksResponse(w: Writer, m: QueryPendingTasksResponse): void {
  for (const v of m.calculations) {
    w.tag(10);
    { const s = w.open(); PendingCalculation.write(w, v); w.close(s); }
  }
  if (m.pagination !== undefined) {
    w.tag(18);
    { const s = w.open(); PageResponse.write(w, m.pagination); w.close(s); }
  }
}

function readQueryPendingTasksResponse(r: Reader): QueryPendingTasksResponse {
  const f1: PendingCalculation[] = [];
  let f2: PageResponse | undefined = undefined;
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10: {
        const outer = r.enter();
        f1.push(PendingCalculation.read(r));
        r.leave(outer);
        break;
      }
      case 18: {
        r.single(last, tag);
        const outer = r.enter();
        f2 = PageResponse.read(r);
        r.leave(outer);
        break;
      }
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { calculations: f1, pagination: f2 };
}

export const QueryPendingTasksResponse: Codec<QueryPendingTasksResponse> = codec<QueryPendingTasksResponse>({
  typeUrl: "/aegis.tasks.v1.QueryPendingTasksResponse",
  fields: [
    { name: "calculations", jsonName: "calculations", number: 1, kind: "message", repeated: true, optional: false, message: () => PendingCalculation as Codec<never> },
    { name: "pagination", jsonName: "pagination", number: 2, kind: "message", repeated: false, optional: true, message: () => PageResponse as Codec<never> },
  ],
  defaults: () => ({ calculations: [], pagination: undefined }),
  write: writeQueryPendingTasksResponse,
  read: readQueryPendingTasksResponse,
});

export interface QueryDutiesRequest {
  readonly node: string;
  readonly pagination: PageRequest | undefined;
}

function writeQueryDutiesRequest(w: Writer, m: QueryDutiesRequest): void {
  if (m.node !== "") {
    w.tag(10);
    w.string(m.node);
  }
  if (m.pagination !== undefined) {
    w.tag(18);
    { const s = w.open(); PageRequest.write(w, m.pagination); w.close(s); }
  }
}

function readQueryDutiesRequest(r: Reader): QueryDutiesRequest {
  let f1: string = "";
  let f2: PageRequest | undefined = undefined;
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10:
        r.single(last, tag);
        f1 = r.value(r.string());
        break;
      case 18: {
        r.single(last, tag);
        const outer = r.enter();
        f2 = PageRequest.read(r);
        r.leave(outer);
        break;
      }
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { node: f1, pagination: f2 };
}

export const QueryDutiesRequest: Codec<QueryDutiesRequest> = codec<QueryDutiesRequest>({
  typeUrl: "/aegis.tasks.v1.QueryDutiesRequest",
  fields: [
    { name: "node", jsonName: "node", number: 1, kind: "string", repeated: false, optional: false },
    { name: "pagination", jsonName: "pagination", number: 2, kind: "message", repeated: false, optional: true, message: () => PageRequest as Codec<never> },
  ],
  defaults: () => ({ node: "", pagination: undefined }),
  write: writeQueryDutiesRequest,
  read: readQueryDutiesRequest,
});

export interface Duty {
  readonly taskHash: Uint8Array;
  readonly calculation: number;
  readonly attempt: number;
  readonly executor: string;
  readonly kind: DutyKind;
  readonly deadlineMs: bigint;
  readonly round: number;
}

function writeDuty(w: Writer, m: Duty): void {
  if (m.taskHash.length > 0) {
    w.tag(10);
    w.bytes(m.taskHash);
  }
  if (m.calculation !== 0) {
    w.tag(16);
    w.uint32(m.calculation);
  }
  if (m.attempt !== 0) {
    w.tag(24);
    w.uint32(m.attempt);
  }
  if (m.executor !== "") {
    w.tag(34);
    w.string(m.executor);
  }
  if (m.kind !== 0) {
    w.tag(40);
    w.int32(m.kind);
  }
  if (m.deadlineMs !== 0n) {
    w.tag(48);
    w.uint64(m.deadlineMs);
  }
  if (m.round !== 0) {
    w.tag(56);
    w.uint32(m.round);
  }
}

function readDuty(r: Reader): Duty {
  let f1: Uint8Array = new Uint8Array(0);
  let f2: number = 0;
  let f3: number = 0;
  let f4: string = "";
  let f5: DutyKind = 0;
  let f6: bigint = 0n;
  let f7: number = 0;
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10:
        r.single(last, tag);
        f1 = r.value(r.bytes());
        break;
      case 16:
        r.single(last, tag);
        f2 = r.value(r.uint32());
        break;
      case 24:
        r.single(last, tag);
        f3 = r.value(r.uint32());
        break;
      case 34:
        r.single(last, tag);
        f4 = r.value(r.string());
        break;
      case 40:
        r.single(last, tag);
        f5 = r.value(r.int32());
        break;
      case 48:
        r.single(last, tag);
        f6 = r.value(r.uint64());
        break;
      case 56:
        r.single(last, tag);
        f7 = r.value(r.uint32());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { taskHash: f1, calculation: f2, attempt: f3, executor: f4, kind: f5, deadlineMs: f6, round: f7 };
}

export const Duty: Codec<Duty> = codec<Duty>({
  typeUrl: "/aegis.tasks.v1.Duty",
  fields: [
    { name: "taskHash", jsonName: "task_hash", number: 1, kind: "bytes", repeated: false, optional: false },
    { name: "calculation", jsonName: "calculation", number: 2, kind: "uint32", repeated: false, optional: false },
    { name: "attempt", jsonName: "attempt", number: 3, kind: "uint32", repeated: false, optional: false },
    { name: "executor", jsonName: "executor", number: 4, kind: "string", repeated: false, optional: false },
    { name: "kind", jsonName: "kind", number: 5, kind: "enum", repeated: false, optional: false, values: DutyKind },
    { name: "deadlineMs", jsonName: "deadline_ms", number: 6, kind: "uint64", repeated: false, optional: false },
    { name: "round", jsonName: "round", number: 7, kind: "uint32", repeated: false, optional: false },
  ],
  defaults: () => ({ taskHash: new Uint8Array(0), calculation: 0, attempt: 0, executor: "", kind: 0, deadlineMs: 0n, round: 0 }),
  write: writeDuty,
  read: readDuty,
});

export interface QueryDutiesResponse {
  readonly duties: readonly Duty[];
  readonly pagination: PageResponse | undefined;
}

function writeQueryDutiesResponse(w: Writer, m: QueryDutiesResponse): void {
  for (const v of m.duties) {
    w.tag(10);
    { const s = w.open(); Duty.write(w, v); w.close(s); }
  }
  if (m.pagination !== undefined) {
    w.tag(18);
    { const s = w.open(); PageResponse.write(w, m.pagination); w.close(s); }
  }
}

function readQueryDutiesResponse(r: Reader): QueryDutiesResponse {
  const f1: Duty[] = [];
  let f2: PageResponse | undefined = undefined;
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10: {
        const outer = r.enter();
        f1.push(Duty.read(r));
        r.leave(outer);
        break;
      }
      case 18: {
        r.single(last, tag);
        const outer = r.enter();
        f2 = PageResponse.read(r);
        r.leave(outer);
        break;
      }
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { duties: f1, pagination: f2 };
}

export const QueryDutiesResponse: Codec<QueryDutiesResponse> = codec<QueryDutiesResponse>({
  typeUrl: "/aegis.tasks.v1.QueryDutiesResponse",
  fields: [
    { name: "duties", jsonName: "duties", number: 1, kind: "message", repeated: true, optional: false, message: () => Duty as Codec<never> },
    { name: "pagination", jsonName: "pagination", number: 2, kind: "message", repeated: false, optional: true, message: () => PageResponse as Codec<never> },
  ],
  defaults: () => ({ duties: [], pagination: undefined }),
  write: writeQueryDutiesResponse,
  read: readQueryDutiesResponse,
});

export interface QueryNodeRequest {
  readonly node: string;
}

function writeQueryNodeRequest(w: Writer, m: QueryNodeRequest): void {
  if (m.node !== "") {
    w.tag(10);
    w.string(m.node);
  }
}

function readQueryNodeRequest(r: Reader): QueryNodeRequest {
  let f1: string = "";
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10:
        r.single(last, tag);
        f1 = r.value(r.string());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { node: f1 };
}

export const QueryNodeRequest: Codec<QueryNodeRequest> = codec<QueryNodeRequest>({
  typeUrl: "/aegis.tasks.v1.QueryNodeRequest",
  fields: [
    { name: "node", jsonName: "node", number: 1, kind: "string", repeated: false, optional: false },
  ],
  defaults: () => ({ node: "" }),
  write: writeQueryNodeRequest,
  read: readQueryNodeRequest,
});

export interface NodeView {
  readonly node: Node | undefined;
  readonly exposureLimit: bigint;
  readonly notes: readonly string[];
}

function writeNodeView(w: Writer, m: NodeView): void {
  if (m.node !== undefined) {
    w.tag(10);
    { const s = w.open(); Node.write(w, m.node); w.close(s); }
  }
  if (m.exposureLimit !== 0n) {
    w.tag(16);
    w.uint64(m.exposureLimit);
  }
  for (const v of m.notes) {
    w.tag(26);
    w.string(v);
  }
}

function readNodeView(r: Reader): NodeView {
  let f1: Node | undefined = undefined;
  let f2: bigint = 0n;
  const f3: string[] = [];
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10: {
        r.single(last, tag);
        const outer = r.enter();
        f1 = Node.read(r);
        r.leave(outer);
        break;
      }
      case 16:
        r.single(last, tag);
        f2 = r.value(r.uint64());
        break;
      case 26:
        f3.push(r.string());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { node: f1, exposureLimit: f2, notes: f3 };
}

export const NodeView: Codec<NodeView> = codec<NodeView>({
  typeUrl: "/aegis.tasks.v1.NodeView",
  fields: [
    { name: "node", jsonName: "node", number: 1, kind: "message", repeated: false, optional: true, message: () => Node as Codec<never> },
    { name: "exposureLimit", jsonName: "exposure_limit", number: 2, kind: "uint64", repeated: false, optional: false },
    { name: "notes", jsonName: "notes", number: 3, kind: "string", repeated: true, optional: false },
  ],
  defaults: () => ({ node: undefined, exposureLimit: 0n, notes: [] }),
  write: writeNodeView,
  read: readNodeView,
});

export interface QueryNodeResponse {
  readonly node: NodeView | undefined;
}

function writeQueryNodeResponse(w: Writer, m: QueryNodeResponse): void {
  if (m.node !== undefined) {
    w.tag(10);
    { const s = w.open(); NodeView.write(w, m.node); w.close(s); }
  }
}

function readQueryNodeResponse(r: Reader): QueryNodeResponse {
  let f1: NodeView | undefined = undefined;
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10: {
        r.single(last, tag);
        const outer = r.enter();
        f1 = NodeView.read(r);
        r.leave(outer);
        break;
      }
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { node: f1 };
}

export const QueryNodeResponse: Codec<QueryNodeResponse> = codec<QueryNodeResponse>({
  typeUrl: "/aegis.tasks.v1.QueryNodeResponse",
  fields: [
    { name: "node", jsonName: "node", number: 1, kind: "message", repeated: false, optional: true, message: () => NodeView as Codec<never> },
  ],
  defaults: () => ({ node: undefined }),
  write: writeQueryNodeResponse,
  read: readQueryNodeResponse,
});

export interface QueryNodesRequest {
  readonly model: string;
  readonly pagination: PageRequest | undefined;
}

function writeQueryNodesRequest(w: Writer, m: QueryNodesRequest): void {
  if (m.model !== "") {
    w.tag(10);
    w.string(m.model);
  }
  if (m.pagination !== undefined) {
    w.tag(18);
    { const s = w.open(); PageRequest.write(w, m.pagination); w.close(s); }
  }
}

function readQueryNodesRequest(r: Reader): QueryNodesRequest {
  let f1: string = "";
  let f2: PageRequest | undefined = undefined;
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10:
        r.single(last, tag);
        f1 = r.value(r.string());
        break;
      case 18: {
        r.single(last, tag);
        const outer = r.enter();
        f2 = PageRequest.read(r);
        r.leave(outer);
        break;
      }
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { model: f1, pagination: f2 };
}

export const QueryNodesRequest: Codec<QueryNodesRequest> = codec<QueryNodesRequest>({
  typeUrl: "/aegis.tasks.v1.QueryNodesRequest",
  fields: [
    { name: "model", jsonName: "model", number: 1, kind: "string", repeated: false, optional: false },
    { name: "pagination", jsonName: "pagination", number: 2, kind: "message", repeated: false, optional: true, message: () => PageRequest as Codec<never> },
  ],
  defaults: () => ({ model: "", pagination: undefined }),
  write: writeQueryNodesRequest,
  read: readQueryNodesRequest,
});

export interface QueryNodesResponse {
  readonly nodes: readonly NodeView[];
  readonly pagination: PageResponse | undefined;
}

function writeQueryNodesResponse(w: Writer, m: QueryNodesResponse): void {
  for (const v of m.nodes) {
    w.tag(10);
    { const s = w.open(); NodeView.write(w, v); w.close(s); }
  }
  if (m.pagination !== undefined) {
    w.tag(18);
    { const s = w.open(); PageResponse.write(w, m.pagination); w.close(s); }
  }
}

function readQueryNodesResponse(r: Reader): QueryNodesResponse {
  const f1: NodeView[] = [];
  let f2: PageResponse | undefined = undefined;
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10: {
        const outer = r.enter();
        f1.push(NodeView.read(r));
        r.leave(outer);
        break;
      }
      case 18: {
        r.single(last, tag);
        const outer = r.enter();
        f2 = PageResponse.read(r);
        r.leave(outer);
        break;
      }
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { nodes: f1, pagination: f2 };
}

export const QueryNodesResponse: Codec<QueryNodesResponse> = codec<QueryNodesResponse>({
  typeUrl: "/aegis.tasks.v1.QueryNodesResponse",
  fields: [
    { name: "nodes", jsonName: "nodes", number: 1, kind: "message", repeated: true, optional: false, message: () => NodeView as Codec<never> },
    { name: "pagination", jsonName: "pagination", number: 2, kind: "message", repeated: false, optional: true, message: () => PageResponse as Codec<never> },
  ],
  defaults: () => ({ nodes: [], pagination: undefined }),
  write: writeQueryNodesResponse,
  read: readQueryNodesResponse,
});

export interface QueryModelRequest {
  readonly model: string;
  readonly revision: number;
}

function writeQueryModelRequest(w: Writer, m: QueryModelRequest): void {
  if (m.model !== "") {
    w.tag(10);
    w.string(m.model);
  }
  if (m.revision !== 0) {
    w.tag(16);
    w.uint32(m.revision);
  }
}

function readQueryModelRequest(r: Reader): QueryModelRequest {
  let f1: string = "";
  let f2: number = 0;
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10:
        r.single(last, tag);
        f1 = r.value(r.string());
        break;
      case 16:
        r.single(last, tag);
        f2 = r.value(r.uint32());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { model: f1, revision: f2 };
}

export const QueryModelRequest: Codec<QueryModelRequest> = codec<QueryModelRequest>({
  typeUrl: "/aegis.tasks.v1.QueryModelRequest",
  fields: [
    { name: "model", jsonName: "model", number: 1, kind: "string", repeated: false, optional: false },
    { name: "revision", jsonName: "revision", number: 2, kind: "uint32", repeated: false, optional: false },
  ],
  defaults: () => ({ model: "", revision: 0 }),
  write: writeQueryModelRequest,
  read: readQueryModelRequest,
});

export interface QueryModelResponse {
  readonly model: Model | undefined;
  readonly revision: ModelRevision | undefined;
  readonly activeOperators: number;
}

function writeQueryModelResponse(w: Writer, m: QueryModelResponse): void {
  if (m.model !== undefined) {
    w.tag(10);
    { const s = w.open(); Model.write(w, m.model); w.close(s); }
  }
  if (m.revision !== undefined) {
    w.tag(18);
    { const s = w.open(); ModelRevision.write(w, m.revision); w.close(s); }
  }
  if (m.activeOperators !== 0) {
    w.tag(24);
    w.uint32(m.activeOperators);
  }
}

function readQueryModelResponse(r: Reader): QueryModelResponse {
  let f1: Model | undefined = undefined;
  let f2: ModelRevision | undefined = undefined;
  let f3: number = 0;
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10: {
        r.single(last, tag);
        const outer = r.enter();
        f1 = Model.read(r);
        r.leave(outer);
        break;
      }
      case 18: {
        r.single(last, tag);
        const outer = r.enter();
        f2 = ModelRevision.read(r);
        r.leave(outer);
        break;
      }
      case 24:
        r.single(last, tag);
        f3 = r.value(r.uint32());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { model: f1, revision: f2, activeOperators: f3 };
}

export const QueryModelResponse: Codec<QueryModelResponse> = codec<QueryModelResponse>({
  typeUrl: "/aegis.tasks.v1.QueryModelResponse",
  fields: [
    { name: "model", jsonName: "model", number: 1, kind: "message", repeated: false, optional: true, message: () => Model as Codec<never> },
    { name: "revision", jsonName: "revision", number: 2, kind: "message", repeated: false, optional: true, message: () => ModelRevision as Codec<never> },
    { name: "activeOperators", jsonName: "active_operators", number: 3, kind: "uint32", repeated: false, optional: false },
  ],
  defaults: () => ({ model: undefined, revision: undefined, activeOperators: 0 }),
  write: writeQueryModelResponse,
  read: readQueryModelResponse,
});

export interface QueryModelsRequest {
  readonly pagination: PageRequest | undefined;
}

function writeQueryModelsRequest(w: Writer, m: QueryModelsRequest): void {
  if (m.pagination !== undefined) {
    w.tag(10);
    { const s = w.open(); PageRequest.write(w, m.pagination); w.close(s); }
  }
}

function readQueryModelsRequest(r: Reader): QueryModelsRequest {
  let f1: PageRequest | undefined = undefined;
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10: {
        r.single(last, tag);
        const outer = r.enter();
        f1 = PageRequest.read(r);
        r.leave(outer);
        break;
      }
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { pagination: f1 };
}

export const QueryModelsRequest: Codec<QueryModelsRequest> = codec<QueryModelsRequest>({
  typeUrl: "/aegis.tasks.v1.QueryModelsRequest",
  fields: [
    { name: "pagination", jsonName: "pagination", number: 1, kind: "message", repeated: false, optional: true, message: () => PageRequest as Codec<never> },
  ],
  defaults: () => ({ pagination: undefined }),
  write: writeQueryModelsRequest,
  read: readQueryModelsRequest,
});

export interface QueryModelsResponse {
  readonly models: readonly Model[];
  readonly pagination: PageResponse | undefined;
}

function writeQueryModelsResponse(w: Writer, m: QueryModelsResponse): void {
  for (const v of m.models) {
    w.tag(10);
    { const s = w.open(); Model.write(w, v); w.close(s); }
  }
  if (m.pagination !== undefined) {
    w.tag(18);
    { const s = w.open(); PageResponse.write(w, m.pagination); w.close(s); }
  }
}

function readQueryModelsResponse(r: Reader): QueryModelsResponse {
  const f1: Model[] = [];
  let f2: PageResponse | undefined = undefined;
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10: {
        const outer = r.enter();
        f1.push(Model.read(r));
        r.leave(outer);
        break;
      }
      case 18: {
        r.single(last, tag);
        const outer = r.enter();
        f2 = PageResponse.read(r);
        r.leave(outer);
        break;
      }
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { models: f1, pagination: f2 };
}

export const QueryModelsResponse: Codec<QueryModelsResponse> = codec<QueryModelsResponse>({
  typeUrl: "/aegis.tasks.v1.QueryModelsResponse",
  fields: [
    { name: "models", jsonName: "models", number: 1, kind: "message", repeated: true, optional: false, message: () => Model as Codec<never> },
    { name: "pagination", jsonName: "pagination", number: 2, kind: "message", repeated: false, optional: true, message: () => PageResponse as Codec<never> },
  ],
  defaults: () => ({ models: [], pagination: undefined }),
  write: writeQueryModelsResponse,
  read: readQueryModelsResponse,
});

export interface QueryQuoteRequest {
  readonly request: TaskRequest | undefined;
}

function writeQueryQuoteRequest(w: Writer, m: QueryQuoteRequest): void {
  if (m.request !== undefined) {
    w.tag(10);
    { const s = w.open(); TaskRequest.write(w, m.request); w.close(s); }
  }
}

function readQueryQuoteRequest(r: Reader): QueryQuoteRequest {
  let f1: TaskRequest | undefined = undefined;
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10: {
        r.single(last, tag);
        const outer = r.enter();
        f1 = TaskRequest.read(r);
        r.leave(outer);
        break;
      }
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { request: f1 };
}

export const QueryQuoteRequest: Codec<QueryQuoteRequest> = codec<QueryQuoteRequest>({
  typeUrl: "/aegis.tasks.v1.QueryQuoteRequest",
  fields: [
    { name: "request", jsonName: "request", number: 1, kind: "message", repeated: false, optional: true, message: () => TaskRequest as Codec<never> },
  ],
  defaults: () => ({ request: undefined }),
  write: writeQueryQuoteRequest,
  read: readQueryQuoteRequest,
});

export interface QueryQuoteResponse {
  readonly maxFee: bigint;
  readonly submissionFee: bigint;
}

function writeQueryQuoteResponse(w: Writer, m: QueryQuoteResponse): void {
  if (m.maxFee !== 0n) {
    w.tag(8);
    w.uint64(m.maxFee);
  }
  if (m.submissionFee !== 0n) {
    w.tag(16);
    w.uint64(m.submissionFee);
  }
}

function readQueryQuoteResponse(r: Reader): QueryQuoteResponse {
  let f1: bigint = 0n;
  let f2: bigint = 0n;
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 8:
        r.single(last, tag);
        f1 = r.value(r.uint64());
        break;
      case 16:
        r.single(last, tag);
        f2 = r.value(r.uint64());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { maxFee: f1, submissionFee: f2 };
}

export const QueryQuoteResponse: Codec<QueryQuoteResponse> = codec<QueryQuoteResponse>({
  typeUrl: "/aegis.tasks.v1.QueryQuoteResponse",
  fields: [
    { name: "maxFee", jsonName: "max_fee", number: 1, kind: "uint64", repeated: false, optional: false },
    { name: "submissionFee", jsonName: "submission_fee", number: 2, kind: "uint64", repeated: false, optional: false },
  ],
  defaults: () => ({ maxFee: 0n, submissionFee: 0n }),
  write: writeQueryQuoteResponse,
  read: readQueryQuoteResponse,
});

export const Query: {
  readonly Params: Method<QueryParamsRequest, QueryParamsResponse>;
  readonly Task: Method<QueryTaskRequest, QueryTaskResponse>;
  readonly Tasks: Method<QueryTasksRequest, QueryTasksResponse>;
  readonly PendingTasks: Method<QueryPendingTasksRequest, QueryPendingTasksResponse>;
  readonly Duties: Method<QueryDutiesRequest, QueryDutiesResponse>;
  readonly Node: Method<QueryNodeRequest, QueryNodeResponse>;
  readonly Nodes: Method<QueryNodesRequest, QueryNodesResponse>;
  readonly Model: Method<QueryModelRequest, QueryModelResponse>;
  readonly Models: Method<QueryModelsRequest, QueryModelsResponse>;
  readonly Quote: Method<QueryQuoteRequest, QueryQuoteResponse>;
} = {
  Params: { path: "/aegis.tasks.v1.Query/Params", request: QueryParamsRequest, response: QueryParamsResponse },
  Task: { path: "/aegis.tasks.v1.Query/Task", request: QueryTaskRequest, response: QueryTaskResponse },
  Tasks: { path: "/aegis.tasks.v1.Query/Tasks", request: QueryTasksRequest, response: QueryTasksResponse },
  PendingTasks: { path: "/aegis.tasks.v1.Query/PendingTasks", request: QueryPendingTasksRequest, response: QueryPendingTasksResponse },
  Duties: { path: "/aegis.tasks.v1.Query/Duties", request: QueryDutiesRequest, response: QueryDutiesResponse },
  Node: { path: "/aegis.tasks.v1.Query/Node", request: QueryNodeRequest, response: QueryNodeResponse },
  Nodes: { path: "/aegis.tasks.v1.Query/Nodes", request: QueryNodesRequest, response: QueryNodesResponse },
  Model: { path: "/aegis.tasks.v1.Query/Model", request: QueryModelRequest, response: QueryModelResponse },
  Models: { path: "/aegis.tasks.v1.Query/Models", request: QueryModelsRequest, response: QueryModelsResponse },
  Quote: { path: "/aegis.tasks.v1.Query/Quote", request: QueryQuoteRequest, response: QueryQuoteResponse },
};
