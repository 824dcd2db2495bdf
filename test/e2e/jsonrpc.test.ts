/**
 * The AegisAI RPC of a node under a real CometBFT: an unmodified cosmjs wallet signs what the node
 * wrote down, and its own transactions; tasks are followed from the first block to settlement.
 */
import { DirectSecp256k1HdWallet, type OfflineDirectSigner, Registry } from "@cosmjs/proto-signing";
import { SigningStargateClient } from "@cosmjs/stargate";
import { expect } from "chai";
import fastify, { type FastifyInstance } from "fastify";
import type { AddressInfo } from "node:net";
import { WebSocket } from "ws";
import { waitForTx } from "../../app/client/broadcast.ts";
import { sequencedSigner } from "../../app/client/sequence.ts";
import { anyOf } from "../../app/client/sign.ts";
import { uasi } from "../../app/lib/coin.ts";
import { silentLogger } from "../../app/lib/log.ts";
import { parseGasPrice } from "../../app/tx/fee.ts";
import { jsonRpcMount } from "../../cmd/aegisd/api/jsonrpc/mount.ts";
import { accountSigner } from "../../localnet/accounts.ts";
import { MODEL_ID } from "../../localnet/defaultModel.ts";
import { CHAIN_ID } from "../../localnet/genesis.ts";
import { USER_NAME } from "../../localnet/layout.ts";
import { MsgSubmitTask } from "../../proto/gen/aegis/tasks/v1/tx.ts";
import { MsgSend } from "../../proto/gen/cosmos/bank/v1beta1/tx.ts";
import { SignDoc, TxBody, TxRaw } from "../../proto/gen/cosmos/tx/v1beta1/tx.ts";
import { type OwnNode, ownNode } from "../kit/ownNode.ts";

/** Nobody answers: a task expires ten seconds after its start, and is settled by that. */
const RULES = { compute_base_ms: 10_000, max_attempts: 0 };
const GAS_PRICE = "0.025uasi";

interface Notification {
  readonly params?: { readonly result: { readonly height: string; readonly event: string } };
}

