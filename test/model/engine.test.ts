/** The engine with the default model: its kernel class, and the bits at the edges of a batch. */
import { expect } from "chai";
import { type ChildEngine, openEngine } from "../../cmd/aegis-resource/engine/engine.ts";
import { expectedAnswer, knownAnswer } from "../../cmd/aegis-resource/engine/knownAnswer.ts";
import { KERNEL_CLASS } from "../../cmd/aegis-resource/engine/profile.ts";
import { best, bits } from "../kit/candidates.ts";
import { DEFAULT_MODEL_SHA256, realModel } from "../kit/realModel.ts";
import { runResource } from "../kit/resourceCli.ts";

const TEXT = "The history of the city begins with a river, a market and a bridge of stone. ";
const STEPS = 4;

describe("the engine with the default model", function () {
  this.timeout(300_000);
  let engine: ChildEngine;
  let words: Uint32Array;

  before(async () => {
    engine = await openEngine({ modelPath: await realModel(), sha256: DEFAULT_MODEL_SHA256 });
    words = await engine.tokenize(TEXT.repeat(80));
  });

  after(() => engine?.close());

  it("is in its kernel class by the known answer", async () => {
    expect(engine.systemInfo).to.include("AVX2 = 1").and.not.include("AVX512 = 1");
    expect(await knownAnswer(engine)).to.equal(expectedAnswer(KERNEL_CLASS, DEFAULT_MODEL_SHA256));
  });

  for (const length of [513, 1_025]) {
    it(`replays with the same bits after a prompt of ${length}`, async () => {
      const prompt = words.subarray(0, length);
      const run = async (): Promise<string[]> => {
        const all: string[] = [];
        let candidates = await engine.begin(prompt);
        for (let step = 0; step < STEPS; step += 1) {
          all.push(bits(candidates));
          candidates = await engine.step(best(candidates));
        }
        return all;
      };
      const first = await run();
      expect(await run()).to.deep.equal(first);
    });
  }

  it("passes the doctor", async () => {
    const run = await runResource("doctor", "--model", await realModel());
    expect(run.code, run.stdout).to.equal(0);
    expect(run.stdout).to.include("known answer").and.not.include("FAILED");
  });
});
