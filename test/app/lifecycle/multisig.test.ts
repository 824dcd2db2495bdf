/** Accounts of several keys: how they sign, and everything that does not count as signed. */
import {
  createMultisigThresholdPubkey,
  encodeSecp256k1Pubkey,
  pubkeyToAddress,
} from "@cosmjs/amino";
import { expect } from "chai";
import { signersOf } from "../../../app/ante/signers.ts";
import { verifySignatures } from "../../../app/ante/verifySignatures.ts";
import { anyOf } from "../../../app/client/sign.ts";
import {
  aminoSignDigests,
  assembleTx,
  type Multisig,
  multisig,
  multisigPart,
  type SignerPart,
  singleMode,
  type UnsignedTx,
} from "../../../app/client/signatures.ts";
import { present } from "../../../app/lib/assert.ts";
import { uasi } from "../../../app/lib/coin.ts";
import { decodeTx } from "../../../app/tx/decode.ts";
import { CompactBitArray } from "../../../proto/gen/cosmos/crypto/multisig/v1beta1/multisig.ts";
import { MsgSend } from "../../../proto/gen/cosmos/bank/v1beta1/tx.ts";
import { SignMode } from "../../../proto/gen/cosmos/tx/signing/v1beta1/signing.ts";
import { CHAIN_ID, testSigner } from "../../kit/chain.ts";
import { refusal } from "../../kit/context.ts";
import {
  accountOf,
  AMINO,
  anteDeps,
  outcome,
  placeOf,
  router,
  start,
  unsigned,
  withMode,
} from "../../kit/signModes.ts";

/** A chain on which a multisig of the keys of `names` has coins. */
function withMultisig(threshold: number, names: readonly string[]) {
  const { chain, a, b } = start();
  const members = names.map(testSigner);
  const account = multisig(
    threshold,
    members.map(({ publicKey }) => publicKey),
  );
  const message = anyOf(MsgSend, {
    fromAddress: a.address,
    toAddress: account.address,
    amount: uasi(1_000_000n),
  });
  expect(outcome(chain, chain.sign(a, [message]))).to.equal(0);
  /** What the account brings when the members at `places` sign. */
  const part = (tx: UnsignedTx, places: readonly number[], key: Multisig = account) => {
    const place = placeOf(chain, account.address);
    const [digest] = aminoSignDigests(router, tx, place);
    const signatures = places.map(
      (at) => [at, present(members[at], "a member").sign(present(digest, "a document"))] as const,
    );
    return multisigPart(key, place.sequence, new Map(signatures));
  };
  return { chain, account, members, part, b };
}

const THREE = ["one", "two", "three"] as const;

