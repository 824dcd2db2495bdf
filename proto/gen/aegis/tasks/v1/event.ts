// Generated from proto/aegis/tasks/v1/event.proto by "npm run proto". Do not edit.
import { codec, type Codec } from "../../../../wire/codec.ts";
import type { Reader } from "../../../../wire/reader.ts";
import type { Writer } from "../../../../wire/writer.ts";
import { DisputeOutcome } from "./dispute.ts";
import { NodeModel, NodeModelState, PendingReason } from "./node.ts";
import { ResultFault, Settlement, State, UnservableReason, Verdict } from "./tasks.ts";

export interface ModelRegistered {
  readonly model: string;
  readonly revision: number;
  readonly owner: string;
  readonly actsFromMs: bigint;
}

function writeModelRegistered(w: Writer, m: ModelRegistered): void {
  if (m.model !== "") {
    w.tag(10);
    w.string(m.model);
  }
  if (m.revision !== 0) {
    w.tag(16);
    w.uint32(m.revision);
  }
  if (m.owner !== "") {
    w.tag(26);
    w.string(m.owner);
  }
  if (m.actsFromMs !== 0n) {
    w.tag(32);
    w.uint64(m.actsFromMs);
  }
}

function readModelRegistered(r: Reader): ModelRegistered {
  let f1: string = "";
  let f2: number = 0;
  let f3: string = "";
  let f4: bigint = 0n;
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
      case 26:
        r.single(last, tag);
        f3 = r.value(r.string());
        break;
      case 32:
        r.single(last, tag);
        f4 = r.value(r.uint64());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { model: f1, revision: f2, owner: f3, actsFromMs: f4 };
}

export const ModelRegistered: Codec<ModelRegistered> = codec<ModelRegistered>({
  typeUrl: "/aegis.tasks.v1.ModelRegistered",
  fields: [
    { name: "model", jsonName: "model", number: 1, kind: "string", repeated: false, optional: false },
    { name: "revision", jsonName: "revision", number: 2, kind: "uint32", repeated: false, optional: false },
    { name: "owner", jsonName: "owner", number: 3, kind: "string", repeated: false, optional: false },
    { name: "actsFromMs", jsonName: "acts_from_ms", number: 4, kind: "uint64", repeated: false, optional: false },
  ],
  defaults: () => ({ model: "", revision: 0, owner: "", actsFromMs: 0n }),
  write: writeModelRegistered,
  read: readModelRegistered,
});

export interface ModelRewardSet {
  readonly model: string;
  readonly rewarded: boolean;
}

function writeModelRewardSet(w: Writer, m: ModelRewardSet): void {
  if (m.model !== "") {
    w.tag(10);
    w.string(m.model);
  }
  if (m.rewarded) {
    w.tag(16);
    w.bool(m.rewarded);
  }
}

function readModelRewardSet(r: Reader): ModelRewardSet {
  let f1: string = "";
  let f2: boolean = false;
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
        f2 = r.value(r.bool());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { model: f1, rewarded: f2 };
}

export const ModelRewardSet: Codec<ModelRewardSet> = codec<ModelRewardSet>({
  typeUrl: "/aegis.tasks.v1.ModelRewardSet",
  fields: [
    { name: "model", jsonName: "model", number: 1, kind: "string", repeated: false, optional: false },
    { name: "rewarded", jsonName: "rewarded", number: 2, kind: "bool", repeated: false, optional: false },
  ],
  defaults: () => ({ model: "", rewarded: false }),
  write: writeModelRewardSet,
  read: readModelRewardSet,
});

export interface NodeRegistered {
  readonly node: string;
  readonly operator: string;
  readonly stake: bigint;
  readonly models: readonly NodeModel[];
}

function writeNodeRegistered(w: Writer, m: NodeRegistered): void {
  if (m.node !== "") {
    w.tag(10);
    w.string(m.node);
  }
  if (m.operator !== "") {
    w.tag(18);
    w.string(m.operator);
  }
  if (m.stake !== 0n) {
    w.tag(24);
    w.uint64(m.stake);
  }
  for (const v of m.models) {
    w.tag(34);
    { const s = w.open(); NodeModel.write(w, v); w.close(s); }
  }
}

function readNodeRegistered(r: Reader): NodeRegistered {
  let f1: string = "";
  let f2: string = "";
  let f3: bigint = 0n;
  const f4: NodeModel[] = [];
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
      case 24:
        r.single(last, tag);
        f3 = r.value(r.uint64());
        break;
      case 34: {
        const outer = r.enter();
        f4.push(NodeModel.read(r));
        r.leave(outer);
        break;
      }
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { node: f1, operator: f2, stake: f3, models: f4 };
}

export const NodeRegistered: Codec<NodeRegistered> = codec<NodeRegistered>({
  typeUrl: "/aegis.tasks.v1.NodeRegistered",
  fields: [
    { name: "node", jsonName: "node", number: 1, kind: "string", repeated: false, optional: false },
    { name: "operator", jsonName: "operator", number: 2, kind: "string", repeated: false, optional: false },
    { name: "stake", jsonName: "stake", number: 3, kind: "uint64", repeated: false, optional: false },
    { name: "models", jsonName: "models", number: 4, kind: "message", repeated: true, optional: false, message: () => NodeModel as Codec<never> },
  ],
  defaults: () => ({ node: "", operator: "", stake: 0n, models: [] }),
  write: writeNodeRegistered,
  read: readNodeRegistered,
});

export interface NodeUnregistered {
  readonly node: string;
  readonly unbondingEndMs: bigint;
}

function writeNodeUnregistered(w: Writer, m: NodeUnregistered): void {
  if (m.node !== "") {
    w.tag(10);
    w.string(m.node);
  }
  if (m.unbondingEndMs !== 0n) {
    w.tag(16);
    w.uint64(m.unbondingEndMs);
  }
}

function readNodeUnregistered(r: Reader): NodeUnregistered {
  let f1: string = "";
  let f2: bigint = 0n;
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
        f2 = r.value(r.uint64());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { node: f1, unbondingEndMs: f2 };
}

export const NodeUnregistered: Codec<NodeUnregistered> = codec<NodeUnregistered>({
  typeUrl: "/aegis.tasks.v1.NodeUnregistered",
  fields: [
    { name: "node", jsonName: "node", number: 1, kind: "string", repeated: false, optional: false },
    { name: "unbondingEndMs", jsonName: "unbonding_end_ms", number: 2, kind: "uint64", repeated: false, optional: false },
  ],
  defaults: () => ({ node: "", unbondingEndMs: 0n }),
  write: writeNodeUnregistered,
  read: readNodeUnregistered,
});

/** The stake of a node was raised by its operator. */
export interface NodeStakeAdded {
  readonly node: string;
  readonly amount: bigint;
  readonly stake: bigint;
}

function writeNodeStakeAdded(w: Writer, m: NodeStakeAdded): void {
  if (m.node !== "") {
    w.tag(10);
    w.string(m.node);
  }
  if (m.amount !== 0n) {
    w.tag(16);
    w.uint64(m.amount);
  }
  if (m.stake !== 0n) {
    w.tag(24);
    w.uint64(m.stake);
  }
}

function readNodeStakeAdded(r: Reader): NodeStakeAdded {
  let f1: string = "";
  let f2: bigint = 0n;
  let f3: bigint = 0n;
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
        f2 = r.value(r.uint64());
        break;
      case 24:
        r.single(last, tag);
        f3 = r.value(r.uint64());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { node: f1, amount: f2, stake: f3 };
}

export const NodeStakeAdded: Codec<NodeStakeAdded> = codec<NodeStakeAdded>({
  typeUrl: "/aegis.tasks.v1.NodeStakeAdded",
  fields: [
    { name: "node", jsonName: "node", number: 1, kind: "string", repeated: false, optional: false },
    { name: "amount", jsonName: "amount", number: 2, kind: "uint64", repeated: false, optional: false },
    { name: "stake", jsonName: "stake", number: 3, kind: "uint64", repeated: false, optional: false },
  ],
  defaults: () => ({ node: "", amount: 0n, stake: 0n }),
  write: writeNodeStakeAdded,
  read: readNodeStakeAdded,
});

export interface NodeReleased {
  readonly node: string;
  readonly operator: string;
  readonly stake: bigint;
}

function writeNodeReleased(w: Writer, m: NodeReleased): void {
  if (m.node !== "") {
    w.tag(10);
    w.string(m.node);
  }
  if (m.operator !== "") {
    w.tag(18);
    w.string(m.operator);
  }
  if (m.stake !== 0n) {
    w.tag(24);
    w.uint64(m.stake);
  }
}

function readNodeReleased(r: Reader): NodeReleased {
  let f1: string = "";
  let f2: string = "";
  let f3: bigint = 0n;
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
      case 24:
        r.single(last, tag);
        f3 = r.value(r.uint64());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { node: f1, operator: f2, stake: f3 };
}

export const NodeReleased: Codec<NodeReleased> = codec<NodeReleased>({
  typeUrl: "/aegis.tasks.v1.NodeReleased",
  fields: [
    { name: "node", jsonName: "node", number: 1, kind: "string", repeated: false, optional: false },
    { name: "operator", jsonName: "operator", number: 2, kind: "string", repeated: false, optional: false },
    { name: "stake", jsonName: "stake", number: 3, kind: "uint64", repeated: false, optional: false },
  ],
  defaults: () => ({ node: "", operator: "", stake: 0n }),
  write: writeNodeReleased,
  read: readNodeReleased,
});

/** The stake of a node was reduced by the slashing module. */
export interface NodeStakeTaken {
  readonly node: string;
  readonly amount: bigint;
  readonly remaining: bigint;
}

function writeNodeStakeTaken(w: Writer, m: NodeStakeTaken): void {
  if (m.node !== "") {
    w.tag(10);
    w.string(m.node);
  }
  if (m.amount !== 0n) {
    w.tag(16);
    w.uint64(m.amount);
  }
  if (m.remaining !== 0n) {
    w.tag(24);
    w.uint64(m.remaining);
  }
}

function readNodeStakeTaken(r: Reader): NodeStakeTaken {
  let f1: string = "";
  let f2: bigint = 0n;
  let f3: bigint = 0n;
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
        f2 = r.value(r.uint64());
        break;
      case 24:
        r.single(last, tag);
        f3 = r.value(r.uint64());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { node: f1, amount: f2, remaining: f3 };
}

export const NodeStakeTaken: Codec<NodeStakeTaken> = codec<NodeStakeTaken>({
  typeUrl: "/aegis.tasks.v1.NodeStakeTaken",
  fields: [
    { name: "node", jsonName: "node", number: 1, kind: "string", repeated: false, optional: false },
    { name: "amount", jsonName: "amount", number: 2, kind: "uint64", repeated: false, optional: false },
    { name: "remaining", jsonName: "remaining", number: 3, kind: "uint64", repeated: false, optional: false },
  ],
  defaults: () => ({ node: "", amount: 0n, remaining: 0n }),
  write: writeNodeStakeTaken,
  read: readNodeStakeTaken,
});

export interface TaskSubmitted {
  readonly taskHash: Uint8Array;
  readonly sender: string;
  readonly model: string;
  readonly revision: number;
  readonly targetCount: number;
  readonly startHeight: bigint;
}

