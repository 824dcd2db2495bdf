/** What a run signs: never the newest token, never text that could change, never two streams. */
import { expect } from "chai";
import { type StreamChunk, streamDiffers, streamHead } from "../../../../app/asli/stream.ts";
import { outputText } from "../../../../app/asli/stop.ts";
import type { SignedChunk } from "../../../../app/client/stream/line.ts";
import { Recorder, unstableLength } from "../../../../cmd/aegis-resource/stream/recorder.ts";
import { GiveUp } from "../../../../cmd/aegis-resource/work/giveUp.ts";
import { streamStart } from "../../../../app/asli/stream.ts";

const NAME = {
  chainId: "aegis-test",
  taskHash: new Uint8Array(32).fill(1),
  calculation: 0,
  attempt: 0,
  node: new Uint8Array(20).fill(2),
};

interface Run {
  readonly kept: SignedChunk[];
  readonly recorder: Recorder;
  /** Tokens with the text after each. */
  say(tokens: readonly (readonly [token: number, text: string])[], stepMs?: number): void;
}

function run(before: readonly SignedChunk[] = [], stopStrings: readonly string[] = []): Run {
  const kept = [...before];
  let nowMs = 0;
  const recorder = new Recorder({
    start: streamStart(NAME),
    before,
    stopStrings,
    sign: (head) => head,
    keep: (chunk) => kept.push(chunk),
    nowMs: () => nowMs,
  });
  recorder.begin();
  return {
    kept,
    recorder,
    say: (tokens, stepMs = 60) => {
      for (const [position, [token, text]] of tokens.entries()) {
        nowMs += stepMs;
        recorder.onToken({ position, token, text });
      }
    },
  };
}

function said(chunks: readonly StreamChunk[]): readonly (readonly [number[], string])[] {
  return chunks.map(({ tokenIds, text }) => [[...tokenIds], text]);
}

const TOKENS = [
  [1, "a"],
  [2, "ab"],
  [3, "abc"],
] as const;
const RESULT = { tokenIds: [1, 2, 3], text: "abc", finishReason: 1 };

describe("recording a stream", () => {
  it("holds the newest token back until the commit", () => {
    const { kept, recorder, say } = run();
    say(TOKENS);
    const open = [
      [[], ""],
      [[1], "a"],
      [[2], "b"],
    ];
    expect(said(kept)).to.deep.equal(open);
    recorder.check(RESULT);
    recorder.finish(RESULT);
    recorder.finish(RESULT);
    expect(said(kept)).to.deep.equal([...open, [[3], "c"]]);
    expect(kept.at(-1)?.head).to.deep.equal(streamHead(NAME, kept));
    expect(kept.map(({ index }) => index)).to.deep.equal([0, 1, 2, 3]);
  });

  it("puts what comes within 50 ms into one chunk", () => {
    const { kept, say } = run();
    const many = Array.from({ length: 100 }, (_, at) => [at, "x".repeat(at + 1)] as const);
    say(many, 10);
    expect(kept.length).to.be.within(18, 22);
  });

  it("says half a character or half a stop string only when it stands", () => {
    expect(unstableLength("gr\ufffd\ufffd", [])).to.equal(2);
    expect(unstableLength("a\ufffdb", [])).to.equal(0);
    expect(unstableLength("x STO", ["STOP", "T"])).to.equal(3);
    expect(unstableLength("x ST\ufffd", ["STOP"])).to.equal(3);
    expect(unstableLength("aaa", ["aaaa"])).to.equal(3);
    const whole = "Über 😀 aaSTO aSTOP";
    const stops = ["STOP", "aaaa"];
    const result = { tokenIds: [] as number[], text: outputText(whole, stops), finishReason: 2 };
    const tokens = [...new TextEncoder().encode(whole)].map((_, at) => {
      const bytes = new TextEncoder().encode(whole).subarray(0, at + 1);
      result.tokenIds.push(at);
      return [at, outputText(new TextDecoder().decode(bytes), stops)] as const;
    });
    const { kept, recorder, say } = run([], stops);
    say(tokens);
    expect(kept.length).to.be.greaterThan(20);
    for (let end = 0; end <= kept.length; end += 1) {
      expect(streamDiffers(kept.slice(0, end), result)).to.equal(false);
    }
    recorder.finish(result);
    expect(streamDiffers(kept, result)).to.equal(false);
  });

  it("goes on where an earlier run of the same work was killed", () => {
    const first = run();
    first.say(TOKENS.slice(0, 2));
    const second = run(first.kept);
    second.say(TOKENS);
    second.recorder.finish(RESULT);
    expect(said(second.kept).slice(1)).to.deep.equal([
      [[1], "a"],
      [[2], "b"],
      [[3], "c"],
    ]);
  });

  it("gives up rather than sign another stream, or commit another result", () => {
    const first = run();
    first.say(TOKENS);
    const other = run(first.kept);
    expect(() =>
      other.say([
        [1, "a"],
        [9, "ax"],
      ]),
    ).to.throw(GiveUp);
    expect(other.kept).to.deep.equal(first.kept);
    const shorter = { ...RESULT, tokenIds: [1], text: "a" };
    expect(() => run(first.kept).recorder.check(shorter)).to.throw(GiveUp);
    const takenBack = { ...RESULT, text: "Abc" };
    expect(() => first.recorder.check(takenBack)).to.throw(GiveUp);
    expect(() => first.recorder.finish(takenBack)).to.throw(GiveUp);
  });
});
