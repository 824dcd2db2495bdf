/** Raw BLS keys: sums, differences and aggregate signatures, against another implementation. */
import { bls12_381 } from "@noble/curves/bls12-381.js";
import { expect } from "chai";
import {
  BLS_NO_KEY,
  blsAggregate,
  blsCompressedKey,
  blsKeygen,
  blsPublicKey,
  blsRawKey,
  blsSign,
  blsSumKeys,
  blsVerifyRaw,
} from "../../../app/lib/bls.ts";
import { utf8 } from "../../../app/lib/bytes.ts";

const { Point } = bls12_381.G1;
const secrets = [1, 2, 3].map((byte) => blsKeygen(new Uint8Array(32).fill(byte)));
const [a, b, c] = secrets.map((secret) => blsRawKey(blsPublicKey(secret))) as [
  Uint8Array,
  Uint8Array,
  Uint8Array,
];
const message = utf8("aegis/checkpoint/v1 and something");
const signatures = secrets.map((secret) => blsSign(secret, message));
const infinity = Uint8Array.of(0x40, ...new Uint8Array(95));
const pointOf = (raw: Uint8Array): InstanceType<typeof Point> => Point.fromBytes(raw);

describe("raw BLS keys", () => {
  it("are the uncompressed form of usable keys only", () => {
    const publicKey = blsPublicKey(secrets[0] as Uint8Array);
    expect(a).to.deep.equal(Point.fromBytes(publicKey).toBytes(false));
    expect(blsCompressedKey(a)).to.deep.equal(publicKey);
    expect(blsRawKey(publicKey.slice(1))).to.equal(undefined);
    expect(blsRawKey(Uint8Array.of(0xc0, ...new Uint8Array(47)))).to.equal(undefined);
    for (const bad of [BLS_NO_KEY, infinity, a.slice(1), publicKey]) {
      expect(blsCompressedKey(bad)).to.equal(undefined);
    }
  });

  it("are added and subtracted as points are", () => {
    const sum = pointOf(a).add(pointOf(b)).add(pointOf(c));
    expect(blsSumKeys([a, b, c])).to.deep.equal(sum.toBytes(false));
    expect(blsSumKeys([a, b, c], [b])).to.deep.equal(pointOf(a).add(pointOf(c)).toBytes(false));
    expect(blsSumKeys([a, a])).to.deep.equal(pointOf(a).double().toBytes(false));
    expect(blsSumKeys([], [a])).to.deep.equal(pointOf(a).negate().toBytes(false));
    expect(blsSumKeys([a], [b, c, b, c, b])).to.deep.equal(
      pointOf(a).subtract(pointOf(b).multiply(3n)).subtract(pointOf(c).double()).toBytes(false),
    );
  });

  it("have no key as neutral, and as the sum when all cancel", () => {
    expect(blsSumKeys([])).to.deep.equal(BLS_NO_KEY);
    expect(blsSumKeys([BLS_NO_KEY, a], [BLS_NO_KEY])).to.deep.equal(a);
    expect(blsSumKeys([a, b], [b, a])).to.deep.equal(BLS_NO_KEY);
  });

  it("have no sum with what is not on the curve", () => {
    const off = a.slice();
    off[95] = (off[95] as number) ^ 1;
    for (const bad of [off, infinity, a.slice(1), blsPublicKey(secrets[0] as Uint8Array)]) {
      expect(blsSumKeys([a, bad])).to.equal(undefined);
      expect(blsSumKeys([a], [bad])).to.equal(undefined);
    }
  });
});

describe("an aggregate signature", () => {
  const sum = blsSumKeys([a, b, c]) as Uint8Array;
  const aggregate = blsAggregate(signatures) as Uint8Array;

  it("verifies by the sum of exactly its signers' keys", () => {
    expect(blsVerifyRaw(sum, message, aggregate)).to.equal(true);
    expect(blsVerifyRaw(blsSumKeys([a, b]) as Uint8Array, message, aggregate)).to.equal(false);
    expect(blsVerifyRaw(sum, utf8("other"), aggregate)).to.equal(false);
    expect(blsVerifyRaw(sum, message, signatures[0] as Uint8Array)).to.equal(false);
  });

  it("never verifies by no key or infinity", () => {
    const nothing = Uint8Array.of(0xc0, ...new Uint8Array(95));
    for (const key of [BLS_NO_KEY, infinity]) {
      expect(blsVerifyRaw(key, message, nothing)).to.equal(false);
      expect(blsVerifyRaw(key, message, aggregate)).to.equal(false);
    }
    expect(blsVerifyRaw(sum, message, nothing)).to.equal(false);
  });

  it("is undefined when there is none, one is bad, or all cancel", () => {
    const [one] = signatures as [Uint8Array];
    const opposite = one.slice();
    opposite[0] = (opposite[0] as number) ^ 0x20;
    expect(blsAggregate([])).to.equal(undefined);
    expect(blsAggregate([one, opposite])).to.equal(undefined);
    expect(blsAggregate([one, one.slice(1)])).to.equal(undefined);
    expect(blsAggregate([one, new Uint8Array(96)])).to.equal(undefined);
  });
});
