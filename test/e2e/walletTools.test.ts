/**
 * What wallets and operators do less often: validators made and moved to by JSON, several keys by
 * files of aegisd together with cosmjs, proofs of what is refused, and the RPC of cosmjs whole.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Secp256k1Wallet } from "@cosmjs/amino";
import * as current from "@cosmjs/stargate";
import { Comet38Client } from "@cosmjs/tendermint-rpc";
import { expect } from "chai";
import { PubKey } from "cosmjs-types/cosmos/crypto/ed25519/keys";
import * as old from "stargate-0.32";
import { addressBytes, operatorAddress } from "../../app/lib/address.ts";
import { base64, fromHex, sha256, utf8 } from "../../app/lib/bytes.ts";
import { buildModules } from "../../app/modules.ts";
import { EXIT } from "../../cmd/aegisd/exit.ts";
import { runProgram } from "../../cmd/aegisd/program.ts";
import { CHAIN_ID } from "../../localnet/genesis.ts";
import { fakeIo } from "../cmd/aegisd/fakeIo.ts";
import { recordCall, recording } from "../kit/callTable.ts";
import { type WalletNetwork, walletNetwork } from "../kit/walletNetwork.ts";

const ASI = 1_000_000n;
const FEE = { amount: [{ denom: "uasi", amount: "30000" }], gas: "1000000" };
const { modules } = buildModules().manager;

const coin = (amount: bigint) => ({ denom: "uasi", amount: `${amount}` });

type Stargate = typeof current;

const VERSIONS: readonly (readonly [name: string, stargate: Stargate])[] = [
  ["@cosmjs/stargate 0.39", current],
  // Its types differ in what this test does not touch.
  ["@cosmjs/stargate 0.32", old as unknown as Stargate],
];

let network: WalletNetwork;

before(async function () {
  this.timeout(240_000);
  network = await walletNetwork();
});
after(() => network?.close());

for (const [version, stargate] of VERSIONS) {
  describe(`${version} as an operator who signs JSON`, function () {
    this.timeout(240_000);
    const name = `${version}, LEGACY_AMINO_JSON`;
    let client: current.SigningStargateClient;
    let address = "";
    let own = "";

    before(async () => {
      const made = await network.newWallet("LEGACY_AMINO_JSON");
      ({ address } = made);
      own = operatorAddress(addressBytes(address));
      const { SigningStargateClient } = stargate;
      const connected = await SigningStargateClient.connectWithSigner(network.url, made.wallet);
      client = recording(connected, name);
    });
    after(() => client?.disconnect());

    /** Sends one message; its type is noted with what came of it. */
    const send = async (typeUrl: string, value: object): Promise<current.DeliverTxResponse> => {
      const sent = await client.signAndBroadcast(address, [{ typeUrl, value }], FEE, "a & b");
      const outcome = sent.code === 0 ? "ok" : `code ${sent.code}`;
      recordCall({ client: name, call: `signAndBroadcast ${typeUrl}`, outcome });
      return sent;
    };
    const done = async (typeUrl: string, value: object): Promise<void> => {
      const { code, rawLog } = await send(typeUrl, value);
      expect(code, rawLog).to.equal(0);
    };
    const blank = { identity: "", website: "", securityContact: "", details: "" };

    it("becomes a validator, edits it, moves stake to it and back", async () => {
      const key = sha256(utf8(`a consensus key of ${version}`));
      const pubkey = {
        typeUrl: "/cosmos.crypto.ed25519.PubKey",
        value: PubKey.encode({ key }).finish(),
      };
      await done("/cosmos.staking.v1beta1.MsgCreateValidator", {
        description: { ...blank, moniker: "by JSON <&>" },
        commission: {
          rate: `1${"0".repeat(17)}`,
          maxRate: `2${"0".repeat(17)}`,
          maxChangeRate: `1${"0".repeat(16)}`,
        },
        minSelfDelegation: "1000000",
        delegatorAddress: address,
        validatorAddress: own,
        pubkey,
        value: coin(50n * ASI),
      });
      await done("/cosmos.staking.v1beta1.MsgEditValidator", {
        description: { ...blank, moniker: "[do-not-modify]", website: "w" },
        validatorAddress: own,
        commissionRate: "",
        minSelfDelegation: "2000000",
      });
      const { validator } = network;
      const amount = coin(10n * ASI);
      const move = { delegatorAddress: address, amount };
      await done("/cosmos.staking.v1beta1.MsgDelegate", { ...move, validatorAddress: validator });
      const places = { validatorSrcAddress: validator, validatorDstAddress: own };
      await done("/cosmos.staking.v1beta1.MsgBeginRedelegate", { ...move, ...places });
      expect((await client.getDelegation(address, own))?.amount).to.equal(`${60n * ASI}`);
      await done("/cosmos.staking.v1beta1.MsgUndelegate", { ...move, validatorAddress: own });
      const gone = { delegatorAddress: address, validatorAddress: own };
      await done("/cosmos.distribution.v1beta1.MsgWithdrawDelegatorReward", gone);
      const self = { delegatorAddress: address, withdrawAddress: address };
      await done("/cosmos.distribution.v1beta1.MsgSetWithdrawAddress", self);
      const pool = { amount: [coin(7n)], depositor: address };
      await done("/cosmos.distribution.v1beta1.MsgFundCommunityPool", pool);
      // Signed under cosmjs' name; there is nothing yet to withdraw.
      const typeUrl = "/cosmos.distribution.v1beta1.MsgWithdrawValidatorCommission";
      const { rawLog } = await send(typeUrl, { validatorAddress: own });
      expect(rawLog).to.include("no validator commission to withdraw");
    });

    it("sends to many, simulates, and polls", async () => {
      const outputs = [{ address: network.operator, coins: [coin(3n)] }];
      const inputs = [{ address, coins: [coin(3n)] }];
      await done("/cosmos.bank.v1beta1.MsgMultiSend", { inputs, outputs });
      const value = { fromAddress: address, toAddress: network.operator, amount: [coin(1n)] };
      const message = { typeUrl: "/cosmos.bank.v1beta1.MsgSend", value };
      const gas = await client.simulate(address, [message], "");
      const hash = await client.signAndBroadcastSync(address, [message], FEE);
      let found = await client.getTx(hash);
      for (const until = Date.now() + 30_000; found === null && Date.now() < until; ) {
        await new Promise((resolve) => setTimeout(resolve, 200));
        found = await client.getTx(hash);
      }
      expect(found?.code).to.equal(0);
      // The simulated transaction has an empty signature.
      expect(Number(found?.gasUsed)).to.be.within(gas, gas + 1_000);
    });

    it("is refused with a code when somebody else shall pay by a grant", async () => {
      const value = { fromAddress: address, toAddress: network.operator, amount: [coin(1n)] };
      const message = { typeUrl: "/cosmos.bank.v1beta1.MsgSend", value };
      const fee = { ...FEE, granter: network.operator };
      const refusal: unknown = await client
        .signAndBroadcast(address, [message], fee)
        .catch((error: unknown) => error);
      expect(refusal).to.include({ code: 37, codespace: "sdk" });
      recordCall({ client: name, call: "fee with a granter", outcome: "sdk code 37" });
    });
  });
}

