/** Candidate lists survive the way between the engine's processes to the last bit. */
import { expect } from "chai";
import fc from "fast-check";
import { packCandidates, unpackCandidates } from "../../../../cmd/aegis-resource/engine/packed.ts";

/** One to nine lists of one length, with whatever numbers. */
const lists = fc.integer({ min: 1, max: 130 }).chain((size) => {
  const exactly = { minLength: size, maxLength: size };
  const list = fc.record({
    ids: fc.uint32Array(exactly),
    logits: fc.float32Array({ ...exactly, noNaN: true }),
  });
  return fc.array(list, { minLength: 1, maxLength: 9 });
});

describe("packed candidates", () => {
  it("are the lists again, each with arrays of its own", () => {
    fc.assert(
      fc.property(lists, (all) => {
        const again = unpackCandidates(packCandidates(all));
        expect(again).to.deep.equal(all);
        for (const { ids, logits } of again) {
          expect([ids.buffer.byteLength, logits.buffer.byteLength]).to.deep.equal([
            ids.byteLength,
            logits.byteLength,
          ]);
        }
      }),
    );
  });

  it("refuse lists of different lengths", () => {
    const list = (size: number) => ({ ids: new Uint32Array(size), logits: new Float32Array(size) });
    expect(() => packCandidates([list(3), list(2)])).to.throw("one length");
  });
});
