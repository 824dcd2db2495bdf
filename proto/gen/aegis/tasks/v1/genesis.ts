// Generated from proto/aegis/tasks/v1/genesis.proto by "npm run proto". Do not edit.
import { codec, type Codec } from "../../../../wire/codec.ts";
import type { Reader } from "../../../../wire/reader.ts";
import type { Writer } from "../../../../wire/writer.ts";
import { Dispute, Vote } from "./dispute.ts";
import { Model, ModelRevision } from "./model.ts";
import { Node } from "./node.ts";
import { Params } from "./params.ts";
import { Calculation, Result, RevealedFingerprint, RevealedResult, Round, Task, TaskStatus, Verification } from "./tasks.ts";

/** A task with all of its parts. */
export interface TaskRecord {
  readonly task: Task | undefined;
  readonly status: TaskStatus | undefined;
  readonly rounds: readonly Round[];
  readonly calculations: readonly Calculation[];
  readonly results: readonly Result[];
  readonly revealed: readonly RevealedResult[];
  readonly fingerprints: readonly RevealedFingerprint[];
  readonly verifications: readonly Verification[];
  readonly disputes: readonly Dispute[];
  readonly votes: readonly Vote[];
}

function writeTaskRecord(w: Writer, m: TaskRecord): void {
  if (m.task !== undefined) {
    w.tag(10);
    { const s = w.open(); Task.write(w, m.task); w.close(s); }
  }
  if (m.status !== undefined) {
    w.tag(18);
    { const s = w.open(); TaskStatus.write(w, m.status); w.close(s); }
  }
  for (const v of m.rounds) {
    w.tag(26);
    { const s = w.open(); Round.write(w, v); w.close(s); }
  }
  for (const v of m.calculations) {
    w.tag(34);
    { const s = w.open(); Calculation.write(w, v); w.close(s); }
  }
  for (const v of m.results) {
    w.tag(42);
    { const s = w.open(); Result.write(w, v); w.close(s); }
  }
  for (const v of m.revealed) {
    w.tag(50);
    { const s = w.open(); RevealedResult.write(w, v); w.close(s); }
  }
  for (const v of m.fingerprints) {
    w.tag(58);
    { const s = w.open(); RevealedFingerprint.write(w, v); w.close(s); }
  }
  for (const v of m.verifications) {
    w.tag(66);
    { const s = w.open(); Verification.write(w, v); w.close(s); }
  }
  for (const v of m.disputes) {
    w.tag(74);
    { const s = w.open(); Dispute.write(w, v); w.close(s); }
  }
  for (const v of m.votes) {
    w.tag(82);
    { const s = w.open(); Vote.write(w, v); w.close(s); }
  }
}

function readTaskRecord(r: Reader): TaskRecord {
  let f1: Task | undefined = undefined;
  let f2: TaskStatus | undefined = undefined;
  const f3: Round[] = [];
  const f4: Calculation[] = [];
  const f5: Result[] = [];
  const f6: RevealedResult[] = [];
  const f7: RevealedFingerprint[] = [];
  const f8: Verification[] = [];
  const f9: Dispute[] = [];
  const f10: Vote[] = [];
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10: {
        r.single(last, tag);
        const outer = r.enter();
        f1 = Task.read(r);
        r.leave(outer);
        break;
      }
      case 18: {
        r.single(last, tag);
        const outer = r.enter();
        f2 = TaskStatus.read(r);
        r.leave(outer);
        break;
      }
      case 26: {
        const outer = r.enter();
        f3.push(Round.read(r));
        r.leave(outer);
        break;
      }
      case 34: {
        const outer = r.enter();
        f4.push(Calculation.read(r));
        r.leave(outer);
        break;
      }
      case 42: {
        const outer = r.enter();
        f5.push(Result.read(r));
        r.leave(outer);
        break;
      }
      case 50: {
        const outer = r.enter();
        f6.push(RevealedResult.read(r));
        r.leave(outer);
        break;
      }
      case 58: {
        const outer = r.enter();
        f7.push(RevealedFingerprint.read(r));
        r.leave(outer);
        break;
      }
      case 66: {
        const outer = r.enter();
        f8.push(Verification.read(r));
        r.leave(outer);
        break;
      }
      case 74: {
        const outer = r.enter();
        f9.push(Dispute.read(r));
        r.leave(outer);
        break;
      }
      case 82: {
        const outer = r.enter();
        f10.push(Vote.read(r));
        r.leave(outer);
        break;
      }
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { task: f1, status: f2, rounds: f3, calculations: f4, results: f5, revealed: f6, fingerprints: f7, verifications: f8, disputes: f9, votes: f10 };
}