function writeTaskSubmitted(w: Writer, m: TaskSubmitted): void {
  if (m.taskHash.length > 0) {
    w.tag(10);
    w.bytes(m.taskHash);
  }
  if (m.sender !== "") {
    w.tag(18);
    w.string(m.sender);
  }
  if (m.model !== "") {
    w.tag(26);
    w.string(m.model);
  }
  if (m.revision !== 0) {
    w.tag(32);
    w.uint32(m.revision);
  }
  if (m.targetCount !== 0) {
    w.tag(40);
    w.uint32(m.targetCount);
  }
  if (m.startHeight !== 0n) {
    w.tag(48);
    w.uint64(m.startHeight);
  }
}

function readTaskSubmitted(r: Reader): TaskSubmitted {
  let f1: Uint8Array = new Uint8Array(0);
  let f2: string = "";
  let f3: string = "";
  let f4: number = 0;
  let f5: number = 0;
  let f6: bigint = 0n;
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10:
        r.single(last, tag);
        f1 = r.value(r.bytes());
        break;
      case 18:
        r.single(last, tag);
        f2 = r.value(r.string());
        break;
      case 26:
        r.single(last, tag);
        f3 = r.value(r.string());
        break;
      case 32:
        r.single(last, tag);
        f4 = r.value(r.uint32());
        break;
      case 40:
        r.single(last, tag);
        f5 = r.value(r.uint32());
        break;
      case 48:
        r.single(last, tag);
        f6 = r.value(r.uint64());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { taskHash: f1, sender: f2, model: f3, revision: f4, targetCount: f5, startHeight: f6 };
}

export const TaskSubmitted: Codec<TaskSubmitted> = codec<TaskSubmitted>({
  typeUrl: "/aegis.tasks.v1.TaskSubmitted",
  fields: [
    { name: "taskHash", jsonName: "task_hash", number: 1, kind: "bytes", repeated: false, optional: false },
    { name: "sender", jsonName: "sender", number: 2, kind: "string", repeated: false, optional: false },
    { name: "model", jsonName: "model", number: 3, kind: "string", repeated: false, optional: false },
    { name: "revision", jsonName: "revision", number: 4, kind: "uint32", repeated: false, optional: false },
    { name: "targetCount", jsonName: "target_count", number: 5, kind: "uint32", repeated: false, optional: false },
    { name: "startHeight", jsonName: "start_height", number: 6, kind: "uint64", repeated: false, optional: false },
  ],
  defaults: () => ({ taskHash: new Uint8Array(0), sender: "", model: "", revision: 0, targetCount: 0, startHeight: 0n }),
  write: writeTaskSubmitted,
  read: readTaskSubmitted,
});

/** Work may begin: a round has its seeds and positions. */
export interface TaskStarted {
  readonly taskHash: Uint8Array;
  readonly model: string;
  readonly attempt: number;
  readonly calculations: readonly number[];
  readonly seeds: readonly Uint8Array[];
  readonly positions: readonly string[];
  readonly computeDeadlineMs: bigint;
}

function writeTaskStarted(w: Writer, m: TaskStarted): void {
  if (m.taskHash.length > 0) {
    w.tag(10);
    w.bytes(m.taskHash);
  }
  if (m.model !== "") {
    w.tag(18);
    w.string(m.model);
  }
  if (m.attempt !== 0) {
    w.tag(24);
    w.uint32(m.attempt);
  }
  if (m.calculations.length > 0) {
    w.tag(34);
    const s = w.open();
    for (const v of m.calculations) w.uint32(v);
    w.close(s);
  }
  for (const v of m.seeds) {
    w.tag(42);
    w.bytes(v);
  }
  for (const v of m.positions) {
    w.tag(50);
    w.string(v);
  }
  if (m.computeDeadlineMs !== 0n) {
    w.tag(56);
    w.uint64(m.computeDeadlineMs);
  }
}

function readTaskStarted(r: Reader): TaskStarted {
  let f1: Uint8Array = new Uint8Array(0);
  let f2: string = "";
  let f3: number = 0;
  const f4: number[] = [];
  const f5: Uint8Array[] = [];
  const f6: string[] = [];
  let f7: bigint = 0n;
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10:
        r.single(last, tag);
        f1 = r.value(r.bytes());
        break;
      case 18:
        r.single(last, tag);
        f2 = r.value(r.string());
        break;
      case 24:
        r.single(last, tag);
        f3 = r.value(r.uint32());
        break;
      case 34: {
        r.single(last, tag);
        const outer = r.enter();
        if (r.at === r.end) r.value(0);
        while (r.at < r.end) f4.push(r.uint32());
        r.leave(outer);
        break;
      }
      case 32:
        if (r.strict) r.unknown(tag);
        f4.push(r.uint32());
        break;
      case 42:
        f5.push(r.bytes());
        break;
      case 50:
        f6.push(r.string());
        break;
      case 56:
        r.single(last, tag);
        f7 = r.value(r.uint64());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { taskHash: f1, model: f2, attempt: f3, calculations: f4, seeds: f5, positions: f6, computeDeadlineMs: f7 };
}

export const TaskStarted: Codec<TaskStarted> = codec<TaskStarted>({
  typeUrl: "/aegis.tasks.v1.TaskStarted",
  fields: [
    { name: "taskHash", jsonName: "task_hash", number: 1, kind: "bytes", repeated: false, optional: false },
    { name: "model", jsonName: "model", number: 2, kind: "string", repeated: false, optional: false },
    { name: "attempt", jsonName: "attempt", number: 3, kind: "uint32", repeated: false, optional: false },
    { name: "calculations", jsonName: "calculations", number: 4, kind: "uint32", repeated: true, optional: false },
    { name: "seeds", jsonName: "seeds", number: 5, kind: "bytes", repeated: true, optional: false },
    { name: "positions", jsonName: "positions", number: 6, kind: "string", repeated: true, optional: false },
    { name: "computeDeadlineMs", jsonName: "compute_deadline_ms", number: 7, kind: "uint64", repeated: false, optional: false },
  ],
  defaults: () => ({ taskHash: new Uint8Array(0), model: "", attempt: 0, calculations: [], seeds: [], positions: [], computeDeadlineMs: 0n }),
  write: writeTaskStarted,
  read: readTaskStarted,
});

/** OPEN → COMMITTED, or a further commit. */
export interface ResultCommitted {
  readonly taskHash: Uint8Array;
  readonly calculation: number;
  readonly attempt: number;
  readonly executor: string;
  readonly position: number;
}

function writeResultCommitted(w: Writer, m: ResultCommitted): void {
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
  if (m.position !== 0) {
    w.tag(40);
    w.uint32(m.position);
  }
}

function readResultCommitted(r: Reader): ResultCommitted {
  let f1: Uint8Array = new Uint8Array(0);
  let f2: number = 0;
  let f3: number = 0;
  let f4: string = "";
  let f5: number = 0;
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
        f5 = r.value(r.uint32());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { taskHash: f1, calculation: f2, attempt: f3, executor: f4, position: f5 };
}

export const ResultCommitted: Codec<ResultCommitted> = codec<ResultCommitted>({
  typeUrl: "/aegis.tasks.v1.ResultCommitted",
  fields: [
    { name: "taskHash", jsonName: "task_hash", number: 1, kind: "bytes", repeated: false, optional: false },
    { name: "calculation", jsonName: "calculation", number: 2, kind: "uint32", repeated: false, optional: false },
    { name: "attempt", jsonName: "attempt", number: 3, kind: "uint32", repeated: false, optional: false },
    { name: "executor", jsonName: "executor", number: 4, kind: "string", repeated: false, optional: false },
    { name: "position", jsonName: "position", number: 5, kind: "uint32", repeated: false, optional: false },
  ],
  defaults: () => ({ taskHash: new Uint8Array(0), calculation: 0, attempt: 0, executor: "", position: 0 }),
  write: writeResultCommitted,
  read: readResultCommitted,
});

/** The commit window of a calculation closed; these may reveal, by rank. */
export interface CommitsClosed {
  readonly taskHash: Uint8Array;
  readonly calculation: number;
  readonly attempt: number;
  readonly executors: readonly string[];
  readonly deadlineMs: bigint;
}

function writeCommitsClosed(w: Writer, m: CommitsClosed): void {
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
  for (const v of m.executors) {
    w.tag(34);
    w.string(v);
  }
  if (m.deadlineMs !== 0n) {
    w.tag(40);
    w.uint64(m.deadlineMs);
  }
}

function readCommitsClosed(r: Reader): CommitsClosed {
  let f1: Uint8Array = new Uint8Array(0);
  let f2: number = 0;
  let f3: number = 0;
  const f4: string[] = [];
  let f5: bigint = 0n;
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
        f4.push(r.string());
        break;
      case 40:
        r.single(last, tag);
        f5 = r.value(r.uint64());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { taskHash: f1, calculation: f2, attempt: f3, executors: f4, deadlineMs: f5 };
}

export const CommitsClosed: Codec<CommitsClosed> = codec<CommitsClosed>({
  typeUrl: "/aegis.tasks.v1.CommitsClosed",
  fields: [
    { name: "taskHash", jsonName: "task_hash", number: 1, kind: "bytes", repeated: false, optional: false },
    { name: "calculation", jsonName: "calculation", number: 2, kind: "uint32", repeated: false, optional: false },
    { name: "attempt", jsonName: "attempt", number: 3, kind: "uint32", repeated: false, optional: false },
    { name: "executors", jsonName: "executors", number: 4, kind: "string", repeated: true, optional: false },
    { name: "deadlineMs", jsonName: "deadline_ms", number: 5, kind: "uint64", repeated: false, optional: false },
  ],
  defaults: () => ({ taskHash: new Uint8Array(0), calculation: 0, attempt: 0, executors: [], deadlineMs: 0n }),
  write: writeCommitsClosed,
  read: readCommitsClosed,
});

/** A commit that is not among the paid ranks; its node owes nothing more. */
export interface ResultOutranked {
  readonly taskHash: Uint8Array;
  readonly calculation: number;
  readonly attempt: number;
  readonly executor: string;
}

function writeResultOutranked(w: Writer, m: ResultOutranked): void {
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
}

function readResultOutranked(r: Reader): ResultOutranked {
  let f1: Uint8Array = new Uint8Array(0);
  let f2: number = 0;
  let f3: number = 0;
  let f4: string = "";
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
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { taskHash: f1, calculation: f2, attempt: f3, executor: f4 };
}

export const ResultOutranked: Codec<ResultOutranked> = codec<ResultOutranked>({
  typeUrl: "/aegis.tasks.v1.ResultOutranked",
  fields: [
    { name: "taskHash", jsonName: "task_hash", number: 1, kind: "bytes", repeated: false, optional: false },
    { name: "calculation", jsonName: "calculation", number: 2, kind: "uint32", repeated: false, optional: false },
    { name: "attempt", jsonName: "attempt", number: 3, kind: "uint32", repeated: false, optional: false },
    { name: "executor", jsonName: "executor", number: 4, kind: "string", repeated: false, optional: false },
  ],
  defaults: () => ({ taskHash: new Uint8Array(0), calculation: 0, attempt: 0, executor: "" }),
  write: writeResultOutranked,
  read: readResultOutranked,
});

/** COMMITTED → COMPUTED. */
export interface ResultRevealed {
  readonly taskHash: Uint8Array;
  readonly calculation: number;
  readonly attempt: number;
  readonly executor: string;
  readonly outputTokens: number;
  readonly unservableReason: UnservableReason;
}

