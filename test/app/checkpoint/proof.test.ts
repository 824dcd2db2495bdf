/** Proofs of finality: valid exactly when more than two thirds signed, and broken by any change. */
import { expect } from "chai";
import fc from "fast-check";
import { CheckpointProof } from "../../../proto/gen/aegis/checkpoints/v1/proof.ts";
import { bitfieldOf } from "../../../app/checkpoint/bitfield.ts";
import { KEY_CHUNK } from "../../../app/checkpoint/chunks.ts";
import { multiproofRoot } from "../../../app/checkpoint/multiproof.ts";
import {
  checkpointProof,
  decodeCheckpointProof,
  encodeCheckpointProof,
  verifyCheckpointProof,
} from "../../../app/checkpoint/proof.ts";
import { chunkTree, commitmentOf, ValidatorSet } from "../../../app/checkpoint/validatorSet.ts";
import { BLS_NO_KEY, blsAggregate, blsSumKeys } from "../../../app/lib/bls.ts";
import { hex, sha256 } from "../../../app/lib/bytes.ts";
import { chunksOf, keyAt, setOf, signAll, signAt } from "../../kit/checkpointSet.ts";
import { messageOf, PROVEN_BLOCK as block, proofOf } from "../../kit/finalCheckpoint.ts";

const someSet = fc
  .uniqueArray(
    fc.record({ slot: fc.nat(700), power: fc.integer({ min: 1, max: 9 }), signs: fc.nat(4) }),
    { minLength: 1, maxLength: 14, selector: ({ slot }) => slot },
  )
  .map((list) => list.toSorted((a, b) => a.slot - b.slot));

const set = setOf(
  new Map([
    [0, 1],
    [1, 2],
    [3, 1],
    [4, 5],
    [300, 6],
    [301, 1],
  ]),
);
/** 14 of 16. */
const proof = proofOf(set, [0, 1, 4, 300]);

function faultOf(changed: Partial<CheckpointProof>): string {
  const result = verifyCheckpointProof({ ...proof, ...changed }, set.commitment);
  return result.final ? "final" : result.fault;
}

