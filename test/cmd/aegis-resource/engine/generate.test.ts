/** Generation within the engine's process: the same results as step by step, and the same ends. */
import { expect } from "chai";
import type { Engine } from "../../../../app/asli/engine.ts";
import { type ExecuteOptions, execute } from "../../../../app/asli/executor.ts";
import type { SampledToken } from "../../../../app/asli/generate.ts";
import { type Job, parseJob } from "../../../../app/asli/job.ts";
import { type ChildEngine, openEngine } from "../../../../cmd/aegis-resource/engine/engine.ts";
import { codeOf } from "../../../kit/candidates.ts";
import { seed } from "../../../kit/inference.ts";
import { ScratchFolder } from "../../../kit/tinyModelFile.ts";

const LENGTH = 40;
const CONTEXT = 1_100;
const NO_END: ExecuteOptions = { endTokens: [] };

function jobOf(more: object = {}): Job {
  return parseJob({
    prompt: "the quick brown fox",
    sampling: { temperature_milli: 800 },
    max_output_tokens: LENGTH,
    context_length: CONTEXT,
    seed: seed(7),
    ...more,
  });
}

/** The same engine, run by `begin` and `step`. */
function stepwise(engine: ChildEngine): Engine {
  const { model, kernelClass, systemInfo } = engine;
  return {
    model,
    kernelClass,
    systemInfo,
    tokenize: (text) => engine.tokenize(text),
    detokenize: (ids) => engine.detokenize(ids),
    begin: (prompt, signal) => engine.begin(prompt, signal),
    step: (token) => engine.step(token),
    prefill: (prompt, output, signal) => engine.prefill(prompt, output, signal),
    close: () => engine.close(),
  };
}

async function reasonOf(action: Promise<unknown>): Promise<unknown> {
  return action.then(
    () => "no error",
    (error: unknown) => error,
  );
}

describe("generation in the engine's process", function () {
  this.timeout(60_000);
  const scratch = new ScratchFolder();
  let engine: ChildEngine;

  before(async () => {
    const modelPath = scratch.tinyModel("tiny.gguf");
    engine = await openEngine({ modelPath, contextLength: CONTEXT, silenceMs: 4_000 });
  });

  after(async () => {
    await engine.close();
    scratch.remove();
  });

  const jobs: readonly (readonly [string, object, ExecuteOptions])[] = [
    ["with noise", {}, NO_END],
    ["of the best candidates", { sampling: {} }, NO_END],
    ["with cuts", { sampling: { temperature_milli: 1_500, top_k: 9, top_p_milli: 700 } }, {}],
    ["up to an end token", { sampling: { temperature_milli: 2_000 } }, {}],
    ["up to a stop string", { sampling: { temperature_milli: 2_000 }, stop: ["e", "zz"] }, NO_END],
    ["until the context is full", { context_length: 30 }, NO_END],
    ["with a challenge", {}, { ...NO_END, challenge: new Uint8Array(32).fill(3) }],
  ];
  for (const [name, more, options] of jobs) {
    it(`gives the result of steps (${name})`, async () => {
      const job = jobOf(more);
      const outcome = await execute(engine, job, options);
      expect(outcome).to.have.property("result");
      expect(outcome).to.deep.equal(await execute(stepwise(engine), job, options));
    });
  }

  it("streams the tokens and texts of steps", async () => {
    const stream = async (one: Engine): Promise<SampledToken[]> => {
      const all: SampledToken[] = [];
      await execute(one, jobOf(), { ...NO_END, onToken: (sampled) => all.push(sampled) });
      return all;
    };
    const all = await stream(engine);
    expect(all.length).to.equal(LENGTH);
    expect(all).to.deep.equal(await stream(stepwise(engine)));
  });

  it("stops when its signal says so, passes no further token and leaves no trace", async () => {
    const before = await execute(engine, jobOf(), NO_END);
    const controller = new AbortController();
    const reason = new Error("enough");
    let tokens = 0;
    const onToken = (): void => {
      tokens += 1;
      if (tokens === 3) controller.abort(reason);
    };
    const { signal } = controller;
    const long = jobOf({ max_output_tokens: 1_000 });
    expect(await reasonOf(execute(engine, long, { ...NO_END, signal, onToken }))).to.equal(reason);
    expect(tokens).to.equal(3);
    expect(await execute(engine, jobOf(), NO_END)).to.deep.equal(before);
  });

  it("hands on what the receiver of a token throws", async () => {
    const reason = new Error("no more room");
    const onToken = (): void => {
      throw reason;
    };
    expect(await reasonOf(execute(engine, jobOf(), { ...NO_END, onToken }))).to.equal(reason);
    expect(await execute(engine, jobOf(), NO_END)).to.have.property("result");
  });

  for (const [signal, code] of [
    ["SIGKILL", "crashed"],
    ["SIGSTOP", "timeout"],
  ] as const) {
    it(`reports a child that is gone in the middle of it (${signal})`, async () => {
      let tokens = 0;
      const onToken = (): void => {
        tokens += 1;
        if (tokens === 2) process.kill(engine.pid as number, signal);
      };
      const long = jobOf({ max_output_tokens: 1_000 });
      expect(await codeOf(execute(engine, long, { ...NO_END, onToken }))).to.equal(code);
      expect(await execute(engine, jobOf(), NO_END)).to.have.property("result");
    });
  }

  it("is refused while another one runs", async () => {
    const both = [execute(engine, jobOf(), NO_END), execute(engine, jobOf(), NO_END)];
    expect(await Promise.all(both.map(codeOf))).to.include("request_invalid");
  });

  it("is not copied with the engine's fields, so that a changed step is never passed over", () => {
    expect({ ...engine }).to.not.have.any.keys("generate", "begin", "step");
  });
});
