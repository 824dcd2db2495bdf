/** Submitting tasks: sign documents, signed transactions, waiting, and what is refused. */
import { expect } from "chai";
import { anyOf, type Signer, signTx } from "../../../../../app/client/sign.ts";
import { base64, fromBase64, fromHex, hex, sha256 } from "../../../../../app/lib/bytes.ts";
import { uasi } from "../../../../../app/lib/coin.ts";
import { createBackend } from "../../../../../cmd/aegisd/api/backend.ts";
import { RpcFault } from "../../../../../cmd/aegisd/api/jsonrpc/fault.ts";
import { included } from "../../../../../cmd/aegisd/api/jsonrpc/signed.ts";
import { MODEL_ID } from "../../../../../localnet/defaultModel.ts";
import type { GenesisState } from "../../../../../proto/gen/aegis/tasks/v1/genesis.ts";
import { TaskRequest } from "../../../../../proto/gen/aegis/tasks/v1/tasks.ts";
import { MsgSubmitTask } from "../../../../../proto/gen/aegis/tasks/v1/tx.ts";
import { MsgSend } from "../../../../../proto/gen/cosmos/bank/v1beta1/tx.ts";
import { SignDoc, TxBody, TxRaw } from "../../../../../proto/gen/cosmos/tx/v1beta1/tx.ts";
import { present } from "../../../../../app/lib/assert.ts";
import { CHAIN_ID, createChain, testSigner } from "../../../../kit/chain.ts";
import { txHash } from "../../../../kit/mockComet.ts";
import { type Answer, type RpcNode, rpcNode } from "./node.ts";
import { type Described, misfit } from "./schema.ts";

interface Document {
  readonly bodyBytes: string;
  readonly authInfoBytes: string;
  readonly signDoc: string;
  readonly digest: string;
  readonly sequence: string;
  readonly gasLimit: string;
  readonly fee: string;
  readonly items: readonly { readonly code: number; readonly taskHash?: string }[];
}

function oneAtATime(genesis: GenesisState): GenesisState {
  const params = present(genesis.params, "parameters");
  return { ...genesis, params: { ...params, maxBatch: 1 } };
}

const PROMPTS = [[{ role: "USER", content: "What is a block?" }], "Once upon a time"];

