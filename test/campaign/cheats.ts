/**
 * Every cheat on a real network of eight operators with the real model: how it was found, what it
 * cost, what the user got. Then three operators, where disputes end in a refund.
 */
import { type ChildEngine, openEngine } from "../../cmd/aegis-resource/engine/engine.ts";
import { realModel } from "../kit/realModel.ts";
import { Arena } from "../kit/scenario/arena.ts";
import { RULES, type Scenario, SCENARIOS, STAKES, WORK_SCORES } from "../kit/scenario/list.ts";
import { cells, COLUMNS, type Row } from "../kit/scenario/row.ts";
import { complaints, perform } from "../kit/scenario/run.ts";
import { ScratchFolder } from "../kit/tinyModelFile.ts";
import type { Campaign, Report } from "./report.ts";

/** Scenarios on one network: each costs its cheater up to half of its stake. */
const PER_NETWORK = 12;
/** Slots that cheat in one scenario or another. */
const CHEATERS = 3;
/** Times that a cheat is tried until it gives another answer than an honest node. */
const TRIES = 3;

/** What a campaign has found so far. */
interface Findings {
  readonly lines: string[];
  readonly complaints: string[];
  rows: number;
  honestSlashes: number;
}

async function run(report: Report, args: readonly string[]): Promise<void> {
  const chosen = SCENARIOS.filter(({ cheat }) => args.length === 0 || args.includes(cheat));
  const scratch = new ScratchFolder();
  const engine = await openEngine({ modelPath: await realModel() });
  const found: Findings = { lines: [], complaints: [], rows: 0, honestSlashes: 0 };
  try {
    for (let at = 0; at < chosen.length; at += PER_NETWORK) {
      const part = chosen.slice(at, at + PER_NETWORK);
      await onNetwork(report, part, { engine, folder: scratch.path }, found);
    }
  } finally {
    await engine.close();
    scratch.remove();
  }
  report.figure("scenarios played", found.rows);
  report.figure("honest nodes slashed", found.honestSlashes);
  report.note(table(found.lines));
  if (found.complaints.length > 0) throw new Error(found.complaints.join("; "));
}

async function onNetwork(
  report: Report,
  scenarios: readonly Scenario[],
  { engine, folder }: { readonly engine: ChildEngine; readonly folder: string },
  found: Findings,
): Promise<void> {
  const say = (line: string): void => report.progress(line);
  const changes = { rules: RULES, stakes: STAKES, workScores: WORK_SCORES };
  const options = { name: "eight", say, changes, cheaters: CHEATERS, weights: folder };
  const arena = await Arena.open(options);
  try {
    for (const scenario of scenarios) {
      report.progress(`cheat ${scenario.cheat}`);
      const row = await tried(arena, engine, scenario, say);
      const wrong = complaints(scenario, row, arena);
      for (const one of wrong) report.progress(`WRONG: ${one}`);
      found.complaints.push(...wrong);
      found.lines.push(line(cells(row, arena.nameOf)));
      found.rows += 1;
      found.honestSlashes += row.honestSlashes;
    }
    if (arena.failures.length > 0) throw new Error(arena.failures.join("\n"));
  } finally {
    await arena.close();
  }
}

/** Plays a scenario until the cheat made a difference, a few times at most. */
async function tried(
  arena: Arena,
  engine: ChildEngine,
  scenario: Scenario,
  say: (line: string) => void,
): Promise<Row> {
  for (let left = TRIES; ; left -= 1) {
    const row = await perform(arena, engine, scenario, say);
    if (row.differed || left === 1) return row;
  }
}

function table(lines: readonly string[]): string {
  return [line(COLUMNS), line(COLUMNS.map(() => "---")), ...lines].join("\n");
}

function line(of: readonly string[]): string {
  return `| ${of.join(" | ")} |`;
}

/** `npm run campaign -- cheats [CHEAT…]`. */
export const campaign: Campaign = {
  name: "cheats",
  summary:
    "Every cheat on a real network of eight operators with the real model: found, slashed, and " +
    "the user answered or refunded.",
  run,
};
