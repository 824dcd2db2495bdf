/**
 * The verifier over a fake model: honest results pass, each kind of forgery fails for the reason it
 * should.
 */
import { expect } from "chai";
import fc from "fast-check";
import { type CheckOptions, checkResult } from "../../../app/asli/checkResult.ts";
import { decodeFingerprint, encodeFingerprint } from "../../../app/asli/fingerprint.ts";
import type { Result } from "../../../app/asli/result.ts";
import { LIMITS_ONLY } from "../../kit/plainTolerances.ts";
import type { Reason } from "../../../app/asli/verdict.ts";
import { verify } from "../../../app/asli/verifier.ts";
import { sha256, utf8 } from "../../../app/lib/bytes.ts";
import { FAKE_IM_END, FAKE_VOCABULARY, fakeModel } from "../../kit/fakeModel.ts";
import { jobOf, options, reasons, run } from "./fixtures.ts";

describe("an honest result", () => {
  it("passes whatever the job, and its statistics are never negative", async () => {
    const jobs = fc.record({
      temperatureMilli: fc.constantFrom(0, 50, 300, 800, 1000, 2000),
      topK: fc.constantFrom(0, 1, 2, 5, 40, 64),
      topPMilli: fc.constantFrom(0, 1, 300, 900, 950, 1000),
      maxOutputTokens: fc.constantFrom(1, 2, 4, 5, 16, 17, 65, 100),
      seed: fc.uint8Array({ minLength: 32, maxLength: 32 }),
    });
    await fc.assert(
      fc.asyncProperty(jobs, async ({ maxOutputTokens, seed, ...sampling }) => {
        const job = jobOf({ sampling, maxOutputTokens, seed });
        const result = await run(job);
        const verifier = fakeModel({ prefillNoise: 0.02 });
        const report = await checkResult(verifier, job, result, { ...options, replay: true });
        expect(report.reasons).to.deep.equal([]);
        expect(report.replay?.mismatches).to.equal(0);
        for (const value of Object.values(report.statistics ?? {})) {
          expect(value).to.be.at.least(0);
        }
      }),
      { numRuns: 60 },
    );
  });

  it("has a deficit of 0 everywhere when the verifier's logits are the executor's", async () => {
    const job = jobOf({ sampling: { temperatureMilli: 1000, topK: 20, topPMilli: 900 } });
    const report = await checkResult(fakeModel(), job, await run(job), options);
    expect(report.statistics).to.deep.equal({
      deficitSum: 0,
      deficitCount: 0,
      deficitMax: 0,
      chosenSum: 0,
      probeSum: 0,
      probeCount: 0,
    });
  });

  it("gives a verifier a fingerprint of its own, not the executor's", async () => {
    const job = jobOf();
    const result = await run(job);
    const found = await verify(fakeModel({ prefillNoise: 0.02 }), job, result, options);
    expect(found.reasons).to.deep.equal([]);
    expect(found.evaluation?.fingerprint).to.not.deep.equal(result.fingerprint);
  });

  it("is not judged by what it says about how it was made", async () => {
    const job = jobOf();
    const result = await run(job);
    const liar = { ...result, kernelClass: "quantum", modelSha256: "00".repeat(32) };
    expect(await reasons(job, liar)).to.deep.equal([]);
  });

  it("may be probed by another challenge than the seed", async () => {
    const job = jobOf();
    const challenge = sha256(utf8("dispute"));
    const result = await run(job, {}, { challenge });
    expect(await reasons(job, result, { challenge })).to.deep.equal([]);
    expect(await reasons(job, result)).to.include("probe_sum");
  });
});

