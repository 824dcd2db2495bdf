/** One validator killed again and again, at named points and at any moment, before a witness. */
import { sufferDiskFaults } from "../kit/faultyDisk.ts";
import { KilledValidator, type NodeDeath } from "../kit/killedValidator.ts";
import { KILL_POINTS } from "../kit/killPlan.ts";
import { Prng } from "../kit/prng.ts";
import type { Campaign, Report } from "./report.ts";

const KILLS = 200;
const DELAY_MS_MAX = 1_500;
/** Blocks that a validator makes before the point of its death, at most. */
const BLOCKS_MAX = 3;
const PARTS = ["all", "application", "cometbft"] as const;

/** Every second one at a named point, each of them in turn. */
function deathOf(index: number, random: Prng): NodeDeath {
  const point = KILL_POINTS[(index >> 1) % KILL_POINTS.length];
  if (index % 2 === 0 && point !== undefined) {
    return { point, count: 1 + random.below(BLOCKS_MAX) };
  }
  const part = PARTS[random.below(PARTS.length)] ?? "all";
  return { part, delayMs: random.below(DELAY_MS_MAX) };
}

async function run(report: Report, args: readonly string[]): Promise<void> {
  const kills = Number(args[0] ?? KILLS);
  const seed = Number(args[1] ?? 1);
  const random = new Prng(seed);
  const disk = sufferDiskFaults();
  report.figure("full disk: the store says", `${disk.full} at height ${disk.heightWhenFull}`);
  report.figure("read-only disk: the store says", disk.readOnly);
  report.figure("height after both, with more room", disk.heightAtEnd);
  if (disk.full !== "disk_full" || disk.readOnly !== "read_only") throw new Error("wrong names");
  const validator = await KilledValidator.start((line) => report.progress(line));
  try {
    const counts = new Map<string, number>();
    for (let i = 0; i < kills; i += 1) {
      const death = deathOf(i, random);
      const name = "point" in death ? death.point : `any moment, ${death.part}`;
      report.progress(`${i + 1} of ${kills}: ${name}`);
      counts.set(name, (counts.get(name) ?? 0) + 1);
      await validator.die(death);
    }
    const { height, heights, disagreements, doubleSigners } = await validator.judge();
    report.figure("seed", seed);
    report.figure("kill -9 of the only validator", kills);
    for (const [name, count] of counts) report.figure(`of these: ${name}`, count);
    report.figure("transactions handed over", validator.sent);
    report.figure("height reached", height);
    report.figure("heights at which the app hash was compared with the witness", heights);
    report.figure("disagreements", disagreements.length);
    report.figure("validators convicted of signing twice", doubleSigners);
    if (doubleSigners > 0) throw new Error("the validator has signed twice");
    if (disagreements.length > 0) throw new Error(disagreements.slice(0, 3).join("; "));
  } finally {
    await validator.close();
  }
}

/** `npm run campaign -- kills [KILLS] [SEED]`. */
export const campaign: Campaign = {
  name: "kills",
  summary:
    "A validator killed with -9 at any moment, and at every named point between FinalizeBlock " +
    "and Commit, comes back to the app hashes of a node that was never disturbed.",
  run,
};
