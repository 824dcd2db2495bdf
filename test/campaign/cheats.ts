/**
 * Every cheat on a real network of eight operators with the real model: how it was found, what it
 * cost, what the user got. Then three operators, where disputes end in a refund.
 */
import { type ChildEngine, openEngine } from "../../cmd/aegis-resource/engine/engine.ts";
import { State } from "../../proto/gen/aegis/tasks/v1/tasks.ts";
import { realModel } from "../kit/realModel.ts";
import { Arena, type ArenaOptions } from "../kit/scenario/arena.ts";
import {
  COMMITTEE_SCENARIOS,
  COMMITTEE_STAKES,
  RULES,
  type Scenario,
  SCENARIOS,
  STAKES,
  THREE_SCENARIO,
  THREE_SCORES,
  WORK_SCORES,
} from "../kit/scenario/list.ts";
import { cells, COLUMNS, type Row } from "../kit/scenario/row.ts";
import { complaints, perform } from "../kit/scenario/run.ts";
import { ScratchFolder } from "../kit/tinyModelFile.ts";
import { type Campaign, type Report, table } from "./report.ts";

/** Scenarios on one network: each costs its cheater up to half of its stake. */
const PER_NETWORK = 18;
/** Slots that cheat in one scenario or another. */
const CHEATERS = 3;
/** Times that a cheat is tried until it gives another answer than an honest node. */
const TRIES = 3;
/** A campaign on its way. */
interface Stage {
  readonly report: Report;
  readonly engine: ChildEngine;
  /** Where changed model files are kept. */
  readonly weights: string;
  readonly rows: Row[];
  readonly lines: string[][];
  readonly wrong: string[];
}

async function run(report: Report, args: readonly string[]): Promise<void> {
  const chosen = (all: readonly Scenario[]): Scenario[] =>
    all.filter(({ cheat }) => args.length === 0 || args.includes(cheat));
  const scratch = new ScratchFolder();
  const engine = await openEngine({ modelPath: await realModel() });
  const stage = { report, engine, weights: scratch.path, rows: [], lines: [], wrong: [] };
  try {
    const plain = chosen(SCENARIOS);
    for (let at = 0; at < plain.length; at += PER_NETWORK) {
      const some = plain.slice(at, at + PER_NETWORK);
      await onEight(stage, STAKES, (arena) => playAll(stage, arena, some));
    }
    const seated = chosen(COMMITTEE_SCENARIOS);
    if (seated.length > 0) {
      await onEight(stage, COMMITTEE_STAKES, (arena) => playAll(stage, arena, seated));
    }
    if (args.length === 0 || args.includes("three")) await onThree(stage);
  } finally {
    await engine.close();
    scratch.remove();
    tell(stage);
  }
  if (stage.wrong.length > 0) throw new Error(stage.wrong.join("; "));
}

function tell({ report, rows, lines }: Stage): void {
  report.figure("scenarios played", rows.length);
  const honestSlashes = rows.reduce((total, row) => total + row.honestSlashes, 0);
  report.figure("honest nodes slashed", honestSlashes);
  report.note(table(COLUMNS, lines));
}

async function onEight(
  stage: Stage,
  stakes: readonly number[],
  play: (arena: Arena) => Promise<unknown>,
): Promise<void> {
  const changes = { rules: RULES, stakes, workScores: WORK_SCORES };
  await onNetwork(stage, { name: "eight", changes, cheaters: CHEATERS }, play);
}

async function onNetwork(
  { report, weights }: Stage,
  options: Omit<ArenaOptions, "weights">,
  play: (arena: Arena) => Promise<unknown>,
): Promise<void> {
  const say = (line: string): void => report.progress(line);
  const arena = await Arena.open({ ...options, weights, say });
  try {
    await play(arena);
    if (arena.failures.length > 0) throw new Error(arena.failures.join("\n"));
  } finally {
    await arena.close();
  }
}

async function playAll(stage: Stage, arena: Arena, scenarios: readonly Scenario[]): Promise<void> {
  for (const scenario of scenarios) {
    const row = await tried(stage, arena, scenario);
    const wrong = complaints(scenario, row, arena);
    for (const one of wrong) stage.report.progress(`WRONG: ${one}`);
    stage.wrong.push(...wrong);
    keep(stage, arena, row);
  }
}

/** Plays a scenario until the cheat made a difference, a few times at most. */
async function tried({ report, engine }: Stage, arena: Arena, scenario: Scenario): Promise<Row> {
  for (let left = TRIES; ; left -= 1) {
    report.progress(`cheat ${scenario.cheat}`);
    const row = await perform(arena, engine, scenario, (line) => report.progress(line));
    if (row.differed || left === 1) return row;
  }
}

function keep({ rows, lines }: Stage, arena: Arena, row: Row): void {
  rows.push(row);
  lines.push(cells(row, arena.nameOf));
}

/** Three operators cannot judge each other: the user gets the money back, nobody is slashed. */
async function onThree(stage: Stage): Promise<void> {
  const changes = { rules: RULES, workScores: THREE_SCORES };
  await onNetwork(stage, { name: "single", changes, cheaters: 1 }, async (arena) => {
    const row = await tried(stage, arena, THREE_SCENARIO);
    keep(stage, arena, { ...row, cheat: `three operators, ${row.cheat}` });
    if (row.state === State.STATE_VOID && row.refunded > 0n && row.slashes.length === 0) return;
    stage.wrong.push("three operators: not VOID with a refund and without a slash");
  });
}

/** `npm run campaign -- cheats [CHEAT… | three]`. */
export const campaign: Campaign = {
  name: "cheats",
  summary:
    "Every cheat on a real network of eight operators with the real model: found, slashed, and " +
    "the user answered or refunded.",
  run,
};
