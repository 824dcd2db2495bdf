/** The SDK against a live network with the real model: its examples, and what they do not show. */
import { Secp256k1HdWallet } from "@cosmjs/amino";
import { DirectSecp256k1HdWallet } from "@cosmjs/proto-signing";
import { expect } from "chai";
import { WebSocket } from "ws";
import {
  type AegisClient,
  AegisError,
  connect,
  newMnemonic,
  type StreamEvent,
} from "../../app/client/sdk/index.ts";
import type { OfflineSigner } from "../../app/client/sdk/index.ts";
import { signTx } from "../../app/client/sign.ts";
import { hex } from "../../app/lib/bytes.ts";
import { accountSigner } from "../../localnet/accounts.ts";
import { USER_NAME } from "../../localnet/layout.ts";
import { apiPort } from "../../localnet/manifest.ts";
import { type TestNetwork, testNetwork } from "../kit/network.ts";
import { type Ended, Program } from "../kit/program.ts";

const ASI = 1_000_000n;
const MODEL = "smollm2-135m-instruct";

async function codeOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
  } catch (error) {
    if (error instanceof AegisError) return error.code;
    throw error;
  }
  return "none";
}

describe("the SDK on a real network", function () {
  this.timeout(300_000);
  let network: TestNetwork;
  let url: string;
  let rich: AegisClient;
  const mnemonic = newMnemonic();
  const open: AegisClient[] = [];

  const opened = async (options: Parameters<typeof connect>[0]): Promise<AegisClient> => {
    const client = await connect({ url, ...options });
    open.push(client);
    return client;
  };

  before(async () => {
    network = await testNetwork({ name: "single" });
    const { manifest, layout } = network.running;
    url = `http://127.0.0.1:${apiPort(manifest.ports, 0)}`;
    const signer = await accountSigner(layout, USER_NAME);
    const { address, publicKey } = signer;
    const wallet = {
      ...{ address, publicKey },
      sign: async (...given: Parameters<typeof signTx> extends [unknown, ...infer R] ? R : never) =>
        signTx(signer, ...given),
    };
    rich = await opened({ wallet });
  });
  after(async () => {
    for (const client of open) client.close();
    await network?.close();
  });

  it("runs its examples", async () => {
    const client = await opened({ mnemonic });
    await rich.send(client.address ?? "", 50n * ASI);
    expect(await client.balance()).to.equal(50n * ASI);
    const rpc = network.running.rpcs[0];
    const block = await rpc?.block(2);
    const env = {
      AEGIS_URL: url,
      AEGIS_MNEMONIC: mnemonic,
      AEGIS_TRUST: hex(await validatorsHash(rpc?.url ?? "", block?.height ?? 2)),
    };
    const run = (name: string): Promise<Ended> => {
      const file = `localnet/examples/sdk/${name}.ts`;
      return new Program(process.execPath, ["--import=tsx", file], env).ended;
    };
    const [asked, proven, watched] = await Promise.all([run("ask"), run("receipt"), run("watch")]);
    expect(asked.code, asked.stderr).to.equal(0);
    expect(asked.stdout).to.match(/Paris[\s\S]*FINAL, \d+ uasi, task [0-9a-f]{64}/);
    expect(proven.code, proven.stderr).to.equal(0);
    expect(proven.stdout.trim()).not.to.equal("");
    expect(watched.code, watched.stderr).to.equal(0);
    expect(watched.stderr).to.include("[SOFT_FINAL]");
  });

  it("asks many things at one time from one account, each for its own price", async () => {
    const prompts = ["One?", "Two?", "Three?", "Four?"];
    const quote = await rich.quote("One?", { maxOutputTokens: 4, temperature: 0 });
    expect(quote.maxFee > quote.submissionFee).to.equal(true);
    const answers = await Promise.all(
      prompts.map((prompt) => rich.ask(prompt, { maxOutputTokens: 4, temperature: 0 })),
    );
    expect(new Set(answers.map(({ taskHash }) => taskHash)).size).to.equal(prompts.length);
    for (const { choices, outputTokens, certainty } of answers) {
      expect(certainty).to.equal("soft_final");
      expect(outputTokens).to.be.within(1, 4);
      const [choice] = choices;
      expect(choice?.logprobs).to.have.lengthOf(choice?.tokenIds.length ?? 0);
      for (const one of choice?.logprobs ?? []) expect(one ?? 0).to.be.at.most(0);
    }
    const heights = new Set(answers.map(({ height }) => height));
    expect(heights.size).to.be.lessThan(prompts.length);
  });

  it("signs with the wallets of cosmjs in both modes, and hears over a WebSocket", async () => {
    const prefix = { prefix: "aegis" };
    const signers = [
      await DirectSecp256k1HdWallet.fromMnemonic(mnemonic, prefix),
      await Secp256k1HdWallet.fromMnemonic(mnemonic, prefix),
    ] as unknown as readonly OfflineSigner[];
    for (const signer of signers) {
      const client = await opened({ signer, WebSocket: WebSocket as never });
      const events: StreamEvent[] = [];
      const options = { maxOutputTokens: 4, certainty: "revealed" } as const;
      for await (const event of client.stream("Hi.", options)) events.push(event);
      const types = events.map(({ type }) => type);
      expect(types[0]).to.equal("submitted");
      expect(types).to.include("text");
      expect(types.at(-1)).to.equal("answer");
    }
  });

  it("shows the answer while it is made, and that it is what was committed", async () => {
    const events: StreamEvent[] = [];
    const prompt = [{ role: "user", content: "Tell me a story about a fox." }] as const;
    for await (const event of rich.stream(prompt, { maxOutputTokens: 96 })) events.push(event);
    const kinds = events.map((event) => (event.type === "state" ? event.state : event.type));
    const early = kinds.slice(0, kinds.indexOf("COMPUTED")).filter((kind) => kind === "text");
    expect(early.length, kinds.join(" ")).to.be.greaterThan(3);
    const text = events.map((event) => (event.type === "text" ? event.text : "")).join("");
    const last = events.at(-1);
    expect(last?.type === "answer" ? last.answer.text : "").to.equal(text);
    const checked = events.filter(({ type }) => type === "checked");
    // More than one when a busy machine had a second node go on.
    expect(checked.length).to.be.greaterThan(0);
    for (const one of checked) expect(one).to.include({ matches: true });
  });

  it("says what is wrong in words and codes", async () => {
    const reader = await opened({});
    expect(await codeOf(reader.ask("Hi."))).to.equal("wallet");
    expect(await codeOf(rich.ask("Hi.", { temperature: 0.01 }))).to.equal("invalid_argument");
    expect(await codeOf(rich.ask("Hi.", { count: 2, temperature: 0 }))).to.equal(
      "invalid_argument",
    );
    expect(await codeOf(rich.ask("Hi.", { model: "none" }))).to.be.oneOf(["refused"]);
    expect(await codeOf(rich.ask("Hi.", { maxFee: 1n }))).to.equal("refused");
    expect(await codeOf(reader.task("00".repeat(32)))).to.equal("task_unknown");
    expect(await codeOf(reader.task("xyz"))).to.equal("invalid_argument");
    expect(await codeOf(reader.receipt("00".repeat(32)))).to.equal("task_unknown");
    const poor = await opened({ mnemonic: newMnemonic() });
    expect(await codeOf(poor.ask("Hi."))).to.be.oneOf(["insufficient_funds", "refused"]);
    expect(await codeOf(connect({ url: "http://127.0.0.1:1" }))).to.equal("network");
    expect(await codeOf(connect({ url, mnemonic: "no words" }))).to.equal("invalid_argument");
    const early = { maxOutputTokens: 64, timeoutMs: 10 };
    expect(await codeOf(rich.ask("Count to fifty.", early))).to.equal("timeout");
    const signal = AbortSignal.timeout(300);
    expect(await codeOf(rich.ask("Hi.", { signal, certainty: "final" }))).to.equal("aborted");
  });

  it("lists models with prices and nodes, and tells each change of a task", async () => {
    const [model] = await rich.models();
    expect(model).to.include({ id: MODEL, activeNodes: 3, contextLength: 2_048 });
    expect((model?.outputPrice ?? 0n) > 0n).to.equal(true);
    const states: string[] = [];
    const { taskHash } = await rich.ask("Hi.", { maxOutputTokens: 2, certainty: "revealed" });
    await new Promise<void>((resolve) => {
      rich.subscribe(taskHash, ({ state }) => {
        states.push(state);
        if (state === "FINAL") resolve();
      });
    });
    expect(states.at(-1)).to.equal("FINAL");
    expect((await rich.task(taskHash)).settled?.charged).to.be.a("bigint");
  });
});

async function validatorsHash(rpcUrl: string, height: number): Promise<Uint8Array> {
  const answer = await fetch(`${rpcUrl}/block?height=${height}`);
  const { result } = (await answer.json()) as {
    result: { block: { header: { validators_hash: string } } };
  };
  return new Uint8Array(Buffer.from(result.block.header.validators_hash, "hex"));
}
