/** Honest results of the default model, each computed and checked in processes of their own. */
import { expect } from "chai";
import { chatJob, Inference, seed } from "../kit/inference.ts";
import { DEFAULT_MODEL_SHA256, realModel } from "../kit/realModel.ts";
import { ScratchFolder } from "../kit/tinyModelFile.ts";

const LONG_QUESTION = `${"The harbour lived from fish, salt and letters. ".repeat(60)}Sum it up.`;

interface Case {
  readonly name: string;
  readonly job: object;
  /** How the output ends, where the prompt decides it. */
  readonly finishReason?: string;
  /** Tokens that the prompt has at least. */
  readonly promptTokensMin?: number;
}

const CASES: readonly Case[] = [
  { name: "a chat at temperature 0.8", job: chatJob("Explain how vaccines work.") },
  {
    name: "a chat at temperature 0",
    job: chatJob("Who was Marie Curie?", {
      sampling: { temperature_milli: 0 },
      max_output_tokens: 40,
    }),
  },
  {
    name: "a warm chat with top_k and top_p",
    job: chatJob("Write a short poem about the sea.", {
      sampling: { temperature_milli: 1_500, top_k: 20, top_p_milli: 950 },
      max_output_tokens: 40,
      seed: seed(2),
    }),
  },
  {
    name: "a raw prompt that ends at a stop string",
    job: {
      prompt: "Monday, Tuesday, Wednesday, Thursday, Friday,",
      sampling: { temperature_milli: 300 },
      max_output_tokens: 40,
      stop: [","],
      seed: seed(3),
    },
    finishReason: "stop_string",
  },
  {
    name: "an answer of one token",
    job: chatJob("Yes or no?", { max_output_tokens: 1 }),
    finishReason: "length",
  },
  {
    name: "a prompt of more than one batch",
    job: chatJob(LONG_QUESTION, { max_output_tokens: 20 }),
    promptTokensMin: 513,
  },
];

describe("an honest result of the default model", function () {
  this.timeout(300_000);
  const scratch = new ScratchFolder();
  const inference = new Inference(scratch);
  let model: string;

  before(async () => {
    model = await realModel();
  });

  after(() => scratch.remove());

  for (const { name, job, finishReason, promptTokensMin = 1 } of CASES) {
    it(`is valid and replays exactly: ${name}`, async () => {
      const result = await inference.infer(model, job);
      expect(result.model_sha256).to.equal(DEFAULT_MODEL_SHA256);
      expect(result.prompt_tokens).to.be.at.least(promptTokensMin);
      if (finishReason !== undefined) expect(result.finish_reason).to.equal(finishReason);

      const { code, verdict, stderr } = await inference.check(model, job, result, "--replay");
      expect(verdict.reasons, stderr).to.deep.equal([]);
      expect(code).to.equal(0);
      expect(verdict.replay).to.deep.equal({ mismatches: 0, fingerprint_equal: true });
      expect(verdict.model_sha256).to.equal(DEFAULT_MODEL_SHA256);
      expect(verdict.system_info).to.include("AVX2 = 1").and.not.include("AVX512 = 1");

      expect(verdict.comparison).to.equal("exact");
      // The fingerprint is that of the prefill, which has the bits of decoding.
      expect(verdict.fingerprint).to.equal(result.fingerprint);
      const { tokens, ...others } = verdict.statistics ?? {};
      expect(tokens).to.equal(result.output_tokens.length);
      expect(new Set(Object.values(others))).to.deep.equal(new Set([0]));
    });
  }

  it("gives the same bits at any number of threads", async () => {
    const job = chatJob("Name three rivers in Africa.", { max_output_tokens: 8 });
    const one = await inference.infer(model, job);
    const two = await inference.infer(model, job, "--threads", "2");
    expect(two).to.deep.equal(one);
  });
});