describe("a proof of finality", () => {
  it("holds exactly when more than two thirds of the power signed", () => {
    fc.assert(
      fc.property(someSet, (list) => {
        const some = setOf(new Map(list.map(({ slot, power }) => [slot, power])));
        const signing = list.filter(({ signs }) => signs > 0);
        const power = signing.reduce((sum, one) => sum + one.power, 0);
        const final = 3 * power > 2 * some.totalPower;
        const made = proofOf(
          some,
          signing.map(({ slot }) => slot),
        );
        const bytes = encodeCheckpointProof(made);
        const result = verifyCheckpointProof(CheckpointProof.decode(bytes), some.commitment);
        expect(result.final ? result.signedPower : result.fault).to.equal(
          final ? BigInt(power) : "too_little_power",
        );
      }),
      { numRuns: 100 },
    );
  });

  it("says what is final", () => {
    expect(verifyCheckpointProof(proof, set.commitment)).to.deep.equal({
      final: true,
      checkpoint: { chainId: "aegis-test-1", epoch: 9n, ...block, commitment: set.commitment },
      signedPower: 14n,
      totalPower: 16n,
    });
  });

  it("is made of the signers' own signatures, and always the same bytes", () => {
    const message = messageOf(set);
    const own = blsAggregate([0, 1, 4, 300].map((slot) => signAt(slot, message)));
    expect(proof.signature).to.deep.equal(own);
    expect(hex(sha256(encodeCheckpointProof(proof)))).to.equal(
      "2355ca58d74544e76da8b3f8635986ab461684222ff0bb6437b4a689ecac726a",
    );
  });

  it("does not survive the flip of any bit", () => {
    const bytes = encodeCheckpointProof(proof);
    for (let bit = 0; bit < 8 * bytes.length; bit += 1) {
      const flipped = bytes.map((byte, at) => (at === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte));
      const decoded = decodeCheckpointProof(flipped);
      const final = decoded && verifyCheckpointProof(decoded, set.commitment).final;
      expect(final ?? false, `bit ${bit}`).to.equal(false);
    }
    for (let at = 0; at < bytes.length; at += 1) {
      const decoded = decodeCheckpointProof(bytes.subarray(0, at));
      expect(
        decoded !== undefined && verifyCheckpointProof(decoded, set.commitment).final,
      ).to.equal(false);
    }
  });

  it("is refused with a code", () => {
    const [three, last] = proof.absent as [AbsentOne, AbsentOne];
    const longer = new Uint8Array(33);
    const faults: readonly (readonly [string, Partial<CheckpointProof>])[] = [
      ["field_malformed", { blockHash: longer }],
      ["field_malformed", { appHash: new Uint8Array(0) }],
      ["field_malformed", { root: longer }],
      ["field_malformed", { totalKey: keyAt(0).slice(1) }],
      ["field_malformed", { signature: new Uint8Array(48) }],
      ["field_malformed", { epoch: -1n }],
      ["field_malformed", { height: 2n ** 64n }],
      ["field_malformed", { totalPower: 2n ** 64n }],
      ["commitment_mismatch", { chainId: "aegis-test-2" }],
      ["commitment_mismatch", { epoch: 10n }],
      ["commitment_mismatch", { totalPower: 15n }],
      ["commitment_mismatch", { totalKey: keyAt(0) }],
      ["commitment_mismatch", { root: new Uint8Array(32) }],
      ["absent_malformed", { absent: [{ ...three, power: 0n }, last] }],
      ["absent_malformed", { absent: [{ ...three, power: 2n ** 53n }, last] }],
      ["absent_malformed", { absent: [{ ...three, key: BLS_NO_KEY }, last] }],
      ["absent_malformed", { absent: [{ ...three, key: three.key.slice(1) }, last] }],
      ["too_little_power", { absent: [{ ...three, power: 5n }, last] }],
      ["bitfield_length", { signers: Uint8Array.of(...proof.signers, 0) }],
      ["absent_order", { absent: [last, three] }],
      ["absent_order", { absent: [three, three, last] }],
      ["absent_signed", { absent: [{ ...three, slot: 4 }, last] }],
      ["siblings_count", { siblings: new Uint8Array(0) }],
      ["sibling_empty", { siblings: proof.siblings.map(() => 0) }],
      ["root_mismatch", { siblings: proof.siblings.toReversed() }],
      ["root_mismatch", { absent: [last] }],
      ["root_mismatch", { absent: [{ ...three, key: keyAt(5) }, last] }],
      ["bad_signature", { height: 1_001n }],
      ["bad_signature", { blockHash: new Uint8Array(32) }],
      ["bad_signature", { appHash: new Uint8Array(32) }],
      ["bad_signature", { signature: signAll([0, 1, 4], messageOf(set)) }],
      ["bad_signature", { signature: new Uint8Array(96) }],
    ];
    for (const [fault, changed] of faults) expect(faultOf(changed)).to.equal(fault);
    expect(faultOf({})).to.equal("final");
  });

  it("is nothing for another commitment or malformed bytes", () => {
    for (const commitment of [new Uint8Array(32), set.commitment.slice(1), new Uint8Array(0)]) {
      const result = verifyCheckpointProof(proof, commitment);
      expect(result).to.deep.equal({ final: false, fault: "commitment_mismatch" });
    }
    expect(decodeCheckpointProof(Uint8Array.of(1, 2, 3))).to.equal(undefined);
  });

  it("never throws, even under a commitment of nonsense", () => {
    const bytes = (length: number): fc.Arbitrary<Uint8Array> =>
      fc.uint8Array({ minLength: length, maxLength: length });
    const nonsense = fc.record({
      ...{ chainId: fc.string(), totalKey: bytes(96), signature: bytes(96), root: bytes(32) },
      ...{ totalPower: fc.bigInt(10n ** 6n, 2n ** 64n - 1n), siblings: bytes(32) },
      signers: fc.constant(Uint8Array.of(0xf0)),
      absent: fc
        .tuple(bytes(96), fc.bigInt(1n, 99n))
        .map(([key, power]) => [{ slot: 1, key, power }]),
    });
    fc.assert(
      fc.property(nonsense, fc.boolean(), (parts, withRoot) => {
        const some = { ...proof, ...parts };
        const absent = some.absent.map((one) => ({ ...one, power: Number(one.power) }));
        const root = withRoot ? multiproofRoot({ ...some, absent }) : some.root;
        const claimed = { ...some, root: root as Uint8Array };
        expect(verifyCheckpointProof(claimed, commitmentOf(claimed))).to.deep.equal({
          final: false,
          fault: withRoot ? "bad_signature" : "root_mismatch",
        });
      }),
    );
  });

  it("counts nobody who did not sign as a signer", () => {
    const message = messageOf(set);
    const claimed = { signers: bitfieldOf(set.slots, [0, 1, 3, 4, 300, 301]) };
    const made = checkpointProof(set, block, { ...claimed, signature: proof.signature });
    expect(verifyCheckpointProof(made, set.commitment)).to.deep.equal({
      final: false,
      fault: "bad_signature",
    });
    const others = { ...claimed, signature: signAll([0, 1, 4, 300, 2, 5], message) };
    const forged = checkpointProof(set, block, others);
    expect(verifyCheckpointProof(forged, set.commitment).final).to.equal(false);
  });

  it("of a set without members is never final", () => {
    const empty = setOf(new Map());
    const signature = signAll([0], messageOf(empty));
    const made = checkpointProof(empty, block, { signers: new Uint8Array(0), signature });
    expect(verifyCheckpointProof(made, empty.commitment)).to.deep.equal({
      final: false,
      fault: "too_little_power",
    });
  });

  it("of members whose keys cancel out is never final", () => {
    const opposite = blsSumKeys([], [keyAt(0)]) as Uint8Array;
    const [{ power, keys }] = [
      ...chunksOf(
        new Map([
          [0, 5],
          [1, 6],
        ]),
      ).values(),
    ] as [{ power: Uint8Array; keys: Uint8Array }];
    const tree = chunkTree(0, power, KEY_CHUNK.put(keys, 1, opposite));
    const cancelling = new ValidatorSet("aegis-test-1", 9n, [tree]);
    expect(cancelling.parts.totalKey).to.deep.equal(BLS_NO_KEY);
    for (const signature of [Uint8Array.of(0xc0, ...new Uint8Array(95)), proof.signature]) {
      const made = checkpointProof(cancelling, block, { signers: Uint8Array.of(3), signature });
      expect(verifyCheckpointProof(made, cancelling.commitment)).to.deep.equal({
        final: false,
        fault: "bad_signature",
      });
    }
  });
});

type AbsentOne = CheckpointProof["absent"][number];
