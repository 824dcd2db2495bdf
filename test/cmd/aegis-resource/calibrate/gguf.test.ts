/** The model files that tests make are only as good as this reader, writer and rounding. */
import { expect } from "chai";
import fc from "fast-check";
import { equalBytes } from "../../../../app/lib/bytes.ts";
import {
  type GgufValue,
  readGguf,
  tensorBytes,
  writeGguf,
} from "../../../../cmd/aegis-resource/calibrate/gguf.ts";
import {
  asQ40,
  withNoise,
  withoutLayers,
} from "../../../../cmd/aegis-resource/calibrate/weights.ts";
import { dequantise, quantise, toHalf } from "../../../../cmd/aegis-resource/calibrate/quants.ts";
import { Prng } from "../../../kit/prng.ts";
import { tinyGguf, tinyModel } from "../../../kit/tinyGguf.ts";

const QUANTISED = ["Q8_0", "Q4_1", "Q4_0"] as const;

function weights(seed: number, length = 256): Float32Array {
  const random = new Prng(seed);
  return Float32Array.from({ length }, () => random.normal());
}

/** Root mean square of the difference. */
function distance(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (const [at, weight] of a.entries()) sum += (weight - (b[at] as number)) ** 2;
  return Math.sqrt(sum / a.length);
}

describe("a GGUF file", () => {
  it("is the same after it is read and written", () => {
    const file = tinyGguf({ type: "Q4_1" });
    expect(equalBytes(writeGguf(readGguf(file)), file)).to.equal(true);
  });

  it("keeps every kind of metadata", () => {
    const values: GgufValue[] = [
      { kind: "u8", value: 200 },
      { kind: "i8", value: -100 },
      { kind: "u16", value: 60_000 },
      { kind: "i16", value: -30_000 },
      { kind: "u32", value: 4_000_000_000 },
      { kind: "i32", value: -2_000_000_000 },
      { kind: "f32", value: 0.5 },
      { kind: "f64", value: 0.1 },
      { kind: "bool", value: true },
      { kind: "u64", value: 2n ** 64n - 1n },
      { kind: "i64", value: -(2n ** 63n) },
      { kind: "string", value: "ünï" },
      { kind: "array", of: "string", value: ["a", ""] },
    ];
    const metadata = new Map(values.map((value, at) => [`key ${at}`, value]));
    expect(readGguf(writeGguf({ metadata, tensors: [] })).metadata).to.deep.equal(metadata);
  });

  it("is refused when it is another format or ends too early", () => {
    const file = tinyGguf();
    expect(() => readGguf(new Uint8Array(64))).to.throw(RangeError);
    for (const length of [3, 20, 500, file.length - 64]) {
      expect(() => readGguf(file.slice(0, length)), `${length}`).to.throw(RangeError);
    }
  });

  it("is made the same by the same options, and another by another seed", () => {
    expect(equalBytes(tinyGguf(), tinyGguf())).to.equal(true);
    expect(equalBytes(tinyGguf({ seed: 2 }), tinyGguf())).to.equal(false);
  });
});

describe("quantised weights", () => {
  for (const [type, limit] of [
    ["Q8_0", 0.008],
    ["Q4_1", 0.12],
    ["Q4_0", 0.16],
  ] as const) {
    it(`are near the originals in ${type}, and stay what they are when rounded again`, () => {
      const original = weights(3);
      const data = quantise(original, type);
      expect(data.length).to.equal(tensorBytes([256], type));
      const rounded = dequantise(data, type);
      expect(distance(original, rounded)).to.be.above(0).and.below(limit);
      expect(distance(dequantise(quantise(rounded, type), type), rounded)).to.be.below(2e-3);
    });
  }

  it("are exact where the type can hold them", () => {
    const steps = Float32Array.from({ length: 32 }, (_, at) => ((at % 16) - 8) / 4);
    for (const type of ["Q4_0", "Q4_1"] as const) {
      expect(dequantise(quantise(steps, type), type)).to.deep.equal(steps);
    }
    const bytes = Float32Array.from({ length: 32 }, (_, at) => (at * 8 - 127) / 8);
    expect(dequantise(quantise(bytes, "Q8_0"), "Q8_0")).to.deep.equal(bytes);
  });

  it("are zero for zeros in every type", () => {
    const zeros = new Float32Array(64);
    for (const type of QUANTISED) {
      expect(distance(dequantise(quantise(zeros, type), type), zeros)).to.equal(0);
    }
  });

  it("store float16 to the nearest, ties to even", () => {
    const cases: [number, number][] = [
      [0, 0],
      [1, 0x3c00],
      [-2, 0xc000],
      [65_504, 0x7bff],
      [2 ** -24, 1],
      [2 ** -14, 0x0400],
      [1 + 2 ** -11, 0x3c00],
      [1 + 3 * 2 ** -11, 0x3c02],
      [2 - 2 ** -12, 0x4000],
    ];
    for (const [value, bits] of cases) expect(toHalf(value), `${value}`).to.equal(bits);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 0x7bff }), (bits) => {
        const half = Uint8Array.of(bits & 255, bits >> 8);
        expect(toHalf(dequantise(half, "F16")[0] as number)).to.equal(bits);
      }),
    );
  });
});

describe("dishonest copies", () => {
  const honest = tinyModel({ type: "Q4_1" });

  it("have all Q4_1 weights rounded to Q4_0, and nothing else changed", () => {
    const cheat = asQ40(honest);
    for (const [at, tensor] of honest.tensors.entries()) {
      const other = cheat.tensors[at] as typeof tensor;
      if (tensor.type === "Q4_1") expect(other.type).to.equal("Q4_0");
      else expect(other).to.equal(tensor);
    }
    expect(writeGguf(cheat).length).to.be.below(writeGguf(honest).length);
  });

  it("have one layer pass its input on", () => {
    const cheat = withoutLayers(honest, [1]);
    const changed = cheat.tensors.filter((tensor, at) => tensor !== honest.tensors[at]);
    expect(changed.map(({ name }) => name)).to.have.members([
      "blk.1.attn_output.weight",
      "blk.1.ffn_down.weight",
    ]);
    for (const { data, type } of changed) {
      expect(dequantise(data, type).every((weight) => weight === 0)).to.equal(true);
    }
    expect(() => withoutLayers(honest, [2])).to.throw("blocks 2");
  });

  it("have noise of the size that was asked for", () => {
    const cheat = withNoise(honest, 0.02, 7);
    const at = honest.tensors.findIndex(({ name }) => name === "blk.0.ffn_up.weight");
    const before = dequantise((honest.tensors[at] as (typeof honest.tensors)[0]).data, "Q4_1");
    const after = dequantise((cheat.tensors[at] as (typeof honest.tensors)[0]).data, "Q8_0");
    const size = distance(before, new Float32Array(before.length));
    expect(distance(before, after) / size).to.be.within(0.017, 0.023);
  });
});