function writeResultRevealed(w: Writer, m: ResultRevealed): void {
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
  if (m.outputTokens !== 0) {
    w.tag(40);
    w.uint32(m.outputTokens);
  }
  if (m.unservableReason !== 0) {
    w.tag(48);
    w.int32(m.unservableReason);
  }
}

function readResultRevealed(r: Reader): ResultRevealed {
  let f1: Uint8Array = new Uint8Array(0);
  let f2: number = 0;
  let f3: number = 0;
  let f4: string = "";
  let f5: number = 0;
  let f6: UnservableReason = 0;
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
        f5 = r.value(r.uint32());
        break;
      case 48:
        r.single(last, tag);
        f6 = r.value(r.int32());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { taskHash: f1, calculation: f2, attempt: f3, executor: f4, outputTokens: f5, unservableReason: f6 };
}

export const ResultRevealed: Codec<ResultRevealed> = codec<ResultRevealed>({
  typeUrl: "/aegis.tasks.v1.ResultRevealed",
  fields: [
    { name: "taskHash", jsonName: "task_hash", number: 1, kind: "bytes", repeated: false, optional: false },
    { name: "calculation", jsonName: "calculation", number: 2, kind: "uint32", repeated: false, optional: false },
    { name: "attempt", jsonName: "attempt", number: 3, kind: "uint32", repeated: false, optional: false },
    { name: "executor", jsonName: "executor", number: 4, kind: "string", repeated: false, optional: false },
    { name: "outputTokens", jsonName: "output_tokens", number: 5, kind: "uint32", repeated: false, optional: false },
    { name: "unservableReason", jsonName: "unservable_reason", number: 6, kind: "enum", repeated: false, optional: false, values: UnservableReason },
  ],
  defaults: () => ({ taskHash: new Uint8Array(0), calculation: 0, attempt: 0, executor: "", outputTokens: 0, unservableReason: 0 }),
  write: writeResultRevealed,
  read: readResultRevealed,
});

/** The reveal window of a calculation closed; its verifiers are drawn at this height. */
export interface RevealsClosed {
  readonly taskHash: Uint8Array;
  readonly calculation: number;
  readonly attempt: number;
  readonly drawHeight: bigint;
}

function writeRevealsClosed(w: Writer, m: RevealsClosed): void {
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
  if (m.drawHeight !== 0n) {
    w.tag(32);
    w.uint64(m.drawHeight);
  }
}

function readRevealsClosed(r: Reader): RevealsClosed {
  let f1: Uint8Array = new Uint8Array(0);
  let f2: number = 0;
  let f3: number = 0;
  let f4: bigint = 0n;
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
      case 32:
        r.single(last, tag);
        f4 = r.value(r.uint64());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { taskHash: f1, calculation: f2, attempt: f3, drawHeight: f4 };
}

export const RevealsClosed: Codec<RevealsClosed> = codec<RevealsClosed>({
  typeUrl: "/aegis.tasks.v1.RevealsClosed",
  fields: [
    { name: "taskHash", jsonName: "task_hash", number: 1, kind: "bytes", repeated: false, optional: false },
    { name: "calculation", jsonName: "calculation", number: 2, kind: "uint32", repeated: false, optional: false },
    { name: "attempt", jsonName: "attempt", number: 3, kind: "uint32", repeated: false, optional: false },
    { name: "drawHeight", jsonName: "draw_height", number: 4, kind: "uint64", repeated: false, optional: false },
  ],
  defaults: () => ({ taskHash: new Uint8Array(0), calculation: 0, attempt: 0, drawHeight: 0n }),
  write: writeRevealsClosed,
  read: readRevealsClosed,
});

export interface VerifierDuty {
  readonly executor: string;
  readonly verifier: string;
}

function writeVerifierDuty(w: Writer, m: VerifierDuty): void {
  if (m.executor !== "") {
    w.tag(10);
    w.string(m.executor);
  }
  if (m.verifier !== "") {
    w.tag(18);
    w.string(m.verifier);
  }
}

function readVerifierDuty(r: Reader): VerifierDuty {
  let f1: string = "";
  let f2: string = "";
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
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { executor: f1, verifier: f2 };
}

export const VerifierDuty: Codec<VerifierDuty> = codec<VerifierDuty>({
  typeUrl: "/aegis.tasks.v1.VerifierDuty",
  fields: [
    { name: "executor", jsonName: "executor", number: 1, kind: "string", repeated: false, optional: false },
    { name: "verifier", jsonName: "verifier", number: 2, kind: "string", repeated: false, optional: false },
  ],
  defaults: () => ({ executor: "", verifier: "" }),
  write: writeVerifierDuty,
  read: readVerifierDuty,
});

export interface VerifiersDrawn {
  readonly taskHash: Uint8Array;
  readonly calculation: number;
  readonly attempt: number;
  readonly draw: number;
  readonly duties: readonly VerifierDuty[];
  readonly deadlineMs: bigint;
}

function writeVerifiersDrawn(w: Writer, m: VerifiersDrawn): void {
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
  if (m.draw !== 0) {
    w.tag(32);
    w.uint32(m.draw);
  }
  for (const v of m.duties) {
    w.tag(42);
    { const s = w.open(); VerifierDuty.write(w, v); w.close(s); }
  }
  if (m.deadlineMs !== 0n) {
    w.tag(48);
    w.uint64(m.deadlineMs);
  }
}

function readVerifiersDrawn(r: Reader): VerifiersDrawn {
  let f1: Uint8Array = new Uint8Array(0);
  let f2: number = 0;
  let f3: number = 0;
  let f4: number = 0;
  const f5: VerifierDuty[] = [];
  let f6: bigint = 0n;
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
      case 32:
        r.single(last, tag);
        f4 = r.value(r.uint32());
        break;
      case 42: {
        const outer = r.enter();
        f5.push(VerifierDuty.read(r));
        r.leave(outer);
        break;
      }
      case 48:
        r.single(last, tag);
        f6 = r.value(r.uint64());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { taskHash: f1, calculation: f2, attempt: f3, draw: f4, duties: f5, deadlineMs: f6 };
}

export const VerifiersDrawn: Codec<VerifiersDrawn> = codec<VerifiersDrawn>({
  typeUrl: "/aegis.tasks.v1.VerifiersDrawn",
  fields: [
    { name: "taskHash", jsonName: "task_hash", number: 1, kind: "bytes", repeated: false, optional: false },
    { name: "calculation", jsonName: "calculation", number: 2, kind: "uint32", repeated: false, optional: false },
    { name: "attempt", jsonName: "attempt", number: 3, kind: "uint32", repeated: false, optional: false },
    { name: "draw", jsonName: "draw", number: 4, kind: "uint32", repeated: false, optional: false },
    { name: "duties", jsonName: "duties", number: 5, kind: "message", repeated: true, optional: false, message: () => VerifierDuty as Codec<never> },
    { name: "deadlineMs", jsonName: "deadline_ms", number: 6, kind: "uint64", repeated: false, optional: false },
  ],
  defaults: () => ({ taskHash: new Uint8Array(0), calculation: 0, attempt: 0, draw: 0, duties: [], deadlineMs: 0n }),
  write: writeVerifiersDrawn,
  read: readVerifiersDrawn,
});

export interface VerificationCommitted {
  readonly taskHash: Uint8Array;
  readonly calculation: number;
  readonly attempt: number;
  readonly executor: string;
  readonly verifier: string;
}

function writeVerificationCommitted(w: Writer, m: VerificationCommitted): void {
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
  if (m.verifier !== "") {
    w.tag(42);
    w.string(m.verifier);
  }
}

function readVerificationCommitted(r: Reader): VerificationCommitted {
  let f1: Uint8Array = new Uint8Array(0);
  let f2: number = 0;
  let f3: number = 0;
  let f4: string = "";
  let f5: string = "";
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
      case 42:
        r.single(last, tag);
        f5 = r.value(r.string());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { taskHash: f1, calculation: f2, attempt: f3, executor: f4, verifier: f5 };
}

export const VerificationCommitted: Codec<VerificationCommitted> = codec<VerificationCommitted>({
  typeUrl: "/aegis.tasks.v1.VerificationCommitted",
  fields: [
    { name: "taskHash", jsonName: "task_hash", number: 1, kind: "bytes", repeated: false, optional: false },
    { name: "calculation", jsonName: "calculation", number: 2, kind: "uint32", repeated: false, optional: false },
    { name: "attempt", jsonName: "attempt", number: 3, kind: "uint32", repeated: false, optional: false },
    { name: "executor", jsonName: "executor", number: 4, kind: "string", repeated: false, optional: false },
    { name: "verifier", jsonName: "verifier", number: 5, kind: "string", repeated: false, optional: false },
  ],
  defaults: () => ({ taskHash: new Uint8Array(0), calculation: 0, attempt: 0, executor: "", verifier: "" }),
  write: writeVerificationCommitted,
  read: readVerificationCommitted,
});

/** A drawn verifier did not commit. */
export interface VerificationMissed {
  readonly taskHash: Uint8Array;
  readonly calculation: number;
  readonly attempt: number;
  readonly executor: string;
  readonly verifier: string;
}

function writeVerificationMissed(w: Writer, m: VerificationMissed): void {
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
  if (m.verifier !== "") {
    w.tag(42);
    w.string(m.verifier);
  }
}

function readVerificationMissed(r: Reader): VerificationMissed {
  let f1: Uint8Array = new Uint8Array(0);
  let f2: number = 0;
  let f3: number = 0;
  let f4: string = "";
  let f5: string = "";
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
      case 42:
        r.single(last, tag);
        f5 = r.value(r.string());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { taskHash: f1, calculation: f2, attempt: f3, executor: f4, verifier: f5 };
}

export const VerificationMissed: Codec<VerificationMissed> = codec<VerificationMissed>({
  typeUrl: "/aegis.tasks.v1.VerificationMissed",
  fields: [
    { name: "taskHash", jsonName: "task_hash", number: 1, kind: "bytes", repeated: false, optional: false },
    { name: "calculation", jsonName: "calculation", number: 2, kind: "uint32", repeated: false, optional: false },
    { name: "attempt", jsonName: "attempt", number: 3, kind: "uint32", repeated: false, optional: false },
    { name: "executor", jsonName: "executor", number: 4, kind: "string", repeated: false, optional: false },
    { name: "verifier", jsonName: "verifier", number: 5, kind: "string", repeated: false, optional: false },
  ],
  defaults: () => ({ taskHash: new Uint8Array(0), calculation: 0, attempt: 0, executor: "", verifier: "" }),
  write: writeVerificationMissed,
  read: readVerificationMissed,
});

/** A drawn verifier is no longer needed. */
export interface VerificationReleased {
  readonly taskHash: Uint8Array;
  readonly calculation: number;
  readonly attempt: number;
  readonly executor: string;
  readonly verifier: string;
}

function writeVerificationReleased(w: Writer, m: VerificationReleased): void {
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
  if (m.verifier !== "") {
    w.tag(42);
    w.string(m.verifier);
  }
}

function readVerificationReleased(r: Reader): VerificationReleased {
  let f1: Uint8Array = new Uint8Array(0);
  let f2: number = 0;
  let f3: number = 0;
  let f4: string = "";
  let f5: string = "";
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
      case 42:
        r.single(last, tag);
        f5 = r.value(r.string());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { taskHash: f1, calculation: f2, attempt: f3, executor: f4, verifier: f5 };
}

