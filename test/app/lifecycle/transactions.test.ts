/** What users may send: every refusal has its code, costs nobody else, and moves no coins. */
import { expect } from "chai";
import secp256k1 from "secp256k1";
import { anyOf, type Signer } from "../../../app/client/sign.ts";
import { TX_BYTES_MAX } from "../../../app/constants.ts";
import { concatBytes, equalBytes } from "../../../app/lib/bytes.ts";
import { moduleAddress } from "../../../app/lib/address.ts";
import { beaconEntry } from "../../../app/beacon/entry.ts";
import { BeaconEntry } from "../../../proto/gen/aegis/staking/v1/beacon.ts";
import { MsgSend } from "../../../proto/gen/cosmos/bank/v1beta1/tx.ts";
import { Query as BankQuery } from "../../../proto/gen/cosmos/bank/v1beta1/query.ts";
import { TxBody, TxRaw } from "../../../proto/gen/cosmos/tx/v1beta1/tx.ts";
import { RequestQuery } from "../../../proto/gen/tendermint/abci/types.ts";
import { ACCOUNT_BALANCE, createChain, type TestChain, testSigner } from "../../kit/chain.ts";

const send = (from: string, to: string, amount: string) =>
  anyOf(MsgSend, { fromAddress: from, toAddress: to, amount: [{ denom: "uasi", amount }] });

interface Setting {
  readonly chain: TestChain;
  readonly a: Signer;
  readonly b: Signer;
}

function setting(): Setting {
  const chain = createChain({ resourceNodes: 1 });
  const [a, b] = chain.users;
  if (a === undefined || b === undefined) throw new Error("users");
  chain.mock.block();
  return { chain, a, b };
}

function balance(chain: TestChain, address: string): bigint {
  const { request, response } = BankQuery.Balance;
  const data = request.encode({ address, denom: "uasi" });
  const answer = chain.app().query(RequestQuery.create({ path: BankQuery.Balance.path, data }));
  expect(answer.code, answer.log).to.equal(0);
  return BigInt(response.decode(answer.value).balance?.amount ?? "-1");
}

function highS(tx: Uint8Array): Uint8Array {
  const raw = TxRaw.decode(tx);
  const [signature] = raw.signatures;
  if (signature === undefined) throw new Error("unsigned");
  const order = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141n;
  const s = BigInt(`0x${Buffer.from(signature.slice(32)).toString("hex")}`);
  const flipped = Buffer.from((order - s).toString(16).padStart(64, "0"), "hex");
  return TxRaw.encode({ ...raw, signatures: [concatBytes(signature.slice(0, 32), flipped)] });
}

type Case = readonly [what: string, code: number, tx: (setting: Setting) => Uint8Array];

const REFUSED: readonly Case[] = [
  ["no bytes", 18, () => new Uint8Array(0)],
  ["garbage", 2, () => new Uint8Array(100).fill(0xff)],
  ["more bytes than allowed", 21, () => new Uint8Array(TX_BYTES_MAX + 1)],
  [
    "a transaction cut short",
    2,
    ({ chain, a, b }) => chain.sign(a, [send(a.address, b.address, "1")]).slice(0, -1),
  ],
  [
    "an unknown field beside the body",
    2,
    ({ chain, a, b }) =>
      concatBytes(chain.sign(a, [send(a.address, b.address, "1")]), Uint8Array.of(0x20, 1)),
  ],
  [
    "an unknown message",
    6,
    ({ chain, a }) => chain.sign(a, [{ typeUrl: "/aegis.no.Msg", value: new Uint8Array(0) }]),
  ],
  ["no message", 18, ({ chain, a }) => chain.sign(a, [])],
  [
    "a beacon entry as a transaction",
    6,
    ({ chain, a }) =>
      chain.sign(a, [anyOf(BeaconEntry, { height: 2n, signature: new Uint8Array(96) })]),
  ],
  [
    "another signer than the message names",
    4,
    ({ chain, a, b }) => {
      const raw = TxRaw.decode(chain.sign(a, [send(a.address, b.address, "1")]));
      const body = TxBody.decode(raw.bodyBytes);
      const messages = [send(a.address, b.address, "2")];
      return TxRaw.encode({ ...raw, bodyBytes: TxBody.encode({ ...body, messages }) });
    },
  ],
  [
    "a key that is not the account's",
    8,
    ({ chain, a, b }) => chain.sign(b, [send(a.address, b.address, "1")]),
  ],
  [
    "an account that does not exist",
    9,
    ({ chain, a, b }) => {
      const signed = chain.sign(a, [send(testSigner("nobody").address, b.address, "1")]);
      return signed;
    },
  ],
  [
    "a sequence of the past or future",
    32,
    ({ chain, a, b }) => chain.sign(a, [send(a.address, b.address, "1")], { sequence: 7n }),
  ],
  [
    "another chain's signature",
    4,
    ({ chain, a, b }) => chain.sign(a, [send(a.address, b.address, "1")], { chainId: "other-1" }),
  ],
  [
    "another account number",
    4,
    ({ chain, a, b }) => chain.sign(a, [send(a.address, b.address, "1")], { accountNumber: 99n }),
  ],
  [
    "a signature with high s",
    4,
    ({ chain, a, b }) => highS(chain.sign(a, [send(a.address, b.address, "1")])),
  ],
  [
    "too little gas",
    11,
    ({ chain, a, b }) => chain.sign(a, [send(a.address, b.address, "1")], { gasLimit: 10n }),
  ],
  [
    "a gas limit beyond all sense",
    18,
    ({ chain, a, b }) => chain.sign(a, [send(a.address, b.address, "1")], { gasLimit: 2n ** 63n }),
  ],
  [
    "a fee above the balance",
    5,
    ({ chain, a, b }) =>
      chain.sign(a, [send(a.address, b.address, "1")], { fee: ACCOUNT_BALANCE + 1n }),
  ],
  [
    "a memo that is too long",
    12,
    ({ chain, a, b }) =>
      chain.sign(a, [send(a.address, b.address, "1")], { memo: "m".repeat(513) }),
  ],
  [
    "a timeout height that has passed",
    30,
    ({ chain, a, b }) => chain.sign(a, [send(a.address, b.address, "1")], { timeoutHeight: 1n }),
  ],
];

