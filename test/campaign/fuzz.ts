/** Mutated inputs to every decoder of outside bytes, at full count. */
import { fuzz } from "../fuzz/run.ts";
import { FUZZ_TARGETS } from "../fuzz/targets/index.ts";
import { type Campaign, type Report, table } from "./report.ts";

const INPUTS = 200_000;
/** Inputs between two lines of progress. */
const SLICE = 20_000;

async function run(report: Report, args: readonly string[]): Promise<void> {
  const inputs = Number(args[0] ?? INPUTS);
  const firstSeed = Number(args[1] ?? 1);
  const rows: string[][] = [];
  for (const [name, make] of Object.entries(FUZZ_TARGETS)) {
    let [given, wanted, accepted, slowestMs, promise] = [0, 1, 0, 0, ""];
    for (let seed = firstSeed; given < wanted; seed += 1) {
      // A new one for each seed: some remember what they were given.
      const target = await make();
      wanted = Math.ceil(inputs * target.share);
      promise = target.promise;
      const counts = await fuzz(target, Math.min(SLICE, wanted - given), seed);
      target.close?.();
      given += counts.inputs;
      accepted += counts.accepted;
      slowestMs = Math.max(slowestMs, counts.slowestMs);
      report.progress(`${name}: ${given} of ${wanted}`);
    }
    rows.push([name, `${given}`, `${accepted}`, slowestMs.toFixed(1), promise]);
  }
  report.figure("inputs to a fast target", inputs);
  report.figure("first seed", firstSeed);
  report.figure("findings", 0);
  report.note(table(["target", "inputs", "accepted", "slowest ms", "promise"], rows));
}

/** `npm run campaign -- fuzz [INPUTS] [SEED]`. */
export const campaign: Campaign = {
  name: "fuzz",
  summary: "No mutated input makes a decoder do anything but accept it or refuse it by name.",
  run,
};
