/** Records: their bytes, their order, and the reuse of freed ones. */
import { expect } from "chai";
import fc from "fast-check";
import { compareBytes, hex } from "../../../app/lib/bytes.ts";
import { keyHead } from "../../../app/store/keyHead.ts";
import { Slab } from "../../../app/store/slab.ts";

const key = fc.uint8Array({ minLength: 1, maxLength: 6 });
const pair = fc.tuple(key, fc.uint8Array({ minLength: 1, maxLength: 600 }));

describe("Slab", () => {
  it("keeps every pair while others come and go", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(pair, fc.boolean())), (steps) => {
        const slab = new Slab();
        const held = new Map<number, readonly [Uint8Array, Uint8Array]>();
        for (const [[k, v], releaseOne] of steps) {
          const record = slab.add(k, v);
          expect(held.has(record)).to.equal(false);
          held.set(record, [k, v]);
          const first = [...held.keys()][0];
          if (releaseOne && first !== undefined) {
            slab.release(first);
            held.delete(first);
          }
          for (const [at, [heldKey, heldValue]] of held) {
            expect(hex(slab.key(at))).to.equal(hex(heldKey));
            expect(hex(slab.value(at))).to.equal(hex(heldValue));
          }
        }
        for (const record of held.keys()) slab.release(record);
        expect(slab.unitsUsed).to.equal(0);
      }),
    );
  });

  it("uses freed records again, and starts a new chunk where the last is full", () => {
    const slab = new Slab();
    const value = new Uint8Array(9 * 1_024 * 1_024).fill(3);
    const records = [1, 2, 3, 4].map((n) => slab.add(new Uint8Array([n]), value));
    for (const [i, record] of records.entries()) {
      expect(slab.key(record)).to.deep.equal(new Uint8Array([i + 1]));
      expect(slab.value(record)).to.have.length(value.length);
    }
    slab.release(records[1] as number);
    expect(slab.add(new Uint8Array([9]), value)).to.equal(records[1]);
  });

  it("orders keys by their bytes", () => {
    fc.assert(
      fc.property(key, key, (a, b) => {
        const slab = new Slab();
        const record = slab.add(a, new Uint8Array([1]));
        expect(Math.sign(slab.compare(record, b))).to.equal(Math.sign(compareBytes(a, b)));
        expect(slab.head(record)).to.equal(keyHead(a, 0, a.length));
      }),
    );
  });
});

describe("keyHead", () => {
  it("never contradicts the order of the keys", () => {
    fc.assert(
      fc.property(key, key, (a, b) => {
        const difference = keyHead(a, 0, a.length) - keyHead(b, 0, b.length);
        if (difference !== 0) {
          expect(Math.sign(difference)).to.equal(Math.sign(compareBytes(a, b)));
        }
      }),
    );
  });
});
