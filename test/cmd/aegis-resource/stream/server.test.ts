/** A node's streams over HTTP: who hears them, when, and what becomes of bad requests. */
import { connect } from "node:net";
import { expect } from "chai";
import { compareStream } from "../../../../app/client/stream/compare.ts";
import { nameOf, type StreamedTask } from "../../../../app/client/stream/listen.ts";
import { readStream, type TaskStream } from "../../../../app/client/stream/read.ts";
import {
  newStreamKey,
  signRequest,
  STREAM_PATH,
  type StreamRequest,
} from "../../../../app/client/stream/request.ts";
import { hex } from "../../../../app/lib/bytes.ts";
import { silentLogger } from "../../../../app/lib/log.ts";
import { serveStreams, type StreamServer } from "../../../../cmd/aegis-resource/stream/server.ts";
import type { TaskRequest } from "../../../../proto/gen/aegis/tasks/v1/tasks.ts";
import { CHAIN_ID, createChain, type TestChain } from "../../../kit/chain.ts";
import { type recordOf, runUntil, submit, TestNode } from "../../../kit/resourceNodes.ts";
import { ScratchFolder } from "../../../kit/tinyModelFile.ts";

const KEY = newStreamKey();
const REQUEST: Partial<TaskRequest> = {
  prompt: "Hello",
  sampling: { temperatureMilli: 0, topK: 0, topPMilli: 0 },
  maxOutputTokens: 8,
  streamKey: KEY.publicKey,
};

interface Scene {
  readonly world: TestChain;
  readonly nodes: readonly TestNode[];
  readonly task: StreamedTask;
  readonly url: string;
}