describe("a multisig account", () => {
  it("has the address that cosmjs gives it", () => {
    for (const count of [1, 2, 3, 7]) {
      const keys = Array.from({ length: count }, (_, i) => testSigner(`key ${i}`).publicKey);
      const theirs = createMultisigThresholdPubkey(keys.map(encodeSecp256k1Pubkey), 1, true);
      expect(multisig(1, keys).address).to.equal(pubkeyToAddress(theirs, "aegis"));
    }
  });

  it("sends when enough of its keys sign, and keeps its key", () => {
    const { chain, account, part } = withMultisig(2, THREE);
    for (const places of [
      [0, 1],
      [2, 0],
      [1, 2],
      [0, 1, 2],
    ]) {
      const tx = unsigned(account.address);
      expect(outcome(chain, assembleTx(tx, [part(tx, places)]))).to.equal(0);
    }
    expect(accountOf(chain, account.address).pubKey).to.deep.equal(account.publicKey);
    expect(accountOf(chain, account.address).sequence).to.equal(4n);
  });

  type Break = (part: SignerPart, bits: CompactBitArray) => SignerPart;
  const rebit =
    (change: (bits: CompactBitArray) => CompactBitArray): Break =>
    (part, bits) => {
      const modeInfos = part.info.modeInfo?.multi?.modeInfos ?? [];
      const multi = { bitarray: change(bits), modeInfos };
      return withMode(part, { single: undefined, multi });
    };
  const remode =
    (modes: readonly SignMode[]): Break =>
    (part, bitarray) =>
      withMode(part, { single: undefined, multi: { bitarray, modeInfos: modes.map(singleMode) } });
  const broken: readonly (readonly [string, number, Break])[] = [
    ["whose bit array names another key", 4, rebit((b) => ({ ...b, elems: Uint8Array.of(0xa0) }))],
    ["whose bit array names one key", 4, rebit((b) => ({ ...b, elems: Uint8Array.of(0x80) }))],
    ["whose bit array names all keys", 4, rebit((b) => ({ ...b, elems: Uint8Array.of(0xe0) }))],
    ["with an unused bit set", 4, rebit((b) => ({ ...b, elems: Uint8Array.of(0xc1) }))],
    ["with bits for four keys", 4, rebit((b) => ({ ...b, extraBitsStored: 4 }))],
    ["with a byte too many", 4, rebit((b) => ({ ...b, elems: Uint8Array.of(0xc0, 0) }))],
    ["without a bit array", 4, rebit(() => CompactBitArray.create())],
    ["with a mode too few", 4, remode([AMINO])],
    ["with a mode too many", 4, remode([AMINO, AMINO, AMINO])],
    ["with a member in direct mode", 37, remode([AMINO, SignMode.SIGN_MODE_DIRECT])],
    ["that calls itself one signature", 4, (part) => withMode(part, singleMode(AMINO))],
    [
      "whose signatures are no list",
      4,
      (part) => ({ ...part, signature: new Uint8Array(64).fill(9) }),
    ],
    [
      "whose list of signatures says more",
      4,
      (part) => ({ ...part, signature: Uint8Array.of(...part.signature, 0x10, 1) }),
    ],
  ];
  for (const [what, code, change] of broken) {
    it(`refuses a transaction ${what}`, () => {
      const { chain, account, part } = withMultisig(2, THREE);
      const tx = unsigned(account.address);
      const good = part(tx, [0, 1]);
      const bits = present(good.info.modeInfo?.multi?.bitarray, "bits");
      expect(outcome(chain, assembleTx(tx, [change(good, bits)]))).to.equal(code);
      expect(outcome(chain, assembleTx(tx, [good]))).to.equal(0);
    });
  }

  it("refuses too few signatures, and those over something else", () => {
    const { chain, account, part } = withMultisig(2, THREE);
    const tx = unsigned(account.address);
    expect(outcome(chain, assembleTx(tx, [part(tx, [1])]))).to.equal(4);
    const other = unsigned(account.address, { memo: "other" });
    expect(outcome(chain, assembleTx(tx, [part(other, [0, 1])]))).to.equal(4);
  });

  it("has one threshold: the same keys with another are another account", () => {
    const { chain, account, members, part } = withMultisig(2, THREE);
    const tx = unsigned(account.address);
    const keys = members.map(({ publicKey }) => publicKey);
    expect(outcome(chain, assembleTx(tx, [part(tx, [0], multisig(1, keys))]))).to.equal(8);
  });

  it("has at most seven keys, and a threshold that they can reach", () => {
    const keys = (count: number) =>
      Array.from({ length: count }, (_, at) => testSigner(`key ${at}`).publicKey);
    expect(refusal(() => multisig(1, keys(8)))).to.equal("sdk/8");
    expect(refusal(() => multisig(0, keys(2)))).to.equal("sdk/8");
    expect(refusal(() => multisig(3, keys(2)))).to.equal("sdk/8");
    expect(refusal(() => multisig(1, []))).to.equal("sdk/8");
    expect(refusal(() => multisig(1, [new Uint8Array(33)]))).to.equal("sdk/8");
  });

  it("pays the gas of every signature before one is verified", () => {
    const { chain, account, part } = withMultisig(2, THREE);
    const used = (places: readonly number[]): bigint => {
      const tx = unsigned(account.address);
      const bytes = assembleTx(tx, [part(tx, places)]);
      const { gasUsed } = chain.mock.broadcast(bytes);
      chain.mock.block();
      return gasUsed - BigInt(bytes.length) * 10n;
    };
    expect(used([0, 1, 2]) - used([0, 1])).to.equal(1_000n);
    const poor = unsigned(account.address, {}, { gasLimit: 52_000n });
    const garbage = { ...part(poor, [0, 1, 2]), signature: new Uint8Array(9) };
    expect(outcome(chain, assembleTx(poor, [garbage]))).to.equal(11);
  });
});

describe("the memory of verified signatures", () => {
  it("holds for the same chain, account number and key only", () => {
    const { chain, account, part, members } = withMultisig(2, THREE);
    const tx = unsigned(account.address);
    const decoded = decodeTx(router, assembleTx(tx, [part(tx, [0, 1])]));
    const signers = signersOf(chain.context(), anteDeps, decoded, "check");
    verifySignatures(CHAIN_ID, decoded, signers);
    verifySignatures(CHAIN_ID, decoded, signers);
    const changed = (change: object) => () =>
      verifySignatures(
        CHAIN_ID,
        decoded,
        signers.map((one) => ({ ...one, ...change })),
      );
    expect(refusal(() => verifySignatures("other-1", decoded, signers))).to.equal("sdk/4");
    expect(refusal(changed({ accountNumber: 99n }))).to.equal("sdk/4");
    const keys = members.map(({ publicKey }) => publicKey);
    const other = multisig(3, keys);
    const key = { threshold: 3, keys };
    expect(refusal(changed({ publicKey: other.publicKey, key }))).to.equal("sdk/4");
    verifySignatures(CHAIN_ID, decoded, signers);
  });
});
