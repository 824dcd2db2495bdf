/** Transactions, blocks and the node over REST: what no module declares. */
import { expect } from "chai";
import { anyOf } from "../../../../app/client/sign.ts";
import { base64, hex, sha256 } from "../../../../app/lib/bytes.ts";
import { uasi } from "../../../../app/lib/coin.ts";
import { MsgSend } from "../../../../proto/gen/cosmos/bank/v1beta1/tx.ts";
import { type ApiTest, apiTest } from "./kit.ts";

const TXS = "/cosmos/tx/v1beta1/txs";
const COMET = "/cosmos/base/tendermint/v1beta1";
const BROADCAST = { mode: "BROADCAST_MODE_SYNC" };

interface TxAnswer {
  readonly tx_response: Readonly<Record<string, unknown>>;
}

describe("REST of transactions", () => {
  let api: ApiTest;
  let tx: Uint8Array;
  let hash = "";

  before(async () => {
    api = await apiTest();
    const [from, to] = api.chain.users;
    if (from === undefined || to === undefined) throw new Error("two users");
    const message = { fromAddress: from.address, toAddress: to.address, amount: [...uasi(5n)] };
    tx = api.chain.sign(from, [anyOf(MsgSend, message)], { fee: 60_000n, memo: "five" });
    hash = hex(sha256(tx)).toUpperCase();
  });
  after(() => api.server.close());

  it("simulates bytes, and the transaction in JSON", async () => {
    const one = await api.post("/cosmos/tx/v1beta1/simulate", { tx_bytes: base64(tx) });
    expect(one.status).to.equal(200);
    const { json: decoded } = await api.post("/cosmos/tx/v1beta1/decode", { tx_bytes: base64(tx) });
    const two = await api.post("/cosmos/tx/v1beta1/simulate", decoded);
    expect(two.json).to.deep.equal(one.json);
    expect(one.json)
      .to.have.nested.property("gas_info.gas_used")
      .that.matches(/^[1-9]\d+$/);
  });

  it("decodes and encodes: the bytes come back", async () => {
    const decoded = await api.post("/cosmos/tx/v1beta1/decode", { tx_bytes: base64(tx) });
    expect(JSON.stringify(decoded.json)).to.contain('"@type":"/cosmos.bank.v1beta1.MsgSend"');
    const encoded = await api.post("/cosmos/tx/v1beta1/encode", decoded.json);
    expect(encoded.json).to.deep.equal({ tx_bytes: base64(tx) });
  });

  it("gives a transaction to the mempool once, and finds it in its block", async () => {
    const sent = await api.post(TXS, { tx_bytes: base64(tx), ...BROADCAST });
    expect((sent.json as never as TxAnswer).tx_response).to.include({ code: 0, txhash: hash });
    const again = await api.post(TXS, { tx_bytes: base64(tx), mode: "BROADCAST_MODE_ASYNC" });
    expect(again.status).to.equal(200);
    expect((again.json as never as TxAnswer).tx_response).to.include({
      code: 19,
      codespace: "sdk",
      txhash: hash,
    });
    expect((await api.get(`${TXS}/${hash}`)).status).to.equal(404);
    api.chain.mock.run(1);
    const found = await api.get(`${TXS}/${hash}`);
    expect((found.json as never as TxAnswer).tx_response).to.include({
      code: 0,
      txhash: hash,
      height: "4",
      timestamp: "2026-01-02T03:04:05Z",
      raw_log: "",
    });
    expect(found.json).to.have.nested.property("tx.body.memo", "five");
    expect(found.json).to.have.nested.property("tx_response.tx.@type", "/cosmos.tx.v1beta1.Tx");
  });

  it("tells a refusal by the application in the answer", async () => {
    const [from] = api.chain.users;
    if (from === undefined) throw new Error("a user");
    const message = { fromAddress: from.address, toAddress: from.address, amount: [...uasi(1n)] };
    const late = api.chain.sign(from, [anyOf(MsgSend, message)], { sequence: 9n, fee: 60_000n });
    const { status, json } = await api.post(TXS, { tx_bytes: base64(late), ...BROADCAST });
    expect(status).to.equal(200);
    const { tx_response: response } = json as never as TxAnswer;
    expect(response).to.include({ code: 32, codespace: "sdk" });
    expect(response["raw_log"]).to.match(/expected 1, got 9/);
  });

  it("searches by events, either form, forwards and backwards, by page", async () => {
    const query = encodeURIComponent("message.sender='a'");
    await api.get(`${TXS}?query=${query}&order_by=ORDER_BY_DESC&page=2&limit=1`);
    expect(api.backend.calls.filter(([method]) => method === "tx_search").at(-1)?.[1]).to.include({
      query: "message.sender='a'",
      order_by: "desc",
      page: "2",
      per_page: "1",
    });
    const events = ["message.action='/b'", "message.sender='a'"].map(encodeURIComponent);
    const page = "pagination.limit=2&pagination.offset=2";
    const url = `${TXS}?events=${events[0]}&events=${events[1]}&${page}`;
    const { status, json } = await api.get(url);
    expect(status).to.equal(200);
    expect(json).to.have.property("txs").with.length(2);
    expect(json).to.have.property("total", "5");
    expect(api.backend.calls.filter(([method]) => method === "tx_search").at(-1)?.[1]).to.include({
      query: "message.action='/b' AND message.sender='a'",
      page: "2",
    });
  });

  it("shows a block with a page of its transactions", async () => {
    const { json } = await api.get(`${TXS}/block/4?pagination.limit=1&pagination.offset=1`);
    expect(json).to.have.property("txs").with.length(1);
    expect(json).to.have.nested.property("txs[0].body.memo", "five");
    expect(json).to.have.nested.property("pagination.total", "2");
  });

  const POSTS: readonly (readonly [string, string, unknown])[] = [
    ["mode BLOCK, by its name", TXS, { tx_bytes: "AA==", mode: "BROADCAST_MODE_BLOCK" }],
    ["no mode", TXS, { tx_bytes: "AA==" }],
    ["no bytes", TXS, BROADCAST],
    ["bytes that are no base64", TXS, { tx_bytes: "***", ...BROADCAST }],
    ["a number for bytes", TXS, { tx_bytes: 5, ...BROADCAST }],
    ["a field that is none", TXS, { tx: "AA==", ...BROADCAST }],
    ["nothing to simulate", "/cosmos/tx/v1beta1/simulate", {}],
    ["bytes that are no transaction", "/cosmos/tx/v1beta1/decode", { tx_bytes: "/////w==" }],
    ["nothing to decode", "/cosmos/tx/v1beta1/decode", {}],
    ["nothing to encode", "/cosmos/tx/v1beta1/encode", {}],
    [
      "a message that nobody knows",
      "/cosmos/tx/v1beta1/encode",
      { tx: { body: { messages: [{ "@type": "/no.such.Msg" }] } } },
    ],
  ];
  for (const [name, url, body] of POSTS) {
    it(`refuses ${name}`, async () => {
      const { status, json } = await api.post(url, body);
      expect(json).to.include({ code: 3 });
      expect(status).to.equal(400);
    });
  }

  const GETS: readonly (readonly [string, string, number])[] = [
    ["a search for nothing", TXS, 400],
    ["an event without a value", `${TXS}?events=message.sender`, 400],
    ["a query that is too long", `${TXS}?query=${"a".repeat(2_000)}`, 400],
    ["a page beyond the last", `${TXS}?query=a=1&page=9`, 400],
    ["an order that is none", `${TXS}?query=a=1&order_by=UP`, 400],
    ["an offset within a page", `${TXS}?query=a=1&pagination.offset=3&pagination.limit=2`, 400],
    ["a hash that is none", `${TXS}/zz`, 400],
    ["a hash of nothing", `${TXS}/${"AB".repeat(32)}`, 404],
    ["a block to come", `${COMET}/blocks/99`, 400],
    ["block 0", `${COMET}/blocks/0`, 400],
    ["a negative block", `${COMET}/blocks/-1`, 400],
    ["a block by a word", `${COMET}/blocks/last`, 400],
    ["validators by key", `${COMET}/validatorsets/latest?pagination.key=AAA=`, 400],
  ];
  for (const [name, url, wanted] of GETS) {
    it(`refuses ${name}`, async () => {
      const { status, json } = await api.get(url);
      expect(status, JSON.stringify(json)).to.equal(wanted);
      expect(json).to.have.all.keys("code", "message", "details");
    });
  }

  it("says 503 while CometBFT is away, and nothing of where it is", async () => {
    api.backend.isUp = false;
    try {
      for (const url of [`${COMET}/blocks/latest`, `${TXS}/${hash}`, "/registry/chain.json"]) {
        const { status, json } = await api.get(url);
        expect(status, url).to.equal(503);
        expect(json).to.include({ code: 14, message: "CometBFT of this node does not answer" });
      }
      expect((await api.get("/cosmos/bank/v1beta1/params")).status).to.equal(200);
    } finally {
      api.backend.isUp = true;
    }
  });

  it("shows blocks in both forms, and validators by consensus address", async () => {
    const { json } = await api.get(`${COMET}/blocks/2`);
    expect(json).to.have.nested.property("block.header.height", "2");
    expect(json)
      .to.have.nested.property("sdk_block.header.proposer_address")
      .that.matches(/^aegisvalcons1/);
    const { json: set } = await api.get(`${COMET}/validatorsets/latest`);
    expect(set)
      .to.have.nested.property("validators[0].address")
      .that.matches(/^aegisvalcons1/);
    const { json: none } = await api.get(`${COMET}/validatorsets/latest?pagination.offset=7`);
    expect(none).to.deep.include({ validators: [] });
  });

  it("answers ABCI queries with their code and proof", async () => {
    const path = encodeURIComponent("/store/bank/key");
    const { json } = await api.get(`${COMET}/abci_query?path=${path}&data=AA==&prove=true`);
    expect(json).to.include({ code: 0 });
    expect(json).to.have.nested.property("proof_ops.ops").with.length(2);
    const wrong = await api.get(`${COMET}/abci_query?path=/nothing`);
    expect(wrong.status).to.equal(200);
    expect(wrong.json).to.include({ code: 6, codespace: "sdk" });
  });
});