describe("the AegisAI RPC on a real network", function () {
  this.timeout(240_000);
  let node: OwnNode;
  let server: FastifyInstance;
  let socket: WebSocket;
  let wallet: OfflineDirectSigner;
  let address = "";
  let publicKey = "";
  let url = "";
  const heard: Notification[] = [];
  // biome-ignore lint/suspicious/noExplicitAny: answers of every form.
  const answers = new Map<number, any>();

  before(async () => {
    node = await ownNode(RULES);
    server = fastify();
    jsonRpcMount({
      backend: node.backend,
      cometUrl: node.rpc.url,
      minimumGasPrice: parseGasPrice(GAS_PRICE),
      allowedOrigins: [],
      logger: silentLogger,
    })(server);
    await server.listen({ port: 0, host: "127.0.0.1" });
    url = `127.0.0.1:${(server.server.address() as AddressInfo).port}/rpc`;
    wallet = await DirectSecp256k1HdWallet.generate(12, { prefix: "aegis" });
    const [account] = await wallet.getAccounts();
    address = account?.address ?? "";
    publicKey = Buffer.from(account?.pubkey ?? []).toString("base64");
    const user = await accountSigner(node.layout, USER_NAME);
    const send = { fromAddress: user.address, toAddress: address, amount: [...uasi(5_000_000n)] };
    const content = { messages: [anyOf(MsgSend, send)], gasLimit: 200_000n, fee: 20_000n };
    const { hash } = await sequencedSigner(node.rpc, user, CHAIN_ID).send(content);
    await waitForTx(node.rpc, hash);
    socket = new WebSocket(`ws://${url}`);
    await new Promise((resolve, reject) => socket.on("open", resolve).on("error", reject));
    socket.on("message", (data) => {
      const message = JSON.parse(data.toString());
      if (message.id === undefined) heard.push(message);
      else answers.set(message.id, message);
    });
  });
  after(async () => {
    socket?.terminate();
    await server?.close();
    await node?.close();
  });

  // biome-ignore lint/suspicious/noExplicitAny: answers of every form.
  async function post(method: string, params: object): Promise<any> {
    const answer = await fetch(`http://${url}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ jsonrpc: "2.0", id: 1, method, params }),
    });
    const { result, error } = (await answer.json()) as { result: unknown; error: unknown };
    expect(error, JSON.stringify(error)).to.equal(undefined);
    return result;
  }

  let lastId = 0;
  // biome-ignore lint/suspicious/noExplicitAny: answers of every form.
  async function ask(method: string, params: object): Promise<any> {
    lastId += 1;
    const id = lastId;
    socket.send(JSON.stringify({ jsonrpc: "2.0", id, method, params }));
    await until(() => answers.has(id));
    expect(answers.get(id).error).to.equal(undefined);
    return answers.get(id).result;
  }

  async function until(found: () => boolean): Promise<void> {
    for (const end = Date.now() + 60_000; !found(); ) {
      if (Date.now() > end) throw new Error(`it did not happen; heard ${JSON.stringify(heard)}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  const eventsOf = (): string[] => heard.map(({ params }) => params?.result.event ?? "");

  /** Follows the task to its end. */
  async function follow(taskHash: string): Promise<string[]> {
    heard.length = 0;
    const { subscription, state } = await ask("subscribeTask", { taskHash });
    expect(subscription).to.be.a("string");
    expect(state.status.state).to.equal("OPEN");
    await until(() => eventsOf().includes("TaskSettled"));
    const { record } = await post("queryTask", { taskHash });
    expect(record.status.state).to.equal("EXPIRED");
    return eventsOf();
  }

  it("makes a sign document for a cosmjs wallet, and follows the task to its end", async () => {
    const fields = {
      ...{ sender: address, publicKey, model: MODEL_ID, maxOutputTokens: 1 },
      prompts: [[{ role: "USER", content: "What is a block?" }]],
    };
    const { signDocument } = await post("submitTask", fields);
    const doc = SignDoc.decode(Buffer.from(signDocument.signDoc, "base64"));
    const { signature } = await wallet.signDirect(address, doc);
    const { bodyBytes, authInfoBytes } = signDocument;
    const signed = { bodyBytes, authInfoBytes, signature: signature.signature, wait: true };
    const { code, height, items } = await post("submitTask", signed);
    expect(code).to.equal(0);
    expect(Number(height)).to.be.greaterThan(2);
    expect(items).to.deep.equal(signDocument.items);
    const events = await follow(items[0].taskHash);
    expect(events[0]).to.equal("TaskStarted");
    expect(events).to.include.members(["CalculationClosed", "TaskStateChanged", "TaskSettled"]);
  });

  it("takes a transaction that cosmjs made whole", async () => {
    const registry = new Registry();
    registry.register(MsgSubmitTask.typeUrl, cosmjsType(MsgSubmitTask) as never);
    const client = await SigningStargateClient.connectWithSigner(node.rpc.url, wallet, {
      registry,
    });
    const [request] = (await exampleTasks()) ?? [];
    const value = { sender: address, tasks: [request] };
    const fee = { amount: [{ denom: "uasi", amount: "20000" }], gas: "400000" };
    const raw = await client.sign(address, [{ typeUrl: MsgSubmitTask.typeUrl, value }], fee, "");
    client.disconnect();
    const tx = Buffer.from(TxRaw.encode(raw)).toString("base64");
    const { items, hash } = await ask("submitTask", { tx, wait: true });
    expect(hash).to.match(/^[0-9A-F]{64}$/);
    await follow(items[0].taskHash);
  });

  it("loses no transition when CometBFT is killed meanwhile", async () => {
    heard.length = 0;
    const pending = await ask("subscribePendingTasks", {});
    const fields = {
      ...{ sender: address, model: MODEL_ID, maxOutputTokens: 1, prompts: ["Once"] },
    };
    const { signDocument } = await post("submitTask", fields);
    const doc = SignDoc.decode(Buffer.from(signDocument.signDoc, "base64"));
    const { signature } = await wallet.signDirect(address, doc);
    const { bodyBytes, authInfoBytes } = signDocument;
    const signed = { bodyBytes, authInfoBytes, signature: signature.signature, wait: true };
    const { items } = await post("submitTask", signed);
    await ask("subscribeTask", { taskHash: items[0].taskHash });
    await node.restartComet();
    await until(() => eventsOf().includes("TaskSettled"));
    expect(eventsOf().filter((one) => one === "TaskSubmitted")).to.have.length(1);
    // One for each subscription.
    expect(eventsOf().filter((one) => one === "TaskStarted")).to.have.length(2);
    expect(eventsOf()).to.not.include("Resync");
    expect(await ask("unsubscribe", { subscription: pending.subscription })).to.equal(true);
  });

  /** The tasks of a message that the node itself would write. */
  async function exampleTasks(): Promise<MsgSubmitTask["tasks"]> {
    const { signDocument } = await post("submitTask", {
      ...{ sender: address, publicKey, model: MODEL_ID, maxOutputTokens: 1, prompts: ["Once"] },
    });
    const { messages } = TxBody.decode(Buffer.from(signDocument.bodyBytes, "base64"));
    return MsgSubmitTask.decode(messages[0]?.value ?? new Uint8Array(0)).tasks;
  }
});

/** One of our codecs in the form that cosmjs' registry knows. */
function cosmjsType(codec: typeof MsgSubmitTask): unknown {
  return {
    encode: (value: MsgSubmitTask) => ({ finish: () => codec.encode(value) }),
    decode: (bytes: Uint8Array) => codec.decode(bytes),
    fromPartial: (value: MsgSubmitTask) => codec.create(value),
  };
}