export const VerificationReleased: Codec<VerificationReleased> = codec<VerificationReleased>({
  typeUrl: "/aegis.tasks.v1.VerificationReleased",
  fields: [
    { name: "taskHash", jsonName: "task_hash", number: 1, kind: "bytes", repeated: false, optional: false },
    { name: "calculation", jsonName: "calculation", number: 2, kind: "uint32", repeated: false, optional: false },
    { name: "attempt", jsonName: "attempt", number: 3, kind: "uint32", repeated: false, optional: false },
    { name: "executor", jsonName: "executor", number: 4, kind: "string", repeated: false, optional: false },
    { name: "verifier", jsonName: "verifier", number: 5, kind: "string", repeated: false, optional: false },
  ],
  defaults: () => ({ taskHash: new Uint8Array(0), calculation: 0, attempt: 0, executor: "", verifier: "" }),
  write: writeVerificationReleased,
  read: readVerificationReleased,
});

/** The verification window closed with too few commits; the next verifiers are drawn at this height. */
export interface DrawRepeated {
  readonly taskHash: Uint8Array;
  readonly calculation: number;
  readonly attempt: number;
  readonly drawHeight: bigint;
}

function writeDrawRepeated(w: Writer, m: DrawRepeated): void {
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
  if (m.drawHeight !== 0n) {
    w.tag(32);
    w.uint64(m.drawHeight);
  }
}

function readDrawRepeated(r: Reader): DrawRepeated {
  let f1: Uint8Array = new Uint8Array(0);
  let f2: number = 0;
  let f3: number = 0;
  let f4: bigint = 0n;
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
      case 32:
        r.single(last, tag);
        f4 = r.value(r.uint64());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { taskHash: f1, calculation: f2, attempt: f3, drawHeight: f4 };
}

export const DrawRepeated: Codec<DrawRepeated> = codec<DrawRepeated>({
  typeUrl: "/aegis.tasks.v1.DrawRepeated",
  fields: [
    { name: "taskHash", jsonName: "task_hash", number: 1, kind: "bytes", repeated: false, optional: false },
    { name: "calculation", jsonName: "calculation", number: 2, kind: "uint32", repeated: false, optional: false },
    { name: "attempt", jsonName: "attempt", number: 3, kind: "uint32", repeated: false, optional: false },
    { name: "drawHeight", jsonName: "draw_height", number: 4, kind: "uint64", repeated: false, optional: false },
  ],
  defaults: () => ({ taskHash: new Uint8Array(0), calculation: 0, attempt: 0, drawHeight: 0n }),
  write: writeDrawRepeated,
  read: readDrawRepeated,
});

/** The verification window closed: fingerprints and verifications may be revealed. */
export interface VerificationsClosed {
  readonly taskHash: Uint8Array;
  readonly calculation: number;
  readonly attempt: number;
  readonly deadlineMs: bigint;
}

function writeVerificationsClosed(w: Writer, m: VerificationsClosed): void {
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
  if (m.deadlineMs !== 0n) {
    w.tag(32);
    w.uint64(m.deadlineMs);
  }
}

function readVerificationsClosed(r: Reader): VerificationsClosed {
  let f1: Uint8Array = new Uint8Array(0);
  let f2: number = 0;
  let f3: number = 0;
  let f4: bigint = 0n;
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
      case 32:
        r.single(last, tag);
        f4 = r.value(r.uint64());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { taskHash: f1, calculation: f2, attempt: f3, deadlineMs: f4 };
}

export const VerificationsClosed: Codec<VerificationsClosed> = codec<VerificationsClosed>({
  typeUrl: "/aegis.tasks.v1.VerificationsClosed",
  fields: [
    { name: "taskHash", jsonName: "task_hash", number: 1, kind: "bytes", repeated: false, optional: false },
    { name: "calculation", jsonName: "calculation", number: 2, kind: "uint32", repeated: false, optional: false },
    { name: "attempt", jsonName: "attempt", number: 3, kind: "uint32", repeated: false, optional: false },
    { name: "deadlineMs", jsonName: "deadline_ms", number: 4, kind: "uint64", repeated: false, optional: false },
  ],
  defaults: () => ({ taskHash: new Uint8Array(0), calculation: 0, attempt: 0, deadlineMs: 0n }),
  write: writeVerificationsClosed,
  read: readVerificationsClosed,
});

export interface FingerprintRevealed {
  readonly taskHash: Uint8Array;
  readonly calculation: number;
  readonly attempt: number;
  readonly executor: string;
}

function writeFingerprintRevealed(w: Writer, m: FingerprintRevealed): void {
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
}

function readFingerprintRevealed(r: Reader): FingerprintRevealed {
  let f1: Uint8Array = new Uint8Array(0);
  let f2: number = 0;
  let f3: number = 0;
  let f4: string = "";
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
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { taskHash: f1, calculation: f2, attempt: f3, executor: f4 };
}

export const FingerprintRevealed: Codec<FingerprintRevealed> = codec<FingerprintRevealed>({
  typeUrl: "/aegis.tasks.v1.FingerprintRevealed",
  fields: [
    { name: "taskHash", jsonName: "task_hash", number: 1, kind: "bytes", repeated: false, optional: false },
    { name: "calculation", jsonName: "calculation", number: 2, kind: "uint32", repeated: false, optional: false },
    { name: "attempt", jsonName: "attempt", number: 3, kind: "uint32", repeated: false, optional: false },
    { name: "executor", jsonName: "executor", number: 4, kind: "string", repeated: false, optional: false },
  ],
  defaults: () => ({ taskHash: new Uint8Array(0), calculation: 0, attempt: 0, executor: "" }),
  write: writeFingerprintRevealed,
  read: readFingerprintRevealed,
});

export interface VerificationRevealed {
  readonly taskHash: Uint8Array;
  readonly calculation: number;
  readonly attempt: number;
  readonly executor: string;
  readonly verifier: string;
  readonly verdict: Verdict;
}

function writeVerificationRevealed(w: Writer, m: VerificationRevealed): void {
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
  if (m.verifier !== "") {
    w.tag(42);
    w.string(m.verifier);
  }
  if (m.verdict !== 0) {
    w.tag(48);
    w.int32(m.verdict);
  }
}

function readVerificationRevealed(r: Reader): VerificationRevealed {
  let f1: Uint8Array = new Uint8Array(0);
  let f2: number = 0;
  let f3: number = 0;
  let f4: string = "";
  let f5: string = "";
  let f6: Verdict = 0;
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
      case 42:
        r.single(last, tag);
        f5 = r.value(r.string());
        break;
      case 48:
        r.single(last, tag);
        f6 = r.value(r.int32());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { taskHash: f1, calculation: f2, attempt: f3, executor: f4, verifier: f5, verdict: f6 };
}

export const VerificationRevealed: Codec<VerificationRevealed> = codec<VerificationRevealed>({
  typeUrl: "/aegis.tasks.v1.VerificationRevealed",
  fields: [
    { name: "taskHash", jsonName: "task_hash", number: 1, kind: "bytes", repeated: false, optional: false },
    { name: "calculation", jsonName: "calculation", number: 2, kind: "uint32", repeated: false, optional: false },
    { name: "attempt", jsonName: "attempt", number: 3, kind: "uint32", repeated: false, optional: false },
    { name: "executor", jsonName: "executor", number: 4, kind: "string", repeated: false, optional: false },
    { name: "verifier", jsonName: "verifier", number: 5, kind: "string", repeated: false, optional: false },
    { name: "verdict", jsonName: "verdict", number: 6, kind: "enum", repeated: false, optional: false, values: Verdict },
  ],
  defaults: () => ({ taskHash: new Uint8Array(0), calculation: 0, attempt: 0, executor: "", verifier: "", verdict: 0 }),
  write: writeVerificationRevealed,
  read: readVerificationRevealed,
});

/** A committed verification was not revealed in time. */
export interface VerificationWithheld {
  readonly taskHash: Uint8Array;
  readonly calculation: number;
  readonly attempt: number;
  readonly executor: string;
  readonly verifier: string;
}

function writeVerificationWithheld(w: Writer, m: VerificationWithheld): void {
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
  if (m.verifier !== "") {
    w.tag(42);
    w.string(m.verifier);
  }
}

function readVerificationWithheld(r: Reader): VerificationWithheld {
  let f1: Uint8Array = new Uint8Array(0);
  let f2: number = 0;
  let f3: number = 0;
  let f4: string = "";
  let f5: string = "";
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
      case 42:
        r.single(last, tag);
        f5 = r.value(r.string());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { taskHash: f1, calculation: f2, attempt: f3, executor: f4, verifier: f5 };
}

export const VerificationWithheld: Codec<VerificationWithheld> = codec<VerificationWithheld>({
  typeUrl: "/aegis.tasks.v1.VerificationWithheld",
  fields: [
    { name: "taskHash", jsonName: "task_hash", number: 1, kind: "bytes", repeated: false, optional: false },
    { name: "calculation", jsonName: "calculation", number: 2, kind: "uint32", repeated: false, optional: false },
    { name: "attempt", jsonName: "attempt", number: 3, kind: "uint32", repeated: false, optional: false },
    { name: "executor", jsonName: "executor", number: 4, kind: "string", repeated: false, optional: false },
    { name: "verifier", jsonName: "verifier", number: 5, kind: "string", repeated: false, optional: false },
  ],
  defaults: () => ({ taskHash: new Uint8Array(0), calculation: 0, attempt: 0, executor: "", verifier: "" }),
  write: writeVerificationWithheld,
  read: readVerificationWithheld,
});

/** COMPUTED → SOFT_FINAL. */
export interface ResultSoftFinal {
  readonly taskHash: Uint8Array;
  readonly calculation: number;
  readonly attempt: number;
  readonly executor: string;
  readonly deadlineMs: bigint;
}

function writeResultSoftFinal(w: Writer, m: ResultSoftFinal): void {
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
  if (m.deadlineMs !== 0n) {
    w.tag(40);
    w.uint64(m.deadlineMs);
  }
}

function readResultSoftFinal(r: Reader): ResultSoftFinal {
  let f1: Uint8Array = new Uint8Array(0);
  let f2: number = 0;
  let f3: number = 0;
  let f4: string = "";
  let f5: bigint = 0n;
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
        f5 = r.value(r.uint64());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { taskHash: f1, calculation: f2, attempt: f3, executor: f4, deadlineMs: f5 };
}

export const ResultSoftFinal: Codec<ResultSoftFinal> = codec<ResultSoftFinal>({
  typeUrl: "/aegis.tasks.v1.ResultSoftFinal",
  fields: [
    { name: "taskHash", jsonName: "task_hash", number: 1, kind: "bytes", repeated: false, optional: false },
    { name: "calculation", jsonName: "calculation", number: 2, kind: "uint32", repeated: false, optional: false },
    { name: "attempt", jsonName: "attempt", number: 3, kind: "uint32", repeated: false, optional: false },
    { name: "executor", jsonName: "executor", number: 4, kind: "string", repeated: false, optional: false },
    { name: "deadlineMs", jsonName: "deadline_ms", number: 5, kind: "uint64", repeated: false, optional: false },
  ],
  defaults: () => ({ taskHash: new Uint8Array(0), calculation: 0, attempt: 0, executor: "", deadlineMs: 0n }),
  write: writeResultSoftFinal,
  read: readResultSoftFinal,
});

