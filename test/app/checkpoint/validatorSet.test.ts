/** Commitments of validator sets, against a plain computation by other libraries. */
import { bls12_381 } from "@noble/curves/bls12-381.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { expect } from "chai";
import fc from "fast-check";
import { KEY_CHUNK, POWER_CHUNK } from "../../../app/checkpoint/chunks.ts";
import { chunkTree, ValidatorSet } from "../../../app/checkpoint/validatorSet.ts";
import { BLS_NO_KEY } from "../../../app/lib/bls.ts";
import { concatBytes, hex, utf8 } from "../../../app/lib/bytes.ts";
import { chunksOf, keyAt, setOf, treesOf } from "../../kit/checkpointSet.ts";

const { Point } = bls12_381.G1;
type Powers = ReadonlyMap<number, number>;

function integer(value: number, bytes = 8): Uint8Array {
  return Buffer.from(value.toString(16).padStart(2 * bytes, "0"), "hex");
}

function plainRoot(powers: Powers, from = 0, slots = 65_536): Uint8Array {
  const inside = [...powers].filter(([slot, power]) => {
    return power > 0 && slot >= from && slot < from + slots;
  });
  const [first] = inside;
  if (first === undefined) return new Uint8Array(32);
  if (slots === 1) {
    return sha256(concatBytes(Uint8Array.of(0), integer(from), keyAt(from), integer(first[1])));
  }
  const half = slots / 2;
  const [left, right] = [plainRoot(powers, from, half), plainRoot(powers, from + half, half)];
  return sha256(concatBytes(Uint8Array.of(1), left, right));
}

function plainCommitment(powers: Powers): Uint8Array {
  const members = [...powers].filter(([, power]) => power > 0);
  const total = members.reduce((sum, [, power]) => sum + power, 0);
  const key = members.reduce((sum, [slot]) => sum.add(Point.fromBytes(keyAt(slot))), Point.ZERO);
  return sha256(
    concatBytes(
      utf8("aegis/validator-set/v1"),
      integer(12, 4),
      utf8("aegis-test-1"),
      integer(9),
      plainRoot(powers),
      integer(total),
      integer(96, 4),
      members.length === 0 ? BLS_NO_KEY : key.toBytes(false),
    ),
  );
}

const someSlot = fc.oneof(fc.nat(600), fc.integer({ min: 47_000, max: 47_999 }));
const somePowers = fc
  .uniqueArray(fc.tuple(someSlot, fc.oneof(fc.nat(3), fc.nat(2 ** 43))), {
    maxLength: 12,
    selector: ([slot]) => slot,
  })
  .map((list) => new Map(list));

describe("the commitment of a validator set", () => {
  it("is what a plain computation gives", () => {
    fc.assert(
      fc.property(somePowers, (powers) => {
        const set = setOf(powers);
        expect(set.parts.root).to.deep.equal(Buffer.from(plainRoot(powers)));
        expect(hex(set.commitment)).to.equal(hex(plainCommitment(powers)));
      }),
      { numRuns: 30 },
    );
  });

  it("has these values", () => {
    expect(hex(setOf(new Map()).commitment)).to.equal(
      "26407ede8f15b64754dea286a1a9f019765e44556137fe912fd39c4228a16f3b",
    );
    expect(
      hex(
        setOf(
          new Map([
            [0, 1],
            [1, 2],
            [300, 3],
          ]),
        ).commitment,
      ),
    ).to.equal("66af5f747b5fdcd9c8587277270abd6ed73a4a913221328c62d029d00005a91f");
  });

  it("is the same whether computed anew or from an earlier set", () => {
    fc.assert(
      fc.property(somePowers, somePowers, (before, after) => {
        const both = new Map([...[...before.keys()].map((slot) => [slot, 0] as const), ...after]);
        const earlier = new Map(treesOf(before).map((tree) => [tree.chunk, tree]));
        const trees = [...chunksOf(both)].map(([chunk, { power, keys }]) =>
          chunkTree(chunk, power, keys, earlier.get(chunk)),
        );
        const set = new ValidatorSet("aegis-test-1", 9n, trees);
        expect(hex(set.commitment)).to.equal(hex(plainCommitment(after)));
        expect(set.slots).to.equal(setOf(after).slots);
        expect(hex(setOf(before).commitment)).to.equal(hex(plainCommitment(before)));
      }),
      { numRuns: 30 },
    );
  });

  it("does not know power without a key, nor a key without power", () => {
    const [{ power, keys }] = [
      ...chunksOf(
        new Map([
          [0, 5],
          [1, 6],
        ]),
      ).values(),
    ] as [{ power: Uint8Array; keys: Uint8Array }];
    const more = chunkTree(0, POWER_CHUNK.put(power, 2, 7), KEY_CHUNK.put(keys, 3, keyAt(3)));
    const set = new ValidatorSet("aegis-test-1", 9n, [more]);
    expect(hex(set.commitment)).to.equal(
      hex(
        plainCommitment(
          new Map([
            [0, 5],
            [1, 6],
          ]),
        ),
      ),
    );
    expect([set.slots, set.totalPower, set.powerOf(2)]).to.deep.equal([2, 11, 0]);
  });

  it("depends on chain and epoch", () => {
    const trees = treesOf(new Map([[0, 1]]));
    const commitments = [
      new ValidatorSet("aegis-test-1", 9n, trees),
      new ValidatorSet("aegis-test-2", 9n, trees),
      new ValidatorSet("aegis-test-1", 10n, trees),
    ].map(({ commitment }) => hex(commitment));
    expect(new Set(commitments).size).to.equal(3);
  });
});

describe("the tree of a chunk", () => {
  it("is hashed no more when no member changed", () => {
    const powers = new Map([
      [0, 5],
      [7, 6],
    ]);
    const [{ power, keys }] = [...chunksOf(powers).values()] as [
      { power: Uint8Array; keys: Uint8Array },
    ];
    const tree = chunkTree(0, power, keys);
    expect(chunkTree(0, power.slice(), keys.slice(), tree)).to.equal(tree);
    const other = chunkTree(0, power, KEY_CHUNK.put(keys, 3, keyAt(3)), tree);
    expect(other.nodes).to.equal(tree.nodes);
    expect(other.sums).to.equal(tree.sums);
  });

  it("follows a key that is replaced", () => {
    const [{ power, keys }] = [
      ...chunksOf(
        new Map([
          [0, 5],
          [7, 6],
        ]),
      ).values(),
    ] as [{ power: Uint8Array; keys: Uint8Array }];
    const replaced = KEY_CHUNK.put(keys, 7, keyAt(9));
    const anew = chunkTree(0, power, replaced);
    expect(chunkTree(0, power, replaced, chunkTree(0, power, keys))).to.deep.equal(anew);
  });
});