export const TaskRecord: Codec<TaskRecord> = codec<TaskRecord>({
  typeUrl: "/aegis.tasks.v1.TaskRecord",
  fields: [
    { name: "task", jsonName: "task", number: 1, kind: "message", repeated: false, optional: true, message: () => Task as Codec<never> },
    { name: "status", jsonName: "status", number: 2, kind: "message", repeated: false, optional: true, message: () => TaskStatus as Codec<never> },
    { name: "rounds", jsonName: "rounds", number: 3, kind: "message", repeated: true, optional: false, message: () => Round as Codec<never> },
    { name: "calculations", jsonName: "calculations", number: 4, kind: "message", repeated: true, optional: false, message: () => Calculation as Codec<never> },
    { name: "results", jsonName: "results", number: 5, kind: "message", repeated: true, optional: false, message: () => Result as Codec<never> },
    { name: "revealed", jsonName: "revealed", number: 6, kind: "message", repeated: true, optional: false, message: () => RevealedResult as Codec<never> },
    { name: "fingerprints", jsonName: "fingerprints", number: 7, kind: "message", repeated: true, optional: false, message: () => RevealedFingerprint as Codec<never> },
    { name: "verifications", jsonName: "verifications", number: 8, kind: "message", repeated: true, optional: false, message: () => Verification as Codec<never> },
    { name: "disputes", jsonName: "disputes", number: 9, kind: "message", repeated: true, optional: false, message: () => Dispute as Codec<never> },
    { name: "votes", jsonName: "votes", number: 10, kind: "message", repeated: true, optional: false, message: () => Vote as Codec<never> },
  ],
  defaults: () => ({ task: undefined, status: undefined, rounds: [], calculations: [], results: [], revealed: [], fingerprints: [], verifications: [], disputes: [], votes: [] }),
  write: writeTaskRecord,
  read: readTaskRecord,
});

/** Queues and indexes are not here: they follow from the records. A chain that continues from an export must begin at the height after the exported one. */
export interface GenesisState {
  readonly params: Params | undefined;
  readonly models: readonly Model[];
  readonly revisions: readonly ModelRevision[];
  readonly nodes: readonly Node[];
  readonly tasks: readonly TaskRecord[];
}

function writeGenesisState(w: Writer, m: GenesisState): void {
  if (m.params !== undefined) {
    w.tag(10);
    { const s = w.open(); Params.write(w, m.params); w.close(s); }
  }
  for (const v of m.models) {
    w.tag(18);
    { const s = w.open(); Model.write(w, v); w.close(s); }
  }
  for (const v of m.revisions) {
    w.tag(26);
    { const s = w.open(); ModelRevision.write(w, v); w.close(s); }
  }
  for (const v of m.nodes) {
    w.tag(34);
    { const s = w.open(); Node.write(w, v); w.close(s); }
  }
  for (const v of m.tasks) {
    w.tag(42);
    { const s = w.open(); TaskRecord.write(w, v); w.close(s); }
  }
}

function readGenesisState(r: Reader): GenesisState {
  let f1: Params | undefined = undefined;
  const f2: Model[] = [];
  const f3: ModelRevision[] = [];
  const f4: Node[] = [];
  const f5: TaskRecord[] = [];
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
      case 18: {
        const outer = r.enter();
        f2.push(Model.read(r));
        r.leave(outer);
        break;
      }
      case 26: {
        const outer = r.enter();
        f3.push(ModelRevision.read(r));
        r.leave(outer);
        break;
      }
      case 34: {
        const outer = r.enter();
        f4.push(Node.read(r));
        r.leave(outer);
        break;
      }
      case 42: {
        const outer = r.enter();
        f5.push(TaskRecord.read(r));
        r.leave(outer);
        break;
      }
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { params: f1, models: f2, revisions: f3, nodes: f4, tasks: f5 };
}

export const GenesisState: Codec<GenesisState> = codec<GenesisState>({
  typeUrl: "/aegis.tasks.v1.GenesisState",
  fields: [
    { name: "params", jsonName: "params", number: 1, kind: "message", repeated: false, optional: true, message: () => Params as Codec<never> },
    { name: "models", jsonName: "models", number: 2, kind: "message", repeated: true, optional: false, message: () => Model as Codec<never> },
    { name: "revisions", jsonName: "revisions", number: 3, kind: "message", repeated: true, optional: false, message: () => ModelRevision as Codec<never> },
    { name: "nodes", jsonName: "nodes", number: 4, kind: "message", repeated: true, optional: false, message: () => Node as Codec<never> },
    { name: "tasks", jsonName: "tasks", number: 5, kind: "message", repeated: true, optional: false, message: () => TaskRecord as Codec<never> },
  ],
  defaults: () => ({ params: undefined, models: [], revisions: [], nodes: [], tasks: [] }),
  write: writeGenesisState,
  read: readGenesisState,
});
