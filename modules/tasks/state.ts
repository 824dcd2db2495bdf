/**
 * Every collection of tasks. Records (1-3, 8, 9, 13-18) hold the facts; all other collections are
 * queues and indexes that follow from them (`indexes.ts`), which genesis rebuilds.
 */
import { Dispute, Vote } from "../../proto/gen/aegis/tasks/v1/dispute.ts";
import { Model, ModelRevision } from "../../proto/gen/aegis/tasks/v1/model.ts";
import { Node } from "../../proto/gen/aegis/tasks/v1/node.ts";
import { Params } from "../../proto/gen/aegis/tasks/v1/params.ts";
import {
  Calculation,
  Result,
  RevealedFingerprint,
  RevealedResult,
  Round,
  Task,
  TaskStatus,
  Verification,
} from "../../proto/gen/aegis/tasks/v1/tasks.ts";
import {
  addressKey,
  bytesValue,
  fixedKey,
  hashKey,
  integerValue,
  type KeyCodec,
  pairKey,
  protoValue,
  textKey,
  tripleKey,
  uint32Key,
  uint64Key,
} from "../../app/module/collections/codecs.ts";
import {
  type Item,
  type KeySet,
  type Sequence,
  type StateMap,
  StateSchema,
} from "../../app/module/collections/schema.ts";

/** Task hash and index. */
export type CalculationKey = readonly [taskHash: Uint8Array, index: number];
/** Task hash, index and attempt. */
export type AttemptKey = readonly [taskHash: Uint8Array, index: number, attempt: number];
/** An attempt and the executor's address. */
export type ResultKey = readonly [attempt: AttemptKey, executor: string];
/** A result and the verifier's address. */
export type VerificationKey = readonly [result: ResultKey, verifier: string];
/** A result, the dispute's round and the member's address. */
export type VoteKey = readonly [result: ResultKey, round: number, member: string];
/** When, and the task, calculation and (20 zero bytes: the calculation itself) executor. */
export type DeadlineKey = readonly [
  clockMs: bigint,
  what: readonly [calculation: CalculationKey, executor: Uint8Array],
];

export const calculationKey: KeyCodec<CalculationKey> = pairKey(hashKey, uint32Key);
export const attemptKey: KeyCodec<AttemptKey> = tripleKey(hashKey, uint32Key, uint32Key);
export const resultKey: KeyCodec<ResultKey> = pairKey(attemptKey, addressKey);
const deadlineKey: KeyCodec<DeadlineKey> = pairKey(
  uint64Key,
  pairKey(calculationKey, fixedKey(20)),
);

/** The module's store. */
export const schema: StateSchema = new StateSchema("tasks");

