/**
 * The calls that Keplr and Ping.pub make, against a live node: every one of them answers, or says
 * "not implemented" as the gateway of the Cosmos SDK does. The two run in browsers only, so their
 * requests are made here by `fetch` and `ws`, and noted under that name.
 */
import { DirectSecp256k1HdWallet, type OfflineDirectSigner } from "@cosmjs/proto-signing";
import { calculateFee, GasPrice, SigningStargateClient } from "@cosmjs/stargate";
import { TxRaw } from "cosmjs-types/cosmos/tx/v1beta1/tx";
import { expect } from "chai";
import { WebSocket } from "ws";
import { buildModules } from "../../app/modules.ts";
import { runProgram } from "../../cmd/aegisd/program.ts";
import { waitForTx } from "../../app/client/broadcast.ts";
import { sequencedSigner } from "../../app/client/sequence.ts";
import { anyOf } from "../../app/client/sign.ts";
import { consensusAddress, operatorAddress, addressBytes } from "../../app/lib/address.ts";
import { base64, fromBase64 } from "../../app/lib/bytes.ts";
import { uasi } from "../../app/lib/coin.ts";
import { accountSigner, listAccounts } from "../../localnet/accounts.ts";
import { CHAIN_ID } from "../../localnet/genesis.ts";
import { USER_NAME } from "../../localnet/layout.ts";
import { apiPort } from "../../localnet/manifest.ts";
import { MsgSend } from "../../proto/gen/cosmos/bank/v1beta1/tx.ts";
import { fakeIo } from "../cmd/aegisd/fakeIo.ts";
import { recordCall } from "../kit/callTable.ts";
import { type TestNetwork, testNetwork } from "../kit/network.ts";

const KEPLR = "fetch, calls of Keplr";
const PING = "fetch, calls of Ping.pub";

type Client = typeof KEPLR | typeof PING;
type Json = Readonly<Record<string, unknown>>;

/** What stands in a URL for an address of this run. */
type Names = Readonly<Record<"account" | "validator" | "consensus" | "hash" | "height", string>>;

const OK = 200;
const NOT_IMPLEMENTED = 501;

const STAKING = "/cosmos/staking/v1beta1";
const REWARDS = "/cosmos/distribution/v1beta1";
const COMET = "/cosmos/base/tendermint/v1beta1";
const GOV = "/cosmos/gov/v1";

/** GET requests of wallets and explorers; {names} are filled in. */
const CALLS: readonly (readonly [client: Client, url: string, status: number])[] = [
  [KEPLR, `${COMET}/node_info`, OK],
  [KEPLR, "/cosmos/auth/v1beta1/accounts/{account}", OK],
  [KEPLR, "/cosmos/bank/v1beta1/balances/{account}?pagination.limit=1000", OK],
  [KEPLR, "/cosmos/bank/v1beta1/spendable_balances/{account}?pagination.limit=1000", OK],
  [KEPLR, `${STAKING}/delegations/{account}?pagination.limit=1000`, OK],
  [KEPLR, `${STAKING}/delegators/{account}/unbonding_delegations`, OK],
  [KEPLR, `${STAKING}/validators?pagination.limit=1000&status=BOND_STATUS_BONDED`, OK],
  [KEPLR, `${STAKING}/params`, OK],
  [KEPLR, `${STAKING}/pool`, OK],
  [KEPLR, `${REWARDS}/delegators/{account}/rewards`, OK],
  [KEPLR, `${REWARDS}/params`, OK],
  [PING, "/cosmos/auth/v1beta1/accounts", OK],
  [PING, "/cosmos/auth/v1beta1/params", OK],
  [PING, "/cosmos/bank/v1beta1/params", OK],
  [PING, "/cosmos/bank/v1beta1/supply", OK],
  [PING, "/cosmos/bank/v1beta1/supply/by_denom?denom=uasi", OK],
  [PING, "/cosmos/bank/v1beta1/denoms_metadata", OK],
  [PING, `${STAKING}/validators/{validator}`, OK],
  [PING, `${STAKING}/validators/{validator}/delegations`, OK],
  [PING, `${STAKING}/validators/{validator}/delegations/{operator}`, OK],
  [PING, `${STAKING}/validators/{validator}/unbonding_delegations`, OK],
  [PING, `${STAKING}/delegators/{operator}/validators`, OK],
  [PING, `${STAKING}/delegators/{account}/redelegations`, OK],
  [PING, `${REWARDS}/community_pool`, OK],
  [PING, `${REWARDS}/validators/{validator}/commission`, OK],
  [PING, `${REWARDS}/validators/{validator}/outstanding_rewards`, OK],
  [PING, `${REWARDS}/validators/{validator}/slashes`, OK],
  [PING, "/cosmos/slashing/v1beta1/params", OK],
  [PING, "/cosmos/slashing/v1beta1/signing_infos?pagination.limit=300", OK],
  [PING, "/cosmos/slashing/v1beta1/signing_infos/{consensus}", OK],
  [PING, "/cosmos/mint/v1beta1/params", NOT_IMPLEMENTED],
  [PING, "/cosmos/mint/v1beta1/inflation", NOT_IMPLEMENTED],
  [PING, "/cosmos/mint/v1beta1/annual_provisions", NOT_IMPLEMENTED],
  [PING, `${GOV}/proposals?pagination.limit=20&proposal_status=2`, NOT_IMPLEMENTED],
  [PING, `${GOV}/params/voting`, NOT_IMPLEMENTED],
  [PING, `${GOV}/params/deposit`, NOT_IMPLEMENTED],
  [PING, `${GOV}/params/tallying`, NOT_IMPLEMENTED],
  [PING, "/cosmos/params/v1beta1/params?subspace=a&key=b", NOT_IMPLEMENTED],
  [PING, `${COMET}/node_info`, OK],
  [PING, `${COMET}/blocks/latest`, OK],
  [PING, `${COMET}/blocks/{height}`, OK],
  [PING, `${COMET}/validatorsets/latest?pagination.limit=100`, OK],
  [PING, `${COMET}/validatorsets/{height}?pagination.limit=100`, OK],
  [PING, "/cosmos/tx/v1beta1/txs/{hash}", OK],
  [PING, "/cosmos/tx/v1beta1/txs/block/{height}", OK],
  [
    PING,
    "/cosmos/tx/v1beta1/txs?order_by=ORDER_BY_DESC&query=message.sender%3D%27{account}%27",
    OK,
  ],
  [
    PING,
    "/cosmos/tx/v1beta1/txs?order_by=ORDER_BY_DESC&events=message.sender%3D%27{account}%27",
    OK,
  ],
];

