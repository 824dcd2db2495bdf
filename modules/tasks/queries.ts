/** The queries of tasks. */
import {
  type PendingCalculation,
  Query as Service,
  type QueryDutiesRequest,
  type QueryDutiesResponse,
  type QueryModelRequest,
  type QueryModelResponse,
  type QueryNodesRequest,
  type QueryNodesResponse,
  type QueryPendingTasksRequest,
  type QueryPendingTasksResponse,
  type QueryTasksRequest,
  type QueryTasksResponse,
  type TaskSummary,
} from "../../proto/gen/aegis/tasks/v1/query.ts";
import { State } from "../../proto/gen/aegis/tasks/v1/tasks.ts";
import type {
  PageRequest,
  PageResponse,
} from "../../proto/gen/cosmos/base/query/v1beta1/pagination.ts";
import { addressBytes, isAccountAddress } from "../../app/lib/address.ts";
import { compareBytes, concatBytes, EMPTY_BYTES } from "../../app/lib/bytes.ts";
import { textKey, uint32Key } from "../../app/module/collections/codecs.ts";
import type { KeySet, StateMap } from "../../app/module/collections/schema.ts";
import type { QueryContext } from "../../app/module/context.ts";
import { type Query, query } from "../../app/module/module.ts";
import { paginate } from "../../app/module/pagination.ts";
import { calculationsOf, requireNode } from "./access.ts";
import { errors } from "./errors.ts";
import { feeBounds } from "./fees.ts";
import { taskRecord } from "./genesis.ts";
import { actingRevision } from "./models.ts";
import { countOperators } from "./operators.ts";
import { checkRequest } from "./request.ts";
import {
  models,
  nodes,
  nodesByModel,
  openCalculations,
  paramsItem,
  revisions,
  tasks,
  tasksByModel,
  tasksBySequence,
  tasksByState,
  votesOwed,
  work,
} from "./state.ts";
import { answerView, dutyView, nodeView, pendingView, taskSummary, voteView } from "./views.ts";

/** States are numbered so that a task is settled in this one and in all after it. */
const FIRST_SETTLED = State.STATE_FINAL;

/** Operators are counted up to this many: a larger number changes nothing. */
const OPERATORS_COUNTED = 1_000;

/** One page of the keys of an index that begin with `prefix`. */
function pageOfKeys<K>(
  ctx: QueryContext,
  index: Pick<KeySet<K>, "key" | "keys">,
  request: PageRequest | undefined,
  prefix?: Uint8Array,
): { readonly keys: readonly K[]; readonly pagination: PageResponse } {
  const map: Pick<StateMap<K, undefined>, "entries" | "key"> = {
    key: index.key,
    *entries(_, range) {
      for (const key of index.keys(ctx, range)) yield [key, undefined];
    },
  };
  const { entries, pagination } = paginate(ctx, map, request, prefix);
  return { keys: entries.map(([key]) => key), pagination };
}

function addressOf(text: string): string {
  if (!isAccountAddress(text)) throw errors.invalidAddress();
  return text;
}

/** `index` as far as `bound`; all of it without one. */
function keysBefore<K>(index: KeySet<K>, bound?: Uint8Array): Pick<KeySet<K>, "key" | "keys"> {
  if (bound === undefined) return index;
  return {
    key: index.key,
    keys: (ctx, range = {}) => {
      const { end = bound } = range;
      return index.keys(ctx, { ...range, end: compareBytes(end, bound) < 0 ? end : bound });
    },
  };
}

