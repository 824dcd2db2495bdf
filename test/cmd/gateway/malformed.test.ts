/** Requests that nobody should send, over real sockets: each gets the right status. */
import { connect } from "node:net";
import { expect } from "chai";
import { listen } from "../../../cmd/aegis-gateway/http/server.ts";
import { FAKE_MODEL } from "../../kit/fakeAegis.ts";
import { type TestGateway, testGateway } from "../../kit/gateway.ts";

const CHAT = "/v1/chat/completions";
const MODEL = FAKE_MODEL.id;
const HI = [{ role: "user", content: "Hi" }];
const SECRET = `sk-aegis-${"s".repeat(43)}`;
const RECEIVE_MS = 400;

/** What is sent: a body with the gateway's key, unless it says otherwise. */
interface Case {
  readonly name: string;
  readonly status: number;
  readonly path?: string;
  readonly method?: string;
  readonly body?: string | Uint8Array;
  readonly headers?: Readonly<Record<string, string>>;
  readonly key?: string;
}

function chat(name: string, more: object, status: number = 400): Case {
  return { name, status, body: JSON.stringify({ model: MODEL, messages: HI, ...more }) };
}

function body(name: string, text: string | Uint8Array, status: number = 400): Case {
  return { name, status, body: text };
}

function path(name: string, to: string, status: number, method: string = "GET"): Case {
  return { name, status, path: to, method };
}

const valid = JSON.stringify({ model: MODEL, messages: HI });

const CASES: readonly Case[] = [
  body("no body", "", 400),
  body("not JSON", "{"),
  body("a list", "[]"),
  body("a text", '"hello"'),
  body("null", "null"),
  body("a number", "12"),
  body("two values", `${valid}${valid}`),
  body("bytes that are no UTF-8", new Uint8Array([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d])),
  body("UTF-16", new Uint8Array(Buffer.from(valid, "utf16le"))),
  body("half a surrogate", valid.replace("Hi", "\\ud800")),
  body("nested deeply", `{"model":"a","messages":${"[".repeat(5_000)}${"]".repeat(5_000)}}`),
  body("too large", `{"model":"${"a".repeat(1_100_000)}"}`, 413),
  body("__proto__ as a parameter", '{"__proto__":{"a":1},"model":"a"}'),
  body("constructor as a parameter", '{"constructor":1,"model":"a","messages":[]}'),
  body("no model", JSON.stringify({ messages: HI })),
  body("no messages", JSON.stringify({ model: MODEL })),
  chat("model is a number", { model: 7 }),
  chat("model is very long", { model: "m".repeat(1_000) }),
  chat("no messages at all", { messages: [] }),
  chat("messages is an object", { messages: {} }),
  chat("too many messages", { messages: Array(300).fill(HI[0]) }),
  chat("a message is a text", { messages: ["Hi"] }),
  chat("an unknown role", { messages: [{ role: "root", content: "a" }] }),
  chat("content is a number", { messages: [{ role: "user", content: 1 }] }),
  chat("an image", { messages: [{ role: "user", content: [{ type: "image_url" }] }] }),
  chat("temperature is a text", { temperature: "hot" }),
  chat("temperature is too high", { temperature: 2.1 }),
  chat("temperature below 0", { temperature: -0.1 }),
  chat("top_p above 1", { top_p: 1.5 }),
  chat("max_tokens is 0", { max_tokens: 0 }),
  chat("max_tokens is no integer", { max_tokens: 1.5 }),
  chat("max_tokens is enormous", { max_tokens: 1e300 }),
  chat("two limits that differ", { max_tokens: 1, max_completion_tokens: 2 }),
  chat("n is 0", { n: 0 }),
  chat("n is 17", { n: 17 }),
  chat("five stops", { stop: ["a", "b", "c", "d", "e"] }),
  chat("an empty stop", { stop: [""] }),
  chat("a stop of 65 bytes", { stop: "é".repeat(33) }),
  chat("stream is a text", { stream: "yes" }),
  chat("a parameter that nobody has", { frobnicate: true }),
  chat("a certainty that nobody has", { aegis: { certainty: "absolute" } }),
  chat("a fee that is no amount", { aegis: { max_fee: "-1" } }),
  { ...chat("a form", {}), status: 415, headers: { "content-type": "text/plain" } },
  {
    ...chat("another charset", {}),
    status: 415,
    headers: { "content-type": "application/json; charset=utf-16" },
  },
  { ...chat("no key", {}), status: 401, key: "" },
  { ...chat("a wrong key", {}), status: 401, key: SECRET },
  { ...chat("a key of something else", {}), status: 401, key: "sk-proj-abc" },
  { ...chat("a key that is very long", {}), status: 401, key: "k".repeat(8_000) },
  { ...chat("a repetition's name too long", {}), headers: { "idempotency-key": "k".repeat(300) } },
  { ...chat("huge headers", {}), status: 431, headers: { "x-a": "a".repeat(20_000) } },
  path("a URL that is none", "/v1/nothing", 404),
  path("GET where POST belongs", CHAT, 404),
  path("path traversal", "/v1/../../etc/passwd", 404),
  path("encoded path traversal", "/v1/models/%2e%2e%2f%2e%2e%2fetc%2fpasswd", 404),
  path("a broken escape", "/v1/models/%zz", 400),
  path("a NUL in the path", "/v1/aegis/receipts/%00", 400),
  path("a receipt of no hash", "/v1/aegis/receipts/..", 400),
  path("a receipt of no task", `/v1/aegis/receipts/${"ab".repeat(32)}`, 404),
  path("a challenge of no wallet", "/v1/aegis/challenge?address=nobody", 400),
  path("a challenge with a field too many", "/v1/aegis/challenge?address=a&x=1", 400),
];