describe("REST of a live node", function () {
  this.timeout(240_000);
  let network: TestNetwork;
  let base = "";
  let wallet: OfflineDirectSigner;
  let signing: SigningStargateClient;
  let names: Names & { readonly operator: string };

  /** Asks, and notes the call as `template` has it. */
  async function ask(
    client: Client,
    template: string,
    url: string,
    body?: Json,
  ): Promise<Response> {
    const verb = body === undefined ? "GET" : "POST";
    const headers = { origin: "https://wallet.example" };
    const content = body === undefined ? {} : { body: JSON.stringify(body) };
    const answer = await fetch(`${base}${url}`, { method: verb, headers, ...content });
    recordCall({ client, call: `${verb} ${template}`, outcome: `HTTP ${answer.status}` });
    return answer;
  }

  async function post(url: string, body: Json): Promise<Json> {
    const answer = await ask(KEPLR, url, url, body);
    expect(answer.status, await answer.clone().text()).to.equal(OK);
    return (await answer.json()) as Json;
  }

  before(async () => {
    network = await testNetwork({ name: "single", startedResourceNodes: 0 });
    const { rpcs, layout, manifest } = network.running;
    const [rpc] = rpcs;
    if (rpc === undefined) throw new Error("an RPC");
    base = `http://127.0.0.1:${apiPort(manifest.ports, 0)}`;
    wallet = await DirectSecp256k1HdWallet.generate(12, { prefix: "aegis" });
    const account = (await wallet.getAccounts())[0]?.address ?? "";
    const user = await accountSigner(layout, USER_NAME);
    const message = {
      fromAddress: user.address,
      toAddress: account,
      amount: [...uasi(5_000_000n)],
    };
    const content = { messages: [anyOf(MsgSend, message)], gasLimit: 200_000n, fee: 20_000n };
    const { hash } = await sequencedSigner(rpc, user, CHAIN_ID).send(content);
    await waitForTx(rpc, hash);
    signing = await SigningStargateClient.connectWithSigner(rpc.url, wallet);
    const operator = listAccounts(layout).find(({ name }) => name === "validator0")?.address ?? "";
    const { validators } = (await (await fetch(`${base}${COMET}/validatorsets/latest`)).json()) as {
      validators: { address: string }[];
    };
    names = {
      account,
      operator,
      validator: operatorAddress(addressBytes(operator)),
      consensus: validators[0]?.address ?? "",
      hash: "",
      height: "",
    };
  });
  after(async () => {
    signing?.disconnect();
    await network?.close();
  });

  it("passes Keplr's test of a connection: status and websocket of the RPC", async () => {
    const url = network.running.rpcs[0]?.url ?? "";
    const status = await fetch(`${url}/status`, { headers: { origin: "https://wallet.example" } });
    recordCall({ client: KEPLR, call: "GET RPC /status", outcome: `HTTP ${status.status}` });
    expect(status.headers.get("access-control-allow-origin")).to.equal("*");
    expect(await status.json()).to.have.nested.property("result.node_info.network", CHAIN_ID);
    const socket = new WebSocket(`${url.replace(/^http/, "ws")}/websocket`);
    try {
      const heard = await new Promise<string>((resolve, reject) => {
        socket.once("error", reject);
        socket.once("message", (data) => resolve(String(data)));
        const params = ["tm.event='NewBlock'"];
        const request = { jsonrpc: "2.0", id: 1, method: "subscribe", params };
        socket.once("open", () => socket.send(JSON.stringify(request)));
      });
      expect(JSON.parse(heard)).to.deep.include({ id: 1, result: {} });
      recordCall({ client: KEPLR, call: "RPC websocket subscribe", outcome: "ok" });
    } finally {
      socket.close();
    }
  });

  it("lets Keplr simulate, send and follow a transaction", async () => {
    const { account } = names;
    const send = {
      typeUrl: "/cosmos.bank.v1beta1.MsgSend",
      value: {
        fromAddress: account,
        toAddress: names.operator,
        amount: [{ denom: "uasi", amount: "1234" }],
      },
    };
    const unsigned = calculateFee(200_000, GasPrice.fromString("0.025uasi"));
    const tx = await signing.sign(account, [send], unsigned, "REST");
    // Keplr simulates with one empty signature.
    const draft = TxRaw.encode({ ...tx, signatures: [new Uint8Array(0)] }).finish();
    const simulated = await post("/cosmos/tx/v1beta1/simulate", { tx_bytes: base64(draft) });
    expect(simulated)
      .to.have.nested.property("gas_info.gas_used")
      .that.matches(/^\d{5}$/);
    const sent = (await post("/cosmos/tx/v1beta1/txs", {
      tx_bytes: base64(TxRaw.encode(tx).finish()),
      mode: "BROADCAST_MODE_SYNC",
    })) as { readonly tx_response: { readonly code: number; readonly txhash: string } };
    expect(sent.tx_response.code).to.equal(0);
    const [rpc] = network.running.rpcs;
    if (rpc === undefined) throw new Error("an RPC");
    const { hash, height } = await waitForTx(rpc, sent.tx_response.txhash);
    names = { ...names, hash, height: `${height}` };
  });

  for (const [client, template, status] of CALLS) {
    it(`${client}: ${template} is ${status}`, async () => {
      const url = template.replace(/\{(\w+)\}/g, (_, name: keyof Names) => names[name]);
      const answer = await ask(client, template, url);
      const json = (await answer.json()) as Json;
      expect(answer.status, JSON.stringify(json)).to.equal(status);
      expect(answer.headers.get("access-control-allow-origin")).to.equal("*");
      if (status === NOT_IMPLEMENTED) {
        expect(json).to.deep.equal({ code: 12, message: "Not Implemented", details: [] });
      }
    });
  }

  it("says what wallets compare: chain id, SDK profile, the transaction, its events", async () => {
    const read = async (url: string): Promise<Json> =>
      (await (await fetch(`${base}${url}`)).json()) as Json;
    const info = await read(`${COMET}/node_info`);
    expect(info).to.have.nested.property("default_node_info.network", CHAIN_ID);
    expect(info)
      .to.have.nested.property("application_version.cosmos_sdk_version")
      .that.matches(/^v0\.50\./);
    const found = await read(`/cosmos/tx/v1beta1/txs/${names.hash}`);
    expect(found).to.have.nested.property(
      "tx.body.messages[0].@type",
      "/cosmos.bank.v1beta1.MsgSend",
    );
    expect(found).to.have.nested.property("tx_response.height", names.height);
    const query = encodeURIComponent(`message.sender='${names.account}'`);
    const list = await read(`/cosmos/tx/v1beta1/txs?query=${query}`);
    expect(list).to.have.property("total", "1");
    expect(list).to.have.nested.property("tx_responses[0].txhash", names.hash);
    const block = (await read(`${COMET}/blocks/${names.height}`)) as {
      readonly block: { readonly header: { proposer_address: string } };
    };
    const proposer = fromBase64(block.block.header.proposer_address);
    expect(consensusAddress(proposer)).to.equal(names.consensus);
  });

  it("is described for the chain registry and wallets, the same from afar", async () => {
    const url = network.running.rpcs[0]?.url ?? "";
    const { modules } = buildModules().manager;
    for (const name of ["chain", "assetlist", "keplr"]) {
      const io = fakeIo();
      const line = ["registry", name, "--node", url, "--rest", base];
      expect(await runProgram(io, modules, line), io.written.err).to.equal(0);
      const served = await (await fetch(`${base}/registry/${name}.json`)).json();
      expect(JSON.parse(io.written.out)).to.deep.equal(served);
    }
  });

  it("answers of a past height, and refuses one that is not kept", async () => {
    const url = `${base}/cosmos/bank/v1beta1/balances/${names.account}/by_denom?denom=uasi`;
    const at = async (height: string): Promise<Response> =>
      fetch(url, { headers: { "x-cosmos-block-height": height } });
    const before = await at(`${Number(names.height) - 1}`);
    expect(await before.json()).to.have.nested.property("balance.amount", "5000000");
    expect(before.headers.get("x-cosmos-block-height")).to.equal(`${Number(names.height) - 1}`);
    expect((await at("999999")).status).to.equal(400);
  });
});
