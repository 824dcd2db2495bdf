/**
 * Wallets as they are: two versions of cosmjs sign in both modes, as several, and with proofs.
 * Every call is noted for the table of the campaign `wallets`.
 */
import { createMultisigThresholdPubkey, pubkeyToAddress, Secp256k1HdWallet } from "@cosmjs/amino";
import { DirectSecp256k1HdWallet, Registry } from "@cosmjs/proto-signing";
import * as current from "@cosmjs/stargate";
import * as old from "stargate-0.32";
import { expect } from "chai";
import { aegisAminoConverters, aegisTypes } from "../../app/client/cosmjs.ts";
import { present } from "../../app/lib/assert.ts";
import { addressBytes } from "../../app/lib/address.ts";
import { utf8 } from "../../app/lib/bytes.ts";
import { CHAIN_ID } from "../../localnet/genesis.ts";
import { taskRequest } from "../../localnet/task.ts";
import { TxRaw } from "../../proto/gen/cosmos/tx/v1beta1/tx.ts";
import { recordCall, recording } from "../kit/callTable.ts";
import { GIFT, PREFIX, type WalletNetwork, walletNetwork } from "../kit/walletNetwork.ts";

const ASI = 1_000_000n;
const FEE = { amount: [{ denom: "uasi", amount: "20000" }], gas: "800000" };

const coin = (amount: bigint) => ({ denom: "uasi", amount: `${amount}` });
const coins = (amount: bigint) => [coin(amount)];

/** Either version, as far as both are alike. */
type Stargate = typeof current;
type Client = current.SigningStargateClient;

const VERSIONS: readonly (readonly [name: string, stargate: Stargate])[] = [
  ["@cosmjs/stargate 0.39", current],
  // Its types differ in what this test does not touch.
  ["@cosmjs/stargate 0.32", old as unknown as Stargate],
];
const MODES = ["DIRECT", "LEGACY_AMINO_JSON"] as const;

let network: WalletNetwork;

before(async function () {
  this.timeout(240_000);
  network = await walletNetwork();
});
after(() => network?.close());

function optionsOf(stargate: Stargate): object {
  return {
    gasPrice: stargate.GasPrice.fromString("0.025uasi"),
    registry: new Registry([...stargate.defaultRegistryTypes, ...aegisTypes()] as never),
    aminoTypes: new stargate.AminoTypes({
      ...stargate.createDefaultAminoConverters(),
      ...aegisAminoConverters(),
    } as never),
  };
}

