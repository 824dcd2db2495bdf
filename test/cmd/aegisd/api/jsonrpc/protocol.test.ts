/** JSON-RPC 2.0 itself: envelopes, batches, notifications, limits, and what is no request. */
import { expect } from "chai";
import { WebSocket } from "ws";
import { type RpcNode, rpcNode } from "./node.ts";

const HASH = "ab".repeat(32);

describe("JSON-RPC", () => {
  let node: RpcNode;
  before(async () => {
    node = await rpcNode();
  });
  after(async () => {
    await node.close();
    expect(node.errors).to.deep.equal([]);
  });

  const one = (more: object): string =>
    JSON.stringify({ jsonrpc: "2.0", id: 1, method: "queryPendingTasks", ...more });

  it("answers a call under its id", async () => {
    for (const id of [1, "a", 0, null, -5]) {
      const { status, text } = await node.post(one({ id }));
      expect(status).to.equal(200);
      const answer = JSON.parse(text);
      expect(answer.id).to.equal(id);
      expect(answer.jsonrpc).to.equal("2.0");
      expect(answer.result).to.deep.equal({ height: "1", tasks: [], nextCursor: null });
    }
  });

  const bad: readonly (readonly [string, string, number])[] = [
    ["no JSON", "{", -32700],
    ["nothing", "", -32700],
    ["trailing text", `${one({})}x`, -32700],
    ["a text", '"a"', -32600],
    ["a number", "1", -32600],
    ["null", "null", -32600],
    ["an empty batch", "[]", -32600],
    ["a long batch", JSON.stringify(Array(33).fill(JSON.parse(one({})))), -32600],
    ["no version", one({ jsonrpc: undefined }), -32600],
    ["another version", one({ jsonrpc: "1.0" }), -32600],
    ["a version as number", one({ jsonrpc: 2 }), -32600],
    ["no method", one({ method: undefined }), -32600],
    ["a method as number", one({ method: 1 }), -32600],
    ["an id as object", one({ id: {} }), -32600],
    ["an id as fraction", one({ id: 1.5 }), -32600],
    ["a long id", one({ id: "a".repeat(1000) }), -32600],
    ["params as text", one({ params: "a" }), -32600],
    ["params as null", one({ params: null }), -32600],
    ["params by position", one({ params: [1] }), -32602],
    ["an unknown member", one({ extra: 1 }), -32600],
    ["an unknown method", one({ method: "nothing" }), -32601],
    ["a method of every object", one({ method: "toString" }), -32601],
    ["a method named __proto__", one({ method: "__proto__" }), -32601],
    ["an unknown parameter", one({ params: { modle: "a" } }), -32602],
    [
      "a parameter named __proto__",
      '{"jsonrpc":"2.0","id":1,"method":"queryTask","params":{"__proto__":1}}',
      -32602,
    ],
    ["a missing parameter", one({ method: "queryTask" }), -32602],
    ["an inherited parameter", one({ method: "queryTask", params: { constructor: 1 } }), -32602],
    ["deep nesting", "[".repeat(200_000), -32700],
    [
      "deep nesting that is JSON",
      one({}).replace("}", `,"params":{"model":${"[".repeat(99_999)}${"]".repeat(99_999)}}}`),
      -32602,
    ],
  ];
  for (const [name, body, code] of bad) {
    it(`refuses ${name} with ${code}`, async () => {
      const { status, text } = await node.post(body);
      expect(status).to.equal(200);
      const { error, id } = JSON.parse(text);
      expect(error.code, text).to.equal(code);
      expect([1, null]).to.include(id);
    });
  }

  const parameters: readonly (readonly [string, object])[] = [
    ["queryTask", { taskHash: "zz" }],
    ["queryTask", { taskHash: "ab" }],
    ["queryTask", { taskHash: 5 }],
    ["queryTask", { taskHash: null }],
    ["queryTask", { taskHash: `0x${HASH}` }],
    ["queryTask", { taskHash: HASH, height: -1 }],
    ["queryTask", { taskHash: HASH, height: 1.5 }],
    ["queryTask", { taskHash: HASH, height: "18446744073709551616" }],
    ["queryTask", { taskHash: HASH, height: "01" }],
    ["queryTask", { taskHash: HASH, height: {} }],
    ["queryPendingTasks", { limit: 0 }],
    ["queryPendingTasks", { limit: 201 }],
    ["queryPendingTasks", { limit: "5" }],
    ["queryPendingTasks", { cursor: "" }],
    ["queryPendingTasks", { cursor: "!!" }],
    ["queryPendingTasks", { cursor: "A".repeat(4_000) }],
    ["queryPendingTasks", { status: "FINAL" }],
    ["queryPendingTasks", { status: "STATE_OPEN" }],
    ["queryPendingTasks", { status: ["OPEN"] }],
    ["queryPendingTasks", { node: "aegis1nobody" }],
    ["queryPendingTasks", { node: "cosmos1qypqxpq9qcrsszg2pvxq6rs0zqg3yyc5lzv7xu" }],
    ["queryPendingTasks", { model: "a\0b" }],
    ["queryPendingTasks", { model: "\ud800" }],
    ["queryPendingTasks", { model: "a".repeat(129) }],
    ["unsubscribe", { subscription: 1 }],
  ];
  for (const [method, params] of parameters) {
    it(`refuses ${method} of ${JSON.stringify(params).slice(0, 60)}`, async () => {
      const { error } = await node.call(method, params);
      expect(error?.code).to.equal(-32602);
      expect(error?.data).to.have.keys("param", "reason");
    });
  }

  it("passes on what the chain refuses", async () => {
    const unknown = await node.call("queryTask", { taskHash: HASH });
    expect(unknown.error?.code).to.equal(-32000);
    expect(unknown.error?.data).to.deep.equal({
      codespace: "tasks",
      code: 23,
      log: "no such task",
    });
    const future = await node.call("queryTask", { taskHash: HASH, height: 99 });
    expect(future.error?.data).to.deep.include({ codespace: "sdk", code: 26 });
  });

  it("answers a batch in order, and leaves out notifications", async () => {
    const batch = [one({ id: "x" }), "5", one({ id: undefined }), one({ id: "y", method: "no" })];
    const { text } = await node.post(`[${batch.join(",")}]`);
    const answers = JSON.parse(text);
    expect(answers.map((answer: { id: unknown }) => answer.id)).to.deep.equal(["x", null, "y"]);
    expect(answers[1].error.code).to.equal(-32600);
    expect(answers[2].error.code).to.equal(-32601);
  });

  it("says nothing to notifications, whatever comes of them", async () => {
    const silent = [one({ id: undefined }), one({ id: undefined, method: "no" })];
    for (const body of [...silent, `[${silent.join(",")}]`]) {
      expect(await node.post(body)).to.deep.equal({ status: 204, text: "" });
    }
  });

  it("refuses other bodies than JSON, and other verbs than POST", async () => {
    const plain = await node.post(one({}), "text/plain");
    expect(plain.status).to.equal(415);
    expect(JSON.parse(plain.text).error.code).to.equal(-32600);
    const wrongUtf8 = Buffer.concat([Buffer.from('"'), Buffer.of(0xff), Buffer.from('"')]);
    expect(JSON.parse((await node.post(wrongUtf8)).text).error.code).to.equal(-32700);
    const got = await fetch(`${node.address}/rpc`);
    expect(got.status).to.equal(405);
    expect(got.headers.get("allow")).to.equal("POST");
  });

  it("refuses a body that is too large", async () => {
    const { status, text } = await node.post(one({ params: { model: "a".repeat(4_300_000) } }));
    expect(status).to.equal(413);
    expect(JSON.parse(text).error.code).to.equal(-32600);
  });

  it("says so when a subscription is asked for by POST", async () => {
    for (const [method, params] of [
      ["subscribeTask", { taskHash: HASH }],
      ["subscribePendingTasks", {}],
      ["unsubscribe", { subscription: "1" }],
    ] as const) {
      expect((await node.call(method, params)).error?.code, method).to.equal(-32003);
    }
  });
});

