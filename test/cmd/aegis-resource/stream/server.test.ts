/** The server of streams, read by the client's reader, and what it refuses. */
import { connect } from "node:net";
import { expect } from "chai";
import { readStream } from "../../../../app/client/stream/read.ts";
import { newStreamKey, streamRequest } from "../../../../app/client/stream/request.ts";
import { keySigner } from "../../../../app/client/sign.ts";
import { silentLogger } from "../../../../app/lib/log.ts";
import { sha256, utf8 } from "../../../../app/lib/bytes.ts";
import type { JobKey } from "../../../../cmd/aegis-resource/journal/job.ts";
import { Journal } from "../../../../cmd/aegis-resource/journal/journal.ts";
import { StreamHub } from "../../../../cmd/aegis-resource/stream/hub.ts";
import { serveStreams, type StreamServer } from "../../../../cmd/aegis-resource/stream/server.ts";
import { TaskRecord } from "../../../../proto/gen/aegis/tasks/v1/genesis.ts";
import {
  Calculation,
  FinishReason,
  ResultContent,
  Task,
  TaskIdentity,
} from "../../../../proto/gen/aegis/tasks/v1/tasks.ts";

const secret = sha256(utf8("a node"));
const { address, publicKey } = keySigner(secret);
const key = newStreamKey();
const place = { chainId: "aegis-test", calculation: 0, attempt: 0 };
const [streaming, plain] = [sha256(utf8("streaming")), sha256(utf8("plain"))];
const content = ResultContent.create({
  tokenIds: [1, 2, 3],
  text: "abc",
  finishReason: FinishReason.FINISH_REASON_STOP,
});

function recordOf(taskHash: Uint8Array): TaskRecord {
  if (!isKnown(taskHash)) throw new Error("tasks/23: no such task");
  const streamKey = Buffer.compare(taskHash, streaming) === 0 ? key.publicKey : new Uint8Array(0);
  const identity = TaskIdentity.create({});
  return TaskRecord.create({
    task: Task.create({ hash: taskHash, identity, streamKey }),
    calculations: [Calculation.create({ taskHash })],
  });
}

function isKnown(taskHash: Uint8Array): boolean {
  return [streaming, plain].some((one) => Buffer.compare(one, taskHash) === 0);
}

describe("the server of streams", () => {
  let server: StreamServer;
  let hub: StreamHub;
  let url: string;
  const job: JobKey = {
    ...{ role: "execute", taskHash: streaming, calculation: 0, attempt: 0 },
    ...{ executor: address, round: 0 },
  } as JobKey;

  beforeEach(async () => {
    const journal = new Journal(":memory:");
    journal.see(job, 1n);
    const committer = { chainId: place.chainId, address, secret };
    hub = new StreamHub({ journal, committer });
    server = await serveStreams({
      address: "127.0.0.1:0",
      hub,
      committer,
      chain: { task: async (hash) => recordOf(hash) },
      log: silentLogger,
    });
    url = `http://127.0.0.1:${server.port}`;
  });

  afterEach(() => server.close());

  function post(body: string, path = "/aegis/v1/stream", method = "POST"): Promise<Response> {
    return fetch(`${url}${path}`, { method, ...(method === "POST" && { body }) });
  }

  function bodyFor(taskHash: Uint8Array, change: object = {}, nowMs = Date.now()): string {
    const request = streamRequest({ ...place, taskHash }, address, key.secret, nowMs);
    return JSON.stringify({ ...request, ...change });
  }

  it("shows a run to the client's reader while it is made", async () => {
    const nodes = [{ address, publicKey, endpoint: url }];
    const task = { ...place, taskHash: streaming };
    const stream = hub.stream(recordOf(streaming).task as Task, job);
    const texts: string[] = [];
    setTimeout(() => {
      stream.begin();
      stream.onToken({ position: 0, token: 1, text: "a" });
      stream.onToken({ position: 1, token: 2, text: "ab" });
    }, 150);
    for await (const { text } of readStream({ task, nodes, key: key.secret })) {
      texts.push(text);
      if (texts.length > 1) continue;
      stream.finish(content);
      hub.sent([job]);
    }
    expect(texts).to.deep.equal(["a", "bc"]);
  });

  const refusals: readonly [string, number, () => Promise<Response>][] = [
    ["another path", 404, () => post("", "/aegis/v1/other")],
    ["another method", 405, () => post("", "/aegis/v1/stream", "GET")],
    ["no JSON", 400, () => post("{")],
    ["no object", 400, () => post("null")],
    ["a short hash", 400, () => post(bodyFor(streaming, { task_hash: "00" }))],
    ["a negative number", 400, () => post(bodyFor(streaming, { attempt: -1 }))],
    ["a broken signature", 400, () => post(bodyFor(streaming, { signature: "?" }))],
    ["a large body", 413, () => post(" ".repeat(5_000))],
    ["another time", 401, () => post(bodyFor(streaming, { expires_ms: Date.now() + 1_000 }))],
    ["an old request", 401, () => post(bodyFor(streaming, {}, Date.now() - 3_600_000))],
    ["a request for too long", 401, () => post(bodyFor(streaming, {}, Date.now() + 900_000))],
    ["another attempt's signature", 401, () => post(bodyFor(streaming, { attempt: 1 }))],
    ["an unknown task", 404, () => post(bodyFor(sha256(utf8("none"))))],
    ["a task that does not stream", 409, () => post(bodyFor(plain))],
  ];
  for (const [what, status, ask] of refusals) {
    it(`answers ${what} with ${status}`, async () => {
      const response = await ask();
      expect(response.status).to.equal(status);
      expect(response.headers.get("access-control-allow-origin")).to.equal("*");
      expect(JSON.parse(await response.text()).error.code).to.equal(status);
    });
  }

  it("lets a browser ask first", async () => {
    const response = await post("", "/aegis/v1/stream", "OPTIONS");
    expect(response.status).to.equal(204);
    expect(response.headers.get("access-control-allow-headers")).to.equal("content-type");
  });

  it("takes eight listeners of a task, and more when some leave", async () => {
    const stops = Array.from({ length: 9 }, () => new AbortController());
    const ask = (signal: AbortSignal): Promise<Response> =>
      fetch(`${url}/aegis/v1/stream`, { method: "POST", body: bodyFor(streaming), signal });
    const statuses: number[] = [];
    for (const { signal } of stops) statuses.push((await ask(signal)).status);
    expect(statuses).to.deep.equal([...Array.from({ length: 8 }, () => 200), 429]);
    stops[0]?.abort();
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect((await ask((stops[8] as AbortController).signal)).status).to.equal(200);
  });

  it("lives on when a connection sends no HTTP or breaks", async () => {
    for (const bytes of [
      "hello\r\n\r\n",
      "POST /aegis/v1/stream HTTP/1.1\r\nContent-Length: 9\r\n\r\n",
    ]) {
      const socket = connect(server.port, "127.0.0.1");
      await new Promise<void>((resolve) => socket.write(bytes, () => resolve()));
      socket.destroy();
    }
    expect((await post(bodyFor(plain))).status).to.equal(409);
  });
});