describe("a transaction that must be refused", () => {
  for (const [what, code, make] of REFUSED) {
    it(`is refused by CheckTx and in a block: ${what}`, () => {
      const at = setting();
      const tx = make(at);
      const answer = at.chain.mock.broadcast(tx);
      expect(answer.code, answer.log).to.equal(code);
      const sent = balance(at.chain, at.a.address);
      // A proposer that includes it anyway is refused by ProcessProposal …
      const entry = at.chain.mock.blocks.length + 1;
      const txs = [beaconEntry(BigInt(entry), new Uint8Array(0)), tx];
      expect(() => at.chain.mock.block({ txs })).to.throw("refuses the proposal");
      // … and nothing of it stays.
      at.chain.mock.block();
      expect(balance(at.chain, at.a.address)).to.equal(sent);
    });
  }
});

describe("a transaction in a block", () => {
  it("moves coins, takes the fee and advances the sequence", () => {
    const { chain, a, b } = setting();
    const tx = chain.sign(a, [send(a.address, b.address, "700")], { fee: 30n });
    expect(chain.mock.broadcast(tx).code).to.equal(0);
    const { response } = chain.mock.block();
    expect(response.txResults[1]?.code, response.txResults[1]?.log).to.equal(0);
    expect(balance(chain, a.address)).to.equal(ACCOUNT_BALANCE - 730n);
    expect(balance(chain, b.address)).to.equal(ACCOUNT_BALANCE + 700n);
    expect(balance(chain, moduleAddress("fee_collector"))).to.equal(30n);
    expect(chain.mock.broadcast(tx).code).to.equal(32);
  });

  it("keeps fee and sequence when a message fails, and undoes all its messages", () => {
    const { chain, a, b } = setting();
    const tooMuch = (ACCOUNT_BALANCE * 2n).toString();
    const messages = [send(a.address, b.address, "5"), send(a.address, b.address, tooMuch)];
    expect(chain.mock.broadcast(chain.sign(a, messages, { fee: 30n })).code).to.equal(0);
    const { response } = chain.mock.block();
    expect(response.txResults[1]?.code).to.not.equal(0);
    expect(balance(chain, a.address)).to.equal(ACCOUNT_BALANCE - 30n);
    expect(balance(chain, b.address)).to.equal(ACCOUNT_BALANCE);
    const next = chain.mock.broadcast(chain.sign(a, [send(a.address, b.address, "1")]));
    expect(next.code, next.log).to.equal(0);
  });

  it("may follow others of its sender in the same block", () => {
    const { chain, a, b } = setting();
    for (let i = 0; i < 5; i++) {
      const answer = chain.mock.broadcast(chain.sign(a, [send(a.address, b.address, "1")]));
      expect(answer.code, answer.log).to.equal(0);
    }
    const { response } = chain.mock.block();
    expect(response.txResults.map(({ code }) => code)).to.deep.equal([0, 0, 0, 0, 0, 0]);
    expect(balance(chain, b.address)).to.equal(ACCOUNT_BALANCE + 5n);
  });

  it("waits when a block is full, and comes in the next one", () => {
    const chain = createChain({ txBytesMax: 900n });
    const [a, b] = chain.users;
    if (a === undefined || b === undefined) throw new Error("users");
    const txs = [0, 1, 2, 3].map(() => chain.sign(a, [send(a.address, b.address, "1")]));
    for (const tx of txs) expect(chain.mock.broadcast(tx).code).to.equal(0);
    let included = 0;
    for (let i = 0; i < 4; i++) included += chain.mock.block().request.txs.length - 1;
    expect(included).to.equal(4);
    expect(chain.mock.mempool).to.have.length(0);
  });
});

describe("a signature by the library", () => {
  it("is low-s, so that what we sign is accepted", () => {
    const signer = testSigner("low s");
    for (let i = 0; i < 50; i++) {
      const signature = signer.sign(new Uint8Array(32).fill(i + 1));
      expect(equalBytes(secp256k1.signatureNormalize(signature), signature)).to.equal(true);
    }
  });
});
