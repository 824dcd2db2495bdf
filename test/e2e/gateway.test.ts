/** Unmodified clients of OpenAI's API against a gateway on a live network with the real model. */
import { ChatOpenAI } from "@langchain/openai";
import { expect } from "chai";
import OpenAI from "openai";
import { waitUntil } from "../../localnet/start.ts";
import { pause } from "../../localnet/stop.ts";
import { MODEL_ID } from "../../localnet/defaultModel.ts";
import { compareBooks, openRequests } from "../kit/gatewayBook.ts";
import { runClients } from "../kit/gatewayClients.ts";
import { type LiveGateway, liveGateway, pay, testOwner } from "../kit/liveGateway.ts";
import { pythonWithOpenAi, runPythonClient } from "../interop/openaiPython.ts";
import { type TestNetwork, testNetwork } from "../kit/network.ts";

const DEPOSIT = 50_000_000n;
const messages = [{ role: "user" as const, content: "Say hello in one short sentence." }];
const short = { model: MODEL_ID, max_tokens: 12 };

/** What an answer says of its task. */
interface About {
  readonly task: string;
  readonly state: string;
  readonly receipt: string;
  readonly max_fee: string;
  readonly charged?: string;
  readonly refunded?: string;
}

function aboutIn(answer: unknown): About {
  return (answer as { readonly aegis: About }).aegis;
}