describe("JSON-RPC over a WebSocket", () => {
  let node: RpcNode;
  beforeEach(async () => {
    node = await rpcNode();
  });
  afterEach(async () => {
    await node.close();
    expect(node.errors).to.deep.equal([]);
  });

  /** How a connection that must not come about ends. */
  function refusal(path: string, headers: Record<string, string> = {}): Promise<number> {
    const socket = new WebSocket(`${node.address.replace("http", "ws")}${path}`, { headers });
    return new Promise((resolve) => {
      socket.on("open", () => resolve(101));
      socket.on("unexpected-response", (_, response) => resolve(response.statusCode ?? 0));
      socket.on("error", () => {});
    });
  }

  it("answers calls, batches and nonsense", async () => {
    const caller = await node.socket();
    expect((await caller.call("queryPendingTasks")).result.tasks).to.deep.equal([]);
    caller.socket.send("nonsense");
    await caller.until(() => caller.heard.some(({ error }) => error?.code === -32700));
    caller.socket.send(`[{"jsonrpc":"2.0","id":"b","method":"queryPendingTasks"}]`);
    await caller.until(() => caller.heard.some((one) => Array.isArray(one)));
  });

  it("is open at /rpc only, to programs and to pages that the operator allows", async () => {
    expect(await refusal("/other")).to.equal(404);
    expect(await refusal("/rpc", { origin: "https://bad.example" })).to.equal(403);
    expect(await refusal("/rpc", { origin: "https://good.example" })).to.equal(101);
    expect(await refusal("/rpc?x=1")).to.equal(101);
  });

  it("ends with a caller that sends binary, or too much", async () => {
    const binary = await node.socket();
    binary.socket.send(Buffer.from("{}"));
    const large = await node.socket();
    large.socket.send("a".repeat(4_300_000));
    const codes: number[] = [];
    for (const { socket } of [binary, large]) socket.on("close", (code) => codes.push(code));
    await binary.until(() => codes.length === 2);
    expect(codes.sort()).to.deep.equal([1003, 1009]);
  });

  it("drops a caller that does not read", async () => {
    const caller = await node.socket();
    const closed = new Promise((resolve) => caller.socket.on("close", resolve));
    caller.socket.pause();
    const asked = JSON.stringify({ jsonrpc: "2.0", id: 1, method: "rpc.discover" });
    for (let at = 0; at < 30; at += 1) caller.socket.send(`[${Array(32).fill(asked).join(",")}]`);
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    caller.socket.resume();
    expect(await closed).to.equal(1006);
  });

  it("answers many calls at once, and says goodbye when the node stops", async () => {
    const caller = await node.socket();
    const asked = JSON.stringify({ jsonrpc: "2.0", id: 1, method: "queryPendingTasks" });
    for (let at = 0; at < 40; at += 1) caller.socket.send(`[${Array(32).fill(asked).join(",")}]`);
    await caller.until(() => caller.heard.length === 40);
    const ended = new Promise((resolve) => caller.socket.on("close", resolve));
    await node.server.close();
    expect(await ended).to.equal(1001);
  });
});
