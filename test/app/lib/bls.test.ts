/** BLS keys and signatures, checked against an independent implementation of the same scheme. */
import { bls12_381 } from "@noble/curves/bls12-381.js";
import { expect } from "chai";
import fc from "fast-check";
import {
  BLS_DOMAINS,
  blsKeygen,
  blsPublicKey,
  blsSign,
  arePossessions,
  blsVerify,
  isBlsPublicKey,
  isPossession,
  provePossession,
} from "../../../app/lib/bls.ts";
import { utf8 } from "../../../app/lib/bytes.ts";

const TAG = "BLS_SIG_BLS12381G2_XMD:SHA-256_SSWU_RO_POP_";
const seedOf = (byte: number): Uint8Array => new Uint8Array(32).fill(byte);
const secret = blsKeygen(seedOf(1));
const publicKey = blsPublicKey(secret);
const operator = new Uint8Array(20).fill(7);
const claim = { publicKey, operator, chainId: "aegis-test-1" };

describe("BLS signatures", () => {
  it("are the ones that another implementation makes", () => {
    const { longSignatures } = bls12_381;
    const message = utf8("aegis/beacon/v1 and something");
    const point = longSignatures.sign(longSignatures.hash(message, TAG), secret);
    expect(blsSign(secret, message)).to.deep.equal(longSignatures.Signature.toBytes(point));
    expect(publicKey).to.deep.equal(longSignatures.getPublicKey(secret).toBytes(true));
  });

  it("verify for their key and message, and for no other", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 64 }), fc.nat(767), (message, bit) => {
        const signature = blsSign(secret, message);
        expect(blsVerify(publicKey, message, signature)).to.equal(true);
        const other = signature.slice();
        other[bit >> 3] = (other[bit >> 3] as number) ^ (1 << (bit & 7));
        expect(blsVerify(publicKey, message, other)).to.equal(false);
        expect(blsVerify(publicKey, Uint8Array.of(...message, 0), signature)).to.equal(false);
      }),
      { numRuns: 20 },
    );
  });

  it("are false, not an exception, for malformed input", () => {
    const message = utf8("m");
    const signature = blsSign(secret, message);
    expect(blsVerify(publicKey.slice(1), message, signature)).to.equal(false);
    expect(blsVerify(publicKey, message, signature.slice(1))).to.equal(false);
    expect(blsVerify(publicKey, message, new Uint8Array(0))).to.equal(false);
    expect(blsVerify(new Uint8Array(48), message, signature)).to.equal(false);
    const infinityKey = Uint8Array.of(0xc0, ...new Uint8Array(47));
    const infinitySignature = Uint8Array.of(0xc0, ...new Uint8Array(95));
    expect(isBlsPublicKey(infinityKey)).to.equal(false);
    expect(blsVerify(infinityKey, message, infinitySignature)).to.equal(false);
    expect(blsVerify(publicKey, message, infinitySignature)).to.equal(false);
  });
});

describe("Proofs of possession", () => {
  it("hold for one key, one operator and one chain", () => {
    const proof = provePossession(secret, claim);
    expect(isPossession(claim, proof)).to.equal(true);
    expect(isPossession({ ...claim, chainId: "aegis-test-2" }, proof)).to.equal(false);
    expect(isPossession({ ...claim, operator: new Uint8Array(20) }, proof)).to.equal(false);
    const otherKey = blsPublicKey(blsKeygen(seedOf(2)));
    expect(isPossession({ ...claim, publicKey: otherKey }, proof)).to.equal(false);
  });

  it("cannot be had from signatures under another domain", () => {
    const domains = Object.values(BLS_DOMAINS);
    for (const a of domains) {
      for (const b of domains) expect(a !== b && b.startsWith(a)).to.equal(false);
    }
  });
});

describe("many proofs of possession", () => {
  const proven = Array.from({ length: 9 }, (_, at) => {
    const own = blsKeygen(seedOf(at + 1));
    const of = { operator: new Uint8Array(20).fill(at), chainId: "aegis-test-1" };
    return { claim: { ...of, publicKey: blsPublicKey(own) }, proof: provePossession(own, of) };
  });

  it("hold together when each does", () => {
    expect(arePossessions([])).to.equal(true);
    expect(arePossessions(proven)).to.equal(true);
    expect(arePossessions(proven.slice(3, 4))).to.equal(true);
  });

  it("do not when one does not, even if two errors add up to nothing", () => {
    const [a, b] = proven as [(typeof proven)[0], (typeof proven)[0]];
    const swapped = [
      { ...a, proof: b.proof },
      { ...b, proof: a.proof },
    ];
    expect(arePossessions([...swapped, ...proven.slice(2)])).to.equal(false);
    for (const proof of [a.proof.slice(1), new Uint8Array(96), b.proof]) {
      expect(arePossessions([...proven.slice(1), { ...a, proof }])).to.equal(false);
    }
    const foreign = { ...a, claim: { ...a.claim, chainId: "aegis-test-2" } };
    expect(arePossessions([foreign])).to.equal(false);
    const noKey = { ...a, claim: { ...a.claim, publicKey: new Uint8Array(48) } };
    expect(arePossessions([noKey])).to.equal(false);
  });
});
