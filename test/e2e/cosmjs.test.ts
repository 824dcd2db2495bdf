/** Unmodified cosmjs, as dApps and wallets use it, against a running network. */
import { GasPrice, SigningStargateClient } from "@cosmjs/stargate";
import { DirectSecp256k1HdWallet } from "@cosmjs/proto-signing";
import { expect } from "chai";
import { accountSigner, listAccounts } from "../../localnet/accounts.ts";
import { USER_NAME } from "../../localnet/layout.ts";
import { sequencedSigner } from "../../app/client/sequence.ts";
import { waitForTx } from "../../app/client/broadcast.ts";
import { anyOf } from "../../app/client/sign.ts";
import { uasi } from "../../app/lib/coin.ts";
import { CHAIN_ID } from "../../localnet/genesis.ts";
import { MsgSend } from "../../proto/gen/cosmos/bank/v1beta1/tx.ts";
import { recording } from "../kit/callTable.ts";
import { type TestNetwork, testNetwork } from "../kit/network.ts";

describe("an unmodified cosmjs client", function () {
  this.timeout(240_000);
  let network: TestNetwork;
  let client: SigningStargateClient;
  let address = "";

  before(async () => {
    network = await testNetwork({ name: "single", startedResourceNodes: 0 });
    const { rpcs, layout } = network.running;
    const [rpc] = rpcs;
    if (rpc === undefined) throw new Error("an RPC");
    const wallet = await DirectSecp256k1HdWallet.generate(12, { prefix: "aegis" });
    address = (await wallet.getAccounts())[0]?.address ?? "";
    const user = await accountSigner(layout, USER_NAME);
    const message = {
      fromAddress: user.address,
      toAddress: address,
      amount: [...uasi(5_000_000n)],
    };
    const content = { messages: [anyOf(MsgSend, message)], gasLimit: 200_000n, fee: 20_000n };
    const { hash } = await sequencedSigner(rpc, user, CHAIN_ID).send(content);
    await waitForTx(rpc, hash);
    const gasPrice = GasPrice.fromString("0.025uasi");
    const signing = await SigningStargateClient.connectWithSigner(rpc.url, wallet, { gasPrice });
    client = recording(signing, "@cosmjs/stargate 0.39, DIRECT");
  });
  after(async () => {
    client?.disconnect();
    await network?.close();
  });

  it("reads chain id, height, account and balances", async () => {
    expect(await client.getChainId()).to.equal(CHAIN_ID);
    expect(await client.getHeight()).to.be.greaterThan(0);
    expect((await client.getBalance(address, "uasi")).amount).to.equal("5000000");
    expect(await client.getAllBalances(address)).to.have.length(1);
    expect((await client.getAccount(address))?.sequence).to.equal(0);
  });

  it("takes an account that nobody funded for none", async () => {
    const stranger = await DirectSecp256k1HdWallet.generate(12, { prefix: "aegis" });
    const [account] = await stranger.getAccounts();
    expect(await client.getAccount(account?.address ?? "")).to.equal(null);
  });

  it("simulates, signs, broadcasts and finds its transaction again, also by event", async () => {
    const to = listAccounts(network.running.layout)[0]?.address ?? "";
    const before = BigInt((await client.getBalance(to, "uasi")).amount);
    const sent = await client.sendTokens(address, to, [{ denom: "uasi", amount: "1234" }], "auto");
    expect(sent.code, sent.rawLog).to.equal(0);
    expect(BigInt((await client.getBalance(to, "uasi")).amount)).to.equal(before + 1234n);
    expect((await client.getTx(sent.transactionHash))?.height).to.equal(sent.height);
    const found = await client.searchTx([{ key: "message.sender", value: address }]);
    expect(found.map(({ hash }) => hash)).to.include(sent.transactionHash);
    expect(sent.msgResponses.map(({ typeUrl }) => typeUrl)).to.deep.equal([
      "/cosmos.bank.v1beta1.MsgSendResponse",
    ]);
  });

  it("hears the code of a refusal", async () => {
    const far = [{ denom: "uasi", amount: "999999999999999" }];
    const to = listAccounts(network.running.layout)[0]?.address ?? "";
    const fee = { amount: [{ denom: "uasi", amount: "20000" }], gas: "200000" };
    const { code } = await client.sendTokens(address, to, far, fee);
    expect(code).to.equal(5);
  });
});
