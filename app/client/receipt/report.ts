/** What a receipt proves, for people: checks that were made, and facts in groups of rows. */
import type { CalculationFact, ResultFact, TaskFacts, VerificationFact } from "./facts.ts";
import type { ReceiptFacts } from "./verify.ts";

/** A title, rows of name and value, and groups inside. */
export interface FactGroup {
  readonly title: string;
  readonly rows: readonly (readonly [name: string, value: string])[];
  readonly groups: readonly FactGroup[];
}

const TRUSTED_BY = {
  validators: "its validator set is the trusted one",
  header: "its hash is the trusted one",
  checkpoint: "its checkpoint's validator set is the trusted one",
} as const;

/** One sentence for each thing that was checked and held. */
export function receiptChecks(facts: ReceiptFacts): string[] {
  const { header, signed, trusted, checkpoint } = facts;
  const power = `${signed.power} of ${signed.total}`;
  const root =
    trusted.steps === 0
      ? TRUSTED_BY[trusted.by]
      : `it follows in ${trusted.steps} steps from header ${trusted.height}, and there ${
          TRUSTED_BY[trusted.by]
        }`;
  return [
    "the file has its one canonical form",
    `${facts.records} records stand in the state, and no other record of the task does`,
    `app hash ${header.appHash} commits to that state, after block ${facts.stateHeight}`,
    `header ${header.height} of ${header.chainId} has this app hash, and hash ${header.hash}`,
    `${signed.count} of ${signed.of} validators signed it, power ${power}`,
    `the header is trusted: ${root}`,
    ...(checkpoint === undefined
      ? []
      : [
          `the whole validator set of epoch ${checkpoint.epoch} made it final: power ` +
            `${checkpoint.signedPower} of ${checkpoint.totalPower}`,
        ]),
  ];
}

/** Everything that is proven. */
export function receiptGroups({ header, stateHeight, checkpoint, task }: ReceiptFacts): FactGroup {
  const set =
    checkpoint === undefined
      ? []
      : ([["validator set's commitment", checkpoint.commitment]] as const);
  return {
    title: "What it proves",
    rows: [
      ["chain", header.chainId],
      ["state after block", `${stateHeight}`],
      ["header time", header.time],
      ["validators' hash", header.validatorsHash],
      ...set,
      ...taskRows(task),
    ],
    groups: task.calculations.map(calculationGroup),
  };
}

function taskRows(task: TaskFacts): (readonly [string, string])[] {
  const { prompt, messages } = task;
  return [
    ["task", task.taskHash],
    ["state of the task", task.state],
    ["model", `${task.model}, revision ${task.revision}`],
    ["SHA-256 of the model", task.modelSha256],
    ["sender", task.sender],
    ["included in block", `${task.includedHeight}`],
    ["temperature", `${task.temperatureMilli / 1000}`],
    ["most output tokens", `${task.maxOutputTokens}`],
    ...(prompt === "" ? [] : ([["prompt", prompt]] as const)),
    ...messages.map(({ role, content }) => [`prompt, ${role}`, content] as const),
  ];
}

function calculationGroup({ index, state, seed, results }: CalculationFact): FactGroup {
  return {
    title: `Calculation ${index}`,
    rows: [
      ["state", state],
      ["seed", seed],
    ],
    groups: results.map(resultGroup),
  };
}

function resultGroup(result: ResultFact): FactGroup {
  const { text, fault, unservable, finish, kernelClass } = result;
  const optional = { answer: text, "cannot be answered": unservable, fault, finish };
  const known = Object.entries({ ...optional, "kernel class": kernelClass });
  return {
    title: `Result of ${result.executor}`,
    rows: [
      ["state", result.state],
      ...known.flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const])),
      ["output tokens", `${result.outputTokens}`],
      ["operator", result.operator],
      ...result.verifications.map((one) => [`verifier ${one.verifier}`, said(one)] as const),
    ],
    groups: [],
  };
}

function said({ kind, state, verdict, agrees }: VerificationFact): string {
  const kinds = kind.toLowerCase();
  if (verdict === undefined) return `${kinds}: ${state.toLowerCase().replace("_", " ")}`;
  return `${kinds}: ${verdict}, fingerprint ${agrees ? "agrees" : "does not agree"}`;
}