/** Numbers of the listed tasks: of all, of a state, of a model, or of both. */
function taskNumbers(
  ctx: QueryContext,
  { state, model, pending, pagination: request }: QueryTasksRequest,
): { readonly numbers: readonly bigint[]; readonly pagination: PageResponse } {
  const isAnyState = state === State.STATE_UNSPECIFIED;
  if (pending && state >= FIRST_SETTLED) throw errors.notPending();
  const start = model === "" ? EMPTY_BYTES : textKey.encode(model);
  const prefix = isAnyState ? start : concatBytes(start, uint32Key.encode(state));
  const isBounded = pending && isAnyState;
  const bound = isBounded ? concatBytes(start, uint32Key.encode(FIRST_SETTLED)) : undefined;
  if (model !== "") {
    const { keys, pagination } = pageOfKeys(ctx, keysBefore(tasksByModel, bound), request, prefix);
    return { numbers: keys.map(([, , sequence]) => sequence), pagination };
  }
  if (isAnyState && !pending) {
    const { entries, pagination } = paginate(ctx, tasksBySequence, request);
    return { numbers: entries.map(([sequence]) => sequence), pagination };
  }
  const { keys, pagination } = pageOfKeys(ctx, keysBefore(tasksByState, bound), request, prefix);
  return { numbers: keys.map(([, sequence]) => sequence), pagination };
}

function listTasks(ctx: QueryContext, request: QueryTasksRequest): QueryTasksResponse {
  const { pending, node } = request;
  if (node !== "") addressOf(node);
  const { numbers, pagination } = taskNumbers(ctx, request);
  const list = numbers.map((one) => {
    const summary = taskSummary(ctx, tasksBySequence.require(ctx, one));
    return pending ? { ...summary, open: openOf(ctx, summary, node) } : summary;
  });
  return { tasks: list, pagination };
}

/** The calculations of a task that accept commits. */
function openOf(
  ctx: QueryContext,
  { model, taskHash }: TaskSummary,
  node: string,
): PendingCalculation[] {
  const prefix = concatBytes(textKey.encode(model), taskHash);
  return [...openCalculations.keys(ctx, { prefix })].map(([, key]) => pendingView(ctx, key, node));
}

function listPending(
  ctx: QueryContext,
  request: QueryPendingTasksRequest,
): QueryPendingTasksResponse {
  const { model, node } = request;
  if (!models.has(ctx, model)) throw errors.unknownModel();
  if (node !== "") addressOf(node);
  const prefix = textKey.encode(model);
  const { keys, pagination } = pageOfKeys(ctx, openCalculations, request.pagination, prefix);
  return { calculations: keys.map(([, key]) => pendingView(ctx, key, node)), pagination };
}

/** Votes come before all else, on the first page: they are few, and the first to be lost. */
function listDuties(ctx: QueryContext, request: QueryDutiesRequest): QueryDutiesResponse {
  const { node } = request;
  const prefix = addressBytes(addressOf(node));
  const { keys, pagination } = pageOfKeys(ctx, work, request.pagination, prefix);
  const duties = keys.map(([, key]) => dutyView(ctx, node, key));
  const isFirst = (request.pagination?.key.length ?? 0) === 0;
  const owed = isFirst ? pageOfKeys(ctx, votesOwed, undefined, prefix).keys : [];
  return { duties: [...owed.map(([, key]) => voteView(ctx, node, key)), ...duties], pagination };
}

function listNodes(ctx: QueryContext, request: QueryNodesRequest): QueryNodesResponse {
  const { model } = request;
  if (model === "") {
    const { entries, pagination } = paginate(ctx, nodes, request.pagination);
    return { nodes: entries.map(([, node]) => nodeView(ctx, node)), pagination };
  }
  const prefix = textKey.encode(model);
  const { keys, pagination } = pageOfKeys(ctx, nodesByModel, request.pagination, prefix);
  const list = keys.map(([, address]) => nodeView(ctx, nodes.require(ctx, address)));
  return { nodes: list, pagination };
}

function showModel(ctx: QueryContext, request: QueryModelRequest): QueryModelResponse {
  const model = models.get(ctx, request.model);
  if (model === undefined) throw errors.unknownModel();
  const revision =
    request.revision === 0
      ? actingRevision(ctx, request.model)
      : revisions.get(ctx, [request.model, request.revision]);
  if (revision === undefined) throw errors.unknownRevision();
  const activeOperators = countOperators(ctx, request.model, OPERATORS_COUNTED);
  return { model, revision, activeOperators };
}

