/** Rotations of the committee: bounds for any input, and draws that follow power alone. */
import { expect } from "chai";
import fc from "fast-check";
import { utf8 } from "../../../app/lib/bytes.ts";
import { hashWords } from "../../../app/lib/draw.ts";
import { rotate } from "../../../modules/staking/rotation.ts";

const rotations = fc
  .record({
    powers: fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 1, maxLength: 60 }),
    size: fc.integer({ min: 1, max: 20 }),
    changes: fc.integer({ min: 0, max: 20 }),
    picks: fc.array(fc.nat(), { maxLength: 25 }),
    seed: fc.string(),
  })
  .map(({ powers, picks, seed, ...rest }) => ({
    ...rest,
    powers,
    seats: [...new Set(picks.map((pick) => pick % powers.length))],
    words: () => hashWords(utf8(seed)),
  }));

describe("a rotation", () => {
  it("changes no more than it may, and ends with different slots in order", () => {
    fc.assert(
      fc.property(rotations, ({ words, ...rotation }) => {
        const next = rotate(rotation, words());
        const before = new Set(rotation.seats);
        expect(next).to.deep.equal([...new Set(next)].sort((a, b) => a - b));
        const added = next.filter((slot) => !before.has(slot));
        expect(added.length).to.be.at.most(rotation.changes);
        for (const slot of added) expect(rotation.powers[slot]).to.not.equal(0);
        expect(rotate(rotation, words()), "the same words").to.deep.equal(next);
      }),
    );
  });

  it("is never empty, never above its size, and as large as candidates and changes allow", () => {
    fc.assert(
      fc.property(rotations, ({ words, ...rotation }) => {
        const { seats, powers, size, changes } = rotation;
        const next = rotate(rotation, words());
        const able = powers.filter((power) => power > 0).length;
        expect(next.length).to.be.at.most(size);
        if (seats.length > 0 || (able > 0 && changes > 0)) expect(next).to.not.deep.equal([]);
        // Whoever may not stay is replaced before a seat is added.
        const due = seats.filter((slot) => powers[slot] === 0).length;
        const others = able - (seats.length - due);
        const more = Math.max(0, Math.min(changes, others) - due);
        expect(next.length).to.be.at.least(Math.min(size, seats.length + more));
      }),
    );
  });

  it("keeps who may not stay only for want of others", () => {
    fc.assert(
      fc.property(rotations, ({ words, ...rotation }) => {
        const { powers, changes } = rotation;
        const next = rotate(rotation, words());
        const kept = next.filter((slot) => powers[slot] === 0);
        if (kept.length === 0) return;
        const able = powers.filter((power) => power > 0).length;
        const added = next.filter((slot) => !rotation.seats.includes(slot)).length;
        const others = next.length - kept.length;
        expect(added === changes || others === able, "nobody else could come").to.equal(true);
      }),
    );
  });

  it("drops who may not stay, and then by lot, when there are too many seats", () => {
    const powers = [1, 1, 1, 0, 0, 1];
    const next = rotate(
      { seats: [0, 1, 2, 3, 4], powers, size: 2, changes: 0 },
      hashWords(utf8("")),
    );
    expect(next).to.have.lengthOf(2);
    for (const slot of next) expect([0, 1, 2]).to.include(slot);
  });

  it("seats slots by power alone: a chi-square test at a fixed seed", () => {
    const powers = Array.from({ length: 40 }, (_, slot) => 1 + ((slot * 7) % 10));
    const total = powers.reduce((sum, power) => sum + power, 0);
    const seen = powers.map(() => 0);
    const draws = 20_000;
    for (let epoch = 0; epoch < draws; epoch += 1) {
      const words = hashWords(utf8(`fair ${epoch}`));
      const [slot] = rotate({ seats: [], powers, size: 1, changes: 1 }, words);
      seen[slot as number] = (seen[slot as number] as number) + 1;
    }
    let chiSquare = 0;
    for (const [slot, power] of powers.entries()) {
      const expected = (draws * power) / total;
      chiSquare += ((seen[slot] as number) - expected) ** 2 / expected;
    }
    // 39 degrees of freedom: 72.1 is exceeded once in a thousand times.
    expect(chiSquare).to.be.below(72.1);
  });

  it("gives each slot its share of seats in the long run, whatever its place", () => {
    const powers = [...Array.from({ length: 30 }, () => 2), ...Array.from({ length: 30 }, () => 2)];
    const seen = powers.map(() => 0);
    let seats: number[] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];
    const epochs = 6_000;
    for (let epoch = 0; epoch < epochs; epoch += 1) {
      seats = rotate({ seats, powers, size: 10, changes: 5 }, hashWords(utf8(`long ${epoch}`)));
      for (const slot of seats) seen[slot] = (seen[slot] as number) + 1;
    }
    // Epochs hang together, so this is about bias, not about chance.
    for (const count of seen) expect(count / epochs).to.be.closeTo(1 / 6, 0.03);
  });
});
