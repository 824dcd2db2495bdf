/** Reads streams of nodes that drop, hang, forge and contradict each other. */
import { expect } from "chai";
import type { StreamChunk } from "../../../../app/asli/stream.ts";
import { compareStream } from "../../../../app/client/stream/compare.ts";
import { StreamError } from "../../../../app/client/stream/error.ts";
import { readLine, writeLine } from "../../../../app/client/stream/line.ts";
import type { StreamedTask } from "../../../../app/client/stream/listen.ts";
import { readStream, type ReadStreamOptions } from "../../../../app/client/stream/read.ts";
import { newStreamKey } from "../../../../app/client/stream/request.ts";
import { ResultContent, RevealedResult } from "../../../../proto/gen/aegis/tasks/v1/tasks.ts";
import { type Script, type ScriptedNode, scriptedNode } from "../../../kit/streamNode.ts";

const TASK: StreamedTask = {
  chainId: "aegis-test",
  taskHash: new Uint8Array(32).fill(9),
  calculation: 0,
  attempt: 0,
};
const CHUNKS: readonly StreamChunk[] = [
  { tokenIds: [1, 2], text: "Grüß", finishReason: 0 },
  { tokenIds: [3], text: "", finishReason: 0 },
  { tokenIds: [4], text: " 😀", finishReason: 0 },
  { tokenIds: [5], text: "!", finishReason: 1 },
];
const TEXT = "Grüß 😀!";
const QUICK = { patience: { silenceMs: 300, beginMs: 300, chunkMs: 300 }, giveUpMs: 400 };

interface Read {
  readonly text: string;
  readonly tokenIds: readonly number[];
  readonly executors: readonly string[];
  readonly replaced: readonly string[];
}

