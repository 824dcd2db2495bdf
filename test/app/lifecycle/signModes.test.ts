/** Amino JSON on a chain: what counts as signed, and that nothing else does. */
import { expect } from "chai";
import { anyOf, type Signer } from "../../../app/client/sign.ts";
import {
  aminoSignDigests,
  assembleTx,
  directSignDigest,
  type SignerPart,
  singleMode,
  type UnsignedTx,
} from "../../../app/client/signatures.ts";
import { addressBytes, operatorAddress } from "../../../app/lib/address.ts";
import { present } from "../../../app/lib/assert.ts";
import { uasi } from "../../../app/lib/coin.ts";
import { MsgMultiSend } from "../../../proto/gen/cosmos/bank/v1beta1/tx.ts";
import { PubKey } from "../../../proto/gen/cosmos/crypto/secp256k1/keys.ts";
import { MsgEditValidator } from "../../../proto/gen/cosmos/staking/v1beta1/tx.ts";
import { SignMode } from "../../../proto/gen/cosmos/tx/signing/v1beta1/signing.ts";
import { type Fee, TxBody } from "../../../proto/gen/cosmos/tx/v1beta1/tx.ts";
import { RequestQuery } from "../../../proto/gen/tendermint/abci/types.ts";
import { testSigner } from "../../kit/chain.ts";
import {
  accountOf,
  aminoPart,
  outcome,
  placeOf,
  router,
  send,
  start,
  unsigned,
  withMode,
} from "../../kit/signModes.ts";