/** COMPUTED → DISPUTED. */
export interface ResultDisputed {
  readonly taskHash: Uint8Array;
  readonly calculation: number;
  readonly attempt: number;
  readonly executor: string;
  readonly deadlineMs: bigint;
}

function writeResultDisputed(w: Writer, m: ResultDisputed): void {
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
  if (m.deadlineMs !== 0n) {
    w.tag(40);
    w.uint64(m.deadlineMs);
  }
}

function readResultDisputed(r: Reader): ResultDisputed {
  let f1: Uint8Array = new Uint8Array(0);
  let f2: number = 0;
  let f3: number = 0;
  let f4: string = "";
  let f5: bigint = 0n;
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
        f5 = r.value(r.uint64());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { taskHash: f1, calculation: f2, attempt: f3, executor: f4, deadlineMs: f5 };
}

export const ResultDisputed: Codec<ResultDisputed> = codec<ResultDisputed>({
  typeUrl: "/aegis.tasks.v1.ResultDisputed",
  fields: [
    { name: "taskHash", jsonName: "task_hash", number: 1, kind: "bytes", repeated: false, optional: false },
    { name: "calculation", jsonName: "calculation", number: 2, kind: "uint32", repeated: false, optional: false },
    { name: "attempt", jsonName: "attempt", number: 3, kind: "uint32", repeated: false, optional: false },
    { name: "executor", jsonName: "executor", number: 4, kind: "string", repeated: false, optional: false },
    { name: "deadlineMs", jsonName: "deadline_ms", number: 5, kind: "uint64", repeated: false, optional: false },
  ],
  defaults: () => ({ taskHash: new Uint8Array(0), calculation: 0, attempt: 0, executor: "", deadlineMs: 0n }),
  write: writeResultDisputed,
  read: readResultDisputed,
});

/** SOFT_FINAL → FINAL. */
export interface ResultFinal {
  readonly taskHash: Uint8Array;
  readonly calculation: number;
  readonly attempt: number;
  readonly executor: string;
}

function writeResultFinal(w: Writer, m: ResultFinal): void {
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
}

function readResultFinal(r: Reader): ResultFinal {
  let f1: Uint8Array = new Uint8Array(0);
  let f2: number = 0;
  let f3: number = 0;
  let f4: string = "";
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
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { taskHash: f1, calculation: f2, attempt: f3, executor: f4 };
}

export const ResultFinal: Codec<ResultFinal> = codec<ResultFinal>({
  typeUrl: "/aegis.tasks.v1.ResultFinal",
  fields: [
    { name: "taskHash", jsonName: "task_hash", number: 1, kind: "bytes", repeated: false, optional: false },
    { name: "calculation", jsonName: "calculation", number: 2, kind: "uint32", repeated: false, optional: false },
    { name: "attempt", jsonName: "attempt", number: 3, kind: "uint32", repeated: false, optional: false },
    { name: "executor", jsonName: "executor", number: 4, kind: "string", repeated: false, optional: false },
  ],
  defaults: () => ({ taskHash: new Uint8Array(0), calculation: 0, attempt: 0, executor: "" }),
  write: writeResultFinal,
  read: readResultFinal,
});

/** COMMITTED or COMPUTED → REJECTED. */
export interface ResultRejected {
  readonly taskHash: Uint8Array;
  readonly calculation: number;
  readonly attempt: number;
  readonly executor: string;
  readonly fault: ResultFault;
}

function writeResultRejected(w: Writer, m: ResultRejected): void {
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
  if (m.fault !== 0) {
    w.tag(40);
    w.int32(m.fault);
  }
}

function readResultRejected(r: Reader): ResultRejected {
  let f1: Uint8Array = new Uint8Array(0);
  let f2: number = 0;
  let f3: number = 0;
  let f4: string = "";
  let f5: ResultFault = 0;
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
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { taskHash: f1, calculation: f2, attempt: f3, executor: f4, fault: f5 };
}

export const ResultRejected: Codec<ResultRejected> = codec<ResultRejected>({
  typeUrl: "/aegis.tasks.v1.ResultRejected",
  fields: [
    { name: "taskHash", jsonName: "task_hash", number: 1, kind: "bytes", repeated: false, optional: false },
    { name: "calculation", jsonName: "calculation", number: 2, kind: "uint32", repeated: false, optional: false },
    { name: "attempt", jsonName: "attempt", number: 3, kind: "uint32", repeated: false, optional: false },
    { name: "executor", jsonName: "executor", number: 4, kind: "string", repeated: false, optional: false },
    { name: "fault", jsonName: "fault", number: 5, kind: "enum", repeated: false, optional: false, values: ResultFault },
  ],
  defaults: () => ({ taskHash: new Uint8Array(0), calculation: 0, attempt: 0, executor: "", fault: 0 }),
  write: writeResultRejected,
  read: readResultRejected,
});

/** COMPUTED or DISPUTED → VOID. */
export interface ResultVoid {
  readonly taskHash: Uint8Array;
  readonly calculation: number;
  readonly attempt: number;
  readonly executor: string;
  readonly fault: ResultFault;
}

function writeResultVoid(w: Writer, m: ResultVoid): void {
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
  if (m.fault !== 0) {
    w.tag(40);
    w.int32(m.fault);
  }
}

function readResultVoid(r: Reader): ResultVoid {
  let f1: Uint8Array = new Uint8Array(0);
  let f2: number = 0;
  let f3: number = 0;
  let f4: string = "";
  let f5: ResultFault = 0;
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
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { taskHash: f1, calculation: f2, attempt: f3, executor: f4, fault: f5 };
}

export const ResultVoid: Codec<ResultVoid> = codec<ResultVoid>({
  typeUrl: "/aegis.tasks.v1.ResultVoid",
  fields: [
    { name: "taskHash", jsonName: "task_hash", number: 1, kind: "bytes", repeated: false, optional: false },
    { name: "calculation", jsonName: "calculation", number: 2, kind: "uint32", repeated: false, optional: false },
    { name: "attempt", jsonName: "attempt", number: 3, kind: "uint32", repeated: false, optional: false },
    { name: "executor", jsonName: "executor", number: 4, kind: "string", repeated: false, optional: false },
    { name: "fault", jsonName: "fault", number: 5, kind: "enum", repeated: false, optional: false, values: ResultFault },
  ],
  defaults: () => ({ taskHash: new Uint8Array(0), calculation: 0, attempt: 0, executor: "", fault: 0 }),
  write: writeResultVoid,
  read: readResultVoid,
});

/** COMMITTED or COMPUTED → OPEN. */
export interface CalculationReopened {
  readonly taskHash: Uint8Array;
  readonly calculation: number;
  readonly attempt: number;
  readonly startHeight: bigint;
}

function writeCalculationReopened(w: Writer, m: CalculationReopened): void {
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
  if (m.startHeight !== 0n) {
    w.tag(32);
    w.uint64(m.startHeight);
  }
}

function readCalculationReopened(r: Reader): CalculationReopened {
  let f1: Uint8Array = new Uint8Array(0);
  let f2: number = 0;
  let f3: number = 0;
  let f4: bigint = 0n;
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
      case 32:
        r.single(last, tag);
        f4 = r.value(r.uint64());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { taskHash: f1, calculation: f2, attempt: f3, startHeight: f4 };
}

export const CalculationReopened: Codec<CalculationReopened> = codec<CalculationReopened>({
  typeUrl: "/aegis.tasks.v1.CalculationReopened",
  fields: [
    { name: "taskHash", jsonName: "task_hash", number: 1, kind: "bytes", repeated: false, optional: false },
    { name: "calculation", jsonName: "calculation", number: 2, kind: "uint32", repeated: false, optional: false },
    { name: "attempt", jsonName: "attempt", number: 3, kind: "uint32", repeated: false, optional: false },
    { name: "startHeight", jsonName: "start_height", number: 4, kind: "uint64", repeated: false, optional: false },
  ],
  defaults: () => ({ taskHash: new Uint8Array(0), calculation: 0, attempt: 0, startHeight: 0n }),
  write: writeCalculationReopened,
  read: readCalculationReopened,
});

/** The calculation is terminal: FINAL, VOID or EXPIRED. */
export interface CalculationClosed {
  readonly taskHash: Uint8Array;
  readonly calculation: number;
  readonly state: State;
}

function writeCalculationClosed(w: Writer, m: CalculationClosed): void {
  if (m.taskHash.length > 0) {
    w.tag(10);
    w.bytes(m.taskHash);
  }
  if (m.calculation !== 0) {
    w.tag(16);
    w.uint32(m.calculation);
  }
  if (m.state !== 0) {
    w.tag(24);
    w.int32(m.state);
  }
}

function readCalculationClosed(r: Reader): CalculationClosed {
  let f1: Uint8Array = new Uint8Array(0);
  let f2: number = 0;
  let f3: State = 0;
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
        f3 = r.value(r.int32());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { taskHash: f1, calculation: f2, state: f3 };
}

export const CalculationClosed: Codec<CalculationClosed> = codec<CalculationClosed>({
  typeUrl: "/aegis.tasks.v1.CalculationClosed",
  fields: [
    { name: "taskHash", jsonName: "task_hash", number: 1, kind: "bytes", repeated: false, optional: false },
    { name: "calculation", jsonName: "calculation", number: 2, kind: "uint32", repeated: false, optional: false },
    { name: "state", jsonName: "state", number: 3, kind: "enum", repeated: false, optional: false, values: State },
  ],
  defaults: () => ({ taskHash: new Uint8Array(0), calculation: 0, state: 0 }),
  write: writeCalculationClosed,
  read: readCalculationClosed,
});

/** The task's own state, the least advanced of its calculations', changed. */
export interface TaskStateChanged {
  readonly taskHash: Uint8Array;
  readonly state: State;
}

function writeTaskStateChanged(w: Writer, m: TaskStateChanged): void {
  if (m.taskHash.length > 0) {
    w.tag(10);
    w.bytes(m.taskHash);
  }
  if (m.state !== 0) {
    w.tag(16);
    w.int32(m.state);
  }
}

function readTaskStateChanged(r: Reader): TaskStateChanged {
  let f1: Uint8Array = new Uint8Array(0);
  let f2: State = 0;
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
        f2 = r.value(r.int32());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { taskHash: f1, state: f2 };
}

export const TaskStateChanged: Codec<TaskStateChanged> = codec<TaskStateChanged>({
  typeUrl: "/aegis.tasks.v1.TaskStateChanged",
  fields: [
    { name: "taskHash", jsonName: "task_hash", number: 1, kind: "bytes", repeated: false, optional: false },
    { name: "state", jsonName: "state", number: 2, kind: "enum", repeated: false, optional: false, values: State },
  ],
  defaults: () => ({ taskHash: new Uint8Array(0), state: 0 }),
  write: writeTaskStateChanged,
  read: readTaskStateChanged,
});

/** The task is terminal and its money has moved. */
export interface TaskSettled {
  readonly taskHash: Uint8Array;
  readonly state: State;
  readonly settlement: Settlement | undefined;
}

function writeTaskSettled(w: Writer, m: TaskSettled): void {
  if (m.taskHash.length > 0) {
    w.tag(10);
    w.bytes(m.taskHash);
  }
  if (m.state !== 0) {
    w.tag(16);
    w.int32(m.state);
  }
  if (m.settlement !== undefined) {
    w.tag(26);
    { const s = w.open(); Settlement.write(w, m.settlement); w.close(s); }
  }
}

