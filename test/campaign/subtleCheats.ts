/**
 * Cheats that one prefill of a short answer finds only sometimes, at the protocol's own audit rate:
 * what share of them is found, and by what.
 */
import { type ChildEngine, openEngine } from "../../cmd/aegis-resource/engine/engine.ts";
import { State } from "../../proto/gen/aegis/tasks/v1/tasks.ts";
import { realModel } from "../kit/realModel.ts";
import { Arena } from "../kit/scenario/arena.ts";
import { RULES, type Scenario, STAKES, SUBTLE, WORK_SCORES } from "../kit/scenario/list.ts";
import type { Row } from "../kit/scenario/row.ts";
import { performTogether } from "../kit/scenario/run.ts";
import { ScratchFolder } from "../kit/tinyModelFile.ts";
import { type Campaign, type Report, table } from "./report.ts";

/** One result in twenty, in millionths. */
const AUDIT_RATE = 50_000;
const ROUNDS = 4;
/** Tasks side by side: more would keep the cheater from being first. */
const TASKS = 2;
const CHEATERS = 3;

const COLUMNS = [
  "cheat",
  "wrong answers",
  "found by the cheap check",
  "found by an audit",
  "found by a challenge",
  "became final",
];

async function run(report: Report, args: readonly string[]): Promise<void> {
  const rounds = Number(args[0] ?? ROUNDS);
  const scratch = new ScratchFolder();
  const engine = await openEngine({ modelPath: await realModel() });
  const changes = { rules: RULES, stakes: STAKES, workScores: WORK_SCORES };
  const say = (line: string): void => report.progress(line);
  const options = { name: "eight", changes, cheaters: CHEATERS, weights: scratch.path, say };
  let arena: Arena | undefined;
  try {
    arena = await Arena.open(options);
    const lines: string[][] = [];
    const all: Row[] = [];
    for (const scenario of SUBTLE) {
      const rows = await played(report, arena, engine, scenario, rounds);
      all.push(...rows);
      lines.push(cellsOf(scenario.cheat, rows));
    }
    const honestSlashes = all.reduce((total, row) => total + row.honestSlashes, 0);
    report.figure("tasks", all.length);
    report.figure("audit rate", "1 in 20");
    report.figure("honest nodes slashed", honestSlashes);
    report.note(table(COLUMNS, lines));
    if (honestSlashes > 0) throw new Error("an honest node was slashed");
  } finally {
    await arena?.close();
    await engine.close();
    scratch.remove();
  }
}

async function played(
  report: Report,
  arena: Arena,
  engine: ChildEngine,
  scenario: Scenario,
  rounds: number,
): Promise<Row[]> {
  const rows: Row[] = [];
  for (let round = 1; round <= rounds; round += 1) {
    report.progress(`cheat ${scenario.cheat}, round ${round} of ${rounds}`);
    const asked = { ...scenario, rules: { audit_rate: AUDIT_RATE } };
    rows.push(...(await performTogether(arena, engine, asked, TASKS)));
  }
  return rows;
}

function cellsOf(cheat: string, rows: readonly Row[]): string[] {
  const wrong = rows.filter((row) => row.differed);
  const count = (is: (row: Row) => boolean): string => `${wrong.filter(is).length}`;
  const isFoundBy = (who: string) => (row: Row) => row.found.some((one) => one.startsWith(who));
  return [
    cheat,
    `${wrong.length}`,
    count(isFoundBy("cheap check")),
    count(isFoundBy("audit")),
    count(isFoundBy("challenge")),
    count(({ state, isRight }) => state === State.STATE_FINAL && isRight === false),
  ];
}

/** `npm run campaign -- subtle-cheats [ROUNDS]`. */
export const campaign: Campaign = {
  name: "subtle-cheats",
  summary:
    "Cheats that a prefill of a short answer finds only sometimes, with one result in twenty " +
    "audited: the observed share.",
  run,
};
