/** Runs one target over its seeds and a number of inputs made from them. */
import { hex } from "../../app/lib/bytes.ts";
import { Prng } from "../kit/prng.ts";
import { mutate } from "./mutate.ts";
import type { FuzzTarget } from "./target.ts";

/** Bytes of a finding that its message shows. */
const SHOWN_BYTES = 2_000;
/** Accepted inputs that lend pieces to later ones, beside the seeds. */
const KEPT_MAX = 64;

/** What a run has done. */
export interface FuzzCounts {
  readonly inputs: number;
  readonly accepted: number;
  readonly refused: number;
  /** The longest that one input took. */
  readonly slowestMs: number;
}

/** An input that a decoder did not bear. */
export class Finding extends Error {
  override readonly name = "Finding";

  constructor(target: string, seed: number, index: number, input: Uint8Array, cause: unknown) {
    const reason = cause instanceof Error ? (cause.stack ?? cause.message) : String(cause);
    const shown = hex(input.subarray(0, SHOWN_BYTES));
    super(
      `${target}, seed ${seed}, input ${index} of ${input.length} bytes: ${reason}\n` +
        `input: ${shown}${input.length > SHOWN_BYTES ? "…" : ""}`,
      { cause },
    );
  }
}

/**
 * Gives `count` mutated inputs to `target`, after its seeds. The same `seed` makes the same inputs.
 * @throws Finding for the first input that it does not bear.
 */
export async function fuzz(target: FuzzTarget, count: number, seed: number): Promise<FuzzCounts> {
  const random = new Prng(seed);
  const pool = [...target.seeds];
  let accepted = 0;
  let slowestMs = 0;
  const give = async (input: Uint8Array, index: number, isSeed: boolean): Promise<void> => {
    const start = performance.now();
    try {
      const made = target.run(input, isSeed);
      const outcome = typeof made === "string" ? made : await made;
      if (isSeed && outcome !== "accepted") throw new Error("a valid input is refused");
      if (outcome === "accepted") {
        accepted += 1;
        const at = target.seeds.length + random.below(KEPT_MAX);
        if (!isSeed) pool[Math.min(at, pool.length)] = input;
      }
    } catch (error) {
      throw new Finding(target.name, seed, index, input, error);
    }
    slowestMs = Math.max(slowestMs, performance.now() - start);
  };
  for (const [index, input] of target.seeds.entries()) await give(input, index, true);
  for (let index = 0; index < count; index += 1) {
    const one = pool[random.below(pool.length)] as Uint8Array;
    const other = pool[random.below(pool.length)] as Uint8Array;
    await give(mutate(one, other, random), target.seeds.length + index, false);
  }
  const inputs = target.seeds.length + count;
  return { inputs, accepted, refused: inputs - accepted, slowestMs };
}
