/** States that no chain has, under headers that are signed all the same: records count too. */
import { expect } from "chai";
import { encodeLightBlock } from "../../../../app/client/light/types.ts";
import { collectRecords } from "../../../../app/client/receipt/collect.ts";
import { encodeReceipt, type Receipt } from "../../../../app/client/receipt/format.ts";
import { type RangeName, rangePrefix } from "../../../../app/client/receipt/ranges.ts";
import { verifyReceipt } from "../../../../app/client/receipt/verify.ts";
import { concatBytes, equalBytes, utf8 } from "../../../../app/lib/bytes.ts";
import { openMemoryStore } from "../../../../app/store/memory.ts";
import {
  Calculation,
  Result,
  Task,
  TaskStatus,
  Verification,
} from "../../../../proto/gen/aegis/tasks/v1/tasks.ts";
import { headerWith, signedBlock } from "../../../kit/lightBlocks.ts";
import { answeredChain, TRUST, VALIDATORS } from "../../../kit/receipts.ts";

type Pair = readonly [key: Uint8Array, value: Uint8Array];
/** What becomes of a pair; undefined: it is left out. */
type Forge = (pair: Pair) => Pair | undefined;

describe("a receipt of a forged state", () => {
  const { chain, tasks } = answeredChain();
  const [task, other] = tasks;
  const { store } = chain.app().host;

  /** The receipt of the chain's tasks after `forge` has changed them. */
  async function receiptOf(forge: Forge): Promise<Receipt> {
    const forged = openMemoryStore({ storeNames: ["bank", "tasks"] });
    const pairs = [...store.latest().iterate("tasks", {})].map(forge);
    const changes = pairs.filter((pair) => pair !== undefined);
    forged.apply(new Map([["tasks", changes]]), 1n);
    forged.commit();
    const prove = async (key: Uint8Array) => forged.prove(1n, "tasks", key).ops;
    const records = await collectRecords(prove, task, 1n);
    const { appHash } = forged.latest();
    const block = signedBlock(headerWith(VALIDATORS, { height: 2n, appHash }), VALIDATORS);
    return {
      ...{ taskHash: task, ...records, path: [], checkpoint: undefined },
      block: encodeLightBlock(block),
    };
  }

  /** Changes the values of the first or all records of a range. */
  function changing(name: RangeName, change: (value: Uint8Array) => Uint8Array): Forge {
    const prefix = rangePrefix(name, task);
    return ([key, value]) => {
      const isOf = equalBytes(key.subarray(0, prefix.length), prefix);
      return [key, isOf ? change(value) : value];
    };
  }

  const forged: readonly (readonly [what: string, fault: string, forge: Forge])[] = [
    ["nothing is changed", "valid", (pair) => pair],
    ["the task does not decode", "record_malformed", changing("task", () => utf8("x"))],
    [
      "the task has no identity",
      "record_malformed",
      changing("task", (value) => Task.encode({ ...Task.decode(value), identity: undefined })),
    ],
    [
      "the prompt is another",
      "task_hash",
      changing("task", (value) => {
        const { identity, ...rest } = Task.decode(value);
        const messages = [{ role: 2, content: "What is two plus three?" }];
        return Task.encode({ ...rest, identity: identity && { ...identity, messages } });
      }),
    ],
    [
      "the status is of another task",
      "other_task",
      changing("status", (value) => {
        return TaskStatus.encode({ ...TaskStatus.decode(value), hash: other });
      }),
    ],
    [
      "results name another executor than their keys",
      "record_malformed",
      changing("results", (value) => Result.encode({ ...Result.decode(value), attempt: 9 })),
    ],
    [
      "an executor is no address",
      "record_malformed",
      changing("results", (value) => Result.encode({ ...Result.decode(value), executor: "you" })),
    ],
    [
      "verifications are of another task",
      "other_task",
      changing("verifications", (value) => {
        return Verification.encode({ ...Verification.decode(value), taskHash: other });
      }),
    ],
    [
      "calculations have other numbers",
      "record_malformed",
      changing("calculations", (value) => {
        return Calculation.encode({ ...Calculation.decode(value), index: 5 });
      }),
    ],
    [
      "a calculation is missing",
      "record_missing",
      (pair) => {
        const first = concatBytes(rangePrefix("calculations", task), new Uint8Array(4));
        return equalBytes(pair[0], first) ? undefined : pair;
      },
    ],
    [
      "there is no status",
      "record_missing",
      (pair) => (equalBytes(pair[0], rangePrefix("status", task)) ? undefined : pair),
    ],
  ];

  for (const [what, fault, forge] of forged) {
    it(`is judged by its records when ${what}: ${fault}`, async () => {
      const verdict = verifyReceipt(encodeReceipt(await receiptOf(forge)), TRUST);
      expect(verdict.valid ? "valid" : verdict.fault).to.equal(fault);
    });
  }
});
