/** Parameters: defaults of the main and the local network (protocol.md 2.12), and their checks. */
import type { ToleranceLimits } from "../../proto/gen/aegis/tasks/v1/model.ts";
import type { Params } from "../../proto/gen/aegis/tasks/v1/params.ts";
import type { TaskRules } from "../../proto/gen/aegis/tasks/v1/tasks.ts";
import { NO_TOLERANCE } from "../../app/asli/tolerances.ts";
import { OUTPUT_TOKENS_LIMIT } from "../../app/asli/constants.ts";
import { NO_LIMIT } from "../../app/asli/tolerances.ts";
import { AMOUNT_MAX } from "../../app/lib/coin.ts";
import { rulesOf } from "./access.ts";
import { BATCH_MAX, MILLION, SEATS_MAX, WINDOW_CLOCK_STEPS } from "./constants.ts";
import { errors } from "./errors.ts";
import { LIMIT_NAMES } from "./revision.ts";

const SECOND = 1_000n;
const MINUTE = 60n * SECOND;
const DAY = 24n * 60n * MINUTE;

const RULES: TaskRules = {
  rewardRanks: 3,
  privilegeWidth: 4,
  privilegeDelayBlocks: 3,
  commitGraceBlocks: 2,
  computeBaseMs: MINUTE,
  revealWindowMs: MINUTE,
  verificationBaseMs: MINUTE,
  challengeWindowMs: DAY,
  disputeBaseMs: 2n * MINUTE,
  maxAttempts: 3,
  softFinalityVerifications: 2,
  minTaskFee: 1_000n,
  slashWrongResult: 500_000,
  slashWrongVerification: 200_000,
  slashNoShow: 1_000,
  slashMarginal: 50_000,
  auditRate: 50_000,
  challengeBond: 100_000_000n,
  committeeSeats: 5,
  minCommitteeOperators: 3,
  maxRounds: 6,
};

/** One nat on average and four at one position: far beyond any honest pair. */
const LARGEST_TOLERANCE: ToleranceLimits = {
  deficitSumPer1000: 1_024_000,
  deficitCountPer1000: 1_000,
  deficitMax: 4_096,
  chosenSumPer1000: 1_024_000,
  probeSumPer1000: 1_024_000,
  probeCountPer1000: 1_000,
  replay: false,
};

/** Parameters of the main network. */
export const DEFAULT_PARAMS: Params = {
  rules: RULES,
  maxPromptBytes: 32_768,
  maxMessages: 64,
  maxOutputTokens: 4_096,
  maxRelayBytes: 1_024,
  maxOpenTasks: 256,
  maxBatch: 256,
  maxDuties: 16,
  maxExits: 1_000,
  // Burned, so that filling blocks with tasks that nobody wants is not free.
  submissionFee: 100n,
  minNodeStake: 1_000_000_000n,
  exposureRatio: 2,
  unbondingTimeMs: 21n * DAY,
  modelDeposit: 100_000_000n,
  minModelOperators: 3,
  toleranceMin: NO_TOLERANCE,
  toleranceMax: LARGEST_TOLERANCE,
  qualificationWindowMs: 5n * MINUTE,
  qualificationLatencyMs: 15n * SECOND,
  qualificationTokens: 256,
  // A day of epochs of ten minutes.
  requalificationEpochs: 144,
};

/** Parameters of the local network: short windows, few nodes. */
export const LOCAL_PARAMS: Params = {
  ...DEFAULT_PARAMS,
  rules: {
    ...RULES,
    rewardRanks: 2,
    privilegeWidth: 2,
    revealWindowMs: 20n * SECOND,
    challengeWindowMs: 15n * SECOND,
    maxRounds: 3,
  },
  // Three rounds of a dispute, each with its votes and reveals, fit into it.
  unbondingTimeMs: 10n * MINUTE,
  qualificationWindowMs: 30n * SECOND,
  qualificationLatencyMs: 5n * SECOND,
  qualificationTokens: 32,
  requalificationEpochs: 720,
};

/** Longest time that any parameter may be: keeps every deadline far below 2^63. */
const TIME_MAX = 3_650n * DAY;

function check(condition: boolean, what: string): void {
  if (!condition) throw errors.invalidParams(what);
}

