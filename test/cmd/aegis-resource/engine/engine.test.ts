/** The engine over a tiny model: what it answers, in which batches, and what it refuses. */
import { expect } from "chai";
import fc from "fast-check";
import { CANDIDATES } from "../../../../app/asli/constants.ts";
import { hex, sha256 } from "../../../../app/lib/bytes.ts";
import { type ChildEngine, openEngine } from "../../../../cmd/aegis-resource/engine/engine.ts";
import { knownAnswer } from "../../../../cmd/aegis-resource/engine/knownAnswer.ts";
import { best, bits, codeOf } from "../../../kit/candidates.ts";
import { Prng } from "../../../kit/prng.ts";
import { tinyGguf } from "../../../kit/tinyGguf.ts";
import { ScratchFolder } from "../../../kit/tinyModelFile.ts";

const VOCABULARY = 342;
const CONTEXT = 1_100;

function tokens(length: number, seed = 1): Uint32Array {
  const random = new Prng(seed);
  return Uint32Array.from({ length }, () => 5 + random.below(VOCABULARY - 5));
}

describe("the engine", function () {
  this.timeout(60_000);
  const scratch = new ScratchFolder();
  let engine: ChildEngine;

  before(async () => {
    const modelPath = scratch.tinyModel("tiny.gguf");
    engine = await openEngine({ modelPath, contextLength: CONTEXT });
  });

  after(async () => {
    await engine.close();
    scratch.remove();
  });

  it("says what it loaded, from the file's own bytes", () => {
    expect(engine.model.sha256).to.equal(hex(sha256(tinyGguf())));
    expect(engine.model.vocabularySize).to.equal(VOCABULARY);
    expect(engine.model.contextLength).to.equal(CONTEXT);
    expect(engine.model.addBos).to.equal(false);
    expect(engine.model.endTokens).to.deep.equal([2, 4]);
    expect(engine.model.specialTokens.get("<|im_start|>")).to.equal(3);
    expect(engine.model.specialTokens.get("<|im_end|>")).to.equal(4);
    expect(engine.model.specialTokens.has("the")).to.equal(false);
  });

  it("runs the AVX2 kernels, whatever more the CPU can do", () => {
    expect(engine.kernelClass).to.equal("cpu-x64-avx2");
    expect(engine.systemInfo).to.include("AVX2 = 1").and.not.include("AVX512 = 1");
    expect(engine.library).to.match(/^node-llama-cpp \d+\.\d+\.\d+$/);
  });

  it("never makes a control token of text", async () => {
    const ids = await engine.tokenize("<|im_start|>system");
    expect(Array.from(ids)).to.not.include(3);
    expect(await engine.detokenize(ids)).to.equal("<|im_start|>system");
  });

  it("turns any text into tokens and back", async () => {
    const text = fc.string({ unit: "grapheme", maxLength: 40 }).filter((s) => !s.includes("\0"));
    await fc.assert(
      fc.asyncProperty(text, async (original) => {
        expect(await engine.detokenize(await engine.tokenize(original))).to.equal(original);
      }),
      { numRuns: 60 },
    );
  });

  it("drops special tokens and replaces broken characters when it makes text", async () => {
    const byte = (value: number): number => 5 + value;
    const ids = Uint32Array.of(1, byte(0x68), 3, byte(0xc3), byte(0x69), 4, 2);
    expect(await engine.detokenize(ids)).to.equal("h\ufffdi");
  });

  it("returns the best raw logits, each id once", async () => {
    const { ids, logits } = await engine.begin(tokens(7));
    expect(ids.length).to.equal(CANDIDATES);
    expect(logits.length).to.equal(CANDIDATES);
    expect(new Set(ids).size).to.equal(CANDIDATES);
    expect(Math.max(...ids)).to.be.below(VOCABULARY);
  });

  for (const length of [1, 2, 511, 512, 513, 1_024, 1_025]) {
    it(`replays with the same bits after a prompt of ${length}`, async () => {
      const prompt = tokens(length, length);
      const run = async (output?: readonly number[]): Promise<[number[], string[]]> => {
        const all: string[] = [];
        const chosen: number[] = [];
        let candidates = await engine.begin(prompt);
        for (let position = 0; position < 12; position += 1) {
          all.push(bits(candidates));
          chosen.push(output?.[position] ?? best(candidates));
          candidates = await engine.step(chosen[position] as number);
        }
        return [chosen, all];
      };
      const [output, first] = await run();
      // Something else in between must not leave a trace.
      await engine.prefill(tokens(40, 9), tokens(10, 10));
      const [, second] = await run(output);
      expect(second).to.deep.equal(first);
    });
  }

  it("evaluates in batches of exactly 512 from the first token on", async () => {
    const prompt = tokens(512, 3);
    const [afterPrompt] = await engine.prefill(prompt, tokens(9, 4));
    expect(bits(afterPrompt as never)).to.equal(bits(await engine.begin(prompt)));
  });

  it("returns candidates for each output position of a prefill", async () => {
    const prompt = tokens(505, 5);
    const output = tokens(20, 6);
    const all = await engine.prefill(prompt, output);
    expect(all.length).to.equal(20);
    // The last one looks at all before it: changing any earlier token changes it.
    output[3] = (output[3] as number) === 6 ? 7 : 6;
    const others = await engine.prefill(prompt, output);
    const same = all.map((each, at) => bits(each) === bits(others[at] as never));
    expect(same.slice(0, 4)).to.deep.equal([true, true, true, true]);
    expect(same.slice(4)).to.not.include(true);
  });

  it("agrees with itself between decode and prefill but for rounding", async () => {
    const prompt = tokens(30, 7);
    const output = tokens(8, 8);
    const prefilled = await engine.prefill(prompt, output);
    let candidates = await engine.begin(prompt);
    for (const [position, token] of output.entries()) {
      const own = new Map(Array.from(candidates.ids, (id, at) => [id, candidates.logits[at]]));
      const other = prefilled[position] as typeof candidates;
      const common = Array.from(other.ids).filter((id) => own.has(id));
      expect(common.length).to.be.above(CANDIDATES - 4);
      for (const [at, id] of other.ids.entries()) {
        if (own.has(id)) expect(other.logits[at]).to.be.closeTo(own.get(id) as number, 0.01);
      }
      if (position < 7) candidates = await engine.step(token);
    }
  });

  it("refuses what does not fit in the context", async () => {
    expect(await codeOf(engine.begin(tokens(CONTEXT)))).to.equal("context_exceeded");
    expect(await codeOf(engine.prefill(tokens(CONTEXT - 5), tokens(6)))).to.equal(
      "context_exceeded",
    );
    expect(await engine.prefill(tokens(CONTEXT - 5), tokens(5))).to.have.length(5);
    // A step is for one more token, which must have room as well.
    await engine.begin(tokens(CONTEXT - 2));
    expect(await codeOf(engine.step(7))).to.equal("no error");
    expect(await codeOf(engine.step(7))).to.equal("context_exceeded");
  });

  it("refuses what the library would abort on", async () => {
    expect(await codeOf(engine.begin(new Uint32Array(0)))).to.equal("request_invalid");
    expect(await codeOf(engine.begin(Uint32Array.of(VOCABULARY)))).to.equal("request_invalid");
    expect(await codeOf(engine.prefill(tokens(3), new Uint32Array(0)))).to.equal("request_invalid");
    expect(await codeOf(engine.detokenize(Uint32Array.of(0xffffffff)))).to.equal("request_invalid");
    await engine.begin(tokens(3));
    expect(await codeOf(engine.step(VOCABULARY))).to.equal("request_invalid");
  });

  it("steps only after a begin that succeeded", async () => {
    expect(await codeOf(engine.begin(Uint32Array.of(VOCABULARY)))).to.equal("request_invalid");
    await engine.prefill(tokens(3), tokens(2));
    expect(await codeOf(engine.step(7))).to.equal("request_invalid");
  });

  it("serves one evaluation at a time", async () => {
    const first = engine.begin(tokens(600));
    expect(await codeOf(engine.begin(tokens(3)))).to.equal("request_invalid");
    expect(await codeOf(first)).to.equal("no error");
  });

  it("stops between batches when it is told to, and starts clean afterwards", async () => {
    const prompt = tokens(1_050);
    const before = bits(await engine.begin(prompt));
    const abort = new AbortController();
    const reason = new Error("window closed");
    const running = engine.begin(prompt, abort.signal);
    abort.abort(reason);
    expect(await running.catch((error: unknown) => error)).to.equal(reason);
    expect(await engine.begin(prompt, abort.signal).catch((e: unknown) => e)).to.equal(reason);
    expect(bits(await engine.begin(prompt))).to.equal(before);
  });

  it("gives the same known answer at any number of threads and in any context", async () => {
    const modelPath = scratch.tinyModel("same.gguf");
    const other = await openEngine({ modelPath, contextLength: 256, threads: 2 });
    try {
      expect(await knownAnswer(other)).to.equal(await knownAnswer(engine));
    } finally {
      await other.close();
    }
  });
});
