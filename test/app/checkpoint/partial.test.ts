/** Partials: who is counted, and what is refused. */
import { expect } from "chai";
import fc from "fast-check";
import { bitfieldOf } from "../../../app/checkpoint/bitfield.ts";
import { checkpointMessage, isFinalPower } from "../../../app/checkpoint/message.ts";
import {
  mergePartials,
  type PartialSignature,
  verifyPartial,
} from "../../../app/checkpoint/partial.ts";
import { KEY_CHUNK } from "../../../app/checkpoint/chunks.ts";
import { chunkTree, ValidatorSet } from "../../../app/checkpoint/validatorSet.ts";
import { blsAggregate } from "../../../app/lib/bls.ts";
import { hex } from "../../../app/lib/bytes.ts";
import { chunksOf, keyAt, setOf, signAll, signAt } from "../../kit/checkpointSet.ts";

/** A full chunk, a half empty one and some. */
const powers = new Map<number, number>();
for (let slot = 0; slot < 256; slot += 1) powers.set(slot, slot + 1);
for (let slot = 256; slot < 512; slot += 2) powers.set(slot, 1_000);
for (const slot of [700, 703, 1_030]) powers.set(slot, 2 ** 40);
const members = [...powers.keys()];
const set = setOf(powers);
const checkpoint = {
  chainId: "aegis-test-1",
  epoch: 9n,
  height: 1_000n,
  blockHash: new Uint8Array(32).fill(1),
  appHash: new Uint8Array(32).fill(2),
  commitment: set.commitment,
};
const message = checkpointMessage(checkpoint);

function partialOf(slots: readonly number[], signers: readonly number[] = slots): PartialSignature {
  return { signers: bitfieldOf(set.slots, slots), signature: signAll(signers, message) };
}

function faultOf(partial: PartialSignature): string {
  const result = verifyPartial(set, message, partial);
  return result.ok ? "none" : result.fault;
}

/** Few, about half, or nearly all of the members. */
const someMembers = fc
  .tuple(fc.constantFrom(3, 50, 97), fc.infiniteStream(fc.nat(99)))
  .map(([percent, draws]) => members.filter(() => (draws.next().value as number) < percent))
  .filter((list) => list.length > 0);

describe("a partial", () => {
  it("counts the power of its signers, whoever they are", () => {
    fc.assert(
      fc.property(someMembers, (slots) => {
        const power = slots.reduce((sum, slot) => sum + (powers.get(slot) as number), 0);
        const partial = partialOf(slots);
        expect(verifyPartial(set, message, partial)).to.deep.equal({ ok: true, power });
        const [first] = slots as [number];
        expect(faultOf(partialOf(slots, slots.slice(1).concat(first, first)))).to.equal(
          "bad_signature",
        );
        const bits = bitfieldOf(set.slots, slots.slice(1));
        expect(faultOf({ ...partial, signers: bits })).to.match(/^(bad_signature|no_signers)$/);
      }),
      { numRuns: 30 },
    );
  });

  it("counts all of the set", () => {
    const result = verifyPartial(set, message, partialOf(members));
    expect(result).to.deep.equal({ ok: true, power: set.totalPower });
  });

  it("is refused with a code", () => {
    const good = partialOf([0, 1]);
    const padded = good.signers.slice();
    padded[padded.length - 1] = 0x80;
    const all = members.concat(257);
    const faults: readonly (readonly [string, PartialSignature])[] = [
      ["bitfield_length", { ...good, signers: good.signers.slice(1) }],
      ["bitfield_length", { ...good, signers: new Uint8Array(6_000) }],
      ["bitfield_padding", { ...good, signers: padded }],
      ["no_signers", partialOf([], [1])],
      ["not_a_member", partialOf([0, 257])],
      ["not_a_member", partialOf(all)],
      ["not_a_member", partialOf([600])],
      ["not_a_member", partialOf([701])],
      ["bad_signature", partialOf([0, 1], [0])],
      ["bad_signature", partialOf([0, 1], [0, 2])],
      ["bad_signature", { ...good, signature: new Uint8Array(96) }],
      ["bad_signature", { ...good, signature: good.signature.slice(1) }],
    ];
    for (const [fault, partial] of faults) expect(faultOf(partial)).to.equal(fault);
    expect(faultOf(good)).to.equal("none");
  });

  it("is merged with a disjoint one only", () => {
    const [a, b] = [partialOf([0, 300]), partialOf([1, 1_030])];
    const merged = mergePartials(a, b) as PartialSignature;
    expect(merged).to.deep.equal(partialOf([0, 1, 300, 1_030]));
    expect(faultOf(merged)).to.equal("none");
    expect(mergePartials(merged, b)).to.equal(undefined);
    expect(mergePartials(a, { ...b, signature: new Uint8Array(96) })).to.equal(undefined);
  });

  it("is what its signers' own signatures add up to", () => {
    const single = [0, 300, 703].map((slot) => signAt(slot, message));
    expect(blsAggregate(single)).to.deep.equal(partialOf([0, 300, 703]).signature);
  });

  it("counts one key at each of its slots, signed as often", () => {
    const [{ power, keys }] = [
      ...chunksOf(
        new Map([
          [0, 5],
          [1, 6],
        ]),
      ).values(),
    ] as [{ power: Uint8Array; keys: Uint8Array }];
    const twice = new ValidatorSet("aegis-test-1", 9n, [
      chunkTree(0, power, KEY_CHUNK.put(keys, 1, keyAt(0))),
    ]);
    const signers = Uint8Array.of(3);
    const verified = (signature: Uint8Array): unknown =>
      verifyPartial(twice, message, { signers, signature });
    expect(verified(signAll([0, 0], message))).to.deep.equal({ ok: true, power: 11 });
    expect(verified(signAt(0, message))).to.deep.equal({ ok: false, fault: "bad_signature" });
  });

  it("has no signers in an empty set", () => {
    const partial = { ...partialOf([0]), signers: new Uint8Array(0) };
    const result = verifyPartial(setOf(new Map()), message, partial);
    expect(result).to.deep.equal({ ok: false, fault: "no_signers" });
  });
});

describe("the message of a checkpoint", () => {
  it("has this form", () => {
    const plain = { ...checkpoint, chainId: "a", commitment: new Uint8Array(32).fill(3) };
    expect(hex(checkpointMessage(plain))).to.equal(
      [
        Buffer.from("aegis/checkpoint/v1").toString("hex"),
        "0000000161",
        "0000000000000009",
        "00000000000003e8",
        "01".repeat(32),
        "02".repeat(32),
        "03".repeat(32),
      ].join(""),
    );
  });

  it("is final with strictly more than two thirds", () => {
    expect(isFinalPower(2n, 3n)).to.equal(false);
    expect(isFinalPower(2_001n, 3_000n)).to.equal(true);
    expect(isFinalPower(2n ** 53n, 2n ** 53n)).to.equal(true);
    expect(isFinalPower(0n, 0n)).to.equal(false);
  });
});
