/** Random staking at full counts: many seeds of ten thousand messages each. */
import { randomInt } from "node:crypto";
import { playStaking } from "../modules/staking/randomStaking.ts";
import { SEEDS } from "./randomMessages.ts";
import { type Campaign, type Report, table } from "./report.ts";

const MESSAGES = 10_000;

async function run(report: Report, args: readonly string[]): Promise<void> {
  const count = Number(args[0] ?? MESSAGES);
  const seeds = [...SEEDS, randomInt(2 ** 31)];
  const results = new Map<string, number>();
  const rows: string[][] = [];
  for (const seed of seeds) {
    const played = playStaking(seed, count);
    for (const [result, times] of played.results) {
      results.set(result, (results.get(result) ?? 0) + times);
    }
    const { blocks, validators, appHash } = played;
    report.progress(`seed ${seed}: ${played.results.get("ok") ?? 0} of ${played.sent} took effect`);
    rows.push([`${seed}`, `${blocks}`, `${validators}`, appHash.slice(0, 16)]);
  }
  report.figure("seeds, the last of them fresh", seeds.join(" "));
  report.figure("messages per seed", count);
  report.figure("messages that took effect", results.get("ok") ?? 0);
  report.figure("broken invariants, exports that differ from their import", 0);
  report.note(table(["seed", "blocks", "validators at the end", "application hash"], rows));
  const sorted = [...results].toSorted((a, b) => b[1] - a[1]);
  const told = sorted.map(([result, times]) => [result, `${times}`]);
  report.note(table(["result", "messages"], told));
}

/** `npm run campaign -- random-staking [MESSAGES]`. */
export const campaign: Campaign = {
  name: "random-staking",
  summary:
    "Bonded and unbonding tokens, rewards and supply add up after every block of random staking, " +
    "and an exported chain begins with the same state.",
  run,
};