function readTaskSettled(r: Reader): TaskSettled {
  let f1: Uint8Array = new Uint8Array(0);
  let f2: State = 0;
  let f3: Settlement | undefined = undefined;
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
        f2 = r.value(r.int32());
        break;
      case 26: {
        r.single(last, tag);
        const outer = r.enter();
        f3 = Settlement.read(r);
        r.leave(outer);
        break;
      }
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { taskHash: f1, state: f2, settlement: f3 };
}

export const TaskSettled: Codec<TaskSettled> = codec<TaskSettled>({
  typeUrl: "/aegis.tasks.v1.TaskSettled",
  fields: [
    { name: "taskHash", jsonName: "task_hash", number: 1, kind: "bytes", repeated: false, optional: false },
    { name: "state", jsonName: "state", number: 2, kind: "enum", repeated: false, optional: false, values: State },
    { name: "settlement", jsonName: "settlement", number: 3, kind: "message", repeated: false, optional: true, message: () => Settlement as Codec<never> },
  ],
  defaults: () => ({ taskHash: new Uint8Array(0), state: 0, settlement: undefined }),
  write: writeTaskSettled,
  read: readTaskSettled,
});

/** A soft final result is to be replayed by a node drawn at this height. */
export interface AuditDrawn {
  readonly taskHash: Uint8Array;
  readonly calculation: number;
  readonly attempt: number;
  readonly executor: string;
  readonly auditor: string;
  readonly deadlineMs: bigint;
}

function writeAuditDrawn(w: Writer, m: AuditDrawn): void {
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
  if (m.auditor !== "") {
    w.tag(42);
    w.string(m.auditor);
  }
  if (m.deadlineMs !== 0n) {
    w.tag(48);
    w.uint64(m.deadlineMs);
  }
}

function readAuditDrawn(r: Reader): AuditDrawn {
  let f1: Uint8Array = new Uint8Array(0);
  let f2: number = 0;
  let f3: number = 0;
  let f4: string = "";
  let f5: string = "";
  let f6: bigint = 0n;
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
      case 42:
        r.single(last, tag);
        f5 = r.value(r.string());
        break;
      case 48:
        r.single(last, tag);
        f6 = r.value(r.uint64());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { taskHash: f1, calculation: f2, attempt: f3, executor: f4, auditor: f5, deadlineMs: f6 };
}

export const AuditDrawn: Codec<AuditDrawn> = codec<AuditDrawn>({
  typeUrl: "/aegis.tasks.v1.AuditDrawn",
  fields: [
    { name: "taskHash", jsonName: "task_hash", number: 1, kind: "bytes", repeated: false, optional: false },
    { name: "calculation", jsonName: "calculation", number: 2, kind: "uint32", repeated: false, optional: false },
    { name: "attempt", jsonName: "attempt", number: 3, kind: "uint32", repeated: false, optional: false },
    { name: "executor", jsonName: "executor", number: 4, kind: "string", repeated: false, optional: false },
    { name: "auditor", jsonName: "auditor", number: 5, kind: "string", repeated: false, optional: false },
    { name: "deadlineMs", jsonName: "deadline_ms", number: 6, kind: "uint64", repeated: false, optional: false },
  ],
  defaults: () => ({ taskHash: new Uint8Array(0), calculation: 0, attempt: 0, executor: "", auditor: "", deadlineMs: 0n }),
  write: writeAuditDrawn,
  read: readAuditDrawn,
});

/** A node says that a soft final result is wrong; the challenge window stands still. */
export interface ChallengeCommitted {
  readonly taskHash: Uint8Array;
  readonly calculation: number;
  readonly attempt: number;
  readonly executor: string;
  readonly challenger: string;
  readonly bond: bigint;
  readonly deadlineMs: bigint;
}

function writeChallengeCommitted(w: Writer, m: ChallengeCommitted): void {
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
  if (m.challenger !== "") {
    w.tag(42);
    w.string(m.challenger);
  }
  if (m.bond !== 0n) {
    w.tag(48);
    w.uint64(m.bond);
  }
  if (m.deadlineMs !== 0n) {
    w.tag(56);
    w.uint64(m.deadlineMs);
  }
}

function readChallengeCommitted(r: Reader): ChallengeCommitted {
  let f1: Uint8Array = new Uint8Array(0);
  let f2: number = 0;
  let f3: number = 0;
  let f4: string = "";
  let f5: string = "";
  let f6: bigint = 0n;
  let f7: bigint = 0n;
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
      case 42:
        r.single(last, tag);
        f5 = r.value(r.string());
        break;
      case 48:
        r.single(last, tag);
        f6 = r.value(r.uint64());
        break;
      case 56:
        r.single(last, tag);
        f7 = r.value(r.uint64());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { taskHash: f1, calculation: f2, attempt: f3, executor: f4, challenger: f5, bond: f6, deadlineMs: f7 };
}

export const ChallengeCommitted: Codec<ChallengeCommitted> = codec<ChallengeCommitted>({
  typeUrl: "/aegis.tasks.v1.ChallengeCommitted",
  fields: [
    { name: "taskHash", jsonName: "task_hash", number: 1, kind: "bytes", repeated: false, optional: false },
    { name: "calculation", jsonName: "calculation", number: 2, kind: "uint32", repeated: false, optional: false },
    { name: "attempt", jsonName: "attempt", number: 3, kind: "uint32", repeated: false, optional: false },
    { name: "executor", jsonName: "executor", number: 4, kind: "string", repeated: false, optional: false },
    { name: "challenger", jsonName: "challenger", number: 5, kind: "string", repeated: false, optional: false },
    { name: "bond", jsonName: "bond", number: 6, kind: "uint64", repeated: false, optional: false },
    { name: "deadlineMs", jsonName: "deadline_ms", number: 7, kind: "uint64", repeated: false, optional: false },
  ],
  defaults: () => ({ taskHash: new Uint8Array(0), calculation: 0, attempt: 0, executor: "", challenger: "", bond: 0n, deadlineMs: 0n }),
  write: writeChallengeCommitted,
  read: readChallengeCommitted,
});

/** No challenge or audit is under way any more: the challenge window goes on. */
export interface WindowResumed {
  readonly taskHash: Uint8Array;
  readonly calculation: number;
  readonly attempt: number;
  readonly executor: string;
  readonly deadlineMs: bigint;
}

function writeWindowResumed(w: Writer, m: WindowResumed): void {
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
  if (m.deadlineMs !== 0n) {
    w.tag(40);
    w.uint64(m.deadlineMs);
  }
}

function readWindowResumed(r: Reader): WindowResumed {
  let f1: Uint8Array = new Uint8Array(0);
  let f2: number = 0;
  let f3: number = 0;
  let f4: string = "";
  let f5: bigint = 0n;
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
        f5 = r.value(r.uint64());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { taskHash: f1, calculation: f2, attempt: f3, executor: f4, deadlineMs: f5 };
}

export const WindowResumed: Codec<WindowResumed> = codec<WindowResumed>({
  typeUrl: "/aegis.tasks.v1.WindowResumed",
  fields: [
    { name: "taskHash", jsonName: "task_hash", number: 1, kind: "bytes", repeated: false, optional: false },
    { name: "calculation", jsonName: "calculation", number: 2, kind: "uint32", repeated: false, optional: false },
    { name: "attempt", jsonName: "attempt", number: 3, kind: "uint32", repeated: false, optional: false },
    { name: "executor", jsonName: "executor", number: 4, kind: "string", repeated: false, optional: false },
    { name: "deadlineMs", jsonName: "deadline_ms", number: 5, kind: "uint64", repeated: false, optional: false },
  ],
  defaults: () => ({ taskHash: new Uint8Array(0), calculation: 0, attempt: 0, executor: "", deadlineMs: 0n }),
  write: writeWindowResumed,
  read: readWindowResumed,
});

export interface BondReturned {
  readonly taskHash: Uint8Array;
  readonly calculation: number;
  readonly attempt: number;
  readonly executor: string;
  readonly challenger: string;
  readonly amount: bigint;
}

function writeBondReturned(w: Writer, m: BondReturned): void {
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
  if (m.challenger !== "") {
    w.tag(42);
    w.string(m.challenger);
  }
  if (m.amount !== 0n) {
    w.tag(48);
    w.uint64(m.amount);
  }
}

function readBondReturned(r: Reader): BondReturned {
  let f1: Uint8Array = new Uint8Array(0);
  let f2: number = 0;
  let f3: number = 0;
  let f4: string = "";
  let f5: string = "";
  let f6: bigint = 0n;
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
      case 42:
        r.single(last, tag);
        f5 = r.value(r.string());
        break;
      case 48:
        r.single(last, tag);
        f6 = r.value(r.uint64());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { taskHash: f1, calculation: f2, attempt: f3, executor: f4, challenger: f5, amount: f6 };
}

export const BondReturned: Codec<BondReturned> = codec<BondReturned>({
  typeUrl: "/aegis.tasks.v1.BondReturned",
  fields: [
    { name: "taskHash", jsonName: "task_hash", number: 1, kind: "bytes", repeated: false, optional: false },
    { name: "calculation", jsonName: "calculation", number: 2, kind: "uint32", repeated: false, optional: false },
    { name: "attempt", jsonName: "attempt", number: 3, kind: "uint32", repeated: false, optional: false },
    { name: "executor", jsonName: "executor", number: 4, kind: "string", repeated: false, optional: false },
    { name: "challenger", jsonName: "challenger", number: 5, kind: "string", repeated: false, optional: false },
    { name: "amount", jsonName: "amount", number: 6, kind: "uint64", repeated: false, optional: false },
  ],
  defaults: () => ({ taskHash: new Uint8Array(0), calculation: 0, attempt: 0, executor: "", challenger: "", amount: 0n }),
  write: writeBondReturned,
  read: readBondReturned,
});

/** A challenge was not revealed, or a committee upheld the result. */
export interface BondLost {
  readonly taskHash: Uint8Array;
  readonly calculation: number;
  readonly attempt: number;
  readonly executor: string;
  readonly challenger: string;
  readonly amount: bigint;
  readonly beneficiaries: readonly string[];
}

function writeBondLost(w: Writer, m: BondLost): void {
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
  if (m.challenger !== "") {
    w.tag(42);
    w.string(m.challenger);
  }
  if (m.amount !== 0n) {
    w.tag(48);
    w.uint64(m.amount);
  }
  for (const v of m.beneficiaries) {
    w.tag(58);
    w.string(v);
  }
}

function readBondLost(r: Reader): BondLost {
  let f1: Uint8Array = new Uint8Array(0);
  let f2: number = 0;
  let f3: number = 0;
  let f4: string = "";
  let f5: string = "";
  let f6: bigint = 0n;
  const f7: string[] = [];
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
      case 42:
        r.single(last, tag);
        f5 = r.value(r.string());
        break;
      case 48:
        r.single(last, tag);
        f6 = r.value(r.uint64());
        break;
      case 58:
        f7.push(r.string());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { taskHash: f1, calculation: f2, attempt: f3, executor: f4, challenger: f5, amount: f6, beneficiaries: f7 };
}