/** Sends bytes as they are and returns all that comes back. */
function raw(port: number, text: string, keepOpen: boolean = false): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = "";
    const socket = connect(port, "127.0.0.1", () => socket.write(text));
    socket.setTimeout(10_000, () => socket.destroy(new Error("no answer")));
    socket.on("data", (bytes) => {
      answer += bytes.toString("latin1");
      if (!keepOpen) socket.end();
    });
    socket.on("close", () => resolve(answer));
    socket.on("error", reject);
  });
}

describe("aegis-gateway: malformed requests", () => {
  let gateway: TestGateway;
  let port: number;

  before(async () => {
    gateway = await testGateway({ initial: { "http.receive-timeout-ms": RECEIVE_MS } });
    port = Number((await listen(gateway.server, "127.0.0.1:0")).split(":").at(-1));
  });
  after(() => gateway.close());

  it("are at least fifty", () => {
    expect(CASES.length).to.be.at.least(50);
  });

  for (const each of CASES) {
    it(`${each.name}: ${each.status}`, async () => {
      const { method = "POST", path: to = CHAT, key = gateway.apiKey, headers = {} } = each;
      const content = each.body === undefined ? Buffer.alloc(0) : Buffer.from(each.body);
      const all: Record<string, string> = {
        host: "localhost",
        ...(key === "" ? {} : { authorization: `Bearer ${key}` }),
        ...(method === "POST" ? { "content-type": "application/json" } : {}),
        "content-length": `${content.length}`,
        connection: "close",
        ...headers,
      };
      const head = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
      const text = await new Promise<string>((resolve, reject) => {
        let answer = "";
        const socket = connect(port, "127.0.0.1", () => {
          socket.write(`${method} ${to} HTTP/1.1\r\n${head.join("")}\r\n`);
          socket.write(content);
        });
        socket.on("data", (bytes) => {
          answer += bytes.toString("latin1");
        });
        socket.on("close", () => resolve(answer));
        // The server may hang up on what is too large before all of it was sent.
        socket.on("error", () =>
          answer === "" ? reject(new Error("no answer")) : resolve(answer),
        );
      });
      expect(text.slice(0, 12)).to.equal(`HTTP/1.1 ${each.status}`);
      const told = JSON.parse(text.slice(text.indexOf("\r\n\r\n") + 4));
      expect(told.error.message).to.be.a("string").and.not.equal("");
      expect(told.error).to.have.all.keys("message", "type", "param", "code");
    });
  }

  it("what is no HTTP at all: 400", async () => {
    expect(await raw(port, "\x16\x03\x01\x02\x00\x01\r\n\r\n")).to.match(/^HTTP\/1\.1 400/);
  });

  it("headers that never end: 408", async () => {
    const text = `POST ${CHAT} HTTP/1.1\r\nhost: a\r\n`;
    expect(await raw(port, text, true)).to.match(/^HTTP\/1\.1 408/);
  });

  it("a body that never ends: 408", async () => {
    const head = `host: a\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n{`;
    expect(await raw(port, `POST ${CHAT} HTTP/1.1\r\n${head}`, true)).to.match(/^HTTP\/1\.1 408/);
  });

  it("leave nothing of theirs in the log, and the gateway as it was", async () => {
    const all = gateway.logged.join("\n");
    expect(all).to.not.include(SECRET).and.not.include(gateway.apiKey);
    expect(all).to.not.include("internal error").and.not.include("a request failed");
    expect(gateway.chain.asked).to.have.length(0);
    const response = await fetch(`http://127.0.0.1:${port}/health`);
    expect(response.status).to.equal(200);
  });
});