describe("queries of what this chain leaves out", () => {
  it("say so cleanly", async () => {
    const comet = await Comet38Client.connect(network.url);
    const { QueryClient, setupAuthzExtension, setupFeegrantExtension } = current;
    const client = QueryClient.withExtensions(comet, setupAuthzExtension, setupFeegrantExtension);
    const { authz, feegrant } = client;
    const asked: readonly (readonly [string, Promise<unknown>])[] = [
      ["authz.granterGrants", authz.granterGrants(network.operator)],
      ["feegrant.allowances", feegrant.allowances(network.operator)],
    ];
    for (const [call, answer] of asked) {
      const outcome = await answer.then(
        () => "ok",
        (error: Error) => error.message,
      );
      expect(outcome).to.include("unknown query path");
      recordCall({ client: "@cosmjs/stargate 0.39", call, outcome: "sdk code 6" });
    }
    comet.disconnect();
  });
});

describe("@cosmjs/tendermint-rpc 0.39", function () {
  this.timeout(60_000);

  it("reads everything that CometBFT tells, and hears of blocks", async () => {
    const name = "@cosmjs/tendermint-rpc 0.39";
    const comet = recording(await Comet38Client.connect(network.url), name);
    const { nodeInfo, syncInfo } = await comet.status();
    expect(nodeInfo.network).to.equal(CHAIN_ID);
    const height = syncInfo.latestBlockHeight - 1;
    expect((await comet.abciInfo()).lastBlockHeight).to.be.greaterThan(0);
    expect((await comet.block(height)).block.header.height).to.equal(height);
    expect((await comet.blockResults(height)).height).to.equal(height);
    expect((await comet.commit(height)).header.height).to.equal(height);
    expect((await comet.blockchain(1, 2)).blockMetas).to.have.lengthOf(2);
    expect((await comet.validators({ height })).validators).to.have.lengthOf(1);
    expect((await comet.genesis()).chainId).to.equal(CHAIN_ID);
    expect(await comet.health()).to.equal(null);
    const { total } = await comet.numUnconfirmedTxs();
    expect(total).to.be.at.least(0);
    const found = await comet.txSearch({ query: "message.action='/cosmos.bank.v1beta1.MsgSend'" });
    expect(found.totalCount).to.be.greaterThan(0);
    comet.disconnect();
    const socket = await Comet38Client.connect(network.url.replace(/^http/, "ws"));
    const heard = await new Promise<number>((resolve, reject) => {
      socket.subscribeNewBlockHeader().subscribe({
        next: (header) => resolve(header.height),
        error: reject,
      });
    });
    expect(heard).to.be.greaterThan(height);
    recordCall({ client: name, call: "subscribeNewBlockHeader", outcome: "ok" });
    socket.disconnect();
  });
});