export const BondLost: Codec<BondLost> = codec<BondLost>({
  typeUrl: "/aegis.tasks.v1.BondLost",
  fields: [
    { name: "taskHash", jsonName: "task_hash", number: 1, kind: "bytes", repeated: false, optional: false },
    { name: "calculation", jsonName: "calculation", number: 2, kind: "uint32", repeated: false, optional: false },
    { name: "attempt", jsonName: "attempt", number: 3, kind: "uint32", repeated: false, optional: false },
    { name: "executor", jsonName: "executor", number: 4, kind: "string", repeated: false, optional: false },
    { name: "challenger", jsonName: "challenger", number: 5, kind: "string", repeated: false, optional: false },
    { name: "amount", jsonName: "amount", number: 6, kind: "uint64", repeated: false, optional: false },
    { name: "beneficiaries", jsonName: "beneficiaries", number: 7, kind: "string", repeated: true, optional: false },
  ],
  defaults: () => ({ taskHash: new Uint8Array(0), calculation: 0, attempt: 0, executor: "", challenger: "", amount: 0n, beneficiaries: [] }),
  write: writeBondLost,
  read: readBondLost,
});

export interface CommitteeSeat {
  readonly member: string;
  readonly seats: number;
}

function writeCommitteeSeat(w: Writer, m: CommitteeSeat): void {
  if (m.member !== "") {
    w.tag(10);
    w.string(m.member);
  }
  if (m.seats !== 0) {
    w.tag(16);
    w.uint32(m.seats);
  }
}

function readCommitteeSeat(r: Reader): CommitteeSeat {
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
  return { member: f1, seats: f2 };
}

export const CommitteeSeat: Codec<CommitteeSeat> = codec<CommitteeSeat>({
  typeUrl: "/aegis.tasks.v1.CommitteeSeat",
  fields: [
    { name: "member", jsonName: "member", number: 1, kind: "string", repeated: false, optional: false },
    { name: "seats", jsonName: "seats", number: 2, kind: "uint32", repeated: false, optional: false },
  ],
  defaults: () => ({ member: "", seats: 0 }),
  write: writeCommitteeSeat,
  read: readCommitteeSeat,
});

export interface CommitteeDrawn {
  readonly taskHash: Uint8Array;
  readonly calculation: number;
  readonly attempt: number;
  readonly executor: string;
  readonly round: number;
  readonly members: readonly CommitteeSeat[];
  readonly deadlineMs: bigint;
}

function writeCommitteeDrawn(w: Writer, m: CommitteeDrawn): void {
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
  if (m.round !== 0) {
    w.tag(40);
    w.uint32(m.round);
  }
  for (const v of m.members) {
    w.tag(50);
    { const s = w.open(); CommitteeSeat.write(w, v); w.close(s); }
  }
  if (m.deadlineMs !== 0n) {
    w.tag(56);
    w.uint64(m.deadlineMs);
  }
}

function readCommitteeDrawn(r: Reader): CommitteeDrawn {
  let f1: Uint8Array = new Uint8Array(0);
  let f2: number = 0;
  let f3: number = 0;
  let f4: string = "";
  let f5: number = 0;
  const f6: CommitteeSeat[] = [];
  let f7: bigint = 0n;
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
        f5 = r.value(r.uint32());
        break;
      case 50: {
        const outer = r.enter();
        f6.push(CommitteeSeat.read(r));
        r.leave(outer);
        break;
      }
      case 56:
        r.single(last, tag);
        f7 = r.value(r.uint64());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { taskHash: f1, calculation: f2, attempt: f3, executor: f4, round: f5, members: f6, deadlineMs: f7 };
}

export const CommitteeDrawn: Codec<CommitteeDrawn> = codec<CommitteeDrawn>({
  typeUrl: "/aegis.tasks.v1.CommitteeDrawn",
  fields: [
    { name: "taskHash", jsonName: "task_hash", number: 1, kind: "bytes", repeated: false, optional: false },
    { name: "calculation", jsonName: "calculation", number: 2, kind: "uint32", repeated: false, optional: false },
    { name: "attempt", jsonName: "attempt", number: 3, kind: "uint32", repeated: false, optional: false },
    { name: "executor", jsonName: "executor", number: 4, kind: "string", repeated: false, optional: false },
    { name: "round", jsonName: "round", number: 5, kind: "uint32", repeated: false, optional: false },
    { name: "members", jsonName: "members", number: 6, kind: "message", repeated: true, optional: false, message: () => CommitteeSeat as Codec<never> },
    { name: "deadlineMs", jsonName: "deadline_ms", number: 7, kind: "uint64", repeated: false, optional: false },
  ],
  defaults: () => ({ taskHash: new Uint8Array(0), calculation: 0, attempt: 0, executor: "", round: 0, members: [], deadlineMs: 0n }),
  write: writeCommitteeDrawn,
  read: readCommitteeDrawn,
});

export interface VoteCommitted {
  readonly taskHash: Uint8Array;
  readonly calculation: number;
  readonly attempt: number;
  readonly executor: string;
  readonly round: number;
  readonly member: string;
}

function writeVoteCommitted(w: Writer, m: VoteCommitted): void {
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
  if (m.round !== 0) {
    w.tag(40);
    w.uint32(m.round);
  }
  if (m.member !== "") {
    w.tag(50);
    w.string(m.member);
  }
}

function readVoteCommitted(r: Reader): VoteCommitted {
  let f1: Uint8Array = new Uint8Array(0);
  let f2: number = 0;
  let f3: number = 0;
  let f4: string = "";
  let f5: number = 0;
  let f6: string = "";
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
        f5 = r.value(r.uint32());
        break;
      case 50:
        r.single(last, tag);
        f6 = r.value(r.string());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { taskHash: f1, calculation: f2, attempt: f3, executor: f4, round: f5, member: f6 };
}

export const VoteCommitted: Codec<VoteCommitted> = codec<VoteCommitted>({
  typeUrl: "/aegis.tasks.v1.VoteCommitted",
  fields: [
    { name: "taskHash", jsonName: "task_hash", number: 1, kind: "bytes", repeated: false, optional: false },
    { name: "calculation", jsonName: "calculation", number: 2, kind: "uint32", repeated: false, optional: false },
    { name: "attempt", jsonName: "attempt", number: 3, kind: "uint32", repeated: false, optional: false },
    { name: "executor", jsonName: "executor", number: 4, kind: "string", repeated: false, optional: false },
    { name: "round", jsonName: "round", number: 5, kind: "uint32", repeated: false, optional: false },
    { name: "member", jsonName: "member", number: 6, kind: "string", repeated: false, optional: false },
  ],
  defaults: () => ({ taskHash: new Uint8Array(0), calculation: 0, attempt: 0, executor: "", round: 0, member: "" }),
  write: writeVoteCommitted,
  read: readVoteCommitted,
});

/** All votes are committed, or the time for it is over: they may be revealed. */
export interface VotesClosed {
  readonly taskHash: Uint8Array;
  readonly calculation: number;
  readonly attempt: number;
  readonly executor: string;
  readonly round: number;
  readonly deadlineMs: bigint;
}

function writeVotesClosed(w: Writer, m: VotesClosed): void {
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
  if (m.round !== 0) {
    w.tag(40);
    w.uint32(m.round);
  }
  if (m.deadlineMs !== 0n) {
    w.tag(48);
    w.uint64(m.deadlineMs);
  }
}

function readVotesClosed(r: Reader): VotesClosed {
  let f1: Uint8Array = new Uint8Array(0);
  let f2: number = 0;
  let f3: number = 0;
  let f4: string = "";
  let f5: number = 0;
  let f6: bigint = 0n;
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
        f5 = r.value(r.uint32());
        break;
      case 48:
        r.single(last, tag);
        f6 = r.value(r.uint64());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { taskHash: f1, calculation: f2, attempt: f3, executor: f4, round: f5, deadlineMs: f6 };
}

export const VotesClosed: Codec<VotesClosed> = codec<VotesClosed>({
  typeUrl: "/aegis.tasks.v1.VotesClosed",
  fields: [
    { name: "taskHash", jsonName: "task_hash", number: 1, kind: "bytes", repeated: false, optional: false },
    { name: "calculation", jsonName: "calculation", number: 2, kind: "uint32", repeated: false, optional: false },
    { name: "attempt", jsonName: "attempt", number: 3, kind: "uint32", repeated: false, optional: false },
    { name: "executor", jsonName: "executor", number: 4, kind: "string", repeated: false, optional: false },
    { name: "round", jsonName: "round", number: 5, kind: "uint32", repeated: false, optional: false },
    { name: "deadlineMs", jsonName: "deadline_ms", number: 6, kind: "uint64", repeated: false, optional: false },
  ],
  defaults: () => ({ taskHash: new Uint8Array(0), calculation: 0, attempt: 0, executor: "", round: 0, deadlineMs: 0n }),
  write: writeVotesClosed,
  read: readVotesClosed,
});

export interface VoteRevealed {
  readonly taskHash: Uint8Array;
  readonly calculation: number;
  readonly attempt: number;
  readonly executor: string;
  readonly round: number;
  readonly member: string;
  readonly verdict: Verdict;
}

function writeVoteRevealed(w: Writer, m: VoteRevealed): void {
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
  if (m.round !== 0) {
    w.tag(40);
    w.uint32(m.round);
  }
  if (m.member !== "") {
    w.tag(50);
    w.string(m.member);
  }
  if (m.verdict !== 0) {
    w.tag(56);
    w.int32(m.verdict);
  }
}

function readVoteRevealed(r: Reader): VoteRevealed {
  let f1: Uint8Array = new Uint8Array(0);
  let f2: number = 0;
  let f3: number = 0;
  let f4: string = "";
  let f5: number = 0;
  let f6: string = "";
  let f7: Verdict = 0;
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
        f5 = r.value(r.uint32());
        break;
      case 50:
        r.single(last, tag);
        f6 = r.value(r.string());
        break;
      case 56:
        r.single(last, tag);
        f7 = r.value(r.int32());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { taskHash: f1, calculation: f2, attempt: f3, executor: f4, round: f5, member: f6, verdict: f7 };
}

export const VoteRevealed: Codec<VoteRevealed> = codec<VoteRevealed>({
  typeUrl: "/aegis.tasks.v1.VoteRevealed",
  fields: [
    { name: "taskHash", jsonName: "task_hash", number: 1, kind: "bytes", repeated: false, optional: false },
    { name: "calculation", jsonName: "calculation", number: 2, kind: "uint32", repeated: false, optional: false },
    { name: "attempt", jsonName: "attempt", number: 3, kind: "uint32", repeated: false, optional: false },
    { name: "executor", jsonName: "executor", number: 4, kind: "string", repeated: false, optional: false },
    { name: "round", jsonName: "round", number: 5, kind: "uint32", repeated: false, optional: false },
    { name: "member", jsonName: "member", number: 6, kind: "string", repeated: false, optional: false },
    { name: "verdict", jsonName: "verdict", number: 7, kind: "enum", repeated: false, optional: false, values: Verdict },
  ],
  defaults: () => ({ taskHash: new Uint8Array(0), calculation: 0, attempt: 0, executor: "", round: 0, member: "", verdict: 0 }),
  write: writeVoteRevealed,
  read: readVoteRevealed,
});

/** A round ended without more than two thirds; the next committee is drawn at this height. */
export interface DisputeContinued {
  readonly taskHash: Uint8Array;
  readonly calculation: number;
  readonly attempt: number;
  readonly executor: string;
  readonly round: number;
  readonly drawHeight: bigint;
}