describe("a node's streams", () => {
  const scratch = new ScratchFolder();
  const servers: StreamServer[] = [];
  after(() => scratch.remove());
  afterEach(async () => {
    await Promise.all(servers.splice(0).map((server) => server.close()));
  });

  async function serve(node: TestNode): Promise<string> {
    const parts = { chain: node.chain, streams: node.streams, log: silentLogger };
    const server = await serveStreams("127.0.0.1:0", parts);
    servers.push(server);
    return `http://127.0.0.1:${server.port}`;
  }

  /** Three nodes, of which the first one streams. */
  async function scene(change: Partial<TaskRequest> = {}): Promise<Scene> {
    const world = createChain({ checkInvariants: false });
    world.mock.run(3);
    const nodes = [0, 1, 2].map((index) => {
      return new TestNode(world, index, { isStreaming: index === 0 });
    });
    const taskHash = await submit(world, { ...REQUEST, ...change });
    const task = { chainId: CHAIN_ID, taskHash, calculation: 0, attempt: 0 };
    return { world, nodes, task, url: await serve(nodes[0] as TestNode) };
  }

  function reading({ nodes, task, url }: Scene, patience = 2_000): TaskStream {
    const { address, publicKey } = (nodes[0] as TestNode).signer;
    return readStream({
      task,
      nodes: [{ address, publicKey, endpoint: url }],
      key: KEY,
      patience: { silenceMs: patience, beginMs: patience, chunkMs: patience },
      giveUpMs: patience,
    });
  }

  async function ask(url: string, body: unknown, method = "POST"): Promise<number> {
    const text = typeof body === "string" ? body : JSON.stringify(body);
    const sent = { method, ...(method === "POST" && { body: text }) };
    const response = await fetch(`${url}${STREAM_PATH}`, sent);
    await response.body?.cancel();
    return response.status;
  }

  function requestOf({ nodes, task }: Scene, nowMs = Date.now()): StreamRequest {
    return signRequest(nameOf(task, (nodes[0] as TestNode).signer.address), KEY, nowMs);
  }

  it("are heard from the first token, and are what is revealed", async () => {
    const it = await scene();
    const stream = reading(it, 20_000);
    let text = "";
    const heard = (async () => {
      for await (const piece of stream) text += piece.text;
    })();
    const { world, nodes, task } = it;
    const isShown = (one: Awaited<ReturnType<typeof recordOf>>): boolean => one.revealed.length > 0;
    const { revealed } = await runUntil(world, nodes.slice(0, 1), task.taskHash, isShown);
    await heard;
    expect(text).to.equal(revealed[0]?.content?.text);
    const [evidence] = stream.evidence();
    expect(evidence && revealed[0] && compareStream(evidence, revealed[0]).matches).to.equal(true);
    // Who comes late hears the same.
    let again = "";
    for await (const piece of reading(it)) again += piece.text;
    expect(again).to.equal(text);
  });

  it("hold the last token back until the commit is under way", async () => {
    const it = await scene();
    const node = it.nodes[0] as TestNode;
    for (let block = 0; node.journal.counts().ran !== 1; block += 1) {
      await node.look();
      expect(block).to.be.below(20);
      if (node.journal.counts().ran !== 1) it.world.mock.block();
    }
    const place = it.task;
    const before = node.streams.chunks(place);
    expect(before.length).to.be.greaterThan(0);
    expect(before.every(({ finishReason }) => finishReason === 0)).to.equal(true);
    await node.look();
    expect(node.streams.chunks(place).at(-1)?.finishReason).to.be.greaterThan(0);
  });

  it("are refused to whoever may not hear them, each with its status", async () => {
    const it = await scene();
    const good = requestOf(it);
    expect(await ask(it.url, good)).to.equal(200);
    const bad = ["", "{", "[]", "null", "{}", { ...good, task_hash: "00" }];
    bad.push({ ...good, calculation: -1 }, { ...good, attempt: 1.5 }, { ...good, signature: "x" });
    for (const body of bad) expect(await ask(it.url, body), JSON.stringify(body)).to.equal(400);
    expect(await ask(it.url, "x".repeat(5_000))).to.equal(413);
    const other = signRequest(nameOf(it.task, it.nodes[1]?.signer.address ?? ""), KEY, Date.now());
    const stranger = signRequest(
      nameOf(it.task, it.nodes[0]?.signer.address ?? ""),
      newStreamKey(),
      Date.now(),
    );
    const forged = [other, stranger, { ...good, attempt: 1 }, requestOf(it, Date.now() - 400_000)];
    forged.push(requestOf(it, Date.now() + 400_000));
    for (const body of forged) expect(await ask(it.url, body)).to.equal(401);
    expect(await ask(it.url, { ...good, task_hash: hex(new Uint8Array(32)) })).to.equal(404);
    expect(await ask(it.url, "", "GET")).to.equal(405);
    expect(await ask(it.url, "", "OPTIONS")).to.equal(204);
    expect((await fetch(`${it.url}/../../etc/passwd`)).status).to.equal(404);
    const silent = await submit(it.world, { ...REQUEST, streamKey: new Uint8Array(0) });
    expect(await ask(it.url, { ...good, task_hash: hex(silent) })).to.equal(409);
  });

  it("let eight listen to one task", async () => {
    const it = await scene();
    const stop = new AbortController();
    const body = JSON.stringify(requestOf(it));
    const { signal } = stop;
    const open = async (): Promise<number> =>
      (await fetch(`${it.url}${STREAM_PATH}`, { method: "POST", body, signal })).status;
    const statuses: number[] = [];
    for (let at = 0; at < 9; at += 1) statuses.push(await open());
    expect(statuses).to.deep.equal([...Array.from({ length: 8 }, () => 200), 429]);
    stop.abort();
    for (let tries = 0; (await ask(it.url, body)) !== 200; tries += 1) {
      expect(tries).to.be.below(50);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  });

  it("survive bytes that are no HTTP", async () => {
    const it = await scene();
    const port = Number(new URL(it.url).port);
    const noise = ["\0\0\0\r\n\r\n", `POST / HTTP/1.1\r\nx: ${"y".repeat(20_000)}\r\n\r\n`];
    for (const bytes of noise) {
      const socket = connect(port, "127.0.0.1");
      socket.on("error", () => undefined);
      await new Promise((resolve) => {
        socket.on("close", resolve);
        socket.write(bytes);
        socket.resume();
      });
    }
    expect(await ask(it.url, requestOf(it))).to.equal(200);
  });

  it("are told to the end by a node that was killed after its commit was sent", async () => {
    const world = createChain({ checkInvariants: false });
    world.mock.run(3);
    const folder = scratch.folder("killed");
    const node = new TestNode(world, 0, {
      folder,
      isStreaming: true,
      crashAt: "after-commit-signed",
    });
    const taskHash = await submit(world, REQUEST);
    const task = { chainId: CHAIN_ID, taskHash, calculation: 0, attempt: 0 };
    const isShown = (one: Awaited<ReturnType<typeof recordOf>>): boolean => one.revealed.length > 0;
    const { revealed } = await runUntil(world, [node], taskHash, isShown);
    expect(node.crashes).to.deep.equal(["after-commit-signed"]);
    const chunks = node.streams.chunks(task);
    expect(chunks.map(({ text }) => text).join("")).to.equal(revealed[0]?.content?.text);
    expect(chunks.at(-1)?.finishReason).to.equal(revealed[0]?.content?.finishReason);
  });
});
