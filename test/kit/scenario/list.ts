/** The scenarios: who cheats how, on which task, and what must come of it. */
import { taskRequest } from "../../../localnet/task.ts";
import { SlashReason } from "../../../proto/gen/aegis/slashing/v1/slashing.ts";
import type { TaskRequest } from "../../../proto/gen/aegis/tasks/v1/tasks.ts";

/** The slot that is always first in line to answer, by its work score. */
export const EXECUTOR = 7;
/** The slot that is always drawn to verify, by its stake. */
export const VERIFIER = 6;
/** The slot that is hardly ever drawn to verify, or in the committees' network is likely to sit. */
export const MEMBER = 5;

/** Stake in ASI by slot: see the slots above. */
export const STAKES: readonly number[] = [2_000, 2_000, 2_000, 2_000, 2_000, 200, 100_000, 100_000];
/**
 * Where `MEMBER` is likely to sit in a committee. With more it would have a third of the seats,
 * and alone could prevent a verdict.
 */
export const COMMITTEE_STAKES: readonly number[] = [
  2_000, 2_000, 2_000, 2_000, 2_000, 4_000, 2_000, 100_000,
];
/** Work score by slot. */
export const WORK_SCORES: readonly number[] = [1, 1, 1, 1, 1, 1, 1, 1_000_000];

/**
 * One result per calculation, of whoever is first in line, and short windows; every soft final
 * result is audited.
 */
export const RULES: Readonly<Record<string, number>> = {
  reward_ranks: 1,
  privilege_width: 1,
  privilege_delay_blocks: 8,
  reveal_window_ms: 10_000,
  verification_base_ms: 20_000,
  challenge_window_ms: 10_000,
  dispute_base_ms: 30_000,
  audit_rate: 1_000_000,
};

/** Who plays what in one task. */
export interface Scenario {
  /** Names its row: the cheat that it is about. */
  readonly cheat: string;
  /** Cheats by slot; all others are honest. */
  readonly cast: Readonly<Record<number, string>>;
  readonly request: TaskRequest;
  /** Rules that differ from `RULES`. */
  readonly rules?: Readonly<Record<string, number>>;
  /**
   * What the cheaters may be slashed for; each must be slashed for one of these, or lose its bond
   * when there are none.
   */
  readonly reasons: readonly SlashReason[];
}

const PROMPT = "Name three colours and say why you like each.";
const TOKENS = 24;
const WARM = 800;
const COOL = 300;

/** A question with a short answer that ends by itself. */
const SHORT_ANSWER = ask("What is the capital of France?", COOL);

/** A task of few tokens: eight engines share the cores of one machine. */
export function ask(prompt: string, temperatureMilli: number = WARM): TaskRequest {
  const sampling = { temperatureMilli, topK: 0, topPMilli: 0 };
  return { ...taskRequest(prompt), sampling, maxOutputTokens: TOKENS };
}

const WRONG_RESULT = [
  SlashReason.SLASH_REASON_WRONG_RESULT,
  SlashReason.SLASH_REASON_MARGINAL_RESULT,
];

function executor(
  cheat: string,
  reasons: readonly SlashReason[] = WRONG_RESULT,
  request: TaskRequest = ask(PROMPT),
): Scenario {
  return { cheat, cast: { [EXECUTOR]: cheat }, request, reasons };
}

function verifier(cheat: string, reason: SlashReason): Scenario {
  return { cheat, cast: { [VERIFIER]: cheat }, request: ask(PROMPT), reasons: [reason] };
}

/** A member of the committee that judges a wrong answer. */
function member(cheat: string, reason: SlashReason): Scenario {
  const cast = { [EXECUTOR]: "greedy", [MEMBER]: cheat };
  return { cheat, cast, request: ask(PROMPT), reasons: [...WRONG_RESULT, reason] };
}

/** With six verifiers and the executor there is one node left to audit: that in slot `MEMBER`. */
function auditor(cheat: string, reason: SlashReason): Scenario {
  const rules = { soft_finality_verifications: 3 };
  return { cheat, cast: { [MEMBER]: cheat }, request: ask(PROMPT), rules, reasons: [reason] };
}

const WRONG_VERIFICATION = SlashReason.SLASH_REASON_WRONG_VERIFICATION;
const VERIFICATION_MISSED = SlashReason.SLASH_REASON_VERIFICATION_MISSED;
const VERIFICATION_HIDDEN = SlashReason.SLASH_REASON_VERIFICATION_NOT_REVEALED;

/** One scenario for each cheat. */
export const SCENARIOS: readonly Scenario[] = [
  ...["q4_0", "layer", "model", "noise", "prefilled"].map((cheat) => executor(cheat)),
  ...["prompt", "question", "temperature", "greedy", "seed"].map((cheat) => executor(cheat)),
  ...["edit1", "edit2", "edit3", "edit4", "edit5"].map((cheat) => executor(cheat)),
  ...["cut", "text", "fingerprint"].map((cheat) => executor(cheat)),
  executor("padded", WRONG_RESULT, SHORT_ANSWER),
  executor("silent-result", [SlashReason.SLASH_REASON_RESULT_NOT_REVEALED]),
  executor("silent-fingerprint", [SlashReason.SLASH_REASON_FINGERPRINT_NOT_REVEALED]),
  executor("copied-commit", [SlashReason.SLASH_REASON_RESULT_NOT_REVEALED]),
  ...["lazy-zeros", "lazy-constant", "lazy-cheap", "lazy-other"].map((cheat) =>
    verifier(cheat, WRONG_VERIFICATION),
  ),
  verifier("silent-verifier", VERIFICATION_MISSED),
  verifier("silent-verification", VERIFICATION_HIDDEN),
  { cheat: "challenger", cast: { [MEMBER]: "challenger" }, request: ask(PROMPT), reasons: [] },
  auditor("silent-auditor", VERIFICATION_MISSED),
  auditor("silent-audit", VERIFICATION_HIDDEN),
];

/** Those about members of committees, on a network with stakes of its own. */
export const COMMITTEE_SCENARIOS: readonly Scenario[] = [
  member("echo", SlashReason.SLASH_REASON_WRONG_VOTE),
  member("silent-member", SlashReason.SLASH_REASON_VOTE_MISSED),
  member("silent-vote", SlashReason.SLASH_REASON_VOTE_NOT_REVEALED),
];

/** Cheats that one prefill of a short answer finds only sometimes. */
export const SUBTLE: readonly Scenario[] = SCENARIOS.filter(({ cheat }) =>
  ["noise", "temperature", "prompt"].includes(cheat),
);

/** The last of three nodes is first in line, and draws greedily. */
const THREE_EXECUTOR = 2;
export const THREE_SCORES: readonly number[] = [1, 1, 1_000_000];
export const THREE_SCENARIO: Scenario = {
  cheat: "greedy",
  cast: { [THREE_EXECUTOR]: "greedy" },
  request: ask(PROMPT),
  reasons: [],
};
