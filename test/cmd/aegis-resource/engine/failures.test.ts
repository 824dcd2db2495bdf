/** Model files that cannot be used, and children that die: the parent outlives them all. */
import { expect } from "chai";
import { appendFileSync } from "node:fs";
import { type ChildEngine, openEngine } from "../../../../cmd/aegis-resource/engine/engine.ts";
import { best, bits, codeOf } from "../../../kit/candidates.ts";
import { ScratchFolder } from "../../../kit/tinyModelFile.ts";

const PROMPT = Uint32Array.from({ length: 1_500 }, (_, at) => 10 + (at % 300));

describe("a model file that cannot be used", function () {
  this.timeout(60_000);
  const scratch = new ScratchFolder();
  const open = (modelPath: string, more: object = {}): Promise<ChildEngine> =>
    openEngine({ modelPath, ...more });

  after(() => scratch.remove());

  it("is refused with a code when it is missing, a folder, or has another hash", async () => {
    const modelPath = scratch.tinyModel("hash.gguf");
    expect(await codeOf(open(`${scratch.path}/missing.gguf`))).to.equal("model_missing");
    expect(await codeOf(open(scratch.path))).to.equal("model_missing");
    expect(await codeOf(open(modelPath, { sha256: "00".repeat(32) }))).to.equal("model_hash");
  });

  it("is refused with a code when it is empty, no GGUF or truncated", async () => {
    const codes = await Promise.all([
      codeOf(open(scratch.write("empty.gguf", ""))),
      codeOf(open(scratch.write("text.gguf", "not a model at all"))),
      codeOf(open(scratch.tinyModel("truncated.gguf", { broken: "truncated" }))),
    ]);
    expect(codes).to.deep.equal(["model_invalid", "model_invalid", "model_invalid"]);
  });

  it("is refused with a code when weights are not numbers, or it aborts the engine", async () => {
    const codes = await Promise.all([
      codeOf(open(scratch.tinyModel("nan.gguf", { broken: "notANumber" }))),
      codeOf(open(scratch.tinyModel("noheads.gguf", { broken: "noHeads" }))),
    ]);
    expect(codes).to.deep.equal(["model_invalid", "model_invalid"]);
  });

  it("is refused when it was trained for less context", async () => {
    const modelPath = scratch.tinyModel("short.gguf", { contextLength: 512 });
    expect(await codeOf(open(modelPath, { contextLength: 513 }))).to.equal("context_exceeded");
  });

  it("is refused for a kernel class that this program does not know", async () => {
    const modelPath = scratch.tinyModel("class.gguf");
    expect(await codeOf(open(modelPath, { kernelClass: "gpu" }))).to.equal("not_installed");
  });
});

describe("an engine whose child dies", function () {
  this.timeout(60_000);
  const scratch = new ScratchFolder();

  after(() => scratch.remove());

  it("reports it, starts another at the next begin and gives the same bits", async () => {
    const engine = await openEngine({ modelPath: scratch.tinyModel("tiny.gguf") });
    try {
      const first = await engine.begin(PROMPT);
      const token = best(first);
      const second = await engine.step(token);
      const { pid } = engine;

      const running = engine.begin(PROMPT);
      process.kill(pid as number, "SIGKILL");
      expect(await codeOf(running)).to.equal("crashed");
      expect(engine.pid).to.equal(undefined);
      expect(await codeOf(engine.step(token))).to.equal("crashed");

      expect(bits(await engine.begin(PROMPT))).to.equal(bits(first));
      expect(bits(await engine.step(token))).to.equal(bits(second));
      expect(engine.pid).to.not.equal(pid);
    } finally {
      await engine.close();
    }
  });

  it("refuses to go on with a file that has changed meanwhile", async () => {
    const modelPath = scratch.tinyModel("changing.gguf");
    const engine = await openEngine({ modelPath });
    try {
      process.kill(engine.pid as number, "SIGKILL");
      appendFileSync(modelPath, "more");
      // The exit may not have been noticed yet; then this call fails by it and the next one loads.
      await codeOf(engine.begin(PROMPT));
      expect(await codeOf(engine.begin(PROMPT))).to.equal("model_hash");
    } finally {
      await engine.close();
    }
  });

  it("is stopped when it is silent for too long, and another one serves", async () => {
    const modelPath = scratch.tinyModel("silent.gguf");
    const engine = await openEngine({ modelPath, silenceMs: 4_000 });
    try {
      process.kill(engine.pid as number, "SIGSTOP");
      expect(await codeOf(engine.begin(PROMPT))).to.equal("timeout");
      expect(await codeOf(engine.begin(PROMPT.subarray(0, 5)))).to.equal("no error");
    } finally {
      await engine.close();
    }
  });

  it("ends its child when it is closed, and serves nobody afterwards", async () => {
    const engine = await openEngine({ modelPath: scratch.tinyModel("closed.gguf") });
    const { pid } = engine;
    await engine.close();
    expect(() => process.kill(pid as number, 0)).to.throw("ESRCH");
    expect(await codeOf(engine.begin(PROMPT))).to.equal("closed");
    expect(await codeOf(engine.tokenize("a"))).to.equal("closed");
  });
});