/** All queries, as the module declares them. */
export const queries: readonly Query[] = [
  query({
    method: Service.Params,
    rest: "/aegis/tasks/v1/params",
    handle: (ctx) => ({ params: paramsItem.require(ctx) }),
    commandLine: { summary: "parameters of tasks", example: "aegisd query tasks params" },
  }),
  query({
    method: Service.Task,
    rest: "/aegis/tasks/v1/tasks/{task_hash}",
    handle: (ctx, { taskHash }) => {
      if (taskHash.length !== 32 || !tasks.has(ctx, taskHash)) throw errors.unknownTask();
      const answers = calculationsOf(ctx, taskHash).flatMap((calculation) => {
        const answer = answerView(ctx, calculation);
        return answer === undefined ? [] : [answer];
      });
      return { record: taskRecord(ctx, taskHash), answers };
    },
    commandLine: {
      summary: "a task with its calculations, results, verifications, payments and answers",
      example: `aegisd query tasks task ${"ab".repeat(32)}`,
      positional: ["task_hash"],
    },
  }),
  query({
    method: Service.Tasks,
    rest: "/aegis/tasks/v1/tasks",
    handle: listTasks,
    commandLine: {
      summary: "tasks of any or one state, on any or one model; --pending: not settled ones",
      example: "aegisd query tasks tasks --state STATE_FINAL",
    },
  }),
  query({
    method: Service.PendingTasks,
    rest: "/aegis/tasks/v1/pending_tasks",
    handle: listPending,
    commandLine: {
      summary: "calculations on a model that accept commits, with a node's position",
      example: "aegisd query tasks pending-tasks smollm2-135m-instruct",
      positional: ["model"],
    },
  }),
  query({
    method: Service.Duties,
    rest: "/aegis/tasks/v1/nodes/{node}/duties",
    handle: listDuties,
    commandLine: {
      summary: "what a node has to reveal and to verify, with deadlines",
      example: "aegisd query tasks duties $(aegisd keys show node1 -a)",
      positional: ["node"],
    },
  }),
  query({
    method: Service.Node,
    rest: "/aegis/tasks/v1/nodes/{node}",
    handle: (ctx, { node }) => ({ node: nodeView(ctx, requireNode(ctx, addressOf(node))) }),
    commandLine: {
      summary: "a resource node, and why it may not work where it may not",
      example: "aegisd query tasks node $(aegisd keys show node1 -a)",
      positional: ["node"],
    },
  }),
  query({
    method: Service.Nodes,
    rest: "/aegis/tasks/v1/nodes",
    handle: listNodes,
    commandLine: { summary: "resource nodes", example: "aegisd query tasks nodes" },
  }),
  query({
    method: Service.Model,
    rest: "/aegis/tasks/v1/models/{model}",
    handle: showModel,
    commandLine: {
      summary: "a model, its acting (or a given) revision and its active operators",
      example: "aegisd query tasks model smollm2-135m-instruct",
      positional: ["model"],
    },
  }),
  query({
    method: Service.Models,
    rest: "/aegis/tasks/v1/models",
    handle: (ctx, request) => {
      const { entries, pagination } = paginate(ctx, models, request.pagination);
      return { models: entries.map(([, model]) => model), pagination };
    },
    commandLine: { summary: "registered models", example: "aegisd query tasks models" },
  }),
  query({
    method: Service.Quote,
    rest: "POST /aegis/tasks/v1/quote",
    handle: (ctx, { request }) => {
      if (request === undefined) throw errors.invalidTask("request is missing");
      const params = paramsItem.require(ctx);
      const revision = actingRevision(ctx, request.model);
      checkRequest(request, revision, params);
      const maxFee = feeBounds(request, revision, params).required;
      return { maxFee, submissionFee: params.submissionFee };
    },
    commandLine: {
      summary: "the least max_fee that a request needs",
      example: "aegisd query tasks quote --request @request.json",
    },
  }),
];