describe("a forged result", () => {
  const forgeries: readonly [string, (result: Result) => Partial<Result>, Reason][] = [
    ["another prompt count", (r) => ({ promptTokens: r.promptTokens + 1 }), "prompt_count"],
    ["another prompt hash", () => ({ promptHash: sha256(utf8("x")) }), "prompt_hash"],
    ["an id above the vocabulary", () => changed(FAKE_VOCABULARY), "token_range"],
    ["no token", () => ({ outputTokens: new Uint32Array(0) }), "output_length"],
    [
      "a token too many",
      (r) => ({ outputTokens: Uint32Array.of(...r.outputTokens, 1) }),
      "output_length",
    ],
    ["an end token in the middle", () => changed(FAKE_IM_END), "end_token_early"],
    ["another finish reason", () => ({ finishReason: "stop" }), "finish_reason"],
    ["another text", (r) => ({ text: `${r.text}.` }), "text"],
    ["one replaced token", () => changed(7), "deficit_max"],
    [
      "an all-zero fingerprint",
      (r) => ({ fingerprint: new Uint8Array(r.fingerprint.length) }),
      "probe_sum",
    ],
    [
      "a short fingerprint",
      (r) => ({ fingerprint: r.fingerprint.subarray(4) }),
      "fingerprint_length",
    ],
    ["a right chosen half with guessed probes", guessedProbes, "probe_sum"],
    ["a right probe half with a guessed rest", guessedChosen, "chosen_sum"],
  ];
  let honest: Result;
  const job = jobOf();

  function changed(token: number): Partial<Result> {
    const outputTokens = honest.outputTokens.slice();
    outputTokens[40] = token;
    return { outputTokens };
  }

  function guessedProbes(result: Result): Partial<Result> {
    const entries = decodeFingerprint(result.fingerprint, result.outputTokens.length);
    return { fingerprint: encodeFingerprint(entries.map((e) => ({ ...e, probe: -5000 }))) };
  }

  function guessedChosen(result: Result): Partial<Result> {
    const entries = decodeFingerprint(result.fingerprint, result.outputTokens.length);
    return { fingerprint: encodeFingerprint(entries.map((e) => ({ ...e, chosen: 0 }))) };
  }

  before(async () => {
    honest = await run(job);
    expect(honest.finishReason).to.equal("length");
  });

  for (const [name, forge, reason] of forgeries) {
    it(`with ${name} breaks ${reason}`, async () => {
      expect(await reasons(job, { ...honest, ...forge(honest) })).to.include(reason);
    });
  }

  it("of another model, seed, temperature or prompt fails", async () => {
    const cheats: readonly Promise<Result>[] = [
      run(job, { weights: 2 }),
      run(jobOf({ seed: sha256(utf8("another")) })),
      run(jobOf({ sampling: { temperatureMilli: 0, topK: 0, topPMilli: 0 } })),
      run(jobOf({ prompt: { template: "raw/1", text: "hello" } })),
    ];
    for (const cheat of await Promise.all(cheats)) {
      expect(await reasons(job, cheat)).to.include("deficit_sum");
    }
  });

  it("is caught by an exact replay down to one token that statistics forgive", async () => {
    const greedy = jobOf({ sampling: { temperatureMilli: 0, topK: 0, topPMilli: 0 } });
    const result = await run(greedy);
    const loose = { ...LIMITS_ONLY, limits: loosest() };
    const outputTokens = result.outputTokens.slice();
    outputTokens[3] = (outputTokens[3] as number) ^ 1;
    const forged = { ...result, outputTokens };
    const more = { tolerances: loose, replay: true };
    expect(await reasons(greedy, forged, more)).to.include.members([
      "replay",
      "replay_fingerprint",
    ]);
    expect(await reasons(greedy, result, more)).to.deep.equal([]);
  });

  function loosest(): typeof LIMITS_ONLY.limits {
    const none = 4_294_967_295;
    return LIMITS_ONLY.limits.map(() => ({
      deficitSumPer1000: none,
      deficitCountPer1000: none,
      deficitMax: none,
      chosenSumPer1000: none,
      probeSumPer1000: none,
      probeCountPer1000: none,
      replay: false,
    }));
  }
});

describe("a model of which a prefill has the bits of decoding", () => {
  const exact = { tolerances: { ...LIMITS_ONLY, exact: true } };
  const check = (result: Result, more: Partial<CheckOptions> = {}) =>
    checkResult(fakeModel(), jobOf(), result, { ...exact, ...more });

  it("shows a verifier of the same class every other token and bit by its prefill", async () => {
    const honest = await run(jobOf());
    expect((await check(honest)).reasons).to.deep.equal([]);
    const fingerprint = honest.fingerprint.slice();
    fingerprint[10] = (fingerprint[10] as number) ^ 1;
    const off = { ...honest, fingerprint };
    expect((await check(off)).reasons).to.have.length(1);
    expect((await check(off, { sameKernelClass: false })).reasons).to.deep.equal([]);
    // As likely as the right one, so that no limit is broken.
    const almost = await run(jobOf({ sampling: { temperatureMilli: 805, topK: 0, topPMilli: 0 } }));
    expect((await check(almost)).reasons).to.include("replay");
  });

  it("needs no replay of short outputs", async () => {
    const job = jobOf({ maxOutputTokens: 2 });
    const engine = { ...fakeModel(), begin: () => Promise.reject(new Error("a replay")) };
    const report = await checkResult(engine, job, await run(job), exact);
    expect(report.reasons).to.deep.equal([]);
  });
});

describe("a short output", () => {
  it("is replayed by the verifier, because statistics say too little", async () => {
    const job = jobOf({ maxOutputTokens: 2 });
    const result = await run(job);
    const other = { ...result, ...(await run({ ...job, seed: sha256(utf8("b")) })) };
    expect(await reasons(job, result)).to.deep.equal([]);
    expect(await reasons(job, other)).to.include("replay");
    expect(await reasons(job, other, { sameKernelClass: false })).to.not.include("replay");
  });
});
