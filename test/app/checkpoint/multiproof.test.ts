/** Multiproofs lead to the root of exactly the set that they open, and are as small as can be. */
import { expect } from "chai";
import fc from "fast-check";
import { bitfieldOf } from "../../../app/checkpoint/bitfield.ts";
import type { Leaf } from "../../../app/checkpoint/merkle.ts";
import {
  type Multiproof,
  multiproofRoot,
  multiproofSiblings,
} from "../../../app/checkpoint/multiproof.ts";
import { keyAt, setOf } from "../../kit/checkpointSet.ts";

const SLOTS = 300;
const leafOf = (slot: number): Leaf => ({ slot, key: keyAt(slot), power: slot + 1 });

/** Of each slot, whether nobody holds it (0), its member is absent (1) or signed (2 and above). */
const someKinds = fc
  .array(fc.nat(6), { minLength: 1, maxLength: SLOTS })
  .filter((kinds) => kinds.at(-1) !== 0);

function slotsOf(kinds: readonly number[], is: (kind: number) => boolean): number[] {
  return kinds.flatMap((kind, slot) => (is(kind) ? [slot] : []));
}

function madeOf(kinds: readonly number[]): { proof: Multiproof; root: Uint8Array } {
  const members = slotsOf(kinds, (kind) => kind !== 0);
  const set = setOf(new Map(members.map((slot) => [slot, slot + 1])));
  const signers = bitfieldOf(
    kinds.length,
    slotsOf(kinds, (kind) => kind > 1),
  );
  const absent = slotsOf(kinds, (kind) => kind === 1).map(leafOf);
  const siblings = multiproofSiblings(signers, absent, (node) => set.nodeAt(node));
  return { proof: { signers, absent, siblings }, root: set.parts.root };
}

/** How many largest runs of signed slots are whole subtrees. */
function fewestSiblings(kinds: readonly number[], from = 0, slots = 65_536): number {
  const inside = kinds.slice(from, from + slots);
  if (inside.length === slots && inside.every((kind) => kind > 1)) return 1;
  if (slots === 1 || inside.every((kind) => kind < 2)) return 0;
  const half = slots / 2;
  return fewestSiblings(kinds, from, half) + fewestSiblings(kinds, from + half, half);
}

describe("a multiproof", () => {
  it("leads to the root, with the fewest siblings", () => {
    fc.assert(
      fc.property(someKinds, (kinds) => {
        const { proof, root } = madeOf(kinds);
        expect(multiproofRoot(proof)).to.deep.equal(root);
        expect(proof.siblings.length).to.equal(32 * fewestSiblings(kinds));
      }),
      { numRuns: 40 },
    );
  });

  it("leads elsewhere or nowhere when anything in it is changed", () => {
    fc.assert(
      fc.property(someKinds, fc.nat(), (kinds, draw) => {
        const { proof, root } = madeOf(kinds);
        for (const changed of changes(proof, draw)) {
          expect(multiproofRoot(changed)).not.to.deep.equal(root);
        }
      }),
      { numRuns: 40 },
    );
  });

  it("is refused with a code", () => {
    // Nobody, absent, nobody, absent, signed ×4, absent.
    const { proof, root } = madeOf([0, 1, 0, 1, 2, 2, 2, 2, 1]);
    const { absent, siblings, signers } = proof;
    const [one, two, three] = absent as [Leaf, Leaf, Leaf];
    expect(siblings.length).to.equal(32);
    const faults: readonly (readonly [string, Partial<Multiproof>])[] = [
      ["bitfield_length", { signers: Uint8Array.of(...signers, 0) }],
      ["bitfield_length", { absent: [one, two] }],
      ["bitfield_length", { signers: new Uint8Array(6_001).fill(1) }],
      ["absent_order", { absent: [two, one, three] }],
      ["absent_order", { absent: [one, two, two, three] }],
      ["absent_order", { absent: [one, two, three, leafOf(16)] }],
      ["absent_order", { absent: [{ ...one, slot: 0.5 }, two, three] }],
      ["absent_order", { absent: [{ ...one, slot: -1 }, two, three] }],
      ["absent_order", { signers: signers.slice(0, 1) }],
      ["absent_signed", { absent: [one, two, leafOf(4), three] }],
      ["siblings_count", { siblings: new Uint8Array(0) }],
      ["siblings_count", { siblings: Uint8Array.of(...siblings, 0) }],
      ["siblings_count", { siblings: Uint8Array.of(...siblings, ...siblings) }],
      ["sibling_empty", { siblings: new Uint8Array(32) }],
    ];
    for (const [fault, part] of faults) {
      expect(multiproofRoot({ ...proof, ...part })).to.equal(fault);
    }
    const wrong: readonly Partial<Multiproof>[] = [
      { absent: [one, three] },
      { absent: [leafOf(0), one, two, three] },
      { absent: [one, { ...two, power: 3 }, three] },
      { absent: [one, { ...two, key: keyAt(1) }, three] },
      { absent: [one, { ...two, slot: 2 }, three] },
    ];
    for (const part of wrong) {
      expect(multiproofRoot({ ...proof, ...part })).to.be.instanceOf(Uint8Array);
      expect(multiproofRoot({ ...proof, ...part })).not.to.deep.equal(root);
    }
  });

  it("of an empty set is empty", () => {
    const none = { signers: new Uint8Array(0), absent: [], siblings: new Uint8Array(0) };
    expect(multiproofRoot(none)).to.deep.equal(setOf(new Map()).parts.root);
    expect(multiproofRoot({ ...none, signers: new Uint8Array(1) })).to.equal("bitfield_length");
  });
});

/** The proof with one bit of the signers or siblings flipped, or one leaf left out or changed. */
function* changes(proof: Multiproof, draw: number): Generator<Multiproof> {
  for (const field of ["signers", "siblings"] as const) {
    const bytes = proof[field];
    if (bytes.length === 0) continue;
    const bit = draw % (8 * bytes.length);
    const flipped = bytes.map((byte, at) => (at === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte));
    yield { ...proof, [field]: flipped };
  }
  if (proof.absent.length === 0) return;
  const at = draw % proof.absent.length;
  const leaf = proof.absent[at] as Leaf;
  yield { ...proof, absent: proof.absent.toSpliced(at, 1) };
  yield { ...proof, absent: proof.absent.with(at, { ...leaf, power: leaf.power + 1 }) };
  yield { ...proof, absent: proof.absent.with(at, { ...leaf, key: keyAt(leaf.slot + 1) }) };
}
