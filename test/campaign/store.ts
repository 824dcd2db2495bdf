/** The state file: many kills of a committing process, and many random histories. */
import { checkHistories } from "../app/store/histories.ts";
import { killRepeatedly, randomDeaths } from "../app/store/kills.ts";
import type { Campaign, Report } from "./report.ts";

const KILLS = 200;
const HISTORIES = 1_000;

async function run(report: Report, args: readonly string[]): Promise<void> {
  const kills = Number(args[0] ?? KILLS);
  const histories = Number(args[1] ?? HISTORIES);
  report.progress(`killing a committing process ${kills} times`);
  const height = await killRepeatedly(randomDeaths(kills, 1));
  report.figure("kills -9 survived", kills);
  report.figure("commits among them", height);
  report.progress(`running ${histories} random histories against plain maps`);
  checkHistories(histories);
  report.figure("random histories as in plain maps", histories);
  report.note(
    "After each kill the file held the last commit with the right app hash, and all kept versions.",
  );
}

/** `npm run campaign -- store [KILLS] [HISTORIES]`. */
export const campaign: Campaign = {
  name: "store",
  summary: "The state file survives kill -9 at any moment and holds what plain maps hold.",
  run,
};
