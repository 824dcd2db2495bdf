/** Committees: the draw is fair at fixed seeds, and every bound holds over many epochs. */
import { assert } from "../../app/lib/assert.ts";
import {
  DEVIATION_MAX,
  type Fit,
  fitByPlace,
  fitByPower,
  fitOfSets,
} from "../modules/staking/fairness.ts";
import { playRotations } from "../modules/staking/rotations.ts";
import { type Campaign, type Report, table } from "./report.ts";

const SEEDS: readonly number[] = [1, 2, 3, 5, 8, 13, 21, 34, 55, 89];
const DRAWS = 100_000;
const DRAWS_OF_ALL = 10_000;
const EPOCHS = 200;
const EPOCHS_OF_ALL = 20;
const SIZES: readonly number[] = [1, 2, 3, 99, 100, 101, 1_000, 48_000];
const ALL = 48_000;

/** All statistics; `share` makes them smaller for a quick look. */
function* fits(share: number): Generator<Fit> {
  const draws = Math.max(1_000, Math.trunc(DRAWS * share));
  for (const seed of SEEDS) {
    yield fitByPower(40, draws, seed);
    yield fitByPlace(100, 10, Math.trunc(draws / 10), seed);
    yield fitOfSets(draws, seed);
  }
  yield fitByPower(1_000, draws, 1);
  yield fitByPower(ALL, Math.max(500, Math.trunc(DRAWS_OF_ALL * share)), 1);
}

async function run(report: Report, args: readonly string[]): Promise<void> {
  const share = Number(args[0] ?? 1);
  const rows: string[][] = [];
  for (const { name, draws, freedom, chiSquare, deviation } of fits(share)) {
    report.progress(`${name}: chi-square ${chiSquare.toFixed(1)} of ${freedom}`);
    assert(deviation < DEVIATION_MAX, `${name}: ${deviation.toFixed(1)} deviations too many`);
    rows.push([name, `${draws}`, `${freedom}`, chiSquare.toFixed(1), deviation.toFixed(2)]);
  }
  report.figure("tests of fit passed", rows.length);
  const committees: string[][] = [];
  for (const validators of SIZES) {
    const full = validators === ALL ? EPOCHS_OF_ALL : EPOCHS;
    const epochs = Math.max(3, Math.trunc(full * share));
    const play = playRotations({ validators, epochs, seed: 1, faults: validators > 101 });
    report.progress(`${validators} validators: ${epochs} epochs`);
    committees.push([
      `${validators}`,
      `${epochs}`,
      `${play.seats}`,
      `${play.seated}`,
      `${play.mostJoined}`,
      `${play.mostChangedPercent}`,
      `${play.epochsWithUpdates}`,
    ]);
  }
  report.note("Statistics are to be near their degrees of freedom; 4 deviations above fail.");
  report.note(table(["draw", "draws", "freedom", "chi-square", "deviations"], rows));
  report.note(
    "Committees of a whole application; updates go through CometBFT's rules. With more than 101 " +
      "validators a member in every fourth epoch is found to have signed twice.",
  );
  const columns = ["validators", "epochs", "seats", "seated", "most joined", "most % changed"];
  report.note(table([...columns, "epochs with updates"], committees));
}

/** `npm run campaign -- committee [SHARE]`. */
export const campaign: Campaign = {
  name: "committee",
  summary: "Seats go by power alone, and what CometBFT is told keeps all bounds.",
  run,
};
