/** What a gateway knows of its requests after it was killed, and what clients see of a stop. */
import { expect } from "chai";
import { assemble } from "../../../cmd/aegis-gateway/assemble.ts";
import { schemaBytes } from "../../../cmd/aegis-gateway/chain/schemaUse.ts";
import { listen } from "../../../cmd/aegis-gateway/http/server.ts";
import { FairQueue, QueueFull } from "../../../cmd/aegis-gateway/queue/fairQueue.ts";
import { OpenAiError } from "../../../cmd/aegis-gateway/openai/error.ts";
import { silentLogger } from "../../../app/lib/log.ts";
import { FAKE_MODEL } from "../../kit/fakeAegis.ts";
import { post, type TestGateway, testGateway } from "../../kit/gateway.ts";

const CHAT = "/v1/chat/completions";
const body = { model: FAKE_MODEL.id, messages: [{ role: "user", content: "Hi" }] };
const never = (): Promise<void> => new Promise(() => {});

/** Lets everything run that can. */
async function settleDown(): Promise<void> {
  for (let i = 0; i < 20; i += 1) await new Promise((resolve) => setImmediate(resolve));
}

describe("aegis-gateway: after a crash", () => {
  let gateway: TestGateway;
  beforeEach(async () => {
    gateway = await testGateway();
  });
  afterEach(() => gateway.close());

  /** The same home under a new process. */
  const restarted = async (): ReturnType<typeof assemble> => {
    const { chain, journal, config, clock } = gateway;
    const parts = { chain, journal, config, log: silentLogger, schemaBytes };
    const stop = new AbortController().signal;
    return assemble({ ...parts, stop, master: chain.master, now: () => clock.ms });
  };

  it("settles what was submitted", async () => {
    gateway.chain.beforeAnswer = never;
    void post(gateway, CHAT, body);
    await settleDown();
    const [open] = gateway.journal.requests.inStage("submitted");
    expect(open?.task).to.match(/^[0-9a-f]{64}$/);
    const { follower } = await restarted();
    gateway.chain.settle(open?.task ?? "", 900n);
    await follower.round();
    const row = gateway.journal.requests.find(open?.id ?? 0);
    expect([row?.stage, row?.charged]).to.deep.equal(["settled", 900n]);
  });

  it("finds tasks of requests that it did not know were sent, each its own", async () => {
    gateway.chain.beforeSubmit = never;
    void post(gateway, CHAT, body);
    void post(gateway, CHAT, body);
    await settleDown();
    const before = gateway.journal.requests.inStage("sending");
    expect(before).to.have.length(2);
    // The chain got both, the second first, and the process died before it heard of that.
    const account = gateway.chain.accountOf(gateway.wallet.address);
    const sent = gateway.chain.asked.toReversed().map(({ prompt, options }) => {
      return gateway.chain.submit(account, prompt, options).view;
    });
    const { follower } = await restarted();
    await follower.round();
    for (const { taskHash, maxFee } of sent) {
      expect(gateway.journal.requests.ofTask(taskHash)?.maxFee).to.equal(maxFee);
      gateway.chain.settle(taskHash, 10n);
    }
    await follower.round();
    expect(gateway.journal.requests.counts()).to.deep.equal({ settled: 2 });
  });

  it("gives up what no block can have any more, and frees what was reserved", async () => {
    gateway.chain.beforeSubmit = never;
    void post(gateway, CHAT, body);
    await settleDown();
    const { follower } = await restarted();
    await follower.round();
    expect(gateway.journal.requests.counts()).to.deep.equal({ sending: 1 });
    gateway.chain.blockHeight += 100;
    gateway.clock.ms += 120_000;
    await follower.round();
    expect(gateway.journal.requests.counts()).to.deep.equal({ lost: 1 });
    expect(gateway.journal.requests.spent(gateway.key.id)).to.deep.equal({
      charged: 0n,
      reserved: 0n,
    });
  });

  it("frees the turn of a client that goes away, and keeps its task", async () => {
    gateway.chain.beforeAnswer = ({ signal }) =>
      new Promise((_resolve, reject) => {
        signal?.addEventListener("abort", () => reject(signal.reason));
      });
    const address = await listen(gateway.server, "127.0.0.1:0");
    for (const stream of [false, true]) {
      const gone = new AbortController();
      const asking = fetch(`http://${address}${CHAT}`, {
        method: "POST",
        headers: { authorization: `Bearer ${gateway.apiKey}`, "content-type": "application/json" },
        body: JSON.stringify({ ...body, stream }),
        signal: gone.signal,
      }).catch(() => undefined);
      while (gateway.runner.live.size === 0) await settleDown();
      while (gateway.journal.requests.inStage("submitted").length === 0) await settleDown();
      gone.abort();
      await asking;
      while (gateway.runner.live.size > 0) await new Promise((resolve) => setTimeout(resolve, 5));
      const [row] = gateway.journal.requests.inStage("submitted");
      gateway.chain.settle(row?.task ?? "", 5n);
      await gateway.follower.round();
    }
    expect(gateway.journal.requests.counts()).to.deep.equal({ settled: 2 });
  });

  it("tells those who wait when it stops, and keeps their tasks", async () => {
    gateway.chain.beforeAnswer = ({ signal }) =>
      new Promise((_resolve, reject) => {
        signal?.addEventListener("abort", () => reject(signal.reason));
      });
    const waiting = post(gateway, CHAT, body);
    await settleDown();
    const code = { code: "stopping" };
    gateway.stop.abort(new OpenAiError(503, "server_error", "the gateway stops", code));
    const { status, json } = await waiting;
    expect([status, json.error.code]).to.deep.equal([503, "stopping"]);
    expect(gateway.journal.requests.inStage("submitted")).to.have.length(1);
  });
});

