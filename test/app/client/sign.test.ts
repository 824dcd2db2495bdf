/**
 * Signed bytes, byte by byte as cosmjs makes them, and keys from mnemonics as wallets derive them.
 */
import {
  DirectSecp256k1HdWallet,
  DirectSecp256k1Wallet,
  makeAuthInfoBytes,
  makeSignDoc,
} from "@cosmjs/proto-signing";
import { TxBody as CosmTxBody, TxRaw as CosmTxRaw } from "cosmjs-types/cosmos/tx/v1beta1/tx";
import { PubKey as CosmPubKey } from "cosmjs-types/cosmos/crypto/secp256k1/keys";
import { expect } from "chai";
import fc from "fast-check";
import { anyOf, keySigner, signTx, simulationTx } from "../../../app/client/sign.ts";
import { newMnemonic, secretFromMnemonic } from "../../../app/client/wallet.ts";
import { addressBytes } from "../../../app/lib/address.ts";
import { MsgSend } from "../../../proto/gen/cosmos/bank/v1beta1/tx.ts";
import { Tx } from "../../../proto/gen/cosmos/tx/v1beta1/tx.ts";

const SECRET = new Uint8Array(32).fill(3);

describe("signTx", () => {
  it("gives the bytes that cosmjs gives", async () => {
    const wallet = await DirectSecp256k1Wallet.fromKey(SECRET, "aegis");
    const [account] = await wallet.getAccounts();
    const signer = keySigner(SECRET);
    expect(account?.address).to.equal(signer.address);
    // cosmjs-types 0.11.0 writes integers from 2^31 on wrongly; ours are shown in the wire tests.
    const most = 2 ** 31 - 1;
    const cases = fc.record({
      memo: fc.string({ maxLength: 50 }),
      timeoutHeight: fc.bigInt({ min: 0n, max: BigInt(most) }),
      gasLimit: fc.integer({ min: 1, max: most }),
      fee: fc.bigInt({ min: 1n, max: 2n ** 62n }),
      sequence: fc.integer({ min: 0, max: most }),
      accountNumber: fc.integer({ min: 0, max: most }),
    });
    await fc.assert(
      fc.asyncProperty(cases, async (one) => {
        const send = { fromAddress: signer.address, toAddress: signer.address, amount: [] };
        const messages = [anyOf(MsgSend, MsgSend.create(send))];
        const { memo, timeoutHeight, sequence, accountNumber } = one;
        const bodyBytes = CosmTxBody.encode(
          CosmTxBody.fromPartial({ messages, memo, timeoutHeight }),
        ).finish();
        const key = CosmPubKey.encode({ key: signer.publicKey }).finish();
        const pubkey = { typeUrl: "/cosmos.crypto.secp256k1.PubKey", value: key };
        const amount = [{ denom: "uasi", amount: `${one.fee}` }];
        const authInfoBytes = makeAuthInfoBytes(
          [{ pubkey, sequence }],
          amount,
          one.gasLimit,
          undefined,
          undefined,
        );
        const doc = makeSignDoc(bodyBytes, authInfoBytes, "aegis-test-1", accountNumber);
        const { signature } = await wallet.signDirect(signer.address, doc);
        const signatures = [Buffer.from(signature.signature, "base64")];
        const theirs = CosmTxRaw.encode({ bodyBytes, authInfoBytes, signatures }).finish();
        const ours = signTx(
          signer,
          { messages, memo, timeoutHeight, gasLimit: BigInt(one.gasLimit), fee: one.fee },
          {
            chainId: "aegis-test-1",
            accountNumber: BigInt(accountNumber),
            sequence: BigInt(sequence),
          },
        );
        expect(Buffer.from(ours).equals(theirs)).to.equal(true);
      }),
      { numRuns: 25 },
    );
  });

  it("refuses secrets that are no keys", () => {
    const order = "fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141";
    for (const bytes of [new Uint8Array(31), new Uint8Array(32), Buffer.from(order, "hex")]) {
      expect(() => keySigner(bytes)).to.throw(RangeError);
    }
  });

  it("gives a simulation one empty signature", () => {
    const { publicKey } = keySigner(SECRET);
    const tx = Tx.decodeLenient(
      simulationTx(publicKey, { messages: [], gasLimit: 0n, fee: 0n }, 4n),
    );
    expect(tx.signatures).to.deep.equal([new Uint8Array(0)]);
    expect(tx.authInfo?.signerInfos[0]?.sequence).to.equal(4n);
  });
});

describe("secretFromMnemonic", () => {
  it("derives what cosmjs derives", async () => {
    const mnemonic = newMnemonic();
    expect(mnemonic.split(" ")).to.have.length(24);
    const wallet = await DirectSecp256k1HdWallet.fromMnemonic(mnemonic, { prefix: "cosmos" });
    const [account] = await wallet.getAccounts();
    const ours = keySigner(await secretFromMnemonic(mnemonic));
    expect(addressBytes(ours.address)).to.deep.equal(
      addressBytes(account?.address ?? "", "cosmos"),
    );
  });

  it("takes the words however they are spaced, and no wrong ones", async () => {
    const words = newMnemonic();
    const secret = await secretFromMnemonic(words);
    expect(await secretFromMnemonic(` ${words.replaceAll(" ", "\n ")}\n`)).to.deep.equal(secret);
    for (const wrong of ["", "abandon", `${words} ${words}`, words.replace(/^\w+/, "zzzz")]) {
      let error: unknown;
      await secretFromMnemonic(wrong).catch((reason: unknown) => {
        error = reason;
      });
      expect(error, wrong.slice(0, 10)).to.be.instanceOf(RangeError);
    }
  });
});