describe("client: streams", () => {
  const nodes: ScriptedNode[] = [];
  afterEach(async () => {
    await Promise.all(nodes.splice(0).map((node) => node.close()));
  });

  async function nodesOf(...scripts: readonly Script[]): Promise<ScriptedNode[]> {
    for (const [at, script] of scripts.entries()) {
      nodes.push(
        await scriptedNode({ secret: new Uint8Array(32).fill(at + 1), port: 0 }, TASK, script),
      );
    }
    return nodes;
  }

  async function read(options: Partial<ReadStreamOptions> = {}): Promise<Read> {
    const replaced: string[] = [];
    const onReplaced = (_: string, { code }: StreamError): number => replaced.push(code);
    const key = newStreamKey();
    const stream = readStream({ task: TASK, nodes, key, onReplaced, ...QUICK, ...options });
    const tokenIds: number[] = [];
    const executors: string[] = [];
    let text = "";
    for await (const piece of stream) {
      text += piece.text;
      tokenIds.push(...piece.tokenIds);
      executors.push(piece.executor);
    }
    return { text, tokenIds, executors: [...new Set(executors)], replaced };
  }

  async function faultOf(reading: Promise<unknown>): Promise<string> {
    try {
      await reading;
    } catch (error) {
      if (error instanceof StreamError) return error.code;
      throw error;
    }
    return "none";
  }

  it("passes on what one node tells, and asks it with a signature", async () => {
    const [node] = await nodesOf({ chunks: CHUNKS, ending: "end" });
    const { text, tokenIds, replaced } = await read();
    expect(text).to.equal(TEXT);
    expect(tokenIds).to.deep.equal([1, 2, 3, 4, 5]);
    expect(replaced).to.deep.equal([]);
    expect(JSON.parse(node?.requests[0] ?? "")).to.include({ calculation: 0, attempt: 0 });
  });

  it("goes on from another node when one drops, telling nothing twice", async () => {
    const first = { chunks: CHUNKS.slice(0, 2), ending: "drop" } as const;
    const all = await nodesOf(first, { chunks: CHUNKS, ending: "end" });
    const { text, tokenIds, executors, replaced } = await read();
    expect(text).to.equal(TEXT);
    expect(tokenIds).to.deep.equal([1, 2, 3, 4, 5]);
    expect(executors).to.deep.equal(all.map(({ address }) => address));
    expect(replaced).to.deep.equal(["dropped"]);
  });

  it("leaves a node that is silent, forges or cannot be reached", async () => {
    await nodesOf(
      { chunks: CHUNKS.slice(0, 1), ending: "hang" },
      { chunks: CHUNKS, ending: "end", forgedFrom: 1 },
      { chunks: [], ending: "hang" },
      { chunks: CHUNKS, ending: "end" },
    );
    await nodes[2]?.close();
    const gone = nodes.splice(2, 1);
    const { text, replaced } = await read({
      nodes: [...nodes.slice(0, 2), ...gone, ...nodes.slice(2)],
    });
    expect(text).to.equal(TEXT);
    expect(replaced).to.deep.equal(["silent", "not_signed", "dropped"]);
  });

  it("leaves a node whose chunks say nothing", async () => {
    const empty = { tokenIds: [], text: "", finishReason: 0 };
    const idle = { chunks: [empty, empty], ending: "hang" } as const;
    await nodesOf(idle, { chunks: [empty, ...CHUNKS], ending: "end" });
    const { text, replaced } = await read();
    expect(text).to.equal(TEXT);
    expect(replaced).to.deep.equal(["malformed"]);
  });

  it("reports nodes that contradict each other, and keeps what both signed", async () => {
    const other = [{ tokenIds: [1, 7], text: "Gruß", finishReason: 0 }];
    await nodesOf({ chunks: CHUNKS.slice(0, 2), ending: "drop" }, { chunks: other, ending: "end" });
    const stream = readStream({ task: TASK, nodes, key: newStreamKey(), ...QUICK });
    const all = async (): Promise<void> => {
      for await (const piece of stream) expect(piece.text).to.be.a("string");
    };
    expect(await faultOf(all())).to.equal("conflict");
    expect(stream.evidence().map(({ chunks }) => chunks.length)).to.deep.equal([2, 1]);
  });

  it("gives up when nobody tells anything, and at once when told to", async () => {
    await nodesOf({ chunks: [], ending: "drop" });
    expect(await faultOf(read())).to.equal("no_stream");
    expect(await faultOf(read({ nodes: [] }))).to.equal("no_stream");
    const reason = new Error("enough");
    const reading = read({ signal: AbortSignal.abort(reason) });
    expect(await reading.catch((error: unknown) => error)).to.equal(reason);
  });

  it("makes a fraud of a stream that is not its node's result", () => {
    const executor = "aegis1node";
    const chunks = CHUNKS.map((chunk, index) => {
      const signature = new Uint8Array(64).fill(index);
      return { ...chunk, index, head: new Uint8Array(32), signature };
    });
    const evidence = { executor, chunks };
    const content = ResultContent.create({
      tokenIds: [1, 2, 3, 4, 5],
      text: TEXT,
      finishReason: 1,
    });
    const revealed = RevealedResult.create({ taskHash: TASK.taskHash, executor, content });
    expect(compareStream(evidence, revealed)).to.deep.equal({ matches: true });
    const wrong = { ...revealed, content: { ...content, text: "Gruß 😀!" } };
    const told = compareStream(evidence, wrong);
    expect(!told.matches && told.fraud?.chunks).to.deep.equal(CHUNKS.slice(0, 1));
    const ends = compareStream(evidence, { ...revealed, content: { ...content, finishReason: 3 } });
    expect(!ends.matches && ends.fraud?.chunks).to.deep.equal(CHUNKS);
    expect(!ends.matches && ends.fraud?.signature[0]).to.equal(CHUNKS.length - 1);
    const another = compareStream(evidence, { ...wrong, executor: "aegis1other" });
    expect(another).to.deep.equal({ matches: false });
  });

  it("refuses lines that are not of the format", () => {
    const chunk = {
      ...(CHUNKS[0] as StreamChunk),
      index: 0,
      head: new Uint8Array(32),
      signature: new Uint8Array(64),
    };
    const line = writeLine({ chunk });
    expect(readLine(line)).to.deep.equal({ chunk });
    const bad = ["", "null", "[]", "{}", "{", '{"error":{}}', '{"chunk":{}}'];
    bad.push(line.replace("[1,2]", "[1,-2]"), line.replace("[1,2]", "[1.5]"));
    bad.push(line.replace("Grüß", "\\ud83d"), line.replace('"index":0', '"index":"0"'));
    for (const one of bad) expect(() => readLine(one), one).to.throw(StreamError);
  });
});
