/**
 * Jobs, runs and checks over the fake model that the tests of ASLI share.
 */
import { expect } from "chai";
import { type CheckOptions, checkResult } from "../../../app/asli/checkResult.ts";
import { AsliError } from "../../../app/asli/error.ts";
import { type ExecuteOptions, execute } from "../../../app/asli/executor.ts";
import type { Job } from "../../../app/asli/job.ts";
import type { Result } from "../../../app/asli/result.ts";
import { LIMITS_ONLY } from "../../kit/plainTolerances.ts";
import type { Reason } from "../../../app/asli/verdict.ts";
import { sha256, utf8 } from "../../../app/lib/bytes.ts";
import { type FakeModelOptions, fakeModel } from "../../kit/fakeModel.ts";

/** The default model's table. */
export const options: CheckOptions = { tolerances: LIMITS_ONLY };

/** A job that answers one chat message with up to 80 tokens, changed by `changes`. */
export function jobOf(changes: Partial<Job> = {}): Job {
  return {
    prompt: { template: "chatml/1", messages: [{ role: "user", content: "hello" }] },
    contextLength: 2048,
    sampling: { temperatureMilli: 800, topK: 0, topPMilli: 0 },
    maxOutputTokens: 80,
    stopStrings: [],
    seed: sha256(utf8("seed")),
    ...changes,
  };
}

/** The result of `job` on a fake model. */
export async function run(
  job: Job,
  model: FakeModelOptions = {},
  executeOptions: ExecuteOptions = {},
): Promise<Result> {
  const outcome = await execute(fakeModel(model), job, executeOptions);
  if ("unservable" in outcome) throw new Error(`unservable: ${outcome.unservable}`);
  return outcome.result;
}

/** The rules that `result` breaks, for a verifier whose logits differ a little. */
export async function reasons(
  job: Job,
  result: Result,
  more: Partial<CheckOptions> = {},
): Promise<readonly Reason[]> {
  const report = await checkResult(fakeModel({ prefillNoise: 0.02 }), job, result, {
    ...options,
    ...more,
  });
  expect(report.valid).to.equal(report.reasons.length === 0);
  return report.reasons;
}

/** The code with which `promise` is refused, or `no error`. */
export async function codeOf(promise: Promise<unknown>): Promise<string> {
  try {
    await promise;
  } catch (error) {
    if (error instanceof AsliError) return error.code;
    throw error;
  }
  return "no error";
}