describe("an account of several keys, by files", function () {
  this.timeout(120_000);

  it("pays when aegisd and cosmjs have each signed", async () => {
    const home = mkdtempSync(join(tmpdir(), "aegisd-several-"));
    const keys = ["--home", home, "--keyring-backend", "test"];
    const node = ["--node", network.url];
    const run = async (...argv: string[]): Promise<string> => {
      const io = fakeIo();
      const code = await runProgram(io, modules, argv);
      expect(code, `${argv.join(" ")}: ${io.written.err}`).to.equal(EXIT.ok);
      return io.written.out;
    };
    const file = async (name: string, ...argv: string[]): Promise<string> => {
      writeFileSync(join(home, name), await run(...argv));
      return join(home, name);
    };
    for (const name of ["one", "two", "three"]) await run("keys", "add", name, ...keys);
    const members = ["--multisig", "one,two,three", "--multisig-threshold", "2"];
    await run("keys", "add", "all", ...members, ...keys);
    const address = (await run("keys", "show", "all", "-a", ...keys)).trim();
    await network.fund(address);
    const pay = ["bank", "send", "all", network.operator, "5uasi", "--generate-only"];
    const made = await file("made.json", "tx", ...pay, ...keys, ...node);
    const sign = (from: string) => [
      ...["tx", "sign", made, "--from", from, "--multisig", "all"],
      ...keys,
      ...node,
    ];
    const one = await file("one.json", ...sign("one"));
    const theirs = await signedByCosmjs(await run(...secretOf("two", keys)), made, address);
    const two = await file("two.json", ...sign("two"));
    const asFile = JSON.parse(await run(...sign("two"))) as {
      signatures: readonly { data: { single: { signature: string } } }[];
    };
    // The same document, so the same signature: both make them without randomness.
    expect(asFile.signatures[0]?.data.single.signature).to.equal(theirs);
    const put = ["tx", "multi-sign", made, "all", one, two, ...keys, ...node];
    const signed = await file("signed.json", ...put);
    await run("tx", "validate-signatures", signed, ...node);
    const sent = await run("tx", "broadcast", signed, "--wait", ...node, "-o", "json");
    expect(JSON.parse(sent)).to.include({ code: 0 });
    const shown = await run("query", "auth", "account", address, ...node, "-o", "json");
    expect(shown).to.include("/cosmos.crypto.multisig.LegacyAminoPubKey");
    rmSync(home, { recursive: true, force: true });
  });

  const secretOf = (name: string, keys: readonly string[]) => [
    ...["keys", "export", name, "--unarmored-hex", "--unsafe"],
    ...keys,
  ];

  /** Base64 of what cosmjs signs for the account, of a transaction that aegisd has made. */
  async function signedByCosmjs(secret: string, made: string, account: string): Promise<string> {
    const wallet = await Secp256k1Wallet.fromKey(fromHex(secret.trim()), "aegis");
    const [member] = await wallet.getAccounts();
    const client = await current.SigningStargateClient.connectWithSigner(network.url, wallet);
    const { accountNumber, sequence } = await client.getSequence(account);
    const { auth_info } = JSON.parse(readFileSync(made, "utf8")) as {
      auth_info: { fee: { amount: { denom: string; amount: string }[]; gas_limit: string } };
    };
    const { amount, gas_limit } = auth_info.fee;
    const value = { fromAddress: account, toAddress: network.operator, amount: [coin(5n)] };
    const message = { typeUrl: "/cosmos.bank.v1beta1.MsgSend", value };
    const place = { accountNumber, sequence, chainId: CHAIN_ID };
    const fee = { amount, gas: gas_limit };
    const { signatures } = await client.sign(member?.address ?? "", [message], fee, "", place);
    client.disconnect();
    return base64(signatures[0] as Uint8Array);
  }
});