/** Checks that need no state. @throws ModuleError invalidParams, naming the parameter. */
export function validateParams(params: Params): void {
  const { rules, toleranceMin, toleranceMax } = params;
  if (rules === undefined) throw errors.invalidParams("rules are missing");
  if (toleranceMin === undefined || toleranceMax === undefined) {
    throw errors.invalidParams("tolerance_min and tolerance_max must be given");
  }
  validateRules(rules);
  for (const name of LIMIT_NAMES) {
    const most = toleranceMax[name];
    check(toleranceMin[name] <= most && most < NO_LIMIT, `tolerance_min/max: ${name}`);
  }
  checkRange("max_prompt_bytes", params.maxPromptBytes, 1, 262_144);
  checkRange("max_messages", params.maxMessages, 1, 1_024);
  checkRange("max_output_tokens", params.maxOutputTokens, 1, OUTPUT_TOKENS_LIMIT);
  checkRange("max_relay_bytes", params.maxRelayBytes, 0, 65_536);
  checkRange("max_open_tasks", params.maxOpenTasks, 1, 1_000_000);
  checkRange("max_batch", params.maxBatch, 1, BATCH_MAX);
  checkRange("max_duties", params.maxDuties, 1, 4_096);
  checkRange("max_exits", params.maxExits, 1, 100_000);
  checkRange("exposure_ratio", params.exposureRatio, 1, 1_000);
  checkRange("min_model_operators", params.minModelOperators, 1, 1_000);
  // A draw by weight needs stake; every amount stays below 2^63.
  check(params.minNodeStake >= 1n && params.minNodeStake <= AMOUNT_MAX, "min_node_stake");
  check(params.submissionFee <= AMOUNT_MAX / 4n, "submission_fee");
  check(params.modelDeposit <= AMOUNT_MAX, "model_deposit");
  check(params.unbondingTimeMs <= TIME_MAX, "unbonding_time_ms");
  const round = rules.disputeBaseMs + rules.revealWindowMs;
  check(
    params.unbondingTimeMs >= rules.challengeWindowMs + BigInt(rules.maxRounds) * round,
    "unbonding_time_ms must cover challenge_window_ms and max_rounds × " +
      "(dispute_base_ms + reveal_window_ms)",
  );
  checkRange("qualification_tokens", params.qualificationTokens, 1, params.maxOutputTokens);
  checkRange("requalification_epochs", params.requalificationEpochs, 1, 1_000_000);
  check(
    params.qualificationWindowMs > 0n && params.qualificationWindowMs <= TIME_MAX,
    "qualification_window_ms",
  );
  check(
    params.qualificationLatencyMs <= params.qualificationWindowMs,
    "qualification_latency_ms must be at most qualification_window_ms",
  );
}

function validateRules(rules: TaskRules): void {
  checkRange("reward_ranks", rules.rewardRanks, 1, 16);
  checkRange("privilege_width", rules.privilegeWidth, 1, 64);
  checkRange("privilege_delay_blocks", rules.privilegeDelayBlocks, 0, 1_000);
  checkRange("commit_grace_blocks", rules.commitGraceBlocks, 0, 1_000);
  checkRange("max_attempts", rules.maxAttempts, 0, 100);
  checkRange("soft_finality_verifications", rules.softFinalityVerifications, 1, 16);
  checkRange("committee_seats", rules.committeeSeats, 3, SEATS_MAX);
  checkRange("min_committee_operators", rules.minCommitteeOperators, 3, 100);
  checkRange("max_rounds", rules.maxRounds, 1, 6);
  check(
    rules.committeeSeats << (rules.maxRounds - 1) <= SEATS_MAX,
    `committee_seats, doubled by each further of max_rounds, must be at most ${SEATS_MAX}`,
  );
  check(rules.challengeBond <= AMOUNT_MAX / 4n, "challenge_bond");
  check(rules.minTaskFee <= AMOUNT_MAX / 4n, "min_task_fee");
  for (const [name, fraction] of [
    ["slash_wrong_result", rules.slashWrongResult],
    ["slash_wrong_verification", rules.slashWrongVerification],
    ["slash_no_show", rules.slashNoShow],
    ["slash_marginal", rules.slashMarginal],
    ["audit_rate", rules.auditRate],
  ] as const) {
    checkRange(name, fraction, 0, Number(MILLION));
  }
  for (const [name, window] of windowsOf(rules)) {
    check(window > 0n && window <= TIME_MAX, name);
  }
}

function checkRange(name: string, value: number, least: number, most: number): void {
  check(value >= least && value <= most, `${name} must be ${least} to ${most}`);
}

function windowsOf(rules: TaskRules): readonly (readonly [name: string, window: bigint])[] {
  return [
    ["compute_base_ms", rules.computeBaseMs],
    ["reveal_window_ms", rules.revealWindowMs],
    ["verification_base_ms", rules.verificationBaseMs],
    ["challenge_window_ms", rules.challengeWindowMs],
    ["dispute_base_ms", rules.disputeBaseMs],
  ];
}

/**
 * Every window must be at least 5 steps of the clock, so that an outage closes nothing, and the
 * latency of a qualification at least one, so that an outage makes no node too slow.
 * @throws ModuleError invalidParams, naming the window.
 */
export function checkWindows(params: Params, clockStepMaxMs: bigint): void {
  const least = WINDOW_CLOCK_STEPS * clockStepMaxMs;
  const qualification = ["qualification_window_ms", params.qualificationWindowMs] as const;
  for (const [name, window] of [...windowsOf(rulesOf(params)), qualification]) {
    check(window >= least, `${name} must be at least ${least} (5 × clock_step_max_ms)`);
  }
  const latency = params.qualificationLatencyMs;
  check(
    latency >= clockStepMaxMs,
    `qualification_latency_ms must be at least ${clockStepMaxMs} (clock_step_max_ms)`,
  );
}
