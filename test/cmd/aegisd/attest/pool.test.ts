/** Collected signatures: what is taken, what is merged, and how much is kept. */
import { expect } from "chai";
import { bitfieldOf, onesOf } from "../../../../app/checkpoint/bitfield.ts";
import type { PartialSignature } from "../../../../app/checkpoint/partial.ts";
import { utf8 } from "../../../../app/lib/bytes.ts";
import { Pool } from "../../../../cmd/aegisd/attest/pool.ts";
import { setOf, signAll } from "../../../kit/checkpointSet.ts";

const MESSAGE = utf8("aegis/checkpoint/v1 of a test");
const SLOTS = 600;
/** Every slot but 5. */
const set = setOf(new Map(range(0, SLOTS).map((slot) => [slot, slot === 5 ? 0 : 10])));

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, i) => from + i);
}

function by(...slots: number[]): PartialSignature {
  return { signers: bitfieldOf(SLOTS, slots), signature: signAll(slots, MESSAGE) };
}

function signersOf(partial: PartialSignature | undefined): number[] {
  if (partial === undefined) return [];
  const slots = onesOf(partial.signers);
  expect(partial.signature).to.deep.equal(signAll(slots, MESSAGE));
  return slots;
}

describe("a pool of partials", () => {
  it("merges what is disjoint, over chunks, again and again", () => {
    const pool = new Pool(set, MESSAGE);
    expect(pool.merged()).to.equal(undefined);
    for (const slot of [1, 2, 300]) expect(pool.add(by(slot)).ok).to.equal(true);
    expect(signersOf(pool.merged())).to.deep.equal([1, 2, 300]);
    pool.add(by(3));
    pool.add(by(310, 599));
    expect(signersOf(pool.merged())).to.deep.equal([1, 2, 3, 300, 310, 599]);
  });

  it("leaves out what the chain knows", () => {
    const pool = new Pool(set, MESSAGE);
    for (const slot of [1, 2, 3, 300]) pool.add(by(slot));
    pool.add(by(400, 401));
    const known = bitfieldOf(SLOTS, [2, 401]);
    expect(signersOf(pool.merged(known))).to.deep.equal([1, 3, 300]);
    pool.add(by(4));
    pool.add(by(401));
    pool.add(by(400));
    expect(signersOf(pool.merged(known))).to.deep.equal([1, 3, 4, 300, 400]);
    expect(signersOf(pool.merged())).to.deep.equal([1, 2, 3, 4, 300, 400, 401]);
    expect(pool.merged(bitfieldOf(SLOTS, range(0, SLOTS)))).to.equal(undefined);
  });

  it("takes the larger one of two that overlap, and single signatures beside it", () => {
    const pool = new Pool(set, MESSAGE);
    pool.add(by(10, 11));
    pool.add(by(11, 12, 13));
    pool.add(by(10));
    expect(signersOf(pool.merged())).to.deep.equal([10, 11, 12, 13]);
    expect(pool.powerOf(bitfieldOf(SLOTS, [10, 11]))).to.equal(20);
  });

  const cases: readonly [string, PartialSignature, string][] = [
    ["a known single signature", by(1), "nothing_new"],
    ["an aggregate of known ones", by(1, 2), "nothing_new"],
    ["a short bitfield", { ...by(3), signers: Uint8Array.of(8) }, "bitfield_length"],
    ["nobody", { ...by(3), signers: bitfieldOf(SLOTS, []) }, "no_signers"],
    [
      "who does not belong to the set",
      { ...by(3), signers: bitfieldOf(SLOTS, [5]) },
      "not_a_member",
    ],
    ["another's signature", { ...by(3), signers: bitfieldOf(SLOTS, [4]) }, "bad_signature"],
    ["a signature too few", { ...by(3), signers: bitfieldOf(SLOTS, [3, 4]) }, "bad_signature"],
    ["no point", { ...by(3), signature: new Uint8Array(96) }, "bad_signature"],
    ["a short signature", { ...by(3), signature: new Uint8Array(9) }, "bad_signature"],
  ];
  for (const [name, partial, refusal] of cases) {
    it(`refuses ${name}`, () => {
      const pool = new Pool(set, MESSAGE);
      for (const slot of [1, 2]) pool.add(by(slot));
      expect(pool.add(partial)).to.deep.equal({ ok: false, refusal });
      expect(signersOf(pool.merged())).to.deep.equal([1, 2]);
    });
  }

  it("keeps few aggregates, and a larger one in place of those that are in it", () => {
    const pool = new Pool(set, MESSAGE);
    for (let i = 0; i < 64; i += 1) expect(pool.add(by(100 + i, 300 + i)).ok).to.equal(true);
    expect(pool.add(by(500, 501))).to.deep.equal({ ok: false, refusal: "too_many_aggregates" });
    expect(pool.add(by(500)).ok).to.equal(true);
    expect(pool.add(by(100, 300, 101, 301, 501)).ok).to.equal(true);
    expect(pool.add(by(502, 503)).ok).to.equal(true);
    expect(signersOf(pool.merged())).to.have.length(64 * 2 + 4);
  });
});
