/** The records behind the pairs of a receipt, each checked to stand under its own key. */
import {
  Calculation,
  Result,
  RevealedResult,
  Task,
  TaskIdentity,
  TaskStatus,
  Verification,
} from "../../../proto/gen/aegis/tasks/v1/tasks.ts";
import type { Codec } from "../../../proto/wire/codec.ts";
import { WireError } from "../../../proto/wire/error.ts";
import { taskHash } from "../../asli/taskHash.ts";
import { addressBytes } from "../../lib/address.ts";
import { concatBytes, equalBytes, uint32BigEndian } from "../../lib/bytes.ts";
import { ReceiptError, requireReceipt } from "./fault.ts";
import { type Pair, type RangeName, rangePrefix } from "./ranges.ts";

/** Everything that the chain says of a task and that a receipt proves. */
export interface TaskRecords {
  readonly task: Task;
  readonly identity: TaskIdentity;
  readonly status: TaskStatus;
  /** By index. */
  readonly calculations: readonly Calculation[];
  /** By calculation, attempt and executor. */
  readonly results: readonly Result[];
  readonly revealed: readonly RevealedResult[];
  /** By result and verifier. */
  readonly verifications: readonly Verification[];
}

/** The parts of a record's key behind the task hash. */
type KeyOf<T> = (record: T) => readonly Uint8Array[];

interface Attempt {
  readonly calculation: number;
  readonly attempt: number;
  readonly executor: string;
}

const attemptKey: KeyOf<Attempt> = ({ calculation, attempt, executor }) => [
  uint32BigEndian(calculation),
  uint32BigEndian(attempt),
  addressBytes(executor),
];

/** Decodes the records of a range. */
function recordsOf<T extends { readonly taskHash: Uint8Array }>(
  pairs: readonly Pair[],
  [name, hash]: readonly [RangeName, Uint8Array],
  codec: Codec<T>,
  keyOf: KeyOf<T>,
): T[] {
  return pairs.map(({ key, value }) => {
    const record = decode(codec, value);
    requireReceipt(equalBytes(record.taskHash, hash), "other_task");
    const expected = concatBytes(rangePrefix(name, hash), ...keyParts(keyOf, record));
    requireReceipt(equalBytes(key, expected), "record_malformed", name);
    return record;
  });
}

function keyParts<T>(keyOf: KeyOf<T>, record: T): readonly Uint8Array[] {
  try {
    return keyOf(record);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new ReceiptError("record_malformed", error.message);
  }
}

function decode<T>(codec: Codec<T>, bytes: Uint8Array): T {
  try {
    return codec.decode(bytes);
  } catch (error) {
    if (!(error instanceof WireError)) throw error;
    throw new ReceiptError("record_malformed", error.message);
  }
}

/** The only record of a range that has one, under nothing but the task hash. */
function onlyRecord<T extends { readonly hash: Uint8Array }>(
  pairs: readonly Pair[],
  hash: Uint8Array,
  codec: Codec<T>,
): T {
  const [pair, ...more] = pairs;
  if (pair === undefined) throw new ReceiptError("record_missing");
  requireReceipt(more.length === 0 && pair.key.length === hash.length + 1, "record_malformed");
  const record = decode(codec, pair.value);
  requireReceipt(equalBytes(record.hash, hash), "other_task");
  return record;
}

/**
 * The records of task `hash`, of the pairs of each range.
 * @throws ReceiptError
 */
export function taskRecords(
  hash: Uint8Array,
  pairs: Readonly<Record<RangeName, readonly Pair[]>>,
): TaskRecords {
  const task = onlyRecord(pairs.task, hash, Task);
  const { identity } = task;
  if (identity === undefined) throw new ReceiptError("record_malformed", "no identity");
  requireReceipt(equalBytes(taskHash(TaskIdentity.encode(identity)), hash), "task_hash");
  const calculations = recordsOf(
    pairs.calculations,
    ["calculations", hash],
    Calculation,
    ({ index }) => [uint32BigEndian(index)],
  );
  const isWhole = calculations.every(({ index }, at) => index === at);
  requireReceipt(isWhole && calculations.length === identity.targetCount, "record_missing");
  return {
    task,
    identity,
    calculations,
    status: onlyRecord(pairs.status, hash, TaskStatus),
    results: recordsOf(pairs.results, ["results", hash], Result, attemptKey),
    revealed: recordsOf(pairs.revealed, ["revealed", hash], RevealedResult, attemptKey),
    verifications: recordsOf(
      pairs.verifications,
      ["verifications", hash],
      Verification,
      (record) => [...attemptKey(record), addressBytes(record.verifier)],
    ),
  };
}
