/**
 * The whole check of a result whose fingerprint is already known, as `aegis-resource check` does
 * it: both halves of the verdict at once and, if asked, the exact replay. On the chain the two
 * halves are apart, so that a verifier commits before it knows the executor's fingerprint.
 */
import { assert } from "../lib/assert.ts";
import { equalBytes } from "../lib/bytes.ts";
import { confirmed } from "./confirmed.ts";
import { FINGERPRINT_POSITION_BYTES } from "./constants.ts";
import type { Engine } from "./engine.ts";
import type { Job } from "./job.ts";
import { promptIds } from "./promptIds.ts";
import { type Replay, replayTokens } from "./replay.ts";
import type { Result } from "./result.ts";
import {
  type DeficitStatistics,
  type DistanceStatistics,
  fingerprintDistance,
} from "./statistics.ts";
import { tolerancesBetween } from "./tolerances.ts";
import { judgeDistance, type Reason } from "./verdict.ts";
import { type Evaluation, type VerifyOptions, verify } from "./verifier.ts";

/** What a whole check may be told. */
export interface CheckOptions extends VerifyOptions {
  /**
   * Also replay token by token; then tokens and fingerprint must be exactly those of the replay,
   * and deficits of the prefill break no rule when every token is.
   */
  readonly replay?: boolean;
}

/** What a whole check found. `statistics` are absent when the output could not be evaluated. */
export interface CheckReport {
  readonly valid: boolean;
  /** Broken rules; empty means valid. */
  readonly reasons: readonly Reason[];
  readonly statistics?: DeficitStatistics & DistanceStatistics;
  /** The verifier's own fingerprint. */
  readonly fingerprint?: Uint8Array;
  readonly replay?: Replay;
}

/**
 * Checks a result. Its claims about how it was made (`kernelClass`, `modelSha256`) decide nothing.
 * @throws AsliError as `verify` does; whatever the engine throws.
 */
export async function checkResult(
  engine: Engine,
  job: Job,
  result: Result,
  options: CheckOptions,
): Promise<CheckReport> {
  const first = await verify(engine, job, result, options);
  if (first.evaluation === undefined) return { valid: false, reasons: first.reasons };
  const replay = options.replay ? await replayResult(engine, job, result, options) : undefined;
  // As a node does that replays before it calls a result invalid.
  const isCleared = first.reasons.length > 0 && replay?.mismatches === 0;
  const { reasons, evaluation } = isCleared
    ? confirmed(first.reasons, replay)
    : { reasons: first.reasons, evaluation: first.evaluation };
  const distance = compareFingerprints(job, result, evaluation, options);
  const all = [...new Set([...reasons, ...distance.reasons, ...exactReasons(result, replay)])];
  return {
    valid: all.length === 0,
    reasons: all,
    statistics: { ...evaluation.statistics, ...distance.statistics },
    fingerprint: evaluation.fingerprint,
    ...(replay === undefined ? {} : { replay }),
  };
}

interface Distance {
  readonly reasons: readonly Reason[];
  readonly statistics: DistanceStatistics;
}

function compareFingerprints(
  job: Job,
  result: Result,
  evaluation: Evaluation,
  options: CheckOptions,
): Distance {
  const { length } = result.outputTokens;
  if (result.fingerprint.length !== length * FINGERPRINT_POSITION_BYTES) {
    const statistics = { chosenSum: 0, probeSum: 0, probeCount: 0 };
    return { reasons: ["fingerprint_length"], statistics };
  }
  const tolerances = tolerancesBetween(options.tolerances, options.sameKernelClass !== false);
  const pair = { executor: result.fingerprint, verifier: evaluation.fingerprint, length };
  const statistics = fingerprintDistance(pair, tolerances.probeBound);
  const output = { length, temperatureMilli: job.sampling.temperatureMilli };
  return { reasons: judgeDistance(statistics, output, tolerances), statistics };
}

async function replayResult(
  engine: Engine,
  job: Job,
  result: Result,
  options: CheckOptions,
): Promise<Replay> {
  const prompt = await promptIds(engine, job);
  assert("ids" in prompt, "a job that was just evaluated has a prompt");
  return replayTokens(engine, job, prompt.ids, result.outputTokens, options);
}

function exactReasons(result: Result, replay: Replay | undefined): Reason[] {
  if (replay === undefined) return [];
  const reasons: Reason[] = [];
  if (replay.mismatches > 0) reasons.push("replay");
  if (!equalBytes(replay.fingerprint, result.fingerprint)) reasons.push("replay_fingerprint");
  return reasons;
}
