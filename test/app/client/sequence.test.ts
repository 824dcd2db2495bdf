/** The sender that never uses a sequence twice, against a mempool that counts. */
import { expect } from "chai";
import fc from "fast-check";
import { TxFailure } from "../../../app/client/broadcast.ts";
import { type Rpc, RpcError } from "../../../app/client/rpc.ts";
import { gasAndFee, type SequencedSigner, sequencedSigner } from "../../../app/client/sequence.ts";
import { anyOf, keySigner, signTx } from "../../../app/client/sign.ts";
import { hex, sha256 } from "../../../app/lib/bytes.ts";
import { MsgSend } from "../../../proto/gen/cosmos/bank/v1beta1/tx.ts";
import { BaseAccount } from "../../../proto/gen/cosmos/auth/v1beta1/auth.ts";
import { QueryAccountResponse } from "../../../proto/gen/cosmos/auth/v1beta1/query.ts";
import { AuthInfo, TxRaw } from "../../../proto/gen/cosmos/tx/v1beta1/tx.ts";

const SIGNER = keySigner(new Uint8Array(32).fill(5));
const CONTENT = { messages: [], gasLimit: 1n, fee: 1n };
const CHAIN_ID = "aegis-test-1";

/** What goes wrong with the next broadcasts. */
type Trouble = "none" | "lost on the way" | "refused" | "somebody else used the key";

/** A mempool of one account, which accepts exactly the next sequence. */
class Mempool {
  /** What its check state expects next. */
  sequence = 10n;
  /** What the last block's state says, when that is less. */
  committed: bigint | undefined;
  readonly accepted: bigint[] = [];
  queries = 0;
  troubles: Trouble[] = [];

  rpc(): Rpc {
    const never = (): never => {
      throw new Error("not used");
    };
    return {
      url: "http://test",
      status: never,
      broadcastAsync: never,
      tx: never,
      block: never,
      blockResults: never,
      query: async () => {
        this.queries += 1;
        const account = BaseAccount.create({
          address: SIGNER.address,
          accountNumber: 3n,
          sequence: this.committed ?? this.sequence,
        });
        const value = QueryAccountResponse.encode({ account: anyOf(BaseAccount, account) });
        return { code: 0, codespace: "", log: "", value, height: 1 };
      },
      broadcastSync: async (tx) => this.check(tx),
    };
  }

  private check(tx: Uint8Array) {
    const { authInfoBytes } = TxRaw.decode(tx);
    const sequence = AuthInfo.decode(authInfoBytes).signerInfos[0]?.sequence;
    const hash = hex(sha256(tx)).toUpperCase();
    const trouble = this.troubles.shift() ?? "none";
    if (trouble === "lost on the way") throw new RpcError("broadcast failed");
    if (trouble === "somebody else used the key") this.sequence += 1n;
    if (sequence !== this.sequence) {
      return { code: 32, codespace: "sdk", log: "incorrect account sequence", hash };
    }
    if (trouble === "refused") return { code: 13, codespace: "sdk", log: "insufficient fee", hash };
    this.accepted.push(sequence);
    this.sequence += 1n;
    return { code: 0, codespace: "", log: "", hash };
  }
}

function senderTo(mempool: Mempool): SequencedSigner {
  return sequencedSigner(mempool.rpc(), SIGNER, CHAIN_ID, 1);
}

describe("sequencedSigner", () => {
  it("serves calls in their order and asks for the sequence once", async () => {
    const mempool = new Mempool();
    const sender = senderTo(mempool);
    const sent = await Promise.all([1, 2, 3, 4].map(() => sender.send(CONTENT)));
    expect(mempool.accepted).to.deep.equal([10n, 11n, 12n, 13n]);
    expect(mempool.queries).to.equal(1);
    expect(new Set(sent.map(({ hash }) => hash)).size).to.equal(4);
  });

  it("reads the sequence anew after a mismatch, and sends again", async () => {
    const mempool = new Mempool();
    const sender = senderTo(mempool);
    await sender.send(CONTENT);
    mempool.sequence = 50n;
    await sender.send(CONTENT);
    expect(mempool.accepted).to.deep.equal([10n, 50n]);
    expect(mempool.queries).to.equal(2);
  });

  it("waits for the block that its own pending transactions stand in", async () => {
    const mempool = new Mempool();
    // Three of an earlier life are pending: the mempool is ahead of the state.
    mempool.sequence = 13n;
    mempool.committed = 10n;
    const sent = senderTo(mempool).send(CONTENT);
    while (mempool.queries < 3) await new Promise((resolve) => setTimeout(resolve, 1));
    mempool.committed = 13n;
    await sent;
    expect(mempool.accepted).to.deep.equal([13n]);
  });

  it("gives up when the sequence never fits", async () => {
    const mempool = new Mempool();
    mempool.troubles = Array(9).fill("somebody else used the key");
    const sender = senderTo(mempool);
    const error: unknown = await sender.send(CONTENT).catch((reason: unknown) => reason);
    expect(error).to.be.instanceOf(TxFailure);
    expect(error).to.include({ code: 32 });
    expect(mempool.troubles.length).to.equal(4);
  });

  it("shows the bytes before it sends them, and none twice for one acceptance", async () => {
    const mempool = new Mempool();
    const sender = senderTo(mempool);
    const seen: Uint8Array[] = [];
    const accepted: number[] = [];
    await sender.send(CONTENT, (bytes) => {
      seen.push(bytes);
      accepted.push(mempool.accepted.length);
    });
    const place = { chainId: CHAIN_ID, accountNumber: 3n, sequence: 10n };
    expect(seen).to.deep.equal([signTx(SIGNER, CONTENT, place)]);
    expect(accepted).to.deep.equal([0]);
  });

  it("goes on after failures of any kind, and never reuses a sequence", async () => {
    const trouble = fc.constantFrom<Trouble>(
      "none",
      "lost on the way",
      "refused",
      "somebody else used the key",
    );
    await fc.assert(
      fc.asyncProperty(fc.array(trouble, { maxLength: 12 }), async (troubles) => {
        const mempool = new Mempool();
        mempool.troubles = [...troubles];
        const sender = senderTo(mempool);
        const calls = troubles.map(() => sender.send(CONTENT));
        const results = await Promise.allSettled(calls);
        const served = results.filter(({ status }) => status === "fulfilled").length;
        expect(mempool.accepted.length).to.equal(served);
        expect(new Set(mempool.accepted).size).to.equal(served);
        mempool.troubles = [];
        await sender.send(CONTENT);
        expect(mempool.accepted.length).to.equal(served + 1);
      }),
    );
  });

  it("forgets when it is told to", async () => {
    const mempool = new Mempool();
    const sender = senderTo(mempool);
    await sender.send(CONTENT);
    sender.reset();
    await sender.send(CONTENT);
    expect(mempool.queries).to.equal(2);
  });
});

describe("gasAndFee", () => {
  it("is never less than what the transaction's own bytes cost", () => {
    const send = MsgSend.create({ fromAddress: SIGNER.address, toAddress: SIGNER.address });
    const messages = [anyOf(MsgSend, send), anyOf(MsgSend, send)];
    const { gasLimit, fee } = gasAndFee(messages, 1_000n, 25_000n);
    const place = { chainId: CHAIN_ID, accountNumber: 2n ** 60n, sequence: 2n ** 60n };
    const bytes = signTx(SIGNER, { messages, gasLimit, fee }, place);
    expect(gasLimit > 1_000n + BigInt(bytes.length) * 10n + 1_000n).to.equal(true);
    expect(fee).to.equal((gasLimit * 25_000n + 999_999n) / 1_000_000n);
  });
});
