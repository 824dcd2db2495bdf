/** Kernel classes with the default model: exact within a class, within tolerance across them. */
import { expect } from "chai";
import { type CheckReport, checkResult } from "../../app/asli/checkResult.ts";
import { execute } from "../../app/asli/executor.ts";
import { type Job, parseJob } from "../../app/asli/job.ts";
import type { Result } from "../../app/asli/result.ts";
import { DEFAULT_TOLERANCES } from "../../app/asli/tolerancesFile.ts";
import { type ChildEngine, openEngine } from "../../cmd/aegis-resource/engine/engine.ts";
import { expectedAnswer, knownAnswer } from "../../cmd/aegis-resource/engine/knownAnswer.ts";
import { chatJob } from "../kit/inference.ts";
import { DEFAULT_MODEL_SHA256, realModel } from "../kit/realModel.ts";

/** Those that every CPU with AVX2 can run. */
const CLASSES = ["cpu-x64-avx2", "cpu-x64-sse42"] as const;

const QUESTIONS = [
  "Write a short story about a lighthouse keeper.",
  "Describe a rainy evening in a big city.",
];

/** Enough for positions at which the classes differ. */
const OUTPUT_TOKENS = 40;

/** What one class made of one job. */
interface Made {
  readonly job: Job;
  readonly result: Result;
}

function check(engine: ChildEngine, { job, result }: Made): Promise<CheckReport> {
  const sameKernelClass = result.kernelClass === engine.kernelClass;
  const options = { tolerances: DEFAULT_TOLERANCES, sameKernelClass, replay: true };
  return checkResult(engine, job, result, options);
}

describe("the kernel classes of the default model", function () {
  this.timeout(600_000);
  /** By class: an engine with one thread and one with two. */
  const engines = new Map<string, readonly [ChildEngine, ChildEngine]>();
  const made = new Map<string, Made[]>();

  before(async () => {
    const modelPath = await realModel();
    for (const kernelClass of CLASSES) {
      const open = (threads: number): Promise<ChildEngine> =>
        openEngine({ modelPath, sha256: DEFAULT_MODEL_SHA256, kernelClass, threads });
      const [one, two] = [await open(1), await open(2)];
      engines.set(kernelClass, [one, two]);
      const results: Made[] = [];
      for (const question of QUESTIONS) {
        const job = parseJob(chatJob(question, { max_output_tokens: OUTPUT_TOKENS }));
        const outcome = await execute(one, job);
        if (!("result" in outcome)) throw new Error("unservable");
        results.push({ job, result: outcome.result });
      }
      made.set(kernelClass, results);
    }
  });

  after(async () => {
    for (const pair of engines.values()) for (const engine of pair) await engine.close();
  });

  for (const own of CLASSES) {
    it(`${own}: gives its known answer and replays exactly with 1 and 2 threads`, async () => {
      for (const engine of engines.get(own) ?? []) {
        const answer = await knownAnswer(engine);
        expect(answer).to.equal(expectedAnswer(own, DEFAULT_MODEL_SHA256));
        for (const each of made.get(own) ?? []) {
          const { reasons, replay } = await check(engine, each);
          expect(reasons).to.deep.equal([]);
          expect(replay?.mismatches).to.equal(0);
        }
      }
    });
  }

  it("verifies what another class made, though some positions differ", async () => {
    let mismatches = 0;
    for (const [own, other] of [CLASSES, CLASSES.toReversed()]) {
      const [engine] = engines.get(other as string) ?? [];
      for (const each of made.get(own as string) ?? []) {
        const { reasons, replay } = await check(engine as ChildEngine, each);
        // Tokens or not, some bit of the fingerprint always differs.
        expect(reasons).to.include("replay_fingerprint");
        expect(reasons.filter((reason) => !reason.startsWith("replay"))).to.deep.equal([]);
        mismatches += replay?.mismatches ?? 0;
      }
    }
    expect(mismatches).to.be.above(0);
  });
});