describe("aegis-gateway with clients as they are", function () {
  this.timeout(300_000);
  let network: TestNetwork;
  let gateway: LiveGateway;
  let client: OpenAI;
  let apiKey: string;

  before(async function () {
    this.timeout(600_000);
    network = await testNetwork({ name: "single" });
    gateway = await liveGateway(network.running);
    apiKey = gateway.newKey(testOwner(0));
    await pay(network.running, gateway.accountOf(testOwner(0)), DEPOSIT);
    client = new OpenAI({ apiKey, baseURL: `${gateway.url}/v1`, maxRetries: 0 });
  });

  after(async () => {
    await gateway?.close();
    await network?.close();
  });

  it("answers a chat once verifiers agree", async () => {
    const answer = await client.chat.completions.create({ ...short, messages });
    expect(answer.choices[0]?.message.content).to.be.a("string").and.not.equal("");
    expect(answer.usage?.completion_tokens).to.be.within(1, 12);
    expect(aboutIn(answer).state).to.equal("SOFT_FINAL");
  });

  it("gives log-probabilities and several answers", async () => {
    const asked = { ...short, max_tokens: 4, messages, n: 2, logprobs: true, temperature: 0.8 };
    const answer = await client.chat.completions.create(asked);
    expect(answer.choices).to.have.length(2);
    for (const { logprobs } of answer.choices) {
      const list = logprobs?.content ?? [];
      expect(list.length).to.be.within(1, 4);
      for (const { logprob } of list) expect(logprob).to.be.at.most(0);
    }
  });

  it("streams a chat, and ends with usage and its task", async () => {
    const stream = await client.chat.completions.create({
      ...short,
      messages,
      stream: true,
      stream_options: { include_usage: true },
    });
    let text = "";
    let last: unknown;
    for await (const chunk of stream) {
      text += chunk.choices[0]?.delta.content ?? "";
      last = chunk;
    }
    expect(text).to.not.equal("");
    expect((last as { usage: { total_tokens: number } }).usage.total_tokens).to.be.greaterThan(1);
    expect(aboutIn(last).task).to.match(/^[0-9a-f]{64}$/);
  });

  it("completes a text, and answers a response with its typed events", async () => {
    const completion = await client.completions.create({ ...short, prompt: "Once upon a time" });
    expect(completion.choices[0]?.text).to.be.a("string");
    const asked = { model: MODEL_ID, max_output_tokens: 12, input: "Say hello." };
    const response = await client.responses.create(asked);
    expect(response.output_text).to.be.a("string").and.not.equal("");
    const types: string[] = [];
    for await (const event of await client.responses.create({ ...asked, stream: true })) {
      types.push(event.type);
    }
    expect(types[0]).to.equal("response.created");
    expect(types.at(-1)).to.match(/^response\.(completed|incomplete)$/);
  });

  it("says what a final task cost, and has its receipt", async () => {
    const headers = { "x-aegis-certainty": "final" };
    const asked = { ...short, max_tokens: 4, messages };
    const answer = await client.chat.completions.create(asked, { headers });
    const about = aboutIn(answer);
    expect(about.state).to.equal("FINAL");
    const sum = BigInt(about.charged ?? 0) + BigInt(about.refunded ?? 0);
    expect(sum).to.equal(BigInt(about.max_fee));
    const receipt = await fetch(about.receipt);
    expect(receipt.status).to.equal(200);
    expect(((await receipt.json()) as { task: string }).task).to.equal(about.task);
  });

  it("throws the client's own errors", async () => {
    const wrong = new OpenAI({
      apiKey: "sk-aegis-no",
      baseURL: `${gateway.url}/v1`,
      maxRetries: 0,
    });
    const chat = { ...short, messages };
    const refusals: readonly (readonly [() => Promise<unknown>, unknown])[] = [
      [async () => wrong.chat.completions.create(chat), OpenAI.AuthenticationError],
      [async () => client.chat.completions.create({ ...chat, seed: 1 }), OpenAI.BadRequestError],
      [async () => client.chat.completions.create({ ...chat, model: "a" }), OpenAI.NotFoundError],
      [async () => client.embeddings.create({ model: "a", input: "a" }), OpenAI.NotFoundError],
    ];
    for (const [call, type] of refusals) {
      const error = await call().then(
        () => undefined,
        (reason: unknown) => reason,
      );
      expect(error).to.be.instanceOf(type);
    }
    const poor = gateway.newKey(testOwner(7));
    const broke = new OpenAI({ apiKey: poor, baseURL: `${gateway.url}/v1`, maxRetries: 0 });
    const error = await broke.chat.completions.create({ ...short, messages }).catch((e) => e);
    expect(error).to.be.instanceOf(OpenAI.RateLimitError);
    expect(error.code).to.equal("insufficient_quota");
  });

  it("works with LangChain", async () => {
    const chat = new ChatOpenAI({
      model: MODEL_ID,
      apiKey,
      maxTokens: 12,
      maxRetries: 0,
      configuration: { baseURL: `${gateway.url}/v1` },
    });
    const answer = await chat.invoke("Say hello.");
    expect(answer.content).to.be.a("string").and.not.equal("");
    let text = "";
    for await (const chunk of await chat.stream("Say hello.")) text += chunk.content;
    expect(text).to.not.equal("");
  });

  it("works with the official Python client", async () => {
    const python = pythonWithOpenAi();
    const told = await runPythonClient(python, `${gateway.url}/v1`, apiKey, MODEL_ID);
    for (const text of [told.chat, told.stream, told.completion, told.response]) {
      expect(text).to.be.a("string").and.not.equal("");
    }
    expect(told.task).to.match(/^[0-9a-f]{64}$/);
    expect(told.models).to.deep.equal([MODEL_ID]);
    expect(told.seed).to.deep.equal(["BadRequestError", "seed"]);
    expect(told.embeddings).to.deep.equal(["NotFoundError", "unsupported_endpoint"]);
    expect(told.wrong_key).to.deep.equal(["AuthenticationError", "invalid_api_key"]);
  });

  it("explains every charge after it was killed in the middle of requests", async function () {
    this.timeout(400_000);
    let left = 10;
    const asking = runClients({
      url: gateway.url,
      keys: Array.from({ length: left }, () => apiKey),
      maxTokens: 4,
      goesOn: () => {
        left -= 1;
        return left >= 0;
      },
    });
    // Long enough for some to be in a block, not for all to be answered.
    await pause(4_000);
    await gateway.kill();
    await asking;
    await gateway.restart();
    const signal = new AbortController().signal;
    const isSettled = async (): Promise<boolean> => openRequests(gateway.home) === 0;
    await waitUntil(isSettled, 300_000, "all money to have moved", signal);
    const accounts = new Set([gateway.accountOf(testOwner(0))]);
    const book = await compareBooks(network.running, gateway.home, accounts);
    expect(book.complaints).to.deep.equal([]);
    expect(book.tasks).to.be.greaterThan(10);
  });

  it("has no key, and nothing of what was said, in its log", () => {
    expect(gateway.log()).to.not.include(apiKey);
    expect(gateway.log()).to.not.include("Say hello");
  });
});