function writeDisputeContinued(w: Writer, m: DisputeContinued): void {
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
  if (m.round !== 0) {
    w.tag(40);
    w.uint32(m.round);
  }
  if (m.drawHeight !== 0n) {
    w.tag(48);
    w.uint64(m.drawHeight);
  }
}

function readDisputeContinued(r: Reader): DisputeContinued {
  let f1: Uint8Array = new Uint8Array(0);
  let f2: number = 0;
  let f3: number = 0;
  let f4: string = "";
  let f5: number = 0;
  let f6: bigint = 0n;
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
        f5 = r.value(r.uint32());
        break;
      case 48:
        r.single(last, tag);
        f6 = r.value(r.uint64());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { taskHash: f1, calculation: f2, attempt: f3, executor: f4, round: f5, drawHeight: f6 };
}

export const DisputeContinued: Codec<DisputeContinued> = codec<DisputeContinued>({
  typeUrl: "/aegis.tasks.v1.DisputeContinued",
  fields: [
    { name: "taskHash", jsonName: "task_hash", number: 1, kind: "bytes", repeated: false, optional: false },
    { name: "calculation", jsonName: "calculation", number: 2, kind: "uint32", repeated: false, optional: false },
    { name: "attempt", jsonName: "attempt", number: 3, kind: "uint32", repeated: false, optional: false },
    { name: "executor", jsonName: "executor", number: 4, kind: "string", repeated: false, optional: false },
    { name: "round", jsonName: "round", number: 5, kind: "uint32", repeated: false, optional: false },
    { name: "drawHeight", jsonName: "draw_height", number: 6, kind: "uint64", repeated: false, optional: false },
  ],
  defaults: () => ({ taskHash: new Uint8Array(0), calculation: 0, attempt: 0, executor: "", round: 0, drawHeight: 0n }),
  write: writeDisputeContinued,
  read: readDisputeContinued,
});

export interface DisputeClosed {
  readonly taskHash: Uint8Array;
  readonly calculation: number;
  readonly attempt: number;
  readonly executor: string;
  readonly outcome: DisputeOutcome;
  readonly seatsValid: number;
  readonly seatsInvalid: number;
  readonly seats: number;
}

function writeDisputeClosed(w: Writer, m: DisputeClosed): void {
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
  if (m.outcome !== 0) {
    w.tag(40);
    w.int32(m.outcome);
  }
  if (m.seatsValid !== 0) {
    w.tag(48);
    w.uint32(m.seatsValid);
  }
  if (m.seatsInvalid !== 0) {
    w.tag(56);
    w.uint32(m.seatsInvalid);
  }
  if (m.seats !== 0) {
    w.tag(64);
    w.uint32(m.seats);
  }
}

function readDisputeClosed(r: Reader): DisputeClosed {
  let f1: Uint8Array = new Uint8Array(0);
  let f2: number = 0;
  let f3: number = 0;
  let f4: string = "";
  let f5: DisputeOutcome = 0;
  let f6: number = 0;
  let f7: number = 0;
  let f8: number = 0;
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
        f6 = r.value(r.uint32());
        break;
      case 56:
        r.single(last, tag);
        f7 = r.value(r.uint32());
        break;
      case 64:
        r.single(last, tag);
        f8 = r.value(r.uint32());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { taskHash: f1, calculation: f2, attempt: f3, executor: f4, outcome: f5, seatsValid: f6, seatsInvalid: f7, seats: f8 };
}

export const DisputeClosed: Codec<DisputeClosed> = codec<DisputeClosed>({
  typeUrl: "/aegis.tasks.v1.DisputeClosed",
  fields: [
    { name: "taskHash", jsonName: "task_hash", number: 1, kind: "bytes", repeated: false, optional: false },
    { name: "calculation", jsonName: "calculation", number: 2, kind: "uint32", repeated: false, optional: false },
    { name: "attempt", jsonName: "attempt", number: 3, kind: "uint32", repeated: false, optional: false },
    { name: "executor", jsonName: "executor", number: 4, kind: "string", repeated: false, optional: false },
    { name: "outcome", jsonName: "outcome", number: 5, kind: "enum", repeated: false, optional: false, values: DisputeOutcome },
    { name: "seatsValid", jsonName: "seats_valid", number: 6, kind: "uint32", repeated: false, optional: false },
    { name: "seatsInvalid", jsonName: "seats_invalid", number: 7, kind: "uint32", repeated: false, optional: false },
    { name: "seats", jsonName: "seats", number: 8, kind: "uint32", repeated: false, optional: false },
  ],
  defaults: () => ({ taskHash: new Uint8Array(0), calculation: 0, attempt: 0, executor: "", outcome: 0, seatsValid: 0, seatsInvalid: 0, seats: 0 }),
  write: writeDisputeClosed,
  read: readDisputeClosed,
});

/** A qualification began: the task is the node's alone. */
export interface QualificationStarted {
  readonly taskHash: Uint8Array;
  readonly model: string;
  readonly node: string;
}

function writeQualificationStarted(w: Writer, m: QualificationStarted): void {
  if (m.taskHash.length > 0) {
    w.tag(10);
    w.bytes(m.taskHash);
  }
  if (m.model !== "") {
    w.tag(18);
    w.string(m.model);
  }
  if (m.node !== "") {
    w.tag(26);
    w.string(m.node);
  }
}

function readQualificationStarted(r: Reader): QualificationStarted {
  let f1: Uint8Array = new Uint8Array(0);
  let f2: string = "";
  let f3: string = "";
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10:
        r.single(last, tag);
        f1 = r.value(r.bytes());
        break;
      case 18:
        r.single(last, tag);
        f2 = r.value(r.string());
        break;
      case 26:
        r.single(last, tag);
        f3 = r.value(r.string());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { taskHash: f1, model: f2, node: f3 };
}

export const QualificationStarted: Codec<QualificationStarted> = codec<QualificationStarted>({
  typeUrl: "/aegis.tasks.v1.QualificationStarted",
  fields: [
    { name: "taskHash", jsonName: "task_hash", number: 1, kind: "bytes", repeated: false, optional: false },
    { name: "model", jsonName: "model", number: 2, kind: "string", repeated: false, optional: false },
    { name: "node", jsonName: "node", number: 3, kind: "string", repeated: false, optional: false },
  ],
  defaults: () => ({ taskHash: new Uint8Array(0), model: "", node: "" }),
  write: writeQualificationStarted,
  read: readQualificationStarted,
});

/** The node is ACTIVE for the model. */
export interface NodeQualified {
  readonly model: string;
  readonly node: string;
  readonly workScore: bigint;
}

function writeNodeQualified(w: Writer, m: NodeQualified): void {
  if (m.model !== "") {
    w.tag(10);
    w.string(m.model);
  }
  if (m.node !== "") {
    w.tag(18);
    w.string(m.node);
  }
  if (m.workScore !== 0n) {
    w.tag(24);
    w.uint64(m.workScore);
  }
}

function readNodeQualified(r: Reader): NodeQualified {
  let f1: string = "";
  let f2: string = "";
  let f3: bigint = 0n;
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
      case 24:
        r.single(last, tag);
        f3 = r.value(r.uint64());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { model: f1, node: f2, workScore: f3 };
}

export const NodeQualified: Codec<NodeQualified> = codec<NodeQualified>({
  typeUrl: "/aegis.tasks.v1.NodeQualified",
  fields: [
    { name: "model", jsonName: "model", number: 1, kind: "string", repeated: false, optional: false },
    { name: "node", jsonName: "node", number: 2, kind: "string", repeated: false, optional: false },
    { name: "workScore", jsonName: "work_score", number: 3, kind: "uint64", repeated: false, optional: false },
  ],
  defaults: () => ({ model: "", node: "", workScore: 0n }),
  write: writeNodeQualified,
  read: readNodeQualified,
});

/** The node is PENDING or SUSPENDED for the model; still ACTIVE when others did not verify it. */
export interface NodeNotQualified {
  readonly model: string;
  readonly node: string;
  readonly state: NodeModelState;
  readonly reason: PendingReason;
}

function writeNodeNotQualified(w: Writer, m: NodeNotQualified): void {
  if (m.model !== "") {
    w.tag(10);
    w.string(m.model);
  }
  if (m.node !== "") {
    w.tag(18);
    w.string(m.node);
  }
  if (m.state !== 0) {
    w.tag(24);
    w.int32(m.state);
  }
  if (m.reason !== 0) {
    w.tag(32);
    w.int32(m.reason);
  }
}

function readNodeNotQualified(r: Reader): NodeNotQualified {
  let f1: string = "";
  let f2: string = "";
  let f3: NodeModelState = 0;
  let f4: PendingReason = 0;
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
      case 24:
        r.single(last, tag);
        f3 = r.value(r.int32());
        break;
      case 32:
        r.single(last, tag);
        f4 = r.value(r.int32());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { model: f1, node: f2, state: f3, reason: f4 };
}

export const NodeNotQualified: Codec<NodeNotQualified> = codec<NodeNotQualified>({
  typeUrl: "/aegis.tasks.v1.NodeNotQualified",
  fields: [
    { name: "model", jsonName: "model", number: 1, kind: "string", repeated: false, optional: false },
    { name: "node", jsonName: "node", number: 2, kind: "string", repeated: false, optional: false },
    { name: "state", jsonName: "state", number: 3, kind: "enum", repeated: false, optional: false, values: NodeModelState },
    { name: "reason", jsonName: "reason", number: 4, kind: "enum", repeated: false, optional: false, values: PendingReason },
  ],
  defaults: () => ({ model: "", node: "", state: 0, reason: 0 }),
  write: writeNodeNotQualified,
  read: readNodeNotQualified,
});

/** A node showed another stream than the result that it revealed, and lost stake. */
export interface StreamFraudProven {
  readonly taskHash: Uint8Array;
  readonly calculation: number;
  readonly attempt: number;
  readonly executor: string;
  readonly submitter: string;
}

function writeStreamFraudProven(w: Writer, m: StreamFraudProven): void {
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
  if (m.submitter !== "") {
    w.tag(42);
    w.string(m.submitter);
  }
}

function readStreamFraudProven(r: Reader): StreamFraudProven {
  let f1: Uint8Array = new Uint8Array(0);
  let f2: number = 0;
  let f3: number = 0;
  let f4: string = "";
  let f5: string = "";
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
      case 42:
        r.single(last, tag);
        f5 = r.value(r.string());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { taskHash: f1, calculation: f2, attempt: f3, executor: f4, submitter: f5 };
}

export const StreamFraudProven: Codec<StreamFraudProven> = codec<StreamFraudProven>({
  typeUrl: "/aegis.tasks.v1.StreamFraudProven",
  fields: [
    { name: "taskHash", jsonName: "task_hash", number: 1, kind: "bytes", repeated: false, optional: false },
    { name: "calculation", jsonName: "calculation", number: 2, kind: "uint32", repeated: false, optional: false },
    { name: "attempt", jsonName: "attempt", number: 3, kind: "uint32", repeated: false, optional: false },
    { name: "executor", jsonName: "executor", number: 4, kind: "string", repeated: false, optional: false },
    { name: "submitter", jsonName: "submitter", number: 5, kind: "string", repeated: false, optional: false },
  ],
  defaults: () => ({ taskHash: new Uint8Array(0), calculation: 0, attempt: 0, executor: "", submitter: "" }),
  write: writeStreamFraudProven,
  read: readStreamFraudProven,
});
