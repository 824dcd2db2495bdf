/** What must not pass for a result of the default model, whatever it says about itself. */
import { expect } from "chai";
import { checkResult } from "../../app/asli/checkResult.ts";
import { parseJob } from "../../app/asli/job.ts";
import { parseResult, type ResultJson } from "../../app/asli/result.ts";
import { DEFAULT_TOLERANCES } from "../../app/asli/tolerancesFile.ts";
import { type ChildEngine, openEngine } from "../../cmd/aegis-resource/engine/engine.ts";
import { asQ40, withNoise, withoutLayers } from "../../cmd/aegis-resource/calibrate/weights.ts";
import { type Checked, chatJob, Inference, seed } from "../kit/inference.ts";
import { changedModel, DEFAULT_MODEL_SHA256, realModel } from "../kit/realModel.ts";
import { ScratchFolder } from "../kit/tinyModelFile.ts";

const JOB = chatJob("Describe a rainy evening in a big city.");
const BYTES_PER_TOKEN = 4;

describe("a dishonest result", function () {
  this.timeout(300_000);
  const scratch = new ScratchFolder();
  const inference = new Inference(scratch);
  let model: string;
  let honest: ResultJson;
  let engine: ChildEngine;

  before(async () => {
    model = await realModel();
    honest = await inference.infer(model, JOB);
    expect(honest.output_tokens.length).to.equal(66);
    engine = await openEngine({ modelPath: model });
  });

  after(async () => {
    await engine?.close();
    scratch.remove();
  });

  /** The reasons against an edited result, from the one verifier that all edits share. */
  async function reasonsAgainst(result: ResultJson, replay = false): Promise<readonly string[]> {
    const options = { tolerances: DEFAULT_TOLERANCES, replay };
    return (await checkResult(engine, parseJob(JOB), parseResult(result), options)).reasons;
  }

  const check = (result: unknown, ...more: readonly string[]): Promise<Checked> =>
    inference.check(model, JOB, result, ...more);

  /** Checks what the model file `name` gives for the same job, under the right model's name. */
  async function checkOtherModel(path: string): Promise<Checked> {
    const result = await inference.infer(path, JOB);
    expect(result.model_sha256).to.not.equal(DEFAULT_MODEL_SHA256);
    return check({ ...result, model_sha256: DEFAULT_MODEL_SHA256 });
  }

  function expectInvalid(checked: Checked, ...reasons: readonly string[]): void {
    expect(checked.verdict.reasons, JSON.stringify(checked.verdict)).to.include.members(reasons);
    expect(checked.verdict.valid).to.equal(false);
    expect(checked.code).to.equal(3);
  }

  it("is found when the weights were rounded to Q4_0", async () => {
    const path = changedModel(scratch, model, "q4_0", asQ40);
    expectInvalid(await checkOtherModel(path), "deficit_sum", "chosen_sum", "probe_sum");
  });

  it("is found when a layer was left out", async () => {
    const path = changedModel(scratch, model, "layer", (file) => withoutLayers(file, [15]));
    expectInvalid(await checkOtherModel(path), "deficit_sum", "chosen_sum", "probe_sum");
  });

  it("is found when the weights carry 2 % of noise", async () => {
    const path = changedModel(scratch, model, "noise", (file) => withNoise(file, 0.02, 7));
    expectInvalid(await checkOtherModel(path), "replay", "probe_sum");
  });

  it("is found when the text is another one", async () => {
    expectInvalid(await check({ ...honest, text: `${honest.text}!` }), "text");
  });

  it("is found when all tokens are those of another text", async () => {
    const other = await inference.infer(model, chatJob("Give me a recipe for tomato soup."));
    const forged = { ...other, prompt_tokens: honest.prompt_tokens };
    const reasons = await reasonsAgainst({ ...forged, prompt_hash: honest.prompt_hash });
    expect(reasons).to.include("deficit_sum");
  });

  it("is found when one token was edited", async () => {
    const tokens = [...honest.output_tokens];
    tokens[40] = 28_000;
    expectInvalid(await check({ ...honest, output_tokens: tokens }), "deficit_max");
  });

  it("is found when it was made with another seed or at another temperature", async () => {
    const [otherSeed, warmer] = await Promise.all([
      inference.infer(model, { ...JOB, seed: seed(8) }),
      inference.infer(model, { ...JOB, sampling: { temperature_milli: 1_000 } }),
    ]);
    expect(await reasonsAgainst(otherSeed)).to.include("deficit_sum");
    expect(await reasonsAgainst(warmer, true)).to.include("replay");
  });

  it("is found when the output was cut short", async () => {
    const bytes = Buffer.from(honest.fingerprint, "base64").subarray(0, 50 * BYTES_PER_TOKEN);
    const cut = { ...honest, output_tokens: honest.output_tokens.slice(0, 50) };
    const reasons = await reasonsAgainst({ ...cut, fingerprint: bytes.toString("base64") });
    expect(reasons).to.include.members(["finish_reason", "text"]);
  });

  it("is found when the fingerprint was made up", async () => {
    const zeros = Buffer.alloc(honest.output_tokens.length * BYTES_PER_TOKEN).toString("base64");
    const reasons = await reasonsAgainst({ ...honest, fingerprint: zeros });
    expect(reasons).to.have.members(["chosen_sum", "probe_sum", "probe_count"]);
  });

  it("is not made or unmade by what it claims about its making", async () => {
    const claims = { model_sha256: seed(1), kernel_class: "gpu-of-my-own" };
    const [plain, liar] = await Promise.all([check(honest), check({ ...honest, ...claims })]);
    expect(plain.code).to.equal(0);
    expect(plain.verdict.comparison).to.equal("exact");
    // Of another kernel class, as far as anybody knows.
    const comparison = "limits";
    expect(liar.verdict).to.deep.equal({ ...plain.verdict, comparison, claimed: claims });
    expect(liar.code).to.equal(0);
  });

  it("shows its own challenge's probe only to who asks with that challenge", async () => {
    const asked = await inference.infer(model, JOB, "--challenge", seed(9));
    expect(asked.output_tokens).to.deep.equal(honest.output_tokens);
    expect((await check(asked, "--challenge", seed(9))).code).to.equal(0);
    expect(await reasonsAgainst(asked)).to.include("probe_sum");
  });
});
