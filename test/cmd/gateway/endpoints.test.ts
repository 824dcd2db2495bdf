/** The gateway's endpoints over a chain that answers at once. */
import { expect } from "chai";
import { ENDPOINTS } from "../../../cmd/aegis-gateway/http/openai.ts";
import { FAKE_MODEL, FakeAegisError } from "../../kit/fakeAegis.ts";
import { post, type TestGateway, testGateway } from "../../kit/gateway.ts";

const CHAT = "/v1/chat/completions";
const MODEL = FAKE_MODEL.id;
const messages = [{ role: "user", content: "Hi" }];

describe("aegis-gateway: endpoints", () => {
  let gateway: TestGateway;
  beforeEach(async () => {
    gateway = await testGateway();
  });
  afterEach(() => gateway.close());

  it("answers a chat, with usage, reason, headers and its task", async () => {
    const { status, json, headers } = await post(gateway, CHAT, { model: MODEL, messages });
    expect(status).to.equal(200);
    expect(json.object).to.equal("chat.completion");
    expect(json.choices[0].message.content).to.equal("Hello, world.");
    expect(json.choices[0].finish_reason).to.equal("stop");
    expect(json.usage.total_tokens).to.equal(json.usage.prompt_tokens + 3);
    expect(json.id).to.equal(`chatcmpl-${json.aegis.task}`);
    expect(headers["x-aegis-task"]).to.equal(json.aegis.task);
    expect(headers["x-aegis-state"]).to.equal("SOFT_FINAL");
    expect(headers["x-aegis-receipt"]).to.equal(json.aegis.receipt);
    expect(json.aegis).to.include({ state: "SOFT_FINAL", certainty: "soft_final" });
  });

  it("asks what the parameters say, with developer as system", async () => {
    await post(gateway, CHAT, {
      model: MODEL,
      messages: [
        { role: "developer", content: "Be brief." },
        {
          role: "user",
          content: [
            { type: "text", text: "a" },
            { type: "text", text: "b" },
          ],
        },
      ],
      temperature: 0.5,
      top_p: 0.9,
      max_completion_tokens: 12,
      stop: "END",
      n: 2,
      aegis: { top_k: 10, certainty: "final" },
    });
    const [asked] = gateway.chain.asked;
    expect(asked?.prompt).to.deep.equal([
      { role: "system", content: "Be brief." },
      { role: "user", content: "ab" },
    ]);
    expect(asked?.options).to.include({ temperature: 0.5, topP: 0.9, topK: 10, count: 2 });
    expect(asked?.options).to.include({ maxOutputTokens: 12, certainty: "final" });
    expect(asked?.options.stop).to.deep.equal(["END"]);
  });

  it("takes the certainty from the header, and tells the charge when it is final", async () => {
    const body = { model: MODEL, messages };
    const { json } = await post(gateway, CHAT, body, { "x-aegis-certainty": "final" });
    expect(json.aegis).to.include({ certainty: "final", state: "FINAL", charged: "700" });
    const wrong = await post(gateway, CHAT, body, { "x-aegis-certainty": "sure" });
    expect(wrong.status).to.equal(400);
  });

  it("gives log-probabilities of chosen tokens, by their numbers", async () => {
    const { json } = await post(gateway, CHAT, { model: MODEL, messages, logprobs: true });
    expect(json.choices[0].logprobs.content[1]).to.deep.equal({
      token: "token_id:101",
      logprob: -1,
      bytes: null,
      top_logprobs: [],
    });
  });

  it("answers a completion, of 16 tokens unless more are asked for", async () => {
    const { json } = await post(gateway, "/v1/completions", { model: MODEL, prompt: "Once" });
    expect(json.choices[0].text).to.equal("Hello, world.");
    expect(gateway.chain.asked[0]?.options.maxOutputTokens).to.equal(16);
    expect(gateway.chain.asked[0]?.prompt).to.equal("Once");
  });

  it("answers a response, and says that it is incomplete when it was cut", async () => {
    gateway.chain.finishReason = "length";
    const { json } = await post(gateway, "/v1/responses", {
      model: MODEL,
      input: "Hi",
      instructions: "Be brief.",
    });
    expect(json.status).to.equal("incomplete");
    expect(json.incomplete_details.reason).to.equal("max_output_tokens");
    expect(json.output[0].content[0].text).to.equal("Hello, world.");
    expect(gateway.chain.asked[0]?.prompt).to.deep.equal([
      { role: "system", content: "Be brief." },
      { role: "user", content: "Hi" },
    ]);
  });

  it("lists models with prices, and says which it does not have", async () => {
    const list = await gateway.server.inject("/v1/models");
    expect(list.json().data[0].aegis.pricing.prompt_per_1000_tokens).to.equal("100");
    const one = await gateway.server.inject(`/v1/models/${MODEL}`);
    expect(one.json().id).to.equal(MODEL);
    const none = await gateway.server.inject("/v1/models/gpt-4");
    expect(none.statusCode).to.equal(404);
    expect(none.json().error.code).to.equal("model_not_found");
    const chat = await post(gateway, CHAT, { model: "gpt-4", messages });
    expect([chat.status, chat.json.error.code]).to.deep.equal([404, "model_not_found"]);
  });

  it("has no embeddings", async () => {
    const { status, json } = await post(gateway, "/v1/embeddings", { model: MODEL, input: "a" });
    expect([status, json.error.code]).to.deep.equal([404, "unsupported_endpoint"]);
  });

  for (const { path, table } of ENDPOINTS) {
    it(`${path}: every parameter works or is refused by name`, async () => {
      for (const [name, { use, sample }] of Object.entries(table)) {
        const base =
          path.endsWith("/completions") && path !== CHAT ? { prompt: "a" } : { messages };
        const prompt = path === "/v1/responses" ? { input: "Hi" } : base;
        const value = name === "model" ? MODEL : sample;
        const stream = name === "stream_options";
        const body = { model: MODEL, ...prompt, stream, [name]: value };
        const { status, json, text } = await post(gateway, path, body);
        const expected = use === "refused" ? 400 : 200;
        expect(status, `${name}: ${text}`).to.equal(expected);
        if (use === "refused") expect(json.error.param, name).to.match(new RegExp(`^${name}`));
      }
    });
  }

  it("refuses what the chain cannot verify, by name", async () => {
    const cases: readonly (readonly [object, string])[] = [
      [{ temperature: 0.01 }, "temperature"],
      [{ seed: 1 }, "seed"],
      [{ n: 2, temperature: 0 }, "n"],
      [{ n: 2, stream: true }, "n"],
      [{ logprobs: true, aegis: { certainty: "revealed" } }, "logprobs"],
      [{ top_logprobs: 1, logprobs: true }, "top_logprobs"],
      [{ response_format: { type: "json_object" } }, "response_format.type"],
      [{ nonsense: 1 }, "nonsense"],
      [{ stream_options: { include_usage: true } }, "stream_options"],
      [{ messages: [{ role: "tool", content: "a" }] }, "messages[0].role"],
      [{ aegis: { max_fee: "1" } }, "aegis.max_fee"],
      [{ aegis: { sure: true } }, "aegis.sure"],
    ];
    for (const [more, param] of cases) {
      const { status, json } = await post(gateway, CHAT, { model: MODEL, messages, ...more });
      expect([status, json.error?.param], JSON.stringify(more)).to.deep.equal([400, param]);
    }
  });

  it("tells errors of the chain with OpenAI's codes, and which may be repeated", async () => {
    const cases: readonly (readonly [string, number, string])[] = [
      ["insufficient_funds", 429, "insufficient_quota"],
      ["refused", 400, "refused"],
      ["timeout", 504, "timeout"],
      ["network", 503, "chain_unreachable"],
      ["expired", 503, "expired"],
    ];
    for (const [code, status, told] of cases) {
      gateway.chain.beforeSubmit = async () => {
        throw new FakeAegisError(code);
      };
      const answer = await post(gateway, CHAT, { model: MODEL, messages });
      expect([answer.status, answer.json.error.code]).to.deep.equal([status, told]);
      expect(answer.headers["x-should-retry"]).to.equal("false");
    }
  });

  it("quotes without running", async () => {
    const { json } = await post(gateway, "/v1/aegis/quote", { model: MODEL, messages });
    expect(json.max_fee).to.equal("5000");
    expect(gateway.chain.asked).to.have.length(0);
  });

  it("says whether it is ready, and measures itself", async () => {
    expect((await gateway.server.inject("/health")).statusCode).to.equal(200);
    expect((await gateway.server.inject("/ready")).statusCode).to.equal(200);
    gateway.chain.isSilent = true;
    await gateway.follower.round();
    expect((await gateway.server.inject("/ready")).statusCode).to.equal(503);
    const { body } = await gateway.server.inject("/metrics");
    expect(body).to.match(/aegis_gateway_chain_reachable 0/);
  });
});