export const paramsItem: Item<Params> = schema.item(0, "params", protoValue(Params));
export const models: StateMap<string, Model> = schema.map(1, "models", textKey, protoValue(Model));
export const revisions: StateMap<readonly [string, number], ModelRevision> = schema.map(
  2,
  "revisions",
  pairKey(textKey, uint32Key),
  protoValue(ModelRevision),
);
export const nodes: StateMap<string, Node> = schema.map(3, "nodes", addressKey, protoValue(Node));
export const nodesByModel: KeySet<readonly [string, string]> = schema.set(
  4,
  "nodes by model",
  pairKey(textKey, addressKey),
);
/** Nodes whose stake waits, by the clock at which it may go. */
export const unbondings: KeySet<readonly [bigint, string]> = schema.set(
  5,
  "unbonding nodes",
  pairKey(uint64Key, addressKey),
);
/** Number of the next task. */
export const taskSequence: Sequence = schema.sequence(6, "next task sequence");
/** Tasks of an account that are not terminal; absent for none. */
export const openTasks: StateMap<string, bigint> = schema.map(
  7,
  "open tasks by sender",
  addressKey,
  integerValue,
);
export const tasks: StateMap<Uint8Array, Task> = schema.map(8, "tasks", hashKey, protoValue(Task));
export const statuses: StateMap<Uint8Array, TaskStatus> = schema.map(
  9,
  "task statuses",
  hashKey,
  protoValue(TaskStatus),
);
export const tasksBySequence: StateMap<bigint, Uint8Array> = schema.map(
  10,
  "task hashes by sequence",
  uint64Key,
  bytesValue,
);
export const tasksByState: KeySet<readonly [number, bigint]> = schema.set(
  11,
  "task sequences by state",
  pairKey(uint32Key, uint64Key),
);
export const tasksByModel: KeySet<readonly [string, number, bigint]> = schema.set(
  12,
  "task sequences by model and state",
  tripleKey(textKey, uint32Key, uint64Key),
);
export const rounds: StateMap<AttemptKey, Round> = schema.map(
  13,
  "rounds",
  attemptKey,
  protoValue(Round),
);
export const calculations: StateMap<CalculationKey, Calculation> = schema.map(
  14,
  "calculations",
  calculationKey,
  protoValue(Calculation),
);
export const results: StateMap<ResultKey, Result> = schema.map(
  15,
  "results",
  resultKey,
  protoValue(Result),
);
export const revealedResults: StateMap<ResultKey, RevealedResult> = schema.map(
  16,
  "revealed results",
  resultKey,
  protoValue(RevealedResult),
);
export const fingerprints: StateMap<ResultKey, RevealedFingerprint> = schema.map(
  17,
  "revealed fingerprints",
  resultKey,
  protoValue(RevealedFingerprint),
);
export const verifications: StateMap<VerificationKey, Verification> = schema.map(
  18,
  "verifications",
  pairKey(resultKey, addressKey),
  protoValue(Verification),
);
/** Rounds by the height whose beacon starts them. */
export const startQueue: KeySet<readonly [bigint, AttemptKey]> = schema.set(
  19,
  "starts by height",
  pairKey(uint64Key, attemptKey),
);
/** Calculations by the height whose beacon draws their verifiers. */
export const drawQueue: KeySet<readonly [bigint, CalculationKey]> = schema.set(
  20,
  "verifier draws by height",
  pairKey(uint64Key, calculationKey),
);
/** Rounds by the last height for commits. */
export const closeQueue: KeySet<readonly [bigint, AttemptKey]> = schema.set(
  21,
  "round closings by height",
  pairKey(uint64Key, attemptKey),
);
export const deadlines: KeySet<DeadlineKey> = schema.set(22, "deadlines", deadlineKey);
/** Calculations that accept commits. */
export const openCalculations: KeySet<readonly [string, CalculationKey]> = schema.set(
  23,
  "open calculations by model",
  pairKey(textKey, calculationKey),
);
/** What a node still has to reveal or commit. */
export const work: KeySet<readonly [string, ResultKey]> = schema.set(
  24,
  "work by node",
  pairKey(addressKey, resultKey),
);
export const disputes: StateMap<ResultKey, Dispute> = schema.map(
  25,
  "disputes",
  resultKey,
  protoValue(Dispute),
);
export const votes: StateMap<VoteKey, Vote> = schema.map(
  26,
  "votes",
  tripleKey(resultKey, uint32Key, addressKey),
  protoValue(Vote),
);
/** Soft final results by the height whose beacon decides whether they are audited. */
export const auditQueue: KeySet<readonly [bigint, ResultKey]> = schema.set(
  27,
  "audit draws by height",
  pairKey(uint64Key, resultKey),
);
/** Audits and challenges by the end of their window. */
export const holdDeadlines: KeySet<readonly [bigint, VerificationKey]> = schema.set(
  28,
  "audit and challenge deadlines",
  pairKey(uint64Key, pairKey(resultKey, addressKey)),
);
/** Disputes by the height whose beacon draws their committee. */
export const committeeQueue: KeySet<readonly [bigint, ResultKey]> = schema.set(
  29,
  "committee draws by height",
  pairKey(uint64Key, resultKey),
);
/** Disputes by the end of their VOTE or REVEAL window. */
export const disputeDeadlines: KeySet<readonly [bigint, ResultKey]> = schema.set(
  30,
  "dispute deadlines",
  pairKey(uint64Key, resultKey),
);
/** Votes that a member still has to commit or reveal. */
export const votesOwed: KeySet<readonly [string, ResultKey]> = schema.set(
  31,
  "votes owed by node",
  pairKey(addressKey, resultKey),
);
/** Models by the height whose beacon draws the qualifications of their nodes. */
export const qualificationQueue: KeySet<readonly [bigint, string]> = schema.set(
  32,
  "qualification draws by height",
  pairKey(uint64Key, textKey),
);
// 33 upwards are free.