describe("a transaction signed in amino JSON", () => {
  it("does what it says, and so does the next one", () => {
    const { chain, a } = start();
    for (const memo of ["", "& < >\u2028"]) {
      const tx = unsigned(a.address, { memo, timeoutHeight: 50n });
      expect(outcome(chain, assembleTx(tx, [aminoPart(chain, a, tx)]))).to.equal(0);
    }
    expect(accountOf(chain, a.address).sequence).to.equal(2n);
  });

  it("counts in the words of the SDK and in those of cosmjs", () => {
    const { chain } = start();
    const operator = present(chain.operators[0] ?? testSigner("validator 0"), "an operator");
    const edit = MsgEditValidator.create({
      description: {
        moniker: "new",
        identity: "",
        website: "",
        securityContact: "",
        details: "",
      },
      validatorAddress: operatorAddress(addressBytes(operator.address)),
    });
    for (const at of [0, 1]) {
      const tx = {
        ...unsigned(""),
        body: TxBody.create({ messages: [anyOf(MsgEditValidator, edit)] }),
      };
      const place = placeOf(chain, operator.address);
      const digests = aminoSignDigests(router, tx, place);
      expect(digests).to.have.lengthOf(2);
      const part = aminoPart(chain, operator, tx);
      const signature = operator.sign(present(digests[at], "two documents"));
      expect(outcome(chain, assembleTx(tx, [{ ...part, signature }]))).to.equal(0);
    }
  });

  it("may have one signer in each mode", () => {
    const { chain, a, b } = start();
    const messages = [send(a.address, b.address), send(b.address, a.address)];
    const tx = unsigned("", { messages });
    const first = aminoPart(chain, a, tx);
    const draft = aminoPart(chain, b, tx);
    const info = { ...draft.info, modeInfo: singleMode(SignMode.SIGN_MODE_DIRECT) };
    const digest = directSignDigest(tx, [first.info, info], placeOf(chain, b.address));
    const parts = [first, { info, signature: b.sign(digest) }];
    expect(outcome(chain, assembleTx(tx, parts))).to.equal(0);
  });

  it("may have another payer of its fee, who signs too", () => {
    const { chain, a, b } = start();
    const tx = unsigned(a.address, {}, { payer: b.address });
    const parts = [aminoPart(chain, a, tx), aminoPart(chain, b, tx)];
    expect(outcome(chain, assembleTx(tx, parts.slice(0, 1)))).to.equal(4);
    expect(outcome(chain, assembleTx(tx, parts))).to.equal(0);
  });

  it("has at most 256 KiB: a longer one is signed in the other mode", () => {
    const { chain, a, b } = start();
    const coins = uasi(1n);
    const outputs = Array.from({ length: 240 }, () => ({ address: b.address, coins }));
    const inputs = [{ address: a.address, coins: uasi(240n) }];
    const messages = Array.from({ length: 24 }, () => anyOf(MsgMultiSend, { inputs, outputs }));
    const tx = unsigned("", { messages }, { gasLimit: 400_000_000n });
    const part = aminoPart(chain, a, tx);
    expect(outcome(chain, assembleTx(tx, [part]))).to.equal(21);
    const info = { ...part.info, modeInfo: singleMode(SignMode.SIGN_MODE_DIRECT) };
    const signature = a.sign(directSignDigest(tx, [info], placeOf(chain, a.address)));
    expect(chain.mock.broadcast(assembleTx(tx, [{ info, signature }])).code).to.equal(0);
  });

  type Change = readonly [
    string,
    number,
    (tx: UnsignedTx, part: SignerPart, b: Signer) => Uint8Array,
  ];
  const body = (changes: Partial<TxBody>) => (tx: UnsignedTx, part: SignerPart) =>
    assembleTx({ ...tx, body: { ...tx.body, ...changes } }, [part]);
  const fee = (changes: Partial<Fee>) => (tx: UnsignedTx, part: SignerPart) =>
    assembleTx({ ...tx, fee: { ...tx.fee, ...changes } }, [part]);
  const mode = (number: number) => (tx: UnsignedTx, part: SignerPart) =>
    assembleTx(tx, [withMode(part, singleMode(number as SignMode))]);
  const any = send(testSigner("user 0").address, testSigner("user 1").address);
  const changes: readonly Change[] = [
    ["another memo", 4, body({ memo: "other" })],
    ["another message", 4, body({ messages: [any] })],
    ["a message twice", 4, body({ messages: [any, any] })],
    ["a timeout", 4, body({ timeoutHeight: 99n })],
    ["an extension", 37, body({ extensionOptions: [any] })],
    ["an extension that may be ignored", 37, body({ nonCriticalExtensionOptions: [any] })],
    ["a timeout by time", 37, body({ timeoutTimestamp: { seconds: 1n, nanos: 0 } })],
    ["a lower fee", 4, fee({ amount: uasi(19n) })],
    ["no fee", 4, fee({ amount: [] })],
    ["another gas limit", 4, fee({ gasLimit: 1_000_001n })],
    ["its signer as payer", 4, fee({ payer: testSigner("user 0").address })],
    ["a granter of its fee", 37, fee({ granter: testSigner("user 1").address })],
    ["its mode called direct", 4, mode(SignMode.SIGN_MODE_DIRECT)],
    ["no mode", 37, mode(SignMode.SIGN_MODE_UNSPECIFIED)],
    ["a mode that is not ours", 37, mode(SignMode.SIGN_MODE_EIP_191)],
    [
      "no key",
      8,
      (tx, part) => assembleTx(tx, [{ ...part, info: { ...part.info, publicKey: undefined } }]),
    ],
    [
      "another key beside the one that the account has",
      8,
      (tx, part, b) => {
        const publicKey = anyOf(PubKey, { key: b.publicKey });
        return assembleTx(tx, [{ ...part, info: { ...part.info, publicKey } }]);
      },
    ],
  ];
  for (const [what, code, change] of changes) {
    it(`is refused with ${what}`, () => {
      const { chain, a, b } = start();
      // The account has its key already, so that nothing hangs on its being sent.
      const first = unsigned(a.address);
      expect(outcome(chain, assembleTx(first, [aminoPart(chain, a, first)]))).to.equal(0);
      const tx = unsigned(a.address);
      expect(outcome(chain, change(tx, aminoPart(chain, a, tx), b))).to.equal(code);
    });
  }
});

describe("what this chain leaves out", () => {
  it("says so: grants of fees and of messages have no queries", () => {
    const { chain } = start();
    const paths = [
      "/cosmos.feegrant.v1beta1.Query/Allowances",
      "/cosmos.authz.v1beta1.Query/GranterGrants",
    ];
    for (const path of paths) {
      const { code, log } = chain.app().query(RequestQuery.create({ path }));
      expect(code).to.equal(6);
      expect(log).to.include("unknown query path");
    }
  });
});
