/** A fixed number of inputs to every decoder; `npm run campaign -- fuzz` gives many more. */
import { expect } from "chai";
import { Finding, fuzz } from "./run.ts";
import { FUZZ_TARGETS } from "./targets/index.ts";
import type { FuzzTarget } from "./target.ts";

const INPUTS = 2_000;
const SEED = 20_261_123;

describe("fuzzed decoders", () => {
  for (const [name, make] of Object.entries(FUZZ_TARGETS)) {
    it(`bear ${name}`, async () => {
      const target = await make();
      const { accepted, refused } = await fuzz(target, Math.ceil(INPUTS * target.share), SEED);
      target.close?.();
      expect(target.name).to.equal(name);
      expect(accepted).to.be.at.least(target.seeds.length);
      expect(refused).to.be.greaterThan(0);
    });
  }

  it("find a decoder that does not bear an input, and say which", async () => {
    const canary: FuzzTarget = {
      name: "canary",
      promise: "none",
      seeds: [new Uint8Array([1, 2, 3, 4])],
      share: 1,
      run: (input) => {
        if (input.length < 3) throw new TypeError("sings");
        return "accepted";
      },
    };
    const found = await fuzz(canary, INPUTS, SEED).catch((error: unknown) => error);
    expect(found).to.be.instanceOf(Finding);
    expect(`${found}`).to.match(/canary, seed 20261123.*sings/s);
  });

  it("make the same inputs of the same seed", async () => {
    const seen = async (seed: number): Promise<string[]> => {
      const inputs: string[] = [];
      const run = (input: Uint8Array): "accepted" => {
        inputs.push(Buffer.from(input).toString("hex"));
        return "accepted";
      };
      await fuzz({ name: "", promise: "", seeds: [new Uint8Array(40)], share: 1, run }, 50, seed);
      return inputs;
    };
    expect(await seen(1)).to.deep.equal(await seen(1));
    expect(await seen(1)).not.to.deep.equal(await seen(2));
  });
});