describe("submitTask", () => {
  let node: RpcNode;
  let user: Signer;
  let fields: Readonly<Record<string, unknown>>;
  let document: Described;

  beforeEach(async () => {
    node = await rpcNode(createChain({ users: 2 }));
    user = present(node.chain.users[0], "a user");
    document = (await node.call("rpc.discover")).result;
    fields = {
      sender: user.address,
      publicKey: base64(user.publicKey),
      model: MODEL_ID,
      prompts: PROMPTS,
      maxOutputTokens: 16,
    };
  });
  afterEach(async () => {
    await node.close();
    expect(node.errors).to.deep.equal([]);
  });

  async function documentOf(more: object = {}): Promise<Document> {
    const { result, error } = await node.call("submitTask", { ...fields, ...more });
    expect(error).to.equal(undefined);
    const schema = present(document.methods[0], "submitTask").result.schema;
    expect(await misfit(document, schema, result)).to.equal(undefined);
    return result.signDocument;
  }

  const signature = ({ digest }: Document): string => base64(user.sign(fromHex(digest)));

  /** Makes blocks until `answer` is there. */
  async function inBlock(answer: Promise<Answer>): Promise<Answer> {
    let isThere = false;
    void answer.finally(() => {
      isThere = true;
    });
    for (let at = 0; at < 40 && !isThere; at += 1) {
      await new Promise((resolve) => setTimeout(resolve, 50));
      if (!isThere) node.comet.block();
    }
    return await answer;
  }

  it("makes a sign document of fields, which the key signs and a block takes", async () => {
    const made = await documentOf({ memo: "hello" });
    const doc = SignDoc.decode(fromBase64(made.signDoc));
    expect(hex(sha256(fromBase64(made.signDoc)))).to.equal(made.digest);
    expect(doc.chainId).to.equal(CHAIN_ID);
    expect(base64(doc.bodyBytes)).to.equal(made.bodyBytes);
    const { messages, memo } = TxBody.decode(doc.bodyBytes);
    expect(memo).to.equal("hello");
    const { tasks } = MsgSubmitTask.decode(present(messages[0], "a message").value);
    expect(tasks.map(({ prompt }) => prompt)).to.deep.equal(["", "Once upon a time"]);
    expect(tasks.every(({ maxFee }) => maxFee > 0n)).to.equal(true);
    const { bodyBytes, authInfoBytes } = made;
    const signed = { bodyBytes, authInfoBytes, signature: signature(made), wait: true };
    const { result, error } = await inBlock(node.call("submitTask", signed));
    expect(error).to.equal(undefined);
    expect(result.code).to.equal(0);
    expect(result.items).to.deep.equal(made.items);
    for (const { taskHash } of made.items) {
      const { result: task } = await node.call("queryTask", { taskHash });
      expect(task.record.task.identity.sender).to.equal(user.address);
      const schema = present(document.methods[4], "queryTask").result.schema;
      expect(await misfit(document, schema, task)).to.equal(undefined);
    }
  });

  it("offers the node's price unless another is named, and the fee for the gas", async () => {
    const made = await documentOf();
    expect(BigInt(made.fee)).to.equal((BigInt(made.gasLimit) * 25n + 999n) / 1000n);
    expect((await documentOf({ gasPrice: "0uasi" })).fee).to.equal("0");
  });

  it("signs for a later sequence, of which it cannot know the task's hash", async () => {
    const made = await documentOf({ nonce: "3" });
    expect(made.sequence).to.equal("3");
    expect(made.items).to.have.length(2);
    expect(made.items.every(({ taskHash }) => taskHash === undefined)).to.equal(true);
  });

  it("takes a whole signed transaction, once, and knows the second for the first", async () => {
    const made = await documentOf();
    const { bodyBytes, authInfoBytes } = made;
    const raw = TxRaw.encode({
      bodyBytes: fromBase64(bodyBytes),
      authInfoBytes: fromBase64(authInfoBytes),
      signatures: [fromBase64(signature(made))],
    });
    for (let at = 0; at < 2; at += 1) {
      const { result } = await node.call("submitTask", { tx: base64(raw) });
      expect(result).to.deep.equal({ hash: txHash(raw), code: 0 });
    }
  });

  it("tells the entries of a list apart that failed", async () => {
    const empty = [{ role: "USER", content: "" }];
    const { error } = await node.call("submitTask", {
      ...fields,
      prompts: [empty, "fine"],
      maxFee: "1",
    });
    expect(error?.data).to.deep.include({ codespace: "tasks", code: 47 });
  });

  const wrong: readonly (readonly [string, object])[] = [
    ["a mnemonic", { mnemonic: "abandon abandon" }],
    ["a private key", { privateKey: "00" }],
    ["no sender", { sender: undefined }],
    ["no model", { model: undefined }],
    ["no prompt", { prompts: undefined }],
    ["an empty list of prompts", { prompts: [] }],
    ["a prompt that is a number", { prompts: [5] }],
    ["an empty list of messages", { prompts: [[]] }],
    ["a message without known role", { prompts: [[{ role: "ROOT", content: "a" }]] }],
    ["a message with more", { prompts: [[{ role: "USER", content: "a", name: "x" }]] }],
    ["sampling with more", { sampling: { temperature: 1 } }],
    ["sampling as fraction", { sampling: { temperatureMilli: 0.5 } }],
    ["an address of another chain", { sender: "cosmos1qypqxpq9qcrsszg2pvxq6rs0zqg3yyc5lzv7xu" }],
    ["another's key", { publicKey: base64(testSigner("stranger").publicKey) }],
    ["a key that is no point", { publicKey: base64(new Uint8Array(33).fill(2)) }],
    ["a short key", { publicKey: "AAAA" }],
    ["no key that is known", { publicKey: undefined }],
    ["a negative fee", { maxFee: -1 }],
    ["a fee as fraction", { maxFee: 1.5 }],
    ["17 calculations", { targetCount: 17 }],
    ["a price in another coin", { gasPrice: "1atom" }],
    ["waiting for nothing", { wait: true }],
    ["a long memo", { memo: "ä".repeat(300) }],
  ];
  for (const [name, more] of wrong) {
    it(`refuses fields with ${name}`, async () => {
      const { error } = await node.call("submitTask", { ...fields, ...more });
      expect(error?.code, error?.message).to.equal(-32602);
    });
  }

  const against: readonly (readonly [string, object, number])[] = [
    ["an unknown model", { model: "nothing" }, 12],
    ["a schema", { schema: "bafy" }, 48],
    ["calculations that are the same", { targetCount: 2 }, 7],
    ["too many tokens", { maxOutputTokens: 1_000_000 }, 45],
    ["a fee that is too small", { maxFee: "1" }, 47],
  ];
  for (const [name, more, code] of against) {
    it(`passes on what the chain has against ${name}`, async () => {
      const { error } = await node.call("submitTask", { ...fields, ...more });
      expect(error?.code).to.equal(-32000);
      expect(error?.data).to.deep.include({ codespace: "tasks", code });
    });
  }

  it("knows no account that nobody funded", async () => {
    const stranger = testSigner("stranger");
    const of = { sender: stranger.address, publicKey: base64(stranger.publicKey) };
    const { error } = await node.call("submitTask", { ...fields, ...of });
    expect(error?.code).to.equal(-32000);
    expect(error?.data).to.deep.include({ codespace: "auth", code: 2 });
  });

  it("refuses transactions that are none, of another kind, or beside fields", async () => {
    const send = { fromAddress: user.address, toAddress: user.address, amount: [...uasi(1n)] };
    const task = { sender: user.address, tasks: [] };
    const content = (messages: readonly ReturnType<typeof anyOf>[]): string =>
      base64(
        signTx(
          user,
          { messages, gasLimit: 200_000n, fee: 5_000n },
          { chainId: CHAIN_ID, accountNumber: 0n, sequence: 0n },
        ),
      );
    const other = content([anyOf(MsgSend, send)]);
    const mixed = content([anyOf(MsgSubmitTask, task), anyOf(MsgSend, send)]);
    const none = content([]);
    const made = await documentOf();
    const { bodyBytes, authInfoBytes } = made;
    const cases: readonly object[] = [
      { tx: other },
      { tx: mixed },
      { tx: none },
      { tx: "AAAA" },
      {
        tx: base64(
          TxRaw.encode({
            bodyBytes: new Uint8Array(9),
            authInfoBytes: new Uint8Array(0),
            signatures: [],
          }),
        ),
      },
      { tx: none, bodyBytes },
      { bodyBytes, authInfoBytes },
      { bodyBytes, authInfoBytes, signature: "AAAA" },
      { bodyBytes, authInfoBytes, signature: signature(made), memo: "a" },
      { tx: other, sender: user.address },
      { tx: other, wait: "yes" },
    ];
    for (const params of cases) {
      const { error } = await node.call("submitTask", params);
      expect(error?.code, JSON.stringify(params).slice(0, 80)).to.equal(-32602);
    }
    const { error } = await node.call("submitVerification", {
      tx: content([anyOf(MsgSubmitTask, task)]),
    });
    expect(error?.message).to.include("aegis.tasks.v1.MsgCommitVerification");
  });

  it("passes on what the mempool and the block refuse, with the hash", async () => {
    const made = await documentOf();
    const { bodyBytes, authInfoBytes } = made;
    const forged = { bodyBytes, authInfoBytes, signature: base64(new Uint8Array(64).fill(1)) };
    const { error } = await node.call("submitTask", forged);
    expect(error?.code).to.equal(-32000);
    expect(error?.data).to.deep.include({ codespace: "sdk", code: 4 });
    const gas = { ...fields, nonce: "0" };
    expect((await node.call("submitTask", gas)).error).to.equal(undefined);
  });

  it("passes on what a block refuses, with hash and height", async () => {
    await node.close();
    node = await rpcNode(createChain({ users: 1, changeTasks: oneAtATime }));
    const { error: early } = await node.call("submitTask", fields);
    expect(early?.data).to.deep.include({ codespace: "tasks", code: 10 });
    const tasks = [TaskRequest.create(), TaskRequest.create()];
    const tx = node.chain.sign(user, [anyOf(MsgSubmitTask, { sender: user.address, tasks })]);
    const { error } = await inBlock(node.call("submitTask", { tx: base64(tx), wait: true }));
    expect(error?.code).to.equal(-32000);
    expect(error?.data).to.deep.include({ codespace: "tasks", code: 10, hash: txHash(tx) });
    expect(error?.data).to.include.keys("height");
  });

  it("gives up waiting when the caller's time is over", async () => {
    const backend = createBackend(node.chain.app(), node.comet.url);
    const waited = included(backend, "AB".repeat(32), AbortSignal.abort());
    const fault = await waited.catch((error: unknown) => error);
    expect(fault).to.be.instanceOf(RpcFault);
    expect(fault).to.deep.include({ code: -32002, data: { hash: "AB".repeat(32) } });
  });

  it("says when CometBFT is silent, without its address", async () => {
    const made = await documentOf();
    node.comet.isUp = false;
    const { bodyBytes, authInfoBytes } = made;
    const signed = { bodyBytes, authInfoBytes, signature: signature(made) };
    const { error } = await node.call("submitTask", signed);
    expect(error?.code).to.equal(-32001);
    expect(JSON.stringify(error)).to.not.include("127.0.0.1");
  });
});
