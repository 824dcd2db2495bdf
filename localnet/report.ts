/** Tells how a task ended: to people on standard error, to programs as one JSON object. */
import { BASE_DENOM } from "../app/lib/coin.ts";
import { hex } from "../app/lib/bytes.ts";
import { FinishReason, PaymentRole } from "../proto/gen/aegis/tasks/v1/tasks.ts";
import type { FollowedTask } from "./task.ts";

/** What `--json` prints. Amounts are decimal strings in uasi. */
export interface TaskReport {
  readonly task_id: string;
  readonly chain_id: string;
  readonly state: string;
  readonly prompt: string;
  readonly answer: string | null;
  readonly finish_reason: string | null;
  readonly model: { readonly id: string; readonly revision: number; readonly sha256: string };
  readonly prompt_tokens: number;
  readonly output_tokens: number;
  readonly transitions: readonly { readonly state: string; readonly height: number }[];
  readonly denom: string;
  readonly escrowed: string;
  readonly charged: string;
  readonly burned: string;
  readonly submission_fee: string;
  readonly refunded: string;
  readonly payments: readonly {
    readonly address: string;
    readonly role: string;
    readonly rank: number;
    readonly amount: string;
  }[];
  /** All coins there are, and the sum of all balances: always the same. */
  readonly supply: string;
  readonly balances_total: string;
}

/** Everything about a task that has ended. */
export function taskReport(
  task: FollowedTask,
  prompt: string,
  money: { readonly supply: bigint; readonly balances: bigint },
): TaskReport {
  const { record, answers } = task.answer;
  const identity = record?.task?.identity;
  const content = answers[0]?.content;
  const settlement = record?.status?.settlement;
  return {
    task_id: hex(task.hash),
    chain_id: identity?.chainId ?? "",
    state: task.transitions.at(-1)?.state ?? "",
    prompt,
    answer: content?.text ?? null,
    finish_reason: content === undefined ? null : finishName(content.finishReason),
    model: {
      id: identity?.model ?? "",
      revision: identity?.revision ?? 0,
      sha256: hex(identity?.modelSha256 ?? new Uint8Array(0)),
    },
    prompt_tokens: content?.promptTokenCount ?? 0,
    output_tokens: content?.tokenIds.length ?? 0,
    transitions: task.transitions,
    denom: BASE_DENOM,
    escrowed: `${record?.task?.maxFee ?? 0n}`,
    charged: `${settlement?.charged ?? 0n}`,
    burned: `${settlement?.burned ?? 0n}`,
    submission_fee: `${record?.task?.submissionFee ?? 0n}`,
    refunded: `${settlement?.refunded ?? 0n}`,
    payments: (settlement?.payments ?? []).map(({ address, role, rank, amount }) => ({
      address,
      role: role === PaymentRole.PAYMENT_ROLE_EXECUTOR ? "executor" : "verifier",
      rank,
      amount: `${amount}`,
    })),
    supply: `${money.supply}`,
    balances_total: `${money.balances}`,
  };
}

/** The report as lines for people. `nameOf` gives the name of an address, if it has one. */
export function reportLines(report: TaskReport, nameOf: (address: string) => string): string[] {
  const { model } = report;
  return [
    "",
    `Question: ${indented(report.prompt)}`,
    `Answer:   ${indented(report.answer ?? "(none)")}`,
    "",
    `model ${model.id} revision ${model.revision}, SHA-256 ${model.sha256.slice(0, 16)}…`,
    `${report.prompt_tokens} prompt tokens, ${report.output_tokens} output tokens ` +
      `(${report.finish_reason ?? "no result"}); task ${report.task_id.slice(0, 16)}…`,
    "",
    "Who was paid:",
    ...report.payments.map(
      ({ address, role, rank, amount }) =>
        `  ${asi(amount).padStart(12)}  ${role} ${rank}  ${address}${nameOf(address)}`,
    ),
    `  ${asi(report.burned).padStart(12)}  burned of the fee, and ` +
      `${asi(report.submission_fee)} for the submission`,
    `  ${asi(report.refunded).padStart(12)}  refunded to the user, of ` +
      `${asi(report.escrowed)} in escrow`,
    `Supply ${asi(report.supply)}; all balances together ${asi(report.balances_total)}.`,
    "",
  ];
}

/** An amount of uasi in ASI, exactly. */
export function asi(amount: string): string {
  const digits = amount.padStart(7, "0");
  return `${digits.slice(0, -6)}.${digits.slice(-6)} ASI`;
}

/** Further lines of a text stand below its first. */
function indented(text: string): string {
  return text.replaceAll("\n", `\n${" ".repeat(10)}`);
}

function finishName(reason: number): string {
  if (reason === FinishReason.FINISH_REASON_STOP) return "stop";
  return reason === FinishReason.FINISH_REASON_STOP_STRING ? "stop_string" : "length";
}
