/** Bitfields are sets of slots. */
import { expect } from "chai";
import fc from "fast-check";
import {
  bitfieldBytes,
  bitfieldFault,
  bitfieldOf,
  countOnes,
  hasBit,
  onesOf,
  overlap,
  union,
} from "../../../app/checkpoint/bitfield.ts";

const SLOTS = 77;
const slots = fc.uniqueArray(fc.nat(SLOTS - 1));
const ascending = (list: readonly number[]): number[] => list.toSorted((a, b) => a - b);

describe("a bitfield", () => {
  it("is the set of its slots", () => {
    fc.assert(
      fc.property(slots, slots, (a, b) => {
        const [bitsA, bitsB] = [bitfieldOf(SLOTS, a), bitfieldOf(SLOTS, b)];
        expect(bitfieldFault(bitsA, SLOTS)).to.equal(undefined);
        expect(onesOf(bitsA)).to.deep.equal(ascending(a));
        expect(countOnes(bitsA)).to.equal(a.length);
        expect(overlap(bitsA, bitsB)).to.equal(a.some((slot) => b.includes(slot)));
        expect(onesOf(union(bitsA, bitsB))).to.deep.equal(ascending([...new Set([...a, ...b])]));
        for (let slot = 0; slot < SLOTS + 20; slot += 1) {
          expect(hasBit(bitsA, slot)).to.equal(a.includes(slot));
        }
      }),
    );
  });

  it("has the lowest bit first", () => {
    expect([...bitfieldOf(20, [0, 9, 15, 19])]).to.deep.equal([0x01, 0x82, 0x08]);
    expect(countOnes(new Uint8Array(6_000).fill(0xff))).to.equal(48_000);
  });

  it("has one length, and nothing after its last slot", () => {
    expect([0, 1, 8, 9, 48_000].map(bitfieldBytes)).to.deep.equal([0, 1, 1, 2, 6_000]);
    expect(bitfieldFault(new Uint8Array(1), 9)).to.equal("bitfield_length");
    expect(bitfieldFault(new Uint8Array(3), 9)).to.equal("bitfield_length");
    expect(bitfieldFault(Uint8Array.of(0, 2), 9)).to.equal("bitfield_padding");
    expect(bitfieldFault(Uint8Array.of(0, 1), 9)).to.equal(undefined);
    expect(bitfieldFault(Uint8Array.of(0, 255), 16)).to.equal(undefined);
    expect(bitfieldFault(new Uint8Array(0), 0)).to.equal(undefined);
    expect(() => bitfieldOf(9, [9])).to.throw("slot");
    expect(() => overlap(new Uint8Array(1), new Uint8Array(2))).to.throw("same slots");
  });
});
