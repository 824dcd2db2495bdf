/** Chunks hold what was put in, at the place and in the form that other programs rely on. */
import { expect } from "chai";
import fc from "fast-check";
import {
  addRewards,
  CHUNK_SLOTS,
  CHUNKS_MAX,
  type ChunkKind,
  chunkOf,
  indexOf,
  KEY_CHUNK,
  MISSED_CHUNK,
  POWER_CHUNK,
  REWARD_CHUNK,
  SLOTS_MAX,
} from "../../../app/checkpoint/chunks.ts";
import { hex } from "../../../app/lib/bytes.ts";

const index = fc.nat(CHUNK_SLOTS - 1);

function entriesOf<T>(entry: fc.Arbitrary<T>): fc.Arbitrary<T[]> {
  return fc.array(entry, { minLength: CHUNK_SLOTS, maxLength: CHUNK_SLOTS });
}

function holds<T>(name: string, kind: ChunkKind<T>, entry: fc.Arbitrary<T>, bad: T[]): void {
  describe(`a chunk of ${name}`, () => {
    it("holds its entries, together and one by one", () => {
      fc.assert(
        fc.property(entriesOf(entry), index, entry, (entries, at, other) => {
          const chunk = kind.encode(entries);
          expect(chunk.length).to.equal(CHUNK_SLOTS * kind.entryBytes);
          expect(kind.decode(chunk)).to.deep.equal(entries);
          expect(kind.at(chunk, at)).to.deep.equal(entries[at]);
          const before = hex(chunk);
          expect(kind.put(chunk, at, other)).to.deep.equal(kind.encode(entries.with(at, other)));
          expect(hex(chunk)).to.equal(before);
        }),
        { numRuns: 10 },
      );
    });

    it("takes no other entry, index or length", () => {
      const chunk = kind.empty();
      for (const entry of bad) expect(() => kind.put(chunk, 0, entry)).to.throw();
      for (const at of [-1, CHUNK_SLOTS, 0.5]) expect(() => kind.at(chunk, at)).to.throw();
      expect(() => kind.decode(chunk.slice(1))).to.throw("256");
      expect(() => kind.encode(kind.decode(chunk).slice(1))).to.throw("256");
    });
  });
}

const bytes96 = fc
  .uint8Array({ minLength: 96, maxLength: 96 })
  .map((bytes) => Buffer.from(bytes) as Uint8Array);

holds("power", POWER_CHUNK, fc.maxSafeNat(), [-1, 0.5, 2 ** 53, Number.NaN]);
holds("keys", KEY_CHUNK, bytes96, [new Uint8Array(48)]);
holds("rewards", REWARD_CHUNK, fc.bigInt(0n, 2n ** 64n - 1n), [-1n, 2n ** 64n]);
holds("missed checkpoints", MISSED_CHUNK, fc.nat(255), [-1, 256, 1.5]);

describe("the layout of chunks", () => {
  it("is big-endian, one entry after the other", () => {
    const power = POWER_CHUNK.put(POWER_CHUNK.empty(), 1, 2 ** 40 + 5);
    expect(hex(power.subarray(0, 24))).to.equal(
      `${"00".repeat(8)}0000010000000005${"00".repeat(8)}`,
    );
    const reward = REWARD_CHUNK.put(REWARD_CHUNK.empty(), 0, 2n ** 63n + 1n);
    expect(hex(reward.subarray(0, 8))).to.equal("8000000000000001");
  });

  it("has 188 chunks for 48,000 slots", () => {
    expect(CHUNKS_MAX).to.equal(188);
    expect([chunkOf(0), chunkOf(255), chunkOf(256), chunkOf(SLOTS_MAX - 1)]).to.deep.equal([
      0, 0, 1, 187,
    ]);
    expect([indexOf(255), indexOf(256), indexOf(513)]).to.deep.equal([255, 0, 1]);
  });

  it("has no power of 2^53 or more", () => {
    const chunk = POWER_CHUNK.empty();
    chunk[1] = 0x20;
    expect(() => POWER_CHUNK.at(chunk, 0)).to.throw("2^53");
    expect(() => POWER_CHUNK.decode(chunk)).to.throw("2^53");
  });
});

describe("rewards of many slots", () => {
  it("are added to what is there, and leave the chunk that was", () => {
    const before = REWARD_CHUNK.put(REWARD_CHUNK.empty(), 5, 7n);
    const after = addRewards(before, [0, 5, 255], [1n, 2n, 2n ** 63n]);
    expect(REWARD_CHUNK.at(after, 0)).to.equal(1n);
    expect(REWARD_CHUNK.at(after, 5)).to.equal(9n);
    expect(REWARD_CHUNK.at(after, 255)).to.equal(2n ** 63n);
    expect(REWARD_CHUNK.at(before, 5)).to.equal(7n);
  });

  it("are no more than a uint64", () => {
    const full = REWARD_CHUNK.put(REWARD_CHUNK.empty(), 3, 2n ** 64n - 1n);
    expect(() => addRewards(full, [3], [1n])).to.throw("rewards are a uint64");
    expect(() => addRewards(full.slice(1), [3], [1n])).to.throw("256 entries");
  });
});
