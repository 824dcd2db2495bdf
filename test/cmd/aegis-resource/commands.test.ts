/** The commands that work without a chain, as processes over a tiny model. */
import { expect } from "chai";
import type { ResultJson } from "../../../app/asli/result.ts";
import { command as check } from "../../../cmd/aegis-resource/commands/check.ts";
import { command as doctor } from "../../../cmd/aegis-resource/commands/doctor.ts";
import { command as infer } from "../../../cmd/aegis-resource/commands/infer.ts";
import { chatJob, Inference, seed } from "../../kit/inference.ts";
import { runResource } from "../../kit/resourceCli.ts";
import { ScratchFolder } from "../../kit/tinyModelFile.ts";

const JOB = chatJob("What is in the tin?", { max_output_tokens: 24 });

describe("aegis-resource", function () {
  this.timeout(120_000);
  const scratch = new ScratchFolder();
  const inference = new Inference(scratch);
  let model: string;
  let result: ResultJson;

  before(async () => {
    model = scratch.tinyModel("tiny.gguf");
    result = await inference.infer(model, JOB);
  });

  after(() => scratch.remove());

  it("infers, and checks what it inferred", async () => {
    expect(result.output_tokens.length).to.be.within(1, 24);
    expect(result.kernel_class).to.equal("cpu-x64-avx2");
    const [plain, replayed, otherChallenge] = await Promise.all([
      inference.check(model, JOB, result),
      inference.check(model, JOB, result, "--replay", "--threads", "2"),
      inference.check(model, JOB, result, "--challenge", seed(9)),
    ]);
    expect(plain.code, plain.stderr).to.equal(0);
    expect(plain.verdict.valid).to.equal(true);
    expect(plain.stderr).to.include(`the committed table ${plain.verdict.tolerances}`);
    expect(replayed.verdict.replay).to.deep.equal({ mismatches: 0, fingerprint_equal: true });
    expect(replayed.code).to.equal(0);
    expect(otherChallenge.code).to.equal(3);
    expect(otherChallenge.verdict.valid).to.equal(false);
    expect(otherChallenge.verdict.reasons).to.include("probe_sum").and.not.include("deficit_sum");
  });

  it("calls a malformed result invalid, and says how", async () => {
    const [negative, fingerprint] = await Promise.all([
      inference.check(model, JOB, { ...result, output_tokens: [-1] }),
      inference.check(model, JOB, { ...result, fingerprint: "" }),
    ]);
    expect([negative.code, fingerprint.code]).to.deep.equal([3, 3]);
    expect(negative.verdict.reasons).to.deep.equal(["result_invalid"]);
    expect(fingerprint.verdict.reasons).to.include("fingerprint_length");
  });

  it("reports a job that nobody can answer, and checks that it is so", async () => {
    const job = { ...JOB, context_length: 16 };
    const claim = await inference.infer(model, job);
    expect(claim).to.deep.equal({ unservable: "prompt_too_long" });
    const [same, servable] = await Promise.all([
      inference.check(model, job, claim),
      inference.check(model, JOB, claim),
    ]);
    expect([same.code, servable.code]).to.deep.equal([0, 3]);
    expect(servable.verdict.reasons).to.deep.equal(["servable"]);
  });

  it("fails with one line when it cannot work", async () => {
    const job = scratch.write("job.json", JSON.stringify(JOB));
    const broken = scratch.write("broken.json", "{");
    const noHeads = scratch.tinyModel("noheads.gguf", { broken: "noHeads" });
    const runs = await Promise.all([
      runResource("infer", "--model", "/does/not/exist", "--job", job),
      runResource("infer", "--model", model, "--job", broken),
      runResource("infer", "--model", noHeads, "--job", job),
    ]);
    for (const run of runs) {
      expect(run.code).to.equal(1);
      expect(run.stdout).to.equal("");
      expect(run.stderr.trim().split("\n")).to.have.length(1);
    }
    const messages = ["there is no model file", "is not JSON", "aborts the engine"];
    for (const [at, message] of messages.entries()) expect(runs[at]?.stderr).to.include(message);
  });

  it("says how to use it when the command line is wrong, with exit code 2", async () => {
    const wrong = [["infer"], ["check", "--model", "a", "--challenge", "zz"]];
    const runs = await Promise.all(wrong.map((args) => runResource(...args)));
    expect(runs.map((run) => run.code)).to.deep.equal([2, 2]);
  });

  for (const command of [doctor(), infer(), check()]) {
    it(`has help with an example and the exit codes for ${command.name()}`, () => {
      let help = "";
      command.configureOutput({
        writeOut: (text) => {
          help += text;
        },
      });
      command.outputHelp();
      expect(help).to.include("Example").and.include("Exit codes");
    });
  }

  it("doctor finds what is wrong and what is not", async () => {
    const [well, missing] = await Promise.all([
      runResource("doctor", "--model", model, "--output", "json"),
      runResource("doctor", "--model", "/does/not/exist"),
    ]);
    expect(well.code).to.equal(0);
    const names = (JSON.parse(well.stdout) as { name: string }[]).map(({ name }) => name);
    expect(names).to.include.members(["model file", "CPU", "memory", "engine", "kernel class"]);
    expect(names).to.include.members(["decode speed", "prefill speed", "chain"]);
    expect(missing.code).to.equal(1);
    expect(missing.stdout).to.include("FAILED   model file").and.include("--model");
  });
});
