/** Subscriptions: every transition once and in order, also when CometBFT goes away in between. */
import { expect } from "chai";
import { hex } from "../../../../../app/lib/bytes.ts";
import { present } from "../../../../../app/lib/assert.ts";
import { MODEL_ID } from "../../../../../localnet/defaultModel.ts";
import { Query } from "../../../../../proto/gen/aegis/tasks/v1/query.ts";
import { boardWith } from "../../../../modules/tasks/chainBoard.ts";
import { type Caller, type Heard, type RpcNode, rpcNode } from "./node.ts";
import { type Described, misfit } from "./schema.ts";

/** What a subscriber heard, as "height event". */
function transitions({ heard }: Caller, id?: string): string[] {
  return heard.flatMap(({ params }) =>
    params === undefined || (id !== undefined && params.subscription !== id)
      ? []
      : [`${params.result.height} ${params.result.event}`],
  );
}

describe("subscriptions", () => {
  let node: RpcNode;
  let world: ReturnType<typeof boardWith>;

  beforeEach(async () => {
    world = boardWith(3);
    node = await rpcNode(world.board.chain);
  });
  afterEach(async () => {
    await node.close();
    expect(node.errors).to.deep.equal([]);
  });

  /** Submits a task and puts it into a block; its hash. */
  function submit(): string {
    world.board.submit({});
    node.comet.block();
    const { tasks } = world.board.query(Query.Tasks, {});
    return hex(present(tasks.at(-1), "a task").taskHash);
  }

  function blocks(count: number): void {
    for (let at = 0; at < count; at += 1) {
      for (const player of world.players) player.act();
      node.comet.block();
    }
  }

  const isOver = (caller: Caller): boolean =>
    transitions(caller).some((one) => one.endsWith("TaskSettled"));

  /** What the blocks say of the task: the truth to compare with. */
  function truth(taskHash: string): string[] {
    return world.board.chain.mock.blocks.flatMap(({ height, response }) =>
      [...response.events, ...response.txResults.flatMap(({ events }) => events)]
        .filter(({ attributes }) =>
          attributes.some(({ key, value }) => key === "task_hash" && value === taskHash),
        )
        .map(({ type }) => `${height} ${type.split(".").at(-1)}`),
    );
  }

  it("tell every transition of a task, once, in order, in the described form", async () => {
    const document: Described = (await node.call("rpc.discover")).result;
    const caller = await node.socket();
    const taskHash = submit();
    const { result } = await caller.call("subscribeTask", { taskHash });
    expect(result.state.status.state).to.equal("OPEN");
    const described = present(document.methods[5], "subscribeTask");
    expect(await misfit(document, described.result.schema, result)).to.equal(undefined);
    blocks(80);
    await caller.until(() => isOver(caller));
    const wanted = truth(taskHash).filter(
      (one) => Number.parseInt(one, 10) > Number(result.height),
    );
    expect(transitions(caller)).to.deep.equal(wanted);
    expect(wanted.length).to.be.greaterThan(15);
    const form = present(described["x-notification"], "notifications").params;
    const seen = new Map<string, Heard["params"]>();
    for (const { params } of caller.heard) if (params) seen.set(params.result.event, params);
    for (const [event, params] of seen) {
      expect(await misfit(document, form, params), event).to.equal(undefined);
    }
    // The subscription ended with its task, and the connection to CometBFT with it.
    const id = result.subscription;
    expect((await caller.call("unsubscribe", { subscription: id })).result).to.equal(false);
    await caller.until(() => node.comet.sockets.size === 0);
    const again = await caller.call("subscribeTask", { taskHash });
    expect(again.result.subscription).to.equal(null);
    expect(again.result.state.status.state).to.equal("FINAL");
  });

  it("lose nothing while CometBFT is away", async () => {
    const caller = await node.socket();
    const taskHash = submit();
    await caller.call("subscribeTask", { taskHash });
    await caller.until(() => node.comet.sockets.size === 1);
    for (const socket of node.comet.sockets) socket.terminate();
    blocks(80);
    await caller.until(() => isOver(caller));
    expect(transitions(caller)).to.deep.equal(truth(taskHash).slice(1));
  });

  it("tell the state where events are lost", async () => {
    const caller = await node.socket();
    const taskHash = submit();
    await caller.call("subscribeTask", { taskHash });
    await caller.call("subscribePendingTasks");
    const next = world.board.chain.mock.height + 1n;
    node.comet.pruned.add(next);
    blocks(5);
    await caller.until(() => transitions(caller).length >= 2);
    expect(transitions(caller)).to.deep.equal([`${next + 4n} Resync`, `${next + 4n} Resync`]);
    const [first] = caller.heard.filter(({ params }) => params !== undefined);
    expect(first?.params?.result.data).to.include.keys("status", "calculations");
    blocks(80);
    await caller.until(() => isOver(caller));
  });

  it("tell of tasks to work on, on one model or all", async () => {
    const caller = await node.socket();
    const all = (await caller.call("subscribePendingTasks")).result.subscription;
    const own = (await caller.call("subscribePendingTasks", { model: MODEL_ID })).result;
    const other = (await caller.call("subscribePendingTasks", { model: "other" })).result;
    submit();
    blocks(4);
    await caller.until(() => transitions(caller, own.subscription).length === 2);
    expect(transitions(caller, all)).to.deep.equal(transitions(caller, own.subscription));
    expect(transitions(caller, all).map((one) => one.split(" ")[1])).to.deep.equal([
      "TaskSubmitted",
      "TaskStarted",
    ]);
    expect(transitions(caller, other.subscription)).to.deep.equal([]);
    const { result } = await caller.call("queryPendingTasks", { status: "COMMITTED", limit: 1 });
    expect(result.tasks[0].open).to.have.length(1);
  });

  it("tell of pending tasks in pages", async () => {
    for (let at = 0; at < 3; at += 1) submit();
    const hashes: string[] = [];
    for (let cursor: string | undefined; ; ) {
      const { result } = await node.call("queryPendingTasks", {
        limit: 2,
        ...(cursor && { cursor }),
      });
      hashes.push(...result.tasks.map((task: { taskHash: string }) => task.taskHash));
      if (result.nextCursor === null) break;
      cursor = result.nextCursor;
    }
    expect(new Set(hashes).size).to.equal(3);
  });

  it("end when they are told to, by who has them", async () => {
    const [caller, other] = [await node.socket(), await node.socket()];
    const { subscription } = (await caller.call("subscribePendingTasks")).result;
    expect((await other.call("unsubscribe", { subscription })).result).to.equal(false);
    expect((await caller.call("unsubscribe", { subscription })).result).to.equal(true);
    expect((await caller.call("unsubscribe", { subscription })).result).to.equal(false);
    submit();
    blocks(3);
    await caller.call("queryPendingTasks");
    expect(transitions(caller)).to.deep.equal([]);
  });

  it("are 64 a connection at most, and gone with it", async () => {
    const caller = await node.socket();
    for (let at = 0; at < 64; at += 1) await caller.call("subscribePendingTasks");
    expect((await caller.call("subscribePendingTasks")).error?.code).to.equal(-32004);
    caller.socket.close();
    await caller.until(() => node.comet.sockets.size === 0);
    const other = await node.socket();
    expect((await other.call("subscribePendingTasks")).error).to.equal(undefined);
  });

  it("come after the answer that they belong to", async () => {
    const caller = await node.socket();
    const taskHash = submit();
    const calls = Array.from({ length: 20 }, (_, id) => ({
      ...{ jsonrpc: "2.0", id: `b${id}`, method: "subscribeTask", params: { taskHash } },
    }));
    caller.socket.send(JSON.stringify(calls));
    while (transitions(caller).length === 0) {
      await new Promise((resolve) => setTimeout(resolve, 2));
      blocks(1);
    }
    expect(Array.isArray(caller.heard[0])).to.equal(true);
  });
});