describe("aegis-gateway: streams that fail", () => {
  it("says so in the stream when it is not what was committed", async () => {
    const gateway = await testGateway();
    gateway.chain.streamMatches = false;
    const { text } = await post(gateway, CHAT, { ...body, stream: true });
    const frames = text.split("\n\n").filter((frame) => frame.startsWith("data: "));
    const last = JSON.parse((frames.at(-1) ?? "").slice(6));
    expect(last.error.code).to.equal("stream_conflict");
    expect(text).to.not.include("[DONE]");
    expect(gateway.chain.proven).to.have.length(1);
    expect(gateway.chain.proven[0]?.from, "who pays for the task").to.match(/^aegis1/);
    await gateway.close();
  });

  it("ends whole ones with usage, the task and [DONE]", async () => {
    const gateway = await testGateway();
    const options = { stream: true, stream_options: { include_usage: true } };
    const { text, headers } = await post(gateway, CHAT, { ...body, ...options });
    expect(headers["content-type"]).to.match(/^text\/event-stream/);
    const frames = text.split("\n\n").filter((frame) => frame.startsWith("data: "));
    expect(frames.at(-1)).to.equal("data: [DONE]");
    const chunks = frames.slice(0, -1).map((frame) => JSON.parse(frame.slice(6)));
    const said = chunks.map(({ choices }) => choices[0]?.delta.content ?? "").join("");
    expect(said).to.equal("Hello, world.");
    expect(chunks.at(-1).usage.completion_tokens).to.equal(3);
    expect(chunks.at(-1).aegis.task).to.equal(headers["x-aegis-task"]);
    await gateway.close();
  });

  it("numbers the typed events of a response", async () => {
    const gateway = await testGateway();
    const asked = { model: FAKE_MODEL.id, input: "Hi", stream: true };
    const { text } = await post(gateway, "/v1/responses", asked);
    const events = text
      .split("\n")
      .filter((line) => line.startsWith("data: "))
      .map((line) => JSON.parse(line.slice(6)));
    expect(events.map(({ sequence_number }) => sequence_number)).to.deep.equal([...events.keys()]);
    expect(events.map(({ type }) => type)).to.include.members([
      "response.created",
      "response.output_text.delta",
      "response.output_text.done",
      "response.completed",
    ]);
    expect(events.at(-1).response.output[0].content[0].text).to.equal("Hello, world.");
    await gateway.close();
  });
});

describe("aegis-gateway: queue", () => {
  const signal = new AbortController().signal;

  it("lets keys take turns", async () => {
    const queue = new FairQueue({ running: 1, waitingPerKey: 10, waiting: 100 });
    const order: string[] = [];
    const leaveFirst = await queue.enter("a", signal);
    const each = ["a1", "a2", "a3", "b1", "c1"].map(async (name) => {
      const leave = await queue.enter(name.slice(0, 1), signal);
      order.push(name);
      leave();
    });
    leaveFirst();
    await Promise.all(each);
    expect(order).to.deep.equal(["a1", "b1", "c1", "a2", "a3"]);
    expect([queue.running, queue.waiting]).to.deep.equal([0, 0]);
  });

  it("refuses more than may wait, of one key and of all", async () => {
    const queue = new FairQueue({ running: 1, waitingPerKey: 1, waiting: 2 });
    await queue.enter("a", signal);
    void queue.enter("a", signal);
    const own = await queue.enter("a", signal).catch((error: unknown) => error);
    expect((own as QueueFull).isOwn).to.equal(true);
    void queue.enter("b", signal);
    const all = await queue.enter("c", signal).catch((error: unknown) => error);
    expect(all).to.be.instanceOf(QueueFull);
    expect((all as QueueFull).isOwn).to.equal(false);
  });

  it("forgets who went away", async () => {
    const queue = new FairQueue({ running: 1, waitingPerKey: 5, waiting: 5 });
    const leave = await queue.enter("a", signal);
    const gone = new AbortController();
    const waiting = queue.enter("a", gone.signal).catch((error: unknown) => error);
    gone.abort(new Error("gone"));
    expect(((await waiting) as Error).message).to.equal("gone");
    expect(queue.waiting).to.equal(0);
    leave();
    expect(queue.running).to.equal(0);
  });
});
