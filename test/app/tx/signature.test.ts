/** Signatures: one verdict per signature, the same as an independent implementation's. */
import { secp256k1 as noble } from "@noble/curves/secp256k1.js";
import { expect } from "chai";
import fc from "fast-check";
import { AssertionError } from "../../../app/lib/assert.ts";
import { concatBytes, sha256, utf8 } from "../../../app/lib/bytes.ts";
import { assertNativeSecp256k1, isPublicKey, verifySignature } from "../../../app/tx/signature.ts";
import { testSigner } from "../../kit/chain.ts";

const ORDER = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141n;

function word(value: bigint): Uint8Array {
  return new Uint8Array(Buffer.from(value.toString(16).padStart(64, "0"), "hex"));
}

function nobleVerdict(signature: Uint8Array, digest: Uint8Array, key: Uint8Array): boolean {
  try {
    return noble.verify(signature, digest, key, { prehash: false, lowS: true });
  } catch {
    return false;
  }
}

describe("assertNativeSecp256k1", () => {
  it("lets the native binding pass", () => {
    assertNativeSecp256k1();
  });

  it("refuses the JavaScript fall-back and a binding that does not load", () => {
    expect(() => assertNativeSecp256k1(() => ({}))).to.throw(AssertionError, "slow JavaScript");
    const broken = () => {
      throw new Error("no such file");
    };
    expect(() => assertNativeSecp256k1(broken)).to.throw(AssertionError, "did not load");
  });
});

describe("verifySignature", () => {
  const signer = testSigner("signatures");
  const digest = sha256(utf8("a message"));
  const good = signer.sign(digest);
  const r = good.slice(0, 32);
  const s = BigInt(`0x${Buffer.from(good.slice(32)).toString("hex")}`);

  const CASES: readonly (readonly [string, Uint8Array, boolean])[] = [
    ["its own signature", good, true],
    ["high s", concatBytes(r, word(ORDER - s)), false],
    ["r = 0", concatBytes(word(0n), good.slice(32)), false],
    ["s = 0", concatBytes(r, word(0n)), false],
    ["s = the order", concatBytes(r, word(ORDER)), false],
    ["r above the order", concatBytes(word(2n ** 256n - 1n), good.slice(32)), false],
    ["63 bytes", good.slice(1), false],
    ["65 bytes", concatBytes(good, Uint8Array.of(0)), false],
  ];
  for (const [what, signature, verdict] of CASES) {
    it(`says ${verdict} to ${what}, as the other implementation does`, () => {
      expect(verifySignature(signature, digest, signer.publicKey)).to.equal(verdict);
      expect(nobleVerdict(signature, digest, signer.publicKey)).to.equal(verdict);
    });
  }

  it("agrees with the other implementation on changed bytes of everything", () => {
    const all = concatBytes(good, digest, signer.publicKey);
    fc.assert(
      fc.property(fc.nat(all.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const changed = all.slice();
        changed[at] = (changed[at] as number) ^ change;
        const parts = [changed.slice(0, 64), changed.slice(64, 96), changed.slice(96)] as const;
        expect(verifySignature(...parts)).to.equal(nobleVerdict(...parts));
      }),
      { numRuns: 60 },
    );
  });

  it("knows keys off the curve, and is false for them instead of throwing", () => {
    const off = concatBytes(Uint8Array.of(2), new Uint8Array(32).fill(0xff));
    expect(isPublicKey(off)).to.equal(false);
    expect(isPublicKey(signer.publicKey)).to.equal(true);
    expect(verifySignature(good, digest, off)).to.equal(false);
    expect(verifySignature(good, digest, signer.publicKey.slice(1))).to.equal(false);
  });
});
