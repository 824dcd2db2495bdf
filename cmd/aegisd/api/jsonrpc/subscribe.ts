/** `subscribeTask`, `subscribePendingTasks` and `unsubscribe`: over a WebSocket only. */
import * as events from "../../../../proto/gen/aegis/tasks/v1/event.ts";
import { Query } from "../../../../proto/gen/aegis/tasks/v1/query.ts";
import { Calculation, State, TaskStatus } from "../../../../proto/gen/aegis/tasks/v1/tasks.ts";
import { hex } from "../../../../app/lib/bytes.ts";
import type { Backend } from "../backend.ts";
import { ask } from "./chain.ts";
import { EXAMPLE } from "./examples.ts";
import { RpcFault } from "./fault.ts";
import type { SubscriptionHub } from "./hub.ts";
import { type Method, method } from "./method.ts";
import { MODEL, TASK_HASH } from "./queryTasks.ts";
import { recordJson, recordName, recordRef } from "./record.ts";
import { type JsonSchema, optional, text, UINT64_SCHEMA } from "./shape.ts";

const ID_CHARACTERS_MAX = 32;

const STATE_SCHEMA: JsonSchema = {
  type: "object",
  properties: {
    status: recordRef(TaskStatus),
    calculations: { type: "array", items: recordRef(Calculation) },
  },
  required: ["status", "calculations"],
  additionalProperties: false,
};

const ID_SCHEMA: JsonSchema = { type: "string", pattern: "^[1-9][0-9]*$" };

/** Every record that names a task is a transition of it. */
const TRANSITIONS = Object.values(events).flatMap((one) => {
  const isOfTask = typeof one === "object" && one.fields.some(({ name }) => name === "taskHash");
  return isOfTask ? [one] : [];
});

/** What a notification carries, of the events in `names`. */
function notification(names: readonly string[], lost: JsonSchema): JsonSchema {
  const forms = TRANSITIONS.filter((one) => names.includes(recordName(one))).map((one) => ({
    properties: {
      height: UINT64_SCHEMA,
      event: { const: recordName(one) },
      data: recordRef(one),
    },
  }));
  const resync = { properties: { height: UINT64_SCHEMA, event: { const: "Resync" }, data: lost } };
  const result = {
    type: "object",
    required: ["height", "event", "data"],
    oneOf: [...forms, resync],
  };
  return {
    type: "object",
    properties: { subscription: ID_SCHEMA, result },
    required: ["subscription", "result"],
    additionalProperties: false,
  };
}

/** What a subscriber of a task needs to know first. */
function stateOf(
  backend: Backend,
  taskHash: Uint8Array,
  height: bigint,
): readonly [State, unknown] {
  const { record } = ask(backend, Query.Task, { taskHash }, height);
  const calculations = (record?.calculations ?? []).map((one) => recordJson(Calculation, one));
  const { status } = record ?? {};
  const json = { status: recordJson(TaskStatus, status), calculations };
  return [status?.state ?? State.STATE_UNSPECIFIED, json];
}

/** Follows one task. */
export function subscribeTaskMethod(backend: Backend, hub: SubscriptionHub): Method {
  return method({
    name: "subscribeTask",
    summary: "Hear of every transition of a task as its block is committed.",
    description:
      "The answer has the state after block `height`; notifications tell what happened in later " +
      "blocks, in order, each once. The subscription ends with TaskSettled. Where events are " +
      "lost (the node was far behind), one named Resync has the state instead.",
    params: { taskHash: TASK_HASH },
    result: {
      type: "object",
      properties: {
        subscription: { anyOf: [ID_SCHEMA, { type: "null" }] },
        height: UINT64_SCHEMA,
        state: STATE_SCHEMA,
      },
      required: ["subscription", "height", "state"],
      additionalProperties: false,
      description: "`subscription` is null for a settled task, of which nothing will be heard.",
    },
    faults: ["chainRefused", "needsWebSocket", "limitExceeded"],
    records: [TaskStatus, Calculation, ...TRANSITIONS],
    notifies: notification(TRANSITIONS.map(recordName), STATE_SCHEMA),
    example: {
      params: { taskHash: EXAMPLE.hash },
      result: {
        subscription: EXAMPLE.subscription,
        height: "931",
        state: { status: { hash: EXAMPLE.hash, state: "OPEN" }, calculations: [] },
      },
    },
    run: ({ taskHash }, call) => {
      if (call.connection === undefined) throw new RpcFault("needsWebSocket");
      const height = backend.height();
      const [state, json] = stateOf(backend, taskHash, height);
      // A task's states from FINAL on are those of a settled one.
      if (state >= State.STATE_FINAL)
        return { subscription: null, height: `${height}`, state: json };
      const now = (): unknown => stateOf(backend, taskHash, backend.height())[1];
      const topic = { kind: "task", taskHash: hex(taskHash), state: now } as const;
      return { subscription: hub.add(call, topic, height), height: `${height}`, state: json };
    },
  });
}

/** Follows what there is to work on. */
export function subscribePendingTasksMethod(backend: Backend, hub: SubscriptionHub): Method {
  return method({
    name: "subscribePendingTasks",
    summary: "Hear of every task that is submitted, and when work on it may begin, or begin again.",
    description:
      "Notifications are TaskSubmitted and TaskStarted of blocks after `height`. After one named " +
      "Resync, events are lost: ask queryPendingTasks.",
    params: { model: optional(MODEL) },
    result: {
      type: "object",
      properties: { subscription: ID_SCHEMA, height: UINT64_SCHEMA },
      required: ["subscription", "height"],
      additionalProperties: false,
    },
    faults: ["needsWebSocket", "limitExceeded"],
    records: TRANSITIONS,
    notifies: notification(["TaskSubmitted", "TaskStarted"], { type: "object" }),
    example: {
      params: { model: "smollm2-135m-instruct" },
      result: { subscription: EXAMPLE.subscription, height: "931" },
    },
    run: ({ model }, call) => {
      const height = backend.height();
      return {
        subscription: hub.add(call, { kind: "pending", model }, height),
        height: `${height}`,
      };
    },
  });
}

/** Ends either kind. */
export function unsubscribeMethod(hub: SubscriptionHub): Method {
  return method({
    name: "unsubscribe",
    summary: "End a subscription of this connection; false when it has none of that id.",
    params: { subscription: text("The id that subscribing gave.", ID_CHARACTERS_MAX) },
    result: { type: "boolean" },
    faults: ["needsWebSocket"],
    example: { params: { subscription: EXAMPLE.subscription }, result: true },
    run: ({ subscription }, call) => hub.remove(call, subscription),
  });
}
