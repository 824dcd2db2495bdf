/** The reader of streams against servers that are honest, broken or lie. */
import { expect } from "chai";
import { streamRequestDigest } from "../../../../app/asli/stream.ts";
import { compareStream } from "../../../../app/client/stream/compare.ts";
import type { StreamError } from "../../../../app/client/stream/error.ts";
import { readStream, type ReadOptions } from "../../../../app/client/stream/read.ts";
import { newStreamKey, streamName } from "../../../../app/client/stream/request.ts";
import type { StreamPiece } from "../../../../app/client/stream/types.ts";
import { fromBase64 } from "../../../../app/lib/bytes.ts";
import { verifySignature } from "../../../../app/tx/signature.ts";
import { type Answer, keysOf, linesOf, PARTS, type Streamer, streamer, TASK } from "./streamer.ts";

const RESULT = { tokenIds: [5, 6, 7, 8, 2], text: "Four 🦔.", finishReason: 1 };
const key = newStreamKey();
const patience = { silenceMs: 300, chunkMs: 600 };

/** Sends lines and ends, or stays open. */
function says(lines: readonly string[], ends = true): Answer {
  return (response) => {
    response.writeHead(200, { "content-type": "application/x-ndjson" });
    response.write(lines.map((line) => `${line}\n`).join(""));
    if (ends) response.end();
  };
}

