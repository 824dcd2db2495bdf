/** The demo of a cheater who is caught: its cast, its timeline in the terminal, its end. */
import { openEngine } from "../../cmd/aegis-resource/engine/engine.ts";
import type { Log } from "../../cmd/setup/log.mjs";
import { query } from "../../app/client/query.ts";
import { present } from "../../app/lib/assert.ts";
import { asi } from "../../localnet/report.ts";
import { Stopped, unlessStopped, watchForStop } from "../../localnet/stop.ts";
import { resultRevealed } from "../../modules/tasks/index.ts";
import { Query } from "../../proto/gen/aegis/tasks/v1/query.ts";
import { State } from "../../proto/gen/aegis/tasks/v1/tasks.ts";
import { cheatNamed } from "../kit/cheater/all.ts";
import { realModel } from "../kit/realModel.ts";
import { Arena, type Seen } from "../kit/scenario/arena.ts";
import { ask, EXECUTOR, RULES, type Scenario, WORK_SCORES } from "../kit/scenario/list.ts";
import type { Row } from "../kit/scenario/row.ts";
import { rowOf } from "../kit/scenario/run.ts";
import { storyLine } from "../kit/scenario/story.ts";
import { ScratchFolder } from "../kit/tinyModelFile.ts";

/** What to show. */
export interface SlashOptions {
  readonly cheat: string;
  readonly prompt: string;
}

/** Cheats of who answers, but not with the answer itself. */
const SILENT: readonly string[] = ["silent-result", "silent-fingerprint"];
const COOL = 300;
const INTERRUPTED = 130;

/** Shows it; resolves with the exit code when everything that it started has stopped. */
export async function showSlash(options: SlashOptions, log: Log): Promise<number> {
  const { about, result } = cheatNamed(options.cheat);
  if (result === undefined && !SILENT.includes(options.cheat)) {
    throw new RangeError(`${options.cheat} is not a cheat of who answers`);
  }
  const watch = watchForStop();
  const scratch = new ScratchFolder();
  let arena: Arena | undefined;
  try {
    for (const line of prologue(about)) log.line(line);
    arena = await Arena.open({
      name: "eight",
      say: (line) => log.line(line),
      signal: watch.signal,
      changes: { rules: RULES, workScores: WORK_SCORES },
      cheaters: 1,
      weights: scratch.path,
    });
    const row = await unlessStopped(watch.signal, show(arena, options, log));
    for (const line of epilogue(row, arena)) log.line(line);
    const isCaught = row.slashes.some(({ node }) => node === arena?.nodes[EXECUTOR]);
    return isCaught && row.isRight === true && row.honestSlashes === 0 ? 0 : 1;
  } catch (error) {
    if (!(error instanceof Stopped)) throw error;
    log.line(`stopping: ${error.message}`);
    return INTERRUPTED;
  } finally {
    await arena?.close();
    scratch.remove();
    watch.close();
    log.line("stopped everything that it had started");
  }
}

function prologue(about: string): string[] {
  return [
    "",
    "Eight operators, each with a resource node and 2,000 ASI at stake: node0 to node7.",
    `node7 cheats: it ${about}.`,
    "Its work score puts it first in line here, so that you need not wait for its turn.",
    "",
  ];
}

async function show(arena: Arena, { cheat, prompt }: SlashOptions, log: Log): Promise<Row> {
  const request = ask(prompt, COOL);
  const scenario: Scenario = { cheat, cast: { [EXECUTOR]: cheat }, request, reasons: [] };
  await arena.cast(EXECUTOR, cheat);
  log.line(`the user asks: ${prompt}`);
  const play = await arena.follow(await arena.submit(request), async (seen) => {
    const line = storyLine(seen.event, arena.nameOf);
    if (line === undefined) return;
    log.line(`  block ${seen.height}  ${line}`);
    for (const text of await answerIn(arena, seen)) log.line(`             “${text}”`);
  });
  const engine = await openEngine({ modelPath: await realModel() });
  try {
    return await rowOf(arena, engine, scenario, play);
  } finally {
    await engine.close();
  }
}

/** The lines of an answer that is shown in this event. */
async function answerIn({ rpc }: Arena, { event }: Seen): Promise<string[]> {
  const shown = resultRevealed.fromAbci(event);
  if (shown === undefined) return [];
  const { record } = await query(rpc, Query.Task, { taskHash: shown.taskHash });
  const found = present(record, "the record").revealed.find(
    ({ executor, attempt }) => executor === shown.executor && attempt === shown.attempt,
  );
  return (found?.content?.text ?? "").split("\n").filter((line) => line !== "");
}

function epilogue(row: Row, arena: Arena): string[] {
  const lines = ["", "What it came to:"];
  for (const { node, amount, burned, beneficiaries } of row.slashes) {
    const shared = amount - burned;
    lines.push(`  ${arena.nameOf(node)} lost ${asi(`${amount}`)} of its stake`);
    lines.push(`    ${asi(`${burned}`)} burned, so that nobody gets his own back through a friend`);
    for (const one of beneficiaries) {
      const part = shared / BigInt(beneficiaries.length);
      lines.push(`    ${asi(`${part}`)} to ${arena.nameOf(one)}`);
    }
  }
  const { isRight } = row;
  const answer = isRight === true ? "the right answer, replayed here token by token" : "no answer";
  const money = `${asi(`${row.refunded}`)} of the escrow`;
  lines.push(
    row.state === State.STATE_FINAL
      ? `  the user has ${answer}, and ${money} back`
      : `  the user has ${money} back`,
    `  honest nodes that lost stake: ${row.honestSlashes}`,
    `  all balances together minus the supply: ${row.supplyError} uasi`,
    "",
  );
  return lines;
}
