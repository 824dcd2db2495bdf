/** Verifications: verdicts, numbers, and the replay before a result is called invalid. */
import { expect } from "chai";
import type { Engine } from "../../../../app/asli/engine.ts";
import { execute } from "../../../../app/asli/executor.ts";
import type { Job } from "../../../../app/asli/job.ts";
import { NO_LIMIT, type Tolerances } from "../../../../app/asli/tolerances.ts";
import { LIMITS_ONLY } from "../../../kit/plainTolerances.ts";
import { present } from "../../../../app/lib/assert.ts";
import { equalBytes, sha256, utf8 } from "../../../../app/lib/bytes.ts";
import {
  type Claimed,
  claimedOf,
  resultContent,
} from "../../../../cmd/aegis-resource/work/asliJob.ts";
import { verification } from "../../../../cmd/aegis-resource/work/verification.ts";
import {
  Reason,
  ResultContent,
  Verdict,
  type VerificationContent,
} from "../../../../proto/gen/aegis/tasks/v1/tasks.ts";
import { fakeModel } from "../../../kit/fakeModel.ts";

const JOB: Job = {
  prompt: { template: "raw/1", text: "Once upon a time" },
  contextLength: 2_048,
  sampling: { temperatureMilli: 800, topK: 0, topPMilli: 0 },
  maxOutputTokens: 40,
  stopStrings: [],
  seed: sha256(utf8("seed")),
};

/** No deficit at all is allowed, so that the least rounding of a prefill breaks a limit. */
const STRICT: Tolerances = {
  ...LIMITS_ONLY,
  limits: LIMITS_ONLY.limits.map((limits) => ({
    ...limits,
    deficitSumPer1000: 0,
    deficitCountPer1000: NO_LIMIT,
    deficitMax: 0,
    replay: false,
  })),
};

async function resultOf(engine: Engine): Promise<{ claimed: Claimed; fingerprint: Uint8Array }> {
  const outcome = await execute(engine, JOB);
  if (!("result" in outcome)) throw new Error("unservable");
  const content = ResultContent.encode(resultContent(outcome, engine.kernelClass));
  return {
    claimed: claimedOf(ResultContent.decode(content)),
    fingerprint: outcome.result.fingerprint,
  };
}

function judge(
  engine: Engine,
  claimed: Claimed,
  tolerances: Tolerances = LIMITS_ONLY,
  sameKernelClass = true,
): Promise<VerificationContent> {
  return verification(engine, JOB, claimed, { tolerances, sameKernelClass });
}

describe("a verification", () => {
  const noisy = fakeModel({ prefillNoise: 0.05 });
  /** So far off in a prefill that tokens change places. */
  const noisier = fakeModel({ prefillNoise: 1 });

  it("accepts an honest result with the numbers of its own prefill", async () => {
    const { claimed, fingerprint } = await resultOf(noisy);
    const content = await judge(noisy, claimed);
    expect(content.verdict).to.equal(Verdict.VERDICT_VALID);
    expect(content.reasons).to.deep.equal([]);
    expect(content.fingerprint.length).to.equal(fingerprint.length);
    expect(equalBytes(content.fingerprint, fingerprint)).to.equal(false);
  });

  it("replays before it calls a result invalid, and believes the replay", async () => {
    const { claimed, fingerprint } = await resultOf(noisier);
    const content = await judge(noisier, claimed, STRICT);
    expect(content.verdict).to.equal(Verdict.VERDICT_VALID);
    expect(content.deficitMax).to.equal(0);
    expect(equalBytes(content.fingerprint, fingerprint), "the replay's").to.equal(true);
  });

  it("believes the prefill where a replay would prove nothing", async () => {
    const { claimed } = await resultOf(noisier);
    const content = await judge(noisier, claimed, STRICT, false);
    expect(content.verdict).to.equal(Verdict.VERDICT_INVALID);
    expect(content.reasons).to.deep.equal([Reason.REASON_DEFICIT_SUM, Reason.REASON_DEFICIT_MAX]);
    expect(content.deficitMax).to.be.above(0);
  });

  it("says of another model's result that a replay differs", async () => {
    const { claimed } = await resultOf(fakeModel({ weights: 2 }));
    const content = await judge(noisy, claimed);
    expect(content.verdict).to.equal(Verdict.VERDICT_INVALID);
    expect(content.reasons).to.include(Reason.REASON_REPLAY);
    expect([...content.reasons]).to.deep.equal([...content.reasons].sort((a, b) => a - b));
  });

  it("keeps reasons that no replay can answer", async () => {
    const { claimed } = await resultOf(noisy);
    if (!("claim" in claimed)) throw new Error("unservable");
    const forged = { claim: { ...claimed.claim, text: "something else" } };
    const content = await judge(noisy, forged, STRICT);
    expect(content.reasons).to.deep.equal([Reason.REASON_TEXT]);
    expect(content.deficitSum).to.equal(0n);
  });

  it("has no numbers where nothing could be evaluated", async () => {
    const { claimed } = await resultOf(noisy);
    if (!("claim" in claimed)) throw new Error("unservable");
    const outputTokens = Uint32Array.of(present(claimed.claim.outputTokens[0], "a token"), 9_999);
    const content = await judge(noisy, { claim: { ...claimed.claim, outputTokens } });
    expect(content.reasons).to.include(Reason.REASON_TOKEN_RANGE);
    expect(content.fingerprint.length).to.equal(0);
    expect(content.deficitSum).to.equal(0n);
  });

  it("finds out a false claim that there can be no answer", async () => {
    const content = await judge(noisy, { unservable: "prompt_too_long" });
    expect(content.verdict).to.equal(Verdict.VERDICT_INVALID);
    expect(content.reasons).to.deep.equal([Reason.REASON_SERVABLE]);
  });

  it("agrees when there can be none", async () => {
    const job: Job = { ...JOB, contextLength: 8 };
    const options = { tolerances: LIMITS_ONLY };
    const claimed: Claimed = { unservable: "prompt_too_long" };
    const content = await verification(noisy, job, claimed, options);
    expect(content.verdict).to.equal(Verdict.VERDICT_VALID);
    expect(content.fingerprint.length).to.equal(0);
  });
});