describe("reading a stream", () => {
  const open: Streamer[] = [];
  afterEach(() => {
    for (const one of open.splice(0)) one.close();
  });

  async function nodes(...answers: readonly Answer[]): Promise<Streamer[]> {
    for (const [at, answer] of answers.entries()) open.push(await streamer(`node ${at}`, answer));
    return open;
  }

  interface Reading {
    readonly text: string;
    readonly tokenIds: readonly number[];
    readonly pieces: readonly StreamPiece[];
    readonly replaced: readonly string[];
    readonly error: unknown;
    readonly evidence: ReturnType<typeof readStream>["evidence"];
  }

  async function readAll(change: Partial<ReadOptions> = {}): Promise<Reading> {
    const pieces: StreamPiece[] = [];
    const replaced: string[] = [];
    const reading = readStream({
      task: TASK,
      nodes: open.map(({ node }) => node),
      key: key.secret,
      patience,
      onReplaced: (_, { code }) => replaced.push(code),
      ...change,
    });
    let error: unknown;
    try {
      for await (const piece of reading) pieces.push(piece);
    } catch (thrown) {
      error = thrown;
    }
    const text = pieces.map((piece) => piece.text).join("");
    const tokenIds = pieces.flatMap((piece) => piece.tokenIds);
    return { text, tokenIds, pieces, replaced, error, evidence: reading.evidence };
  }

  it("passes on what an honest node signs, and keeps it", async () => {
    const [one] = await nodes(says(linesOf(keysOf("node 0"), PARTS)));
    const { text, tokenIds, pieces, replaced, error, evidence } = await readAll();
    expect(error).to.equal(undefined);
    expect([text, tokenIds, replaced]).to.deep.equal([RESULT.text, RESULT.tokenIds, []]);
    expect(pieces.at(-1)?.finishReason).to.equal(1);
    expect(evidence).to.have.length(1);
    expect(compareStream(evidence[0] as never, RESULT)).to.deep.equal({ matches: true });
    const body = JSON.parse(one?.bodies[0] ?? "") as { expires_ms: number; signature: string };
    const digest = streamRequestDigest(streamName(TASK, one?.node.address ?? ""), body.expires_ms);
    expect(verifySignature(fromBase64(body.signature), digest, key.publicKey)).to.equal(true);
  });

  it("goes on from the next node, whose chunks are cut elsewhere", async () => {
    const others = [
      { tokenIds: [5], text: "F", finishReason: 0 },
      { tokenIds: [6, 7, 8], text: "our", finishReason: 0 },
      { tokenIds: [2], text: " 🦔.", finishReason: 1 },
    ];
    await nodes(
      says(linesOf(keysOf("node 0"), PARTS.slice(0, 2))),
      says(linesOf(keysOf("node 1"), others)),
    );
    const { text, tokenIds, replaced, error, evidence } = await readAll();
    expect(error).to.equal(undefined);
    expect([text, tokenIds, replaced]).to.deep.equal([RESULT.text, RESULT.tokenIds, ["cut_off"]]);
    expect(evidence).to.have.length(2);
  });

  const failures: readonly [string, string, Answer][] = [
    ["is silent", "silent", says([], false)],
    [
      "only waits",
      "silent",
      (response) => {
        response.writeHead(200);
        const timer = setInterval(() => response.write('{"waiting":true}\n'), 100);
        response.on("close", () => clearInterval(timer));
      },
    ],
    ["refuses", "refused", (response) => void response.writeHead(404).end('{"error":"no"}')],
    ["gives up", "refused", says(['{"error":{"code":"gone","message":"no"}}'])],
    ["drops", "unreachable", (response) => void response.destroy()],
    ["sends no JSON", "malformed", says(["hello"])],
    ["sends a line without end", "malformed", says(["x".repeat(70_000)], false)],
    [
      "sends elsewhere",
      "unreachable",
      (response) => void response.writeHead(302, { location: "/" }).end(),
    ],
    ["signs as another", "malformed", says(linesOf(keysOf("node 1"), PARTS))],
    ["begins later", "malformed", says(linesOf(keysOf("node 0"), PARTS).slice(1))],
    [
      "leaves one out",
      "malformed",
      says(linesOf(keysOf("node 0"), PARTS).filter((_, at) => at !== 1)),
    ],
    [
      "changes text",
      "malformed",
      says(linesOf(keysOf("node 0"), PARTS).map((l) => l.replace("Fo", "fo"))),
    ],
    [
      "streams another task",
      "malformed",
      says(linesOf(keysOf("node 0"), PARTS, { ...TASK, attempt: 1 })),
    ],
    [
      "sends chunks of nothing",
      "malformed",
      says(linesOf(keysOf("node 0"), [{ tokenIds: [], text: "", finishReason: 0 }])),
    ],
  ];
  for (const [what, code, answer] of failures) {
    it(`asks the next node when one ${what}`, async () => {
      await nodes(answer, says(linesOf(keysOf("node 1"), PARTS)));
      const { text, replaced, error } = await readAll();
      expect(error).to.equal(undefined);
      expect([text, replaced]).to.deep.equal([RESULT.text, [code]]);
    });
  }

  it("reports two nodes that say different things, with what both said", async () => {
    const other = [{ tokenIds: [5, 9], text: "Fi", finishReason: 0 }];
    await nodes(
      says(linesOf(keysOf("node 0"), PARTS.slice(0, 1))),
      says(linesOf(keysOf("node 1"), other)),
    );
    const { error, evidence } = await readAll();
    expect((error as StreamError).code).to.equal("conflict");
    expect(evidence.map(({ chunks }) => chunks)).to.deep.equal([PARTS.slice(0, 1), other]);
    const compared = compareStream(evidence[1] as never, RESULT);
    expect(compared).to.include({ matches: false, fault: "tokens" });
  });

  it("reports a node that ends before what another has shown", async () => {
    await nodes(
      says(linesOf(keysOf("node 0"), PARTS.slice(0, 2))),
      says(linesOf(keysOf("node 1"), [{ tokenIds: [5, 6], text: "Fo", finishReason: 3 }])),
    );
    expect(((await readAll()).error as StreamError).code).to.equal("conflict");
  });

  it("gives up when no node is left, and without any", async () => {
    await nodes((response) => void response.writeHead(409).end());
    const { error, replaced } = await readAll();
    expect((error as StreamError).code).to.equal("exhausted");
    expect(replaced).to.have.length(5);
    expect(((await readAll({ nodes: [] })).error as StreamError).code).to.equal("exhausted");
  });

  it("ends when it is told to, with the signal's reason", async () => {
    await nodes(says(linesOf(keysOf("node 0"), PARTS.slice(0, 1)), false));
    const stop = new AbortController();
    setTimeout(() => stop.abort(new Error("enough")), 50);
    const { text, error } = await readAll({ signal: stop.signal });
    expect([text, (error as Error).message]).to.deep.equal(["Fo", "enough"]);
    const late = await readAll({ signal: stop.signal });
    expect((late.error as Error).message).to.equal("enough");
  });
});