for (const [version, stargate] of VERSIONS) {
  for (const mode of MODES) {
    describe(`${version} signing ${mode}`, function () {
      this.timeout(240_000);
      const name = `${version}, ${mode}`;
      let client: Client;
      let address: string;

      before(async () => {
        const made = await network.newWallet(mode);
        address = made.address;
        const connected = await stargate.SigningStargateClient.connectWithSigner(
          network.url,
          made.wallet,
          optionsOf(stargate),
        );
        recordCall({ client: name, call: "connectWithSigner", outcome: "ok" });
        client = recording(connected, name);
      });
      after(() => client?.disconnect());

      const done = ({ code, rawLog }: current.DeliverTxResponse): void => {
        expect(code, rawLog).to.equal(0);
      };

      it("reads, sends with a memo that needs escapes, and finds it again", async () => {
        expect(await client.getChainId()).to.equal(CHAIN_ID);
        expect((await client.getBalance(address, "uasi")).amount).to.equal(`${GIFT}`);
        expect((await client.getAccount(address))?.sequence).to.equal(0);
        expect(await client.getAllBalances(address)).to.have.length(1);
        const to = network.operator;
        const memo = 'for <you> & "me", ünï';
        const sent = await client.sendTokens(address, to, coins(5n), "auto", memo);
        done(sent);
        expect((await client.getTx(sent.transactionHash))?.height).to.equal(sent.height);
        const found = await client.searchTx([{ key: "message.sender", value: address }]);
        expect(found.map(({ hash }) => hash)).to.include(sent.transactionHash);
        expect(await client.getSequence(address)).to.have.property("sequence", 1);
      });

      it("delegates, takes back and withdraws", async () => {
        done(await client.delegateTokens(address, network.validator, coin(9n * ASI), FEE));
        expect((await client.getDelegation(address, network.validator))?.amount).to.equal(
          `${9n * ASI}`,
        );
        done(await client.withdrawRewards(address, network.validator, FEE));
        done(await client.undelegateTokens(address, network.validator, coin(2n * ASI), FEE));
        expect((await client.getBalanceStaked(address))?.amount).to.equal(`${7n * ASI}`);
      });

      it("sends a message of the chain's own", async () => {
        const value = { sender: address, tasks: [{ ...taskRequest("Why?"), maxFee: 200_000n }] };
        const message = { typeUrl: "/aegis.tasks.v1.MsgSubmitTask", value };
        done(await client.signAndBroadcast(address, [message], FEE));
      });

      it("is told of a wrong sequence and of too little money", async () => {
        const far = await client.sendTokens(address, network.operator, coins(10n ** 15n), FEE);
        expect(far.code).to.equal(5);
        const { accountNumber, sequence } = await client.getSequence(address);
        const place = { accountNumber, sequence: sequence + 7, chainId: CHAIN_ID };
        const message = {
          typeUrl: "/cosmos.bank.v1beta1.MsgSend",
          value: { fromAddress: address, toAddress: network.operator, amount: coins(1n) },
        };
        const signed = await client.sign(address, [message], FEE, "", place);
        const bytes = TxRaw.encode(TxRaw.create(signed as never));
        const refusal = await client.broadcastTx(bytes).catch(String);
        expect(refusal).to.include("account sequence mismatch, expected");
      });
    });
  }

  describe(`${version} with an account of three keys`, function () {
    this.timeout(240_000);
    const name = `${version}, multisig`;

    it("sends by two of three signatures, and not by one", async () => {
      const wallets = await Promise.all(
        [1, 2, 3].map(() => Secp256k1HdWallet.generate(12, PREFIX)),
      );
      const members = await Promise.all(
        wallets.map(async (wallet) => {
          const account = present((await wallet.getAccounts())[0], "an account");
          const value = Buffer.from(account.pubkey).toString("base64");
          return { wallet, ...account, key: { type: "tendermint/PubKeySecp256k1", value } };
        }),
      );
      const key = createMultisigThresholdPubkey(
        members.map((member) => member.key),
        2,
      );
      const account = pubkeyToAddress(key, "aegis");
      await network.fund(account);
      const client = recording(await stargate.StargateClient.connect(network.url), name);
      const value = { fromAddress: account, toAddress: network.operator, amount: coins(3n) };
      const messages = [{ typeUrl: "/cosmos.bank.v1beta1.MsgSend", value }];

      const signedBy = async (signing: typeof members): Promise<Uint8Array> => {
        const { accountNumber, sequence } = await client.getSequence(account);
        const place = { accountNumber, sequence, chainId: CHAIN_ID };
        let bodyBytes = new Uint8Array(0);
        const signatures = new Map<string, Uint8Array>();
        for (const { wallet, address } of signing) {
          const offline = await stargate.SigningStargateClient.offline(wallet);
          const signed = await offline.sign(address, messages, FEE, "together", place);
          bodyBytes = Uint8Array.from(signed.bodyBytes);
          signatures.set(address, present(signed.signatures[0], "a signature"));
        }
        return stargate.makeMultisignedTxBytes(key, sequence, FEE, bodyBytes, signatures);
      };

      const one = await client.broadcastTx(await signedBy(members.slice(0, 1))).catch(String);
      expect(one).to.include("1 of 2 signatures");
      for (const pair of [members.slice(0, 2), members.slice(1), [members[0], members[2]]]) {
        const bytes = await signedBy(pair as typeof members);
        const sent = await client.broadcastTx(bytes);
        expect(sent.code, sent.rawLog).to.equal(0);
      }
      expect(await client.getAccount(account)).to.have.nested.property("pubkey.type", key.type);
      client.disconnect();
    });
  });
}

describe("@cosmjs/stargate 0.32 with proofs", function () {
  this.timeout(240_000);

  it("verifies a balance, and that a stranger has none", async () => {
    const { address } = await network.newWallet("DIRECT");
    const stranger = await DirectSecp256k1HdWallet.generate(12, PREFIX);
    const nobody = present((await stranger.getAccounts())[0], "an account").address;
    const client = await old.StargateClient.connect(network.url);
    // What the client itself asks with: protected, but not ours.
    const own = client["forceGetQueryClient"]();
    const queries = recording(own as old.QueryClient, "@cosmjs/stargate 0.32");
    const proven = async (who: string): Promise<Uint8Array> => {
      const { value } = await queries.queryStoreVerified("bank", balanceKey(who));
      return value;
    };
    expect(Buffer.from(await proven(address)).toString("utf8")).to.equal(`${GIFT}`);
    expect(await proven(nobody)).to.have.length(0);
    client.disconnect();
  });
});

/** Key of an account's balance in the store of bank, see modules/bank/README.md. */
function balanceKey(address: string): Uint8Array {
  return Uint8Array.of(1, ...addressBytes(address), ...utf8("uasi\0"));
}
