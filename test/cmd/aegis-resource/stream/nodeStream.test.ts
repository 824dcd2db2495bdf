/** Streams of a node: what it shows when, what it keeps, and what it never signs. */
import { expect } from "chai";
import secp256k1 from "secp256k1";
import { firstHead, nextHead } from "../../../../app/asli/stream.ts";
import { addressBytes, addressOfPublicKey } from "../../../../app/lib/address.ts";
import { fromBase64, hex, sha256, utf8 } from "../../../../app/lib/bytes.ts";
import { verifySignature } from "../../../../app/tx/signature.ts";
import { settledText } from "../../../../cmd/aegis-resource/stream/holdBack.ts";
import { StreamHub } from "../../../../cmd/aegis-resource/stream/hub.ts";
import { type NodeStream, OtherStream } from "../../../../cmd/aegis-resource/stream/nodeStream.ts";
import type { JobKey } from "../../../../cmd/aegis-resource/journal/job.ts";
import { Journal } from "../../../../cmd/aegis-resource/journal/journal.ts";
import { FinishReason, ResultContent, Task } from "../../../../proto/gen/aegis/tasks/v1/tasks.ts";

const secret = sha256(utf8("a node"));
const publicKey = secp256k1.publicKeyCreate(secret);
const address = addressOfPublicKey(publicKey);
const task = Task.create({ hash: sha256(utf8("task")), identity: { stop: ["END"] } as never });
const key: JobKey = {
  role: "execute",
  taskHash: task.hash,
  calculation: 0,
  attempt: 0,
  executor: address,
  round: 0,
};
const WORDS = ["Fo", "ur", " E", "els", "."];
const content = ResultContent.create({
  tokenIds: [10, 11, 12, 13, 14],
  text: WORDS.join(""),
  finishReason: FinishReason.FINISH_REASON_LENGTH,
});

/** A journal, a hub on it, and a clock that a test sets. */
class Bench {
  ms = 0;
  readonly journal: Journal;
  readonly hub: StreamHub;

  constructor(journal: Journal = new Journal(":memory:")) {
    this.journal = journal;
    journal.see(key, 1n);
    const committer = { chainId: "aegis-test", address, secret };
    this.hub = new StreamHub({ journal, committer, nowMs: () => this.ms });
  }

  run(stream: NodeStream, tokens: readonly number[] = content.tokenIds): void {
    stream.begin();
    for (const [position, token] of tokens.entries()) {
      this.ms += 60;
      stream.onToken({ position, token, text: WORDS.slice(0, position + 1).join("") });
    }
  }
}

interface Heard {
  readonly lines: string[];
  isOver: boolean;
}

function hear(stream: NodeStream): Heard {
  const heard: Heard = { lines: [], isOver: false };
  stream.listen({
    onLine: (line) => heard.lines.push(line),
    onEnd: () => {
      heard.isOver = true;
    },
  });
  return heard;
}

/** Tokens and text of verified lines. */
function said({ lines }: Heard): readonly [number[], string] {
  let head = firstHead({ chainId: "aegis-test", ...key, node: addressBytes(address) });
  const tokens: number[] = [];
  let text = "";
  for (const [at, line] of lines.entries()) {
    const { chunk } = JSON.parse(line);
    const part = { tokenIds: chunk.token_ids, text: chunk.text, finishReason: chunk.finish_reason };
    head = nextHead(head, part);
    expect([chunk.index, chunk.head]).to.deep.equal([at, hex(head)]);
    expect(verifySignature(fromBase64(chunk.signature), head, publicKey)).to.equal(true);
    tokens.push(...part.tokenIds);
    text += part.text;
  }
  return [tokens, text];
}

describe("a node's stream", () => {
  it("holds the newest token and what could become a stop string, until the commit is sent", () => {
    const own = new Bench();
    const stream = own.hub.stream(task, key);
    const heard = hear(stream);
    own.run(stream);
    expect(said(heard)).to.deep.equal([[10, 11, 12, 13], "Four Eels"]);
    stream.finish(content);
    expect(heard.isOver).to.equal(false);
    own.hub.sent([key]);
    expect(said(heard)).to.deep.equal([[...content.tokenIds], content.text]);
    expect(heard.isOver).to.equal(true);
    expect(said(hear(stream))).to.deep.equal(said(heard));
  });

  it("shows the same when a run is repeated, and nothing else", () => {
    const bench = new Bench();
    const stream = bench.hub.stream(task, key);
    const heard = hear(stream);
    bench.run(stream, [10, 11, 12]);
    bench.run(stream);
    expect(said(heard)[0]).to.deep.equal([10, 11, 12, 13]);
    expect(() => bench.run(stream, [10, 99])).to.throw(OtherStream);
    const other = { ...content, text: "Five" };
    expect(() => stream.finish(other)).to.throw(OtherStream);
    expect(said(heard)[0]).to.deep.equal([10, 11, 12, 13]);
  });

  it("signs no other stream after a restart", () => {
    const bench = new Bench();
    bench.run(bench.hub.stream(task, key), [10, 11, 12]);
    const again = new Bench(bench.journal);
    const stream = again.hub.stream(task, key);
    const heard = hear(stream);
    expect(said(heard)).to.deep.equal([[10, 11], "Four"]);
    expect(() => again.run(stream, [10, 12])).to.throw(OtherStream);
    again.run(stream);
    stream.finish(content);
    stream.release();
    expect(said(heard)).to.deep.equal([[...content.tokenIds], content.text]);
  });

  it("has the whole of a result that was committed before a restart", () => {
    const bench = new Bench();
    const { id } = bench.journal.see(key, 1n);
    bench.journal.ran(id, ResultContent.encode(content), new Uint8Array(20));
    bench.journal.move(id, "committed", "");
    const heard = hear(bench.hub.stream(task, key));
    expect([...said(heard), heard.isOver]).to.deep.equal([
      [...content.tokenIds],
      content.text,
      true,
    ]);
  });

  it("says so when it is given up, or cannot be answered", () => {
    for (const end of ["given_up", "unservable"] as const) {
      const bench = new Bench();
      const stream = bench.hub.stream(task, key);
      const heard = hear(stream);
      if (end === "given_up") bench.hub.givenUp(key, "no");
      else stream.finish(ResultContent.create({ unservableReason: 1 }));
      expect(JSON.parse(heard.lines.at(-1) ?? "").error.code).to.equal(end);
      expect(heard.isOver).to.equal(true);
    }
  });
});

describe("text that is held back", () => {
  const cases: readonly [string, readonly string[], string][] = [
    ["abc", [], "abc"],
    ["ab��", [], "ab"],
    ["a�b", [], "a�b"],
    ["abEN", ["END"], "ab"],
    ["abE", ["xE", "END", "bEx"], "a"],
    ["ENDx", ["END"], "ENDx"],
    ["aaa", ["aaab"], ""],
    ["", ["END"], ""],
    ["a\ud83d", [], "a"],
  ];
  for (const [text, stops, out] of cases) {
    it(`leaves ${JSON.stringify(out)} of ${JSON.stringify(text)} (${stops.join()})`, () => {
      expect(settledText(text, stops)).to.equal(out);
    });
  }
});
